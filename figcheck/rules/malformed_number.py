"""Malformed number: digits and marks that no way of writing numbers makes.

## What it flags
A comma that groups neither thousands nor lakhs, cents behind a comma, doubled marks, apostrophes as group marks, number
words run together. An error beside a currency, a unit or a noun that it would count; else a warning.

## Why
A digit or a mark is missing, or one too many was typed, and a reader can not tell which number was meant. figcheck does
not guess either: such a number is unread, and no other rule has looked at it.

## Flagged
A digit too many, or a comma in the wrong place.

    The harbour master said 4,2000 passengers were waiting.

Cents behind a comma.

    The council put the repair at $110,00 on Monday.

## Fine
Groups of three, Indian groups, cents behind a point.

    The council put the repair at $110.00, the bridge at Rs 1,50,000 and the port at $4,200,000.

A list that lacks its spaces.

    The exhibits numbered 1,2,3 were shown to 12 jurors.

A decimal comma that its scale word makes plain.

    The port handled 1,5 million crates.

## Thresholds
None.

## What to do
Check its digits and marks against the source.
"""

from __future__ import annotations

from collections.abc import Iterator

from figcheck.models import Evidence, Finding
from figcheck.rules.base import Context, Rule, finding
from figcheck.rules.phrases import cited

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Finding]:
    """One finding for each number that is written as none is."""
    for n in context.numerals:
        if n.malformed is None:
            continue
        place = Evidence(article=n.article, part=n.part, start=n.start, end=n.end, quote=n.quote)
        yield finding(
            RULE, context, {},
            f"{cited(n.quote)} cannot be read as a number.",
            explanation="A digit, a mark or a space is missing or out of place, so that no rule has looked at it.",
            severity="warning" if n.malformed == "bare" else "error", also=[place],
            suggestion="Check its digits and marks against the source.",
        )  # fmt: skip


RULE = Rule("malformed-number", "FIG311", "magnitude", "error", check)

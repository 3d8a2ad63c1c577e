"""Vague count: "dozens" or "hundreds" for a count that the story gives and that is too small for the word.

## What it flags
Dozens where the story counts fewer than 24, scores under 40, hundreds under 200, thousands under 2,000.

## Why
The word is plural: it promises at least two of what it names.

## Flagged
Dozens need two.

    Dozens of people were killed in the fire. The coroner said 14 people were killed.

Hundreds too.

    Hundreds of people were injured, officials said. By night the hospital counted 120 people injured.

## Fine
Dozens enough.

    Dozens of people were killed in the fire. The coroner said 38 people were killed.

Another measure.

    Dozens of people were injured in the fire. The coroner said 14 people were killed.

## Thresholds
The count is below the least that the word promises, and at most 6 times below: farther off, it is the count of
something else.

## What to do
Use the number.
"""

from __future__ import annotations

from collections.abc import Iterator

from figcheck.models import Claim, Finding
from figcheck.rules.arithmetic import comparable, term
from figcheck.rules.base import Context, Rule, finding
from figcheck.rules.phrases import quoted, sentence_start

__all__ = ["RULE"]

_FAR = 6  # a count this many times below the word is the count of something else


def check(context: Context) -> Iterator[Finding]:
    """One finding for each vague word that the story's own count does not bear."""
    for relation in context.of_kind.get("restates", ()):
        if "vague" not in relation.roles:
            continue
        vague, count = context.in_role(relation, "vague")[0], context.in_role(relation, "count")[0]
        if _are_others(vague, count):
            continue
        low, high = vague.quantity.low, count.quantity.high
        if low is None or high is None or not low <= high * _FAR < low * _FAR or not comparable(context, vague, count):
            continue
        yield finding(
            RULE, context, {"vague": vague, "count": count},
            f'"{sentence_start(vague.quote)}" means at least {low:,f}; the story counts {quoted(count)}.',
            explanation=f"{term(count)} < {low:,f}",
            relation=relation, computed=low,
            suggestion="Use the number.",
        )  # fmt: skip


def _are_others(a: Claim, b: Claim) -> bool:
    """Whether each is told by a word of its own: "dozens of young children", "seven school-age children"."""
    one, two = (frozenset((c.counted or "").split()[:-1]) for c in (a, b))
    return bool(one and two) and one.isdisjoint(two)


RULE = Rule("vague-count", "FIG403", "precision", "error", check)

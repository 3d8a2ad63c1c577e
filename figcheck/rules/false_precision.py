"""False precision: a conversion with more digits than it was given.

## What it flags
Two units side by side where the second has decimals and at least two significant digits more than the first.

## Why
"About 300 miles (482.803 km)" claims to know to the meter what was only known to the hundred miles.

## Flagged
To the meter.

    The convoy drove about 300 miles (482.803 kilometers) to the coast.

To the millimeter.

    The water rose to a height of six feet (1.829 meters).

## Fine
One digit more.

    The pump moved 20 liters (5.3 gallons) a minute.

As many digits.

    The runner covered 26.2 miles (42.2 kilometers).

## Thresholds
The second figure has decimals and at least 4 significant digits, 2 more than the first. An exact number from 100 on has
all its digits: 900 millibars are no rounded 850.

## What to do
Round the conversion to as many digits as the original has.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from figcheck.models import Finding, Quantity
from figcheck.rules.base import Context, Rule, finding
from figcheck.rules.phrases import quoted, sentence_start

__all__ = ["RULE"]

_COUNTED = Decimal(100)


def check(context: Context) -> Iterator[Finding]:
    """One finding for each conversion that is more exact than its original."""
    for relation in context.of_kind.get("conversion", ()):
        a, b = context.in_role(relation, "from")[0], context.in_role(relation, "to")[0]
        if a.kind == "money" or "degree" in str(a.quantity.unit):
            continue
        given, made = _digits(a.quantity), _digits(b.quantity)
        if given and made >= max(4, given + 2) and b.quantity.step < 1:
            yield finding(
                RULE, context, {"from": a, "to": b},
                f"{sentence_start(quoted(b))} is more exact than the {quoted(a)} beside it.",
                explanation=f"The one has {made} significant digits, the other {given}.",
                relation=relation, suggestion="Round the conversion.",
            )  # fmt: skip


def _digits(q: Quantity) -> int:
    """How many significant digits are written."""
    if not q.stated or q.stated < 0:
        return 0
    if q.hedge == "exact" and q.stated >= _COUNTED:
        return q.stated.adjusted() + 1 - min(Decimal(q.step).adjusted(), 0)  # 900 millibars are no rounded 850
    return max(1, q.stated.adjusted() - Decimal(q.step).adjusted() + 1)


RULE = Rule("false-precision", "FIG402", "precision", "info", check)

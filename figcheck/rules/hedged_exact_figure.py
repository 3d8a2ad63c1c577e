"""Hedged exact figure: a hedge before a number that is exact to the last digit.

## What it flags
"Over 57,418", "about 2,317", "nearly 4,906": a number of four digits or more given to the unit needs no hedge. Also,
as a warning, a bound that the story's own exact figure breaks: "nearly 300" where the count is 312.

## Why
The hedge says that the number is rounded and the number says that it is not.

## Flagged
Over an exact number.

    Over 57,418 people crossed the bridge, the port said.

The bound is broken.

    Nearly 300 people were injured in the crash. In all, 312 people were injured.

## Fine
A round number.

    More than 57,000 people crossed the bridge, the port said.

A floor for a count that grows.

    At least 1,042 people were killed, the ministry said.

## What to do
Drop the hedge, or round the number.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from figcheck.intervals import is_multiple
from figcheck.models import Claim, Finding
from figcheck.rules.arithmetic import comparable
from figcheck.rules.base import Context, Rule, finding

__all__ = ["RULE"]

_HEDGES = frozenset({"about", "more_than", "less_than"})
_KINDS = frozenset({"count", "measurement", "money"})
_EXACT = Decimal(1000)
_NEAR = {"about": Decimal("0.12"), "more_than": Decimal("0.05")}  # farther off, it is the count of something else


def check(context: Context) -> Iterator[Finding]:
    """One finding for each hedged exact number; one for each bound that the story breaks."""
    broken = set()
    for relation in context.of_kind.get("restates", ()):
        if "bound" in relation.roles:
            bound, count = context.in_role(relation, "bound")[0], context.in_role(relation, "count")[0]
            if bound.id not in broken and _breaks(bound, count) and comparable(context, bound, count):
                broken.add(bound.id)
                yield finding(
                    RULE, context, {"bound": bound, "count": count},
                    f"The story's own figure, {count.quote}, is not what the words before {bound.quote} say.",
                    explanation=f"{count.quote} against {bound.quote} with its hedge", severity="warning",
                    relation=relation, suggestion="Change the hedge or the round number.",
                )  # fmt: skip
    for claim in context.claims:
        if claim.id not in broken and _hedged(claim):
            yield finding(
                RULE, context, {"figure": claim},
                f"{claim.quote} is exact, and the words before it say that it is not.",
                explanation=f"{claim.quote} is given to the unit, with a hedge",
                suggestion="Drop the hedge, or round the number.",
            )  # fmt: skip


def _hedged(claim: Claim) -> bool:
    q = claim.quantity
    if q.hedge not in _HEDGES or q.stated is None or q.step > 1 or claim.kind not in _KINDS:
        return False
    year = claim.quote.isdigit() and 1500 <= q.stated <= 2100  # "some 2016 candidates"
    return q.stated >= _EXACT and not is_multiple(q.stated, 5) and not year


def _breaks(bound: Claim, count: Claim) -> bool:
    low, high = (
        bound.quantity.expected if bound.quantity.hedge == "about" else (bound.quantity.low, bound.quantity.high)
    )
    value, told = count.quantity.stated, bound.quantity.stated
    if value is None or told is None or abs(value - told) > told * _NEAR[bound.quantity.hedge]:
        return False
    return (high is not None and value > high) or (low is not None and value < low)


RULE = Rule("hedged-exact-figure", "FIG401", "precision", "info", check)

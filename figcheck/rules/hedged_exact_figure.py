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

## Thresholds
A number from 1,000 on, given to the unit, that is no multiple of 5 and no year (1500 to 2100). A bound is held against
an exact figure within 12 percent of it for "nearly" and "about", within 5 percent for "more than": farther off, the
figure is the count of something else.

## What to do
Drop the hedge, or round the number.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from figcheck.intervals import is_multiple
from figcheck.models import Claim, Finding
from figcheck.rules.arithmetic import amount, comparable, number
from figcheck.rules.base import Context, Rule, finding
from figcheck.rules.phrases import quoted, sentence_start

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
                    f"The story also gives {quoted(count)}, which the hedge of {quoted(bound)} rules out.",
                    explanation=f"With its hedge, {quoted(bound)} stands for {_meant(bound)}.", severity="warning",
                    relation=relation, suggestion="Change the hedge or the round number.",
                )  # fmt: skip
    for claim in context.claims:
        if claim.id not in broken and _hedged(claim):
            yield finding(
                RULE, context, {"figure": claim},
                f"{sentence_start(quoted(claim))} is exact to the last digit, but a hedge stands with it.",
                explanation="A hedge says that a number is rounded; this one is not.",
                suggestion="Drop the hedge, or round the number.",
            )  # fmt: skip


def _meant(bound: Claim) -> str:
    """What a hedged number leaves open, in words: "at most 300", "295 to 300"."""
    low, high = _span(bound)
    unit = bound.quantity.unit
    if low is None or high is None or bound.quantity.hedge == "less_than":
        word = (
            "fewer than"
            if bound.kind == "count" and high is not None
            else "less than"
            if high is not None
            else "more than"
        )
        return f"{word} {amount(high if high is not None else low or Decimal(0), unit)}"
    return f"{number(low)} to {amount(high, unit)}"


def _span(bound: Claim) -> tuple[Decimal | None, Decimal | None]:
    q = bound.quantity
    return q.expected if q.hedge == "about" else (q.low, q.high)


def _hedged(claim: Claim) -> bool:
    q = claim.quantity
    if q.hedge not in _HEDGES or q.stated is None or q.step > 1 or claim.kind not in _KINDS:
        return False
    year = claim.quote.isdigit() and 1500 <= q.stated <= 2100  # "some 2016 candidates"
    return q.stated >= _EXACT and not is_multiple(q.stated, 5) and not year


def _breaks(bound: Claim, count: Claim) -> bool:
    low, high = _span(bound)
    value, told = count.quantity.stated, bound.quantity.stated
    if value is None or told is None or abs(value - told) > told * _NEAR[bound.quantity.hedge]:
        return False
    return (high is not None and value > high) or (low is not None and value < low)


RULE = Rule("hedged-exact-figure", "FIG401", "precision", "info", check)

"""Impossible date arithmetic: an age or a duration that the dates beside it rule out.

## What it flags
An age against a year of birth and the year spoken of; a duration against the two dates that it runs between; "N years
ago" against the year given. A birthday not yet reached, and days counted with or without the last, are allowed for.

## Why
Ages and anniversaries are copied from older stories.

## Flagged
Ninety at most.

    published: 2021-03-04

    Lund, 97, was born in 1931 in a mill town.

Eight or nine days.

    The strike lasted 15 days, from Feb. 20 to Feb. 28.

## Fine
The birthday is still to come.

    published: 2021-03-04

    Lund, 89, was born in 1931 in a mill town.

Counted without the last day.

    The strike lasted eight days, from Feb. 20 to 28.

## Thresholds
An age may be a year more or less by the birthday, a span of days one more by the last day. Nights may be off by 1,
weeks and months by 0.75, years by 0.5.

## What to do
Check the dates first: a wrong year is commoner than a wrong age.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from figcheck.intervals import Interval, asserted, disjoint, widen
from figcheck.models import Claim, Finding, Relation
from figcheck.rules.arithmetic import amount
from figcheck.rules.base import Context, Rule, finding
from figcheck.rules.phrases import cited, figure, listed

__all__ = ["RULE"]

_LOOSE = {
    "day": Decimal(0), "year_of_age": Decimal(0), "night": Decimal(1), "week": Decimal("0.75"),
    "month": Decimal("0.75"), "year": Decimal("0.5"),
}  # fmt: skip


def check(context: Context) -> Iterator[Finding]:
    """One finding for each age or duration that the dates rule out."""
    for relation in context.of_kind.get("age_of", ()):
        stated = context.in_role(relation, "stated")[0]
        if relation.bounds is None:
            continue
        bounds = Interval(*relation.bounds)
        unit = stated.quantity.unit or "year_of_age"
        if disjoint(bounds, widen(asserted(stated.quantity), _LOOSE.get(unit, Decimal(1)))):
            told = _told(bounds, unit)
            yield finding(
                RULE, context, {"stated": stated},
                f"The dates give {told}, not {_shown(stated)}.",
                explanation=f"{_dates(relation)}: {told}.",
                relation=relation, computed=bounds.high, also=relation.words,
                suggestion="Check the dates and the figure against the source.",
            )  # fmt: skip


def _dates(relation: Relation) -> str:
    """The words that give the dates; quoted, as they may begin or end anywhere in a sentence."""
    return f"By {listed(cited(e.quote) for e in relation.words)}" if relation.words else "By the dates"


def _shown(claim: Claim) -> str:
    """The figure as written; a compound ("64-year-old") as a number of years."""
    value = claim.quantity.stated
    if "-" not in claim.quote or value is None:
        return figure(claim)
    return amount(value, (claim.quantity.unit or "year").removesuffix("_of_age"))


def _told(bounds: Interval, unit: str) -> str:
    """What the dates leave open: "89 or 90 years", "21 to 23 years", "about 10 weeks"."""
    unit = unit.removesuffix("_of_age")
    if bounds.low is None or bounds.high is None:
        edge = bounds.high if bounds.low is None else bounds.low
        return f"{'at most' if bounds.low is None else 'at least'} {amount(edge or Decimal(0), unit)}"
    low, high = round(bounds.low), round(bounds.high)
    if low == high:
        whole = bounds.low == bounds.high == low
        return f"{'' if whole else 'about '}{amount(Decimal(low), unit)}"
    told = amount(Decimal(high), unit)
    return f"{low:,} {'or' if high - low == 1 else 'to'} {told}"


RULE = Rule("impossible-date-arithmetic", "FIG310", "contradiction", "error", check)

"""Percent for points: the difference of two percentages is called a percentage.

## What it flags
A change between two percentages whose size is their difference in points, and which is written as percent.

## Why
From 6.2 percent to 4.2 percent is a cut of 2 percentage points, and of 32 percent. The two mean very different things.

## Flagged
The amount stands after the levels.

    The council cut the levy from 6.2 percent to 4.2 percent, a 2 percent cut.

The amount stands with the verb.

    Unemployment rose by 3 percent to 8 percent from 5 percent.

## Fine
Points are called points.

    The council cut the levy by 2 percentage points, from 6.2 percent to 4.2 percent.

Percent of a percentage, and right.

    Unemployment rose by 60 percent, from 5 percent to 8 percent.

## Thresholds
The levels may be rounded by half of their last digit, 3 percent at most, and the change at its last digit, whole tens
by 1.5 points. It speaks where the change is then the difference in points, and not the relative change.

## What to do
Write "percentage points", or give the relative change.
"""

from __future__ import annotations

from collections.abc import Iterator

from figcheck.intervals import disjoint
from figcheck.models import Finding
from figcheck.relations.sums import moved, percent, relative
from figcheck.rules.arithmetic import amount, number
from figcheck.rules.base import Context, Rule, finding
from figcheck.rules.phrases import quoted

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Finding]:
    """One finding for each difference of percentages that is called percent."""
    for relation in context.of_kind.get("change", ()):
        old, new, by = (context.in_role(relation, role) for role in ("from", "to", "by"))
        if not (old and new and by) or old[0].quantity.unit != "percent" or by[0].quantity.unit != "percent":
            continue
        a, b, given = old[0].quantity, new[0].quantity, percent(by[0].quantity)
        if a.stated is None or b.stated is None or disjoint(moved(a, b), given) or not disjoint(relative(a, b), given):
            continue
        points = abs(b.stated - a.stated)
        told = amount(points, "percentage_point")
        share = 100 * points / a.stated
        yield finding(
            RULE, context, {"from": old, "to": new, "by": by},
            f"From {quoted(old[0])} to {quoted(new[0])} is {told}, not {quoted(by[0])}.",
            explanation=f"{number(b.stated)} - {number(a.stated)} = {amount(b.stated - a.stated, 'percentage_point')}; "
            f"relative to {number(a.stated)} it is {number(share, 1)} percent",
            relation=relation, computed=points,
            suggestion=f'Write "{told}", or "{number(share, 0)} percent".',
        )  # fmt: skip


RULE = Rule("percent-for-points", "FIG304", "percentage", "error", check)

"""Reversed range: high before low, or a figure outside the range that it belongs to.

## What it flags
"Between 300 and 200"; a central estimate outside its range; a range, and later in the story one figure for the same
thing, by the same source, outside it.

## Why
A range that runs backwards has lost a digit or two numbers have changed places.

## Flagged
High before low.

    The repair will take between 300 and 200 workers, the port said.

A middle that is not inside.

    Scientists put the herd at between 4,000 and 5,500 animals, with a best estimate of 6,200.

## Fine
A change is not a range.

    The port cut its staff from 300 workers to 200.

A middle inside.

    Scientists put the herd at between 4,000 and 5,500 animals, with a best estimate of 4,800.

## What to do
Check both ends of the range, and the middle, against the source.
"""

from __future__ import annotations

from collections.abc import Iterator

from figcheck.intervals import asserted, disjoint, written
from figcheck.models import Finding
from figcheck.rules.base import Context, Rule, finding

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Finding]:
    """One finding for each range that runs backwards or does not hold its own figure."""
    for relation in context.of_kind.get("range_of", ()):
        if "ends" in relation.roles:
            high, low = context.in_role(relation, "ends")
            yield finding(
                RULE, context, {"range": (high, low)},
                f"The range runs from high to low: {high.quote} to {low.quote}.",
                explanation=f"{high.quote} is more than {low.quote}",
                relation=relation, suggestion="Turn it round, or check whether a digit is missing.",
            )  # fmt: skip
            continue
        wide = context.in_role(relation, "range")[0]
        point = context.in_role(relation, "point")
        if not point:
            yield finding(
                RULE, context, {"range": wide},
                f"The range runs from high to low: {wide.quote}.",
                explanation=f"{wide.quote}: the first number is the greater",
                relation=relation, also=relation.words,
                suggestion="Turn it round, or check whether a digit is missing.",
            )  # fmt: skip
        elif disjoint(asserted(wide.quantity), written(point[0].quantity)):
            yield finding(
                RULE, context, {"range": wide, "point": point[0]},
                f"{point[0].quote} lies outside its own range, {wide.quote}.",
                explanation=f"{point[0].quote} is not between the ends of {wide.quote}",
                relation=relation, also=relation.words,
                suggestion="Check the range and the figure against the source; say so where one is newer.",
            )  # fmt: skip


RULE = Rule("reversed-range", "FIG309", "range", "error", check)

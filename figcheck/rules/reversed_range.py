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

## Thresholds
None but rounding: a figure that is rounded may reach into the range by half of its last digit.

## What to do
Check both ends of the range, and the middle, against the source.
"""

from __future__ import annotations

from collections.abc import Iterator

from figcheck.intervals import asserted, disjoint, written
from figcheck.models import Claim, Finding
from figcheck.rules.base import Context, Rule, finding
from figcheck.rules.phrases import figure, quoted, ranged, sentence_start

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Finding]:
    """One finding for each range that runs backwards or does not hold its own figure."""
    for relation in context.of_kind.get("range_of", ()):
        if "ends" in relation.roles:
            high, low = context.in_role(relation, "ends")
            yield finding(
                RULE, context, {"range": (high, low)},
                f"The range runs from high to low: {quoted(high)} to {quoted(low)}.",
                explanation=f"{sentence_start(quoted(high))} is more than {quoted(low)}.",
                relation=relation, suggestion="Turn it round, or check whether a digit is missing.",
            )  # fmt: skip
            continue
        wide = context.in_role(relation, "range")[0]
        point = context.in_role(relation, "point")
        if not point:
            yield finding(
                RULE, context, {"range": wide},
                f"The range runs from high to low: {ranged(wide)}.",
                explanation="The first of its two numbers is the greater.",
                relation=relation, also=relation.words,
                suggestion="Turn it round, or check whether a digit is missing.",
            )  # fmt: skip
        elif disjoint(asserted(wide.quantity), written(point[0].quantity)):
            yield finding(
                RULE, context, {"range": wide, "point": point[0]},
                f"{sentence_start(figure(point[0]))} is outside the range given for it, {ranged(wide)}.",
                explanation=f"{sentence_start(quoted(point[0]))} is {_side(wide, point[0])} of the range.",
                relation=relation, also=relation.words,
                suggestion="Check the range and the figure against the source; say so where one is newer.",
            )  # fmt: skip


def _side(wide: Claim, point: Claim) -> str:
    above = wide.quantity.high is not None and (point.quantity.stated or 0) > wide.quantity.high
    return "above the upper end" if above else "below the lower end"


RULE = Rule("reversed-range", "FIG309", "range", "error", check)

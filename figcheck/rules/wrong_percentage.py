"""Wrong percentage: a count, its base and a percentage that do not agree.

## What it flags
A count of a base with a percentage beside it ("312 of the 400, or 78 percent") where the percentage is not what the
two counts give, whether rounded or cut off. For a small base: no whole number gives the percentage.

## Why
The percentage is worked out once and the counts are updated later, or it is taken of another base.

## Flagged
Thirty percent, not forty.

    Of the 1,140 pupils, 342, or 40 percent, missed the bus, the school said.

No count out of seven is 52 percent.

    Three of the seven wells, or 52 percent, were dry.

In the next sentence.

    Inspectors failed 90 of the 120 lifts. That is 60 percent of the total.

## Fine
The percentage fits.

    The survey reached 400 households, and 312 of the 400 households, or 78 percent, had no power.

Rounded down.

    Two of the three bridges, or 66 percent, are shut.

The percentage is of another base.

    Of the 1,140 pupils, 342 missed the bus, 40 percent more than last year.

## Thresholds
A percentage is rounded or cut off at its last digit; one of whole tens may stand for 1.5 points to either side, one
with "about" for 1 point. Counts may be rounded, by 3 percent at most; so may a ratio in words or digits.

## What to do
Work the percentage out again, and check which base it is a share of.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from figcheck.intervals import Interval, disjoint, point, quotient, scale, widen
from figcheck.models import Finding, Relation
from figcheck.relations.sums import firm, percent
from figcheck.rules.arithmetic import number, term
from figcheck.rules.base import Context, Rule, finding
from figcheck.rules.phrases import figure, quoted, sentence_start

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Finding]:
    """One finding for each percentage that its counts do not give."""
    for relation in context.of_kind.get("percent_of", ()):
        if "ratio" in relation.roles:
            yield from _of_ratio(context, relation)
            continue
        count, base, given = (context.in_role(relation, role)[0] for role in ("count", "base", "percent"))
        if not base.quantity.stated or count.quantity.stated is None:
            continue
        made: Interval = scale(quotient(firm(count.quantity), firm(base.quantity)), 100)
        if not disjoint(made, percent(given.quantity)):
            continue
        value = 100 * count.quantity.stated / base.quantity.stated
        yield finding(
            RULE, context, {"count": count, "base": base, "percent": given},
            f"{sentence_start(quoted(count))} of {quoted(base)} is {number(value, 1)} percent, not {figure(given)}.",
            explanation=f"{term(count)} / {term(base)} = {number(value)} percent; the story says {figure(given)}",
            relation=relation, computed=value,
            suggestion="Work the percentage out again, or say what it is a share of.",
        )  # fmt: skip


def _of_ratio(context: Context, relation: Relation) -> Iterator[Finding]:
    """ "1.2 million out of 3 million, or 55 percent" """
    ratio, given = context.in_role(relation, "ratio")[0], context.in_role(relation, "percent")[0]
    if ratio.quantity.stated is None:
        return
    value = 100 * ratio.quantity.stated
    if disjoint(widen(point(value), value * _NEAR), percent(given.quantity)):
        yield finding(
            RULE, context, {"ratio": ratio, "percent": given},
            f"{sentence_start(quoted(ratio))} is {number(value, 1)} percent, not {figure(given)}.",
            explanation=f"{quoted(ratio)} = {number(value)} percent; the story says {figure(given)}",
            relation=relation, computed=value,
            suggestion="Work the percentage out again, or say what it is a share of.",
        )  # fmt: skip


_NEAR = Decimal("0.03")

RULE = Rule("wrong-percentage", "FIG302", "percentage", "error", check)

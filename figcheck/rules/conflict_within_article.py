"""One thing, two figures that cannot both be true, in one article.

## What it flags
Two figures of one article for the same measure, the same people, place and event, from the same source or with no
other one named, that have no number in common.

## Why
Copy is cut and merged under pressure, and a lede outlives the paragraph that it was taken from. A reader who meets 41
and then 35 trusts neither.

## Flagged
The lede and the last paragraph differ.

    A fire in a textile mill killed at least 41 people on Monday, the fire service said.

    The mill employs 600 people. The fire service said 35 people had been killed in the fire.

One hospital, two counts of the injured.

    St. Anne's Hospital said that 61 people were injured in the gas leak on Saturday.

    The plant had been inspected twice this year. The hospital said 71 people had been injured in the leak.

## Fine
A count that grows, each value with its hour.

    Rescuers had counted 31 dead at noon, the fire service said. By 5 p.m. it said 40 people had been killed.

A part of the dead.

    The fire killed 41 people, the fire service said. It said 12 women were among the dead.

Two sources, set against each other.

    The fire service said 41 people had been killed, but the hospital said it had received 35 bodies.

## Thresholds
No rounding joins the two, and the one is at least half of the other, or a slip of the pen makes the one of the other.
Where one is below 10, and where no measure names what is counted, at least 60 percent of the shorter sentence's words
must stand in the other one; in the second case at least 4 words, and only a slip of the pen will do.

One thing told twice far apart, in whatever words, goes by the evidence for it: a warning from 5 bits on, an error from
7 (`data/weights.txt`).

## What to do
Ask which figure is the latest, put it in both places, and date an older one that stays ("had counted 35 by noon").
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from figcheck.compare import Comparison, Facts, compare, near, size, slip
from figcheck.intervals import disjoint, fair, written
from figcheck.models import Finding
from figcheck.rules.base import Context, Rule, finding, retold
from figcheck.rules.phrases import both_tell, credit, figure, mended, note

__all__ = ["RULE", "check"]

ALIKE = 0.6  # of their words, for figures that no measure names and for small ones
WORDS = 4
FEW = Decimal(10)


def check(context: Context) -> Iterator[Finding]:
    """Pairs of one article that are the same thing in every respect and share no number, one for each later figure."""
    told: set[int] = set()
    for a, b in context.archive.within:
        if b.number not in told and _conflict(context, a, b):
            told.add(b.number)
            yield finding(
                RULE,
                context,
                {"first": a.claim, "second": b.claim},
                f"The figure{credit(a, b)} is {figure(a.claim)} here and {figure(b.claim)} further on{note(a, b)}.",
                explanation=both_tell(a, b),
                suggestion="Check which is the latest; give both the same value, or say what sets them apart.",
            )
    for relation, first, second, severity in retold(context):
        if first.part == second.part:
            one, two = (context.archive.of_claim[c.id] for c in (first, second))
            yield finding(
                RULE, context, {"first": first, "second": second},
                f"The figure{credit(one, two)} is {figure(first)} here and {figure(second)} further on"
                f"{mended(relation)}.",
                explanation=both_tell(one, two), severity=severity, relation=relation,
                suggestion="Check both against the source; give both the same value, or say what sets them apart.",
            )  # fmt: skip


def _conflict(context: Context, a: Facts, b: Facts) -> bool:
    if a.claim.sentence == b.claim.sentence or a.earlier or b.earlier or b.contrast:
        return False
    x, y = a.claim.quantity, b.claim.quantity
    if not disjoint(written(x), written(y)) or not disjoint(fair(x), fair(y)) or not _restated(a, b):
        return False
    how = compare(a, b)
    if not how.same("measure", "level", "place", "event", "period", "as-of", "source") or not _one_population(
        a, b, how
    ):
        return False
    ties = [r for r in context.tied(a.claim, b.claim) if r.kind != "restates" or r.outcome == "holds"]
    return not ties and not context.archive.adds_up(a, b)


def _one_population(a: Facts, b: Facts, how: Comparison) -> bool:
    """Whether they count the same; where one counts people and the other some of them, those cannot be more."""
    if how["population"] != "contained":
        return how["population"] == "same"
    some, people = (b, a) if a.population == "people" else (a, b)
    return size(some.claim.quantity) > size(people.claim.quantity)


def _restated(a: Facts, b: Facts) -> bool:
    """Whether the second may repeat the first: near it, or a slip of the pen away; a much smaller one is a part."""
    x, y = a.claim.quantity, b.claim.quantity
    slipped = bool(slip(x, y))
    if a.claim.measure is None:
        return slipped and a.likeness(b) >= ALIKE and len(a.words & b.words) >= WORDS
    if min(size(x), size(y)) < FEW and a.likeness(b) < ALIKE:
        return False
    return slipped or near(x, y)


RULE = Rule("conflict-within-article", "FIG101", "contradiction", "error", check)

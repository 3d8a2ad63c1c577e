"""A running count falls from one story to the next, and nothing says that it was revised.

## What it flags
A toll (killed, injured, infected, destroyed …) that a later story puts lower than an earlier one, or a floor ("at
least") below an earlier floor, for the same event, people and place. An error where the source is the same; a warning
where it may be another.

## Why
Tolls grow. Where one falls, either it was revised, which is news and must be said, or somebody copied an old sheet.

## Flagged
The same agency, two days later.

    published: 2024-11-12

    The earthquake that struck Dren on Monday killed 359 people, the civil protection agency said on Tuesday.
    ===
    published: 2024-11-14

    Monday's earthquake in Dren killed 253 people, the civil protection agency said on Thursday.

A floor below an earlier floor.

    published: 2024-04-17

    At least 95 people were killed when a landslide buried a hamlet in the Korda valley on Tuesday, the district
    chief said.
    ===
    published: 2024-04-19

    At least 72 people were killed in Tuesday's landslide in the Korda valley, the district chief said.

## Fine
Lowered, and the story says so.

    published: 2024-11-12

    The earthquake that struck Dren on Monday killed 115 people, the civil protection agency said on Tuesday.
    ===
    published: 2024-11-20

    The civil protection agency lowered the toll of the earthquake in Dren to 97 from 115 after DNA tests.

The missing may be found.

    published: 2024-11-12

    A ferry sank off Port Hale on Monday, and 85 people are missing, the coast guard said on Tuesday.
    ===
    published: 2024-11-14

    The coast guard said 31 people are missing from the ferry that sank off Port Hale on Monday.

## Thresholds
A floor ("at least 72") speaks against an earlier exact count only where it is at most 90 percent of it: less was known.
A count below 10 by what may be another source is taken for a part of the earlier one, unless half of their words are
alike and it is at least half of it.

## What to do
If the count was revised, write so, with both values and the reason. If not, take the latest.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from figcheck.compare import Archive, Facts, compare, near, size
from figcheck.intervals import disjoint, fair, written
from figcheck.models import Finding
from figcheck.rules.base import Context, Rule, finding
from figcheck.rules.phrases import called, credit, figure, note, where

__all__ = ["RULE", "check"]

FLOORS = ("at_least", "more_than")
HEALS = ("injured", "hospitalized", "casualties")  # the injured may die, and another source may count other wounds
UNDER = Decimal("0.9")  # a floor this far below an earlier count says less than was known
FEW = 10  # below, another source's smaller count is rather of a part
ALIKE = 0.5
_OTHER = " The two may have different sources."


def check(context: Context) -> Iterator[Finding]:
    """Pairs of two articles in which the later running count is lower; for each, the last count that it falls from."""
    falls: dict[int, tuple[bool, Facts, Facts]] = {}
    for a, b, source in _pairs(context):
        known = falls.get(b.number)
        if known is None or (source, a.moment) >= (known[0], known[1].moment):
            falls[b.number] = (source, a, b)
    for source, a, b in falls.values():
        yield finding(
            RULE,
            context,
            {"earlier": a.claim, "later": b.claim},
            f"The count{credit(a, b)} falls from {figure(a.claim)} in {where(a)} to {figure(b.claim)} in {where(b)}, "
            f"and nothing says that it was revised{note(a, b)}.",
            explanation=f"{_count(a)} is a running count; "
            f"{figure(b.claim)} is less than {figure(a.claim)}.{'' if source else _OTHER}",
            suggestion="Say that the count was lowered, by whom and why; or take the latest.",
            severity="error" if source else "warning",
        )


def _pairs(context: Context) -> Iterator[tuple[Facts, Facts, bool]]:
    """A running count, a lower one of a later story, and whether one body gives both."""
    for a, b in context.archive.across:
        if not a.running or not b.running or not _falls(a, b):
            continue
        source = _comparable(context.archive, a, b) if not context.archive.passes(b.claim.article, a) else ""
        if source != "same" and size(b.claim.quantity) < FEW and context.archive.varies(b):
            continue
        if not source or context.archive.gives(b.claim.article, a) or context.archive.gave_before(a, b):
            continue
        yield a, b, source == "same"


def _count(f: Facts) -> str:
    return f"The number of {called(f)}" if called(f) else "This"


def _falls(a: Facts, b: Facts) -> bool:
    x, y = a.claim.quantity, b.claim.quantity
    if not a.before(b) or b.earlier:
        return False
    if x.hedge in FLOORS and y.hedge in FLOORS:
        return y.stated is not None and x.stated is not None and y.stated + y.step <= x.stated
    if y.hedge in FLOORS and x.low is not None and y.stated is not None:
        return y.stated <= x.low * UNDER and x.hedge not in ("about", "vague")
    low = x.low
    if low is None or y.high is None:
        return False
    return y.high < low and disjoint(written(x), written(y)) and disjoint(fair(x), fair(y))


def _comparable(archive: Archive, a: Facts, b: Facts) -> str:
    """ "same", or "unknown" where the source may have changed; empty where they are not the same thing."""
    how = compare(a, b)
    if a.claim.measure in HEALS and a.claim.sense != b.claim.sense:
        return ""  # "64 injured", "eleven remain in hospital"
    if not how.same("measure", "level", "population", "place", "event", "period"):
        return "unknown" if archive.akin(a, b) else ""
    if how["source"] == "same":
        return "same"
    few = min(size(a.claim.quantity), size(b.claim.quantity)) < FEW
    close = a.likeness(b) >= ALIKE and near(a.claim.quantity, b.claim.quantity)
    if a.claim.measure in HEALS or (few and not close):
        return ""
    floors = a.claim.quantity.hedge in FLOORS and b.claim.quantity.hedge in FLOORS
    return "" if floors and how["source"] == "apart" else "unknown"


RULE = Rule("falling-toll", "FIG104", "decreasing", "error", check)

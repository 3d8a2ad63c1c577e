"""A hedge is lost or changed on the way: "at least", "up to", "feared".

## What it flags
The same number of one thing with its bound in one story and without it in another of the same day, by the same
source; "up to" or "feared" in the text and a flat figure in the headline.

## Why
"Up to 60 feared dead" and "60 dead" are two reports. The first is a guess at the worst, the second a count.

## Flagged
At least, lost within the day.

    published: 2024-03-05
    publisher: Lantern Wire

    A fire at a mill in Dunmore killed at least 42 people on Tuesday, the fire service said.
    ===
    published: 2024-03-05
    publisher: Morning Courier

    A fire at a mill in Dunmore killed 42 people on Tuesday, the fire service said.

Feared dead in the text, dead in the headline.

    title: 60 dead as ferry sinks off Cape Lorn
    published: 2024-03-05

    As many as 60 people were feared dead after a ferry sank off Cape Lorn on Monday, the coast guard said.

## Fine
The final count, after the search.

    published: 2024-03-05

    A fire at a mill in Dunmore killed at least 42 people on Tuesday, the fire service said.
    ===
    published: 2024-03-12

    The fire at a mill in Dunmore last week killed 42 people, the fire service said as it ended its search.

The headline keeps the hedge.

    title: Up to 60 feared dead as ferry sinks
    published: 2024-03-05

    As many as 60 people were feared dead after a ferry sank off Cape Lorn on Monday, the coast guard said.

## Thresholds
The number is the same to the digit. Both stories are of one day (of one moment, where they give the hour), except for
"up to" and "as many as", which stay a guess on later days too. That the figures of two stories are one thing goes by
the evidence for it, from 5 bits on (`data/weights.txt`).

## What to do
Give the figure its hedge back, or say what has made it sure.
"""

from __future__ import annotations

from collections.abc import Iterator

from figcheck.compare import Facts, compare
from figcheck.models import Finding
from figcheck.rules.base import Context, Rule, agreeing, finding
from figcheck.rules.phrases import figure, sentence_start, where

__all__ = ["RULE", "check"]

FLOOR, CEILING, FLAT = "a lower bound", "an upper bound", "a plain figure"
_BOUND = {
    "at_least": FLOOR, "more_than": FLOOR, "at_most": CEILING, "less_than": CEILING, "exact": FLAT,
}  # fmt: skip


def check(context: Context) -> Iterator[Finding]:
    """Pairs of two articles, and headlines with their text."""
    for a, b in agreeing(context):
        if _lost(a, b) and _of_one_time(a, b):
            yield _finding(context, a, b, f"in {where(a)}", f"in {where(b)}")
    for title, body in context.archive.headlines:
        same = [b for b in body if title.comparable and _same_number(b, title)]
        if any(b.thing == title.thing and _flat(b) for b in same):
            continue
        for b in same:
            if _inflated(title, b):
                yield _finding(context, b, title, "in the text", "in the headline")
                break


def _finding(context: Context, full: Facts, bare: Facts, here: str, there: str) -> Finding:
    return finding(
        RULE, context, {"hedged": full.claim, "changed": bare.claim},
        f"{sentence_start(here)} it is {_said(full)}; {there}, {_said(bare)}.",
        explanation=f"The number is the same; {_told(full, bare)}.",
        suggestion="Give both the same hedge, or say what has made the figure sure.",
    )  # fmt: skip


def _said(f: Facts) -> str:
    kind = "a possibility" if not f.claim.asserted else "a fear" if f.feared else ""
    return f"{figure(f.claim)}, told as {kind}" if kind else figure(f.claim)


def _told(full: Facts, bare: Facts) -> str:
    """What became of what: a fear or a possibility of a plain figure, else one bound of another."""
    one, other = (_said(f).rpartition("told as ")[2] if "told as " in _said(f) else _bound(f) for f in (full, bare))
    return f"{one} became {other}" if one != other else f"{_bound(full)} became {_bound(bare)}"


def _bound(f: Facts) -> str:
    return _BOUND.get(f.claim.quantity.hedge, "a hedged figure")


def _same_number(a: Facts, b: Facts) -> bool:
    return a.claim.quantity.stated is not None and a.claim.quantity.stated == b.claim.quantity.stated


def _lost(a: Facts, b: Facts) -> bool:
    """From the earlier to the later: a bound lost, or turned round. A bound that is gained is care taken."""
    x, y = _BOUND.get(a.claim.quantity.hedge), _BOUND.get(b.claim.quantity.hedge)
    if b.feared:
        return False  # "up to 40", "the 40 it had feared"
    if ((a.feared and not b.feared) or a.possible) and b.claim.asserted and y == FLAT:
        return True
    return x in (FLOOR, CEILING) and y is not None and x != y


def _of_one_time(a: Facts, b: Facts) -> bool:
    """Whether nothing can have become surer between the two: one moment, or a ceiling ("up to")."""
    if compare(a, b)["source"] == "apart" or a.story.day is None or b.story.day is None:
        return False
    x, y = a.claim, b.claim
    if a.timed or b.timed:
        return x.as_of == y.as_of
    ceiling = _BOUND.get(x.quantity.hedge) == CEILING and _BOUND.get(y.quantity.hedge) == FLAT and not a.moving
    return a.story.day == b.story.day or ceiling


def _flat(f: Facts) -> bool:
    """Whether a figure of the text is told as plainly as a headline may tell it."""
    return f.claim.asserted and not f.feared and _BOUND.get(f.claim.quantity.hedge) in (FLAT, FLOOR)


def _inflated(title: Facts, body: Facts) -> bool:
    """A headline may drop "at least", which stays true of it; not "up to" or "feared"."""
    if title.claim.quantity.hedge != "exact" or title.feared or not title.thing or title.thing != body.thing:
        return False
    measured = title.claim.kind == "measurement"  # "as much as 9 inches of rain" are the 9 inches of a headline
    return body.comparable and not measured and (body.feared or _BOUND.get(body.claim.quantity.hedge) == CEILING)


RULE = Rule("hedge-drift", "FIG107", "hedge", "warning", check)

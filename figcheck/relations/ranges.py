"""range_of: a range and the one figure given as its middle, or as the same thing later in the story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from figcheck.models import Claim, Relation
from figcheck.relations.line import Line, head, same_noun, same_unit, tie

__all__ = ["find", "find_later"]

_CENTRAL = re.compile(
    r"\b(?:(?:central|best|mid-?point|median|mean|average|most likely|point) "
    r"(?:estimate|figure|forecast|guess|value|projection|number)|mid-?point|most likely|median|average|consensus)\b"
)


def find(line: Line, before: Line | None) -> Iterator[Relation]:
    """A range and the central estimate said to lie in it, in one sentence or the next; a range that runs backwards."""
    yield from _backwards(line)
    m = _CENTRAL.search(line.text)
    if m is None:
        return
    group = [line] if before is None or before.sentence.index + 1 != line.sentence.index else [before, line]
    here = [c for c in line.claims if _is_range(c)]
    ranges = here or [c for x in group for c in x.claims if _is_range(c)]
    points = [
        (at, c) for at, c in zip(line.at, line.claims)
        if _is_point(c) and ranges and same_unit(c, ranges[0]) and same_noun(c, ranges[0])
    ]  # fmt: skip
    near = [c for at, c in points if 0 <= at - m.end() <= 24 or 0 <= m.start() - at <= 24]
    if len(ranges) == 1 and len(near) == 1:
        yield tie("range_of", line, {"range": ranges[0], "point": near[0]}, m.span())


def _backwards(line: Line) -> Iterator[Relation]:
    """ "between 300 and 200": only "between" says that it is a range and no change, score or season."""
    for at, claim in zip(line.at, line.claims):
        if claim.quantity.reversed and line.text[:at].endswith("between "):
            yield tie("range_of", line, {"range": claim}, (at - 8, at - 1))


def _is_range(claim: Claim) -> bool:
    q = claim.quantity
    return q.hedge == "range" and q.stated is None and q.low is not None and q.high is not None and not q.reversed


def _is_point(claim: Claim) -> bool:
    return claim.quantity.stated is not None and claim.quantity.hedge in ("exact", "about") and not claim.implicit


def find_later(lines: Sequence[Line]) -> Iterator[Relation]:
    """A range, and later in the same story an exact figure for the very same thing by the same source."""
    told = [c for line in lines for c in line.claims if c.asserted and not c.past and not c.subset and c.measure]
    ranges = [c for c in told if _is_range(c)]
    if len(ranges) != 1:
        return
    wide = ranges[0]
    line = next(x for x in lines if wide in x.claims)
    for c in told:
        if c.start > wide.start and _is_point(c) and c.part == wide.part and _same_thing(wide, c):
            yield tie("range_of", line, {"range": wide, "point": c}, None)
            return


def _same_thing(a: Claim, b: Claim) -> bool:
    """The same measure, noun, place and source; a confirmed or identified subset is another thing."""
    if (
        not same_unit(a, b)
        or a.measure != b.measure
        or head(a) != head(b)
        or a.who != b.who
        or a.additional
        or b.additional
    ):
        return False
    if a.status != b.status or (a.place and b.place and a.place != b.place) or (b.period and a.period != b.period):
        return False
    x, y = (c.attribution.owner if c.attribution else None for c in (a, b))
    return x == y or y is None

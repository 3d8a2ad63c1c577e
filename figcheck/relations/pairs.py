"""A count and its base, wherever the words put them: "12 of the 40", "of the 40, 12", "40 people; 12 said"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from figcheck.models import Claim
from figcheck.relations.line import Line, compiled, head
from figcheck.relations.parts import is_person

__all__ = ["Pair", "fits", "over", "within"]


@dataclass(frozen=True, slots=True)
class Pair:
    """A count of a base: the claims, and where in the template of the last of them the two begin and end."""

    count: Claim
    base: Claim
    start: int
    end: int
    last: bool
    """Whether the count stands last, so that what follows is said of it."""


_BASE = r"<the>(?:[a-z'-]+ ){0,3}?(?P<base><sum>)"
_OF_THEM = r"of (?:them|those|these|whom|which|that|it|the total)\b"
_DIRECT = compiled(rf"(?P<count><sum>)(?: <noun>| )(?:out )?of {_BASE}")
_LEADING = compiled(
    rf"""(?:^["' ]*|[;:,] (?:and |but |said |that )?|\b(?:that|and|but|because|where) |<dash>)
    (?:(?:out )?of|among|from) {_BASE}<gap>{{0,90}}?,[ ](?:only |just )?(?P<count><sum>)"""
)
_AMONG = compiled(
    r"(?P<count><sum>)(?: [a-z'-]+){1,5}? (?:among|from among|out of) (?:the|its|their|those"
    r"|all)(?: [a-z-]+){0,2}? (?P<base><sum>)(?: (?:they|he|she|it|we|that|who)(?: [a-z]+){1,2})?"
)
_LATER = (
    compiled(rf"(?P<base><sum>)<gap>{{0,90}}?(?: |\()(?P<count><sum>)(?: [a-z-]+){{0,2}}? {_OF_THEM}"),
    compiled(r"(?P<base><sum>)<gap>{0,60}?, (?:and )?of (?:which|whom|them|those) (?:only |just )?(?P<count><sum>)"),
)
_LOOSE = compiled(
    r"""(?P<base><sum>)(?: [a-z]|,)<gap>{0,60}?(?:; |, (?:and|but|of which|with) |,? (?:and|but) )
    (?:[a-z]+ ){0,2}?(?P<count><sum>)(?=,|\)| \(| (?:of them |said|did|were|are|was|have|had|has|passed|failed
    |voted))"""
)
_THEIRS = compiled(r"(?P<count><sum>)(?: [a-z-]+){0,2}? (?:out )?of (?:them|those|these)\b")


def within(line: Line) -> Iterator[Pair]:
    """The pairs of one sentence, each count once, the plainest words first."""
    used: set[str] = set()
    for pattern, last in (
        (_DIRECT, False), (_AMONG, False), (_LEADING, True), (_LATER[0], True), (_LATER[1], True), (_LOOSE, True),
    ):  # fmt: skip
        for m in pattern.finditer(line.text):
            count, base = line.claim_at(m.start("count")), line.claim_at(m.start("base"))
            if count.id in used or not fits(count, base) or (pattern is _LOOSE and not _borrowed(count, base)):
                continue
            used.add(count.id)
            yield Pair(count, base, m.start("count") if not last else m.start(), m.end(), last)


def over(before: Line, line: Line) -> Iterator[Pair]:
    """The one count of a sentence, and the part of it in the next: "They closed 96 of them"."""
    bases = [c for c in before.claims if c.kind in ("count", "money") and not c.implicit]
    found = list(_THEIRS.finditer(line.text))
    if len(bases) != 1 or len(found) != 1:
        return
    count = line.claim_at(found[0].start("count"))
    if fits(count, bases[0]):
        yield Pair(count, bases[0], found[0].start(), found[0].end(), True)


def fits(count: Claim, base: Claim) -> bool:
    """Whether one can be so many of the other."""
    a, b = count.quantity, base.quantity
    if a.stated is None or b.stated is None or not 0 <= a.stated <= b.stated or b.stated < 2:
        return False
    if a.direction or b.direction or count.implicit or base.implicit:
        return False
    return a.unit == b.unit and count.kind == base.kind


def _borrowed(count: Claim, base: Claim) -> bool:
    """Whether a bare number has its noun from the base."""
    if base.kind != "count":
        return count.kind == base.kind
    x, y = head(count), head(base)
    return y is not None and (x is None or x == y or (is_person(x) and is_person(y)))

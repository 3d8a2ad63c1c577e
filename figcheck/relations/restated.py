"""restates: a vague word or a bound, and the same story's count of the same thing: "dozens", "nearly 300"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from figcheck.models import Claim, Relation
from figcheck.relations.line import Line, head, tie, words
from figcheck.text.grammar import singular

__all__ = ["content", "find"]

_FEW = 24  # claims of one measure that are looked at: a story with more tells of many things
_TWENTY = 20  # below this, "several" and "about four" are loose talk
_COMMON = words("words", "common")
_PERSONS = words("words", "persons_in_general")
_CONTENT = re.compile(r"[a-z]{4,}")


def find(lines: Sequence[Line]) -> Iterator[Relation]:
    """Pairs in one story: a vague word, or a bound, and a count of the same thing."""
    yield from _vague(lines)


def content(text: str) -> frozenset[str]:
    """The words of a text that say what it is about, short words and common ones left out, plurals as one."""
    return frozenset(singular(w) for w in _CONTENT.findall(text) if w not in _COMMON)


def _vague(lines: Sequence[Line]) -> Iterator[Relation]:
    """ "Dozens died", and the same story's one count for it; "nearly 300", and its exact number."""
    told: dict[str, list[tuple[Line, Claim]]] = {}
    for line in lines:
        for c in line.claims:
            if c.kind == "count" and c.asserted and not (c.past or c.implicit or c.subset or c.additional):
                noun = head(c)
                key = c.measure or (f"{noun} {_done(line, c)}" if noun and _done(line, c) else None)
                if key:
                    told.setdefault(key, []).append((line, c))
    for group in told.values():
        counts = [c for _, c in group if c.quantity.stated is not None][:_FEW]
        for line, c in group[:_FEW]:
            vague = c.quantity.hedge == "vague" and (c.quantity.low or 0) >= _TWENTY
            if not vague and not _bounded(c):
                continue
            others = [d for d in counts if d.id != c.id and _counts_the_same(c, d) and not _side_by_side(line, c, d)]
            if len({d.quantity.stated for d in others}) != 1:
                continue
            if vague or others[0].quantity.hedge == "exact":
                yield tie("restates", line, {"vague" if vague else "bound": c, "count": others[0]}, None)


_DONE = re.compile(
    r" [a-z-]+(?: (?!and\b|or\b|but\b)[a-z-]+)?? (?:(?:were|was|have been|had been"
    r"|has been) )?(?P<verb>[a-z]{2,}(?:ed|t|en|ut|ld))\b"
)
_DID = re.compile(r"\b(?:have|has|had|they|it|police|officers|we|he|she) (?P<verb>[a-z]{2,}(?:ed|t|en|ut|ld)) $")


def _done(line: Line, c: Claim) -> str | None:
    """What is said of a count with no measure of its own: "640 houses burned" """
    at = line.at[line.claims.index(c)]
    m = _DID.search(line.text[max(0, at - 24) : at]) or _DONE.match(line.text, at + 1)
    return m.group("verb") if m else None


def _side_by_side(line: Line, a: Claim, b: Claim) -> bool:
    """Two figures of one clause are two things: "one person drowned and dozens were hurt"."""
    if a.part != b.part or a.sentence != b.sentence:
        return False
    first, last = sorted((a.start, b.start))
    return not re.search(r"[;:]", line.part.plain[first:last])


def _bounded(c: Claim) -> bool:
    """ "nearly 300", "more than 40": a count with a side that an exact one can break."""
    stated = c.quantity.stated
    return c.quantity.hedge in ("about", "more_than") and stated is not None and stated >= _TWENTY


def _group(claim: Claim) -> str | None:
    """Whom it counts; None for people in general."""
    who = claim.who.split()[-1].lower() if claim.who else head(claim)
    return None if who is None or singular(who) in _PERSONS else singular(who)


def _counts_the_same(vague: Claim, d: Claim) -> bool:
    if _group(vague) != _group(d) or (vague.period and d.period and vague.period != d.period):
        return False
    if d.quantity.hedge not in ("exact", "about", "at_least") or d.status != vague.status:
        return False
    return not (vague.place and d.place and vague.place != d.place) and not (
        vague.event and d.event and vague.event != d.event
    )

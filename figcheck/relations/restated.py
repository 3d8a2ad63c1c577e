"""restates: one figure told twice in a story, where the second telling points back or drops its scale word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from figcheck.models import Claim, Relation
from figcheck.relations.line import Line, head, same_noun, tie, words
from figcheck.relations.parts import is_person
from figcheck.text.grammar import singular

__all__ = ["content", "find"]

_BACK = re.compile(r"\b(?:its|their|his|her|those|these|that|this|the same|the)(?: (?:same|remaining|estimated))? $")
_STRONG_BACK = re.compile(r"\b(?:those|these|that|this|the same|all)(?: (?:same|of the))? $")
_FEW = 24  # claims of one measure that are looked at: a story with more tells of many things
_TWENTY = 20  # below this, "several" and "about four" are loose talk
_SCALES = tuple(Decimal(10) ** n for n in (3, 6, 9))
_COMMON = words("words", "common")
_PERSONS = words("words", "persons_in_general")
_NEXT = re.compile(r"[ -]([a-z]{4,})\b")
_CONTENT = re.compile(r"[a-z]{4,}")


def find(lines: Sequence[Line]) -> Iterator[Relation]:
    """Pairs in one story: the same digits a thousand or more apart, of the same thing; a vague word and a count."""
    yield from _slips(lines)
    yield from _vague(lines)


def _slips(lines: Sequence[Line]) -> Iterator[Relation]:
    """Figures whose digits agree and whose scale does not, by (digits, unit)."""
    groups: dict[tuple[str, str | None], list[tuple[Line, int]]] = {}
    for line in lines:
        for i, c in enumerate(line.claims):
            stated = c.quantity.stated
            if (
                c.kind in ("count", "money", "measurement")
                and stated
                and stated >= 1
                and not c.implicit
                and not c.quantity.direction
            ):
                digits = "".join(map(str, stated.as_tuple().digits)).strip("0")
                groups.setdefault((digits, c.quantity.unit), []).append((line, i))
    for (digits, _), found in groups.items():
        firsts: dict[Decimal | None, tuple[Line, int]] = {}  # by value: few, whatever the number of figures
        latest: dict[Decimal | None, tuple[Line, int]] = {}
        for line, i in found:
            new = line.claims[i].quantity.stated not in firsts
            firsts.setdefault(line.claims[i].quantity.stated, (line, i))
            latest[line.claims[i].quantity.stated] = (line, i)
            pair = next(((x, j) for x, j in firsts.values() if _apart(x.claims[j], line.claims[i])), None)
            near = next(((x, j) for x, j in latest.values() if _apart(x.claims[j], line.claims[i])), None)
            if near and new and _points_back(near, (line, i), digits):
                pair = near
            elif pair and not _same_item(pair, (line, i), digits):
                pair = None
            if pair:
                a, b = pair[0].claims[pair[1]], line.claims[i]
                at = line.at[i]
                m = _STRONG_BACK.search(line.text[max(0, at - 20) : at])
                span = (max(0, at - 20) + m.start(), max(0, at - 20) + m.end()) if m else None
                yield tie("restates", line, {"first": a, "again": b}, span)
                break


def _apart(a: Claim, b: Claim) -> bool:
    """Whether one is the other times a thousand, a million or a billion."""
    x, y = a.quantity.stated, b.quantity.stated
    return bool(x and y and max(x, y) / min(x, y) in _SCALES)


def _same_item(a: tuple[Line, int], b: tuple[Line, int], digits: str) -> bool:
    """Whether the second plainly means the first: it points back to its noun, or much else about it is the same."""
    first, second = a[0].claims[a[1]], b[0].claims[b[1]]
    before = b[0].text[max(0, b[0].at[b[1]] - 20) : b[0].at[b[1]]]
    x, y = head(first), head(second)
    close = abs(b[0].sentence.index - a[0].sentence.index) <= 4
    if close and x and x == y and _STRONG_BACK.search(before):
        return True
    if len(digits) < 2 or not same_noun(first, second) or a[0].sentence is b[0].sentence:
        return False
    attributive = _NEXT.match(b[0].text, b[0].at[b[1]] + 1)
    told = attributive.group(1) if attributive else None
    if told and told not in _COMMON and close and _BACK.search(before) and told in _CONTENT.findall(a[0].text):
        return True
    shared = _around(*a) & _around(*b)
    enough = 2 if first.kind == "money" or x != y or x is None else 1
    return len(shared) >= 3 or (len(shared) >= enough and _BACK.search(before) is not None)


_THE = re.compile(
    r"(?:^|[\s(\"'])(?:the|that|those|this|these|all the|all that)(?: (?:whole|full|entire|same|total))? $"
)
_THE_NOUN = re.compile(r"\b(?:the|that|this|its|their)(?: [a-z]+)? (?P<noun>[a-z]{4,}) of $")
_OWNER = re.compile(r"\bthe (?P<noun>[a-z]{4,})'s (?:entire |whole )?$")
_BARE = re.compile(
    r"(?: (?:will|would|is|was|are|were|has|have|had|could|can|should|may|might|must|came|comes|went|goes|do"
    r"|does|did|to|in"
    r"|for|from|who|that|which|it|he|she|they|if|by|on|at|and|as|or|but|over|within|before|after|since|among"
    r"|between|under|back|together|when|because|while|until|through|with|without|of|this|last|next|a|each"
    r"|now|then|also|not|live|depend|need|remain)\b"
    r"|[,.;)\"']| ?[\ue000-\ue009]|$)"
)


def _points_back(a: tuple[Line, int], b: tuple[Line, int], digits: str) -> bool:
    """ "The $340 billion will …": a sum that the story has not told yet, and yet tells as known."""
    first, second = a[0].claims[a[1]], b[0].claims[b[1]]
    line, at = b[0], b[0].at[b[1]]
    apart = line.sentence.index - a[0].sentence.index
    if first.part != second.part or not 0 <= apart <= 4 or second.additional or second.subset:
        return False
    before, after = line.text[max(0, at - 40) : at], line.text[at + 1 : at + 40]
    x, y = head(first), head(second)
    if x and y and x != y and not (is_person(x) and is_person(y)):
        return False
    owner = _OWNER.search(before)
    if owner is not None and len(digits) > 1 and apart <= 2:
        return owner.group("noun") in _CONTENT.findall(a[0].text)
    noun = _THE_NOUN.search(before)
    if noun is not None and len(digits) > 1:
        return any(w[:4] == noun.group("noun")[:4] for w in _CONTENT.findall(a[0].text))
    deal = _NEXT.match(line.text, at + 1)
    named = deal is not None and deal.group(1) in words("words", "deals") and second.kind == "money" and apart <= 2
    measured = second.kind == "measurement"
    if (
        not _THE.search(before)
        or not (_BARE.match(after) or named or measured)
        or (y and second.quantity.unit is None and x != y)
    ):
        return False
    return len(digits) > 1 or (apart == 1 and line.text[:at].strip("\"' ") == "the")


def content(text: str) -> frozenset[str]:
    """The words of a text that say what it is about, short words and common ones left out, plurals as one."""
    return frozenset(singular(w) for w in _CONTENT.findall(text) if w not in _COMMON)


def _around(line: Line, i: int) -> frozenset[str]:
    at = line.at[i]
    near = line.text[max(0, at - 50) : at + 60]
    return frozenset(_CONTENT.findall(near)) - _COMMON


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

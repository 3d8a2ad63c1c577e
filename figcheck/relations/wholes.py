"""part_of over sentences: a total told in the next one, and those aboard as dead, rescued and missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from figcheck.models import Claim, Evidence, Relation
from figcheck.relations.line import Line, alternatives, compiled, head, same_unit, tie, words
from figcheck.relations.parts import addable, exclusive, is_list

__all__ = ["find_manifests", "find_next", "find_of_those"]

_NAMES = ("two", "three", "four", "five", "six", "seven", "eight")
_TOGETHER = r"(?:together|combined|altogether|in all|in total|all told|between them)"
_ALL_OF_THEM = compiled(
    rf"^[\"' ]*(?:all <count>(?= )|{_TOGETHER}|that (?:makes|made|adds up to|added up to|comes to|came to|gives|brings)"
    r"|the (?:combined )?(?:total|sum) (?:is|was|comes to|came to|stands at|stood at)"
    rf"|(?:the |all )?(?:<count>|{'|'.join(_NAMES)})[a-z -]{{0,24}}? {_TOGETHER})(?!\w)"
)
_OTHER_CLAUSE = re.compile(r"[.;]|\b(?:while|but|after|when|because|although|though|which)\b")


def find_next(before: Line, line: Line) -> Iterator[Relation]:
    """The parts in one sentence and their total in the next: "The three together received 1,204 votes." """
    m = _ALL_OF_THEM.search(line.text)
    if m is None:
        return
    whole = next((c for c, at in zip(line.claims, line.at) if at >= m.end() - 2 and c.kind in ("count", "money")), None)
    if whole is None or whole.additional or whole.quantity.direction or whole.quantity.stated is None:
        return
    items, told = _items(before, whole), _how_many(line, m)
    if len(items) < 2 or (told is not None and told != len(items)):
        return
    if _OTHER_CLAUSE.search(before.text[before.at[items[0]] : before.at[items[-1]]]):
        return
    parts = [before.claims[i] for i in items]
    all_of = line.text.lstrip("\"' ").startswith("all ")
    if all_of and not (is_list(before, items) and exclusive(before, items)):
        return
    if told is None and not all_of and not (head(whole) and all(head(c) == head(whole) for c in parts)):
        return
    if all(c.quantity.stated is not None and c.quantity.stated < whole.quantity.stated for c in parts):
        yield tie("part_of", line, {"whole": whole, "parts": parts}, m.span(), exhaustive=True, exclusive=True)


_OF_THOSE = compiled(r"^[\"' ]*(?:of|among) (?:those|them|these)(?: [a-z]+)?,[ ](?=(?:[a-z]+ )?<count>)")
_BARE = compiled(r"^[\"' ]*<count>(?: of (?:them|those))? (?:were|was|are|is|came|died)\b")
_LEFT = re.compile(rf"\b(?:{alternatives('part', 'rest')})\b[^,]{{0,12}}$")


def find_of_those(before: Line, line: Line) -> Iterator[Relation]:
    """ "Police arrested 86 people. Of those, 52 were men and 44 women." """
    opened = _OF_THOSE.search(line.text) or _BARE.search(line.text)
    wholes = [c for c in before.claims if c.kind == "count" and not c.implicit]
    if opened is None or len(wholes) != 1 or wholes[0].quantity.direction or not wholes[0].quantity.stated:
        return
    items = [i for i, c in enumerate(line.claims) if c.kind == "count" and not c.implicit]
    claims = [line.claims[i] for i in items]
    if len(items) < 2 or len(items) != len(line.claims) or any(c.additional or c.quantity.direction for c in claims):
        return
    if not all(c.quantity.stated is not None and c.quantity.stated < wholes[0].quantity.stated for c in claims):
        return
    rest = _LEFT.search(line.text[max(0, line.at[items[-1]] - 40) : line.at[items[-1]]]) is not None
    apart = exclusive(line, items)
    if (rest or apart) and is_list(line, items):
        yield tie(
            "part_of", line, {"whole": wholes[0], "parts": claims}, opened.span(), exhaustive=rest, exclusive=apart
        )  # fmt: skip


def _how_many(line: Line, m: re.Match[str]) -> int | None:
    """The number of parts that the words give: "the three candidates together"."""
    said = next((n for n, name in enumerate(_NAMES, 2) if re.search(rf"\b{name}\b", m.group())), None)
    letter = re.search(compiled("<count>").pattern, m.group())
    if said is None and letter is not None:
        stated = line.claim_at(m.start() + letter.start()).quantity.stated
        return int(stated) if stated is not None and 2 <= stated <= 20 else None
    return said


def _items(line: Line, whole: Claim) -> list[int]:
    """All figures of a sentence that could be added into the whole; none where one of them is a part itself."""
    if any(c.subset or c.kind in ("percent", "ratio") for c in line.claims):
        return []
    items = [i for i, c in enumerate(line.claims) if same_unit(c, whole) and not c.implicit]
    claims = [line.claims[i] for i in items]
    if any(c.quantity.direction or c.additional or not addable(whole, c) for c in claims):
        return []
    return items if len({head(c) for c in claims} - {None}) <= 1 or exclusive(line, items) else []


_OUTCOMES = ("outcome_dead", "outcome_alive", "outcome_missing", "outcome_injured", "outcome_unhurt")
_PARTITIONS = ({0, 1, 2}, {0, 3, 4})  # dead, rescued and missing; dead, hurt and unhurt
_SURVIVED = re.compile(r"\bsurviv\w+\b")
_SOUGHT_FOR = re.compile(r"\b(?:missing|unaccounted|search\w*|looking for|so far|bodies|feared|trapped)\b")
_OF_THEM = re.compile(r" of (?:them|those|these)\b")
_ONE_MORE = re.compile(
    r"\b(?:one|another|a (?:man|woman|child|boy|girl|baby|passenger))\b[^.;]{0,40}\b(?:hospital|coma|intensive care)\b"
)
_IN_HOSPITAL = re.compile(
    r"^ (?:[a-z]+ ){0,3}?(?:in hospital|in the hospital|hospitalized|in a coma|in intensive care)\b"
)
_ABOARD = compiled(rf"\b(?:{alternatives('part', 'aboard')})\b")
_CARRYING = frozenset({"carrying", "carried", "had carried"})
_SOUGHT = re.compile(r"\b(?:looking|searching|search|hunting) for (?:the )?(?:other )?$")
_MEASURES = {"killed": 0, "rescued": 1, "alive": 1, "missing": 2, "injured": 3}


def find_manifests(lines: Sequence[Line]) -> Iterator[Relation]:
    """aboard = dead + rescued + missing, where one sentence gives all three and the story one number aboard."""
    aboard: dict[str, tuple[Line, Claim, Evidence]] = {}
    for line in lines:
        for m in _ABOARD.finditer(line.text):
            claim = _nearest(line, m.start(), m.end(), after=m.group() in _CARRYING)
            if claim is not None and claim.quantity.stated is not None:
                aboard.setdefault(str(claim.quantity.stated), (line, claim, line.evidence(m.start(), m.end())))
    if len(aboard) != 1:
        return
    _, whole, said = next(iter(aboard.values()))
    for line in lines:
        parts = _outcomes(line, whole)
        if parts is not None:
            found = tie("part_of", line, {"whole": whole, "parts": parts}, None, exhaustive=True, exclusive=True)
            yield found.model_copy(update={"words": (said,)})
            return


def _nearest(line: Line, start: int, end: int, after: bool) -> Claim | None:
    best: tuple[int, Claim] | None = None
    for at, claim in zip(line.at, line.claims):
        far = at - end if at >= end else start - at
        if claim.kind != "count" or far > 45 or claim.subset or claim.implicit or claim.additional:
            continue
        if claim.measure in _MEASURES or (after and at < start):
            continue
        if best is None or far < best[0]:
            best = (far, claim)
    return best[1] if best else None


def _outcomes(line: Line, whole: Claim) -> list[Claim] | None:
    """One claim for each of dead, rescued and missing in a sentence; None where one lacks or doubles."""
    found: dict[int, Claim] = {}
    for n, (at, claim) in enumerate(zip(line.at, line.claims)):
        if claim.id == whole.id or claim.kind != "count":
            continue
        if claim.subset and not _OF_THEM.match(line.text, at + 1):
            continue
        stop = line.at[n + 1] if n + 1 < len(line.at) else len(line.text)
        kind = _outcome(line, claim, at, stop)
        if kind is None:
            continue
        if kind in found:
            return None
        found[kind] = claim
    if set(found) in _PARTITIONS:
        return [found[k] for k in sorted(found)]
    if set(found) != {0, 1} or not _SURVIVED.search(line.text) or _SOUGHT_FOR.search(line.part.lower, 0, 20_000):
        return None
    both = [found[0], found[1]]
    others = [
        (at, c) for at, c in zip(line.at, line.claims) if c not in both and c.kind == "count" and c.id != whole.id
    ]
    if not others:
        known = sum((c.quantity.stated or 0) for c in both) + 1
        return None if _ONE_MORE.search(line.text) and known == whole.quantity.stated else both
    at, more = others[0]
    if (
        len(others) > 1
        or not _IN_HOSPITAL.search(line.text[at + 1 :])
        or any(c.quantity.stated is None for c in (*both, more))
    ):
        return None
    known = sum((c.quantity.stated or 0) for c in both)  # the one in hospital may be among those who survived
    return both if known == whole.quantity.stated else [*both, more]


def _outcome(line: Line, claim: Claim, at: int, stop: int) -> int | None:
    if _SOUGHT.search(line.text[max(0, at - 24) : at]):
        return 2
    near = re.findall(r"[a-z]+", line.text[at + 1 : stop])[:6]
    if claim.measure in _MEASURES and not any(w in words("part", "outcome_unhurt") for w in near):
        return _MEASURES[claim.measure]
    return next((n for word in near for n, key in enumerate(_OUTCOMES) if word in words("part", key)), None)

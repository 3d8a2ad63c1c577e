"""part_of: a whole and its parts, and whether the words say that the parts are all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from figcheck.models import Claim, Relation
from figcheck.relations.line import Line, alternatives, compiled, head, same_noun, same_unit, tie, words
from figcheck.words import load

__all__ = ["find"]

_JOIN = re.compile(r"[^;:.()]{0,90}$")
_SUBSET = re.compile(rf"\b(?:{alternatives('part', 'subset')})\b[^,]*$")
_REST = re.compile(rf"\b(?:{alternatives('part', 'rest')})\b[^,]{{0,12}}$")
_EXHAUSTIVE = compiled(rf"<amount><gap>{{0,45}}?\b(?:{alternatives('part', 'exhaustive')})\b")
_COLON = compiled(
    r"<amount>[^;:,()<letters>]{0,40}(?P<mark>:| \(| ?(?:\u2013|\u2014|--) ?| - )(?=[^;:.,<letters>]{0,25}<any>)"
)
_OF = compiled(
    r"(?:^[\"' ]*|[,;:] (?:but |and |said |that )?|\" ?|\b(?:said|that|and|but) )(?:of|out of|among) (?:the |those |these |its |their |his |her |all |a total of )?(?:[a-z]+ )?<amount>"
)
_INCLUDING = compiled(
    rf"<amount><gap>{{0,60}}?,? \b(?P<word>{alternatives('part', 'including')})\b(?=[^;:.]{{0,25}}<any>)"
)
_PAIR = compiled(r"<amount> (?:out )?of (?:the |those |these |its |their |all )?(?:[a-z]+ ){0,1}<amount>")
_TOTAL = compiled(
    rf"<amount>[^;:.<letters>]{{0,30}}?\b(?:{alternatives('part', 'sum')})\b|\b(?:{alternatives('part', 'sum')})\b[^;:.,<letters>]{{0,12}}<amount>"
)
_PLACE = re.compile(r"(?:\s[\w'-]+){0,4}?\s(?:in|at|from|near|around)\s(?:the\s)?[^\W\d_a-z]")
_PURPOSE = re.compile(r"(?:\s[\w'-]+){0,3}?\s(?:for|to|on|toward|towards|into)\s")
_END = re.compile(r"[.;]|\b(?:while|but|after|when|because|although|though|who|which)\b")


def find(line: Line) -> Iterator[Relation]:
    """Wholes and parts inside one sentence; each whole at most once, the strongest words first."""
    if len(line.claims) < 2:
        return
    seen: set[str] = set()
    for found in (_exhaustive, _colon, _total, _of, _including, _pairs):
        for relation in found(line):
            whole = relation.roles["whole"][0]
            if whole not in seen:
                seen.add(whole)
                yield relation


def _items(line: Line, whole: int, start: int, stop: int) -> list[int]:
    """The figures of a list between two template offsets that have the whole's unit, subsets left out."""
    out: list[int] = []
    previous = start
    for i, at in enumerate(line.at):
        if at < start or i == whole:
            continue
        if at >= stop:
            break
        before = line.text[previous:at]
        claim = line.claims[i]
        if not same_unit(claim, line.claims[whole]):
            if claim.kind in ("age", "duration") or before.rstrip().endswith("("):
                continue
            if claim.kind == "percent" and not out:
                return []
            continue
        if not _JOIN.search(before) or (out and _END.search(before)):
            break
        previous = at + 1
        if claim.additional and not out:
            return []
        if (claim.subset and _SUBSET.search(before)) or (out and _SUBSET.search(before)):
            continue
        out.append(i)
    return out


def _tail(line: Line, items: Sequence[int], n: int) -> tuple[int, int]:
    start = line.at[items[n]] + 1
    if n + 1 < len(items):
        return start, line.at[items[n + 1]]
    later = [line.at[i] for i in range(items[n] + 1, len(line.at))]
    return start, min([*later, len(line.text)])


def _exclusive(line: Line, items: Sequence[int]) -> bool:
    """Whether no member of one part can be in another: men and women, one town and another, one purpose and another."""
    if len(items) < 2:
        return True
    tails = [_tail(line, items, n) for n in range(len(items))]
    texts = [re.findall(r"[a-z'-]+", line.text[a:b])[:5] for a, b in tails]
    for row in load("relations.toml")["exclusive"].values():
        members = frozenset(row.split())
        found = [next((w for w in t if w in members), None) for t in texts]
        if all(found) and len(set(found)) == len(found):
            return True
    sources = [line.part.plain[line.source(a) : line.source(b)] for a, b in tails]
    if all(_PLACE.match(s) for s in sources):
        return not any(" in the " in s and "region" in s for s in sources)
    return line.claims[items[0]].kind == "money" and all(_PURPOSE.match(s) for s in sources)


def _usable(line: Line, whole: int, items: Sequence[int]) -> bool:
    claims = [line.claims[i] for i in (whole, *items)]
    if any(c.kind in ("ratio", "rate", "age") or c.quantity.direction is not None for c in claims):
        return False
    return not any(c.additional for c in claims) and all(c.id != claims[0].id for c in claims[1:])


def _relation(
    line: Line, whole: int, items: Sequence[int], span: tuple[int, int], exhaustive: bool
) -> Iterator[Relation]:
    if not items or not _usable(line, whole, items):
        return
    exclusive = _exclusive(line, items)
    parts = [line.claims[i] for i in items]
    yield tie(
        "part_of", line, {"whole": line.claims[whole], "parts": parts}, span, exhaustive=exhaustive, exclusive=exclusive
    )  # fmt: skip


def _stop(line: Line, start: int) -> int:
    """Where a list that begins at `start` can no longer go on."""
    m = re.compile(r"[;.](?=\s|$)").search(line.text, start)
    return m.start() if m else len(line.text)


def _exhaustive(line: Line) -> Iterator[Relation]:
    for m in _EXHAUSTIVE.finditer(line.text):
        whole = line.index_at(m.start())
        items = _items(line, whole, m.end(), _stop(line, m.end()))
        if len(items) > 1:
            yield from _relation(line, whole, items, (m.start() + 1, m.end()), True)


def _colon(line: Line) -> Iterator[Relation]:
    for m in _COLON.finditer(line.text):
        mark = m.group("mark").strip()
        closing = {"(": ")", ":": "."}.get(mark, mark)
        stop = line.text.find(closing, m.end())
        stop = stop if stop > 0 else len(line.text)
        if mark == ":":
            stop = len(line.text)
        whole = line.index_at(m.start())
        items = _items(line, whole, m.end(), stop)
        if len(items) > 1 and _is_list(line, items):
            yield from _relation(line, whole, items, (m.end() - 1, line.at[items[0]]), mark != "-")


def _is_list(line: Line, items: Sequence[int]) -> bool:
    """A list is joined by commas and "and", and every item is named like the first."""
    joints = [line.text[line.at[a] + 1 : line.at[b]] for a, b in zip(items, items[1:])]
    return bool(re.search(r"\b(?:and|plus|&)\b", joints[-1])) and all(
        "," in j or " and " in j or " plus " in j for j in joints
    )


def _total(line: Line) -> Iterator[Relation]:
    for m in _TOTAL.finditer(line.text):
        first = compiled("<amount>").match(line.text, m.start()) is not None
        whole = line.index_at(m.start() if first else m.end() - 1)
        before = [i for i in range(whole) if same_unit(line.claims[i], line.claims[whole])]
        start = line.text.rfind(";", 0, line.at[whole]) + 1
        items = _items(line, whole, start, line.at[whole])
        if len(items) > 1 and items == [i for i in before if line.at[i] >= start] and _is_list(line, items):
            yield from _relation(line, whole, items, (m.start(), m.end()), True)


def _of(line: Line) -> Iterator[Relation]:
    for m in _OF.finditer(line.text):
        whole = line.index_at(m.end() - 1)
        if whole and re.search(compiled(r"<amount>$").pattern, line.text[: m.start()]):
            continue  # "20 of the 50" is a pair
        items = _items(line, whole, m.end(), _stop(line, m.end()))
        if not items or not all(same_noun(line.claims[whole], line.claims[i]) or line.claims[i].subset for i in items):
            items = [i for i in items if line.claims[i].subset or _bare(line, i)] if items else []
        if not items:
            continue
        rest = any(_REST.search(line.text[max(m.end(), line.at[i] - 40) : line.at[i]]) for i in items)
        yield from _relation(line, whole, items, (m.start(), m.end() - 1), rest and len(items) > 1)


def _bare(line: Line, i: int) -> bool:
    """A part that names members of the whole by a verb or a group, not things of another kind."""
    return bool(
        re.match(
            r"\s(?:were|was|are|is|had|have|came|died|go|goes|went|will|in|from|at|for|to|on|[a-z]+)\b",
            line.text[line.at[i] + 1 :],
        )
    )


def _including(line: Line) -> Iterator[Relation]:
    for m in _INCLUDING.finditer(line.text):
        whole = line.index_at(m.start())
        items = _items(line, whole, m.end(), _stop(line, m.end()))
        yield from _relation(line, whole, items, (m.start("word"), m.end("word")), False)


def _pairs(line: Line) -> Iterator[Relation]:
    for m in _PAIR.finditer(line.text):
        part, whole = line.index_at(m.start()), line.index_at(m.end() - 1)
        if same_unit(line.claims[part], line.claims[whole]) and line.claims[part].kind in ("count", "money"):
            yield from _relation(line, whole, [part], (m.start() + 1, m.end() - 1), False)


_TOGETHER = re.compile(r"\b(?:together|combined|altogether|in all|in total|all told|a total of|between them)\b")
_ALL_OF_THEM = re.compile(
    r"^[\"' ]*(?:together|combined|altogether|in all|in total|all told|that (?:makes|made|adds up to|added up to|comes to|came to|gives|brings)|"
    r"the (?:total|combined total|sum) (?:is|was|comes to|came to|stands at|stood at)|(?:the |all )?(?:\ue000|two|three|four|five|six|seven|eight)[a-z -]{0,24}? (?:together|combined|altogether|in all|in total))\b"
)


def find_next(before: Line, line: Line) -> Iterator[Relation]:
    """The parts in one sentence and their total in the next: "Together they received 1,204 votes." """
    m = _ALL_OF_THEM.search(line.text)
    if m is None:
        return
    wholes = [i for i, c in enumerate(line.claims) if line.at[i] >= m.end() - 1 and c.kind in ("count", "money")]
    told = _said_number(m.group())
    items = _items_of_one_kind(before, line.claims[wholes[0]]) if wholes else []
    if len(items) < 2 or (told is not None and told != len(items)) or _END.search(before.text[before.at[items[0]] : before.at[items[-1]]]):
        return
    claims = [before.claims[i] for i in items]
    whole = line.claims[wholes[0]]
    if whole.additional or whole.quantity.direction or any(c.quantity.direction or c.additional for c in claims):
        return
    if told is None and not all(head(c) == head(whole) for c in claims):
        return
    yield tie("part_of", line, {"whole": whole, "parts": claims}, m.span(), exhaustive=True, exclusive=True)


def _said_number(text: str) -> int | None:
    names = ("two", "three", "four", "five", "six", "seven", "eight")
    return next((n for n, name in enumerate(names, 2) if re.search(rf"\b{name}\b", text)), None)


def _items_of_one_kind(line: Line, whole: Claim) -> list[int]:
    """All figures of a sentence that could be added into the whole; none where one of them names another thing."""
    items = [i for i, c in enumerate(line.claims) if same_unit(c, whole) and not c.implicit and not c.subset]
    if any(c.subset for c in line.claims) or any(c.kind in ("percent", "ratio") for c in line.claims):
        return []
    named = {head(line.claims[i]) for i in items} - {None}
    return items if len(named) <= 1 and (head(whole) is None or named <= {head(whole)}) else []


_OUTCOMES = ("outcome_dead", "outcome_alive", "outcome_missing")
_ABOARD = compiled(rf"\b(?:{alternatives('part', 'aboard')})\b")
_MEASURES = {"killed": 0, "rescued": 1, "alive": 1, "missing": 2}


def find_manifests(lines: Sequence[Line]) -> Iterator[Relation]:
    """aboard = dead + rescued + missing, where one sentence gives all three and the story one number aboard."""
    aboard: dict[str, tuple[Line, Claim]] = {}
    for line in lines:
        for m in _ABOARD.finditer(line.text):
            i = _nearest(line, m.start(), m.end(), after=m.group() in ("carrying", "carried", "had carried"))
            if i is not None and i.quantity.stated is not None:
                aboard.setdefault(str(i.quantity.stated), (line, i))
    if len(aboard) != 1:
        return
    where, whole = next(iter(aboard.values()))
    for line in lines:
        parts = _outcomes(line, whole)
        if parts is not None:
            span = (line.at[line.claims.index(parts[0])], line.at[line.claims.index(parts[0])])
            relation = tie("part_of", line, {"whole": whole, "parts": parts}, span, exhaustive=True, exclusive=True)
            yield relation.model_copy(update={"words": (_aboard_words(where, whole),)})
            return


def _aboard_words(line: Line, whole: Claim) -> Any:
    at = line.at[line.claims.index(whole)]
    near = min(_ABOARD.finditer(line.text), key=lambda m: abs(m.start() - at))
    return line.evidence(near.start(), near.end())


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
        if claim.id == whole.id or claim.kind != "count" or claim.subset:
            continue
        stop = line.at[n + 1] if n + 1 < len(line.at) else len(line.text)
        kind = _outcome(line, claim, at, stop)
        if kind is None:
            continue
        if kind in found:
            return None
        found[kind] = claim
    return [found[k] for k in sorted(found)] if len(found) == 3 else None


def _outcome(line: Line, claim: Claim, at: int, stop: int) -> int | None:
    if claim.measure in _MEASURES:
        return _MEASURES[claim.measure]
    near = re.findall(r"[a-z]+", line.text[at + 1 : stop])[:6]
    for word in near:
        for n, key in enumerate(_OUTCOMES):
            if word in words("part", key):
                return n
    return None

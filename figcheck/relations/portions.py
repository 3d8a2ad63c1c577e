"""percent_of and ratio_of round a count and its base: the share told after, before, or in the next sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from figcheck.models import Claim, Relation
from figcheck.relations.line import Line, compiled, head, same_noun, tie
from figcheck.relations.pairs import Pair, fits, over, within
from figcheck.relations.ratios import SHARE, tied

__all__ = ["find", "find_next"]

_TOLD = rf"(?:(?P<percent><percent>)|{SHARE})"
_RATE = r"(?:[a-z]+ ){0,2}?(?:rate|share|proportion|turnout|percentage|ratio|occupancy|attendance)"
_THAT_IS = r"""(?:which|that|this|it) (?:is|was|means|represents|amounts to|makes|makes up|equals|comes to)
|representing|amounting to|equal to|equivalent to|making up|making|accounting for|meaning|i\.e\."""
_TIE = rf"(?:, (?:or )?|,? or |,? \((?:or )?|<dash>(?:or )?|; |,? (?:{_THAT_IS}) |,? )(?:(?:an?|the|its) {_RATE} of )?"
_WHOLE = r"(?!(?:girls|boys|women|men|children|adults|elderly|young)\b)(?:[a-z-]+ )?[a-z'-]+"
_END = rf"""(?=[),;"]|\.(?:\s|$|")|$| - | ?(?:\u2013|\u2014|--)
| of (?:them|those|all|all of them|it|(?:the|its|their|all|all the|all its|the whole
    |the entire) {_WHOLE}(?: (?:in|at) (?:the|this|that) [a-z]+)?)
(?:[,.;:)"]|$))"""
_NEXT_TO = rf"{_TOLD}{_END}"


@cache
def _after() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What is said after a pair: next to a count that stands last, or after the words that follow a base."""
    strong = _TIE.replace("|,? )(?:(?:an?", ")(?:(?:an?")
    return (
        compiled(rf"(?: (?!of\b|per\b)[a-z'-]+){{0,3}}?{strong}{_NEXT_TO}"),
        compiled(rf"<gap>{{0,70}}?{strong}{_NEXT_TO}"),
    )


_BEFORE = (
    # a majority of the parents, 410 of 1,030;  36 percent of those tested (210 of 750)
    compiled(rf"{_TOLD} (?:of )?[a-z' -]{{2,60}}?(?:, |,? \(|<dash>)(?:or |some |only )?$"),
    # one in four posts is empty, the union said: 310 of 2,480
    compiled(rf"(?:{_TOLD}|(?P<most>most) )<gap>{{2,110}}?: (?:only |just )?$"),
    # turnout was 64 percent, with 8,300 of the 16,400 voters
    compiled(
        rf"\b{_RATE} (?:was|is|stood at|reached|of|came to|hit) (?P<percent><percent>)<gap>{{0,20}}?, (?:with|as|or) $"
    ),
)
# more than half of the 84 shops stand empty; the owner counts 37
_THEN = compiled(
    rf"{SHARE} of (?:[a-z' -]{{2,40}}? )?(?P<base><sum>)<gap>{{0,60}}?(?:;|:"
    rf"|<dash>) ?<gap>{{0,40}}?(?P<count><sum>)(?: (?!in\b|at\b|on\b|from\b)<gap>{{0,60}})?[.]?$"
)
_CLOSED = re.compile(r"(?: (?!and\b|or\b|to\b)[a-z'-]+){0,2}(?:[,;)]|\.(?:\s|$|\")|$| ?[\u2013\u2014]| - )")
_OPEN = compiled(r"<gap>{0,60}(?:[.;]|$)")
_THAT = compiled(
    rf"""^["' ]*(?:that|this|it|which|the (?:share|figure|rate|total)) (?:is|was|represents|represented|means|meant
    |amounts to|amounted to|comes to|came to|makes|made|works out (?:at|to)|worked out (?:at|to)|equals|equaled|would be
    |translates to|translates into|makes up|accounts for) (?:(?:an?|the) {_RATE} of )?{_NEXT_TO}"""
)
_LEAD = 150


def find(line: Line, used: set[str]) -> Iterator[Relation]:
    """Shares told in the sentence of their count and base; `used` are the shares that other words tie already."""
    if len(line.claims) < 2:
        return
    for pair in within(line):
        relation = _told_after(line, pair) or _told_before(line, pair)
        if relation is not None and not used & _told(relation):
            used |= _told(relation)
            yield relation
    m = _THEN.search(line.text)
    if m is not None:
        pair = Pair(line.claim_at(m.start("count")), line.claim_at(m.start("base")), m.start(), m.end(), True)
        relation = (
            _relation(line, pair, m) if fits(pair.count, pair.base) and same_noun(pair.count, pair.base) else None
        )
        if relation is not None and not used & _told(relation):
            used |= _told(relation)
            yield relation
    for at, claim in zip(line.at, line.claims):
        relation = _told_out_of(line, at) if claim.kind == "ratio" else None
        if relation is not None and not used & _told(relation):
            used |= _told(relation)
            yield relation


def _told_out_of(line: Line, at: int) -> Relation | None:
    """The same for a count and its base that are one figure: "58 out of 120"."""
    claim = line.claim_at(at)
    if claim.kind != "ratio" or " of " not in claim.quote or sum(c.isdigit() for c in claim.quote) < 3:
        return None
    pair = Pair(claim, claim, at, at + 1, False)
    relation = _told_before(line, pair) or _told_after(line, pair)
    if relation is None or claim.id in relation.roles.get("ratio", ()):
        return None
    told = {k: v for k, v in relation.roles.items() if k not in ("count", "base")}
    key = "ratio" if relation.kind == "percent_of" else "counts"
    return relation.model_copy(update={"roles": {key: (claim.id,), **told}})


def _told(relation: Relation) -> set[str]:
    return {i for role in ("percent", "ratio") for i in relation.roles.get(role, ())}


def _told_after(line: Line, pair: Pair) -> Relation | None:
    next_to, later = _after()
    m = (next_to if pair.last else later).match(line.text, pair.end)
    if m is None:
        return None
    return _relation(line, pair, m)


def _told_before(line: Line, pair: Pair) -> Relation | None:
    """The share before a pair that stands beside it, in brackets or after a colon."""
    if pair.last:
        return None
    begin = max(0, pair.start - _LEAD)
    before = line.text[begin : pair.start]
    for n, pattern in enumerate(_BEFORE):
        m = pattern.search(before)
        if m is None or not (_OPEN if n else _CLOSED).match(line.text, pair.end):
            continue
        return _relation(line, pair, m, begin)
    return None


def _relation(line: Line, pair: Pair, m: re.Match[str], offset: int = 0) -> Relation | None:
    told = m.groupdict()
    roles: dict[str, Claim] = {"count": pair.count, "base": pair.base}
    if told.get("percent"):
        percent = line.claim_at(offset + m.start("percent"))
        if percent.quantity.unit != "percent" or percent.quantity.direction or percent.quantity.stated is None:
            return None
        return tie("percent_of", line, {**roles, "percent": percent}, None)
    if told.get("ratio"):
        roles["ratio"] = line.claim_at(offset + m.start("ratio"))
    key = next(k for k in ("ratio", "word", "most") if told.get(k))
    start = m.start("soft") if told.get("soft") else m.start(key)
    return tied(
        line, roles, told.get("word") or told.get("most"), told.get("soft") or "", (offset + start, offset + m.end(key))
    )


def find_next(before: Line, line: Line, used: set[str]) -> Iterator[Relation]:
    """ "Of the 400 pupils, 312 passed. That is 60 percent." "It has 400. It sent home 312 of them, or 60 percent." """
    m = _THAT.search(line.text)
    if m is not None:
        pairs = list(within(before))
        if len(pairs) == 1 and sum(c.kind in ("count", "money") and not c.implicit for c in before.claims) <= 3:
            relation = _relation(line, pairs[0], m)
            if relation is not None and not used & _told(relation):
                used |= _told(relation)
                yield relation
        return
    yield from _turnout(before, line, used)
    for pair in over(before, line):
        relation = _told_after(line, pair)
        if relation is not None and not used & _told(relation):
            used |= _told(relation)
            yield relation


_TURNOUT = compiled(
    r"\b(?:turnout|participation)(?: [a-z]+){0,4}? (?:was|of|stood at|reached|hit|came to"
    r"|at) (?P<percent><percent>)(?=[,.;)]|$|\s(?:of|said|at|when))"
)
_CAST = re.compile(r"\b(?:cast|voted|turned out|took part|ballots)\b")


def _turnout(before: Line, line: Line, used: set[str]) -> Iterator[Relation]:
    """ "Turnout was 51 percent. Of 120,000 voters, 61,000 cast ballots.", in either order."""
    for one, other in ((before, line), (line, before)):
        m, pairs = _TURNOUT.search(one.text), list(within(other))
        if m is None or len(pairs) != 1 or not _CAST.search(other.text) or len(one.claims) != 1:
            continue
        if head(pairs[0].base) not in ("voter", "elector", "person", "citizen", "member"):
            continue
        relation = _relation(one, pairs[0], m)
        if relation is not None and not used & _told(relation):
            used |= _told(relation)
            yield relation

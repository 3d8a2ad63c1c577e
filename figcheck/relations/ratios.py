"""ratio_of: a share in words ("one in five", "two-thirds", "less than half") against the counts given for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from figcheck.models import Claim, Hedge, Relation
from figcheck.relations.line import Line, compiled, tie

__all__ = ["SHARE", "find", "find_next", "tied"]

_THAT_IS = r"(?:that is|which is|representing|amounting to|equal to|equivalent to)"
_TIE = rf"(?:,? or |, |,? \(|<dash>|,? {_THAT_IS} )(?:or |that is )?"
_SOFT = (
    r"(?:only |just |slightly |a little |a bit |well |far |some |about |roughly |around |nearly |almost "
    r"|more than |less than |fewer than |over |under |at least |exactly |barely |a )*"
)
_WORD = (
    r"every (?:second|third|fourth|fifth|sixth|seventh|eighth|tenth)|half|most(?= of\b| \(|,| [a-z]+s(?:,| \())"
    r"|the majority|an? (?:[a-z]+ )?majority|a minority|a third|two[- ]thirds|a quarter"
    r"|three[- ]quarters|a fifth|a tenth"
)
SHARE = rf"(?P<soft>{_SOFT})(?:(?P<ratio><ratio>)|(?P<word>{_WORD}))"
_BY_COUNTS = (
    # 160 of the 240 homes, or two-thirds
    rf"""(?P<count><sum>)(?: <noun>| )(?:out )?of <the><noun>(?P<base><sum>)<gap>{{0,60}}?
    {_TIE}{SHARE}<end>""",
    # two-thirds of the 240 homes, or 160
    rf"""{SHARE} of <the><noun>(?P<base><sum>)(?: [a-z'-]+){{0,6}}?(?:, or |,? \(|, |<dash>)
    (?P<count><sum>)(?: (?:people|of them|in all))?<stop>""",
    # two-thirds of the homes, 160 of 240
    rf"""{SHARE} of (?:the |its |their |all )?[a-z -]{{2,40}}?(?:, or |,? \(|, |<dash>)
    (?P<count><sum>) (?:out )?of <the>(?P<base><sum>)<stop>""",
    # of the 240 homes, 160, or two-thirds, burned
    rf"""\b(?:out )?of <the><noun>(?P<base><sum>)<gap>{{0,60}}?, (?P<count><sum>)(?: (?!of\b)[a-z'-]+){{0,3}}?
    {_TIE}{SHARE}<end>""",
    # 160 homes, two-thirds of the 240
    rf"""(?P<count><sum>)(?: [a-z'-]+){{0,3}}?{_TIE}{SHARE},? ?(?:out )?of <the><noun>(?P<base><sum>)""",
)
_BY_PERCENT = (
    # less than half of the voters (51 percent)
    rf"""{SHARE}(?:,? (?:of )?[a-z' -]{{1,40}})?(?:,? \(|, or |, |<dash>)
    (?P<percent><percent>)(?=\)|,|\.(?:\s|$)|<dash>)""",
    # 51 percent, or less than half
    rf"""(?P<percent><percent>)(?: of [a-z' -]{{1,40}})?,? (?:or |\(){SHARE}<end>""",
    # 51 percent, less than half
    rf"""(?P<percent><percent>)(?: of [a-z' -]{{1,40}})?,
    [ ](?=(?:slightly |a little |just )?(?:less|fewer|more|over|under|nearly|almost)){SHARE}<stop>""",
)
_WORDS = {
    "half": Decimal("0.5"), "most": Decimal("0.5"), "the majority": Decimal("0.5"), "a majority": Decimal("0.5"),
    "a minority": Decimal("0.5"), "a third": Decimal(1) / 3, "two-thirds": Decimal(2) / 3, "two thirds": Decimal(2) / 3,
    "a quarter": Decimal("0.25"), "three-quarters": Decimal("0.75"), "three quarters": Decimal("0.75"),
    "a fifth": Decimal("0.2"), "a tenth": Decimal("0.1"),
}  # fmt: skip


_EVERY = {
    "second": Decimal("0.5"), "third": Decimal(1) / 3, "fourth": Decimal("0.25"), "fifth": Decimal("0.2"),
    "sixth": Decimal(1) / 6, "seventh": Decimal(1) / 7, "eighth": Decimal("0.125"), "tenth": Decimal("0.1"),
}  # fmt: skip


def find(line: Line) -> Iterator[Relation]:
    """Counts of a base, or a percentage, with the share in words beside it."""
    if len(line.claims) < 2 and "most" not in line.text and "half" not in line.text and "a m" not in line.text:
        return
    used: set[int] = set()
    for pattern in (*_BY_COUNTS, *_BY_PERCENT):
        for m in compiled(pattern).finditer(line.text):
            at = m.start("ratio") if m.group("ratio") else m.start("word")
            relation = None if at in used else _relation(line, m)
            if relation is not None:
                used.add(at)
                yield relation


def _relation(line: Line, m: re.Match[str]) -> Relation | None:
    told = m.groupdict()
    roles = {key: line.claim_at(m.start(key)) for key in ("count", "base", "percent", "ratio") if told.get(key)}
    if "base" in roles and not _alike(roles["count"], roles["base"]):
        return None
    if any(c.quantity.stated is None or c.quantity.direction for k, c in roles.items() if k != "ratio"):
        return None
    key = "ratio" if "ratio" in roles else "word"
    span = (m.start("soft") if m.group("soft") else m.start(key), m.end(key))
    return tied(line, roles, m.group("word"), m.group("soft"), span)


def tied(line: Line, roles: dict[str, Claim], word: str | None, soft: str, span: tuple[int, int]) -> Relation | None:
    """The relation, where its words are a share of one."""
    factor, hedge = _factor(line, roles.get("ratio"), word, soft)
    if factor is None or not 0 < factor < 1:
        return None
    return tie("ratio_of", line, dict(roles), span, factor=factor, hedge=hedge)


def _alike(count: Claim, base: Claim) -> bool:
    return count.kind == base.kind and count.quantity.unit == base.quantity.unit


def _factor(line: Line, ratio: Claim | None, word: str | None, soft: str) -> tuple[Decimal | None, Hedge]:
    """The share that the words stand for, and how they bound it."""
    if ratio is not None:
        hedge = ratio.quantity.hedge
        said = soft + line.part.lower[max(0, ratio.start - 20) : ratio.start]  # "just under half" has a side
        sided = _soft(said) if hedge in ("exact", "about") and not _NEARLY.search(said) else "about"
        return ratio.quantity.stated, (hedge if hedge not in ("exact", "about") else sided)
    if word is not None and (word == "most" or word.endswith("majority")):
        return _WORDS["most"], "more_than"
    if word == "a minority":
        return _WORDS[word], "less_than"
    if word is not None and word.startswith("every "):
        return _EVERY[word.removeprefix("every ")], _soft(soft)
    return _WORDS.get(word or ""), _soft(soft)


_NEARLY = re.compile(r"\b(?:nearly|almost|close to) (?:an? )?$")


_SIDES: tuple[tuple[Hedge, re.Pattern[str]], ...] = (
    ("less_than", re.compile(r"\b(?:less than|fewer than|under|short of)\b")),
    ("more_than", re.compile(r"\b(?:more than|over)\b")),
    ("at_least", re.compile(r"\bat least\b")),
    ("about", re.compile(r"\b(?:about|roughly|around|some)\b")),
)


def _soft(soft: str) -> Hedge:
    """The bound that words before a share set."""
    return next((hedge for hedge, pattern in _SIDES if pattern.search(soft)), "exact")


_THAT = compiled(
    rf"""^[\"' ]*(?:that|this|it|which) (?:is|was|represents|represented|amounts to|means|equals|makes up|accounts for)
    [ ]{SHARE}(?=[.,;)]|$| of (?:them|those|all|it|the|its|their|last|this|that)\b)"""
)
_ONE_PAIR = (
    compiled(r"(?P<count><sum>)(?: <noun>| )(?:out )?of <the><noun>(?P<base><sum>)"),
    compiled(
        r"""(?P<base><sum>)<gap>{0,90}?,? (?:and|of which|with|but),? (?P<count><sum>)(?: [a-z'-]+){0,2}? of
        [ ](?:that|those|them|it|which|this)\b"""
    ),
    compiled(r"(?P<base><sum>)<gap>{0,60}?, of which (?P<count><sum>)"),
)


def find_next(before: Line, line: Line) -> Iterator[Relation]:
    """ "It raised $1.3 million, and $667,000 of that came in May. That is less than half." """
    m = _THAT.search(line.text)
    pairs = [p for pattern in _ONE_PAIR for p in pattern.finditer(before.text)] if m else []
    if m is None or len(pairs) != 1:
        return
    count, base = before.claim_at(pairs[0].start("count")), before.claim_at(pairs[0].start("base"))
    if not _alike(count, base) or any(c.quantity.stated is None or c.quantity.direction for c in (count, base)):
        return
    roles = {"count": count, "base": base}
    if m.group("ratio"):
        roles["ratio"] = line.claim_at(m.start("ratio"))
    key = "ratio" if m.group("ratio") else "word"
    span = (m.start("soft") if m.group("soft") else m.start(key), m.end(key))
    relation = tied(line, roles, m.group("word"), m.group("soft"), span)
    if relation is not None:
        yield relation

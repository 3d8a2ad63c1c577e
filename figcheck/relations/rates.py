"""rate: a count over a population, told for each head or for each 100,000."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from figcheck.models import Claim, Relation
from figcheck.relations.line import Line, alternatives, compiled, head, tie

__all__ = ["EACH", "PEOPLE", "find", "find_each", "find_next", "per_head"]

_OR = r"(?:, or |,? \(|, |; |<dash>|, that is |, a rate of |, which is )(?:or |a rate of |that is )?"
_TOLD = (
    # 84 deaths among 1.2 million residents, or 7 per 100,000
    rf"""(?P<count><count>)<gap>{{1,60}}? (?:in|among|out of|for|of|from) <gap>{{0,40}}?(?P<base><count>)<gap>{{0,40}}?
    {_OR}(?P<rate><rate>)""",
    # the county of 1.2 million people had 84 deaths, a rate of 7 per 100,000
    r"""(?:of|population of|home to|among (?:its|the)) (?P<base><count>) (?:people|residents|inhabitants)<gap>{0,50}?
    [ ](?P<count><count>) <gap>{1,40}?(?:, or |,? \(|, )(?:or |a rate of |that is )?(?P<rate><rate>)""",
    # 84 deaths, or 7 per 100,000 people, among its 1.2 million residents
    r"""(?P<count><count>) [a-z-]+(?: [a-z-]+){0,2}?(?:, or |,? \(|, a rate of )(?P<rate><rate>)(?: [a-z]+){0,2}?[,)]?,?
    [ ](?:among|in|for) (?:its|the|a population of) (?P<base><count>)""",
)
_TO_EACH = r"(?:among|amongst|between|to|for|by|across|over|on)"
EACH = rf"(?:each|apiece|per (?:{alternatives('words', 'each')})|a head|for (?:each|every))"
_SHARED = (
    # $500 million among 327 million people, or $1.50 each
    rf"""(?P<count><money>)<gap>{{0,60}}? {_TO_EACH} <gap>{{0,30}}?(?P<base><count>)<gap>{{0,40}}?
    (?:{_OR}|, giving each )(?:about )?(?P<rate><money>) {EACH}""",
    rf"""(?P<count><money>)<gap>{{0,60}}? {_TO_EACH} <gap>{{0,30}}?(?P<base><count>)<gap>{{0,40}}?
    , (?:giving|and) each(?: [a-z]+){{0,3}}? (?P<rate><money>)""",
    # $40 million to 8,000 families, an average of $5,000 per family: the unit says for whom
    rf"""(?P<count><money>)<gap>{{0,60}}? {_TO_EACH} <gap>{{0,30}}?(?P<base><count>)<gap>{{0,40}}?
    {_OR}(?:about |an average of |an average )?(?P<rate><money>)(?=[,.;)]|$)""",
    # $59.7 billion, which works out at $9,700 for each of the 6.2 million pupils
    r"""(?P<count><money>)<gap>{0,90}?(?:, | is | was |\u2014|, or )<gap>{0,30}?(?P<rate><money>) (?:for|to)
    [ ](?:each|every one) of <gap>{0,25}?(?P<base><count>)""",
)


_EACH_OF = re.compile(rf"(?: [a-z]+)? (?:{EACH}|(?:for|to) (?:each|every))\b")


def find(line: Line) -> Iterator[Relation]:
    """Counts over a population, or sums over heads, with the rate beside them."""
    if len(line.claims) < 3:
        return
    used: set[str] = set()
    for pattern in (*_TOLD, *_SHARED):
        for m in compiled(pattern).finditer(line.text):
            roles = {k: line.claim_at(m.start(k)) for k in ("count", "base", "rate")}
            if _EACH_OF.match(line.text, line.at[line.claims.index(roles["count"])] + 1):
                continue  # "$15 for each of the 2 million, or $30 million": the rate comes first
            per = per_head(roles, m.group())
            told = all(c.quantity.stated is not None and not c.quantity.direction for c in roles.values())
            if per and told and roles["rate"].id not in used:
                if per > 1 and (roles["count"].quantity.stated or 0) > (roles["base"].quantity.stated or 0):
                    roles |= {"count": roles["base"], "base": roles["count"]}  # "5 million flew, and 412, or 8 per …"
                used.add(roles["rate"].id)
                yield tie("rate", line, dict(roles), None, factor=per)


_NEXT = compiled(
    r"""\b(?:population of|among|home to|for its|for the|of) (?P<base><count>)(?: (?:people|residents|inhabitants))?
    <gap>{0,50}?(?:, which (?:means|is)|, or|, meaning|, that is|, a rate of|, which works out (?:at|to))
    (?: about)? (?P<rate><rate>)"""
)


def find_next(before: Line, line: Line) -> Iterator[Relation]:
    """ "The city has 4,860 cases. It has a population of 2.4 million, which means 202 cases per 100,000." """
    m = _NEXT.search(line.text)
    if m is None:
        return
    rate, base = line.claim_at(m.start("rate")), line.claim_at(m.start("base"))
    counts = [c for c in before.claims if c.kind == "count" and head(c) and head(c) == head(rate) and not c.subset]
    if len(counts) == 1:
        roles = {"count": counts[0], "base": base, "rate": rate}
        per = per_head(roles, "")
        if per and all(c.quantity.stated is not None and not c.quantity.direction for c in roles.values()):
            yield tie("rate", line, dict(roles), None, factor=per)


_TIMES = frozenset({"hour", "day", "week", "month", "year", "night", "shift"})
_EACH_WORD = re.compile(r"\b(?:each|apiece|per|a head|every)\b")


def per_head(roles: dict[str, Claim], words: str) -> Decimal | None:
    """How many a rate is for: 100,000 for the unit per_100000, one for "each"; None where it is for nothing."""
    count, rate = roles["count"], roles["rate"]
    if count.kind == "money":
        unit, _, per = (rate.quantity.unit or "").partition("_per_")
        whole, _, time = (count.quantity.unit or "").partition("_per_")  # "$59.7 billion a year"
        if per in _TIMES and per != time:
            return None
        return Decimal(1) if whole == unit and (per or _EACH_WORD.search(words)) else None
    size = (rate.quantity.unit or "").removeprefix("per_")
    return Decimal(size) if size.isdigit() else None


PEOPLE = re.compile(rf"\b(?:{alternatives('words', 'populations')}|[a-z]+(?:ans|ese|ish))\b")
_HANDED = re.compile(rf"\b(?:{alternatives('words', 'handing_out')})\b")
_ALONE = compiled(
    rf"""(?P<rate><money>)(?: [a-z]+){{0,2}}? (?:{EACH}|(?:for|to) (?:each|every))\b
    |\b(?:each|every) (?:one of them |of them |man, woman and child|[a-z]+)(?: [a-z]+){{0,4}}? (?P<then><money>)"""
)


def find_each(before: Line | None, line: Line, earlier: Sequence[Line] = ()) -> Iterator[Relation]:
    """ "The firm has spent $500 million. There are 327 million people: it could give each $1 million." """
    m = _ALONE.search(line.text)
    if m is None:
        return
    rate = line.claim_at(m.start("rate") if m.group("rate") else m.start("then"))
    group = [line]
    if before is not None and line.sentence.index - before.sentence.index == 1:
        group = [before, line]
    people = [
        c for x in group for at, c in zip(x.at, x.claims)
        if c.kind == "count" and c.start < rate.start and c.quantity.stated is not None and c.quantity.stated >= 100
        and PEOPLE.search(x.text[max(0, at - 50) : at + 40])
    ]  # fmt: skip
    money = _shared(group, rate) or _shared(earlier, rate)  # further up: "the campaign's spending"
    if len(money) != 1 or len(people) != 1 or rate.quantity.stated is None or rate.quantity.direction:
        return
    if money[0].quantity.unit == rate.quantity.unit and _HANDED.search(" ".join(x.text for x in group)):
        yield tie("rate", line, {"count": money[0], "base": people[0], "rate": rate}, m.span(), factor=Decimal(1))


def _shared(lines: Sequence[Line], rate: Claim) -> list[Claim]:
    """The one sum of money in some sentences; none where there are two."""
    found = [c for x in lines for c in x.claims if c.kind == "money" and c.id != rate.id]
    one = len({c.quantity.stated for c in found}) == 1 and not any(c.quantity.direction for c in found)
    return found[-1:] if one else []

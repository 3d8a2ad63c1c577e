"""rate, told loosely: one sum and one number of heads, or one count and one population, in any order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from figcheck.models import Claim, Relation
from figcheck.relations.line import Line, compiled, head, tie
from figcheck.relations.parts import is_person
from figcheck.relations.rates import EACH, PEOPLE, per_head
from figcheck.text.grammar import singular

__all__ = ["find"]


def find(line: Line, used: set[str]) -> Iterator[Relation]:
    """Rates whose words stand in no fixed order; `used` are the rates that other words tie already."""
    yield from find_apposed(line, used)
    yield from find_per_population(line, used)
    yield from find_for_every(line)
    yield from find_rate_first(line)
    yield from find_counted(line)
    yield from find_product(line)


_APPOSED = re.compile(
    r"""(?:,|,? or| \(|:|\u2014|--| -|\b(?:which|that) (?:is|was|means|comes to|amounts to)|works? out (?:at
|to)|(?:comes|came|amounts|amounted|adds up) to
|\bworked out (?:at|to)|equal to|equivalent to|amounting to|enough for|giving (?:each |them )?|\bor)
(?: (?:or|that is|an average of|an average|a sum of|roughly|just|i\.e\.))?[ ]?$""".replace("\n", "")
)
_HEADS = re.compile(rf" ?(?:{EACH}|for (?:each|every)|(?:to|for) (?:each|every))\b")
_FOR_EACH_OF = compiled(
    r"(?: (?:for|to) (?:each|every one) of <gap>{0,30}?| (?:for|on|to) (?:each of )?(?:the|its|their"
    r"|all)<gap>{0,24}? )(?P<base><count>)"
)


def find_apposed(line: Line, used: set[str]) -> Iterator[Relation]:
    """ "The town's 15,000 people will get $4.5 million, or $300 each": one sum, one number of heads, in any order."""
    sums = [c for c in line.claims if c.kind == "money" and not c.implicit]
    if not 1 < len(sums) <= 3 or "\ue000" not in line.text:
        return
    for at, rate in zip(line.at, line.claims):
        if rate.kind != "money" or rate.id in used or not _APPOSED.search(line.text[max(0, at - 40) : at]):
            continue
        of = _FOR_EACH_OF.match(line.text, at + 1)
        per = "_per_" in (rate.quantity.unit or "")
        if not (per or of or _HEADS.match(line.text, at + 1)):
            continue
        each = _APIECE.match(line.text, at + 1) is not None
        bases = [line.claim_at(of.start("base"))] if of else _heads(line, each)
        whole = [c for c in sums if c.id != rate.id and c.start < rate.start]
        if len(bases) != 1 or len(whole) != 1:
            continue
        roles = {"count": whole[0], "base": bases[0], "rate": rate}
        if all(_level(c) for c in roles.values()) and per_head(roles, "each") and (rate.quantity.stated or 0) > 0:
            yield tie("rate", line, dict(roles), None, factor=Decimal(1))


def _level(claim: Claim) -> bool:
    return claim.quantity.stated is not None and not claim.quantity.direction and not claim.additional


_APIECE = re.compile(r" (?:each|apiece)(?=[,.;)]|\s|$)")


def _heads(line: Line, each: bool) -> list[Claim]:
    """The one count of a sentence, where it counts people or homes; none where there are others."""
    counts = [(at, c) for at, c in zip(line.at, line.claims) if c.kind == "count" and not c.implicit]
    if len(counts) != 1:
        return []
    at, claim = counts[0]
    noun = head(claim)
    near = line.text[max(0, at - 24) : at + 30]
    if each and noun and at < line.text.rfind(" each") and noun not in ("time", "year", "month", "week", "day"):
        return [claim]
    return [claim] if (noun and is_person(noun)) or PEOPLE.search(near) else []


_A_RATE = re.compile(
    r"""(?:,|,? or| \(|;|\u2014|--| -)(?: (?:or|that is|which is|which was|giving it|giving the [a-z]+|for
|meaning|i\.e\.|equal to
|equivalent to|or about|or just))?(?: an? (?:[a-z]+ )?(?:[a-z]+ )?rate of)?[ ]?$""".replace("\n", "")
)
_WITH_RATE = re.compile(
    r", (?:(?:the [a-z]+|it|they) (?:has|have|had) an? (?:[a-z]+ )?(?:[a-z]+ )?rate of|(?:the|its"
    r"|their) (?:[a-z]+ )?rate (?:was|is|comes to)) $"
)
_POPULATION = compiled(
    r"""\b(?:population of|(?:city|town|country|county|state|province|region|nation|island|district|area
    |village|place) of
    |home to|among) <the>(?P<of><count>)|(?P<are><count>) (?:people|residents|inhabitants)\b"""
)


def find_per_population(line: Line, used: set[str]) -> Iterator[Relation]:
    """ "The city of 800,000 had 96 murders, a rate of 12 per 100,000": one count, one population, in any order."""
    rates = [(at, c) for at, c in zip(line.at, line.claims) if c.kind == "rate" and c.id not in used]
    counts = [c for c in line.claims if c.kind == "count" and not c.implicit]
    if len(rates) != 1 or len(counts) != 2:
        return
    at, rate = rates[0]
    before = line.text[max(0, at - 60) : at]
    if not _A_RATE.search(before) and not (line.text.startswith("with ") and _WITH_RATE.search(before)):
        return
    bases = {
        line.claim_at(m.start("of") if m.group("of") else m.start("are")).id for m in _POPULATION.finditer(line.text)
    }
    base = [c for c in counts if c.id in bases]
    count = [c for c in counts if c.id not in bases]
    if len(base) == 1 and len(count) == 1 and count[0].start < rate.start:
        roles = {"count": count[0], "base": base[0], "rate": rate}
        per = per_head(roles, "")
        if per and all(_level(c) for c in roles.values()) and _smaller(count[0], base[0]):
            yield tie("rate", line, dict(roles), None, factor=per)


def _smaller(a: Claim, b: Claim) -> bool:
    return (a.quantity.stated or 0) < (b.quantity.stated or 0)


_FOR_EVERY = compiled(
    r"(?P<one><count>|\bone|\bsingle)(?: (?P<noun>[a-z-]+))? (?:for|to"
    r"|per) every (?P<per><count>)(?: (?P<whom>[a-z-]+))?"
)


def find_for_every(line: Line) -> Iterator[Relation]:
    """ "One doctor for every 5,000 people: 12 doctors for 60,000 residents." """
    m = _FOR_EVERY.search(line.text)
    if m is None:
        return
    per = line.claim_at(m.start("per"))
    inside = {c.id for at, c in zip(line.at, line.claims) if m.start() <= at < m.end()}
    one = [c for c in line.claims if c.id in inside and c.id != per.id]
    others = [c for c in line.claims if c.kind == "count" and c.id not in inside and not c.implicit]
    if len(others) != 2 or any(c.quantity.stated != 1 for c in one) or not all(_level(c) for c in (*others, per)):
        return
    few, many = sorted(others, key=lambda c: c.quantity.stated or 0)
    between = line.part.lower[min(few.end, many.end) : max(few.start, many.start)]
    if len(between) > 40 or not re.search(
        r"\b(?:for|to|and|has|have|with|serving|teach|teaches|serve|treat|care for)\b", between
    ):
        return
    noun = m.group("noun")
    if noun and head(few) != singular(noun):
        return
    if not noun and head(few) == head(many):
        return
    yield tie("rate", line, {"count": many, "base": few, "rate": per}, None, factor=Decimal(1))


_IN_ALL = (
    r"""(?:,|<dash>)<gap>{0,24}?(?:\bor|\bfor|\bat|making|costing|a total of|that is|in all)"""
    r"""(?: (?:an?|the) (?:[a-z]+ )?(?:cost|total|sum|bill|outlay|price|payout
    |expense)(?: [a-z]+)? of)?[ ](?P<count><money>)(?=[,.;)]|\s(?:in all|in total|altogether|a year)|$)"""
)
_RATE_FIRST = (
    compiled(
        rf"(?P<rate><money>)(?: [a-z]+)? (?:for|to|on) (?:each"
        rf"|every one) of <gap>{{0,30}}?(?P<base><count>)<gap>{{0,40}}?{_IN_ALL}"
    ),
    compiled(rf"\beach of <gap>{{0,24}}?(?P<base><count>)<gap>{{0,50}}? (?P<rate><money>)<gap>{{0,24}}?{_IN_ALL}"),
)


def find_rate_first(line: Line) -> Iterator[Relation]:
    """ "$15 for each of the 2 million pupils, or $30 million" """
    for pattern in _RATE_FIRST:
        for m in pattern.finditer(line.text):
            roles = {k: line.claim_at(m.start(k)) for k in ("count", "base", "rate")}
            units = {(roles[k].quantity.unit or "").partition("_per_")[0] for k in ("count", "rate")}
            if len(units) == 1 and all(_level(c) for c in roles.values()) and roles["rate"].quantity.stated:
                yield tie("rate", line, dict(roles), None, factor=Decimal(1))


_COUNTED = compiled(
    r"""(?P<count><count>) [a-z-]+ (?:to|for|among|between|from) <the>(?P<base><count>) [a-z-]+
    <gap>{0,20}?(?:, (?:or|giving|making|an average of)|<dash>)(?: (?:an average of|about))? (?P<rate><count>)
    (?: [a-z-]+)? (?:(?:for|to) (?:each|every)|each|apiece|per)\b"""
)


def find_counted(line: Line) -> Iterator[Relation]:
    """ "50,000 meals to 2,500 families, or 20 for each family" """
    for m in _COUNTED.finditer(line.text):
        roles = {k: line.claim_at(m.start(k)) for k in ("count", "base", "rate")}
        if all(_level(c) for c in roles.values()) and head(roles["count"]) != head(roles["base"]):
            yield tie("rate", line, dict(roles), None, factor=Decimal(1))


_PRODUCT = compiled(
    rf"""(?P<base><count>)(?: [a-z-]+){{1,3}}? (?:at|for) (?:a price of[ ]
    |a cost of )?(?P<rate><money>) (?:{EACH}|a [a-z]+)
    (?:,|<dash>| \(| for| making| or)(?: (?:a total of|for|or|making|a sum of|that is|which is
    |for a total of))? ?(?P<sum><money>)
    (?=[,.;)]|\s(?:in all|in total|altogether|all told|all together)|$)"""
)


def find_product(line: Line) -> Iterator[Relation]:
    """ "4,000 tickets at $25 each, $100,000 in all" """
    for m in _PRODUCT.finditer(line.text):
        roles = {k: line.claim_at(m.start(k)) for k in ("sum", "base", "rate")}
        units = {(roles[k].quantity.unit or "").partition("_per_")[0] for k in ("sum", "rate")}
        if len(units) == 1 and all(_level(c) for c in roles.values()):
            yield tie("rate", line, dict(roles), None, factor=Decimal(1))

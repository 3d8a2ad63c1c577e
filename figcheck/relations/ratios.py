"""ratio_of: a share in words ("one in five", "two-thirds", "less than half") against the counts given for it.
rate: a count over a population, for each head or for each 100,000."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from figcheck.models import Claim, Hedge, Relation
from figcheck.relations.line import Line, compiled, tie

__all__ = ["find", "find_rates"]

_THE = r"(?:the |those |these |its |their |his |her |all |all the |some |a total of )?"
_NOUN = r"(?:[a-z'-]+ ){0,2}"
_AMOUNT = "[\ue000-\ue002]"
_TIE = r"(?:,? or |, |,? \(| - | ?(?:\u2013|\u2014|--) ?|,? (?:that is|which is|representing|amounting to|equal to|equivalent to) )(?:or |that is )?"
_SOFT = r"(?:only |just |slightly |a little |a bit |well |far |some |about |roughly |around |nearly |almost |more than |less than |fewer than |over |under |at least |exactly |barely |a )*"
_SHARE = rf"(?P<soft>{_SOFT})(?:(?P<ratio><ratio>)|(?P<word>half|most|the majority|a majority|a minority|a third|two[- ]thirds|a quarter|three[- ]quarters|a fifth|a tenth))"
_CLOSE = r"(?=\)|,| - |\.(?:\s|$|\")|;|$|\"| of (?:them|those|all|the total|the whole|it)\b| ?(?:\u2013|\u2014|--))"
_PATTERNS = (
    rf"(?P<count>{_AMOUNT})(?: {_NOUN}| )(?:out )?of {_THE}{_NOUN}(?P<base>{_AMOUNT})<gap>{{0,60}}?{_TIE}{_SHARE}{_CLOSE}",
    rf"{_SHARE} of {_THE}{_NOUN}(?P<base>{_AMOUNT})(?: [a-z'-]+){{0,6}}?(?:, or |,? \(|, | ?(?:\u2013|\u2014|--) ?)(?P<count>{_AMOUNT})(?: (?:people|of them|in all))?(?=\)|,|\.(?:\s|$)|;|$)",
    rf"{_SHARE} of (?:the |its |their |all )?[a-z -]{{2,40}}?(?:, or |,? \(|, | ?(?:\u2013|\u2014|--) ?| - )(?P<count>{_AMOUNT}) (?:out )?of {_THE}(?P<base>{_AMOUNT})(?=\)|,|\.(?:\s|$)|;|$| - )",
    rf"\b(?:out )?of {_THE}{_NOUN}(?P<base>{_AMOUNT})<gap>{{0,60}}?, (?P<count>{_AMOUNT})(?: (?!of\b)[a-z'-]+){{0,3}}?{_TIE}{_SHARE}{_CLOSE}",
    rf"(?P<count>{_AMOUNT})(?: [a-z'-]+){{0,3}}?{_TIE}{_SHARE},? ?(?:out )?of {_THE}{_NOUN}(?P<base>{_AMOUNT})",
)
_WORDS = {
    "half": Decimal("0.5"), "most": Decimal("0.5"), "the majority": Decimal("0.5"), "a majority": Decimal("0.5"),
    "a minority": Decimal("0.5"), "a third": Decimal(1) / 3, "two-thirds": Decimal(2) / 3, "two thirds": Decimal(2) / 3,
    "a quarter": Decimal("0.25"), "three-quarters": Decimal("0.75"), "three quarters": Decimal("0.75"),
    "a fifth": Decimal("0.2"), "a tenth": Decimal("0.1"),
}  # fmt: skip
# "less than half (51 percent)", "51 percent, less than half"
_PERCENT_WORDS = (
    rf"(?P<soft>{_SOFT})(?:(?P<ratio><ratio>)|(?P<word>half|most(?= of\b| \(|,| [a-z]+s(?:,| \())|the majority|a majority|a minority|a third|two[- ]thirds|a quarter))(?:,? (?:of )?[a-z' -]{{1,40}})?(?:,? \(|, or |, | - | ?(?:\u2013|\u2014|--) ?)(?P<percent><percent>)(?=\)|,|\.(?:\s|$)| - | ?(?:\u2013|\u2014|--))",
    rf"(?P<percent><percent>)(?: of [a-z' -]{{1,40}})?,? (?:or |\()(?P<soft>{_SOFT})(?:(?P<ratio><ratio>)|(?P<word>half|a third|two[- ]thirds|a quarter|a majority|a minority)){_CLOSE}",
    rf"(?P<percent><percent>)(?: of [a-z' -]{{1,40}})?, (?P<soft>(?:slightly |a little |just )?(?:less than |fewer than |more than |over |under |nearly |almost ))(?:(?P<ratio><ratio>)|(?P<word>half|a third|two[- ]thirds|a quarter))(?=,|\.(?:\s|$)|;|$)",
)


def find(line: Line) -> Iterator[Relation]:
    """Counts of a base, or a percentage, with the share in words beside it."""
    if len(line.claims) < 2:
        return
    used: set[int] = set()
    for pattern in (*_PATTERNS, *_PERCENT_WORDS):
        for m in compiled(pattern).finditer(line.text):
            groups = m.groupdict()
            at = m.start("ratio") if groups["ratio"] else m.start("word")
            relation = None if at in used else _relation(line, m)
            if relation is not None:
                used.add(at)
                yield relation


def _relation(line: Line, m: re.Match[str]) -> Relation | None:
    roles: dict[str, Claim] = {}
    for key in ("count", "base", "percent", "ratio"):
        if m.groupdict().get(key):
            roles[key] = line.claim_at(m.start(key))
    if "base" in roles and (
        roles["count"].quantity.unit != roles["base"].quantity.unit or roles["count"].kind != roles["base"].kind
    ):
        return None
    if any(c.quantity.stated is None or c.quantity.direction for k, c in roles.items() if k != "ratio"):
        return None
    word = m.groupdict().get("word")
    factor, hedge = _factor(roles.get("ratio"), word, m.group("soft"))
    if factor is None or not 0 < factor < 1:
        return None
    start = m.start("soft") if m.group("soft") else m.start("ratio" if roles.get("ratio") else "word")
    end = m.end("ratio") if roles.get("ratio") else m.end("word")
    return tie("ratio_of", line, dict(roles), (start, end), factor=factor, hedge=hedge)


def _factor(ratio: Claim | None, word: str | None, soft: str) -> tuple[Decimal | None, Hedge]:
    if ratio is not None:
        hedge = ratio.quantity.hedge
        if hedge == "about" and ratio.quantity.expected[1] == ratio.quantity.stated:
            hedge = "less_than"
        elif hedge == "about" and ratio.quantity.expected[0] == ratio.quantity.stated:
            hedge = "more_than"
        return ratio.quantity.stated, (_soft(soft) if hedge == "exact" else hedge)
    if word in ("most", "the majority", "a majority"):
        return _WORDS[word], "more_than"
    if word == "a minority":
        return _WORDS[word], "less_than"
    return _WORDS.get(word or ""), _soft(soft)


def _soft(soft: str) -> Hedge:
    if any(w in soft for w in ("less than", "fewer than", "under", "nearly", "almost")):
        return "less_than"
    if any(w in soft for w in ("more than", "over")):
        return "more_than"
    if "at least" in soft:
        return "at_least"
    return "about" if any(w in soft for w in ("about", "roughly", "around", "some")) else "exact"


_THAT = compiled(
    rf"^[\"' ]*(?:that|this|it|which) (?:is|was|represents|represented|amounts to|means|equals|makes up|accounts for) {_SHARE}(?=[.,;)]|$| of (?:them|those|all|it|the|its|their|last|this|that)\b)"
)
_ONE_PAIR = (
    compiled(rf"(?P<count>{_AMOUNT})(?: {_NOUN}| )(?:out )?of {_THE}{_NOUN}(?P<base>{_AMOUNT})"),
    compiled(
        rf"(?P<base>{_AMOUNT})<gap>{{0,90}}?,? (?:and|of which|with|but),? (?P<count>{_AMOUNT})(?: [a-z'-]+){{0,2}}? of (?:that|those|them|it|which|this)\b"
    ),
    compiled(rf"(?P<base>{_AMOUNT})<gap>{{0,60}}?, of which (?P<count>{_AMOUNT})"),
)


def find_next(before: Line, line: Line) -> Iterator[Relation]:
    """ "It raised $1.3 million, and $667,000 of that came in May. That is less than half." """
    m = _THAT.search(line.text)
    if m is None:
        return
    pairs = [p for pattern in _ONE_PAIR for p in pattern.finditer(before.text)]
    if len(pairs) != 1:
        return
    count, base = before.claim_at(pairs[0].start("count")), before.claim_at(pairs[0].start("base"))
    if count.kind != base.kind or count.quantity.unit != base.quantity.unit:
        return
    if any(c.quantity.stated is None or c.quantity.direction for c in (count, base)):
        return
    ratio = line.claim_at(m.start("ratio")) if m.group("ratio") else None
    factor, hedge = _factor(ratio, m.group("word"), m.group("soft"))
    if factor is None or not 0 < factor < 1:
        return
    start = m.start("soft") if m.group("soft") else m.start("ratio" if ratio else "word")
    span = (start, m.end("ratio") if ratio else m.end("word"))
    roles: dict[str, Claim | Sequence[Claim]] = {"count": count, "base": base}
    if ratio is not None:
        roles["ratio"] = ratio
    yield tie("ratio_of", line, roles, span, factor=factor, hedge=hedge)


_PER = r"(?P<rate><rate>|<count>|<other>|<money>)(?: [a-z-]+){0,2}? (?:per|for every|in every|for each|out of every) (?P<per><count>)"
_RATES = (
    rf"(?P<count><count>)<gap>{{1,60}}? (?:in|among|out of|for|of|from) <gap>{{0,40}}?(?P<base><count>)<gap>{{0,40}}?(?:, or |,? \(|, |; | ?(?:\u2013|\u2014|--) ?|, that is |, a rate of |, which is )(?:or |a rate of |that is )?{_PER}",
)
_TOLD_RATE = r"(?P<count><count>)<gap>{1,60}? (?:in|among|out of|for|of|from) <gap>{0,40}?(?P<base><count>)<gap>{0,40}?(?:, or |,? \(|, |; | ?(?:\u2013|\u2014|--) ?|, that is |, which is )(?:or |a rate of |that is )?(?P<rate><rate>)"
_BASE_FIRST = (
    r"(?:of|population of|home to|among (?:its|the)) (?P<base><count>) (?:people|residents|inhabitants)<gap>{0,50}? (?P<count><count>) <gap>{1,40}?(?:, or |,? \(|, )(?:or |a rate of |that is )?(?P<rate><rate>)",
    r"(?P<count><count>) [a-z-]+(?: [a-z-]+){0,2}?(?:, or |,? \(|, a rate of )(?P<rate><rate>)(?: [a-z]+){0,2}?[,)]?,? (?:among|in|for) (?:its|the|a population of) (?P<base><count>)",
)
_EACH = (
    r"(?P<count><money>)<gap>{0,60}? (?:among|amongst|between|to|for|by|across|over) <gap>{0,30}?(?P<base><count>)<gap>{0,40}?, (?:giving|and) each(?: [a-z]+){0,3}? (?P<rate><money>)",
    r"(?P<count><money>)<gap>{0,60}? (?:among|amongst|between|to|for|by|across|over|on) <gap>{0,30}?(?P<base><count>)<gap>{0,40}?(?:, or |,? \(|, |; | ?(?:\u2013|\u2014|--) ?|, that is |, which is )(?:or |about |an average of |an average )?(?P<rate><money>)(?=[,.;)]|$)",
    # $500 million among 327 million people, or $1 million each
    r"(?P<count><money>)<gap>{0,60}? (?:among|amongst|between|to|for|by|across|over|on) <gap>{0,30}?(?P<base><count>)<gap>{0,40}?(?:, or |,? \(|, |; | ?(?:\u2013|\u2014|--) ?|, that is |, which is |, giving each )(?:or |about )?(?P<rate><money>) (?:each|apiece|per (?:person|head|capita|family|household|pupil|student|worker|employee|citizen|resident|member|child|home|house)|a head|for (?:each|every))",
    # $1 million for each of the 327 million people
    r"(?P<count><money>)<gap>{0,60}?(?:, | is | was |\u2014|, or )<gap>{0,30}?(?P<rate><money>) (?:for|to) (?:each|every one) of <gap>{0,25}?(?P<base><count>)",
)


def find_rates(line: Line) -> Iterator[Relation]:
    """Counts over a population with the rate given beside them."""
    if len(line.claims) < 3:
        return
    for pattern in (*_RATES, *_EACH):
        for m in compiled(pattern).finditer(line.text):
            roles = {k: line.claim_at(m.start(k)) for k in ("count", "base", "rate") if m.start(k) >= 0}
            if any(c.quantity.stated is None or c.quantity.direction for c in roles.values()):
                continue
            if roles["count"].kind == "money" and not _apiece(roles["count"], roles["rate"], m.group()):
                continue
            per = line.claim_at(m.start("per")).quantity.stated if "per" in m.groupdict() else Decimal(1)
            yield tie("rate", line, dict(roles), (m.end("rate"), m.end()), factor=per)
    for m in (m for p in (_TOLD_RATE, *_BASE_FIRST) for m in compiled(p).finditer(line.text)):
        roles = {k: line.claim_at(m.start(k)) for k in ("count", "base", "rate")}
        per = _per(roles["rate"])
        if per and all(c.quantity.stated is not None and not c.quantity.direction for c in roles.values()):
            yield tie("rate", line, dict(roles), None, factor=per)


def _apiece(whole: Claim, each: Claim, words: str) -> bool:
    """Whether a sum is told for each: by its words, or by its unit ("$50,000 per family")."""
    a, (b, per, _) = whole.quantity.unit, (each.quantity.unit or "").partition("_per_")
    return a == b and (bool(per) or _EACH_WORD.search(words) is not None)


_EACH_WORD = re.compile(r"\b(?:each|apiece|per|a head|every)\b")


def _per(rate: Claim) -> Decimal | None:
    """How many a rate is for: the unit per_100000 is for 100,000."""
    size = (rate.quantity.unit or "").removeprefix("per_")
    return Decimal(size) if size.isdigit() else None


_PEOPLE = re.compile(
    r"\b(?:population|people|residents|inhabitants|citizens|pupils|students|households|families|homes|workers|employees|members|children|voters|taxpayers|[a-z]+(?:ans|ians|ese|ish))\b"
)
_EACH_ALONE = compiled(
    r"(?P<rate><money>)(?: [a-z]+){0,2}? (?:each\b|apiece|per (?:person|head|capita|citizen|resident|household|family|pupil)|a head|(?:for|to) (?:each|every)\b)"
    r"|\b(?:each|every) (?:one of them |of them |american|person|citizen|resident|household|family|pupil|student|worker|man, woman and child|[a-z]+)(?: [a-z]+){0,4}? (?P<rate2><money>)"
)


def find_each(before: Line | None, line: Line, earlier: Sequence[Line] = ()) -> Iterator[Relation]:
    """ "The firm has spent $500 million. There are 327 million people: it could have given each of them $1 million." """
    m = _EACH_ALONE.search(line.text)
    if m is None:
        return
    rate = line.claim_at(m.start("rate") if m.group("rate") else m.start("rate2"))
    group = [line]
    if before is not None and line.sentence.index - before.sentence.index == 1:
        group = [before, line]
    money = [c for x in group for c in x.claims if c.kind == "money" and c.id != rate.id]
    people = [
        c for x in group for at, c in zip(x.at, x.claims)
        if c.kind == "count" and c.start < rate.start and c.quantity.stated is not None and c.quantity.stated >= 100
        and _PEOPLE.search(x.text[max(0, at - 50) : at + 40])
    ]  # fmt: skip
    if not money:  # told further up, and no other sum: "the campaign's spending"
        money = [c for x in earlier for c in x.claims if c.kind == "money" and c.id != rate.id]
        money = money[-1:] if len({c.quantity.stated for c in money}) == 1 else []
    if (
        len(money) != 1
        or len(people) != 1
        or any(c.quantity.stated is None or c.quantity.direction for c in (rate, *money))
    ):
        return
    if money[0].quantity.unit != rate.quantity.unit or not _GIVE.search(" ".join(x.text for x in group)):
        return
    yield tie("rate", line, {"count": money[0], "base": people[0], "rate": rate}, m.span(), factor=Decimal(1))


_GIVE = re.compile(
    r"\b(?:give|gave|given|giving|share|shared|split|divide|divided|divides|enough|handed|hand|distribute|distributed|pay out|equal to|equivalent|works out|could have|means)\b"
)

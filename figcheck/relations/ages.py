"""age_of: ages and durations that dates beside them give; the dates are read here, the arithmetic kept as bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import islice

from figcheck.intervals import is_multiple
from figcheck.models import Claim, Evidence, Relation
from figcheck.relations.line import Line, compiled, tie
from figcheck.text import Part, Sentence
from figcheck.words import load

__all__ = ["find", "find_next", "find_obituary"]

_YEAR = r"(?:1[5-9]|20)\d\d"
_MONTH = "|".join(sorted(load("lexicon.toml")["month"], key=len, reverse=True))
_DATE = rf"(?:(?:{_MONTH})\.? (?:\d{{1,2}},? )?|\d{{1,2}} (?:{_MONTH})\.? )?"
_TO = r"(?:to|and|until|through|till)"
_BORN = re.compile(rf"\bborn (?:[a-z ]{{0,20}})?(?:in|on)? ?{_DATE}(?P<year>{_YEAR})\b")
_IN_YEAR = compiled(
    rf"""\b(?:in|by|until|of) (?:late |early |mid-)?{_DATE}(?P<year>{_YEAR})\b
    |\b(?:{_MONTH})\.? \d{{1,2}}, (?P<full>{_YEAR})\b"""
)
_AGED = compiled(
    r"""(?P<age><age>)
    |\b(?:aged|age|at|turned|turning|turns) (?P<count><count>)(?=[,.;)]|\s(?:in|when|on|last|this|and|years)|$)
    |\b(?:is|was|and) (?:now )?(?P<now><count>)(?=[.,;]|$)
    |, (?P<bare><count>),[ ]"""
)
_DEAD = re.compile(r"\b(?:died|dies|death|killed|late)\b")
_WEEKDAY = r"(?:[a-z]+day,? )?"


def _day_pattern(n: int) -> str:
    """Feb. 20, 2024 or 20 Feb 2024; groups m, d, y or n, e, z with a number."""
    return (
        rf"(?:(?P<m{n}>{_MONTH})\.? (?P<d{n}>\d{{1,2}})(?:,? (?P<y{n}>{_YEAR}))?"
        rf"|(?P<e{n}>\d{{1,2}}) (?P<n{n}>{_MONTH})\.?(?: (?P<z{n}>{_YEAR}))?)"
    )


_SPAN_DAYS = compiled(
    rf"""(?P<duration><duration>)(?: [a-z'-]+){{0,4}}?,? (?:from|between) {_WEEKDAY}{_day_pattern(1)}
    ,? {_TO} {_WEEKDAY}(?:{_day_pattern(2)}|(?P<only>\d{{1,2}})\b)"""
)
_SPAN_YEARS = compiled(
    rf"(?P<duration><duration>)(?: [a-z'-]+){{0,4}}?,? (?:from|between) (?P<y1>{_YEAR}) {_TO} (?P<y2>{_YEAR})\b"
)
_YEARS_SPAN = compiled(
    rf"""\b(?:from|between) (?P<y1>{_YEAR}) {_TO} (?P<y2>{_YEAR}),?
    [ ](?:a (?:period|span|reign|total) of |for |or |\()(?P<duration><duration>)"""
)
_YEARS_LATER = compiled(
    rf"\bin {_DATE}(?P<y1>{_YEAR})\b[^;:.<letters>]{{0,60}}? (?P<duration><duration>) later"
    rf",? in {_DATE}(?P<y2>{_YEAR})\b"
)
_AGO = compiled(
    rf"""(?P<duration><duration>) ago,? (?:back )?in (?:(?:{_MONTH}) )?(?P<y1>{_YEAR})\b
    |\bin (?:(?:{_MONTH}) )?(?P<y2>{_YEAR}),? (?:some |about )?(?P<duration2><duration>) ago\b"""
)
_WAS_BUILT = (
    r"(?:built|opened|founded|established|completed|created|launched|erected|constructed|planted|signed|formed|set up)"
)
_BUILT = compiled(
    rf"""\b{_WAS_BUILT} in {_DATE}(?P<y1>{_YEAR}),? (?:and )?(?:it )?(?:is|are) (?:now )?(?P<age><age>)
    |(?P<age2><age>) [a-z-]+(?: [a-z-]+)?,? (?:which was |that was |was |is[ ]
    |, )?{_WAS_BUILT} in {_DATE}(?P<y2>{_YEAR})\b"""
)
_SINCE = compiled(
    rf"""\b(?:has|have|been)\b[^.;]{{0,60}}? for (?:the (?:last
    |past) )?(?P<duration><duration>),? since {_DATE}(?P<y1>{_YEAR})\b
    |\b(?:has|have|been)\b[^.;]{{0,60}}? since {_DATE}(?P<y2>{_YEAR}),? (?:for |or[ ]
    |a total of )?(?P<duration2><duration>)(?=[,.;]|$)"""
)
_DAYS_SPAN = compiled(
    rf"""(?:from|between|on) {_WEEKDAY}{_day_pattern(1)}[^;:.<letters>]{{0,60}}?[ ]{_WEEKDAY}{_day_pattern(2)}
    (?:,| \(|<dash>)(?: (?:a total of|for|or|a period of|a span of|that is|in all|exactly|(?:and )?last(?:s
    |ed)(?: for)?))?[ ]?(?P<duration><duration>)(?P<later> later)?"""
)
_DAYS = {
    "day": Decimal(1),
    "week": Decimal(7),
    "month": Decimal("30.44"),
    "year": Decimal("365.25"),
    "night": Decimal(1),
    "fortnight": Decimal(14),
}


def find(line: Line, published: date | None) -> Iterator[Relation]:
    """Ages against years of birth, durations against the dates they run between."""
    yield from _ages(line, published)
    yield from _spans(line)
    yield from _built(line, published)
    yield from _ago(line, published)


_KIN = re.compile(
    r"\b(?:mother|father|wife|husband|son|daughter|brother|sister|parents?|grand[a-z]+|widow|widower|children"
    r"|child|twins?"
    r"|nephew|niece|uncle|aunt|cousin|partner|whose)\b"
)
_DIED_NOW = re.compile(
    r"""\b(?:died|dies|killed|death|passed away|dead)\b[^.;]{0,60}?\b(?:monday|tuesday|wednesday|thursday
|friday|saturday|sunday
|today|yesterday|overnight|this week|this morning|last night|early)\b|\b(?:has|have) died\b|\bdies\b
|\b(?:on )(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b[^.;]{0,60}?\b(?:died|killed
|passed away)\b""".replace("\n", "")
)
_THEN = re.compile(r"\b(?:at age|when (?:he|she|they)|at (?:the age of )?)$")


def _ages(line: Line, published: date | None) -> Iterator[Relation]:
    """A birth and one age in a sentence."""
    births = list(_BORN.finditer(line.text))
    ages = list(_AGED.finditer(line.text))
    if len(births) == 1 and len(ages) == 1:
        first, last = sorted((births[0].span(), ages[0].span()))
        if not _KIN.search(line.text[: first[1]]) and not _KIN.search(line.text[first[1] : last[1]]):
            yield from _age(line, births[0], line, ages[0], published)


def find_next(before: Line, line: Line, published: date | None) -> Iterator[Relation]:
    """ "The poet died on Friday. He was 88. He was born in 1941": one birth and one age of whom the pronoun means."""
    for one, other in ((before, line), (line, before)):
        births, ages = list(_BORN.finditer(one.text)), list(_AGED.finditer(other.text))
        if len(births) != 1 or len(ages) != 1 or _BORN.search(other.text) or _AGED.search(one.text):
            continue
        if not _PRONOUN.match(line.text) or _KIN.search(one.text) or _KIN.search(other.text):
            continue
        if len(re.findall(r"\b(?:he|she)\b", before.text)) > 0 and not _PRONOUN.match(before.text):
            continue
        yield from _age(one, births[0], other, ages[0], published)


_DIED_AT = compiled(
    r"""\b(?:died|dies|dead|passed away)\b[^.;]{0,90}?\b(?:at|aged|at the age of|at age) (?P<at><age>
    |<count>)(?=[,.;"]|\s[a-z]|$)
    |^["' ]*(?:he|she) was (?P<was><age>|<count>)(?=[,.;]|$)"""
)


def find_obituary(parts: Sequence[Part], lines: Sequence[Line], published: date | None) -> Iterator[Relation]:
    """A story of one death that tells the age in one place and the day of birth in another."""
    for part in parts:
        births = list(islice(_BORN.finditer(part.lower), 2))
        told = [
            (x, m) for x in lines if x.part is part for m in _DIED_AT.finditer(x.text) if not _ELSE.search(m.group())
        ]  # fmt: skip
        if len(births) != 1 or not told or published is None:
            continue
        dead = _DIED_NOW.search(part.lower) or any(_DIED_NOW.search(x.text) for x in lines if x.part is part)
        sentence = part.sentence_at(births[0].start())
        if not dead or sentence is None or _KIN.search(part.lower, sentence.start, births[0].end()):
            continue
        if any(x.sentence.start == sentence.start and _AGED.search(x.text) for x in lines if x.part is part):
            continue
        ages = {x.claim_at(m.start("at") if m.group("at") else m.start("was")) for x, m in told}
        if len({c.quantity.stated for c in ages}) != 1 or any(_KIN.search(x.text) for x, _ in told):
            continue
        if any(_IN_YEAR.search(x.text) for x, _ in told) or not _same_person(part, sentence):
            continue
        claim, born = min(ages, key=lambda c: c.start), int(births[0].group("year"))
        gone = published.year - born
        if not _years_of(claim) or gone <= 0:
            continue
        place = Evidence(
            article=claim.article, part=part.name, start=births[0].start(), end=births[0].end(),
            quote=part.text[births[0].start() : births[0].end()],
        )  # fmt: skip
        low = Decimal(gone - (2 if published.month == 1 else 1))
        yield tie("age_of", told[0][0], {"stated": claim}, None, bounds=(low, Decimal(gone))).model_copy(
            update={"words": (place,)}
        )


def _same_person(part: Part, sentence: Sentence) -> bool:
    """Whether the birth is told of a pronoun, or of a name that the story's first lines have too."""
    words = part.plain[sentence.start : sentence.end].split()[:3]
    if words and words[0].strip("\"'").lower() in ("he", "she", "born"):
        return True
    names = [
        w.strip(",.\"'") for w in words if w[:1].isupper() and w.rstrip(".") not in ("Mr", "Ms", "Mrs", "Dr", "Sir")
    ]
    return bool(names) and names[-1] in part.plain[: min(sentence.start, 600)]


_PRONOUN = re.compile(r"[\"' ]*(?:he|she|born)\b")


def _age(
    line: Line, birth: re.Match[str], other: Line, aged: re.Match[str], published: date | None
) -> Iterator[Relation]:
    """The age that a birth in one sentence gives for the age in another, or in its own."""
    key = next(k for k in ("age", "count", "now", "bare") if aged.group(k))
    claim, born = other.claim_at(aged.start(key)), int(birth.group("year"))
    both = (line,) if line is other else (line, other)
    years = [
        int(m.group("year") or m.group("full")) for x in both for m in _IN_YEAR.finditer(x.text)
        if not (x is line and birth.start() <= m.start() < birth.end())
    ]  # fmt: skip
    if len(years) > 1 or not _years_of(claim):
        return
    now = any(_DIED_NOW.search(x.text) for x in both)
    if not years and not now:
        if any(_DEAD.search(x.text) for x in both) and published is not None and line is other:
            return
        if _THEN.search(other.text[: aged.start(key)].rstrip()) or key == "count":
            return
    at = key == "count" or other.text[: aged.start(key)].endswith("at ")
    if at and line is other and _ELSE.search(line.text, *_space(birth, aged)):
        return
    year = years[0] if years else published.year if published else None
    if year is None or year <= born:
        return
    early = not years and published is not None and published.month == 1  # it may have been in December
    low = Decimal(year - born - (2 if early else 1))
    found = tie("age_of", line, {"stated": claim}, birth.span(), bounds=(low, Decimal(year - born)))
    yield found


def _years_of(claim: Claim) -> bool:
    stated = claim.quantity.stated
    return stated is not None and claim.quantity.unit in (None, "year_of_age", "year") and 1 <= stated <= 120


def _is_scattered(text: str, m: re.Match[str]) -> bool:
    """ "on 14 days from August 16 to May 9", "over 23 separate days between": days within the span, not its length."""
    return text.endswith(" on ", 0, m.start()) or " separate " in m.group() or " different " in m.group()


def _spans(line: Line) -> Iterator[Relation]:
    for m in _SPAN_DAYS.finditer(line.text):
        first, last = _day(m, 1), _day(m, 2) if m.group("only") is None else _same_month(m)
        if first is None or last is None or _is_scattered(line.text, m):
            continue
        days = _between(first, last)
        if days is not None:
            yield from _duration(
                line, m.start("duration"), (m.end("duration"), m.end()), Decimal(days), Decimal(days + 1)
            )
    for m in _DAYS_SPAN.finditer(line.text):
        first, last = _day(m, 1), _day(m, 2)
        days = _between(first, last) if first is not None and last is not None else None
        if days is not None:
            span = (m.start(), m.start("duration"))
            yield from _duration(line, m.start("duration"), span, Decimal(days), Decimal(days + 1))
    for pattern in (_SPAN_YEARS, _YEARS_SPAN, _YEARS_LATER):
        for m in pattern.finditer(line.text):
            years = int(m.group("y2")) - int(m.group("y1"))
            if years >= 0:
                span = (m.start("y1"), m.end("y2"))
                low, high = (Decimal(max(0, years - 1)) * _DAYS["year"], Decimal(years + 1) * _DAYS["year"])
                if line.claim_at(m.start("duration")).quantity.unit == "year":
                    yield from _duration(line, m.start("duration"), span, low, high)


_ELSE = re.compile(r"\b(?:and (?!was\b|is\b|died\b)[a-z]+|house|home|bought|joined|married|that|which|when)\b")


def _space(birth: re.Match[str], aged: re.Match[str]) -> tuple[int, int]:
    """Where other things may be told: between a birth and the age, or before an age told first."""
    return (birth.end(), aged.start()) if birth.end() <= aged.start() else (0, aged.start())


def _built(line: Line, published: date | None) -> Iterator[Relation]:
    """Ages of things, and how long something has been so, against the year that it began."""
    if published is None or line.part.quotation_at(line.sentence.start) is not None:
        return
    for pattern, one, two in ((_BUILT, "age", "age2"), (_SINCE, "duration", "duration2")):
        for m in pattern.finditer(line.text):
            key, year = (one, "y1") if m.group("y1") else (two, "y2")
            claim = line.claim_at(m.start(key))
            gone, stated = published.year - int(m.group(year)), claim.quantity.stated
            if gone <= 0 or stated is None or claim.quoted or claim.quantity.unit not in ("year", "year_of_age"):
                continue
            loose = Decimal(5 if is_multiple(stated, 10) and stated >= 20 else 1)
            yield tie("age_of", line, {"stated": claim}, m.span(year), bounds=(gone - 1 - loose, gone + loose))


def _duration(line: Line, at: int, span: tuple[int, int], low: Decimal, high: Decimal) -> Iterator[Relation]:
    claim = line.claim_at(at)
    unit = _DAYS.get(claim.quantity.unit or "")
    if unit is not None:
        yield tie("age_of", line, {"stated": claim}, span, bounds=(low / unit, high / unit))


def _day(m: re.Match[str], n: int) -> tuple[int | None, int, int] | None:
    g = m.groupdict()
    month = g[f"m{n}"] or g[f"n{n}"]
    if month is None:
        return None
    year = g[f"y{n}"] or g[f"z{n}"]
    return (int(year) if year else None), load("lexicon.toml")["month"][month], int(g[f"d{n}"] or g[f"e{n}"])


def _same_month(m: re.Match[str]) -> tuple[int | None, int, int] | None:
    first = _day(m, 1)
    return (first[0], first[1], int(m.group("only"))) if first else None


def _between(first: tuple[int | None, int, int], last: tuple[int | None, int, int]) -> int | None:
    """Days from one to the other; a year given for one holds for both, none is taken as no leap year."""
    y1, y2 = first[0] or last[0] or 2023, last[0] or first[0] or 2023
    try:
        a, b = date(y1, *first[1:]), date(y2, *last[1:])
        if b < a and last[0] is None:
            b = date(y2 + 1, *last[1:])
    except ValueError:
        return None
    return (b - a).days if b >= a else None


def _ago(line: Line, published: date | None) -> Iterator[Relation]:
    if published is None or line.part.quotation_at(line.sentence.start) is not None:
        return
    for m in _AGO.finditer(line.text):
        key = "duration" if m.group("duration") else "duration2"
        claim = line.claim_at(m.start(key))
        if claim.quantity.unit != "year" or claim.quoted:
            continue
        gone = published.year - int(m.group("y1") or m.group("y2"))
        if gone > 0:
            span = (m.start("y1"), m.end("y1")) if m.group("y1") else (m.start("y2"), m.end("y2"))
            yield tie("age_of", line, {"stated": claim}, span, bounds=(Decimal(gone - 1), Decimal(gone + 1)))

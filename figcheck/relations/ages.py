"""age_of: ages and durations that dates beside them give; the dates are read here, the arithmetic kept as bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from figcheck.models import Claim, Relation
from figcheck.relations.line import Line, compiled, tie
from figcheck.words import load

__all__ = ["find"]

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
_AGO = compiled(
    rf"""(?P<duration><duration>) ago,? (?:back )?in (?:(?:{_MONTH}) )?(?P<y1>{_YEAR})\b
    |\bin (?:(?:{_MONTH}) )?(?P<y2>{_YEAR}),? (?:some |about )?(?P<duration2><duration>) ago\b"""
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
    yield from _ago(line, published)


def _ages(line: Line, published: date | None) -> Iterator[Relation]:
    births = list(_BORN.finditer(line.text))
    ages = list(_AGED.finditer(line.text))
    if len(births) != 1 or len(ages) != 1:
        return
    born = int(births[0].group("year"))
    key = next(k for k in ("age", "count", "now", "bare") if ages[0].group(k))
    claim = line.claim_at(ages[0].start(key))
    years = [
        int(m.group("year") or m.group("full")) for m in _IN_YEAR.finditer(line.text)
        if not births[0].start() <= m.start() < births[0].end()
    ]  # fmt: skip
    if len(years) > 1 or not _years_of(claim):
        return
    if not years and (
        _DEAD.search(line.text)
        or re.search(
            r"\b(?:at age|when (?:he|she|they)|at (?:the age of )?)$", line.text[: ages[0].start(key)].rstrip()
        )
    ):
        return
    year = years[0] if years else published.year if published else None
    if year is None or year <= born:
        return
    yield tie(
        "age_of", line, {"stated": claim}, births[0].span(),
        bounds=(Decimal(year - born - 1), Decimal(year - born)),
    )  # fmt: skip


def _years_of(claim: Claim) -> bool:
    stated = claim.quantity.stated
    return stated is not None and claim.quantity.unit in (None, "year_of_age", "year") and 1 <= stated <= 120


def _spans(line: Line) -> Iterator[Relation]:
    for m in _SPAN_DAYS.finditer(line.text):
        first, last = _day(m, 1), _day(m, 2) if m.group("only") is None else _same_month(m)
        if first is None or last is None:
            continue
        days = _between(first, last)
        if days is not None:
            yield from _duration(
                line, m.start("duration"), (m.end("duration"), m.end()), Decimal(days), Decimal(days + 1)
            )
    for pattern in (_SPAN_YEARS, _YEARS_SPAN):
        for m in pattern.finditer(line.text):
            years = int(m.group("y2")) - int(m.group("y1"))
            if years >= 0:
                span = (m.start("y1"), m.end("y2"))
                low, high = (Decimal(max(0, years - 1)) * _DAYS["year"], Decimal(years + 1) * _DAYS["year"])
                if line.claim_at(m.start("duration")).quantity.unit == "year":
                    yield from _duration(line, m.start("duration"), span, low, high)


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

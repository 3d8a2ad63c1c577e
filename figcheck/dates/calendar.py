"""Days, months and years by name or number: Oct. 7, 2023 · 7 October · March 2019 · 12/05/2023 · Tuesday."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Any

from figcheck.dates.days import in_calendar, shifted
from figcheck.drafts import When
from figcheck.text.grammar import CLOSED
from figcheck.words import load, trie, wordset

__all__ = ["MONTHS", "WEEKDAYS", "month", "month_span", "numeric", "weekday", "year", "year_span"]

_LEXICON: dict[str, Any] = load("lexicon.toml")
MONTHS: dict[str, int] = _LEXICON["month"]
WEEKDAYS: dict[str, int] = {name: i for i, name in enumerate(_LEXICON["weekday"].split())}

_DAY = r"([0-3]?\d)(?:st|nd|rd|th)?(?![\d%]|[.,:]\d|-(?:year|month|day|week|mile|hour))"
_RIGHT_DAY = re.compile(
    rf"\.? {_DAY}(?:(?: ?[-\u2013] ?| (?:and|to|or|through|until) ){_DAY}(?! (?:people|percent|million|other|of)))?"
    r"(?:,? ((?:1[5-9]|20|21)\d\d)(?![\d%]|[.,]\d))?"
)
_RIGHT_YEAR = re.compile(r"\.?(?:,| of)? ((?:1[5-9]|20|21)\d\d)(?![\d%]|[.,]\d)")
_LEFT_DAY = re.compile(
    r"(?:^|[\s(\"'\u2014\u2013-])((?:the )?([0-3]?\d)(?:st|nd|rd|th)?"
    r"(?:(?: ?[-\u2013/] ?| (?:and|to|or) )([0-3]?\d)(?:st|nd|rd|th)?)?(?: of)? )$"
)
_LEFT_WORD = re.compile(r"(?:^|[\s(\"'-])((?:early|mid|late|last|next|this|coming)[ -])$")
_NOUN_AFTER = re.compile(
    rf" (?!{trie([*wordset('dates.toml', 'day_noun'), *(w for w in CLOSED if w.isalpha())])}\b)[a-z]"
)
_WEEKDAY_AFTER = re.compile(r"(?:'s)?(?:,? (?:early |late )?(?:morning|afternoon|evening|night))?")
_NUMERIC = re.compile(r"(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})([/.])(\d{1,2})\5(\d{4}|\d{2}))(?![\d/]|[.-]\d)")
_AMBIGUOUS = wordset("dates.toml", "ambiguous_month")
_AHEAD = re.compile(
    r" (?:will|due|scheduled|set to|expected to|plans? to|planned for|upcoming|ahead of|until)\b[^.;:\"]*$"
)
_MONTH_CUES = wordset("dates.toml", "month_cue")
_NOT_WEEKDAY = wordset("dates.toml", "weekday_name")


def month_span(of: int, in_year: int) -> tuple[date, date]:
    """First and last day of a month."""
    in_year = in_calendar(in_year)
    return date(in_year, of, 1), date(in_year, of, monthrange(in_year, of)[1])


def year_span(number: int) -> tuple[date, date]:
    """First and last day of a year."""
    number = in_calendar(number)
    return date(number, 1, 1), date(number, 12, 31)


def _safe(in_year: int, of: int, day: int) -> date | None:
    inside = in_year == in_calendar(in_year) and 1 <= day <= monthrange(in_year, of)[1]
    return date(in_year, of, day) if inside else None


def _nearest(of: int, day: int, today: date | None) -> date | None:
    """The day without a year that lies nearest to the publication."""
    if today is None:
        return None
    found = [d for y in (today.year - 1, today.year, today.year + 1) if (d := _safe(y, of, day))]
    return min(found, key=lambda d: abs((d - today).days), default=None)


def month(lower: str, plain: str, start: int, end: int, before: str, today: date | None) -> When | None:
    """The date around the month's name at start..end; None where the word is no month here."""
    name = lower[start:end]
    number = MONTHS[name]
    capital = plain[start].isupper()
    if not capital:
        return None
    head = lower[max(0, start - 24) : start]
    if m := _LEFT_DAY.search(head):
        return _day_first(lower, start - len(m.group(1)), end, number, int(m.group(2)), m.group(3), today)
    if (m := _RIGHT_DAY.match(lower, end)) and 1 <= int(m.group(1)) <= 31 and not _month_alone(plain, m, before):
        return _day_last(lower, start, number, m, today)
    if m := _RIGHT_YEAR.match(lower, end):
        first, last = month_span(number, int(m.group(1)))
        return When(start, m.end(), first, last, kind="month")
    if (name in _AMBIGUOUS or len(name) < 5) and before.rstrip("-") not in _MONTH_CUES:
        return None
    return _bare_month(start, end, number, head, today, _is_ahead(lower, start))


def _month_alone(plain: str, m: re.Match[str], before: str) -> bool:
    """In "in May 20 people died" the 20 counts people."""
    return before == "in" and m.group(3) is None and bool(_NOUN_AFTER.match(plain, m.end(1)))


def _day_first(
    lower: str, start: int, end: int, of: int, day: int, second: str | None, today: date | None
) -> When | None:
    in_year = None
    if m := _RIGHT_YEAR.match(lower, end):
        in_year, end = int(m.group(1)), m.end()
    return _days(start, end, of, day, int(second) if second else None, in_year, today)


def _day_last(lower: str, start: int, of: int, m: re.Match[str], today: date | None) -> When | None:
    day, second = int(m.group(1)), m.group(2)
    end = m.end()
    if second and not 1 <= int(second) <= 31:
        second, end = None, m.end(1)
    in_year = int(m.group(3)) if m.group(3) and end == m.end() else None
    if lower.startswith(("st", "nd", "rd", "th"), end):
        end += 2
    return _days(start, end, of, day, int(second) if second else None, in_year, today)


def _days(
    start: int, end: int, of: int, day: int, second: int | None, in_year: int | None, today: date | None
) -> When | None:
    first = _safe(in_year, of, day) if in_year else _nearest(of, day, today)
    last = first
    if second and first:
        other = _safe(first.year, of, second)
        first, last = (min(first, other), max(first, other)) if other else (first, first)
    return When(start, end, first, last, kind="span" if second else "day")


def _bare_month(start: int, end: int, of: int, head: str, today: date | None, ahead: bool) -> When:
    first = last = None
    m = _LEFT_WORD.search(head)
    word = m.group(1).strip(" -") if m else ""
    if today is not None:
        in_year = today.year if of <= today.month else today.year - 1
        if word == "last" and of == today.month:
            in_year -= 1
        elif word in ("next", "coming") or (ahead and word != "last"):
            in_year = today.year if of > today.month or (ahead and of == today.month) else today.year + 1
        elif word == "this":
            in_year = today.year
        first, last = month_span(of, in_year)
        if word in ("early", "mid", "late"):
            days = {"early": (1, 10), "mid": (11, 20), "late": (21, last.day)}[word]
            first, last = first.replace(day=days[0]), last.replace(day=days[1])
    return When(start - (len(m.group(1)) if m else 0), end, first, last, kind="month")


def weekday(lower: str, plain: str, start: int, end: int, before: str, today: date | None) -> When | None:
    """The day of the week at start..end with "last", "next" and its part of the day."""
    if not plain[start].isupper() or before in _NOT_WEEKDAY:
        return None
    m = _WEEKDAY_AFTER.match(lower, end)
    stop = m.end() if m else end
    begin = start - len(before) - 1 if before in ("last", "next", "this", "coming") else start
    if today is None:
        return When(begin, stop, kind="relative")
    number = WEEKDAYS[lower[start:end]]
    back = (today.weekday() - number) % 7
    if before == "last" and back == 0:
        back = 7
    elif before in ("next", "coming"):
        back = -((number - today.weekday()) % 7 or 7)
    elif before != "last" and _is_ahead(lower, begin):
        back = -((number - today.weekday()) % 7)
    day = shifted(today, -back)
    return When(begin, stop, day, day, kind="relative")


def _is_ahead(lower: str, start: int) -> bool:
    """Whether the clause before `start` looks ahead: will, due, scheduled, by the end of."""
    return bool(_AHEAD.search(lower[max(0, start - 60) : start]))


def numeric(lower: str, start: int) -> When | None:
    """2023-10-07, 12/25/2023, 25.12.2023; not resolved where day and month could be either."""
    m = _NUMERIC.match(lower, start)
    if m is None:
        return None
    if m.group(1):
        in_year, of, day = (int(x) for x in m.group(1, 2, 3))
        found = _safe(in_year, of, day) if 1 <= of <= 12 and in_year else None
        return When(start, m.end(), found, found, kind="day") if found else None
    a, b, in_year = int(m.group(4)), int(m.group(6)), int(m.group(7))
    in_year += 2000 if in_year < 70 else 1900 if in_year < 100 else 0
    if not (1 <= a <= 31 and 1 <= b <= 31 and min(a, b) <= 12 and in_year > 999) or (
        m.group(5) == "." and len(m.group(7)) < 4
    ):
        return None
    if m.group(5) == "." or a > 12:
        found = _safe(in_year, b, a) if b <= 12 else None
    elif b > 12 or a == b:
        found = _safe(in_year, a, b)
    else:
        found = None
    return When(start, m.end(), found, found, kind="day")


def year(lower: str, start: int, end: int) -> When:
    """A year that the words before it make plain."""
    first, last = year_span(int(lower[start:end]))
    return When(start, end, first, last, kind="year")

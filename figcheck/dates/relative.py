"""Dates told from the day of publication: today, last month, the past 24 hours, two days ago."""

from __future__ import annotations

import re
from datetime import date

from figcheck.dates.calendar import month_span, year_span
from figcheck.dates.days import shifted
from figcheck.drafts import When
from figcheck.words import load

__all__ = ["ago", "day", "reach"]

_NUMBERS: dict[str, int] = {
    **load("numbers.toml")["unit"],
    **load("numbers.toml")["teen"],
    **load("numbers.toml")["ten"],
}
_COUNT = rf"\d{{1,4}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}"
_UNIT = r"(?P<unit>minute|hour|day|night|weekend|week|fortnight|month|quarter|year|decade|century|centurie)s?"
_REACH = re.compile(
    rf" (?:(?:few|several|couple of|full) )?(?:(?P<count>{_COUNT})[ -])?"
    rf"(?:full |calendar |fiscal |financial |trading )?{_UNIT}(?![^\W\d_])"
)
_AGO = re.compile(rf"(?:^|[\s(\"'])((?:an?|few|several|{_COUNT}) (?:full )?{_UNIT}) $")
_DAYS = {
    "minute": 0, "hour": 0, "day": 1, "night": 1, "weekend": 7, "week": 7, "fortnight": 14, "month": 30, "quarter": 91,
    "year": 365, "decade": 3652, "century": 36525, "centurie": 36525,
}  # fmt: skip


def day(lower: str, start: int, end: int, today: date | None) -> When:
    """today, yesterday, tomorrow, tonight, overnight."""
    if today is None:
        return When(start, end, kind="relative")
    word = lower[start:end]
    first = shifted(today, {"yesterday": -1, "overnight": -1, "tomorrow": 1}.get(word, 0))
    last = today if word == "overnight" else first
    return When(start, end, first, last, kind="relative")


def reach(lower: str, start: int, end: int, today: date | None) -> When | None:
    """last week, this year, the past 24 hours, the next few days: from `start` with the word last, past, next, this."""
    m = _REACH.match(lower, end)
    if m is None:
        return None
    word, unit = lower[start:end], m.group("unit")
    counted = m.group("count")
    number = int(counted) if counted and counted.isdecimal() else _NUMBERS.get(counted or "", 1)
    several = counted is not None or word == "past" or lower[m.end() - 1] == "s"
    when = When(start, m.end(), kind="span" if several else "relative")
    if today is None or (several and counted is None and (lower[m.end() - 1] == "s" or "few" in m.group())):
        return when  # the past few years: how many is not said
    if several:
        days = -(-number // 24) if unit == "hour" else _DAYS[unit] * number
        if word in ("next", "coming", "following"):
            when.first, when.last = today, shifted(today, days)
        elif word != "this":
            when.first, when.last = shifted(today, -days), today
        return when
    step = -1 if word in ("last", "previous") else 1 if word in ("next", "coming", "following") else 0
    when.first, when.last = _calendar(unit, step, today)
    return when


def _calendar(unit: str, step: int, today: date) -> tuple[date | None, date | None]:
    """The calendar day, week, month or year that lies `step` away from the publication's own."""
    if unit in ("day", "night"):
        first = shifted(today, step)
        return first, today if unit == "night" and step < 0 else first
    if unit in ("week", "weekend"):
        monday = 7 * step - today.weekday()
        return shifted(today, monday + 5 if unit == "weekend" else monday), shifted(today, monday + 6)
    if unit == "month":
        months = today.year * 12 + today.month - 1 + step
        return month_span(months % 12 + 1, months // 12)
    if unit == "quarter":
        quarters = today.year * 4 + (today.month - 1) // 3 + step
        in_year, number = divmod(quarters, 4)
        return month_span(number * 3 + 1, in_year)[0], month_span(number * 3 + 3, in_year)[1]
    if unit == "year":
        return year_span(today.year + step)
    return None, None


def ago(lower: str, start: int, end: int, today: date | None) -> When | None:
    """two days ago, a year ago: `start` is where "ago" stands."""
    m = _AGO.search(lower[max(0, start - 40) : start])
    if m is None:
        return None
    when = When(start - len(m.group(1)) - 1, end, kind="relative")
    first_word = m.group(1).split()[0]
    if today is None or first_word in ("few", "several"):
        return when
    number = int(first_word) if first_word.isdecimal() else _NUMBERS.get(first_word.partition("-")[0], 1)
    unit = m.group("unit")
    if unit == "year" and number < today.year:
        when.first, when.last = year_span(today.year - number)
    elif unit == "month":
        when.first, when.last = _calendar(unit, -number, today) if number < 12000 else (None, None)
    elif number * _DAYS[unit] < 300_000:
        when.first = when.last = shifted(today, -_DAYS[unit] * number)
    return when

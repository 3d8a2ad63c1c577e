"""Joins dates: a weekday with its date, a time with its day, "between March and May", "since Oct. 7"."""

from __future__ import annotations

import re
from datetime import date, datetime

from figcheck.dates.days import in_calendar, shifted
from figcheck.drafts import When

__all__ = ["joined"]

_GAP = re.compile(r",? (?:and|to|until|till|through|or) (?:the )?|-|\u2013")
_OPENER = re.compile(r"(?:^|[\s(\"'])((?:between|from) )$")
_SINCE = re.compile(r"(?:^|[\s(\"'\u2014-])(since )$")
_MONTHS = {"three": 3, "six": 6, "nine": 9, "twelve": 12, "eighteen": 18}
_TO = re.compile(
    r"(?:^|[\s(\"'])((?:(?:fiscal |financial )?(?P<year>year)|half[- ]year|(?P<quarter>quarter)"
    rf"|(?P<months>{'|'.join(_MONTHS)}|\d\d?) months) "
    r"(?:to|through|ended|ending)(?: in| on| the end of| end)? )$"
)
_DAY_GAP = frozenset((", ", " ", ", the ", " the "))
_CLOCK_GAP = re.compile(r",? (?:at |on |around |about |by |local time on |just after |shortly after )?(?:the )?")
_CLOCK_REACH = 80


def joined(lower: str, found: list[When], published: date | datetime | None) -> list[When]:
    """The same dates, those that make one joined; times of day given their day."""
    out: list[When] = []
    for when in found:
        last = out[-1] if out else None
        if last is not None and _merge(lower, last, when):
            continue
        out.append(when)
    today = published.date() if isinstance(published, datetime) else published
    zone = published.tzinfo if isinstance(published, datetime) else None
    for i, when in enumerate(out):
        if when.kind == "time":
            _set_day(lower, out, i, today)
            if when.at is not None:
                when.at = (
                    None
                    if when.first is None
                    else when.at.replace(year=when.first.year, month=when.first.month, day=when.first.day, tzinfo=zone)
                )
        elif m := _SINCE.search(lower[max(0, when.start - 8) : when.start]):
            when.start -= len(m.group(1))
            if today and when.first and when.first > today and when.kind in ("day", "month"):
                when.first = _year_back(when.first)
            when.last = today if today and when.first and when.first <= today else when.last
            if when.kind != "year":
                when.kind = "span"
        elif when.kind in ("month", "day") and (m := _TO.search(lower[max(0, when.start - 48) : when.start])):
            when.start -= len(m.group(1))
            when.first, when.kind = _months_back(when.last, _length(m)), "span"
    return out


def _length(m: re.Match[str]) -> int:
    """The months of a stretch: 12 of "the year to June", 6 of "half-year ended", 18 of "the 18 months to"."""
    told = m["months"]
    if told is not None:
        return _MONTHS.get(told) or int(told)
    return 12 if m["year"] else 3 if m["quarter"] else 6


def _months_back(last: date | None, months: int) -> date | None:
    """The first day of a stretch of so many months that ends on a day."""
    if last is None:
        return None
    after = shifted(last, 1)
    total = after.year * 12 + after.month - 1 - months
    year = in_calendar(total // 12)
    return shifted(date(year, total % 12 + 1, 1), after.day - 1)


def _merge(lower: str, last: When, when: When) -> bool:
    """Make `last` one with `when` where the words between them say so."""
    if when.start - last.end > 12 or "time" in (last.kind, when.kind):
        return False
    gap = lower[last.end : when.start]
    if gap in _DAY_GAP and last.kind == "relative" and when.kind == "day":
        last.end, last.first, last.last, last.kind = when.end, when.first, when.last, "day"
        return True
    m = _OPENER.search(lower[max(0, last.start - 10) : last.start])
    if m and _GAP.fullmatch(gap):
        last.start -= len(m.group(1))
        first, end = last.first, when.last
        if first and end and first > end and last.kind in ("day", "month") and first.year > 1:
            first = _year_back(first)
        last.first, last.last = (first, end) if not (first and end) or first <= end else (end, first)
        last.end = when.end
        last.kind = "year" if last.kind == when.kind == "year" else "span"
        return True
    return False


def _year_back(day: date) -> date:
    return shifted(day, -366) if (day.month, day.day) == (2, 29) else day.replace(year=in_calendar(day.year - 1))


def _set_day(lower: str, out: list[When], i: int, today: date | None) -> None:
    """The day of a time of day: the date beside it, else the nearest before it in its sentence, else publication."""
    when = out[i]
    for other in (out[i + 1] if i + 1 < len(out) else None, out[i - 1] if i else None):
        if other is not None and other.kind in ("day", "relative") and other.first and other.first == other.last:
            gap = lower[when.end : other.start] if other.start > when.start else lower[other.end : when.start]
            if len(gap) < _CLOCK_REACH and (
                _CLOCK_GAP.fullmatch(gap) or (other.start < when.start and ". " not in gap and "\n" not in gap)
            ):
                when.first = when.last = other.first
                return
    when.first = when.last = today

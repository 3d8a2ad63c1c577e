"""The moment of publication as files write it: ISO 8601, the form of e-mail, or a date in words."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

__all__ = ["moment"]

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_WORDS = re.compile(
    r"(?:[a-z]{3,9}\.?,?\s+)?(?:(?P<d1>\d{1,2})(?:st|nd|rd|th)?\s+(?P<m1>[a-z]{3,9})\.?|(?P<m2>[a-z]{3,9})\.?\s+"
    r"(?P<d2>\d{1,2})(?:st|nd|rd|th)?),?\s+(?P<year>\d{4})"
)
_CLOCK = re.compile(
    r"(?:,|\s)\s*(?:at\s+)?(\d{1,2})[:.](\d\d)(?::\d\d)?\s*([ap]\.?m\.?)?(?:\s+([a-z]{2,5}|[+-]\d\d:?\d\d))?$"
)
_ISO = re.compile(r"\d{4}-\d\d?-\d\d?|\d{8}(?:T|$)")
_ZONE = re.compile(r"\s+(?:utc|gmt)$", re.IGNORECASE)


def moment(written: str) -> date | datetime:
    """A datetime where a time stands with its zone, else the day alone: a time in an unknown zone tells no more.

    >>> moment("2025-07-08T14:00:00Z").isoformat(), moment("8 July 2025").isoformat(), moment("2025-07-08 14:00")
    ('2025-07-08T14:00:00+00:00', '2025-07-08', datetime.date(2025, 7, 8))
    >>> moment("July 8, 2025 at 2:05 p.m. GMT").isoformat(), moment("8 July 2025, 14:05 EDT").isoformat()
    ('2025-07-08T14:05:00+00:00', '2025-07-08')

    Raises ValueError for anything else, with what was expected.
    """
    text = written.strip()
    found = _iso(_ZONE.sub("+00:00", text)) if _ISO.match(text) else _words(text.lower()) or _mail(text)
    if found is None:
        raise ValueError(f"{text[:40]!r} is no date; expected one as in 2025-07-08 or 2025-07-08T14:00+03:00")
    return found


def _iso(text: str) -> date | datetime | None:
    try:
        if len(text) <= 10 and "T" not in text:
            year, _, rest = text.partition("-")
            month, _, day = rest.partition("-")
            return date(int(year), int(month), int(day)) if day else date.fromisoformat(text)
        at = datetime.fromisoformat(re.sub(r"\s+(?=[+-]\d\d:?\d\d$)", "", text))
    except ValueError:
        return None
    return at if at.tzinfo else at.date()


def _words(text: str) -> date | datetime | None:
    clock = _CLOCK.search(text)
    day = _day_in_words(text[: clock.start()].rstrip(",") if clock else text)
    return _at(day, clock) if day is not None and clock is not None else day


def _at(day: date, clock: re.Match[str]) -> date | datetime | None:
    """The moment of a day's clock time where its zone is written in numbers or as that of Greenwich; else the day."""
    hour, minute, half, zone = int(clock[1]), int(clock[2]), clock[3], clock[4]
    if half:
        hour = hour % 12 + 12 * (half[0] == "p")
    if hour > 23 or minute > 59:
        return None
    if zone in {"utc", "gmt"}:
        zone = "+00:00"
    if not zone or zone[0].isalpha():
        return day
    try:
        return datetime.fromisoformat(f"{day.isoformat()}T{hour:02}:{minute:02}:00{zone}")
    except ValueError:
        return None


def _day_in_words(text: str) -> date | None:
    m = _WORDS.fullmatch(text)
    if m is None:
        return None
    month = m["m1"] or m["m2"]
    number = next((n for n, name in enumerate(_MONTHS, 1) if name.startswith(month)), None)
    if number is None:
        return None
    try:
        return date(int(m["year"]), number, int(m["d1"] or m["d2"]))
    except ValueError:
        return None


def _mail(text: str) -> date | datetime | None:
    try:
        at = parsedate_to_datetime(text)
    except (ValueError, IndexError, OverflowError):
        return None
    return at if at.tzinfo else at.date()

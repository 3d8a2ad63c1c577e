"""Days near a day: the calendar has ends, and a step over one of them stays there."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date, timedelta

__all__ = ["in_calendar", "shifted"]


def shifted(day: date, days: int) -> date:
    """The day so many days later (earlier where negative), or the first or last that there is.

    >>> shifted(date(2025, 7, 8), -9), shifted(date(1, 1, 1), -1), shifted(date(9999, 12, 30), 9)
    (datetime.date(2025, 6, 29), datetime.date(1, 1, 1), datetime.date(9999, 12, 31))
    """
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.min if days < 0 else date.max


def in_calendar(year: int) -> int:
    """The year, or the first or last that there is.

    >>> in_calendar(0), in_calendar(2025)
    (1, 2025)
    """
    return min(max(year, MINYEAR), MAXYEAR)

"""Dates, times of day and periods, resolved against the day of publication."""

from __future__ import annotations

from datetime import date, datetime

from figcheck.drafts import When
from figcheck.text import Part

__all__ = ["When", "find"]


def find(part: Part, published: date | datetime | None) -> list[When]:
    """Every date, time and period in order."""
    return []

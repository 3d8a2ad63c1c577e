"""Times of day: 10 p.m., 10:30, 1400 GMT, noon."""

from __future__ import annotations

import re
from datetime import time

from figcheck.words import trie, wordset

__all__ = ["read"]

_ZONES = trie(wordset("dates.toml", "zone"))
_CUES = wordset("dates.toml", "clock_cue")
_HALVES = re.compile(rf"(\d{{1,2}})(?:[:.]([0-5]\d))? ?(a\.?m\b\.?|p\.?m\b\.?|o'clock)(?: {_ZONES}\b(?: time)?)?")
_FULL = re.compile(rf"([01]?\d|2[0-3]):([0-5]\d)(?![:\d])(?! ?[ap]\.?m)(?: ?(?:hours|hrs|{_ZONES})\b(?: time)?)?")
_ZONE = re.compile(rf"([01]\d|2[0-3]):?([0-5]\d) ?(?:hours|hrs|{_ZONES})\b")


def read(lower: str, start: int, before: str) -> tuple[int, time | None] | None:
    """End and time of the clock time that begins at `start`; None where there is none.

    >>> read("at 10:30 p.m. on", 3, "at")
    (13, datetime.time(22, 30))
    """
    if lower.startswith("noon", start):
        return start + 4, time(12)
    if lower.startswith("midnight", start):
        return start + 8, time(0)
    if m := _HALVES.match(lower, start):
        hour, minute, half = int(m.group(1)), int(m.group(2) or 0), m.group(3)[0]
        if not 1 <= hour <= 12 and half != "p":
            return None
        if half == "o":
            return m.end(), None
        hour = hour % 12 + 12 * (half == "p")
        end = m.end()
        return (end, time(hour, minute))
    if m := _ZONE.match(lower, start):
        return m.end(), time(int(m.group(1)), int(m.group(2)))
    m = _FULL.match(lower, start)
    if m and (before in _CUES or m.end() > m.end(2)):
        return m.end(), time(int(m.group(1)), int(m.group(2)))
    return None

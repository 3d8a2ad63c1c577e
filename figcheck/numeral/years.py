"""Whether bare digits are a year, a clock time or an hour, and the words that make a century or a stretch of time."""

from __future__ import annotations

import re

from figcheck.numeral.names import WORDS
from figcheck.numeral.site import Site, is_closed

__all__ = ["CENTURY", "TIME_STEMS", "is_clock", "is_hour", "is_year"]

TIME_STEMS = (
    "second", "minute", "hour", "day", "night", "week", "month", "year", "decade", "centur", "quarter", "game",
)  # fmt: skip

CENTURY = re.compile(r"[ -](?:or \w+ )?centur(?:y|ies)(?![^\W\d_])")
_MARKS = frozenset(("", ".", ",", ";", ":", "!", "?", ")", '"', "'"))
_SAMPLE = WORDS["sample"]
_LABEL = WORDS["label"]
_WEEKDAYS = WORDS["calendar"]
_PARTS_OF_DAY = frozenset(("morning", "afternoon", "evening", "night"))
_OF = frozenset(("of", "the", "in", "from", "for", "among"))
_BEFORE = WORDS["year_before"]
_COUNT = WORDS["count_before"]
_STRICT = WORDS["count_strictly"]
_COUNTED = WORDS["counted"]


def is_year(place: Site, digits: str) -> bool:
    """Whether the digits are a year, from their size and the words on both sides."""
    if len(digits) != 4 or not digits.isascii() or not 1000 <= int(digits) <= 2199:
        return False
    before, after = place.before, place.after
    mark = place.lower[place.end : place.end + 1]
    if mark == "%" or after in ("percent", "per", "million", "billion", "trillion", "hundred", "thousand", "dozen"):
        return False
    if after.endswith("block") or before in _LABEL:
        return False
    if before in _BEFORE:
        return True
    number = int(digits)
    if before == "of" and len(place.left) > 1 and place.left[-2] in _SAMPLE and mark == " " and not is_closed(after):
        return False
    if before == "to" and place.left[-2:-1] == ["up"] and mark == " " and after.isalpha() and not is_closed(after):
        return False  # "up to 2000 dockers"
    noun = mark not in _MARKS and after in _COUNTED
    if noun:
        return before in _OF and 1900 < number < 2040 and number % 100 > 0
    if number < 1900:
        if before == "the":
            return not after.endswith("s") or mark in _MARKS
        return before in ("from", "of", "by", "to", "after", "before") and (not after or mark in _MARKS)
    if mark != " " or not after.isalpha() or is_closed(after):
        return True
    plural = after.endswith("s")
    if before in _COUNT:
        return not (before in _STRICT or number % 50 == 0)
    return not (before.endswith(("ed", "ing")) and (plural or number % 50 == 0))


def is_clock(place: Site, digits: str) -> bool:
    """Digits that make a time of day without a mark: "at 1900 on Sunday", "around 10 Saturday night"."""
    if len(digits) < 3:
        return is_hour(place, place.after)
    if (
        len(digits) != 4
        or not digits.isascii()
        or digits[2:] not in ("00", "10", "15", "20", "30", "40", "45", "50")
        or digits[:2] > "23"
    ):
        return False
    if place.before.endswith(",") and place.after == "on":
        return place.plain[place.end + 4 : place.end + 5].isupper()  # Night Train, 2340 on Canal Uno
    at = place.before == "at" or (place.before in ("about", "around") and place.left[-2:-1] == ["at"])
    return at and place.after in ("on", "in", "local", "gmt", "hours", "every", "tonight", "tomorrow", "today")


def is_hour(place: Site, after: str) -> bool:
    """at seven tonight, around 10 Saturday night; but "killed at least 10 Saturday" counts."""
    if place.before not in ("at", "around", "about", "by", "before", "after", "until", "from", "till"):
        return False
    if after == "tonight":
        return True
    later = place.right[1].rstrip(".,") if len(place.right) > 1 else ""
    return (after in _WEEKDAYS or after == "tomorrow" or after == "this") and later in _PARTS_OF_DAY

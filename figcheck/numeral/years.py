"""Whether four bare digits are a year."""

from __future__ import annotations

from figcheck.numeral.names import WORDS
from figcheck.numeral.site import Site

__all__ = ["TIME_STEMS", "is_year"]

TIME_STEMS = (
    "second", "minute", "hour", "day", "night", "week", "month", "year", "decade", "centur", "quarter", "game", "season",
)  # fmt: skip

_BEFORE = WORDS["year_before"]
_COUNT = WORDS["count_before"]
_COUNTED = WORDS["counted"]


def is_year(place: Site, token: str) -> bool:
    """Whether the digits are a year, from their size and the words on both sides."""
    if len(token) != 4 or not token.isascii() or not "1000" <= token <= "2199":
        return False
    before, after = place.before, place.after
    mark = place.lower[place.end : place.end + 1]
    if mark == "%" or after in ("percent", "per", "million", "billion", "trillion", "hundred", "thousand", "dozen"):
        return False
    if before in _BEFORE:
        return True
    noun = bool(mark) and mark not in ".,;:!?)\"'" and after in _COUNTED
    if noun:
        return False
    if token < "1900":
        return before in ("from", "of", "by", "to", "after", "before", "the") and (not after or mark != " ")
    if before in _COUNT and after and mark == " " and after.endswith("s") and after not in ("as", "was", "is", "has"):
        return False
    return True

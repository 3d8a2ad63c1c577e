"""Numerals with something inside that is none: a position (32° 34' S), a code before its scale (75 USD million)."""

from __future__ import annotations

import re

from figcheck import units
from figcheck.drafts import Number
from figcheck.numeral.digits import times
from figcheck.numeral.made import other
from figcheck.numeral.site import Site
from figcheck.numeral.spelled import scale_after

__all__ = ["around_code", "position"]

_SIXTIETH = r" ?(\d{1,2}(?:\.\d+)?)"
_MINUTES = rf"{_SIXTIETH}(?: ?['\u2032]| minutes)"
_SECONDS = rf"{_SIXTIETH}(?: ?(?:[\"\u2033]|'')| seconds)"
_SIDE = (
    r"(?:,? ?[NSEW](?![^\W_])| (?:north|south) latitude| (?:east|west) longitude"
    r"| (?:north|south)(?=,? (?:and )?\d)|(?<=\d degrees) (?:east|west)(?=[,.;)]|$))"
)
_POSITION = re.compile(rf"(\d{{1,3}}(?:\.\d+)?)(?: ?[°º]| degrees)(?:{_MINUTES}(?:{_SECONDS})?)?{_SIDE}")
_CODE = re.compile(r" ?([A-Z]{3}|[$€£¥])(?= (?:hundred|thousand|[mbtr]+illion|bn|mn|tn)(?![^\W_]))")


def position(place: Site) -> list[Number] | None:
    """The numerals of a place on the map: 32° 34' S, 40.7° N, 12 degrees 30 minutes east."""
    m = _POSITION.match(place.plain, place.start)
    if m is None:
        return None
    return [other(*m.span(group), "identifier") for group in (1, 2, 3) if m.group(group)]


def around_code(place: Site, number: Number) -> bool:
    """Take the scale word after a currency's code into a number: "75 USD million"; whether there was one."""
    if place.plain[number.end + 1 : number.end + 2].islower() or number.scaled:
        return False
    m = _CODE.match(place.plain, number.end)
    if m is None or number.stated is None or units.after(place, number.end, True) is None:
        return False
    scale = scale_after(place.lower, m.end())
    if scale is None:
        return False
    size, number.end = scale
    number.inner = m.start(1)
    number.stated = number.low = number.high = times(number.stated, size)
    number.step, number.form, number.scaled = times(number.step, size), "mixed", True
    return True

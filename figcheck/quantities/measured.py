"""A numeral with its sign and unit, before hedges, ranges and nouns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from figcheck import units
from figcheck.drafts import Number
from figcheck.models import ClaimKind
from figcheck.quantities.letters import is_scale, letter, take_in
from figcheck.text import Part

__all__ = ["Measured", "measures"]

# What may stand between a number and its unit: "several more days", "tens of thousands of dollars", "half a mile".
_BRIDGE = re.compile(
    r" of (?:an? |the )?| an? | (?:(?:more|additional|further|extra|other|full|long|straight|consecutive|solid|whole"
    r"|calendar|working|business|short|successive|extra|different) )+"
)
# 5' 10", 6'2: feet only where inches follow, since the mark is an apostrophe too.
_FEET = re.compile(r"(['\u2032])(?: ?(?:0?\d|1[01])(?:\.\d+|½)?(?:[\"\u2033]|'')|(?:0?\d|1[01])(?=[ ,.;)]|$))")
_INCHES_BEFORE = re.compile(r"(?<=\d)(['\u2032]) ?$")
# A part of a point is one of a percentage, where a percentage or a rate is near: "a quarter of a point", "half-point".
_OF_POINT = re.compile(r"(?: of an?| an?)?[ -]points?\b")
_RATED = re.compile(r"%|per ?cent|\brates?\b|\byields?\b")
_BELOW = " below zero"
_DEGREES = frozenset({None, "degree", "degree_celsius", "degree_fahrenheit"})
_WEATHER = re.compile(r"pressure|cyclone|hurricane|storm|typhoon|barom|millibar|weather")
_MILLION = Decimal(10**6)
_SCALED_CODE = re.compile(r" ?([MmBbKkT])(?=[A-Z]{3}(?![^\W_]))")  # 120 MEUR
_SIGNS = re.compile(r"(?:(?:^|(?<=[\s(\[]))-|(?<![^\W_])(?:minus|negative)[ -])$")
_BULLET_FREE = frozenset(
    {"percent", "percentage_point", "basis_point", "degree_celsius", "degree_fahrenheit", "degree"}
)


@dataclass(slots=True)
class Measured:
    """A number, its unit, and its span with the unit's words where they stand together."""

    number: Number
    start: int
    end: int
    unit: str | None
    kind: ClaimKind
    before: bool  # a money sign stands before it
    after: bool  # unit words or a symbol stand after it
    signed: bool = False  # a minus or a plus stands before it
    listed: bool = False  # its unit is told after the last of a list that it is in
    scale: Decimal | None = None  # a scale word that it shares with the number after it


def measures(part: Part, numbers: list[Number]) -> list[Measured]:
    """Each number with the unit that stands beside it; a money sign belongs to one number only ("10 $ 30 $")."""
    out: list[Measured] = []
    taken = 0
    for number in numbers:
        out.append(_measure(part, number, taken))
        taken = max(taken, out[-1].end)
    return out


def _measure(part: Part, number: Number, taken: int) -> Measured:
    start = number.start
    sign = units.before(part, start)
    if sign is not None and sign.at < taken:
        sign = None
    if not number.scaled and (at := letter(part, number.end)) and (sign is not None or is_scale(part, number, at)):
        take_in(part, number, at)
    end = number.end
    if number.inner:
        return _around(part, number)
    if sign is not None:
        unit = units.per(part, units.marked(part, units.Unit(sign.name, "money", end)))
        found = Measured(number, sign.at, unit.at, unit.name, "money", True, False)
    else:
        found = _after(part, number, start, end)
    if found.unit in _DEGREES and part.lower.startswith(_BELOW, found.end) and number.stated is not None:
        number.stated = number.low = number.high = -abs(number.stated)
        found.unit = "degree" if found.unit is None else found.unit
        found.kind, found.end, found.signed = "measurement", found.end + len(_BELOW), True
        return found
    before = part.lower[found.start - 1 : found.start] if found.start else ""
    if before == "-" or before == " ":
        _signed(part, found)
    elif before == "+" and not part.lower[max(0, found.start - 2) : found.start - 1].strip(" (["):
        found.start, found.signed = found.start - 1, True
    return found


def _around(part: Part, number: Number) -> Measured:
    """A number with its unit inside: "a year and a half", "75 USD million"."""
    unit = units.after(part, number.inner - 1, True)
    if unit is None:
        return Measured(number, number.start, number.end, None, "count", False, False)
    return Measured(number, number.start, number.end, unit.name, unit.kind, False, True)


def _after(part: Part, number: Number, start: int, end: int) -> Measured:
    if part.plain[end : end + 1] in ("'", "\u2032") and (foot := _FEET.match(part.plain, end)):
        return Measured(number, start, foot.end(1), "foot", "measurement", False, True)
    m = _INCHES_BEFORE.search(part.plain, max(0, start - 4), start)
    if m is not None and _FEET.match(part.plain, m.start(1)):
        mark = 2 if part.plain.startswith("''", end) else part.plain.startswith(('"', "\u2033"), end)
        return Measured(number, start, end + mark, "inch", "measurement", False, True)
    unit = units.after(part, end, number.scaled)
    if unit is not None:
        name = "millibar" if unit.name == "megabyte" and _is_pressure(part, number, unit.at) else unit.name
        return Measured(number, start, unit.at, name, unit.kind, False, True)
    if part.lower.startswith("-to-life", end):
        return Measured(number, start, end, "year", "duration", False, True)
    if m := _SCALED_CODE.match(part.plain, end):
        code = units.after(part, m.end(1), True)
        if code is not None and code.kind == "money":
            take_in(part, number, m.end(1))
            number.end = code.at
            return Measured(number, start, code.at, code.name, "money", False, True)
    if number.form == "fraction" and (m := _OF_POINT.match(part.lower, end)):
        sentence = part.sentence_at(start)
        if sentence is not None and _RATED.search(part.lower, sentence.start, sentence.end):
            return Measured(number, start, end, "percentage_point", "percent", False, True)
    m = _BRIDGE.match(part.lower, end)
    if m is not None and _bridged(number, m.group(), part.lower[end - 1] == "s"):
        large = number.scaled or (number.low is not None and number.low >= _MILLION)
        unit = units.after(part, m.end() - 1, large)
        if unit is not None and part.lower[m.end()].isalpha():
            return Measured(number, start, end, unit.name, unit.kind, False, True)
    return Measured(number, start, end, None, "count", False, False)


def _is_pressure(part: Part, number: Number, end: int) -> bool:
    """ "a central pressure of 985 mb": what the weather has is no data."""
    if part.plain[end - 2 : end] != "mb" or number.stated is None or not 800 < number.stated < 1100:
        return False
    sentence = part.sentence_at(number.start)
    return sentence is not None and _WEATHER.search(part.lower, sentence.start, sentence.end) is not None


def _bridged(number: Number, words: str, plural: bool) -> bool:
    """ "of" leads from a vague word, a fraction or "millions", "a" from a fraction only, the rest from any number."""
    if words.startswith(" of"):
        return number.form in ("vague", "fraction") or (number.scaled and plural)
    return number.form == "fraction" if words.startswith((" a ", " an ")) else True


def _signed(part: Part, found: Measured) -> None:
    """Take in a minus, where one stands before the number and is no hyphen, dash or bullet."""
    number = found.number
    if number.stated is None or number.stated < 0:
        return
    low = part.lower
    m = _SIGNS.search(low, max(0, found.start - 10), found.start)
    if m is None or low.endswith("plus or ", 0, m.start()):
        return
    if m.group() == "-":
        line = low[max(0, m.start() - 2) : m.start()]
        if ((not line.strip() and "\n" in line) or not m.start()) and found.unit not in _BULLET_FREE:
            return
        digit = low[max(0, m.start() - 2) : m.start()].strip().isdigit()
        if found.start == number.start and digit and found.unit not in _BULLET_FREE:
            return  # "75 -300mm"
    number.stated = number.low = number.high = -number.stated
    found.start, found.signed = m.start(), True

"""What neighbours share: a scale word or a unit that only the second of two numbers has."""

from __future__ import annotations

import re
from decimal import Decimal

from figcheck.numeral import times
from figcheck.quantities.letters import SCALES
from figcheck.quantities.measured import Measured
from figcheck.quantities.ranges import LINK, REACH, between
from figcheck.text import Part
from figcheck.words import load

__all__ = ["share"]

_NUMBERS = load("numbers.toml")
_SCALES = {w: Decimal(n) for table in ("scale", "short") for w, n in _NUMBERS[table].items() if n >= 100} | SCALES
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_OF = re.compile(
    r" of (?:(?:the|a|an|its|his|her|their|our|my|your|those|these|some|about|all|that) )?"
    r"(?:(?:remaining|total|estimated|original|planned|promised|additional|other|first|initial|full|required) )?"
)
_HOLDS = frozenset({"money", "measurement", "duration"})
_TEN, _HUNDRED, _THOUSAND = Decimal(10), Decimal(100), Decimal(1000)
_NEAR = 9  # "10 to 15,000", "5 - 6,000"


def share(part: Part, measured: list[Measured]) -> None:
    """Hand scale and unit from the second to the first where only the second has them, from right to left, in place.

    "from 3 to 5 million", "7 and 9 percent", "up from 24 to 33-35 billion euros".
    """
    for a, b in zip(reversed(measured[:-1]), reversed(measured[1:]), strict=True):
        if _is_part(part, a, b):
            a.unit, a.kind = b.unit, b.kind
            continue
        if b.start - a.end > REACH or (m := LINK.fullmatch(part.lower, a.end, b.start)) is None:
            continue
        how = m.lastgroup
        if how in ("of", "per") or a.number.form == "multiple" or (b.signed and how == "dash"):
            continue
        if how in ("dash", "to") and b.unit and a.unit and a.unit.startswith(f"{b.unit}_per_"):
            b.unit = a.unit  # "from $75 a barrel to $46"
        n = a.number
        shares = how in ("dash", "to", "or", "tolerance") or (how == "and" and between(part.lower, a.start))
        if shares and (scale := _scale(part, a, b, how)) is not None:
            assert n.stated is not None
            n.stated = n.low = n.high = times(n.stated, scale)
            n.step, n.scaled = times(n.step, scale), True
            a.scale = scale
        if (
            a.unit is None
            and b.unit is not None
            and not b.before
            and (m.group() != ", " or b.listed)
            and not (b.kind == "percent" and _told_twice(a, b, m.group()))
        ):
            a.unit, a.kind, a.listed = b.unit, b.kind, how in ("and", "or", "list")


def _told_twice(a: Measured, b: Measured, link: str) -> bool:
    """ "342, or 40 percent", "down 51 or 15%": a count and its share, where "3 or 4 percent" are two shares."""
    if link == ", or ":
        return True
    x, y = a.number.stated, b.number.stated
    return link == " or " and x is not None and y is not None and not x < y <= 2 * x


def _scale(part: Part, a: Measured, b: Measured, how: str | None) -> Decimal | None:
    """The scale word of the second end where the first shares it: "3 to 5 million", not "$200 to $4 million"."""
    if a.number.scaled or a.number.stated is None or b.number.stated is None:
        return None
    if a.number.stated >= _THOUSAND or (a.after and a.unit is not None):
        return None
    if not b.number.scaled:
        return _round_scale(part, a, b, how)
    m = _LAST_WORD.search(part.lower, b.number.start, b.number.end)
    scale = b.scale or (_SCALES.get(m.group()) if m else None)
    if scale is None or how == "tolerance":
        return scale
    shown = b.number.stated / scale
    first = a.number.stated
    if first < shown or (first <= shown * 4 and not (a.before and b.before)):
        return scale
    return None


def _round_scale(part: Part, a: Measured, b: Measured, how: str | None) -> Decimal | None:
    """ "5-6,000 people", "10 to 15,000", "2-300": the zeros of the second end are the first one's too."""
    x, y = a.number.stated, b.number.stated
    written = part.lower[b.number.start : b.number.end]
    if x is None or y is None or b.number.form != "digits" or a.number.step > _TEN or a.before != b.before:
        return None
    if "," in written and not y % _THOUSAND and b.number.start - a.number.end < _NEAR:
        return _THOUSAND if x < y / _THOUSAND <= 4 * x else None
    small = how == "dash" and len(written) == 3 and y % _HUNDRED == 0 and b.unit is None and not a.before
    return _HUNDRED if small and 2 <= x < y / _HUNDRED <= x + 2 else None


def _is_part(part: Part, a: Measured, b: Measured) -> bool:
    """ "310 million of the 1.8 billion shekels"."""
    if a.unit is not None or b.kind not in _HOLDS or a.number.form not in ("digits", "mixed", "words"):
        return False
    return _OF.fullmatch(part.lower, a.end, b.start) is not None

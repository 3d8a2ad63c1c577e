"""One quantity told in pieces: "six feet two inches", "7 pounds, 4 ounces", "3 dollars 50 cents"."""

from __future__ import annotations

import re
from decimal import Decimal

from figcheck.drafts import Number
from figcheck.quantities.measured import Measured
from figcheck.quantities.ranges import between
from figcheck.text import Part
from figcheck.units import AGES, is_money, pieces, within

__all__ = ["joined"]

_MOST = 3  # pieces
_GAP = 6  # code points between two pieces
_PLAIN = ("digits", "words", "mixed")
_LINK = re.compile(r",? (?:and )?|-(?:and-)?|")
_AGAIN = re.compile(r" and |-and-")
_END = re.compile(r" and (?:life|\d|[a-z]+ (?:years|months|weeks|days|hours|minutes))")  # where "between" goes on
_FOOT = re.compile(r"(?:-foot|foot|-ft|ft|'|\u2032)$")
_TIGHT = re.compile(r"[- ]?")
_CENTS = re.compile(r"[.;)\"\n]|,(?! ?\d)|$| (?:for|in|on|at|more|each|a|per)(?![^\W_])")
_INCHES, _HUNDRED = Decimal(12), Decimal(100)
_HUNDREDTH = "hundredth"  # of whatever money stands before it


def joined(part: Part, measured: list[Measured]) -> list[Measured]:
    """The same figures, pieces of one quantity made one; in the unit of the first, from the first to the last.

    A row of four and more stays a row: what is told is each of its items.
    """
    rows: list[list[Measured]] = []
    for m in measured:
        if rows and _goes_on(part, rows[-1], m):
            rows[-1].append(m)
        else:
            rows.append([m])
    out: list[Measured] = []
    for first, *rest in rows:
        out.extend([_one(first, rest)] if 0 < len(rest) < _MOST else (first, *rest))
    return out


def _goes_on(part: Part, row: list[Measured], b: Measured) -> bool:
    """Whether `b` goes on telling the quantity that the row before it tells."""
    first, last = row[0], row[-1]
    x, y = last.number, b.number
    if last.unit is None or first.before or b.before or b.signed or not 0 <= b.start - last.end <= _GAP:
        return False
    if x.stated is None or y.stated is None or x.stated < 0 or x.form not in _PLAIN:
        return False
    if y.scaled or (x.scaled and x.form != "words"):
        return False
    link = part.lower[last.end : b.start]
    if b.unit is None:
        return _goes_without_unit(part, last, b, link)
    many = pieces(last.unit, _time(b.unit) if last.unit in AGES else b.unit)
    if many is None or not y.stated < many or many <= 1 or y.form not in _PLAIN or not _is_whole(x.stated):
        return False
    if _AGAIN.fullmatch(link) and between(part.lower, first.start) and not _END.match(part.lower, b.end):
        return False  # "between two years and 18 months"
    return _LINK.fullmatch(link) is not None


def _goes_without_unit(part: Part, a: Measured, b: Measured, link: str) -> bool:
    """ "6-foot-2", "five foot ten", "15 dollars 50", "two years and a half"; the unit that is meant is filled in."""
    x, y = a.number.stated, b.number.stated
    assert x is not None
    assert y is not None
    if b.number.form == "fraction":
        return link == " and " and part.lower.startswith("a ", b.number.start)
    foot = a.unit == "foot" and x < _INCHES and y < _INCHES and _FOOT.search(part.lower, a.start, a.end)
    if foot and _TIGHT.fullmatch(link) and (link != " " or _is_whole(y)):
        b.unit = "inch"
    money = is_money(a.unit) and a.after and "_per_" not in str(a.unit) and link in (" ", " and ")
    if money and 10 <= y < _HUNDRED and b.number.form == "digits" and _CENTS.match(part.lower, b.end):
        b.unit = _HUNDREDTH
    return b.unit is not None


def _time(unit: str) -> str:
    """The stretch of time that an age is told in: "12 years and 3 months old"."""
    return unit.removesuffix("_of_age")


def _is_whole(value: Decimal) -> bool:
    return value == value.to_integral_value()


def _one(first: Measured, rest: list[Measured]) -> Measured:
    """The first figure with the pieces after it."""
    last = rest[-1]
    assert first.number.stated is not None
    value, step = first.number.stated, first.number.step
    for piece in rest:
        assert piece.number.stated is not None
        value += _worth(piece.number.stated, piece.unit, first.unit)
        step = _worth(piece.number.step, piece.unit, first.unit)
    number = Number(first.number.start, last.number.end, "claim", value, value, value, step, "mixed")
    unit, kind = first.unit, first.kind
    if unit in AGES and last.kind == "age":
        unit, kind = AGES[unit], last.kind
    return Measured(number, first.start, last.end, unit, kind, first.before, True, first.signed)


def _worth(value: Decimal, unit: str | None, into: str | None) -> Decimal:
    if unit == _HUNDREDTH:
        return value / _HUNDRED
    worth = within(value, unit, into)
    assert worth is not None
    return worth

"""Interval algebra over quantities: what a figure as written can stand for, and whether two can be one thing.

An `Interval` is closed; None is an open side. Every operation is monotone: widening what goes in never narrows
what comes out, so that widening can never create a contradiction.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Context, Decimal
from typing import NamedTuple

from figcheck.models import Quantity

__all__ = [
    "Interval",
    "asserted",
    "contains",
    "difference",
    "disjoint",
    "fair",
    "gap",
    "is_multiple",
    "overlap",
    "point",
    "quotient",
    "relative_gap",
    "scale",
    "slack",
    "to_place",
    "total",
    "widen",
    "within",
    "written",
]

_ZERO = Decimal(0)
_TWO = Decimal(2)
_HALF = Decimal("0.5")
_ROUND_COUNT = Decimal(1000)  # a bare count below this is taken as counted: 30, 470 and 300, but not 57,000


class Interval(NamedTuple):
    """A closed stretch of numbers; None where a side is open.

    >>> Interval(Decimal(3), None)
    Interval(low=Decimal('3'), high=None)
    """

    low: Decimal | None
    high: Decimal | None


def point(value: Decimal | int) -> Interval:
    """The interval of one number.

    >>> point(3)
    Interval(low=Decimal('3'), high=Decimal('3'))
    """
    return Interval(Decimal(value), Decimal(value))


def asserted(q: Quantity) -> Interval:
    """What the words assert, to the letter: low..high.

    >>> asserted(Quantity(low=Decimal(40), hedge="at_least"))
    Interval(low=Decimal('40'), high=None)
    """
    return Interval(q.low, q.high)


def fair(q: Quantity) -> Interval:
    """What a fair reader takes from the words: `expected`, or low..high where nothing is expected.

    >>> fair(Quantity(low=Decimal(40), expected=(Decimal(40), Decimal(50)), hedge="at_least"))
    Interval(low=Decimal('40'), high=Decimal('50'))
    """
    low, high = q.expected
    return Interval(q.low, q.high) if low is None and high is None else Interval(low, high)


def slack(q: Quantity) -> Decimal:
    """How far rounding may have moved a written number, to either side.

    Half the last digit written for a measured or scaled number and for whole thousands; nothing for a count
    given more exactly, and nothing for vague words, whose bounds are their own.

    >>> slack(Quantity(stated=Decimal(57418), step=Decimal(1)))
    Decimal('0')
    >>> slack(Quantity(stated=Decimal("3.4E+9"), step=Decimal(100000000), unit="USD"))
    Decimal('50000000')
    """
    if q.hedge == "vague":
        return _ZERO
    price = q.unit is not None and len(q.unit) == 3 and q.unit.isupper()
    if price and 1 <= q.step < _ROUND_COUNT:
        return _HALF  # $40 is no rounded $37
    if q.unit is None and q.step == q.step.to_integral_value() and q.step < _ROUND_COUNT:
        return _ZERO
    return q.step / _TWO


def widen(interval: Interval, by: Decimal) -> Interval:
    """The interval with `by` more on either side; open sides stay open.

    >>> widen(Interval(Decimal(3), None), Decimal(1))
    Interval(low=Decimal('2'), high=None)
    """
    low, high = interval
    return Interval(None if low is None else low - by, None if high is None else high + by)


def written(q: Quantity) -> Interval:
    """low..high with the rounding of the written digits allowed for: what arithmetic and contradictions compare.

    >>> written(Quantity(low=Decimal(57000), high=Decimal(57000), stated=Decimal(57000), step=Decimal(1000)))
    Interval(low=Decimal('56500'), high=Decimal('57500'))
    """
    return asserted(q) if q.hedge == "about" else widen(asserted(q), slack(q))


def overlap(a: Interval, b: Interval) -> bool:
    """Whether the two have a number in common.

    >>> overlap(point(41), Interval(Decimal(41), None))
    True
    """
    return not disjoint(a, b)


def disjoint(a: Interval, b: Interval) -> bool:
    """Whether no number is in both.

    >>> disjoint(point(35), Interval(Decimal(41), None))
    True
    """
    return gap(a, b) > 0


def gap(a: Interval, b: Interval) -> Decimal:
    """How far apart two intervals are; 0 where they meet.

    >>> gap(point(35), Interval(Decimal(41), None))
    Decimal('6')
    """
    if a.high is not None and b.low is not None and a.high < b.low:
        return b.low - a.high
    if b.high is not None and a.low is not None and b.high < a.low:
        return a.low - b.high
    return _ZERO


def relative_gap(a: Interval, b: Interval) -> Decimal:
    """The gap as a share of the larger bound next to it; 0 where they meet.

    >>> relative_gap(point(50), point(100))
    Decimal('0.5')
    """
    apart = gap(a, b)
    if not apart:
        return _ZERO
    edges = [abs(x) for x in (a.high, b.low) if x is not None] + [abs(x) for x in (b.high, a.low) if x is not None]
    top = max(edges)
    return apart / top if top else _ZERO


def contains(interval: Interval, value: Decimal) -> bool:
    """Whether a number is in the interval.

    >>> contains(Interval(None, Decimal(5)), Decimal(5))
    True
    """
    low, high = interval
    return (low is None or low <= value) and (high is None or value <= high)


def within(inner: Interval, outer: Interval) -> bool:
    """Whether all of `inner` lies in `outer`.

    >>> within(point(3), Interval(Decimal(2), Decimal(4)))
    True
    """
    low = outer.low is None or (inner.low is not None and outer.low <= inner.low)
    high = outer.high is None or (inner.high is not None and inner.high <= outer.high)
    return low and high


def total(parts: Iterable[Quantity | Interval]) -> Interval:
    """The sum, with the rounding of every written part added up.

    >>> fourths = [Quantity(low=Decimal(x), high=Decimal(x), stated=Decimal(x), step=Decimal("0.1"), unit="USD")
    ...            for x in ("3.4", "2.4", "1.4")]
    >>> total(fourths)
    Interval(low=Decimal('7.05'), high=Decimal('7.35'))
    """
    low: Decimal | None = _ZERO
    high: Decimal | None = _ZERO
    for p in parts:
        i = written(p) if isinstance(p, Quantity) else p
        low = None if low is None or i.low is None else low + i.low
        high = None if high is None or i.high is None else high + i.high
    return Interval(low, high)


def difference(a: Interval, b: Interval) -> Interval:
    """a - b, over all their numbers.

    >>> difference(point(9), Interval(Decimal(2), Decimal(3)))
    Interval(low=Decimal('6'), high=Decimal('7'))
    """
    low = None if a.low is None or b.high is None else a.low - b.high
    high = None if a.high is None or b.low is None else a.high - b.low
    return Interval(low, high)


def scale(interval: Interval, factor: Decimal | int) -> Interval:
    """The interval times a number.

    >>> scale(Interval(Decimal(2), Decimal(3)), 10)
    Interval(low=Decimal('20'), high=Decimal('30'))
    """
    factor = Decimal(factor)
    low = None if interval.low is None else interval.low * factor
    high = None if interval.high is None else interval.high * factor
    return Interval(low, high) if factor >= 0 else Interval(high, low)


def to_place(value: Decimal, place: Decimal) -> Decimal:
    """The value rounded to the place of a power of ten, however long it is.

    >>> to_place(Decimal("123456789012345678901234567890.15"), Decimal("0.1"))
    Decimal('123456789012345678901234567890.2')
    """
    return value.quantize(Decimal((0, (1,), place.adjusted())), context=_wide(value, place))


def is_multiple(value: Decimal, of: int) -> bool:
    """Whether a number, however long, is a whole multiple of another.

    >>> is_multiple(Decimal(10) ** 40, 5), is_multiple(Decimal("7.5"), 5)
    (True, False)
    """
    return not _wide(value, Decimal(1)).remainder(value, Decimal(of))


def _wide(value: Decimal, place: Decimal) -> Context:
    """A context with room for all digits from the first of `value` to `place`, and to its own last."""
    exponent = value.as_tuple().exponent
    last = min(place.adjusted(), exponent) if isinstance(exponent, int) else place.adjusted()
    return Context(prec=max(28, value.adjusted() - last + 3))


def quotient(a: Interval, b: Interval) -> Interval:
    """a / b over all their numbers, for numbers that are not below zero; open where b may be zero.

    >>> quotient(Interval(Decimal(2), Decimal(4)), Interval(Decimal(4), Decimal(8)))
    Interval(low=Decimal('0.25'), high=Decimal('1'))
    """
    low = _ZERO if a.low is None or b.high is None else max(a.low, _ZERO) / b.high if b.high else None
    high = None if a.high is None or b.low is None or b.low <= 0 else a.high / b.low
    return Interval(low, high)

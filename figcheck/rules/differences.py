"""The arithmetic of a change: by how much, and by what share, as intervals over the written rounding."""

from __future__ import annotations

from decimal import Decimal

from figcheck.intervals import Interval, difference, quotient
from figcheck.models import Quantity
from figcheck.rules.arithmetic import firm

__all__ = ["factor", "magnitude", "moved", "relative"]


def magnitude(interval: Interval) -> Interval:
    """The interval of absolute values.

    >>> magnitude(Interval(Decimal(-3), Decimal(-2)))
    Interval(low=Decimal('2'), high=Decimal('3'))
    """
    low, high = interval
    if low is not None and low >= 0:
        return interval
    if high is not None and high <= 0:
        return Interval(-high, None if low is None else -low)
    return Interval(Decimal(0), None if low is None or high is None else max(-low, high))


def moved(old: Quantity, new: Quantity) -> Interval:
    """How far one is from the other, whichever way."""
    return magnitude(difference(firm(new), firm(old)))


def factor(old: Quantity, new: Quantity) -> Interval:
    """How many times the old the new one is; open where the old may be zero."""
    return quotient(firm(new), firm(old))


def relative(old: Quantity, new: Quantity) -> Interval:
    """The change in percent of the old one, whichever way."""
    times = factor(old, new)
    low = None if times.low is None else (times.low - 1) * 100
    high = None if times.high is None else (times.high - 1) * 100
    return magnitude(Interval(low, high))

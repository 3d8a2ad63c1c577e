"""The arithmetic of ties: what a written figure can stand for in a sum, a share or a change, as intervals."""

from __future__ import annotations

from decimal import Decimal

from figcheck.intervals import Interval, asserted, difference, quotient, slack, widen, written
from figcheck.models import Hedge, Quantity

__all__ = [
    "apart",
    "factor",
    "firm",
    "magnitude",
    "moved",
    "near",
    "percent",
    "relative",
    "rounded",
    "share",
    "slipped",
    "unbound",
]

_ONE = Decimal(1)
_PERCENT_TEN = Decimal("1.5")  # "20 percent" is often said of 18.6 or 21.4
_OPEN = Decimal("0.98")  # two figures that meet only at the very edge of their rounding do not meet
_MOST = Decimal("0.03")
_SCALES = tuple(Decimal(10) ** n for n in (3, 6, 9))


def percent(q: Quantity) -> Interval:
    """What a written percentage can stand for: rounded or cut off at its last digit, a little more for tens."""
    if q.hedge == "about":
        return widen(asserted(q), _ONE)
    if q.hedge == "vague":
        return asserted(q)
    step = min(q.step, _ONE) if q.step < 10 else _PERCENT_TEN
    return widen(asserted(q), step * Decimal("0.999"))


# The shares that people name in words. Whoever says "three quarters" has passed over "two-thirds" and "four in five".
_NAMED = tuple(
    Decimal(a) / b
    for a, b in ((1, 10), (1, 5), (1, 4), (1, 3), (2, 5), (1, 2), (3, 5), (2, 3), (3, 4), (4, 5), (9, 10))
)
_TOWARD = Decimal("0.75")  # how much of the way to the next of them a share may lie: "about a third" of 38 percent
_ALIKE = Decimal("0.001")


def share(factor: Decimal, hedge: Hedge, loose: Decimal = Decimal("0.15")) -> Interval:
    """What a share or a factor in words can stand for: "one in five", "nearly doubled", "less than half".

    >>> low, high = share(Decimal("0.75"), "about")
    >>> low > Decimal("0.68"), high < Decimal("0.79")
    (True, True)
    """
    match hedge:
        case "less_than" | "at_most":
            return Interval(None, factor)
        case "more_than" | "at_least":
            return Interval(factor, None)
    by = factor * (loose if hedge == "exact" else Decimal("0.25"))
    below, above = (max(by / 5, min(by, room)) for room in _room(factor))
    return Interval(factor - below, factor + above)


def _room(factor: Decimal) -> tuple[Decimal, Decimal]:
    """How far a share in words may lie from its number, down and up, before another word would have been nearer."""
    if not any(abs(factor - named) < _ALIKE for named in _NAMED):
        return factor, factor
    below = max((n for n in _NAMED if n < factor - _ALIKE), default=factor / 2)
    above = min((n for n in _NAMED if n > factor + _ALIKE), default=Decimal(1))
    return (factor - below) * _TOWARD, (above - factor) * _TOWARD


def near(value: Decimal, by: Decimal) -> Interval:
    """A number and so much of itself to either side."""
    return Interval(value - abs(value) * by, value + abs(value) * by)


def rounded(q: Quantity) -> Interval:
    """low..high with its rounding, the edge itself left out."""
    return asserted(q) if q.hedge == "about" else widen(asserted(q), _digit(q) * _OPEN)


def _digit(q: Quantity) -> Decimal:
    """Half the last digit, where the zeros of "40 million" and "300,000" but for one count as written."""
    by = slack(q)
    if q.stated is None or q.step < 10_000:
        return by
    scale = Decimal(1000) ** (q.stated.adjusted() // 3)  # of "3.4 billion" the last digit is a tenth of it
    return by / 10 if q.step > scale else by


def unbound(q: Quantity) -> Quantity:
    """A quantity without its bound: "at least 300 meters (980 feet)" converts the number itself."""
    if q.stated is None or q.hedge not in ("at_least", "at_most", "more_than", "less_than"):
        return q
    return q.model_copy(update={"low": q.stated, "high": q.stated, "hedge": "exact"})


def slipped(a: Decimal, b: Decimal) -> Decimal | None:
    """The thousand, million or billion by which two numbers differ, within a little; None where by another factor."""
    if not a or not b:
        return None
    times = max(a, b) / min(a, b)
    near_by = Decimal("0.06")
    return next((s for s in _SCALES if abs(times / s - 1) <= near_by), None)


def firm(q: Quantity) -> Interval:
    """low..high with its rounding, but no more than 3 percent of it: "300,000" is not taken as 250,000."""
    most = abs(q.stated) * _MOST if q.stated is not None else slack(q)
    return asserted(q) if q.hedge == "about" else widen(asserted(q), min(slack(q), most))


def apart(q: Quantity) -> Interval:
    """A figure for a difference or a change: written rounding, and a whole last digit where it is not a bare count."""
    return written(q) if slack(q) == 0 else widen(asserted(q), min(q.step, slack(q) * 2))


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

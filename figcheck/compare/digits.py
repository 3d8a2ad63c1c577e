"""Slips of the pen: two numbers of which one may be a typing error of the other."""

from __future__ import annotations

from decimal import Decimal

from figcheck.models import Quantity

__all__ = ["digits", "near", "odd", "size", "slip"]

_NEAR = Decimal("0.5")


def digits(q: Quantity) -> int:
    """How many digits of a number are significant, whatever hedge it has.

    >>> digits(Quantity(stated=Decimal(2300), step=Decimal(100), hedge="about"))
    2
    """
    if q.stated is None:
        return 0
    return len("".join(str(d) for d in q.stated.normalize().as_tuple().digits).strip("0"))


def odd(q: Quantity) -> int:
    """How many digits of an exact number are significant: the more, the less likely that two tables share it.

    >>> odd(Quantity(stated=Decimal(57418), step=Decimal(1))), odd(Quantity(stated=Decimal(1000), step=Decimal(1000)))
    (5, 1)
    """
    return 0 if q.hedge in ("about", "vague", "range") else digits(q)


def _digits(q: Quantity) -> str | None:
    """The digits as written, without group marks and scale; None for a range or a vague word."""
    if q.stated is None or q.stated < 0 or q.step <= 0:
        return None
    try:
        count = int(q.stated / q.step)
    except (ArithmeticError, ValueError):
        return None
    return str(count) if Decimal(count) * q.step == q.stated else None


def size(q: Quantity) -> Decimal:
    """One number for a figure: the written one, else a bound, else 0."""
    return q.stated or q.low or q.high or Decimal(0)


def near(a: Quantity, b: Quantity) -> bool:
    """Whether two counts are so close that one may restate the other; a much smaller one is rather a part of it.

    >>> def n(x): return Quantity(low=Decimal(x), high=Decimal(x), stated=Decimal(x))
    >>> near(n(41), n(35)), near(n(41), n(5))
    (True, False)
    """
    low, high = sorted((size(a), size(b)))
    return high > 0 and low / high >= _NEAR


def slip(a: Quantity, b: Quantity) -> str | None:
    """How a typing error would turn one number into the other, in words; None where no single one would.

    >>> def n(x): return Quantity(low=Decimal(x), high=Decimal(x), stated=Decimal(x))
    >>> slip(n(1219), n(1291)), slip(n(5791), n(4791)), slip(n(35), n(41)) is None
    ('two digits are swapped', 'one digit differs', True)
    """
    x, y = _digits(a), _digits(b)
    if x is None or y is None or x == y or a.step != b.step:
        return None
    if len(x) != len(y):
        return _dropped(x, y) if min(len(x), len(y)) >= 3 else None
    differ = [i for i, (p, q) in enumerate(zip(x, y)) if p != q]
    if (
        len(differ) == 2
        and differ[1] == differ[0] + 1
        and x[differ[0]] == y[differ[1]]
        and x[differ[1]] == y[differ[0]]
    ):
        return "two digits are swapped"
    if len(differ) == 1 and len(x) >= 3:
        return "one digit differs"
    return None


def _dropped(x: str, y: str) -> str | None:
    short, long = sorted((x, y), key=len)
    if len(long) - len(short) != 1:
        return None
    return "one digit is missing" if any(long[:i] + long[i + 1 :] == short for i in range(len(long))) else None

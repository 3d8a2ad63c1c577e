"""From a number, its hedge and its unit to a Quantity: what the words assert, and what a fair reader expects.

The convention is laid down in docs/hedges.md, with its sources.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple, TypeAlias

from figcheck.models import ClaimKind, Direction, Hedge, Quantity

__all__ = ["Bound", "Value", "quantity"]

Bound: TypeAlias = Literal["about", "just_below", "just_above", "at_least", "at_most", "more_than", "less_than"]
_Sides: TypeAlias = tuple[Decimal | None, Decimal | None]

_ZERO = Decimal(0)
_TWO = Decimal(2)
_FIVE = Decimal(5)
_ROUND = Decimal(1000)
_SHARE = Decimal("0.05")
_FINE_SHARE = Decimal("0.01")
_TOLD = 3  # from so many significant digits on, the writer has told more than a round number
_DIGITS = 25  # a remainder of more digits than the context holds is an error
_FROM_ZERO = frozenset({"count", "money", "duration"})
_FIELDS = set(Quantity.model_fields)  # a set: pydantic copies it with the model
_SET = object.__setattr__


class Value(NamedTuple):
    """What the numerals say before any hedge: one number (`exact`), a `range`, or a vague word's stretch."""

    hedge: Hedge
    low: Decimal
    high: Decimal
    stated: Decimal | None
    step: Decimal
    scaled: bool = False
    reversed: bool = False


def quantity(
    value: Value, bound: Bound | None, kind: ClaimKind, unit: str | None, direction: Direction | None = None
) -> Quantity:
    """The quantity that a value makes under a hedge. A bound word wins over range and vague.

    >>> three_hundred = Value("exact", *[Decimal(300)] * 3, Decimal(100))
    >>> q = quantity(three_hundred, "just_below", "count", None)
    >>> q.hedge, q.low, q.high
    ('about', Decimal('250'), Decimal('300'))
    >>> quantity(three_hundred, "more_than", "count", None).expected
    (Decimal('300'), Decimal('400'))
    """
    sides: _Sides
    expected: _Sides
    hedge: Hedge
    if bound is None:
        hedge, sides = value.hedge, (value.low, value.high)
        expected = _rounded(value) if hedge == "exact" else sides
    elif bound == "more_than" or bound == "at_least":
        hedge, sides = bound, (value.low, None)
        expected = (value.low, (value.high if value.stated is None else value.low) + value.step)
    elif bound == "less_than" or bound == "at_most":
        top = value.high
        hedge, sides = bound, (_ZERO if kind in _FROM_ZERO and top >= 0 else None, top)
        expected = ((value.low if value.stated is None else top) - value.step, top)
    elif value.stated is None:
        hedge, sides = value.hedge, (value.low, value.high)
        expected = _near(value, bound)
    else:
        hedge, sides = "about", _near(value, bound)
        expected = sides
    return _made(
        low=sides[0], high=sides[1], stated=value.stated, hedge=hedge, step=value.step, expected=expected,
        reversed=value.reversed, direction=direction, unit=unit,
    )  # fmt: skip


def _rounded(value: Value) -> _Sides:
    """An exact figure: itself, or what may have been rounded to it where it is scaled or ends in three zeros."""
    if not value.scaled and value.step < _ROUND:
        return value.low, value.high
    half = value.step / _TWO
    return value.low - half, value.high + half


def _near(value: Value, bound: Bound) -> _Sides:
    low, high = value.low, value.high
    half = _half(value)
    if bound == "just_below":
        return (low - half if value.stated is not None else low), high
    if bound == "just_above":
        return low, (high + half if value.stated is not None else high)
    return low - half, high + half


def _half(value: Value) -> Decimal:
    """Half the grain that the number is told in, and never under 5 percent (1 from three significant digits on).

    The grain is a step, or five where the number has more than one significant digit and the last is a 5.
    """
    grain = value.step
    number = value.high
    digits = number.adjusted() - grain.adjusted() + 1
    if 1 < digits < _DIGITS and not number % (grain * _FIVE):
        grain *= _FIVE
    return max(grain / _TWO, abs(number) * (_SHARE if digits < _TOLD else _FINE_SHARE))


def _made(**fields: object) -> Quantity:
    """A Quantity known to be in order: validating each would cost more than reading it."""
    q = Quantity.__new__(Quantity)
    _SET(q, "__dict__", fields)
    _SET(q, "__pydantic_fields_set__", _FIELDS)
    _SET(q, "__pydantic_extra__", None)
    _SET(q, "__pydantic_private__", None)
    return q

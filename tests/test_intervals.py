"""Widening can never create a contradiction; sums hold what they are made of."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from figcheck.intervals import (
    Interval,
    contains,
    disjoint,
    gap,
    overlap,
    point,
    quotient,
    relative_gap,
    total,
    widen,
    within,
)

numbers = st.integers(-1000, 1000).map(Decimal)
intervals = st.tuples(numbers, numbers).map(lambda p: Interval(min(p), max(p)))
widths = st.integers(0, 50).map(Decimal)


@given(intervals, intervals, widths)
def test_widening_never_creates_a_contradiction(a: Interval, b: Interval, by: Decimal) -> None:
    if overlap(a, b):
        assert overlap(widen(a, by), b)


@given(intervals, intervals)
def test_apart_is_the_same_both_ways(a: Interval, b: Interval) -> None:
    assert disjoint(a, b) == disjoint(b, a)
    assert gap(a, b) == gap(b, a)
    assert relative_gap(a, b) == relative_gap(b, a)


@given(intervals, widths)
def test_an_interval_lies_in_its_widening(a: Interval, by: Decimal) -> None:
    assert within(a, widen(a, by))


@given(st.lists(numbers, max_size=6))
def test_a_sum_of_points_is_the_point_of_their_sum(values: list[Decimal]) -> None:
    assert total(point(v) for v in values) == point(sum(values, Decimal(0)))


@given(st.integers(0, 100), st.integers(1, 100), widths, widths)
def test_a_quotient_holds_the_quotients_of_its_members(a: int, b: int, x: Decimal, y: Decimal) -> None:
    made = quotient(Interval(Decimal(a), a + x), Interval(Decimal(b), b + y))
    assert contains(made, (a + x / 2) / (b + y / 2))

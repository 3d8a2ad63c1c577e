"""Slips of the pen, unusual numbers, and counts near each other."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figcheck.compare import near, odd, slip
from figcheck.models import Quantity


def n(value: int | str, step: int = 1) -> Quantity:
    return Quantity(low=Decimal(value), high=Decimal(value), stated=Decimal(value), step=Decimal(step))


@pytest.mark.parametrize(
    ("a", "b", "how"),
    [
        (1219, 1291, "two digits are swapped"),
        (64, 46, "two digits are swapped"),
        (31846, 38146, "two digits are swapped"),
        (31846, 38461, None),
        (5791, 4791, "one digit differs"),
        (35, 36, None),
        (3400, 340, "one digit is missing"),
        (12450, 1250, "one digit is missing"),
        (41, 35, None),
    ],
)
def test_slips(a: int, b: int, how: str | None) -> None:
    assert slip(n(a), n(b)) == how


@given(st.integers(10, 10**9), st.integers(10, 10**9))
def test_a_slip_goes_both_ways(a: int, b: int) -> None:
    assert slip(n(a), n(b)) == slip(n(b), n(a))
    assert near(n(a), n(b)) == near(n(b), n(a))


@pytest.mark.parametrize(("value", "digits"), [(57418, 5), (12000, 2), (1000, 1), (4860, 3), (70, 1)])
def test_significant_digits(value: int, digits: int) -> None:
    assert odd(n(value)) == digits

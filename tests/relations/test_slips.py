"""Slips of the pen by their name; numbers that no single slip turns into each other."""

from __future__ import annotations

from decimal import Decimal

import pytest

from figcheck.models import Quantity
from figcheck.relations.slips import in_sum, made

NAMED = [
    ("5907", "6267", None),
    ("1219", "1291", "two digits swapped"),
    ("27", "72", "two digits swapped"),
    ("5.1", "1.5", "two digits swapped"),
    ("480", "4800", "a factor of ten"),
    ("4.2", "4200", "a factor of a thousand"),
    ("317", "377", "one digit"),
    ("1204", "124", "one digit dropped"),
    ("155", "1555", "one digit doubled"),
    ("35", "41", None),
    ("40", "40", None),
    ("0", "7", None),
]


@pytest.mark.parametrize(("x", "y", "name"), NAMED)
def test_a_slip_has_a_name_both_ways(x: str, y: str, name: str | None) -> None:
    for a, b in ((x, y), (y, x)):
        found = made(Decimal(a), Decimal(b))
        assert (found.name if found else None) == name


def test_in_a_sum_the_slip_is_looked_for_in_the_whole_and_then_in_each_part() -> None:
    def told(value: int) -> Quantity:
        return Quantity(stated=Decimal(value))

    parts = [told(12), told(34), told(40)]
    assert [s.name for s in in_sum(told(68), parts)] == ["two digits swapped"]
    assert [s.name for s in in_sum(told(86), [told(12), told(43), told(40)])] == ["two digits swapped"]
    assert not list(in_sum(told(86), parts))

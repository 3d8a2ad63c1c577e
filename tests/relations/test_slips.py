"""Slips of the pen by their name; numbers that no single slip turns into each other."""

from __future__ import annotations

from decimal import Decimal

import pytest

from figcheck.relations.slips import made

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

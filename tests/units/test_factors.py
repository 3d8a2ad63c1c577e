"""data/factors.txt holds pint's answers, and conversion by it agrees with pint."""

import subprocess
import sys
from decimal import Decimal

import pint
import pytest

from figcheck.units import convert
from figcheck.units.conversion import factors
from figcheck.words import text

REGISTRY = pint.UnitRegistry(non_int_type=Decimal)


def test_what_is_written_down_is_what_pint_says() -> None:
    assert text("factors.txt") == factors(), "write factors() to figcheck/data/factors.txt"


@pytest.mark.parametrize(
    ("value", "unit", "into", "as_pint"),
    [
        ("11", "kilometer", "mile", ("kilometer", "mile")),
        ("9000", "hectare", "acre", ("hectare", "acre")),
        ("45", "square_kilometer", "square_mile", ("kilometer**2", "mile**2")),
        ("45", "square_kilometer", "hectare", ("kilometer**2", "hectare")),
        ("2", "cubic_kilometer", "cubic_mile", ("kilometer**3", "mile**3")),
        ("60", "kilometer_per_hour", "mile_per_hour", ("kilometer/hour", "mile/hour")),
        ("70", "kilogram", "pound", ("kilogram", "pound")),
        ("3", "liter", "gallon", ("liter", "gallon")),
        ("3", "cubic_meter", "liter", ("meter**3", "liter")),
        ("33", "degree_celsius", "degree_fahrenheit", None),
        ("-40", "degree_fahrenheit", "degree_celsius", None),
    ],
)
def test_a_conversion_agrees_with_pint(value: str, unit: str, into: str, as_pint: tuple[str, str] | None) -> None:
    if as_pint is None:
        names = {"degree_celsius": "degC", "degree_fahrenheit": "degF"}
        expected = REGISTRY.Quantity(Decimal(value), names[unit]).to(names[into]).magnitude
    else:
        expected = REGISTRY.Quantity(Decimal(value), as_pint[0]).to(as_pint[1]).magnitude
    assert abs(convert(Decimal(value), unit, into) - Decimal(expected)) < Decimal("1e-12")


def test_an_everyday_conversion_leaves_pint_alone() -> None:
    code = (
        "import sys; from decimal import Decimal; from figcheck.units import convert;"
        "convert(Decimal(5), 'kilometer', 'mile'); convert(Decimal(5), 'degree_celsius', 'degree_fahrenheit');"
        "sys.exit('pint' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

"""From unit to unit, against pint itself."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal

import pint
import pytest

from figcheck.units import convert, dimension
from figcheck.units.table import surfaces

PINT: pint.UnitRegistry = pint.UnitRegistry()

PAIRS = [
    ("mile", "kilometer"), ("foot", "meter"), ("inch", "centimeter"), ("yard", "meter"), ("nautical_mile", "kilometer"),
    ("acre", "hectare"), ("pound", "kilogram"), ("ounce", "gram"), ("stone", "kilogram"), ("ton", "metric_ton"),
    ("gallon", "liter"), ("pint", "milliliter"), ("imperial_gallon", "liter"), ("fortnight", "day"), ("week", "hour"),
    ("century", "year"), ("horsepower", "kilowatt"), ("kilocalorie", "kilojoule"), ("kilowatt_hour", "megajoule"),
    ("british_thermal_unit", "joule"), ("millibar", "hectopascal"), ("bushel", "liter"), ("carat", "gram"),
    ("light_year", "kilometer"), ("fathom", "meter"), ("furlong", "mile"), ("long_ton", "kilogram"),
]  # fmt: skip


@pytest.mark.parametrize(("unit", "into"), PAIRS)
def test_a_factor_is_pints(unit: str, into: str) -> None:
    ours = convert(Decimal("12.5"), unit, into)
    assert float(ours) == pytest.approx(PINT.Quantity(12.5, unit).to(into).magnitude, rel=1e-12)


@pytest.mark.parametrize(
    ("value", "unit", "into", "there"),
    [
        ("1", "square_mile", "square_kilometer", 2.589988110336),
        ("100", "mile_per_hour", "kilometer_per_hour", 160.9344),
        ("1", "cubic_meter", "liter", 1000),
        ("20", "knot", "kilometer_per_hour", 37.04),
        ("2", "percentage_point", "basis_point", 200),
        ("5", "part_per_million", "percent", 0.0005),
        ("1", "barrel", "liter", 158.987294928),
        ("1", "barrel_per_day", "liter_per_day", 158.987294928),
        ("1", "decade", "year", 10),
        ("18", "month_of_age", "year_of_age", 1.5),
        ("1", "acre", "dunam", 4.04687260987),
        ("32", "pound_force_per_square_inch", "kilopascal", 220.632233),
        ("30", "mile_per_gallon", "kilometer_per_liter", 12.7543),
    ],
)
def test_compounds_powers_and_units_of_our_own(value: str, unit: str, into: str, there: float) -> None:
    assert float(convert(Decimal(value), unit, into)) == pytest.approx(there, rel=1e-5)


@pytest.mark.parametrize(("celsius", "fahrenheit"), [("0", "32"), ("100", "212"), ("-40", "-40"), ("37", "98.6")])
def test_a_temperature_is_a_reading(celsius: str, fahrenheit: str) -> None:
    assert convert(Decimal(celsius), "degree_celsius", "degree_fahrenheit") == Decimal(fahrenheit)
    assert convert(Decimal(fahrenheit), "degree_fahrenheit", "degree_celsius") == Decimal(celsius)


def test_a_difference_of_temperatures_has_no_zero() -> None:
    assert convert(Decimal(2), "delta_degree_celsius", "delta_degree_fahrenheit") == Decimal("3.6")


def test_there_and_back_is_where_it_began() -> None:
    for unit, into in PAIRS:
        assert convert(convert(Decimal(7), unit, into), into, unit) == pytest.approx(Decimal(7), rel=Decimal("1e-15"))


@pytest.mark.parametrize(
    ("unit", "into"),
    [
        ("mile", "kilogram"),
        ("EUR", "USD"),
        ("percent", "mile"),
        ("share", "barrel"),
        ("USD_per_barrel", "USD"),
        ("", "mile"),
    ],
)
def test_no_fixed_factor_is_a_clear_error(unit: str, into: str) -> None:
    with pytest.raises(ValueError, match="no fixed factor"):
        convert(Decimal(1), unit, into)


def test_units_of_one_dimension_convert() -> None:
    """What `dimension` calls comparable, pint can convert; readings and shares of other kinds left out."""
    by: dict[str, list[str]] = {}
    for name, measures in surfaces().dimensions.items():
        if measures in ("length", "area", "volume", "mass", "time", "speed", "power", "energy", "force", "frequency"):
            by.setdefault(measures, []).append(name)
    for names in by.values():
        for name in names:
            assert convert(Decimal(1), name, names[0]) > 0


def test_dimension_asks_no_registry() -> None:
    code = (
        "import sys, figcheck\n"
        "from figcheck.units import dimension\n"
        "dimension('mile_per_hour')\n"
        "figcheck.extract('Winds of 80 mph tore at 12 roofs.')\n"
        "sys.exit('pint' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_dimension_tells_what_can_be_compared() -> None:
    assert dimension("knot") == dimension("kilometer_per_hour") == "speed"
    assert dimension("acre") == dimension("square_mile") == "area"
    assert dimension("degree_celsius") != dimension("delta_degree_celsius")
    assert dimension("percent") != dimension("percentage_point")
    assert dimension("year_of_age") != dimension("year")

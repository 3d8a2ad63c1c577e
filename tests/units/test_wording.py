"""What messages say of a unit: its words, one and many, and the sign of money."""

from __future__ import annotations

import inflect
import pytest

from figcheck.units import amount, plural
from figcheck.units.table import currencies, surfaces

UNITS = sorted(surfaces().dimensions)
# Plurals that only a table of plurals knows: read as words of their own, or not at all in a story.
SELDOM = {"bit", "bar", "cup", "gray", "mole", "metric_horsepower", "year_of_age", "billion_cubic_meter"}


@pytest.mark.parametrize("unit", UNITS)
def test_every_plural_is_a_way_the_table_knows_to_write_the_unit(unit: str) -> None:
    if unit in SELDOM or unit.startswith(("square_", "cubic_")):
        pytest.skip("read back by the grammar, or seldom read at all")
    written = dict(surfaces().words)
    for first, rows in surfaces().phrases.items():
        written |= {" ".join((first, *rest)): name for rest, name in rows}
    words = plural(unit).lower().replace("-", " ")
    over = words.partition(" per ")[0]
    assert written.get(words) == unit or over in written, plural(unit)


@pytest.mark.parametrize("unit", UNITS)
def test_one_is_no_plural(unit: str) -> None:
    one, many = amount("1", unit).removeprefix("1 "), amount("2", unit).removeprefix("2 ")
    same = {"horsepower", "hertz", "lux", "stone", "percent", "torr"}
    if unit.split("_")[-1] in same or "hertz" in unit or unit == "permille":
        return
    assert one != many
    assert many == plural(unit)


@pytest.mark.parametrize(
    ("number", "unit", "words"),
    [
        ("100", "foot", "100 feet"), ("40", "inch", "40 inches"), ("12", "square_foot", "12 square feet"),
        ("162", "mile_per_hour", "162 miles per hour"), ("1", "mile_per_hour", "1 mile per hour"),
        ("1", "percentage_point", "1 percentage point"), ("0.5", "percentage_point", "0.5 percentage points"),
        ("114", "degree_fahrenheit", "114 degrees Fahrenheit"), ("1", "degree_celsius", "1 degree Celsius"),
        ("3.6", "delta_degree_fahrenheit", "3.6 degrees Fahrenheit"), ("9", "year_of_age", "9 years of age"),
        ("32", "pound_force_per_square_inch", "32 pounds per square inch"), ("4", "century", "4 centuries"),
        ("5", "microgram_per_cubic_meter", "5 micrograms per cubic meter"), ("7", "cubic_yard", "7 cubic yards"),
        ("3", "part_per_million", "3 parts per million"), ("2", "light_year", "2 light-years"),
        ("12", None, "12"), ("84", "per_100000", "84 per 100,000"),
    ],
)  # fmt: skip
def test_words(number: str, unit: str | None, words: str) -> None:
    assert amount(number, unit) == words


@pytest.mark.parametrize(
    ("number", "unit", "words"),
    [
        ("1.53 million", "USD", "$1.53 million"), ("-3", "EUR", "-€3"), ("40", "PLN", "PLN 40"), ("5", "HKD", "HK$5"),
        ("75", "USD_per_barrel", "$75 per barrel"), ("1", "cent", "1 cent"), ("50", "cent", "50 cents"),
        ("20", "penny", "20 pence"), ("300", "peso", "300 pesos"), ("12", "dollar", "12 dollars"),
    ],
)  # fmt: skip
def test_money_has_its_sign(number: str, unit: str, words: str) -> None:
    assert amount(number, unit) == words


def test_no_money_of_the_table_is_written_with_an_underscore_or_as_a_bare_code_behind() -> None:
    names = {name for table in ("symbol", "word", "part", "marked") for name in currencies()[table].values()}
    for name in names:
        words = amount("12", name)
        assert "_" not in words
        assert not words.endswith(f" {name}") or not name.isupper()


# Where inflect differs on purpose: what English does not count, or counts its own way.
OWN_WAY = {"millennia"}


@pytest.mark.parametrize("unit", UNITS)
def test_a_second_opinion_forms_the_same_plural(unit: str) -> None:
    """inflect, which knows nothing of our tables, makes the same plural of the word that takes it."""
    one, many = amount("1", unit).removeprefix("1 "), plural(unit)
    changed = [
        (a, b) for a, b in zip(one.replace("-", " ").split(), many.replace("-", " ").split(), strict=True) if a != b
    ]
    assert len(changed) <= 1, many
    for before, after in changed:
        assert after in OWN_WAY or inflect.engine().plural_noun(before) == after

"""Quantities as babel, num2words and pint write them, read back: 10,000 and more, in the English of thirteen places.

What is left out is listed with its reason: a form that is something else in a newspaper, or that no desk prints.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

import pint
from babel import Locale
from babel.numbers import format_currency
from babel.units import format_unit
from num2words import num2words

from figcheck import Claim, extract
from figcheck.units import amount, convert
from figcheck.units.conversion import _expression
from figcheck.units.table import currencies, surfaces

LOCALES = [
    "en_US", "en_GB", "en_AU", "en_CA", "en_HK", "en_IE", "en_IN", "en_JM", "en_KE", "en_NG", "en_NZ", "en_SG", "en_ZA",
]  # fmt: skip
LEAST = 10_000

# CLDR's name of a unit where ours is another.
CLDR = {
    "temperature-celsius": "degree_celsius", "temperature-fahrenheit": "degree_fahrenheit",
    "concentr-permillion": "part_per_million", "mass-tonne": "metric_ton", "mass-ounce-troy": "troy_ounce",
    "pressure-inch-ofhg": "inch_Hg", "pressure-millimeter-ofhg": "millimeter_Hg",
    "pressure-atmosphere": "standard_atmosphere", "torque-pound-force-foot": "pound_foot",
    "energy-electronvolt": "electron_volt", "energy-therm-us": "therm",
}  # fmt: skip

# Forms of CLDR that a newspaper reader takes for something else, or never meets.
OTHER_SENSE = {
    "c": "cents, not centuries or cups", "m": "meters or millions, not minutes or months", "pc": "percent, not parsecs",
    "pt": "points, not pints", "mb": "megabytes, not millibars", "kb": "kilobytes, not kilobits", "tn": "trillions",
    "B": "billions, not bytes", "K": "thousands, not kelvins", "cal": "a gun's bore", "Ml": "ml with a capital",
    "bits": "pieces", "bit": "a little", "bars": "of any kind", "cups": "of any kind", "moles": "animals",
    "stones": "of any kind", "st": "an ordinal after 1", "°": "which scale is not told", "in": "a preposition",
    "A": "an article", "N": "north", "J": "a name", "au": "au pairs", "fur": "of an animal", "dec": "December",
    "d": "the second, in a court's name",
    "s": "a plural", "w": "with", "y": "and", "#": "a label", "CD": "discs", "CM": "centimeters", "bus.": "business",
    "per mill": "a mill", "Hg": "inches first", "lbf⋅ft": "only in tables", "mpgUS": "only in tables",
    "USgal": "only in tables", "USqt": "only in tables", "fl oz": "glued, only in tables",
    "cu cm": "glued with a stroke", "cu m": "glued with a stroke", "μsecs": "only in tables",
    "millisecs": "only in tables", "nanosecs": "only in tables", "″ Hg": "inches first", "C": "degrees",
    "Cal": "calories or kilocalories, by its capital only", "MN": "a state",
}  # fmt: skip


class Row(NamedTuple):
    """A quantity, and how somebody else writes it."""

    text: str
    value: Decimal
    unit: str


def chance(seed: str) -> random.Random:
    return random.Random(seed)  # the same numbers in every run


def value(rng: random.Random, locale: str = "") -> Decimal:
    """Numbers of all sizes, some with a decimal; whole ones where a locale has a decimal comma."""
    found = rng.choice(
        [Decimal(rng.randint(2, 99)), Decimal(rng.randint(100, 999_999)), Decimal(rng.randint(21, 9999)) / 10]
    )
    return Decimal(int(found)) if locale == "en_ZA" else found


def readings(rows: Iterable[Row]) -> Iterator[tuple[Row, list[Claim]]]:
    """Each row with the claims of its sentence, many rows to a text."""
    given = list(rows)
    for at in range(0, len(given), 400):
        chunk = given[at : at + 400]
        text = "\n\n".join(f"The reading was {row.text} in May." for row in chunk)
        found: list[list[Claim]] = [[] for _ in chunk]
        for claim in extract(text):
            found[text.count("\n\n", 0, claim.start)].append(claim)
        yield from zip(chunk, found, strict=True)


def misread(rows: Iterable[Row], same: Callable[[Row, Claim], bool]) -> list[tuple[Row, list[str]]]:
    return [
        (row, [f"{c.quote} = {c.quantity.stated} {c.quantity.unit}" for c in claims])
        for row, claims in readings(rows)
        if len(claims) != 1 or not same(row, claims[0])
    ]


def exactly(row: Row, claim: Claim) -> bool:
    unit = (claim.quantity.unit or "").removeprefix("delta_")
    return claim.quantity.stated == row.value and unit == row.unit


@cache
def units() -> tuple[str, ...]:
    """All single units of the table, squares and cubes of lengths, and rates."""
    table = surfaces().dimensions
    lengths = [name for name, measures in table.items() if measures == "length"]
    powers = [f"{power}_{name}" for power in ("square", "cubic") for name in lengths]
    rates = [
        f"{over}_per_{under}"
        for over in (
            "mile",
            "kilometer",
            "liter",
            "gallon",
            "gram",
            "milligram",
            "ton",
            "megabit",
            "USD",
            "EUR",
            "cent",
        )
        for under in ("second", "minute", "hour", "day", "week", "year", "kilogram", "hectare", "cubic_meter")
    ]
    return (*table, *powers, *rates)


def by_cldr() -> dict[str, str]:
    """CLDR's units that the table has, with our name."""
    known = set(units())
    every = Locale.parse("en_US")._data["unit_patterns"]
    ours = {name: CLDR.get(name, name.partition("-")[2].replace("-", "_")) for name in every}
    return {name: unit for name, unit in ours.items() if unit in known and not name.endswith("-imperial")}


def of_babel() -> list[Row]:
    rng, rows = chance("babel"), []
    for locale in LOCALES:
        for name, unit in by_cldr().items():
            for length in ("short", "long", "narrow"):
                number = value(rng, locale)
                text = str(format_unit(number, name, length=length, locale=locale))  # type: ignore[arg-type]
                if text.replace("\u00a0", " ").lstrip("0123456789,. ").lstrip("/") not in OTHER_SENSE:
                    rows.append(Row(text, number, unit))
    return rows


def test_units_as_babel_writes_them() -> None:
    rows = of_babel()
    assert len(rows) > 4000
    assert misread(rows, exactly) == []


def codes() -> list[str]:
    table = currencies()
    found = {c for name in ("symbol", "word", "marked") for c in table[name].values() if c.isupper() and len(c) == 3}
    return sorted(found - {c.upper() for c in table["clash"]["never"].split()})


# What CLDR's money is that ours is not, and why.
OTHER_MONEY = {
    "XAF": "FCFA is shared", "XOF": "FCFA is shared", "AZN": "manats are shared", "CRC": "colones are shared",
    "TTD": "an ampersand in its name", "VES": "three names in ten years",
}  # fmt: skip


def of_money() -> list[Row]:
    rng, rows = chance("money"), []
    for locale in LOCALES:
        for code in codes():
            number = Decimal(rng.randint(200, 99_999))
            signed = str(format_currency(number, code, locale=locale))
            local = signed.startswith("$") and code != "USD"  # a country's own dollars carry no mark there
            comma = (locale == "en_ZA" and signed[-4:-3] == ",") or (locale == "en_ZA" and number < 1000)
            if code not in OTHER_MONEY and not local and not comma:
                rows.append(Row(signed, number, code))
    return rows


def test_money_as_babel_writes_it() -> None:
    rows = of_money()
    assert len(rows) > 1000
    assert misread(rows, exactly) == []


def of_money_in_words() -> list[Row]:
    rng, rows = chance("money in words"), []
    for locale in ("en_US", "en_GB", "en_NZ", "en_IE"):
        for code in codes():
            number = Decimal(rng.randint(2, 99_999))
            text = str(format_currency(number, code, locale=locale, format_type="name", currency_digits=False))
            if code not in OTHER_MONEY:
                rows.append(Row(text, number, code))
    return rows


def test_money_in_words_as_babel_writes_it() -> None:
    rows = of_money_in_words()
    assert len(rows) > 400
    assert misread(rows, exactly) == []


# num2words' currencies in English, and our unit where the word tells no more.
SPOKEN = [
    ("en", "USD", "USD"), ("en", "EUR", "EUR"), ("en", "GBP", "GBP"), ("en", "RUB", "RUB"), ("en", "PLN", "PLN"),
    ("en_IN", "INR", "rupee"), ("en_NG", "NGN", "NGN"),
]  # fmt: skip


def of_speech() -> list[Row]:
    rng, rows = chance("num2words"), []
    for language, code, unit in SPOKEN:
        for _ in range(100):
            number = Decimal(rng.randint(210, 9_999_999)) / 100
            if number % 1:
                rows.append(Row(num2words(number, to="currency", currency=code, lang=language), number, unit))
    for _ in range(1500):
        number = Decimal(rng.randint(2, 10**6))
        rows.append(Row(f"{num2words(number)} miles", number, "mile"))
    return rows


def test_sums_and_lengths_as_num2words_speaks_them() -> None:
    rows = of_speech()
    assert len(rows) > 2000
    assert misread(rows, exactly) == []


REGISTRY: pint.UnitRegistry = pint.UnitRegistry()

# Forms of pint that are its own, or another word in a newspaper.
ONLY_PINT = {
    "in", "fur", "au", "pc", "pt", "cp", "cup", "floz", "oil bbl", "kton", "Mton", "Gton", "toz", "s", "h", "d", "a",
    "K", "J", "cal", "thm", "N", "MN", "A", "F", "Mpixel", "gray", "mole", "imperial gal", "inch Hg", "millimeter Hg",
    "m·N", "meter·newton", "ft·lbf", "foot·force pound", "au²", "au³", "pc²", "pc³", "fur²", "fur³",
}  # fmt: skip


def of_pint() -> list[tuple[Row, pint.Quantity]]:
    rng, rows = chance("pint"), []
    for name in units():
        try:
            unit = REGISTRY.parse_units(_expression(name))
            REGISTRY.Quantity(1, unit).to_base_units()
        except Exception:
            continue
        if unit.dimensionless or name.startswith("degree_") or name == "decibel":
            continue
        for style in ("~P", "P"):
            for _ in range(3):
                number = rng.randint(2, 999)
                quantity = REGISTRY.Quantity(number, unit)
                text = format(quantity, style).replace("_", " ")
                tail = text.partition(" ")[2]
                bare = tail.startswith("1/") or (" " in tail.rstrip("²³") and tail[-1] in "²³")
                if tail.partition("/")[0] not in ONLY_PINT and not bare:
                    rows.append((Row(text, Decimal(number), name), quantity))
    return rows


def test_units_as_pint_writes_them() -> None:
    """In pint's own words, and the same amount by pint's own arithmetic."""
    pairs = of_pint()
    assert len(pairs) > 1000
    given = {row.text: quantity for row, quantity in pairs}

    def same(row: Row, claim: Claim) -> bool:
        if claim.quantity.stated is None or claim.quantity.unit is None:
            return False
        ours = REGISTRY.Quantity(float(claim.quantity.stated), REGISTRY.parse_units(_expression(claim.quantity.unit)))
        return abs((ours / given[row.text]).to("").magnitude - 1) < 1e-9

    assert misread([row for row, _ in pairs], same) == []


# What our messages say, but a reader of news takes for less than a unit.
NOT_READ_BACK = {
    "year_of_age": "an age", "bit": "bits of anything", "bar": "bars of anything", "cup": "cups of anything",
    "gray": "a colour", "mole": "animals", "metric_horsepower": "horses",
}  # fmt: skip


def of_ours() -> list[Row]:
    rng, rows = chance("ours"), []
    for unit in units():
        over = unit.partition("_per_")[0]
        if over in NOT_READ_BACK:
            continue
        for _ in range(3):
            number = Decimal(rng.randint(2, 9999))
            rows.append(Row(amount(f"{number.normalize():,f}", unit), number, unit))
    return rows


def test_what_messages_say_is_read_back() -> None:
    """In the very unit, or in one that is worth the same: billion cubic meters are so many cubic meters."""
    rows = of_ours()
    assert len(rows) > 900

    def same(row: Row, claim: Claim) -> bool:
        q = claim.quantity
        return exactly(row, claim) or (
            q.stated is not None and q.unit is not None and convert(q.stated, q.unit, row.unit) == row.value
        )

    assert misread(rows, same) == []


def test_there_are_ten_thousand_of_them() -> None:
    made = (of_babel, of_money, of_money_in_words, of_speech, of_pint, of_ours)
    assert sum(len(rows()) for rows in made) >= LEAST

"""Strategies for numbers with a unit: physical, time, money, percent."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from figcheck.testing.numbers import numerals
from figcheck.testing.rendering import grouped
from figcheck.testing.truth import Figure

__all__ = ["CURRENCIES", "PERCENTS", "UNITS", "measured", "money", "percentages"]

UNITS: dict[str, tuple[str, ...]] = {
    "kilometer": ("kilometers", "kilometres", "km"), "mile": ("miles",), "meter": ("meters", "metres"),
    "foot": ("feet",), "hectare": ("hectares",), "acre": ("acres",), "square_kilometer": ("square kilometers", "sq km"),
    "square_mile": ("square miles",), "kilogram": ("kilograms", "kg"), "metric_ton": ("metric tons", "tonnes"),
    "liter": ("liters", "litres"), "mile_per_hour": ("miles per hour", "mph"), "day": ("days",), "hour": ("hours",),
    "week": ("weeks",), "month": ("months",), "year": ("years",), "megawatt": ("megawatts",),
}  # fmt: skip
"""Canonical names with their usual surfaces."""

_SYMBOLS = frozenset({"km", "kg", "mph"})
CURRENCIES: dict[str, tuple[str, ...]] = {
    "USD": ("${}", "US${}", "{} dollars"), "EUR": ("\u20ac{}", "{} euros"), "GBP": ("\u00a3{}", "{} pounds sterling"),
    "JPY": ("\u00a5{}", "{} yen"),
}  # fmt: skip
PERCENTS: dict[str, tuple[str, ...]] = {
    "percent": ("{}%", "{} percent", "{} per cent"),
    "percentage_point": ("{} percentage points",),
    "basis_point": ("{} basis points",),
}


def _with_unit(figure: Figure, unit: str, phrase: str) -> Figure:
    text = phrase.format(figure.text)
    return Figure(text, 0, len(text), figure.stated, figure.low, figure.high, figure.hedge, unit)


def _pairs(table: dict[str, tuple[str, ...]], phrase: str = "{}") -> list[tuple[str, str]]:
    return [
        (unit, phrase.replace("@", s)) if "@" in phrase else (unit, s) for unit, many in table.items() for s in many
    ]


def measured() -> st.SearchStrategy[Figure]:
    """A physical quantity or a stretch of time: "12 miles", "1,200 sq km", "three weeks"."""
    pairs = _pairs(UNITS, "{} @")
    spelled = [p for p in pairs if p[1].split()[-1] not in _SYMBOLS]  # nobody writes "two km"
    digits = st.tuples(numerals(2, 99_999, ("digits", "grouped")), st.sampled_from(pairs))
    words = st.tuples(numerals(2, 99_999, ("words",)), st.sampled_from(spelled))
    return (digits | words).map(lambda p: _with_unit(p[0], *p[1]))


def money() -> st.SearchStrategy[Figure]:
    """An amount of money: "$4.5 billion", "1,200 euros", "\u00a33m"."""
    numbers = numerals(2, 10**9, ("digits", "grouped", "scaled"))
    return st.tuples(numbers, st.sampled_from(_pairs(CURRENCIES))).map(lambda p: _with_unit(p[0], *p[1]))


def percentages() -> st.SearchStrategy[Figure]:
    """A share, percentage points or basis points: "12.5%", "three percentage points"."""
    tenths = st.integers(1, 1000).map(lambda n: Decimal(n) / 10)
    numbers = tenths.map(lambda d: Figure(grouped(d), 0, len(grouped(d)), d, d, d))
    return st.tuples(numbers, st.sampled_from(_pairs(PERCENTS))).map(lambda p: _with_unit(p[0], *p[1]))

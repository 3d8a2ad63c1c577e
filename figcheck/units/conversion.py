"""From one unit to another. The only place that knows pint, whose registry is made when one is first asked for.

Loading pint takes longer than checking a story, so its answers for the single units are written down in
data/factors.txt (`factors()` makes it; a test holds every line against pint).
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from figcheck.units.table import currencies, surfaces
from figcheck.words import text

if TYPE_CHECKING:
    import pint

__all__ = ["convert", "factors", "pieces", "within"]

_OWN = {
    "square_mile": "mile**2", "percentage_point": "percent", "basis_point": "percent/100", "part_per_million": "ppm",
    "part_per_billion": "ppm/1000", "part_per_trillion": "ppm/1000000", "permille": "percent/10",
    "year_of_age": "year", "month_of_age": "month", "week_of_age": "week", "day_of_age": "day",
    "decade": "10*year", "dunam": "1000*meter**2", "kilopound_per_square_inch": "1000*psi",
    "mega_british_thermal_unit": "1000000*british_thermal_unit", "degree_celsius": "degC", "degree_fahrenheit": "degF",
    "delta_degree_celsius": "delta_degC", "delta_degree_fahrenheit": "delta_degF", "brake_horsepower": "horsepower",
    "pound_force_per_square_inch": "psi", "pound_foot": "foot*force_pound", "revolution_per_minute": "rpm",
    "beat_per_minute": "1/minute", "frame_per_second": "1/second", "cubic_centimeter": "centimeter**3",
    "billion_cubic_meter": "1000000000*meter**3", "quintal": "100*kilogram", "newton_meter": "newton*meter",
    "acre_foot": "acre_foot", "barrel": "oil_barrel", "megaliter": "megaliter", "dot_per_inch": "1/inch",
    "pixel_per_inch": "1/inch",
}  # fmt: skip
_OFFSET = frozenset({"degree_celsius", "degree_fahrenheit"})


@cache
def _registry() -> pint.UnitRegistry[Any]:
    import pint

    return pint.UnitRegistry(non_int_type=Decimal, cache_folder=None)


@cache
def _expression(unit: str) -> str:
    own = _OWN.get(unit)
    if own:
        return own
    over, per, under = unit.partition("_per_")
    if per:
        return f"({_expression(over)})/({_expression(under)})"
    power, _, base = unit.partition("_")
    if base and power in ("square", "cubic"):
        return f"({_expression(base)})**{2 if power == 'square' else 3}"
    return unit


@cache
def _factor(unit: str, into: str) -> Decimal | None:
    """What one `unit` is in `into`; None where the scales have different zeros (temperatures)."""
    if unit in _OFFSET or into in _OFFSET:
        return None
    registry = _registry()
    a, b = registry.parse_expression(_expression(unit)), registry.parse_expression(_expression(into))
    return Decimal((a / b).to_base_units().to("dimensionless").magnitude)


@cache
def _written() -> dict[str, tuple[str, Decimal]]:
    rows = (line.split(" : ") for line in text("factors.txt").splitlines() if not line.startswith("#"))
    return {unit: (base, Decimal(factor)) for unit, base, factor in rows}


@cache
def _known(unit: str) -> tuple[str, Decimal] | None:
    """A unit's base and what it is worth in it, as written down: squares, cubes and rates are made of single units."""
    unit = unit.removesuffix("_of_age")
    if unit in _written():
        return _written()[unit]
    over, per, under = unit.partition("_per_")
    if per:
        a, b = _known(over), _known(under)
        return (f"{a[0]} / {b[0]}", a[1] / b[1]) if a and b else None
    power, _, base = unit.partition("_")
    if power in ("square", "cubic") and (one := _known(base)):
        times = 2 if power == "square" else 3
        return f"{one[0]} ** {times}", one[1] ** times
    return None


def factors() -> str:
    """data/factors.txt as pint gives it: each single unit, its base, and what it is worth in that."""
    registry = _registry()
    lines = ["# What one of each single unit is in its base, by pint."]
    for unit in sorted(set(surfaces().dimensions) - _OFFSET):
        try:
            worth = registry.parse_expression(_expression(unit)).to_base_units()
        except Exception:  # noqa: S112 - what pint does not know has no factor
            continue
        lines.append(f"{unit} : {worth.units} : {_plain(Decimal(worth.magnitude)):f}")
    return "\n".join(lines) + "\n"


def convert(value: Decimal, unit: str, into: str) -> Decimal:
    """`value` of one canonical unit in another. Raises ValueError where no fixed factor joins them.

    A temperature is a reading: for a difference use the delta_degree units.

    >>> convert(Decimal(5), "kilometer", "meter")
    Decimal('5000')
    >>> convert(Decimal(2), "degree_celsius", "degree_fahrenheit")
    Decimal('35.6')
    >>> convert(Decimal(2), "delta_degree_celsius", "delta_degree_fahrenheit")
    Decimal('3.6')
    >>> convert(Decimal(250), "cent", "USD")
    Decimal('2.5')
    >>> convert(Decimal(5), "EUR", "USD")
    Traceback (most recent call last):
    ValueError: no fixed factor from EUR to USD
    """
    if unit == into:
        return value
    worth = _money(unit, into)
    if worth is not None:
        return _plain(value * worth)
    if {unit, into} == _OFFSET:
        return _plain((value - 32) * 5 / 9 if into == "degree_celsius" else value * 9 / 5 + 32)
    known, wanted = _known(unit), _known(into)
    if known and wanted and known[0] == wanted[0]:
        return _plain(value * known[1] / wanted[1])
    import pint

    try:
        factor = _factor(unit, into)
        if factor is not None:
            return _plain(value * factor)
        moved = _registry().Quantity(value, _expression(unit)).to(_expression(into)).magnitude
    except (pint.PintError, AttributeError, TypeError, ArithmeticError, AssertionError) as error:
        raise ValueError(f"no fixed factor from {unit} to {into}") from error
    return _plain(Decimal(moved))


def _money(unit: str, into: str) -> Decimal | None:
    worth = currencies()["worth"]
    for part, whole, up in ((unit, into, True), (into, unit, False)):
        amount, *codes = worth.get(part, "").split() or ("",)
        if whole in codes:
            return Decimal(amount) if up else 1 / Decimal(amount)
    return None


def within(value: Decimal, unit: str | None, into: str | None) -> Decimal | None:
    """`value` in another unit as far as the tables alone tell it; None where they do not.

    A number without a unit has that of its neighbour, and an age is a stretch of time.

    >>> within(Decimal(18), "month", "year"), within(Decimal(5), None, "mile"), within(Decimal(5), "EUR", "USD")
    (Decimal('1.5'), Decimal('5'), None)
    """
    if unit is None or into is None or unit == into:
        return value
    worth = _money(unit, into)
    if worth is not None:
        return _plain(value * worth)
    known, wanted = _known(unit), _known(into)
    return _plain(value * known[1] / wanted[1]) if known and wanted and known[0] == wanted[0] else None


@cache
def _smaller() -> dict[str, frozenset[str]]:
    rows = [line.split(" : ") for line in text("pieces.txt").splitlines() if not line.startswith("#")]
    return {unit: frozenset(smaller.split()) for unit, smaller in rows}


@cache
def pieces(unit: str, smaller: str) -> Decimal | None:
    """How many of the smaller unit make one `unit`, where the two tell one quantity together; None for other pairs.

    >>> pieces("foot", "inch"), pieces("EUR", "cent"), pieces("mile", "kilometer"), pieces("year", "month")
    (Decimal('12'), Decimal('100'), None, Decimal('12'))
    """
    if smaller not in _smaller().get(unit, ()):
        worth = _money(unit, smaller)
        return None if worth is None else _plain(worth)
    return within(Decimal(1), unit, smaller)


def _plain(value: Decimal) -> Decimal:
    """Without the noise of the 28th digit, and without an exponent."""
    rounded = round(value, 24 - max(value.adjusted(), 0)) if value else Decimal(0)
    short = rounded.normalize()
    return short.quantize(Decimal(1)) if short == short.to_integral_value() and short.adjusted() < 27 else short

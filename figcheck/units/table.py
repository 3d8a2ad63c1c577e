"""The tables of data/units.txt and data/currencies.toml, and what a canonical unit measures."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple, Protocol

from figcheck.models import ClaimKind
from figcheck.words import load, text

__all__ = ["AGES", "Copy", "Surfaces", "Unit", "currencies", "dimension", "is_money", "surfaces"]

AGES = {"year": "year_of_age", "month": "month_of_age", "week": "week_of_age", "day": "day_of_age"}
_POWERED = {"square": "area", "cubic": "volume"}
_NAMED = {"length/time": "speed", "volume/time": "flow", "length/volume": "fuel_economy", "data/time": "data_rate"}


class Copy(Protocol):
    """A text to read units in, as written and lower-cased: a part, or the place of a numeral in it."""

    @property
    def plain(self) -> str:
        """As written, with one spelling for quotes, spaces and hyphens."""

    @property
    def lower(self) -> str:
        """The same in lower case, code point for code point."""


class Unit(NamedTuple):
    """A canonical unit, the kind of figure it makes, and where its words end (or begin, for one before the number)."""

    name: str
    kind: ClaimKind
    at: int


class Surfaces(NamedTuple):
    """How units are written: canonical names by their surface."""

    words: dict[str, str]  # lower case, one word
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]  # first word: (the words after it, name), longest first
    symbols: dict[str, str]  # case as written, after digits only
    glued: dict[str, str]  # the same, touching the digits
    dimensions: dict[str, str]


@cache
def surfaces() -> Surfaces:
    """data/units.txt, read once."""
    words: dict[str, str] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    symbols: dict[str, str] = {}
    glued: dict[str, str] = {}
    dimensions: dict[str, str] = {}
    for line in text("units.txt").replace("\n ", " ").splitlines():  # a line that opens with a blank goes on
        if not line or line.startswith("#"):
            continue
        name, measures, written, signs = (x.strip() for x in (line + " ").split(" :"))
        dimensions[name] = measures
        for surface in written.split():
            first, *rest = surface.split("_")
            if rest:
                phrases.setdefault(first, []).append((tuple(rest), name))
            else:
                words[surface] = name
        for sign in signs.split():
            (glued if sign[0] == "+" else symbols)[sign.lstrip("+")] = name
    longest = {k: tuple(sorted(v, key=lambda p: -len(p[0]))) for k, v in phrases.items()}
    return Surfaces(words, longest, symbols, glued, dimensions)


@cache
def currencies() -> dict[str, dict[str, str]]:
    """data/currencies.toml, read once; `marked` holds plurals too, `symbol` every code."""
    tables: dict[str, dict[str, str]] = {k: dict(v) for k, v in load("currencies.toml").items()}
    codes = {c for name in ("symbol", "letter", "word", "marked") for c in tables[name].values() if c.isupper()}
    never = tables["clash"]["never"].split()
    tables["symbol"] |= {code.lower(): code for code in sorted(codes) if code.lower() not in never}
    tables["marked"] |= {f"{name}s": code for name, code in tables["marked"].items() if name[-1] not in "iy"}
    tables["marked"]["pounds sterling"] = "GBP"
    return tables


@cache
def _monies() -> frozenset[str]:
    tables = currencies()
    return frozenset(x for t in ("symbol", "word", "part", "marked") for x in tables[t].values())


def is_money(unit: str | None) -> bool:
    """Whether a canonical unit is money, by itself or per something.

    >>> is_money("USD_per_barrel"), is_money("cent"), is_money("barrel_per_day")
    (True, True, False)
    """
    return unit is not None and unit.partition("_per_")[0] in _monies()


@cache
def dimension(unit: str) -> str:
    """What a canonical unit measures, told from the tables alone: two units with one dimension can be compared.

    A unit that no table has is its own dimension.

    >>> dimension("kilometer"), dimension("acre"), dimension("barrel_per_day"), dimension("share")
    ('length', 'area', 'flow', 'share')
    """
    known = surfaces().dimensions.get(unit)
    if known:
        return known
    if unit in _monies():
        return "money"
    if unit in AGES.values():
        return "age"
    if unit.startswith("delta_degree_"):
        return "temperature_difference"
    over, per, under = unit.partition("_per_")
    if per:
        both = f"{dimension(over)}/{dimension(under)}"
        return _NAMED.get(both, both)
    power, _, base = unit.partition("_")
    return _POWERED.get(power, unit) if base and surfaces().dimensions.get(base) == "length" else unit

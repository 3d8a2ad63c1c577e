"""The number words of data/numbers.toml as lookups, and the patterns built from them."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cache
from typing import Any

from figcheck.words import load

__all__ = [
    "CARDINAL", "DENOMINATOR", "GLYPH", "MULTIPLE", "ORDINAL", "SCALE", "SHORT", "SMALL", "TENS", "UNIT",
    "VAGUE", "ratio", "step_of",
]  # fmt: skip

_DATA: dict[str, dict[str, Any]] = load("numbers.toml")

UNIT: dict[str, int] = _DATA["unit"]
TENS: dict[str, int] = _DATA["ten"]
SMALL: dict[str, int] = {**UNIT, **_DATA["teen"], **TENS}
SCALE: dict[str, int] = _DATA["scale"]
CARDINAL: dict[str, int] = {**SMALL, **SCALE}
SHORT: dict[str, int] = _DATA["short"]
DENOMINATOR: dict[str, int] = _DATA["denominator"]
GLYPH: dict[str, Fraction] = {k: Fraction(v) for k, v in _DATA["glyph"].items()}
VAGUE: dict[str, tuple[int, int]] = {k: (v[0], v[1]) for k, v in _DATA["vague"].items()}
MULTIPLE: dict[str, Decimal] = {k: Decimal(str(v)) for k, v in _DATA["multiple"].items()}
ORDINAL: dict[str, int] = _DATA["ordinal"]


@cache
def ratio(over: int, under: int) -> Decimal:
    """over/under to 28 digits, in any caller's decimal context.

    >>> ratio(1, 3)
    Decimal('0.3333333333333333333333333333')
    """
    with localcontext() as context:
        context.prec = 28
        return Decimal(over) / Decimal(under)


def step_of(value: int) -> int:
    """The unit of the last significant digit of a whole number.

    >>> step_of(57418), step_of(57000), step_of(0)
    (1, 1000, 1)
    """
    if value % 10 or not value:
        return 1
    digits = str(value)
    return int(10 ** (len(digits) - len(digits.rstrip("0"))))

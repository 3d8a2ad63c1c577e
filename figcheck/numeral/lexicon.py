"""The number words of data/numbers.toml as lookups, and the marks that several readers look for."""

from __future__ import annotations

import re
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cache
from typing import Any

from figcheck.words import load

__all__ = [
    "CARDINAL", "DENOMINATOR", "GLYPH", "MULTIPLE", "ORDINAL", "ORDINAL_ENDING", "PLURAL_SCALE", "RUN_TOGETHER",
    "SCALE", "SHORT", "SMALL", "TENS", "UNIT", "VAGUE", "ratio",
]  # fmt: skip

_DATA: dict[str, dict[str, Any]] = load("numbers.toml")

UNIT: dict[str, int] = _DATA["unit"]
TENS: dict[str, int] = _DATA["ten"]
SMALL: dict[str, int] = {**UNIT, **_DATA["teen"], **TENS}
SMALL |= {f"{ten}{unit}": t + u for ten, t in TENS.items() for unit, u in UNIT.items() if u}  # "twentyfive"
SCALE: dict[str, int] = _DATA["scale"]
CARDINAL: dict[str, int] = {**SMALL, **SCALE}
SHORT: dict[str, int] = _DATA["short"]
DENOMINATOR: dict[str, int] = _DATA["denominator"]
GLYPH: dict[str, Fraction] = {k: Fraction(v) for k, v in _DATA["glyph"].items()}
VAGUE: dict[str, tuple[int, int]] = {k: (v[0], v[1]) for k, v in _DATA["vague"].items()}
MULTIPLE: dict[str, Decimal] = {k: Decimal(str(v)) for k, v in _DATA["multiple"].items()}
ORDINAL: dict[str, int] = _DATA["ordinal"]
PLURAL_SCALE: dict[str, int] = {f"{k}s": v for k, v in SCALE.items() if v > 100 and k[-1] != "s"}
RUN_TOGETHER = frozenset(
    f"{small}{scale}"
    for small in (*UNIT, *_DATA["teen"], *TENS)
    for scale in ("hundred", "thousand", "million", "billion")
)
ORDINAL_ENDING = re.compile(r"(?:(?<=1)(?<!11)st|nd|rd|th)(?![^\W\d_])")  # 9st is a weight


@cache
def ratio(over: int, under: int) -> Decimal:
    """over/under to 28 digits, in any caller's decimal context.

    >>> ratio(1, 3)
    Decimal('0.3333333333333333333333333333')
    """
    with localcontext() as context:
        context.prec = 28
        return Decimal(over) / Decimal(under)

"""Numerals: every numeral of a part, what it is worth, and what it is (a figure, a date, a name …)."""

from __future__ import annotations

import re
from decimal import Decimal

from figcheck.dates import When
from figcheck.drafts import Number
from figcheck.text import Part

__all__ = ["Number", "find"]

_DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


def find(part: Part, whens: list[When]) -> list[Number]:
    """Every numeral in order, roles told."""
    found = []
    for m in _DIGITS.finditer(part.lower):
        value = Decimal(m.group().replace(",", ""))
        role = "date" if any(w.start <= m.start() < w.end for w in whens) else "claim"
        found.append(Number(m.start(), m.end(), role, value, value, value))
    return found

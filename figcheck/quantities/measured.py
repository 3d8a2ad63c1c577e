"""A numeral with its sign and unit, before hedges, ranges and nouns."""

from __future__ import annotations

from dataclasses import dataclass

from figcheck import units
from figcheck.drafts import Number
from figcheck.models import ClaimKind
from figcheck.text import Part

__all__ = ["Measured", "measure"]


@dataclass(slots=True)
class Measured:
    """A number, its unit, and its span with the unit's words where they stand together."""

    number: Number
    start: int
    end: int
    unit: str | None
    kind: ClaimKind
    before: bool  # a money sign stands before it
    after: bool  # unit words or a symbol stand after it


def measure(part: Part, number: Number) -> Measured:
    """The number with the unit that stands beside it."""
    start, end = number.start, number.end
    sign = units.before(part, start)
    if sign is not None:
        unit = units.per(part, units.Unit(sign.name, "money", end))
        return Measured(number, sign.at, unit.at, unit.name, "money", True, False)
    found = units.after(part, end, number.scaled)
    if found is not None:
        return Measured(number, start, found.at, found.name, found.kind, False, True)
    return Measured(number, start, end, None, "count", False, False)

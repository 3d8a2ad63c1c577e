"""Quantities: numerals with their hedge, unit, range and counted noun."""

from __future__ import annotations

from figcheck.drafts import Figure, Number
from figcheck.models import Quantity
from figcheck.text import Part

__all__ = ["read"]


def read(part: Part, numbers: list[Number]) -> list[Figure]:
    """The figures among the numerals, in order."""
    out = []
    for n in numbers:
        s = part.sentence_at(n.start)
        if n.role == "claim" and s is not None:
            q = Quantity(low=n.low, high=n.high, stated=n.stated, step=n.step, expected=(n.low, n.high))
            out.append(Figure(s, n.start, n.end, q, "count", form=n.form))
    return out

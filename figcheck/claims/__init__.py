"""Claims: what a figure measures, of whom, where and when, and whether it is asserted at all."""

from __future__ import annotations

from figcheck.drafts import Draft, Figure, When
from figcheck.text import Document, Part

__all__ = ["read"]


def read(document: Document, figures: list[tuple[Part, list[Figure], list[When]]]) -> list[Draft]:
    """One draft a figure, and one for each implicit "a man"; in the order of the claims."""
    return [Draft(f, part.name) for part, found, _ in figures for f in found]

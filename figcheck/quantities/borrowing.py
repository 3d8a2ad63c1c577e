"""Nouns and units left out because a neighbour has them: "20 of the 50 hostages", "to 3.9 million headsets from 2.4 million"."""

from __future__ import annotations

from figcheck.drafts import Figure

__all__ = ["borrow"]


def borrow(figures: list[Figure]) -> None:
    """Give each bare count the noun of a figure beside it, in place."""
    for i, figure in enumerate(figures):
        if figure.kind != "count" or figure.counted is not None:
            continue
        lender = _after(figures, i) or _before(figures, i)
        if lender is not None:
            figure.counted, figure.noun, figure.borrowed = lender.counted, lender.noun, True


def _after(figures: list[Figure], i: int) -> Figure | None:
    """"20 of the remaining 50 hostages", "10 or 12 people": the next figure, tied by its link."""
    if i + 1 >= len(figures):
        return None
    a, b = figures[i], figures[i + 1]
    if b.counted is None or b.kind != "count" or b.sentence is not a.sentence:
        return None
    between = a.sentence.part.lower[a.end : b.start]
    if len(between) > 30:
        return None
    words = between.split()
    if between.startswith(" of ") or between in (" or ", " and ", " to ", "- or ", "- and ", "-, "):
        return b
    return b if words[:1] == ["of"] else None


def _before(figures: list[Figure], i: int) -> Figure | None:
    """The nearest count with a noun before it in its sentence."""
    figure = figures[i]
    for j in range(i - 1, max(-1, i - 4), -1):
        other = figures[j]
        if other.sentence is not figure.sentence:
            return None
        if other.counted is not None and other.kind == "count":
            return other
    return None

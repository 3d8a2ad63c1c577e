"""Nouns left out because a neighbour has them: "20 of the 50 hostages", "4.1 million lamps, up from 2.6 million"."""

from __future__ import annotations

from figcheck.drafts import Figure
from figcheck.quantities.nouns import behind

__all__ = ["borrow"]

_JOINS = frozenset((" or ", " and ", " to ", "- or ", "- and ", "-, ", "-, and ", "-, or ", "-to-"))

_LEVEL = frozenset(
    ["to", "at", "by", "is", "was", "reached", "hit", "stands", "stood", "on"]
)  # its noun is the subject before these; an index is told in points


def borrow(figures: list[Figure]) -> None:
    """Give each bare count the noun of a figure beside it, in place; from right to left, so that lists hand it on."""
    for i in range(len(figures) - 1, -1, -1):
        figure = figures[i]
        if figure.counted is None and figure.kind in ("count", "ratio"):
            lender = _after(figures, i)
            if lender is not None:
                figure.counted, figure.noun, figure.borrowed = lender.counted, lender.noun, True
    for i, figure in enumerate(figures):
        if figure.counted is not None or figure.kind != "count":
            continue
        noun = behind(figure.sentence, figure.hull[0])
        if noun is not None:
            figure.counted, figure.noun, figure.borrowed = noun.counted, (noun.start, noun.end), True
            continue
        lender = _before(figures, i)
        if lender is not None:
            figure.counted, figure.noun, figure.borrowed = lender.counted, lender.noun, True


def _after(figures: list[Figure], i: int) -> Figure | None:
    """ "20 of the remaining 50 hostages", "10 or 12 people", "four-, five- and six-cylinder": the next figure."""
    if i + 1 >= len(figures):
        return None
    a, b = figures[i], figures[i + 1]
    if b.counted is None or b.sentence is not a.sentence:
        return None
    between = a.sentence.part.lower[a.end : b.start]
    # Not "two of them, held in four jails".
    of = len(between) <= 30 and between.startswith(" of ") and "," not in between
    if a.kind == "ratio":
        return b if of else None
    return b if b.kind == "count" and (between in _JOINS or of) else None


def _before(figures: list[Figure], i: int) -> Figure | None:
    """The nearest count with a noun before it in its sentence."""
    figure = figures[i]
    if _is_out_of(figures, i) or _is_out_of(figures, i - 1):
        return None
    at = figure.sentence.before(figure.hull[0])
    word = figure.sentence.words[at] if at >= 0 else ""
    if word.endswith("ing") and word != "including":  # "buses carrying at least 60": what is carried is no bus
        return None
    level = word in _LEVEL
    for j in range(i - 1, max(-1, i - 4), -1):
        other = figures[j]
        if other.sentence is not figure.sentence:
            return None
        if other.counted == "times":
            continue  # "1,600 patients, four times the usual 400"
        if other.counted is not None and other.kind == "count" and (not level or other.counted == "points"):
            return other
    return None


def _is_out_of(figures: list[Figure], i: int) -> bool:
    """Whether a figure and the next are tries and successes: "went 3 for 4"."""
    if not 0 <= i < len(figures) - 1:
        return False
    a, b = figures[i], figures[i + 1]
    return b.sentence is a.sentence and a.sentence.part.lower[a.end : b.start] == " for "

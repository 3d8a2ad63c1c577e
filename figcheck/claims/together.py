"""The whole of a coordination: "two men and a woman were killed" are three dead, told in one breath."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from figcheck.claims.implicit import SELF, figure_of
from figcheck.claims.measures import Found
from figcheck.drafts import Draft, Figure
from figcheck.syntax import Phrase, Structure

__all__ = ["Piece", "joined", "wholes"]

_SUMMED = frozenset({"killed", "injured", "rescued"})
_LINKS = frozenset({"and", "&", "plus", "with", "along_with", "together_with", "as_well_as"})
_APART = frozenset({"including", "among", "between", "or", "also", "includes", "included"})
_GAP = 12  # words between two that are told together


@dataclass(slots=True)
class Piece:
    """One of those that may be told together: words start..end of its phrase, what befell them, and their draft."""

    start: int
    end: int
    phrase: Phrase | None
    found: Found
    draft: Draft


def wholes(st: Structure, pieces: list[Piece]) -> Iterator[tuple[Piece, Figure]]:
    """The first piece of each coordination, and the figure of them all."""
    chains: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: p.start):
        if not _countable(piece):
            continue
        if chains and _together(st, chains[-1][-1], piece):
            chains[-1].append(piece)
            continue
        if chains and _ends_himself(st, chains[-1][-1], piece):
            yield chains[-1][0], _sum(st, [*chains[-1], piece])
        chains.append([piece])
    for chain in chains:
        if _is_whole(st, chain):
            yield chain[0], _sum(st, chain)


def joined(st: Structure, piece: Piece, others: list[Piece]) -> bool:
    """Whether a piece is told together with one of the others: "his wife and two boys"."""
    if not _countable(piece):
        return False
    return any(
        _countable(o)
        and (
            _together(st, o, piece) or _ends_himself(st, o, piece) if o.start < piece.start else _together(st, piece, o)
        )
        for o in others
    )


def _countable(piece: Piece) -> bool:
    draft, quantity = piece.draft, piece.draft.figure.quantity
    return (
        draft.measure in _SUMMED
        and draft.asserted
        and not draft.subset
        and not piece.found.part  # "1,000 people: 202 men and 798 women": their whole is written
        and quantity.hedge in ("exact", "at_least")
        and quantity.stated is not None
        and quantity.stated >= 1
    )


def _at(piece: Piece) -> int:
    return piece.found.fact.at if piece.found.fact is not None else -1


def _together(st: Structure, last: Piece, piece: Piece) -> bool:
    """Whether a piece is joined to the one before it, under the same word and on the same side of it."""
    if _at(piece) != _at(last) or piece.draft.measure != last.draft.measure or piece.start < last.end:
        return False
    if (last.start < _at(last)) != (piece.start < _at(piece)):
        return False
    gap = range(last.end, piece.start)
    if not gap or len(gap) > _GAP or any(st.words.text[k] in _APART for k in gap):
        return False
    tags = st.tags
    if any(tags[k] in "vxMDswe;:." for k in gap):
        return False
    high = piece.start
    while high > last.end and tags[high - 1] in "rd":
        high -= 1
    return st.words.text[high - 1] in _LINKS or (high - last.end == 1 and tags[last.end] == ",")


def _ends_himself(st: Structure, last: Piece, piece: Piece) -> bool:
    """ "killed two people before killing himself": those killed, and the killer by his own hand."""
    if not last.draft.measure == piece.draft.measure == "killed" or last.start < _at(last) or piece.start < last.end:
        return False
    own = any(st.words.text[k] in SELF for k in range(piece.start, piece.end))
    return own and not any(st.tags[k] in ".;:" for k in range(last.end, piece.start))


def _is_whole(st: Structure, chain: list[Piece]) -> bool:
    """Whether a chain is a list of several, and no name with an apposition."""
    if len(chain) < 2:
        return False
    first, last = chain[0], chain[-1]
    tags, text = st.tags, st.words.text
    listed = first.end < len(tags) and tags[first.end] == ","
    if listed and "people" in st.words.read[first.end - 1].tags:
        return False  # "five people, two women and three children": the rest says who they were
    closed = any(text[k] in _LINKS for a, b in pairwise(chain) for k in range(a.end, b.start))
    if not closed and last.end != _at(last) and not last.draft.additional:
        return False  # "his wife, a nurse" is one person; "two adults, six children dead" are eight
    after = tags[last.end] if last.end < len(tags) else "."
    if not listed or last.end == _at(last) or after in "xM" or first.draft.implicit:
        return True
    counts = [p.draft.figure.quantity.stated or 0 for p in chain]
    return counts[0] != sum(counts[1:])


def _sum(st: Structure, chain: list[Piece]) -> Figure:
    quantities = [p.draft.figure.quantity for p in chain]
    total = sum((q.stated or Decimal(0) for q in quantities), Decimal(0))
    end = max(st.words.end[chain[-1].end - 1], chain[-1].draft.figure.end)
    exact = all(q.hedge == "exact" for q in quantities)
    return figure_of(st, chain[0].draft.figure.start, end, total, "people", exact)

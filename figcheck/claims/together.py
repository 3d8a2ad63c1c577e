"""The whole of a coordination: "two men and a woman were killed" are three dead, told in one breath."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from figcheck.claims import lexicon as lx
from figcheck.claims.found import Found
from figcheck.claims.view import View
from figcheck.drafts import Draft, Figure
from figcheck.models import Quantity

__all__ = ["Piece", "joined", "wholes"]

_SUMMED = frozenset({"killed", "injured"})
_HEDGES = frozenset({"exact", "at_least"})
_APART = lx.BE | lx.HAVE | lx.MODAL | lx.RELATIVE | lx.REPORT | lx.DO | lx.NEGATION
_LINKS = frozenset({"and", "&", "plus", "with"})  # "with": of "along with"
_PASSED = frozenset({"(", ")", "-", '"', "'s"})
_GAP = 12  # tokens between two that are told together
_NOT_WITH = lx.words("including") | {"between", "or", "also"}
_GENERAL = lx.words("general")


class Piece:
    """One of those that may be told together: tokens start..end, what befell them, and their draft."""

    __slots__ = ("draft", "end", "found", "start")

    def __init__(self, start: int, end: int, found: Found, draft: Draft) -> None:
        self.start = start
        self.end = end
        self.found = found
        self.draft = draft


def wholes(view: View, pieces: list[Piece]) -> Iterator[tuple[Piece, Figure]]:
    """The first piece of each coordination, and the figure of them all."""
    chain: list[Piece] = []
    for piece in sorted(pieces, key=lambda p: p.start):
        if not _countable(piece):
            continue
        if chain and not _together(view, chain[-1], piece):
            yield from _whole(view, chain)
            chain = []
        chain.append(piece)
    yield from _whole(view, chain)


def joined(view: View, piece: Piece, others: list[Piece]) -> bool:
    """Whether a piece is told together with one of the others: "his wife and two boys"."""
    if not _countable(piece):
        return False
    return any(
        _countable(other)
        and (_together(view, other, piece) if other.start < piece.start else _together(view, piece, other))
        for other in others
    )


def _countable(piece: Piece) -> bool:
    draft, quantity = piece.draft, piece.draft.figure.quantity
    return (
        draft.measure in _SUMMED
        and draft.asserted
        and not draft.subset
        and quantity.hedge in _HEDGES
        and quantity.stated is not None
        and quantity.stated >= 1
    )


def _together(view: View, last: Piece, piece: Piece) -> bool:
    """Whether a piece is joined to the one before it, under the same verb and on the same side of it."""
    if piece.found.start != last.found.start or piece.draft.measure != last.draft.measure:
        return False
    if (last.start < last.found.start) != (piece.start < piece.found.start) or piece.start < last.end:
        return False
    low, high = last.end, piece.start
    while high > low and view.codes[high - 1] & (lx.ADVERB | lx.DETERMINER) and view.words[high - 1] not in _LINKS:
        high -= 1
    gap = view.words[low:high]
    if not gap or len(gap) > _GAP or not _NOT_WITH.isdisjoint(gap):
        return False
    if any(view.codes[j] & _APART or j in view.by_start for j in range(low, high)):
        return False
    if any(view.codes[j] & lx.STOP and view.words[j] not in _PASSED for j in range(low, high)):
        return False
    return gap[-1] in _LINKS or gap[-2:] == ["as", "well"] or gap == [","]


def _runs_on(view: View, j: int) -> bool:
    """Whether a verb follows at once, with no comma that would close an aside."""
    return j < len(view.codes) and bool(view.codes[j] & (lx.BE | lx.HAVE))


def _whole(view: View, chain: list[Piece]) -> Iterator[tuple[Piece, Figure]]:
    if len(chain) < 2:
        return
    head = view.words[chain[0].end - 1]
    first, last = chain[0], chain[-1]
    listed = view.words[first.end] == ","
    if listed and head in _GENERAL:
        return  # "five people, two women and three children": the rest says who they were
    closed = any(not _LINKS.isdisjoint(view.words[a.end : b.start]) for a, b in pairwise(chain))
    if not closed and last.end != last.found.start and not last.draft.additional:
        return  # "his wife, a nurse" is one person; "two adults, six children dead" are eight
    counts = [p.draft.figure.quantity.stated or Decimal(0) for p in chain]
    total = sum(counts, Decimal(0))
    ends = last.end == last.found.start or _runs_on(view, last.end)
    if listed and not ends and not first.draft.implicit and counts[0] == total - counts[0]:
        return
    exact = all(p.draft.figure.quantity.hedge == "exact" for p in chain)
    start = first.draft.figure.start
    end = max(view.sentence.ends[last.end - 1], last.draft.figure.end)
    quantity = Quantity(
        low=total,
        high=total if exact else None,
        stated=total,
        hedge="exact" if exact else "at_least",
        step=Decimal(1),
        expected=(total, total),
    )
    yield (
        first,
        Figure(view.sentence, start, end, quantity, "count", counted="people", noun=(start, end), form="words"),
    )

"""The whole of a coordination: "two men and a woman were killed" are three dead, told in one breath."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from figcheck.claims import lexicon as lx
from figcheck.claims.found import Found
from figcheck.claims.phrases import OWN
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
_STOPS = frozenset({".", ";", ":", "?", "!"})
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
    chains: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: p.start):
        if not _countable(piece):
            continue
        if chains and _together(view, chains[-1][-1], piece):
            chains[-1].append(piece)
            continue
        for chain in reversed(chains):
            if _ends_himself(view, chain[-1], piece):
                yield chain[0], _sum(view, [*chain, piece])
                break
        chains.append([piece])
    for chain in chains:
        if _is_whole(view, chain):
            yield chain[0], _sum(view, chain)


def joined(view: View, piece: Piece, others: list[Piece]) -> bool:
    """Whether a piece is told together with one of the others: "his wife and two boys"."""
    if not _countable(piece):
        return False
    return any(
        _countable(other)
        and (
            _together(view, other, piece) or _ends_himself(view, other, piece)
            if other.start < piece.start
            else _together(view, piece, other)
        )
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


def _ends_himself(view: View, last: Piece, piece: Piece) -> bool:
    """ "killed two people before killing himself": those killed, and the killer by his own hand."""
    if OWN.isdisjoint(view.words[piece.start : piece.end]) or not last.draft.measure == piece.draft.measure == "killed":
        return False
    if last.start < last.found.start or piece.start < last.end or not OWN.isdisjoint(view.words[last.start : last.end]):
        return False
    return not any(view.codes[j] & lx.STOP and view.words[j] in _STOPS for j in range(last.end, piece.start))


def _is_whole(view: View, chain: list[Piece]) -> bool:
    """Whether a chain is a list of several, and no name with an apposition."""
    if len(chain) < 2:
        return False
    first, last = chain[0], chain[-1]
    listed = view.words[first.end] == ","
    if listed and view.words[first.end - 1] in _GENERAL:
        return False  # "five people, two women and three children": the rest says who they were
    closed = any(not _LINKS.isdisjoint(view.words[a.end : b.start]) for a, b in pairwise(chain))
    if not closed and last.end != last.found.start and not last.draft.additional:
        return False  # "his wife, a nurse" is one person; "two adults, six children dead" are eight
    if not listed or last.end == last.found.start or _runs_on(view, last.end) or first.draft.implicit:
        return True
    counts = [p.draft.figure.quantity.stated or 0 for p in chain]
    return counts[0] != sum(counts[1:])


def _sum(view: View, chain: list[Piece]) -> Figure:
    quantities = [p.draft.figure.quantity for p in chain]
    total = sum((q.stated or Decimal(0) for q in quantities), Decimal(0))
    exact = all(q.hedge == "exact" for q in quantities)
    start = chain[0].draft.figure.start
    end = max(view.sentence.ends[chain[-1].end - 1], chain[-1].draft.figure.end)
    quantity = Quantity(
        low=total,
        high=total if exact else None,
        stated=total,
        hedge="exact" if exact else "at_least",
        step=Decimal(1),
        expected=(total, total),
    )
    return Figure(view.sentence, start, end, quantity, "count", counted="people", noun=(start, end), form="words")

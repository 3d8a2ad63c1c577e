"""A part of a story cut into pieces: plain words, and each numeral with what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from figcheck.settings import LEVELS

__all__ = ["Badge", "Evident", "Kind", "Piece", "Spot", "cut"]

Kind = Literal["text", "read", "tie", "other", "unread", "finding", "within"]


@dataclass(frozen=True, slots=True)
class Badge:
    """The number of a finding, beside the words that it is about."""

    number: int
    level: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a story. `note` says how they were read, `name` is their anchor, `target` where they lead.

    The numbers of a `quiet` one stand behind another piece.
    """

    kind: Kind
    text: str = ""
    note: str = ""
    name: str = ""
    target: str = ""
    level: str = ""
    badges: tuple[Badge, ...] = ()
    inner: tuple[Piece, ...] = ()
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """A numeral, and what it is shown as."""

    start: int
    end: int
    kind: Kind
    note: str = ""
    name: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Evident:
    """A stretch of text that a finding points at; `name` is the anchor that the finding leads to."""

    start: int
    end: int
    badge: Badge
    name: str


@dataclass(slots=True)
class _Group:
    start: int
    end: int
    spots: list[Spot] = field(default_factory=list)
    evident: list[Evident] = field(default_factory=list)


def cut(
    text: str, spans: Iterable[tuple[int, int]], spots: Iterable[Spot], evident: Iterable[Evident]
) -> tuple[list[list[Piece]], dict[str, str]]:
    """The pieces of each span of a text, in order, and the anchor under which each stretch of evidence is found.

    What findings point at and what overlaps it is one mark, with the number of each of the findings behind it.

    >>> paragraphs, _ = cut("Of 40, 31 passed.", [(0, 17)], [Spot(3, 5, "read"), Spot(7, 9, "tie")], [])
    >>> [(piece.kind, piece.text) for piece in paragraphs[0]]
    [('text', 'Of '), ('read', '40'), ('text', ', '), ('tie', '31'), ('text', ' passed.')]
    """
    groups = _groups(_apart(spots), evident)
    names = {e.name: g.evident[0].name for g in groups for e in g.evident}
    out: list[list[Piece]] = []
    first, told = 0, set[int]()
    for start, end in spans:
        pieces: list[Piece] = []
        at = start
        while first < len(groups) and groups[first].end <= start:
            first += 1
        place = first
        while place < len(groups) and groups[place].start < end:
            group = groups[place]
            a, b = max(group.start, start), min(group.end, end)
            if a > at:
                pieces.append(Piece("text", text[at:a]))
            pieces += _shown(text, group, a, b, again=id(group) in told)
            told.add(id(group))
            at, place = b, place + 1
        if end > at:
            pieces.append(Piece("text", text[at:end]))
        out.append(_numbered_once(pieces))
    return out, names


def _numbered_once(pieces: list[Piece]) -> list[Piece]:
    """A paragraph with one finding has its number once, behind the last of its marks; with several, behind each."""
    numbered = [n for n, piece in enumerate(pieces) if piece.badges]
    if len({b.number for n in numbered for b in pieces[n].badges}) > 1:
        return pieces
    return [replace(piece, quiet=n in numbered[:-1]) for n, piece in enumerate(pieces)]


def _apart(spots: Iterable[Spot]) -> Iterator[Spot]:
    """The spots in order, less those that overlap one before them."""
    last = -1
    for spot in sorted(spots, key=lambda s: (s.start, -s.end)):
        if spot.start >= last and spot.end > spot.start:
            yield spot
            last = spot.end


def _groups(spots: Iterable[Spot], evident: Iterable[Evident]) -> list[_Group]:
    """Spots and evidence in order; those that overlap are one group."""
    marks: list[Spot | Evident] = [*spots, *evident]
    out: list[_Group] = []
    for one in sorted(marks, key=lambda x: (x.start, -x.end)):
        if not out or one.start >= out[-1].end:
            out.append(_Group(one.start, one.end))
        group = out[-1]
        group.end = max(group.end, one.end)
        if isinstance(one, Spot):
            group.spots.append(one)
        else:
            group.evident.append(one)
    return out


def _shown(text: str, group: _Group, start: int, end: int, again: bool) -> Iterator[Piece]:
    """A group as far as it stands in a paragraph; its anchors and numbers only the first time."""
    pointed = [replace(s, kind="within") if _is_pointed_at(s, group.evident) else s for s in group.spots]
    inner = list(_figures(text, pointed, start, end, again))
    if not group.evident:
        yield from inner
        return
    badges = {e.badge.number: e.badge for e in group.evident}
    level = min((b.level for b in badges.values()), key=LEVELS.index)
    yield Piece(
        "finding", text[start:end], level=level, name="" if again else group.evident[0].name,
        badges=() if again else tuple(badges[n] for n in sorted(badges)), inner=tuple(inner),
    )  # fmt: skip


def _is_pointed_at(spot: Spot, evident: Iterable[Evident]) -> bool:
    """Whether a finding is about it, which says more than that it was read or adds up elsewhere."""
    return any(e.start < spot.end and spot.start < e.end for e in evident)


def _figures(text: str, spots: Sequence[Spot], start: int, end: int, again: bool) -> Iterator[Piece]:
    at = start
    for spot in spots:
        a, b = max(spot.start, start), min(spot.end, end)
        if b <= a:
            continue
        if a > at:
            yield Piece("text", text[at:a])
        piece = Piece(spot.kind, text[a:b], spot.note, spot.name, spot.target)
        yield replace(piece, name="") if again else piece
        at = b
    if end > at:
        yield Piece("text", text[at:end])

"""Blocks: which claims are held against each other at all.

A block is what a key gives (a thing, a number, its digits, the word it hangs on) and a name ("killed", "orlec"). Inside
it each claim is compared with a bounded number of those before it, so that the work grows with the stories and not with
their square.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from figcheck.compare.digits import digits, odd, size
from figcheck.compare.facts import Facts
from figcheck.relations import slips
from figcheck.syntax.lexicon import look

__all__ = [
    "FEW", "UNUSUAL", "WINDOW", "Key", "Pair", "across", "by_digits", "by_governor", "by_number", "by_thing",
    "by_value", "moment", "two", "windowed",
]  # fmt: skip

Pair: TypeAlias = tuple[Facts, Facts]
Key: TypeAlias = Callable[[Facts], Hashable | None]

WINDOW = 16  # claims of one group, before a claim in time, that it is compared with
SLIPS = 2  # significant digits from which a slip of the pen can be told
UNUSUAL = 2  # significant digits of a number that two tables hardly share by chance
FEW = 10  # a smaller count is rather of a part
LEAD_NAMES = 6  # names of a story that stand for the place of a claim that names none


def across(facts: Iterable[Facts], key: Key, named: bool = True) -> tuple[Pair, ...]:
    """Pairs of two stories in one block, the earlier claim first; where not `named`, they need share no name."""
    groups: dict[tuple[Hashable, str], list[Facts]] = {}
    for f in facts:
        what = key(f) if f.claim.part != "title" else None
        if what is not None:
            for name in _tokens(f) if named else ("",):
                groups.setdefault((what, name), []).append(f)
    seen: dict[tuple[int, int], Pair] = {}
    for group in groups.values():
        if len(group) > 1:
            group.sort(key=moment)
            for a, b in _told_before(group):
                seen.setdefault((a.number, b.number), (a, b))
    return tuple(sorted(seen.values(), key=lambda p: (p[1].moment, p[0].moment)))


def two(rows: Iterable[tuple[Any, ...]]) -> Mapping[Hashable, frozenset[str]]:
    """By key, which is all of a row but its last, the ids of two claims at most: one of them is always another one."""
    out: dict[Hashable, frozenset[str]] = {}
    for *key, f in rows:
        known = out.get(tuple(key), frozenset())
        if len(known) < 2:
            out[tuple(key)] = known | {f.claim.id}
    return out


def by_thing(f: Facts) -> Hashable | None:
    """What groups claims: their measure; for what no measure names, numbers that a slip of the pen may have changed."""
    if f.claim.measure or odd(f.claim.quantity) >= SLIPS:
        return f.thing
    return None


def by_digits(f: Facts) -> Hashable | None:
    """The digits of a number in their order of size: of itself, and with two of them swapped or another scale."""
    found = slips.digits(f.claim.quantity.stated or slips.ZERO)
    return (f.claim.kind, f.claim.quantity.unit, "".join(sorted(found))) if len(found) >= SLIPS else None


def by_value(f: Facts) -> Hashable | None:
    """The number itself, where it is of one digit: "60 passengers", "90,000 homeless"."""
    q = f.claim.quantity
    return (f.claim.kind, q.unit, q.stated) if digits(q) < SLIPS and size(q) >= FEW else None


def by_governor(f: Facts) -> Hashable | None:
    """The word that it hangs on, where that says something: "fine", "sell"."""
    c = f.claim
    return (c.kind, c.quantity.unit, c.governor) if c.governor and "light" not in look(c.governor).tags else None


def by_number(f: Facts) -> Hashable | None:
    """The number that groups claims, where it is one that two tables hardly share by chance."""
    q = f.claim.quantity
    return (q.stated, q.unit) if digits(q) >= UNUSUAL else None


def moment(f: Facts) -> tuple[object, ...]:
    """Its moment, to sort by."""
    return f.moment


def windowed(group: Sequence[Facts]) -> Iterator[Pair]:
    """Each claim with a bounded number of those before it."""
    for n, later in enumerate(group):
        for earlier in group[max(0, n - WINDOW) : n]:
            yield earlier, later


def _told_before(group: Sequence[Facts]) -> Iterator[Pair]:
    """Each claim with the last of those before it in other stories that say something else, a bounded number."""
    recent: dict[Hashable, Facts] = {}  # by what they say, the oldest first
    for later in group:
        for earlier in recent.values():
            if earlier.story is not later.story:
                yield earlier, later
        says = (later.claim.quantity.stated, later.claim.quantity.hedge, later.population, later.owner, later.thing)
        if recent.get(says) is None or recent[says].story is not later.story:
            recent.pop(says, None)
            recent[says] = later
            if len(recent) > WINDOW:
                del recent[next(iter(recent))]


def _tokens(f: Facts) -> frozenset[str]:
    own = f.places | f.capitals | f.story.dateline
    if f.claim.measure is None:
        return own
    head, names = f.story.head, f.story.names
    return own | frozenset(sorted(head, key=lambda n: (-names[n], n))[:LEAD_NAMES])

"""Groups: the figures of several stories that tell of one thing, each group in the order of time."""

from __future__ import annotations

from collections.abc import Sequence

from figcheck.compare.archive import Archive
from figcheck.compare.aspects import compare
from figcheck.compare.facts import Facts
from figcheck.relations.evidence import weights

__all__ = ["groups"]


def groups(archive: Archive) -> list[list[Facts]]:
    """What links join, transitively: figures of two stories or more, one of each number a story, the earliest first."""
    root: dict[int, int] = {}

    def find(n: int) -> int:
        while root.setdefault(n, n) != n:
            root[n] = n = root[root[n]]
        return n

    for a, b in archive.across:
        if _are_one(archive, a, b):
            root[find(a.number)] = find(b.number)
    sets: dict[int, list[Facts]] = {}
    for f in archive.facts:
        if f.number in root:
            sets.setdefault(find(f.number), []).append(f)
    found = [_told_once(members) for members in sets.values()]
    told = [members for members in found if len({f.claim.article for f in members}) > 1]
    return sorted(told, key=lambda members: (-len(members), members[0].moment))


def _are_one(archive: Archive, a: Facts, b: Facts) -> bool:
    """Whether two figures are of one thing: by number and all else, or of one measure by all but the number."""
    if compare(a, b)["event"] == "apart" or a.population != b.population or a.old != b.old:
        return False
    link = archive.linked(a, b)
    if link.agree:
        return link.weight >= weights()["kept"]
    if a.claim.measure is None or not a.moving or not b.moving:
        return False
    alike = compare(a, b).same("measure", "level", "population", "place", "event", "period")
    return alike or link.kin >= weights()["grouped"]


def _told_once(members: Sequence[Facts]) -> list[Facts]:
    """The figures in time, each number once a story: the first telling, or the first with somebody behind it."""
    best: dict[tuple[str, object, str], Facts] = {}
    for f in members:
        key = (f.claim.article, f.claim.quantity.stated, f.claim.quantity.hedge)
        if key not in best or (f.owner and not best[key].owner):
            best[key] = f
    return sorted(best.values(), key=lambda f: f.moment)

"""All claims of a check with their facts, grouped by what they count, so that rules compare inside a group only.

A group is a thing and a name ("killed", "orlec"). Inside it each claim is compared with a bounded number of those
before it, so that the work grows with the stories and not with their square.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property

from figcheck.attribution import same_owner
from figcheck.compare.aspects import compare
from figcheck.compare.digits import digits, odd
from figcheck.compare.facts import Facts
from figcheck.compare.story import Story
from figcheck.intervals import disjoint, written
from figcheck.models import Article, Claim, Relation

__all__ = ["Archive", "Pair"]

Pair = tuple[Facts, Facts]

OLDER = 64  # claims of one number, before a claim in time, that are looked through for where it was first given
WINDOW = 16  # claims of one group, before a claim in time, that it is compared with
SLIPS = 2  # significant digits from which a slip of the pen can be told
UNUSUAL = 2  # significant digits of a number that two tables hardly share by chance
FAR = 20  # code points between two sentences that a reader does not see side by side
LEAD_NAMES = 6  # names of a story that stand for the place of a claim that names none


class Archive:
    """The claims of some stories. Groups are made once and shared by all rules."""

    def __init__(self, articles: Sequence[Article], claims: Sequence[Claim], relations: Iterable[Relation]) -> None:
        self.stories: Mapping[str, Story] = {a.id: Story(a) for a in articles}
        self.relations: tuple[Relation, ...] = tuple(relations)
        roles: dict[str, set[str]] = {}
        for relation in self.relations:
            for role, names in relation.roles.items():
                for name in names:
                    roles.setdefault(name, set()).add(f"{relation.kind}.{role}")
        self.facts: tuple[Facts, ...] = tuple(
            Facts(c, self.stories[c.article], frozenset(roles.get(c.id, ())), n) for n, c in enumerate(claims)
        )

    @cached_property
    def of_claim(self) -> Mapping[str, Facts]:
        """Facts by claim id."""
        return {f.claim.id: f for f in self.facts}

    @cached_property
    def by_article(self) -> Mapping[str, tuple[Facts, ...]]:
        """Facts by article id, in the order of the text, the headline first."""
        out: dict[str, list[Facts]] = {name: [] for name in self.stories}
        for f in self.facts:
            out[f.claim.article].append(f)
        return {name: tuple(found) for name, found in out.items()}

    @cached_property
    def within(self) -> tuple[Pair, ...]:
        """Pairs of one article and one thing, in the order of the text; claims of the headline left out."""
        out: list[Pair] = []
        for facts in self.by_article.values():
            groups: dict[str, list[Facts]] = {}
            for f in facts:
                if f.comparable and f.claim.part != "title" and f.thing:
                    groups.setdefault("killed" if f.buried else f.thing, []).append(f)
            for group in groups.values():
                out += _windowed(group)
        return tuple(sorted(out, key=lambda p: (p[0].where, p[1].where)))

    @cached_property
    def headlines(self) -> tuple[tuple[Facts, tuple[Facts, ...]], ...]:
        """Each claim of a headline with the claims of its text."""
        out: list[tuple[Facts, tuple[Facts, ...]]] = []
        for facts in self.by_article.values():
            body = tuple(f for f in facts if f.claim.part != "title")
            out += [(f, body) for f in facts if f.claim.part == "title"]
        return tuple(out)

    @cached_property
    def same_number_within(self) -> tuple[Pair, ...]:
        """Pairs of one article that give one number, whatever it counts."""
        out: list[Pair] = []
        for facts in self.by_article.values():
            groups: dict[Hashable, list[Facts]] = {}
            for f in facts:
                key = _number(f) if f.comparable and f.claim.part != "title" else None
                if key is not None:
                    groups.setdefault(key, []).append(f)
            for group in groups.values():
                out += _windowed(group)
        return tuple(sorted(out, key=lambda p: (p[0].where, p[1].where)))

    @cached_property
    def across(self) -> tuple[Pair, ...]:
        """Pairs of two articles about one thing that share a name, the earlier claim first."""
        return self._across(_thing)

    @cached_property
    def same_number(self) -> tuple[Pair, ...]:
        """Pairs of two articles that give one number, whatever it counts, and share a name."""
        return self._across(
            lambda f: None if f.claim.quantity.stated is None else (f.claim.quantity.stated, f.claim.kind)
        )

    @cached_property
    def _partners(self) -> Mapping[str, str]:
        """The later value of a change or revision, by the id of its earlier one."""
        out: dict[str, str] = {}
        for relation in self.relations:
            if relation.kind in ("change", "revises"):
                old = relation.roles.get("from", ()) or relation.roles.get("earlier", ())
                new = relation.roles.get("to", ()) or relation.roles.get("later", ())
                if len(old) == len(new) == 1:
                    out[old[0]] = new[0]
        return out

    @cached_property
    def _numbers(self) -> Mapping[Hashable, tuple[Facts, ...]]:
        """Claims by thing and number, in time."""
        out: dict[Hashable, list[Facts]] = {}
        for f in self.facts:
            out.setdefault((f.thing, f.claim.quantity.stated), []).append(f)
        return {key: tuple(sorted(found, key=_moment)) for key, found in out.items()}

    def raised(self, older: Facts) -> Facts | None:
        """The value that the story itself puts in the place of this one: "up from 174", where this is the 174."""
        later = self._partners.get(older.claim.id)
        if later:
            return self.of_claim.get(later)
        if not older.after_from:
            return None
        mates = [f for f in self.by_article[older.claim.article] if f.claim.sentence == older.claim.sentence]
        before = [f for f in mates if f.claim.start < older.claim.start and f.claim.measure]
        return before[-1] if before else None

    @cached_property
    def reverted(self) -> tuple[tuple[Facts, Facts, Facts], ...]:
        """A value of before, the one in its place, and where the story gives the old one again, as today's."""
        out: list[tuple[Facts, Facts, Facts]] = []
        for facts in self.by_article.values():
            for n, old in enumerate(facts):
                new = self.raised(old)
                if new is None or new.claim.measure is None or old.claim.quantity.stated is None:
                    continue
                out += [
                    (old, new, again) for again in facts[n + 1 :]
                    if again.claim.quantity.stated == old.claim.quantity.stated and again.thing == new.thing
                    and again.claim.sentence != old.claim.sentence and not again.earlier
                ]  # fmt: skip
        return tuple(out)

    @cached_property
    def outdated(self) -> tuple[Pair, ...]:
        """A count of years ago that a sentence gives as today's, and the newer one that the story has beside it."""
        out: list[Pair] = []
        for facts in self.by_article.values():
            counts = [f for f in facts if f.claim.kind == "count" and f.claim.part != "title" and f.comparable]
            for n, old in enumerate(counts):
                day = old.story.day
                if day is None or not old.current or old.year is None or old.year > day.year - 2:
                    continue
                near = counts[max(0, n - 2) : n] + counts[n + 1 : n + 3]
                new = next((f for f in near if f.newer and f.claim.sentence != old.claim.sentence), None)
                if new is not None and new.claim.quantity.stated != old.claim.quantity.stated:
                    out.append((old, new))
        return tuple(out)

    def gives(self, article: str, f: Facts) -> bool:
        """Whether an article gives, anywhere, a value of the same thing that agrees with this one."""
        mine = written(f.claim.quantity)
        return any(
            other.thing == f.thing and other is not f and not disjoint(written(other.claim.quantity), mine)
            and other.claim.quantity.stated is not None
            and other.claim.quantity.hedge not in ("at_least", "more_than", "at_most", "less_than")
            for other in self.by_article[article]
        )  # fmt: skip

    def passes(self, article: str, f: Facts) -> bool:
        """Whether an article gives, anywhere in its text, as much or more of the same thing."""
        least = f.claim.quantity.low or f.claim.quantity.stated
        return least is not None and any(
            other.thing == f.thing and other.comparable and not other.earlier and other.claim.part != "title"
            and other.claim.asserted and (other.claim.quantity.low or 0) >= least
            for other in self.by_article[article]
        )  # fmt: skip

    def varies(self, f: Facts) -> bool:
        """Whether its article has another number for the same thing: then either may be a part."""
        return any(
            other.thing == f.thing and other.claim.part != "title" and not other.claim.implicit
            and other.claim.quantity.stated not in (None, f.claim.quantity.stated)
            for other in self.by_article[f.claim.article]
        )  # fmt: skip

    def older(self, stale: Facts, newer: Facts) -> Facts | None:
        """The first claim of the same number and thing from before `newer`."""
        common, left = odd(stale.claim.quantity) < UNUSUAL, WINDOW
        told = self._numbers.get((stale.thing, stale.claim.quantity.stated), ())
        end = bisect_left(told, newer.story.day or date.min, key=lambda f: f.story.day or date.min)
        for f in told[max(0, end - OLDER) : end]:
            if f.story is stale.story or f.story is newer.story:
                continue
            if f.story.day and newer.story.day and f.story.day < newer.story.day and f.lead_shares(stale):
                left -= 1
                if common and left >= 0 and not compare(f, newer).same("event"):
                    continue  # a small number is given of many events
                if left < 0:
                    break
                return f
        return None

    def gave_before(self, a: Facts, b: Facts) -> bool:
        """Whether the number of `b` was already given before `a`: then it is an old value, not a fall."""
        return self.older(b, a) is not None

    def adds_up(self, a: Facts, b: Facts) -> bool:
        """Whether some claims of the article and the smaller one of the two make the larger one."""
        small, big = sorted((a, b), key=lambda f: f.claim.quantity.stated or Decimal(0))
        x, y = small.claim.quantity.stated, big.claim.quantity.stated
        if x is None or y is None:
            return False
        rest = y - x
        values = [
            v for f in self.by_article[a.claim.article]
            if f is not small and f is not big and f.claim.part == a.claim.part and f.thing == a.thing
            and (v := f.claim.quantity.stated) is not None and 0 < v <= rest
        ][:WINDOW]  # fmt: skip
        found = set(values)
        return rest in found or any(rest - v in found and (rest - v != v or values.count(v) > 1) for v in values)

    def names_both(self, a: Facts, b: Facts) -> bool:
        """Whether the article of `a` also says of the number what `b` says of it."""
        return any(
            f.thing == b.thing and f.population == b.population and f.claim.status == b.claim.status
            and f.claim.quantity.stated == b.claim.quantity.stated and f.claim.id != b.claim.id
            and f.claim.part != "title"
            for f in self.by_article[a.claim.article]
        )  # fmt: skip

    def cites(self, a: Facts, b: Facts) -> bool:
        """Whether the article of `a` names the owner of `b` with this number, as co-source or as who passed it on."""
        told = [f.claim.attribution for f in self.by_article[a.claim.article]
                if f.claim.quantity.stated == a.claim.quantity.stated and f.claim.attribution]  # fmt: skip
        names = [n for x in told for n in (x.owner, x.via, *x.also) if n]
        if any(b.owner and same_owner(n, b.owner) is not False for n in names):
            return True
        return bool(b.owner) and re.search(rf"\b(?:for|of|citing|from|by|with) (?:the )?{re.escape(b.owner or '')}\b",
                                           a.sentence, re.IGNORECASE) is not None  # fmt: skip

    def vouched(self, f: Facts) -> bool:
        """Whether somebody stands behind it by the paragraph, or is named for its number or a count of its thing."""
        return f.credited or f.story.sourced or self.confirmed(f)

    def confirmed(self, f: Facts) -> bool:
        """Whether somebody is named in the story for the same number, or for another count of the same thing."""
        mine = f.claim.quantity
        for other in self.by_article[f.claim.article]:
            if other is f or not other.owned or other.claim.quantity.unit != mine.unit:
                continue
            if other.claim.quantity.stated is not None and other.claim.quantity.stated == mine.stated:
                return True
            if f.claim.measure and other.thing == f.thing and not other.unlike and _bears_out(other, f):
                return True
        return False

    def far(self, a: Facts, b: Facts) -> bool:
        """Whether a paragraph ends between two claims of one part; two counts of a crowd need a sentence between."""
        text = self.stories[a.claim.article].article.part(a.claim.part)
        between = text[a.claim.sentence[1] : b.claim.sentence[0]]
        return "\n" in between and (len(between.strip()) >= FAR or a.claim.measure != "attended")

    def _across(self, key: Callable[[Facts], Hashable | None]) -> tuple[Pair, ...]:
        if len(self.stories) < 2:
            return ()
        groups: dict[tuple[Hashable, str], list[Facts]] = {}
        for f in self.facts:
            what = key(f) if f.comparable and f.claim.part != "title" else None
            if what is not None:
                for name in _tokens(f):
                    groups.setdefault((what, name), []).append(f)
        seen: dict[tuple[int, int], Pair] = {}
        for group in groups.values():
            if len(group) > 1:
                group.sort(key=_moment)
                for a, b in _told_before(group):
                    seen.setdefault((a.number, b.number), (a, b))
        return tuple(sorted(seen.values(), key=lambda p: (p[1].moment, p[0].moment)))


def _bears_out(a: Facts, b: Facts) -> bool:
    """Whether a count on the record speaks of the same as another: of its time, and more than a guess at the worst."""
    return a.claim.past == b.claim.past and b.claim.quantity.hedge not in ("at_most", "less_than")


def _thing(f: Facts) -> Hashable | None:
    """What groups claims: their measure; for what no measure names, numbers that a slip of the pen may have changed."""
    if f.claim.measure or odd(f.claim.quantity) >= SLIPS:
        return f.thing
    return None


def _number(f: Facts) -> Hashable | None:
    """The number that groups claims, where it is one that two tables hardly share by chance."""
    q = f.claim.quantity
    return (q.stated, q.unit) if digits(q) >= UNUSUAL else None


def _moment(f: Facts) -> tuple[object, ...]:
    return f.moment


def _windowed(group: Sequence[Facts]) -> Iterator[Pair]:
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

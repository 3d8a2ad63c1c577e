"""All claims of a check with their facts, and what the stories together say of one of them or of a pair."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property

from figcheck.attribution import same_owner
from figcheck.compare.aspects import compare
from figcheck.compare.blocks import (
    FEW,
    UNUSUAL,
    WINDOW,
    Pair,
    across,
    by_digits,
    by_governor,
    by_number,
    by_thing,
    by_value,
    moment,
    two,
    windowed,
)
from figcheck.compare.digits import digits, odd, size
from figcheck.compare.facts import Facts
from figcheck.compare.firsts import Firsts, Overlaps
from figcheck.compare.kinship import Kinship
from figcheck.compare.links import Link, link, linkable
from figcheck.compare.sources import FAR, Sources
from figcheck.compare.story import Story
from figcheck.intervals import Interval, written
from figcheck.models import Article, Claim, Relation
from figcheck.relations.evidence import weights

__all__ = ["Archive"]

OLDER = 64  # claims of one number, before a claim in time, that are looked through for where it was first given
HEADLINE = 16  # claims of a headline that are held against the text: no headline has more
_FEW_STORIES = (4, 10, 40)  # stories given together: of fewer, more tell of one event
_BOUNDS = ("at_least", "more_than", "at_most", "less_than")
_ZERO = Decimal(0)


class Archive:
    """The claims of some stories. Groups are made once and shared by all rules."""

    def __init__(self, articles: Sequence[Article], claims: Sequence[Claim], relations: Iterable[Relation]) -> None:
        self.stories: Mapping[str, Story] = {a.id: Story(a) for a in articles}
        self.relations: tuple[Relation, ...] = tuple(relations)
        roles: dict[str, set[str]] = {}
        measure = {c.id: c.measure for c in claims}
        for relation in self.relations:
            wholes = [measure.get(name) for name in relation.roles.get("whole", ())]
            for role, names in relation.roles.items():
                for name in names:
                    if relation.kind == "part_of" and role == "parts" and measure.get(name) and "aboard" in wholes:
                        continue  # the dead of those aboard are all the dead
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
                out += windowed(group)
        return tuple(sorted(out, key=lambda p: (p[0].where, p[1].where)))

    @cached_property
    def headlines(self) -> tuple[tuple[Facts, tuple[Facts, ...]], ...]:
        """Each claim of a headline, up to a number that none has, with the claims of its text."""
        out: list[tuple[Facts, tuple[Facts, ...]]] = []
        for facts in self.by_article.values():
            body = tuple(f for f in facts if f.claim.part != "title")
            out += [(f, body) for f in facts if f.claim.part == "title"][:HEADLINE]
        return tuple(out)

    @cached_property
    def same_number_within(self) -> tuple[Pair, ...]:
        """Pairs of one article that give one number, whatever it counts."""
        out: list[Pair] = []
        for facts in self.by_article.values():
            groups: dict[Hashable, list[Facts]] = {}
            for f in facts:
                key = by_number(f) if f.comparable and f.claim.part != "title" else None
                if key is not None:
                    groups.setdefault(key, []).append(f)
            for group in groups.values():
                out += windowed(group)
        return tuple(sorted(out, key=lambda p: (p[0].where, p[1].where)))

    @cached_property
    def across(self) -> tuple[Pair, ...]:
        """Pairs of two articles about one thing that share a name, the earlier claim first."""
        return across(self._comparable, by_thing)

    @cached_property
    def same_number(self) -> tuple[Pair, ...]:
        """Pairs of two articles that give one number, whatever it counts, and share a name."""
        return across(
            self._comparable,
            lambda f: None if f.claim.quantity.stated is None else (f.claim.quantity.stated, f.claim.kind),
        )

    @cached_property
    def _comparable(self) -> Sequence[Facts]:
        return [f for f in self.facts if f.comparable] if len(self.stories) > 1 else []

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
        return {key: tuple(sorted(found, key=moment)) for key, found in out.items()}

    def raised(self, older: Facts) -> Facts | None:
        """The value that the story itself puts in the place of this one: "up from 174", where this is the 174."""
        later = self._partners.get(older.claim.id)
        if later:
            return self.of_claim.get(later)
        if not older.after_from:
            return None
        mates = self._by_sentence[older.claim.article, older.claim.part, older.claim.sentence]
        before = [f for f in mates if f.claim.start < older.claim.start and f.claim.measure]
        return before[-1] if before else None

    @cached_property
    def _by_sentence(self) -> Mapping[tuple[str, str, tuple[int, int]], list[Facts]]:
        """Facts by their sentence."""
        out: dict[tuple[str, str, tuple[int, int]], list[Facts]] = {}
        for f in self.facts:
            out.setdefault((f.claim.article, f.claim.part, f.claim.sentence), []).append(f)
        return out

    @cached_property
    def _by_number(self) -> Mapping[tuple[str, str | None, Decimal | None], list[Facts]]:
        """Facts by article, thing and the one number written, in the order of the text."""
        out: dict[tuple[str, str | None, Decimal | None], list[Facts]] = {}
        for f in self.facts:
            out.setdefault((f.claim.article, f.thing, f.claim.quantity.stated), []).append(f)
        return out

    @cached_property
    def reverted(self) -> tuple[tuple[Facts, Facts, Facts], ...]:
        """A value of before, the one in its place, and where the story gives the old one again, as today's."""
        out: list[tuple[Facts, Facts, Facts]] = []
        for old in self.facts:
            new = self.raised(old)
            if new is None or new.claim.measure is None or old.claim.quantity.stated is None:
                continue
            told = self._by_number.get((old.claim.article, new.thing, old.claim.quantity.stated), [])
            again = told[bisect_left(told, old.number + 1, key=lambda f: f.number) :][:WINDOW]
            out += [
                (old, new, f) for f in again if f.claim.sentence != old.claim.sentence and not f.earlier
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
                if day is None or not old.current or old.named_year is None or old.named_year > day.year - 2:
                    continue
                near = counts[max(0, n - 2) : n] + counts[n + 1 : n + 3]
                new = next((f for f in near if f.newer and f.claim.sentence != old.claim.sentence), None)
                if new is not None and new.claim.quantity.stated != old.claim.quantity.stated:
                    out.append((old, new))
        return tuple(out)

    def gives(self, article: str, f: Facts) -> bool:
        """Whether another article gives, anywhere, a value of the same thing that agrees with this one."""
        told = self._values.get((article, f.thing))
        return told is not None and told.any(written(f.claim.quantity))

    @cached_property
    def _values(self) -> Mapping[tuple[str, str | None], Overlaps]:
        """What an article gives of a thing as its value, floors and ceilings left out."""
        out: dict[tuple[str, str | None], list[Interval]] = {}
        for f in self.facts:
            if f.claim.quantity.stated is not None and f.claim.quantity.hedge not in _BOUNDS:
                out.setdefault((f.claim.article, f.thing), []).append(written(f.claim.quantity))
        return {key: Overlaps(found) for key, found in out.items()}

    def passes(self, article: str, f: Facts) -> bool:
        """Whether an article gives, anywhere in its text, as much or more of the same thing."""
        least, most = f.claim.quantity.low or f.claim.quantity.stated, self._most.get((article, f.thing))
        return least is not None and most is not None and most >= least

    @cached_property
    def _most(self) -> Mapping[tuple[str, str | None], Decimal]:
        """The largest count that an article asserts of a thing as its own."""
        out: dict[tuple[str, str | None], Decimal] = {}
        for f in self.facts:
            if f.comparable and not f.earlier and f.claim.part != "title" and f.claim.asserted:
                key, low = (f.claim.article, f.thing), f.claim.quantity.low or Decimal(0)
                out[key] = max(out.get(key, low), low)
        return out

    def varies(self, f: Facts) -> bool:
        """Whether its article has another number for the same thing: then either may be a part."""
        return bool(self._stated.get((f.claim.article, f.thing), frozenset()) - {f.claim.quantity.stated})

    @cached_property
    def _stated(self) -> Mapping[tuple[str, str | None], frozenset[Decimal]]:
        """The numbers that an article gives of a thing in its text, two at most: that there are several is all."""
        out: dict[tuple[str, str | None], frozenset[Decimal]] = {}
        for f in self.facts:
            stated, key = f.claim.quantity.stated, (f.claim.article, f.thing)
            if stated is not None and f.claim.part != "title" and not f.claim.implicit and len(out.get(key, ())) < 2:
                out[key] = out.get(key, frozenset()) | {stated}
        return out

    def has_measure(self, article: str, measure: str) -> bool:
        """Whether an article has a figure of a measure."""
        return (article, measure) in self._measures

    @cached_property
    def _measures(self) -> frozenset[tuple[str, str | None]]:
        return frozenset((f.claim.article, f.claim.measure) for f in self.facts)

    def older(self, stale: Facts, newer: Facts) -> Facts | None:
        """The first claim of the same number and thing from before `newer`."""
        common, left = odd(stale.claim.quantity) < UNUSUAL, WINDOW
        told = self._numbers.get((stale.thing, stale.claim.quantity.stated), ())
        end = bisect_right(told, newer.story.day or date.min, key=lambda f: f.story.day or date.min)
        for f in told[max(0, end - OLDER) : end]:
            if f.story is stale.story or f.story is newer.story:
                continue
            if f.story.before(newer.story) and f.lead_shares(stale):
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
        key = (a.claim.article, a.claim.part, a.thing)
        values: list[Decimal] = []
        for place in self._sums[key].up_to(rest) if key in self._sums else ():
            other = self._summands[key][place]
            if other is not small and other is not big and len(values) < WINDOW:
                values.append(other.claim.quantity.stated or Decimal(0))
            elif len(values) == WINDOW:
                break
        found = set(values)
        return rest in found or any(rest - v in found and (rest - v != v or values.count(v) > 1) for v in values)

    @cached_property
    def _summands(self) -> Mapping[tuple[str, str, str | None], list[Facts]]:
        """Claims by article, part and thing that have a number above zero."""
        out: dict[tuple[str, str, str | None], list[Facts]] = {}
        for f in self.facts:
            if f.claim.quantity.stated is not None and f.claim.quantity.stated > 0:
                out.setdefault((f.claim.article, f.claim.part, f.thing), []).append(f)
        return out

    @cached_property
    def _sums(self) -> Mapping[tuple[str, str, str | None], Firsts]:
        return {key: Firsts([f.claim.quantity.stated or _ZERO for f in told]) for key, told in self._summands.items()}

    def names_both(self, a: Facts, b: Facts) -> bool:
        """Whether the article of `a` also says of the number what `b` says of it."""
        c = b.claim
        told = self._said.get((a.claim.article, b.thing, c.quantity.stated, b.population, c.status), frozenset())
        return bool(told - {c.id})

    @cached_property
    def _said(self) -> Mapping[Hashable, frozenset[str]]:
        """Ids of two claims at most by article, thing, number, population and status: that another is there is all."""
        return two(
            (f.claim.article, f.thing, f.claim.quantity.stated, f.population, f.claim.status, f)
            for f in self.facts
            if f.claim.part != "title"
        )

    def cites(self, a: Facts, b: Facts) -> bool:
        """Whether the article of `a` names the owner of `b` with this number, as co-source or as who passed it on."""
        names = self._named.get((a.claim.article, a.claim.quantity.stated), {})
        if any(b.owner and same_owner(n, b.owner) is not False for n in names):
            return True
        return bool(b.owner) and re.search(rf"\b(?:for|of|citing|from|by|with) (?:the )?{re.escape(b.owner or '')}\b",
                                           a.sentence, re.IGNORECASE) is not None  # fmt: skip

    @cached_property
    def _named(self) -> Mapping[tuple[str, Decimal | None], dict[str, None]]:
        """The names that an article gives a number to, up to so many."""
        out: dict[tuple[str, Decimal | None], dict[str, None]] = {}
        for f in self.facts:
            said = f.claim.attribution
            names = out.setdefault((f.claim.article, f.claim.quantity.stated), {})
            if said is not None and len(names) < OLDER:
                names.update(dict.fromkeys(n for n in (said.owner, said.via, *said.also) if n))
        return out

    def far(self, a: Facts, b: Facts) -> bool:
        """Whether a paragraph ends between two claims of one part; two counts of a crowd need a sentence between."""
        text = self.stories[a.claim.article].article.part(a.claim.part)
        between = text[a.claim.sentence[1] : b.claim.sentence[0]]
        return "\n" in between and (len(between.strip()) >= FAR or a.claim.measure != "attended")

    @cached_property
    def sources(self) -> Sources:
        """Who stands behind a figure in its story."""
        return Sources(self.facts)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """What of two stories may be one thing, by what speaks for it; those for which too little speaks left out."""
        if len(self.stories) < 2:
            return ()
        pairs: dict[tuple[int, int], Pair] = {}
        fit = [f for f in self.facts if linkable(f)]
        named = len(self.stories) > _FEW_STORIES[1]  # a few stories given together tell of one event
        for key in (by_digits, by_governor, by_thing, by_value):
            pairs |= {(a.number, b.number): (a, b) for a, b in across(fit, key, named)}
        found = (self.linked(a, b) for _, (a, b) in sorted(pairs.items()))
        return tuple(one for one in found if one.weight >= weights()["kept"])

    def linked(self, a: Facts, b: Facts) -> Link:
        """What speaks for two figures of two stories being one thing, and against it."""
        told = self._has(a, b) or self._has(b, a)
        several = (
            ["link.several" if a.claim.measure else "link.several.things"] if self.varies(a) or self.varies(b) else []
        )
        few = f"link.few.{sum(len(self.stories) > most for most in _FEW_STORIES)}"
        beside = (*self._kinship.features(a, b), few, *several)
        return link(a, b, company=self._company(a, b), told=told, beside=beside)

    def akin(self, a: Facts, b: Facts) -> bool:
        """Whether two counts are of one thing, whatever their numbers: by what speaks for it."""
        if a.thing != b.thing or a.unlike or b.unlike or min(size(f.claim.quantity) for f in (a, b)) < FEW:
            return False
        least = "kin.source" if compare(a, b)["source"] == "same" else "kin"
        return self.linked(a, b).kin >= weights()[least]

    @cached_property
    def _kinship(self) -> Kinship:
        return Kinship(self.stories, self.facts)

    def credited(self, f: Facts) -> Facts | None:
        """The same figure in another story, that somebody stands behind; None where no story has one."""
        return self._credits.get(f.number)

    @cached_property
    def _credits(self) -> Mapping[int, Facts]:
        out: dict[int, Facts] = {}
        for one in self.links:
            if one.one_number:
                for mine, other in ((one.a, one.b), (one.b, one.a)):
                    if other.owned and not mine.owned:
                        out.setdefault(mine.number, other)
        return out

    def tellers(self, f: Facts) -> int:
        """How many owners the stories together give a number to, in its unit; no more than `WINDOW` are counted."""
        c = f.claim
        return len(self._owners.get((c.kind, c.quantity.unit, c.quantity.stated), ()))

    @cached_property
    def _owners(self) -> Mapping[Hashable, set[str]]:
        out: dict[Hashable, set[str]] = {}
        for f in self.facts:
            owner, q = f.owner, f.claim.quantity
            names = out.setdefault((f.claim.kind, q.unit, q.stated), set())
            if owner and len(names) < WINDOW and all(same_owner(owner, n) is False for n in names):
                names.add(owner)
        return out

    def _company(self, a: Facts, b: Facts) -> int:
        """How many numbers of two digits or more two sentences share, besides those of two claims."""
        own = {a.claim.quantity.stated, b.claim.quantity.stated}
        return len((self._beside(a) & self._beside(b)) - own)

    def _beside(self, f: Facts) -> frozenset[Decimal]:
        mates = self._by_sentence[f.claim.article, f.claim.part, f.claim.sentence]
        numbers = (m.claim.quantity.stated for m in mates[:WINDOW] if digits(m.claim.quantity) >= UNUSUAL)
        return frozenset(n for n in numbers if n is not None)

    def _has(self, a: Facts, b: Facts) -> bool:
        """Whether the story of `a` has the number of `b`, in its unit, in its text."""
        c = b.claim
        return (a.claim.article, c.kind, c.quantity.unit, c.quantity.stated) in self._given

    @cached_property
    def _given(self) -> frozenset[tuple[str, str, str | None, Decimal | None]]:
        return frozenset(
            (f.claim.article, f.claim.kind, f.claim.quantity.unit, f.claim.quantity.stated) for f in self.facts
        )

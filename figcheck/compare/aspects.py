"""The aspects of comparability, each a partial order: same, contained, apart, or unknown, with the reason in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from figcheck.attribution import same_owner
from figcheck.attribution.kinds import is_a
from figcheck.compare.digits import digits, size
from figcheck.compare.facts import Facts
from figcheck.compare.story import day_of
from figcheck.compare.wording import akin, known, populations, small, words_in

__all__ = ["ASPECTS", "Aspect", "Comparison", "Verdict", "compare", "settled"]

Verdict = Literal["same", "contained", "apart", "unknown"]

_LONG, _ENDING = 4, 3  # letters of a name whose adjective can be told by its beginning, and of what ends it
_ILL = frozenset(("people", "cases"))  # whoever is infected is a case
ALIKE = 0.5  # of the words of the shorter sentence
VERY = 0.8  # where a name is the same and the sentences are short
LIKE = 0.35  # where a name of the sentences is the same too
OVER = timedelta(days=60)  # after which the count of a sudden event is taken to be final
HEAVY = 10  # of which a town has not two within days, where nobody did it on purpose
HEADS = 5  # stems that the heads of two reports of one event share
TABLE = 3  # significant digits of such a number
NEAR = timedelta(days=10)  # stories about one sudden event come within days of each other


@dataclass(frozen=True, slots=True)
class Aspect:
    """How two claims stand in one respect. `why` is empty where they are the same."""

    name: str
    verdict: Verdict
    why: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two claims stand in every respect, in the order in which they were compared."""

    aspects: tuple[Aspect, ...]

    def __getitem__(self, name: str) -> Verdict:
        """The verdict on one aspect."""
        return next(a.verdict for a in self.aspects if a.name == name)

    @property
    def first(self) -> Aspect | None:
        """The first thing that keeps them apart; None where nothing does."""
        return next((a for a in self.aspects if a.verdict != "same"), None)

    def same(self, *names: str) -> bool:
        """Whether all of the aspects named are the same."""
        return all(a.verdict == "same" for a in self.aspects if a.name in names)


def _thing(a: Facts, b: Facts) -> Aspect:
    if a.thing is None or b.thing is None:
        return Aspect("measure", "unknown", "it is not known what one of them counts")
    if a.thing != b.thing:
        return Aspect("measure", "apart", f"another measure: {a.topic} and {b.topic}")
    if a.claim.quantity.unit != b.claim.quantity.unit:
        return Aspect("measure", "apart", f"another unit: {a.claim.quantity.unit} and {b.claim.quantity.unit}")
    states = {a.claim.status, b.claim.status}
    if a.claim.measure and len(states) > 1 and "suspected" in states:
        one, other = a.claim.status or "no status", b.claim.status or "no status"
        return Aspect("measure", "unknown", f"another status: {one} and {other}")
    return Aspect("measure", "same")


def _level(a: Facts, b: Facts) -> Aspect:
    for f in (a, b):
        if f.unlike:
            return Aspect("level", "apart", f"{f.claim.quote!r} {f.unlike}")
    if a.claim.kind != "count" and a.claim.quantity.direction != b.claim.quantity.direction:
        return Aspect("level", "apart", "one of them is an amount of change")
    if a.story is b.story and a.particular and b.particular:
        return Aspect("level", "apart", "each is known by what follows it")
    if not (a.claim.asserted and b.claim.asserted) and (a.claim.asserted != b.claim.asserted or a.claim.measure):
        f = a if not a.claim.asserted else b
        return Aspect("level", "apart", f"{f.claim.quote!r} is not asserted: a plan, a possibility or a forecast")
    return Aspect("level", "same")


def _population(a: Facts, b: Facts) -> Aspect:
    x, y = a.population, b.population
    if x == y:
        return Aspect("population", "same")
    if a.thing == b.thing == "infected" and {x, y} <= _ILL:
        return Aspect("population", "same")
    if "people" in (x, y):
        return Aspect("population", "contained", f"one counts {x}, the other {y}")
    if a.story is not b.story and not a.claim.measure and not b.claim.measure and not {x, y} & populations():
        return Aspect("population", "unknown", f"{x} and {y} may be two words for one thing")
    return Aspect("population", "apart", f"another population: {x} and {y}")


def _place(a: Facts, b: Facts) -> Aspect:
    x, y = a.places, b.places
    if a.extent and b.extent and not a.extent & b.extent and a.claim.sentence != b.claim.sentence:
        return Aspect("place", "contained", f"a wider place: {_listed(a.extent)} and {_listed(b.extent)}")
    if a.story is not b.story and a.local != b.local and _smaller(a, b).local:
        return Aspect("place", "contained", "one is of a town or less, and smaller")
    if not x or not y:
        return _unplaced(a, b)
    if x <= y or y <= x:
        return Aspect("place", "same")
    if x & y:
        return Aspect("place", "unknown", f"other place: {a.claim.place} and {b.claim.place}")
    return Aspect("place", "apart", f"other place: {a.claim.place} is not known to be {b.claim.place}")


def _smaller(a: Facts, b: Facts) -> Facts:
    return min(a, b, key=lambda f: size(f.claim.quantity))


def _in_corner(a: Facts, b: Facts) -> bool:
    """Whether the smaller figure is kept to a part of the scene; in another story it may be the scene itself."""
    few = _smaller(a, b)
    return few.corner and (a.story is b.story or not few.sites)


def _unplaced(a: Facts, b: Facts) -> Aspect:
    """One of them names no place. In one story both are then taken to be where the story is."""
    if (a.corner or b.corner) and a.corner != b.corner and _in_corner(a, b):
        return Aspect("place", "contained", "one is of a part of the scene")
    told = a.places or b.places
    other = b if a.places else a
    if a.story is b.story:
        if told and a.story.scene and not told & a.story.scene:
            return Aspect("place", "unknown", f"one is of {_listed(told)}, the story of {_listed(a.story.scene)}")
        return Aspect("place", "same")
    if told and (told & other.story.capitals or any(_of_it(t, other.story.capitals) for t in told)):
        return Aspect("place", "same")
    if not told and a.lead_shares(b):
        if _only_dateline(a, b) and a.story.setting != b.story.setting:
            return Aspect("place", "unknown", "the stories share a dateline, and one of them is set elsewhere")
        return Aspect("place", "same")
    return Aspect("place", "unknown", "one of them names no place")


def _of_it(place: str, words: frozenset[str]) -> bool:
    """Whether one of some capitalized words is made of the name of a place: "Honduran" of "Honduras"."""
    return len(place) > _LONG and any(w.startswith(place[:-1]) and len(w) <= len(place) + _ENDING for w in words)


def _only_dateline(a: Facts, b: Facts) -> bool:
    """Whether two stories share no name at their heads but the place that they are datelined from."""
    return a.story.shares(b.story) | a.shared(b) <= a.story.dateline | b.story.dateline


def _event(a: Facts, b: Facts) -> Aspect:
    x, y = a.claim, b.claim
    lasting = _lasting(a) or _lasting(b)
    if x.event_date and y.event_date and x.event_date != y.event_date and not lasting and not _of_report(a, b):
        return Aspect("event", "apart", f"another event: of {x.event_date} and of {y.event_date}")
    if x.event_kind and y.event_kind and not akin(x.event_kind, y.event_kind):
        return Aspect("event", "apart", f"another event: {x.event_kind} and {y.event_kind}")
    if a.old != b.old and not (x.event_date and x.event_date == y.event_date):
        return Aspect("event", "apart", f"another year: {a.old or 'now'} and {b.old or 'now'}")
    if a.bygone != b.bygone and not (x.event_date and x.event_date == y.event_date):
        return Aspect("event", "apart", "one is of an earlier event, told for comparison")
    if a.second != b.second:
        return Aspect("event", "apart", "one is of a further event: a second blast, an aftershock")
    if a.sites and b.sites and not a.sites & b.sites:
        return Aspect("event", "apart", f"another event: at {_listed(a.sites)} and at {_listed(b.sites)}")
    if a.story is b.story:
        return Aspect("event", "same")
    return _told_twice(a, b)


def _of_report(a: Facts, b: Facts) -> bool:
    """Whether one of two dates may be the day of the report ("rose to 61 on Thursday") and not of the event."""
    if {a.claim.event_kind, b.claim.event_kind} & known("violent"):
        return False
    apart = a.claim.event_date and b.claim.event_date and abs(a.claim.event_date - b.claim.event_date) <= NEAR
    return bool(apart) and (a.claim.event_date == a.story.day or b.claim.event_date == b.story.day)


def _listed(words: frozenset[str]) -> str:
    return ", ".join(sorted(words))


def _told_twice(a: Facts, b: Facts) -> Aspect:
    """The same event in two stories: one key of the publisher's, or one date, or one place and kind within days."""
    x, y = a.claim, b.claim
    own = a.shared(b)
    shared = own or a.story.shares(b.story)
    kinds = bool(x.event_kind and y.event_kind and akin(x.event_kind, y.event_kind))
    dated = x.event_date is not None and x.event_date == y.event_date
    spanned = a.old is not None and a.old == b.old
    named = len(shared) > 1 and bool(a.story.dates & b.story.dates)  # two names, and a day of the year
    if a.story.article.story and a.story.article.story == b.story.article.story:
        return Aspect("event", "same")
    if not shared:
        return Aspect("event", "unknown", "the two stories have no name in common")
    if (dated or ((spanned or named) and kinds)) and not (_only_dateline(a, b) and a.strange(b) and b.strange(a)):
        return Aspect("event", "same")
    if not _near(a.story.day, b.story.day) and not (_lasting(a) and _lasting(b)):
        return Aspect("event", "unknown", "the two stories are not of the same days, and one of them gives no date")
    if _only_dateline(a, b) and a.strange(b) and b.strange(a):
        return Aspect("event", "unknown", "each names what the other's story does not")
    if _copied(a, b) and _source(a, b).verdict == "same":
        return Aspect("event", "same")
    words = len(a.words & b.words)
    if a.owner and own and _source(a, b).verdict == "same" and _as_of(a, b).verdict == "same":
        local = set(words_in(a.owner)) | set(words_in(b.owner or ""))
        if local & own:  # a body of the place that both name, on one day
            return Aspect("event", "same")
    goes_on = kinds and _lasting(a) and _lasting(b) and bool(a.scene & b.scene)
    heavy = min(size(x.quantity), size(y.quantity)) >= HEAVY and not {x.event_kind, y.event_kind} & known("violent")
    goes_on = goes_on or (kinds and heavy and bool(a.scene & b.scene))
    if _one_report(a, b) or (goes_on and _source(a, b).verdict == "same"):
        return Aspect("event", "same")
    rare = kinds and x.event_kind in known("rare") and _place(a, b).verdict == "same"
    once = kinds and bool(own) and not {x.event_kind, y.event_kind} & known("repeating")
    alike = words >= 3 and a.likeness(b) >= (LIKE if own else ALIKE)
    brief = words >= 2 and bool(own) and a.likeness(b) >= VERY
    if rare or once or alike or brief:
        return Aspect("event", "same")
    return Aspect("event", "unknown", "it is not known that they are of the same event")


def _one_report(a: Facts, b: Facts) -> bool:
    """Whether two stories from one place have heads alike and give a count of one day by one source."""
    heads = len(a.story.lead & b.story.lead)
    return (
        heads >= HEADS
        and bool(a.scene & b.scene)
        and _source(a, b).verdict == "same"
        and _as_of(a, b).verdict == "same"
        and a.story.day == b.story.day
    )


def _copied(a: Facts, b: Facts) -> bool:
    """Whether both give one number that two tables hardly share by chance."""
    return a.claim.quantity.stated == b.claim.quantity.stated and digits(a.claim.quantity) >= TABLE


def _lasting(f: Facts) -> bool:
    return f.claim.event_kind in known("lasting") or f.claim.measure == "infected"


def _near(a: date | None, b: date | None) -> bool:
    return a is not None and b is not None and abs(a - b) <= NEAR


def settled(a: Facts, b: Facts) -> bool:
    """Whether both are of an event long over when they were written, so that the day of the count plays no part."""
    when = a.claim.event_date or b.claim.event_date
    if a.bygone and b.bygone:
        return True
    if when is None or _lasting(a) or _lasting(b):
        return False
    return all(f.story.day is not None and f.story.day - when >= OVER for f in (a, b))


def _period(a: Facts, b: Facts) -> Aspect:
    if (
        a.claim.measure is None
        and b.claim.measure is None
        and a.story is not b.story
        and a.span
        and b.span
        and a.span != b.span
    ):
        return Aspect("period", "unknown", "they may be for two stretches of time")
    x, y = a.period, b.period
    if a.old is not None and a.old == b.old:
        return Aspect("period", "same")
    if a.half_dated != b.half_dated:
        return Aspect("period", "unknown", "only one of them says since when")
    if x and y and x.start == y.start and all(f.since or f.year_to_date for f in (a, b)):
        return Aspect("period", "same")
    if x == y:
        bases = {a.claim.basis, b.claim.basis}
        if "period" in bases and len(bases) > 1 and None not in bases:
            return Aspect("period", "apart", "one is for a time, the other since the beginning")
        return Aspect("period", "same")
    if x and y and x.start and y.start and x.start != y.start:
        return Aspect("period", "apart", f"another period: since {x.start} and since {y.start}")
    if (x is None or a.since) and (y is None or b.since) and (_lasting(a) | _lasting(b) or (_new(a) and _new(b))):
        return Aspect("period", "same")
    return Aspect("period", "unknown", "only one of them says for which time it is")


def _new(f: Facts) -> bool:
    """Whether it counts since days ago, if since a day at all: since the event that the story tells of."""
    start = f.period.start if f.period is not None else None
    return start is None or _near(start, f.story.day)


def _as_of(a: Facts, b: Facts) -> Aspect:
    x, y = a.claim.as_of, b.claim.as_of
    if isinstance(x, datetime) and isinstance(y, datetime) and x != y:
        return Aspect("as-of", "apart", f"another time: {x:%H:%M} and {y:%H:%M}")
    if isinstance(x, datetime) != isinstance(y, datetime) and (a.story is b.story):
        return Aspect("as-of", "unknown", "only one of them gives an hour")
    one, other = day_of(x) or a.story.day, day_of(y) or b.story.day
    if one is None or other is None:
        same = a.story is b.story and one == other
        return Aspect("as-of", "same" if same else "unknown", "" if same else "one of them has no date")
    if one != other and (a.moving or b.moving or not _near(one, other)):
        return Aspect("as-of", "apart", f"another day: {one} and {other}")
    return Aspect("as-of", "same")


def _tellers(f: Facts) -> list[str]:
    """The owner of a claim and whom it came through."""
    said = f.claim.attribution
    return [name for name in (f.owner, said.via if said else None) if name]


def _source(a: Facts, b: Facts) -> Aspect:
    if a.owner is None or b.owner is None:
        return Aspect("source", "unknown", "nobody is named for one of them")
    verdict = same_owner(a.owner, b.owner)
    if verdict is False and any(same_owner(x, y) for x in _tellers(a) for y in _tellers(b)):
        verdict = True  # one came through the other
    if verdict is not True and a.story is not b.story and (_stands_for(a, b) or _stands_for(b, a)):
        verdict = True
    if verdict is None and a.story is b.story:
        verdict = True  # in one story a short form stands for the name before it
    if verdict:
        return Aspect("source", "same")
    if verdict is None:
        return Aspect("source", "unknown", f"{a.owner} and {b.owner} may be one source or two")
    kinds = {f.claim.attribution.kind for f in (a, b) if f.claim.attribution is not None}
    if a.story is not b.story:
        if "document" in kinds and len(kinds) > 1:
            return Aspect("source", "unknown", f"{a.owner} may be who wrote {b.owner}")
        if _may_be(a, b) or _may_be(b, a):
            return Aspect("source", "unknown", f"{a.owner} and {b.owner} may be one body")
        if _speaks_for(a, b) or _speaks_for(b, a):
            return Aspect("source", "unknown", f"{a.owner} and {b.owner} may be a body and one who speaks for it")
    if _one_office(a, b):
        return Aspect("source", "unknown", f"{a.owner} and {b.owner} may be of one office")
    return Aspect("source", "apart", f"another source: {a.owner} and {b.owner}")


def _speaks_for(a: Facts, b: Facts) -> bool:
    """Whether the owner of the one is a person whom a story names beside the other's: "Ana Ruiz, the ministry's chief".

    An office without a name ("the commissioner") may be anybody's.
    """
    who, body = (a.owner or "").split(), (b.owner or "").split()
    said = a.claim.attribution
    if not who or not body or said is None or said.kind != "person":
        return False
    if len(who) == 1 and who[0].islower():
        return is_a(who[0], "person", "officer")
    if any(body[-1].lower() in s.beside(who[-1]) for s in (a.story, b.story)):
        return True
    near = a.story.beside(who[-1])  # "the chief executive, Ana Ruiz": of the company that the story tells of
    alone = bool(near & known("holder")) and not any(is_a(word, "institution") for word in near)
    return alone and not a.story.capitals.isdisjoint(words_in(b.owner or ""))


def _one_office(a: Facts, b: Facts) -> bool:
    """Whether one is a minister or chief by the words of the source, and both have one field: "interior"."""
    x, y = (set(words_in(f"{f.claim.attribution.source} {f.owner}")) if f.claim.attribution else set() for f in (a, b))
    return bool((x | y) & known("holder")) and bool((x & y) - known("ranks") - small())


def _stands_for(a: Facts, b: Facts) -> bool:
    """Whether the owner of the one is "the company", and its story names the other's."""
    name = words_in(b.owner or "")
    return _is_generic(a) and bool(name) and a.story.capitals.issuperset(name)


def _may_be(a: Facts, b: Facts) -> bool:
    """Whether the owner of the one is "the company", and the other's a name, or "the group"."""
    name = (b.owner or "").rpartition(" ")[2]
    named = name[:1].isupper() and not is_a(name, "institution")
    said = b.claim.attribution
    return _is_generic(a) and (named or _is_generic(b)) and said is not None and said.kind == "institution"


def _is_generic(f: Facts) -> bool:
    """Whether the owner is told by a common noun alone: "the company"."""
    words = words_in(f.owner or "")
    return len(words) == 1 and words[0] in known("generic")


_TESTS: tuple[tuple[str, Callable[[Facts, Facts], Aspect]], ...] = (
    ("measure", _thing),
    ("level", _level),
    ("population", _population),
    ("place", _place),
    ("event", _event),
    ("period", _period),
    ("as-of", _as_of),
    ("source", _source),
)

ASPECTS: tuple[str, ...] = tuple(name for name, _ in _TESTS)
"""The aspects in the order in which they are compared."""


def compare(a: Facts, b: Facts) -> Comparison:
    """How two claims stand in every respect; worked out once a pair, since several rules ask."""
    found = a.compared.get(b.number)
    if found is None or found[0] is not b:
        found = a.compared[b.number] = (b, Comparison(tuple(test(a, b) for _, test in _TESTS)))
    return found[1]

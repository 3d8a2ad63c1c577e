"""Links: two figures of two stories that may be one thing, by what speaks for it; record linkage over their fields.

Each field on which the two agree or differ is a feature with a weight in bits (data/weights.txt), and rare values weigh
more than common ones; what is unknown weighs nothing. Blocks (a number, a governor or a measure, and a name) keep the
pairs in proportion to the figures. Fellegi and Sunter, "A Theory for Record Linkage" (1969), is the method.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from figcheck.compare.aspects import compare, settled
from figcheck.compare.blocks import FEW
from figcheck.compare.facts import Facts
from figcheck.compare.wording import stem, words_in
from figcheck.intervals import disjoint, fair, written
from figcheck.relations import slips
from figcheck.relations.evidence import total, weights
from figcheck.syntax.lexicon import look

__all__ = ["Link", "link", "linkable"]

_MOST_NAMES = 3  # that two sentences share: more say no more
_LOOSE = frozenset(("season", "week"))  # of a report "this week" on the season
_DAYS = (timedelta(days=1), timedelta(days=10), timedelta(days=60))
_COUNTED = ("link.measure", "link.noun", "link.population", "link.not.population")  # features of what is counted
_VALUES = ("link.agree", "link.slip", "link.told", "link.prior")  # features that are of the numbers
_EVENT = ("link.story", "link.lead", "link.heads", "link.names.", "link.numbers", "link.few", "link.days")
_PEOPLE = stem("people")  # of whom every story counts some
_CLOSE = (
    frozenset(("link.story.2", "link.story.3", "link.story.4")), frozenset(("link.lead.3", "link.lead.4")),
)  # names and words from which on two stories tell of one event, wherever each is set  # fmt: skip
_KINDS = ("count", "money", "percent", "measurement", "rate", "duration")


@dataclass(frozen=True, slots=True)
class Link:
    """Two figures, the earlier story's first, with what speaks for and against their being one thing."""

    a: Facts
    b: Facts
    features: tuple[str, ...]
    agree: bool
    slip: slips.Slip | None

    @property
    def weight(self) -> Decimal:
        """The evidence summed, in bits."""
        return _sum(self.features)

    @property
    def kin(self) -> Decimal:
        """What speaks for one thing besides the two numbers, in bits: for counts that may well differ."""
        return _sum([f for f in self.features if not f.startswith(_VALUES)])

    @property
    def drift(self) -> Decimal:
        """What speaks for one figure besides what each story says that it counts, in bits."""
        return _sum([f for f in self.features if not f.startswith(_COUNTED)])

    @property
    def one_number(self) -> bool:
        """Whether both are written with the same value, and agree."""
        return self.agree and self.a.claim.quantity.stated == self.b.claim.quantity.stated

    @property
    def comparable(self) -> bool:
        """Whether both are told alike, of one moment where they move, and neither as a revision or in contrast."""
        a, b = self.a, self.b
        moves = (a.moving or b.moving) and compare(a, b)["as-of"] != "same" and not settled(a, b)
        moves = moves or (self.slip is None and a.claim.measure is None and a.story.day != b.story.day)
        told = a.contrast or b.contrast or a.revised or b.revised
        alike = a.claim.asserted == b.claim.asserted or self.slip is not None
        return alike and not moves and not told


def _sum(features: Sequence[str]) -> Decimal:
    """The evidence summed. That two stories tell of one event says so much and no more of any two figures in them."""
    event = total(f for f in features if f.startswith(_EVENT))
    rest = total(f for f in features if not f.startswith(_EVENT))
    return min(event, weights()["link.event.most"]) + rest


def linkable(f: Facts) -> bool:
    """Whether it is a number that another story can give again."""
    c = f.claim
    q = c.quantity
    level = q.direction is None and not c.additional and not c.implicit and not f.earlier and not f.besides
    return level and c.kind in _KINDS and q.hedge not in ("vague", "range") and q.stated is not None and q.stated > 0


def link(a: Facts, b: Facts, *, company: int = 0, told: bool = False, beside: Iterable[str] = ()) -> Link:
    """The evidence on two figures of one kind and unit.

    `company` is how many other numbers their two sentences share, `told` whether a story has the other's number too,
    `beside` what their stories say (Kinship).
    """
    x, y = a.claim.quantity, b.claim.quantity
    agree = not (disjoint(written(x), written(y)) and disjoint(fair(x), fair(y)))
    slip = None if agree else slips.made(x.stated or slips.ZERO, y.stated or slips.ZERO)
    beside = tuple(beside)
    features = (
        "link.prior",
        f"link.company.{min(2, company)}",
        *(["link.told"] if told and not agree else []),
        *(f for f in beside if not (agree and f.startswith("link.several"))),
        *_value(a, b, agree, slip),
        *_names(a, b),
        *_words(a, b),
        *_time(a, b, agree),
        *_aspects(a, b, agree),
        *([] if all(not kin.isdisjoint(beside) for kin in _CLOSE) else _places(a, b, agree)),
    )
    return Link(a, b, features, agree, slip)


def _value(a: Facts, b: Facts, agree: bool, slip: slips.Slip | None) -> Iterator[str]:
    """How rare the agreement, or the slip between the two, is by chance."""
    x, y = (f.claim.quantity.stated or slips.ZERO for f in (a, b))
    if agree:
        same = a.claim.quantity.stated == b.claim.quantity.stated
        yield f"link.agree.{min(4, len(slips.digits(x)), len(slips.digits(y))) if same else 0}"
    else:
        alike = a.claim.measure is not None and a.claim.measure == b.claim.measure
        yield "link.slip." + (slip.key if slip is not None else "none" if alike else "none.unmeasured")
        later = a.story.day is not None and b.story.day is not None and a.story.day < b.story.day
        if slip is not None and slip.key.startswith("digit") and later and y > x:
            yield "link.grown"
        if max(x, y) < FEW:
            yield "link.small"


def _names(a: Facts, b: Facts) -> Iterator[str]:
    own = len(a.shared(b) - a.story.dateline - b.story.dateline)
    yield f"link.names.{min(_MOST_NAMES, own)}"
    yield f"link.heads.{min(_MOST_NAMES, len(a.story.shares(b.story)))}"


def _words(a: Facts, b: Facts) -> Iterator[str]:
    x, y = a.claim, b.claim
    shared = (a.words & b.words) - a.capitals - b.capitals
    few = max(1, min(len(a.words), len(b.words)))
    yield f"link.words.{min(4, 5 * len(shared) // few)}"
    if x.governor and y.governor and "light" not in look(x.governor).tags:
        yield "link.governor." + ("same" if x.governor == y.governor else "other")
    if x.measure and y.measure:
        yield "link.measure." + ("same" if x.measure == y.measure else "other")
    elif x.kind == "count":
        one, two = (_noun(f) for f in (a, b))
        if one and two and not one == two == _PEOPLE:
            yield "link.noun." + ("same" if one == two or a.population == b.population else "other")


def _noun(f: Facts) -> str:
    words = words_in(f.claim.counted or f.claim.measure or "")
    return stem(words[-1]) if words else ""


def _time(a: Facts, b: Facts, agree: bool) -> Iterator[str]:
    one, two = a.story.day, b.story.day
    if one is not None and two is not None:
        yield f"link.days.{sum(abs(two - one) > most for most in _DAYS)}"
    x, y = a.claim.as_of, b.claim.as_of
    if not agree and x is not None and y is not None and x != y:
        yield "link.time.other"
    apart = (a.span ^ b.span) - _LOOSE if compare(a, b)["period"] != "same" else frozenset()
    if not agree and a.span and b.span and apart:
        yield "link.span.other"


def _aspects(a: Facts, b: Facts, agree: bool) -> Iterator[str]:
    """How they stand in each respect; of figures that differ, what is apart may be all that sets them apart."""
    how = compare(a, b)
    kind = "link" if agree else "link.not"
    for name in ("population", "place", "event", "period", "source"):
        verdict = how[name]
        if name in ("event", "population") and a.claim.kind != "count":
            continue  # the event of a story is that of those whom it befell
        if verdict != "unknown" or name in ("source", "period"):
            yield f"{kind}.{name}.{verdict}"
    if a.strange(b) and b.strange(a):
        yield f"{kind}.names.other"
    if a.unlike != b.unlike:
        yield "link.unlike"
    yield "link.kind." + a.claim.kind


def _places(a: Facts, b: Facts, agree: bool) -> Iterator[str]:
    """Whether their stories are set in other places, as those of one event may be all the same."""
    one, two = a.story.setting, b.story.setting
    if one and two and not one & two:
        yield f"link{'' if agree else '.not'}.setting.other"
    one, two = a.story.dateline, b.story.dateline
    if not agree and one and two and not one & b.story.capitals and not two & a.story.capitals:
        yield "link.dateline.other"

"""Which figures need somebody behind them: what counts people, harm, crowds or cost, is of note, and is not settled."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from decimal import Decimal

from figcheck.compare import Facts
from figcheck.compare.wording import known, small, words_in
from figcheck.models import Attribution, Severity
from figcheck.rules.base import LEAST_TOLL, Context
from figcheck.syntax.lexicon import look
from figcheck.words import load

__all__ = ["bare", "by_sentence", "graded", "hearsay", "plain", "rumoured", "unnamed"]

FEARED = Decimal(5)
UNNAMED = Decimal(10)
CROWD = Decimal(1000)
MONEY = Decimal(1_000_000)
RECENT = timedelta(days=60)
OTHER = Decimal(100)  # of what no measure names

_HARM = frozenset(
    "killed injured casualties missing displaced captive alive affected stranded hospitalized".split()  # noqa: SIM905
)
_LOST = frozenset(("homeless", "infected"))
_FATES = frozenset(("rescued", "released", "detained", "aboard"))
_THINGS = frozenset(("damaged", "destroyed"))
_CROWD = frozenset(("people", "demonstrator", "protester", "protestor", "marcher", "supporter", "worshiper", "pilgrim"))
_PRONOUNS = frozenset(("it", "he", "she", "they", "we"))
_ENDS = re.compile(r"[.!?\u2026][\"'\u201d\u2019)\]]*\s*$")


def _size(f: Facts) -> Decimal:
    q = f.claim.quantity
    return q.stated or q.low or q.high or Decimal(0)


def _told(f: Facts) -> bool:
    """Whether it stands in a whole sentence of the text: headlines, captions and link lines need no source."""
    c = f.claim
    if c.implicit or c.part == "title" or c.quantity.hedge == "vague":
        return False
    return _ENDS.search(f.sentence) is not None


def _matters(f: Facts, least: Decimal) -> bool:
    """Whether somebody must have counted it."""
    c = f.claim
    if c.kind == "money":
        return (f.damage or (c.measure in ("cost", "damaged") and f.harm)) and _size(f) >= MONEY
    if c.kind != "count" or _size(f) < least:
        return False
    if c.measure == "infected":
        return c.event_kind == "outbreak" or c.status is not None
    if c.measure == "attended":
        return _size(f) >= CROWD and f.population in _CROWD and not f.audience
    if c.measure == "affected":
        return f.population in ("people", "families", "homes", "children")
    if c.measure in _THINGS:
        return _size(f) >= OTHER and f.population in ("homes", "buildings", "school", "hospital", "shop", "building")
    return c.measure in _HARM and c.sense != "hospitalized" and f.person and not f.aside  # a hospital counts its own


Test = Callable[[Facts], bool]


def graded(
    context: Context, loud: tuple[Test, Test], strict: tuple[Test, Test]
) -> Iterator[tuple[list[Facts], Severity]]:
    """By sentence the figures that any desk would ask about, and then those that only a strict one would.

    Each of the two is what makes a figure wanting, and what vouches for it.
    """
    told: set[str] = set()
    for group in by_sentence(context, *loud):
        told.update(f.claim.id for f in group)
        yield group, "warning"
    for group in by_sentence(context, *strict):
        for f in group:  # one by one: a desk goes through them, and each needs an answer of its own
            if f.claim.id not in told:
                yield [f], "info"


def by_sentence(context: Context, wanting: Test, vouched: Test) -> Iterator[list[Facts]]:
    """The wanting figures that nobody vouches for, sentence by sentence, each number once a story."""
    for facts in context.archive.by_article.values():
        told: set[object] = set()
        group: list[Facts] = []
        for f in facts:
            key = (f.thing, f.claim.quantity.unit, f.claim.quantity.stated)
            if key in told or not wanting(f) or vouched(f):
                continue
            told.add(key)
            if group and (group[-1].claim.part, group[-1].claim.sentence) != (f.claim.part, f.claim.sentence):
                yield group
                group = []
            group.append(f)
        if group:
            yield group


def settled(f: Facts) -> bool:
    """Whether it belongs to an earlier time than the story: history needs no source."""
    if f.bygone or f.historic:
        return True
    if f.since:
        return False
    when, day = f.claim.event_date or (f.claim.period.end if f.claim.period else None), f.story.day
    if when is not None and day is not None and day - when > RECENT:
        return True
    return f.year is not None and (f.story.day is None or f.year < f.story.day.year - 1)


def bare(f: Facts, least: int = LEAST_TOLL) -> bool:
    """Whether a figure that needs a source has none; `least` is the fewest people whose count needs one."""
    if f.claim.attribution is not None or not f.claim.asserted or f.claim.quoted or f.unlike or f.earlier:
        return False
    return _told(f) and _matters(f, Decimal(least)) and not settled(f) and not f.given


def plain(f: Facts) -> bool:
    """Whether a strict desk would ask who counted it, small and vague ones included."""
    c = f.claim
    if c.attribution is not None or not c.asserted or c.quoted or c.implicit or c.subset or c.part == "title":
        return False
    if _ENDS.search(f.sentence) is None or settled(f) or f.given or f.aside or c.definite:
        return False
    if c.kind == "money":
        return f.damage or (c.measure in ("cost", "damaged") and f.harm)
    if c.kind != "count" or c.measure is None:
        return False
    if c.measure == "attended":
        return not f.audience and (c.quantity.hedge == "vague" or _size(f) >= OTHER)
    if c.measure == "infected":
        return c.event_kind == "outbreak" or c.status is not None
    return c.measure in _THINGS or (f.person and c.measure in _HARM | _FATES | _LOST)


def hearsay(f: Facts) -> bool:
    """Whether a figure that needs a source is a belief, a fear or a report in the passive, and nobody's."""
    a = f.claim.attribution
    if a is None or a.kind != "hearsay" or a.owner or not f.claim.asserted or a.cue in _formulas():
        return False
    lost = f.claim.measure in _FATES or (
        f.claim.measure is None and bool(f.claim.counted) and f.person and f.story.grave and not _loose(f)
    )
    people = lost and not _foreseen(a) and f.claim.kind == "count" and _size(f) >= FEARED and not settled(f)
    return _told(f) and (_matters(f, FEARED) or people)


def rumoured(f: Facts) -> bool:
    """Whether a strict desk would ask who believes it: any count or sum that is hearsay of nobody, forecasts too."""
    a, c = f.claim.attribution, f.claim
    if a is None or a.kind != "hearsay" or a.owner or a.cue in _formulas() or c.implicit or c.part == "title":
        return False
    told = c.measure not in (None, "voted") or ((c.counted or c.kind == "money") and _foreseen(a))
    return bool(told) and c.kind in ("count", "money") and not c.quoted and not settled(f) and not _loose(f)


def _foreseen(a: Attribution) -> bool:
    """Whether its cue is one of a forecast or an estimate, which somebody must have made: "is expected"."""
    return any("foreseen" in look(word).tags for word in words_in(a.cue or ""))


def _loose(f: Facts) -> bool:
    """Whether its hearsay is a mere adverb, which may be said of another word of the sentence."""
    a = f.claim.attribution
    return a is not None and (a.cue or "").casefold() in ("apparently", "supposedly", "seemingly", "allegedly")


def unnamed(f: Facts) -> bool:
    """Whether only unnamed people stand behind a figure of note."""
    a = f.claim.attribution
    if a is None or a.kind != "anonymous" or not _told(f) or not (f.secret or _nameless(a.source or "")):
        return False
    if f.claim.kind == "money":
        return _size(f) >= MONEY
    if f.claim.kind != "count" or f.claim.quantity.hedge == "vague":
        return False
    least = UNNAMED if f.person else OTHER
    other = f.claim.measure in _FATES or (f.claim.measure is None and bool(f.claim.counted))
    return _matters(f, UNNAMED) or (other and _size(f) >= least)


def _nameless(source: str) -> bool:
    """Whether the words of a source name neither a person nor a body: "sources", "Western officials".

    What points back ("it", "the officer") is somebody whom the story has told of.
    """
    words = frozenset(words_in(source))
    if words <= _PRONOUNS or (
        source.lower().startswith("the ") and len(words - {"the"}) == 1 and not source.endswith("s")
    ):
        return False
    return bool(words & known("unnamed")) or words <= known("office") | known("plain") | small()


def _formulas() -> frozenset[str]:
    """Words of the courts that credit a charge to nobody on purpose."""
    return frozenset(str(load("compare.toml")["cue"]["formula"]).split())

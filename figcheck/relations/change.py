"""change, an amount of change told apart from its two levels: "profit fell 37%" … "$630m, down from $1bn".

Reach: the whole story, as long as both speak of one thing; and within a sentence the amount, its share and the level
that it led to ("sank 14.87%, or $1.83, to $10.48"). The levels are the pairs that comparison found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from figcheck.intervals import Interval, overlap
from figcheck.models import Outcome
from figcheck.relations import slips
from figcheck.relations.evidence import Tie
from figcheck.relations.sums import moved, percent, relative
from figcheck.relations.terms import Story, Term

__all__ = ["find"]

_HUNDRED = Decimal(100)
_POINTS = ("percentage_point", "basis_point")


def find(story: Story, pairs: Sequence[Tie]) -> Iterator[Tie]:
    """Amounts of change held against the pair of levels that they may be of."""
    amounts = [t for t in story.terms if t.value and _is_amount(t)]
    levels = [(p, *_levels(p)) for p in pairs if not p.broken]
    levels = [found for found in levels if not _told_beside(story, *found[1:])]
    for by in amounts:
        found = [_tie(by, pair, old, new) for pair, old, new in levels if _fits(by, old, new)]
        ties = [t for t in found if t is not None]
        if ties:
            holds = [t for t in ties if not t.broken]
            yield max(holds or ties, key=lambda t: t.weight)


def _is_amount(t: Term) -> bool:
    """Whether it is an amount of change: a share with a direction, or points."""
    q = t.claim.quantity
    return q.direction is not None and (q.unit in ("percent", *_POINTS) or t.claim.kind in ("money", "count"))


def _told_beside(story: Story, old: Term, new: Term) -> bool:
    """Whether the sentence of two levels tells their change itself."""
    return any(_is_amount(t) and t not in (old, new) for t in story.beside(new))


def _levels(pair: Tie) -> tuple[Term, Term]:
    """The earlier and the later level of a comparison."""
    if "from" in pair.roles:
        return pair.term("from"), pair.term("to")
    return pair.term("beside"), pair.term("level")


def _fits(by: Term, old: Term, new: Term) -> bool:
    if by in (old, new) or not old.value or not new.value or not old.is_level or not new.is_level:
        return False
    if (by.index, by.claim.part) == (new.index, new.claim.part):
        return False
    if by.unit == "percent":
        return old.unit != "percent"
    return by.unit == old.unit == new.unit or (by.unit in _POINTS and old.unit == "percent")


def _tie(by: Term, pair: Tie, old: Term, new: Term) -> Tie | None:
    before, after = old.number, new.number
    told = by.claim.quantity.direction
    way = "up" if after > before else "down"
    if told != way:
        return None
    a, b = old.claim.quantity, new.claim.quantity
    share = by.unit == "percent"
    made = relative(a, b) if share else moved(a, b)
    given = percent(by.claim.quantity) if share else Interval(by.claim.quantity.low, by.claim.quantity.high)
    value = abs(after - before) * (_HUNDRED / before if share else 1)
    features = ["change.by", *_topic(by, old, new)]
    roles = {"from": (old,), "to": (new,), "by": (by,)}
    more = {"direction": told}
    if overlap(made, given):
        return Tie("change", roles, [*features, "agree.2"], "holds", None, pair.words, more)
    slip = _slip(by, value, old, new)
    features.append("change." + (slip[1] if slip else "off"))
    outcome: Outcome = "slip" if slip else "off"
    return Tie("change", roles, features, outcome, slip[0] if slip else None, pair.words, more)


def _topic(by: Term, old: Term, new: Term) -> Iterator[str]:
    """Whether the amount and the levels speak of one thing."""
    mine = by.topic
    theirs = old.topic | new.topic
    nouns = {x for x in (old.noun, new.noun) if x}
    if nouns & mine:
        yield "change.noun.same"
    elif nouns:
        yield "change.noun.other"
    else:
        yield "change.noun.unknown"
    fewer = max(1, min(len(mine), len(theirs)))
    yield f"again.topic.{4 * len(mine & theirs) // fewer}"
    if by.claim.part != new.claim.part:
        yield "change.title"
    elif abs(by.index - new.index) <= 1:
        yield "change.next"


def _slip(by: Term, value: Decimal, old: Term, new: Term) -> tuple[str, str] | None:
    """The slip after which the amount agrees: its name, and its line in the weights."""
    before, after = old.number, new.number
    if by.unit == "percent":
        other = abs(after - before) * _HUNDRED / after
        if overlap(Interval(other, other), percent(by.claim.quantity)):
            return "the percentage is of the later level", "base"
        rest = _HUNDRED * after / before
        if overlap(Interval(rest, rest), percent(by.claim.quantity)):
            return "the percentage is of what is left", "base"
    places = -by.claim.quantity.step.normalize().adjusted()
    rounded = round(value, places)
    slip = slips.made(by.number, rounded if rounded > 0 else value)
    return None if slip is None else (slip.name, slip.key)

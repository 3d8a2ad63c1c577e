"""change, an amount told apart from its two levels: "profit fell 24%" … "$380m, down from $500m".

Reach: the whole story, as long as both speak of one thing. The levels are the pairs that comparison found. An amount is
a share or a number with its way ("fell 24%"), a factor ("tripled") or a gain ("a net 2,150 members").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from figcheck.intervals import Interval, overlap
from figcheck.relations import slips
from figcheck.relations.evidence import Tie
from figcheck.relations.sums import factor, moved, percent, relative, share
from figcheck.relations.terms import Story, Term, evidence, is_factor, shared_topic

__all__ = ["find", "levels"]

POINTS = ("percentage_point", "basis_point")
_HUNDRED = Decimal(100)
_MOST = 40  # figures of one scale that a headline's change is looked for among
_OF = ("in", "of", "for", "from", "since")  # what follows a change that is told of something: "the drop in orders"


def find(story: Story, pairs: Sequence[Tie]) -> Iterator[Tie]:
    """Amounts of change held against the pair of levels that they may be of."""
    amounts = [t for t in story.terms if t.value and is_amount(t)]
    known = [(p, *levels(p)) for p in pairs if not p.broken]
    own = {(new.claim.part, new.index) for _, _, new in known}
    taken = {(t.unit, t.number) for t in amounts if (t.claim.part, t.index) in own}  # told beside levels of its own
    known = [found for found in known if not _told_beside(story, *found[1:])]
    for by in amounts:
        if (by.unit, by.number) in taken:
            continue
        untold = by.claim.part == "title" and not any(t is not by and t.can_be(by) for t in story.of_scale(by)[:_MOST])
        found = [_tie(by, pair, old, new, untold) for pair, old, new in known if _fits(by, old, new)]
        ties = [t for t in found if t is not None]
        if ties:
            yield max(ties, key=lambda t: t.rank)


def levels(pair: Tie) -> tuple[Term, Term]:
    """The earlier and the later level of a comparison."""
    if "from" in pair.roles:
        return pair.term("from"), pair.term("to")
    return pair.term("beside"), pair.term("level")


def is_amount(t: Term) -> bool:
    """Whether it is an amount of change: a share or a number with a direction, points, a factor, a gain."""
    q = t.claim.quantity
    if is_factor(t) or _is_gain(t):
        return True
    return q.direction is not None and (q.unit in ("percent", *POINTS) or t.claim.kind in ("money", "count"))


def _is_gain(t: Term) -> bool:
    """ "a net 2,150 people", "an extra 1,260": so many more than before, where no verb tells the way."""
    return t.claim.kind == "count" and t.claim.quantity.direction is None and bool(t.marked & {"net", "extra"})


def _told_beside(story: Story, old: Term, new: Term) -> bool:
    """Whether the sentence of two levels tells their change itself."""
    return any(is_amount(t) and t not in (old, new) for t in story.beside(new))


def _fits(by: Term, old: Term, new: Term) -> bool:
    if by in (old, new) or not old.value or not new.value or not old.is_level or not new.is_level:
        return False
    if (by.index, by.claim.part) in ((new.index, new.claim.part), (old.index, old.claim.part)):
        return False
    if is_factor(by) or by.unit == "percent":
        return old.unit != "percent"
    return by.unit == old.unit == new.unit or (by.unit in POINTS and old.unit == "percent")


def _tie(by: Term, pair: Tie, old: Term, new: Term, untold: bool) -> Tie | None:
    if _is_gain(by) or is_factor(by):
        old, new = sorted((old, new), key=lambda t: t.number, reverse=is_factor(by) and by.number < 1)
    told = by.claim.quantity.direction
    way = "up" if new.number > old.number else "down"
    if told is not None and told != way:
        return None
    features = ["change.by", *(["change.back"] if _points_back(by) else _topic(by, old, new))]
    if is_factor(by):
        features.append("change.factor")
    if by.claim.part == new.claim.part and min(abs(by.index - t.index) for t in (old, new)) <= 1:
        features.append("change.next")
    if old.index != new.index:
        features.append("change.apart")
    if untold:
        features.append("change.untold")
    roles: dict[str, Sequence[Term]] = {"from": (old,), "to": (new,)}
    more: dict[str, Any] = {"direction": way}
    words = pair.words
    if is_factor(by):
        more |= {"factor": by.value, "hedge": by.claim.quantity.hedge}
        words = (evidence(by.structure, by.claim.article, by.at, by.at + 1),)
    else:
        roles["by"] = (by,)
    if _agree(by, old, new):
        return Tie("change", roles, [*features, "agree.2"], "holds", None, words, more)
    slip = None if is_factor(by) else _slip(by, old, new)
    features.append("change." + (slip.key if slip else "off"))
    return Tie("change", roles, features, *slips.verdict(slip), words, more)


def _agree(by: Term, old: Term, new: Term) -> bool:
    """Whether an amount is that from one level to the other."""
    a, b, q = old.claim.quantity, new.claim.quantity, by.claim.quantity
    if is_factor(by):
        return overlap(factor(a, b), share(by.number, q.hedge))
    if q.unit == "percent":
        return overlap(relative(a, b), percent(q))
    return overlap(moved(a, b), Interval(q.low, q.high))


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
    yield shared_topic(mine, theirs)
    if by.claim.part != new.claim.part:
        yield "change.title"


def _points_back(by: Term) -> bool:
    """Whether a change is told as known, and nothing says of what: "the 25 percent drop was due to …"."""
    phrase = by.phrase
    if phrase is None or not phrase.definite or phrase.owner is not None:
        return False
    s = by.structure
    told_on = any(word in _OF for word in s.words.text[phrase.end : phrase.end + 1])
    return not told_on and "way" in s.words.read[phrase.head].tags and not by.modifiers


def _slip(by: Term, old: Term, new: Term) -> slips.Slip | None:
    """The slip after which the amount agrees."""
    before, after = old.number, new.number
    value = abs(after - before)
    if by.unit == "percent":
        other = value * _HUNDRED / after
        if overlap(Interval(other, other), percent(by.claim.quantity)):
            return slips.Slip("the percentage is of the later level", "base")
        rest = _HUNDRED * after / before
        if overlap(Interval(rest, rest), percent(by.claim.quantity)):
            return slips.Slip("the percentage is of what is left", "base")
        value = value * _HUNDRED / before
    return slips.toward(by.claim.quantity, value)

"""change, an amount of change told apart from its two levels: "profit fell 24%" … "$380m, down from $500m".

Reach: the whole story, as long as both speak of one thing; and within a sentence the amount, its share and the level
that it led to ("sank 8 percent, or $2, to $23"). The levels are the pairs that comparison found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from figcheck.intervals import Interval, overlap
from figcheck.relations import comparison, slips
from figcheck.relations.evidence import Tie
from figcheck.relations.sums import moved, percent, relative
from figcheck.relations.terms import Story, Term, alike, same_scale, shared_topic

__all__ = ["find"]

_HUNDRED = Decimal(100)
_POINTS = ("percentage_point", "basis_point")
_CENTS = ("cent", "penny")
_DOUBLING = 120  # characters from the first level within which a word like "doubled" stands
_COMPARED = frozenset(("above", "below", "short_of", "ahead_of", "than", "beyond", "compared_with", "compared_to"))
_MOST = 40  # figures of one scale that a headline's change is looked for among
_AFTER, _TO = 9, 8  # words between levels and an amount, an amount and its level
_OR = frozenset(("or", "(", ")", ",", "-", "nearly", "about", "almost", "some", "by", "points", "point"))


def find(story: Story) -> Iterator[Tie]:
    """Pairs of levels with what is told of their change, near or far; and amounts with the level that they led to."""
    pairs = list(comparison.find(story))
    for pair in pairs:
        yield _with_amount(story, pair)
    for terms in story.sentences.values():
        yield from _led_to(terms)
        yield from _beyond_all(terms)
    apart = list(comparison.earlier(story))
    yield from apart
    yield from _far(story, [*pairs, *apart])


# --- in one sentence


def _with_amount(story: Story, pair: Tie) -> Tie:
    """A pair of levels with the amount, or the factor, that their sentence tells of their change."""
    old, new = _levels(pair)
    terms = story.beside(old)
    by = _beside(terms, old, new, pair)
    if by is None or pair.broken:
        return pair
    roles = {"from": (old,), "to": (new,)}
    if by.figure.form == "multiple" or by.claim.quote.lower().endswith("fold"):
        more = {**pair.more, "factor": by.value, "hedge": by.claim.quantity.hedge}
        return Tie("change", roles, [*pair.features, "change.beside"], None, None, pair.words, more)
    roles["by"] = (by,)
    return Tie("change", roles, [*pair.features, "change.beside"], None, None, pair.words, pair.more)


def _beside(terms: Sequence[Term], old: Term, new: Term, pair: Tie) -> Term | None:
    """The one figure of a sentence that can be the amount of a change from one level to the other."""
    if old.index != new.index:
        return None
    way = pair.more.get("direction")
    fits = [t for t in terms if t not in (old, new) and _can_be_amount(t, old, new, way)]
    close = [t for t in fits if _follows(t, old, new)]
    found = close or fits
    return found[0] if len(found) == 1 else None


def _can_be_amount(t: Term, old: Term, new: Term, way: str | None) -> bool:
    q = t.claim.quantity
    if t.claim.preposition in _COMPARED:
        return False  # "above last year's 139,000"
    if not t.value or (q.direction is not None and way is not None and q.direction != way):
        return False
    if t.figure.form == "multiple":
        near = t.claim.start < min(old.claim.start, new.claim.start) + _DOUBLING
        return near and (way is None or (t.number > 1) == (way == "up"))
    follows = _follows(t, old, new)
    by = t.phrase is not None and t.phrase.prep == "by"
    if t.at > max(old.at, new.at) and not (follows or by):
        return False
    if t.clause is not old.clause and not (follows or _is_before_rank(t)):
        return False
    if t.claim.quote.lower().endswith("fold"):
        return True
    if t.claim.kind == "ratio":
        return by
    told = q.direction is not None or follows or _is_before_rank(t)
    if t.unit == "percent":
        return told
    if t.unit in _POINTS:
        return told and old.unit == "percent"
    cents = t.unit in _CENTS and old.claim.kind == "money"
    return told and (cents or (same_scale(t, old) and alike(t, old) != "other"))


def _follows(t: Term, old: Term, new: Term) -> bool:
    """Whether a figure stands right after both levels: ", or 35 percent", "(35 percent)", ", a gain of 300"."""
    w, last = t.structure.words, max(old.at, new.at)
    between = w.shown(last + 1, t.at)
    if not between or len(between) > _AFTER or (t.at + 1 < len(w.text) and w.text[t.at + 1] == "on"):
        return False
    if _OR.issuperset(between) and not {"or", "(", "-"}.isdisjoint(between):
        return True
    if between[-1] in ("a", "the") and any("way" in r.tags for r in w.read[t.at + 1 : t.at + 3]):
        return True  # "a 2 percent cut", "a fivefold increase"
    if between[-1] in ("up", "down"):
        return between[0] == ","
    return between[-1] == "of" and "way" in w.read[t.at - 2].tags


def _is_before_rank(t: Term) -> bool:
    """ "500 fewer than", "20 percent higher than" """
    return any("rank" in r.tags for r in t.structure.words.read[t.at + 1 : t.at + 3])


def _led_to(terms: Sequence[Term]) -> Iterator[Tie]:
    """ "sank 8 percent, or $2, to $23": an amount, its share, and the level that they led to."""
    for a, b in pairwise(terms):
        share, by = (a, b) if a.unit == "percent" else (b, a)
        if share.unit != "percent" or by.unit == "percent" or not share.value or not by.value:
            continue
        between = a.structure.words.shown(a.at + 1, b.at)
        if not between or not _OR.issuperset(between) or not {"or", "(", "-"}.intersection(between):
            continue
        way = a.claim.quantity.direction
        to = next((t for t in terms if b.at < t.at <= b.at + _TO and _is_reached(t, by)), None)
        if to is not None and way is not None:
            roles = {"by": (by,), "share": (share,), "to": (to,)}
            yield Tie("change", roles, ["change.led"], None, more={"direction": way})


def _is_reached(t: Term, by: Term) -> bool:
    prep = t.phrase.prep if t.phrase is not None else ""
    return prep in ("to", "at") and t.number > 0 and (same_scale(t, by) or _is_point(by) or by.unit in _CENTS)


def _is_point(t: Term) -> bool:
    return t.claim.kind == "count" and t.claim.counted is not None and t.claim.counted.endswith(("point", "points"))


def _beyond_all(terms: Sequence[Term]) -> Iterator[Tie]:
    """ "fell 150 percent": more than all of it, where nothing below zero makes sense."""
    for t in terms:
        q = t.claim.quantity
        if t.unit != "percent" or t.number <= _HUNDRED or q.hedge != "exact" or q.direction != "down":
            continue
        w = t.structure.words
        if not any("signed" in r.tags for r in w.read):
            yield Tie("change", {"by": (t,)}, ["change.led"], None, more={"direction": "down"})


# --- told apart


def _far(story: Story, pairs: Sequence[Tie]) -> Iterator[Tie]:
    """Amounts of change held against the pair of levels that they may be of."""
    amounts = [t for t in story.terms if t.value and _is_amount(t)]
    levels = [(p, *_levels(p)) for p in pairs if not p.broken]
    own = {(new.claim.part, new.index) for _, _, new in levels}
    taken = {(t.unit, t.number) for t in amounts if (t.claim.part, t.index) in own}  # told beside levels of its own
    levels = [found for found in levels if not _told_beside(story, *found[1:])]
    for by in amounts:
        if (by.unit, by.number) in taken:
            continue
        untold = by.claim.part == "title" and not any(t is not by and t.can_be(by) for t in story.of_scale(by)[:_MOST])
        found = [_tie(by, pair, old, new, untold) for pair, old, new in levels if _fits(by, old, new)]
        ties = [t for t in found if t is not None]
        if ties:
            yield max(ties, key=lambda t: t.rank)


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


def _tie(by: Term, pair: Tie, old: Term, new: Term, untold: bool) -> Tie | None:
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
    features = ["change.by", *(["change.back"] if _points_back(by) else _topic(by, old, new))]
    if by.claim.part == new.claim.part and min(abs(by.index - t.index) for t in (old, new)) <= 1:
        features.append("change.next")
    if old.index != new.index:
        features.append("change.apart")
    if untold:
        features.append("change.untold")
    roles = {"from": (old,), "to": (new,), "by": (by,)}
    more = {"direction": told}
    if overlap(made, given):
        return Tie("change", roles, [*features, "agree.2"], "holds", None, pair.words, more)
    slip = _slip(by, value, old, new)
    features.append("change." + (slip.key if slip else "off"))
    return Tie("change", roles, features, *slips.verdict(slip), pair.words, more)


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
    told_on = s.words.text[phrase.end : phrase.end + 1] in (["in"], ["of"], ["for"], ["from"], ["since"])
    return not told_on and "way" in s.words.read[phrase.head].tags and not by.modifiers


def _slip(by: Term, value: Decimal, old: Term, new: Term) -> slips.Slip | None:
    """The slip after which the amount agrees."""
    before, after = old.number, new.number
    if by.unit == "percent":
        other = abs(after - before) * _HUNDRED / after
        if overlap(Interval(other, other), percent(by.claim.quantity)):
            return slips.Slip("the percentage is of the later level", "base")
        rest = _HUNDRED * after / before
        if overlap(Interval(rest, rest), percent(by.claim.quantity)):
            return slips.Slip("the percentage is of what is left", "base")
    return slips.toward(by.claim.quantity, value)

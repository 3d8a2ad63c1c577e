"""change, two levels with the amount that their sentence tells of it: "from 40 to 30, a fall of a quarter".

Reach: one sentence; besides two levels, the amount, its share and the level that it led to ("sank 8 percent, or $2, to
$23"). The levels are the pairs that comparison found; amounts told in other sentences are held against them in apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from figcheck.relations import apart, comparison
from figcheck.relations.evidence import Tie
from figcheck.relations.terms import Story, Term, alike, is_factor, same_scale
from figcheck.syntax.lexicon import look

__all__ = ["find"]

_HUNDRED = Decimal(100)
_CENTS = ("cent", "penny")
_DOUBLING = 120  # characters from the first level within which a word like "doubled" stands
_COMPARED = frozenset(("above", "below", "short_of", "ahead_of", "than", "beyond", "compared_with", "compared_to"))
_AFTER, _TO = 9, 8  # words between levels and an amount, an amount and its level
_ON = frozenset(("in", "on", "at"))  # before a time
_OR = frozenset(("or", "(", ")", ",", "-", "nearly", "about", "almost", "some", "by", "points", "point"))


def find(story: Story) -> Iterator[Tie]:
    """Pairs of levels with what is told of their change, near or far; and amounts with the level that they led to."""
    pairs = list(comparison.find(story))
    for pair in pairs:
        yield _with_amount(story, pair)
    for terms in story.sentences.values():
        yield from _led_to(terms)
        yield from _beyond_all(terms)
    former = {apart.levels(pair)[0].order for pair in pairs}
    dated = [d for d in comparison.dated(story) if former.isdisjoint(t.order for t in apart.levels(d))]
    for pair in dated:
        yield from _told_last(story, pair)
    yield from apart.find(story, [*pairs, *dated])


# --- in one sentence


def _with_amount(story: Story, pair: Tie) -> Tie:
    """A pair of levels with the amount, or the factor, that their sentence tells of their change."""
    old, new = apart.levels(pair)
    terms = story.beside(old)
    by = _beside(terms, old, new, pair)
    if by is None or pair.broken:
        return pair
    roles = {"from": (old,), "to": (new,)}
    if is_factor(by):
        more = {**pair.more, "factor": by.value, "hedge": by.claim.quantity.hedge}
        return Tie("change", roles, [*pair.features, "change.beside"], None, None, pair.words, more)
    roles["by"] = (by,)
    return Tie("change", roles, [*pair.features, "change.beside"], None, None, pair.words, pair.more)


def _told_last(story: Story, pair: Tie) -> Iterator[Tie]:
    """ "It sold 900 in 2020 and 1,350 in 2021, a jump of 75 percent.": the amount between levels of two times."""
    old, new = apart.levels(pair)
    last = max(old, new, key=lambda t: t.order)
    for t in story.beside(last):
        way = t.claim.quantity.direction or _way_of_noun(t)
        if t.at <= last.at or not t.value or not way or not _is_last(t, last):
            continue
        if t.unit != "percent" and not (same_scale(t, old) and alike(t, old) != "other"):
            continue
        low, high = sorted((old, new), key=lambda x: x.number)
        roles = {"from": (low,), "to": (high,)} if way == "up" else {"from": (high,), "to": (low,)}
        yield Tie("change", {**roles, "by": (t,)}, [*pair.features, "change.last"], None, None, (), {"direction": way})


def _way_of_noun(t: Term) -> str:
    """The way of the noun that an amount is of: "a loss of six"."""
    root = t.root
    return t.structure.words.read[root.head].tags.get("way", "") if root is not None else ""


def _is_last(t: Term, last: Term) -> bool:
    """Whether an amount closes the sentence of its levels: ", a jump of 75 percent"."""
    w = t.structure.words
    start = t.root.start if t.root is not None else t.at
    comma = start and w.mark[start - 1] in (",", "-", "(")
    clear = not any(mark in ("c", ";", ":") for mark in w.mark[last.at + 1 : start])
    return bool(comma) and clear and w.mark[t.end : t.end + 1] in ([","], ["."], [")"], [";"], [])


def _beside(terms: Sequence[Term], old: Term, new: Term, pair: Tie) -> Term | None:
    """The one figure of a sentence that can be the amount of a change from one level to the other."""
    if old.index != new.index:
        return None
    way = pair.more.get("direction")
    fits = [t for t in terms if t not in (old, new) and _can_be_amount(t, old, new, way)]
    first = min(old, new, key=lambda t: t.at)
    if any(t.unit == "percent" and first.end < t.at < max(old.at, new.at) and _is_or(first, t) for t in terms):
        return None  # "71,204 votes, or 51 percent, against 67,325, or 49 percent": each with its share
    close = [t for t in fits if _follows(t, old, new)]
    found = close or fits
    if len(found) == 2 and [t.unit == "percent" for t in found] == [False, True] and _is_or(*found):
        found = found[:1]  # "down 100, or 25 percent,"
    return found[0] if len(found) == 1 else None


def _is_or(level: Term, t: Term) -> bool:
    """Whether a figure is told as another way to put a level: ", or 51 percent", "(51 percent)"."""
    between = level.structure.words.shown(level.end, t.at)
    return _OR.issuperset(between) and not {"or", "("}.isdisjoint(between)


def _can_be_amount(t: Term, old: Term, new: Term, way: str | None) -> bool:
    q = t.claim.quantity
    if t.claim.preposition in _COMPARED:
        return False  # "above last year's 139,000"
    if not t.value or (q.direction is not None and way is not None and q.direction != way):
        return False
    if _is_beside_another(t, old, new):
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
    if t.unit in apart.POINTS:
        return told and old.unit == "percent"
    cents = t.unit in _CENTS and old.claim.kind == "money"
    return told and (cents or (same_scale(t, old) and alike(t, old) != "other"))


def _is_beside_another(t: Term, old: Term, new: Term) -> bool:
    """Whether an amount is told of something else: "3.4 feet above flood stage", beside a record."""
    for p in t.structure.phrases:
        if p.prep_at == t.end and "rank" in look(p.prep).tags and not p.figures:
            return p is not old.root and p is not new.root
    return False


def _follows(t: Term, old: Term, new: Term) -> bool:
    """Whether a figure stands right after both levels: ", or 35 percent", "(35 percent)", ", a gain of 300"."""
    w, last = t.structure.words, max(old.at, new.at)
    while last + 1 < t.at and (w.mark[last + 1] == "t" or (w.text[last + 1] in _ON and w.mark[last + 2] == "t")):
        last += 1  # "400 last year, up 15 percent", "from 470 in March, down 30 percent"
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

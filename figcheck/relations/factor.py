"""change by a factor: "twice the 60 cents of January", "three times as many as the 400 planned for".

Reach: a sentence. The factor stands before the level that it is of, or after both levels, as another way to put them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from figcheck.models import Hedge
from figcheck.relations.evidence import Tie
from figcheck.relations.terms import Story, Term, alike, evidence, is_factor, same_scale

__all__ = ["find"]

_FAR = 7  # words between a factor and the level that it is of
_LEADS = frozenset(
    {"as", "many", "much", "high", "large", "big", "long", "great", "the", "that", "of", "size", "number", "its",
     "their", "his", "her", "last", "more", "than", "higher", "larger", "bigger", "year", "month"}
)  # fmt: skip
_AS = frozenset({"as", "that", "its", "the", "more", "over"})
_BOUNDS: dict[str, Hedge] = {
    "nearly": "less_than", "almost": "less_than", "less": "less_than", "more": "more_than", "over": "more_than",
    "least": "at_least", "about": "about", "roughly": "about", "around": "about", "some": "about", "close": "less_than",
}  # fmt: skip
_NEVER = frozenset({"not", "never", "no", "far", "per", "each", "average", "combined"})


def find(story: Story) -> Iterator[Tie]:
    """Two levels of one sentence, and how many times as much the one is as the other."""
    for terms in story.sentences.values():
        for by in terms:
            if by.value is None or not is_factor(by) or by.number == 1 or _never(by):
                continue
            of = _of(terms, by)
            if of is not None:
                new = _before(terms, by, of)
                if new is not None:
                    yield _tie(by, of, new, "factor.of")
            elif (both := _after_both(terms, by)) is not None:
                low, high = sorted(both, key=lambda t: t.number)
                old, new = (low, high) if by.number > 1 else (high, low)
                yield _tie(by, old, new, "factor.both")


def _never(by: Term) -> bool:
    """Whether the words before a factor make it none of two levels: "not twice", "an average of three times"."""
    return not _NEVER.isdisjoint(by.structure.words.text[max(0, by.at - 3) : by.at])


def _levels(terms: Sequence[Term], by: Term) -> list[Term]:
    return [
        t for t in terms
        if t is not by and t.number > 0 and t.is_level and t.unit != "percent" and not (t.phrase and t.phrase.is_time)
    ]  # fmt: skip


def _of(terms: Sequence[Term], by: Term) -> Term | None:
    """The level that a factor is of: "three times the $12 million first planned"."""
    w = by.structure.words
    for t in _levels(terms, by):
        if by.at < t.at <= by.at + _FAR:
            between = w.shown(by.at + 1, max(t.start, by.at + 1))
            rest = [word for word in between if word not in ("times", "'", "'s") and word not in _LEADS]
            marks = any(mark not in ("", "'", "t") for mark in w.mark[by.at + 1 : t.start])
            return t if not marks and len(rest) <= 1 else None
    return None


def _before(terms: Sequence[Term], by: Term, of: Term) -> Term | None:
    """The nearest level of its scale before a factor."""
    found = [
        t for t in _levels(terms, by) if t.at < by.at and t is not of and same_scale(t, of) and alike(t, of) != "other"
    ]
    return found[-1] if found else None


def _after_both(terms: Sequence[Term], by: Term) -> tuple[Term, Term] | None:
    """ "The prison, built for 400, now holds 900, three times as many as planned." """
    w = by.structure.words
    before = [t for t in _levels(terms, by) if t.at < by.at]
    if len(before) < 2 or not same_scale(before[-1], before[-2]) or alike(before[-1], before[-2]) == "other":
        return None
    last = before[-1]
    between = [word for word in w.shown(last.end, by.at) if word not in _BOUNDS and word not in ("than", "at", "or")]
    told = w.text[by.at + 1 : by.at + 3]
    as_many = told[:1] == ["times"] and told[1:2] and told[1] in _AS
    if between not in ([","], ["-"], ["("]) or len(before) > 2 or not as_many:
        return None
    return before[0], before[1]


def _tie(by: Term, old: Term, new: Term, feature: str) -> Tie:
    w = by.structure.words
    hedge = by.claim.quantity.hedge
    said = [_BOUNDS[word] for word in w.text[max(0, by.at - 3) : by.at] if word in _BOUNDS]
    more: dict[str, Any] = {
        "direction": "up" if by.number > 1 else "down", "factor": by.value,
        "hedge": said[0] if hedge == "exact" and said else hedge,
    }  # fmt: skip
    told = evidence(by.structure, by.claim.article, by.at, by.at + 1 + (w.text[by.at + 1 : by.at + 2] == ["times"]))
    features = [feature, "noun." + alike(old, new)]
    return Tie("change", {"from": (old,), "to": (new,)}, features, None, None, (told,), more)

"""change, two levels and a word between them: "down from 5.1%", "below expectations of 190,000", "remained above 52".

Reach: one sentence; where the first level is not told there, the one before. The arithmetic is one of order only.
"""

from __future__ import annotations

from collections.abc import Iterator

from figcheck.intervals import Interval, disjoint, written
from figcheck.models import Outcome
from figcheck.relations.evidence import Tie
from figcheck.relations.terms import Story, Term, alike, evidence, same_scale
from figcheck.syntax import Against, Phrase, Structure, against, way_of
from figcheck.syntax.lexicon import look

__all__ = ["find", "order"]

_NEAR = 14  # words between a level and the words that set it beside another
_REACH = 2  # sentences that a first level may stand before


def find(story: Story) -> Iterator[Tie]:
    """The comparisons of a story."""
    for (part, index), terms in story.sentences.items():
        s = terms[0].structure
        for found in against(s):
            other = _held(terms, found.other)
            if other is None or other.value is None:
                continue
            firsts, reach = _firsts(story, part, index, terms, found, other)
            if firsts:
                tie = _tie(s, found, firsts, other, reach)
                if tie is not None:
                    yield tie


def _held(terms: list[Term], phrase: Phrase) -> Term | None:
    """The figure of a phrase, or of what is told of it with "of"."""
    for t in terms:
        if t.phrase is phrase or t.root is phrase:
            return t
    return None


def _firsts(
    story: Story, part: str, index: int, terms: list[Term], found: Against, other: Term
) -> tuple[list[Term], str]:
    """The levels that may be set beside the other one, the likeliest first, and how far off they stand."""
    fits = [t for t in terms if t is not other and t.value is not None and same_scale(t, other)]
    if found.kind == "from":
        to = [t for t in fits if t.phrase is not None and t.phrase.prep == "to" and t.clause is other.clause]
        if to:
            return to[:1], "reach.to"
        if any(t.phrase is not None and t.phrase.prep == "to" and t.clause is other.clause for t in terms):
            return [], ""  # to another scale: an age, a score
    before = [t for t in fits if t.at < found.cue[0] and found.cue[0] - t.at <= _NEAR]
    if before:
        same = [t for t in before if t.clause is other.clause]
        return (before[::-1], "reach.clause" if same and same[-1] is before[-1] else "reach.sentence")
    if fits and any(t.at < other.at for t in fits):
        return [], ""
    earlier = [t for t in story.before(part, index, _REACH) if t.value is not None and same_scale(t, other)]
    earlier = [t for t in earlier if t.is_level]
    return ([t for t in earlier if t.index == earlier[0].index], "reach.before") if earlier else ([], "")


def _tie(s: Structure, found: Against, firsts: list[Term], other: Term, reach: str) -> Tie | None:
    first = firsts[0]
    side = _side(found, first)
    if side is None:
        return None
    features = ["compare." + found.kind, reach, "noun." + alike(first, other), "scale." + first.claim.kind]
    if len(firsts) > 1:
        features.append("several")
    features += _more(found, first, other)
    outcome: Outcome = "holds" if any(order(t, other, side) for t in firsts) else "off"
    told = evidence(s, other.claim.article, *found.cue)
    names = ("to", "from") if found.kind == "from" else ("level", "beside")
    return Tie(
        "change", {names[0]: (first,), names[1]: (other,)}, features, outcome, None, (told,),
        {"direction": "up" if side == "above" else "down"},
    )  # fmt: skip


def _side(found: Against, first: Term) -> str | None:
    """Where the first level is said to stand: "above" or "below"; None where nothing tells."""
    if found.side in ("above", "below"):
        return found.side
    if found.side in ("better", "worse"):
        if not first.noun:
            return None
        less = "less" in look(first.noun).tags
        return "above" if (found.side == "better") != less else "below"
    clause = first.clause
    verb = clause.verb if clause is not None else None
    if verb is not None and first.phrase is not None and first.phrase.prep in ("to", "at"):
        return {"up": "above", "down": "below"}.get(way_of(verb))
    return None


def _more(found: Against, first: Term, other: Term) -> Iterator[str]:
    if found.kind == "rank":
        yield "rank." + found.other.prep
    root = other.root
    if root is not None and "mark" in other.structure.words.read[root.head].tags:
        yield "mark"
    if not first.is_level or not other.is_level:
        yield "amount"
    if first.claim.quantity.hedge not in ("exact", "about"):
        yield "bound"
    if other.claim.quantity.hedge not in ("exact", "about"):
        yield "bound"
    w = other.structure.words
    if any(w.mark[k] == "t" for k in range(max(0, other.at - 3), min(len(w.mark), other.at + 7))):
        yield "dated"
    if w.text[found.cue[1] - 1].endswith("_of"):
        yield "cue.of"


def order(first: Term, other: Term, side: str) -> bool:
    """Whether a level can stand on the side of another that the words say."""
    a, b = written(first.claim.quantity), written(other.claim.quantity)
    if not disjoint(a, b):
        return True
    return _above(a, b) == (side == "above")


def _above(a: Interval, b: Interval) -> bool:
    return a.low is not None and b.high is not None and a.low > b.high

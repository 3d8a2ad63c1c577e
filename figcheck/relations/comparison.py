"""change, two levels and a word between them: "down from 5.1%", "below expectations of 190,000", "remained above 52".

Reach: one sentence; where the first level is not told there, the one before. The arithmetic is one of order only.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from figcheck.intervals import asserted, disjoint, slack, widen
from figcheck.models import Outcome
from figcheck.relations import slips
from figcheck.relations.evidence import Tie
from figcheck.relations.terms import Story, Term, alike, evidence, same_scale
from figcheck.syntax import Against, Phrase, Structure, against, of_former_time, way_of
from figcheck.syntax.lexicon import look

__all__ = ["dated", "find", "order"]

_NEAR, _FAR = 14, 30  # words between a level and the words that set it beside another; the nearest may be farther off
_LITTLE = Decimal("0.03")
_REACH = 2  # sentences that a first level may stand before
_FORMER = 4  # sentences from a level to the one of another time: "A year earlier, … profit had been $7m"
_AFTER = 6  # words from a level to its time
_NOW = frozenset({"now", "today", "currently", "then"})
_RIVALS = 3  # levels of one scale that one is held against


def find(story: Story) -> Iterator[Tie]:
    """The comparisons of a story; those of which no word tells the side hold in any case."""
    for (part, index), terms in story.sentences.items():
        s = terms[0].structure
        for found in against(s):
            other = _held(terms, found.other)
            if other is None or other.value is None:
                continue
            firsts, reach = _firsts(story, part, index, terms, found, other)
            if firsts:
                yield _tie(s, found, firsts, other, reach)


def dated(story: Story) -> Iterator[Tie]:
    """Levels of one thing at two times, in two clauses: "It made $9m. A year before, it made $7m."

    No word tells the way from one to the other, so that they hold in any case: amounts told elsewhere are held to them.
    """
    last: dict[tuple[str, str, str | None], list[Term]] = {}
    for t in story.terms:
        if not _is_told(t) or t.clause is None:
            continue
        scale = (t.claim.part, t.claim.kind, t.unit)
        if t.claim.kind == "count" and t.claim.counted is None and (beside := _measured(story, t)) is not None:
            scale = (t.claim.part, beside.claim.kind, beside.unit)
        for a in reversed(last.get(scale, [])[-_RIVALS:]):
            gap = t.index - a.index
            if gap > _FORMER or not _is_of_one(a, t, gap):
                continue
            former = [x for x in (a, t) if x.clause is not None and of_former_time(x.structure, x.clause)]
            if a.clause is t.clause or len(former) != 1:
                if not _are_of_two_times(a, t, gap):
                    continue
                former = []
            old, new = (t, a) if former == [t] else (a, t)
            features = ["compare.dated", "noun." + alike(new, old), "scale." + new.claim.kind]
            yield Tie("change", {"to": (new,), "from": (old,)}, features, "holds")
            break
        last.setdefault(scale, []).append(t)


def _measured(story: Story, t: Term) -> Term | None:
    """The figure with a unit before a bare one of its sentence: "40 million cubic meters in May and 22 million"."""
    before = [x for x in story.beside(t) if x.at < t.at and not (x.phrase and x.phrase.is_time)]
    return before[-1] if before and before[-1].claim.kind == "measurement" else None


def _are_of_two_times(a: Term, b: Term, gap: int) -> bool:
    """Whether two levels each have their time: in their clauses, or behind them, "64 in May and 96 now"."""
    if gap:
        return bool(a.times and b.times) and a.times != b.times
    s = a.structure
    spans = ((a.at, b.at), (b.at, b.at + _AFTER))
    text = s.words.text
    first, last = (
        {text[k] for p in s.phrases if p.is_time and low < p.start < high for k in range(p.start, p.end)}
        | (_NOW & set(text[low:high]))
        for low, high in spans
    )
    return bool(first and last) and first != last


def _is_told(t: Term) -> bool:
    return bool(t.value) and t.is_level and t.phrase is not None and not t.phrase.is_time


def _is_of_one(a: Term, b: Term, gap: int) -> bool:
    """Whether two levels are of one thing by what they count and the verbs that tell them."""
    if alike(a, b) != "unknown":
        return alike(a, b) == "same"
    if gap <= 1:
        return True
    one, two = (t.clause.verb if t.clause is not None else None for t in (a, b))
    verb = one is not None and two is not None and one.lemma == two.lemma and "copula" not in two.tags
    return verb or _points_back(b.structure, _subject(b))


def _held(terms: list[Term], phrase: Phrase) -> Term | None:
    """The figure of a phrase, or of what is told of it with "of"."""
    return next((t for t in terms if t.phrase is phrase or t.root is phrase), None)


def _firsts(
    story: Story, part: str, index: int, terms: list[Term], found: Against, other: Term
) -> tuple[list[Term], str]:
    """The levels that may be set beside the other one, the likeliest first, and how far off they stand."""
    fits = [t for t in terms if t is not other and t.value is not None and same_scale(t, other)]
    if found.kind == "from" and not fits and _leads_to(other):
        return [], ""
    if found.kind == "from":
        to = [t for t in fits if t.phrase is not None and t.phrase.prep in ("to", "at") and t.clause is other.clause]
        if to:
            return to[:1], "reach.to"
        if any(t.phrase is not None and t.phrase.prep == "to" and t.clause is other.clause for t in terms):
            return [], ""  # to another scale: an age, a score
    if found.kind == "to" and not _points_back(other.structure, found.subject):
        return [], ""
    cue = found.cue[0]
    led = [t for t in fits if t.at < cue and not _is_difference(found, t) and not _is_aside(t, cue)]
    if found.kind == "beside" and any(t.is_level for t in led):
        led = [t for t in led if t.is_level]  # "337 this year, down 100 compared to 449"
    before = [t for t in led if cue <= t.at + _NEAR]
    if not before and (found.kind in ("from", "beside") or _is_mark(other)):
        before = [t for t in led if cue <= t.at + _FAR][-1:]
    if before and found.kind == "to":
        return before[::-1], "reach.back"
    if before:
        same = [t for t in before if t.clause is other.clause]
        return (before[::-1], "reach.clause" if same and same[-1] is before[-1] else "reach.sentence")
    if fits and any(t.at < other.at for t in fits):
        return [], ""
    earlier = [t for t in story.before(part, index, _REACH) if t.value is not None and same_scale(t, other)]
    back = _points_back(other.structure, found.subject or _subject(other))
    way = other.claim.quantity.direction
    earlier = [t for t in earlier if t.is_level or (back and way in (None, t.claim.quantity.direction))]
    if not earlier:
        return [], ""
    return [t for t in earlier if t.index == earlier[0].index], "reach.back" if back else "reach.before"


def _leads_to(t: Term) -> bool:
    """Whether what a level became is told right after it, with no unit: "from three hours to one"."""
    return any(p.prep == "to" and 0 <= p.prep_at - t.end <= 1 for p in t.structure.phrases)


def _is_mark(t: Term) -> bool:
    """Whether a level is one that others are measured by: "the 3.4 percent forecast"."""
    w, phrases = t.structure.words, (t.phrase, t.root)
    return any(p is not None and "mark" in w.read[p.head].tags for p in phrases)


def _subject(t: Term) -> Phrase | None:
    return t.clause.subject if t.clause is not None else None


def _is_aside(t: Term, cue: int) -> bool:
    """Whether a figure stands in a bracket that closes before a word: "904 million dinars ($80 million), up from"."""
    for mark in t.structure.words.mark[t.at : cue]:
        if mark in ("(", ")"):
            return mark == ")"
    return False


def _is_difference(found: Against, t: Term) -> bool:
    """Whether a figure tells by how much: "12 fewer than", "4 points below"."""
    if found.kind not in ("than", "rank"):
        return False
    w = t.structure.words
    return all(not w.mark[k] and w.text[k] not in ("and", "is", "was") for k in range(t.at + 1, found.cue[0]))


def _points_back(s: Structure, subject: Phrase | None) -> bool:
    """Whether a subject is told of before: "it", "the figure", "that number"."""
    if subject is None:
        return False
    w = s.words
    pronoun = subject.end - subject.start == 1 and w.text[subject.head] in ("it", "this", "that")
    plain = subject.end - subject.start == 2 and subject.owner is None
    return pronoun or (plain and subject.definite and not {"mark", "amount"}.isdisjoint(w.read[subject.head].tags))


def _tie(s: Structure, found: Against, firsts: list[Term], other: Term, reach: str) -> Tie:
    first = firsts[0]
    side = _side(found, first)
    features = ["compare." + found.kind, reach, "noun." + alike(first, other), "scale." + first.claim.kind]
    if len(firsts) > 1:
        features.append("several")
    if reach in ("reach.clause", "reach.sentence") and found.cue[0] > first.at + _NEAR:
        features.append("compare.far")
    features += _more(found, first, other)
    if found.kind == "to":
        first, other, firsts = other, first, [other]
    outcome: Outcome = "holds" if side is None or any(order(t, other, side) for t in firsts) else "off"
    told = evidence(s, other.claim.article, *found.cue)
    names = ("to", "from") if found.kind in ("from", "to", "beside") else ("level", "beside")
    return Tie(
        "change", {names[0]: (first,), names[1]: (other,)}, features, outcome, None, (told,),
        {"direction": {"above": "up", "below": "down"}.get(side or "")},
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
    if found.kind == "beside" and (way := _headed(first.structure, first.at)):
        return {"up": "above", "down": "below"}[way]
    clause = first.clause
    verb = clause.verb if clause is not None else None
    if verb is not None and first.phrase is not None and first.phrase.prep in ("to", "at"):
        return {"up": "above", "down": "below"}.get(way_of(verb))
    return None


def _headed(s: Structure, at: int) -> str:
    """The way that a sentence opens with, before a colon: "Crime is down: 2,300 cases"."""
    w = s.words
    colon = next((k for k in range(1, at) if w.mark[k] == ":"), -1)
    return w.text[colon - 1] if colon > 0 and w.text[colon - 1] in ("up", "down") else ""


def _more(found: Against, first: Term, other: Term) -> Iterator[str]:
    if found.kind == "rank":
        yield "rank." + ("ahead_of" if found.other.prep == "of" else found.other.prep)
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
    clause = other.clause
    subject = clause.subject if clause is not None else None
    heads = [p.head for p in other.structure.phrases if p.clause is clause and p.kind == "n"]
    if _is_quoted(first) or _is_quoted(other):
        yield "inverse"
        return
    ranks = first.claim.kind == "count" and any("order" in w.read[k].tags for k in heads)
    if ranks or (subject is not None and {"currency", "weather"} & set(w.read[subject.head].tags)):
        yield "inverse"


def _is_quoted(t: Term) -> bool:
    """Whether a figure is so many of a currency for one of another, which rise as it falls: "1.32 to the dollar"."""
    w = t.structure.words
    after = [k for k in range(t.at + 1, min(t.at + 5, len(w.text))) if "currency" in w.read[k].tags]
    return bool(after) and w.text[t.at + 1] in ("to", "against", "per", "a", "for")


def order(first: Term, other: Term, side: str) -> bool:
    """Whether a level can stand on the side of another that the words say.

    Two levels side by side are given to one digit: 1% is below 2%, however they are rounded. Where one is rounded more
    coarsely than the other, its rounding counts, up to a little of it.
    """
    a, b = first.claim.quantity, other.claim.quantity
    x, y = asserted(a), asserted(b)
    if a.step != b.step:
        most = max(abs(first.value or slips.ZERO), abs(other.value or slips.ZERO)) * _LITTLE
        x = widen(x, min(max(slack(a), slack(b)), most))
    if not disjoint(x, y):
        return x != y or a.hedge != "exact" or b.hedge != "exact" or a.step != b.step
    above = x.low is not None and y.high is not None and x.low > y.high
    return above == (side == "above")

"""part_of, over clauses and sentences: "3,100 of the 4,800", "19 of them", "$40m now and another $65m".

Reach: a part and the whole that it is said to be of, by "of" or a pronoun; a figure and one "more" beside it, which
together make a whole told within two sentences. A part may not pass its whole; what is added must make it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from figcheck.intervals import disjoint, total
from figcheck.models import Outcome
from figcheck.relations import slips
from figcheck.relations.evidence import Tie
from figcheck.relations.sums import rounded
from figcheck.relations.terms import Story, Term, alike, evidence, same_scale
from figcheck.syntax import Phrase, refers_to

__all__ = ["antecedent", "find"]

_ADDED = frozenset({"another", "more", "further", "additional", "extra", "other", "remaining"})
_REACH = 2  # sentences between a whole and the parts that make it
_HUNDRED = Decimal(100)


def find(story: Story) -> Iterator[Tie]:
    """Parts held against their wholes."""
    for terms in story.sentences.values():
        for b in terms:
            yield from _of(terms, b)
            yield from _of_them(story, b)
            if b.marked & _ADDED or b.claim.additional:
                yield from _added(story, terms, b)


# --- a part of a whole


def _of(terms: list[Term], whole: Term) -> Iterator[Tie]:
    """ "3,100 of the 4,800 homes", "$90m (48m pounds) of the $310m it owes" """
    phrase = whole.phrase
    if phrase is None or phrase.prep != "of" or not phrase.definite or not whole.is_level:
        return
    w = whole.structure.words
    for a in reversed([t for t in terms if t.at < phrase.prep_at]):
        between = w.shown(a.at + 1, phrase.prep_at)
        if any(m in (",", ";", ":", ".") for m in between) or (between and between[-1] != ")"):
            return
        if same_scale(a, whole) and a.is_level and alike(a, whole) != "other":
            yield _part(a, whole, ["within.of", "within.noun." + alike(a, whole)], (phrase.prep_at, phrase.start + 1))
            return


def _of_them(story: Story, part: Term) -> Iterator[Tie]:
    """ "The yard has 48 cranes, 19 of them idle." """
    phrase = part.phrase
    if phrase is None or part.claim.kind != "count" or not part.is_level or "every" in part.marked:
        return  # "44 for every 100,000 of them"
    for p in part.of_them:
        whole = antecedent(story, part, p)
        if whole is not None and whole is not part and _can_hold(whole) and "all" not in part.marked:
            near = "within.them" if whole.index == part.index else "within.them.before"
            yield _part(part, whole, [near], (p.prep_at, p.end))


def _can_hold(whole: Term) -> bool:
    """Whether a figure counts things that others can be of: "48 cranes", not "three, four years"."""
    return whole.claim.kind == "count" and whole.claim.counted is not None and whole.is_level


def antecedent(story: Story, part: Term, pronoun: Phrase) -> Term | None:
    """The figure of what a pronoun beside a part points back to: the 48 cranes of "19 of them"."""
    found = refers_to(story.structures[part.claim.part], part.structure, pronoun)
    if found is None or not found.phrase.figures:
        return None
    sentence = story.sentences.get((part.claim.part, found.structure.sentence.index), [])
    return next((t for t in sentence if t.phrase is found.phrase), None)


def _part(part: Term, whole: Term, features: list[str], cue: tuple[int, int]) -> Tie:
    a, b = rounded(part.claim.quantity), rounded(whole.claim.quantity)
    over = a.low is not None and b.high is not None and a.low > b.high
    told = evidence(part.structure, part.claim.article, *cue)
    if over and part.number > 2 * whole.number:
        features = [*features, "within.far"]
    outcome: Outcome = "impossible" if over else "holds"
    slip = slips.made(part.number, whole.number) if over else None
    return Tie("part_of", {"whole": (whole,), "parts": (part,)}, features, outcome, slip and slip.name, (told,))


# --- a figure, and more of the same


def _added(story: Story, terms: list[Term], more: Term) -> Iterator[Tie]:
    """ "pay $40m now and another $65m later", after "repay $105m" """
    if more.value is None or not more.value:
        return
    before = [t for t in terms if t.at < more.at and t.value and same_scale(t, more) and t.is_level]
    if not before:
        return
    first = before[-1]
    if more.unit == "percent" and first.number + more.number > _HUNDRED:
        yield _shares(first, more)
        return
    wholes = [t for t in before[:-1] if t.number > max(first.number, more.number)]
    wholes += [
        t for t in story.before(more.claim.part, more.index, _REACH)
        if t.value and same_scale(t, more) and t.is_level and t.number > max(first.number, more.number)
    ]  # fmt: skip
    ties = [_sum(first, more, whole) for whole in wholes]
    found = [t for t in ties if t is not None]
    if found:
        yield max(found, key=lambda t: t.rank)


def _sum(first: Term, more: Term, whole: Term) -> Tie | None:
    made = total([rounded(first.claim.quantity), rounded(more.claim.quantity)])
    roles = {"whole": (whole,), "parts": (first, more)}
    features = ["added", "added.noun." + alike(more, whole)]
    x, y = more.claim.governor, whole.claim.governor
    features.append("added.governor." + ("same" if x and x == y else "other"))
    if first.claim.governor == x:
        features.append("added.beside")
    if not disjoint(made, rounded(whole.claim.quantity)):
        return Tie("part_of", roles, [*features, "agree.2"], "holds", more={"exhaustive": True})
    slip = next(slips.in_sum(whole.claim.quantity, [first.claim.quantity, more.claim.quantity]), None)
    if slip is None:
        return None
    return Tie("part_of", roles, [*features, "added." + slip.key], "slip", slip.name, more={"exhaustive": True})


def _shares(first: Term, more: Term) -> Tie:
    """ "62 percent walk and another 57 percent drive": more than all of them."""
    features = ["shares.another", "shares." + ("clause" if more.at - first.at < 25 else "far")]
    return Tie("shares", {"parts": (first, more)}, features, "impossible")

"""change, a margin between two sides: "won by 300 votes, 4,212 to 4,012", "52 percent to 47, a lead of 5 points".

Reach: two figures with "to" between them, and a margin in their sentence. The arithmetic is their difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from figcheck.intervals import overlap
from figcheck.relations import slips
from figcheck.relations.evidence import Tie
from figcheck.relations.sums import apart, moved
from figcheck.relations.terms import Story, Term, same_scale

__all__ = ["find"]

_SIDES = 6  # words from one side's figure to the other's
_POINTS = ("point", "points", "percentage points", "percentage point", "votes", "seats", "vote", "seat")


def find(story: Story) -> Iterator[Tie]:
    """Margins held against the two figures that they stand between."""
    for terms in story.sentences.values():
        sides = [(a, b) for a, b in pairwise(terms) if _are_sides(a, b)]
        margins = [t for t in terms if _is_margin(t)]
        if len(sides) == 1 and len(margins) == 1 and margins[0] not in sides[0]:
            if margins[0].number > max(t.number for t in sides[0]):
                continue
            yield _tie(*sides[0], margins[0], terms)


def _are_sides(a: Term, b: Term) -> bool:
    """ "52 percent to 47 percent", "4,212 votes to his rival's 4,012" """
    w = a.structure.words
    between = w.text[a.at + 1 : b.at]
    if "to" not in between or len(between) > _SIDES or any(w.mark[k] in (",", ";") for k in range(a.at + 1, b.at)):
        return False
    plain = a.claim.kind in ("percent", "count") and a.is_level and b.is_level and a.number > 0 and b.number > 0
    from_to = a.phrase is not None and a.phrase.prep in ("from", "between", "by")
    return plain and not from_to and same_scale(a, b)


def _is_margin(t: Term) -> bool:
    """Whether a figure is told as a difference: "by 300 votes", "a lead of 5 points", "a three-point edge"."""
    phrase, root = t.phrase, t.root
    if phrase is None or root is None or not t.number or t.claim.quantity.hedge not in ("exact", "about"):
        return False
    points = t.unit == "percentage_point" or (t.claim.counted or "") in _POINTS
    heads = {t.structure.words.read[p.head].noun for p in (phrase, root)} | {t.noun}
    named = bool(heads & _NAMES)
    return named or (points and phrase.prep == "by")


_NAMES = frozenset(("margin", "lead", "majority", "edge", "gap", "advantage"))


def _tie(a: Term, b: Term, margin: Term, terms: Sequence[Term]) -> Tie:
    made, given = moved(a.claim.quantity, b.claim.quantity), apart(margin.claim.quantity)
    features = ["margin", "margin.only" if len(terms) == 3 else "margin.many"]
    roles = {"sides": (a, b), "margin": (margin,)}
    if overlap(made, given):
        return Tie("change", roles, features, "holds")
    slip = slips.toward(margin.claim.quantity, abs(a.number - b.number))
    return Tie("change", roles, features, *slips.verdict(slip))

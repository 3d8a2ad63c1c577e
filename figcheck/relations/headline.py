"""restates, from the headline: its figure, which the text gives nowhere, and the text's figure that it was made from.

Reach: the headline and the whole text. Headlines tell what the text tells: in a thousand published stories nearly every
figure of a headline stands in the text, exactly or rounded, or is a sum of its figures. One that does not is odd in
itself; the text's figure of its kind, its noun and its words is then held to be the one that was meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from figcheck.intervals import disjoint, overlap, point, to_place
from figcheck.relations import slips
from figcheck.relations.evidence import Tie
from figcheck.relations.terms import Story, Term, alike, same_scale

__all__ = ["find"]

_MOST = 24  # figures of the text that are summed or held against a headline's: a longer story tells of many things
_LEAD = 2  # the sentence up to which a story tells its main figures
_KINDS = ("count", "money", "percent", "measurement", "rate", "age", "duration")
_BEYOND = Decimal("1.25")  # of a mark: who has passed far more of it would name a greater one
_SMALL = 1  # digits of a count that meets another one by chance


def find(story: Story) -> Iterator[Tie]:
    """For each figure of the headline that the text does not have, the text's figure that is the likeliest."""
    text = [t for t in story.terms if t.claim.part != "title" and t.value]
    for head in story.terms:
        if head.claim.part == "title" and _can_be_held(head):
            rivals = [t for t in text if same_scale(head, t)]
            if not any(_agrees(head, t) for t in text) and not _is_made(head, rivals[:_MOST]):
                only = len({t.number for t in rivals if _is_like(head, t)}) == 1
                ties = [_tie(head, t, only) for t in rivals[:_MOST] if _is_like(head, t)]
                yield from sorted(ties, key=lambda t: t.weight)[-1:]


def _can_be_held(head: Term) -> bool:
    c = head.claim
    known = c.kind in _KINDS and c.quantity.hedge != "vague" and c.asserted and not c.additional
    return known and head.number > 0 and not (c.kind == "count" and len(head.digits) <= _SMALL and head.number < 10)


def _agrees(head: Term, other: Term) -> bool:
    """Whether a reader takes both for one number, whatever each counts; "cases cross 900" is true of 936."""
    number = other.value
    if number is not None and _is_passed(head) and head.number <= number <= head.number * _BEYOND:
        return True
    return not disjoint(head.fair, other.fair) or (number is not None and overlap(head.fair, point(number)))


def _is_passed(head: Term) -> bool:
    """Whether it is a mark that a count has gone beyond."""
    w = head.structure.words
    return head.at > 0 and "passes" in w.read[head.at - 1].tags  # in a headline its verb may be read as a noun


def _is_made(head: Term, text: Sequence[Term]) -> bool:
    """Whether the text's figures make it: the sum of two or three, the difference of two."""
    numbers = {t.number for t in text}
    made = [abs(x + sign * y) for x, y in combinations(numbers, 2) for sign in (1, -1)]
    made += [sum(some, slips.ZERO) for some in (*combinations(numbers, 3), numbers)]
    return any(overlap(head.fair, point(x)) for x in made)


def _is_like(head: Term, other: Term) -> bool:
    """Whether both are levels, or changes of one direction, and neither a part or an earlier level."""
    x, y = head.claim, other.claim
    return x.quantity.direction == y.quantity.direction and not (y.past or y.additional or x.subset != y.subset)


def _tie(head: Term, other: Term, only: bool) -> Tie:
    slip = _slip(head, other)
    features = ["head", "head.noun." + alike(head, other)]
    features.append("head." + (slip.key.partition(".")[0] if slip else "off"))
    features.append(f"head.digits.{min(3, len(head.digits), len(other.digits))}")
    shared = len((head.topic - {head.noun}) & (other.topic - {other.noun}))
    features.append(f"head.words.{min(2, shared)}")
    if other.index <= _LEAD:
        features.append("head.lead")
    if only:
        features.append("head.only")
    features.append("head.kind." + ("count" if head.claim.kind == "count" else "unit"))
    outcome, name = slips.verdict(slip)
    return Tie("restates", {"told": (head,), "retold": (other,)}, features, outcome, name)


def _slip(head: Term, other: Term) -> slips.Slip | None:
    """The slip between a headline's number and the text's, which is rounded as the headline's is."""
    whole = to_place(other.number, head.claim.quantity.step)
    return slips.made(head.number, other.number) or slips.made(head.number, whole)

"""part_of, by what is left: "the remaining 18", "the rest, 31 people", "that leaves 16 missing".

Reach: the whole within five sentences before, and between the two the parts that are taken from it. What is left must
be the difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from figcheck.intervals import disjoint, point, total
from figcheck.relations import slips
from figcheck.relations.evidence import Tie
from figcheck.relations.sums import percent, rounded
from figcheck.relations.terms import Story, Term, alike, same_scale
from figcheck.syntax import Phrase

__all__ = ["find"]

_REACH = 5  # sentences from the whole to what is left of it
_MOST = 5  # parts
_REST = frozenset({"rest", "remainder", "balance"})
_ADDED = frozenset({"remaining", "other"})
_THAT = frozenset({"that", "this", "which", "it"})
_WHOLE = Decimal(100)
_KINDS = ("count", "money", "measurement")


def find(story: Story) -> Iterator[Tie]:
    """For each figure told as what is left, the whole that fits best."""
    for (part, index), terms in story.sentences.items():
        for left in terms:
            cue = _cue(left)
            if cue and left.unit == "percent" and left.is_level:
                yield from _share(story.sentences.get((part, index - 1), []), left)
            if not cue or not _counts(left):
                continue
            before = [
                *(t for k in range(max(0, index - _REACH), index) for t in story.sentences.get((part, k), [])),
                *(t for t in terms if t.at < left.at),
            ]
            ties = [t for whole in before if (t := _tie(whole, _parts(before, whole), left, cue)) is not None]
            if ties:
                yield max(ties, key=lambda t: t.rank)


def _share(before: Sequence[Term], left: Term) -> Iterator[Tie]:
    """ "44 percent named A, 37 percent B and 15 percent C. The other 4 percent …": all of them are 100."""
    parts = [t for t in before if t.unit == "percent"]
    if not 2 <= len(parts) <= _MOST or not all(t.is_level and t.number > 0 and not _is_of(t) for t in parts):
        return
    if any(t.claim.kind != "percent" and _counts(t) for t in before):
        return  # shares of several wholes
    made = total(percent(t.claim.quantity) for t in [*parts, left])
    holds = not disjoint(made, point(_WHOLE))
    yield Tie(
        "shares", {"parts": (*parts, left)}, ["shares.left"], "holds" if holds else "off", more={"exhaustive": True}
    )


def _is_of(t: Term) -> bool:
    """Whether a share says what it is of: "44 percent of men"."""
    return any(p.prep in ("of", "among") and p.governor is t.phrase for p in t.structure.phrases)


def _cue(t: Term) -> str:
    """How a figure is told as what is left; "" where it is not."""
    phrase, s = t.phrase, t.structure
    if phrase is None:
        return ""
    if phrase.definite and t.marked & _ADDED:
        return "left.remaining" if "remaining" in t.marked else "left.other"
    clause = phrase.clause
    subject = clause.subject if clause is not None else None
    near = [phrase.governor, phrase.apposed, subject if phrase.role in ("predicate", "subject") else None]
    if any(isinstance(p, Phrase) and s.words.text[p.head] in _REST for p in near):
        return "left.rest"
    verb = clause.verb if clause is not None else None
    if verb is None or verb.lemma != "leave" or phrase.role != "object" or verb.passive:
        return ""
    if verb.form == "ing":
        return "left.leaving"
    return "left.leaves" if subject is not None and s.words.text[subject.head] in _THAT else ""


def _counts(t: Term) -> bool:
    return t.claim.kind in _KINDS and t.number > 0 and t.claim.quantity.direction is None


def _parts(before: Sequence[Term], whole: Term) -> list[Term]:
    """What is told as taken from a whole between it and what is left."""
    found = [
        t for t in before
        if t.order > whole.order and t.is_level and _counts(t) and _one_scale(t, whole) and t.number < whole.number
        and (alike(t, whole) != "other" or t.claim.measure is not None or t.claim.kind != "count")
    ]  # fmt: skip
    return [
        t for i, t in enumerate(found)
        if not i or found[i - 1].index != t.index or not any(t.of_them)  # "17 bodies, five of them inside"
    ]  # fmt: skip


def _one_scale(a: Term, b: Term) -> bool:
    """Whether both are of one kind and unit; "the remaining 11" are no metres."""
    return a.claim.kind == b.claim.kind and same_scale(a, b)


def _tie(whole: Term, parts: list[Term], left: Term, cue: str) -> Tie | None:
    if not parts or len(parts) > _MOST or not whole.is_level or not _counts(whole) or not _one_scale(whole, left):
        return None
    apart = alike(whole, left) == "other" and left.claim.measure is None and left.claim.kind == "count"
    if whole.number <= left.number or apart:
        return None
    all_of_it = [*parts, left]
    features = [cue, "left.noun." + alike(whole, left)]
    roles = {"whole": (whole,), "parts": tuple(all_of_it)}
    more = {"exhaustive": True, "exclusive": True}
    if not disjoint(total(rounded(t.claim.quantity) for t in all_of_it), rounded(whole.claim.quantity)):
        return Tie("part_of", roles, [*features, f"agree.{min(3, len(whole.digits))}"], "holds", more=more)
    slip = next(slips.in_sum(whole.claim.quantity, [t.claim.quantity for t in all_of_it]), None)
    features.append("left.off" if slip is None else "left.slip." + slip.key[-1])
    return Tie("part_of", roles, features, *slips.verdict(slip), more=more)

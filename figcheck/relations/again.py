"""restates: one figure told twice, far apart or in headline and text, by what its words share.

Reach: the whole story. Figures that differ are one thing only where much speaks for it, and as a rule where one slip of
the pen would make them agree. Blocks (one noun; the same digits) keep the number of pairs in proportion to the figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from figcheck.relations import slips
from figcheck.relations.evidence import Tie
from figcheck.relations.terms import Story, Term, alike, shared_topic
from figcheck.syntax import Clause, Phrase
from figcheck.syntax.lexicon import look, tagged

__all__ = ["find"]

_LONG = 8  # a number of more digits is the name of something
_ELSEWHERE = 32  # figures of one noun that are looked through for the two values
_TELLING = 2  # digits of a number that is known by them: "the two" are any two
_BLOCK = 12  # figures of one block that one is held against


def find(story: Story) -> Iterator[Tie]:
    """Pairs of figures that may be one thing told twice; of each later figure, the likeliest."""
    best: dict[str, Tie] = {}
    pointing: dict[int, bool] = {}  # by rank in the story
    for a, b in _pairs(story):
        if b.order not in pointing:
            pointing[b.order] = _points_back(story, b)
        tie = _tie(story, a, b, pointing[b.order])
        if tie is None:
            continue
        name = b.claim.id
        if name not in best or tie.rank > best[name].rank:
            best[name] = tie
    yield from best.values()


def _pairs(story: Story) -> Iterator[tuple[Term, Term]]:
    blocks: dict[tuple[str, ...], list[Term]] = {}
    for b in story.terms:
        if b.value is None or b.value <= 0 or b.phrase is None or b.claim.quantity.hedge == "vague":
            continue
        if len(b.digits) > _LONG:
            continue
        keys = list(_keys(b))
        told = [blocks.setdefault(key, []) for key in keys]
        if b.claim.kind == "money" and b.phrase.owner is None and _points_back(story, b):  # to any sum of the story
            told.append([a for a in story.of_scale(b)[:_ELSEWHERE] if a.order < b.order])
        seen: set[int] = set()
        for block in told:
            for a in block[-_BLOCK:]:
                if a.order not in seen and a.value and _are_apart(a, b):
                    seen.add(a.order)
                    yield a, b
        for key in keys:
            blocks[key].append(b)


def _are_apart(a: Term, b: Term) -> bool:
    """Whether one may tell the other again: in another sentence, or as known in another clause."""
    if (a.index, a.claim.part) != (b.index, b.claim.part):
        return True
    return b.phrase is not None and b.phrase.definite and a.clause is not b.clause


def _keys(t: Term) -> Iterator[tuple[str, ...]]:
    scale = (t.claim.kind, str(t.unit))
    if t.noun:
        yield (*scale, "noun", t.noun)
    if len(t.digits) > 1:
        yield (*scale, "digits", "".join(sorted(t.digits.replace("0", ""))))


def _tie(story: Story, a: Term, b: Term, points_back: bool) -> Tie | None:
    if a.claim.subset != b.claim.subset or a.claim.quantity.direction != b.claim.quantity.direction:
        return None
    if a.value is None or b.value is None:
        return None
    back = points_back and _is_named(a, b)
    features = ["again", *(_back(a, b) if back else _features(a, b)), *_both(a, b)]
    roles = {"told": (a,), "retold": (b,)}
    if a.can_be(b):
        long = min(len(a.digits), len(b.digits), 3)
        return Tie("restates", roles, [*features, f"agree.{long}"], "holds")
    slip = slips.made(a.value, b.value) if "words" not in (a.figure.form, b.figure.form) else None
    features.append("slip." + (slip.key if slip else "none"))
    if a.claim.measure is None:  # what is measured alike is compared for that, not for its digits
        features.append(f"again.digits.{min(4, len(a.digits), len(b.digits))}")
    features += _against(story, a, b, back)
    return Tie("restates", roles, features, *slips.verdict(slip))


def _points_back(story: Story, b: Term) -> bool:
    """Whether a figure is told as known, and the story has it nowhere: "the 373,000 jobs", "the $4 million deal"."""
    phrase = b.phrase
    if phrase is None or not phrase.definite or b.claim.quantity.hedge != "exact" or b.claim.part == "title":
        return False
    if len(b.digits) < _TELLING:
        return False
    s = b.structure
    part = phrase.governor if phrase.prep == "of" else None
    figures = b.structure.words.figure
    if isinstance(part, Phrase) and any(figures[k].kind == b.claim.kind for k in part.figures):
        return False  # "77 of the 150 seats"; "a third of the $2 million" points back
    of = ("in", "of") if b.claim.kind == "money" else ()  # "the $4 billion in losses"
    told_on = any(p.governor is phrase and p.start >= phrase.end and p.prep not in of for p in s.phrases)
    if told_on or any(c.host is phrase and not _is_of_sum(b, c) for c in s.clauses):
        return False  # "the 40 who left": what follows makes it known
    return not any(t is not b and t.can_be(b) for t in story.of_scale(b)[:_ELSEWHERE])


def _is_of_sum(b: Term, clause: Clause) -> bool:
    """Whether what follows a sum does not say which: "the $4 million spent on the bridge", "the penalty, which"."""
    w = b.structure.words
    aside = clause.opener == "which" and clause.start and "," in w.mark[clause.start - 1 : clause.start + 1]
    return b.claim.kind == "money" and (clause.kind == "participle" or bool(aside))


def _is_named(a: Term, b: Term) -> bool:
    """Whether what one counts, and whose it is, can be the other: "the deal" of what was bought, "the camp's" there."""
    phrase = b.phrase
    owner = phrase.owner if phrase is not None else None
    if owner is not None and b.structure.lemma(owner) not in a.topic:
        return False
    hangs = b.root is not b.phrase  # "repayment of the $4 million": what is done with it says nothing of what it is
    return (
        hangs
        or not b.noun
        or b.noun == a.noun
        or b.noun in a.topic
        or "amount" in look(b.noun).tags
        or a.claim.kind == "count"
    )


def _back(a: Term, b: Term) -> Iterator[str]:
    """Where one points back, what else its sentence says has no bearing on whether it is the same."""
    yield "again.back"
    if a.claim.kind == "count" and alike(a, b) == "unknown":
        yield "again.counted.unknown"
    if a.modifiers & b.modifiers:
        yield "again.words.same"


def _both(a: Term, b: Term) -> Iterator[str]:
    """What bears on both kinds of telling again: whether they count, and are of, one thing."""
    x, y = a.claim, b.claim
    yield "again.noun." + alike(a, b)
    if x.kind == "count" and alike(a, b) == "other":
        yield "again.counted.other"
    if x.measure != y.measure:
        yield "again.measure.other"
    if x.place and y.place and x.place != y.place:
        yield "again.place.other"
    if x.part != y.part:
        yield "again.title"
    yield "again.kind." + x.kind


def _features(a: Term, b: Term) -> Iterator[str]:
    if a.modifiers and b.modifiers:
        yield "again.words." + ("same" if a.modifiers & b.modifiers else "other")
    x, y = a.claim, b.claim
    if x.governor and y.governor:
        yield "again.governor." + ("same" if x.governor == y.governor else "other")
    if a.led and a.led == b.led:
        yield "again.led.same"
    yield "again.role." + ("same" if (x.role, x.preposition) == (y.role, y.preposition) else "other")
    yield shared_topic(a.topic, b.topic)
    if b.phrase is not None and b.phrase.definite:
        yield "again.definite"
    mine, other = a.names - {f"{a.noun}s", a.noun}, b.names - {f"{b.noun}s", b.noun}
    if mine and other:
        yield "again.names." + ("same" if mine & other else "other")
    if a.dates != b.dates:
        yield "again.dates.other"


def _against(story: Story, a: Term, b: Term, back: bool) -> Iterator[str]:
    """What may set two figures apart that differ."""
    x, y = a.claim, b.claim
    if (a.marked | b.marked) & _other():
        yield "again.else"
    if a.stages != b.stages:
        yield "again.stage.other"
    if all(any(t is not a and t is not b for t in story.like(a, one, _ELSEWHERE)) for one in (a, b)):
        yield "again.both.told"
    near = [t for t in (*story.beside(a), *story.beside(b)) if t is not a and t is not b]
    if any((t.can_be(a) and t.index == b.index) or (t.can_be(b) and t.index == a.index) for t in near):
        yield "again.beside"
    if abs(a.number - b.number) in story.numbers(a):
        yield "again.parted"
    if (x.as_of != y.as_of or x.past != y.past) and not back:
        yield "again.time.other"


@cache
def _other() -> frozenset[str]:
    return frozenset(tagged("else"))

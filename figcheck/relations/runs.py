"""part_of, told by no word: a run of like figures, and a figure near it that they make, or make but for one slip.

Reach: two to six figures in a row on one scale, in at most three sentences, and a greater one within two sentences of
them. Structure and rarity decide: figures in one list, of the whole's noun, whose sum agrees in many digits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from figcheck.intervals import disjoint, total
from figcheck.relations import slips
from figcheck.relations.evidence import Tie
from figcheck.relations.sums import rounded
from figcheck.relations.terms import Story, Term, alike, same_scale
from figcheck.syntax import Phrase

__all__ = ["find"]

_LONGEST = 6  # figures in a run
_SPAN = 2  # sentences from the first of a run to the last
_REACH = 2  # sentences from a run to its whole
_AFTER = 12  # figures after a run that may go on with it
_NEAR = 3  # figures on either side that may be the whole
_KINDS = ("count", "money", "measurement")
_TOTAL = frozenset({"total", "sum", "combined", "altogether", "overall", "all", "both", "together"})


def find(story: Story) -> Iterator[Tie]:
    """For each figure, the likeliest run that makes it."""
    best: dict[int, Tie] = {}
    for row in _rows(story):
        for whole, run, rest in _candidates(row):
            tie = _tie(whole, run, rest)
            if tie is None:
                continue
            if whole.order not in best or tie.rank > best[whole.order].rank:
                best[whole.order] = tie
    taken = {c.id for tie in best.values() if not tie.broken for c in tie.claims()}
    for tie in best.values():
        if not tie.broken or not any(c.id in taken for c in tie.claims()):
            yield tie


def _rows(story: Story) -> Iterator[list[Term]]:
    """The levels of each scale in the order of the text."""
    rows: dict[tuple[str, str, str | None], list[Term]] = {}
    for t in story.terms:
        c = t.claim
        if c.kind in _KINDS and t.number > 0 and t.is_level and c.quantity.hedge in ("exact", "about"):
            rows.setdefault((c.part, c.kind, t.unit), []).append(t)
    yield from rows.values()


def _candidates(row: Sequence[Term]) -> Iterator[tuple[Term, list[Term], Sequence[Term]]]:
    """A figure, a run near it, and what stands after the run."""
    for i in range(len(row)):
        for j in range(i + 2, min(len(row), i + _LONGEST) + 1):
            run = list(row[i:j])
            if run[-1].index - run[0].index > _SPAN and not _is_listed(run):
                break
            sides = [*row[max(0, i - _NEAR) : i], *row[j : j + _NEAR]]
            least = max(t.number for t in run)
            for whole in sides:
                near = min(abs(whole.index - run[0].index), abs(whole.index - run[-1].index)) <= _REACH
                if near and whole.number > least and _is_one_thing(run):
                    yield whole, run, row[j : j + _AFTER]


def _is_listed(run: Sequence[Term]) -> bool:
    """Whether each stands in a sentence of its own, one after the other: the lines of a list."""
    return all(b.index - a.index == 1 for a, b in pairwise(run))


def _is_one_thing(run: Sequence[Term]) -> bool:
    """Whether nothing says that the figures of a run count different things."""
    return all(alike(a, b) != "other" for a, b in pairwise(run))


def _tie(whole: Term, run: list[Term], rest: Sequence[Term]) -> Tie | None:
    if any(not same_scale(whole, t) or alike(whole, t) == "other" for t in run) or _is_shared(whole):
        return None
    roles = {"whole": (whole,), "parts": tuple(run)}
    if _is_in_list(whole, run) or any("rounding" in t.structure.words.text for t in (whole, run[0])):
        return None
    features = ["run", *_features(whole, run, rest)]
    if not disjoint(total(rounded(t.claim.quantity) for t in run), rounded(whole.claim.quantity)):
        size = min(3, len(whole.digits))
        return Tie("part_of", roles, [*features, f"run.agree.{size}"], "holds", more={"exhaustive": True})
    for slip in slips.in_sum(whole.claim.quantity, [t.claim.quantity for t in run]):
        if slip.key in _STRONG:
            return Tie("part_of", roles, [*features, "run." + slip.key], "slip", slip.name, more={"exhaustive": True})
    return None


def _is_in_list(whole: Term, run: Sequence[Term]) -> bool:
    """Whether a list goes on from the one to the others, each of a place of its own: "4m from the east, 2m from"."""
    mine, next_ = (_hung(t) for t in (whole, run[0]))
    return whole.index == run[0].index and bool(mine) and mine == next_ == _hung(run[-1])


def _hung(t: Term) -> str:
    """The preposition of what hangs on a figure or stands right after it."""
    return next((p.prep for p in t.structure.phrases if p.prep and p.prep_at == t.end), "")


def _is_shared(whole: Term) -> bool:
    """Whether only a share of it is told: "a majority of the 4,051"."""
    phrase = whole.phrase
    over = phrase.governor if phrase is not None and phrase.prep == "of" else None
    return isinstance(over, Phrase) and whole.structure.words.text[over.head] in _SHARES


_SHARES = frozenset({"majority", "minority", "most", "half", "third", "quarter", "bulk", "share", "part"})

# Others come about by chance wherever several small figures stand together.
_STRONG = frozenset(
    f"{name}.{size}"
    for name, least in (("swapped", 2), ("digit", 3), ("ten", 2), ("thousand", 2), ("dropped", 3), ("doubled", 2))
    for size in range(least, 5)
)


def _features(whole: Term, run: Sequence[Term], rest: Sequence[Term]) -> Iterator[str]:
    yield "run.noun." + ("same" if all(alike(whole, t) == "same" for t in run) else "unknown")
    firsts = {id(t.phrase.first) for t in run[1:] if t.phrase is not None and t.phrase.first is not None}
    one = len({t.index for t in run}) == 1
    yield "run.list" if one and firsts else "run.sentence" if one else "run.spread"
    w = whole.structure.words
    if _TOTAL.intersection(w.text[max(0, whole.at - 4) : whole.at + 4]):
        yield "run.total"
    if whole.index != run[0].index and whole.index != run[-1].index:
        yield "run.apart"
    if len(run) > 2:
        yield "run.long"
    if any(t.index == run[-1].index and t.at > run[-1].at for t in rest if t is not whole):
        yield "run.more"

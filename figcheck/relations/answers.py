"""shares, by what people answered: "53 percent said so, with 40 saying they did not", "56 percent would vote for Ruiz".

Reach: a sentence, and the one before it. Whoever says yes does not say no, and nobody votes for two: what those who did
the one and those who did the other make together may not pass a hundred.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise

from figcheck.relations.evidence import Tie
from figcheck.relations.terms import Story, Term
from figcheck.syntax import Clause, Structure, Verb
from figcheck.words import load

__all__ = ["find"]

_ALL = Decimal("101.5")  # a hundred, with what rounding adds
_BARE = frozenset({"do", "be", "have", "will", "would", "can", "could", "should", "may", "might"})
_AGAINST = frozenset({"disagree", "disapprove", "oppose", "object", "dissent"})
_IT = frozenset({"it", "this", "that", "them", "him", "her"})
_CHOOSES = frozenset({"vote", "support", "back", "favor", "favour", "choose", "prefer", "pick", "elect"})
_NEITHER = frozenset({"undecided", "unsure", "uncertain"})
_NONE = frozenset({"view", "opinion", "answer", "preference", "idea"})
_FAMILIES = ("for", "track", "better", "pleased", "good", "trust")
_BALLOT = ("vote", "voting", "poll", "referend", "side", "camp", "ballot", "survey")  # beginnings of words
_NEAR = 4  # words between a share and its side
_FREE = frozenset({"also", "both", "either", "too", "several", "multiple"})  # more than one answer is possible


@cache
def _sides() -> dict[str, tuple[str, str]]:
    """Words of the answers that shut each other out, each with its question and its side."""
    lists: dict[str, str] = load("relations.toml")["answer"]
    out = {"remain": ("stay", "yes"), "leave": ("stay", "no")}
    for family in _FAMILIES:
        yes = lists["for_plan" if family == "for" else family]
        for side, words in (("yes", yes), ("no", lists[f"{family}_not"])):
            out |= dict.fromkeys(words.split(), (family, side))
    return out


def find(story: Story) -> Iterator[Tie]:
    """Answers that shut each other out, in one sentence or two."""
    for (part, index), terms in story.sentences.items():
        shares = _shares(terms)
        if not shares or _FREE & set(shares[0].structure.words.text):
            continue
        before = _shares(story.sentences.get((part, index - 1), []))
        yield from _against([*before, *shares], shares)
        yield from _sided(shares, [])
        yield from _sided(before, [t for t in shares[:1] if _is_neither(t)])
        yield from _chosen(shares, before)


def _shares(terms: Sequence[Term]) -> list[Term]:
    return [t for t in terms if t.unit == "percent" and t.value and t.claim.quantity.direction is None]


def _against(told: Sequence[Term], shares: Sequence[Term]) -> Iterator[Tie]:
    """ "Thirty percent said the affair hurt the party, while 63 disagreed" """
    for n, (yes, no) in enumerate(pairwise(told)):
        one, two = _clause(yes), _clause(no)
        if one is None or two is None or one is two or not _is_no(no, two) or _is_no(yes, one):
            continue
        if one.verb is not None and one.verb.negated:
            continue
        if _of(yes) == _of(no) or not _of(no):
            rest = [t for t in told[n + 2 : n + 3] if _is_neither(t)]
            if no in shares or (rest and rest[0] in shares):
                apart = ["answers.apart"] if yes.index != shares[0].index else []
                yield _tie([yes, no, *rest], ["answers.against", *apart])


def _is_neither(t: Term) -> bool:
    """Whether those had no answer: "had no view", "were unsure", "did not know"."""
    clause, w = _clause(t), t.structure.words
    verb = clause.verb if clause is not None else None
    if clause is None or verb is None:
        return False
    if verb.lemma in ("know", "say", "decide", "answer") and verb.negated:
        return True
    objects = any(w.text[p.head] in _NONE and "no" in w.text[p.start : p.head] for p in clause.objects)
    return objects or any(word in _NEITHER for word in w.text[verb.end : verb.end + 2])


def _sided(shares: Sequence[Term], rest: Sequence[Term]) -> Iterator[Tie]:
    """ "57 percent voted yes, 46 percent no", "the yes side had 54 percent, the no side 49"; and those with no view."""
    if len(shares) != 2 or not any(word.startswith(_BALLOT) for word in shares[0].structure.words.text):
        return
    one, two = (_side(t, shares[n - 1] if n else None, shares[n + 1 : n + 2]) for n, t in enumerate(shares))
    if one and two and one[0] == two[0] and one[1] != two[1] and _of(shares[1]) in ("", _of(shares[0])):
        yield _tie([*shares, *rest], ["answers.sided", *(["answers.apart"] if rest else [])])


def _side(t: Term, last: Term | None, after: Sequence[Term]) -> tuple[str, str] | None:
    """The question and the side that a share took, by the word behind it, else by the one before it."""
    w = t.structure.words
    end, most = t.end, min([len(w.text), t.end + _NEAR, *(x.at for x in after)])
    while end < most and w.shown(end, end + 1) not in (["and"], [","]):
        end += 1
    known = _sides()
    behind = next((known[word] for word in w.text[t.end : end] if word in known), None)
    start = max(t.at - _NEAR, last.at + 1 if last is not None else 0)
    return behind or next((known[word] for word in reversed(w.text[start : t.at]) if word in known), None)


def _clause(t: Term) -> Clause | None:
    """The clause that tells what a share of people did: that of which it is the subject, "with 40 saying" too."""
    clause, s = t.clause, t.structure
    top = t.root
    if clause is not None and top is not None and clause.subject in (top, t.phrase):
        return clause
    for other in s.clauses:
        if other.kind == "participle" and other.verb is not None and 0 <= other.verb.start - t.end <= 1:
            return other
    return None


def _is_no(t: Term, clause: Clause) -> bool:
    """Whether what they did is the contrary of what was told: they "did not", "disagreed", "said they would not"."""
    s, verb = t.structure, clause.verb
    if verb is None:
        return False
    if verb.lemma in _AGAINST and all(s.words.text[p.head] in _IT for p in clause.objects):
        return True
    if _is_left_off(s, clause):
        return True
    return "report" in verb.tags and any(
        c.parent is clause and c.kind == "content" and _is_left_off(s, c) for c in s.clauses
    )


def _is_left_off(s: Structure, clause: Clause) -> bool:
    """Whether a clause breaks off after its "not": "they did not", "will not be"."""
    verb = clause.verb
    if verb is None or not verb.negated or verb.lemma not in _BARE or clause.objects or clause.complement is not None:
        return False
    return s.words.mark[verb.end : verb.end + 1] in ([], ["."], [","], [";"], [")"])


def _of(t: Term) -> str:
    """Of whom a share is: "voters" of "46 percent of voters"; "" where that is not said."""
    s = t.structure
    return next((s.lemma(p) for p in s.phrases if p.prep == "of" and p.governor is t.phrase), "")


def _chosen(shares: Sequence[Term], before: Sequence[Term]) -> Iterator[Tie]:
    """ "56 percent would vote for Ruiz. Thirty-seven percent would vote for Brandt." """
    found: list[tuple[Term, str, str]] = []
    for t in (*before, *shares):
        clause = _clause(t)
        verb = clause.verb if clause is not None else None
        if clause is None or verb is None or verb.lemma not in _CHOOSES or verb.negated:
            continue
        whom = _whom(t.structure, clause, verb)
        if whom:
            found.append((t, verb.lemma, whom))
    parts = [t for t, verb, _ in found if verb == found[0][1]]
    names = {whom for _, verb, whom in found if verb == found[0][1]}
    spans = {t.index for t in parts}
    if (
        len(parts) > 1
        and len(names) == len(parts)
        and shares[0].index in spans
        and len({_of(t) for t in parts} - {""}) < 2
    ):
        yield _tie(parts, ["answers.chosen", *(["answers.apart"] if len(spans) > 1 else [])])


def _whom(s: Structure, clause: Clause, verb: Verb) -> str:
    """The name that a vote is for."""
    for phrase in (*clause.objects, *clause.obliques):
        named = s.words.capital[phrase.head] and not phrase.figures
        if named and phrase.start >= verb.end and phrase.prep in ("", "for"):
            return s.words.text[phrase.head]
    return ""


def _tie(parts: list[Term], features: list[str]) -> Tie:
    over = sum((t.number for t in parts), Decimal(0)) > _ALL
    return Tie("shares", {"parts": tuple(parts)}, features, "impossible" if over else "holds", more={"exclusive": True})

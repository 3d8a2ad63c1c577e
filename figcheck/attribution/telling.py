"""One telling: a cue, who tells, and what of the sentence is told; and which telling stands behind a word."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from figcheck.syntax import Clause, Structure, Verb

__all__ = ["Span", "Telling", "nearest", "through"]

Span = tuple[int, int]
"""Word numbers of a sentence, half open."""

_SHORT = 7  # words between dashes that only say the same again: "more than half - 55 percent - of"
_TIMES = frozenset(["after", "while", "when", "because", "although", "though", "since", "as"])
_ASIDES = frozenset(["who", "which", "whose", "whom", "where"])
Chain = list[Clause | None]
Class = Literal["report", "stance", "will"]


@dataclass(slots=True)
class Telling:
    """A cue at words `cue`, its source at words `source`.

    Told is what stands in `clause` or in a clause inside it from word `since` on, where it is `open` what follows it
    too and where it is `narrow` no clause of time or cause; and what stands in the word `ranges`. Not told is what
    stands in the telling's `own` clause beside it: a relative clause, or all where it is `spoken` (beside a quotation).
    `of` is the phrase that a relative pronoun stands for, `via` through whom it came, `post` where the source follows
    what it says; the more `weak` it is, the sooner another telling goes before it.
    """

    cls: Class
    cue: Span
    source: Span
    clause: Clause | None = None
    since: int = 0
    ranges: list[Span] = field(default_factory=list)
    of: Span | None = None
    open: bool = False
    narrow: bool = False
    own: Clause | None = None
    spoken: bool = False
    post: bool = False
    via: Span | None = None
    weak: int = 0

    def reaches(self, i: int, chain: Chain) -> bool:
        """Whether the word at i, in the clauses of `chain` from the inside out, is told."""
        if self.own is not None and i >= self.since:
            if self.spoken and any(c is self.own for c in chain):
                return False
            for c in chain:
                if c is self.own:
                    break
                if c is None or c.kind == "relative":
                    return False
                if c.kind == "adverbial":
                    break
        if self.clause is not None and i >= self.since:
            for c in chain:
                if c is None:
                    break
                if c is self.clause:
                    return not self.source[0] <= i < self.source[1]
                if self.narrow and c.kind == "adverbial" and c.opener in _TIMES:
                    break
            last = chain[-1] if chain else None
            if (
                self.open
                and last is not None
                and last.start >= self.clause.start
                and last.subject is not self.clause.subject
            ):
                return True
        return any(a <= i < b for a, b in self.ranges)


def chain_of(st: Structure, i: int, quoted: bool = False) -> Chain:
    """The clauses that the word at i stands in, from the inside out.

    None stands where an aside of the writer's ends (", which has 300 workers"), but for words that are `quoted`.
    """
    item = st.item_at(i)
    clause = getattr(item, "clause", None)
    if clause is None:
        clause = max((c for c in st.clauses if c.start <= i), key=lambda c: c.start, default=None)
    out: Chain = []
    while clause is not None and len(out) < 100:
        out.append(clause)
        host = clause.host
        if not quoted and clause.opener in _ASIDES and st.words.mark[clause.start - 1] == ",":
            out.append(None)
        if clause.parent is None and clause.subject is None and isinstance(host, Verb):
            clause = host.clause  # a verb whose subject was not found goes on with the clause before it
        else:
            clause = clause.parent
    return out


def dashed(st: Structure, i: int) -> Span | None:
    """The words between two dashes around word i, where they are an aside of the writer's: long, or with a verb.

    What only names again what stands before it is none: "the victims -- six men and a woman -- are".
    """
    dashes = [k for k, mark in enumerate(st.words.mark) if mark == "-"]
    pair = next(((a, b) for a, b in zip(dashes[::2], dashes[1::2]) if a < i < b), None)
    if pair is None or len(dashes) % 2:
        return None
    a, b = pair
    verbs = any(c.verb is not None and c.verb.finite and a < c.verb.at < b for c in st.clauses)
    renames = any(
        p.kind == "n"
        and not p.prep
        and p.start == a + 1
        and p.apposed is not None
        and p.apposed.role.endswith("subject")
        for p in st.phrases
    )
    return (a, b) if verbs or (b - a > _SHORT and not renames) else None


def nearest(found: list[Telling], i: int, chain: Chain, aside: Span | None = None) -> Telling | None:
    """The telling that reaches word i most closely; a report or stance before a wish, a weak one last."""
    best: Telling | None = None
    key: tuple[int, int, int] = (9, 0, 0)
    last = chain[-1] if chain else None
    others = [t for t in found if last is not None and last in (t.clause, t.own)]
    for t in found:
        if others and t.open and t not in others and t.clause is not None and not any(c is t.clause for c in chain):
            continue  # a clause of another who tells
        if t.reaches(i, chain) and (aside is None or aside[0] <= t.cue[0] < aside[1]):
            mine = int(t.cls == "will"), t.weak - (t.post and t.own is None), abs(t.cue[0] - i)
            if mine < key:
                best, key = t, mine
    return best


def through(found: list[Telling], i: int, chain: Chain, best: Telling) -> Telling | None:
    """The report that the best telling is itself told in: "Reuters said the ministry reported 12 deaths"."""
    for t in found:
        if t is best or t.source == best.source or t.cls != "report" or t.weak:
            continue
        if t.reaches(i, chain) and (t.post or t.cue[0] < best.cue[0]):
            return t
    return None

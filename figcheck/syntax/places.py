"""The place of a figure in its sentence: the phrase that it stands in, what that hangs on, and how."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from figcheck.syntax.lexicon import look
from figcheck.syntax.phrases import Phrase, Verb, lemma
from figcheck.syntax.words import Words

if TYPE_CHECKING:
    from figcheck.syntax.clauses import Clause

__all__ = ["Place", "place_of"]

_ROLES = frozenset({"subject", "passive_subject", "object", "oblique", "modifier", "predicate"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure stands. `role` and `preposition` as in the contract; `governor` the lemma that its phrase hangs on."""

    phrase: Phrase
    clause: Clause | None
    governor: str | None
    role: str | None
    preposition: str | None
    noun: str | None


def place_of(w: Words, phrase: Phrase, index: int) -> Place:
    """The place of the figure at word `index`, which stands in `phrase`."""
    owned = _inside(phrase, index)
    noun = lemma(w, owned) or measure_word(w, owned.head)
    root = owned
    seen = 0
    while seen < 50 and (root.first is not None or (root.apposed is not None and not root.role)):
        root = root.first if root.first is not None else root.apposed  # type: ignore[assignment]
        seen += 1
    role = root.role or None
    governor = root.governor
    clause = root.clause
    word: str | None = None
    prep = root.prep or None
    if isinstance(governor, Verb):
        word = governed(w, governor, role)
    elif isinstance(governor, Phrase):
        word = lemma(w, governor) or measure_word(w, governor.head)
        if w.text[governor.head].endswith("est") and role == "modifier":
            role = "oblique"  # "the youngest of five"
    if role == "post":
        role = "modifier"
    return Place(owned, clause, word, role if role in _ROLES else None, prep, noun)  # type: ignore[arg-type]


def measure_word(w: Words, index: int) -> str | None:
    """The word of the unit that a figure is measured in, where one is written: "days" of "10 days"."""
    figure = w.figure.get(index)
    if figure is None or figure.quantity.unit is None:
        return None
    word = figure.sentence.part.lower[figure.start : figure.end].rpartition(" ")[2].rpartition("-")[2]
    return look(word).noun if word.isalpha() and len(word) > 1 else None


def _inside(phrase: Phrase, index: int) -> Phrase:
    """The phrase itself, or its owner where the figure stands in that: "the 12 victims' families"."""
    while phrase.owner is not None and index < phrase.owner.end:
        phrase = phrase.owner
    return phrase


def governed(w: Words, verb: Verb, role: str | None) -> str:
    """The lemma of a verb with its particle; the predicate of a copula for its subject."""
    if verb.lemma == "be" and role != "predicate":
        clause = verb.clause
        complement = getattr(clause, "complement", None)
        if complement is not None and role in ("subject", "oblique"):
            return lemma(w, complement) or "be"
        if complement is None and role == "subject" and clause is not None and clause.content is not None:
            return governed(w, clause.content, "")
        if complement is None and role == "subject" and getattr(clause, "obliques", None):
            first = clause.obliques[0]  # type: ignore[attr-defined]
            if first.start > verb.start > clause.subject.start and w.text[verb.start - 1] != "there":
                return lemma(w, first) or "be"
    return f"{verb.lemma} {verb.particle}" if verb.particle else verb.lemma

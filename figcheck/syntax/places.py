"""The place of a figure in its sentence: the phrase that it stands in, what that hangs on, and how."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from figcheck.models import GrammaticalRole
from figcheck.syntax.lexicon import look
from figcheck.syntax.phrases import Phrase, Verb, lemma
from figcheck.syntax.words import Words

if TYPE_CHECKING:
    from figcheck.syntax.clauses import Clause

__all__ = ["Place", "place_of"]

_SCALES = frozenset(("thousand", "million", "billion", "trillion", "lakh", "crore", "bn", "mn", "tn"))
_ROLES: dict[str, GrammaticalRole] = {role: role for role in get_args(GrammaticalRole)}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure stands: phrase and clause; governor, role and preposition as in the contract; the noun counted."""

    phrase: Phrase
    clause: Clause | None
    governor: str | None
    role: GrammaticalRole | None
    preposition: str | None
    noun: str | None


def place_of(w: Words, phrase: Phrase, index: int) -> Place:
    """The place of the figure at word `index`, which stands in `phrase`."""
    owned = _inside(phrase, index)
    if owned is not phrase:  # "the 12 victims' families"
        owner = lemma(w, owned) or measure_word(w, owned.head)
        return Place(owned, phrase.clause, lemma(w, phrase) or None, "modifier", None, owner)
    noun = lemma(w, owned) or measure_word(w, owned.head)
    root = owned.lead
    role = root.role or None
    governor = root.governor
    word: str | None = None
    if root.apposed is not None:  # another name of what stands before it
        return Place(owned, root.clause, lemma(w, root.apposed) or None, "modifier", None, noun)
    if isinstance(governor, Verb):
        word = governed(w, governor, role)
    elif isinstance(governor, Phrase):
        word = lemma(w, governor) or measure_word(w, governor.head)
        if w.text[governor.head].endswith("est") and role == "modifier":
            role = "oblique"  # "the youngest of five"
    if role == "post":
        role = "modifier"
    return Place(owned, root.clause, word, _ROLES.get(role or ""), root.prep or None, noun)


def measure_word(w: Words, index: int) -> str | None:
    """The word of the unit that a figure is measured in, where one is written: "days" of "10 days"."""
    figure = w.figure.get(index)
    if figure is None or figure.quantity.unit is None:
        return None
    words = figure.sentence.part.lower[figure.start : figure.end].replace("-", " ").split()
    for at, word in enumerate(words):  # "hours" of "eight hours a day"
        if word in ("a", "an", "per", "each") and at:
            words = words[:at]
            break
    word = words[-1]
    if word.isalpha() and len(word) > 1 and word not in _SCALES:
        return look(word).noun
    if figure.kind in ("money", "percent"):
        return None
    return figure.quantity.unit.partition("_per_")[0].rpartition("_")[2]


def _inside(phrase: Phrase, index: int) -> Phrase:
    """The phrase itself, or its owner where the figure stands in that: "the 12 victims' families"."""
    while phrase.owner is not None and index < phrase.owner.end:
        phrase = phrase.owner
    return phrase


def governed(w: Words, verb: Verb, role: str | None) -> str:
    """The lemma of a verb with its particle; for the subject of a copula the head of what is said of it."""
    clause = verb.clause
    if verb.lemma == "be" and clause is not None and role in ("subject", "oblique"):
        if clause.complement is not None:
            return lemma(w, clause.complement) or "be"
        if role == "subject":
            return _predicate(w, verb, clause)
    return f"{verb.lemma} {verb.particle}" if verb.particle else verb.lemma


def _predicate(w: Words, verb: Verb, clause: Clause) -> str:
    """ "One answer is that he left": leave; "200 are on show": show; "there are 12": be."""
    if clause.content is not None:
        return governed(w, clause.content, None)
    subject = clause.subject
    if subject is None or not clause.obliques or w.text[verb.start - 1] == "there":
        return "be"
    first = clause.obliques[0]  # "200 are on show", "In the truck were 23 migrants"
    return (lemma(w, first) or "be") if (first.start > verb.start) == (verb.start > subject.start) else "be"

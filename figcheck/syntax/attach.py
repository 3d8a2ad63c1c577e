"""Whether a prepositional phrase hangs on the noun before it or on the verb of its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figcheck.syntax.phrases import Phrase, Verb
from figcheck.syntax.words import Words

if TYPE_CHECKING:
    from figcheck.syntax.clauses import Clause

__all__ = ["MEMBERS", "hangs_on_noun"]

# Time, cause, path and agent are told of what happened, not of a thing.
_TO_VERB = frozenset(
    (
        "after", "before", "since", "during", "until", "till", "despite", "amid", "within", "through", "throughout",
        "into", "as", "via", "by", "at", "than", "because_of", "due_to", "along_with", "together_with",
    )
)  # fmt: skip
# These describe a thing more often than they tell of what happened.
_TO_NOUN = frozenset(
    ("between", "among", "about", "with", "including", "against", "for", "near", "like", "such_as", "per", "worth")
)
# After a noun of action its own prepositions go with it: "an increase in", "access to", "the attack on".
_ACTIONS = ("tion", "sion", "ment", "ing", "al", "ance", "ence", "ure", "ship", "ity", "ness", "ysis")
_TO_ACTION = frozenset(("in", "on", "for", "to", "between", "with", "from", "against", "about", "among", "over"))
MEMBERS = frozenset(("including", "excluding", "such_as"))  # "15 climbers, including three guides"
_PRONOUNS = frozenset(
    (
        "he", "she", "it", "they", "we", "i", "you", "him", "her", "them", "us", "me", "this", "that", "these", "those",
        "himself", "herself", "itself", "themselves",
    )
)  # fmt: skip


def hangs_on_noun(w: Words, clause: Clause, np: Phrase, phrase: Phrase) -> bool:
    """Whether `phrase`, with its preposition, describes the phrase `np` right before it."""
    prep, verb = phrase.prep, clause.verb
    if np.kind == "a":
        return False
    if prep == "of":
        return verb is None or np.role != "object" or not wants(verb, prep)
    if prep in MEMBERS:
        return True
    if w.mark[np.head] == "t" or w.text[np.head] in _PRONOUNS:
        return False
    if verb is None:
        return True
    if np.role in ("subject", "passive_subject"):
        return False
    if np.role == "predicate":
        return True
    if phrase.is_time or prep in _TO_VERB or wants(verb, prep):
        return False
    if (prep == "for" and _is_money(w, phrase)) or (prep == "with" and np.prep and np.role == "oblique"):
        return False  # "bought the firm for $9 million", "put it beyond doubt with two tries"
    reading = w.read[np.head]
    if prep in reading.tags.get("with", "").split(","):
        return True
    action = reading.noun.endswith(_ACTIONS) and len(reading.noun) > 5  # not "total", "metal", "ring"
    return prep in _TO_NOUN or (action and prep in _TO_ACTION)


def _is_money(w: Words, phrase: Phrase) -> bool:
    figure = w.figure.get(phrase.head)
    return figure is not None and figure.kind == "money"


def wants(verb: Verb, prep: str) -> bool:
    """Whether a verb governs a preposition: "provide with", "rise to", "range from"."""
    tags = verb.tags
    return prep in tags.get("takes", "").split(",") or ("change" in tags and prep in ("from", "to", "by"))

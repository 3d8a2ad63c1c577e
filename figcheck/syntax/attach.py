"""Whether a prepositional phrase hangs on the noun before it or on the verb of its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figcheck.syntax.phrases import Item, Phrase, Verb
from figcheck.syntax.words import Words

if TYPE_CHECKING:
    from figcheck.syntax.clauses import Clause

__all__ = ["hangs_on_noun"]

_TO_VERB = frozenset(
    "after before since during until till despite amid within through throughout into as via by at than because_of due_to along_with together_with".split()
)
_ABSTRACT = ("tion", "sion", "ment", "ing", "al", "ance", "ence", "ure", "ship", "ity", "ness", "ysis")


def hangs_on_noun(w: Words, clause: Clause, np: Phrase, phrase: Phrase, items: list[Item], at: int) -> bool:
    """Whether `phrase`, with its preposition, describes the phrase `np` right before it."""
    prep = phrase.prep
    if np.kind == "a":
        return False
    if prep == "of":
        return True
    if w.mark[np.head] == "t" or w.text[np.head] in _PRONOUNS:
        return False
    verb = clause.verb
    if verb is None:
        return True
    if np.role in ("subject", "passive_subject"):
        return False
    if np.role == "predicate":
        return True
    if np.prep and np.role == "oblique" and prep in _TO_VERB:
        return False
    if _time(w, phrase):
        return False
    if prep in _TO_VERB:
        return False
    if wants(w, verb, prep):
        return False
    noun = w.read[np.head].noun
    if prep in w.read[np.head].tags.get("with", "").split(","):
        return True
    if noun.endswith(_ABSTRACT) and prep in (
        "in",
        "on",
        "for",
        "to",
        "between",
        "with",
        "from",
        "against",
        "about",
        "among",
        "over",
    ):
        return True
    return prep in (
        "between",
        "among",
        "about",
        "with",
        "including",
        "against",
        "for",
        "near",
        "like",
        "such_as",
        "per",
        "worth",
    )


_PRONOUNS = frozenset(
    "he she it they we i you him her them us me this that these those himself herself itself themselves".split()
)


def wants(w: Words, verb: Verb, prep: str) -> bool:
    """Whether a verb governs a preposition: "provide with", "rise to", "range from"."""
    tags = w.read[verb.at].tags
    return prep in tags.get("takes", "").split(",") or ("change" in tags and prep in ("from", "to", "by"))


def _time(w: Words, phrase: Phrase) -> bool:
    if w.mark[phrase.head] == "t":
        return True
    if w.mark[phrase.head] == "c":
        return w.figure[phrase.head].kind in ("duration", "age")
    return "time" in w.read[phrase.head].tags

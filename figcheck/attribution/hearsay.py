"""Belief and rumour with nobody behind it, and sentences that go on with what was told before them."""

from __future__ import annotations

from figcheck.attribution.telling import Span, chain_of
from figcheck.syntax import Clause, Phrase, Structure, Verb
from figcheck.syntax.lexicon import look

__all__ = ["continues", "hearsay"]

_FATES = frozenset(
    [
        "dead",
        "missing",
        "trapped",
        "killed",
        "drowned",
        "lost",
        "buried",
        "alive",
        "injured",
        "wounded",
        "held",
        "captive",
    ]
)


def hearsay(st: Structure, i: int) -> Span | None:
    """The words that say that what holds word i is believed, feared or reported, and by nobody.

    "20 are believed to be alive", "reportedly 20", "dozens feared dead".
    """
    chain = chain_of(st, i)
    for clause in st.clauses:
        verb = clause.verb
        if verb is not None and verb.passive and "hearsay" in look(verb.lemma).tags and _is_belief(st, clause, verb):
            subject = clause.subject or (clause.host if isinstance(clause.host, Phrase) else None)
            if any(c is clause for c in chain) or (subject is not None and subject.start <= i < subject.end):
                return _cue(st, verb)
    for phrase in st.phrases:
        if phrase.kind == "r" and "hearsay" in st.said_of(phrase) and any(c is phrase.clause for c in chain):
            return phrase.start, phrase.end
    for item in st.items:
        if isinstance(item, Verb) and item.clause is not None and any(c is item.clause for c in chain):
            for k in range(item.start, item.end):
                if st.tags[k] == "r" and "hearsay" in st.words.read[k].tags:
                    return k, k + 1
    return None


def _cue(st: Structure, verb: Verb) -> Span:
    start = next((k for k in range(verb.start, verb.at) if st.tags[k] == "x"), verb.at)
    return start, verb.at + 1


def _is_belief(st: Structure, clause: Clause, verb: Verb) -> bool:
    """Whether a passive is a belief: "to be", "to have" or a fate follows it, or it is one by itself; and nobody's."""
    if any(p.prep == "by" for p in clause.obliques):
        return False
    after = next((c for c in st.clauses if c.host is verb and c.kind in ("infinitive", "content")), None)
    if after is not None or (st.words.text[verb.end : verb.end + 1] and st.words.text[verb.end] in _FATES):
        return True
    if verb.lemma in ("say", "report", "understand", "suspect"):
        return False
    return verb.finite or (clause.kind == "participle" and "unreal" in look(verb.lemma).tags)  # "12 ships expected"


def continues(st: Structure) -> bool:
    """Whether a sentence plainly goes on with the one before it: "Among them …", "The dead include …", "Another 30"."""
    for item in st.items:
        if isinstance(item, Verb):
            return False
        if isinstance(item, Phrase) and item.kind == "n":
            return any(_refers(st, item, st.words.read[k].tags["continues"]) for k in range(item.start, item.end)
                       if "continues" in st.words.read[k].tags)  # fmt: skip
    return False


def _refers(st: Structure, phrase: Phrase, how: str) -> bool:
    """Whether a word that may point back does here: "the dead", "of them", "they include", "some of them"."""
    if how == "definite":
        return phrase.definite
    if how == "including":
        verb = phrase.governor
        dead = phrase.end < len(st.tags) and st.tags[phrase.end] in "De"
        return phrase.prep in ("of", "among", "in") or dead or (isinstance(verb, Verb) and verb.lemma == "include")
    return how != "of" or any(
        p.governor is phrase and st.words.text[p.head] in ("them", "those", "these") for p in st.phrases
    )

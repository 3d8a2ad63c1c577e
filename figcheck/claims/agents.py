"""Who did it, where the clause says; and whether that makes a one-sided count."""

from __future__ import annotations

from figcheck.claims.measures import Found
from figcheck.claims.site import Site
from figcheck.syntax import Phrase
from figcheck.syntax.lexicon import look

__all__ = ["DONE", "agent", "one_sided"]

DONE = frozenset(
    (
        "killed", "injured", "casualties", "captive", "detained", "released", "displaced", "destroyed", "damaged",
    )
)  # fmt: skip
"""The measures of which somebody is the agent."""

_LOSSES = frozenset({"killed", "injured", "casualties", "captive", "detained"})


def agent(site: Site, found: Found) -> Phrase | None:
    """The subject of "Troops killed 320", the "by" of a passive."""
    clause, verb = (found.fact.clause, found.fact.verb) if found.fact is not None else (None, None)
    if clause is None or verb is None or found.argument != "object":
        return None
    if verb.passive:
        return next((o for o in clause.obliques if o.prep == "by" and o.start >= verb.end), None)
    subject = clause.subject
    if subject is None or subject is site.phrase or subject.figures or clause.kind == "infinitive":
        return None
    return None if site.st.tags[subject.head] in "ot" else subject


def written(site: Site, phrase: Phrase) -> str:
    """An agent as written, without its determiner."""
    w, start = site.st.words, phrase.start
    while start < phrase.head and site.st.tags[start] == "d":
        start += 1
    return site.st.sentence.part.text[w.start[start] : w.end[phrase.end - 1]]


def one_sided(site: Site, found: Found, doer: Phrase) -> bool:
    """A force's count of its opponent's losses: an armed agent, and armed people counted."""
    if found.measure not in _LOSSES or "armed" not in site.st.words.read[doer.head].tags:
        return False
    noun = site.head or (site.figure.counted or "").rpartition(" ")[2].lower()
    return "opponent" in look(noun).tags

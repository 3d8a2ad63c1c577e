"""Whether a figure is asserted at all, how firmly its status is told, and the words that revise it."""

from __future__ import annotations

from figcheck.claims.measures import Found
from figcheck.claims.site import Site
from figcheck.models import Status
from figcheck.syntax import Clause, Phrase, Structure, Verb
from figcheck.syntax.lexicon import look

__all__ = ["asserted", "revision", "status"]

_IFS = frozenset({"if", "unless", "whether"})
_ABLE = frozenset({"can", "cannot", "can't"})
_GIVEN = frozenset({"killed", "injured", "captive", "missing"})  # "the murder of 12" is taken for granted
_LOOSE = frozenset(("set", "call", "need", "order", "require", "consider", "risk"))  # unreal of their object only
_REACH = 44  # words


def asserted(site: Site, found: Found | None) -> bool:
    """False for plans, possibilities, conditionals, forecasts, exercises, and what did not happen."""
    st, phrase = site.st, site.phrase
    if phrase is None:
        return True
    if found is not None and _drill(st, site.index):
        return False
    fact = found.fact if found is not None else None
    if fact is not None and fact.noun is not None and found is not None and found.argument == "of":
        if found.measure in _GIVEN:
            return not _unreal_noun(st, fact.noun, plotted=True)
        return _holds(st, fact.noun) and not _unreal_noun(st, fact.noun)
    if fact is not None and fact.clause is not None and fact.verb is not None and fact.clause.kind != "bracket":
        return _clause_holds(st, fact.clause, phrase)
    if found is None and phrase.definite:
        return True  # "the province's 2.4 million" are there, whatever is planned for them
    return _holds(st, phrase)


def _drill(st: Structure, index: int) -> bool:
    return any("drill" in st.words.read[k].tags for k in range(max(0, index - _REACH), index))


def _holds(st: Structure, phrase: Phrase) -> bool:
    """Whether what stands over a phrase is told as real: the nouns that it hangs on, its verb and clause."""
    seen = 0
    phrase = next((p for p in st.phrases if p.owner is phrase), phrase)
    while seen < 20:
        seen += 1
        phrase = phrase.lead
        if _unreal_noun(st, phrase):
            return False
        governor = phrase.governor
        if not isinstance(governor, Phrase):
            break
        if "unreal" in st.words.read[governor.head].tags and phrase.prep in ("of", "for", "to"):
            return False
        phrase = governor
    if phrase.prep and "unreal" in look(phrase.prep).tags:
        return False
    clause = phrase.clause
    return _clause_holds(st, clause, phrase) if isinstance(clause, Clause) else True


def _unreal_noun(st: Structure, phrase: Phrase, plotted: bool = False) -> bool:
    """ "a possible 12 deaths", "the planned murder of"."""
    w = st.words
    for k in range(phrase.start, phrase.head):
        if "unreal" in w.read[k].tags and st.tags[k] in "aer":
            return True
    return plotted and isinstance(phrase.governor, Phrase) and "unreal" in w.read[phrase.governor.head].tags


def _clause_holds(st: Structure, clause: Clause, phrase: Phrase) -> bool:
    """Whether a clause is told as real, and those that it hangs on."""
    seen: Clause | None = clause
    for _ in range(20):
        if seen is None:
            return True
        verb = seen.verb
        if seen.opener in _IFS:
            return False
        if verb is not None and not _verb_holds(st, seen, verb, phrase):
            return False
        if seen.kind == "infinitive":
            if not _infinitive_holds(st, seen, phrase):
                return False
            seen = seen.parent
            continue
        if seen.kind == "participle" and not isinstance(seen.host, Phrase):
            seen = seen.parent
            continue
        if seen.kind == "content" and isinstance(seen.host, Verb):
            return not _only_thought(st, seen.host)
        return True
    return True


def _only_thought(st: Structure, verb: Verb) -> bool:
    return "unreal" in st.words.read[verb.at].tags or (verb.negated and "thought" in st.words.read[verb.at].tags)


def _verb_holds(st: Structure, clause: Clause, verb: Verb, phrase: Phrase) -> bool:
    if verb.negated or (verb.modal and verb.modal not in _ABLE):
        return False
    tags = st.words.read[verb.at].tags
    if any("unreal" in st.words.read[k].tags and st.tags[k] in "ar" for k in range(verb.start, verb.end)):
        return False
    if "unreal" not in tags:
        return True
    own = clause.subject is phrase and not verb.passive
    return own or "measure" in tags or (verb.lemma in _LOOSE and not verb.passive and phrase.role != "object")


def _infinitive_holds(st: Structure, clause: Clause, phrase: Phrase) -> bool:
    """ "forced 12 people to flee" happened; "asked 12 people to leave" need not have."""
    host = clause.host
    w = st.words
    if isinstance(host, Phrase):
        return "unreal" not in w.read[host.head].tags
    if host is None:
        return True
    tags = w.read[host.at].tags
    if "unreal" in tags or host.lemma == "be":
        return False  # "the deal is to bring home 24 captives"
    complement = getattr(host.clause, "complement", None)
    if complement is not None and "unreal" in w.read[complement.head].tags:
        return False
    if "cause" in tags or "thought" in tags or "report" in tags or "status" in tags or host.lemma == "have":
        return True
    return clause.subject is not phrase.lead


_STATUS: dict[str, Status] = {
    "confirmed": "confirmed", "identified": "identified", "suspected": "suspected", "reported": "reported",
}  # fmt: skip


def status(site: Site, found: Found) -> Status | None:
    """confirmed, identified, suspected or reported, from the words about the figure."""
    phrase, st = site.phrase, site.st
    if phrase is None:
        return None
    w = st.words
    for at in range(max(0, phrase.start - 1), phrase.end):
        told = w.read[at].tags.get("status")
        if told and at != phrase.head and (at >= phrase.start or st.tags[at] in "ar") and st.tags[at] not in "nN":
            return _STATUS[told]
    verbs = [v.at for v in phrase.post] + [c.verb.at for c in st.predicated(phrase.lead) if c.verb is not None]
    if phrase.role == "object" and isinstance(phrase.governor, Verb):
        verbs.append(phrase.governor.at)
    if found.fact is not None and found.fact.noun is phrase:
        verbs += [v.at for m in st.modifiers(phrase) for v in m.post]
    for at in verbs:
        told = w.read[at].tags.get("status")
        if told and told != "reported":
            return _STATUS[told]
    return None


def revision(st: Structure) -> str | None:
    """The words of a sentence that revise a figure: "revised down from", "an earlier count of"."""
    w, tags = st.words, st.tags
    for at, read in enumerate(w.read):
        kind = read.tags.get("amend")
        if kind is None or w.mark[at]:
            continue
        counts = any("counter" in w.read[k].tags for k in range(at + 1, min(at + 6, len(tags))) if not w.mark[k])
        if kind == "before":
            if tags[at] == "a" and at + 1 < len(tags) and "counter" in w.read[at + 1].tags:
                end = at + 2 + (w.text[at + 2 : at + 3] == ["of"])
                return _slice(st, at, end)
        elif tags[at] in "vDegbax" and (not kind or counts):
            end = at + 1
            while end < len(tags) and (tags[end] in "r" or w.text[end] in ("down", "up", "from", "to")):
                end += 1
            return _slice(st, at, end)
    return None


def _slice(st: Structure, start: int, end: int) -> str:
    return st.sentence.part.text[st.words.start[start] : st.words.end[end - 1]]

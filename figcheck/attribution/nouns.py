"""Tellings without a verb: "according to", "per", counts and polls of somebody's, labels before and after a colon."""

from __future__ import annotations

from figcheck.attribution.kinds import is_outlet
from figcheck.attribution.source import PRONOUNS, extent, tagged
from figcheck.attribution.telling import Span, Telling
from figcheck.attribution.verbs import left_start
from figcheck.syntax import Mark, Phrase, Structure, Verb

__all__ = ["label", "noun_tellings"]

_OWNERS = frozenset(("his", "her", "its", "their", "my", "our", "your"))
_SPEAKERS = frozenset(("institution", "outlet", "crew", "officer"))
_DASHES = (":", "-")
_LONGEST_LABEL = 8  # words
_HEADLINE = 120  # characters


def noun_tellings(st: Structure, quoted: list[Span]) -> list[Telling]:
    """The tellings of a sentence that hang on a phrase, in order; those inside a quotation play no part."""
    found = []
    for phrase in st.phrases:
        if any(a <= phrase.start < b for a, b in quoted) or phrase.kind != "n":
            continue
        telling = None
        if phrase.prep in ("according_to", "per") and phrase.first is None:
            telling = _according(st, phrase)
        elif tagged(st, phrase, "told") is not None or tagged(st, phrase, "asked") is not None:
            telling = _revised(st, phrase) or _owned(st, phrase) or _asked(st, phrase)
        if telling is not None:
            found.append(telling)
    return found


def _according(st: Structure, phrase: Phrase) -> Telling | None:
    """ "According to X": what stands before it in its sentence, or all that follows where it opens the clause."""
    at, mark, clause = phrase.prep_at, st.words.mark, phrase.clause
    known = st.words.capital[phrase.head] or tagged(st, phrase, "source") is not None
    if phrase.prep == "per" and (not known or (at and mark[at - 1] != ",")):
        return None
    source = phrase.start, _breaks(st, phrase)
    left, n = left_start(st, at), len(mark)
    cue, before, after = (at, at + 1), (left, at), (source[1], n)
    verbs = any(left <= c.verb.start < at for c in st.clauses if c.verb is not None)
    set_off = mark[left:at].count(",") == 1 and mark[at - 1] == ","
    set_off = set_off and any(c.kind == "adverbial" and c.start == left for c in st.clauses)
    if not verbs or (st.tags[at - 1] if at > left else "^") in "^ks;:(-" or set_off:
        return Telling("report", cue, source, None, 0, [before, after])  # set off: "While A, according to X, B"
    ranges = [before]
    if clause is not None and not clause.objects and mark[source[1] : source[1] + 1] == [","]:
        later = min((c.start for c in st.clauses if c.start > source[1]), default=n)
        ranges.append((source[1], later))  # "the firm gets, according to one report, $12 million"
    return Telling("report", cue, source, None, 0, ranges, post=True)


def _breaks(st: Structure, phrase: Phrase) -> int:
    """Where a name ends: at the next comma, dash, bracket, relative word or finite verb."""
    end = extent(st, phrase)[1]
    for item in st.items:
        start = item.at if isinstance(item, Mark) else item.start
        if start < end:
            continue
        if (isinstance(item, Mark) and item.tag not in "pPk'/") or (isinstance(item, Verb) and item.finite):
            break
        end = start + 1 if isinstance(item, Mark) else item.end
    while end > phrase.end and st.tags[end - 1] in "pPk":
        end -= 1
    return end


def _owned(st: Structure, phrase: Phrase) -> Telling | None:
    """ "The ministry's count of 57 dead", "his claim that 57 died": the owner, for what hangs on the noun."""
    if tagged(st, phrase, "told") is None:
        return None
    source: Span | None = None
    if phrase.owner is not None:
        source = phrase.owner.start, phrase.owner.end - (st.tags[phrase.owner.end - 1] == "'")
    elif st.words.text[phrase.start] in _OWNERS and phrase.head > phrase.start:
        source = phrase.start, phrase.start + 1
    cue = phrase.head, phrase.head + 1
    content = next((c for c in st.clauses if c.host is phrase and c.kind in ("content", "infinitive")), None)
    if source is None and content is not None and "document" in (tagged(st, phrase, "source") or ""):
        named = any(st.words.capital[k] for k in range(phrase.start, phrase.head))
        source = phrase.start, phrase.head if named else phrase.end
    if source is None:
        return None
    if content is not None:
        return Telling("report", cue, source, content, 0, weak=1)
    for p in st.phrases:
        near = p.start == phrase.end and bool(p.figures)  # "his comment about 47 percent": the hedge is the figure's
        if near or (p.start >= phrase.end and p.governor is phrase and p.prep in ("of", "about", "for", "at")):
            return Telling("report", cue, source, None, 0, [(phrase.end, _breaks(st, p))], weak=2)
    verb = phrase.governor
    if phrase.role != "subject" or not isinstance(verb, Verb):
        return None
    stands = verb.lemma in ("be", "stand") or not verb.tags.keys().isdisjoint(("change", "copula"))
    return Telling("report", cue, source, phrase.clause, verb.end, weak=2) if stands else None


def _revised(st: Structure, phrase: Phrase) -> Telling | None:
    """ "The ministry lowered the toll to 41", "edged up its forecast by 2": who revises a count tells it."""
    verb, clause = phrase.governor, phrase.clause
    if not isinstance(verb, Verb) or verb.passive or "revise" not in verb.tags or clause is None or not clause.subject:
        return None
    if (phrase.role != "object" and phrase.prep not in ("up", "down")) or tagged(st, phrase, "told") != "number":
        return None
    head = clause.subject.head
    known = st.words.text[head] in PRONOUNS or st.words.capital[head] or "source" in st.words.read[head].tags
    cue = phrase.head, phrase.head + 1
    return Telling("report", cue, extent(st, clause.subject), clause, phrase.end, weak=1) if known else None


def _asked(st: Structure, phrase: Phrase) -> Telling | None:
    """ "In a poll by X, 45 percent …", "by the union's count, 4,000 marched"; not "in polls", which name nobody."""
    at = phrase.prep_at
    if phrase.prep not in ("in", "by", "per") or tagged(st, phrase, "asked") is None:
        return None
    if (
        phrase.prep == "by"
        and phrase.owner is None
        and not any(p.governor is phrase and p.prep == "of" and not p.figures for p in st.phrases)
    ):
        return None
    source = extent(st, phrase)
    by = any(p.governor is phrase and p.prep in ("by", "from") for p in st.phrases)
    named = by or phrase.owner is not None or any(st.words.capital[k] for k in range(*source))
    if phrase.prep == "in" and not (by or (named and at < 2)):
        return None
    return Telling("report", (at, at + 1), source, None, 0, [(0, at), (source[1], len(st.tags))], weak=1)


def label(st: Structure) -> Telling | None:
    """ "Police: 12 dead", 'Ana Ruiz: "We lost 12"', and in a headline "12 dead in fire: police"."""
    words, n = st.words, len(st.tags)
    at = next((k for k, mark in enumerate(words.mark) if mark == ":"), 0)
    if 0 < at < n - 1:
        quote = at + 1 in words.opens
        since = 1 + max(
            (k for k in range(at) if words.mark[k] == "-" or (quote and words.text[k] == "from")), default=-1
        )
        named = [p for p in st.phrases if since <= p.start < at]
        verbs = any(c.verb is not None and since <= c.verb.start < at for c in st.clauses)
        if quote and named and (verbs or named[-1].prep == "by"):
            return _introduced(st, at, named[-1])
        short = bool(named) and not verbs and (quote or not since) and at - named[0].start <= _LONGEST_LABEL
        if short and ((quote and words.capital[named[-1].head]) or _speaks(st, named[0], at)):
            return Telling("report", (at, at + 1), (named[0].start, named[-1].end), None, 0, [(at + 1, n)])
    end = n - 1 if n and words.mark[n - 1] == "." else n
    dash = next((k for k in range(end - 2, max(1, end - 6), -1) if words.mark[k] in _DASHES), None)
    last = next((p for p in reversed(st.phrases) if p.end == end), None)
    if dash is None or last is None or last.start != dash + 1 or st.sentence.end - st.sentence.start > _HEADLINE:
        return None
    if not _speaks(st, last, end):
        return None
    return Telling("report", (dash, dash + 1), (dash + 1, end), None, 0, [(0, dash)], post=True)


def _introduced(st: Structure, at: int, last: Phrase) -> Telling | None:
    """Who is quoted after a colon: "Lea Berg was blunt: …", "borne out by this finding: …"."""
    told = [(at + 1, len(st.tags))]
    if last.prep == "by":
        return Telling("report", (at, at + 1), (last.start, at), None, 0, told)
    subject = next((c.subject for c in st.clauses if c.kind == "main" and c.verb and c.subject), None)
    if subject is None or subject.start >= at:
        return None
    return Telling("report", (at, at + 1), extent(st, subject), None, 0, told, weak=2)


def _speaks(st: Structure, head: Phrase, end: int) -> bool:
    """Whether the words before a colon name who speaks: a body, an outlet, in a headline an acronym."""
    value = tagged(st, head, "source")
    title = st.sentence.part.name == "title"
    raw = st.sentence.part.text[st.words.start[head.start] : st.words.end[end - 1]]
    if tagged(st, head, "asked") is not None:
        return True
    if value:
        return title or not _SPEAKERS.isdisjoint(value.split())
    return is_outlet(raw) or (title and raw.isalpha() and raw.isupper() and len(raw) > 1)

"""Tellings without a verb: "according to", "per", counts and polls of somebody's, labels before and after a colon."""

from __future__ import annotations

from figcheck.attribution.kinds import is_outlet
from figcheck.attribution.source import PRONOUNS, extent, tagged
from figcheck.attribution.telling import Span, Telling
from figcheck.attribution.verbs import left_start
from figcheck.syntax import Clause, Mark, Phrase, Structure, Verb
from figcheck.syntax.lexicon import look

__all__ = ["noun_tellings", "label"]

_OWNERS = frozenset(["his", "her", "its", "their", "my", "our", "your"])
_DASHES = frozenset({":", "-"})
_LONGEST_LABEL = 8  # words


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
    at, mark = phrase.prep_at, st.words.mark
    known = st.words.capital[phrase.head] or tagged(st, phrase, "source") is not None
    if phrase.prep == "per" and (not known or (at and mark[at - 1] != ",")):
        return None
    source = phrase.start, _breaks(st, phrase)
    left, n = left_start(st, at), len(mark)
    before = st.tags[at - 1] if at > left else "^"
    if before in "^ks;:(-" or not _clause_between(st, left, at):
        return Telling("report", (at, at + 1), source, None, 0, [(left, at), (source[1], n)])
    ranges = [(left, at)]
    opener = next((c for c in st.clauses if c.kind == "adverbial" and c.start == left), None)
    if opener is not None and mark.index(",", left) == at - 1:
        return Telling(
            "report", (at, at + 1), source, None, 0, [(left, at), (source[1], n)]
        )  # "While A, according to X, B"
    clause = phrase.clause
    if isinstance(clause, Clause) and not clause.objects[:1] and mark[source[1] : source[1] + 1] == [","]:
        later = min((c.start for c in st.clauses if c.start > source[1]), default=n)
        ranges.append((source[1], later))  # "the firm gets, according to one report, $12 million"
    return Telling("report", (at, at + 1), source, None, 0, ranges, post=True)


def _breaks(st: Structure, phrase: Phrase) -> int:
    """Where a name ends: at the next comma, dash, bracket, relative word or finite verb."""
    end = extent(st, phrase)[1]
    for item in st.items:
        start = item.at if isinstance(item, Mark) else item.start
        if start >= end:
            if isinstance(item, Mark) and item.tag not in "pPk'/":
                break
            if isinstance(item, Verb) and item.form == "finite":
                break
            end = start + 1 if isinstance(item, Mark) else item.end
    while end > phrase.end and st.tags[end - 1] in "pPk":
        end -= 1
    return end


def _clause_between(st: Structure, a: int, b: int) -> bool:
    """Whether a verb or a figure stands between two words."""
    return any(a <= c.verb.start < b for c in st.clauses if c.verb is not None)


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
        source = (phrase.start, phrase.head) if named else (phrase.start, phrase.end)
    if source is None:
        return None
    if content is not None:
        return Telling("report", cue, source, content, 0, weak=1)
    end = phrase.end
    for p in st.phrases:
        near = p.start == end and bool(p.figures)  # "his comment about 47 percent": the hedge is the figure's
        if near or (p.start >= end and p.governor is phrase and p.prep in ("of", "about", "for", "at")):
            return Telling("report", cue, source, None, 0, [(phrase.end, _breaks(st, p))], weak=2)
    if phrase.role == "subject" and isinstance(phrase.governor, Verb):
        tags = look(phrase.governor.lemma).tags
        if phrase.governor.lemma in ("be", "stand") or "change" in tags or "copula" in tags:
            return Telling(
                "report",
                cue,
                source,
                st.clauses[0] if phrase.clause is None else phrase.clause,
                phrase.governor.end,
                weak=2,
            )  # type: ignore[arg-type]
    return None


def _revised(st: Structure, phrase: Phrase) -> Telling | None:
    """ "The ministry lowered the toll to 41": who revises a count tells it."""
    verb = phrase.governor
    clause = phrase.clause
    if phrase.role != "object" and phrase.prep not in ("up", "down"):  # "edged up its forecast"
        return None
    if (
        not isinstance(verb, Verb)
        or verb.passive
        or tagged(st, phrase, "told") != "number"
        or "revise" not in look(verb.lemma).tags
    ):
        return None
    subject = getattr(clause, "subject", None)
    pronoun = subject is not None and st.words.text[subject.head] in PRONOUNS
    if subject is None or (
        not pronoun and tagged(st, subject, "source") is None and not st.words.capital[subject.head]
    ):
        return None
    return Telling("report", (phrase.head, phrase.head + 1), extent(st, subject), clause, phrase.end, weak=1)  # type: ignore[arg-type]


def _asked(st: Structure, phrase: Phrase) -> Telling | None:
    """ "In a poll by X, 45 percent …", "by the union's count, 4,000 marched"; not "in polls", which name nobody."""
    if phrase.prep not in ("in", "by", "per") or tagged(st, phrase, "asked") is None:
        return None
    source = extent(st, phrase)
    words = range(*source)
    named = any(st.words.capital[k] for k in words) or phrase.owner is not None
    if phrase.prep == "by" and phrase.owner is None:
        return None
    by = any(p.governor is phrase and p.prep in ("by", "from") for p in st.phrases)
    if not (named or by or phrase.prep != "in") or (phrase.prep == "in" and phrase.prep_at > 1 and not by):
        return None
    n = len(st.words.text)
    at = phrase.prep_at
    return Telling("report", (at, at + 1), source, None, 0, [(0, at), (source[1], n)], weak=1)


def label(st: Structure) -> Telling | None:
    """ "Police: 12 dead", 'Ana Ruiz: "We lost 12"', and in a headline "12 dead in fire: police"."""
    items, words = st.items, st.words
    n = len(words.text)
    colon = next((k for k, item in enumerate(items) if isinstance(item, Mark) and item.tag == ":"), None)
    if colon is not None and 0 < colon < len(items) - 1:
        at = items[colon].at  # type: ignore[union-attr]
        quote = at + 1 in words.opens
        since = max(
            (
                k + 1
                for k in range(colon)
                if isinstance(items[k], Mark) and (items[k].tag == "-" or (quote and items[k].text == "from"))
            ),
            default=0,
        )  # type: ignore[union-attr]
        named = [i for i in items[since:colon] if isinstance(i, Phrase)]
        verbs = any(isinstance(i, Verb) for i in items[since:colon])
        if quote and named and (verbs or named[-1].prep == "by"):
            return _introduced(st, at, named[-1])
        if verbs or (since and not quote):
            named = []
        if (
            named
            and at - named[0].start <= _LONGEST_LABEL
            and ((quote and words.capital[named[-1].head]) or _speaks(st, named, at))
        ):
            return Telling("report", (at, at + 1), (named[0].start, named[-1].end), None, 0, [(at + 1, n)])
    end = n - 1 if words.mark[n - 1] == "." else n
    dash = next((k for k in range(end - 2, max(1, end - 6), -1) if words.mark[k] in _DASHES), None)
    if dash is None or st.sentence.end - st.sentence.start > 120:
        return None
    last = next((p for p in reversed(st.phrases) if p.end == end), None)
    if last is not None and last.start == dash + 1 and _speaks(st, [last], end):
        return Telling("report", (dash, dash + 1), (dash + 1, end), None, 0, [(0, dash)], post=True)
    return None


def _introduced(st: Structure, at: int, last: Phrase) -> Telling | None:
    """Who is quoted after a colon: "Lea Berg was blunt: …", "borne out by this finding: …"."""
    n = len(st.tags)
    if last.prep == "by":
        return Telling("report", (at, at + 1), (last.start, at), None, 0, [(at + 1, n)])
    subject = next(
        (c.subject for c in st.clauses if c.kind == "main" and c.verb is not None and c.subject is not None), None
    )
    if subject is None or subject.start >= at:
        return None
    return Telling("report", (at, at + 1), extent(st, subject), None, 0, [(at + 1, n)], weak=2)


def _speaks(st: Structure, named: list[Phrase], end: int) -> bool:
    """Whether the words before a colon name who speaks: a body, an outlet, in a headline an acronym."""
    head = named[0]
    value = tagged(st, head, "source") or ""
    title = st.sentence.part.name == "title"
    raw = st.sentence.part.text[st.words.start[head.start] : st.words.end[end - 1]]
    if tagged(st, head, "asked") is not None:
        return True
    if value:
        return title or any(x in value for x in ("institution", "outlet", "crew", "officer"))
    return is_outlet(raw) or (title and raw.isalpha() and raw.isupper() and len(raw) > 1)

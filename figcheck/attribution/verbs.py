"""Tellings whose cue is a verb: with what it takes as content, beside a quotation, between commas, in the passive."""

from __future__ import annotations

from figcheck.attribution.source import extent, is_share, tagged
from figcheck.attribution.telling import Class, Span, Telling
from figcheck.syntax import Clause, Phrase, Structure, Verb
from figcheck.syntax.lexicon import line

__all__ = ["left_start", "verb_tellings"]

_AT = frozenset(("at", "above", "over", "below", "under", "between", "around", "near", "ahead_of", "behind"))
_CLASSES: tuple[Class, ...] = ("report", "stance", "will")
_ADDRESSING = frozenset(("tell", "inform", "remind", "assure", "notify"))
_NOBODY = frozenset(("anyone", "someone", "everyone", "nobody"))
_LATER = frozenset(("ago", "later", "after", "before", "earlier", "into"))
_GERUND = frozenset(("", "by", "in", "without", "before", "after", "while"))
_PERSONAL = frozenset(("he", "she", "it", "they", "we", "i"))
_INNER = ("content", "list")
_QUOTE_AFTER, _QUOTE_BEFORE = 8, 12  # words from a verb to the quotation that it tells


def verb_tellings(st: Structure, quoted: list[Span]) -> list[Telling]:
    """The tellings of a sentence's clauses, in order; those inside a quotation play no part."""
    children: dict[int, list[Clause]] = {}
    for clause in st.clauses:
        if clause.host is not None:
            children.setdefault(id(clause.host), []).append(clause)
    found: list[Telling] = []
    for clause in st.clauses:
        verb = clause.verb
        if verb is None or any(a <= verb.at < b for a, b in quoted):
            continue
        what = _sense(st, verb)
        if what is not None and not _takes_lives(st, clause, verb):
            reader = _Reader(st, quoted, clause, verb, *what, children.get(id(verb), []))
            telling = reader.passive() if verb.passive else reader.active(found)
            if telling is not None:
                found.append(telling)
    return found


def _takes_lives(st: Structure, clause: Clause, verb: Verb) -> bool:
    """Whether it does what it might tell: "the flood has claimed 58 lives"."""
    return verb.lemma == "claim" and any(st.lemma(o) == "life" for o in clause.objects)


def _sense(st: Structure, verb: Verb) -> tuple[Class, str] | None:
    """The class and frame of a verb: with its particle or preposition where the lexicon has that ("call_for")."""
    after = st.words.text[verb.end] if verb.end < len(st.tags) and st.tags[verb.end] in "pP" else ""
    for second in (verb.particle, after, None):
        own = line(verb.lemma if second is None else f"{verb.lemma}_{second}") if second != "" else None
        for cls in _CLASSES:
            if own is not None and cls in own.tags:
                return cls, own.tags[cls].split(" ")[0]
    return None


def left_start(st: Structure, i: int) -> int:
    """Where what stands before word i starts: after a semicolon or an open bracket, else with the sentence."""
    depth = 0
    for k in range(i - 1, -1, -1):
        mark = st.words.mark[k]
        if mark == ";" or (mark == "(" and not depth):
            return k + 1
        depth += (mark == ")") - (mark == "(")
    return 0


class _Reader:
    """One verb that may tell, with its clause and the clauses that hang on it."""

    __slots__ = ("children", "clause", "cls", "cue", "frame", "quoted", "st", "verb")

    def __init__(
        self,
        st: Structure,
        quoted: list[Span],
        clause: Clause,
        verb: Verb,
        cls: Class,
        frame: str,
        children: list[Clause],
    ) -> None:
        self.st = st
        self.quoted = quoted
        self.clause = clause
        self.verb = verb
        self.cls = cls
        self.frame = frame
        self.children = children
        self.cue = verb.at, verb.at + 1

    def active(self, found: list[Telling]) -> Telling | None:
        """A verb in the active voice: before its content, after it or in it, or with an object that it tells."""
        clause, verb, st = self.clause, self.verb, self.st
        content = self._content()
        inner = bool(content) or self._acts()
        quote = self.frame in ("", "strict") and self._quote_after()
        if clause.opener == "as" and verb.form == "ing":
            return self._quoted_as()
        source = self._source()
        if source is None or not self._may_tell(inner or quote):
            return None
        span, of = source
        shared = clause.kind == "participle" and isinstance(clause.host, Verb) and found
        if shared and not any(t.source == span for t in found):
            span, of = found[-1].source, found[-1].of  # "X said …, adding that …"
        if verb.lemma == "cite" and verb.form == "ing":
            return self._citing(span)
        pronoun = st.words.text[span[0]]
        weak = int(of is not None and pronoun in ("that", "which"))
        weak += int(self.frame == "noun" or bool(verb.modal) or pronoun in _PERSONAL)
        since, first = max(self._after_time(), span[1]), min(span[0], verb.start)
        left, n = (left_start(st, first), first), len(st.tags)
        closed = self._closed(first)
        post = self._is_post(first)
        told = verb.lemma == "say" or (self.frame == "" and self.cls == "report" and not clause.objects)
        goes_on = told or any(c.kind in _INNER for c in content)
        if inner or quote:
            before = closed or (post and not quote and st.words.mark[verb.end : verb.end + 1] == [","])
            ranges = [left] if before else []
            if clause.kind == "adverbial" and clause.opener == "as":  # "As the report noted, …"
                ranges = [(left_start(st, clause.start), clause.start), (since, n)]
            stays = clause.kind not in ("main", "content", "aside")
            return Telling(
                self.cls, self.cue, span, clause, since, ranges, of, not stays and (goes_on or quote), weak=weak
            )
        if post and self.frame in ("", "strict", "show"):
            if self.frame == "strict" and not any(0 <= verb.start - b <= _QUOTE_BEFORE for _, b in self.quoted):
                return None
            marks = st.words.mark
            comma = next((k for k in range(since, n) if marks[k] == ","), n)
            end = next((k for k in range(since, n) if marks[k] == ";"), n)
            ranges = [left, *(q for q in self.quoted if q[0] >= since)] if closed else [left, (comma, end)]
            return Telling(
                self.cls, self.cue, span, None, since, ranges, of, own=clause, spoken=closed, post=True, weak=weak
            )
        if self.frame == "strict" or self.cls == "will" or not self._takes_object(span):
            return None
        return Telling(self.cls, self.cue, span, clause, since, of=of, open=goes_on, narrow=True, weak=weak)

    def passive(self) -> Telling | None:
        """ "N deaths were reported by X", "the toll was put at 12 by X", "as reported by X"."""
        clause, verb, st = self.clause, self.verb, self.st
        by = next((p for p in clause.obliques if p.prep == "by" and p.start >= verb.end and not p.is_time), None)
        own = line(verb.lemma)
        if by is None or self.frame == "strict" or (own is not None and "active" in own.tags):
            return None
        span = extent(st, by)
        if "as" in (clause.opener, st.words.text[verb.start], st.words.text[verb.start - 1]):
            ranges = [(left_start(st, verb.start), verb.start), (span[1], len(st.tags))]
            return Telling(self.cls, self.cue, span, None, 0, ranges, post=True)
        start = clause.subject.start if clause.subject is not None else verb.start
        return Telling(self.cls, self.cue, span, clause, 0, [(start, by.start)], post=True, weak=1)

    def _content(self) -> list[Clause]:
        """The clauses that say what is told: "said that …", "vowed to …", "said: …"."""
        any_ = self.frame in ("", "show")
        return [
            c
            for c in self.children
            if (c.kind in _INNER and (any_ or c.opener in ("that", "how")))
            or (c.kind == "infinitive" and self.cls != "report")
        ] + [c for c in self.st.clauses if c.kind == "list" and c.parent is self.clause and c.start > self.verb.at]

    def _acts(self) -> bool:
        """Whether what is told is an act: "reported spending 12", "called for cutting 12"."""
        end = self.verb.end
        return self.frame != "strict" and any(
            c.kind == "participle" and c.verb is not None and c.verb.form == "ing"
            and (c.start == end or (c.opener and c.start == end + 1)) for c in self.children
        )  # fmt: skip

    def _may_tell(self, inner: bool) -> bool:
        """Whether the form of the verb lets it tell: not "failed to say", "a force defending", "a name given"."""
        verb, clause, host = self.verb, self.clause, self.clause.host
        if verb.form == "to":
            return isinstance(host, Verb) and host.lemma in ("go", "continue")
        if verb.form != "ing":
            return verb.form not in ("ed", "base")
        nobody = clause.subject is not None and self.st.words.text[clause.subject.head] in _NOBODY
        if nobody or (clause.opener not in _GERUND and not inner):
            return False
        if isinstance(host, Phrase) and not self._passes_on(host):
            return inner or host.prep == "with" or "document" in self.st.said_of(host).get("source", "")
        apart = bool(clause.opener) or not verb.start or self.st.tags[verb.start - 1] in ",k-"
        return inner or (self.frame != "show" and apart)

    def _source(self) -> tuple[Span, Span | None] | None:
        """Who tells: the subject of the clause, of the one around it for a participle; and whom "who" stands for."""
        clause = self.clause
        for _ in range(20):
            outer = clause.parent
            if clause.kind != "participle" or outer is None:
                break
            if isinstance(clause.host, Phrase) and not self._passes_on(clause.host):
                break
            while outer.kind in ("content", "adverbial", "infinitive") and outer.parent is not None:
                outer = outer.parent
            clause = outer
        phrase = clause.subject
        if phrase is None or is_share(self.st, phrase):
            return None
        span = extent(self.st, phrase, clause.verb)
        if clause.kind == "relative" and clause.host is phrase:
            return (clause.start, clause.start + 1), span
        return span, None

    def _passes_on(self, host: Phrase) -> bool:
        """Whether what follows a phrase is told by the subject of its clause: "in an article stating"."""
        tags = self.st.said_of(host)
        document = "document" in tags.get("source", "") and "asked" not in tags
        return host.is_time or (document and bool(host.prep or host.role == "object"))

    def _after_time(self) -> int:
        """Past "four years ago", "two days after the vote" right after the verb: when it was said, not what."""
        end, words = self.verb.end, self.st.words
        item = self.st.item_at(end) if end < len(self.st.tags) else None
        timed = isinstance(item, Phrase) and item.is_time and item.figures and item.end < len(words.text)
        return item.end if timed and isinstance(item, Phrase) and words.text[item.end] in _LATER else end

    def _quote_after(self) -> bool:
        """Whether a quotation starts soon after the verb, with no other verb between."""
        end = self.verb.end
        starts = [a for a, _ in self.quoted if 0 <= a - end <= _QUOTE_AFTER]
        verbs = [c.verb.start for c in self.st.clauses if c.verb is not None and c.verb.finite]
        return any(not any(end <= at < a for at in verbs) for a in starts)

    def _closed(self, i: int) -> bool:
        """Whether a quotation ends right before word i, or before the comma there."""
        return any(b == i or (b == i - 1 and self.st.words.mark[b] == ",") for _, b in self.quoted)

    def _is_post(self, first: int) -> bool:
        """Whether a clause that tells follows what it tells: ", police said", "said the minister", "as police said"."""
        clause, words = self.clause, self.st.words
        near = [p for p in clause.objects if "," not in words.mark[self.verb.end : p.start]]  # no aside of the writer's
        objects = [p for p in near if not (p.figures and words.figure[p.figures[0]].kind == "duration")]
        addressing = self.verb.lemma in _ADDRESSING
        addressed = addressing and not any(p.figures or tagged(self.st, p, "told") is not None for p in objects[:1])
        if (objects and not addressed) or (addressing and not clause.objects):
            return False
        if clause.kind == "adverbial":
            return clause.opener == "as"
        if first < 2 or clause.kind not in ("main", "aside", "bracket"):
            return False
        return first - 1 in words.closes or words.mark[first - 1] in tuple(",-()") or clause.kind == "aside"

    def _takes_object(self, span: Span) -> bool:
        """Whether the verb tells what is its object: "counted 12", "put the toll at 12"; not "found 40 boats"."""
        clause, verb, st = self.clause, self.verb, self.st
        if self.frame == "show":
            known = ("asked", "told")
            shown = verb.lemma != "find" and st.words.text[span[0] : span[1]] in (["it"], ["they"], ["this"])
            said = [st.said_of(p) for p in st.phrases if span[0] <= p.start < span[1]]
            named = any(not t.keys().isdisjoint(known) or "document" in t.get("source", "") for t in said)
            return verb.form == "ing" or shown or named
        if verb.lemma == "put":
            told = any("told" in st.words.read[k].tags for p in clause.objects for k in range(p.start, p.end))
            return told or any(p.prep in _AT and p.figures for p in st.phrases if p.clause is clause)
        own = line(verb.lemma)
        if verb.lemma in _ADDRESSING or (own is not None and "bare" in own.tags):
            return False
        if clause.objects and st.words.text[clause.objects[0].head].endswith(("self", "selves")):
            return False
        if (
            verb.lemma == "call"
            and verb.form != "ing"
            and st.words.text[verb.end : verb.end + 1] not in (["for"], ["on"])
        ):
            named = any(k > verb.end for k in st.words.opens)  # "called half of them 'fools'"
            return clause.complement is not None or len(clause.objects) > 1 or named
        return self.frame == "" or bool(clause.objects or clause.obliques or clause.complement)

    def _quoted_as(self) -> Telling | None:
        """ "The paper quoted the ministry as saying 12 died", "the ministry was quoted as saying": the ministry's."""
        st, verb = self.st, self.verb
        quoting = next(
            (c for c in reversed(st.clauses) if c.verb and c.verb.lemma in ("quote", "cite") and c.verb.at < verb.at),
            None,
        )
        if quoting is None or quoting.subject is None or quoting.verb is None:
            return None
        if quoting.verb.passive:
            return Telling("report", self.cue, extent(st, quoting.subject), self.clause, verb.end)
        told = next((p for p in st.phrases if p.start == quoting.verb.end), None)
        if told is None:
            return None
        return Telling("report", self.cue, extent(st, told), self.clause, verb.end, via=extent(st, quoting.subject))

    def _citing(self, span: Span) -> Telling | None:
        """ "Reuters said 12 had died, citing the governor": the governor, by way of Reuters."""
        st, first = self.st, next(iter(self.clause.objects), None)
        if first is None:
            return None
        known = any(tagged(st, first, name) is not None for name in ("source", "told", "asked"))
        if not known and not st.words.capital[first.head]:
            return None
        told, at = extent(st, first), self.cue[0]
        return Telling(
            "report", self.cue, told, None, 0, [(left_start(st, at), at), (told[1], len(st.tags))], via=span, post=True
        )

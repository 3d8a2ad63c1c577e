"""Tellings whose cue is a verb: with what it takes as content, beside a quotation, between commas, in the passive."""

from __future__ import annotations

from typing import cast

from figcheck.attribution.source import extent, is_share, tagged
from figcheck.attribution.telling import Class, Span, Telling
from figcheck.syntax import Clause, Phrase, Structure, Verb
from figcheck.syntax.lexicon import line

__all__ = ["from_verbs"]

_AT = frozenset("at above over below under between around near ahead_of behind".split())
_CLASSES: tuple[Class, ...] = ("report", "stance", "will")
_ADDRESSING = frozenset("tell inform remind assure notify".split())
_NOBODY = frozenset("anyone someone everyone nobody".split())
_INNER = ("content", "list")


def sense(st: Structure, clause: Clause) -> tuple[Class, str] | None:
    """The class and frame of a clause's verb: of the verb with its particle or preposition where the lexicon has that."""
    verb = clause.verb
    assert verb is not None
    second = verb.particle
    after = st.words.text[verb.end] if verb.end < len(st.tags) and st.tags[verb.end] in "pP" else ""
    for word in (f"{verb.lemma}_{second}" if second else "", f"{verb.lemma}_{after}" if after else "", verb.lemma):
        own = line(word) if word else None
        if own is None:
            continue
        tags = own.tags
        for cls in _CLASSES:
            if cls in tags:
                return cls, tags[cls].split(" ")[0]
    return None


def from_verbs(st: Structure, quoted: list[Span]) -> list[Telling]:
    """The tellings of a sentence's clauses, in order; those inside a quotation play no part."""
    found: list[Telling] = []
    children: dict[int, list[Clause]] = {}
    for clause in st.clauses:
        if clause.host is not None:
            children.setdefault(id(clause.host), []).append(clause)
    for clause in st.clauses:
        verb = clause.verb
        if verb is None or any(a <= verb.at < b for a, b in quoted):
            continue
        what = sense(st, clause)
        if what is None:
            continue
        telling = _telling(st, clause, verb, what, children.get(id(verb), []), quoted, found)
        if telling is not None:
            found.append(telling)
    return found


def _may_tell(st: Structure, clause: Clause, verb: Verb, frame: str, inner: bool) -> bool:
    """Whether the form of a verb lets it tell: not "failed to say", "a force defending", "a name given"."""
    host = clause.host
    if verb.form == "to":
        return isinstance(host, Verb) and host.lemma in ("go", "continue")
    if verb.form == "ing" and clause.subject is not None and st.words.text[clause.subject.head] in _NOBODY:
        return False
    if verb.form == "ing" and clause.opener not in ("", "by", "in", "without", "before", "after", "while") and not inner:
        return False
    if verb.form == "ing":
        if isinstance(host, Phrase) and not _passes_on(st, host):
            return inner or host.prep == "with" or "document" in st.said_of(host).get("source", "")
        apart = bool(clause.opener) or st.tags[verb.start - 1] in ",k-" or not verb.start
        return inner or (frame != "show" and apart)
    return verb.form not in ("ed", "base")


def _telling(
    st: Structure, clause: Clause, verb: Verb, what: tuple[Class, str], children: list[Clause], quoted: list[Span],
    found: list[Telling],
) -> Telling | None:  # fmt: skip
    cls, frame = what
    if verb.passive:
        return _passive(st, clause, verb, what, children)
    inner = [c for c in children if (c.kind in _INNER and (frame in ("", "show") or c.opener in ("that", "how"))) or (c.kind == "infinitive" and cls != "report")]
    inner += [c for c in st.clauses if c.kind == "list" and c.parent is clause and c.start > verb.at]
    open_ = verb.lemma == "say" or (frame == "" and cls == "report" and not clause.objects) or bool([c for c in inner if c.kind in _INNER])
    inner += [
        c for c in children if c.kind == "participle" and frame != "strict" and (c.start == verb.end or c.opener and c.start == verb.end + 1) and c.verb and c.verb.form == "ing"
    ]
    quote = frame in ("", "strict") and _quote_beside(st, verb, quoted, after=True)
    if clause.opener == "as" and verb.form == "ing":
        return _quoted_as(st, clause, verb)
    source = _source(st, clause)
    if source is None or not _may_tell(st, clause, verb, frame, bool(inner) or quote):
        return None
    span, of, phrase = source
    if clause.kind == "participle" and isinstance(clause.host, Verb) and found and not any(t.source == span for t in found):
        span, of = found[-1].source, found[-1].of  # "X said …, adding that …"
    cue = (verb.at, verb.at + 1)
    if verb.lemma == "cite" and verb.form == "ing":
        return _citing(st, clause, span, cue)
    weak = int(of is not None and st.words.text[span[0]] in ("that", "which"))
    weak += int(frame == "noun" or bool(verb.modal) or st.words.text[span[0]] in ("he", "she", "it", "they", "we", "i"))
    since = max(_after_time(st, verb.end), span[1])
    left = left_start(st, min(span[0], verb.start)), min(span[0], verb.start)
    if inner or quote:
        ranges = _left(st, clause, span, verb, quoted, inner)
        if not quote and st.words.mark[verb.end : verb.end + 1] == [","] and _is_post(st, clause, span, verb, quoted):
            ranges = [left]
        if clause.kind == "adverbial" and clause.opener == "as":  # "As the report noted, …"
            ranges = [(left_start(st, clause.start), clause.start), (since, len(st.tags))]
        goes_on = clause.kind in ("main", "content", "aside") and (open_ or quote)
        return Telling(cls, cue, span, clause, since, ranges, of, goes_on, weak=weak)
    if _is_post(st, clause, span, verb, quoted) and frame in ("", "strict", "show"):
        if frame == "strict" and not _quote_beside(st, verb, quoted, after=False):
            return None
        comma = next((k for k in range(since, len(st.tags)) if st.words.mark[k] == ","), len(st.tags))
        spoken = _closed_before(st, left[1], quoted)
        ranges = [left, *(q for q in quoted if q[0] >= since)] if spoken else [left, (comma, right_end(st, since))]
        return Telling(cls, cue, span, None, since, ranges, of, own=clause, spoken=spoken, post=True, weak=weak)
    if frame == "strict" or cls == "will" or not _takes_object(st, clause, verb, frame, span):
        return None
    return Telling(cls, cue, span, clause, since, of=of, open=open_, narrow=True, weak=weak)


def _source(st: Structure, clause: Clause) -> tuple[Span, Span | None, Phrase] | None:
    """Who tells: the subject of a clause, of the clause around it for a participle; words, whom "who" stands for."""
    seen = 0
    while clause.kind == "participle" and seen < 20:
        host = clause.host
        outer = clause.parent
        if outer is None or (isinstance(host, Phrase) and not _passes_on(st, host)):
            break
        while outer.kind in ("content", "adverbial", "infinitive") and outer.parent is not None:
            outer = outer.parent
        clause = outer
        seen += 1
    phrase = clause.subject
    if phrase is None or is_share(st, phrase):
        return None
    span = extent(st, phrase, clause.verb)
    if clause.kind == "relative" and clause.host is phrase:
        return (clause.start, clause.start + 1), span, phrase
    return span, None, phrase


def _passes_on(st: Structure, host: Phrase) -> bool:
    """Whether what stands after a phrase is told by the subject of its clause: "in an article stating", "this week saying"."""
    tags = st.said_of(host)
    document = "document" in tags.get("source", "") and "asked" not in tags
    return "time" in tags or st.words.mark[host.head] == "t" or (document and bool(host.prep or host.role == "object"))


def _after_time(st: Structure, at: int) -> int:
    """Past "four years ago", "two days after the vote" right after a verb: when it was said, not what."""
    item = st.item_at(at) if at < len(st.tags) else None
    if isinstance(item, Phrase) and item.figures and st.words.figure[item.figures[0]].kind == "duration":
        if st.words.text[item.end : item.end + 1] and st.words.text[item.end] in ("ago", "later", "after", "before", "earlier", "into"):
            return item.end
    return at


def _quote_beside(st: Structure, verb: Verb, quoted: list[Span], after: bool) -> bool:
    """Whether a quotation starts soon after a verb, or (`after` False) stands anywhere near it."""
    for a, b in quoted:
        if 0 <= a - verb.end <= 8 and not _finite_between(st, verb.end, a):
            return True
        if not after and 0 <= verb.start - b <= 12:
            return True
    return False


def _finite_between(st: Structure, a: int, b: int) -> bool:
    return any(c.verb is not None and c.verb.finite and a <= c.verb.start < b for c in st.clauses)


def _left(
    st: Structure, clause: Clause, span: Span, verb: Verb, quoted: list[Span], inner: list[Clause]
) -> list[Span]:
    """The quotation right before a telling that goes on with another: '"A," X said, "B."'."""
    first = min(span[0], verb.start)
    if _closed_before(st, first, quoted):
        return [(left_start(st, first), first)]
    return []


def _closed_before(st: Structure, i: int, quoted: list[Span]) -> bool:
    """Whether a quotation ends right before word i, or before the comma there."""
    return any(b == i or (b == i - 1 and st.words.mark[b] == ",") for _, b in quoted)


def left_start(st: Structure, i: int) -> int:
    """Where what stands before word i starts: after a semicolon or an open bracket, else with the sentence."""
    mark = st.words.mark
    depth = 0
    for k in range(i - 1, -1, -1):
        if mark[k] == ")":
            depth += 1
        elif mark[k] == "(":
            if not depth:
                return k + 1
            depth -= 1
        elif mark[k] == ";":
            return k + 1
    return 0


def right_end(st: Structure, i: int) -> int:
    """Where what stands after word i ends: at a semicolon, else with the sentence."""
    mark = st.words.mark
    return next((k for k in range(i, len(mark)) if mark[k] == ";"), len(mark))


def _is_post(st: Structure, clause: Clause, span: Span, verb: Verb, quoted: list[Span]) -> bool:
    """Whether a clause that tells follows what it tells: ", police said", "said the minister"."""
    first = min(span[0], verb.start)
    objects = [p for p in clause.objects if not (p.figures and st.words.figure[p.figures[0]].kind == "duration")]
    if objects and not _addressed(st, clause):
        return False
    if verb.lemma in _ADDRESSING and not clause.objects:
        return False
    if (first < 2 and clause.opener != "as") or clause.kind not in ("main", "aside", "bracket", "adverbial"):
        return False
    if clause.kind == "adverbial" and clause.opener != "as":
        return False
    before = "," if first - 1 in st.words.closes else st.words.mark[first - 1]
    if clause.kind == "adverbial":
        before = ","
    return before in (",", "-", "(", ")") or clause.kind == "aside"


def _addressed(st: Structure, clause: Clause) -> bool:
    """Whether its object is whom it was told to: "told reporters", not "told a joke"."""
    if clause.verb is None or clause.verb.lemma not in _ADDRESSING:
        return False
    return not any(p.figures or tagged(st, p, "told") is not None for p in clause.objects[:1])


def _takes_object(st: Structure, clause: Clause, verb: Verb, frame: str, span: Span) -> bool:
    """Whether a verb tells what is its object: "counted 12", "put the toll at 12"; not "found 40 boats"."""
    if frame == "show":
        if verb.form == "ing":
            return True
        if verb.lemma != "find" and st.words.text[span[0]] in ("it", "they", "this") and span[1] == span[0] + 1:
            return True
        heads = [p for p in st.phrases if span[0] <= p.start < span[1]]
        return any("asked" in st.said_of(p) or "told" in st.said_of(p) or "document" in st.said_of(p).get("source", "") for p in heads)
    if verb.lemma == "put":
        told = any("told" in st.words.read[k].tags for p in clause.objects for k in range(p.start, p.end))
        return told or any(p.prep in _AT and p.figures for p in clause.obliques)
    if verb.lemma in ("add", "declare") or verb.lemma in _ADDRESSING:
        return False
    if verb.lemma == "identify" and clause.objects and st.words.text[clause.objects[0].head].endswith(("self", "selves")):
        return False
    if verb.lemma == "call" and verb.form != "ing" and st.words.text[verb.end : verb.end + 1] not in (["for"], ["on"]):
        named = any(k > verb.end for k in st.words.opens)  # "called half of them 'fools'"
        return clause.complement is not None or len(clause.objects) > 1 or named
    return frame == "" or bool(clause.objects or clause.obliques or clause.complement)


def _passive(
    st: Structure, clause: Clause, verb: Verb, what: tuple[Class, str], children: list[Clause]
) -> Telling | None:
    """"N deaths were reported by X", "the toll was put at 12 by X", "was quoted as saying"."""
    cls, frame = what
    by = next((p for p in clause.obliques if p.prep == "by" and p.start >= verb.end), None)
    if by is None or frame == "strict" or "active" in getattr(line(verb.lemma), "tags", ()):
        return None
    span = extent(st, by)
    if "as" in (clause.opener, st.words.text[verb.start], st.words.text[verb.start - 1]):  # "As reported by X, …"
        left = left_start(st, verb.start)
        return Telling(cls, (verb.at, verb.at + 1), span, None, 0, [(left, verb.start), (span[1], len(st.tags))], post=True)
    start = clause.subject.start if clause.subject is not None else verb.start
    return Telling(cls, (verb.at, verb.at + 1), span, clause, 0, [(start, by.start)], post=True, weak=1)


def _quoted_as(st: Structure, clause: Clause, verb: Verb) -> Telling | None:
    """"The paper quoted the ministry as saying 12 died", "the ministry was quoted as saying": the ministry, by way of it."""
    quoting = next((c for c in reversed(st.clauses) if c.verb is not None and c.verb.lemma in ("quote", "cite")
                    and c.verb.at < verb.at), None)  # fmt: skip
    if quoting is None or quoting.subject is None or quoting.verb is None:
        return None
    cue, since = (verb.at, verb.at + 1), verb.end
    if quoting.verb.passive:
        return Telling("report", cue, extent(st, quoting.subject), clause, since)
    told = next((p for p in st.phrases if p.start == quoting.verb.end), None)
    if told is None:
        return None
    return Telling("report", cue, extent(st, told), clause, since, via=extent(st, quoting.subject))


def _citing(st: Structure, clause: Clause, span: Span, cue: Span) -> Telling | None:
    """"Reuters said 12 had died, citing the governor": the governor, by way of Reuters."""
    if not clause.objects:
        return None
    first = clause.objects[0]
    known = any(tagged(st, first, name) is not None for name in ("source", "told", "asked"))
    if not known and not st.words.capital[first.head]:
        return None
    told = extent(st, first)
    return Telling("report", cue, told, None, 0, [(left_start(st, cue[0]), cue[0]), (told[1], len(st.words.text))], via=span, post=True)

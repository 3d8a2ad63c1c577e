"""What an event covers: before it, after it, or both."""

from __future__ import annotations

from figcheck.attribution.event import Event, Span
from figcheck.attribution.frame import BREAK, DASH, QUOTE, Frame
from figcheck.attribution.lexicon import Cue, small
from figcheck.attribution.senses import RELATIVE

__all__ = ["COORDINATE", "content_end", "left_start", "placed"]

COORDINATE = small("coordinate")
_OPENS = small("opens_clause")
_ASIDE = small("aside")
_SHORT = 7  # words between dashes that only say the same again: "more than half - 55 percent - of"


def placed(f: Frame, i: int, cue: Cue, source: Span, start: int, found: list[Event]) -> Event:
    """The event of a verb at i whose source stands before it, with what it covers."""
    words, n = f.words, f.n
    a = source[0]
    p = f.next_break(i + 1)
    noun = cue.frame == "noun"
    parted = a > 1 and words[a - 1] in BREAK and words[a] not in RELATIVE
    tail = not noun and _tail(f, i + 1, p, cue)

    def event(covers: list[Span], post: bool = False) -> Event:
        return Event(cue.cls, (i, i + 1), source, covers, post=post, frame=cue.frame, start=start)

    if parted and not noun and _quoted_left(f, a) and (tail or not any(e.reaches(a - 2) and not e.post for e in found)):
        return event([(left_start(f, a), a), *(r for r in f.ranges if r[0] > i)], post=True)
    if parted and tail and not _quote_right(f, p):
        ends = p >= n or words[p] in ".!?;)"
        if ends and not f.clause(0, a - 1):
            return event([(0, a)] if cue.lemma not in small("addressing") else [], post=True)
        covers = [(left_start(f, a), a)]
        if not ends and ((words[p + 1 : p + 2] and words[p + 1] in QUOTE) or not _quoted(f, a - 1)):
            covers.append((p + 1, n))
        return event(covers, post=True)
    if start and words[start - 1] == "as" and tail and p < n - 1 and (start == 1 or words[start - 2] in BREAK):
        return event([(0, start - 1), (p, n)])
    end = _right_end(f, i, a, start, noun)
    covers = _without_aside(f, _content_start(f, i, cue), end)
    if not noun and end < n - 2 and words[end] == "," and words[end + 1] in _ASIDE:
        again = _resumes(f, end + 1, quote=True)
        if again < n and not any(words[m] == "," and words[m + 1] in COORDINATE for m in range(i, end)):
            covers.append((again, n))
    return event(covers)


def _quoted(f: Frame, k: int) -> bool:
    return f.quoted is not None and k > 0 and f.quoted[k]


def _quoted_left(f: Frame, a: int) -> bool:
    """Whether a quotation ends right before word a."""
    return f.words[a - 1] in QUOTE or (f.words[a - 1] == "," and f.words[a - 2] in QUOTE)


def _quote_right(f: Frame, p: int) -> bool:
    """Whether a quotation starts at the break p."""
    words, n = f.words, f.n
    return p < n and (words[p] in QUOTE or (p + 1 < n and words[p] in ",:" and words[p + 1] in QUOTE))


def left_start(f: Frame, a: int) -> int:
    """Where what stands before word a starts: after a semicolon or an open bracket, else with the sentence."""
    words = f.words
    k = a - 2
    closed = False
    while k > 0 and words[k] != ";":
        if words[k] == ")":
            closed = True
        elif words[k] == "(":
            if not closed:
                return k + 1
            closed = False
        k -= 1
    return 0 if k <= 0 or words[k + 1] == "and" else k + 1


def _tail(f: Frame, i: int, p: int, cue: Cue) -> bool:
    """Whether words i..p only say when, where or to whom it was said."""
    if i >= p:
        return True
    words, lex = f.words, f.lex
    w = words[i]
    if cue.lemma in small("addressing"):
        return "that" not in words[i:p] and not f.clause(i, p)
    if w in lex.day or w in lex.tail or f.adverb(i):
        return not f.clause(i, p) or w in ("as", "when", "while", "after", "before")
    if w != "to" or cue.lemma in small("infinitive") or i + 1 >= p:
        return False
    to = words[i + 1]
    return (to in lex.determiner or f.capital(i + 1) or to in small("listener")) and not f.clause(i, p)


def _content_start(f: Frame, i: int, cue: Cue) -> int:
    """Where what was said starts: after whom it was told to, and after "two days later"."""
    words = f.words
    if cue.lemma in small("addressing") and "that" in words[i + 2 : i + 14]:
        return words.index("that", i + 2)
    if i + 3 < f.n and words[i + 2] in small("span") and words[i + 3] in small("ago"):
        return i + 4
    return i + 1


def _right_end(f: Frame, i: int, a: int, start: int, noun: bool) -> int:
    """Where what follows a verb stops being covered."""
    words, n = f.words, f.n
    opener = words[start - 1] if start > 0 else ""
    lead = words[start]
    if words[a] in ("who", "which") and a > 0 and words[a - 1] == ",":
        return _resumes(f, i + 1)
    if opener in _OPENS and (start == 1 or words[start - 2] in BREAK):
        lead, opener = opener, ","
    if lead in _OPENS and (start == 0 or opener in BREAK):
        return _next(f, i + 1, ",")
    if opener == "(":
        return _next(f, i + 1, ")")
    end = content_end(f, i + 1)
    if noun:
        for k in range(i + 2, end):
            if words[k] in small("ends_object"):
                return k
            if words[k] == "," and k + 1 < n and (words[k + 1] == "but" or words[k + 1].endswith("ing")):
                return k
    return end


def _next(f: Frame, k: int, mark: str) -> int:
    """The next mark at or after word k, else the sentence's end."""
    while k < f.n and f.words[k] != mark:
        k += 1
    return k


def content_end(f: Frame, k: int) -> int:
    """Where the content that starts at k ends: at an aside of the writer's, else with the sentence."""
    words, n, quoted = f.words, f.n, f.quoted
    dashed = False
    for i in range(k + 1, n - 1):
        w = words[i]
        if quoted is not None and quoted[i]:
            continue
        if w == "," and words[i + 1] in _ASIDE:
            return i
        if w in DASH:
            if dashed:
                return n
            if DASH.isdisjoint(words[i + 1 :]):
                return i
            dashed = True
    return n


def _without_aside(f: Frame, a: int, b: int) -> list[Span]:
    """Words a..b without what stands between two dashes, where that is a clause or long: the writer's own words."""
    words, quoted = f.words, f.quoted
    dashes = [k for k in range(a, b) if words[k] in DASH and (quoted is None or not quoted[k])]
    if len(dashes) != 2:
        return [(a, b)]
    first, second = dashes
    if second - first <= _SHORT and not any(f.finite(k) for k in range(first + 1, second)):
        return [(a, b)]
    return [(a, first), (second, b)]


def _resumes(f: Frame, k: int, quote: bool = False) -> int:
    """The comma after which the main clause goes on with its verb, or (`quote`) with a quotation."""
    words, n = f.words, f.n
    while k < n - 1:
        if words[k] == ",":
            if f.finite(k + 1) or (quote and words[k + 1] in QUOTE):
                return k
            if k + 2 < n and f.adverb(k + 1) and f.finite(k + 2):
                return k
        k += 1
    return n

"""Events without a verb: "according to", "per", colons and dashes; and sentences that only say who spoke."""

from __future__ import annotations

from figcheck.attribution.event import Event, Span
from figcheck.attribution.frame import BREAK, QUOTE, Frame
from figcheck.attribution.kinds import is_outlet
from figcheck.attribution.lexicon import small
from figcheck.attribution.scope import left_start
from figcheck.attribution.sources import after, before
from figcheck.attribution.verbs import main_subject

__all__ = ["according", "bare", "colon", "introduced", "per", "trailing"]


def according(f: Frame, i: int) -> Event | None:
    """ "according to X": what stands before it in its clause; all that follows where it opens the clause."""
    words, n = f.words, f.n
    found = after(f, i + 2)
    if found is None:
        return None
    before_it = words[i - 1] if i else ""
    opens = (
        i == 0 or before_it in f.lex.coordinator or (before_it in BREAK and before_it != "," and before_it not in QUOTE)
    )
    left = left_start(f, i)
    if opens or not f.clause(left, i - 1):
        return Event("report", (i, i + 2), found, [(left, i), (f.next_break(found[1]), n)])
    covers = [(left, i)]
    if (
        words[left] in small("opens_clause") and "," in words[left:i] and words.index(",", left) == i - 1
    ):  # "While A, according to X, B"
        covers.append((f.next_break(found[1]), n))
    return Event("report", (i, i + 2), found, covers, post=True)


def per(f: Frame, i: int) -> Event | None:
    """ "Per the ministry, N died" and "N died, per the ministry"."""
    words = f.words
    if (i and words[i - 1] != ",") or i + 1 >= f.n or not (words[i + 1] == "the" or f.capital(i + 1)):
        return None
    found = after(f, i + 1)
    if found is None:
        return None
    covers = [(0, i)] if i else [(found[1], f.n)]
    return Event("report", (i, i + 1), found, covers, post=bool(i))


def colon(f: Frame, i: int) -> Event | None:
    """ "X: content" at the start of a sentence, and whoever it is that a quotation after a colon belongs to."""
    words, n, lex = f.words, f.n, f.lex
    if not i or i + 1 >= n:
        return None
    if words[i + 1] in QUOTE:
        a, b = _label(f, i)
        if a < b <= a + 8 and not f.clause(a, b) and words[a] not in lex.preposition and f.capital(a):
            return Event("report", (i, i + 1), (a, b), [(i + 1, n)])
        agent = next(
            (k for k in range(i - 2, max(1, i - 7), -1) if words[k] == "by" and words[k - 1].endswith("ed")), None
        )
        if agent is not None:  # "borne out by this finding:"
            return Event("report", (i, i + 1), (agent + 1, i), [(i + 1, n)])
        return main_subject(f, i)
    if i > 8 or f.clause(0, i) or words[0] in lex.preposition or not f.capital(0):
        return None
    if words[i + 1] == "'" or words[i - 1] in lex.body or _headline_source(f, i):
        return Event("report", (i, i + 1), (0, i), [(i + 1, n)])
    return None


def _headline_source(f: Frame, i: int) -> bool:
    """Whether the words before a headline's colon are an outlet or an acronym: "Reuters: 30 dead in fire"."""
    if f.sentence.part.name != "title":
        return False
    start, end = f.span(0, i)
    raw = f.sentence.part.text[start:end]
    return is_outlet(raw) or (i == 1 and raw.isalpha() and raw.isupper() and len(raw) > 1)


def _label(f: Frame, i: int) -> Span:
    """The name before the colon at i: "More from Ana Ruiz (D):"."""
    words = f.words
    end = i
    if words[i - 1] == ")" and "(" in words[: i - 1]:
        end = words.index("(")
    k = end - 1
    while k >= 0 and words[k] not in BREAK:
        k -= 1
    return (k + 3 if words[k + 1 : k + 3] == ["more", "from"] else k + 1), end


def trailing(f: Frame, i: int) -> Event | None:
    """A headline's source at its end: "30 dead in fire: police", "30 dead - ministry"."""
    words, n = f.words, f.n
    end = n - 1 if words[n - 1] in ".!?" else n
    if not 0 < end - i - 1 <= 4 or i < 2 or f.sentence.end - f.sentence.start > 120:
        return None
    last = words[end - 1]
    acronym = f.sentence.part.name == "title" and last.isalpha() and f.sentence.raw(end - 1).isupper()
    if last in f.lex.body or acronym:
        return Event("report", (i, i + 1), (i + 1, end), [(0, i)], post=True)
    return None


def introduced(f: Frame) -> Event | None:
    """The subject of a sentence that ends in a colon: "X made this remark:"."""
    return main_subject(f, f.n - 1)


def bare(f: Frame, found: list[Event]) -> Event | None:
    """The event of a sentence that is no more than "X asked." or "X said on Tuesday, …"."""
    words, lex = f.words, f.lex

    def only(k: int) -> bool:
        return f.next_break(k) == k or words[k] in lex.tail or words[k] in lex.day or f.adverb(k)

    for e in found:
        if e.cls == "will" or e.frame == "noun":
            continue
        return e if min(e.source[0], e.cue[0]) <= 1 and only(max(e.cue[1], e.source[1])) else None
    for i in range(1, min(8, f.n)):
        cue = lex.verbs.get(words[i])
        if cue is not None and cue.cls == "report" and cue.frame in ("clause", "strict") and cue.form in ("past", "s"):
            subject = before(f, i - 1)
            if subject is not None and subject[0] == 0 and only(i + 1):
                return Event(cue.cls, (i, i + 1), subject[:2], [])
            return None
    return None

"""Events of cue verbs: the source before the verb, after it ("said Ana Ruiz"), or shared with a verb before it."""

from __future__ import annotations

from figcheck.attribution.event import Event, Span
from figcheck.attribution.frame import BREAK, DASH, QUOTE, Frame
from figcheck.attribution.lexicon import Cue, small
from figcheck.attribution.scope import content_end, left_start, placed
from figcheck.attribution.senses import RELATIVE, is_subject, is_verb, means, speech_after
from figcheck.attribution.sources import after, before

__all__ = ["main_subject", "subject_of", "verb_event"]

_PLAIN = Cue("do", "report", "clause", "past")


def verb_event(f: Frame, i: int, cue: Cue, found: list[Event]) -> Event | None:
    """The event of the cue verb at word i; None where it is none or nobody stands behind it."""
    words, lex = f.words, f.lex
    if not is_verb(f, i, cue):
        return None
    before_it = words[i - 1] if i else ""
    j, passive = _group(f, i)
    if passive and before_it == "'s" and cue.cls != "will":  # "who's called for" is "has"
        passive = False
    if cue.form in ("past", "participle"):
        bare = j == i - 1 and words[i + 1 : i + 2] == ["by"] and cue.lemma not in small("issuing")
        passive = passive or bare or before_it == "as"
    else:
        passive = False
    if j > 1 and words[j] == "to" and words[j - 1] in small("ready"):
        j, passive = _ready(f, j - 2), False
    if j >= 0 and (words[j] == "to" or (words[j] == "'s" and not f.possessed(j))):
        return None
    if passive:
        return None if cue.lemma == "quote" or cue.lemma in small("no_passive") else _passive(f, i, cue)
    if not means(f, i, cue) or (cue.form == "participle" and j == i - 1):
        return None
    shared = j < 0 or words[j] in lex.coordinator or (words[j] in BREAK and words[j] not in QUOTE and words[j] != ")")
    if cue.form == "ing" and not (j < i - 1 and not lex.be.isdisjoint(words[j + 1 : i])):
        return _participle(f, i, j, cue, found, shared)
    return _finite(f, i, j, cue, found, shared)


def _finite(f: Frame, i: int, j: int, cue: Cue, found: list[Event], shared: bool) -> Event | None:
    """A finite cue verb: inverted after a quotation, else with its subject before it, else inverted, else shared."""
    quoted = j >= 0 and j == i - 1 and (f.words[j] in QUOTE or (f.quoted is not None and f.quoted[j]))
    if quoted:
        event = _inverted(f, i, j, cue)
        if event is not None:
            return event
    subject = before(f, j)
    if subject is None:
        event = None if quoted else _inverted(f, i, j, cue)
        if event is None and shared and cue.form != "base":
            event = _continued(f, i, cue, found)
        return event
    a, b, start = subject
    if not is_subject(f, i, j, cue, a, b):
        return None
    if cue.lemma == "quote":
        told = after(f, i + 1)
        if told is not None and f.words[told[1] : told[1] + 1] == ["as"]:
            return Event(cue.cls, (i, i + 1), told, [(told[1], content_end(f, told[1]))], via=(a, b), start=start)
    event = placed(f, i, cue, (a, b), start, found)
    event.modal = not small("modal").isdisjoint(f.words[j + 1 : i])
    return event


def _group(f: Frame, i: int) -> tuple[int, bool]:
    """The word before the auxiliaries, adverbs and times that stand before a verb; and whether "be" is among them."""
    words, lex = f.words, f.lex
    j = i - 1
    be = False
    while j >= 0:
        w = words[j]
        if w in lex.be:
            if w == "'s" and not f.possessed(j):
                break
            be = True
        elif (k := f.timed(j)) <= j:
            j = k
        elif not (w in lex.auxiliary or f.adverb(j) or (w in ("more", "most", "less") and f.adverb(j + 1))):
            break
        j -= 1
    return j, be


def _ready(f: Frame, j: int) -> int:
    """The word before "is quick" in "is quick to say", before "went" in "went on to say"."""
    words, lex = f.words, f.lex
    while j >= 0 and (
        words[j] in lex.be or words[j] in lex.auxiliary or words[j] in ("went", "goes", "go") or f.adverb(j)
    ):
        j -= 1
    return j


def _participle(f: Frame, i: int, j: int, cue: Cue, found: list[Event], shared: bool) -> Event | None:
    """An -ing form: "adding that", "by promising", "a statement saying", "a poll showing"."""
    words, lex = f.words, f.lex
    before_it = words[i - 1] if i else ""
    if cue.lemma == "rule" or (cue.lemma == "demand" and j < i - 1):
        return None
    if shared:
        return _continued(f, i, cue, found)
    if cue.lemma in ("find", "report", "offer") and before_it not in lex.body:
        return None
    if before_it in lex.preposition:
        if before_it not in ("by", "in", "without", "before", "after", "while"):
            return None
        return _clause_subject(f, i, cue) or _continued(f, i, cue, found)
    writing = cue.frame != "noun" or cue.lemma == "call"
    if before_it in lex.writing and writing:
        return main_subject(f, i, cue)
    subject = before(f, j)
    if subject is None:
        return None
    a, b, start = subject
    if writing and not lex.writing.isdisjoint(words[a:b]):
        return main_subject(f, i, cue) or placed(f, i, cue, (a, b), start, [])
    if words[a] == "with":
        a += 1
    elif before_it not in lex.body:
        if not speech_after(f, i):
            return None
        near = max((m + 1 for m in range(a, b) if words[m] in lex.preposition), default=a)
        if near < b and f.capital(near):  # "footage of Ana Ruiz asking"
            a = near
    if a >= b or not is_subject(f, i, j, cue, a, b):
        return None
    return placed(f, i, cue, (a, b), start, found)


def _inverted(f: Frame, i: int, j: int, cue: Cue) -> Event | None:
    """'"…," said X' and ', said X,'."""
    words = f.words
    if j != i - 1 or j < 0 or cue.lemma not in small("inverting") or cue.form not in ("past", "s", "base"):
        return None
    quote = words[j] in QUOTE or (f.quoted is not None and f.quoted[j])
    if not quote and words[j] != "," and words[j] not in DASH:
        return None
    found = after(f, i + 1, verb=True)
    if found is None or words[found[0]] == "that":
        return None
    a, b = found
    if not quote and ((b < f.n and f.finite(b)) or words[a] in f.lex.day or f.adverb(a) or not f.clause(0, j)):
        return None
    covers = [(left_start(f, i), i), *(r for r in f.ranges if r[0] >= b)]
    return Event(cue.cls, (i, i + 1), (a, b), covers, post=True)


def _passive(f: Frame, i: int, cue: Cue) -> Event | None:
    """ "N deaths were reported by X"; with nobody named it is hearsay."""
    words = f.words
    for k in range(i + 1, min(i + 6, f.n)):
        if words[k] in BREAK:
            return None
        if words[k] == "by":
            found = after(f, k + 1)
            if found is not None:
                if words[i - 1] == "as":
                    return Event(cue.cls, (i, i + 1), found, [(0, i), (found[1], f.n)], post=True)
                return Event(cue.cls, (i, i + 1), found, [(0, i)], post=True, frame="noun")
    return None


def _continued(f: Frame, i: int, cue: Cue, found: list[Event]) -> Event | None:
    """ "X said …, adding that …": the source of the event before."""
    if not found:
        return main_subject(f, i, cue)
    return Event(cue.cls, (i, i + 1), found[-1].source, [(i + 1, f.n)])


def _clause_subject(f: Frame, i: int, cue: Cue) -> Event | None:
    """The subject of the nearest verb before it in its clause: "X won over crowds by promising …"."""
    words = f.words
    for k in range(i - 2, 0, -1):
        if words[k] in BREAK or words[k] in f.lex.subordinator or words[k] == "that":
            return None
        if f.finite(k) and not _attributive(f, k):
            subject = subject_of(f, k)
            if subject is None:
                return None
            return Event(cue.cls, (i, i + 1), subject, [(i + 1, content_end(f, i + 1))])
    return None


def main_subject(f: Frame, i: int, cue: Cue = _PLAIN) -> Event | None:
    """The subject of the sentence's first verb, for a cue at i that has none: "X went to court, arguing …"."""
    words, quoted = f.words, f.quoted
    first = max((k + 1 for k in range(i) if words[k] == ";"), default=0)
    if words[0] in f.lex.subordinator and "," in words[:i]:
        first = max(first, words.index(",") + 1)
    for k in range(first, i - 1):
        if (f.finite(k) or _present(f, k)) and not _attributive(f, k):
            subject = subject_of(f, k)
            if subject is not None and words[subject[0]] in RELATIVE and subject[1] == subject[0] + 1:
                continue
            return Event(cue.cls, (i, i + 1), subject, [(i + 1, f.n)]) if subject is not None else None
        if quoted is not None and quoted[k]:
            return None
    return None


def subject_of(f: Frame, k: int) -> Span | None:
    """The subject of any verb at k."""
    subject = before(f, f.before_verb(k))
    if subject is None or not is_subject(f, k, k - 1, _PLAIN, *subject[:2]):
        return None
    return subject[:2]


def _present(f: Frame, k: int) -> bool:
    """Whether an -s word before a determiner is a verb: "runs an oil field"."""
    w = f.words[k]
    return (
        k > 0 and w.endswith("s") and not w.endswith("ss") and not f.capital(k) and f.words[k + 1] in f.lex.determiner
    )


def _attributive(f: Frame, k: int) -> bool:
    """Whether the -ed word at k stands before its noun: "a proposed tax"."""
    prev = f.words[k - 1] if k else ""
    if k > 1 and f.words[k - 2] in f.lex.determiner and f.adverb(k - 1):  # "a swiftly called meeting"
        return True
    return not prev or prev in f.lex.determiner or prev in f.lex.preposition or prev == "'s"

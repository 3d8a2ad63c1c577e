"""Figures with no numeral: "a man was killed", "killing the pilot", "no one was hurt"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from figcheck.claims import lexicon as lx
from figcheck.claims.found import Found, told
from figcheck.claims.people import THING, is_person
from figcheck.claims.view import Hit, View
from figcheck.drafts import Figure
from figcheck.models import Quantity
from figcheck.text import Part
from figcheck.words import load

__all__ = ["Implied", "find", "sentences"]

_NAMES = frozenset(name for name, m in lx.MEASURES.items() if m.implicit)
_STEMS = tuple(load("measures.toml")["killed"]["stems"].split())
_WORD = re.compile(r"[^\W\d_]+")
_INDEFINITE = frozenset({"a", "an", "another"})
_DEFINITE = lx.words("definite")
_HE = frozenset({"he", "she", "who"})
_SELF = frozenset({"himself", "herself"})
_NO_NAME = frozenset(load("places.toml")["not_place"].split()) | {"images", "however", "photo", "shooting", "news"}
# a death that is spoken of as known, and not told: "a protest over the death of"
_KNOWN = lx.words("known")
_GLUE = frozenset({",", "and", "&"})
_GROUP = lx.BE | lx.HAVE | lx.MODAL | lx.ADVERB | lx.COPULA | lx.NEGATION
_PLURAL = re.compile(r"(?:[^s]s|men|people|children|police|troops)$")


class Implied:
    """Those told without a numeral, "a man" or "a woman and her son": the span of the noun phrase, what befell it."""

    __slots__ = ("count", "end", "found", "head", "new", "start")

    def __init__(self, start: int, end: int, head: str, found: Found, new: bool) -> None:
        self.start = start  # tokens
        self.end = end
        self.head = head
        self.found = found
        self.new = new  # "a man" brings somebody in; "the man" may have been counted before
        self.count = 1

    def figure(self, view: View) -> Figure:
        """The figure of one, or of as many as are joined, that it stands for."""
        s = view.sentence
        span = (s.starts[self.start], s.ends[self.end - 1])
        return Figure(s, *span, _of(self.count), "count", counted=self.head, noun=span, form="words")


@cache
def _of(count: int) -> Quantity:
    n = Decimal(count)
    return Quantity(low=n, high=n, stated=n, hedge="exact", step=Decimal(1), expected=(n, n))


def sentences(part: Part) -> set[int]:
    """The indexes of the sentences in which one of the triggers stands."""
    lower = part.lower
    found: set[int] = set()
    for stem in _STEMS:
        at = lower.find(stem)
        while at >= 0:
            m = _WORD.match(lower, at)
            if m and m.group() in lx.TRIGGERS and (at == 0 or not lower[at - 1].isalnum()):
                sentence = part.sentence_at(at)
                if sentence is not None:
                    found.add(sentence.index)
                    at = sentence.end
            at = lower.find(stem, at + 3)
    return found


def find(view: View) -> Iterator[Implied]:
    """The implied ones of a sentence, in order of their triggers."""
    seen: set[int] = set()
    for hit in view.hits:
        if hit.trigger.measure not in _NAMES or hit.role & lx.HARM:
            continue
        found = told(view, hit, "implicit")
        if found.measure not in _NAMES or (found.measure == "injured" and found.sense is not None):
            continue
        fresh = [one for one in _of_hit(view, hit, found) if one.start not in seen]
        seen.update(one.start for one in fresh)
        yield from _joined(view, sorted(fresh, key=lambda one: one.start))


def _joined(view: View, found: list[Implied]) -> Iterator[Implied]:
    """Phrases with nothing but "and" or a comma between them are one: "a woman and her son" are two people."""
    words = view.words
    last: Implied | None = None
    for one in found:
        if last is not None and all(w in _GLUE or w.isdigit() for w in words[last.end : one.start]):
            last.end, last.head = one.end, "people"
            last.count += 1
            last.new = last.new or one.new
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


def _of_hit(view: View, hit: Hit, found: Found) -> Iterator[Implied]:
    role, words, codes = hit.role, view.words, view.codes
    if role & lx.NOUN and hit.start and words[hit.start] in {"death", "fatality"}:
        if words[hit.start - 1] in _INDEFINITE and _ends(view, hit.end):
            yield Implied(hit.start - 1, hit.end, "death", found, True)
            return
    if role & lx.OF and hit.start > 1 and words[hit.start - 1] == "'s":
        yield from _possessor(view, hit.start - 2, found)
        return
    if role & lx.OF and hit.end < len(words) and words[hit.end] == "of":
        if not _KNOWN.isdisjoint(words[max(0, hit.start - 4) : hit.start]):
            return
        yield from _phrases(view, hit.end + 1, found)
        return
    if role & (lx.PASSIVE | lx.FATE | lx.STATE):
        subject = _subject(view, hit)
        if subject is not None:
            yield from _before(view, subject, found)
            return
    if role & lx.ACTIVE:
        j = _outcome(view, hit.end)
        while j < len(words) and codes[j] & lx.ADVERB and not codes[j] & lx.DETERMINER:
            j += 1
        yield from _phrases(view, j, found)


def _possessor(view: View, j: int, found: Found) -> Iterator[Implied]:
    """ "the teenager's death", "Smith's murder"."""
    word = view.words[j]
    raw = view.sentence.raw(j)
    if is_person(word) and not _PLURAL.search(word):
        yield Implied(j, j + 1, word, found, False)
    elif raw[:1].isupper() and view.codes[j] == 0 and word not in _NO_NAME:
        start = j
        while start > 0 and view.codes[start - 1] == 0 and view.sentence.raw(start - 1)[:1].isupper():
            start -= 1
        yield Implied(start, j + 1, word, found, False)


def _subject(view: View, hit: Hit) -> int | None:
    """The token where the verb group of a passive, a fate or a state begins; None where the hit is active."""
    codes, words = view.codes, view.words
    j = hit.start
    if hit.trigger.words == ("to", "death") and j and codes[j - 1] == 0:
        j -= 1  # "was beaten to death"
    be = have = modal = passive = False
    while j > 0 and codes[j - 1] & _GROUP and words[j - 1] not in {"another", "one"} and j - 1 not in view.at_start:
        be = be or bool(codes[j - 1] & (lx.BE | lx.COPULA))
        passive = passive or bool(codes[j - 1] & lx.BE)
        have = have or bool(codes[j - 1] & lx.HAVE)
        modal = modal or bool(codes[j - 1] & lx.MODAL)
        j -= 1
        if j and words[j - 1] in {"and", "then"} and j - 2 >= 0 and j - 1 in view.by_end:
            break
    if j and words[j - 1] == "and" and j - 1 in view.by_end:  # "shot and killed"
        return _subject(view, view.by_end[j - 1])
    role = hit.role
    if role & lx.PASSIVE and not role & lx.FATE:
        if (have or modal) and not be:
            return None
        if not passive and role & lx.ACTIVE and _object(view, _outcome(view, hit.end)):
            return None
    if role & lx.FATE and role & lx.ING:
        return None
    return j


def _outcome(view: View, j: int) -> int:
    """Past "dead", "to death", "and killed" after a verb."""
    words = view.words
    if words[j : j + 1] == ["dead"]:
        return j + 1
    if words[j : j + 2] == ["to", "death"]:
        return j + 2
    if words[j : j + 1] == ["and"]:
        k = j + 1
        while k < len(words) and view.codes[k] & lx.ADVERB and k not in view.by_start:
            k += 1
        hit = view.by_start.get(k)
        if hit is not None and hit.role & lx.ACTIVE:
            return hit.end
    return j


def _object(view: View, j: int) -> bool:
    codes, words = view.codes, view.words
    while j < len(words) and codes[j] & lx.ADVERB and not codes[j] & lx.DETERMINER:
        j += 1
    if j >= len(words):
        return False
    if j in view.at_start:
        return True
    return bool(codes[j] & (lx.DETERMINER | lx.PRONOUN)) or (codes[j] == 0 and is_person(words[j])) or words[j] in _SELF


def _before(view: View, end: int, found: Found) -> Iterator[Implied]:
    """The subject whose verb group begins at token `end`."""
    words, codes = view.words, view.codes
    low = max(0, end - 24)
    finite = bool(codes[end] & (lx.BE | lx.HAVE)) or bool(end in view.by_start and view.by_start[end].role & lx.FATE)
    j = end - 1
    if j < 0:
        return
    if words[j] in _HE:
        if words[j] == "who":
            j = _antecedent(view, j)
            if j < 0:
                return
        else:
            yield Implied(j, j + 1, words[j], found, False)
            return
    if words[j] == "another" or (words[j] == "other" and j and words[j - 1] == "the"):
        yield Implied(j, j + 1, words[j], found, True)
        return
    if words[j] == ")" and "(" in words[max(0, j - 6) : j]:
        while words[j] != "(":
            j -= 1
        j -= 1  # "Prahlad Singh (40) was killed"
        if j < 0:
            return
    stop = j + 1
    if words[j] == ",":
        stop = j
    phrase = None
    while j >= low:
        code, word = codes[j], words[j]
        if j in view.at_start and view.at_start[j].figure.kind == "count" and not _aside(view, j):
            return
        if word in _INDEFINITE or word in _DEFINITE:
            if not (j and codes[j - 1] & lx.PREPOSITION) or (
                j and words[j - 1] in {"after", "when", "as", "that", "before", "since"}
            ):
                phrase = _phrase(view, j, stop, found)
                break
            stop = j - 1
        elif (
            code & (lx.STOP | lx.SUBORDINATE | lx.RELATIVE)
            and word not in {'"', "(", ")", "-"}
            and not code & lx.PREPOSITION
        ):
            if word in {"who", "whose"}:
                stop = j
                j -= 1
                continue
            phrase = _bare(view, j + 1, stop, found, finite)
            break
        elif code & lx.REPORT and not code & lx.COPULA:
            phrase = _bare(view, j + 1, stop, found, finite)
            break
        elif word in _NOMINATIVE:
            return
        elif j == low:
            phrase = _bare(view, j, stop, found, finite)
        j -= 1
    if phrase is None:
        return
    yield phrase
    if phrase.end < stop and words[phrase.end] in _GLUE:
        yield from _more(view, phrase.end, stop, found)
    first = phrase.start
    if first > 1 and codes[first - 1] & lx.AND and (first - 2) >= 0 and words[first - 1] == "and":
        # "a woman and her son died"
        for k in range(first - 2, max(-1, first - 12), -1):
            if words[k] in _INDEFINITE or words[k] in _DEFINITE:
                if not (k and codes[k - 1] & lx.PREPOSITION):
                    other = _phrase(view, k, first - 1, found)
                    if other is not None:
                        yield other
                return
            if codes[k] & (lx.STOP | lx.SUBORDINATE | lx.RELATIVE | lx.REPORT | lx.BE):
                return


def _more(view: View, start: int, stop: int, found: Found) -> Iterator[Implied]:
    """Bare nouns joined to the first: "Man, woman found dead", "a woman and 3-year-old child"."""
    while start < stop and view.words[start] in _GLUE:
        other = _bare(view, start + 1, stop, found, False)
        if other is None or other.start > start + 2 or not is_person(other.head):
            return
        if other.end < stop and view.words[other.end] not in _GLUE:
            return  # "Smith, head of the team, died" is one person
        yield other
        start = other.end


def _aside(view: View, j: int) -> bool:
    """Whether the figure at j is an age or the like beside the subject: "the victim, 16, died", "a father of 3"."""
    before = view.words[j - 1] if j else ""
    return before == "of" or (
        before == "," and view.at_start[j].end < len(view.words) and view.words[view.at_start[j].end] == ","
    )


_JOINTS = lx.words("joints")
_NOMINATIVE = frozenset({"they", "we", "i", "it"})


def _antecedent(view: View, j: int) -> int:
    """The token before "who", past a comma."""
    k = j - 1
    if k >= 0 and view.words[k] == ",":
        k -= 1
    return k


def _phrase(view: View, start: int, stop: int, found: Found) -> Implied | None:
    """The noun phrase that begins with a determiner at `start`, its head the last person word before anything else."""
    words, codes = view.words, view.codes
    head = -1
    for j in range(start + 1, min(stop, start + 9)):
        word, code = words[j], codes[j]
        if code & (lx.COMMA | lx.PREPOSITION | lx.SUBORDINATE | lx.RELATIVE | lx.AND | lx.BE | lx.HAVE | lx.MODAL):
            break
        if code & lx.STOP and word != "-":
            break
        if is_person(word) or word == "year-old" or _does(word) or (word == "body" and j == start + 1):
            head = j
        elif head >= 0 and code & lx.TRIGGER:
            break
    if head < 0 and words[start] in _INDEFINITE and start + 1 < stop <= start + 5 and found.measure == "killed":
        last = stop - 1  # a head that no list knows: "a councilor-elect was killed"
        if codes[last] == 0 and words[last] not in THING and words[last][0].isalpha() and stop < len(words):
            head = last if codes[stop] & (lx.BE | lx.HAVE) else -1
    if head < 0:
        return None
    word = words[head]
    if _PLURAL.search(word) and word not in {"boss"}:
        return None
    return Implied(start, head + 1, word, found, words[start] in _INDEFINITE)


def _does(word: str) -> bool:
    """A singular noun of one who does: "supervisor", "cyclist"."""
    return word.endswith(("er", "or", "ist", "man", "woman")) and len(word) > 5 and word + "s" not in THING


def _bare(view: View, start: int, stop: int, found: Found, told_: bool) -> Implied | None:
    """A subject with no determiner: a name, or "Man" in a headline."""
    if start >= stop or view.shouting:
        return None
    sentence, words, codes = view.sentence, view.words, view.codes
    j = start
    while j < stop and (codes[j] & (lx.STOP | lx.AND | lx.ADVERB | lx.SUBORDINATE | lx.COMMA)):
        j += 1
    first = j
    head = -1
    name = False
    while j < stop and j < first + 8:
        code, word = codes[j], words[j]
        if code & (lx.COMMA | lx.PREPOSITION | lx.BE | lx.AND | lx.HAVE):
            break
        raw = sentence.raw(j)
        if word == "year-old" or (word == "old" and words[j - 1] == "year"):
            head = j
        elif is_person(word):
            if _PLURAL.search(word):
                return None
            head = j
        elif raw[:1].isupper() and code == 0:
            name = True
            head = j
        elif raw[:1].isdigit() or raw == "-" or word == "year":
            pass
        elif code & lx.DETERMINER:
            return None
        elif head >= 0:
            break
        j += 1
    if head < 0:
        return None
    word = words[head]
    person = is_person(word) or word in {"year-old", "old"}
    if not person and not ((name and j >= stop) or (name and j < len(words) and codes[j] & lx.COMMA)):
        return None
    if not person and (word in _NO_NAME or not told_ or found.measure == "missing"):
        return None
    return Implied(first, head + 1, word, found, person and not name)


def _phrases(view: View, start: int, found: Found) -> Iterator[Implied]:
    """The objects that begin at `start`: "a man", "his wife and a child", "himself"."""
    words, codes = view.words, view.codes
    j = start
    if j >= len(words):
        return
    if words[j] in _SELF or words[j] == "him" or (words[j] == "her" and _ends(view, j + 1)):
        yield Implied(j, j + 1, words[j], found, False)
        return
    if words[j] == "one" and j not in view.at_start and _ends(view, j + 1):
        yield Implied(j, j + 1, "one", found, True)
        return
    for _ in range(3):
        if j >= len(words) or j in view.at_start:
            return
        if words[j] in _INDEFINITE or words[j] in _DEFINITE:
            phrase = _phrase(view, j, len(words), found)
        else:
            phrase = _named(view, j, found)
        if phrase is None:
            return
        yield phrase
        j = phrase.end
        if j < len(words) and (codes[j] & lx.COMMA or words[j] == "and"):
            j += 2 if words[j : j + 2] == [",", "and"] else 1
            if j < len(words) and words[j] not in _INDEFINITE and words[j] not in _DEFINITE:
                return
        else:
            return


def _ends(view: View, j: int) -> bool:
    """Whether no noun stands at j, so that the word before it was the whole object."""
    return j >= len(view.words) or bool(
        view.codes[j] & (lx.STOP | lx.COMMA | lx.AND | lx.PREPOSITION | lx.SUBORDINATE | lx.RELATIVE)
    )


def _named(view: View, j: int, found: Found) -> Implied | None:
    """A name as object: "killed Smith", "the murder of journalist Jane Doe"."""
    sentence, words, codes = view.sentence, view.words, view.codes
    k = j
    capital = False
    while k < len(words) and k < j + 6:
        raw = sentence.raw(k)
        if raw[:1].isupper() and codes[k] & ~lx.TRIGGER == 0:
            capital = True
        elif not (is_person(words[k]) and not _PLURAL.search(words[k])) or capital:
            break
        k += 1
    if not capital or (k < len(words) and is_person(words[k])):
        return None
    if _PLURAL.search(words[k - 1]) and is_person(words[k - 1]):
        return None
    return Implied(j, k, words[k - 1], found, False)

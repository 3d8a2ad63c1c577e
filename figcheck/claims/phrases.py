"""Noun phrases of one person without a numeral: "a man", "his wife", "Jane Doe", "Man" in a headline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from figcheck.claims import lexicon as lx
from figcheck.claims.found import Found
from figcheck.claims.people import PERSON, THING, is_person
from figcheck.claims.view import View
from figcheck.drafts import Figure
from figcheck.models import Quantity
from figcheck.words import load

__all__ = [
    "DEFINITE",
    "GLUE",
    "INDEFINITE",
    "LEAVERS",
    "NO_NAME",
    "OWN",
    "PHRASED",
    "PLURAL",
    "SELF",
    "Implied",
    "bare",
    "ends",
    "more",
    "names",
    "none",
    "phrase",
]

INDEFINITE = frozenset({"a", "an", "another"})
DEFINITE = lx.words("definite")
LEAVERS = frozenset({"leave", "leaves", "leaving", "left", "find", "finds", "found"})
"""Verbs of which "dead" is said of the object: "left a man dead"."""
OWN = frozenset({"himself", "herself", "own", "suicide"})
"""Words of a death by one's own hand."""
SELF = frozenset({"himself", "herself"})
NO_NAME = frozenset(load("places.toml")["not_place"].split()) | {"images", "however", "photo", "shooting", "news"}
PHRASED = INDEFINITE | DEFINITE
GLUE = frozenset({",", "and", "&"})
PLURAL = re.compile(r"(?:[^s]s|men|people|children|police|troops)$")


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


def phrase(view: View, start: int, stop: int, found: Found) -> Implied | None:
    """The noun phrase that begins with a determiner at `start`, its head the last person word before anything else."""
    words, codes = view.words, view.codes
    head = -1
    for j in range(start + 1, min(stop, start + 9)):
        word, code = words[j], codes[j]
        if code & (lx.COMMA | lx.PREPOSITION | lx.SUBORDINATE | lx.RELATIVE | lx.AND | lx.BE | lx.HAVE | lx.MODAL):
            break
        if (code & lx.STOP and word != "-") or word in LEAVERS:
            break
        if is_person(word) or word == "year-old" or _does(word) or (word == "body" and j == start + 1):
            head = j
        elif head >= 0 and code & lx.TRIGGER:
            break
    if head < 0 and words[start] in INDEFINITE and _national(view, start + 1) and ends(view, start + 2):
        head = start + 1
    if head < 0 and words[start] in INDEFINITE and start + 1 < stop <= start + 5 and found.measure == "killed":
        last = stop - 1  # a head that no list knows: "a councilor-elect was killed"
        if codes[last] == 0 and words[last] not in THING and words[last][0].isalpha() and stop < len(words):
            head = last if codes[stop] & (lx.BE | lx.HAVE) else -1
    if head < 0:
        return None
    word = words[head]
    if PLURAL.search(word) and word not in {"boss"}:
        return None
    return Implied(start, head + 1, word, found, words[start] in INDEFINITE)


def _national(view: View, j: int) -> bool:
    """ "a Swiss", "a Gorvian": one named by a people."""
    return j < len(view.words) and view.sentence.raw(j)[:1].isupper() and view.codes[j] == 0 and not view.shouting


def _does(word: str) -> bool:
    """A singular noun of one who does: "supervisor", "cyclist"."""
    return word.endswith(("er", "or", "ist", "man", "woman")) and len(word) > 5 and word + "s" not in THING


def bare(view: View, start: int, stop: int, found: Found, told_: bool) -> Implied | None:
    """A subject with no determiner: a name, or "Man" in a headline."""
    if start >= stop:
        return None
    sentence, words, codes = view.sentence, view.words, view.codes
    j = start
    while j < stop and (codes[j] & (lx.STOP | lx.AND | lx.ADVERB | lx.SUBORDINATE | lx.COMMA)):
        j += 1
    first = j
    head = -1
    name = False
    while j < stop and j < first + 10:
        code, word = codes[j], words[j]
        if code & (lx.COMMA | lx.PREPOSITION | lx.BE | lx.AND | lx.HAVE):
            break
        raw = sentence.raw(j)
        if word == "year-old" or (word == "old" and words[j - 1] == "year") or is_person(word):
            head = j
        elif raw[:1].isupper() and code == 0 and (head >= 0 or not view.shouting):
            name = True
            head = j
        elif raw[:1].isdigit() or raw == "-" or word == "year":
            pass
        elif code & lx.DETERMINER:
            return None
        elif head >= 0:
            break
        j += 1
    if _full_name(view, first, stop):
        head, name, j = stop - 1, True, stop
    if head < 0:
        return None
    word = words[head]
    if PLURAL.search(word) and is_person(word):
        return None
    person = is_person(word) or word in {"year-old", "old"}
    if not person and not ((name and j >= stop) or (name and j < len(words) and codes[j] & lx.COMMA)):
        return None
    if not person and (word in NO_NAME or not told_ or found.measure == "missing"):
        return None
    return Implied(first, head + 1, word, found, person and not name)


def _full_name(view: View, first: int, stop: int) -> bool:
    """Whether a name of two words ends a subject that begins with what its bearer is: "Chess star Ada Brink"."""
    if stop - first < 3 or stop - first > 12 or view.shouting:
        return False
    raw, codes = view.sentence.raw, view.codes
    if not (raw(stop - 1)[:1].isupper() and raw(stop - 2)[:1].isupper() and raw(stop - 3).islower()):
        return False
    aged = first + 3 if view.words[first + 1 : first + 3] == ["-", "year-old"] else first
    return not any(code for j, code in enumerate(codes[aged:stop], aged) if view.words[j] not in PERSON)


def more(view: View, start: int, stop: int, found: Found) -> Iterator[Implied]:
    """Bare nouns joined to the first: "Man, woman found dead", "a woman and 3-year-old child"."""
    while start < stop and view.words[start] in GLUE:
        other = bare(view, start + 1, stop, found, False)
        if other is None or other.start > start + 2 or not is_person(other.head):
            return
        if other.end < stop and view.words[other.end] not in GLUE:
            return  # "Smith, head of the team, died" is one person
        yield other
        start = other.end


def names(view: View, last: int, found: Found) -> Implied | None:
    """A list of names that ends at token `last`: "Ada Brink, 34, and Tom Orr"."""
    words, raw = view.words, view.sentence.raw
    if view.shouting:
        return None
    while last > 0 and (words[last] == "," or words[last].isdigit()):
        last -= 1
    k = last
    count, named, joined = 0, False, False
    while k >= max(0, last - 20):
        if words[k] in GLUE:
            count, named = count + named, False
            joined = joined or words[k] == "and"
        elif raw(k)[:1].isupper() and not view.codes[k] and words[k] not in THING:
            if is_person(words[k]) and PLURAL.search(words[k]):
                break
            named = True
        elif not words[k][0].isdigit():
            break
        k -= 1
    count += named
    first = k + 1
    if first and words[first] == ",":
        return None  # "two guards, Ada Brink and Tom Orr": already counted
    while first < last and not raw(first)[:1].isupper():
        first += 1
    if count < 2 or not joined or (first and view.codes[first - 1] & (lx.PREPOSITION | lx.DETERMINER | lx.COMMA)):
        return None
    one = Implied(first, last + 1, "people", found, False)
    one.count = count
    return one


def ends(view: View, j: int) -> bool:
    """Whether no noun stands at j, so that the word before it was the whole object."""
    return j >= len(view.words) or bool(
        view.codes[j] & (lx.STOP | lx.COMMA | lx.AND | lx.PREPOSITION | lx.SUBORDINATE | lx.RELATIVE)
    )


def none(start: int, end: int, found: Found) -> Implied:
    """ "No one was killed", "no deaths": a zero."""
    one = Implied(start, end, "people", found, True)
    one.count = 0
    return one

"""The objects after a verb, of those told without a numeral: "killing the pilot", "the murder of Ada Brink"."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck.claims import lexicon as lx
from figcheck.claims.found import Found
from figcheck.claims.people import is_person
from figcheck.claims.phrases import (
    DEFINITE,
    GLUE,
    INDEFINITE,
    NO_NAME,
    PHRASED,
    PLURAL,
    SELF,
    Implied,
    ends,
    phrase,
)
from figcheck.claims.view import View

__all__ = ["objects", "possessor"]

_AGED = frozenset({"year-old", "month-old", "week-old", "day-old"})
_BETWEEN = 8  # tokens of a count's own phrase before what is joined to it
_CLAUSE = lx.STOP | lx.BE | lx.HAVE | lx.MODAL | lx.RELATIVE | lx.SUBORDINATE & ~lx.PREPOSITION | lx.REPORT


def objects(view: View, start: int, found: Found) -> Iterator[Implied]:
    """The objects that begin at `start`: "a man", "his wife and a child", "himself"."""
    words, codes = view.words, view.codes
    j = start
    if j >= len(words):
        return
    if words[j] in SELF or words[j] == "him" or (words[j] == "her" and ends(view, j + 1)):
        yield Implied(j, j + 1, words[j], found, False)
        j += 1
        if j + 1 >= len(words) or words[j] not in GLUE or words[j + 1] not in DEFINITE:
            return
        j += 1
    if words[j] == "one" and j not in view.at_start and ends(view, j + 1):
        yield Implied(j, j + 1, "one", found, True)
        return
    if words[j] == "both" and ends(view, j + 1):
        both = Implied(j, j + 1, "both", found, False)
        both.count = 2
        yield both
        return
    for _ in range(4):
        aged = _aged(view, j, found)
        if aged is not None:
            yield aged
            return
        while j in view.at_start:
            j = _past_count(view, j)
        if j >= len(words):
            return
        if words[j] in SELF:
            yield Implied(j, j + 1, words[j], found, False)
            return
        if words[j] in INDEFINITE or words[j] in DEFINITE:
            one = phrase(view, j, len(words), found)
        else:
            one = _named(view, j, found)
        if one is None or (one.end < len(words) and codes[one.end] & lx.REPORT and j > start):
            return  # "killed 18 villagers, the governor said"
        yield one
        j = one.end
        if j < len(words) and (codes[j] & lx.COMMA or words[j] == "and"):
            j = _joint(words, j)
            if (
                j < len(words)
                and words[j] not in PHRASED | SELF
                and j not in view.at_start
                and not _starts_name(view, j)
            ):
                return
        else:
            return


def _starts_name(view: View, j: int) -> bool:
    """Whether a full name stands at `j`."""
    raw = view.sentence.raw
    if j + 1 >= len(view.words) or view.codes[j] or view.codes[j + 1] or view.shouting or view.words[j - 1] == ",":
        return False
    return raw(j)[:1].isupper() and raw(j + 1)[:1].isupper() and not PLURAL.search(view.words[j])


def _aged(view: View, j: int, found: Found) -> Implied | None:
    """ "24-year-old Ada Brink", "4-month-old": an age and no count."""
    words = view.words
    if words[j + 1 : j + 2] != ["-"] or j + 2 >= len(words) or words[j + 2] not in _AGED:
        return None
    k = j + 3
    while k < min(len(words), j + 9) and view.codes[k] & ~lx.TRIGGER == 0:
        if not (view.sentence.raw(k)[:1].isupper() or is_person(words[k])) or words[k] == "-":
            break
        k += 1
    if is_person(words[k - 1]) and PLURAL.search(words[k - 1]):
        return None
    return Implied(j, k, words[k - 1], found, True)


def _joint(words: list[str], j: int) -> int:
    """Past "and", ", and", ", then" and the like that begin at token `j`."""
    j += 1
    while j < len(words) and words[j] in {"and", "then"}:
        j += 1
    return j


def _past_count(view: View, j: int) -> int:
    """Past a count and what is joined to it, where a person follows: "killed four women and | a child"."""
    words, codes = view.words, view.codes
    spot = view.at_start[j]
    if spot.figure.kind != "count":
        return len(words)
    j = spot.end
    for k in range(j, min(len(words) - 1, j + _BETWEEN)):
        if words[k] in GLUE:
            after = _joint(words, k)
            if after < len(words) and (words[after] in PHRASED | SELF or after in view.at_start):
                return after
            if k == j or words[k] != ",":
                break
        elif words[k] in INDEFINITE or codes[k] & _CLAUSE or k in view.by_start or k in view.at_start:
            break
    return len(words)


def _named(view: View, j: int, found: Found) -> Implied | None:
    """A name as object: "killed Smith", "the murder of journalist Jane Doe"."""
    sentence, words, codes = view.sentence, view.words, view.codes
    k = j
    capital = False
    while k < len(words) and k < j + 6:
        raw = sentence.raw(k)
        if raw[:1].isupper() and codes[k] & ~lx.TRIGGER == 0:
            capital = True
        elif not (is_person(words[k]) and not PLURAL.search(words[k])) or capital:
            break
        k += 1
    if not capital or (k < len(words) and is_person(words[k])):
        return None
    if PLURAL.search(words[k - 1]) and is_person(words[k - 1]):
        return None
    return Implied(j, k, words[k - 1], found, False)


def possessor(view: View, j: int, found: Found) -> Iterator[Implied]:
    """ "the teenager's death", "Smith's murder"."""
    word = view.words[j]
    raw = view.sentence.raw(j)
    if is_person(word) and not PLURAL.search(word):
        yield Implied(j, j + 1, word, found, False)
    elif raw[:1].isupper() and view.codes[j] == 0 and word not in NO_NAME:
        start = j
        while start > 0 and view.codes[start - 1] == 0 and view.sentence.raw(start - 1)[:1].isupper():
            start -= 1
        yield Implied(start, j + 1, word, found, False)

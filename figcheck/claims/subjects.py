"""The subject before a verb, of those told without a numeral: "a nurse and two drivers were killed"."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck.claims import lexicon as lx
from figcheck.claims.found import Found
from figcheck.claims.people import is_person
from figcheck.claims.phrases import DEFINITE, GLUE, INDEFINITE, LEAVERS, Implied, bare, more, names, none, phrase
from figcheck.claims.view import Spot, View

__all__ = ["subjects"]

_HE = frozenset({"he", "she"})
_JOINTS = lx.words("joints")
_NOMINATIVE = frozenset({"they", "we", "i", "it"})
_OPENERS = frozenset({"after", "when", "as", "that", "before", "since"})
_MANY = frozenset({"were", "are", "have"})
_ONE = frozenset({"was", "is", "has"})
_COUNTED = 12  # tokens back to the count of a subject
_PASSED = frozenset({'"', "(", ")", "-"})


def subjects(view: View, end: int, found: Found) -> Iterator[Implied]:
    """The subject whose verb group begins at token `end`."""
    words = view.words
    j = _last(view, end - 1)
    if j < 0:
        return
    if words[j] == "nobody" or words[j - 1 : j + 1] == ["no", "one"]:
        yield none(j if words[j] == "nobody" else j - 1, j + 1, found)
        return
    if words[j] in _HE or words[j] in {"him", "her"}:
        yield Implied(j, j + 1, words[j], found, False)
        return
    if words[j] == "one" and j not in view.at_start and end < len(words) and view.codes[end] & lx.BE:
        yield Implied(j, j + 1, "one", found, True)
        return
    if words[j] == "another" or (words[j] == "other" and j and words[j - 1] == "the"):
        yield Implied(j, j + 1, words[j], found, True)
        return
    both = _both(view, j)
    if both >= 0:
        one = Implied(both, j + 1, words[j], found, False)
        one.count = 2
        yield one
        return
    stop = j if words[j] == "," else j + 1
    finite = bool(view.codes[end] & (lx.BE | lx.HAVE)) or (
        end in view.by_start and bool(view.by_start[end].role & lx.FATE)
    )
    listed = names(view, j, found) if words[end] in _MANY and found.measure == "killed" else None
    if listed is not None:
        yield listed
        return
    nearest, stop = _nearest(view, j, stop, found, finite)
    if nearest is None:
        spot = _subject_count(view, j)
        if spot is not None:
            yield from _earlier(view, spot.start, found)
        return
    yield nearest
    if nearest.end < stop and words[nearest.end] in GLUE and words[end] not in _ONE:  # "a cook and porter was killed"
        yield from more(view, nearest.end, stop, found)
    yield from _earlier(view, nearest.start, found)


def _both(view: View, j: int) -> int:
    """Where "both", "both men" or "both of them" that ends at token `j` begins; -1 where it does not stand there."""
    words = view.words
    for k in range(j, max(-1, j - 4), -1):
        if words[k] == "both":
            return k if j == k or is_person(words[j]) or words[j] in {"them", "whom"} else -1
        if view.codes[k] & (lx.COMMA | lx.STOP | lx.AND):
            return -1
    return -1


def _last(view: View, j: int) -> int:
    """The last token of the subject: past "who", and past an age in brackets."""
    words = view.words
    if j >= 0 and words[j] == "who":
        j -= 2 if j and words[j - 1] == "," else 1
    if j >= 0 and words[j] == ")" and "(" in words[max(0, j - 6) : j]:
        while words[j] != "(":
            j -= 1
        j -= 1  # "Prahlad Singh (40) was killed"
    return j


def _nearest(view: View, j: int, stop: int, found: Found, finite: bool) -> tuple[Implied | None, int]:
    """The noun phrase nearest before token `j` that no preposition governs, and where it must end."""
    words, codes = view.words, view.codes
    low = max(0, j - 34)
    while j >= low:
        code, word = codes[j], words[j]
        if word in _NOMINATIVE or _counted(view, j):
            return None, stop
        if word in LEAVERS and j + 1 < stop:
            return bare(view, j + 1, stop, found, True), stop
        if word in INDEFINITE or word in DEFINITE:
            if not (j and codes[j - 1] & lx.PREPOSITION) or words[j - 1] in _OPENERS or _along(words, j):
                one = phrase(view, j, stop, found)
                if one is not None or j == 0 or codes[j - 1] & (lx.COMMA | lx.STOP | lx.AND):
                    return one, stop
                stop = j  # "a man driving a truck was killed": the truck is no subject
            else:
                stop = j - 1
        elif word in {"who", "whose"}:
            stop = j
        elif _opens(word, code):
            return _bare(view, j + 1, stop, found, finite), stop
        elif j == low:
            return _bare(view, j, stop, found, finite), stop
        j -= 1
    return None, stop


def _along(words: list[str], j: int) -> bool:
    """ "along with", "together with" before token `j`: as good as "and"."""
    return words[max(0, j - 2) : j] in (["along", "with"], ["together", "with"])


def _bare(view: View, start: int, stop: int, found: Found, finite: bool) -> Implied | None:
    """A subject with no determiner that begins at `start`, or after the phrase of place or time that opens there."""
    if start < stop and view.codes[start] & lx.PREPOSITION:
        for k in range(start + 1, stop - 1):
            one = bare(view, k + 1, stop, found, finite) if view.words[k] == "," else None
            if one is not None:
                return one
    return bare(view, start, stop, found, finite)


def _subject_count(view: View, j: int) -> Spot | None:
    """The count whose noun phrase ends at token `j`: the two of "a nurse and two drivers were killed"."""
    for k in range(j, max(-1, j - _COUNTED), -1):
        spot = view.at_start.get(k)
        if spot is not None:
            return spot if spot.figure.kind == "count" and not _aside(view, k) else None
        if (
            view.codes[k] & (lx.STOP | lx.SUBORDINATE | lx.RELATIVE | lx.REPORT | lx.BE)
            and view.words[k] not in _PASSED
        ):
            return None
    return None


def _counted(view: View, j: int) -> bool:
    spot = view.at_start.get(j)
    return spot is not None and spot.figure.kind == "count" and not _aside(view, j)


def _opens(word: str, code: int) -> bool:
    """Whether a word opens a clause, so that what follows it is its subject."""
    if word in _JOINTS or (code & lx.REPORT and not code & lx.COPULA):
        return True
    return bool(code & (lx.STOP | lx.SUBORDINATE | lx.RELATIVE)) and word not in _PASSED and not code & lx.PREPOSITION


def _earlier(view: View, first: int, found: Found) -> Iterator[Implied]:
    """The phrase joined by "and" to one that begins at `first`: "a woman and her son died"."""
    words, codes = view.words, view.codes
    joint = first - 2 if _along(words, first) else first - 1
    if joint < 1 or not (words[joint] == "and" or joint < first - 1):
        return
    apart = words[joint - 1] == ","  # "…, and two were hurt" may begin a clause of its own
    for k in range(joint - 1, max(-1, joint - 12), -1):
        if words[k] in INDEFINITE or words[k] in DEFINITE:
            if k and codes[k - 1] & lx.PREPOSITION:
                continue
            other = phrase(view, k, joint, found)
            if other is not None and (not apart or k == 0 or codes[k - 1] & lx.STOP):
                yield other
            return
        if k in view.at_start and view.at_start[k].figure.kind == "count":
            return
        if k == 0 or _opens(words[k], codes[k]) or codes[k] & lx.BE or words[k] in LEAVERS:
            named = bare(view, k if k == 0 and not codes[0] else k + 1, joint, found, True)
            if named is not None and not apart:
                yield named
            return


def _aside(view: View, j: int) -> bool:
    """Whether the figure at j is an age or the like beside the subject: "the victim, 16, died", "a father of 3"."""
    before = view.words[j - 1] if j else ""
    return before == "of" or (
        before == "," and view.at_start[j].end < len(view.words) and view.words[view.at_start[j].end] == ","
    )

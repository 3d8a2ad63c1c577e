"""Figures with no numeral: "a man was killed", "killing the pilot", "a woman and her son were hurt"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from figcheck.claims import lexicon as lx
from figcheck.claims.clause import DAYS
from figcheck.claims.found import Found, told
from figcheck.claims.people import is_person
from figcheck.claims.phrases import (
    DEFINITE,
    GLUE,
    INDEFINITE,
    OWN,
    PHRASED,
    Implied,
    bare,
    ends,
    more,
    names,
    objects,
    phrase,
    possessor,
)
from figcheck.claims.view import Hit, Spot, View
from figcheck.text import Part
from figcheck.words import load

__all__ = ["Implied", "find", "sentences"]

_NAMES = frozenset(name for name, m in lx.MEASURES.items() if m.implicit)
_STEMS = tuple(stem.replace("_", " ") for stem in load("measures.toml")["killed"]["stems"].split())
_WORD = re.compile(r"[^\W\d_]+")
_HE = frozenset({"he", "she"})
_SELF = frozenset({"himself", "herself"})
# a death that is spoken of as known, and not told: "a protest over the death of"
_KNOWN = lx.words("known")
_GROUP = lx.BE | lx.HAVE | lx.MODAL | lx.ADVERB | lx.COPULA | lx.NEGATION
_JOINTS = lx.words("joints")
_NOMINATIVE = frozenset({"they", "we", "i", "it"})
_DEATH = frozenset({"death", "fatality"})
_OPENERS = frozenset({"after", "when", "as", "that", "before", "since"})
_LEAVERS = frozenset({"leave", "leaves", "leaving", "left", "find", "finds", "found"})
_MANY = frozenset({"were", "are", "have"})
_BEFORE = frozenset({"and", "before", "then"})
_FOUND = lx.words("found")
_ONE = frozenset({"was", "is", "has"})
_COUNTED = 12  # tokens back to the count of a subject
_PASSED = frozenset({'"', "(", ")", "-"})


def sentences(part: Part) -> set[int]:
    """The indexes of the sentences in which one of the triggers stands."""
    lower = part.lower
    found: set[int] = set()
    for stem in _STEMS:
        at = lower.find(stem)
        while at >= 0:
            m = _WORD.match(lower, at)
            if m and (m.group() in lx.TRIGGERS or " " in stem) and (at == 0 or not lower[at - 1].isalnum()):
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
        if last is not None and all(w in GLUE or w.isdigit() for w in words[last.end : one.start]):
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
    before = words[hit.start - 1] if hit.start else ""
    if role & lx.FATE and before in _BEFORE and not OWN.isdisjoint(hit.trigger.words):
        yield Implied(hit.start, hit.end, "people", found, False)
        return
    if role & lx.OF and words[hit.start] == "body" and _lies(view, hit):
        yield from _body(view, hit.start, found)
        return
    if role & lx.NOUN and before == "no":
        yield _none(hit.start - 1, hit.end, found)
        return
    if role & lx.NOUN and words[hit.start] in _DEATH and before in INDEFINITE and ends(view, hit.end):
        yield Implied(hit.start - 1, hit.end, "death", found, True)
        return
    if role & lx.OF and hit.start > 1 and words[hit.start - 1] == "'s":
        yield from possessor(view, hit.start - 2, found)
        return
    if role & lx.OF and hit.end < len(words) and words[hit.end] == "of":
        if not _KNOWN.isdisjoint(words[max(0, hit.start - 4) : hit.start]):
            return
        yield from objects(view, hit.end + 1, found)
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
        yield from objects(view, j, found)


def _lies(view: View, hit: Hit) -> bool:
    """Whether a body is found: "his burnt body was recovered", "found the body"."""
    words = view.words
    if words[hit.end : hit.end + 1] == ["of"]:
        return False
    for j in range(hit.end, min(hit.end + 7, len(words))):
        if view.codes[j] & (lx.BE | lx.HAVE):
            return not _FOUND.isdisjoint(words[j + 1 : j + 5])
        if view.codes[j] & (lx.STOP | lx.COMMA | lx.AND):
            break
    return False


def _body(view: View, j: int, found: Found) -> Iterator[Implied]:
    words = view.words
    for k in range(j - 1, max(-1, j - 5), -1):
        if words[k] in PHRASED or words[k] == "'s":
            yield Implied(k if words[k] != "'s" else k + 1, j + 1, "body", found, words[k] in INDEFINITE)
            return
        if view.codes[k] & ~lx.TRIGGER:
            return


def _subject(view: View, hit: Hit) -> int | None:
    """The token where the verb group of a passive, a fate or a state begins; None where the hit is active."""
    codes, words = view.codes, view.words
    j = hit.start
    if hit.trigger.words == ("to", "death") and j and codes[j - 1] == 0:
        j -= 1  # "was beaten to death"
    be = have = modal = passive = False
    while (
        j > 0
        and codes[j - 1] & _GROUP
        and words[j - 1] not in {"another", "one", "nobody"}
        and j - 1 not in view.at_start
    ):
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
    if codes[j] & (lx.DETERMINER | lx.PRONOUN) or words[j] in _SELF:
        return True
    return codes[j] == 0 and (is_person(words[j]) or _named_at(view, j))


def _named_at(view: View, j: int) -> bool:
    """Whether a full name begins at `j`, after a verb that no headline has capitalized: "killed Ada Brink"."""
    raw = view.sentence.raw
    if j + 1 >= len(view.words) or not j or raw(j - 1)[:1].isupper() or view.words[j] in DAYS:
        return False
    return raw(j)[:1].isupper() and raw(j + 1)[:1].isupper() and view.codes[j + 1] == 0


def _before(view: View, end: int, found: Found) -> Iterator[Implied]:
    """The subject whose verb group begins at token `end`."""
    words = view.words
    j = _last(view, end - 1)
    if j < 0:
        return
    if words[j] == "nobody" or words[j - 1 : j + 1] == ["no", "one"]:
        yield _none(j if words[j] == "nobody" else j - 1, j + 1, found)
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


def _none(start: int, end: int, found: Found) -> Implied:
    """ "No one was killed", "no deaths": a zero."""
    one = Implied(start, end, "people", found, True)
    one.count = 0
    return one


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
        if word in _LEAVERS and j + 1 < stop:
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
        if k == 0 or _opens(words[k], codes[k]) or codes[k] & lx.BE:
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

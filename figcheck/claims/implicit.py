"""Figures with no numeral: "a man was killed", "killing the pilot", "a woman and her son were hurt"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from figcheck.claims import lexicon as lx
from figcheck.claims.clause import DAYS
from figcheck.claims.found import Found, told
from figcheck.claims.objects import objects, possessor
from figcheck.claims.people import is_person
from figcheck.claims.phrases import GLUE, INDEFINITE, OWN, PHRASED, SELF, Implied, ends, none
from figcheck.claims.subjects import subjects
from figcheck.claims.view import Hit, View
from figcheck.text import Part
from figcheck.words import load

__all__ = ["Implied", "find", "sentences"]

_NAMES = frozenset(name for name, m in lx.MEASURES.items() if m.implicit)
_STEMS = tuple(stem.replace("_", " ") for stem in load("measures.toml")["killed"]["stems"].split())
_WORD = re.compile(r"[^\W\d_]+")
# a death that is spoken of as known, and not told: "a protest over the death of"
_KNOWN = lx.words("known")
_GROUP = lx.BE | lx.HAVE | lx.MODAL | lx.ADVERB | lx.COPULA | lx.NEGATION
_DEATH = frozenset({"death", "fatality"})
_BEFORE = frozenset({"and", "before", "then"})
_FOUND = lx.words("found")


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
            last.count += not _apposed(view, last, one)
            last.end, last.head = one.end, "people"
            last.new = last.new or one.new
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


def _apposed(view: View, name: Implied, one: Implied) -> bool:
    """Whether a phrase says who the bearer of the name before it is: "Ada Brink, a nurse"."""
    if set(_between(view, name, one)) != {","} or view.words[one.start] not in INDEFINITE:
        return False
    return view.words[name.start] not in PHRASED and view.sentence.raw(name.end - 1)[:1].isupper()


def _between(view: View, a: Implied, b: Implied) -> list[str]:
    """What stands between two phrases, ages left out."""
    return [w for w in view.words[a.end : b.start] if not w.isdigit()]


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
        yield none(hit.start - 1, hit.end, found)
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
            yield from subjects(view, subject, found)
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
    if codes[j] & (lx.DETERMINER | lx.PRONOUN) or words[j] in SELF:
        return True
    return codes[j] == 0 and (is_person(words[j]) or _named_at(view, j))


def _named_at(view: View, j: int) -> bool:
    """Whether a full name begins at `j`, after a verb that no headline has capitalized: "killed Ada Brink"."""
    raw = view.sentence.raw
    if j + 1 >= len(view.words) or not j or raw(j - 1)[:1].isupper() or view.words[j] in DAYS:
        return False
    return raw(j)[:1].isupper() and raw(j + 1)[:1].isupper() and view.codes[j + 1] == 0

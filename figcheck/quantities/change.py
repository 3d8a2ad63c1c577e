"""Up or down: the direction of an amount of change ("rose 5%", "a 5% increase"), never of a level ("rose to 5%")."""

from __future__ import annotations

from functools import partial

from figcheck.models import ClaimKind, Direction
from figcheck.text import Sentence
from figcheck.text.grammar import CLOSED
from figcheck.words import wordset

__all__ = ["direction", "moved", "verb_before"]

_set = partial(wordset, "change.toml")


def _ways(up: str, down: str) -> dict[str, Direction]:
    ways: dict[str, Direction] = dict.fromkeys(_set(up), "up")
    return ways | dict.fromkeys(_set(down), "down")


_VERB = _ways("up", "down")
_WEAK_VERB = _ways("up_weak", "down_weak")
_NOUN = _ways("up_noun", "down_noun")
_WEAK_NOUN = _ways("up_noun_weak", "down_noun_weak")
_AFTER = _ways("up_after", "down_after")
_WEAK_AFTER = _ways("up_after_weak", "down_after_weak")
_LEVEL = frozenset({"above", "below"})
_LINK = _set("link")
_SURE = _set("sure")
_PHRASAL = _set("phrasal")
_MOVE = frozenset(_VERB) | frozenset(_WEAK_VERB) | frozenset(_NOUN) | frozenset(_WEAK_NOUN) | _set("move")
_REACH = 10  # words
_PARTS = frozenset({"cent", "penny", "sen"})
_STRETCH = frozenset({"duration", "age", "ratio"})


def direction(
    sentence: Sentence, start: int, end: int, kind: ClaimKind, unit: str | None, counted: str | None
) -> Direction | None:
    """The direction of the amount at start..end, its hedge and unit included; None for a level."""
    weak = kind == "percent" or unit in _PARTS or counted == "points"
    words = sentence.words
    i = sentence.before(start)
    if i >= 0 and words[i + 1] not in _LEVEL:  # "drop below 2%" leads to a level
        found = _from_before(words, i, weak, kind == "count" and counted is not None and not weak)
        if found is not None:
            return found
    if kind in _STRETCH or (kind == "count" and not weak):
        return None
    return _from_after(words, sentence.at(end), weak)


def _from_before(words: list[str], i: int, weak: bool, things: bool = False) -> Direction | None:
    """`things` where what is counted may be the verb's object: "dropped two crates" is no fall by two."""
    j = i
    while j > 0 and words[j] in _LINK and i - j < 4:
        j -= 1
    word = words[j]
    if j < i and "of" in words[j + 1 : i + 1]:
        return _NOUN.get(word) or (_WEAK_NOUN.get(word) if weak else None)
    by = j < i and "by" in words[j + 1 : i + 1]
    if by and words[j + 1] == "by":  # "raise its dividend by 11%": the verb stands before its object
        j = next((k for k in range(j, max(j - 6, -1), -1) if words[k] in _VERB or words[k] in _WEAK_VERB), j)
        word = words[j]
    if things and not by and word not in _SURE:
        return None
    found = _VERB.get(word) or (_WEAK_VERB.get(word) if weak or by else None)
    if found is None and by:
        found = _NOUN.get(word)
    if found is not None and word in ("up", "down", "off") and j and words[j - 1] in _PHRASAL:
        return None
    return found


def _from_after(words: list[str], j: int, weak: bool) -> Direction | None:
    if j >= len(words):
        return None
    word = words[j]
    found = _AFTER.get(word) or _NOUN.get(word)
    if found is None and weak:
        found = _WEAK_NOUN.get(word) or _WEAK_AFTER.get(word)
    if found is None and j + 1 < len(words) and word.isalpha() and word not in CLOSED:
        found = _NOUN.get(words[j + 1])
    return found


def moved(sentence: Sentence, start: int) -> bool:
    """Whether what follows is the amount of a change: in "rose 3 to 15" the "to" leads to a level, not a range."""
    words = sentence.words
    i = sentence.before(start)
    return i >= 0 and _from_before(words, i, True) is not None


def verb_before(sentence: Sentence, start: int) -> bool:
    """Whether a word of change stands in the clause before `start`: "rose from 9 to 12" is a change, not a range."""
    words = sentence.words
    i = sentence.before(start)
    for word in reversed(words[max(i + 1 - _REACH, 0) : i + 1]):
        if word in _MOVE:
            return True
        if word in ".;:":
            return False
    return False

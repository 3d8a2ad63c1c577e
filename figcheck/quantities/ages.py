"""Ages told by their place: "aged 12", "Smith, 48,", "who was 10", "over the age of 21"."""

from __future__ import annotations

import re
from decimal import Decimal

from figcheck.text import Sentence

__all__ = ["is_age"]

_BEFORE = frozenset("aged age ages".split())
_TURN = frozenset("turn turns turned turning".split())
_BE = frozenset("is was be are were 's 'm am 're".split())
_WHO = frozenset("he she who i you they they're it's".split()) | frozenset("i'm he's she's you're".split())
_SKIP = frozenset("only just about around over under nearly almost now still already then at least more than only between from of and to or".split())
_APPOSED = re.compile(r"(?:[A-Z][\w'.-]+|[Jj]r\.?|[Ss]r\.?|I{1,3}|man|woman|boy|girl|father|mother|son|daughter|brother|sister|wife|husband|friend),$")
_OLDEST = Decimal(116)


def is_age(sentence: Sentence, start: int, end: int, value: Decimal | None, followed: bool) -> bool:
    """Whether a bare number is somebody's age. `followed` where a noun that it may count comes after it."""
    if value is None or not 0 < value < _OLDEST:
        return False
    words = sentence.words
    i = sentence.before(start)
    if i < 0:
        return False
    word = words[i]
    j = i
    while j > 0 and words[j] in _SKIP and i - j < 4:
        j -= 1
    if words[j] in _BEFORE:
        return not (followed and words[j] == "age")
    if followed:
        return False
    low = sentence.part.lower
    if word == "," and low[end : end + 1] in (",", ".", ";", ")"):
        return bool(_APPOSED.search(sentence.part.plain[max(sentence.start, start - 24) : start].rstrip()))
    if words[j] in _TURN:
        return j == i or words[j + 1] in _SKIP
    if words[j] in _BE or words[j] in _WHO:
        return _clause_ends(low, end) and (words[j] in _WHO or (j > 0 and _subject(words, j)))
    return False


def _subject(words: list[str], j: int) -> bool:
    for word in words[max(0, j - 3) : j]:
        if word in _WHO:
            return True
    return False


def _clause_ends(low: str, end: int) -> bool:
    tail = low[end : end + 8]
    return not tail or not tail[0].isalnum() and tail.lstrip()[:3] in ("", *_END) or tail[0] in ".,;)"


_END = ("by ", "at ", "on ", "in ", "whe", "and", "but", "thi", "nex", "las", "tod", "now", "bef", "aft", "as ")

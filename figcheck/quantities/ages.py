"""Ages told by their place: "aged 12", "Smith, 48,", "who was 10", "over the age of 21"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import partial

from figcheck.quantities.lexicon import PEOPLE
from figcheck.text import Sentence
from figcheck.words import wordset

__all__ = ["is_age", "is_aged"]

_set = partial(wordset, "ages.toml")

_AGED = _set("aged")
_SPAN = _set("span")
_TURN = _set("turn")
_BE = _set("be")
_WHO = _set("who")
_SKIP = _set("between")
_NEXT = _set("next")
_APPOSED = re.compile(r"(?:[A-Z][\w'.-]+|[JS]r\.?|I{1,3}|" + "|".join(sorted(_set("kin"))) + "),$")
_OLDER = re.compile(r" (?:and|or) (?:older|younger)(?![^\W_])")
_OVER = re.compile(r" (?:and|or) (?:over|under|above|below|up)(?![^\W_])")
_THEN = frozenset({"then", "now"})  # ", then 44, saw"
_OLDEST = Decimal(116)


def is_aged(sentence: Sentence, start: int) -> bool:
    """Whether a word of age stands straight before a stretch of time: "aged 18 months to 5 years"."""
    i = sentence.before(start)
    return i >= 0 and sentence.words[i] in _AGED


def is_age(sentence: Sentence, start: int, end: int, value: Decimal, followed: bool) -> bool:
    """Whether a bare number is somebody's age. `followed` where a noun that it may count comes after it."""
    if not 0 < value < _OLDEST:
        return False
    words = sentence.words
    i = sentence.before(start)
    if i < 0:
        return False
    j = i
    while j > 0 and words[j] in _SKIP and i - j < 5:
        j -= 1
    if words[j] in _AGED:
        return not (followed and words[j] == "age" and j == i)
    if followed:
        return False
    if _bounded(sentence, words, i, end):
        return True
    low = sentence.part.lower
    if words[i] in _THEN and words[i - 1] == ",":
        return True
    if words[i] == "," and low[end : end + 1] in (",", ".", ";", ")") and not low.startswith(", or ", end):
        return bool(_APPOSED.search(sentence.part.plain[max(sentence.start, start - 24) : start].rstrip()))
    if words[j] in _TURN:
        return True
    if not _clause_ends(low, end):
        return False
    if words[j] in _WHO:
        return True
    k = j if words[j] not in _BE else j - 1
    if i != j or words[i] in _BE:
        return any(w in _WHO for w in words[max(0, k - 2) : k + 1]) or _spans(words, i)
    return False


def _bounded(sentence: Sentence, words: list[str], i: int, end: int) -> bool:
    """ "voters under 45", "45 and older", "younger than 18"."""
    if _OLDER.match(sentence.part.lower, end) or (words[i] in PEOPLE and _OVER.match(sentence.part.lower, end)):
        return True
    if words[i] == "than" and i and words[i - 1] in ("older", "younger"):
        return True
    return words[i] in ("under", "over", "below", "above") and i > 0 and words[i - 1] in PEOPLE


def _spans(words: list[str], i: int) -> bool:
    """ "the average life expectancy for men is 73": a noun of age is the subject."""
    return any(w in _SPAN for w in words[max(0, i - 9) : i])


def _clause_ends(low: str, end: int) -> bool:
    tail = low[end : end + 12]
    words = tail.split(None, 1)
    return not words or tail[0] in ".,;)\n" or (tail[0] == " " and words[0] in _NEXT)

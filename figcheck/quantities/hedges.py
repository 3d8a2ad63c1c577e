"""Hedges: the words and signs around a number that bound it. "some 30" is about, "some of the 30" is not."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from figcheck.models import ClaimKind
from figcheck.quantities.bounds import Bound
from figcheck.text import Sentence
from figcheck.words import load, wordset

__all__ = ["Hedged", "after", "before", "for_life", "sign_before"]

_DATA = load("hedges.toml")
_HUNDRED = Decimal(100)


class Hedged(NamedTuple):
    """A bound and the span of its words."""

    bound: Bound
    start: int
    end: int


def _by_last() -> dict[str, tuple[tuple[tuple[str, ...], Bound], ...]]:
    """Phrases before a number by their last word: the words before that, and the bound; longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Bound]]] = {}
    for bound, phrases in _DATA["before"].items():
        for phrase in phrases.split():
            *rest, last = phrase.split("_")
            found.setdefault(last, []).append((tuple(rest), bound))
    return {k: tuple(sorted(v, key=lambda p: -len(p[0]))) for k, v in found.items()}


_BEFORE = _by_last()
_GUARD = {word: frozenset(words.split()) for word, words in _DATA["guard"].items()}
_LENGTH = wordset("hedges.toml", "period", "length")
_SIGN: dict[str, Bound] = _DATA["sign"]
_AFTER: dict[str, Bound] = {
    phrase.replace("_", " "): bound for bound, phrases in _DATA["after"].items() for phrase in phrases.split()
}
_TAIL = re.compile(
    r"[ -]("
    + "|".join(sorted(map(re.escape, _AFTER), key=len, reverse=True))
    + r")(?![^\W_])(?! (?:than|to|an?|the|one|two|three|\d))|(\+)(?!\d)"
)
_LIFE = re.compile(r"[ -]((?:to|and)[ -]life)(?![^\W_])(?! (?:expectancy|insurance|size))")
_BETWEEN = frozenset({"another", "a", "an", "further", "additional", "the", "total", "of", "only", "just"})
_PASSING = frozenset({"passed", "crossed", "tops", "topped", "topping"})
_BOUND_ONLY = frozenset({"at_least", "at_most"})


def sign_before(sentence: Sentence, start: int) -> Hedged | None:
    """A sign that touches the number: ~30, >5%."""
    plain = sentence.part.plain
    at = start - 1
    if at >= 0 and plain[at] == " " and plain[at - 1] != "~":  # "~ Two boys" is an item of a list
        at -= 1
    if at < 0 or plain[at] not in _SIGN:
        return None
    if (at and plain[at] == "=") or plain[at - 1 : at + 1] in ("->", "=>", "<-"):
        return None
    return Hedged(_SIGN[plain[at]], at, at + 1)


def before(sentence: Sentence, start: int, kind: ClaimKind, size: Decimal) -> Hedged | None:
    """The hedge whose words stand at once before `start`. `size` is the number.

    A bound wins over an approximation: "at least some 300", "up to about 40".
    """
    words = sentence.words
    index = sentence.before(start)
    if index > 0 and words[index] == "-" and words[index - 1] == "sub":
        return Hedged("less_than", sentence.starts[index - 1], sentence.ends[index - 1])
    found = _ending(words, index, kind, size)
    if found is None:
        if index > 0 and words[index] in _BETWEEN:
            found = _past_article(words, index, kind)
        if found is None:
            return None
    bound, first, last = found
    if bound in ("about", "just_below", "just_above") and first > 0:
        outer = _ending(words, first - 1, kind, size)
        if outer is not None and outer[0] not in ("about", "just_below", "just_above"):
            bound, first = outer[0], outer[1]
    return Hedged(bound, sentence.starts[first], sentence.ends[last])


def _past_article(words: list[str], index: int, kind: ClaimKind) -> tuple[Bound, int, int] | None:
    """ "at least another 30", "up to a further 12": only plain bounds reach over such words."""
    at = index
    while at > 0 and index - at < 3 and words[at] in _BETWEEN:
        at -= 1
    found = _ending(words, at, "count", _HUNDRED)
    if found is None:
        return None
    plain = kind == "percent" or found[1] < found[2] or words[found[2]] in ("nearly", "almost")
    if found[0] not in _BOUND_ONLY and not (plain and index - at == 1 and words[index] in ("a", "an")):
        return None
    return found[0], found[1], index


def _ending(words: list[str], index: int, kind: ClaimKind, size: Decimal) -> tuple[Bound, int, int] | None:
    """The hedge whose last word is words[index], with its first and last index."""
    if index < 0:
        return None
    last = words[index]
    phrases = _BEFORE.get(last)
    if phrases is None:
        return None
    for rest, bound in phrases:
        many = len(rest)
        if many > index or (many and tuple(words[index - many : index]) != rest):
            continue
        if not many and not _single(words, index, last, kind, size):
            return None
        return bound, index - many, index
    return None


def _single(words: list[str], index: int, word: str, kind: ClaimKind, size: Decimal) -> bool:
    """Whether a word that is also a preposition or a verb is a hedge here."""
    if size == 1 and word not in ("about", "around", "nearly", "almost", "approximately", "roughly"):
        return False
    previous = words[index - 1] if index else ""
    guard = _GUARD.get(word)
    if guard is not None and previous in guard and not (kind == "duration" and word == "over" and previous in _LENGTH):
        return kind not in ("count", "duration", "age") and word != "about"
    if word == "over" and kind == "duration":
        return previous in _LENGTH
    if word in _PASSING:
        return kind != "count" or size >= _HUNDRED
    if word == "near":
        return kind not in ("count", "duration", "age")
    return True


def for_life(sentence: Sentence, end: int, low: bool) -> Hedged | None:
    """ "10 years to life", "between 10 years and life": a term without an upper end."""
    m = _LIFE.match(sentence.part.lower, end, sentence.end)
    return Hedged("at_least", m.start(1), m.end()) if m and (low or m.group(1)[0] == "t") else None


def after(sentence: Sentence, end: int, bare: bool) -> Hedged | None:
    """The hedge at once after `end`: "30 or so", "500-plus", "65 and over", "100+"; `bare` right after digits."""
    m = _TAIL.match(sentence.part.lower, end, sentence.end)
    if m is None or (m.group(1) == "plus" and not bare and sentence.part.lower[end] == " "):
        return None
    if m.group(2):
        return Hedged("at_least", m.start(2), m.end())
    return Hedged(_AFTER[m.group(1)], m.start(1), m.end())

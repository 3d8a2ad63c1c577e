"""The noun that a number counts, found by closed classes, word endings and short lists: no tagger."""

from __future__ import annotations

from typing import NamedTuple

from figcheck.text import Sentence
from figcheck.words import load

__all__ = ["Noun", "ahead", "is_plural", "words_after"]

_LEX = load("lexicon.toml")
_NOUNS = load("nouns.toml")


def _set(name: str) -> frozenset[str]:
    return frozenset(_NOUNS[name].split())


_CLOSED = frozenset(
    w
    for name in ("determiner", "pronoun", "preposition", "conjunction", "auxiliary", "modal", "negation", "adverb", "weekday")
    for w in _LEX[name].split()
) | frozenset(_LEX["month"])  # fmt: skip
_SKIP = _set("skip")
_ATTRIBUTIVE = _set("attributive")
_SINGULAR_S = _set("singular_s")
_PLURAL = _set("plural") | frozenset(_LEX["plural"])
_VERB = _set("verb")
_PARTICIPLE = _set("participle")
_STOP = _CLOSED - _SKIP
_MARKS = frozenset("\"'`")
_LONGEST = 7


class Noun(NamedTuple):
    """What is counted ("shipping containers", head last) and the span of the whole phrase ("more shipping containers")."""

    counted: str
    start: int
    end: int


def is_plural(word: str) -> bool:
    """Whether a lower-cased word has the form of a plural noun.

    >>> [w for w in "people homes across business fishermen virus".split() if is_plural(w)]
    ['people', 'homes', 'fishermen']
    """
    if word in _PLURAL:
        return True
    if len(word) < 3 or not word.endswith("s") or word in _SINGULAR_S:
        return False
    return not word.endswith(("ss", "us", "is", "'s")) or word in ("menus", "taxis", "skis", "emus")


def words_after(sentence: Sentence, end: int) -> tuple[list[str], list[int], list[int]]:
    """Up to seven words after `end`, with their offsets; one that `end` cuts ("two-year") gives what is left of it."""
    words = sentence.words
    starts, ends = sentence.starts, sentence.ends
    i = sentence.at(end)
    texts: list[str] = []
    froms: list[int] = []
    tos: list[int] = []
    if i < len(words) and starts[i] < end:
        rest = words[i][end - starts[i] :].lstrip("-")
        if rest:
            texts.append(rest)
            froms.append(ends[i] - len(rest))
            tos.append(ends[i])
        i += 1
    elif i + 1 < len(words) and words[i] == "-" and starts[i] == end and starts[i + 1] == end + 1:
        i += 1
    stop = i + _LONGEST
    return texts + words[i:stop], froms + starts[i:stop], tos + ends[i:stop]


def ahead(sentence: Sentence, end: int, one: bool) -> Noun | None:
    """The noun after the number that ends at `end`; `one` where the number is 1 and its noun singular.

    >>> from figcheck.models import Article
    >>> from figcheck.text import read
    >>> def noun(t, one=False): return ahead(read(Article(id="a", text=t)).parts[0].sentences[0], t.index(" "), one).counted
    >>> noun("57,418 people killed"), noun("20 armed men died"), noun("27,000 tents collapsed")
    ('people', 'armed men', 'tents')
    """
    words, starts, ends = words_after(sentence, end)
    hyphen = bool(words) and sentence.part.lower[end : end + 1] == "-"
    first = -1
    for i, word in enumerate(words):
        if word in _STOP and not (word == "own" and i):
            return _short(words, starts, ends, first, i, one, hyphen)
        letter = word[0]
        if not letter.isalpha():
            if word in _MARKS and not (first >= 0):
                continue
            return _short(words, starts, ends, first, i, one, hyphen)
        if word in _SKIP and first < 0:
            continue
        if first < 0:
            if word in _VERB or (word.endswith("ed") and _verbal(words, i)):
                return Noun(word, starts[i], ends[i]) if word in _PARTICIPLE and not _heads(words, i) else None
            first = i
        elif word in _VERB and not _heads(words, i):
            return _short(words, starts, ends, first, i, one, hyphen)
        if not one and is_plural(word) and not (word in _PARTICIPLE and _heads(words, i)):
            stop = _longer(words, i)
            return Noun(" ".join(words[first : stop + 1]), starts[0], ends[stop])
    return _short(words, starts, ends, first, len(words), one, hyphen)


def _heads(words: list[str], i: int) -> bool:
    """Whether a plural noun follows words[i] at once, or after one more word: then words[i] is part of its phrase."""
    for word in words[i + 1 : i + 3]:
        if word in _STOP or not word[0].isalpha() or word in _VERB:
            return False
        if is_plural(word):
            return True
    return False


def _verbal(words: list[str], i: int) -> bool:
    """An -ed form after a bare number is its verb, unless a noun follows it: "12 collapsed", "12 collapsed houses"."""
    return not _heads(words, i)


def _longer(words: list[str], i: int) -> int:
    """The head where a plural stands before another: "women police officers", "sports clubs"."""
    if words[i] in _ATTRIBUTIVE:
        for j in range(i + 1, min(i + 3, len(words))):
            word = words[j]
            if word in _STOP or not word[0].isalpha() or word in _VERB:
                break
            if is_plural(word):
                return j
    return i


def _short(
    words: list[str], starts: list[int], ends: list[int], first: int, stop: int, one: bool, hyphen: bool
) -> Noun | None:
    """The noun where no plural was met: the last word for "one man", the word tied by a hyphen for "four-cylinder"."""
    if first < 0:
        return None
    if hyphen:
        return Noun(words[first], starts[0], ends[first])
    if one:
        last = first
        for i in range(first + 1, stop):
            if words[i] in _VERB or (words[i].endswith("ed") and i + 1 == stop):
                break
            last = i
        return Noun(" ".join(words[first : last + 1]), starts[0], ends[last])
    if stop - first >= 2:
        return Noun(words[first], starts[0], ends[first])
    return None

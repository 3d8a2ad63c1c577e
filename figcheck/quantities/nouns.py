"""The noun that a number counts, found by closed classes, word endings and short lists: no tagger."""

from __future__ import annotations

from figcheck.quantities.lexicon import (
    ABBREVIATION,
    ACRONYM,
    ADJECTIVAL,
    ATTRIBUTIVE,
    CLOSED,
    DETERMINER,
    GERUND,
    HOLDER,
    MASS,
    NOUN_TOO,
    NUMBER,
    PARTICIPLE,
    PARTITIVE,
    PLURAL,
    SKIP,
    STOP,
    VERB,
    WEEKDAY,
    WHOLE,
    is_plural,
)  # fmt: skip
from figcheck.quantities.window import MARKS, Noun, Window
from figcheck.text import Sentence

__all__ = ["Noun", "ahead", "behind", "paired"]

_ARTICLE = frozenset({"a", "an", "another"})
_BREAK = frozenset('.,;:"') | frozenset(("but", "while", "who", "which", "that", "when", "after", "before"))


def ahead(sentence: Sentence, end: int, one: bool, share: bool = False) -> Noun | None:
    """The noun after the number that ends at `end`; `one` where the number is 1 and its noun singular.

    `share` where the number is a fraction, so that an article may follow: "half the workers".

    >>> from figcheck.models import Article
    >>> from figcheck.text import read
    >>> def noun(t): return ahead(read(Article(id="a", text=t)).parts[0].sentences[0], t.index(" "), False).counted
    >>> noun("57,418 people killed"), noun("20 armed men died"), noun("27,000 tents collapsed")
    ('people', 'armed men', 'tents')
    """
    a = Window(sentence, end)
    words = a.words
    if not words:
        return None
    if a.hyphen:
        return _tied(a)
    at = 0
    if words[0] == "of":
        at = _past_determiner(words)
        if at == 0:
            return None
        one = False
    elif share and words[0] in DETERMINER:
        at = 1
    return _phrase(a, at, one)


def _tied(a: Window) -> Noun | None:
    """ "four-cylinder", "12-member": the word tied by the hyphen."""
    word = a.words[0]
    short = word.partition("-")[0]
    if not word[0].isalpha() or short in CLOSED or short.endswith("ed"):
        return None
    return Noun(short, a.starts[0], a.starts[0] + len(short))


def _past_determiner(words: list[str]) -> int:
    """Where the noun phrase of "of the homes", "of his earliest films" begins; 0 where none does."""
    if len(words) < 2:
        return 0
    word = words[1]
    if word in DETERMINER or word in MARKS:
        return 2
    return 0 if word in CLOSED or not word[0].isalpha() else 1


def _phrase(a: Window, at: int, one: bool) -> Noun | None:
    """The noun phrase that begins at words[at]: it ends with its first plural, or before what can not be in it."""
    words = a.words
    first = -1
    for i in range(at, len(words)):
        word = words[i]
        if (word in STOP or (word in WEEKDAY and not _heads(words, i, False))) and not a.joins(i + 1):
            return _stopped(a, first, i, one)
        if not word[0].isalpha():
            if word == "'s" and first >= 0:  # a possessor is no head: "three of the city's bridges"
                first = -1
            elif not (a.joins(i) or a.suffixed(i) or word in MARKS):
                return _short(a, first, i, one)
            continue
        if first < 0:
            if word in SKIP or (at and word in NUMBER):
                continue
            if (known := _known(a, i)) is not None:
                return known
            if _is_verb(words, i, one):
                return Noun(word, a.starts[0], a.ends[i]) if word in PARTICIPLE and word in PLURAL else None
            first = i
        elif word in VERB and not _heads(words, i, one):
            return _short(a, first, i, one)
        if at and word in MASS and _is_whole(words, i, one):
            return a.noun(first, i)
        if not one and is_plural(word) and not (word in ADJECTIVAL and _heads(words, i, one)):
            return _parted(a, first, _longer(a, i))
    return _short(a, first, len(words), one)


def _stopped(a: Window, first: int, i: int, one: bool) -> Noun | None:
    """The phrase that ends before the closed word words[i], or goes on over its "and"."""
    words = a.words
    if first >= 0 and not one and words[i] in ("and", "or") and (last := _coordinated(words, i)):
        if words[i + 1] in NUMBER or words[i + 1][0].isdecimal():  # "four male and three female victims"
            return Noun(" ".join([*words[first:i], words[last]]), a.starts[0], a.ends[i - 1])
        return a.noun(first, last)
    return _short(a, first, i, one)


def _known(a: Window, i: int) -> Noun | None:
    """A word that is a whole noun phrase: "others", a noun written short."""
    word = a.words[i]
    counted = word if word == "others" else ABBREVIATION.get(word) or ACRONYM.get(a.raw(i))
    return Noun(counted, a.starts[0], a.ends[i]) if counted else None


def _is_verb(words: list[str], i: int, one: bool) -> bool:
    """Whether the word after the number is its verb: "12 came", "12 collapsed", not "12 collapsed houses"."""
    if one and words[i] in NOUN_TOO:
        return False
    return words[i] in VERB or (words[i][-2:] == "ed" and not _heads(words, i, one))


def _is_whole(words: list[str], i: int, one: bool) -> bool:
    """Whether words[i] is the whole that a share is taken of: "a third of the population"."""
    return words[i + 1 : i + 2] != ["'s"] and (words[i] in WHOLE or not _heads(words, i, one))


def _parted(a: Window, first: int, head: int) -> Noun:
    """ "five sets of remains": where the head only portions, what is portioned is told with it."""
    words = a.words
    if words[head] in PARTITIVE and words[head + 1 : head + 2] == ["of"]:
        for j in range(head + 2, min(head + 5, len(words))):
            if words[j] in STOP or not words[j][0].isalpha():
                break
            if is_plural(words[j]) or words[j] in MASS:
                return a.noun(first, j)
    return a.noun(first, head)


def _heads(words: list[str], i: int, one: bool) -> bool:
    """Whether a plural noun follows words[i] at once or after one word: then words[i] is part of its phrase."""
    for j, word in enumerate(words[i + 1 : i + 5]):
        if j and word in ("and", "or"):
            continue
        if word in STOP or not word[0].isalpha() or word in VERB:
            return False
        if one or is_plural(word):
            return j < 2 or "and" in words[i + 1 : i + 1 + j]
    return False


def _coordinated(words: list[str], i: int) -> int:
    """ "460 Ford and Toyota trucks", "digital and physical sales": the plural that two modifiers share, or 0."""
    for j in range(i + 1, min(i + 4, len(words))):
        word = words[j]
        if word in STOP or not word[0].isalnum() or word in VERB:
            return 0
        if is_plural(word):
            return j if j > i + 1 else 0
    return 0


def _longer(a: Window, i: int) -> int:
    """The head where a plural stands before another: "women police officers", "United Nations peacekeepers"."""
    words = a.words
    if words[i] in ATTRIBUTIVE or (i and a.raw(i)[0].isupper() and a.raw(i - 1)[0].isupper()):
        for j in range(i + 1, min(i + 3, len(words))):
            word = words[j]
            if word in STOP or not word[0].isalpha() or word in VERB:
                break
            if is_plural(word) and word not in ADJECTIVAL and not a.raw(j)[0].isupper():
                return j
    return i


def _short(a: Window, first: int, stop: int, one: bool) -> Noun | None:
    """The noun where no plural was met: the last word for "one man", the first of two in "three course meal"."""
    if first < 0:
        return None
    words = a.words
    if one:
        last = first
        for i in range(first + 1, stop):
            if _leaves_one(words, i, stop):
                break
            last = i
        return a.noun(first, last)
    if (
        stop - first >= 2
        and a.words[0] != "of"
        and words[first] not in VERB
        and not words[first].endswith(("ly", "ed", "ing"))
    ):
        return Noun(words[first], a.starts[0], a.ends[first])
    return None


def _leaves_one(words: list[str], i: int, stop: int) -> bool:
    """Whether words[i] stands after the noun of "one": "one load gets", "one pastor supporting", "one man killed"."""
    word = words[i]
    if word in VERB or not word[0].isalpha():
        return True
    if word[-2:] == "ed":
        return not _heads(words, i, True)
    if word[-3:] == "ing":
        return i + 1 < stop or word not in GERUND
    return is_plural(word) and word not in ATTRIBUTIVE


def paired(sentence: Sentence, start: int) -> Noun | None:
    """The noun of "a day or two", which stands before the number."""
    words = sentence.words
    i = sentence.before(start)
    if (
        i > 1
        and words[i] == "or"
        and words[i - 1][0].isalpha()
        and not _ARTICLE.isdisjoint(words[max(0, i - 3) : i - 1])
    ):
        return Noun(words[i - 1], sentence.starts[i - 1], sentence.ends[i - 1])
    return None


def behind(sentence: Sentence, start: int) -> Noun | None:
    """The noun that "number of" tells before the number: "the number of homes rose to 300"."""
    words = sentence.words
    i = sentence.before(start)
    low = max(0, i - 14)
    for j in range(i, low, -1):
        word = words[j]
        if word == "of" and words[j - 1] in HOLDER:
            k = j + 1
            while k < i and words[k] not in CLOSED and words[k][0].isalpha():
                if is_plural(words[k]):
                    return Noun(words[k], sentence.starts[k], sentence.ends[k])
                k += 1
            return None
        if word in _BREAK:
            return None
    return None

"""The noun that a number counts, found by closed classes, word endings and short lists: no tagger."""

from __future__ import annotations

from typing import NamedTuple

from figcheck.text import Sentence
from figcheck.words import load

__all__ = ["Noun", "ahead", "behind", "is_plural", "paired"]

_LEX = load("lexicon.toml")
_NOUNS = load("nouns.toml")


def _set(name: str) -> frozenset[str]:
    return frozenset(_NOUNS[name].split())


_CLOSED = frozenset(
    w
    for name in ("determiner", "pronoun", "preposition", "conjunction", "auxiliary", "modal", "negation", "adverb", "weekday")
    for w in _LEX[name].split()
) | frozenset(_LEX["month"])  # fmt: skip
_DETERMINER = frozenset(_LEX["determiner"].split())
_SKIP = _set("skip")
_DROP = _set("drop")
_ATTRIBUTIVE = _set("attributive")
_SINGULAR_S = _set("singular_s")
_PLURAL = _set("plural") | frozenset(_LEX["plural"])
_VERB = _set("verb")
_PARTICIPLE = _set("participle")
_ADJECTIVAL = _set("adjectival") | _PARTICIPLE
_MASS = _set("mass")
_WHOLE = frozenset({"population", "workforce", "electorate"})
_PARTITIVE = _set("partitive")
_NUMBER = frozenset(load("numbers.toml")["unit"]) | frozenset(load("numbers.toml")["teen"])
_ABBREVIATION: dict[str, str] = _NOUNS["abbreviation"]
_ACRONYM: dict[str, str] = _NOUNS["acronym"]
_STOP = _CLOSED - _SKIP
_LY = frozenset(_NOUNS["ly"].split())
_MARKS = frozenset("\"'`")
_LONGEST = 8
_MORE_OR_LESS = frozenset({"so", "more", "less", "fewer"})  # "30 or so pastors"
_SUFFIX = frozenset({"odd", "plus", "strong", "ish"})  # "40-odd people", "the 500-strong crowd"


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
    if len(word) < 3 or word[-1] != "s" or word in _SINGULAR_S:
        return False
    if "-" in word:
        return is_plural(word.rpartition("-")[2])
    return word[-2] not in "su'" and not word.endswith("is") or word in ("menus", "taxis", "skis", "emus", "gurus")


def _adverb(word: str) -> bool:
    return word[-2:] == "ly" and word not in _LY and "-" not in word


class _Ahead:
    """The words after a number; one that the number cuts ("two-year") gives what is left of it."""

    __slots__ = ("ends", "hyphen", "plain", "starts", "words")

    def __init__(self, sentence: Sentence, end: int) -> None:
        words = sentence.words
        starts, ends = sentence.starts, sentence.ends
        i = sentence.at(end)
        self.hyphen = False
        self.plain = sentence.part.plain
        rest = ""
        if i < len(words) and starts[i] < end:
            rest = words[i][end - starts[i] :].lstrip("-")
            i += 1
            self.hyphen = bool(rest)
        elif i + 1 < len(words) and words[i] == "-" and starts[i] == end and starts[i + 1] == end + 1:
            i += 1
            self.hyphen = True
        elif i < len(words) and words[i] == "+":
            i += 1
        if i + 1 < len(words) and words[i] == "or" and words[i + 1] in _MORE_OR_LESS:
            i += 2
        i = _past_modifier(words, i)
        stop = i + _LONGEST
        self.words, self.starts, self.ends = words[i:stop], starts[i:stop], ends[i:stop]
        if rest in _SUFFIX or (self.hyphen and not rest and self.words[0] in _SUFFIX):
            self.hyphen = False
        if rest:
            self.words.insert(0, rest)
            self.starts.insert(0, ends[i - 1] - len(rest))
            self.ends.insert(0, ends[i - 1])

    def joins(self, index: int) -> bool:
        """Whether a mark or digits touch the word before them: a part of a name, as in "A321" or "Covid-19"."""
        if not 0 < index < len(self.words) or self.starts[index] != self.ends[index - 1]:
            return False
        word = self.words[index]
        return word == "-" or word[0].isdecimal()

    def suffixed(self, index: int) -> bool:
        """Whether words[index] begins a suffix that stray space has cut off: "Covid -19"."""
        return self.words[index] == "-" and index + 1 < len(self.words) and self.joins(index + 1)

    def raw(self, index: int) -> str:
        """A word as written."""
        return self.plain[self.starts[index] : self.ends[index]]

    def noun(self, first: int, last: int) -> Noun:
        """words[first..last] as what is counted; the span takes in what was skipped before it."""
        kept = [w for w in self.words[first : last + 1] if w not in _DROP and w not in _MARKS and not _adverb(w)]
        return Noun(" ".join(kept), self.starts[0], self.ends[last])


def _past_modifier(words: list[str], i: int) -> int:
    """Past a number that is part of the noun phrase: "two 500-pound bombs", "million 9 liter cases"."""
    if i + 3 < len(words) and words[i][0].isdecimal():
        j = i + 2 if words[i + 1] == "-" else i + 1
        if words[j][0].isalpha() and words[j] not in _CLOSED and j + 1 < len(words) and words[j + 1][0].isalpha():
            return j + 1
    return i


def ahead(sentence: Sentence, end: int, one: bool, share: bool = False) -> Noun | None:
    """The noun after the number that ends at `end`; `one` where the number is 1 and its noun singular.

    `share` where the number is a fraction, so that an article may follow: "half the workers".

    >>> from figcheck.models import Article
    >>> from figcheck.text import read
    >>> def noun(t, one=False): return ahead(read(Article(id="a", text=t)).parts[0].sentences[0], t.index(" "), one).counted
    >>> noun("57,418 people killed"), noun("20 armed men died"), noun("27,000 tents collapsed")
    ('people', 'armed men', 'tents')
    """
    a = _Ahead(sentence, end)
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
    elif share and words[0] in _DETERMINER:
        at = 1
    return _phrase(a, at, one)


def _tied(a: _Ahead) -> Noun | None:
    """ "four-cylinder", "12-member": the word tied by the hyphen."""
    word = a.words[0]
    if not word[0].isalpha() or word in _CLOSED:
        return None
    short = word.partition("-")[0]
    return Noun(short, a.starts[0], a.starts[0] + len(short))


def _past_determiner(words: list[str]) -> int:
    """Where the noun phrase of "of the homes", "of his earliest films" begins; 0 where none does."""
    if len(words) < 2:
        return 0
    word = words[1]
    if word in _DETERMINER:
        return 2
    return 0 if word in _CLOSED or not word[0].isalpha() else 1


def _phrase(a: _Ahead, at: int, one: bool) -> Noun | None:
    words = a.words
    first = -1
    for i in range(at, len(words)):
        word = words[i]
        if word in _STOP and not a.joins(i + 1):
            if first >= 0 and not one and word in ("and", "or") and (last := _coordinated(words, i)):
                if words[i + 1] in _NUMBER or words[i + 1][0].isdecimal():  # "four male and three female victims"
                    return Noun(" ".join([*words[first:i], words[last]]), a.starts[0], a.ends[i - 1])
                return a.noun(first, last)
            return _short(a, first, i, one)
        if not word[0].isalpha():
            if (word in _MARKS and first < 0) or a.joins(i) or a.suffixed(i):
                continue
            if word == "'s" and first >= 0:  # a possessor is no head: "three of the city's bridges"
                first = -1
                continue
            return _short(a, first, i, one)
        if first < 0:
            if word == "others":
                return Noun(word, a.starts[0], a.ends[i])
            if word in _SKIP or (at and word in _NUMBER):
                continue
            if word in _ABBREVIATION:
                return Noun(_ABBREVIATION[word], a.starts[0], a.ends[i])
            if a.raw(i) in _ACRONYM:
                return Noun(_ACRONYM[a.raw(i)], a.starts[0], a.ends[i])
            if word in _VERB or (word[-2:] == "ed" and not _heads(words, i, one)):
                return Noun(word, a.starts[0], a.ends[i]) if word in _PARTICIPLE and word in _PLURAL else None
            first = i
        elif word in _VERB and not _heads(words, i, one):
            return _short(a, first, i, one)
        if word in _MASS and at and words[i + 1 : i + 2] != ["'s"]:
            if word in _WHOLE or not _heads(words, i, one):
                return a.noun(first, i)
        if not one and is_plural(word) and not (word in _ADJECTIVAL and _heads(words, i, one)):
            return _parted(a, first, _longer(words, i))
    return _short(a, first, len(words), one)


def _parted(a: _Ahead, first: int, head: int) -> Noun:
    """ "five sets of remains": where the head only portions, what is portioned is told with it."""
    words = a.words
    if words[head] in _PARTITIVE and words[head + 1 : head + 2] == ["of"]:
        for j in range(head + 2, min(head + 5, len(words))):
            if words[j] in _STOP or not words[j][0].isalpha():
                break
            if is_plural(words[j]) or words[j] in _MASS:
                return a.noun(first, j)
    return a.noun(first, head)


def _heads(words: list[str], i: int, one: bool) -> bool:
    """Whether a plural noun follows words[i] at once, or after one more word: then words[i] is part of its phrase."""
    for j, word in enumerate(words[i + 1 : i + 5]):
        if j and word in ("and", "or"):
            continue
        if word in _STOP or not word[0].isalpha() or word in _VERB:
            return False
        if one or is_plural(word):
            return j < 2 or "and" in words[i + 1 : i + 1 + j]
    return False


def _coordinated(words: list[str], i: int) -> int:
    """ "460 Ford and Toyota trucks", "combined digital and physical sales": the plural that two modifiers share, or 0."""
    for j in range(i + 1, min(i + 4, len(words))):
        word = words[j]
        if word in _STOP or not word[0].isalnum() or word in _VERB:
            return 0
        if is_plural(word):
            return j if j > i + 1 else 0
    return 0


def _longer(words: list[str], i: int) -> int:
    """The head where a plural stands before another: "women police officers", "sports clubs"."""
    if words[i] in _ATTRIBUTIVE:
        for j in range(i + 1, min(i + 3, len(words))):
            word = words[j]
            if word in _STOP or not word[0].isalpha() or word in _VERB:
                break
            if is_plural(word) and word not in _ADJECTIVAL:
                return j
    return i


def _short(a: _Ahead, first: int, stop: int, one: bool) -> Noun | None:
    """The noun where no plural was met: the last word for "one man", the first of two for "three course meal"."""
    if first < 0:
        return None
    words = a.words
    if one:
        last = first
        for i in range(first + 1, stop):
            if words[i] in _VERB or (words[i][-2:] == "ed" and not _heads(words, i, True)) or not words[i][0].isalpha():
                break
            last = i
        return a.noun(first, last)
    if stop - first >= 2 and words[first] not in _VERB and words[first][-2:] not in ("ly", "ed"):
        return Noun(words[first], a.starts[0], a.ends[first])
    return None


def paired(sentence: Sentence, start: int) -> Noun | None:
    """The noun of "a day or two", which stands before the number."""
    words = sentence.words
    i = sentence.before(start)
    if i > 1 and words[i] == "or" and words[i - 2] in ("a", "an", "another", "one") and words[i - 1][0].isalpha():
        return Noun(words[i - 1], sentence.starts[i - 1], sentence.ends[i - 1])
    return None


def behind(sentence: Sentence, start: int) -> Noun | None:
    """The noun that "number of" tells before the number: "the number of homes rose to 300"."""
    words = sentence.words
    i = sentence.before(start)
    low = max(0, i - 14)
    for j in range(i, low, -1):
        word = words[j]
        if word == "of" and words[j - 1] in _HOLDER_OF:
            k = j + 1
            while k < i and words[k] not in _CLOSED and words[k][0].isalpha():
                if is_plural(words[k]):
                    return Noun(words[k], sentence.starts[k], sentence.ends[k])
                k += 1
            return None
        if word in _BREAK:
            return None
    return None


_HOLDER_OF = _set("holder")
_BREAK = frozenset('.,;:"') | frozenset(("but", "while", "who", "which", "that", "when", "after", "before"))

"""The words after a number, as many as a noun phrase can take."""

from __future__ import annotations

from typing import NamedTuple

from figcheck.quantities.lexicon import CLOSED, DROP, is_adverb
from figcheck.text import Sentence

__all__ = ["MARKS", "Noun", "Window"]

MARKS = frozenset("\"'`")
_LONGEST = 8
_MORE_OR_LESS = frozenset({"so", "more", "less", "fewer"})  # "30 or so pastors"
_SUFFIX = frozenset({"odd", "plus", "strong", "ish"})  # "40-odd people", "the 500-strong crowd"


class Noun(NamedTuple):
    """What is counted ("cargo ships", head last) and the span of the whole phrase ("more cargo ships")."""

    counted: str
    start: int
    end: int


class Window:
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
        if "us" in self.words:  # the country, where it is written so
            self.words = [
                "u.s." if w == "us" and self.plain[s : s + 2] == "US" else w for w, s in zip(self.words, self.starts)
            ]
        if rest in _SUFFIX or (self.hyphen and not rest and self.words[:1] and self.words[0] in _SUFFIX):
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
        kept = [w for w in self.words[first : last + 1] if w not in DROP and w not in MARKS and not is_adverb(w)]
        return Noun(" ".join(kept), self.starts[0], self.ends[last])


def _past_modifier(words: list[str], i: int) -> int:
    """Past a number that is part of the noun phrase: "two 500-pound bombs", "million 9 liter cases"."""
    if i + 3 < len(words) and words[i][0].isdecimal():
        j = i + 2 if words[i + 1] == "-" else i + 1
        if words[j][0].isalpha() and words[j] not in CLOSED and j + 1 < len(words) and words[j + 1][0].isalpha():
            return j + 1
    return i

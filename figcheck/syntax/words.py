"""The first level: the words of a sentence, figures and dates as one word each, and what each word can be."""

from __future__ import annotations

from collections.abc import Sequence

from figcheck.drafts import Figure, When
from figcheck.syntax.lexicon import BASE, DETERMINER, ING, PREPOSITION, THIRD, VERBAL, Reading, look, multiwords
from figcheck.text import Sentence

__all__ = ["Words", "words"]

_MARKS = {
    ",": ",", ";": ";", ":": ":", ".": ".", "!": ".", "?": ".", "\u2026": ".", "(": "(", "[": "(", ")": ")", "]": ")",
    "-": "-", "--": "-", "\u2013": "-", "\u2014": "-", "\u2015": "-", "|": "-", "\u2022": "-", "*": "-", "/": "/",
    "<": "(", ">": ")", '"': '"', "''": '"', "``": '"', "'": '"',
}  # fmt: skip
_TYING = frozenset({"-", "/"})
_CONTRACTED = frozenset({"'ve", "'re", "'ll", "'d", "'m"})
_ACRONYMS = frozenset({"is", "us", "it", "who", "un", "am", "may"})  # in capitals a name: "US soldiers", "the WHO"
_COUNTS = frozenset({"estimated", "reported", "projected", "expected"})  # "an estimated 90", no verb
_TITLED = 0.8  # share of longer words with a capital from which capitals tell no names: a headline in title case
_MARK = look("\ufffd")  # the reading of what is no word
_NAME = look("\ufffd\ufffd")

_BEFORE_MULTIPLE = frozenset(
    {",", "(", "-", "\u2014", "or", "is", "was", "are", "were", "nearly", "almost", "about", "roughly", "than", "over"}
)
_BEFORE_LEVEL = frozenset({"the", "last", "its", "their", "his", "her", "that", "what"})


class Words:
    """The words of one sentence as parallel lists.

    `text` lower case, `start` and `end` offsets in the part, `mark` the kind of a word that is no word ("c" a figure,
    "t" a date, "," "." "(" … punctuation; "" a word), `read` what it can be, `capital` whether it is written with one
    where that says something, `figure` the figure that it is. Quotation marks are no words: `opens` and `closes` hold
    the words right before which one opens, right after which one closes.
    """

    __slots__ = (
        "_at", "attributive", "capital", "closes", "end", "figure", "mark", "opens", "read", "sentence", "start",
        "text",
    )  # fmt: skip

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.text: list[str] = []
        self.start: list[int] = []
        self.end: list[int] = []
        self.mark: list[str] = []
        self.read: list[Reading] = []
        self.capital: list[bool] = []
        self.figure: dict[int, Figure] = {}
        self._at: dict[int, int] = {}  # of each figure, by identity, its word
        self.attributive: set[int] = set()  # figures with a word tied on: "13-strong"
        self.opens: set[int] = set()
        self.closes: set[int] = set()

    def add(self, text: str, start: int, end: int, mark: str, read: Reading, capital: bool) -> None:
        """One more word at the end."""
        self.text.append(text)
        self.start.append(start)
        self.end.append(end)
        self.mark.append(mark)
        self.read.append(read)
        self.capital.append(capital)

    def count(self, figure: Figure, start: int, end: int) -> None:
        """One more word, which is a figure."""
        self.figure[len(self.text)] = figure
        self._at[id(figure)] = len(self.text)
        self.add("#", start, end, "c", _MARK, False)

    def at(self, figure: Figure) -> int:
        """The word that a figure is; -1 where none is."""
        return self._at.get(id(figure), -1)

    def shown(self, start: int, end: int) -> list[str]:
        """The words from `start` to `end`, or to the last, with the mark of each that is no word."""
        return [self.mark[k] or self.text[k] for k in range(max(0, start), min(end, len(self.text)))]


def words(sentence: Sentence, figures: Sequence[Figure], whens: Sequence[When]) -> Words:
    """The words of a sentence with its figures and dates, both in the order of the text."""
    return _Reader(sentence, figures, whens).read()


class _Reader:
    __slots__ = ("ends", "low", "out", "raw", "several", "spans", "starts", "titled")

    def __init__(self, sentence: Sentence, figures: Sequence[Figure], whens: Sequence[When]) -> None:
        self.low, self.starts, self.ends = sentence.words, sentence.starts, sentence.ends
        self.raw = sentence.part.text
        self.spans = _spans(self.raw, figures, whens)
        self.several = multiwords()
        self.titled = _is_titled(self.raw, self.low, self.starts)
        self.out = Words(sentence)

    def read(self) -> Words:
        """All words, from left to right."""
        low, starts, ends, spans, out = self.low, self.starts, self.ends, self.spans, self.out
        n, i, at = len(low), 0, 0
        limit = spans[0][0] if spans else n and ends[-1] + 1
        while i < n:
            if ends[i] > limit:
                while at < len(spans) and spans[at][1] <= starts[i]:
                    at += 1
                limit = spans[at][0] if at < len(spans) else ends[-1] + 1
                if ends[i] > limit:
                    i = self._span(i, spans[at][1], spans[at][2])
                    continue
            word = low[i]
            mark = _MARKS.get(word)
            if mark is not None:
                i = self._mark(i, word, mark, limit)
                continue
            choices = self.several.get(word)
            if choices:
                j = _several(low, i, choices)
                if j and ends[j - 1] <= limit:
                    name = "_".join(low[i:j])
                    out.add(name, starts[i], ends[j - 1], "", look(name), False)
                    i = j
                    continue
            self._word(word, starts[i], ends[i])
            i += 1
        return out

    def _is_before_level(self, i: int) -> bool:
        """Whether "double" is no verb but stands before the level that it is of: "$18bn, double the $11bn of May"."""
        low = self.low
        if i + 1 >= len(low) or not i or low[i - 1] not in _BEFORE_MULTIPLE:
            return False
        level = low[i + 1] in _BEFORE_LEVEL or low[i + 1][0].isdecimal() or low[i + 1][0] in "$\u20ac\u00a3"
        return level and not low[i].endswith("d")

    def _span(self, i: int, last: int, what: Figure | None) -> int:
        """A figure or a date that begins in token `i`; the token after it."""
        low, starts, ends, out = self.low, self.starts, self.ends, self.out
        n, start = len(low), starts[i]
        j = i + 1
        while j < n and starts[j] < last:
            j += 1
        if what is None:
            out.add(" ".join(low[i:j]), start, ends[j - 1], "t", _MARK, False)
            return j
        if what.form == "multiple" and j == i + 1 and look(low[i]).bits & VERBAL and not self._is_before_level(i):
            out.add(low[i], start, ends[i], "", look(low[i]), False)  # "doubled" is a verb, whatever figure it tells
            return j
        if ends[j - 1] > last and "-" in self.raw[last : ends[j - 1]]:
            out.attributive.add(len(out.text))  # "a three-match ban"
        while j + 1 < n and low[j] == "-" and self._joins(j) and low[j + 1][0].isalpha():
            out.attributive.add(len(out.text))  # "a 13-strong jury"
            j += 2
        out.count(what, start, ends[j - 1])
        return j

    def _joins(self, i: int) -> bool:
        """Whether token `i` touches those before and after it."""
        starts, ends = self.starts, self.ends
        return 0 < i < len(starts) - 1 and starts[i] == ends[i - 1] and starts[i + 1] == ends[i]

    def _mark(self, i: int, word: str, mark: str, limit: int) -> int:
        """Punctuation at token `i`; the token after it."""
        low, starts, ends, out = self.low, self.starts, self.ends, self.out
        if mark == '"':
            return self._quote(i, word)
        if mark == "." and 0 < i < len(low) - 1 and word == "." and ends[i - 1] == starts[i] and low[i - 1].isalpha():
            return i + 1  # the dot of "Capt." and "U.N."
        if mark in _TYING and out.mark and not out.mark[-1] and self._joins(i) and ends[i + 1] <= limit:
            tied = f"{out.text[-1]}{word}{low[i + 1]}"  # "3-1", "9/11", "M-79"
            out.text[-1], out.end[-1], out.read[-1] = tied, ends[i + 1], look(tied)
            return i + 2
        out.add(word, starts[i], ends[i], mark, _MARK, False)
        return i + 1

    def _quote(self, i: int, word: str) -> int:
        """A quotation mark, or the possessive of a plural."""
        low, starts, ends, out = self.low, self.starts, self.ends, self.out
        touches = i > 0 and starts[i] == ends[i - 1]
        more = i + 1 < len(low)
        if word == "'" and touches and self.raw[starts[i] - 1] == "s" and more and low[i + 1][0].isalpha():
            out.add("'s", starts[i], ends[i], "'", _MARK, False)  # "the victims' families"
        elif more and ends[i] == starts[i + 1] and not touches:
            out.opens.add(len(out.text))
        elif out.text:
            out.closes.add(len(out.text) - 1)
        return i + 1

    def _word(self, word: str, start: int, end: int) -> None:
        out = self.out
        capital = not self.titled and self.raw[start].isupper()
        cut = word.find("'")
        if cut > 0 and word[cut:] in _CONTRACTED:
            out.add(word[:cut], start, start + cut, "", look(word[:cut]), capital)
            out.add(word[cut:], start + cut, end, "", look(word[cut:]), False)
            return
        shouted = capital and word in _ACRONYMS and self.raw[start:end].isupper()
        out.add(word, start, end, "", _NAME if shouted else look(word), capital)


def _several(low: list[str], i: int, choices: tuple[tuple[str, ...], ...]) -> int:
    """The end of the word of several words that begins at token `i`; 0 where none does."""
    for choice in choices:
        j = i + len(choice)
        if tuple(low[i:j]) == choice:
            return j
    return 0


def _spans(raw: str, figures: Sequence[Figure], whens: Sequence[When]) -> list[tuple[int, int, Figure | None]]:
    """Where figures (with a hedge that touches them) and dates stand, in order and without overlap."""
    out: list[tuple[int, int, Figure | None]] = []
    for f in figures:
        start, end = f.start, f.end
        if f.form == "multiple":
            pass  # "more than doubled": a verb with its adverbs
        elif f.hedge and f.hedge[0] < start <= f.hedge[1] + 1:
            start = start if _is_verb(f) else f.hedge[0]
        elif f.hedge and f.hedge[1] > end >= f.hedge[0] - 1:
            end = f.hedge[1]
        out.append((start, end, f))
    for w in whens:
        named = raw[w.start : w.start + 1].isupper() and raw[w.start : w.end].lower() == "today"
        if named and w.start > 1 and raw[w.start - 2].isalpha():
            continue  # "USA TODAY"
        if not any(w.start < e and s < w.end for s, e, f in out if f is not None):
            out.append((w.start, w.end, None))
    out.sort(key=lambda x: x[0])
    clean: list[tuple[int, int, Figure | None]] = []
    for span in out:
        if not clean or span[0] >= clean[-1][1]:
            clean.append(span)
    return clean


def _is_verb(f: Figure) -> bool:
    """Whether the words of a hedge are a verb that the sentence needs: "tops 90"; not "an estimated 90"."""
    assert f.hedge is not None
    word, _, rest = f.sentence.part.lower[f.hedge[0] : f.hedge[1]].partition(" ")
    bits = look(word).bits
    if rest or not bits & VERBAL or bits & (PREPOSITION | DETERMINER):
        return False
    return bool(bits & (THIRD | BASE | ING)) or word not in _COUNTS


def _is_titled(raw: str, low: list[str], starts: list[int]) -> bool:
    """Whether most longer words have a capital, as in a headline: then capitals tell no names."""
    longer = [s for w, s in zip(low, starts, strict=True) if len(w) > 3 and w[0].isalpha()]
    if not low or low[-1] == ".":
        return len(longer) > 1 and all(raw[s : s + 3].isupper() for s in longer)
    return len(longer) > 2 and sum(raw[s].isupper() for s in longer) >= _TITLED * len(longer)

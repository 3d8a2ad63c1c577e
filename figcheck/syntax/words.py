"""The first level: the words of a sentence, figures and dates as one word each, and what each word can be."""

from __future__ import annotations

from collections.abc import Sequence

from figcheck.drafts import Figure, When
from figcheck.syntax.lexicon import BASE, DETERMINER, ING, PREPOSITION, THIRD, VERBAL, Reading, look, multiwords
from figcheck.text import Sentence

__all__ = ["Words", "words"]

_MARKS = {
    ",": ",", ";": ";", ":": ":", ".": ".", "!": ".", "?": ".", "\u2026": ".", "(": "(", "[": "(", ")": ")", "]": ")",
    "-": "-", "--": "-", "\u2013": "-", "\u2014": "-", "|": "-", '"': '"', "''": '"', "``": '"', "'": '"', "/": "/",
    "*": "-",
    "\u2022": "-", "\u2015": "-", "<": "(", ">": ")",
}  # fmt: skip
_NO_READING = look("\ufffd")
_NAME = look("\ufffd\ufffd")
_ACRONYMS = frozenset({"is", "us", "it", "who", "un", "am", "may"})  # in capitals a name: "US soldiers", "the WHO"
_CONTRACTED = frozenset({"'ve", "'re", "'ll", "'d", "'m"})
_TYING = frozenset({"-", "/"})
_TITLED = 0.7  # share of words with a capital from which capitals tell nothing: a headline in title case


class Words:
    """The words of one sentence as parallel lists.

    `text` lower case, `start` and `end` offsets in the part, `mark` the kind of a word that is no word ("c" a figure,
    "t" a date, "," "." "(" … punctuation; "" a word), `read` what it can be, `capital` whether it is written with one
    where that says something, `figure` the figure that it is.
    """

    __slots__ = ("attributive", "capital", "end", "figure", "mark", "read", "sentence", "start", "text")

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.text: list[str] = []
        self.start: list[int] = []
        self.end: list[int] = []
        self.mark: list[str] = []
        self.read: list[Reading] = []
        self.capital: list[bool] = []
        self.figure: dict[int, Figure] = {}
        self.attributive: set[int] = set()  # figures with a word tied on: "13-strong"

    def add(self, text: str, start: int, end: int, mark: str, read: Reading, capital: bool) -> None:
        """One more word at the end."""
        self.text.append(text)
        self.start.append(start)
        self.end.append(end)
        self.mark.append(mark)
        self.read.append(read)
        self.capital.append(capital)


def words(sentence: Sentence, figures: Sequence[Figure], whens: Sequence[When]) -> Words:
    """The words of a sentence with its figures and dates, both in the order of the text."""
    out = Words(sentence)
    low, starts, ends = sentence.words, sentence.starts, sentence.ends
    raw = sentence.part.text
    spans = _spans(figures, whens)
    several = multiwords()
    n, i, at = len(low), 0, 0
    titled = _is_titled(raw, low, starts)
    while i < n:
        start = starts[i]
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        if at < len(spans) and spans[at][0] < ends[i]:
            _, last, what = spans[at]
            j = i + 1
            while j < n and starts[j] < last:
                j += 1
            word = low[i] if ends[i] >= last else ""
            if not isinstance(what, str) and what.form == "multiple" and look(word).bits & VERBAL:
                out.add(word, start, ends[i], "", look(word), False)  # "doubled" is a verb, whatever figure it tells
                i = j
                continue
            if isinstance(what, str):
                out.add(" ".join(low[i:j]), start, ends[j - 1], "t", _NO_READING, False)
            else:
                while j + 1 < n and low[j] == "-" and starts[j] == ends[j - 1] and starts[j + 1] == ends[j]:
                    if not low[j + 1][0].isalpha():
                        break
                    out.attributive.add(len(out.text))  # "a 13-strong jury", "a 15-member panel"
                    j += 2
                out.figure[len(out.text)] = what
                out.add("#", start, ends[j - 1], "c", _NO_READING, False)
            i = j
            continue
        word = low[i]
        mark = _MARKS.get(word)
        if mark in _TYING and i + 1 < n and i and starts[i] == ends[i - 1] and starts[i + 1] == ends[i] and not out.mark[-1]:
            if not (at < len(spans) and spans[at][0] < ends[i + 1]):
                tied = f"{out.text[-1]}{word}{low[i + 1]}"  # "3-1", "9/11", "M-79"
                out.text[-1], out.end[-1], out.read[-1] = tied, ends[i + 1], look(tied)
                i += 2
                continue
        if mark == '"':  # quotations are asked of the part; here the sentence is read through them
            if (
                word == "'"
                and i
                and starts[i] == ends[i - 1]
                and raw[starts[i] - 1] == "s"
                and _word_follows(low, i, n)
            ):
                out.add("'s", start, ends[i], "'", _NO_READING, False)  # "the victims' families"
            i += 1
            continue
        if mark is not None:
            if word == "." and 0 < i < n - 1 and ends[i - 1] == start and low[i - 1].isalpha():
                i += 1  # the dot of "Capt." and "U.N."
                continue
            out.add(word, start, ends[i], mark, _NO_READING, False)
            i += 1
            continue
        if word in several:
            j = _several(low, i, several[word], n)
            if j and not (at < len(spans) and spans[at][0] < ends[j - 1]):
                name = "_".join(low[i:j])
                out.add(name, start, ends[j - 1], "", look(name), False)
                i = j
                continue
        if "'" in word and word[word.index("'") :] in _CONTRACTED:
            cut = start + word.index("'")
            out.add(word[: cut - start], start, cut, "", look(word[: cut - start]), not titled and raw[start].isupper())
            out.add(word[cut - start :], cut, ends[i], "", look(word[cut - start :]), False)
            i += 1
            continue
        capital = not titled and raw[start].isupper()
        shouted = capital and ends[i] - start > 1 and word in _ACRONYMS and raw[start : ends[i]].isupper()
        out.add(word, start, ends[i], "", _NAME if shouted else look(word), capital)
        i += 1
    return out


def _word_follows(low: list[str], i: int, n: int) -> bool:
    return i + 1 < n and low[i + 1][0].isalpha()


def _several(low: list[str], i: int, choices: tuple[tuple[str, ...], ...], n: int) -> int:
    for choice in choices:
        j = i + len(choice)
        if j <= n and tuple(low[i:j]) == choice:
            return j
    return 0


def _spans(figures: Sequence[Figure], whens: Sequence[When]) -> list[tuple[int, int, Figure | str]]:
    """Where figures (with a hedge that touches them) and dates stand, in order and without overlap."""
    out: list[tuple[int, int, Figure | str]] = []
    for f in figures:
        start, end = f.start, f.end
        if f.hedge:
            if f.hedge[0] < start <= f.hedge[1] + 1:
                start = start if _is_verb(f) else f.hedge[0]
            elif f.hedge[1] > end >= f.hedge[0] - 1:
                end = f.hedge[1]
        out.append((start, end, f))
    taken = list(out)
    for w in whens:
        if not any(w.start < e and s < w.end for s, e, _ in taken):
            out.append((w.start, w.end, w.kind))
    out.sort(key=lambda x: x[0])
    clean: list[tuple[int, int, Figure | str]] = []
    for span in out:
        if not clean or span[0] >= clean[-1][1]:
            clean.append(span)
    return clean


def _is_verb(f: Figure) -> bool:
    """Whether the words of a hedge are a verb that the sentence needs: "tops 90", "exceeded 90"; not "an estimated 90"."""
    assert f.hedge is not None
    word, _, rest = f.sentence.part.lower[f.hedge[0] : f.hedge[1]].partition(" ")
    bits = look(word).bits
    if rest or not bits & VERBAL or bits & (PREPOSITION | DETERMINER):
        return False
    return bool(bits & (THIRD | BASE | ING)) or word not in ("estimated", "reported", "projected", "expected")


def _is_titled(raw: str, low: list[str], starts: list[int]) -> bool:
    """Whether most longer words have a capital, as in a headline: then capitals tell no names."""
    longer = [s for w, s in zip(low, starts, strict=True) if len(w) > 3 and w[0].isalpha()]
    if len(longer) < 3:
        return False
    return low[-1] != "." and sum(raw[s].isupper() for s in longer) >= _TITLED * len(longer)

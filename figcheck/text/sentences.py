"""Where paragraphs and sentences begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from figcheck.words import trie, wordset

__all__ = ["paragraph_spans", "sentence_spans"]

_ABBREVIATIONS = wordset("lexicon.toml", "abbreviation")
_BREAK = re.compile(r"\n(?:[^\S\n]*\n)*[^\S\n]*")
# Tried once for each run of stops, and never back over it: rows of stops and quotes are read in linear time.
_STOP = re.compile(r"[.!?\u2026](?<![.!?\u2026]{2})[.!?\u2026]*+[\"')\]]*+(?=\s)")
_LAST_WORD = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]+$|\d+$")
_BULLET = re.compile(r"[-*\u2022\u25cf\u00b7\u2013\u2014>#|]|\d{1,3}[.)]\s")
_NUMBERED = frozenset({"no", "nos"})
_STARTER = re.compile(rf"[\"'(\[]*{trie(w.capitalize() for w in wordset('lexicon.toml', 'sentence_start'))}\b")
_OPENER = "\"'([`\u2014\u2013-"
_WRAP_MIN = 45  # a line shorter than this that does not end a sentence is a heading, not wrapped prose
_WRAP_MAX = 100
_LONGEST = 2000  # code points: no prose sentence; a table, a list without stops, or somebody's attack


def paragraph_spans(text: str) -> list[tuple[int, int]]:
    """Paragraphs end at a blank line, or at any line end that is not plainly a wrapped line."""
    spans: list[tuple[int, int]] = []
    start = 0
    for m in _BREAK.finditer(text):
        if m.end() < len(text) and m.group().count("\n") == 1 and _wrapped(text, start, m.start(), m.end()):
            continue
        _add(spans, text, start, m.start())
        start = m.end()
    _add(spans, text, start, len(text))
    return spans


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))


def _wrapped(text: str, start: int, end: int, after: int) -> bool:
    """Whether the line break at end..after only wraps a line of prose."""
    line = text.rfind("\n", start, end) + 1 or start
    if not _WRAP_MIN <= end - line <= _WRAP_MAX:
        return False
    if _BULLET.match(text, after):
        return False
    if text[after].islower():
        return True
    stop = text.find("\n", after, after + _WRAP_MAX + 1)
    stop = stop if stop >= 0 else min(len(text), after + _WRAP_MAX + 1)
    word = text.find(" ", after, stop)
    if stop - after > _WRAP_MAX or (end - line) + 1 + ((word if word >= 0 else stop) - after) <= stop - after:
        return False  # the next word had room in this line, as wide as the next one is: a heading
    return text[end - 1] not in ".!?:;\"')" and not text[after].isspace()


def sentence_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Sentences of one paragraph: U.S., Gen., Oct. 7 and 2.5 do not end one.

    >>> t = "He met Gen. Ito on Oct. 7 in the U.S. capital. No. 14 is shut! Why?"
    >>> [t[a:b] for a, b in sentence_spans(t, 0, len(t))]
    ['He met Gen. Ito on Oct. 7 in the U.S. capital.', 'No. 14 is shut!', 'Why?']
    """
    at = start
    for m in _STOP.finditer(text, start, end):
        stop = m.end()
        if stop >= end or not _ends(text, at, m.start(), stop, end):
            continue
        yield from _pieces(text, at, stop)
        at = stop
        while at < end and text[at].isspace():
            at += 1
    if at < end:
        yield from _pieces(text, at, end)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence whole; one without end in pieces, cut at blanks, so that looking through a sentence stays cheap."""
    while end - start > _LONGEST:
        cut = text.find(" ", start + _LONGEST, end)
        if cut < 0:
            break
        yield start, cut
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end


def _ends(text: str, start: int, mark: int, stop: int, end: int) -> bool:
    after = stop
    while after < end and text[after].isspace():
        after += 1
    if after >= end:
        return False
    first = text[after]
    quoted = stop - mark > 1 and text[stop - 1] in "\"')]"
    if first.islower():
        return False
    if text[mark] in "!?":
        return True
    if quoted:
        return True
    word = _LAST_WORD.search(text, max(start, mark - 24), mark)
    if word is None:
        return True
    last = word.group()
    if "." in last:  # U.S., a.m.: a sentence ends here only where a new one plainly begins
        return bool(_STARTER.match(text, after))
    low = last.lower()
    if len(last) == 1 and last.isalpha() and last != "I":
        return word.start() > start and text[word.start() - 1].isdigit()  # "$9m." is no initial
    if low in _ABBREVIATIONS:
        if low in _NUMBERED:
            return not first.isdigit() and (last.islower() or not first.isupper())  # "said no. Forty"
        return last[0].islower() and low not in {"vs", "etc", "approx", "est"}
    return first.isupper() or first.isdigit() or first in _OPENER or not first.isalnum() or not first.isascii()

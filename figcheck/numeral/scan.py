"""Where numerals may begin: one pass over the lower-cased text finds every digit run and every number word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from figcheck.numeral.lexicon import CARDINAL, GLYPH, MULTIPLE, ORDINAL, RUN_TOGETHER, VAGUE
from figcheck.words import trie

__all__ = ["candidates", "end_of_row"]

_WORDS = trie(sorted({*CARDINAL, *VAGUE, *MULTIPLE, *ORDINAL, *RUN_TOGETHER, "half", "halves", "quarter"}))

# Doubled marks and apostrophes make no number, and are taken in so that the parts are not taken for several.
_MORE = r"(?:[.,:/\u2044][.,]?\d+|'\d{3}(?!\d))*"
_DIGITS = rf"\d+{_MORE}"

# One mark before each: a letter can not stand before a number word, and testing for that mark first is what makes
# the pass quick. A lone digit after a letter ("G7") has no mark before it and is found by the last alternative.
_GLYPHS = "".join(GLYPH)
_CANDIDATE = re.compile(rf"[^a-z](?:{_DIGITS}|{_WORDS}(?![^\W\d_])|[{_GLYPHS}]|(?<=[a-z{_GLYPHS}]\d){_MORE})")
_ROW = re.compile(rf"(?:[ \n-](?:(?:and|a) )?{_WORDS}(?![^\W\d_]))*")


def candidates(lower: str) -> Iterator[tuple[int, int]]:
    """Spans of digit runs and number words, in order.

    >>> t = "g7 met on 3 may, one of two"
    >>> [t[s:e] for s, e in candidates(t)]
    ['7', '3', 'one', 'two']
    """
    for m in _CANDIDATE.finditer("\n" + lower):
        start, end = m.start(), m.end() - 1
        if end == start or lower[start - 1 : start].isdecimal():
            start -= 1
        yield start, end


def end_of_row(lower: str, end: int) -> int:
    """Where a row of number words ends that goes on at `end`.

    >>> end_of_row("one one and one man", 3)
    15
    """
    m = _ROW.match(lower, end)
    return m.end() if m else end

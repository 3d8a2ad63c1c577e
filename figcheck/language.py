"""Is a text plainly not English? Told by its function words, so that another language is refused and not misread.

Of 43,275 paragraphs and sentences of English news and official copy, fifteen words in lower case or more, none is below
the bounds here; of 1,865 such paragraphs of a handbook in thirty other languages all but 105 are, and every whole text.
A mixed text, one in capitals, a table and a list of names are read.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from figcheck.models import Article
from figcheck.syntax.lexicon import UNKNOWN, look
from figcheck.words import text as data

__all__ = ["refusal"]

_CLASSES = re.compile(r"^([a-z']+) (?:[a-z] )*[dopcswmx](?: |$)", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_BREAK = re.compile(r"[,;:.!?\n|/()\[\]\d]+")
_SHARED = frozenset("a i en no per us me an so o but plus via minus as".split())  # noqa: SIM905  words of others too
_PIECE = 2_000  # characters that are judged at a time: a text with a piece of English in it is mixed, and is read
_LEAST = 15  # words in lower case: a headline or a caption tells too little
_LOWER = 0.5  # of all words are in lower case in prose, in German too; in a list of names few are
_FUNCTION = 0.15  # of the words in lower case are function words; of English prose 0.25 and more
_KNOWN = 0.4  # of them are in the lexicon; of English prose 0.6 and more
_RUN = 2.5  # words between two breaks: a list of things has one or two, prose in any language more
_LETTERS = 30  # of another script
_OTHER_SCRIPT = 0.6  # of the letters
_HINT = " (check-language = false has it read)"
_LAST_LATIN = "\u024f"


class _Judged(NamedTuple):
    """What the words of a piece tell: whether it is English (None where they do not tell), and by what."""

    english: bool | None
    function_words: int = 0
    words: int = 0


def refusal(article: Article) -> str | None:
    """Why a story is not read, where it is plainly in another language; None for all others.

    >>> refusal(Article(id="a", text="The flood killed 12 people, police said."))
    >>> refusal(Article(id="b", text="Наводнение унесло жизни 12 человек, сообщила полиция."))
    'it is not in English: most of its letters are of another script (check-language = false has it read)'
    """
    text = f"{article.title}\n{article.text}"
    strange: list[_Judged] = []
    for start in range(0, len(text), _PIECE):
        piece = _judged(text[start : start + _PIECE])
        if piece.english:
            return None
        if piece.english is False:
            strange.append(piece)
    if not strange:
        return None
    words, english = sum(piece.words for piece in strange), sum(piece.function_words for piece in strange)
    if not words:
        return f"it is not in English: most of its letters are of another script{_HINT}"
    return f"it does not read as English: {english} of {words} words are function words of English{_HINT}"


def _judged(piece: str) -> _Judged:
    if not piece.isascii() and _other_script(piece):
        return _Judged(False)
    every = _WORD.findall(piece)
    words = [word for word in every if word.islower()]
    if len(words) < max(_LEAST, _LOWER * len(every)):
        return _Judged(None)
    function_words = sum(word in _function_words() for word in words)
    if function_words >= _FUNCTION * len(words):
        return _Judged(True)
    if sum(not look(word).bits & UNKNOWN for word in words) >= _KNOWN * len(words):
        return _Judged(True)
    return _Judged(None if _words_in_a_run(piece) < _RUN else False, function_words, len(words))


@cache
def _function_words() -> frozenset[str]:
    """Determiners, pronouns, prepositions and the like, less those that other languages have too."""
    return frozenset(_CLASSES.findall(data("lexicon.txt"))) - _SHARED


def _other_script(piece: str) -> bool:
    letters = [c for c in piece if c.isalpha()]
    others = sum(c > _LAST_LATIN and not "\u1e00" <= c <= "\u1eff" for c in letters)  # Latin has two blocks of letters
    return others >= _LETTERS and others > _OTHER_SCRIPT * len(letters)


def _words_in_a_run(piece: str) -> float:
    """How many words stand between two marks or line ends, on average."""
    runs = [n for n in (len(_WORD.findall(run)) for run in _BREAK.split(piece)) if n]
    return sum(runs) / len(runs) if runs else 0.0

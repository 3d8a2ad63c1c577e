"""A Document is an article cut into parts, and those into paragraphs, sentences and (where asked) words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from figcheck.models import Article
from figcheck.text.quotes import Quotation, find_quotations
from figcheck.text.sentences import paragraph_spans, sentence_spans

__all__ = ["Document", "Part", "Sentence", "read"]

# Each is one code point for one code point, so that offsets hold.
_PLAIN = (
    ("\u2019", "'"), ("\u2018", "'"), ("\u02bc", "'"), ("\u201c", '"'), ("\u201d", '"'), ("\u201e", '"'),
    ("\u00ab", '"'), ("\u00bb", '"'), ("\u00a0", " "), ("\u202f", " "), ("\u2009", " "), ("\u2007", " "),
    ("\u2011", "-"), ("\u2010", "-"), ("\u2212", "-"), ("\u2012", "\u2013"), ("\t", " "), ("\r", "\n"),
    ("\u2028", "\n"), ("\u2029", "\n"), ("\x0b", "\n"), ("\x0c", "\n"), ("\x85", "\n"),
)  # fmt: skip

_TOKEN = re.compile(
    r"""
      [a-z]{2,}+(?![^\W\d_]|['-])                   # most words, quickly
    | \d+(?:[.,]\d+)*                              # 57,418  2.5
    | (?:[^\W\d_]\.){2,}                           # U.S.  a.m.
    | [^\W\d_]+(?:(?:'(?!s\b)|-)[^\W\d_]+)*        # Hamas-run  don't  O'Neill
    | '[sS]\b                                      # the possessive, a word of its own
    | -{2,} | '' | `` | \.{2,}
    | \S
    """,
    re.VERBOSE,
)


def plain(text: str) -> str:
    """The text with one spelling for quotes, spaces, hyphens and line ends; same length, code point for code point.

    >>> plain("the army\u2019s 10\u00a0000")
    "the army's 10 000"
    """
    if text.isascii() and not any(mark in text for mark in "\t\r\x0b\x0c"):
        return text
    for old, new in _PLAIN:
        text = text.replace(old, new)
    return text


def lowered(text: str) -> str:
    """Lower case of the same length: the few letters that grow when lowered stay as they are."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


class Sentence:
    """One sentence. `words`, `starts`, `ends` are its tokens: lower-cased words and their offsets in the part."""

    __slots__ = ("end", "ends", "index", "paragraph", "part", "start", "starts", "words")

    part: Part
    index: int
    paragraph: int
    start: int
    end: int
    words: list[str]
    starts: list[int]
    ends: list[int]

    def __init__(self, part: Part, index: int, paragraph: int, start: int, end: int) -> None:
        self.part = part
        self.index = index
        self.paragraph = paragraph
        self.start = start
        self.end = end

    def __repr__(self) -> str:
        return f"Sentence({self.start}, {self.end}, {self.text!r})"

    @property
    def text(self) -> str:
        """The sentence as written."""
        return self.part.text[self.start : self.end]

    if not TYPE_CHECKING:  # a checker would take every name for one that a sentence has

        def __getattr__(self, name: str) -> list[str] | list[int]:
            """The tokens are cut when first asked for: most sentences hold no figure."""
            if name not in ("words", "starts", "ends"):
                raise AttributeError(f"a sentence has no {name!r}")
            tokens = list(_TOKEN.finditer(self.part.lower, self.start, self.end))
            self.words = [m.group() for m in tokens]
            self.starts = [m.start() for m in tokens]
            self.ends = [m.end() for m in tokens]
            return getattr(self, name)

    def raw(self, index: int) -> str:
        """Token `index` as written."""
        return self.part.text[self.starts[index] : self.ends[index]]

    def at(self, offset: int) -> int:
        """Index of the token that holds `offset`, else of the first after it (len(words) past the last)."""
        i = bisect_right(self.starts, offset) - 1
        return i if i >= 0 and offset < self.ends[i] else i + 1

    def before(self, offset: int) -> int:
        """Index of the last token that ends at or before `offset`; -1 where there is none."""
        return bisect_right(self.ends, offset) - 1


class Part:
    """One named text of an article. `plain` and `lower` have its length and its offsets."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self.plain = plain(text)
        self.lower = lowered(self.plain)

    @cached_property
    def paragraphs(self) -> list[tuple[int, int]]:
        """Spans of its paragraphs, without the white space around them."""
        return paragraph_spans(self.plain)

    @cached_property
    def sentences(self) -> list[Sentence]:
        """Its sentences in order, each inside one paragraph."""
        out: list[Sentence] = []
        for number, (start, end) in enumerate(self.paragraphs):
            for s, e in sentence_spans(self.plain, start, end):
                out.append(Sentence(self, len(out), number, s, e))
        return out

    @cached_property
    def _starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    @cached_property
    def quotations(self) -> list[Quotation]:
        """Its quotations in order, marks included; one that goes on over paragraphs is one for each."""
        return find_quotations(self.text, self.paragraphs)

    @cached_property
    def _quote_starts(self) -> list[int]:
        return [q.start for q in self.quotations]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds `offset`; None in the white space between two."""
        i = bisect_right(self._starts, offset) - 1
        if i < 0:
            return None
        found = self.sentences[i]
        return found if offset < found.end else None

    def quotation_at(self, offset: int) -> Quotation | None:
        """The quotation that holds `offset`, or None."""
        i = bisect_right(self._quote_starts, offset) - 1
        if i < 0:
            return None
        found = self.quotations[i]
        return found if offset < found.end else None

    def quotations_in(self, start: int, end: int) -> list[Quotation]:
        """The quotations that meet a span."""
        i = bisect_right(self._quote_starts, start) - 1
        i = i if i >= 0 and self.quotations[i].end > start else i + 1
        return self.quotations[i : bisect_left(self._quote_starts, end)]


class Document:
    """An article and its parts: title first, then the text, then any others."""

    def __init__(self, article: Article) -> None:
        self.article = article
        parts = [Part("title", article.title)] if article.title else []
        parts.append(Part("text", article.text))
        parts += [Part(name, text) for name, text in article.parts]
        self.parts = tuple(parts)


def read(article: Article) -> Document:
    """Cut an article into parts; sentences and words are made when they are asked for."""
    return Document(article)

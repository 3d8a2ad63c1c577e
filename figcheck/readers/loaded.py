"""What a reader hands over: an article, and the way from each figure back to its file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple, Protocol

from figcheck.models import Article
from figcheck.readers.mapped import Mapped

__all__ = ["Comment", "Lines", "Loaded", "Places", "Position", "Skipped", "SkippedKind", "Unread"]

_LINE = re.compile("\r\n?|\n")

SkippedKind = Literal["code", "table", "image", "footnote", "navigation", "embed", "form", "field", "box"]


class Position(NamedTuple):
    """A place in the original file. Line and column count from 1, in code points; `offset` from 0.

    In a Word file `line` is the number of the paragraph in the body (empty ones counted, tables not), `column` the
    place in the paragraph and `run` the number of the run in it, from 1; elsewhere `run` is None.
    """

    line: int
    column: int
    offset: int
    run: int | None = None


class Comment(NamedTuple):
    """A comment of the markup: `text` is what stands between the marks, stripped; `end` lies past the closing mark."""

    offset: int
    end: int
    line: int
    text: str


class Skipped(NamedTuple):
    """Something that is no prose and was not read: told, so that silence about it is not taken for "verified"."""

    kind: SkippedKind
    line: int
    numerals: int = 0
    """How many numbers in digits stand in it, where that can be told."""


class Unread(NamedTuple):
    """Something that may belong to the story, or a story beside it in a file of many, and could not be read.

    A gate that meets one must stay shut.
    """

    line: int
    message: str


class Places(Protocol):
    """Tells the Position of an offset of the source."""

    def at(self, offset: int) -> Position:
        """The position of an offset."""
        ...


class Lines:
    r"""Lines and columns of a text file: lines end at "\n", "\r\n" or "\r".

    >>> Lines("one\r\ntwo").at(6)
    Position(line=2, column=2, offset=6, run=None)
    """

    def __init__(self, source: str) -> None:
        self.source = source

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(m.end() for m in _LINE.finditer(self.source))]

    def at(self, offset: int) -> Position:
        """Line and column of an offset."""
        offset = max(0, min(offset, len(self.source)))
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1, offset)


@dataclass(frozen=True)
class Loaded:
    """One article as read from a file.

    >>> from figcheck.readers import read_text
    >>> story = read_text("Ferry sinks\\n\\nThe ferry carried 40.", "ferry.txt")[0]
    >>> story.article.title, story.locate("text", 18)
    ('Ferry sinks', Position(line=3, column=19, offset=31, run=None))
    """

    article: Article
    path: str
    source: str = field(repr=False)
    """The whole file as decoded text; of a Word file its paragraphs, each ended by a line end."""
    parts: Mapping[str, Mapped] = field(repr=False)
    places: Places = field(repr=False)
    comments: tuple[Comment, ...] = ()
    """The markup's comments, in order, those before this article in the file included."""
    skipped: tuple[Skipped, ...] = ()
    unread: tuple[Unread, ...] = ()
    """What may be part of the story and was not read: a comment that never closes, a body in a shape not known."""

    def locate(self, part: str, offset: int) -> Position:
        """Where a code point of a part stands in the file. Raises KeyError for a part the article does not have."""
        return self.places.at(self.parts[part].begin(offset))

    def span(self, part: str, start: int, end: int) -> tuple[Position, Position]:
        """First place and the place past the last of part[start:end]; use it rather than `locate(part, end)`,
        which would be the start of whatever follows, perhaps on another line."""
        mapped = self.parts[part]
        return self.places.at(mapped.begin(start)), self.places.at(mapped.finish(end))

    def as_found(self, part: str, start: int, end: int) -> str:
        """What the file itself has at part[start:end], markup and entities included."""
        mapped = self.parts[part]
        return self.source[mapped.begin(start) : mapped.finish(end)]

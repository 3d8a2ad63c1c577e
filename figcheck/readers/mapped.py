"""Text taken out of a source, and the way back: which place of the source each of its code points stands for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Mapped", "Tape", "joined", "plain_lines"]

_RETURN = re.compile("\r\n?|[\u00ad\u200b\u2060\ufeff]")  # and the marks that no reader sees
_RUN = re.compile("  [ \t\n\r\f]*| ?[\t\n\r\f][ \t\n\r\f]*")  # white space that is more than one blank
_SPACES = " \t\n\r\f"


@dataclass(frozen=True, slots=True)
class Mapped:
    """A text and where each piece of it stands in its source.

    Piece i runs from `starts[i]` of the text to the next start and stands for `sources[i]` of the source; `widths[i]`
    is None where it is copied code point for code point, else the width of what it replaces (an entity, an escape).
    Where the source was itself taken from another text, `under` is that text.
    """

    text: str
    starts: tuple[int, ...]
    sources: tuple[int, ...]
    widths: tuple[int | None, ...]
    under: Mapped | None = None

    @classmethod
    def whole(cls, text: str) -> Mapped:
        """A text that is its own source."""
        return cls(text, (0,), (0,), (None,))

    @classmethod
    def fixed(cls, text: str, start: int, end: int, under: Mapped | None = None) -> Mapped:
        """A text that stands as one piece for source[start:end]."""
        return cls(text, (0,), (start,), (end - start,), under)

    def begin(self, offset: int) -> int:
        """Where the code point at `offset` begins in the outermost source; past the end, where the text ends."""
        if offset >= len(self.text):
            return self.finish(len(self.text))
        i = bisect_right(self.starts, offset) - 1
        at = self.sources[i] + (offset - self.starts[i] if self.widths[i] is None else 0)
        return at if self.under is None else self.under.begin(at)

    def finish(self, offset: int) -> int:
        """Where the code point before `offset` ends in the outermost source.

        >>> tape = Tape("fish &amp; chips")
        >>> tape.copy(0, 5); tape.put("&", 5, 10); tape.copy(10, 16)
        >>> found = tape.done()
        >>> found.text, found.begin(5), found.finish(6)
        ('fish & chips', 5, 10)
        """
        if offset <= 0 or not self.text:
            at = self.sources[0] if self.sources else 0
            return at if self.under is None else self.under.begin(at)
        last = min(offset, len(self.text)) - 1
        i = bisect_right(self.starts, last) - 1
        width = self.widths[i]
        at = self.sources[i] + (last - self.starts[i] + 1 if width is None else width)
        if width == 0:  # it stands for nothing: it ends where it begins
            return self.begin(last)
        return at if self.under is None else self.under.finish(at)

    def cut(self, start: int, end: int) -> Mapped:
        """text[start:end], still mapped."""
        if start >= end:
            return Mapped("", (0,), (self.sources[0],), (0,), self.under)
        first = max(bisect_right(self.starts, start) - 1, 0)
        last = bisect_right(self.starts, end - 1)
        shift = start - self.starts[first] if self.widths[first] is None else 0
        return Mapped(
            self.text[start:end],
            (0, *(s - start for s in self.starts[first + 1 : last])),
            (self.sources[first] + shift, *self.sources[first + 1 : last]),
            self.widths[first:last],
            self.under,
        )

    def strip(self) -> Mapped:
        """Without the white space around it."""
        kept = self.text.strip()
        if len(kept) == len(self.text):
            return self
        start = len(self.text) - len(self.text.lstrip())
        return self.cut(start, start + len(kept))

    def over(self, under: Mapped | None) -> Mapped:
        """The same with its source known to be taken from `under`."""
        return Mapped(self.text, self.starts, self.sources, self.widths, under)


class Tape:
    """Writes a Mapped: copies of the source, and text that stands for a stretch of it."""

    def __init__(self, source: str, under: Mapped | None = None) -> None:
        self.source = source
        self._under = under
        self._texts: list[str] = []
        self._starts: list[int] = []
        self._sources: list[int] = []
        self._widths: list[int | None] = []
        self._length = 0
        self._last = "\n"
        self._pending: int | None = None  # where a paragraph ended that none follows yet

    def __len__(self) -> int:
        return self._length

    @property
    def at_start(self) -> bool:
        """Whether a paragraph begins here."""
        return self._last == "\n"

    @property
    def tail(self) -> str:
        """The last code point written, a line end before the first."""
        return self._last

    def ends_with(self, text: str) -> bool:
        """Whether the last piece written ends so."""
        return bool(self._texts) and self._texts[-1].endswith(text)

    def close_quote(self, at: int) -> None:
        """A closing mark after the last word, before the end of its paragraph."""
        if not self._length:
            return
        pending, self._pending = self._pending, None
        if self._texts[-1].endswith(" "):
            self._drop_blank()
        self.put("\u201d", at, at)
        if pending is not None:
            self._pending, self._last = pending, "\n"

    def copy(self, start: int, end: int) -> None:
        """Append source[start:end] as it is."""
        if start < end:
            self._add(self.source[start:end], start, None)

    def put(self, text: str, start: int, end: int) -> None:
        """Append `text`, which stands for source[start:end]."""
        if text:
            self._add(text, start, end - start)

    def spaced(self, start: int, end: int) -> None:
        """Append source[start:end] with each run of white space as one blank, none at a start of a paragraph."""
        at = start
        while self._last in _SPACES and at < end and self.source[at] in _SPACES:
            at += 1
        for m in _RUN.finditer(self.source, at, end):
            self.copy(at, m.start())
            at = m.end()
            self.put(" ", m.start(), at)
        self.copy(at, end)

    def paragraph(self, at: int) -> None:
        """End a paragraph, if one is open; the break is written when more text comes."""
        if self._last == " ":
            self._drop_blank()
        if self._length and self._pending is None:
            self._pending, self._last = at, "\n"

    def append(self, made: Mapped) -> None:
        """A paragraph that was taken from another text; places are then those of the outermost source."""
        for i, start in enumerate(made.starts):
            end = made.starts[i + 1] if i + 1 < len(made.starts) else len(made.text)
            if made.widths[i] is not None or made.under is None:
                at = made.begin(start)
                self._add(made.text[start:end], at, None if made.widths[i] is None else made.finish(end) - at)
            else:
                self._through(made.text[start:end], made.sources[i], made.under)
        if made.text:
            self.paragraph(made.finish(len(made.text)))

    def _through(self, text: str, at: int, under: Mapped) -> None:
        """Text copied from under.text at `at`, piece by piece of `under`."""
        stop = at + len(text)
        first = at
        i = bisect_right(under.starts, at) - 1
        while at < stop:
            end = min(stop, under.starts[i + 1] if i + 1 < len(under.starts) else stop)
            begin = under.begin(at)
            exact = under.widths[i] is None
            if exact and under.under is not None:
                self._through(text[at - first : end - first], under.sources[i] + at - under.starts[i], under.under)
            else:
                self._add(text[at - first : end - first], begin, None if exact else under.finish(end) - begin)
            at = end
            i += 1

    def done(self) -> Mapped:
        """What was written, without white space around it."""
        return self.written().strip()

    def written(self) -> Mapped:
        """What was written, to the letter."""
        if not self._starts:
            return Mapped("", (0,), (0,), (0,), self._under)
        return Mapped(
            "".join(self._texts), tuple(self._starts), tuple(self._sources), tuple(self._widths), self._under
        )  # fmt: skip

    def _add(self, text: str, source: int, width: int | None) -> None:
        if not text:
            return
        if self._pending is not None:
            at, self._pending = self._pending, None
            self._add("\n\n", at, 0)
        follows = (
            width is None
            and self._widths
            and self._widths[-1] is None
            and self._sources[-1] + self._length - self._starts[-1] == source
        )
        if not follows:
            self._starts.append(self._length)
            self._sources.append(source)
            self._widths.append(width)
        self._texts.append(text)
        self._length += len(text)
        self._last = text[-1]

    def _drop_blank(self) -> None:
        self._texts[-1] = self._texts[-1][:-1]
        self._length -= 1
        if self._starts[-1] == self._length:
            self._starts.pop()
            self._sources.pop()
            self._widths.pop()
        if not self._texts[-1]:
            self._texts.pop()
        self._last = self._texts[-1][-1] if self._texts else "\n"


def plain_lines(text: str) -> Mapped:
    r"""The text with every line end as one "\n" and no soft hyphens or joiners, mapped to the original.

    >>> made = plain_lines("one\r\ntwo")
    >>> made.text, made.begin(4)
    ('one\ntwo', 5)
    """
    if not _RETURN.search(text):
        return Mapped.whole(text)
    tape = Tape(text)
    at = 0
    for m in _RETURN.finditer(text):
        tape.copy(at, m.start())
        if m.group()[0] == "\r":
            tape.put("\n", m.start(), m.end())
        at = m.end()
    tape.copy(at, len(text))
    return tape.written()


def joined(paragraphs: Sequence[Mapped]) -> Mapped:
    """Paragraphs as one text, an empty line between two."""
    tape = Tape("")
    for paragraph in paragraphs:
        tape.append(paragraph)
    return tape.done()

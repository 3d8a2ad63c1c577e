"""Shows a stretch of text with some of it marked: wrapped to a width, in colour or with carets."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from figcheck.safe import clean

__all__ = ["clipped", "marked", "wrapped"]

_CLIP = 240  # code points kept on each side of the marks in a sentence without end

Span = tuple[int, int]


def _columns(text: str) -> int:
    """How many columns a terminal gives a text."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def wrapped(text: str, width: int) -> Iterator[Span]:
    """Spans of the lines of a text, broken at blanks, each at most `width` columns wide where a blank allows.

    >>> [("one two three"[a:b]) for a, b in wrapped("one two three", 8)]
    ['one two', 'three']
    """
    start, size = 0, len(text)
    while start < size:
        end = _line_end(text, start, width)
        yield start, end
        start = end
        while start < size and text[start] == " ":
            start += 1


def _line_end(text: str, start: int, width: int) -> int:
    used, blank, at = 0, -1, start
    while at < len(text):
        if text[at] == " ":
            blank = at
        used += _columns(text[at])
        if used > width and blank != at:
            return blank if blank > start else max(at, start + 1)
        at += 1
    return at


def marked(text: str, span: Span, marks: Sequence[Span], width: int, paint: str = "") -> list[str]:
    """Lines that show text[span] with `marks` (spans of the text) in a colour (an SGR code), or underlined by carets.

    >>> for line in marked("Police said 12 men were held.", (0, 29), [(12, 18)], 20): print(line)
    Police said 12 men
                ^^^^^^
    were held.
    """
    start, end = clipped(span, marks)
    lead = "… " if start > span[0] else ""
    shown = lead + clean(text[start:end]).rstrip() + (" …" if end < span[1] else "")
    moved = [(max(0, a - start) + len(lead), b - start + len(lead)) for a, b in marks if b > start and a < end]
    lines = []
    for a, b in wrapped(shown, width):
        inside = [(max(a, s), min(b, e)) for s, e in moved if s < b and e > a]
        if paint:
            lines.append(_painted(shown, (a, b), inside, paint))
        else:
            lines.append(shown[a:b])
            if inside:
                lines.append(_carets(shown, a, inside))
    return lines


def clipped(span: Span, marks: Sequence[Span]) -> Span:
    """The span, or where it is very long what stands around its marks."""
    start, end = span
    if not marks or end - start <= 3 * _CLIP:
        return span
    first, last = min(a for a, _ in marks), max(b for _, b in marks)
    last = min(last, first + _CLIP)
    return max(start, first - _CLIP), min(end, last + _CLIP)


def _carets(text: str, start: int, marks: Sequence[Span]) -> str:
    out = ""
    for a, b in sorted(marks):
        gap = _columns(text[start:a]) - len(out)
        if gap >= 0:
            out += " " * gap + "^" * _columns(text[a:b].rstrip())
    return out


def _painted(text: str, line: Span, marks: Sequence[Span], paint: str) -> str:
    out, at = "", line[0]
    for a, b in sorted(marks):
        if a >= at:
            out += f"{text[at:a]}\x1b[{paint}m{text[a:b]}\x1b[0m"
            at = b
    return out + text[at : line[1]]

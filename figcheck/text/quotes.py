"""Where quotations begin and end: curly, straight, doubled and single marks, and those that run over paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Quotation", "find_quotations"]

_MARK = re.compile("[\"\u201c\u201d\u201e\u00ab\u00bb'\u2018\u2019`]")
_DOUBLE = frozenset('"\u201c\u201d\u201e\u00ab\u00bb')
# What closes an opening mark; a straight one closes a curly one too where writers mix them.
_CLOSERS: dict[str, tuple[str, ...]] = {
    '"': ('"',),
    "\u201c": ("\u201d", '"'),
    "\u201d": ("\u201d",),
    "\u201e": ("\u201c", "\u201d", '"'),
    "\u00ab": ("\u00bb",),
    "\u00bb": ("\u00ab",),
    "''": ("''",),
    "``": ("''",),
}
_BEFORE = '([{\u2014\u2013-/\u2026"\u201c'
_CLOSES = re.compile(r"[\w.,!?]['\u2019](?!\w)")
_ELIDED = re.compile(r"(?:\d0s|em|til|tis|twas|n|cause|bout|round)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Span of one quotation, marks included. `open` where no mark closes it in its paragraph."""

    start: int
    end: int
    open: bool = False


def find_quotations(text: str, paragraphs: list[tuple[int, int]]) -> list[Quotation]:
    """The quotations of each paragraph; one left open runs to the paragraph's end (it goes on in the next).

    >>> t = 'He said "we held 40" and left. The army\u2019s \u2018five-day\u2019 plan.'
    >>> [t[q.start:q.end] for q in find_quotations(t, [(0, len(t))])]
    ['"we held 40"', '\u2018five-day\u2019']
    """
    found: list[Quotation] = []
    marks = _marks(text)
    if not marks:
        return found
    k, total = 0, len(marks)
    for _, end in paragraphs:
        first = k
        while k < total and marks[k][0] < end:
            k += 1
        if k > first:
            _paragraph(text, marks, first, k, end, found)
    return found


def _marks(text: str) -> list[tuple[int, str]]:
    """Each mark with its offset, two single ones in a row as one doubled; apostrophes inside a word left out."""
    out: list[tuple[int, str]] = []
    last = -1
    for m in _MARK.finditer(text):
        at = m.start()
        mark = text[at]
        if mark in _DOUBLE:
            out.append((at, mark))
        elif at > last:
            if text.startswith((mark, "'"), at + 1) and mark in "'`":
                out.append((at, "''" if mark == "'" else "``"))
                last = at + 1
            elif mark != "`" and not (text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum()):
                out.append((at, mark))
    return out


def _paragraph(text: str, marks: list[tuple[int, str]], k: int, stop: int, end: int, found: list[Quotation]) -> None:
    first = len(found)
    opened: int | None = None
    by = ""
    single: int | None = None
    while k < stop:
        at, mark = marks[k]
        k += 1
        if len(mark) == 1 and mark not in _DOUBLE:
            if opened is None:
                single = _single(text, at, single, found)
            continue
        after = at + len(mark)
        if opened is None:
            if mark != "\u201d" and _opens(text, at, after, end):
                opened, by, single = at, mark, None
        elif mark in _CLOSERS[by]:
            if mark == by and _reopens(text, at, after, end):
                continue  # a straight mark that opens a quotation inside one
            found.append(Quotation(opened, after))
            opened = None
    if opened is not None:
        found.append(Quotation(opened, end, open=True))
    if len(found) > first + 1:
        found[first:] = sorted(found[first:], key=lambda q: q.start)


def _opens(text: str, start: int, after: int, end: int) -> bool:
    """A mark opens where a word follows it at once and none stands before it (6'3\" opens nothing)."""
    return after < end and not text[after].isspace() and not (start and text[start - 1].isdigit())


def _reopens(text: str, start: int, after: int, end: int) -> bool:
    """Whether a straight mark inside a quotation opens another: a space before it, a letter after it."""
    return after < end and text[after].isalnum() and start > 0 and text[start - 1] == " " and text[start - 2] == ":"


def _single(text: str, at: int, opened: int | None, found: list[Quotation]) -> int | None:
    """Single marks make a quotation only where both ends are plain: an apostrophe is not one."""
    before = text[at - 1] if at else " "
    opens = before.isspace() or before in _BEFORE
    if opens and text[at] in "\u2018'" and at + 1 < len(text) and not text[at + 1].isspace():
        return opened if _ELIDED.match(text, at + 1) else at
    if opened is not None and not opens and (before in ".,!?" or text[at] == "\u2019" or before.isalnum()):
        if text[at] in "'\u2019" and before in "sS" and _plural(text, at):
            return opened
        if at - opened > 2:
            found.append(Quotation(opened, at + 1))
        return None
    return opened


def _plural(text: str, at: int) -> bool:
    """Whether the mark after an s may be a plural's: another mark closes later in reach."""
    if text[at + 1 : at + 2] != " " or not text[at + 2 : at + 3].islower():
        return False
    return _CLOSES.search(text, at + 1, at + 200) is not None

"""Where quotations begin and end: curly, straight, doubled and single marks, and those that run over paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Quotation", "find_quotations"]

_MARK = re.compile("[\"\u201c\u201d\u201e\u00ab\u00bb]|''|``|(?<!\\w)[\u2018'](?=\\w)|[\u2019'](?!\\w)")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Span of one quotation, marks included. `open` where no mark closes it in its paragraph."""

    start: int
    end: int
    open: bool = False


def find_quotations(text: str, plain: str, paragraphs: list[tuple[int, int]]) -> list[Quotation]:
    """The quotations of each paragraph; one left open runs to the paragraph's end (it goes on in the next)."""
    if not _MARK.search(text):
        return []
    found: list[Quotation] = []
    for start, end in paragraphs:
        _paragraph(text, start, end, found)
    return found


def _paragraph(text: str, start: int, end: int, found: list[Quotation]) -> None:
    opened: int | None = None
    single: int | None = None
    for m in _MARK.finditer(text, start, end):
        mark = m.group()
        if mark in "\u2018\u2019'":
            if opened is None:
                single = _single(text, m.start(), single, found)
            continue
        if mark == "\u201c" or mark == "``" or mark == "\u00ab":
            if opened is None:
                opened = m.start()
            continue
        if opened is not None:
            found.append(Quotation(opened, m.end()))
            opened = None
        elif mark not in "\u201d\u00bb" or mark == "\u00bb":
            if _opens(text, m.start(), m.end(), end):
                opened = m.start()
        single = None
    if opened is not None:
        found.append(Quotation(opened, end, open=True))
    found.sort(key=lambda q: q.start)


def _opens(text: str, start: int, after: int, end: int) -> bool:
    """A straight mark opens where a word follows it at once."""
    return after < end and not text[after].isspace()


def _single(text: str, at: int, opened: int | None, found: list[Quotation]) -> int | None:
    """Single marks make a quotation only where both ends are plain: an apostrophe is not one."""
    before = text[at - 1] if at else " "
    opens = before.isspace() or before in "([\u2014\u2013-"
    if opens and text[at] in "\u2018'":
        return at
    if opened is not None and not opens and (before in ".,!?" or text[at] == "\u2019" or before.isalnum()):
        if at - opened > 2:
            found.append(Quotation(opened, at + 1))
        return None
    return opened

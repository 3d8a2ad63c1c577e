"""The one place that makes text fit for where it goes: a terminal, a CI log, a spreadsheet, Markdown, JSON on a screen.

What is shown was written by others: names of files, sentences, messages of other programs. Each of these places takes
some of its characters for orders, and none of them may get one from a story.
"""

from __future__ import annotations

import re

__all__ = ["cell", "clean", "json_text", "lines", "markdown", "page", "xml"]

_C0 = {c: 0x2400 + c for c in range(0x20)} | {0x7F: 0x2421}
_C1 = dict.fromkeys(range(0x80, 0xA0), 0xFFFD)
_BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF, *range(0xD800, 0xE000))
_SHOWN = _C0 | _C1 | dict.fromkeys(_BIDI, 0xFFFD)
_BLANKS = {0x09: 0x20, 0x0A: 0x20, 0x0D: 0x20, 0x85: 0x20, 0x2028: 0x20, 0x2029: 0x20}
_LINE = _SHOWN | _BLANKS
_BLOCK = _SHOWN | {0x09: 0x09, 0x0A: 0x0A, 0x0D: 0x20, 0x2028: 0x20, 0x2029: 0x20}
_ESCAPED = {c: f"\\u{c:04x}" for c in (*range(0x7F, 0xA0), *(c for c in _BIDI if c < 0xD800), 0x2028, 0x2029)}
_COMMAND = re.compile(r"^([^\S\n]*):(?=:)|#(?=#[A-Za-z]{0,20}\[)", re.MULTILINE)
_FORMULA = re.compile(
    r"[\s\u200b-\u200f\u2060-\u2064\ufeff\ufffd\u2400-\u2421]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]"
)
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MARKDOWN = re.compile(r"([\\\[\]])")


def clean(text: str) -> str:
    r"""The text fit for one line of a terminal, code point for code point: controls are shown, line ends are blanks.

    >>> clean("12\x1b[2J dead\n")
    '12␛[2J dead '
    """
    return text.translate(_LINE)


def lines(text: str) -> str:
    r"""Lines for people, made harmless for a log that takes some of them for commands: "::error::", "##vso[".

    >>> print(lines("   ::add-mask::word"))
       ∶:add-mask::word
    """
    return _COMMAND.sub(lambda m: f"{m[1]}\u2236" if m[1] is not None else "\u266f", text)


def page(text: str) -> str:
    r"""A page of several lines (HTML, say) without the controls that a terminal would obey.

    >>> page("a\x1b]8;;x\x07b\nc")
    'a␛]8;;x␇b\nc'
    """
    return text.translate(_BLOCK)


def cell(text: str) -> str:
    r"""A cell of a CSV file: no controls, and an apostrophe before what a spreadsheet would run, hidden marks or not.

    >>> cell("=HYPERLINK(A1)"), cell("\ufeff=1+1"), cell("40")
    ("'=HYPERLINK(A1)", "'\ufffd=1+1", '40')
    """
    shown = text.translate(_BLOCK)
    return f"'{shown}" if _FORMULA.match(text) or _FORMULA.match(shown) else shown


def markdown(text: str) -> str:
    r"""A text for a place that reads Markdown links, as a message in SARIF does: brackets are only brackets.

    >>> print(markdown("[mail](http://a.example).md"))
    \[mail\](http://a.example).md
    """
    return _MARKDOWN.sub(r"\\\1", text)


def xml(text: str) -> str:
    r"""A text that a Word file can hold: what XML knows no sign for becomes a replacement mark.

    >>> xml("12\x0bdead")
    '12\ufffddead'
    """
    return _NO_XML.sub("\ufffd", text)


def json_text(text: str) -> str:
    r"""JSON with every character that a terminal would obey written as an escape: the same JSON.

    >>> json_text('"a\u202eb"')
    '"a\\u202eb"'
    """
    return text.translate(_ESCAPED)

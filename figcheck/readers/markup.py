"""HTML cut into tokens with their offsets: tags, text, comments, and entities decoded on the way to a tape.

A scanner of our own, since every code point must be found again in the file, and since no input may make it slow:
each token is found by one forward search, and what is never closed is searched for once.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from figcheck.readers.mapped import Mapped, Tape

__all__ = ["Tag", "Token", "copy_text", "declared_encoding", "has_markup", "scan", "unescaped"]

_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>\x00]*)")
_NAME = re.compile(r"[\s/]*+([^\s/>=][^\s/>=]*+)?(\s*+=\s*+)?")
_BARE = re.compile(r"[^\s>]*+")
_ENTITY = re.compile(r"&(?:#\d{1,8};?|#[xX][0-9a-fA-F]{1,7};?|[A-Za-z][A-Za-z0-9]{1,31};?)")
_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]{1,40})|^<\?xml[^>]{0,100}encoding=["']([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_ELEMENT = re.compile(
    r"</?(?:p|br|div|h[1-6]|ul|ol|li|blockquote|figure|section|article|em|strong|b|i|a|span)\b[^<>]*>", re.IGNORECASE
)
RAW = frozenset({"script", "style", "textarea", "title", "noframes", "iframe", "xmp", "noembed"})
_TO_THE_END = frozenset({"script", "style"})
_KNOWN_ENCODINGS = frozenset({"windows-1252", "cp1252", "iso-8859-1", "latin-1", "latin1", "iso-8859-15", "us-ascii"})


class Tag(NamedTuple):
    """A start or end tag, its name in lower case."""

    name: str
    closing: bool
    attributes: dict[str, str]
    values: dict[str, tuple[int, int]]  # where each attribute's value stands


class Token(NamedTuple):
    """`what` is a Tag, or "text", "raw" (the inside of script, style, title …), "comment", "declaration" or "unclosed".

    Unclosed is what runs to the end because its closing mark never comes: no browser shows it, and no reader reads it.
    """

    what: Tag | str
    start: int
    end: int


def scan(source: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The tokens of source[start:end]; for comments and raw text start and end are those of the inside.

    >>> [t.what if isinstance(t.what, str) else t.what.name for t in scan("<p>a<!-- b -->c</p>")]
    ['p', 'text', 'comment', 'text', 'p']
    """
    stop = len(source) if end is None else end
    at = start
    missing: set[str] = set()  # closing marks known to come no more
    while at < stop:
        mark = source.find("<", at, stop)
        if mark < 0:
            mark = stop
        if mark > at:
            yield Token("text", at, mark)
        if mark >= stop:
            return
        token, at = _markup(source, mark, stop, missing)
        yield token
        if isinstance(token.what, Tag) and not token.what.closing and token.what.name in RAW:
            close = _closing(source, token.what.name, at, stop, missing)
            yield Token("raw", at, close)
            if close == stop and token.what.name in _TO_THE_END:
                yield Token("unclosed", token.start, stop)
            at = close


def _find(source: str, mark: str, at: int, stop: int, missing: set[str]) -> int:
    if mark in missing:
        return -1
    found = source.find(mark, at, stop)
    if found < 0:
        missing.add(mark)
    return found


def _closing(source: str, name: str, at: int, stop: int, missing: set[str]) -> int:
    if name in missing:
        return at
    found = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(source, at, stop)
    if found is None:
        missing.add(name)
        return stop if name in _TO_THE_END else at
    return found.start()


def _markup(source: str, at: int, stop: int, missing: set[str]) -> tuple[Token, int]:
    """The token at a "<", and where to go on; a lone "<" is text."""
    if source.startswith("<!--", at):
        close = _find(source, "-->", at + 2, stop, missing)
        if close < 0:
            return Token("unclosed", at, stop), stop  # as browsers do: the rest is a comment
        inside = min(at + 4, close)
        return Token("comment", inside, close), close + 3
    if source.startswith(("<!", "<?"), at):
        if source.startswith("<![CDATA[", at):
            close = _find(source, "]]>", at, stop, missing)
            if close >= 0:
                return Token("raw", at + 9, close), close + 3
        close = _find(source, ">", at, stop, missing)
        if close < 0:
            return Token("unclosed", at, stop), stop
        return Token("declaration", at, close + 1), close + 1
    opened = _TAG.match(source, at, stop)
    if opened is None or _find(source, ">", at, stop, missing) < 0:
        return Token("text", at, at + 1), at + 1
    return _tag(source, opened, stop, missing)


def _tag(source: str, opened: re.Match[str], stop: int, missing: set[str]) -> tuple[Token, int]:
    attributes: dict[str, str] = {}
    values: dict[str, tuple[int, int]] = {}
    at = opened.end()
    while at < stop:
        found = _NAME.match(source, at, stop)
        if found is None:
            break
        at = found.end()
        begin, at = _attribute_value(source, at, stop, missing) if found[2] else ((at, at), at)
        if found[1] and found[1].lower() not in attributes:
            name = found[1].lower()
            attributes[name] = html.unescape(source[begin[0] : begin[1]])
            values[name] = begin
        if at < stop and source[at] == ">":
            at += 1
            break
    return Token(Tag(opened[2].lower(), bool(opened[1]), attributes, values), opened.start(), at), at


def _attribute_value(source: str, at: int, stop: int, missing: set[str]) -> tuple[tuple[int, int], int]:
    """Span of the value that begins after the "=", and where to go on."""
    mark = source[at] if at < stop else ""
    if mark in {'"', "'"}:
        close = _find(source, mark, at + 1, stop, missing)
        if close >= 0:
            return (at + 1, close), close + 1
    bare = _BARE.match(source, at, stop)
    end = bare.end() if bare else at
    return (at, end), end


def copy_text(tape: Tape, start: int, end: int) -> None:
    """Text of the source onto the tape: entities decoded, white space run together."""
    at = start
    for m in _ENTITY.finditer(tape.source, start, end):
        decoded = html.unescape(m.group())
        if decoded == m.group():
            continue
        tape.spaced(at, m.start())
        shown = len(decoded)
        kept = m.end()
        if not m.group().endswith(";") and decoded[-1:] == m.group()[-1:]:  # "&ampx": the entity is only a part
            while (
                shown > 1
                and m.group()[: kept - m.start()].endswith(decoded[shown - 1])
                and decoded[shown - 1].isalnum()
            ):
                shown, kept = shown - 1, kept - 1
        tape.put(decoded[:shown], m.start(), kept)
        at = kept
    tape.spaced(at, end)


def unescaped(under: Mapped, start: int, end: int) -> Mapped:
    """under.text[start:end] with its entities decoded, mapped.

    >>> unescaped(Mapped.whole("Q&amp;A"), 0, 7).text
    'Q&A'
    """
    tape = Tape(under.text, under)
    copy_text(tape, start, end)
    return tape.done()


def has_markup(text: str) -> bool:
    """Whether a field holds HTML rather than plain text.

    >>> has_markup("fewer than <5> of 10"), has_markup("<p>Fewer than 5</p>")
    (False, True)
    """
    return "<" in text and _ELEMENT.search(text) is not None


def declared_encoding(content: bytes) -> str | None:
    """The encoding a page declares, where it is one of the old single-byte ones."""
    found = _CHARSET.search(content[:4096])
    name = (found[1] or found[2]).decode("ascii").lower() if found else None
    return name if name in _KNOWN_ENCODINGS else None

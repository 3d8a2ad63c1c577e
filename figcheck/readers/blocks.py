"""The blocks of a Markdown body: paragraphs and headings as spans of its lines, and what is no prose told apart.

A line scanner of our own: each block's place in the file is wanted to the column, nothing may make it slow, and loading
a full parser would cost a hook more time than reading the story. Tests hold it to CommonMark with markdown-it-py.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

__all__ = ["Block", "blocks"]

BlockKind = Literal["paragraph", "heading", "code", "table", "html", "footnote"]

_QUOTE = re.compile(r" {0,3}>[ \t]?")
_ITEM = re.compile(r"( {0,3}(?:[-*+]|(\d{1,9})[.)]))(?=[ \t]|$)([ \t]*)")
_RULE = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})")
_ROW = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_DEFINITION = re.compile(
    r" {0,3}\[([^\]\[^][^\]\[]{0,200})\]:[ \t]*(?:<[^<>]*>|[^\s<]\S*)(?:[ \t]+[\"'(].*[\"')])?[ \t]*$"
)
_NOTE = re.compile(r" {0,3}\[\^[^\]\s]{1,80}\]:")
_HTML_BLOCK = re.compile(
    r" {0,3}</?(?:address|article|aside|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|"
    r"fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|"
    r"menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|"
    r"track|ul)(?:[\s/>]|$)",
    re.IGNORECASE,
)
_HTML_RAW = re.compile(r" {0,3}<(script|pre|style|textarea)(?:[\s>]|$)", re.IGNORECASE)
_HTML_ALONE = re.compile(r" {0,3}</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>[ \t]*$")
_SPACE = " \t"
_DEEPEST = 8  # list markers in one line


@dataclass(slots=True)
class Block:
    """One block: `lines` are the spans of its content in the source, markers and indentation left out."""

    kind: BlockKind
    lines: list[tuple[int, int]]
    level: int = 0  # of a heading
    quote: int = 0  # number of the block quote that holds it, from 1; 0 outside
    item: bool = False  # it begins an item of a list
    unclosed: bool = False  # a fence of code that runs to the end because none closes it


@dataclass(slots=True)
class _State:
    found: list[Block] = field(default_factory=list)
    open: Block | None = None  # the paragraph, table, footnote or HTML that the next line may continue
    fence: str = ""
    until: str = ""  # what ends the HTML block; "" a blank line
    indents: list[int] = field(default_factory=list)  # content columns of the open list items
    quote: int = 0
    quotes: int = 0
    blank: bool = True
    item: bool = False
    lazy: bool = False  # the line goes on with a paragraph without the marks of what holds it
    definitions: set[str] = field(default_factory=set)

    def close(self) -> None:
        self.open = None

    def add(self, kind: BlockKind, start: int, end: int, level: int = 0) -> Block:
        block = Block(kind, [(start, end)], level, self.quote, self.item)
        self.item = False
        self.found.append(block)
        return block


def blocks(source: str, start: int = 0) -> tuple[list[Block], set[str]]:
    """The blocks of source[start:] in order, and the labels that link definitions gave (lower case)."""
    state = _State()
    at = start
    for row in source[start:].split("\n"):
        _line(state, source, at, at + len(row))
        at += len(row) + 1
    if state.fence:
        next(b for b in reversed(state.found) if b.kind == "code").unclosed = True
    return state.found, state.definitions


def _line(state: _State, source: str, at: int, end: int) -> None:
    at, deep = _quote_marks(source, at, end)
    if state.fence:
        if deep or not state.quote:
            if _closes_fence(source[at:end], state.fence):
                state.fence = ""
            return
        state.fence = ""  # the quote ended, and its code with it
    if state.open is not None and state.open.kind == "html" and _inside_html(state, source, at, end):
        return
    if not source[at:end].strip():
        _blank(state, deep)
        return
    _leave(state, deep, source, at, end)
    if deep and not state.quote:
        state.close()
        state.quotes += 1
        state.quote = state.quotes
    at = _items(state, source, at, end)
    if at < 0:
        return
    _content(state, source, at, end)
    state.blank = False


def _quote_marks(source: str, at: int, end: int) -> tuple[int, bool]:
    deep = False
    while (m := _QUOTE.match(source, at, end)) is not None:
        at, deep = m.end(), True
    return at, deep


def _blank(state: _State, deep: bool) -> None:
    if state.open is None or state.open.kind != "footnote":
        state.close()
    if not deep:
        state.quote = 0
    state.blank = True


def _leave(state: _State, deep: bool, source: str, at: int, end: int) -> None:
    """A line without quote marks ends the quote, unless it goes on with a paragraph in it."""
    state.lazy = False
    if deep or not state.quote:
        return
    state.lazy = True
    goes_on = state.open is not None and state.open.kind == "paragraph"
    if not goes_on or _starts_block(source, _indent(source, at, end)[1], end):
        state.quote = 0
        state.close()


def _closes_fence(line: str, fence: str) -> bool:
    line = line.strip()
    return len(line) >= len(fence) and not line.strip(fence[0])


def _inside_html(state: _State, source: str, at: int, end: int) -> bool:
    """Whether the line belongs to the open HTML block."""
    assert state.open is not None
    if not state.until:
        if not source[at:end].strip():
            return False
        state.open.lines.append((at, end))
        return True
    state.open.lines.append((at, end))
    if state.until in source[at:end].lower():
        state.close()
    return True


def _indent(source: str, at: int, end: int) -> tuple[int, int]:
    """Width of the indentation at `at`, tabs to the next fourth column, and where it ends."""
    width = 0
    while at < end and source[at] in _SPACE:
        width += 4 - width % 4 if source[at] == "\t" else 1
        at += 1
    return width, at


def _items(state: _State, source: str, at: int, end: int) -> int:
    """Step over list markers; the content's start, or -1 where the line is code or holds nothing more."""
    width, text = _indent(source, at, end)
    lazy = state.open is not None and state.open.kind == "paragraph"
    depth = len(state.indents)
    while state.indents and width < state.indents[-1] and not (lazy and not _starts_block(source, text, end)):
        state.indents.pop()
    sibling = len(state.indents) < depth
    state.lazy = state.lazy or bool(lazy and state.indents and width < state.indents[-1])
    column = state.indents[-1] if state.indents and width >= state.indents[-1] else 0
    if width - column >= 4:
        if lazy or (state.open is not None and state.open.kind == "footnote"):
            return text
        if state.open is not None and state.open.kind == "code":
            state.open.lines.append((text, end))
        else:
            state.open = state.add("code", text, end)
        return -1
    at = text
    depth = len(state.indents)
    while len(state.indents) < depth + _DEEPEST and (m := _ITEM.match(source, at, end)) is not None:
        if _RULE.match(source, at, end):
            break
        inner = m.end()
        if lazy and not sibling and (m[2] not in {None, "1"} or inner >= end):
            break  # "2024. The year …": only a list from 1, and no empty item, breaks into a paragraph
        lazy = False
        state.close()
        state.item = True
        spaces = _indent(source, m.end(1), end)[0]
        deep = width + m.end(1) - at + (spaces if 1 <= spaces <= 4 else 1)
        state.indents.append(deep)
        width = deep
        if inner >= end:
            return -1
        if spaces >= 5:
            state.add("code", inner, end)
            return -1
        at, quoted = _quote_marks(source, inner, end)
        if quoted:
            state.quotes += 1
            state.quote = state.quotes
        if not source[at:end].strip():
            return -1
    return at


def _starts_block(source: str, at: int, end: int) -> bool:
    return any(p.match(source, at, end) for p in (_ITEM, _HEADING, _FENCE, _RULE))


def _content(state: _State, source: str, at: int, end: int) -> None:
    """Read the content of one line, its container marks left behind."""
    going = state.open
    if going is not None and going.kind == "code":
        state.close()
        going = None
    paragraph = going if going is not None and going.kind == "paragraph" else None
    if paragraph is not None and not state.lazy and (m := _UNDERLINE.match(source, at, end)) is not None:
        paragraph.kind, paragraph.level = "heading", 1 if m[1][0] == "=" else 2
        state.close()
        return
    if _RULE.match(source, at, end):
        state.close()
        state.item = False
        return
    if (fence := _FENCE.match(source, at, end)) is not None:
        state.close()
        state.fence = fence[1]
        state.add("code", at, end)
        return
    if (heading := _HEADING.match(source, at, end)) is not None:
        state.close()
        span = heading.span(2) if heading[2] else (heading.end(1), heading.end(1))
        state.add("heading", *span, level=len(heading[1]))
        return
    if _html(state, source, at, end, paragraph is not None):
        return
    if going is not None and going.kind in {"table", "footnote"} and _continues(state, going, source, at, end):
        return
    _prose(state, paragraph, source, at, end)


def _continues(state: _State, going: Block, source: str, at: int, end: int) -> bool:
    indented = at > 0 and source[at - 1] in _SPACE
    if going.kind == "footnote" and (_NOTE.match(source, at, end) or _DEFINITION.match(source, at, end)):
        return False
    if going.kind == "table" or not state.blank or indented:
        going.lines.append((at, end))
        return True
    state.close()
    return False


def _html(state: _State, source: str, at: int, end: int, in_paragraph: bool) -> bool:
    line = source[at:end]
    first = line.lstrip()[:4]
    if not first.startswith("<"):
        return False
    until = None
    if first == "<!--":
        until = "-->"
    elif raw := _HTML_RAW.match(line):
        until = f"</{raw[1].lower()}>"
    elif _HTML_BLOCK.match(line) or (not in_paragraph and _HTML_ALONE.match(line)):
        until = ""
    if until is None:
        return False
    state.close()
    state.open = state.add("html", at, end)
    state.until = until
    if until and until in line[4:].lower():
        state.close()
    return True


def _prose(state: _State, paragraph: Block | None, source: str, at: int, end: int) -> None:
    while end > at and source[end - 1] in _SPACE and not source.endswith("  ", at, end):
        end -= 1
    if paragraph is None:
        if _NOTE.match(source, at, end):
            state.open = state.add("footnote", at, end)
            return
        if definition := _DEFINITION.match(source, at, end):
            state.definitions.add(" ".join(definition[1].lower().split()))
            return
        state.open = state.add("paragraph", at, end)
        return
    head = paragraph.lines[-1]
    if _is_table(source, head, at, end):
        paragraph.lines.pop()
        if not paragraph.lines:
            state.found.pop()
        state.open = state.add("table", *head)
        return
    paragraph.lines.append((at, end))


def _is_table(source: str, head: tuple[int, int], at: int, end: int) -> bool:
    """Whether a line of dashes and bars under a row makes a table of both: as many cells, and at least one bar."""
    if not _ROW.match(source, at, end) or "|" not in source[at:end] + source[head[0] : head[1]]:
        return False
    return _cells(source[at:end]) == _cells(source[head[0] : head[1]])


def _cells(row: str) -> int:
    row = row.strip()
    bars = row.count("|") - row.count("\\|")
    return bars + 1 - row.startswith("|") - (row.endswith("|") and not row.endswith("\\|") and len(row) > 1)

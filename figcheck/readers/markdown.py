"""Markdown: front matter, headline, prose; code, tables, images and notes told apart and left out."""

from __future__ import annotations

import re
from collections.abc import Set

from figcheck.readers.blocks import Block, blocks
from figcheck.readers.fields import take_field
from figcheck.readers.frontmatter import front_matter
from figcheck.readers.inline import Inline, inline
from figcheck.readers.loaded import SkippedKind
from figcheck.readers.mapped import Mapped, Tape, joined
from figcheck.readers.page import UNCLOSED
from figcheck.readers.story import Left, Story, numerals_in

__all__ = ["read_markdown"]

_QUOTE_MARK = re.compile('["\u201c\u201d\u00ab]|&(?:quot|ldquo|rdquo);')
_BYLINE = ("\u2014", "\u2013", "--")
_SKIPPED: dict[str, SkippedKind] = {"code": "code", "table": "table", "footnote": "footnote"}


def read_markdown(whole: Mapped, path: str) -> list[Story]:
    """One story."""
    story, body = front_matter(whole, path)
    found, labels = blocks(whole.text, body)
    found = _without_fields(found, whole, labels, story)
    quoted = _bare_quotes(found, whole.text)
    paragraphs: list[Mapped] = []
    captions: list[Mapped] = []
    for block in found:
        if block.kind == "html":
            paragraphs += _html(block, whole, story, captions)
        elif block.kind in _SKIPPED:
            inside = numerals_in("\n".join(whole.text[start:end] for start, end in block.lines))
            story.skipped.append(Left(_SKIPPED[block.kind], whole.begin(block.lines[0][0]), inside))
            if block.unclosed:
                story.unread.append((whole.begin(block.lines[0][0]), UNCLOSED))
        else:
            paragraphs += _paragraph(block, whole, labels, story, quoted)
    if not story.title.text and found and found[0].kind == "heading" and found[0].level == 1 and paragraphs:
        story.title = paragraphs.pop(0)
    story.text = joined(paragraphs)
    if captions:
        story.parts["captions"] = joined(captions)
    return [story]


def _without_fields(found: list[Block], whole: Mapped, labels: Set[str], story: Story) -> list[Block]:
    """The blocks less the lines of fields (`Published: 8 July 2025`) at the top or under the first heading."""
    at = 1 if found and found[0].kind == "heading" else 0
    number, counted = 1, 0
    while at < len(found) and found[at].kind == "paragraph" and not found[at].quote and not found[at].item:
        block = found[at]
        while block.lines:
            start, end = block.lines[0]
            number, counted = number + whole.text.count("\n", counted, start), start
            line = whole.cut(start, end)
            if "<!--" in line.text or not take_field(inline(line, labels).text, story, number):
                return found
            block.lines.pop(0)
        found = found[:at] + found[at + 1 :]
    return found


def _content(block: Block, whole: Mapped) -> Mapped:
    """The lines of a block, markers left out, with a line end between two."""
    tape = Tape(whole.text, whole)
    for number, (start, end) in enumerate(block.lines):
        if number:
            tape.put("\n", block.lines[number - 1][1], start)
        tape.copy(start, end)
    return tape.done()


def _paragraph(block: Block, whole: Mapped, labels: Set[str], story: Story, quoted: dict[int, Block]) -> list[Mapped]:
    content = _content(block, whole)
    found = inline(content, labels)
    for start, end in found.comments:
        inside = content.text[start + 4 : end - 3].strip()
        story.comments.append((content.begin(start), content.finish(end), inside))
    story.unread += [(content.begin(at), UNCLOSED) for at in found.unclosed]
    story.skipped += [Left("image", content.begin(at)) for at in found.images]
    if not found.text.text:
        return []
    if block.item and _is_link(found, content):
        story.skipped.append(Left("navigation", content.begin(0)))
        return []
    if block.quote in quoted and not found.text.text.startswith(_BYLINE):
        return [_marked(found.text, last=quoted[block.quote] is block)]
    return [found.text]


def _is_link(found: Inline, content: Mapped) -> bool:
    """Whether an item is nothing but a link, as in a table of contents."""
    return found.linked >= len(content.text) - 2


def _bare_quotes(found: list[Block], source: str) -> dict[int, Block]:
    """The block quotes that have no quotation marks of their own, with their last paragraph."""
    last: dict[int, Block] = {}
    marked = {0}
    for block in found:
        if block.quote and block.kind in {"paragraph", "heading"}:
            text = source[block.lines[0][0] : block.lines[-1][1]]
            if _QUOTE_MARK.search(text):
                marked.add(block.quote)
            if not text.startswith(_BYLINE):
                last[block.quote] = block
    return {number: block for number, block in last.items() if number not in marked}


def _marked(text: Mapped, *, last: bool) -> Mapped:
    """A quoted paragraph with the marks that a newspaper would set: opening on each, closing on the last."""
    tape = Tape(text.text, text)
    tape.put("\u201c", 0, 0)
    tape.copy(0, len(text.text))
    if last:
        tape.put("\u201d", len(text.text), len(text.text))
    return tape.done()


def _html(block: Block, whole: Mapped, story: Story, captions: list[Mapped]) -> list[Mapped]:
    from figcheck.readers.page import fragment

    inner = fragment(whole, block.lines[0][0], block.lines[-1][1])
    story.comments += inner.comments
    story.skipped += inner.skipped
    story.unread += inner.unread
    captions += inner.parts.values()
    return [inner.text] if inner.text.text else []

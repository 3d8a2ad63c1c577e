"""Plain text: front matter or lines of fields where there are any, a headline where the first line plainly is one."""

from __future__ import annotations

import re

from figcheck.readers.fields import take_field
from figcheck.readers.frontmatter import front_matter
from figcheck.readers.mapped import Mapped
from figcheck.readers.story import Story

__all__ = ["read_plain"]

_HEADLINE = re.compile(r"\s*(\S[^\n]{0,159})\n([^\S\n]*\n)?")
_LINE = re.compile(r"\s*(\S[^\n]{0,999})(?:\n|$)")
_SENTENCE_END = re.compile(r"[.!:;,\u2026][\"'\u201d\u2019)]*$")
_LONGEST_HEADLINE = 140


def read_plain(whole: Mapped, path: str) -> list[Story]:
    """One story."""
    story, body = front_matter(whole, path)
    body = _fields(whole, body, story)
    first = _HEADLINE.match(whole.text, body)
    if not story.title.text and first and _is_headline(first[1].rstrip()):
        after = _fields(whole, first.end(1), story)
        if after > first.end(1) or first[2]:  # it stands alone, or above fields
            story.title = whole.cut(first.start(1), first.end(1)).strip()
            body = after
    story.text = whole.cut(body, len(whole.text)).strip()
    return [story]


def _fields(whole: Mapped, at: int, story: Story) -> int:
    """Take the lines of fields that stand next; returns where the first line of anything else begins."""
    number, counted = 1, 0
    while (line := _LINE.match(whole.text, at)) is not None:
        number, counted = number + whole.text.count("\n", counted, line.start(1)), line.start(1)
        if not take_field(whole.cut(line.start(1), line.end(1)), story, number):
            break
        at = line.end()
    return at


def _is_headline(line: str) -> bool:
    return len(line) <= _LONGEST_HEADLINE and not _SENTENCE_END.search(line)

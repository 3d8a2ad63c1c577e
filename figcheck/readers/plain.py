"""Plain text: optional front matter, a headline where the first line plainly is one, the rest is the story."""

from __future__ import annotations

import re

from figcheck.readers.frontmatter import front_matter
from figcheck.readers.mapped import Mapped
from figcheck.readers.story import Story

__all__ = ["read_plain"]

_HEADLINE = re.compile(r"\s*(\S[^\n]{0,159})\n[^\S\n]*\n")
_SENTENCE_END = re.compile(r"[.!:;,\u2026][\"'\u201d\u2019)]*$")
_LONGEST_HEADLINE = 140


def read_plain(whole: Mapped, path: str) -> list[Story]:
    """One story."""
    story, body = front_matter(whole, path)
    text = whole.cut(body, len(whole.text)).strip()
    headline = _HEADLINE.match(whole.text, body)
    if not story.title.text and headline and _is_headline(headline[1].rstrip()):
        story.title = whole.cut(headline.start(1), headline.end(1)).strip()
        text = whole.cut(headline.end(), len(whole.text)).strip()
    story.text = text
    return [story]


def _is_headline(line: str) -> bool:
    return len(line) <= _LONGEST_HEADLINE and not _SENTENCE_END.search(line)

"""Which reader reads which suffix: one table. A reader is imported when its format is first met."""

from __future__ import annotations

import os
from importlib import import_module

from figcheck.readers.decode import decoded
from figcheck.readers.errors import ReadError
from figcheck.readers.loaded import Lines, Loaded
from figcheck.readers.mapped import plain_lines
from figcheck.readers.story import Story, loaded

__all__ = ["SUFFIXES", "read_as"]

_TEXT = ("plain", "read_plain")
_READERS = {
    ".txt": _TEXT,
    ".text": _TEXT,
    ".md": ("markdown", "read_markdown"),
    ".markdown": ("markdown", "read_markdown"),
    ".json": ("newsjson", "read_json"),
    ".jsonl": ("newsjson", "read_json_lines"),
    ".ndjson": ("newsjson", "read_json_lines"),
    ".html": ("page", "read_html"),
    ".htm": ("page", "read_html"),
    ".xhtml": ("page", "read_html"),
}
SUFFIXES = frozenset({*_READERS, ".docx"})
_ZIP = b"PK\x03\x04"


def read_as(content: str | bytes, name: str) -> list[Loaded]:
    """The articles in `content`, in the format that the suffix of `name` tells."""
    suffix = os.path.splitext(name)[1].lower()  # noqa: PTH122
    if suffix == ".docx":
        return _word(content, name)
    if isinstance(content, bytes) and content.startswith(_ZIP):
        raise ReadError(name, "a zip archive, perhaps a Word file; expected text, or the suffix .docx")
    declared = None
    if suffix in {".html", ".htm", ".xhtml"} and isinstance(content, bytes):
        from figcheck.readers.markup import declared_encoding

        declared = declared_encoding(content)
    source = decoded(content, name, declared)
    module, function = _READERS.get(suffix, _TEXT)
    stories: list[Story] = getattr(import_module(f"figcheck.readers.{module}"), function)(plain_lines(source), name)
    return loaded(stories, name, source, Lines(source))


def _word(content: str | bytes, name: str) -> list[Loaded]:
    if isinstance(content, str):
        raise ReadError(name, "a Word file is no text; give its bytes")
    from figcheck.readers.word import read_word

    return read_word(content, name)

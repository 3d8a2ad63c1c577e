"""Which reader reads which suffix: one table. A reader is imported when its format is first met."""

from __future__ import annotations

import os
from importlib import import_module

from figcheck.files import LIMIT
from figcheck.readers.decode import decoded
from figcheck.readers.errors import ReadError
from figcheck.readers.loaded import Lines, Loaded
from figcheck.readers.mapped import plain_lines
from figcheck.readers.story import Story, loaded

__all__ = ["DOCUMENTS", "SUFFIXES", "read_as"]

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
_BY_RECORD = frozenset({".jsonl", ".ndjson"})  # a line that cannot be read does not take the others with it
SUFFIXES = frozenset({*_READERS, ".docx"})
_AS_WORD = "save it as .docx"
_AS_TEXT = "save it as .md or .txt"
DOCUMENTS = {
    **dict.fromkeys((".doc", ".docm", ".dot", ".dotx", ".odt", ".fodt", ".rtf", ".pages", ".wpd", ".wps"), _AS_WORD),
    **dict.fromkeys((".pdf", ".epub", ".eml", ".msg", ".mht", ".mhtml"), _AS_TEXT),
    **dict.fromkeys((".rst", ".adoc", ".asciidoc", ".tex", ".textile", ".org", ".mdx", ".mkd", ".mdown"), _AS_TEXT),
    **dict.fromkeys((".xml", ".nitf", ".newsml", ".rss", ".atom"), "export it as HTML or JSON"),
}  # what may well be a story, in a format that no reader knows; and what to do about it
_FOREIGN = (
    (b"PK\x03\x04", "a zip archive, perhaps a Word file; expected text, or the suffix .docx"),
    (b"%PDF-", "a PDF; expected text"),
    (b"{\\rtf", "a file in Rich Text Format; save it as .docx or as text"),
    (b"\xd0\xcf\x11\xe0", "an old Word file or another Office document; save it as .docx"),
    (b"\x1f\x8b", "a gzip archive; expected text"),
)


def read_as(content: str | bytes, name: str) -> list[Loaded]:
    """The articles in `content`, in the format that the suffix of `name` tells."""
    suffix = os.path.splitext(name)[1].lower()  # noqa: PTH122
    if len(content) > LIMIT:
        raise ReadError(name, f"larger than {LIMIT // 1024 // 1024} MB; split it first")
    if suffix == ".docx":
        return _word(content, name)
    if isinstance(content, bytes) and (foreign := next((w for m, w in _FOREIGN if content.startswith(m)), None)):
        raise ReadError(name, foreign)
    declared = None
    if suffix in {".html", ".htm", ".xhtml"} and isinstance(content, bytes):
        from figcheck.readers.markup import declared_encoding

        declared = declared_encoding(content)
    source = decoded(content, name, declared)
    module, function = _READERS.get(suffix, _TEXT)
    read = getattr(import_module(f"figcheck.readers.{module}"), function)
    stories: list[Story | ReadError] = read(plain_lines(source), name)
    return loaded(stories, name, source, Lines(source), by_record=suffix in _BY_RECORD)


def _word(content: str | bytes, name: str) -> list[Loaded]:
    if isinstance(content, str):
        raise ReadError(name, "a Word file is no text; give its bytes")
    from figcheck.readers.word import read_word

    return read_word(content, name)

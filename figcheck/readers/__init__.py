"""Readers: files and streams in, articles out, each with the way back to its place in the file that a person has open.

>>> draft = b"---\\ntitle: Ferry sinks\\npublished: 2025-07-08\\n---\\nThe ferry carried **40** people."
>>> story = read_text(draft, "a.md")[0]
>>> story.article.title, story.article.text
('Ferry sinks', 'The ferry carried 40 people.')
>>> story.locate("text", 18)
Position(line=5, column=21, offset=69, run=None)
"""

from __future__ import annotations

import os

from figcheck import files
from figcheck.readers.errors import ReadError
from figcheck.readers.folder import Passed, survey, walk
from figcheck.readers.formats import SUFFIXES, read_as
from figcheck.readers.loaded import Comment, Loaded, Position, Skipped, Unread

__all__ = [
    "SUFFIXES", "Comment", "Loaded", "Passed", "Position", "ReadError", "Skipped", "Unread", "read_path", "read_text",
    "survey", "walk",
]  # fmt: skip


def read_path(path: str | os.PathLike[str]) -> list[Loaded]:
    """The articles of a file, in its order; its suffix tells the format, an unknown one is read as text.

    An article's id is the path as given; where a file holds several, with "#" and the story's own id or its number.
    Raises ReadError, always with the file's name, for whatever cannot be read.
    """
    name = os.fspath(path)
    try:
        return read_as(files.read_bytes(name), name)
    except files.FileFault as error:
        raise ReadError(name, str(error)) from None


def read_text(content: str | bytes, name: str = "stdin.txt") -> list[Loaded]:
    """The articles in a text or in bytes, as from a file called `name`; what standard input is read with."""
    return read_as(content, name)

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
from collections.abc import Iterable, Iterator
from pathlib import Path

from figcheck.readers.decode import LIMIT
from figcheck.readers.errors import ReadError
from figcheck.readers.formats import SUFFIXES, read_as
from figcheck.readers.loaded import Comment, Loaded, Position, Skipped

__all__ = ["SUFFIXES", "Comment", "Loaded", "Position", "ReadError", "Skipped", "read_path", "read_text", "walk"]


def read_path(path: str | os.PathLike[str]) -> list[Loaded]:
    """The articles of a file, in its order; its suffix tells the format, an unknown one is read as text.

    An article's id is the path as given; where a file holds several, with "#" and the story's own id or its number.
    Raises ReadError, always with the file's name, for whatever cannot be read.
    """
    name = os.fspath(path)
    try:
        file = Path(path)
        if file.is_dir():
            raise ReadError(name, "a folder; expected a file")
        if file.stat().st_size > LIMIT:
            raise ReadError(name, f"larger than {LIMIT // 1024 // 1024} MB; split it first")
        content = file.read_bytes()
    except OSError as error:
        raise ReadError(name, error.strerror.lower() if error.strerror else "cannot be read") from None
    except ValueError as error:  # a NUL in the name
        raise ReadError(name, f"no file can have this name: {error}") from None
    return read_as(content, name)


def read_text(content: str | bytes, name: str = "stdin.txt") -> list[Loaded]:
    """The articles in a text or in bytes, as from a file called `name`; what standard input is read with."""
    return read_as(content, name)


def walk(paths: Iterable[str | os.PathLike[str]]) -> Iterator[str]:
    """The files to read: a file as given, a folder's files with a known suffix, hidden ones left out, sorted.

    A path that does not exist is passed on, so that reading it tells of it.
    """
    for path in paths:
        if not os.path.isdir(path):  # noqa: PTH112
            yield os.fspath(path)
            continue
        for folder, folders, files in os.walk(path):
            folders[:] = sorted(f for f in folders if not f.startswith(".") and f != "node_modules")
            for file in sorted(files):
                if not file.startswith(".") and os.path.splitext(file)[1].lower() in SUFFIXES:  # noqa: PTH122
                    yield os.path.join(folder, file)  # noqa: PTH118

"""Files and folders in, articles out: `figcheck.read_file` and `figcheck.read_folder`, for whoever calls the library.

They stand on `figcheck.readers`, which also tells where in its file each figure stands.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

from figcheck import files
from figcheck.baseline import is_baseline_file
from figcheck.filenames import BASELINE
from figcheck.models import Article
from figcheck.readers import ReadError, read_path, survey

__all__ = ["read_file", "read_folder"]

OnError = Callable[[ReadError], object]


def read_file(path: str | os.PathLike[str], *, on_error: OnError | None = None) -> tuple[Article, ...]:
    """The articles of a file: one of most files, several of JSON, JSON lines and live blogs.

    The suffix tells the format: text, Markdown, HTML, Word, JSON. An article's id is the path as given, with "#" and
    its own id or number where the file holds several. Raises ReadError, which names file and line, for a file that
    cannot be read and for anything in it that may be part of a story and was not read. With `on_error` each such error
    is handed to it in place of being raised, and what could be read is returned, as `os.walk` does it.

    >>> import figcheck, pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     draft = pathlib.Path(folder, "draft.md")
    ...     _ = draft.write_text("# Ferry sinks\\n\\nThe ferry carried **40** people, police said.")
    ...     [(a.title, a.text) for a in figcheck.read_file(draft)]
    [('Ferry sinks', 'The ferry carried 40 people, police said.')]
    """
    name = os.fspath(path)
    if os.path.isdir(name):  # noqa: PTH112
        raise ReadError(name, "a folder; figcheck.read_folder() reads the stories in it")
    return tuple(_articles(name, on_error or _raised))


def read_folder(path: str | os.PathLike[str], *, on_error: OnError | None = None) -> tuple[Article, ...]:
    """The articles of all stories in a folder and below it, by the order of their paths.

    Files with a known suffix are stories, hidden ones are not; a baseline that figcheck wrote is passed over. Settings
    are not read: `exclude` and the like hold for the command. Raises ReadError as `read_file` does, also for a folder
    that cannot be listed, for one behind a link, for a document that no reader reads (.pdf, .odt …), and where there is
    no story at all; with `on_error` each is handed to it, and the others are read.

    >>> import figcheck, pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     for name in ("a.txt", "b.md"):
    ...         _ = pathlib.Path(folder, name).write_text("The ferry carried 40 people, police said.")
    ...     report = figcheck.check(figcheck.read_folder(folder))
    >>> len(report.articles), len(report)
    (2, 0)
    """
    folder, tell = os.fspath(path), on_error or _raised
    if not os.path.isdir(folder):  # noqa: PTH112
        missing = "is not there" if not files.there(folder) else "no folder; figcheck.read_file() reads a file"
        tell(ReadError(folder, missing))
        return ()
    found, passed = survey(folder)
    for one in passed:
        if one.grave:
            tell(ReadError(one.path, one.why))
    names = [name for name in map(os.path.normpath, found) if not _is_baseline(name)]
    if not names and not any(one.grave for one in passed):
        tell(ReadError(folder, "no stories in this folder"))
    return tuple(article for name in sorted(names) for article in _articles(name, tell))


def _articles(name: str, tell: OnError) -> Iterator[Article]:
    """The articles of one file; what could not be read of it goes to `tell`."""
    try:
        stories = read_path(name)
    except ReadError as error:
        tell(error)
        return
    for story in stories:
        for unread in story.unread:
            tell(ReadError(name, unread.message, unread.line))
        yield story.article


def _raised(error: ReadError) -> None:
    raise error


def _is_baseline(name: str) -> bool:
    return os.path.basename(name) == BASELINE and is_baseline_file(name)  # noqa: PTH119

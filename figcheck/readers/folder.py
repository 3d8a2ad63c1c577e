"""What is a story in a folder: files by their suffix, links followed for files only; whatever is passed over is told.

Silence about a folder must mean that it was read. What may have been a story (a folder that cannot be listed, one
behind a link, a document of another program) is grave; what is none by its name (a picture, a hidden file) is counted.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from figcheck.filenames import SETTINGS, SIDECAR
from figcheck.readers.errors import ReadError
from figcheck.readers.formats import DOCUMENTS, SUFFIXES

__all__ = ["Passed", "survey", "walk"]

_OURS = (SETTINGS, SIDECAR)  # settings and sidecars: read, but not as stories


class Passed(NamedTuple):
    """A file or folder that was passed over, and why; `grave` where it may have been a story."""

    path: str
    why: str
    grave: bool = False


def walk(paths: Iterable[str | os.PathLike[str]]) -> Iterator[str]:
    """The files to read: a file as given, a folder's files with a known suffix, hidden ones left out, sorted.

    A path that does not exist is passed on, so that reading it tells of it. Raises ReadError for a folder below that
    cannot be listed, or that a link leads to; `survey` tells all that was passed over.
    """
    for path in paths:
        name = os.fspath(path)
        if not os.path.isdir(name):  # noqa: PTH112
            yield name
            continue
        found, passed = survey(name)
        for one in passed:
            if one.grave and os.path.isdir(one.path):  # noqa: PTH112
                raise ReadError(one.path, one.why)
        yield from found


def survey(folder: str) -> tuple[list[str], list[Passed]]:
    """The stories under a folder, and everything that was passed over."""
    found: list[str] = []
    passed: list[Passed] = []
    links: list[str] = []
    seen: set[str] = set()
    waiting = [folder]
    while waiting:
        at = waiting.pop()
        seen.add(os.path.realpath(at))
        try:
            with os.scandir(at) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            reason = error.strerror.lower() if error.strerror else "no reason given"
            passed.append(Passed(at, f"this folder cannot be listed: {reason}", True))
            continue
        below: list[str] = []
        for entry in entries:
            _sort(entry, found, below, links, passed)
        waiting += below[::-1]
    for link in links:
        if os.path.realpath(link) in seen:
            passed.append(Passed(link, "a link to a folder that is read anyway"))
        else:
            passed.append(
                Passed(link, "a link to a folder, which is not followed; name the folder to have it read", True)
            )
    return found, passed


def _sort(entry: os.DirEntry[str], found: list[str], below: list[str], links: list[str], passed: list[Passed]) -> None:
    """Put one entry of a folder where it belongs."""
    suffix = os.path.splitext(entry.name)[1].lower()  # noqa: PTH122
    if entry.name.startswith("."):
        if entry.name != ".figcheck.toml":
            passed.append(Passed(entry.path, "hidden"))
    elif _is_folder(entry):
        if entry.name == "node_modules":
            passed.append(Passed(entry.path, "packages, no stories"))
        elif entry.is_symlink():
            links.append(entry.path)
        else:
            below.append(entry.path)
    elif suffix in SUFFIXES:
        found.append(entry.path)
    elif suffix in DOCUMENTS:
        passed.append(Passed(entry.path, f"a {suffix} file, which figcheck cannot read; {DOCUMENTS[suffix]}", True))
    elif not entry.name.endswith(_OURS):
        passed.append(Passed(entry.path, "no story by its name"))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that cannot be followed: reading it tells why
        return False

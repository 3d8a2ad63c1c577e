"""The one door to files: regular files only, never more than a limit; what is written is written whole or not at all.

A gate reads folders that other people fill. A pipe would make it wait for ever, a device would feed it without end, a
full disk would leave half a report: each is refused here, once, for stories, settings, sidecars and baselines alike.
"""

from __future__ import annotations

import contextlib
import os
import re
import stat
import tempfile
from collections.abc import Iterable
from pathlib import Path

__all__ = ["LIMIT", "FileFault", "identity", "named_like_file", "read_bytes", "read_text", "there", "write"]

LIMIT = 256 * 1024 * 1024  # bytes of a story
SMALL = 16 * 1024 * 1024  # bytes of settings, a sidecar, a baseline
_KINDS = (
    (stat.S_ISDIR, "a folder"), (stat.S_ISFIFO, "a named pipe"), (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"), (stat.S_ISBLK, "a device"),
)  # fmt: skip
_OPEN = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)


class FileFault(OSError):  # noqa: N818  # a fault of the file, told in words
    """A file that cannot be read or written; its text says why, without the file's name."""

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else "cannot be read"


def read_bytes(path: str | os.PathLike[str], limit: int = LIMIT) -> bytes:
    """All of a regular file. Raises FileFault for anything else, for more than `limit` bytes, and where it fails.

    The kind is asked before the file is opened, since opening can do things, and again after: it may have changed.
    """
    try:
        _refuse(os.stat(path).st_mode)  # noqa: PTH116  a path may be a str
        handle = os.open(path, _OPEN)
        with open(handle, "rb") as file:  # noqa: PTH123
            _refuse(os.fstat(handle).st_mode)
            content = file.read(limit + 1)
    except FileFault:
        raise
    except OSError as error:
        raise FileFault(error.strerror.lower() if error.strerror else "cannot be read", error.errno) from None
    except ValueError as error:  # a NUL in the name
        raise FileFault(f"no file can have this name: {error}") from None
    if len(content) > limit:
        raise FileFault(f"larger than {limit // 1024 // 1024} MB; split it first")
    return content


def read_text(path: str | os.PathLike[str], limit: int = SMALL) -> str:
    """All of a small file that must be UTF-8. Raises FileFault."""
    try:
        return read_bytes(path, limit).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileFault(f"not UTF-8 (byte {error.start + 1})") from None


def there(path: str | os.PathLike[str]) -> bool:
    """Whether anything has this name, a link to nowhere included. Raises FileFault where that cannot be told."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise FileFault(error.strerror.lower() if error.strerror else "cannot be read", error.errno) from None
    except ValueError:
        return False
    return True


_STORY = re.compile(
    r"\.(?:txt|text|md|markdown|mkd|mdown|mdx|html?|xhtml|docx?|docm|dotx?|f?odt|rtf|pages|wpd|wps|jsonl?|ndjson|pdf|epub|eml|"
    r"msg|mht(?:ml)?|rst|adoc|asciidoc|tex|textile|org|xml|nitf|newsml|rss|atom)",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"(?:\.{1,2}|~|[A-Za-z]:)[/\\]|[/\\]")
_LONGEST_NAME = 400  # code points; systems end at 255 a name


def named_like_file(text: str) -> bool:
    """Whether a text has the shape of a file's name: one line that ends in a suffix of stories and holds no blank, or
    that begins as a path does. Told by the string alone: no disk is asked, so that the answer is the same everywhere.

    >>> named_like_file("stories/draft.md"), named_like_file("~/my stories/draft.docx"), named_like_file("See draft.md")
    (True, True, False)
    """
    if len(text) > _LONGEST_NAME or "\n" in text or "://" in text:
        return False
    stem, dot, suffix = text.strip().rpartition(".")
    if not stem or not _STORY.fullmatch(dot + suffix):
        return False
    return _BEGINS.match(text.strip()) is not None or not any(map(str.isspace, stem))


def identity(path: str | os.PathLike[str]) -> tuple[int, int] | None:
    """What tells two names of one file to be one: links of either kind make no difference. None where there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino


def write(path: str | os.PathLike[str], content: bytes, inputs: Iterable[str | os.PathLike[str]] = ()) -> None:
    """Write a file whole or not at all: a temporary file beside it, fsync, rename. Raises FileFault.

    Never over one of `inputs`, by whatever name. A pipe or a device (/dev/stdout) is written to as it is.
    """
    mine = identity(path)
    if mine is not None and any(identity(name) == mine for name in inputs):
        raise FileFault("is one of the files that were read; name another")
    try:
        mode = os.stat(path).st_mode if mine else None  # noqa: PTH116
        if mode is not None and not stat.S_ISREG(mode):
            if stat.S_ISDIR(mode):
                raise FileFault("a folder; expected the name of a file")
            with open(path, "wb") as file:  # noqa: PTH123
                file.write(content)
            return
        _replace(Path(os.path.realpath(path)), content, stat.S_IMODE(mode) if mode is not None else None)
    except FileFault:
        raise
    except BrokenPipeError:
        raise
    except OSError as error:
        raise FileFault(error.strerror.lower() if error.strerror else "cannot be written", error.errno) from None
    except ValueError as error:
        raise FileFault(f"no file can have this name: {error}") from None


def _replace(target: Path, content: bytes, mode: int | None) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".part", dir=target.parent)
    try:
        with open(handle, "wb") as file:  # noqa: PTH123
            file.write(content)
            file.flush()
            os.fsync(handle)
        os.chmod(name, mode if mode is not None else 0o666 & ~_umask())  # noqa: PTH101
        os.replace(name, target)  # noqa: PTH105
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)  # noqa: PTH108
        raise


def _umask() -> int:
    """The mask for new files; it can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _refuse(mode: int) -> None:
    if not stat.S_ISREG(mode):
        what = next((name for asks, name in _KINDS if asks(mode)), "no file")
        raise FileFault(f"{what}; expected a regular file")

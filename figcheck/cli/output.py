"""Where the command writes: the terminal or a file, colour or not, progress and messages on standard error."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import NoReturn

from figcheck import files
from figcheck.safe import clean, lines, page

__all__ = ["colored", "emit", "fail", "progress", "show", "terminal_width", "usage"]

_LONG = 1_500_000  # code points: shorter work is over before a bar could be read


def fail(message: str) -> NoReturn:
    """Say on standard error why the work could not be done, and exit 2."""
    for line in f"figcheck: {message}".splitlines():
        usage(line)
    sys.exit(2)


def usage(message: str) -> None:
    """A line on standard error that is no failure; one that cannot be written does not change how the run ends."""
    with contextlib.suppress(OSError, ValueError, AttributeError):  # full, closed, or none
        text = f"{lines(clean(message))}\n"
        sys.stderr.write(text.encode(sys.stderr.encoding or "utf-8", "replace").decode(sys.stderr.encoding or "utf-8"))
        sys.stderr.flush()


def terminal_width() -> int:
    """Columns of the terminal; 80 where there is none."""
    return shutil.get_terminal_size((80, 24)).columns


def colored(no_color: bool, output: str | None) -> bool:
    """Whether to colour: on a terminal that can, unless NO_COLOR or the person says no."""
    if no_color or output or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


def show(text: str) -> None:
    """Write a page for people to standard output, made harmless for a terminal and a CI log."""
    emit(lines(page(text)), None)


def emit(text: str | bytes, output: str | None, inputs: Iterable[str] = ()) -> None:
    """Write a report to a file, as UTF-8, or to standard output; what an old terminal lacks becomes a question mark.

    A file is written whole or not at all, and never over one of `inputs`. Raises BrokenPipeError where nobody reads on.
    """
    try:
        if output:
            files.write(output, text if isinstance(text, bytes) else text.encode("utf-8", "replace"), inputs)
            return
        encoding = (sys.stdout.encoding or "utf-8") if sys.stdout.isatty() else "utf-8"
        sys.stdout.flush()
        sys.stdout.buffer.write(text if isinstance(text, bytes) else text.encode(encoding, "replace"))
        sys.stdout.buffer.flush()
    except files.FileFault as error:
        fail(f"{output}: cannot be written: {error}")
    except BrokenPipeError:
        raise
    except (OSError, AttributeError) as error:  # full, or closed from the start
        fail(f"standard output cannot be written: {getattr(error, 'strerror', None) or 'it is closed'}")


@contextlib.contextmanager
def progress(total: int) -> Iterator[Callable[[int], None]]:
    """A bar on standard error for long work that a person watches; else nothing."""
    if total < _LONG or sys.stderr is None or not sys.stderr.isatty():
        yield lambda _done: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading", total=total)
        yield lambda done: bar.advance(task, done)

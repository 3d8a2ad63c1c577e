"""Where the command writes: the terminal or a file, colour or not, progress and messages on standard error."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NoReturn

from figcheck import files
from figcheck.safe import clean, lines, page

if TYPE_CHECKING:
    from rich.progress import Progress

__all__ = ["Steps", "colored", "emit", "fail", "progress", "show", "terminal_width", "usage"]

PATIENCE = 1.0  # seconds: shorter work is over before a bar could be read


def fail(message: str) -> NoReturn:
    """Say on standard error why the work could not be done, and exit 2."""
    for line in f"figcheck: {message}".splitlines():
        usage(line)
    sys.exit(2)


def usage(message: str) -> None:
    """A line on standard error that is no failure; one that cannot be written does not change how the run ends."""
    if _current is not None:  # a bar would take the line away with it
        _current.end()
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


class Steps:
    """How far long work has come, stage by stage: called with how much of the stage was done since the last call."""

    def __init__(self, shown: bool) -> None:
        self._shown = shown
        self._begun = time.monotonic()
        self._bar: Progress | None = None
        self._label = ""
        self._total: float | None = None
        self._done = 0.0

    def begin(self, label: str, total: float | None) -> None:
        """Start a stage; without a total nobody knows how long it takes."""
        self._label, self._total, self._done = label, total, 0.0
        self._draw()
        if self._bar is not None:
            self._bar.refresh()

    def __call__(self, done: float = 1) -> None:
        self._done += done
        self._draw()

    def _draw(self) -> None:
        if not self._shown or (self._bar is None and time.monotonic() - self._begun < PATIENCE):
            return
        if self._bar is None:
            self._bar = _bar()
            self._bar.add_task(self._label)
            self._bar.start()
        task = self._bar.task_ids[0]
        self._bar.update(task, description=self._label, total=self._total, completed=self._done)

    def end(self) -> None:
        """Take the bar away for good."""
        self._shown = False
        if self._bar is not None:
            self._bar.stop()
            self._bar = None


_current: Steps | None = None


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)


@contextlib.contextmanager
def progress(total: float | None = None) -> Iterator[Steps]:
    """A bar on standard error for work that takes longer than a person would wait in silence; on a terminal only."""
    global _current
    _current = steps = Steps(sys.stderr is not None and sys.stderr.isatty())
    steps.begin("Reading", total)
    try:
        yield steps
    finally:
        steps.end()

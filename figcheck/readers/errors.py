"""The one error that readers raise: which file, where in it, and what was expected."""

from __future__ import annotations

__all__ = ["ReadError"]


class ReadError(Exception):
    """An input that could not be read.

    >>> print(ReadError("draft.md", "'8 Julember' is no date", line=3))
    draft.md:3: '8 Julember' is no date
    """

    path: str
    """The file, or folder, as it was named."""
    message: str
    """What went wrong, and what was expected."""
    line: int | None
    """The line in the file, from 1; None where it is no one line."""

    def __init__(self, path: str, message: str, line: int | None = None) -> None:
        super().__init__(path, message, line)
        self.path = path
        self.message = message
        self.line = line

    def __str__(self) -> str:
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{place}: {self.message}"

"""One event of telling: a cue, its source, and the words that it covers."""

from __future__ import annotations

from dataclasses import dataclass

from figcheck.attribution.lexicon import Class, Framing

__all__ = ["Event", "Span"]

Span = tuple[int, int]
"""Word numbers of a sentence, half open."""


@dataclass(slots=True)
class Event:
    """A cue at words `cue`, its source at words `source`, and the word ranges that it covers.

    `post` where the source follows what it says; `start` is where the clause of the source starts; `frame` tells a
    verb that takes a clause from one that takes a noun; `via` is through whom it came; `modal` where it is not told yet
    ("will announce").
    """

    cls: Class
    cue: Span
    source: Span
    covers: list[Span]
    post: bool = False
    via: Span | None = None
    frame: Framing = "clause"
    start: int = 0
    nominal: bool = False
    modal: bool = False

    def reaches(self, i: int) -> bool:
        """Whether word i is covered."""
        return any(a <= i < b for a, b in self.covers)

    def cut(self, at: int) -> None:
        """End the last range at word `at`, where that lies inside it and after the cue."""
        if self.cue[0] < at and self.covers:
            a, b = self.covers[-1]
            if a <= at < b:
                self.covers[-1] = (a, at)

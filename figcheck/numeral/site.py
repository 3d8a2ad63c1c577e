"""The place of a numeral: the words beside it, in its own sentence, within a few dozen characters."""

from __future__ import annotations

from dataclasses import dataclass

from figcheck import units
from figcheck.text.grammar import CLOSED

__all__ = ["Site", "is_closed", "site"]

_REACH = 48
_CLOSED = CLOSED | {"also", "then", "now", "says", "said", "say", "up", "out", "vs", "versus"}


@dataclass(slots=True)
class Site:
    """Words before and after start..end, lower-cased, punctuation still on them; `plain` is the part as written."""

    lower: str
    plain: str
    start: int
    end: int
    first: int  # where its sentence starts
    last: int  # where its sentence ends
    left: list[str]
    right: list[str]

    @property
    def before(self) -> str:
        """The word before it, without quotes and brackets at its front; empty where there is none."""
        word = self.left[-1].lstrip("\"'([") if self.left else ""
        if "/" in word or "[" in word:
            return word[max(word.rfind("/"), word.rfind("[")) + 1 :]
        return word

    @property
    def money(self) -> units.Unit | None:
        """The money sign, code or letter straight before it."""
        return units.before(self, self.start)

    @property
    def before_raw(self) -> str:
        """The same as written."""
        word = self.before
        if not word:
            return ""
        stop = self.start
        while self.plain[stop - 1].isspace():
            stop -= 1
        return self.plain[stop - len(word) : stop]

    @property
    def after(self) -> str:
        """The word after it without the punctuation around it; empty where a mark comes first."""
        return self.right[0].rstrip(".,;:!?\"')]") if self.right else ""


def site(lower: str, plain: str, start: int, end: int, first: int, last: int) -> Site:
    """The place of start..end in the sentence first..last."""
    left = lower[max(first, start - _REACH) : start].split()
    right = lower[end : min(last, end + _REACH)].split()
    return Site(lower, plain, start, end, first, last, left, right)


def is_closed(word: str) -> bool:
    """Whether a word belongs to the closed classes, so that it can not be a noun counted."""
    return word in _CLOSED

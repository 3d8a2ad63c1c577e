"""What a generated phrase truly says: plain data, so that any parser can be held against it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from figcheck.models import Article, Hedge, Role

__all__ = ["Distractor", "Fault", "Figure", "Passage", "Story"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure and its true reading.

    `text` is the whole phrase, hedge and noun included; `start` and `end` are the span of the figure itself in it, as
    the contract for claims lays it down: the numeral with its sign, scale word and unit. `low` and `high` are what the
    words assert, None where open; for "about" both are `stated`, and a parser may well take a wider interval.
    """

    text: str
    start: int
    end: int
    stated: Decimal | None
    low: Decimal | None
    high: Decimal | None
    hedge: Hedge = "exact"
    unit: str | None = None
    counted: str | None = None
    measure: str | None = None
    source: str | None = None

    @property
    def surface(self) -> str:
        """The figure itself, to the letter."""
        return self.text[self.start : self.end]

    def shifted(self, before: str, after: str = "") -> Figure:
        """The same figure with text around it."""
        size = len(before)
        return Figure(
            before + self.text + after, self.start + size, self.end + size, self.stated, self.low, self.high,
            self.hedge, self.unit, self.counted, self.measure, self.source,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Distractor:
    """A phrase with numerals that are no figures; `role` is what they are."""

    text: str
    role: Role


@dataclass(frozen=True, slots=True)
class Passage:
    """Text and the figures in it, in order; each figure's `text` is the whole passage, its span is one of it."""

    text: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """What was planted in a story: the rule that should find it, and the words that it is about."""

    rule: str
    code: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """A small article and what is wrong with it: nothing where `fault` is None."""

    article: Article
    fault: Fault | None

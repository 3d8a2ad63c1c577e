"""Who says what: the figures of all stories by who stands behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from figcheck.cells import counts, day, hedge, is_number_of, one_line, source
from figcheck.models import Claim
from figcheck.models.stories import ReadStory
from figcheck.reports.html.story import Story

__all__ = ["Said", "Source", "Told", "sources"]


@dataclass(frozen=True, slots=True)
class Said:
    """One figure of a source, and where it stands."""

    figure: str
    hedge: str
    counts: str
    as_of: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Told:
    """What a source says in one story, figure by figure."""

    story: str
    published: str
    number: int
    rows: list[Said]


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody, and all that is told in that name; `name` is empty for what nobody is named for."""

    name: str
    stories: list[Told]

    @property
    def count(self) -> int:
        """How many figures there are."""
        return sum(len(told.rows) for told in self.stories)


def sources(readings: Sequence[ReadStory], stories: Sequence[Story]) -> list[Source]:
    """The sources in the order in which they first speak; what nobody is named for stands last."""
    found: dict[str, list[Told]] = {}
    for reading, story in zip(readings, stories, strict=True):
        for claim in reading.claims:
            if claim.implicit or is_number_of(claim, reading.article.part(claim.part)):
                continue
            name = source(claim)
            key = "" if claim.attribution is None or name.startswith("nobody named") else name
            told = found.setdefault(key[:1].upper() + key[1:], [])  # "Police" and "police" are one
            if not told or told[-1].number != story.number:
                told.append(Told(story.name, story.day, story.number, []))
            told[-1].rows.append(_said(claim, story))
    return [Source(name, told) for name, told in sorted(found.items(), key=lambda item: not item[0])]


def _said(claim: Claim, story: Story) -> Said:
    figure = one_line(claim.quote)
    return Said(figure, hedge(claim), counts(claim), day(claim.as_of), story.figure_at[claim.id])

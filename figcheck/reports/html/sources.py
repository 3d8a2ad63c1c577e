"""Who says what: the figures of all stories by who stands behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from figcheck.cells import counts, day, hedge, is_number_of, one_line, source
from figcheck.models import Claim
from figcheck.models.stories import ReadStory
from figcheck.reports.html.story import Story

__all__ = ["Said", "Source", "sources"]


@dataclass(frozen=True, slots=True)
class Said:
    """One figure of a source, and where it stands; `again` where the figure before it is of the same story."""

    figure: str
    hedge: str
    counts: str
    as_of: str
    story: str
    published: str
    number: int
    anchor: str
    again: bool


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody, and all that is told in that name; `name` is empty for what nobody is named for."""

    name: str
    rows: list[Said]


def sources(readings: Sequence[ReadStory], stories: Sequence[Story]) -> list[Source]:
    """The sources in the order in which they first speak; what nobody is named for stands last."""
    found: dict[str, list[Said]] = {}
    for reading, story in zip(readings, stories, strict=True):
        for claim in reading.claims:
            if claim.implicit or is_number_of(claim, reading.article.part(claim.part)):
                continue
            name = source(claim)
            key = "" if claim.attribution is None or name.startswith("nobody named") else name
            rows = found.setdefault(key[:1].upper() + key[1:], [])  # "Police" and "police" are one
            rows.append(_said(claim, story, again=bool(rows) and rows[-1].number == story.number))
    return [Source(name, rows) for name, rows in sorted(found.items(), key=lambda item: not item[0])]


def _said(claim: Claim, story: Story, again: bool) -> Said:
    return Said(
        one_line(claim.quote), hedge(claim), counts(claim), day(claim.as_of), story.name, story.day, story.number,
        story.figure_at[claim.id], again,
    )  # fmt: skip

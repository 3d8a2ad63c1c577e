"""Timelines: each count that several stories give, in the order of time, with its source: an analyst's table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from figcheck.compare.facts import Facts
from figcheck.compare.groups import groups
from figcheck.engine import context_of
from figcheck.models import Article, Claim
from figcheck.models.stories import ReadStory
from figcheck.reading import as_articles, read_article
from figcheck.settings import Settings

__all__ = ["Entry", "Timeline", "timeline", "timelines_of"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One telling of a count: the day or moment that it is true of, the figure, whose it is, and its story."""

    when: date | datetime | None
    """The day or moment that the figure is true of: its own, else that of publication."""
    claim: Claim
    """The figure."""
    owner: str | None
    """Who says so, by the full name; None where nobody is named."""
    story: str
    """Id of the article."""

    def to_dict(self) -> dict[str, object]:
        """The entry as plain values, for JSON."""
        q = self.claim.quantity
        return {
            "when": self.when.isoformat() if self.when is not None else None,
            "quote": self.claim.quote,
            "stated": None if q.stated is None else str(q.stated),
            "low": None if q.low is None else str(q.low),
            "high": None if q.high is None else str(q.high),
            "hedge": q.hedge,
            "counted": self.claim.counted,
            "owner": self.owner,
            "story": self.story,
            "claim": self.claim.id,
        }


@dataclass(frozen=True, slots=True)
class Timeline:
    """What one thing was counted at, over stories: its name, its measure where it has one, and the entries in time."""

    label: str
    """What is counted, the event and the place, as far as the stories say so."""
    measure: str | None
    """The measure of its figures; None where none applies."""
    unit: str | None
    """Their unit; None for a count."""
    entries: tuple[Entry, ...]
    """The tellings, in the order of time."""

    def to_dict(self) -> dict[str, object]:
        """The timeline as plain values, for JSON."""
        return {
            "label": self.label, "measure": self.measure, "unit": self.unit,
            "entries": [entry.to_dict() for entry in self.entries],
        }  # fmt: skip


def timeline(
    articles: Article | str | Iterable[Article | str], settings: Settings | None = None
) -> tuple[Timeline, ...]:
    """The counts that two of some stories or more give, each with its tellings in the order of time.

    Which figures are of one thing is told by what speaks for it, as in a check. Raises ValueError where two articles
    have one id, TypeError for what is neither an Article nor a text.

    >>> text = "The flood in Orlec killed {} people, police said."
    >>> stories = [Article(id=f"day-{n}", text=text.format(9 + 3 * n), published=date(2024, 5, n)) for n in (1, 2)]
    >>> [(t.label, [e.claim.quote for e in t.entries]) for t in timeline(stories)]
    [('people killed, flood, Orlec', ['12', '15'])]
    """
    words = settings.vocabulary if settings else None
    return timelines_of([read_article(a, vocabulary=words) for a in as_articles(articles)])


def timelines_of(readings: Iterable[ReadStory]) -> tuple[Timeline, ...]:
    """The same of stories that were read already. Raises ValueError where two articles have one id."""
    return tuple(_timeline(members) for members in groups(context_of(readings).archive))


def _timeline(members: list[Facts]) -> Timeline:
    first = members[0].claim
    entries = tuple(Entry(f.claim.as_of or f.day, f.claim, f.owner, f.claim.article) for f in members)
    return Timeline(_label(members), first.measure, first.quantity.unit, entries)


def _label(members: list[Facts]) -> str:
    """What is counted, the event and the place, as far as one of the stories says so."""
    called = members[0].called or members[0].claim.kind
    event = next((f.claim.event_kind for f in members if f.claim.event_kind), None)
    place = next((f.claim.place for f in members if f.claim.place), None)
    return ", ".join(word for word in (called, event, place) if word)

"""What stands on a figure sheet: one sheet for a story, one row for a figure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from figcheck.models import Claim, Finding, Period, Report
from figcheck.readers.loaded import Loaded

__all__ = ["COLUMNS", "Row", "Sheet", "build"]

COLUMNS = (
    "No.",
    "Place",
    "Figure",
    "Sentence",
    "What it counts",
    "Where",
    "When",
    "Source",
    "Notes",
    "Checked",
    "Proof",
)


@dataclass(frozen=True, slots=True)
class Row:
    """One figure. `sentence` is cut into what stands before the figure, the figure, and what follows it."""

    number: int
    place: str
    figure: str
    sentence: tuple[str, str, str]
    counts: str
    where: str
    when: str
    source: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The figures of one story, and what stands over them."""

    path: str
    title: str
    publisher: str
    published: str
    url: str
    rows: tuple[Row, ...]


def build(report: Report, loaded: Iterable[Loaded], guards: Mapping[str, str] | None = None) -> tuple[Sheet, ...]:
    """A sheet for each story, in the order given; stories that the report does not know come out empty.

    `guards` says of figures, by claim, which others vouch for them: a drill's result, for the notes.
    """
    claims: dict[str, list[Claim]] = {}
    for claim in report.claims:
        if not claim.implicit:
            claims.setdefault(claim.article, []).append(claim)
    findings: dict[str, list[Finding]] = {}
    for finding in report.findings:
        for article in {e.article for e in finding.evidence}:
            findings.setdefault(article, []).append(finding)
    return tuple(
        _sheet(story, claims.get(story.article.id, []), findings.get(story.article.id, []), guards or {})
        for story in loaded
    )


def _sheet(story: Loaded, claims: list[Claim], findings: list[Finding], guards: Mapping[str, str]) -> Sheet:
    article = story.article
    return Sheet(
        path=article.id,
        title=article.title,
        publisher=article.publisher or "",
        published=_day(article.published),
        url=article.url or "",
        rows=tuple(_row(number, claim, story, findings, guards) for number, claim in enumerate(claims, 1)),
    )


def _row(number: int, claim: Claim, story: Loaded, findings: list[Finding], guards: Mapping[str, str]) -> Row:
    text = story.article.part(claim.part)
    first, last = claim.sentence
    return Row(
        number=number,
        place=_place(claim, story),
        figure=_line(claim.quote),
        sentence=(_words(text[first : claim.start]), _line(claim.quote), _words(text[claim.end : last])),
        counts=_counts(claim),
        where=claim.place or "",
        when=_when(claim),
        source=_source(claim),
        notes=(*_notes(claim, findings), *([guards[claim.id]] if claim.id in guards else [])),
    )


def _place(claim: Claim, story: Loaded) -> str:
    if claim.part == "title":
        return "headline"
    at = story.locate(claim.part, claim.start)
    name = "line" if at.run is None else "paragraph"
    return f"{name} {at.line}" if claim.part == "text" else f"{claim.part}, {name} {at.line}"


def _counts(claim: Claim) -> str:
    """What is counted, in the story's own words, and the measure that figcheck reads in them."""
    what = claim.who or claim.counted or ""
    measure = (claim.measure or "").replace("_", " ")
    if what or measure:
        return what if not measure or measure in what else f"{what}: {measure}" if what else measure
    unit = claim.quantity.unit
    if claim.kind in {"money", "measurement"} and unit:
        return f"{claim.kind}, {unit.replace('_', ' ')}"
    return "" if claim.kind in {"count", "other"} else claim.kind


def _when(claim: Claim) -> str:
    parts = []
    if claim.event:
        parts.append(claim.event)
    if claim.period and (claim.period.start or claim.period.end):
        parts.append(_period(claim.period))
    if claim.as_of:
        parts.append(f"as of {_day(claim.as_of)}")
    return "; ".join(parts)


def _period(period: Period) -> str:
    if period.start == period.end:
        return _day(period.start)
    if period.start and period.end:
        return f"{_day(period.start)} to {_day(period.end)}"
    return f"since {_day(period.start)}" if period.start else f"until {_day(period.end)}"


def _source(claim: Claim) -> str:
    said = claim.attribution
    if said is None:
        return ""
    names = [said.owner or said.source or "", *said.also]
    shown = " and ".join(n for n in names if n)
    if not shown:
        return f"nobody named ({said.cue})" if said.cue else "nobody named"
    return f"{shown}, via {said.via}" if said.via else shown


def _notes(claim: Claim, findings: list[Finding]) -> Iterable[str]:
    if not claim.asserted:
        yield "not asserted: a plan, a possibility or a forecast"
    if claim.status:
        yield claim.status
    for finding in findings:
        if any(
            e.article == claim.article and e.part == claim.part and e.start < claim.end and e.end > claim.start
            for e in finding.evidence
        ):
            yield f"{finding.code}: {finding.message}"


def _day(moment: date | datetime | None) -> str:
    if moment is None:
        return ""
    day = f"{moment.day} {moment:%B %Y}"
    return f"{day}, {moment:%H:%M}" if isinstance(moment, datetime) else day


def _line(text: str) -> str:
    return " ".join(text.split())


def _words(text: str) -> str:
    """The text on one line, the blank next to the figure kept."""
    line = _line(text)
    before = " " if text[:1].isspace() and line else ""
    after = " " if text[-1:].isspace() and line else ""
    return f"{before}{line}{after}"

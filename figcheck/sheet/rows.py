"""What stands on a figure sheet: one sheet for a story, one passage for a sentence, one row for a figure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from figcheck import cells
from figcheck.models import Article, Claim, Finding, Relation, Report
from figcheck.models.grouped import claims_by_story, findings_by_story, relations_by_story
from figcheck.readers.loaded import Loaded
from figcheck.rules.phrases import listed
from figcheck.ties import Sum, sums

__all__ = ["COLUMNS", "Passage", "Row", "Sheet", "build"]

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
_NAMED = 8  # figures of a tie that are named in the row of each: of a sum of hundreds that would be a page a row
_KEY = 12  # hexadecimal digits of a name that tells sentences and stories apart


@dataclass(frozen=True, slots=True)
class Row:
    """One figure. `sentence` is cut into what stands before the figure, the figure, and what follows it.

    `adds` says which figures it adds up with or does not, `guard` which others would show a slip in it: a drill's
    result, empty without one. `span` is its place in the part of the story.
    """

    number: int
    place: str
    figure: str
    sentence: tuple[str, str, str]
    counts: str
    where: str
    when: str
    source: str
    status: tuple[str, ...]
    findings: tuple[str, ...]
    adds: tuple[str, ...]
    guard: str
    span: tuple[int, int]

    @property
    def notes(self) -> tuple[str, ...]:
        """All that is noted of it, for a table with one column of notes."""
        return (*self.status, *self.findings, *self.adds, *([self.guard] if self.guard else []))


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence, cut into words and figures with their numbers, and the rows of its figures.

    `key` names the sentence in its story: the ticks of a page are kept by it.
    """

    key: str
    place: str
    words: tuple[tuple[str, int], ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The figures of one story, and what stands over them. `key` is another for every other text of the story."""

    path: str
    title: str
    publisher: str
    published: str
    url: str
    passages: tuple[Passage, ...]
    key: str

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every figure, in the order of the story."""
        return tuple(row for passage in self.passages for row in passage.rows)


def build(report: Report, loaded: Iterable[Loaded], guards: Mapping[str, str] | None = None) -> tuple[Sheet, ...]:
    """A sheet for each story, in the order given; stories that the report does not know come out empty.

    `guards` says of figures, by claim, which others vouch for them: a drill's result. What only numbers a day or a
    round ("on day 3 of the search") is no figure to check, and is left out.
    """
    claims = claims_by_story(c for c in report.claims if not c.implicit)
    relations = relations_by_story(report.relations, report.claims)
    findings = findings_by_story(report.findings)
    return tuple(
        _sheet(s, claims.get(s.article.id, []), relations.get(s.article.id, []), findings.get(s.article.id, []),
               guards or {})
        for s in loaded
    )  # fmt: skip


def _sheet(
    story: Loaded, found: Sequence[Claim], relations: Sequence[Relation], findings: Sequence[Finding],
    guards: Mapping[str, str],
) -> Sheet:  # fmt: skip
    article = story.article
    claims = [c for c in found if not cells.is_number_of(c, article.part(c.part))]
    numbers = {claim.id: n for n, claim in enumerate(claims, 1)}
    adds = _adds(sums(claims, relations, findings), findings, numbers)
    told = _told(article.id, claims, findings)
    rows = [_row(numbers[c.id], c, story, told[c.id], adds.get(c.id, ()), guards.get(c.id, "")) for c in claims]
    pairs = list(zip(claims, rows, strict=True))
    return Sheet(
        path=article.id,
        title=article.title,
        publisher=article.publisher or "",
        published=cells.day(article.published),
        url=article.url or "",
        passages=tuple(_passages(article, pairs)),
        key=_key(article.id, article.title, article.text, *(text for pair in article.parts for text in pair)),
    )


def _key(*texts: str) -> str:
    """A name for some texts: another for any other."""
    return hashlib.sha256("\0".join(texts).encode("utf-8", "surrogatepass")).hexdigest()[:_KEY]


def _passages(article: Article, pairs: Sequence[tuple[Claim, Row]]) -> Iterator[Passage]:
    """The rows by sentence; one that is told twice in a story has a key of its own each time."""
    told: dict[str, int] = {}
    for (part, (start, end)), group in groupby(pairs, key=lambda pair: (pair[0].part, pair[0].sentence)):
        rows = [row for _, row in group]
        text = article.part(part)
        sentence = cells.one_line(text[start:end])
        told[sentence] = told.get(sentence, 0) + 1
        key = _key(part, sentence, str(told[sentence]))
        yield Passage(key, rows[0].place, tuple(_cut(text, (start, end), rows)), tuple(rows))


def _cut(text: str, sentence: tuple[int, int], rows: Sequence[Row]) -> Iterator[tuple[str, int]]:
    """Words with 0, figures with their number."""
    at, last = sentence
    for row in sorted(rows, key=lambda r: r.span):
        start, end = row.span
        if start < at:
            continue  # inside one before it
        if start > at:
            yield _words(text[at:start]), 0
        yield row.figure, row.number
        at = end
    if last > at:
        yield _words(text[at:last]), 0


def _row(number: int, claim: Claim, story: Loaded, findings: Sequence[str], adds: Sequence[str], guard: str) -> Row:
    text = story.article.part(claim.part)
    first, last = claim.sentence
    figure = cells.one_line(claim.quote)
    return Row(
        number=number,
        place=_place(claim, story),
        figure=figure,
        sentence=(_words(text[first : claim.start]), figure, _words(text[claim.end : last])),
        counts=cells.counts(claim),
        where=claim.place or "",
        when=cells.when(claim),
        source=cells.source(claim),
        status=tuple(_status(claim)),
        findings=tuple(findings),
        adds=tuple(adds),
        guard=guard,
        span=(claim.start, claim.end),
    )


def _place(claim: Claim, story: Loaded) -> str:
    if claim.part == "title":
        return "headline"
    at = story.locate(claim.part, claim.start)
    name = "line" if at.run is None else "paragraph"
    return f"{name} {at.line}" if claim.part == "text" else f"{claim.part}, {name} {at.line}"


def _adds(found: Iterable[Sum], findings: Sequence[Finding], numbers: Mapping[str, int]) -> dict[str, list[str]]:
    """What each figure adds up with, or does not, by the numbers of the others."""
    out: dict[str, list[str]] = {}
    for tie in found:
        codes = listed(dict.fromkeys(findings[n].code for n in tie.findings)) if tie.findings else ""
        for claim in tie.claims:
            with_ = _others(tie, claim, numbers)
            if not with_:
                continue
            words = f": {tie.words}" if len(tie.claims) <= _NAMED else ""
            told = f"adds up with {with_}{words}" if tie.holds else f"does not add up with {with_} ({codes})"
            rows = out.setdefault(claim.id, [])
            if told not in rows:
                rows.append(told)
    return out


def _others(tie: Sum, claim: Claim, numbers: Mapping[str, int]) -> str:
    """The other figures of a tie by their numbers; of many, how many they are: each of them has a row that says so."""
    known = [c for c in tie.claims if c.id in numbers]
    if len(known) > _NAMED:
        return f"{len(known) - 1} others from No. {numbers[known[0].id]} to No. {numbers[known[-1].id]}"
    others = [f"No. {numbers[c.id]}" for c in known if c.id != claim.id]
    return listed(others) if others else ""


def _status(claim: Claim) -> Iterator[str]:
    """What the story itself says of how sure a figure is."""
    if not claim.asserted:
        yield "not asserted: a plan, a possibility or a forecast"
    if claim.status:
        yield claim.status


def _told(article: str, claims: Iterable[Claim], findings: Iterable[Finding]) -> dict[str, list[str]]:
    """What is found about each figure: the findings whose evidence meets it, gone through once from left to right."""
    spots: dict[str, list[tuple[int, int, int, str]]] = {}
    for n, finding in enumerate(findings):
        for e in finding.evidence:
            if e.article == article:
                spots.setdefault(e.part, []).append((e.start, e.end, n, f"{finding.code}: {finding.message}"))
    out: dict[str, list[str]] = {}
    for part, group in groupby(sorted(claims, key=lambda c: (c.part, c.start)), key=lambda c: c.part):
        waiting = sorted(spots.get(part, ()), reverse=True)
        met: list[tuple[int, int, int, str]] = []
        for claim in group:
            while waiting and waiting[-1][0] < claim.end:
                met.append(waiting.pop())
            met = [spot for spot in met if spot[1] > claim.start]
            here = {spot[2]: spot[3] for spot in met if spot[0] < claim.end}
            out[claim.id] = [here[n] for n in sorted(here)]
    return out


def _words(text: str) -> str:
    """The text on one line, the blanks at its ends kept."""
    line = cells.one_line(text)
    before = " " if text[:1].isspace() and line else ""
    after = " " if text[-1:].isspace() else ""
    return f"{before}{line}{after}"

"""What every report needs besides the findings: the articles' words, places in files, and the order of evidence."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from figcheck.models import Article, Evidence, Finding, Place, Report
from figcheck.readers.loaded import Lines, Loaded, SkippedKind
from figcheck.text import Document, Part

__all__ = ["TOLD", "Page", "Pages", "Style", "evidence_id", "in_order", "located", "not_read", "pages", "place_of"]

# What a reader leaves out of a story and is told: it may hold figures. Navigation and forms are no part of a story.
TOLD: dict[SkippedKind, str] = {
    "table": "table", "code": "code block", "image": "image", "footnote": "footnote", "box": "text box",
    "field": "field", "embed": "embed",
}  # fmt: skip


@dataclass(frozen=True)
class Style:
    """How a report looks, and what it tells besides the findings."""

    width: int = 80
    color: bool = False
    statistics: bool = False
    notes: tuple[str, ...] = ()
    tags: Mapping[str, str] = field(default_factory=dict)  # of own measures, for the CSV


@dataclass(frozen=True)
class Page:
    """One article as a report sees it: its words, and where they stand in a file."""

    article: Article
    loaded: Loaded | None = None

    @cached_property
    def _parts(self) -> dict[str, Part]:
        return {part.name: part for part in Document(self.article).parts}

    @cached_property
    def _lines(self) -> dict[str, Lines]:
        return {name: Lines(part.text) for name, part in self._parts.items()}

    def text(self, part: str) -> str:
        """The words of a part."""
        return self.article.part(part)

    def sentence(self, part: str, start: int, end: int) -> tuple[int, int]:
        """The span of the sentence around part[start:end], or of the several that it touches."""
        found = self._parts[part]
        first, last = found.sentence_at(start), found.sentence_at(max(start, end - 1))
        return (first.start if first else start), max(last.end if last else end, end)

    def paragraphs(self, part: str) -> list[tuple[int, int]]:
        """The spans of the paragraphs of a part."""
        return self._parts[part].paragraphs

    def paragraph(self, part: str, offset: int) -> int:
        """The number of the paragraph around an offset, from 1."""
        return max(1, bisect_right(self.paragraphs(part), offset, key=lambda span: span[0]))

    @property
    def in_runs(self) -> bool:
        """Whether the file is told by paragraphs and runs, as a Word file is, and not by lines."""
        return self.loaded is not None and self.loaded.places.at(0).run is not None

    def as_found(self, part: str, start: int, end: int) -> str:
        """What the file itself has there, markup and escapes included."""
        return self.loaded.as_found(part, start, end) if self.loaded else self.text(part)[start:end]

    def place(self, part: str, start: int, end: int) -> Place:
        """Where part[start:end] stands in the file, or in the part itself where there is no file."""
        if self.loaded:
            file, (first, last) = self.loaded.path, self.loaded.span(part, start, end)
        else:
            file, first, last = self.article.id, self._lines[part].at(start), self._lines[part].at(end)
        return Place(
            file=file, line=first.line, column=first.column, end_line=last.line, end_column=last.column,
            start=first.offset, end=last.offset,
        )  # fmt: skip


Pages = Mapping[str, Page]


def pages(articles: Iterable[Article | Loaded]) -> dict[str, Page]:
    """Pages by article id."""
    made = (Page(a.article, a) if isinstance(a, Loaded) else Page(a) for a in articles)
    return {page.article.id: page for page in made}


def evidence_id(evidence: Evidence) -> str:
    """The name of a stretch of text in a report, as a claim's id."""
    return f"{evidence.article}#{evidence.part}:{evidence.start}-{evidence.end}"


def located(report: Report, articles: Iterable[Article | Loaded]) -> Report:
    """The report with the places of its claims and evidence; those it has already stay."""
    known = pages(articles)
    spots = {c.id: (c.article, c.part, c.start, c.end) for c in report.claims}
    for finding in (*report.findings, *(s.finding for s in report.suppressed)):
        spots |= {evidence_id(e): (e.article, e.part, e.start, e.end) for e in finding.evidence}
    places = {
        name: known[article].place(part, start, end)
        for name, (article, part, start, end) in spots.items()
        if name not in report.places and article in known
    }
    update: dict[str, object] = {"places": {**places, **report.places}} if places else {}
    if not report.not_read:
        update |= _not_read(report, known)
    return report.model_copy(update=update) if update else report


def _not_read(report: Report, known: Pages) -> dict[str, object]:
    """What the stories hold besides prose, for a report that does not know it yet."""
    stories = [known[name].loaded for name in report.articles if name in known]
    left = [one for story in stories if story for one in story.skipped if one.kind in TOLD]
    if not left:
        return {}
    counts = Counter(one.kind for one in left)
    return {
        "not_read": {kind: counts[kind] for kind in TOLD if counts[kind]},
        "numerals_not_read": sum(one.numerals for one in left),
    }


def not_read(counts: Mapping[str, int], numerals: int) -> str:
    """What was not read, in words; "" for nothing.

    >>> not_read({"table": 2, "image": 1}, 14)
    '2 tables and 1 image, with 14 numerals'
    """
    named = [f"{counts[kind]:,} {name}{'s' * (counts[kind] > 1)}" for kind, name in TOLD.items() if counts.get(kind)]
    if not named:
        return ""
    told = " and ".join([", ".join(named[:-1]), named[-1]] if len(named) > 1 else named)
    return told + (f", with {numerals:,} numeral{'s' * (numerals > 1)}" if numerals else "")


def in_order(report: Report, finding: Finding) -> tuple[Evidence, ...]:
    """A finding's evidence, that in the articles that were checked before that in those they are compared with.

    A tie that is a mere mark (the colon before a list) tells a reader nothing, and is left out.
    """
    checked = frozenset(report.articles)
    told = [e for e in finding.evidence if any(map(str.isalnum, e.quote))] or finding.evidence
    return tuple(sorted(told, key=lambda e: e.article not in checked))


def place_of(report: Report, evidence: Evidence) -> Place:
    """The place of a piece of evidence; its offsets alone where the report knows no file."""
    return report.places.get(evidence_id(evidence)) or Place(
        file=evidence.article, line=1, column=evidence.start + 1, end_line=1, end_column=evidence.end + 1,
        start=evidence.start, end=evidence.end,
    )  # fmt: skip

"""CSV of the findings, for a spreadsheet: one row a finding.

The figures as CSV, with HXL tags, are those of `figcheck extract --format csv` (`claims_csv`).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from figcheck.models import Finding, Report
from figcheck.reports.cells import written
from figcheck.reports.pages import Pages, Style, in_order, place_of

__all__ = ["COLUMNS", "render"]

COLUMNS = (
    "file", "line", "column", "severity", "code", "rule", "kind", "message", "explanation", "suggestion", "quote",
    "sentence", "other_quotes", "other_places", "computed", "slip", "article", "part", "fingerprint",
)  # fmt: skip
_BETWEEN = "; "


def render(report: Report, pages: Pages, style: Style) -> str:  # noqa: ARG001
    """A row of names, then the findings; texts that a spreadsheet would run are made harmless."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for finding in report.findings:
        writer.writerow([written(cell) for cell in _cells(report, pages, finding)])
    return out.getvalue()


def _cells(report: Report, pages: Pages, finding: Finding) -> Iterator[object]:
    first, *others = in_order(report, finding)
    place, page = place_of(report, first), pages.get(first.article)
    start, end = page.sentence(first.part, first.start, first.end) if page else (0, 0)
    places = [place_of(report, one) for one in others]
    yield from (place.file, place.line, place.column)
    yield from (finding.severity, finding.code, finding.rule, finding.kind)
    yield from (finding.message, " ".join(finding.explanation.split()), finding.suggestion)
    yield first.quote
    yield " ".join(page.text(first.part)[start:end].split()) if page else None
    yield _BETWEEN.join(one.quote for one in others)
    yield _BETWEEN.join(f"{p.file}:{p.line}:{p.column}" for p in places)
    yield finding.computed
    yield finding.relation.slip if finding.relation else None
    yield from (first.article, first.part, finding.fingerprint)

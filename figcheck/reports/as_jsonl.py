"""JSON lines: a finding a line, then the problems, then one line that sums up."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from figcheck.models import Finding, Report
from figcheck.reports.pages import Pages, Style, in_order, place_of
from figcheck.safe import json_text

__all__ = ["render"]


def render(report: Report, pages: Pages, style: Style) -> str:  # noqa: ARG001
    """One object a line; `type` is finding, suppressed, problem or summary."""
    return "".join(json_text(json.dumps(line, ensure_ascii=False)) + "\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[dict[str, Any]]:
    for finding in report.findings:
        yield {"type": "finding", **_finding(report, finding)}
    for passed in report.suppressed:
        yield {"type": "suppressed", "by": passed.by, "reason": passed.reason, **_finding(report, passed.finding)}
    for problem in report.problems:
        yield {"type": "problem", **problem.model_dump(mode="json")}
    yield {
        "type": "summary", "schema": 1, "figcheck": report.figcheck, "words": report.words,
        "articles": len(report.articles), "counts": report.counts, "numerals": report.numerals,
        "not_read": report.not_read, "numerals_not_read": report.numerals_not_read,
    }  # fmt: skip


def _finding(report: Report, finding: Finding) -> dict[str, Any]:
    first = place_of(report, in_order(report, finding)[0])
    return {
        "file": first.file,
        "line": first.line,
        "column": first.column,
        **finding.model_dump(mode="json", exclude={"evidence", "relation"}),
        "evidence": [
            {**one.model_dump(mode="json"), "place": place_of(report, one).model_dump(mode="json")}
            for one in in_order(report, finding)
        ],
    }

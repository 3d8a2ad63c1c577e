"""Annotations for GitHub Actions: one workflow command a finding, escaped so that no story can issue one of its own."""

from __future__ import annotations

from figcheck.models import Finding, Problem, Report
from figcheck.reports.pages import Pages, Style, in_order, place_of
from figcheck.safe import clean

__all__ = ["render"]

_LEVEL = {"error": "error", "warning": "warning", "info": "notice"}


def render(report: Report, pages: Pages, style: Style) -> str:  # noqa: ARG001
    """One line a finding and a problem."""
    lines = [*(_finding(report, f) for f in report.findings), *(_problem(p) for p in report.problems)]
    return "".join(line + "\n" for line in lines)


def _data(text: str) -> str:
    """A message: each line made safe, line ends encoded.

    >>> _data("50% of\\n::error::them")
    '50%25 of%0A::error::them'
    """
    escaped = (clean(line).replace("%", "%25") for line in text.splitlines())
    return "%0A".join(escaped)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _command(level: str, properties: dict[str, object], message: str) -> str:
    inside = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{level} {inside}::{_data(message)}"


def _finding(report: Report, finding: Finding) -> str:
    first, *rest = in_order(report, finding)
    place = place_of(report, first)
    properties: dict[str, object] = {"file": place.file, "line": place.line, "endLine": place.end_line}
    if place.line == place.end_line:
        properties |= {"col": place.column, "endColumn": place.end_column}
    others = []
    for one in rest:
        at = place_of(report, one)
        others.append(f'{at.file}:{at.line}:{at.column}: "{one.quote}"')
    message = "\n".join(filter(None, (finding.message, finding.explanation, finding.suggestion, *others)))
    return _command(_LEVEL[finding.severity], {**properties, "title": f"{finding.rule} ({finding.code})"}, message)


def _problem(problem: Problem) -> str:
    place: dict[str, object] = {"file": problem.file} | ({"line": problem.line} if problem.line else {})
    return _command("error" if problem.grave else "warning", {**place, "title": problem.kind}, problem.message)

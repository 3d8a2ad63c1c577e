"""SARIF 2.1.0: what code scanning and editors read. Both sides of a contradiction are in each result."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from figcheck.models import Evidence, Finding, Problem, Report, Suppressed
from figcheck.reports.pages import Pages, Style, in_order, place_of
from figcheck.rules import RULES, Rule
from figcheck.rules.explain import explain
from figcheck.safe import markdown

__all__ = ["render"]

_LEVEL = {"error": "error", "warning": "warning", "info": "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(report: Report, pages: Pages, style: Style) -> str:  # noqa: ARG001
    """One run with its rules, its results, and what went wrong in it."""
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(report, pages)]}, indent=2) + "\n"


def _run(report: Report, pages: Pages) -> dict[str, Any]:
    given = [(f, None) for f in report.findings] + [(s.finding, s) for s in report.suppressed]
    used = {finding.rule for finding, _ in given}
    rules = [rule for rule in RULES if rule.name in used]
    known = {rule.name for rule in rules}
    others = {f.rule: f for f, _ in given if f.rule not in known}  # a desk's own rules
    descriptors = [_rule(rule) for rule in rules] + [_own_rule(f) for f in others.values()]
    index = {name: number for number, name in enumerate([*(r.name for r in rules), *others])}
    return {
        "tool": {
            "driver": {
                "name": "figcheck", "version": report.figcheck, "semanticVersion": report.figcheck,
                "rules": descriptors, "properties": {"words": report.words},
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": report.complete,
                "toolExecutionNotifications": [_notification(p) for p in report.problems],
            }
        ],
        "results": [_result(report, pages, finding, index[finding.rule], passed) for finding, passed in given],
        "properties": {"numerals": report.numerals},
    }  # fmt: skip


def _rule(rule: Rule) -> dict[str, Any]:
    doc = explain(rule)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": doc.title},
        "fullDescription": {"text": doc.flags},
        "help": {"text": f"{doc.why}\n\n{doc.advice}"},
        "defaultConfiguration": {"level": _LEVEL[rule.severity], "enabled": not rule.preview},
        "properties": {"tags": [rule.kind]},
    }


def _own_rule(finding: Finding) -> dict[str, Any]:
    return {"id": finding.code, "name": finding.rule, "properties": {"tags": [finding.kind]}}


def _result(report: Report, pages: Pages, finding: Finding, index: int, passed: Suppressed | None) -> dict[str, Any]:
    first, *rest = in_order(report, finding)
    text = "\n".join(filter(None, (finding.message, finding.explanation, finding.suggestion)))
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVEL[finding.severity],
        "message": {"text": markdown(text)},
        "locations": [_location(report, pages, first)],
        "partialFingerprints": {"figcheck/v1": finding.fingerprint},
    }
    if rest:
        result["relatedLocations"] = [
            {"id": number, **_location(report, pages, one), "message": {"text": markdown(one.quote)}}
            for number, one in enumerate(rest, 1)
        ]
    if passed:
        kind = "inSource" if passed.by == "comment" else "external"
        result["suppressions"] = [{"kind": kind, "justification": passed.reason or f"in the {passed.by}"}]
    return result


def _location(report: Report, pages: Pages, evidence: Evidence) -> dict[str, Any]:
    place, page = place_of(report, evidence), pages.get(evidence.article)
    found = page.as_found(evidence.part, evidence.start, evidence.end) if page else evidence.quote
    return {
        "physicalLocation": {
            "artifactLocation": _artifact(place.file),
            "region": {
                "startLine": place.line, "startColumn": place.column,
                "endLine": place.end_line, "endColumn": place.end_column,
                "charOffset": place.start, "charLength": place.end - place.start,
                "snippet": {"text": found},
            },
        },
        "logicalLocations": [{"name": evidence.part, "fullyQualifiedName": f"{evidence.article}#{evidence.part}"}],
    }  # fmt: skip


def _artifact(file: str) -> dict[str, str]:
    """A file's URI: relative to the root of the sources where its path is."""
    path = PurePath(file)
    if path.is_absolute():
        return {"uri": path.as_uri()}
    return {"uri": quote(path.as_posix()), "uriBaseId": "%SRCROOT%"}


def _notification(problem: Problem) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": _artifact(problem.file)}
    if problem.line:
        place["region"] = {"startLine": problem.line}
    return {
        "descriptor": {"id": problem.kind},
        "level": "error" if problem.grave else "warning",
        "message": {"text": markdown(problem.message)},
        "locations": [{"physicalLocation": place}],
    }

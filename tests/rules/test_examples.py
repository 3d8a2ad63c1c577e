"""Every rule's own stories: those in its docstring, and the table beside this file in cases/<rule>.toml.

A case is a why, a story (front matter and === between articles as in a docstring), and for a flagged one
`marks`: words that the evidence must touch. `also` names other rules that may speak about a fine story.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from figcheck.engine import check
from figcheck.models import Finding
from figcheck.rules import RULES, Rule
from figcheck.rules.explain import explain, stories
from figcheck.settings import Settings

CASES = Path(__file__).parent / "cases"


EVERYTHING = Settings(preview=True)


def table(rule: Rule) -> dict[str, list[dict[str, Any]]]:
    path = CASES / f"{rule.name}.toml"
    return tomllib.loads(path.read_text("utf-8")) if path.exists() else {}


def cases(which: str) -> list[Any]:
    out = []
    for rule in RULES:
        doc = explain(rule)
        shown = [{"why": e.why, "story": e.text} for e in (doc.flagged if which == "flagged" else doc.fine)]
        for number, case in enumerate([*shown, *table(rule).get(which, [])]):
            out.append(pytest.param(rule, case, id=f"{rule.name}-{number}-{case['why'][:60]}"))
    return out


def found(rule: Rule, case: dict[str, Any]) -> list[Finding]:
    return [f for f in check(stories(case["story"]), EVERYTHING).findings if f.rule == rule.name]


@pytest.mark.parametrize(("rule", "case"), cases("flagged"))
def test_flagged(rule: Rule, case: dict[str, Any]) -> None:
    given = found(rule, case)
    assert given, "nothing found"
    quotes = [e.quote for f in given for e in f.evidence]
    for mark in case.get("marks", []):
        assert any(mark in q or q in mark for q in quotes), f"{mark!r} is not in {quotes}"
    for finding in given:
        assert all(0 < e.end - e.start < 200 for e in finding.evidence)


@pytest.mark.parametrize(("rule", "case"), cases("fine"))
def test_fine(rule: Rule, case: dict[str, Any]) -> None:
    assert [f.message for f in found(rule, case)] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.name)
def test_a_rule_has_enough_cases(rule: Rule) -> None:
    doc = explain(rule)
    assert 2 <= len(doc.flagged) <= 3
    assert 2 <= len(doc.fine) <= 3
    for which, shown in (("flagged", doc.flagged), ("fine", doc.fine)):
        assert len(shown) + len(table(rule).get(which, [])) >= 5, f"{rule.name}: {which}"


def test_names_and_codes_are_unique_and_in_order() -> None:
    assert len({r.name for r in RULES}) == len(RULES)
    assert [r.code for r in RULES] == sorted({r.code for r in RULES})

"""Ties with their evidence: how they come out, and that each of their features has a weight and a reason."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from figcheck.engine import check
from figcheck.models import Article
from figcheck.reading import read_article
from figcheck.relations.evidence import weights
from figcheck.words import text

CASES = tomllib.loads((Path(__file__).parent / "ties.toml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES["tie"], ids=lambda c: c["why"])
def test_a_tie_comes_out(case: dict[str, Any]) -> None:
    reading = read_article(Article(id="a", title=case.get("title", ""), text=case["text"]))
    quotes = {c.id: c.quote for c in reading.claims}
    found = [
        (sorted(quotes[i] for ids in r.roles.values() for i in ids), r)
        for r in reading.relations
        if r.kind == case["kind"] and r.outcome == case["outcome"]
    ]
    assert sorted(case["figures"]) in [figures for figures, _ in found]
    relation = next(r for figures, r in found if figures == sorted(case["figures"]))
    assert relation.slip == case.get("slip")


@pytest.mark.parametrize("case", CASES["quiet"], ids=lambda c: c["why"])
def test_figures_of_two_things_are_left_alone(case: dict[str, Any]) -> None:
    codes = ("FIG101", "FIG102", "FIG3")
    found = check(Article(id="a", title=case.get("title", ""), text=case["text"])).findings
    assert [f.message for f in found if f.code.startswith(codes)] == []


def test_each_weight_is_told_once() -> None:
    names = [line.split()[0] for line in text("weights.txt").splitlines() if line and line[0] != "#"]
    assert len(names) == len(set(names)) == len(weights())


def test_the_evidence_of_a_relation_is_what_its_severity_rests_on() -> None:
    report = check("Employers added 210,000 jobs in May, well below market expectations of 190,000.")
    finding = next(f for f in report.findings if f.code == "FIG312")
    assert finding.relation is not None
    assert finding.relation.weight is not None
    assert (finding.severity == "error") is (finding.relation.weight >= weights()["error"])

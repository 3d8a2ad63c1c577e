"""The seed stories: each planted fault is found, and nothing else is reported at warning or error."""

import json
from functools import cache
from pathlib import Path

import pytest

import figcheck
from figcheck.models import Finding, Report
from figcheck.readers import read_path

SEEDS = Path(__file__).parents[1] / "seeds"
EXPECTED = json.loads((SEEDS / "expected.json").read_text("utf-8"))["clusters"]
FAULTS = [(cluster, fault) for cluster, faults in EXPECTED.items() for fault in faults]


def named(fault: dict) -> str:
    return f"{fault['quotes'][-1][0]} {fault['rule']}"


@cache
def checked(cluster: str) -> tuple[dict[str, figcheck.Article], Report]:
    articles = [
        loaded.article.model_copy(update={"id": f"{cluster}/{path.name}"})
        for path in sorted((SEEDS / "articles" / cluster).glob("*.md"))
        for loaded in read_path(path)
    ]
    return {a.id: a for a in articles}, figcheck.check(articles)


def meets(finding: Finding, article: figcheck.Article, quote: str) -> bool:
    """Whether some evidence of the finding overlaps some place where the quote stands."""
    for e in finding.evidence:
        if e.article != article.id:
            continue
        text, at = article.part(e.part), -1
        while (at := text.find(quote, at + 1)) >= 0:
            if e.start < at + len(quote) and at < e.end:
                return True
    return False


def answers(finding: Finding, fault: dict, articles: dict[str, figcheck.Article]) -> bool:
    return finding.rule in (fault["rule"], *fault.get("or", ())) and all(
        meets(finding, articles[name], quote) for name, quote in fault["quotes"]
    )


@pytest.mark.parametrize(
    ("cluster", "fault"),
    [(c, f) for c, f in FAULTS if not f.get("optional")],
    ids=[named(f) for _, f in FAULTS if not f.get("optional")],
)
def test_a_planted_fault_is_found(cluster: str, fault: dict) -> None:
    articles, report = checked(cluster)
    assert any(answers(f, fault, articles) for f in report.findings), fault["why"]


@pytest.mark.parametrize("cluster", EXPECTED)
def test_nothing_else_is_reported(cluster: str) -> None:
    articles, report = checked(cluster)
    wanted = EXPECTED[cluster]
    extra = [
        f"{f.rule}: {f.message}"
        for f in report.findings
        if f.severity != "info" and not any(answers(f, fault, articles) for fault in wanted)
    ]
    assert extra == []


@pytest.mark.parametrize("cluster", EXPECTED)
def test_every_claim_slices_back(cluster: str) -> None:
    articles, report = checked(cluster)
    for c in report.claims:
        assert articles[c.article].part(c.part)[c.start : c.end] == c.quote
        assert c.sentence[0] <= c.start < c.end <= c.sentence[1]

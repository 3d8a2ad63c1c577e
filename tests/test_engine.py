"""The engine: what is checked, what a report holds, and how findings are folded and put in order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from figcheck.engine import RuleCrash, check
from figcheck.fold import folded
from figcheck.models import Article, Evidence, Finding
from figcheck.rules import RULES, Context, Rule
from figcheck.settings import Settings

TWICE = (
    "A fire killed 41 people in Dunmore, the fire service said.\n\n"
    "Roads are closed.\n\nThe fire service said 35 people were killed in the fire."
)


def test_a_bare_text_becomes_an_article() -> None:
    assert check(TWICE).articles == ("text-1",)
    assert check([TWICE, "Nothing happened."]).articles == ("text-1", "text-2")


def test_two_articles_of_one_id_are_refused() -> None:
    article = Article(id="a", text=TWICE)
    with pytest.raises(ValueError, match="'a'"):
        check([article, article])


def test_nothing_gives_an_empty_report() -> None:
    report = check([])
    assert (report.findings, report.claims, report.counts) == ((), (), {})
    assert check(Article(id="a", text="")).findings == ()


def test_counts_are_those_of_the_findings() -> None:
    report = check(TWICE)
    assert [f.rule for f in report] == ["conflict-within-article"]
    assert report.counts == {"error": 1}


def test_settings_leave_rules_out_and_grade_the_rest() -> None:
    assert check(TWICE, Settings(ignore=("contradiction",))).findings == ()
    assert check(TWICE, Settings(severity={"FIG101": "info"})).counts == {"info": 1}


def test_a_rule_that_crashes_voids_the_check() -> None:
    def crash(context: Context) -> list[Finding]:
        raise KeyError("oh")

    class Broken(Settings):
        @property
        def rules(self) -> tuple[Rule, ...]:  # type: ignore[override]
            return (replace(RULES[0], check=crash),)

    with pytest.raises(RuleCrash, match=RULES[0].name):
        check(TWICE, Broken())


def test_evidence_quotes_what_stands_there() -> None:
    article = Article(id="a", text=TWICE)
    for finding in check(article):
        for e in finding.evidence:
            assert article.part(e.part)[e.start : e.end] == e.quote


def test_findings_come_in_the_order_of_the_text() -> None:
    text = TWICE + "\n\nThe flood caused $640 million in damage.\n\nNobody spoke."
    report = check(Article(id="a", text=text, published=date(2024, 5, 1)))
    starts = [f.evidence[0].start for f in report]
    assert starts == sorted(starts)


class TestFingerprint:
    """The same finding keeps its fingerprint whatever happens around it."""

    def marks(self, text: str, **more: str) -> set[str]:
        return {f.fingerprint for f in check(Article(id=more.pop("id", "a"), text=text, **more))}

    def test_lines_move(self) -> None:
        assert self.marks("DUNMORE — It rained.\n\n" + TWICE) == self.marks(TWICE)

    def test_the_file_is_renamed(self) -> None:
        assert self.marks(TWICE, id="b") == self.marks(TWICE)

    def test_other_stories_come_and_go(self) -> None:
        alone = {f.fingerprint for f in check(Article(id="a", text=TWICE))}
        together = {f.fingerprint for f in check([Article(id="a", text=TWICE), "The town of Orlec has 3 mills."])}
        assert alone == together

    def test_another_figure_is_another_finding(self) -> None:
        assert self.marks(TWICE.replace("35", "36")) != self.marks(TWICE)

    def test_another_publisher_is_another_finding(self) -> None:
        assert self.marks(TWICE, publisher="Lantern Wire") != self.marks(TWICE)


class TestFold:
    """One finding a figure and family."""

    def finding(self, code: str, *claims: str) -> Finding:
        evidence = tuple(Evidence(article="a", part="text", start=n, end=n + 1, quote=c) for n, c in enumerate(claims))
        return Finding(
            rule=code, code=code, kind="contradiction", severity="error", message="", evidence=evidence,
            fingerprint=code + "".join(claims), figures={str(n): (c,) for n, c in enumerate(claims)},
        )  # fmt: skip

    def codes(self, *findings: Finding) -> list[str]:
        return [f.code for f in folded(findings)]

    def test_a_falling_toll_comes_before_a_conflict(self) -> None:
        assert self.codes(self.finding("FIG103", "x", "y"), self.finding("FIG104", "x", "y")) == ["FIG104"]

    def test_arithmetic_comes_before_a_contradiction(self) -> None:
        assert self.codes(self.finding("FIG101", "x", "y"), self.finding("FIG301", "y", "z")) == ["FIG301"]

    def test_what_a_figure_is_held_against_may_be_held_against_others(self) -> None:
        assert self.codes(self.finding("FIG104", "x", "y"), self.finding("FIG105", "x", "z")) == ["FIG104", "FIG105"]

    def test_precision_and_source_are_two_matters(self) -> None:
        assert set(self.codes(self.finding("FIG401", "x"), self.finding("FIG201", "x"))) == {"FIG201", "FIG401"}

    def test_the_same_number_may_be_miscounted_and_misnamed(self) -> None:
        assert set(self.codes(self.finding("FIG306", "x"), self.finding("FIG106", "y", "x"))) == {"FIG306", "FIG106"}

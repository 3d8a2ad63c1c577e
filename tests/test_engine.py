"""The engine: what is checked, what a report holds, and how findings are folded and put in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

import pytest

from figcheck import engine
from figcheck.engine import check
from figcheck.fold import folded
from figcheck.models import Article, Evidence, Finding
from figcheck.reading import read_article
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


SUM = "Of the 12 dead, 7 were women, 4 were children and 2 were men, police said."


def settings_with(check_: Callable[[Context], Iterable[Finding]], name: str = "wrong-percentage") -> Settings:
    """Settings under which one rule is another function."""

    class Broken(Settings):
        @property
        def rules(self) -> tuple[Rule, ...]:  # type: ignore[override]
            return tuple(replace(r, check=check_) if r.name == name else r for r in RULES)

    return Broken()


class TestARuleThatFails:
    """It is told for the stories that it fails on; the other rules, and it itself on the others, go on."""

    STORIES = (Article(id="a", text=SUM), Article(id="b", text="A cursed ferry sank."), Article(id="c", text=SUM))

    @pytest.mark.parametrize("error", [KeyError("oh"), SystemExit(0), GeneratorExit(), RecursionError("deep")])
    def test_one_story_does_not_void_the_check_of_the_others(self, error: BaseException) -> None:
        def crash(context: Context) -> Iterator[Finding]:
            if any("cursed" in a.text for a in context.articles):
                raise error
            yield from ()

        report = check(self.STORIES, settings_with(crash))
        assert [(p.kind, p.file) for p in report.problems] == [("crash", "b")]
        assert not report.complete
        assert {f.code for f in report} == {"FIG301"}

    def test_it_goes_on_with_the_others(self) -> None:
        real = next(r for r in RULES if r.name == "parts-and-total").check

        def crash(context: Context) -> Iterable[Finding]:
            if any("cursed" in a.text for a in context.articles):
                raise KeyError("oh")
            return real(context)

        assert {f.code for f in check(self.STORIES, settings_with(crash, "parts-and-total"))} == {"FIG301"}

    def test_two_stories_that_it_cannot_take_together(self) -> None:
        def crash(context: Context) -> Iterable[Finding]:
            if sum(a.text == SUM for a in context.articles) > 1:
                raise KeyError("oh")
            return ()

        report = check(self.STORIES, settings_with(crash))
        assert [p.file for p in report.problems] == ["c"]
        assert "comparing it" in report.problems[0].message

    def test_a_rule_that_fails_on_nothing_at_all(self) -> None:
        def crash(context: Context) -> Iterable[Finding]:
            raise KeyError("oh")

        report = check(self.STORIES, settings_with(crash))
        assert [p.file for p in report.problems] == ["a", "b", "c"]

    def test_one_that_fails_on_any_two_of_many_is_given_up(self) -> None:
        def crash(context: Context) -> Iterable[Finding]:
            if len(context.articles) > 1:
                raise KeyError("oh")
            return ()

        many = [Article(id=f"{n:02d}", text="Rain fell.") for n in range(30)]
        assert len(check(many, settings_with(crash)).problems) == 30

    def test_a_person_may_stop_it(self) -> None:
        def stopped(context: Context) -> Iterable[Finding]:
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            check(self.STORIES, settings_with(stopped))


def test_an_article_that_cannot_be_read_does_not_void_the_check_of_the_others(monkeypatch) -> None:
    def read(article: Article, **options: object) -> object:
        if article.id == "b":
            raise KeyError("oh")
        return read_article(article)

    monkeypatch.setattr(engine, "read_article", read)
    report = check([Article(id="a", text=SUM), Article(id="b", text=SUM)])
    assert report.articles == ("a",)
    assert [(p.kind, p.file) for p in report.problems] == [("crash", "b")]
    assert not report.complete
    assert {f.code for f in report} == {"FIG301"}


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

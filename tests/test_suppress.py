"""Suppressions: one finding, one reason, told when nothing needs them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from figcheck import Report, check
from figcheck.engine import check_readings
from figcheck.readers import Loaded, read_path, read_text
from figcheck.reading import read_article
from figcheck.reports import located
from figcheck.suppress import apply

NOTE = "<!-- figcheck: ignore[parts-and-total] reason: the harbor master counted twice -->"


def less(source: str, name: str = "draft.html") -> Report:
    """The report on a story after its suppressions."""
    return applied(read_text(source, name))


def applied(stories: list[Loaded]) -> Report:
    return apply(located(check([s.article for s in stories]), stories), stories)


def page(*paragraphs: str) -> str:
    body = "\n".join(f"<p>{p}</p>" if not p.startswith("<!--") else p for p in paragraphs)
    return f"<html><head><title>News</title></head><body><article><h1>News</h1>\n{body}\n</article></body></html>"


def codes(report: Report) -> list[str]:
    return [f.code for f in report]


SUM = "Of the 12 dead, 7 were women, 4 were children and 2 were men, police said."
OTHER = "Of the 15 hurt, 9 were women, 5 were children and 4 were men, police said."


class TestComments:
    def test_behind_the_figure(self) -> None:
        report = less(page(SUM.replace("12 dead", "12 dead" + NOTE), OTHER))
        assert codes(report) == ["FIG301"]
        assert any(e.quote.startswith("15") for e in report.findings[0].evidence)
        assert [(s.by, s.reason) for s in report.suppressed] == [("comment", "the harbor master counted twice")]
        assert report.problems == ()

    def test_behind_another_figure_of_the_finding(self) -> None:
        assert codes(less(page(SUM.replace("men,", "men," + NOTE)))) == []

    def test_behind_a_figure_that_the_finding_does_not_touch(self) -> None:
        report = less(page(SUM + " The harbor has 31 berths." + NOTE))
        assert codes(report) == ["FIG301"]
        assert [p.kind for p in report.problems] == ["unused-suppression"]

    def test_alone_on_its_line_for_the_next_line(self) -> None:
        report = less(page(NOTE, SUM, OTHER))
        assert len(report.findings) == len(report.suppressed) == 1
        assert report.suppressed[0].finding.evidence[0].start < report.findings[0].evidence[0].start

    def test_not_for_the_paragraph_before(self) -> None:
        assert codes(less(page(SUM, NOTE, "Rain fell."))) == ["FIG301"]

    def test_for_a_code_and_for_several_rules(self) -> None:
        note = "<!-- figcheck: ignore[FIG301, wrong-percentage] reason: as printed -->"
        assert codes(less(page(note, SUM))) == []

    def test_for_another_rule(self) -> None:
        report = less(page(NOTE.replace("parts-and-total", "wrong-percentage"), SUM))
        assert codes(report) == ["FIG301"]
        assert "wrong-percentage lets nothing pass" in report.problems[0].message

    def test_unused_ones_are_told_with_their_line(self) -> None:
        report = less(page("Rain fell.", NOTE, "More rain fell."))
        assert [(p.kind, p.line) for p in report.problems] == [("unused-suppression", 3)]

    def test_a_rule_that_did_not_run_leaves_none_unused(self) -> None:
        stories = read_text(page(NOTE, "Rain fell."), "draft.html")
        report = located(check([s.article for s in stories]), stories)
        assert apply(report, stories, lambda _rule, _article: False).problems == ()

    @pytest.mark.parametrize(
        ("comment", "complaint"),
        [
            ("figcheck: ignore[parts-and-total]", "needs a reason"),
            ("figcheck: ignore[parts-and-total] reason:", "needs a reason"),
            ("figcheck: ignore[parts-and-total] because I say so", "cannot read this comment"),
            ("figcheck: ignore reason: tired of it", "cannot read this comment"),
            ("figcheck: ignore[] reason: all of it", "names its rule"),
            ("figcheck: ignore[parts-and-totl] reason: x", "did you mean 'parts-and-total'?"),
            ("figcheck: ignore[FIG3] reason: x", "no rule is called 'FIG3'"),
            ("figcheck: ignore[ALL] reason: x", "no rule is called 'ALL'"),
            ("figcheck-disable", "cannot read this comment"),
        ],
    )
    def test_what_is_not_well_formed_lets_nothing_pass_and_is_told(self, comment: str, complaint: str) -> None:
        report = less(page(f"<!-- {comment} -->", SUM))
        assert codes(report) == ["FIG301"]
        assert [p.kind for p in report.problems] == ["bad-suppression"]
        assert complaint in report.problems[0].message

    def test_other_comments_are_left_alone(self) -> None:
        assert less(page("<!-- a note by the editor: figcheck later -->", SUM)).problems == ()


class TestWhatOneCovers:
    """One finding, or the findings of one figure; never a line, a story, or the same words in another story."""

    def test_alone_on_its_line_the_first_finding_on_the_next_however_long(self) -> None:
        report = less(page(NOTE, f"{SUM} {OTHER}"))
        assert len(report.findings) == len(report.suppressed) == 1
        assert report.suppressed[0].finding.evidence[0].quote.startswith("Of the 12") or any(
            e.quote.startswith("12") for e in report.suppressed[0].finding.evidence
        )

    def test_the_first_of_each_rule_that_it_names(self) -> None:
        both = (
            "The fire killed 41 people, police said.",
            "<!-- figcheck: ignore[FIG101, FIG301] reason: as printed -->",
            f"The fire killed 35 people, police said. {SUM} {OTHER}",
        )
        report = less(page(*both))
        assert sorted(s.finding.code for s in report.suppressed) == ["FIG101", "FIG301"]
        assert codes(report) == ["FIG301"]

    def test_a_comment_that_is_not_closed_covers_nothing(self) -> None:
        report = less(page(SUM).replace("12 dead", "12 dead<!-- figcheck: ignore[FIG301] reason: x"))
        assert report.suppressed == ()
        (story,) = read_text(page(SUM).replace("12 dead", "12 dead<!-- figcheck: ignore[FIG301] reason: x"), "a.html")
        assert [u.line for u in story.unread] == [2]

    def test_many_are_applied_in_time(self) -> None:
        text = "\n\n".join(SUM.replace("12 dead", f"12 dead{NOTE}") for _ in range(300))
        assert less(text, "draft.md").findings == ()


class TestSidecar:
    def report(self, folder: Path, sidecar: str) -> Report:
        story = folder / "draft.txt"
        story.write_text(f"{SUM}\n\n{OTHER}\n", "utf-8")
        (folder / "draft.txt.figcheck.toml").write_text(sidecar, "utf-8")
        return applied(read_path(story))

    def test_by_words_of_the_story(self, tmp_path: Path) -> None:
        report = self.report(
            tmp_path, '[[ignore]]\nrule = "FIG301"\nquote = "Of the 12 dead,  7 were women"\nreason = "as printed"\n'
        )
        assert len(report.findings) == 1
        assert [(s.by, s.reason) for s in report.suppressed] == [("sidecar", "as printed")]

    def test_by_fingerprint(self, tmp_path: Path) -> None:
        print_ = self.report(tmp_path, "").findings[0].fingerprint
        text = f'[[ignore]]\nrule = "parts-and-total"\nfingerprint = "{print_}"\nreason = "as printed"\n'
        assert len(self.report(tmp_path, text).suppressed) == 1

    def test_a_fingerprint_of_the_same_words_in_another_story(self, tmp_path: Path) -> None:
        print_ = self.report(tmp_path, "").findings[0].fingerprint
        (tmp_path / "other.txt").write_text(f"{SUM}\n", "utf-8")
        sidecar = f'[[ignore]]\nrule = "FIG301"\nfingerprint = "{print_}"\nreason = "as printed"\n'
        (tmp_path / "other.txt.figcheck.toml").write_text(sidecar, "utf-8")
        stories = [*read_path(tmp_path / "draft.txt"), *read_path(tmp_path / "other.txt")]
        report = located(check_readings([read_article(s.article) for s in stories], copies=True), stories)
        report = apply(report, stories)
        assert [s.finding.evidence[0].article for s in report.suppressed] == [str(tmp_path / "other.txt")]
        assert {f.evidence[0].article for f in report} == {str(tmp_path / "draft.txt")}

    @pytest.mark.parametrize("quote", ["e", "of the", "7 women", "2 dea"])
    def test_what_is_no_stretch_of_whole_words_covers_nothing(self, tmp_path: Path, quote: str) -> None:
        report = self.report(tmp_path, f'[[ignore]]\nrule = "FIG301"\nquote = "{quote}"\nreason = "x"\n')
        assert len(report.findings) == 2
        assert report.problems != ()

    def test_a_quote_that_stands_twice_is_refused(self, tmp_path: Path) -> None:
        report = self.report(tmp_path, '[[ignore]]\nrule = "FIG301"\nquote = "were women"\nreason = "x"\n')
        assert [p.kind for p in report.problems] == ["bad-suppression"]
        assert "stands 2 times" in report.problems[0].message

    def test_a_quote_of_the_whole_story_covers_one_finding(self, tmp_path: Path) -> None:
        text = f'[[ignore]]\nrule = "FIG301"\nquote = "{SUM} {OTHER}"\nreason = "x"\n'
        report = self.report(tmp_path, text)
        assert len(report.findings) == len(report.suppressed) == 1

    @pytest.mark.parametrize("what", ["pipe", "folder", "null byte"])
    def test_one_that_cannot_be_read_is_told(self, tmp_path: Path, what: str) -> None:
        path = tmp_path / "draft.txt.figcheck.toml"
        if what == "pipe":
            os.mkfifo(path)
        elif what == "folder":
            path.mkdir()
        else:
            path.write_text("null byte", "utf-8")
        (tmp_path / "draft.txt").write_text(SUM, "utf-8")
        report = applied(read_path(tmp_path / "draft.txt"))
        assert [p.kind for p in report.problems] == ["bad-suppression"]
        assert codes(report) == ["FIG301"]

    def test_one_that_nothing_needs(self, tmp_path: Path) -> None:
        report = self.report(tmp_path, '[[ignore]]\nrule = "FIG301"\nquote = "gone words"\nreason = "x"\n')
        assert [p.kind for p in report.problems] == ["unused-suppression"]
        assert report.problems[0].file.endswith("draft.txt.figcheck.toml")

    @pytest.mark.parametrize(
        ("text", "complaint"),
        [
            ("[[ignore]", "not TOML"),
            ("[ignore]\nrule = 'FIG301'", "holds [[ignore]] tables"),
            ("rule = 'FIG301'", "holds [[ignore]] tables"),
            ("[[ignore]]\nrule = 'FIG301'\nquote = 'dead'", "reason is missing"),
            ("[[ignore]]\nrule = 'FIG301'\nquote = 'dead'\nreason = ' '", "a text in quotation marks"),
            ("[[ignore]]\nreason = 'x'\nquote = 'dead'", "rule is missing"),
            ("[[ignore]]\nrule = 'FIG301'\nreason = 'x'", "the quote"),
            ("[[ignore]]\nrule = 'FIG3'\nquote = 'dead'\nreason = 'x'", "no rule is called 'FIG3'"),
            ("[[ignore]]\nrule = 'FIG301'\nqoute = 'dead'\nreason = 'x'", "did you mean 'quote'?"),
        ],
    )
    def test_what_is_not_well_formed_lets_nothing_pass_and_is_told(self, tmp_path, text: str, complaint: str) -> None:
        report = self.report(tmp_path, text)
        assert len(report.findings) == 2
        assert [p.kind for p in report.problems] == ["bad-suppression"]
        assert complaint in report.problems[0].message

"""The report as a page: every figure marked, every finding beside its story, and nothing else in the file."""

from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from figcheck import Article, Report, Settings, check
from figcheck.readers import Loaded, read_path, read_text
from figcheck.reports import render
from figcheck.reports.html.charts import charts
from figcheck.reports.html.marks import Badge, Evident, Piece, Spot, cut
from figcheck.timelines import timeline

ROOT = Path(__file__).parents[2]
TEXT = (
    "Of the 40 pupils, 31 passed and the other 9 failed, the school said.\n\n"
    "Of the 12 dead, 7 were women, 4 were children and 2 were men, police said in 2024. It has 612 books."
)


def soup_of(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def flat(pieces: list[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


class TestMarks:
    def test_each_numeral_says_what_became_of_it(self) -> None:
        soup = soup_of(check(TEXT).to_html())
        copy = soup.select_one(".copy")
        assert [tie.text for tie in copy.select("a.tie")] == ["40", "31", "9"]
        assert {mark.text for mark in copy.select("mark.error")} >= {"12 dead", "7", "4", "2"}
        assert [n.text for n in copy.select("span.other")] == ["2024"]
        assert [n.text for n in copy.select("span.read")] == ["612"]

    def test_a_numeral_that_was_not_read(self) -> None:
        soup = soup_of(check("It was $4,2000, they said.", Settings(ignore=["FIG311"])).to_html())
        assert [n["title"] for n in soup.select(".copy span.unread")] == ["not read"]
        assert soup.select_one(".copy span.unread").text == "$4,2000"

    def test_the_text_of_a_story_is_whole(self) -> None:
        soup = soup_of(check(TEXT).to_html())
        for sup in soup.select(".copy sup"):
            sup.decompose()
        assert " ".join(p.text for p in soup.select(".copy > p")) == TEXT.replace("\n\n", " ")

    def test_overlapping_evidence_is_one_mark_with_all_its_numbers(self) -> None:
        pointed = [Evident(0, 12, Badge(2, "warning"), "e2-0"), Evident(7, 15, Badge(1, "error"), "e1-0")]
        (pieces,), names = cut("the 214 people aboard", [(0, 21)], [Spot(4, 7, "read", name="f")], pointed)
        assert [(p.kind, p.text, p.level) for p in pieces] == [
            ("finding", "the 214 people ", "error"), ("text", "aboard", ""),
        ]  # fmt: skip
        assert [b.number for b in pieces[0].badges] == [1, 2]
        assert names == {"e2-0": "e2-0", "e1-0": "e2-0"}
        assert [p.kind for p in pieces[0].inner] == ["text", "within", "text"]

    def test_pieces_make_up_the_text_whatever_overlaps(self) -> None:
        text = "one two three four five"
        spots = [Spot(0, 3, "read"), Spot(2, 7, "tie"), Spot(8, 13, "other"), Spot(8, 10, "read")]
        pointed = [Evident(4, 12, Badge(1, "info"), "e"), Evident(19, 23, Badge(2, "info"), "x")]
        rows, _ = cut(text, [(0, 7), (8, 23)], spots, pointed)
        assert [flat(row) for row in rows] == [text[:7], text[8:]]

    def test_a_number_stands_once_in_a_paragraph_of_one_finding(self) -> None:
        soup = soup_of(check("Of the 12 dead, 7 were women, 4 were children and 2 were men.").to_html())
        assert len(soup.select(".copy sup .badge")) == 1


class TestCards:
    def test_each_finding_has_its_message_arithmetic_and_advice(self, report: Report, stories: list[Loaded]) -> None:
        soup = soup_of(render(report, "html", stories))
        cards = soup.select(".card")
        assert len(cards) == len(report.findings)
        for finding in report.findings:
            card = next(c for c in cards if finding.message in c.text)
            assert finding.code in card.text
            assert finding.suggestion in card.text
            for line in finding.explanation.splitlines():
                assert line in card.text

    def test_a_contradiction_has_both_sides_each_with_its_story(self, report: Report, stories: list[Loaded]) -> None:
        card = soup_of(render(report, "html", stories)).select_one('.card[data-rule="falling-toll"]')
        quotes = [quote.text for quote in card.select("blockquote")]
        assert len(quotes) == 2
        assert "648 people" in quotes[0]
        assert "584 people" in quotes[1]
        assert all("North Wire" in caption.text for caption in card.select("figcaption"))
        assert "line" in card.text

    def test_the_other_story_points_to_it(self, report: Report, stories: list[Loaded]) -> None:
        soup = soup_of(render(report, "html", stories))
        card = soup.select_one('.card[data-rule="falling-toll"]')
        pointers = [a["href"] for a in soup.select(".pointers a")]
        assert f"#{card['id']}" in pointers

    def test_a_slip_is_named(self) -> None:
        files = [ROOT / "seeds" / "articles" / "ferry" / name for name in ("03-inquiry.md", "04-anniversary.md")]
        report = check(story.article for file in files for story in read_path(file))
        card = soup_of(report.to_html()).select_one('.card[data-rule="falling-toll"]')
        assert [(dt.text, dt.find_next("dd").text) for dt in card.select("dt")][1] == ("Slip", "two digits swapped")

    def test_a_story_only_compared_with_is_quoted_and_not_shown(self) -> None:
        told = "Tuesday's earthquake in the Selmo valley has killed {} people, the civil protection agency said."
        old, new = (
            Article(id=name, title=name, text=told.format(toll), published=date(2024, 11, day))
            for name, toll, day in (("archived", 648, 13), ("draft", 584, 15))
        )
        report = check([old, new])
        only = report.model_copy(update={"articles": ("draft",)})
        soup = soup_of(render(only, "html", [old, new]))
        assert len(soup.select(".story")) == 1
        assert "648" in soup.select_one(".card").text
        assert "archived" in soup.select_one(".card").text


class TestReport:
    def test_the_stories_are_no_part_of_its_value(self) -> None:
        report = check(TEXT)
        again = Report.model_validate_json(report.model_dump_json())
        assert again == report
        assert "readings" not in report.model_dump()
        assert "_kept" not in report.model_dump_json()
        assert len(report.readings) == 1
        assert again.readings == ()

    def test_copies_and_pickles_keep_the_stories(self) -> None:
        report = check(TEXT)
        assert report.without([]).readings == report.readings
        assert pickle.loads(pickle.dumps(report)).to_html() == report.to_html()

    def test_one_from_json_needs_them_again(self) -> None:
        report = check(Article(id="a", text=TEXT))
        again = Report.model_validate_json(report.model_dump_json())
        with pytest.raises(ValueError, match="the text of 'a' is needed"):
            again.to_html()
        assert again.to_html([Article(id="a", text=TEXT)]) == report.to_html()
        with pytest.raises(ValueError, match="'a' is not the text that was checked"):
            again.to_html([Article(id="a", text="Another text.")])
        with pytest.raises(ValueError, match="'a' is not the text that was checked"):
            again.to_html([Article(id="a", text=TEXT.replace("612", "621"))])

    def test_it_is_the_same_each_time(self) -> None:
        assert check(TEXT).to_html() == check(TEXT).to_html()

    def test_it_grows_with_the_stories_and_no_faster(self) -> None:
        def size(count: int) -> int:
            return len(check(Article(id=f"s{n:04}", text=f"{TEXT} {n}") for n in range(count)).to_html())

        one, two, four = size(20), size(40), size(80)
        assert four - two < 2.2 * (two - one)


class TestNotebook:
    def test_the_page_stands_in_a_frame_of_its_own(self) -> None:
        frame = soup_of(check(TEXT)._repr_html_()).iframe
        assert frame["sandbox"] == ["allow-scripts"]
        assert "612" in frame["srcdoc"]

    def test_without_stories_the_repr_is_shown(self) -> None:
        assert Report.model_validate_json(check(TEXT).model_dump_json())._repr_html_() is None

    def test_without_jinja_the_repr_is_shown(self, monkeypatch: pytest.MonkeyPatch) -> None:
        import sys

        from figcheck import web

        web._environment.cache_clear()
        monkeypatch.setitem(sys.modules, "jinja2", None)
        assert check(TEXT)._repr_html_() is None

    def test_much_text_is_not_shown_in_full(self) -> None:
        shown = check("Rain fell on the port. " * 15_000)._repr_html_()
        assert shown is not None
        assert "Too long to show here" in shown
        assert len(shown) < 500


class TestCharts:
    STORIES = tuple(
        Article(
            id=f"d{n}", title=f"Day {n}", published=date(2024, 5, n),
            text=f"The flood in Orlec killed {hedge}{toll} people, {who} said.",
        )
        for n, hedge, toll, who in ((1, "at least ", 9, "police"), (2, "", 15, "police"), (3, "", 21, "the Red Cross"))
    )  # fmt: skip

    def chart(self):
        from figcheck.reports.html.readings import known_pages, readings_of
        from figcheck.reports.html.story import stories as views

        report, known = known_pages(check(self.STORIES), {})
        (chart,) = charts(timeline(self.STORIES), views(report, readings_of(report, known), known))
        return chart

    def test_a_line_a_source_and_the_points_in_time(self) -> None:
        chart = self.chart()
        assert [(s.source, [p.figure for p in s.points]) for s in chart.series] == [
            ("police", ["9", "15"]), ("Red Cross", ["21"]),
        ]  # fmt: skip
        assert len({s.shape for s in chart.series}) == 2
        first, second = chart.series[0].points
        assert first.x < second.x
        assert first.y > second.y
        assert (first.floor, second.floor) == (True, False)
        assert [line.name for line in chart.lines] == ["0", "10", "20", "30"]

    def test_the_words_say_what_the_drawing_shows(self) -> None:
        assert self.chart().words == (
            "People killed, flood, Orlec: 3 figures by 2 sources, from 9 on 1 May 2024 to 21 on 3 May 2024. "
            "The table has them all."
        )

    def test_numbers_that_no_count_has_are_not_drawn(self) -> None:
        text = "The flood in Orlec killed {} people, police said."
        stories = [
            Article(id=f"d{n}", published=date(2024, 5, n), text=text.format(toll))
            for n, toll in ((1, "12"), (2, "5,000 trillion"), (3, "15"))
        ]
        soup = soup_of(check(stories).to_html())
        assert "5,000 trillion" in soup.select_one("table.sources").text
        assert len(soup.select("svg[role=img] .dot")) == 2

    def test_labels_stand_on_nothing_else(self) -> None:
        text = "The flood in Orlec killed {} people, police said."
        stories = [
            Article(id=f"d{n:02}", published=date(2024, 5, n), text=text.format(100 + n // 2)) for n in range(1, 29)
        ]
        soup = soup_of(check(stories).to_html())
        labels = [(float(t["x"]), float(t["y"])) for t in soup.select("svg text.value")]
        assert labels
        assert len(soup.select("svg .dot")) > len(labels)
        assert all(abs(a - c) > 14 or abs(b - d) > 10 for n, (a, b) in enumerate(labels) for c, d in labels[:n])


def test_a_word_file_and_a_bare_text_are_told_by_paragraph() -> None:
    page = soup_of(check("Rain fell.\n\nOf the 12 dead, 7 were women, 4 were children and 2 were men.").to_html())
    assert page.select_one(".card .spot").text == "paragraph 2"


def test_other_parts_are_shown_with_their_names() -> None:
    article = Article(
        id="a", title="T", text="It has 3 boats.", parts=(("summary", "All 5 sank."), ("caption", "Two."))
    )
    soup = soup_of(check(article).to_html())
    assert [h.text for h in soup.select(".copy h3")] == ["Summary", "Caption"]
    assert [p.text for p in soup.select(".copy > p")] == ["a", "All 5 sank.", "It has 3 boats.", "Two."]


def test_problems_and_notes_are_told() -> None:
    from figcheck.models import Problem
    from figcheck.reports import Style

    report = check("Rain fell.").model_copy(
        update={"problems": (Problem(kind="unreadable", file="<b>.md", message="no"),)}
    )
    soup = soup_of(render(report, "html", (), Style(notes=("a.md: not read: 1 table",))))
    assert "Error: <b>.md: no" in soup.select_one(".problems").text
    assert "1 table" in soup.select_one(".problems").text


def test_stories_from_files_are_told_by_line() -> None:
    stories = read_text("---\ntitle: T\n---\nOf the 12 dead, 7 were women, 4 were children and 2 were men.", "a.md")
    soup = soup_of(render(check(s.article for s in stories), "html", stories))
    assert soup.select_one(".card .spot").text == "line 4"

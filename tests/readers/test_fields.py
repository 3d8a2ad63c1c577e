"""Lines such as `Published: …` under a headline: one reading in text, Markdown and Word."""

from __future__ import annotations

import datetime
import io

import docx
import pytest

from figcheck.readers import ReadError, read_text

HEADLINE = "Ferry sinks off cape"
BODY = "The ferry carried 40 people, the port office said."
DAY = datetime.date(2025, 4, 22)
FORMATS = ("a.txt", "a.md", "a.docx")


def story(name: str, *paragraphs: str, headline: str = HEADLINE):
    """One story of a headline and paragraphs, as each format has it."""
    if name.endswith(".docx"):
        document = docx.Document()
        if headline:
            document.add_heading(headline, 1)
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
        made = io.BytesIO()
        document.save(made)
        return read_text(made.getvalue(), name)[0]
    head = [f"# {headline}" if name.endswith(".md") else headline] if headline else []
    return read_text("\n\n".join([*head, *paragraphs]), name)[0]


@pytest.mark.parametrize("name", FORMATS)
class TestEveryFormat:
    @pytest.mark.parametrize(
        "line",
        [
            "Published: April 22, 2025", "Published: 2025-04-22", "Published:  Tuesday, April 22, 2025",
            "published: 22 April 2025, 14:05", "Date: April 22, 2025", "Published: April 22, 2025 at 2:05 p.m. EDT",
        ],
    )  # fmt: skip
    def test_the_day(self, name: str, line: str) -> None:
        article = story(name, line, BODY).article
        assert (article.published, article.title, article.text) == (DAY, HEADLINE, BODY)

    def test_a_time_with_its_zone(self, name: str) -> None:
        published = story(name, "Published: 22 April 2025 14:05 +03:00", BODY).article.published
        assert published is not None
        assert published.isoformat() == "2025-04-22T14:05:00+03:00"

    def test_several_fields(self, name: str) -> None:
        article = story(name, "Published: April 22, 2025", "Publisher: Cape Post", "Story: ferry", BODY).article
        assert (article.published, article.publisher, article.story) == (DAY, "Cape Post", "ferry")
        assert article.text == BODY

    def test_without_a_headline(self, name: str) -> None:
        article = story(name, "Published: April 22, 2025", BODY, headline="").article
        assert (article.published, article.title, article.text) == (DAY, "", BODY)

    def test_the_summary_is_read(self, name: str) -> None:
        article = story(name, "Summary: Some 40 people were aboard.", BODY).article
        assert article.part("summary") == "Some 40 people were aboard."

    @pytest.mark.parametrize(
        "line",
        [
            "Date: to be announced", "Date: Tuesday 8", "Dead: 40", "Published: 9 months ago", "Published: 8/19/2013",
            "Publisher: It said 12 people had died there.", "Note: published April 22, 2025", "Time: 14:05",
            "Published April 22, 2025", "Published: Tuesday, 3/17/2015 - Updated: 8 weeks ago",
        ],
    )  # fmt: skip
    def test_prose_stays_in_the_story(self, name: str, line: str) -> None:
        article = story(name, line, BODY).article
        assert article.published is None
        assert article.text == f"{line}\n\n{BODY}"

    def test_only_at_the_top(self, name: str) -> None:
        article = story(name, BODY, "Published: April 22, 2025").article
        assert article.published is None
        assert "Published: April 22, 2025" in article.text

    def test_a_day_that_is_none(self, name: str) -> None:
        with pytest.raises(ReadError, match="'31 Febtember 2025' is no date") as error:
            story(name, "Published: 31 Febtember 2025", BODY)
        assert error.value.line == (2 if name == "a.docx" else 3)

    def test_places_hold(self, name: str) -> None:
        read = story(name, "Published: April 22, 2025", BODY)
        place = read.locate("text", BODY.index("40"))
        assert (place.line, place.column) == (3 if name == "a.docx" else 5, BODY.index("40") + 1)


def test_lines_of_one_paragraph_in_markdown() -> None:
    text = f"# {HEADLINE}\n\n**Published:** April 22, 2025  \n*Publisher:* Cape Post\n{BODY}\n"
    article = read_text(text, "a.md")[0].article
    assert (article.published, article.publisher, article.text) == (DAY, "Cape Post", BODY)


def test_right_under_the_headline_in_text() -> None:
    article = read_text(f"{HEADLINE}\nPublished: April 22, 2025\n{BODY}\n", "a.txt")[0].article
    assert (article.title, article.published, article.text) == (HEADLINE, DAY, BODY)


def test_front_matter_comes_first() -> None:
    text = f"---\npublished: 2025-07-08\n---\n# {HEADLINE}\n\nPublished: April 22, 2025\n\n{BODY}\n"
    article = read_text(text, "a.md")[0].article
    assert article.published == datetime.date(2025, 7, 8)
    assert article.text == BODY


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_many_lines_of_fields_take_no_longer_than_they_are(name: str) -> None:
    article = read_text("Published: April 22, 2025\n" * 20_000 + BODY, name)[0].article
    assert article.text == BODY

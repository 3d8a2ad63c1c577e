"""Plain text and front matter: what is headline, what is field, what is story, and where it stands."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from figcheck.readers import ReadError, read_text


def one(content: str | bytes, name: str = "draft.txt"):
    (story,) = read_text(content, name)
    return story


def test_a_first_line_alone_is_the_headline():
    story = one("Barge runs aground with 14 on board\n\nFourteen people were on the barge.\n")
    assert story.article.title == "Barge runs aground with 14 on board"
    assert story.article.text == "Fourteen people were on the barge."
    assert story.locate("title", 23)[:2] == (1, 24)
    assert story.locate("text", 0)[:2] == (3, 1)


@pytest.mark.parametrize(
    "text",
    [
        "Fourteen people were on the barge.\n\nNone was hurt.",
        "Fourteen people were on the barge",
        "The mayor said:\n\n14",
    ],
)
def test_a_sentence_is_no_headline(text):
    assert one(text).article.title == ""


def test_front_matter_gives_the_fields():
    story = one(
        "---\ntitle: 'The mayor''s 14 barges'\ndate: 2025-07-08T14:00+03:00  # the second edition\n"
        'publisher: "Harbour \\"Daily\\" News"\nurl: https://news.example/barges?id=4\nstory: barge\nversion: 2\n'
        "tags:\n  - rivers\n---\nFourteen barges sank.\n"
    )
    a = story.article
    assert a.title == "The mayor's 14 barges"
    assert a.published == datetime(2025, 7, 8, 14, tzinfo=timezone(timedelta(hours=3)))
    assert (a.publisher, a.url) == ('Harbour "Daily" News', "https://news.example/barges?id=4")
    assert (a.story, a.version) == ("barge", "2")
    assert story.as_found("title", 12, 14) == "14"


def test_front_matter_of_hugo():
    story = one('+++\ntitle = "Two barges sink"\ndate = 2025-07-08\n+++\nTwo barges sank.\n', "a.md")
    assert (story.article.title, story.article.published) == ("Two barges sink", date(2025, 7, 8))
    assert story.locate("title", 4)[:2] == (2, 14)


def test_a_folded_title():
    story = one("---\ntitle: >\n  Two barges\n  sink\npublished: 8 July 2025\n---\nText.")
    assert story.article.title == "Two barges sink"
    assert story.article.published == date(2025, 7, 8)


@pytest.mark.parametrize(
    "written",
    ["2025-07-08", "8 July 2025", "July 8, 2025", "Tuesday, July 8, 2025", "20250708", "2025-07-08 14:00", "2025-7-8"],
)
def test_dates_as_desks_write_them(written):
    assert one(f"---\npublished: {written}\n---\nText.").article.day == date(2025, 7, 8)


def test_times_keep_their_zone():
    for written in (
        "2025-07-08T14:00Z",
        "2025-07-08 14:00 UTC",
        "Tue, 08 Jul 2025 14:00:00 GMT",
        "2025-07-08 14:00 +0000",
    ):
        published = one(f"---\npublished: {written}\n---\nText.").article.published
        assert isinstance(published, datetime), written
        assert published.hour == 14


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        ("---\ntitle: A\npublished: 8 Julember 2025\n---\nText.", 3, "'8 Julember 2025' is no date"),
        ("---\npublished: 2025-02-30\n---\nText.", 2, "is no date"),
        ("---\ntitle: A\nText goes on.", 1, "never closed"),
        ("---\ntitle: A\nnot a field\n---\nText.", 3, "expected 'key: value'"),
        ('---\ntitle: "A\n---\nText.', 2, "does not close"),
        ("---\ntitle: A\nlanguage: fr\n---\nTexte.", 3, "figcheck reads English"),
        ("+++\ntitle = \n+++\nText.", 2, "not TOML"),
    ],
)
def test_what_is_wrong_in_front_matter_is_told_with_its_line(content, line, words):
    with pytest.raises(ReadError) as error:
        one(content)
    assert error.value.line == line
    assert words in error.value.message
    assert str(error.value).startswith(f"draft.txt:{line}: ")


def test_a_rule_across_the_page_is_no_front_matter():
    assert one("---\n\nFourteen barges sank.\n", "a.md").article.text == "Fourteen barges sank."


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_encodings_that_say_what_they_are(coding):
    story = one("Caf\u00e9 closes\n\nAt \u00a31m the caf\u00e9 was dear.\n".encode(coding))
    assert story.article.text == "At \u00a31m the caf\u00e9 was dear."
    assert story.locate("text", 3)[:2] == (3, 4)


def test_line_ends_of_any_kind():
    for end in ("\n", "\r\n", "\r"):
        story = one(end.join(["Barges sink", "", "Two sank.", "", "Three did not."]))
        assert story.article.text == "Two sank.\n\nThree did not."
        assert story.locate("text", story.article.text.index("Three"))[:2] == (5, 1)


def test_marks_that_no_reader_sees_do_not_cut_a_number():
    story = one("It cost 57\u200b,418 dol\u00adlars.")
    assert story.article.text == "It cost 57,418 dollars."
    assert story.as_found("text", 8, 14) == "57\u200b,418"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"caf\xe9 closes", "byte 4 (0xe9) is not UTF-8"),
        (b"one\ntwo \x93quoted\x94", "byte 9 (0x93) is not UTF-8"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary file"),
        (b"text and \x00 then", "binary file: character 10 is a NUL"),
        (b"PK\x03\x04rest", "zip archive"),
        (b"\xff\xfea\x00\x00\xd8b\x00", "is not UTF-16"),
    ],
)
def test_what_is_no_text_is_refused_with_the_byte(content, words):
    with pytest.raises(ReadError, match=r"draft\.txt") as error:
        one(content)
    assert words in error.value.message


def test_empty_files_are_articles_without_text():
    for name in ("a.txt", "a.md", "a.html"):
        for content in ("", " \n\n ", "---\ntitle: A\n---\n"):
            assert one(content, name).article.text == "" or name == "a.html"

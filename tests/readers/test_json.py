"""News as JSON: the shapes that agencies and sites send, and places inside the file's strings."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figcheck.readers import ReadError, read_text


def read(value: object, name: str = "a.json", **options: object):
    return read_text(json.dumps(value, **options), name)


def test_one_article():
    (story,) = read({"title": "Two barges sink", "text": "Two sank.", "published": "2025-07-08", "publisher": "Post"})
    assert (story.article.id, story.article.title) == ("a.json", "Two barges sink")
    assert story.article.published == date(2025, 7, 8)


def test_several_have_names_of_their_own():
    stories = read([{"id": "b7", "text": "Two sank."}, {"text": "Three did not."}, {"id": "b7", "text": "Again."}])
    assert [s.article.id for s in stories] == ["a.json#b7", "a.json#2", "a.json#3"]
    assert [s.article.id for s in read({"articles": [{"text": "A."}, {"text": "B."}]})] == ["a.json#1", "a.json#2"]


def test_lines_of_json():
    content = '{"id": "x", "text": "Two sank."}\n\n{"id": "y", "text": "A \\"third\\"\\nsank at 9."}\n'
    stories = read_text(content, "a.jsonl")
    assert [s.article.id for s in stories] == ["a.jsonl#x", "a.jsonl#y"]
    second = stories[1]
    at = second.locate("text", second.article.text.index("9"))
    assert at.line == 3
    assert content.split("\n")[2][at.column - 1] == "9"


def test_ninjs():
    (story,) = read(
        {
            "uri": "urn:newsml:agency.example:20250708:b7", "type": "text", "version": "3", "pubstatus": "usable",
            "versioncreated": "2025-07-08T14:00:00+02:00", "headline": "Two barges sink", "language": "en",
            "body_xhtml": "<p>Two <b>barges</b> sank.</p><p>Fourteen were saved.</p>",
            "infosources": [{"name": "Agency"}], "description_text": "Two barges, 14 saved.",
        }
    )  # fmt: skip
    a = story.article
    assert a.text == "Two barges sank.\n\nFourteen were saved."
    assert (a.story, a.version, a.publisher) == ("urn:newsml:agency.example:20250708:b7", "3", "Agency")
    assert a.published is not None
    assert a.published.isoformat() == "2025-07-08T14:00:00+02:00"
    assert a.parts == (("summary", "Two barges, 14 saved."),)
    assert story.as_found("text", 4, 10) == "barges"


def test_ninjs_of_later_versions():
    (story,) = read(
        {
            "uri": "tag:agency.example,2025:b8", "versionCreated": "2025-07-08T12:00:00Z",
            "headlines": [{"role": "sub", "value": "Sub"}, {"role": "main", "value": "Two barges sink"}],
            "bodies": [{"role": "main", "contentType": "text/html", "value": "<p>Two sank.</p>"}],
        }
    )  # fmt: skip
    assert (story.article.title, story.article.text) == ("Two barges sink", "Two sank.")


def test_news_article():
    node = {
        "@type": "NewsArticle", "headline": "Two barges sink", "articleBody": "Two sank.\r\n\r\nThree did not.",
        "datePublished": "2025-07-08", "publisher": {"@type": "Organization", "name": "Post"}, "inLanguage": "en-US",
        "mainEntityOfPage": {"@id": "https://post.example/b"},
    }  # fmt: skip
    for value in (node, {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"}, node]}):
        (story,) = read(value)
        assert story.article.text == "Two sank.\n\nThree did not."
        assert (story.article.publisher, story.article.url) == ("Post", "https://post.example/b")


def test_a_summary_that_was_cut_off_is_left_out():
    assert read({"text": "Two sank.", "summary": "Some 1,2..."})[0].article.parts == ()


@given(st.text(max_size=60), st.booleans())
def test_every_word_stands_where_it_is_located(text, ascii_only):
    content = json.dumps({"id": 1, "title": "x \u00e9", "text": f"Two {text} sank 57,418."}, ensure_ascii=ascii_only)
    if not ascii_only and any("\ud800" <= c <= "\udfff" for c in text):
        return
    (story,) = read_text(content, "a.json")
    start = story.article.text.index("57,418")
    assert story.as_found("text", start, start + 6) == "57,418"
    assert story.locate("text", start)[:2] == (1, content.index("57,418") + 1) or "57,418" in text


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        ('{"text": "Two sank."', 1, "not JSON"),
        ('{\n"text": \n}', 3, "not JSON"),
        ('{"name": "x", "scripts": {}}', 1, "found 'name', 'scripts'"),
        ('[{"text": "A."}, 12]', 1, "item 2 is no article"),
        ('{"text": "A.",\n"published": "8 Julember"}', 1, "is no date"),
        ("[" * 100_000, None, "nested too deeply"),
        ('{"text": "A.", "n": ' + "9" * 5000 + "}", None, "not JSON that can be read"),
        ('{"text": "A.", "language": "ar"}', 1, "figcheck reads English"),
        ("", 1, "not JSON"),
    ],
)
def test_what_is_no_news_is_refused(content, line, words):
    with pytest.raises(ReadError) as error:
        read_text(content, "a.json")
    assert words in error.value.message
    assert error.value.line == line
    assert error.value.path == "a.json"


def test_a_bad_line_is_named():
    with pytest.raises(ReadError, match=r"a\.jsonl:3: not JSON"):
        read_text('{"text": "A."}\n\n{"text": \n', "a.jsonl")


def test_half_a_character_is_replaced():
    assert read_text('{"text": "Two \\ud83d sank."}', "a.json")[0].article.text == "Two \ufffd sank."

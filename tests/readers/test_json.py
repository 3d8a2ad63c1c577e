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


class TestShapesOfABody:
    """Whatever shape a body comes in, it is read or told: an item is never taken for empty."""

    @pytest.mark.parametrize(
        "item",
        [
            {"text": ["Two sank.", "Three did not."]},
            {"text": [{"type": "paragraph", "text": "Two sank."}, {"type": "image", "url": "x"},
                      {"type": "paragraph", "text": "Three did not."}]},
            {"content": {"blocks": 1, "rendered": "<p>Two sank.</p><p>Three did not.</p>", "protected": False}},
            {"body": {"html": "<p>Two sank.</p><p>Three did not.</p>"}},
            {"body": {"html": "<p>Two sank.</p><p>Three did not.</p>", "text": "Two sank. Three did not."}},
            {"uri": "x", "body": {"html": "<p>Two sank.</p><p>Three did not.</p>"}},
            {"uri": "x", "bodies": [{"contentType": "text/html", "value": "<p>Two sank.</p><p>Three did not.</p>"}]},
            {"uri": "x", "bodies": {"value": "<p>Two sank.</p><p>Three did not.</p>", "contentType": "text/html"}},
            {"uri": "x", "body_markdown": "Two sank.\n\nThree did not."},
            {"@type": "NewsArticle", "articleBody": ["Two sank.", "Three did not."]},
            {"content": [{"type": "paragraph", "data": {"text": "Two sank."}},
                         {"type": "paragraph", "data": {"text": "Three did not."}}]},
        ],
    )  # fmt: skip
    def test_it_is_read(self, item) -> None:
        (story,) = read(item)
        assert story.article.text.split() == ["Two", "sank.", "Three", "did", "not."]
        assert story.article.parts == ()

    def test_a_post_of_wordpress(self) -> None:
        post = {
            "id": 812, "date": "2025-07-08T14:00:00", "link": "https://post.example/812", "type": "post",
            "title": {"rendered": "Two barges &#8216;sink&#8217;"}, "excerpt": {"rendered": "<p>Two [&hellip;]</p>"},
            "content": {"rendered": "<p>Two sank.</p>", "protected": False},
        }  # fmt: skip
        (story,) = read([post])
        assert (story.article.title, story.article.text) == ("Two barges \u2018sink\u2019", "Two sank.")
        assert (story.article.url, story.article.published) == ("https://post.example/812", date(2025, 7, 8))
        assert story.unread == ()

    @pytest.mark.parametrize(
        ("item", "words"),
        [
            ({"text": {"blocks": [{"x": 1}]}}, "'blocks'"),
            ({"text": [["a"], {"kind": "para", "spans": ["Two sank."]}]}, "'spans'"),
            ({"text": True}, "bool True"),
            ({"text": None}, "null"),
            ({"content": {"rendered": "", "protected": True}}, "'content' holds an object"),
            ({"body": {"html": "<p>Two.</p>", "sections": [{"a": "b"}]}}, "'sections' in 'body'"),
            ({"uri": "x", "headline": "Two sink"}, "without a body"),
            ({"@type": "NewsArticle", "headline": "Two sink"}, "without 'articleBody'"),
            ({"@type": "LiveBlogPosting", "liveBlogUpdate": ["Two sank."]}, "update of the live blog"),
            ({"title": {"parts": ["Two"]}, "text": "Two sank."}, "'title' is in no shape known"),
            ({"text": "Two sank and th\u2026 [+2345 chars]"}, "cut off"),
            ({"text": "<p>Two sank.</p><!-- figcheck: ignore[FIG301] reason: x <p>Three did not.</p>"}, "never closes"),
        ],
    )
    def test_what_is_in_no_known_shape_is_told(self, item, words: str) -> None:
        (story,) = read(item)
        assert [words in u.message for u in story.unread] == [True]

    def test_it_is_told_where_it_stands(self) -> None:
        content = '[\n {"text": "Two sank."},\n {"text": {"a": "b"}}\n]'
        assert [u.line for s in read_text(content, "a.json") for u in s.unread] == [3]
        content = '{"text": "Two sank."}\n{"text": {"a": "b"}}\n'
        assert [u.line for s in read_text(content, "a.jsonl") for u in s.unread] == [2]

    def test_nothing_is_told_of_what_is_a_picture(self) -> None:
        assert read({"uri": "x", "type": "picture", "headline": "Two sink"})[0].unread == ()


class TestSecondBodies:
    """A second body that says something else is read as a part of its own; one that says the same is one with it."""

    def parts(self, item) -> dict[str, str]:
        (story,) = read(item)
        assert story.unread == ()
        return {"text": story.article.text, **dict(story.article.parts)}

    def test_two_main_bodies(self) -> None:
        bodies = [{"role": "main", "value": "Two sank."}, {"role": "main", "value": "Nine did not."}]
        assert self.parts({"uri": "x", "bodies": bodies}) == {"text": "Two sank.", "body 2": "Nine did not."}

    def test_both_of_two_keys(self) -> None:
        assert self.parts({"text": "Two sank.", "body": "Nine did not."}) == {
            "text": "Two sank.", "body 2": "Nine did not.",
        }  # fmt: skip

    def test_the_same_in_two_forms(self) -> None:
        bodies = [{"contentType": "text/plain", "value": "Two sank.\nNine did not."},
                  {"contentType": "text/html", "value": "<p>Two <b>sank</b>.</p><p>Nine did not.</p>"}]  # fmt: skip
        assert list(self.parts({"uri": "x", "bodies": bodies})) == ["text"]

    def test_the_longer_where_one_begins_the_other(self) -> None:
        assert self.parts({"text": "Two sank.", "body": "Two sank. Nine did not."})["text"].endswith("not.")

    def test_both_of_two_lists(self) -> None:
        stories = read({"articles": [{"text": "A."}], "stories": [{"text": "B."}]})
        assert [s.article.text for s in stories] == ["A.", "B."]

    def test_an_article_with_a_list_of_others(self) -> None:
        assert [s.article.text for s in read({"text": "A.", "items": [{"text": "B."}]})] == ["A.", "B."]

    def test_two_headlines(self) -> None:
        item = {"title": "Two sink", "headline": "Nine sink", "text": "Two sank."}
        assert self.parts(item)["headline 2"] == "Nine sink"

    def test_prose_in_a_field_that_nothing_reads_is_counted(self) -> None:
        (story,) = read({"text": "Two sank.", "box": "Nine barges of the old fleet sank in 2019, and nobody " * 3})
        assert [s.kind for s in story.skipped] == ["field"]


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.json", "[]"), ("a.json", '{"items": []}'), ("a.json", "[[], []]"), ("a.jsonl", ""), ("a.jsonl", "\n \n")],
)
def test_a_file_without_an_article_is_not_read_as_one(name: str, content: str) -> None:
    with pytest.raises(ReadError, match="holds no article"):
        read_text(content, name)


def test_a_key_that_stands_twice_is_refused() -> None:
    with pytest.raises(ReadError, match=r"a\.json:2: not JSON: the key 'text' stands twice"):
        read_text('{"text": "Two sank.",\n"text": "Nine did not."}', "a.json")


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
    with pytest.raises(ReadError, match=r"a\.jsonl:2: not JSON: .*; nor can lines 3, 4$"):
        read_text('\n{"text": \n12\n{"text": "A.", "published": "31 Febtember"}\n', "a.jsonl")


@pytest.mark.parametrize(
    ("bad", "complaint"),
    [
        ('{"text": ', "not JSON"),
        ('{"title": "A", "published": "2025-07-08"}', "is no article"),
        ("12", "is no article"),
        ('{"text": "A.", "text": "B."}', "stands twice"),
        ('{"text": "A.", "published": "31 Febtember"}', "is no date"),
        ('{"text": "A.", "language": "fr"}', "figcheck reads English"),
    ],
)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_bad_line_is_told_by_its_number_and_the_others_are_read(bad, complaint, place):
    lines = ['{"id": "x", "text": "Police held 12 men."}', '{"id": "y", "text": "Rain."}']
    lines.insert(place, bad)
    stories = read_text("\n".join(lines), "a.jsonl")
    assert [s.article.id for s in stories] == ["a.jsonl#x", "a.jsonl#y"]
    told = [u for s in stories for u in s.unread]
    assert [u.line for u in told] == [place + 1]
    assert complaint in told[0].message
    assert stories[place // 2].unread == tuple(told)
    assert stories[0].locate("text", 12).line == (2 if place == 0 else 1)


def test_half_a_character_is_replaced():
    assert read_text('{"text": "Two \\ud83d sank."}', "a.json")[0].article.text == "Two \ufffd sank."

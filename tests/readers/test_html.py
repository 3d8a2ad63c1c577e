"""HTML: the story is read as the page shows it, and every word is found again in the source."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from figcheck.readers import ReadError, read_text

PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8">
<title>Two barges sink &ndash; 14 saved | The Harbour Post</title>
<meta property="og:site_name" content="The Harbour Post">
<meta property="article:published_time" content="2025-07-08T14:00:00+01:00">
<link rel="canonical" href="https://post.example/barges">
<style>p { margin: 12px }</style><script>var n = 99 < 100;</script>
</head><body>
<nav><ul><li><a href="/1">81 comments</a></ul></nav>
<article>
  <header><p>By A. Reporter, 8 July</p><h1>Two barges <em>sink</em></h1></header>
  <p>Some <b>14</b>&nbsp;people were saved<sup><a href="#n1">3</a></sup>, the harbour   office said.
  <p>The slick covers 12 km<sup>2</sup>.<!-- figcheck: note --></p>
  <figure><img src="a.jpg" alt="7 boats"><figcaption>Divers looked for 2 men.</figcaption></figure>
  <aside><p>5 things to know</p></aside>
  <div class="related-stories"><p>6 barges sank in May</p></div>
  <table><tr><td>2023<td>77</table>
  <blockquote><p>We lost 3.</p></blockquote>
  <ul><li><a href="/a">Read 7 more</a></li><li><a href="/b">Other 8</a></li></ul>
</article>
<footer>&copy; 2025</footer></body></html>
"""


def read(content: str | bytes):
    return read_text(content, "page.html")[0]


def test_a_page_is_its_story():
    story = read(PAGE)
    assert story.article.title == "Two barges sink"
    assert story.article.text == (
        "Some 14\u00a0people were saved, the harbour office said.\n\nThe slick covers 12 km\u00b2.\n\n"
        "\u201cWe lost 3.\u201d"
    )
    assert story.article.parts == (("captions", "Divers looked for 2 men."),)


def test_what_the_page_says_about_it():
    article = read(PAGE).article
    assert article.publisher == "The Harbour Post"
    assert article.url == "https://post.example/barges"
    assert article.published is not None
    assert article.published.isoformat() == "2025-07-08T14:00:00+01:00"
    assert article.language == "en-GB"


def test_places_are_those_of_the_page():
    story = read(PAGE)
    rows = PAGE.split("\n")
    for figure in ("14", "12"):
        at = story.locate("text", story.article.text.index(figure))
        assert rows[at.line - 1][at.column - 1 :].startswith(figure)
    assert [(c.text, rows[c.line - 1].strip()[:9]) for c in story.comments] == [("figcheck: note", "<p>The sl")]
    assert {s.kind for s in story.skipped} == {"navigation", "image", "table"}


def test_linked_data_comes_first():
    data = '{"@graph": [{"@type": "Person"}, {"@type": ["NewsArticle"], "headline": "Two barges sink", '
    data += '"datePublished": "2025-07-08T13:00:00Z", "publisher": {"name": "Post Group"}, "inLanguage": "en"}]}'
    story = read(f'<script type="application/ld+json">{data}</script><p>Two sank.</p>')
    assert story.article.title == "Two barges sink"
    assert story.article.published == datetime(2025, 7, 8, 13, tzinfo=UTC)
    assert story.article.publisher == "Post Group"
    assert story.as_found("title", 0, 3) == "Two"


def test_broken_linked_data_is_passed_over():
    assert read('<script type="application/ld+json">{"@type": </script><p>Two sank.').article.text == "Two sank."


def test_a_fragment_of_a_cms():
    story = read("<h2>Harbour</h2><p>Two sank.</p><div>Three <i>did</i> not.<br>One was new.</div>")
    assert story.article.text == "Harbour\n\nTwo sank.\n\nThree did not.\n\nOne was new."


def test_a_title_without_the_name_of_the_site():
    story = read("<title>Two barges sink | The Harbour Post</title><p>Two sank.</p>")
    assert story.article.title == "Two barges sink"


def test_dates_in_meta_tags_that_are_none_are_passed_over():
    story = read('<meta name="date" content="soon"><meta name="pubdate" content="8 July 2025"><p>Two sank.')
    assert story.article.published == date(2025, 7, 8)


def test_another_language_is_refused():
    with pytest.raises(ReadError, match="figcheck reads English"):
        read('<html lang="de"><p>Zwei sanken.')


def test_an_old_encoding_that_the_page_declares():
    assert read(b'<meta charset="windows-1252"><p>It cost \xa33m.').article.text == "It cost \u00a33m."


def test_a_table_that_lays_out_the_page_is_read():
    assert read("<table><tr><td><p>Two barges sank.</p></table>").article.text == "Two barges sank."


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<p>Two < three & four > one", "Two < three & four > one"),
        ("<p>Two <b>sank", "Two sank"),
        ("</p></div>Two sank</b>", "Two sank"),
        ("<p>Two &nosuch; &#0; &#xZZ; sank", "Two &nosuch; \ufffd &#xZZ; sank"),
        ("<p title='a>b'>Two sank", "Two sank"),
        ("<p title='a>Two sank", "Two sank"),
        ("Two <!-- never closed", "Two"),
        ("<script>never closed 12", ""),
        ("<p hidden>9</p><p style='display: none'>8</p><p>Two</p>", "Two"),
        ("4<sup>th</sup> of 10<sup>6</sup>, CO<sub>2</sub>, <del>12</del> 14", "4th of 10\u2076, CO2, 14"),
        ("<p>It said <q>two</q>.", "It said \u201ctwo\u201d."),
    ],
)
def test_broken_markup_is_read(content, text):
    assert read(content).article.text == text


PIECES = st.sampled_from(
    ["<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<i class='x'>", "</i>", "<br>", "two ", "57,418 ", "&amp; ",
     "&pound;3m ", "sank. ", "<!-- 12 -->", "<script>var x = 12;</script>", "<h2>", "</h2>", "<li>", "</li>",
     "<ul>", "</ul>", "\n", "<a href='/9'>", "</a>", "&#8220;", "caf\u00e9 ", "<em>", "</em>"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join))
def test_no_word_is_lost_and_none_is_made(content):
    """The words are those that another parser gives, and each stands where it is located."""
    story = read(content)
    soup = BeautifulSoup(content, "html.parser")
    for element in soup(["script", "style"]):
        element.extract()
    comments = {c.text for c in story.comments}
    assert comments <= {"12"}
    words = re.findall(r"[\w,\u00a3]+", soup.get_text(" "))
    if not any(s.kind == "navigation" for s in story.skipped):
        assert re.findall(r"[\w,\u00a3]+", story.article.text) == words
    for m in re.finditer(r"[\w,]+", story.article.text):
        assert story.as_found("text", *m.span()) == m.group()


def read_or_refused(content: str | bytes, name: str):
    try:
        return read_text(content, name)
    except ReadError as error:
        if error.path != name:
            raise
        return []


@given(st.text(max_size=200))
def test_any_text_at_all_is_read_or_refused(content):
    for name in ("a.html", "a.md", "a.txt", "a.json", "a.jsonl"):
        for story in read_or_refused(content, name):
            for part in ("title", "text"):
                for i in range(len(story.article.part(part))):
                    assert 0 <= story.locate(part, i).offset <= len(content)


@given(st.binary(max_size=200), st.sampled_from(["a.html", "a.md", "a.txt", "a.json", "a.jsonl", "a.docx"]))
def test_any_bytes_at_all_are_read_or_refused(content, name):
    read_or_refused(content, name)

"""Markdown: prose is read, what is no prose is told apart, and every word is found again in the file."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from figcheck.readers import read_text


def read(content: str):
    return read_text(content, "draft.md")[0]


CASES = [
    ("emphasis goes", "At least **40** of _the_ ***12*** sank.", "At least 40 of the 12 sank."),
    ("a star of the text stays", "5 * 3 is 15, and 2*3", "5 * 3 is 15, and 2*3"),
    ("snake_case_words stay", "The file_name_12 stays.", "The file_name_12 stays."),
    ("a link is its words", "The [14 barges](http://x.example/2025 '7') sank.", "The 14 barges sank."),
    ("a link over two lines", "The [14\nbarges](http://x.example) sank.", "The 14 barges sank."),
    ("a link by its label", "The [14 barges][list] sank.\n\n[list]: http://x.example/99", "The 14 barges sank."),
    ("brackets of the text stay", 'He said "it [sank] at 9".', 'He said "it [sank] at 9".'),
    ("inline code goes", "Run `n=12` for 3 barges.", "Run for 3 barges."),
    ("images go", "Fourteen ![deck 9](deck9.png) barges.", "Fourteen barges."),
    ("entities are read", "Fish &amp; 12&nbsp;chips", "Fish & 12\u00a0chips"),
    ("escapes are read", r"12\% of \*40\*", "12% of *40*"),
    ("struck text goes", "~~12~~ 14 barges", "14 barges"),
    ("notes go", "Fourteen barges[^2] sank.\n\n[^2]: Of 99 in all.", "Fourteen barges sank."),
    ("raised digits of a note go", "It sank 14<sup>3</sup> barges.", "It sank 14 barges."),
    ("a square is one", "Some 12 km<sup>2</sup> burned.", "Some 12 km\u00b2 burned."),
    ("headings are paragraphs", "Text.\n\n## 12 ships\n\nMore.", "Text.\n\n12 ships\n\nMore."),
    ("items are paragraphs without their numbers", "1. Two sank.\n2. Three did not.", "Two sank.\n\nThree did not."),
    ("a year that opens a line stays", "It was in\n2024. The year was bad.", "It was in 2024. The year was bad."),
    ("a table goes", "Before.\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\nAfter.", "Before.\n\nAfter."),
    ("code goes", "Before.\n\n```\n12\n```\n\n    13\n\nAfter.", "Before.\n\nAfter."),
    ("a table of contents goes", "- [Part 1](#1)\n- [Part 2](#2)\n\nText.", "Text."),
    ("a block quote is a quotation", "> We lost 3.\n>\n> All 3.", "\u201cWe lost 3.\n\n\u201cAll 3.\u201d"),
    ("unless it has marks of its own", '> "We lost 3," she said.', '"We lost 3," she said.'),
    ("its author is not quoted", "> We lost 3.\n>\n> \u2014 The mayor", "\u201cWe lost 3.\u201d\n\n\u2014 The mayor"),
    ("HTML is read as HTML", "<p>Some <b>12</b> sank.</p>\n\nMore.", "Some 12 sank.\n\nMore."),
    ("a hard break ends a line", "Two sank.  \nThree did not.", "Two sank.\n\nThree did not."),
    ("a lone rule goes", "Two sank.\n\n* * *\n\nThree did not.", "Two sank.\n\nThree did not."),
]


@pytest.mark.parametrize(("content", "text"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_reads(content, text):
    assert read(content).article.text == text


def test_the_first_heading_is_the_title():
    story = read("# Two *barges* sink\n\nTwo sank.")
    assert (story.article.title, story.article.text) == ("Two barges sink", "Two sank.")
    assert story.locate("title", 4)[:2] == (1, 8)


def test_a_heading_that_repeats_the_title_is_read_once():
    story = read("---\ntitle: Two barges sink\n---\n# Two barges sink\n\nTwo sank.")
    assert story.article.text == "Two sank."


def test_what_was_left_out_is_told_with_its_line():
    story = read("Text.\n\n```\n12\n```\n\n| a |\n|---|\n| 1 |\n\n![x](y.png)\n\n[^1]: Note.")
    assert [(s.kind, s.line) for s in story.skipped] == [("code", 3), ("table", 7), ("image", 11), ("footnote", 13)]


def test_comments_are_kept_with_their_lines():
    story = read("Two sank. <!-- figcheck: ignore -->\n\n<!--\nnext\n-->\n\nThree did not.")
    assert [(c.line, c.text) for c in story.comments] == [(1, "figcheck: ignore"), (3, "next")]
    assert story.article.text == "Two sank.\n\nThree did not."
    first = story.comments[0]
    assert story.source[first.offset : first.end] == "<!-- figcheck: ignore -->"


WORDS = st.sampled_from(
    ["two", "57,418", "barges", "**sank**", "*at*", "[noon](http://a.example/1)", "&amp;", "`x`", "5%", "_so_", "(",
     ")", "\u201cwe\u201d", "2024.", "*", "a_b", "\\*", "![p](q)", "<b>bold</b>", "<!-- c -->", "~~out~~", "[sic]"]
)  # fmt: skip
LINES = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
PREFIX = st.sampled_from(["", "", "", "> ", "- ", "1. ", "# ", "## ", "  ", "    ", "- > ", "   - ", "\t"])
ROWS = st.tuples(PREFIX, LINES).map("".join) | st.sampled_from(["", "", "```", "---", "| a | b |", "|---|---|", "***"])
DOCUMENTS = st.lists(ROWS, max_size=14).map("\n".join)


@given(DOCUMENTS, st.sampled_from(["\n", "\r\n"]))
def test_every_word_stands_where_it_is_located(content, end):
    content = content.replace("\n", end)
    story = read(content)
    for part in ("title", "text"):
        for m in re.finditer(r"[\w,%]+", story.article.part(part)):
            assert m.group() in story.as_found(part, *m.span()), (content, m)
            at = story.locate(part, m.start())
            line = re.split("\r\n|\n", content)[at.line - 1]
            assert line[at.column - 1 :].startswith(m.group()[0])


PLAIN = st.lists(st.sampled_from(["two", "57,418", "barges", "sank.", "2024.", "1."]), min_size=1, max_size=5)
# Quotations inside items, and items far to the right, are told apart a little more freely than CommonMark does.
SIMPLE = st.sampled_from(["", "", "", "> ", "- ", "1. ", "2. ", "# ", "## ", "  ", "* "])
PLAIN_ROWS = st.tuples(SIMPLE, PLAIN.map(" ".join)).map("".join) | st.sampled_from(["", "", "```", "***", "==="])


@given(st.lists(PLAIN_ROWS, max_size=10).map("\n".join))
def test_blocks_are_those_of_commonmark(content):
    """Paragraphs and headings, in order; the numbers of items and the marks of quotations apart."""
    reference = MarkdownIt("commonmark").enable("table")
    wanted = [" ".join(t.content.split()) for t in reference.parse(content) if t.type == "inline" and t.content.strip()]
    from figcheck.readers.blocks import blocks

    found = [
        " ".join(" ".join(content[a:b] for a, b in block.lines).split())
        for block in blocks(content)[0]
        if block.kind in {"paragraph", "heading"}
    ]
    assert [f for f in found if f] == wanted

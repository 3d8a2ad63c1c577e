"""Hostile input of every format is read, or refused with the file's name; tests/benchmarks shows what it costs."""

from __future__ import annotations

import pytest

from figcheck.readers import ReadError, read_text

SIZE = 60_000
STORY = "At least **40** people were [aboard](http://x.example), police said &amp; more.\n\n"
PIECES = [
    "> ", "- ", "* a\n", "1. ", "[a]: b\n", "[a\n", "a\n", "```\n", "<div>\n", "    x\n", "> a\n", "- a\n  ", "\n",
    "x", "[x]:", "#", "[a](<", "> - ", "\t", "a | b\n--- | ---\n", "*", "*a ", "_a_", "**a *b ", "[", "![", '](x "',
    "](x (y", "](", "`", "`a``b", "<sup>", "<s>", "<a ", "<a b='", "&amp;", "&", "<!--", "<", "</", "<![CDATA[",
    "<title>", "\\\n", "a  \n", "~~", "\u0301", "---\n", '{"a":', "[[", '"\\u', "0", "\u200b", "\r", "<script>",
    "<p ", "<ul><li><a>",
]  # fmt: skip


@pytest.mark.parametrize("name", ["a.md", "a.html", "a.txt", "a.json", "a.jsonl"])
@pytest.mark.parametrize("piece", PIECES)
def test_a_long_run_of_one_thing_is_read_or_refused(name: str, piece: str) -> None:
    try:
        names = [loaded.path for loaded in read_text(piece * (SIZE // len(piece)), name)]
    except ReadError as error:
        names = [error.path]
    assert set(names) <= {name}


def test_five_megabytes_are_read():
    (story,) = read_text(STORY * (5_000_000 // len(STORY)), "a.md")
    assert story.article.text.startswith("At least 40 people were aboard")
    assert story.locate("text", 9)[:2] == (1, 12)

"""Hostile input takes no longer a character than ten times what a story takes: no reader is more than linear."""

from __future__ import annotations

import time

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


def seconds(content: str, name: str) -> float:
    begun = time.process_time()
    try:
        read_text(content, name)
    except ReadError as error:
        if error.path != name:
            raise
    return time.process_time() - begun


@pytest.mark.parametrize("name", ["a.md", "a.html", "a.txt", "a.json", "a.jsonl"])
def test_time_grows_with_size_alone(name):
    ordinary = seconds(STORY * (SIZE // len(STORY)), "a.md")
    slow = {p: s for p in PIECES if (s := seconds(p * (SIZE // len(p)), name)) > 10 * ordinary + 0.5}
    assert slow == {}


def test_five_megabytes_are_read():
    (story,) = read_text(STORY * (5_000_000 // len(STORY)), "a.md")
    assert story.article.text.startswith("At least 40 people were aboard")
    assert story.locate("text", 9)[:2] == (1, 12)

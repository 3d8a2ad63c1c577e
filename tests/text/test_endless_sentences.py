"""A sentence without end comes in pieces, so that work on one sentence cannot grow with the square of the text."""

from __future__ import annotations

from figcheck import Article
from figcheck.text import read


def sentences(text: str) -> list[str]:
    return [s.text for s in read(Article(id="a", text=text)).parts[-1].sentences]


def test_prose_is_whole_however_long() -> None:
    text = "The minister, " + "who spoke for an hour about the budget, " * 40 + "left."
    assert sentences(text) == [text]


def test_a_list_without_stops_is_cut_at_blanks() -> None:
    found = sentences("twelve " * 5000)
    assert max(map(len, found)) <= 2010
    assert " ".join(found).split() == ["twelve"] * 5000


def test_a_word_without_end_is_not_cut() -> None:
    assert sentences("x" * 9000) == ["x" * 9000]

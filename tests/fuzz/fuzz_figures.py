"""Coverage-guided fuzzing of dates, numerals and quantities, then of all of extract. Run it by hand, not by pytest.

    pip install atheris
    python tests/fuzz/fuzz_figures.py -max_total_time=1200 corpus/

Each input is a text, half of the time made of pieces that newspapers print. What fails becomes a case in seeds/cases.
"""

from __future__ import annotations

import re
import sys
from datetime import date
from itertools import pairwise

import atheris

with atheris.instrument_imports(include=["figcheck"]):
    from figcheck import dates, extract, numeral, quantities
    from figcheck.models import Article
    from figcheck.text import read

PIECES = [
    "1", "12", "2019", "1,219", " 000", "-", "–", " ", ", ", ". ", "\n", "'", "$", "€", "%", "(", ")", "#", "@",
    "/", ":", "http://a.org/", "F-", "COVID-", "pm", "st", "s", "one ", "two", "hundred ", " and ", "a ",
    "half ", "million ", "dozen ", "third ", "of ", "Oct. ", "Tuesday ", "last ", "years ", "ago ", "between ",
    "May ", "people ", "Boeing ", "km ", "bn", "m", "x", "½", "٣", "²", "é", "\u200b", "first ", "twice ",
    "No. ", "per ", "cent ", "\u00a0", "to ", "The ", "few ", "scores ", "from ", "at least ", "up to ",
    "or so ", "more than ", "nearly ", "degrees ", "C ", "-old", "US$", "RM", "p.", "Street ", "won ", "by ",
    "in ", "since ", "square ", "miles ", "an hour ", "cents ", "point ",
]  # fmt: skip
DAY = date(2025, 7, 8)


def text_of(data: bytes) -> str:
    """Bytes as a text: an odd first byte picks pieces, an even one reads UTF-8."""
    if data and data[0] % 2:
        return "".join(PIECES[b % len(PIECES)] for b in data[1:])
    return data[1:].decode("utf-8", "replace")


def check(data: bytes) -> None:
    """Read one text; everything that must hold for any text is asserted."""
    text = text_of(data)
    part = read(Article(id="a", text=text)).parts[-1]
    whens = dates.find(part, DAY)
    assert all(a.end <= b.start for a, b in pairwise(whens)), "dates overlap"
    numbers = numeral.find(part, whens)
    assert all(n.start < n.end for n in numbers), "an empty numeral"
    assert all(a.end <= b.start for a, b in pairwise(numbers)), "numerals overlap"
    for m in re.finditer(r"\d+", text):
        held = sum(n.start <= m.start() and m.end() <= n.end for n in numbers)
        assert held == 1, f"{m} is in {held} numerals"
    for figure in quantities.read(part, numbers):
        assert 0 <= figure.start < figure.end <= len(text), "a figure outside its text"
        q = figure.quantity
        assert q.low is None or q.high is None or q.low <= q.high, "low above high"
    for claim in extract(text):
        assert claim.quote == text[claim.start : claim.end], "a claim that quotes something else"


if __name__ == "__main__":
    atheris.Setup(sys.argv, check)
    atheris.Fuzz()

"""Texts that once crashed a parser, or lost a digit, when fuzzers and property tests met them."""

from __future__ import annotations

import re

import pytest

from figcheck import dates, numeral, quantities
from figcheck.models import Article
from figcheck.text import read

FOUND = [
    "¼0",
    "1-or so ",
    "people half ",
    "million hundred ",
    "hundred dozen ",
    "5,001and",
    "1-6,4-6",
    "[ / 12 people",
    "12 people." + "'" * 200 + "x",  # the end of a sentence was looked for in exponential time
    "." * 5000 + "x 12",
]


@pytest.mark.parametrize("text", FOUND)
def test_it_is_read_without_a_crash_and_without_loss(text: str) -> None:
    part = read(Article(id="a", text=text)).parts[-1]
    numbers = numeral.find(part, dates.find(part, None))
    quantities.read(part, numbers)
    for m in re.finditer(r"\d+", text):
        assert sum(n.start <= m.start() and m.end() <= n.end for n in numbers) == 1

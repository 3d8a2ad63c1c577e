"""Texts that nobody would print: read without a crash, no figure out of place, no numeral lost, nothing found wrong.

That they cost no more time a character than prose is held in tests/benchmarks/ and tests/readers/.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import pytest

from figcheck import Article, Claim, Numeral, Settings, check, extract, numerals

SIZE = 20_000
PIECES = {
    "digits": "7",
    "noughts": "0",
    "commas": ",",
    "digits and commas": "1,",
    "digits and points": "1.",
    "digits and dashes": "5-",
    "a range without end": "5 to ",
    "numerals and blanks": "5 5 ",
    "clock times without minutes": "12: ",
    "clock times": "12:30",
    "fractions": "1/2",
    "money signs": "$",
    "money": "$5m ",
    "scale words": "million ",
    "number words that go on": "one hundred and ",
    "number words tied": "twenty-",
    "vague words": "dozens of ",
    "hedges": "at least ",
    "units": "km per ",
    "opening quotes": "\u201c",
    "straight quotes": '"',
    "single quotes": "'",
    "quotes that open after a colon": ' said: "',
    "a word": "word ",
    "a word without end": "a",
    "a name": "Ana Ruiz ",
    "a verb of telling": "said ",
    "a verb of harm": "killed ",
    "sources": "according to ",
    "relative clauses": "who said that ",
    "deaths": "12 were killed, ",
    "months": "May ",
    "reaches": "last ",
    "full stops": ".",
    "stops and quotes": '." ',
    "abbreviations": "U.S.",
    "line ends": "\n",
    "carriage returns": "5 of them left\r",
    "brackets": "(",
    "deep brackets with figures": "(5 men [",
    "combining marks": "e\u0301",
    "combining marks alone": "\u0301",
    "digits with combining marks": "5\u0301",
    "right to left marks": "\u200f5\u200e",
    "overrides": "\u202e12 men\u202c ",
    "zero widths": "1\u200b2\u200d",
    "byte order marks": "\ufeff5 ",
    "Arabic digits": "\u0665\u0666 ",
    "Arabic words": "\u0642\u062a\u0644 \u0665 ",
    "Devanagari digits": "\u096b,",
    "full width digits": "\uff15\uff10",
    "mathematical digits": "\U0001d7d7",
    "superscripts": "5\u00b2",
    "circled digits": "\u2465 ",
    "Roman numeral signs": "\u216b ",
    "Han numerals": "\u4e94\u5341",
    "emoji digits": "5\ufe0f\u20e3",
    "emoji": "\U0001f468\u200d\U0001f469\u200d\U0001f467 5 ",
    "vulgar fractions": "\u00bd",
    "fraction slashes": "1\u20442 ",
    "letters that grow when lowered": "\u01305 ",
    "letters that grow when raised": "\u00df5 \ufb00 ",
    "lone high surrogates": "\ud8005 ",
    "lone low surrogates": "5\udc00",
    "noncharacters": "5\uffff ",
    "private use": "5\ue000 ",
    "nulls": "5\x00",
    "escapes": "\x1b[5m",
    "tabs": "5\t",
    "separators": "5 of them\u2028left 6\u2029",
    "no-break spaces": "5\u00a0000\u202f",
    "links": "https://a.example/5?b=6&",
    "addresses": "@5#6 ",
}


class Read(NamedTuple):
    """A text with all that is read in it."""

    text: str
    claims: tuple[Claim, ...]
    numerals: tuple[Numeral, ...]


@pytest.fixture(scope="module", params=PIECES.values(), ids=PIECES)
def read(request: pytest.FixtureRequest) -> Read:
    text = Article(id="a", text=request.param * (SIZE // len(request.param))).text
    return Read(text, extract(text), numerals(text))


def lies_in(claim: Claim, text: str) -> bool:
    """Whether every span of a claim has its words in the text."""
    start, end = claim.sentence
    said = claim.attribution
    return (
        text[claim.start : claim.end] == claim.quote != ""
        and 0 <= start <= claim.start < claim.end <= end <= len(text)
        and (said is None or said.start is None or text[said.start : said.end] == said.source)
    )


def test_every_figure_stands_where_it_says(read):
    assert [c for c in read.claims if not lies_in(c, read.text)] == []
    assert [c.start for c in read.claims] == sorted(c.start for c in read.claims)


def test_every_digit_is_part_of_one_numeral(read):
    assert [n for n in read.numerals if read.text[n.start : n.end] != n.quote] == []
    assert [(a, b) for a, b in pairwise(read.numerals) if a.end > b.start] == []
    told = {i for n in read.numerals for i in range(n.start, n.end)}
    assert [i for i, c in enumerate(read.text) if c.isdecimal() and i not in told] == []


def test_every_figure_is_a_numeral_that_counts(read):
    counting = {n.start for n in read.numerals if n.role == "claim"}
    spans = [range(c.start, c.end) for c in read.claims if not c.implicit]
    assert [s for s in spans if counting.isdisjoint(s)] == []


def test_a_check_reads_no_less_and_no_more(read):
    settings = Settings(check_language=False)  # one word over and over is in no language
    report = check([Article(id="text-1", title=read.text[:40], text=read.text)], settings)
    assert [c for c in report.claims if c.part == "text"] == list(read.claims)
    assert sum(report.numerals.values()) == len(read.numerals) + len(numerals(read.text[:40]))


def test_what_is_read_can_be_stored(read):
    assert [c for c in read.claims[:20] if Claim.model_validate_json(c.model_dump_json()) != c] == []
    assert check(read.text[:2000]).model_dump_json()

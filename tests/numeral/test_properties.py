"""What holds for every text: each digit in one numeral, other readers agree, other marks change nothing."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from figcheck import dates, numeral
from figcheck.drafts import Number
from figcheck.models import Article
from figcheck.text import read

_PIECES = [
    "1", "12", "2019", "1,219", "10 000", "4-3", "3.5", "½", "1/3", "10:30", "-", "–", " ", ", ", ". ", "\n", "'", "$",
    "€", "%", "(", ")", "#", "@", "http://a.org/1/2", "F-16", "COVID-19", "5pm", "21st", "1990s", "one ", "two ",
    "hundred ", "and ", "a half ", "million ", "thousand ", "dozen ", "third ", "of ", "Oct. 7, ", "Tuesday ", "last ",
    "years ", "ago ", "between ", "May ", "people ", "Boeing ", "km ", "bn", "m", "x", "٣", "５", "²", "é", "\u200b",
    "first ", "twice ", "No. ", "per ", "cent ", "\u00a0", "\u2009", "to ", "The ", "Radio ", "a ", "few ", "scores ",
]  # fmt: skip
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(_PIECES), max_size=30).map("".join))


def numbers(text: str) -> list[Number]:
    body = read(Article(id="a", text=text)).parts[-1]
    return numeral.find(body, dates.find(body, None))


@given(TEXTS)
def test_each_digit_run_lies_in_exactly_one_numeral(text: str) -> None:
    spans = [(n.start, n.end) for n in numbers(text)]
    for m in re.finditer(r"\d+", text):
        assert sum(start <= m.start() and m.end() <= end for start, end in spans) == 1, (m, spans)


@given(TEXTS)
def test_numerals_come_in_order_and_never_overlap(text: str) -> None:
    found = numbers(text)
    assert all(n.start < n.end for n in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(TEXTS)
def test_a_claim_has_a_value(text: str) -> None:
    for n in numbers(text):
        if n.role == "claim":
            assert n.low is not None
            assert n.high is not None
            assert n.low <= n.high
            assert n.step > 0


def _spelled() -> list[int]:
    """Ten thousand numbers: all small ones, then some of every size."""
    small = list(range(1, 2500))
    return small + [n * 7919 % 10**size for size in range(4, 10) for n in range(1, 1260)]


def test_number_words_agree_with_num2words() -> None:
    wrong = []
    for n in _spelled():
        if n:
            words = num2words(n).replace(",", "")
            found = numbers(f"They counted {words} crates.")
            if [x.stated for x in found] != [Decimal(n)]:
                wrong.append((n, words, [x.stated for x in found]))
    assert wrong == []


@given(st.integers(min_value=0, max_value=10**12))
def test_grouped_digits_read_as_written(n: int) -> None:
    for written in (f"{n:,}", f"{n:,}".replace(",", "\u202f"), f"{n:,}".replace(",", "\u00a0")):
        (found,) = numbers(f"They counted {written} crates.")
        assert found.stated == n


@given(st.decimals(min_value=0, max_value=10**6, places=2, allow_nan=False, allow_infinity=False))
def test_decimals_keep_the_step_they_were_written_with(n: Decimal) -> None:
    (found,) = numbers(f"It weighed {n:f} grams.")
    assert found.stated == n
    assert found.step == Decimal("0.01")


@pytest.mark.parametrize("text", ["Half a million of the 1,219 left.", "On Oct. 7 it's 10 000, 4-3 or one in five."])
def test_marks_and_spaces_of_another_font_change_nothing(text: str) -> None:
    plain = [(n.start, n.end, n.role, n.stated) for n in numbers(text)]
    other = text.replace("'", "\u2019").replace(" ", "\u00a0").replace("-", "\u2011")
    assert [(n.start, n.end, n.role, n.stated) for n in numbers(other)] == plain


@pytest.mark.parametrize(
    "unit",
    [
        "7",
        ",",
        "1,",
        "one hundred and ",
        '"',
        "word",
        "e\u0301",
        "1-",
        "half a ",
        "a1",
        "1/",
        "100 ",
        "#1",
        "(1",
        "Ab 1 ",
    ],
)
def test_a_long_row_of_one_thing_is_read_once(unit: str) -> None:
    found = numbers(unit * 3000)
    assert all(a.end <= b.start for a, b in pairwise(found))

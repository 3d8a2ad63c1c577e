"""figcheck.numerals: the worth of every numeral, without going through claims."""

from __future__ import annotations

from decimal import Decimal

import pytest

from figcheck import Numeral, extract, numerals


def one(text: str) -> Numeral:
    (numeral,) = numerals(text)
    return numeral


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("They sold 57,418 jars.", "57418"), ("It cost $4.5bn.", "4500000000"), ("They sold two dozen jars.", "24"),
        ("A third of the jars broke.", "0.3333333333333333333333333333"), ("It fell to -3 C.", "-3"),
        ("Some 2.3m people came.", "2300000"), ("It cost R12 500.", "12500"), ("The third jar broke.", "3"),
        ("It took a year and a half.", "1.5"), ("It cost 75 USD million.", "75000000"),
    ],
)  # fmt: skip
def test_what_counts_has_its_worth(text: str, worth: str) -> None:
    numeral = one(text)
    assert numeral.stated == numeral.low == numeral.high == Decimal(worth)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("They sold dozens of jars.", 24, 99), ("Hundreds of jars broke.", 200, 999), ("Several men came.", 3, 9)],
)
def test_a_vague_word_has_its_stretch(text: str, low: int, high: int) -> None:
    numeral = one(text)
    assert (numeral.stated, numeral.low, numeral.high) == (None, low, high)


@pytest.mark.parametrize(
    "text",
    [
        "It burned in 1998.",
        "The A320 landed.",
        "See section 12.",
        "It opened at 10:30.",
        "It drew 4,2000 fans.",
        "Call 911.",
    ],
)
def test_dates_names_and_what_is_unread_have_none(text: str) -> None:
    numeral = one(text)
    assert numeral.role not in ("claim", "ordinal", "score", "pronoun")
    assert (numeral.stated, numeral.low, numeral.high) == (None, None, None)


def test_every_figure_is_made_of_numerals_that_are_worth_something() -> None:
    text = "At least 12 men and 3 to 5 million jars, 6 feet 2 inches high, cost $200 to $400 million in all."
    found = numerals(text)
    for claim in extract(text):
        inside = [n for n in found if claim.start <= n.start < claim.end]
        assert inside
        assert all(n.low is not None for n in inside)


def test_scale_words_shared_with_a_neighbour_are_applied() -> None:
    assert [n.stated for n in numerals("They sold 3 to 5 million jars.")] == [3_000_000, 5_000_000]


@pytest.mark.parametrize(
    ("text", "malformed"),
    [
        ("It cost $110,00.", "money"), ("It drew 4,2000 fans.", "count"), ("The tally was 4,2000.", "bare"),
        ("It drew 42,000 fans.", None),
    ],
)  # fmt: skip
def test_a_malformed_number_says_what_it_would_have_told(text: str, malformed: str | None) -> None:
    assert one(text).malformed == malformed

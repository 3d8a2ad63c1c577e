"""What a table says of a figure."""

from __future__ import annotations

import pytest

from figcheck import extract
from figcheck.cells import counts, is_number_of, source, when

NUMBERS = [
    ("On day 3 of the search, crews found 12 bodies.", ["3"]),
    ("By day 4 the toll was 15.", ["4"]),
    ("In week two, 40 came.", ["two"]),
    ("Each day 12 people fell ill.", []),
    ("By day 12 people dig.", []),
    ("Someday 3 people will come.", []),
    ("It took 3 days.", []),
]


@pytest.mark.parametrize(("text", "numbers"), NUMBERS, ids=[t for t, _ in NUMBERS])
def test_the_number_of_a_day_counts_nothing(text: str, numbers: list[str]) -> None:
    assert [c.quote for c in extract(text) if is_number_of(c, text)] == numbers


def test_units_are_in_words() -> None:
    (claim,) = extract("The water was 14 C.")
    assert counts(claim) == "measurement, degrees Celsius"


def test_nobody_named_is_told_from_no_source() -> None:
    one, two = extract("It is believed that 40 are missing. The sea was 14 meters deep.")
    assert source(one).startswith("nobody named")
    assert source(two) == ""


def test_when_and_of_what() -> None:
    (claim,) = extract("The flood killed 12 people in May 2024.")
    assert "May 2024" in when(claim)

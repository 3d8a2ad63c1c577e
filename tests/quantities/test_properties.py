"""What holds for any text: no crash, spans in order, intervals in order, and the same reading however it is typed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figcheck.models import Quantity
from figcheck.quantities.bounds import Bound, Value, quantity
from tests.quantities.conftest import figures, lines

WORDS = """5 12 1,219 2.5 one two dozens half million m bn % $ £ US$ € - – to and or of in per a an the plus + from
between rose fell by was people homes men armed killed year years old -old aged age Ito , . ) ( " ' \u2019 \u201c km
square miles degrees C hour percent points cents 100,000 \u0301 \U0001f525 x / minus ~ > p a_dozen a_third_of of_the
at_least more_than up_to about or_so or_more"""
PIECES = st.sampled_from([*(w.replace("_", " ") for w in WORDS.split()), "\u00a0", "\n"])
TEXTS = st.lists(PIECES, max_size=25).flatmap(
    lambda words: st.sampled_from([" ".join(words), "".join(words), " ".join(words) + " "])
)
BOUNDS: list[Bound | None] = [
    None, "about", "just_below", "just_above", "at_least", "at_most", "more_than", "less_than",
]  # fmt: skip
NUMBERS = st.decimals(min_value=-(10**12), max_value=10**12, places=3)


@given(st.one_of(TEXTS, st.text(max_size=120)))
def test_any_text_gives_figures_in_order(text: str) -> None:
    last = 0
    for f in figures(text):
        assert last <= f.start < f.end <= len(text)
        last = f.end
        q = f.quantity
        assert q.low is None or q.high is None or q.low <= q.high
        assert Quantity.model_validate(q.model_dump()) == q
        for span in (f.noun, f.hedge):
            assert span is None or 0 <= span[0] < span[1] <= len(text)


@given(TEXTS)
def test_reading_twice_reads_the_same(text: str) -> None:
    assert lines(text) == lines(text)


@given(NUMBERS, st.sampled_from(BOUNDS), st.integers(-3, 9))
def test_what_is_expected_is_in_order_and_holds_the_number(number: Decimal, bound: Bound | None, power: int) -> None:
    q = quantity(Value("exact", number, number, number, Decimal(10) ** power), bound, "count", None)
    low, high = q.expected
    assert low is not None
    assert high is not None
    assert low <= number <= high
    assert q.low is None or q.high is None or q.low <= q.high


@given(NUMBERS, st.integers(-3, 9))
def test_a_hedge_never_narrows(number: Decimal, power: int) -> None:
    """Widening an interval can create no contradiction, so no hedge may take away what the bare number allows."""
    value = Value("exact", number, number, number, Decimal(10) ** power)
    for bound in BOUNDS[1:]:
        q = quantity(value, bound, "measurement", None)
        assert q.low is None or q.low <= number
        assert q.high is None or q.high >= number


SENTENCES = [
    "At least 1,219 people were killed, nearly 3,000 hurt.",
    "It rose 5% to $4.5bn, up from 2 million.",
    "She said 'about 30 of the 50 hostages' were 12 to 15 years old.",
    "Between 10 and 12 miles of a 40-mile road, 5 square miles.",
    "Dozens of homes, half the workers, one in five voters.",
]


@pytest.mark.parametrize("text", SENTENCES)
def test_typing_changes_nothing(text: str) -> None:
    plain = lines(text)
    spaced = text.replace(" ", "\u00a0")
    assert [x.replace("\u00a0", " ") for x in lines(spaced)] == plain
    assert lines(text.replace("'", "\u2019")) == plain
    assert [x.replace("\u2010", "-") for x in lines(text.replace("-", "\u2010"))] == plain


@pytest.mark.parametrize("text", SENTENCES)
def test_text_around_a_sentence_changes_nothing(text: str) -> None:
    plain = lines(text)
    assert lines(f"  {text}\n\n") == plain
    assert lines(f"The mayor slept.\n\n{text} Nobody spoke.") == plain


@pytest.mark.parametrize("text", SENTENCES)
def test_a_closed_quotation_changes_nothing(text: str) -> None:
    assert lines(f'He spoke. "{text}" They left.') == lines(text)

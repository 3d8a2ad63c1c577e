"""One quantity told in pieces: its worth is that of its pieces, however they are joined."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from figcheck.units import convert
from tests.quantities.conftest import figures

PAIRS = [
    ("feet", "foot", "inches", "inch", 12), ("years", "year", "months", "month", 12),
    ("pounds", "pound", "ounces", "ounce", 16), ("hours", "hour", "minutes", "minute", 60),
    ("minutes", "minute", "seconds", "second", 60), ("stone", "stone", "pounds", "pound", 14),
    ("euros", "EUR", "cents", "cent", 100), ("weeks", "week", "days", "day", 7),
]  # fmt: skip
LINKS = [" ", ", ", " and ", ", and "]


@given(st.sampled_from(PAIRS), st.integers(2, 90), st.data(), st.sampled_from(LINKS))
def test_two_pieces_are_one_figure_worth_both(
    pair: tuple[str, str, str, str, int], large: int, data: st.DataObject, link: str
) -> None:
    first, unit, second, smaller, many = pair
    small = data.draw(st.integers(2, many - 1))
    text = f"It came to {large} {first}{link}{small} {second} in all."
    (figure,) = figures(text)
    assert figure.quantity.unit == unit
    assert text[figure.start : figure.end] == f"{large} {first}{link}{small} {second}"
    worth = convert(Decimal(large), unit, smaller) + small if unit != "EUR" else Decimal(large * 100 + small)
    stated = figure.quantity.stated
    assert stated is not None
    assert abs(convert(stated, unit, smaller) - worth) < Decimal("1e-15")


@given(st.sampled_from(PAIRS), st.integers(2, 90), st.integers(2, 5), st.sampled_from(LINKS))
def test_more_than_one_of_the_larger_is_no_piece_of_it(
    pair: tuple[str, str, str, str, int], large: int, times: int, link: str
) -> None:
    first, _, second, _, many = pair
    assert len(figures(f"It came to {large} {first}{link}{many * times} {second} in all.")) == 2


@given(st.integers(2, 400), st.integers(2, 400))
def test_a_range_runs_backwards_only_where_it_does_in_one_unit(months: int, years: int) -> None:
    (figure,) = figures(f"It takes between {months} months and {years} years.")
    assert figure.quantity.hedge == "range"
    assert figure.quantity.reversed == (months > 12 * years)

"""The unit beside a number, surface by surface, and the number formats of babel."""

from __future__ import annotations

from decimal import Decimal

import pytest
from babel.numbers import format_compact_decimal, format_currency, format_decimal, format_percent

from figcheck.units import named
from figcheck.units.table import currencies, surfaces
from tests.quantities.conftest import figures

WORDS = sorted(surfaces().words.items())
SYMBOLS = sorted(surfaces().symbols.items())
NUMBERS = [7, 42, 130, 999, 1_000, 1_234, 12_500, 99_999, 1_000_000, 7_654_321]
CURRENCIES = ["USD", "EUR", "GBP", "JPY", "INR", "ILS", "KRW", "VND", "AUD", "CAD", "NZD", "HKD", "MXN", "BRL", "CNY"]


def unit(text: str) -> str | None:
    found = figures(text)
    return found[0].quantity.unit if found else None


@pytest.mark.parametrize(("surface", "name"), WORDS, ids=[w for w, _ in WORDS])
def test_every_word_of_the_table_is_read(surface: str, name: str) -> None:
    if surface in ("percents", "percentages"):
        pytest.skip("never after a number")
    assert unit(f"They told us of 12 {surface}.") in (name, "GBP")


@pytest.mark.parametrize(("symbol", "name"), SYMBOLS, ids=[s for s, _ in SYMBOLS])
def test_every_symbol_is_read_after_a_space(symbol: str, name: str) -> None:
    assert unit(f"It was 12 {symbol}, they told us.") == name


@pytest.mark.parametrize("number", NUMBERS)
def test_a_grouped_number_is_read_as_babel_writes_it(number: int) -> None:
    (figure,) = figures(f"They made {format_decimal(number, locale='en_US')} lamps.")
    assert figure.quantity.stated == number
    assert figure.counted == "lamps"


@pytest.mark.parametrize("number", NUMBERS)
def test_indian_grouping_is_read_as_babel_writes_it(number: int) -> None:
    (figure,) = figures(f"They made {format_decimal(number, locale='en_IN')} lamps.")
    assert figure.quantity.stated == number


@pytest.mark.parametrize(
    ("number", "style"),
    [(1_500, "short"), (2_000_000, "short"), (3_400_000, "short"), (12_000_000_000_000, "short"), (1_500, "long"),
     (3_400_000, "long"), (7_000_000_000, "long"), (12_500_000_000_000, "long")],
)  # fmt: skip
def test_a_compact_number_is_read_as_babel_writes_it(number: int, style: str) -> None:
    written = format_compact_decimal(number, locale="en_US", format_type=style, fraction_digits=1)  # type: ignore[arg-type]
    (figure,) = figures(f"They made {written} lamps.")
    assert figure.quantity.stated == number


@pytest.mark.parametrize("code", CURRENCIES)
def test_money_is_read_as_babel_writes_it(code: str) -> None:
    (figure,) = figures(f"It cost {format_currency(Decimal('1234.50'), code, locale='en_US', currency_digits=False)}.")
    assert (figure.quantity.stated, figure.quantity.unit, figure.kind) == (Decimal("1234.50"), code, "money")


@pytest.mark.parametrize("share", [0.01, 0.12, 0.5, 0.999, 12.0])
def test_percent_is_read_as_babel_writes_it(share: float) -> None:
    (figure,) = figures(f"It was {format_percent(share, format='#,##0.#%', locale='en_US')} full.")
    assert figure.quantity.stated == Decimal(str(share)) * 100
    assert figure.quantity.unit == "percent"


@pytest.mark.parametrize("code", sorted({c for c in currencies()["symbol"].values() if c.isupper()}))
def test_a_code_stands_before_or_after(code: str) -> None:
    if code.lower() not in currencies()["symbol"]:
        pytest.skip("read by its sign only")
    assert unit(f"It cost {code} 40 million.") == code
    assert unit(f"It cost 40 million {code}.") == code


@pytest.mark.parametrize(
    "text", ["US saw 12 dead", "in 5 cases", "a 5 am start was 12 in all", "He won 12 in May", "5 Ps and 12 Ms"]
)
def test_words_that_only_look_like_units(text: str) -> None:
    assert all(f.quantity.unit is None for f in figures(text))


def test_the_head_of_a_phrase_may_be_a_unit() -> None:
    assert [u.name if u else None for u in map(named, ("passing yards", "working days", "farm gates"))] == [
        "yard",
        "day",
        None,
    ]

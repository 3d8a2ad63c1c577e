"""Independent oracles: what other libraries write is read as what they meant, over many thousands of numbers."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

import pytest
from babel.numbers import format_compact_decimal, format_currency, format_decimal, format_percent
from num2words import num2words
from text_to_num import text2num

from figcheck import Quantity, extract
from figcheck.testing import grouped, in_words, indian


def sample(count: int, digits: int, seed: int) -> list[int]:
    """Whole numbers from 2 of all sizes alike, round ones among them."""
    draw = random.Random(seed)
    out = []
    while len(out) < count:
        size = draw.randrange(digits)
        step = 10 ** draw.choice((0, 0, 0, 1, 2, 3, 6))
        value = draw.randrange(10**size, 10 ** (size + 1)) // step * step
        if 2 <= value < 10**digits:
            out.append(value)
    return out


def readings(phrases: Iterable[str]) -> Iterator[Quantity]:
    """What figcheck reads in each phrase, many to a text: one sentence and one claim each."""
    rows = list(phrases)
    for at in range(0, len(rows), 500):
        chunk = rows[at : at + 500]
        text = "\n\n".join(f"The agency counted {row} houses." for row in chunk)
        claims = extract(text)
        if len(claims) != len(chunk):
            for row in chunk:
                assert len(extract(f"The agency counted {row} houses.")) == 1, row
        yield from (c.quantity for c in claims)


def differing(numbers: list[int], write: Callable[[int], str]) -> list[tuple[str, Decimal | None]]:
    phrases = [write(n) for n in numbers]
    found = readings(phrases)
    return [(p, q.stated) for n, p, q in zip(numbers, phrases, found, strict=True) if q.stated != n]


@pytest.mark.parametrize(("language", "digits"), [("en", 12), ("en_IN", 9)])
def test_num2words_writes_what_we_read(language, digits):
    numbers = sample(6000, digits, 1)
    assert differing(numbers, lambda n: num2words(n, lang=language)) == []


def test_num2words_without_its_commas_and_hyphens():
    numbers = sample(3000, 9, 2)
    assert differing(numbers, lambda n: num2words(n).replace(",", "")) == []
    assert differing(numbers[:1500], lambda n: num2words(n).replace("-", " ").replace(",", "")) == []


def test_text2num_reads_our_words_as_we_do():
    numbers = sample(10_000, 12, 3)
    phrases = [in_words(n, conjunction=n % 2 == 0) for n in numbers]
    assert [p for n, p in zip(numbers, phrases, strict=True) if text2num(p, "en") != n] == []
    assert [p for n, p, q in zip(numbers, phrases, readings(phrases), strict=True) if q.stated != n] == []


@pytest.mark.parametrize("mark", [",", "\u00a0", "\u202f", "\u2009"])
def test_groups_with_any_mark(mark):
    assert differing(sample(2000, 12, 4), lambda n: grouped(n, mark)) == []


def test_groups_as_in_india():
    numbers = [n for n in sample(2000, 9, 5) if n >= 1000]
    assert differing(numbers, indian) == []
    assert differing(numbers, lambda n: str(format_decimal(n, locale="en_IN"))) == []


def test_babel_writes_what_we_read():
    assert differing(sample(2000, 12, 6), lambda n: str(format_decimal(n, locale="en_US"))) == []


@pytest.mark.parametrize("kind", ["short", "long"])
def test_babel_compact_forms(kind):
    scale = {"K": 10**3, "M": 10**6, "B": 10**9, "T": 10**12}
    scale |= {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
    numbers = sample(1500, 13, 7)
    phrases = [
        str(format_compact_decimal(n, format_type=kind, locale="en_US", fraction_digits=1)).replace("\u00a0", " ")
        for n in numbers
    ]
    phrases = [p for p in phrases if not p.isdigit() and "B" not in p]  # a bare "2B" may be a pencil or a flat
    for phrase, quantity in zip(phrases, readings(phrases), strict=True):
        name = phrase.split()[-1] if kind == "long" else phrase[-1]
        head = phrase.split()[0] if kind == "long" else phrase[:-1]
        assert quantity.stated == Decimal(head) * scale[name], phrase


@pytest.mark.parametrize(
    ("currency", "locale"), [("USD", "en_US"), ("GBP", "en_GB"), ("EUR", "en_IE"), ("JPY", "en_US")]
)
def test_babel_money(currency, locale):
    for n in sample(300, 9, 8):
        phrase = str(format_currency(n, currency, locale=locale))
        (claim,) = extract(f"The bridge cost {phrase} in all.")
        assert (claim.quantity.stated, claim.quantity.unit, claim.quote) == (n, currency, phrase)


def test_babel_percent():
    for n in range(1, 1000, 7):
        phrase = str(format_percent(n / 1000, "#,##0.0%", locale="en_US"))
        (claim,) = extract(f"The share was {phrase} in May.")
        assert (claim.quantity.stated, claim.quantity.unit) == (Decimal(n) / 10, "percent")

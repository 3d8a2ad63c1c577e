"""What the arithmetic rules share: numbers and figures as a desk writes them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from figcheck import units
from figcheck.compare import compare
from figcheck.intervals import to_place
from figcheck.models import Claim
from figcheck.rules.base import Context

__all__ = ["amount", "comparable", "listed", "number", "plus", "said"]

_ONE = Decimal(1)
_THOUSANDTH = Decimal("0.001")


def number(value: Decimal, places: int = 2) -> str:
    """A number for a message: thousands marked, at most so many decimals, no trailing zeros.

    >>> [number(Decimal(x)) for x in ("1294", "78", "42.857", "3500000000", "0.0046")]
    ['1,294', '78', '42.86', '3.5 billion', '0.0046']
    """
    for word, size in (("billion", Decimal(10) ** 9), ("million", Decimal(10) ** 6)):
        if abs(value) >= size and to_place(value / size, _THOUSANDTH) * size == value:
            return f"{number(value / size, 3)} {word}"
    if value and abs(value) < Decimal("0.1"):
        return f"{value:.2g}"
    rounded = to_place(value, _ONE.scaleb(-places)) if value != value.to_integral_value() else value
    text = f"{rounded:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def amount(value: Decimal, unit: str | None, places: int = 2) -> str:
    """The same with its unit in words, or its money sign, where it has one.

    >>> amount(Decimal("1530000"), "USD"), amount(Decimal(12), "percent"), amount(Decimal(1), "inch")
    ('$1.53 million', '12 percent', '1 inch')
    """
    return units.amount(number(value, places), unit)


_BOUNDS = {
    "more_than": "more than ", "less_than": "less than ", "at_least": "at least ", "at_most": "at most ",
    "about": "about ",
}  # fmt: skip


def said(claim: Claim) -> str:
    """A figure with its bound: "more than $600"."""
    return f"{_BOUNDS.get(claim.quantity.hedge, '')}{claim.quote}"


def plus(claims: Iterable[Claim]) -> str:
    """The sum written out: "174 + 28 + 268"."""
    return " + ".join(c.quote for c in claims)


def listed(claims: Iterable[Claim]) -> str:
    """A list for a sentence: "174, 28 and 268"."""
    quotes = [c.quote for c in claims]
    return quotes[0] if len(quotes) == 1 else f"{', '.join(quotes[:-1])} and {quotes[-1]}"


_ASPECTS = ("measure", "population", "place", "event", "period")


def comparable(context: Context, a: Claim, b: Claim) -> bool:
    """Whether two claims of one story are of one thing, as far as their words tell."""
    facts = context.archive.of_claim
    found = compare(facts[a.id], facts[b.id])
    together = a.part == b.part and a.sentence == b.sentence and found["period"] == "unknown"
    aspects = _ASPECTS[:-1] if together else _ASPECTS  # in one sentence, a time told once is told for both
    day = found["as-of"] != "apart" or a.as_of is None or b.as_of is None
    return found.same(*aspects) and day

"""What the arithmetic rules share: numbers as a desk writes them, and how far a written share may stray."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from figcheck import units
from figcheck.compare import compare
from figcheck.intervals import Interval, asserted, slack, to_place, widen, written
from figcheck.models import Claim, Hedge, Quantity
from figcheck.rules.base import Context

__all__ = [
    "amount",
    "apart",
    "comparable",
    "firm",
    "listed",
    "near",
    "number",
    "percent",
    "plus",
    "rounded",
    "said",
    "share",
    "slipped",
]

_ONE = Decimal(1)
_THOUSANDTH = Decimal("0.001")
_PERCENT_TEN = Decimal("1.5")  # "20 percent" is often said of 18.6 or 21.4


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


def percent(q: Quantity) -> Interval:
    """What a written percentage can stand for: rounded or cut off at its last digit, a little more for tens."""
    if q.hedge == "about":
        return widen(asserted(q), _ONE)
    if q.hedge == "vague":
        return asserted(q)
    step = min(q.step, _ONE) if q.step < 10 else _PERCENT_TEN
    return widen(asserted(q), step * Decimal("0.999"))


def share(factor: Decimal, hedge: Hedge, loose: Decimal = Decimal("0.15")) -> Interval:
    """What a share or a factor in words can stand for: "one in five", "nearly doubled", "less than half"."""
    near_by, far = factor * loose, factor * Decimal("0.25")
    match hedge:
        case "exact":
            return Interval(factor - near_by, factor + near_by)
        case "less_than" | "at_most":
            return Interval(None, factor)
        case "more_than" | "at_least":
            return Interval(factor, None)
        case _:
            return Interval(factor - far, factor + far)


_ASPECTS = ("measure", "population", "place", "event", "period")


def comparable(context: Context, a: Claim, b: Claim) -> bool:
    """Whether two claims of one story are of one thing, as far as their words tell."""
    facts = context.archive.of_claim
    found = compare(facts[a.id], facts[b.id])
    together = a.part == b.part and a.sentence == b.sentence and found["period"] == "unknown"
    aspects = _ASPECTS[:-1] if together else _ASPECTS  # in one sentence, a time told once is told for both
    day = found["as-of"] != "apart" or a.as_of is None or b.as_of is None
    return found.same(*aspects) and day


def near(value: Decimal, by: Decimal) -> Interval:
    """A number and so much of itself to either side."""
    return Interval(value - abs(value) * by, value + abs(value) * by)


_OPEN = Decimal("0.98")  # two figures that meet only at the very edge of their rounding do not meet


def rounded(q: Quantity) -> Interval:
    """low..high with its rounding, the edge itself left out."""
    return asserted(q) if q.hedge == "about" else widen(asserted(q), _digit(q) * _OPEN)


def _digit(q: Quantity) -> Decimal:
    """Half the last digit, where the zeros of "40 million" and "300,000" but for one count as written."""
    by = slack(q)
    if q.stated is None or q.step < 10_000:
        return by
    scale = Decimal(1000) ** (q.stated.adjusted() // 3)  # of "3.4 billion" the last digit is a tenth of it
    return by / 10 if q.step > scale else by


def slipped(a: Decimal, b: Decimal) -> Decimal | None:
    """The thousand, million or billion by which two numbers differ, within a little; None where by another factor."""
    if not a or not b:
        return None
    times = max(a, b) / min(a, b)
    near_by = Decimal("0.06")
    return next((s for s in _SCALES if abs(times / s - 1) <= near_by), None)


_MOST = Decimal("0.03")
_SCALES = tuple(Decimal(10) ** n for n in (3, 6, 9))


def firm(q: Quantity) -> Interval:
    """low..high with its rounding, but no more than 3 percent of it: "300,000" is not taken as 250,000."""
    most = abs(q.stated) * _MOST if q.stated is not None else slack(q)
    return asserted(q) if q.hedge == "about" else widen(asserted(q), min(slack(q), most))


def apart(q: Quantity) -> Interval:
    """A figure for a difference or a change: written rounding, and a whole last digit where it is not a bare count."""
    return written(q) if slack(q) == 0 else widen(asserted(q), min(q.step, slack(q) * 2))

"""What the arithmetic rules share: numbers and figures as a desk writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from figcheck import units
from figcheck.compare import compare
from figcheck.intervals import to_place
from figcheck.models import Claim
from figcheck.rules.base import Context
from figcheck.rules.phrases import listed, quoted

__all__ = ["amount", "comparable", "like", "number", "plus", "row", "term", "times"]

_ONE = Decimal(1)
_THOUSANDTH = Decimal("0.001")
_CENT = Decimal("0.01")
_SCALES = tuple((word, Decimal(10) ** power) for word, power in (("trillion", 12), ("billion", 9), ("million", 6)))
_LEAST = -4  # the place of the last decimal that a message prints
_MOST = 6  # parts that a message lists one by one
_WRITTEN = re.compile(r"[\d.,]+(?: (?:thousand|million|billion|trillion))? ([^\W\d][\w ]*)")


def number(value: Decimal, places: int = 2) -> str:
    """A number for a message: thousands marked, at most so many decimals, no trailing zeros, no exponent.

    >>> [number(Decimal(x)) for x in ("1294", "78", "42.857", "3500000000", "0.00461", "1E-30")]
    ['1,294', '78', '42.86', '3.5 billion', '0.0046', 'less than 0.001']
    """
    if 0 < value < _THOUSANDTH:
        return f"less than {_THOUSANDTH}"
    for word, size in _SCALES:
        if abs(value) >= size and to_place(value / size, _THOUSANDTH) * size == value:
            return f"{number(value / size, 3)} {word}"
    if value and abs(value) < Decimal("0.1"):
        value = to_place(value, _ONE.scaleb(max(value.adjusted() - 1, _LEAST)))
    elif value != value.to_integral_value():
        value = to_place(value, _ONE.scaleb(-places))
    text = f"{value:,f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def amount(value: Decimal, unit: str | None, places: int = 2) -> str:
    """The same with its unit in words, or its money sign, where it has one; odd cents have both their digits.

    >>> amount(Decimal("1530000"), "USD"), amount(Decimal(12), "percent"), amount(Decimal(1), "inch")
    ('$1.53 million', '12 percent', '1 inch')
    >>> amount(Decimal("0.1"), "USD"), amount(Decimal("1150.5"), "EUR")
    ('$0.10', '€1,150.50')
    """
    text = number(value, places)
    if "." in text and text[-1].isdigit() and unit is not None and unit[:3].isupper() and abs(value) >= _CENT:
        text = f"{to_place(value, _CENT):,f}"
    less, _, rest = text.rpartition("less than ")
    return f"{less}less than {units.amount(rest, unit)}" if rest != text else units.amount(text, unit)


def like(value: Decimal, claim: Claim, places: int = 2) -> str:
    """A sum of money as another is written: "53 million euros" beside "48 million euros"; else with its sign.

    >>> from figcheck import extract
    >>> like(Decimal(53_000_000), extract("It cost 48 million euros.")[0])
    '53 million euros'
    """
    unit = claim.quantity.unit
    written = _WRITTEN.fullmatch(claim.quote) if units.is_money(unit) else None
    return f"{number(value, places)} {written[1]}" if written and value != 1 else amount(value, unit, places)


def times(value: Decimal) -> str:
    """A factor in words: "twice", "1.68 times".

    >>> times(Decimal(2)), times(Decimal("1.677"))
    ('twice', '1.68 times')
    """
    return "twice" if value == 2 else f"{number(value)} times"


def term(claim: Claim) -> str:
    """A figure inside a sum: as written, a number word in digits."""
    told, value = claim.quote, claim.quantity.stated
    return amount(value, claim.quantity.unit) if told[:1].isalpha() and value is not None and _spelled(claim) else told


def _spelled(claim: Claim) -> bool:
    """Whether it has no digit: "Sixty-one", not "EUR 61"."""
    return not any(c.isdigit() for c in claim.quote)


def plus(claims: Iterable[Claim]) -> str:
    """The sum written out: "174 + 28 + 268"."""
    return " + ".join(map(term, claims))


def row(claims: Sequence[Claim], name: str) -> str:
    """Figures of a sum, to open a sentence with: "The parts (174, 28 and 268)", "The 12 parts"."""
    if len(claims) > _MOST:
        return f"The {len(claims)} {name}"
    return f"The {name} ({listed(map(quoted, claims))})"


_ASPECTS = ("measure", "population", "place", "event", "period")


def comparable(context: Context, a: Claim, b: Claim) -> bool:
    """Whether two claims of one story are of one thing, as far as their words tell."""
    facts = context.archive.of_claim
    found = compare(facts[a.id], facts[b.id])
    together = a.part == b.part and a.sentence == b.sentence and found["period"] == "unknown"
    aspects = _ASPECTS[:-1] if together else _ASPECTS  # in one sentence, a time told once is told for both
    day = found["as-of"] != "apart" or a.as_of is None or b.as_of is None
    return found.same(*aspects) and day

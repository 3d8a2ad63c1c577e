"""What a run of digits is worth: grouping, decimals, the unit of its last significant digit."""

from __future__ import annotations

import re
from decimal import Decimal

__all__ = ["step_of", "times", "worth"]

_WESTERN = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", re.ASCII)
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?", re.ASCII)
_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?", re.ASCII)
_STEPS = tuple(Decimal(10) ** -n for n in range(20))
_LONGEST = 40  # digits beyond this are no number that a newspaper prints


def worth(token: str) -> tuple[Decimal, Decimal] | None:
    """Value and step of digits with group marks and a decimal point; None where they make no number.

    >>> worth("57,418"), worth("57,000"), worth("12.50")
    ((Decimal('57418'), Decimal('1')), (Decimal('57000'), Decimal('1000')), (Decimal('12.50'), Decimal('0.01')))
    >>> worth("12,34,567")[0], worth("10 000")[0], worth("1.2.3")
    (Decimal('1234567'), Decimal('10000'), None)
    """
    if len(token) > _LONGEST:
        return None
    if token.isdecimal():
        return Decimal(token), step_of(token)
    if "," in token or " " in token:
        token = _ungrouped(token)
    elif token.count(".") > 1 and _EUROPEAN.fullmatch(token):
        token = token.replace(".", "")
    whole, dot, decimals = token.partition(".")
    if dot:
        if not decimals.isdecimal() or not (whole.isdecimal() or not whole):
            return None
        places = len(decimals)
        return Decimal(token), _STEPS[places] if places < 20 else Decimal(10) ** -places
    if not whole.isdecimal():
        return None
    return Decimal(whole), step_of(whole)


def _ungrouped(token: str) -> str:
    """Digits without their group marks; left as it is where the groups are no groups."""
    if _WESTERN.fullmatch(token) or _INDIAN.fullmatch(token):
        return token.replace(",", "")
    return token if "," in token else token.replace(" ", "")


def step_of(digits: str) -> Decimal:
    """The unit of the last significant digit of a whole number.

    >>> step_of("57418"), step_of("57000"), step_of("0")
    (Decimal('1'), Decimal('1000'), Decimal('1'))
    """
    if not digits.endswith("0"):
        return _STEPS[0]
    bare = digits.rstrip("0")
    return Decimal(10) ** (len(digits) - len(bare)) if bare else _STEPS[0]


def times(value: Decimal, size: int | Decimal) -> Decimal:
    """The product, written without a fraction where it has none.

    >>> times(Decimal("4.5"), 1000), times(Decimal("0.25"), 10)
    (Decimal('4500'), Decimal('2.50'))
    """
    product = value * size
    whole = product.to_integral_value()
    return whole if whole == product else product

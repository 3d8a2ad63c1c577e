"""Makes the Number of a numeral in digits: a figure with its value, or something else with its role."""

from __future__ import annotations

from decimal import Decimal

from figcheck.drafts import Form, Number
from figcheck.models import Role
from figcheck.numeral.digits import times, worth
from figcheck.numeral.spelled import scale_after

__all__ = ["TENTH", "claim", "other", "scaled_claim"]

TENTH = Decimal("0.1")
_ONE = Decimal(1)


def claim(
    start: int, end: int, value: Decimal, step: Decimal = _ONE, form: Form = "digits", scaled: bool = False
) -> Number:
    """A figure worth `value`, exact to `step`."""
    return Number(start, end, "claim", value, value, value, step, form, scaled)


def other(start: int, end: int, role: Role, token: str = "") -> Number:
    """What is no figure; `token` gives it a value all the same."""
    value = worth(token) if token else None
    number = value[0] if value else None
    return Number(start, end, role, number, number, number)


def scaled_claim(start: int, end: int, value: Decimal, step: Decimal, lower: str, form: Form = "digits") -> Number:
    """The number with the scale word that follows it, where one does."""
    scale = scale_after(lower, end)
    if scale is None:
        return claim(start, end, value, step, form)
    return claim(start, scale[1], times(value, scale[0]), times(step, scale[0]), "mixed", scaled=scale[0] > 100)

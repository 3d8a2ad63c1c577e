"""Slips of the pen: the ways in which a figure goes wrong between notebook and page, each with its name.

`made` tells which slip turns one number into another. It says nothing of which of the two is wrong. The more digits two
numbers have, the less often unrelated ones come so close: data/weights.txt has how much each slip says, by digits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from figcheck.intervals import to_place
from figcheck.models import Outcome, Quantity

__all__ = ["ZERO", "Slip", "digits", "in_sum", "made", "toward", "variants", "verdict"]

ZERO = Decimal(0)
_PLACES = 24  # of a number: 28 are kept in sums
_SCALES = {
    1: ("ten", "a factor of ten"), 2: ("thousand", "a factor of a hundred"), 3: ("thousand", "a factor of a thousand"),
    6: ("thousand", "a factor of a million"),
}  # fmt: skip
_MOST = 4  # digits, from which on more of them say no more


class Slip(NamedTuple):
    """A slip by its name, and its line in the weights: "swapped.3"."""

    name: str
    key: str


def digits(value: Decimal) -> str:
    """The digits of a number without zeros at either end.

    >>> digits(Decimal("0.5070")), digits(Decimal("41000"))
    ('507', '41')
    """
    return "".join(str(d) for d in value.as_tuple().digits).strip("0")


def made(x: Decimal, y: Decimal) -> Slip | None:
    """The slip that makes one number of the other; None where no single one does.

    >>> made(Decimal(1219), Decimal(1291)), made(Decimal(480), Decimal(4800)).name
    (Slip(name='two digits swapped', key='swapped.4'), 'a factor of ten')
    """
    if x <= 0 or y <= 0 or x == y:
        return None
    one, two = digits(x), digits(y)
    power = x.adjusted() - y.adjusted()
    if one == two:
        found = _SCALES.get(abs(power))
        return None if found is None else _slip(found[1], found[0], len(one))
    whole = max(len(one), len(two))
    if power == 0:
        return _replaced(one.ljust(whole, "0"), two.ljust(whole, "0"))
    return _dropped(x, y) if abs(power) == 1 else None


def variants(value: Decimal) -> Iterator[tuple[str, Decimal]]:
    """The numbers that one slip makes of a number, each with the slip's name: none twice, and no zero.

    Of a number that is no amount of anything people write (none, below zero, forty places long) there are none.

    >>> [(name, str(x)) for name, x in variants(Decimal("41"))][:3]
    [('two digits swapped', '14'), ('one digit', '51'), ('one digit', '42')]
    >>> ("a factor of a thousand", Decimal(3000)) in list(variants(Decimal("3000000")))
    True
    """
    if not value.is_finite() or value <= 0 or abs(value.adjusted()) + len(value.as_tuple().digits) > _PLACES:
        return
    told = digits(value)
    exponent = value.adjusted() - len(told) + 1
    seen = {value}
    for name, changed, shift in _changed(told, exponent < 0):
        if exponent >= 0 > exponent + shift:
            continue  # a count stays whole
        made = Decimal((0, tuple(map(int, changed)), 0)).scaleb(exponent + shift)
        made = made.quantize(Decimal(1)) if exponent + shift > 0 else made
        if made > 0 and made not in seen:
            seen.add(made)
            yield name, made


def _changed(told: str, decimals: bool) -> Iterator[tuple[str, str, int]]:
    """The digits of a number after each slip, and by how many places they move."""
    for i in range(len(told) - 1):
        if told[i] != told[i + 1]:
            yield "two digits swapped", told[:i] + told[i + 1] + told[i] + told[i + 2 :], 0
    for i, digit in enumerate(told):
        yield "one digit", told[:i] + ("1" if digit == "9" else str(int(digit) + 1)) + told[i + 1 :], 0
    if len(told) > 1 and not decimals:
        for i in range(len(told)):
            yield "one digit dropped", told[:i] + told[i + 1 :], 0
    if not decimals:
        for i, digit in enumerate(told):
            yield "one digit doubled", told[:i] + digit + told[i:], 0
    for name, shift in (("a factor of ten", 1), ("a factor of a thousand", 3)):
        yield name, told, shift
        yield name, told, -shift


def toward(told: Quantity, value: Decimal) -> Slip | None:
    """The slip that makes a written figure of a computed number, which is rounded as the figure is."""
    if told.stated is None or value <= 0:
        return None
    near = to_place(value, told.step)
    return made(told.stated, near if near > 0 else value)


def in_sum(whole: Quantity, parts: Sequence[Quantity]) -> Iterator[Slip]:
    """The slips in one figure of a sum after which the parts make the whole: in the whole first, then in each part."""
    total, added = whole.stated or ZERO, sum((p.stated or ZERO for p in parts), ZERO)
    for told, right in ((whole, added), *((p, total - added + (p.stated or ZERO)) for p in parts)):
        slip = toward(told, right)
        if slip is not None:
            yield slip


def verdict(slip: Slip | None) -> tuple[Outcome, str | None]:
    """How a tie comes out whose arithmetic does not, and the name of the slip that would explain it.

    >>> verdict(None), verdict(made(Decimal(1219), Decimal(1291)))
    (('off', None), ('slip', 'two digits swapped'))
    """
    return ("off", None) if slip is None else ("slip", slip.name)


def _slip(name: str, key: str, size: int) -> Slip:
    return Slip(name, f"{key}.{min(size, _MOST)}")


def _replaced(x: str, y: str) -> Slip | None:
    """Numbers of one length that differ in two neighbouring digits, or in one."""
    differ = [i for i, (p, q) in enumerate(zip(x, y, strict=True)) if p != q]
    if len(differ) == 2 and differ[1] == differ[0] + 1:
        i, j = differ
        if x[i] == y[j] and x[j] == y[i]:
            return _slip("two digits swapped", "swapped", len(x))
    return _slip("one digit", "digit", len(x)) if len(differ) == 1 else None


def _dropped(x: Decimal, y: Decimal) -> Slip | None:
    """Whole numbers of which one has a digit more."""
    if x != x.to_integral_value() or y != y.to_integral_value():
        return None
    short, long = sorted((str(int(x)), str(int(y))), key=len)
    i = next((i for i in range(len(long)) if long[:i] + long[i + 1 :] == short), -1)
    if i < 0:
        return None
    doubled = (i + 1 < len(long) and long[i + 1] == long[i]) or (i > 0 and long[i - 1] == long[i])
    size = len(digits(min(x, y)))
    return _slip("one digit doubled", "doubled", size) if doubled else _slip("one digit dropped", "dropped", size)

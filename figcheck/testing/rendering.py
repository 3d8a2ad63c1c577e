"""Numbers written as newspapers write them: pure functions, the other way round from a parser."""

from __future__ import annotations

from decimal import Decimal

__all__ = ["SCALES", "grouped", "in_words", "indian", "plain"]

_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand"))


def plain(value: Decimal) -> str:
    """Digits without group marks.

    >>> plain(Decimal("57418.50"))
    '57418.50'
    """
    return f"{value:f}"


def grouped(value: Decimal | int, mark: str = ",") -> str:
    """Digits in groups of three.

    >>> grouped(Decimal("1234567.5")), grouped(Decimal(57418), " ")
    ('1,234,567.5', '57 418')
    """
    return f"{Decimal(value):,f}".replace(",", mark)


def indian(value: int) -> str:
    """Digits grouped as in India: three, then twos.

    >>> indian(12345678)
    '1,23,45,678'
    """
    digits = str(value)
    head, tail = digits[:-3], digits[-3:]
    groups = []
    while head:
        groups.append(head[-2:])
        head = head[:-2]
    return ",".join([*reversed(groups), tail])


def in_words(value: int, *, conjunction: bool = False) -> str:
    """A whole number below a thousand trillion in words, with or without the British "and".

    >>> in_words(57418)
    'fifty-seven thousand four hundred eighteen'
    >>> in_words(2003, conjunction=True)
    'two thousand and three'
    """
    if not 0 <= value < 10**15:
        raise ValueError(f"{value} is not from 0 to below 10**15")
    words: list[str] = []
    rest = value
    for size, name in SCALES:
        if rest >= size:
            words += [_below_thousand(rest // size, conjunction), name]
            rest %= size
    if rest or not words:
        if conjunction and words and rest < 100:
            words.append("and")
        words.append(_below_thousand(rest, conjunction))
    return " ".join(words)


def _below_thousand(value: int, conjunction: bool) -> str:
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    if rest < 20:
        last = _SMALL[rest]
    else:
        last = _TENS[tens] + (f"-{_SMALL[ones]}" if ones else "")
    if not hundreds:
        return last
    head = f"{_SMALL[hundreds]} hundred"
    return head if not rest else f"{head} and {last}" if conjunction else f"{head} {last}"

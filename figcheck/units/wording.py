"""From a canonical unit back to words: the one place where a message gets a unit's plural and a sum its sign."""

from __future__ import annotations

from functools import cache

from figcheck.units.table import is_money
from figcheck.words import load

__all__ = ["amount", "plural"]

_DATA: dict[str, dict[str, str]] = load("wording.toml")
_PLURAL, _WORDS, _SIGN = _DATA["plural"], _DATA["words"], _DATA["sign"]


def amount(number: str, unit: str | None) -> str:
    """A number as written with its unit in words, or with its money sign.

    >>> amount("5", "foot"), amount("1", "percentage_point"), amount("80", "mile_per_hour"), amount("12", None)
    ('5 feet', '1 percentage point', '80 miles per hour', '12')
    >>> amount("1.5 million", "USD"), amount("40", "PLN"), amount("75", "USD_per_barrel"), amount("50", "cent")
    ('$1.5 million', 'PLN 40', '$75 per barrel', '50 cents')
    """
    if unit is None:
        return number
    over, per, under = unit.partition("_per_")
    if is_money(unit) and over.isupper():
        sign, minus = _SIGN.get(over, f"{over} "), "-" if number.startswith("-") else ""
        return f"{minus}{sign}{number.removeprefix('-')}{f' per {_single(under)}' if per else ''}"
    if unit.startswith("per_"):
        return f"{number} per {int(unit.removeprefix('per_')):,}"
    return f"{number} {_single(unit) if number.lstrip('-') == '1' else plural(unit)}"


@cache
def plural(unit: str) -> str:
    """The words for several of a unit.

    >>> [plural(u) for u in ("inch", "square_foot", "kilometer_per_hour", "degree_celsius", "hertz", "acre_foot")]
    ['inches', 'square feet', 'kilometers per hour', 'degrees Celsius', 'hertz', 'acre-feet']
    """
    words = _WORDS.get(unit)
    if words is None:
        over, per, under = unit.partition("_per_")
        if per:
            return f"{plural(over)} per {_single(under)}"
        words = over.replace("_", " ")
    head, mark, tail = words.partition("+")
    before, joint, last = _last_word(head)
    return f"{before}{joint}{_PLURAL.get(last) or _regular(last)}{tail if mark else ''}"


@cache
def _single(unit: str) -> str:
    if unit in _WORDS:
        return _WORDS[unit].replace("+", "")
    over, per, under = unit.partition("_per_")
    return f"{_single(over)} per {_single(under)}" if per else unit.replace("_", " ")


def _last_word(words: str) -> tuple[str, str, str]:
    """What stands before the last word of "pound-foot" or "square mile", what joins the two, and the word."""
    at = max(words.rfind(" "), words.rfind("-"))
    return (words[:at], words[at], words[at + 1 :]) if at >= 0 else ("", "", words)


def _regular(word: str) -> str:
    if word.endswith(("s", "x", "ch", "sh")):
        return f"{word}es"
    return f"{word[:-1]}ies" if word[-1] == "y" and word[-2:-1] not in tuple("aeiou") else f"{word}s"

"""The money sign, code or letter before a number, and the country that may stand after it."""

from __future__ import annotations

import re

from figcheck.units.table import Copy, Unit, currencies

__all__ = ["before", "marked"]

_MONEY = currencies()
_SYMBOL, _LETTER = _MONEY["symbol"], _MONEY["letter"]
_CLASH = frozenset(_MONEY["clash"]["words"].split())
_WORDS = frozenset(_MONEY["clash"]["before"].split())
_NO_SUM = frozenset(_MONEY["clash"]["not_after"].split())
_TIGHT = frozenset(["ps", "y=", "tl", "kr", "tk", "dh", "re", "rp"])
_SPACED_DOLLAR = frozenset(["US", "HK", "NZ", "U.S.", "CAN", "CDN", "NT"])
_MARKS = {
    "U.S.": "USD", "US": "USD", "USD": "USD", "Canadian": "CAD", "Cdn": "CAD", "CAD": "CAD", "Australian": "AUD",
    "AUD": "AUD", "HKD": "HKD", "SGD": "SGD", "NZD": "NZD",
}  # fmt: skip
_MARK_AFTER = re.compile(
    rf" ({'|'.join(map(re.escape, _MARKS))})(?=[,;)]|\.?$|\. | (?:per|an?|to|and|or|in|at|for|from|by) )"
)
_SIGN_ENDS = frozenset(s[-1] for s in _SYMBOL)
_LETTERS = frozenset(_LETTER)
_LONGEST = max(map(len, _SYMBOL))
# A letter ("R12 500") or a word ("dollar 22.5 million") before it is money only with groups, cents or a scale.
_SUM = re.compile(
    r"\d{1,3}(?:[, ]\d{3})+(?!\d)|\d+\.\d\d(?![\d.])|\d+(?:\.\d+)?(?: ?(?:[mb]n?|tn)| (?:hundred|thousand|[mbtr]+illion))(?![^\W_])",
)
_WORD = re.compile(r"(?:^|[\s(\"'])([a-z]+) $")


def before(copy: Copy, start: int) -> Unit | None:
    """The money sign that stands before the number at `start`; `at` is where the sign begins.

    >>> from figcheck.text import Part
    >>> t = Part("text", "A fee of HK$5.4m, EUR 125 and R12 500")
    >>> [before(t, t.text.index(x)) for x in ("5", "125", "12 500")]
    [Unit(name='HKD', kind='money', at=9), Unit(name='EUR', kind='money', at=18), Unit(name='ZAR', kind='money', at=30)]
    """
    plain, low = copy.plain, copy.lower
    end = start
    if end and plain[end - 1] == " ":
        end -= 1
    if not end:
        return None
    last = low[end - 1]
    if last in _SIGN_ENDS and (found := _sign(copy, start, end)):
        return found
    if last in _LETTERS and end == start and _is_letter(plain, start):
        return Unit(_LETTER[last], "money", start - 1)
    return _word(low, start) if end < start and last.isalpha() else None


def _sign(copy: Copy, start: int, end: int) -> Unit | None:
    plain, low = copy.plain, copy.lower
    for size in range(_LONGEST, 0, -1):
        at = end - size
        if at < 0 or low[at:end] not in _SYMBOL:
            continue
        sign = low[at:end]
        if sign[0].isalpha() and at and plain[at - 1].isalnum():
            continue
        if sign[-1].isalpha() and not _is_code(plain, sign, at, end, start):
            continue
        if sign == "$" and at > 1 and plain[at - 1] == " ":
            for mark in (plain[max(0, at - 3) : at - 1], plain[max(0, at - 5) : at - 1]):
                if mark in _SPACED_DOLLAR and not plain[max(0, at - 2 - len(mark)) : at - 1 - len(mark)].isalnum():
                    return Unit(_SYMBOL.get(mark.lower() + "$", "USD"), "money", at - 1 - len(mark))
        return Unit(_SYMBOL[sign], "money", at)
    return None


def _is_code(plain: str, sign: str, at: int, end: int, start: int) -> bool:
    """Whether letters before a number are a currency's: "USD 5", "Rs 500", "usd 20", and not "cop 5" or "TL 5"."""
    if end < start and sign in _TIGHT:
        return False
    if sign == "ps" and not plain[start + 1 : start + 2].isdigit() and _SUM.match(plain, start) is None:
        return False  # PS2, PS5
    if len(sign) == 1 or sign in _CLASH or len(sign) == 2:
        return plain[at].isupper() and (plain[end - 1].isupper() or len(sign) == 2)
    return True


def _is_letter(plain: str, start: int) -> bool:
    """R2.5bn, R12 500: a letter that stands for a currency, and a sum after it."""
    if not plain[start - 1].isupper() or (start > 1 and (plain[start - 2].isalnum() or plain[start - 2] in "-/.&")):
        return False
    return _SUM.match(plain, start) is not None


def _word(low: str, start: int) -> Unit | None:
    """ "dollar 22.5 million", "sen 100,000": the word before the sum, where no other noun owns it."""
    m = _WORD.search(low, max(0, start - 14), start)
    if m is None or m.group(1) not in _WORDS or _SUM.match(low, start) is None:
        return None
    previous = low[max(0, m.start(1) - 14) : m.start(1)].split()
    if previous and previous[-1] in _NO_SUM:
        return None
    name = _MONEY["word"].get(m.group(1)) or _MONEY["part"][m.group(1)]
    return Unit(name, "money", m.start(1))


def marked(copy: Copy, unit: Unit) -> Unit:
    """Dollars whose country stands after the number: "$75 U.S. per barrel", "$5 Canadian".

    >>> from figcheck.text import Part
    >>> marked(Part("text", "at $75 Canadian a barrel"), Unit("USD", "money", 6))
    Unit(name='CAD', kind='money', at=15)
    """
    m = _MARK_AFTER.match(copy.plain, unit.at) if unit.name == "USD" else None
    return Unit(_MARKS[m.group(1)], "money", m.end()) if m else unit

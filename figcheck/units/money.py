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
_SIGN_ENDS = frozenset(s[-1] for s in _SYMBOL if not s[-1].isalpha())
_ENDINGS = frozenset(word[-2:] for word in (*_SYMBOL, *_WORDS) if word[-1].isalpha())
_LONGEST = max(map(len, _SYMBOL))
# A letter ("R12 500") or a word ("dollar 22.5 million") before it is money only with groups, cents or a scale.
_SUM = re.compile(
    r"\d{1,3}(?:[, ]\d{3})+(?!\d)|\d+\.\d\d(?![\d.])"
    r"|\d+(?:\.\d+)?(?: ?(?:[mb]n?|tn)| (?:hundred|thousand|[mbtr]+illion))(?![^\W_])"
)
_WORD = 14  # letters


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
    if last.isalpha():
        return _letters(plain, low, start, end)
    return _sign(plain, low, end) if last in _SIGN_ENDS else None


def _letters(plain: str, low: str, start: int, end: int) -> Unit | None:
    """EUR 125, Rs 500, $US5, R12 500, dollar 22.5 million: letters before a number."""
    if end < start and low[end - 2 : end] not in _ENDINGS:
        return None  # nearly all words
    at = end - 1
    while at and end - at < _WORD and low[at - 1].isalpha():
        at -= 1
    word = low[at:end]
    if at and low[at - 1] == "$" and f"${word}" in _SYMBOL:
        return Unit(_SYMBOL[f"${word}"], "money", at - 1)
    if at and plain[at - 1].isalnum():
        return None
    if word in _SYMBOL:
        return Unit(_SYMBOL[word], "money", at) if _is_code(plain, word, at, end, start) else None
    if word in _LETTER and end == start and _is_letter(plain, start):
        return Unit(_LETTER[word], "money", at)
    return _named(low, word, at, start) if word in _WORDS and end < start else None


def _sign(plain: str, low: str, end: int) -> Unit | None:
    """$5, HK$5, US $5, Rs.500: a mark before a number, with the letters that belong to it."""
    for size in range(_LONGEST, 0, -1):
        at = end - size
        if at < 0 or low[at:end] not in _SYMBOL:
            continue
        sign = low[at:end]
        if sign[0].isalpha() and at and plain[at - 1].isalnum():
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
    if sign in _CLASH or len(sign) == 2:
        return plain[at].isupper() and (plain[end - 1].isupper() or len(sign) == 2)
    return True


def _is_letter(plain: str, start: int) -> bool:
    """R2.5bn, R12 500: a letter that stands for a currency, and a sum after it."""
    if not plain[start - 1].isupper() or (start > 1 and (plain[start - 2].isalnum() or plain[start - 2] in "-/.&")):
        return False
    return _SUM.match(plain, start) is not None


def _named(low: str, word: str, at: int, start: int) -> Unit | None:
    """ "dollar 22.5 million", "sen 100,000": the word before the sum, where no other noun owns it."""
    if _SUM.match(low, start) is None:
        return None
    previous = low[max(0, at - _WORD) : at].split()
    if previous and previous[-1] in _NO_SUM:
        return None
    return Unit(_MONEY["word"].get(word) or _MONEY["part"][word], "money", at)


def marked(copy: Copy, unit: Unit) -> Unit:
    """Dollars whose country stands after the number: "$81 U.S. per barrel", "$5 Canadian".

    >>> from figcheck.text import Part
    >>> marked(Part("text", "at $75 Canadian a barrel"), Unit("USD", "money", 6))
    Unit(name='CAD', kind='money', at=15)
    """
    m = _MARK_AFTER.match(copy.plain, unit.at) if unit.name == "USD" else None
    return Unit(_MARKS[m.group(1)], "money", m.end()) if m else unit

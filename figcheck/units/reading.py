"""The unit beside a number: a money sign before it, a symbol or words after it, powers, compounds and ages."""

from __future__ import annotations

import re
from typing import NamedTuple

from figcheck.models import ClaimKind
from figcheck.text import Part
from figcheck.text.grammar import singular
from figcheck.units.table import AGES, currencies, surfaces
from figcheck.words import wordset

__all__ = ["Unit", "after", "before", "marked", "named", "per"]
_HEADS = frozenset({"time", "length", "mass", "area", "volume"})


class Unit(NamedTuple):
    """A canonical unit, the kind of figure it makes, and where its words end (or begin, for one before the number)."""

    name: str
    kind: ClaimKind
    at: int


_S = surfaces()
_MONEY = currencies()
_PHRASES: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = dict(_S.phrases)
for _name, _code in _MONEY["marked"].items():
    _first, *_rest = _name.split()
    _PHRASES[_first] = tuple(
        sorted((*_PHRASES.get(_first, ()), (tuple(_rest), _code)), key=lambda p: -len(p[0]))
    )  # fmt: skip
_KNOWN = frozenset(_S.words) | frozenset(_PHRASES) | frozenset(_MONEY["word"]) | frozenset(_MONEY["part"])
_POWERS = {"square": "square", "sq": "square", "cubic": "cubic", "cu": "cubic"}
_LENGTHS = frozenset(n for n, d in _S.dimensions.items() if d == "length")
_RAISED = {"2": "square", "²": "square", "3": "cubic", "³": "cubic"}
_DENOMINATORS = wordset("nouns.toml", "denominator")

_NEXT = re.compile(r"( ?-?)([^\W\d_]+|[%°º℃℉′″‰٪％¢$\u20a0-\u20cf£¥฿￥])")
_MORE = re.compile(r"[ -]([^\W\d_]+)|\.? ([^\W\d_]+)")
_SLASH = re.compile(r"([^\W\d_]+(?:[./][^\W\d_]+)+\.?|[^\W\d_]{1,2}[²³23])(?![^\W_])")
_DEGREE = re.compile(r" ?([CFcf])(?![^\W_])")
_OLD = re.compile(r"[ -]olds?(?![^\W_])| of age(?![^\W_])")
_PER = re.compile(
    r"(?:[ -]per[ -]|/| an? |-an?-| each | every )(?:(square|sq\.?|cubic|cu\.?) )?([^\W\d_]+)(?![^\W\d_])"
    r"(?! (?:earlier|ago|before|later|after|previously|on|or)(?![^\W_]))"
)
_POINT = re.compile(r"(?:[ -]points?|-?pp|-?pts?)(?![^\W_])")
_TIGHT = frozenset(["ps", "y=", "tl", "kr", "tk", "dh", "re", "rp"])
_SPACED_DOLLAR = frozenset(["US", "HK", "NZ", "U.S.", "CAN", "CDN", "NT"])
_MARKS = {
    "U.S.": "USD", "US": "USD", "USD": "USD", "Canadian": "CAD", "Cdn": "CAD", "CAD": "CAD", "Australian": "AUD",
    "AUD": "AUD", "HKD": "HKD", "SGD": "SGD", "NZD": "NZD",
}  # fmt: skip
_MARK_AFTER = re.compile(
    rf" ({'|'.join(map(re.escape, _MARKS))})(?=[,;)]|\.?$|\. | (?:per|an?|to|and|or|in|at|for|from|by) )"
)
_SIGN_ENDS = frozenset(s[-1] for s in _MONEY["symbol"])
_CODE = re.compile(r" ?([A-Z]{3}|RM|TL|Rs|zł|NIS)(?![^\W_])")


def before(part: Part, start: int) -> Unit | None:
    """The money sign that stands before the number at `start`; `at` is where the sign begins.

    >>> t = Part("text", "A fee of HK$5.4m")
    >>> before(t, t.text.index("5"))
    Unit(name='HKD', kind='money', at=9)
    """
    plain = part.plain
    end = start
    if end and plain[end - 1] == " ":
        end -= 1
    if not end:
        return None
    last = plain[end - 1]
    if last.lower() not in _SIGN_ENDS or (last.isalpha() and not plain[end - 1 if end == 1 else end - 2].isupper()):
        return None
    low = part.lower
    table = _MONEY["symbol"]
    for size in (5, 4, 3, 2, 1):
        at = end - size
        if at < 0 or low[at:end] not in table:
            continue
        sign = low[at:end]
        if (sign[0].isalpha() and at and plain[at - 1].isalnum()) or (end < start and sign in _TIGHT):
            continue
        if sign == "$" and at > 1 and plain[at - 1] == " ":
            for mark in (plain[max(0, at - 3) : at - 1], plain[max(0, at - 5) : at - 1]):
                if mark in _SPACED_DOLLAR and not plain[max(0, at - 2 - len(mark)) : at - 1 - len(mark)].isalnum():
                    return Unit(table.get(mark.lower() + "$", "USD"), "money", at - 1 - len(mark))
        return Unit(table[sign], "money", at)
    return None


def marked(part: Part, unit: Unit) -> Unit:
    """Dollars whose country stands after the number: "$75 U.S. per barrel", "$5 Canadian".

    >>> marked(Part("text", "at $75 Canadian a barrel"), Unit("USD", "money", 6))
    Unit(name='CAD', kind='money', at=15)
    """
    m = _MARK_AFTER.match(part.plain, unit.at) if unit.name == "USD" else None
    return Unit(_MARKS[m.group(1)], "money", m.end()) if m else unit


def after(part: Part, end: int, scaled: bool = False) -> Unit | None:
    """The unit written after the number that ends at `end`; `at` is where its words end.

    >>> t = Part("text", "It covers 12 square miles, moves at 80 km/h and is a two-year-old design.")
    >>> [after(t, t.text.index(x) + len(x)) for x in ("12", "80", "two")]
    [Unit(name='square_mile', kind='measurement', at=25), Unit(name='kilometer_per_hour', kind='measurement', at=43),
     Unit(name='year_of_age', kind='age', at=65)]
    """
    plain = part.plain
    m = _NEXT.match(plain, end)
    if m is None:
        return None
    word = part.lower[m.start(2) : m.end(2)]
    if word in _KNOWN or word in _POWERS:
        found = _words(part, m, word, scaled)
        if found is not None:
            return _compound(part, found)
    digits = plain[end - 1].isdigit() or scaled
    return _symbol(part, m) if digits or m.group(2) in "%°º" else None


def _words(part: Part, m: re.Match[str], word: str, scaled: bool) -> Unit | None:
    at = m.end(2)
    power = _POWERS.get(word)
    if power:
        return _powered(part, at, power)
    for rest, name in _PHRASES.get(word, ()):
        stop = _follow(part, at, rest)
        if stop is not None:
            return _unit(name, stop)
    name = _S.words.get(word, "")
    if word in ("pounds", "pound"):
        name = _pound(part, at, scaled)
    if not name:
        name = _MONEY["word"].get(word) or _MONEY["part"].get(word, "")
        if word == "bucks" and part.plain[m.start(2)].isupper():
            return None
    if word == "won" and not scaled:
        return None
    return _unit(name, at) if name else None


def _follow(part: Part, at: int, rest: tuple[str, ...]) -> int | None:
    low = part.lower
    for word in rest:
        m = _MORE.match(low, at)
        if m is None or (m.group(1) or m.group(2)) != word:
            return None
        at = m.end()
    return at


def _pound(part: Part, at: int, scaled: bool) -> str:
    """Sterling where the number runs to millions and no substance follows, or a sum in another currency does."""
    tail = part.lower[at : at + 12]
    if tail.startswith((" ($", " (€", " (us$", " (eur")) or (scaled and not tail.startswith((" of ", " per square"))):
        return "GBP"
    return "pound"


def _powered(part: Part, at: int, power: str) -> Unit | None:
    m = _MORE.match(part.lower, at)
    if m is None:
        return None
    word = m.group(1) or m.group(2)
    base = _S.words.get(word) or _S.symbols.get(word, "")
    return _unit(f"{power}_{base}", m.end()) if base in _LENGTHS else None


def _symbol(part: Part, m: re.Match[str]) -> Unit | None:
    plain = part.plain
    sign, at = m.group(2), m.end(2)
    if sign in "°º":
        scale = _DEGREE.match(plain, at)
        if scale:
            return _unit("degree_celsius" if scale.group(1) in "cC" else "degree_fahrenheit", scale.end())
        return _unit("degree", at)
    if m.group(1).endswith("-") and len(sign) == 1 and sign.isalpha():
        return None
    joined = _SLASH.match(plain, m.start(2))
    if joined:
        found = _joined(joined.group(1), joined.end())
        if found:
            return _compound(part, found)
    name = _S.symbols.get(sign) or (_S.glued.get(sign, "") if not m.group(1) else "")
    if name and (not sign.isalpha() or not plain[at : at + 1].isalnum()):
        if name == "percent" and (tail := _POINT.match(part.lower, at)):
            return Unit("percentage_point", "percent", tail.end())
        return _compound(part, _unit(name, at))
    if sign in _MONEY["symbol"]:
        return Unit(_MONEY["symbol"][sign], "money", at)
    if sign in _MONEY["part_glued"] and not m.group(1) and not plain[at : at + 1].isalnum():
        return per(part, Unit(_MONEY["part_glued"][sign], "money", at))
    code = _CODE.match(plain, m.start())
    if code and code.group(1).lower() in _MONEY["symbol"]:
        return Unit(_MONEY["symbol"][code.group(1).lower()], "money", code.end())
    return None


def _joined(sign: str, at: int) -> Unit | None:
    """km/h, kV/cm, m.p.h., m2."""
    whole = _S.symbols.get(sign) or _S.words.get(sign) or _S.words.get(sign.replace(".", ""))
    if whole:
        return _unit(whole, at)
    if sign[-1] in _RAISED:
        base = _S.symbols.get(sign[:-1]) or _S.words.get(sign[:-1], "")
        return _unit(f"{_RAISED[sign[-1]]}_{base}", at) if base in _LENGTHS else None
    over, slash, under = sign.partition("/")
    if not slash:
        return None
    under = under.rstrip(".")
    top = _S.symbols.get(over) or _S.words.get(over.lower())
    bottom = _S.words.get(under.lower()) or _S.symbols.get(under) or _S.glued.get(under)
    return _unit(f"{top}_per_{bottom}", at) if top and bottom else None


def _unit(name: str, at: int) -> Unit:
    return Unit(name, _kind(name), at)


def _kind(name: str) -> ClaimKind:
    dim = _S.dimensions.get(name.partition("_per_")[0])
    if dim is None:
        return "measurement" if name.startswith(("square_", "cubic_")) else "money"
    if dim == "age":
        return "age"
    if dim == "time":
        return "rate" if "_per_" in name else "duration"
    if name in ("percent", "percentage_point", "basis_point"):
        return "percent"
    return "measurement"


def _compound(part: Part, unit: Unit) -> Unit:
    """With what follows it: "old", "per gallon", "a day", "an hour"."""
    low = part.lower
    if unit.name in AGES and (m := _OLD.match(low, unit.at)):
        return Unit(AGES[unit.name], "age", m.end())
    if unit.kind == "percent" or "_per_" in unit.name:
        return unit
    return per(part, unit)


def named(counted: str) -> Unit | None:
    """The unit that is the head of a counted phrase: "rushing yards", "school days"; None for any other noun.

    Money whose mark no table has keeps the bare word, so that it is not taken for another currency.

    >>> named("rushing yards").name, named("barbadian dollars").name, named("people")
    ('yard', 'dollar', None)
    """
    head = counted.rpartition(" ")[2]
    name = _S.words.get(head, "")
    if name and (head[-1] in "st" or head == counted) and _S.dimensions[name] in _HEADS:
        return _unit(name, 0)
    if head in _MONEY["word"] and " " in counted:
        return Unit(singular(head), "money", 0)
    return None


def per(part: Part, unit: Unit) -> Unit:
    """The unit with its denominator, where one follows: money "per" anything, the rest per a known unit.

    >>> t = Part("text", "$21.25 per square foot")
    >>> per(t, Unit("USD", "money", 6))
    Unit(name='USD_per_square_foot', kind='money', at=22)
    """
    low = part.lower
    m = _PER.match(low, unit.at)
    if m is None:
        return unit
    word = m.group(2)
    base = _S.words.get(word) or (_S.glued.get(word) if low[m.start()] == "/" else None)
    if m.group(1):
        if base not in _LENGTHS:
            return unit
        return Unit(f"{unit.name}_per_{_POWERS[m.group(1).rstrip('.')]}_{base}", _rate(unit), m.end())
    if base is None:
        named = low.startswith((" per ", "/"), m.start())
        if unit.kind != "money" or not (word in _DENOMINATORS or (named and word not in ("cent", "capita"))):
            return unit
        base = singular(word)
    elif unit.kind == "duration" and _S.dimensions[base] != "time":
        return unit
    return Unit(f"{unit.name}_per_{base}", _rate(unit), m.end())


def _rate(unit: Unit) -> ClaimKind:
    return "rate" if unit.kind == "duration" else unit.kind

"""The unit after a number: a symbol or words, powers, compounds and ages."""

from __future__ import annotations

import re

from figcheck.models import ClaimKind
from figcheck.text.grammar import singular
from figcheck.units.table import AGES, Copy, Unit, currencies, surfaces
from figcheck.words import trie, wordset

__all__ = ["after", "named", "per", "touching"]
_HEADS = frozenset({"time", "length", "mass", "area", "volume"})


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
_CLASH = frozenset(_MONEY["clash"]["words"].split())
# Signs that end in a vowel mark, which no pattern for letters takes in.
_INCHES = re.compile(r"\.(?=[,;)]| [a-z])")  # "0.25 in. of ice"
_ABROAD = re.compile(
    rf" (?:[A-Z][^\W\d_]+(?:(?:-| & | and )[A-Z][^\W\d_]+)? ){{1,3}}?((?i:{trie(_MONEY['word'])}))(?![^\W_])"
)
_SYLLABLES = tuple(s for s in _MONEY["symbol"] if not s.isascii() and not s.isalpha() and s[0].isalpha())
_LENGTHS = frozenset(n for n, d in _S.dimensions.items() if d == "length")
_STROKE = {"d": "day", "a": "year"}  # nowhere else
_RAISED = {"2": "square", "²": "square", "3": "cubic", "³": "cubic"}
_DENOMINATORS = wordset("nouns.toml", "denominator")

# "75- year-old": a hyphen that the end of a line has cut off is one all the same.
_NEXT = re.compile(
    r"( ?-?|-[ \n](?=(?:year|month|week|day|hour|minute|mile|foot|acre)(?:-|s?[ \n])))"
    r"([^\W\d_]+|[%°º℃℉′″‰٪％¢$\u20a0-\u20cf£¥฿￥৳֏؋៛])"
)
_MORE = re.compile(r"[ -]([^\W\d_]+)|\.? ([^\W\d_]+)")
_POWER = r"(?:\^?[23]|[²³])"
_SLASH = re.compile(
    rf"([^\W\d_]+{_POWER}?(?:/[^\W\d_]+{_POWER}?)+|(?:[^\W\d_]\.)+[^\W\d_]+\.?|N[⋅·]m|[^\W\d_]{{1,12}}?{_POWER})(?![^\W_])"
)
_DEGREE = re.compile(r" ?([CFcf])(?![^\W_])")
_OLD = re.compile(r"[ -]olds?(?![^\W_])| of age(?![^\W_])")
_PER = re.compile(
    r"(?:[ -]per[ -]|/| an? |-an?-| each | every )(?:(square|sq\.?|cubic|cu\.?) )?([^\W\d_]+)(?![^\W\d_])"
    r"(?! (?:earlier|ago|before|later|after|previously|on|or)(?![^\W_]))"
)
_SHARE = re.compile(rf" ({trie(_DENOMINATORS)})(?![^\W_])")
_POINT = re.compile(r"(?:[ -]points?|-?pp|-?pts?)(?![^\W_])")
_CODE = re.compile(r" ?([A-Z]{3}|[a-z]{3}|RM|TL|Rs|zł)(?![^\W_])")


def after(copy: Copy, end: int, scaled: bool = False) -> Unit | None:
    """The unit written after the number that ends at `end`; `at` is where its words end.

    >>> from figcheck.text import Part
    >>> t = Part("text", "It covers 12 square miles, moves at 80 km/h and is a two-year-old design.")
    >>> [after(t, t.text.index(x) + len(x)) for x in ("12", "80", "two")]
    [Unit(name='square_mile', kind='measurement', at=25), Unit(name='kilometer_per_hour', kind='measurement', at=43),
     Unit(name='year_of_age', kind='age', at=65)]
    """
    plain = copy.plain
    m = _NEXT.match(plain, end)
    if m is None:
        return None
    word = copy.lower[m.start(2) : m.end(2)]
    if word in _KNOWN or word in _POWERS:
        found = _words(copy, m, word, scaled)
        if found is not None:
            return _compound(copy, found)
    if m.group(1) == " " and m.group(2)[0].isupper() and (foreign := _foreign(plain, end)):
        return _compound(copy, foreign)
    if m.group(2) == "in" and m.group(1) == " " and _INCHES.match(plain, m.end(2)):
        return _unit("inch", m.end(2) + 1)
    digits = plain[end - 1].isdigit() or plain[end - 1] in "½⅓⅔¼¾⅛" or scaled
    return _symbol(copy, m) if digits or m.group(2) in "%°º" else None


def _foreign(plain: str, end: int) -> Unit | None:
    """ "40 Afghan afghanis", "5 Namibian dollars": money after the name of its country, which no table has.

    A word that several countries share stays that word: nothing is guessed from the country.
    """
    m = _ABROAD.match(plain, end)
    if m is None:
        return None
    word = m.group(1).lower()
    code = _MONEY["word"][word]
    return Unit(singular(word) if code == "USD" else code, "money", m.end())


def _words(copy: Copy, m: re.Match[str], word: str, scaled: bool) -> Unit | None:
    at = m.end(2)
    power = _POWERS.get(word)
    if power:
        return _powered(copy, at, power)
    for rest, name in _PHRASES.get(word, ()):
        stop = _follow(copy, at, rest)
        if stop is not None:
            return _unit(name, stop)
    name = _S.words.get(word, "")
    if word in ("pounds", "pound"):
        name = _pound(copy, at, scaled)
    if not name:
        name = _MONEY["word"].get(word) or _MONEY["part"].get(word, "")
        if word == "bucks" and copy.plain[m.start(2)].isupper():
            return None
    if word == "won" and not (scaled or m.group(1) == "-" or copy.lower.startswith((" ($", " (us$"), at)):
        return None  # "12 won"
    return _unit(name, at) if name else None


def _follow(copy: Copy, at: int, rest: tuple[str, ...]) -> int | None:
    low = copy.lower
    for word in rest:
        m = _MORE.match(low, at)
        if m is None or (m.group(1) or m.group(2)) != word:
            return None
        at = m.end()
    return at


def _pound(copy: Copy, at: int, scaled: bool) -> str:
    """Sterling where the number runs to millions and no substance follows, or a sum in another currency does."""
    tail = copy.lower[at : at + 12]
    if tail.startswith((" ($", " (€", " (us$", " (eur", " worth", "' worth")) or (
        scaled and not tail.startswith((" of ", " per square"))
    ):
        return "GBP"
    return "pound"


def _powered(copy: Copy, at: int, power: str) -> Unit | None:
    m = _MORE.match(copy.lower, at)
    if m is None:
        return None
    word = m.group(1) or m.group(2)
    for rest, name in _PHRASES.get(word, ()):
        if name in _LENGTHS and (stop := _follow(copy, m.end(), rest)) is not None:
            return _unit(f"{power}_{name}", stop)
    base = _S.words.get(word) or _S.symbols.get(word) or _S.glued.get(word, "")
    return _unit(f"{power}_{base}", m.end()) if base in _LENGTHS else None


def _symbol(copy: Copy, m: re.Match[str]) -> Unit | None:
    plain = copy.plain
    sign, at = m.group(2), m.end(2)
    tight = not m.group(1)
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
            return _compound(copy, found)
    if plain.startswith(_SYLLABLES, m.start(2)):
        sign = next(s for s in _SYLLABLES if plain.startswith(s, m.start(2)))
        return Unit(_MONEY["symbol"][sign], "money", m.start(2) + len(sign))
    name = _S.symbols.get(sign) or (_S.glued.get(sign) or _S.symbols.get(sign.lower(), "") if tight else "")
    if name and (not sign.isalpha() or not (plain[at : at + 1].isalnum() or _goes_on(plain, at, sign))):
        if name == "percent" and (tail := _POINT.match(copy.lower, at)):
            return Unit("percentage_point", "percent", tail.end())
        return _compound(copy, _unit(name, at))
    if sign in _MONEY["symbol"] and not sign.isalpha():
        return None if plain[at : at + 1].isdigit() else Unit(_MONEY["symbol"][sign], "money", at)
    if sign in _MONEY["part_glued"] and tight and not plain[at : at + 1].isalnum():
        return per(copy, Unit(_MONEY["part_glued"][sign], "money", at))
    code = _CODE.match(plain, m.start())
    if code and code.group(1).lower() in _MONEY["symbol"] and code.group(1) not in _CLASH:
        return Unit(_MONEY["symbol"][code.group(1).lower()], "money", code.end())
    return None


def _goes_on(plain: str, at: int, sign: str) -> bool:
    """Whether a lone letter is the start of a word or a name: "5 t-shirts", "12 C's", "3 g&t"."""
    return len(sign) == 1 and plain[at : at + 1] in ("-", "'", "&") and plain[at + 1 : at + 2].isalpha()


def touching(letters: str) -> bool:
    """Whether letters, as written and right after digits, are a unit: "33kV", "12cm", "115USD".

    >>> [touching(x) for x in ("kV", "mph", "MPH", "USD", "in", "st", "abc")]
    [True, True, True, True, True, True, False]
    """
    letters = letters.rstrip("²³")
    low = letters.lower()
    if letters in _S.symbols or letters in _S.glued or letters in _MONEY["part_glued"]:
        return True
    return len(low) > 1 and (
        low in _POWERS or low in _S.words or low in _S.symbols or (letters.isupper() and low in _MONEY["symbol"])
    )


def _joined(sign: str, at: int) -> Unit | None:
    """km/h, kV/cm, m.p.h., m2."""
    whole = _S.symbols.get(sign) or _S.words.get(sign) or _S.words.get(sign.replace(".", ""))
    if whole:
        return _unit(whole, at)
    over, slash, under = sign.partition("/")
    top = _raised(over) or _S.symbols.get(over) or _S.words.get(over.lower())
    if not slash:
        return _unit(top, at) if top and sign[-1] in _RAISED else None
    bottom = _under(under)
    return _unit(f"{top}_per_{bottom}", at) if top and bottom else None


def _under(sign: str) -> str | None:
    """What stands under the stroke: km/h, kg/m³, t/ha, ml/d."""
    return (
        _raised(sign) or _S.words.get(sign.lower()) or _S.symbols.get(sign) or _S.glued.get(sign) or _STROKE.get(sign)
    )


def _raised(sign: str) -> str | None:
    """m2, cm³, km^2: a length to a power."""
    if sign[-1] not in _RAISED:
        return None
    base = sign[:-1].rstrip("^")
    name = _S.symbols.get(base) or _S.words.get(base) or _S.glued.get(base, "")
    return f"{_RAISED[sign[-1]]}_{name}" if name in _LENGTHS else None


def _unit(name: str, at: int) -> Unit:
    return Unit(name, _kind(name), at)


def _kind(name: str) -> ClaimKind:
    dim = _S.dimensions.get(name) or _S.dimensions.get(name.partition("_per_")[0])
    if dim is None:
        return "measurement" if name.startswith(("square_", "cubic_")) else "money"
    if dim == "age":
        return "age"
    if dim == "time":
        return "rate" if "_per_" in name else "duration"
    if name in ("percent", "percentage_point", "basis_point"):
        return "percent"
    return "measurement"


def _compound(copy: Copy, unit: Unit) -> Unit:
    """With what follows it: "old", "per gallon", "a day", "an hour"."""
    low = copy.lower
    if unit.name in AGES and (m := _OLD.match(low, unit.at)):
        return Unit(AGES[unit.name], "age", m.end())
    if unit.kind == "percent" or "_per_" in unit.name:
        return unit
    return per(copy, unit)


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


def per(copy: Copy, unit: Unit) -> Unit:
    """The unit with its denominator, where one follows: money "per" anything, the rest per a known unit.

    >>> from figcheck.text import Part
    >>> t = Part("text", "$21.25 per square foot")
    >>> per(t, Unit("USD", "money", 6))
    Unit(name='USD_per_square_foot', kind='money', at=22)
    """
    low = copy.lower
    m = _PER.match(low, unit.at)
    if m is None:
        return unit
    word = m.group(2)
    base = _under(copy.plain[m.start(2) : m.end(2)]) if low[m.start()] == "/" else _S.words.get(word)
    if m.group(1):
        if base not in _LENGTHS:
            return unit
        return Unit(f"{unit.name}_per_{_POWERS[m.group(1).rstrip('.')]}_{base}", _rate(unit), m.end())
    if base is None:
        named = low.startswith((" per ", "/"), m.start())
        if unit.kind != "money" or not (word in _DENOMINATORS or (named and word not in ("cent", "capita"))):
            return unit
        later = _SHARE.match(low, m.end()) if word not in _DENOMINATORS else None
        if later is not None:  # "$2.34 per diluted share"
            return Unit(f"{unit.name}_per_{singular(later.group(1))}", _rate(unit), later.end())
        base = singular(word)
    elif unit.kind == "duration" and _S.dimensions[base] != "time":
        return unit
    return Unit(f"{unit.name}_per_{base}", _rate(unit), m.end())


def _rate(unit: Unit) -> ClaimKind:
    return "rate" if unit.kind == "duration" else unit.kind

"""Numbers in words: cardinals, fractions, halves of a million, vague words, multiples."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from figcheck.drafts import Form
from figcheck.numeral.digits import step_of, times
from figcheck.numeral.lexicon import (
    CARDINAL,
    DENOMINATOR,
    PLURAL_SCALE,
    SCALE,
    SHORT,
    SMALL,
    TENS,
    UNIT,
    VAGUE,
    ratio,
)
from figcheck.words import trie

__all__ = ["Value", "cardinal", "fraction", "one_of", "scale_after", "vague"]

_END = r"(?![^\W\d_])"
_NEXT = re.compile(rf"([ \n]|-)(?:(and)[ -])?({trie(list(CARDINAL))}){_END}")
_COMMA = re.compile(rf", ({trie(list(SMALL))}){_END}")
_AND_PART = re.compile(rf"(?:[ -]and[ -](?:(?:a|one)[ -])?(half|quarter|third)|[ -]and[ -]three[ -](quarters)){_END}")
_SCALE = re.compile(rf"(?:[ \n]|-)({trie([*SCALE, *PLURAL_SCALE])}){_END}")
_SIZE = {**SCALE, **PLURAL_SCALE}  # "$15 billions", "100 thousands"
_SHORT_FIRST = frozenset("btmck")
_SHORT = re.compile(r"(?: (?=[^k])|(?<=[\d½⅓⅔¼¾⅛]))(bn|tn|trn|mn|mln|bln|cr|k)(?![^\W_])")
_UNDER = re.compile(rf"([ \n]|-)({trie(list(DENOMINATOR))}){_END}")
_OF_A = re.compile(r"(?: |-)(?:of )?(?:an? |one )?(hundred|thousand|million|billion|trillion|lakh|crore|dozen)" + _END)
_OF_SCALES = re.compile(r" of (thousands|millions|billions|trillions|lakhs|crores)" + _END)
_COUPLE = re.compile(rf"(?: of)? ({trie([*SCALE, *PLURAL_SCALE])}){_END}")
_ONE = Decimal(1)
_MOST = 10**18
_SHARE_STEP = Decimal("0.1")  # "a third" is fair for 0.28 to 0.38


@dataclass(slots=True)
class Value:
    """What a stretch of words is worth; `end` is where it ends."""

    end: int
    stated: Decimal | None
    low: Decimal
    high: Decimal
    step: Decimal = _ONE
    form: Form = "words"
    scaled: bool = False


def _exact(end: int, value: int | Decimal, step: int | Decimal, form: Form = "words", scaled: bool = False) -> Value:
    stated = times(Decimal(value), 1)
    return Value(end, stated, stated, stated, Decimal(step), form, scaled)


def cardinal(lower: str, end: int, word: str, joined: bool = True, below: int = _MOST) -> Value:
    """The cardinal that begins with `word`, which ends at `end`. `joined`: "and" may go on with it.

    >>> [int(cardinal(t, t.index(" "), t.split()[0]).stated) for t in ("one hundred and five", "two thousand three")]
    [105, 2003]
    """
    if word == "dozen":
        return _dozens(end, 1)
    total, group, top = _first(word)
    scaled = top > 0
    last = word
    while m := _NEXT.match(lower, end):
        mark, conjunction, word = m.groups()
        if word in SMALL:
            if mark == "\n" or not _follows(last, word, mark, conjunction, joined):
                break
            if conjunction and _begins_anew(lower, m.end(), group, last):
                break
            group += SMALL[word]
        elif conjunction or (word == "dozen" and (total or group > 99)):
            break
        elif word == "dozen":
            return _dozens(m.end(), group)
        elif word == "hundred":
            if not 0 < group < 100:
                break
            group *= 100
        else:
            size = SCALE[word]
            if group == 0 and total and size > top:
                total, top, scaled = total * size, size, True
            elif group and (not top or size < top):
                total, group, top, scaled = total + group * size, 0, size, True
            else:
                break
        last, end = word, m.end()
    value = total + group
    if group and not top and (m := _SCALE.match(lower, end)) and m.group(1) in PLURAL_SCALE:  # "five millions"
        size = PLURAL_SCALE[m.group(1)]
        return _exact(m.end(), value * size, size, scaled=True)
    if m := _AND_PART.match(lower, end):
        return _with_part(lower, m, value, top)
    if 0 < top < below and not group and (more := _after_comma(lower, end, top)):
        return _exact(more.end, value + more.low, more.step, scaled=True)
    return _exact(end, value, step_of(str(value)), scaled=scaled)


def _first(word: str) -> tuple[int, int, int]:
    """Total, open group and highest scale after the first word."""
    if word in SMALL:
        return 0, SMALL[word], 0
    if word == "hundred":
        return 0, 100, 0
    return SCALE[word], 0, SCALE[word]


def _after_comma(lower: str, end: int, top: int) -> Value | None:
    """What goes on after a comma: "two million, three hundred thousand"; a small number begins a list instead."""
    m = _COMMA.match(lower, end)
    if m is None:
        return None
    more = cardinal(lower, m.end(), m.group(1), below=top)
    return more if more.form == "words" and more.low == more.low // 1 and 100 <= more.low < top else None


def _follows(last: str, word: str, mark: str, conjunction: str | None, joined: bool) -> bool:
    """Whether a word below a hundred can go on after `last`: forty two, hundred and five, thousand twelve."""
    if last in TENS:
        return not conjunction and word in UNIT and UNIT[word] > 0
    if last not in SCALE or word == "zero":
        return False
    return joined and mark != "-" if conjunction else True


def _begins_anew(lower: str, end: int, group: int, last: str) -> bool:
    """In "one hundred and two hundred" the second number begins after "and"."""
    m = _NEXT.match(lower, end)
    return m is not None and m.group(3) == "hundred" and last == "hundred" and group >= 100


def _dozens(end: int, count: int) -> Value:
    return _exact(end, count * 12, 12)


def _with_part(lower: str, m: re.Match[str], value: int, top: int) -> Value:
    """two and a half (million), three and three quarters."""
    word = m.group(1) or m.group(2)
    part = ratio(3 if m.group(2) else 1, DENOMINATOR[word])
    scale = _SCALE.match(lower, m.end())
    if scale and scale.group(1) != "dozen":
        size = _SIZE[scale.group(1)]
        return _exact(scale.end(), (value + part) * size, Decimal(size) / 10, scaled=size > 100)
    if top:
        return _exact(m.end(), value + part * top, Decimal(top) / 10, scaled=True)
    return _exact(m.end(), value + part, Decimal("0.1"))


def scale_after(lower: str, end: int) -> tuple[int, int] | None:
    """Scale words after a number in digits, multiplied, and where they end: "hundred thousand"."""
    size = 1
    while m := _SCALE.match(lower, end):
        if size > 1 and _SIZE[m.group(1)] <= size:
            break
        size *= _SIZE[m.group(1)]
        end = m.end()
    if size > 1:
        return size, end
    at = end + lower.startswith(" ", end)
    m = _SHORT.match(lower, end) if lower[at : at + 1] in _SHORT_FIRST else None
    return (SHORT[m.group(1)], m.end()) if m else None


def fraction(lower: str, end: int, over: int) -> Value | None:
    """over/under where a denominator follows: "two-thirds", "three quarters of", "one in" is none."""
    m = _UNDER.match(lower, end)
    if m is None:
        return None
    mark, word = m.groups()
    under = DENOMINATOR[word]
    plural = word[-1] == "s"
    if over < 1 or plural != (over > 1) or over >= under > 2:
        return None
    if under == 4 and word[0] == "q" and mark != "-" and not lower.startswith(" of", m.end()):
        return None  # three quarters of growth are counted, three-quarters of it are a share
    if under > 4 and mark != "-" and not plural and not lower.startswith(" of", m.end()):
        return None
    if mark != "-" and not plural and lower.startswith("-", m.end()):
        return None
    return _part_of(lower, m.end(), ratio(over, under))


def one_of(lower: str, end: int, under: int) -> Value:
    """One half, third, quarter, and that of a scale: half a million, quarter of a million, half a dozen."""
    return _part_of(lower, end, ratio(1, under))


def _part_of(lower: str, end: int, share: Decimal) -> Value:
    m = _OF_A.match(lower, end)
    if m:
        size = SCALE[m.group(1)]
        if m.group(1) == "dozen":
            return _exact(m.end(), share * 12, 1)
        return _exact(m.end(), share * size, Decimal(size) / 10, scaled=size > 100)
    return _exact(end, share, _SHARE_STEP if share >= _SHARE_STEP else share / 2, "fraction")


def vague(lower: str, end: int, word: str) -> Value:
    """couple, few, several, dozens, hundreds of thousands: from the least to the most they stand for."""
    low, high = VAGUE[word]
    if word in ("couple", "few", "several"):
        if m := _COUPLE.match(lower, end):
            size = _SIZE[m.group(1)]
            top = size * 10 - 1 if word == "several" and size != 12 else high * size
            return Value(m.end(), None, Decimal(low * size), Decimal(top), Decimal(size), "vague", size > 100)
        return Value(end, None, Decimal(low), Decimal(high), _ONE, "vague")
    if word in ("tens", "dozens", "hundreds", "thousands") and (m := _OF_SCALES.match(lower, end)):
        size = _SIZE[m.group(1)]
        return Value(m.end(), None, Decimal(low * size), Decimal((high + 1) * size - 1), _ONE, "vague", True)
    return Value(end, None, Decimal(low), Decimal(high), _ONE, "vague")

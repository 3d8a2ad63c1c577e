"""Ranges, ratios and rates: two numerals that make one figure."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal, TypeAlias

from figcheck.quantities.bounds import Value
from figcheck.quantities.change import moved, verb_before
from figcheck.quantities.measured import Measured
from figcheck.text import Part, Sentence
from figcheck.units import dimension, within
from figcheck.words import wordset

__all__ = ["LINK", "REACH", "Tie", "as_range", "as_ratio", "as_tolerance", "between", "tie"]

Tie: TypeAlias = Literal["range", "change", "ratio", "rate", "rate_of", "list", "tolerance"]

REACH = 24  # code points from one number to the next
LINK = re.compile(
    r"""(?P<dash>[-\u2013]|[ ][-\u2013][ ]|-[ ]-)
      | (?P<tolerance>[ ]?(?:±|\+/-|\+-)[ ]?|,?[ ]plus[ ](?:or|/)[ ]minus[ ])
      | (?P<to>-to-|[ ](?:up[ ])?to[ ](?:(?:about|around|nearly|almost|perhaps|even|as[ ]much[ ]as|as[ ]many[ ]as)[ ])?)
      | (?P<and>[ ]and[ ])
      | (?P<or>[ ](?:or|maybe|perhaps)[ ]|,?[ ]or[ ](?:maybe|perhaps)[ ])
      | (?P<of>[ ](?:in|out[ ]of)[ ](?:every[ ])?|[ ]of[ ]every[ ]|[ ]for[ ]every[ ]|-in-)
      | (?P<per>[ ]per[ ])
      | (?P<by>[ ](?:by|x)[ ]|[ ]?×[ ]?|-by-)
      | (?P<list>-?,[ ](?:and[ ]|or[ ])?|-?[ ](?:and|or)[ ]|/)
    """,
    re.VERBOSE,
)  # fmt: skip
_RIVALRY = wordset("change.toml", "rivalry")
_PER_COUNTS = frozenset(Decimal(x) for x in (100, 1000, 10_000, 100_000, 1_000_000))
_HUNDRED = Decimal(100)
_MANY = Decimal(10**10)
_NEARLY = Decimal("0.9")
_OCCASIONS = wordset("nouns.toml", "occasion")


def tie(part: Part, sentence: Sentence, a: Measured, b: Measured) -> Tie | None:
    """How two neighbouring numbers hang together; None where they do not."""
    lower = part.lower
    if b.start - a.end > REACH:
        return None
    m = LINK.fullmatch(lower, a.end, b.start)
    if m is None:
        counted = a.unit is None and b.number.stated in _PER_COUNTS and lower.endswith(" per ", a.end, b.start)
        return "rate_of" if counted else None
    how = m.lastgroup
    if a.number.stated is None or b.number.stated is None:
        return "list" if how in ("and", "or", "list") else None
    if b.signed and how == "dash":
        return None
    if a.number.form == "multiple" or b.number.form == "multiple":
        return "list" if how in ("and", "or", "list") else None
    if how == "tolerance":
        return "tolerance" if _alike(a, b) or (a.unit is not None and b.unit is None) else "list"
    if how == "of" or how == "per":
        return _ratio_or_rate(part, a, b)
    if how == "dash" or how == "to":
        return _span(part, sentence, a, b, how)
    if how == "and":
        return "range" if between(lower, a.start) and _alike(a, b) else "list"
    if how == "or":
        return "range" if _alternatives(a, b) else "list"
    return "list"


def _stated(a: Measured, b: Measured) -> tuple[Decimal, Decimal]:
    """What two numbers are worth that `tie` has let pass: neither is vague."""
    first, second = a.number.stated, b.number.stated
    assert first is not None
    assert second is not None
    return first, second


def _alike(a: Measured, b: Measured) -> bool:
    """Whether two ends can have one unit: equal, one to be told in the other, or written at one end only."""
    if a.unit is None or b.unit is None or a.unit == b.unit:
        return not (a.unit is not None and b.unit is None and a.after)
    return _inside(a, b) is not None


def _inside(a: Measured, b: Measured) -> Decimal | None:
    """What the first end is worth in the unit of the second; None where no fixed factor joins them."""
    assert a.number.stated is not None
    if a.unit is not None and b.unit is not None and dimension(a.unit) == dimension(b.unit) == "temperature":
        return None  # "30 C to 90 F" is a reading twice over
    return within(a.number.stated, a.unit, b.unit)


def _opened(lower: str, start: int, word: str) -> bool:
    """Whether `word` stands before, with at most a hedge between."""
    before = lower[max(0, start - 24) : start].rstrip(" $€£¥").split()
    return any(w.lstrip("\"'([") == word for w in before[-2:])


def between(lower: str, start: int) -> bool:
    """ "between 10 and", "between the ages of 18 and"."""
    return _opened(lower, start, "between") or lower.endswith(("between the ages of ", "between ages "), 0, start)


def _span(part: Part, sentence: Sentence, a: Measured, b: Measured, how: str) -> Tie | None:
    """A dash or "to": a range, unless a verb of change makes it a move from one to the other."""
    lower = part.lower
    started = _opened(lower, a.start, "from")
    if not _alike(a, b) or (b.before and not a.before):
        if a.unit is not None and b.unit is None and started:
            return "change" if verb_before(sentence, a.start) else "range"
        return None
    if started and how == "to" and lower[a.end : a.end + 1] != "-":
        return "change" if verb_before(sentence, lower.rfind("from", 0, a.start)) else "range"
    low, high = _ends(a, b)
    if how == "dash" and a.unit is not None and b.unit is not None and a.unit != b.unit and low > high * _NEARLY:
        return None  # "10 inches - 254 millimeters": one measure in two units
    if lower.startswith(" up to ", a.end):
        return "range" if a.unit is None or b.unit is not None else None
    if how == "to" and not started and (high < low or moved(sentence, a.start) or _contest(sentence, a)):
        return None  # "rose by 9 to 12": an amount and a level
    return "range"


def _ends(a: Measured, b: Measured) -> tuple[Decimal, Decimal]:
    """Both ends in one unit, that of the second."""
    low, high = _stated(a, b)
    moved_in = _inside(a, b)
    return (low if moved_in is None else moved_in), high


def _contest(sentence: Sentence, a: Measured) -> bool:
    """ "trails 41 percent to 47 percent": two sides of one vote, no range."""
    if a.kind not in ("percent", "count"):
        return False
    i = sentence.before(a.start)
    return any(w in _RIVALRY for w in sentence.words[max(0, i - 9) : i + 1])


def _alternatives(a: Measured, b: Measured) -> bool:
    """ "10 or 12 people": neighbours, so close that they can only bracket one number."""
    low, high = _stated(a, b)
    if a.after or a.before or not low < high:
        return False
    return b.number.start - a.number.end <= 5 and high <= low + max(Decimal(2), low / 2)


def _ratio_or_rate(part: Part, a: Measured, b: Measured) -> Tie | None:
    """ "one in five", "3 out of 10", "84 per 100,000"."""
    part_, whole = _stated(a, b)
    link = part.lower[a.end : b.start]
    if a.unit is not None or b.before or whole < 2:
        return None
    if "per" in link or "for every" in link:
        return "rate" if whole in _PER_COUNTS else ("ratio" if "every" in link and b.unit is None else None)
    if not 0 < part_ < whole:
        return None
    if "every" in link or "out" in link:
        return "ratio" if b.unit is None or b.unit == "percent" else None
    if b.unit is not None or whole != whole.to_integral_value() or whole >= _MANY:
        return None
    if part_ != 1 and (whole > _HUNDRED or (whole > 10 and whole % 10)):
        return None
    following = part.lower[b.end : b.end + 16].split()
    return None if following and following[0].rstrip(",.") in _OCCASIONS else "ratio"


def as_range(a: Measured, b: Measured) -> Value:
    """Two ends as one value; ends written high to low are put in order and marked."""
    low, high = _ends(a, b)
    turned = low > high
    if turned:
        low, high = high, low
    step = min(within(a.number.step, a.unit, b.unit) or a.number.step, b.number.step)
    return Value("range", low, high, None, step, a.number.scaled or b.number.scaled, turned)


def as_tolerance(a: Measured, b: Measured) -> Value:
    """ "1.35 ± 0.05 million": a number, and how far to each side it may lie."""
    middle, by = _stated(a, b)
    return Value("about", middle - by, middle + by, middle, a.number.step, a.number.scaled)


def as_ratio(a: Measured, b: Measured) -> Value:
    """a of b as a share of one."""
    over, under = _stated(a, b)
    share = over / under
    step = 1 / under if over > 1 else share / under  # "one in five" lies nearer to it than to one in four or in six
    return Value("exact", share, share, share, step)

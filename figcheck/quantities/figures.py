"""Puts figures together: numerals measured, tied into ranges and ratios, hedged, and given the noun that they count."""

from __future__ import annotations

import re
from decimal import Decimal

from figcheck.drafts import Figure, Number
from figcheck.models import ClaimKind, Direction
from figcheck.quantities import hedges
from figcheck.quantities.ages import is_age, is_aged
from figcheck.quantities.borrowing import borrow
from figcheck.quantities.bounds import Value, quantity
from figcheck.quantities.change import direction
from figcheck.quantities.compounds import joined
from figcheck.quantities.letters import settle
from figcheck.quantities.lexicon import BODY, CLOSED, PARTICIPLE, is_plural
from figcheck.quantities.measured import Measured, measures
from figcheck.quantities.nouns import Noun, ahead, paired
from figcheck.quantities.ranges import as_range, as_ratio, as_tolerance, between, tie
from figcheck.quantities.shared import share
from figcheck.quantities.temperature import READINGS, unit_of
from figcheck.text import Part, Sentence
from figcheck.units import AGES, named

__all__ = ["read"]

_ONE = Decimal(1)
_TEN = Decimal(10)
_JOINED = ("range", "ratio", "rate", "rate_of", "tolerance")
_NO_SHARE = 1000  # a bare number of this size beside a percentage is a count
_COMPARED = frozenset(["from", "than", "against", "with", "versus", "vs"])
_MOMENTS = frozenset({"second", "minute"})
_PER_TIME = re.compile(
    r" (?:per|an?|each|every) (?:second|minute|hour|day|night|week|month|quarter|year|decade)(?![^\W_])"
)
_COPULA = frozenset({"is", "was", "are", "were"})  # "one is 84 cents, the other is 74"
_LISTED = frozenset({", ", " and ", " or ", ", and ", " and the other "})


def read(part: Part, numbers: list[Number]) -> list[Figure]:
    """The figures among the numerals, in order."""
    measured = measures(part, [n for n in numbers if n.role == "claim"])
    settle(part, measured)
    measured = joined(part, measured)
    share(part, measured)
    out: list[Figure] = []
    i, count = 0, len(measured)
    while i < count:
        a = measured[i]
        sentence = part.sentence_at(a.number.start)
        i += 1
        while i < count and measured[i].start < a.end:  # "parts per million" has a numeral of its own
            i += 1
        if sentence is None:
            continue
        b = measured[i] if i < count and measured[i].start < sentence.end else None
        how = tie(part, sentence, a, b) if b is not None else None
        last = out[-1] if out and out[-1].sentence is sentence else None
        if b is not None and how in _JOINED:
            i += 1
            figure = _figure(sentence, _joined(a, b, how), _value_of(a, b, how), last)
        else:
            if how == "change" and b is not None and b.unit is None and ahead(sentence, b.end, False) is None:
                b.unit, b.kind = a.unit, a.kind  # "from 3 percent to 5"
            figure = _figure(sentence, a, _value(a.number), last)
        if figure is not None:
            out.append(figure)
    borrow(out)
    return out


def _value(n: Number) -> Value:
    low = n.low if n.low is not None else n.stated
    high = n.high if n.high is not None else n.stated
    assert low is not None
    assert high is not None
    return Value("vague" if n.stated is None else "exact", low, high, n.stated, n.step, n.scaled)


def _value_of(a: Measured, b: Measured, how: str) -> Value:
    if how == "range":
        return as_range(a, b)
    if how == "tolerance":
        return as_tolerance(a, b)
    return as_ratio(a, b) if how == "ratio" else _value(a.number)


def _joined(a: Measured, b: Measured, how: str) -> Measured:
    """Two numerals as one: a range with the unit of either end, a ratio, a rate per so many."""
    if how == "ratio":
        return Measured(b.number, a.start, b.end, None, "ratio", False, False)
    if how == "rate":
        return Measured(b.number, a.start, b.end, f"per_{b.number.stated}", "rate", False, False)
    if how == "rate_of":
        return Measured(a.number, a.start, a.end, f"per_{b.number.stated}", "rate", False, False)
    if b.unit is None:
        return Measured(b.number, a.start, b.end, a.unit, a.kind, a.before, b.after)
    return Measured(b.number, a.start, b.end, b.unit, b.kind, a.before, b.after)


def _figure(sentence: Sentence, m: Measured, value: Value, last: Figure | None) -> Figure | None:
    """The figure with its hedge, noun and direction; None for a vague word that counts nothing in particular."""
    one = value.stated == _ONE
    kind, unit, noun = m.kind, m.unit, None
    form = m.number.form
    if unit is None or kind == "rate":
        kind, unit, noun = _counted(sentence, m, value, one, last)
    elif unit in AGES and kind == "duration" and is_aged(sentence, m.start):
        kind, unit = "age", AGES[unit]
    hedge = _hedge(sentence, m, noun, kind, value.high)
    told = unit is not None and unit not in _MOMENTS  # "a few minutes" is a moment
    if form == "vague" and value.high < _TEN and not (told or hedge or _particular(sentence, m.end, noun)):
        return None
    first, end = (min(m.start, hedge.start), max(m.end, hedge.end)) if hedge else (m.start, m.end)
    counted = noun.counted if noun else None
    way = direction(sentence, first, end, kind, unit, counted) or _inherited(sentence, first, last)
    if unit in READINGS:
        unit = unit_of(sentence, first, end, unit, way, last)
    if m.signed and kind == "percent":
        way = way or ("down" if value.high < 0 else "up")
    return Figure(
        sentence=sentence, start=m.start, end=m.end, kind=kind, counted=counted, form=form,
        quantity=quantity(value, hedge.bound if hedge else None, kind, unit, way),
        noun=(noun.start, noun.end) if noun else None,
        hedge=(hedge.start, hedge.end) if hedge else None,
    )  # fmt: skip


def _counted(
    sentence: Sentence, m: Measured, value: Value, one: bool, last: Figure | None
) -> tuple[ClaimKind, str | None, Noun | None]:
    """Kind, unit and noun of a number with no unit beside it."""
    noun = ahead(sentence, m.end, one, m.number.form == "fraction")
    if m.kind != "count":
        return m.kind, m.unit, noun
    if noun is None:
        noun = paired(sentence, m.start)
    if noun is not None and (unit := named(noun.counted)) is not None:
        return unit.kind, unit.name, None
    if is_age(sentence, m.start, m.end, value.high, noun is not None) or _age_in_list(sentence, m, noun, last):
        return "age", "year_of_age", None
    level = last is not None and last.quantity.unit is not None and last.quantity.direction is None
    if last is not None and last.kind == "percent" and (value.high or 0) >= _NO_SHARE:
        level = False  # "71,204 votes, or 51 percent, against 67,325"
    if noun is None and last is not None and level and _refers_back(sentence, m.start, last):
        return last.kind, last.quantity.unit, None
    if m.number.form == "fraction" and (portion := _portion(sentence, m)) is not None:
        return "count", None, portion
    if m.number.form in ("fraction", "multiple"):
        return "ratio", None, noun
    return ("rate" if noun is not None and _PER_TIME.match(sentence.part.lower, noun.end) else "count"), None, noun


def _portion(sentence: Sentence, m: Measured) -> Noun | None:
    """ "a half turn", "a quarter share": a part of one thing, counted as it is, and no share of many."""
    i = sentence.at(m.end)
    if not sentence.part.lower.startswith("a ", m.number.start) or i >= len(sentence.words):
        return None
    word = sentence.words[i]
    if not word.isalpha() or word in CLOSED or is_plural(word) or word[-2:] in ("ed", "ly"):
        return None
    return Noun(word, sentence.starts[i], sentence.ends[i])


def _age_in_list(sentence: Sentence, m: Measured, noun: Noun | None, last: Figure | None) -> bool:
    """ "ages 8 and 11", "in their 20s"."""
    low = sentence.part.lower
    if m.number.form == "vague":
        return low[m.end - 1] == "s" and low[m.end - 2].isdecimal() and not low.startswith(" of ", m.end)
    return noun is None and last is not None and last.kind == "age" and low[last.end : m.start] in _LISTED


def _refers_back(sentence: Sentence, start: int, last: Figure) -> bool:
    """ "to 4.1 percent from 3.2": what the number is compared with is told in the unit before it."""
    words = sentence.words
    i = sentence.before(start)
    if i < 0:
        return False
    k = sentence.before(last.start)
    return words[i] in _COMPARED or (k >= 0 and words[i] == words[k] and words[i] in _COPULA)


def _hedge(sentence: Sentence, m: Measured, noun: Noun | None, kind: ClaimKind, size: Decimal) -> hedges.Hedged | None:
    found = hedges.sign_before(sentence, m.start) or hedges.before(sentence, m.start, kind, size)
    if kind == "duration" and (life := hedges.for_life(sentence, m.end, between(sentence.part.lower, m.start))):
        return life
    if found is None and (pair := paired(sentence, m.start)):
        return hedges.Hedged("just_below", pair.end + 1, m.start - 1)
    if found is None or found.bound == "about":
        tail = hedges.after(sentence, m.end, m.unit is None) or (
            hedges.after(sentence, noun.end, False) if noun else None
        )
        if tail is not None and (found is None or tail.bound != "about"):
            return tail
    return found


def _particular(sentence: Sentence, end: int, noun: Noun | None) -> bool:
    """Whether a small vague word counts people or things hit: "several villagers", not "a few questions"."""
    if noun is None:
        return any(w in PARTICIPLE for w in sentence.words[sentence.at(end) : sentence.at(end) + 3])
    head = noun.counted.rpartition(" ")[2]
    return head in BODY or head.endswith(("men", "women"))


def _inherited(sentence: Sentence, start: int, last: Figure | None) -> Direction | None:
    """ "lost 162 points, or 2.1 percent": an amount told once more goes the same way."""
    if last is None or last.quantity.direction is None:
        return None
    between = sentence.part.lower[last.hull[1] : start]
    return last.quantity.direction if between in (", or ", " or ", " (", ", or by ") else None

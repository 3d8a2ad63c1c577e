"""Puts figures together: numerals measured, tied into ranges and ratios, hedged, and given the noun that they count."""

from __future__ import annotations

from decimal import Decimal

from figcheck.drafts import Figure, Number
from figcheck.models import ClaimKind
from figcheck.quantities import hedges
from figcheck.quantities.ages import is_age
from figcheck.quantities.borrowing import borrow
from figcheck.quantities.bounds import Value, quantity
from figcheck.quantities.change import direction
from figcheck.quantities.measured import Measured, measure
from figcheck.quantities.nouns import Noun, ahead
from figcheck.quantities.ranges import as_range, as_ratio, share_scale, tie
from figcheck.text import Part, Sentence
from figcheck.units import dimension

__all__ = ["read"]

_ONE = Decimal(1)
_SIGNABLE = frozenset({"percent", "percentage_point", "basis_point"})


def read(part: Part, numbers: list[Number]) -> list[Figure]:
    """The figures among the numerals, in order."""
    measured = [measure(part, n) for n in numbers if n.role == "claim"]
    out: list[Figure] = []
    i, count = 0, len(measured)
    while i < count:
        a = measured[i]
        sentence = part.sentence_at(a.number.start)
        i += 1
        if sentence is None:
            continue
        b = measured[i] if i < count and measured[i].start < sentence.end else None
        how = tie(part, sentence, a, b) if b is not None else None
        if b is None or how is None:
            out.append(_figure(sentence, a, _value(a.number)))
        elif how == "range":
            i += 1
            out.append(_range(part, sentence, a, b))
        elif how == "ratio":
            i += 1
            out.append(_ratio(sentence, a, b))
        elif how == "rate":
            i += 1
            out.append(_rate(sentence, a, b))
        else:
            _share(part, a, b, how)
            out.append(_figure(sentence, a, _value(a.number)))
    borrow(out)
    return out


def _value(n: Number) -> Value:
    low = n.low if n.low is not None else n.stated
    high = n.high if n.high is not None else n.stated
    assert low is not None and high is not None
    return Value("vague" if n.stated is None else "exact", low, high, n.stated, n.step, n.scaled)


def _range(part: Part, sentence: Sentence, a: Measured, b: Measured) -> Figure:
    value = as_range(part, a, b)
    unit = b.unit if b.unit is not None else a.unit
    kind = b.kind if b.unit is not None else a.kind
    whole = Measured(b.number, a.start, b.end, unit, kind, a.before, b.after)
    return _figure(sentence, whole, value)


def _ratio(sentence: Sentence, a: Measured, b: Measured) -> Figure:
    whole = Measured(b.number, a.start, b.end, None, "ratio", False, False)
    return _figure(sentence, whole, as_ratio(a, b))


def _rate(sentence: Sentence, a: Measured, b: Measured) -> Figure:
    unit = f"per_{int(b.number.stated or 0)}"
    whole = Measured(b.number, a.start, b.end, unit, "rate", False, False)
    return _figure(sentence, whole, _value(a.number))


def _share(part: Part, a: Measured, b: Measured, how: str) -> None:
    """The first of two takes the unit, and in "from 3 to 5 million" the scale, that only the second has."""
    if a.unit is None and b.unit is not None and (b.after or how == "change"):
        if how == "list" and part.lower[a.end : a.end + 1] == "," and b.kind != "percent":
            return
        a.unit, a.kind = b.unit, b.kind
    if how == "change":
        scale = share_scale(part, a, b)
        n = a.number
        if scale is not None and n.stated is not None:
            n.stated = n.low = n.high = n.stated * scale
            n.step, n.scaled = n.step * scale, True


def _figure(sentence: Sentence, m: Measured, value: Value) -> Figure:
    one = value.stated == _ONE
    kind: ClaimKind = m.kind
    unit = m.unit
    noun: Noun | None = None
    form = m.number.form
    if unit is None or m.kind in ("rate", "ratio"):
        noun = ahead(sentence, m.end, one)
        if kind == "count" and is_age(sentence, m.start, m.end, value.stated or value.high, noun is not None):
            unit, kind, noun = "year_of_age", "age", None
        elif kind == "count" and form in ("fraction", "multiple"):
            kind = "ratio"
    elif unit == "year_of_age" or kind == "money":
        pass
    hedge = hedges.sign_before(sentence, m.start) or hedges.before(sentence, m.start, kind, one and not m.number.scaled)
    if hedge is None or hedge.bound == "about":
        tail = hedges.after(sentence, m.end) or (noun and hedges.after(sentence, noun.end))
        if tail and (hedge is None or tail.bound != "about"):
            hedge = tail
    first = min(m.start, hedge.start) if hedge else m.start
    last = max(m.end, hedge.end) if hedge else m.end
    way = direction(sentence, first, last)
    q = quantity(value, hedge.bound if hedge else None, kind, unit, way)
    return Figure(
        sentence,
        m.start,
        m.end,
        q,
        kind,
        noun.counted if noun else None,
        (noun.start, noun.end) if noun else None,
        False,
        (hedge.start, hedge.end) if hedge else None,
        form,
    )

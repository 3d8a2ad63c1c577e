"""Wrong conversion: one quantity in two units that are not the same, or two sums of money at two rates.

## What it flags
Two units side by side ("15 miles (9 km)") that no rounding joins: factor upside down, square or cube forgotten, a
difference of temperature converted as a reading. Two pairs of the same currencies whose rates disagree.

## Why
Conversions are put in by the desk, and no reader in the other country can check them.

## Flagged
Upside down.

    The camp lies 15 miles (9 kilometers) from the border.

A difference is not a reading.

    The report projects a rise of 2 degrees Celsius (36 degrees Fahrenheit) by 2100.

Two rates in one story.

    The port will cost 500 million pesos ($8.6 million). The road will cost 1 billion pesos ($171 million).

## Fine
Rounded as it was given.

    The camp lies about 100 kilometers (60 miles) from the border.

A reading.

    The town had a high of 2 degrees Celsius (36 degrees Fahrenheit) on Friday.

One rate.

    The port will cost 500 million pesos ($8.6 million). The road will cost 1 billion pesos ($17.1 million).

## Thresholds
Both figures may be rounded as written, by 10 percent at most, multiples of five from 20 on to the nearest five, and the
factor by 2.5 percent. Units that are more than one thing (tons, gallons, ounces, miles at sea) may be off by 13
percent. Temperatures are read to the degree.

Two rates of exchange go by the evidence for it: a warning from 5 bits on, an error from 7 (`data/weights.txt`).

## What to do
Convert again from the original figure, and give no more digits than it has.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from figcheck.intervals import Interval, asserted, disjoint, is_multiple, slack, widen, written
from figcheck.models import Claim, Finding, Relation, Severity
from figcheck.relations.sums import unbound
from figcheck.rules.arithmetic import amount, term
from figcheck.rules.base import Context, Rule, finding, severity_of
from figcheck.rules.phrases import cause, figure, quoted, sentence_start
from figcheck.units import convert
from figcheck.words import load

__all__ = ["RULE", "SLOPPY"]

SLOPPY = Decimal("0.025")  # 1.6 and 1.61, 39 and 39.37: factors are rounded too
_LOOSE = Decimal("0.13")  # short and long tons, British and American gallons, sea and land miles
_AMBIGUOUS = frozenset(load("relations.toml")["conversion"]["ambiguous"].split())
_WHOLE = Decimal(1000)  # from here on, an explanation prints no decimals
_COARSE = Decimal("0.1")  # 300 meters may stand for 320, not for 255
_FIVES = Decimal(20)  # from here on, a multiple of five may be rounded to five: 85 km/h (55 mph)


def check(context: Context) -> Iterator[Finding]:
    """One finding for each pair of units that disagree, and for each pair of currencies at a rate of its own."""
    for relation in context.of_kind.get("conversion", ()):
        a, b = context.in_role(relation, "from")[0], context.in_role(relation, "to")[0]
        if a.kind != "money":
            found = _units(context, relation, a, b)
            if found is not None:
                yield found
        elif (severity := severity_of(relation)) is not None:
            yield _rate(context, relation, severity)


def _units(context: Context, relation: Relation, a: Claim, b: Claim) -> Finding | None:
    one, two = str(a.quantity.unit), str(b.quantity.unit)
    readings = [(one, two)]
    if "degree" in one:
        differences = (_delta(one), _delta(two))
        levels = (_reading(one), _reading(two))
        readings = (
            [differences] if relation.difference else [levels, differences] if relation.hedge == "about" else [levels]
        )
    made = [m for m in (_converted(a, *units) for units in readings) if m is not None]
    if not made or a.quantity.stated is None or b.quantity.stated is None:
        return None
    loose = bool({one, two} & _AMBIGUOUS or {*one.split("_per_"), *two.split("_per_")} & _AMBIGUOUS)
    value = convert(a.quantity.stated, *readings[0])
    by = abs(value) * (_LOOSE if loose else SLOPPY)
    if any(not disjoint(widen(m, by), _spread(b)) for m in made):
        return None
    told, about = quoted(a), amount(_round(value), readings[0][1])
    told = f"A difference of {told}" if relation.difference else sentence_start(told)
    return finding(
        RULE, context, {"from": a, "to": b},
        f"{told} is about {about}, not {figure(b)}.",
        explanation=f"{term(a)} = {amount(value, readings[0][1], 0 if abs(value) >= _WHOLE else 2)}",
        relation=relation, computed=value,
        suggestion=f"Convert again: it is about {about}.",
    )  # fmt: skip


def _spread(claim: Claim) -> Interval:
    """What is written, with its rounding; a temperature is read to the degree, even at 10 or 20."""
    q = unbound(claim.quantity)
    if "degree" in str(q.unit) and q.hedge == "exact":
        return widen(asserted(q), min(q.step, Decimal(1)) / 2)
    fives = q.hedge == "exact" and q.stated is not None and q.stated >= _FIVES and is_multiple(q.stated, 5)
    if q.hedge == "exact" and q.stated is not None and abs(q.stated) >= 10:
        most = max(abs(q.stated) * _COARSE, min(q.step, Decimal(1)) / 2)
        return widen(asserted(q), min(max(slack(q), Decimal("2.5") if fives else Decimal(0)), most))
    return written(q)


def _converted(a: Claim, one: str, two: str) -> Interval | None:
    low, high = _spread(a)
    try:
        ends = [convert(x, one, two) for x in (low, high) if x is not None]
    except ValueError:
        return None
    return Interval(min(ends), max(ends)) if len(ends) == 2 else None


def _delta(unit: str) -> str:
    return unit if unit.startswith("delta_") else f"delta_{unit}"


def _reading(unit: str) -> str:
    return unit.removeprefix("delta_")


def _round(value: Decimal) -> Decimal:
    """Two significant digits, three from a hundred on."""
    if not value:
        return value
    digits = 3 if abs(value) >= 100 else 2
    place = value.adjusted() - digits + 1
    return round(value.scaleb(-place)) * Decimal(1).scaleb(place)


def _rate(context: Context, relation: Relation, severity: Severity) -> Finding:
    """A pair of currencies against the rate of another pair."""
    first, second = (
        (context.in_role(relation, one)[0], context.in_role(relation, other)[0])
        for one, other in (("from", "to"), ("usual", "usual_to"))
    )
    x, y = sorted((first, second), key=lambda pair: pair[0].start)
    return finding(
        RULE, context, {"from": (x[0], y[0]), "to": (x[1], y[1])},
        f"{sentence_start(quoted(x[0]))} ({quoted(x[1])}) and {quoted(y[0])} ({quoted(y[1])}) are at two rates of "
        f"exchange{cause(relation)}.",
        explanation=f"The first is {_per(*x)}, the second {_per(*y)}.",
        severity=severity, relation=relation, suggestion="Convert both at one rate, or say which day each rate is of.",
    )  # fmt: skip


def _per(a: Claim, b: Claim) -> str:
    one, two = a.quantity, b.quantity
    if not one.stated or not two.stated:
        return "no rate"
    big, small = (one, two) if one.stated >= two.stated else (two, one)
    rate = (big.stated or Decimal(0)) / (small.stated or Decimal(1))
    return f"{amount(rate, big.unit)} for {amount(Decimal(1), small.unit)}"


RULE = Rule("wrong-conversion", "FIG307", "conversion", "error", check)

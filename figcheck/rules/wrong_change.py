"""Wrong change: from, to and by do not agree, or the verb points the other way.

## What it flags
A change given with its two levels where the difference, the percentage, the factor ("doubled") or the direction
("rose to") is not what the levels give; a fall of more than 100 percent.

## Why
A change is worked out by hand, often from the wrong base, and one of its three numbers is changed later.

## Flagged
The difference.

    The toll rose by 1,204 to 9,310 from 8,016.

The direction.

    The number of patients rose to 38 from 41 in a week.

The factor.

    Applications doubled from 310 to 520 in a year.

## Fine
All three agree.

    Sales fell 20 percent to 18.4 million from 23 million.

About three times.

    Applications almost tripled from 310 to 910 in a year.

A lower rank is a better one.

    The city climbed in the ranking to 12 from 15.

## Thresholds
The levels may be rounded by half of their last digit, 3 percent at most; a percentage at its last digit, one of whole
tens by 1.5 points. A factor in words ("doubled") may be off by 10 percent, with "nearly" or "about" by 25, and by 3
more. A bound that is missed by a twentieth of itself or less ("more than $600" for 596) is a warning.

Where structure ties the figures and no word does, it goes by the evidence for it: a warning from 5 bits on, an error
from 7 (`data/weights.txt`).

## What to do
Work the change out again from the two levels. A percentage is taken of the earlier one.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from figcheck.compare.wording import words_in
from figcheck.intervals import Interval, difference, disjoint, overlap, point, quotient, scale, total, widen, written
from figcheck.models import Claim, Finding, Quantity, Relation, Severity
from figcheck.relations.sums import apart, factor, firm, moved, percent, relative, share
from figcheck.rules.arithmetic import amount, like, number, term, times
from figcheck.rules.base import Context, Rule, finding, severity_of
from figcheck.rules.phrases import cited, figure, quoted, sentence_start
from figcheck.syntax.lexicon import look

__all__ = ["RULE"]

_NAMES = {Decimal(2): "double", Decimal(3): "triple", Decimal(4): "quadruple", Decimal("0.5"): "half"}
_CENTS = ("cent", "penny")
_POINTS = ("percentage_point", "basis_point")
_NEAR = Decimal("0.1")
_TINY = Decimal("0.03")  # "nearly doubled" may be said of 2.03 times; "more than doubled" of 1.97


def check(context: Context) -> Iterator[Finding]:
    """One finding for each change that its levels do not give."""
    for relation in context.of_kind.get("change", ()):
        old, new, by = (context.in_role(relation, role) for role in ("from", "to", "by"))
        if "margin" in relation.roles:
            yield from _margin(context, relation)
            continue
        if not old or not new:
            if "share" in relation.roles:
                yield from _told_twice(context, relation)
            elif by and relation.direction == "down":
                yield _impossible(context, relation, by[0])
            continue
        found = _direction(context, relation, old[0], new[0]) or (
            _factor(context, relation, old[0], new[0])
            if relation.factor is not None
            else _amount(context, relation, old[0], new[0], by[0])
            if by
            else None
        )
        if found is not None and relation.outcome is None:
            yield found
        elif found is not None and (severity := severity_of(relation)) is not None:
            yield found.model_copy(update={"severity": severity})


def _impossible(context: Context, relation: Relation, by: Claim) -> Finding:
    return finding(
        RULE, context, {"by": by},
        f"A fall of {quoted(by)} is more than all there was.",
        explanation="A fall of 100 percent leaves nothing.",
        relation=relation, also=relation.words,
        suggestion="Work the percentage out again: it is of the earlier figure.",
    )  # fmt: skip


def _margin(context: Context, relation: Relation) -> Iterator[Finding]:
    """ "by 300 votes, 4,212 to 4,012" """
    (one, two), margin = context.in_role(relation, "sides"), context.in_role(relation, "margin")[0]
    severity = severity_of(relation)
    if severity is None or one.quantity.stated is None or two.quantity.stated is None:
        return
    made = abs(one.quantity.stated - two.quantity.stated)
    yield finding(
        RULE, context, {"sides": (one, two), "margin": margin},
        f"{sentence_start(quoted(one))} and {quoted(two)} are {number(made)} apart, not {figure(margin)}.",
        explanation=_difference_of(one, two, number(made)),
        severity=severity, relation=relation, computed=made,
        suggestion="Subtract again, and check the three figures against the source.",
    )  # fmt: skip


def _told_twice(context: Context, relation: Relation) -> Iterator[Finding]:
    """ "fell $2, or 5 percent, to $38": the share is of the level before."""
    by, share_of, new = (context.in_role(relation, role)[0] for role in ("by", "share", "to"))
    amount, level = _in_unit_of(by.quantity, new.quantity), new.quantity
    if not amount.stated or level.stated is None:
        return
    before = total([level, amount]) if relation.direction == "down" else difference(firm(level), firm(amount))
    value = level.stated + amount.stated * (1 if relation.direction == "down" else -1)
    made = scale(quotient(firm(amount), before), 100)
    if value <= 0 or overlap(made, percent(share_of.quantity)):
        return
    told = 100 * amount.stated / value
    yield finding(
        RULE, context, {"by": by, "share": share_of, "to": new},
        f"{'A fall' if relation.direction == 'down' else 'A rise'} of {quoted(by)} to {quoted(new)} is "
        f"{number(told, 1)} percent, not {figure(share_of)}.",
        explanation=f"{number(amount.stated)} / {number(value)} = {number(told)} percent",
        relation=relation, computed=told,
        suggestion="Work the percentage out again: it is of the level before the change.",
    )  # fmt: skip


def _direction(context: Context, relation: Relation, old: Claim, new: Claim) -> Finding | None:
    a, b = written(old.quantity), written(new.quantity)
    if relation.direction is None or a.low is None or b.low is None:
        return None
    if relation.outcome == "holds" or (relation.outcome is None and overlap(a, b)):
        return None
    if old.quantity.unit != new.quantity.unit and "_per_" not in f"{old.quantity.unit}{new.quantity.unit}":
        return None  # "$3.2 billion, or $1.05 per share, up from $2.9 billion"
    up = (new.quantity.stated or b.low) > (old.quantity.stated or a.low)
    if up == (relation.direction == "up"):
        return None
    return finding(
        RULE, context, {"from": old, "to": new},
        f"The story {_move(relation)}, but {quoted(new)} is {'more' if up else 'less'} than {quoted(old)}.",
        explanation=f"From {quoted(old)} to {quoted(new)} is {'up' if up else 'down'}.",
        relation=relation, also=relation.words,
        suggestion="Check which figure is the earlier one, and the verb.",
    )  # fmt: skip


def _move(relation: Relation) -> str:
    """What a story says of the way: its word for it, where that is what ties the figures."""
    word = relation.words[0].quote if relation.words else ""
    if any("change" in look(w).tags for w in words_in(word)):
        return f"says {cited(word)}"
    return f"tells of a {'rise' if relation.direction == 'up' else 'fall'}"


def _factor(context: Context, relation: Relation, old: Claim, new: Claim) -> Finding | None:
    assert relation.factor is not None
    times, allowed = factor(old.quantity, new.quantity), share(relation.factor, relation.hedge, _NEAR)
    by = relation.factor * _TINY
    allowed = Interval(
        None if allowed.low is None else allowed.low - by, None if allowed.high is None else allowed.high + by
    )
    if overlap(times, allowed) or not old.quantity.stated or new.quantity.stated is None:
        return None
    value = new.quantity.stated / old.quantity.stated
    name = _NAMES.get(relation.factor, f"{number(relation.factor)} times")
    return finding(
        RULE, context, {"from": old, "to": new},
        _times(old, new, value, name),
        explanation=f"{term(new)} / {term(old)} = {number(value)}",
        relation=relation, computed=value, also=relation.words,
        suggestion="Work the factor out again, and check the two figures against the source.",
    )  # fmt: skip


def _times(old: Claim, new: Claim, value: Decimal, name: str) -> str:
    if value < 1:
        return f"{sentence_start(quoted(new))} is {number(100 * value, 0)} percent of {quoted(old)}, not {name}."
    return f"From {quoted(old)} to {quoted(new)} is {times(value)} as much, not {name}."


def _amount(context: Context, relation: Relation, old: Claim, new: Claim, by: Claim) -> Finding | None:
    (a, b), q = _alike(old.quantity, new.quantity, by.quantity), by.quantity
    if a.stated is None or b.stated is None or not a.stated:
        return None
    unit: str | None = "percent"
    if by.kind == "ratio":
        if q.stated is None or overlap(relative(a, b), widen(point(100 * q.stated), 12 * q.stated)):
            return None
        value = 100 * abs(b.stated - a.stated) / a.stated
    elif q.unit == "percent" and a.unit == "percent":
        if overlap(moved(a, b), percent(q)) or overlap(relative(a, b), percent(q)):
            return None
        value = 100 * abs(b.stated - a.stated) / a.stated
    elif q.unit == "percent":
        if overlap(relative(a, b), percent(q)):
            return None
        value = 100 * abs(b.stated - a.stated) / a.stated
    else:
        scale = Decimal(100) if q.unit == "basis_point" else Decimal(1)
        given = apart(_in_unit_of(q, a))
        if not disjoint(Interval(*(None if x is None else x * scale for x in moved(a, b))), given):
            return None
        value, unit = abs(b.stated - a.stated) * scale, _difference(q, a)
    way = "rise" if b.stated > a.stated else "fall"
    share_of = unit == "percent"
    told = _told(value, unit, by, share_of)
    return finding(
        RULE, context, {"from": old, "to": new, "by": by},
        f"From {quoted(old)} to {quoted(new)} is a {way} of {told}, not {_given(by)}.",
        explanation=_sum(old, new, told, share_of),
        severity=_grave(by, value), relation=relation, computed=value,
        suggestion="Work the change out again, and check all three figures against the source.",
    )  # fmt: skip


def _told(value: Decimal, unit: str | None, by: Claim, share_of: bool) -> str:
    """The change as the story gives it: in cents, where it has cents."""
    if not share_of and by.quantity.unit in _CENTS and by.quantity.unit != unit:
        return amount(100 * value, by.quantity.unit, 4)
    return (
        amount(value, unit, 1)
        if share_of
        else like(value, by, 4)
        if by.quantity.unit == unit
        else amount(value, unit, 4)
    )


def _given(by: Claim) -> str:
    """The change as written; with its unit where that stands apart: "half" of "half a point"."""
    q = by.quantity
    if q.unit in _POINTS and q.stated is not None and by.quote.isalpha():
        return amount(q.stated, q.unit, 4)
    return figure(by)


def _difference(by: Quantity, level: Quantity) -> str | None:
    """The unit of what lies between two levels: points between percentages, else that of the levels."""
    if by.unit in ("basis_point", "percentage_point"):
        return by.unit
    return "percentage_point" if level.unit == "percent" else level.unit


def _alike(a: Quantity, b: Quantity, by: Quantity) -> tuple[Quantity, Quantity]:
    """Figures side by side are given to one digit: 40,000 beside 48,000, or "up by 12,000", is not rounded."""
    if a.hedge != "exact" or b.hedge != "exact" or a.unit != b.unit:
        return a, b
    steps = [a.step, b.step, *([by.step] if by.unit == a.unit and by.hedge == "exact" else [])]
    step = max(min(steps), max(a.step, b.step) / 10)
    return a.model_copy(update={"step": min(a.step, step)}), b.model_copy(update={"step": min(b.step, step)})


def _grave(by: Claim, value: Decimal) -> Severity:
    """A bound that is missed by a hair ("more than $600" for 596) is worth a look, no more."""
    told = by.quantity.stated
    bound = by.quantity.hedge in ("more_than", "less_than", "at_least", "at_most", "about")
    return "warning" if bound and told and abs(told - value) <= abs(told) / 20 else "error"


def _in_unit_of(by: Quantity, level: Quantity) -> Quantity:
    """Cents as dollars, where the levels are dollars."""
    if by.unit not in _CENTS or level.unit in (None, by.unit) or by.stated is None:
        return by
    low, high = (None if x is None else x / 100 for x in (by.low, by.high))
    return Quantity(
        low=low, high=high, stated=by.stated / 100, hedge=by.hedge, step=min(by.step, Decimal(1)) / 100, unit=level.unit
    )


def _sum(old: Claim, new: Claim, told: str, share_of: bool) -> str:
    if share_of:
        return f"({term(new)} - {term(old)}) / {term(old)} = {told}"
    return _difference_of(old, new, told)


def _difference_of(one: Claim, two: Claim, told: str) -> str:
    high, low = (two, one) if (two.quantity.stated or 0) > (one.quantity.stated or 0) else (one, two)
    return f"{term(high)} - {term(low)} = {told}"


RULE = Rule("wrong-change", "FIG305", "change", "error", check)

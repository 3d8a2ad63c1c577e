"""Wrong ratio: a share in words, or a rate, that the counts beside it do not give.

## What it flags
"One in five", "two-thirds", "less than half" beside a count and its base or beside a percentage; a rate per head or
per 100,000 beside a count and a population.

## Why
A share in words is written from memory while the counts come from the source; a rate loses or gains a zero.

## Flagged
Nearer one in three.

    Of the 4,900 homes, 1,450, or one in five, have no water.

Seven, not seventy.

    The city recorded 84 deaths among 1.2 million residents, or 70 per 100,000 people.

More than half is not less.

    Less than half of the voters (56 percent) had heard of the plan.

## Fine
The share fits.

    The fire reached 160 of the 240 homes, or two-thirds.

A rate that fits.

    The valley recorded 31 cases among 310,000 residents, or 10 per 100,000 people.

The base of the share is not the nearest count.

    Of the 4,900 homes, 1,450 have no water, and one in five pupils stays away from school.

## Thresholds
A share in words may be off by 15 percent of itself, with "about" by 25, but not so far that another common share would
be nearer. A bound ("less than half") is broken by more than 1 percent; it is a warning where it is by less than 10
percent. A rate may be off by 6 percent. A rate that is a thousand times off is left to scale-slip.

## What to do
Divide again. Where the share is of another base, name it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from figcheck.intervals import Interval, asserted, disjoint, quotient, scale, widen
from figcheck.models import Claim, Finding, Relation, Severity
from figcheck.relations.sums import firm, percent, share, slipped
from figcheck.rules.arithmetic import like, number, term
from figcheck.rules.base import Context, Rule, finding
from figcheck.rules.phrases import cited, figure, quoted, sentence_start

__all__ = ["RATE", "RULE"]

_SURE = Decimal("0.1")  # a share this far over or under a bound is an error, nearer it is worth a look
RATE = Decimal("0.06")  # a rate is given to fewer digits than its counts
_WHOLE = Decimal(1000)  # from here on, a rate is told without decimals


def check(context: Context) -> Iterator[Finding]:
    """One finding for each share or rate that its counts do not give."""
    for relation in context.of_kind.get("ratio_of", ()):
        found = _share(context, relation)
        if found is not None:
            yield found
    for relation in context.of_kind.get("rate", ()):
        if "sum" in relation.roles:
            continue  # parts-and-total says it
        found = _rate(context, relation)
        if found is not None:
            yield found


def _share(context: Context, relation: Relation) -> Finding | None:
    roles = {role: context.in_role(relation, role)[0] for role in relation.roles}
    if relation.factor is None:
        return None
    words = relation.words[0].quote if relation.words else roles["ratio"].quote
    words = words[:1].lower() + words[1:]
    value, made, told = _value(roles)
    allowed = share(relation.factor, relation.hedge)
    bound = relation.hedge in ("less_than", "more_than", "at_least", "at_most")
    off = (value - relation.factor) / relation.factor * (1 if relation.hedge in ("less_than", "at_most") else -1)
    if bound and (off <= Decimal("0.01")):
        return None
    if not bound and not disjoint(made, allowed):
        return None
    severity: Severity = "warning" if bound and off < _SURE else "error"
    share_is = "" if "percent" in roles else f"{number(100 * value, 1)} percent, "
    return finding(
        RULE, context, roles,
        f'{sentence_start(told)} is {share_is}not {cited(words)}.',
        explanation=f"The share is {number(100 * value, 1)} percent; "
        f'{cited(words)} is {_sign(relation)}{number(100 * relation.factor, 1)} percent.',
        severity=severity, relation=relation, computed=value, also=relation.words,
        suggestion="Divide again, or say what the share is of.",
    )  # fmt: skip


def _sign(relation: Relation) -> str:
    return {"less_than": "below ", "at_most": "at most ", "more_than": "above ", "at_least": "at least "}.get(
        relation.hedge, ""
    )


def _value(roles: dict[str, Claim]) -> tuple[Decimal, Interval, str]:
    """The share as a number, as an interval, and as words."""
    if "percent" in roles:
        q = roles["percent"].quantity
        return (q.stated or Decimal(0)) / 100, scale(percent(q), Decimal("0.01")), figure(roles["percent"])
    if "counts" in roles:
        q = roles["counts"].quantity
        return q.stated or Decimal(0), Interval(q.low, q.high), quoted(roles["counts"])
    count, base = roles["count"], roles["base"]
    value = (count.quantity.stated or Decimal(0)) / (base.quantity.stated or Decimal(1))
    return value, quotient(firm(count.quantity), firm(base.quantity)), f"{quoted(count)} of {quoted(base)}"


def _rate(context: Context, relation: Relation) -> Finding | None:
    count, base, rate = (context.in_role(relation, role)[0] for role in ("count", "base", "rate"))
    per = relation.factor or Decimal(1)
    if not base.quantity.stated or count.quantity.stated is None:
        return None
    made = scale(quotient(firm(count.quantity), firm(base.quantity)), per)
    value = per * count.quantity.stated / base.quantity.stated
    given = asserted(rate.quantity)
    step = min(rate.quantity.step, abs(rate.quantity.stated or Decimal(1)) / 20)
    if not disjoint(widen(made, value * RATE), widen(given, step)):
        return None
    if rate.quantity.stated and slipped(value, rate.quantity.stated):
        return None  # scale-slip says it
    of = "each" if per == 1 else f"per {number(per)}"
    told = f"{like(value, count, 0 if value >= _WHOLE else 2)} {of}"
    over = "divided by" if per == 1 else "among"
    return finding(
        RULE, context, {"count": count, "base": base, "rate": rate},
        f"{sentence_start(quoted(count))} {over} {quoted(base)} is {told}, not {figure(rate)}.",
        explanation=f"{term(count)} / {term(base)}{'' if per == 1 else f' x {number(per)}'} = {told}",
        relation=relation, computed=value,
        suggestion="Divide again, and count the zeros.",
    )  # fmt: skip


RULE = Rule("wrong-ratio", "FIG306", "ratio", "error", check)

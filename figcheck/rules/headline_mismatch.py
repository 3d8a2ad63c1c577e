"""The headline's figure, or what it measures, is not the body's.

## What it flags
A number in the headline that the text gives nowhere, where the text has another number for the same thing; and a
number that the text has under another measure (casualties in the text, dead in the headline).

## Why
Headlines are written last, by somebody else, from memory. They are also all that most people read.

## Flagged
Another number of bodies.

    title: 65 bodies found after landslide
    published: 2024-04-18

    Rescuers have pulled at least 72 bodies from the mud that buried a hamlet on Tuesday, the district chief said.

Killed for killed or injured.

    title: Mines killed 900 children last year

    Some 900 children were killed or injured by mines last year, a report said. Of them, 107 died, it said.

## Fine
Rounded for the headline.

    title: Nearly 3,000 flee fire

    Firefighters moved 2,975 people out of the villages on Wednesday, the governor said.

A sum that the text gives in parts.

    title: 12 killed in two attacks

    An attack on a bus killed seven people on Thursday, police said. Five people were killed in a second attack.

## Thresholds
A fair reader's rounding is allowed for, and where a headline says that a toll has passed a mark, 20 percent beyond it.
A count below 10 is held against the text only where the text has one count of that measure, and has it in its first
1,200 characters. A number under another measure counts from 5 on, also beside a floor that is less than half of it
("more than 60", for 140: 2 times 60 are less). Where no measure names the figure, half of the headline's words must
stand in the text's sentence; a number of 3 digits or more of which two changed places needs no noun.

One thing told again in other words goes by the evidence for it: a warning from 5 bits on, an error from 7
(`data/weights.txt`).

## What to do
Take the text's figure into the headline, with its measure, or find out which of the two is the latest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from figcheck.compare import Facts, compare, digits, drifts, size, slip
from figcheck.intervals import Interval, disjoint, fair, overlap, slack, widen, written
from figcheck.models import Claim, Finding
from figcheck.rules.base import Context, Rule, finding, retold
from figcheck.rules.phrases import both_tell, called, figure, mended, note

__all__ = ["RULE", "check"]

PASSED = Decimal("0.2")  # how far a toll may have gone past the mark in a headline
SMALL = 5  # below, two counts of a story meet by chance
OPEN = 2  # times: a floor of less than half the headline's number ("more than 60", for 140) is hardly the same count
FEW = 10  # below, a count far down in the text may well be of another incident
LEDE = 1200  # characters: where a story gives its own figures
LONG = 3  # digits of a number that a typing error has made of another
_ADVICE = "Check both against the source, and give headline and text the same figure."
ALIKE = 0.5  # of a headline's words, for figures that no measure names


def check(context: Context) -> Iterator[Finding]:
    """Each figure of a headline against the body's."""
    for title, body in context.archive.headlines:
        if title.claim.quantity.stated is None or title.claim.implicit:
            continue
        if not title.thing and not any(_slip(title, b) for b in body):
            continue
        agreeing = [b for b in body if _agrees(title, b)]
        if agreeing:
            other = _remeasured(title, agreeing, body)
            if other is not None:
                yield _remeasure(context, title, other)
        elif not _sum(title, body):
            other = _rival(title, body)
            if other is not None:
                yield _mismatch(context, title, other)
    for relation, first, second, severity in retold(context):
        if first.part == "title" != second.part:
            facts = context.archive.of_claim
            yield finding(
                RULE, context, {"headline": first, "body": second},
                f"The headline has {figure(first)}, the text {figure(second)}{mended(relation)}.",
                explanation=both_tell(facts[first.id], facts[second.id]), severity=severity, relation=relation,
                suggestion=_ADVICE,
            )  # fmt: skip


def _mismatch(context: Context, title: Facts, body: Facts) -> Finding:
    return finding(
        RULE, context, {"headline": title.claim, "body": body.claim},
        f"The headline has {figure(title.claim)}, the text {figure(body.claim)}{note(title, body)}.",
        explanation=f"No figure of the text agrees with the headline's {figure(title.claim)}.", suggestion=_ADVICE,
    )  # fmt: skip


def _remeasure(context: Context, title: Facts, body: Facts) -> Finding:
    return finding(
        RULE, context, {"headline": title.claim, "body": body.claim},
        f"In the headline, {figure(title.claim)} is the number of {called(title)}; in the text, of {called(body)}.",
        explanation="The number is the same, what it counts is not.",
        suggestion="Check which it is in the source, and give headline and text the same.",
    )  # fmt: skip


def _reading(f: Facts) -> Interval:
    """What a fair reader takes from it; in a headline "nearly", "over" and round numbers go far."""
    a, b = fair(f.claim.quantity), written(f.claim.quantity)
    low = None if a.low is None or b.low is None else min(a.low, b.low)
    high = None if a.high is None or b.high is None else max(a.high, b.high)
    return Interval(low, high)


def _agrees(title: Facts, body: Facts) -> bool:
    """Whether a figure of the text may be the headline's: the same number of anything, or one near it of its thing."""
    x, y = title.claim.quantity, body.claim.quantity
    if title.claim.kind != body.claim.kind or x.unit != y.unit:
        return False
    if x.stated is not None and x.stated == y.stated:
        return True
    shown, told = _reading(title), _reading(body)
    if title.thing != body.thing and body.thing is not None:
        return False
    if title.passing and x.stated is not None and y.stated is not None and title.thing == body.thing:
        return x.stated <= y.stated < x.stated + max(x.step, x.stated * PASSED)
    rounding = max(x.step / 2 if x.step > 1 else Decimal(0), slack(y)) if title.thing == body.thing else Decimal(0)
    return overlap(widen(shown, rounding), told)


def _remeasured(title: Facts, agreeing: Sequence[Facts], body: Sequence[Facts]) -> Facts | None:
    """The text's figure of the same number under another measure, where it has it under no other.

    The two measures are ones that numbers drift between, or the text has its own, other figure for the headline's.
    """
    told = title.claim.quantity.stated or 0
    exact = [b for b in agreeing if b.claim.quantity.stated == told]
    agreeing = [b for b in agreeing if (b.claim.quantity.stated or told) * OPEN >= told]
    if (
        not exact
        or told < SMALL
        or len(exact) < len(agreeing)
        or any(b.thing == title.thing and not _narrowed(title, b, body) for b in exact)
    ):
        return None
    own = title.claim.measure is not None and all(b.claim.measure for b in exact) and _rival(title, body) is not None
    return exact[0] if own or all(drifts(b, title) for b in exact) else None


def _narrowed(title: Facts, b: Facts, body: Sequence[Facts]) -> bool:
    """Whether the headline has families for people, or a part of the people ("children") for all of them.

    The text shows the latter where it has another figure for that part.
    """
    if title.population == b.population or not drifts(b, title):
        return False
    own = [f for f in body if f.thing == title.thing and f.population == title.population]
    return "families" in (b.population, title.population) or (b.population == "people" and bool(own))


def _sum(title: Facts, body: Sequence[Facts]) -> bool:
    """Whether two or three figures of the text, or all of the same thing, make the headline's."""
    want = _reading(title)
    values = [
        v for b in body
        if b.thing == title.thing and b.claim.quantity.unit == title.claim.quantity.unit
        and (v := b.claim.quantity.stated) is not None
    ][:24]  # fmt: skip
    for i, v in enumerate(values):
        for j, w in enumerate(values[i + 1 :], i + 1):
            if _holds(want, v + w) or any(_holds(want, v + w + u) for u in values[j + 1 :]):
                return True
    same = [b.claim.quantity.stated for b in body if b.thing == title.thing and b.claim.quantity.stated is not None]
    return _holds(want, sum(same, Decimal(0)))


def _holds(interval: Interval, value: Decimal) -> bool:
    return overlap(interval, Interval(value, value))


def _rival(title: Facts, body: Sequence[Facts]) -> Facts | None:
    """The text's own figure for the headline's thing; for what no measure names, only where there is one."""
    rivals = [b for b in body if not b.earlier and (_same(title, b) or _slip(title, b))]
    if not rivals or _crowded(title, rivals, body):
        return None
    if not title.claim.measure and len({b.claim.quantity.stated for b in rivals}) > 1:
        return None
    return min(rivals, key=lambda b: (slip(title.claim.quantity, b.claim.quantity) is None, b.where))


def _crowded(title: Facts, rivals: Sequence[Facts], body: Sequence[Facts]) -> bool:
    """Whether a small count may well be of another incident: told far down, or one of several counts of its measure."""
    if title.claim.kind != "count" or title.claim.measure is None or (title.claim.quantity.stated or 0) >= FEW:
        return False
    told = {b.claim.quantity.stated for b in body if b.claim.measure == title.claim.measure and not b.claim.subset}
    return len(told) > 1 or all(b.claim.start > LEDE for b in rivals)


def _slip(title: Facts, b: Facts) -> bool:
    """Whether two digits changed places in a number of which the headline does not say what it counts."""
    x, y = title.claim.quantity, b.claim.quantity
    alike = title.claim.kind == b.claim.kind and x.unit == y.unit and not title.claim.counted
    return alike and digits(x) >= LONG and slip(x, y) == "two digits are swapped"


def _same(title: Facts, b: Facts) -> bool:
    x, y = title.claim.quantity, b.claim.quantity
    how = compare(title, b)
    if how["measure"] != "same" or not how.same("event", "place") or how["population"] == "apart":
        return False
    if how["population"] == "contained" and b.population == "people" and size(x) < size(y):
        return False  # "7 adults, 1 child hurt": a part of the text's eight people
    if not _one_level(title.claim, b.claim) or not disjoint(_reading(title), _reading(b)):
        return False
    return bool(title.claim.measure) or title.likeness(b) >= ALIKE


def _one_level(a: Claim, b: Claim) -> bool:
    """Both levels or both amounts of change in one direction; a plan in the one is a plan in the other."""
    parts = any(c.subset or c.additional or c.implicit for c in (a, b))
    x, y = a.quantity.direction, b.quantity.direction
    return not parts and (x is None or y is None or x == y)


RULE = Rule("headline-mismatch", "FIG102", "headline", "error", check)

"""Shares over a hundred: the answers to one question, or the votes in one ballot, pass 100 percent.

## What it flags
Shares that exclude each other and together pass 100 by more than their rounding; shares that end in "the rest" and
do not come to 100.

## Why
One of the shares is wrong, or people could give more than one answer and the story does not say so.

## Flagged
One question, three answers.

    In the survey, 46 percent said they support the bridge, 41 percent oppose it and 18 percent are undecided.

One ballot.

    Ito won 48 percent of the vote, Lund took 39 percent and Reyes 21 percent, the board said.

## Fine
Rounded shares.

    In the survey, 51 percent said they support the bridge, 28 percent oppose it and 22 percent are undecided.

Two questions.

    In the survey, 71 percent said they support the bridge and 64 percent said they support the tunnel.

## Thresholds
Each share may be rounded by half of its last digit, half a point at most. Beyond that, shares that exclude each other
pass 100, or shares told as all do not come to 100.

Where no word says that they exclude each other, it goes by the evidence for it: a warning from 5 bits on, an error from
7 (`data/weights.txt`).

## What to do
Check the shares against the tables. Where people could choose more than one answer, say so.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from figcheck.intervals import Interval, disjoint, point, total, widen
from figcheck.models import Claim, Finding, Relation, Severity
from figcheck.rules.arithmetic import number, plus, row
from figcheck.rules.base import Context, Rule, finding, severity_of

__all__ = ["RULE"]

_HUNDRED = Decimal(100)


def check(context: Context) -> Iterator[Finding]:
    """One finding for each set of shares that is more than the whole."""
    for relation in context.of_kind.get("shares", ()):
        parts = context.in_role(relation, "parts")
        made = total(widen(Interval(p.quantity.low, p.quantity.high), _half(p)) for p in parts)
        limit = point(_HUNDRED) if relation.exhaustive else Interval(None, _HUNDRED)
        severity = severity_of(relation)
        if severity is not None or (relation.outcome is None and disjoint(limit, made)):
            yield _finding(context, relation, parts, severity)


def _half(claim: Claim) -> Decimal:
    return min(claim.quantity.step, Decimal(1)) / 2


def _finding(context: Context, relation: Relation, parts: tuple[Claim, ...], severity: Severity | None) -> Finding:
    made = sum((p.quantity.stated or Decimal(0) for p in parts), Decimal(0))
    return finding(
        RULE, context, {"parts": parts},
        f"{row(parts, 'shares')} add up to {number(made)} percent.",
        explanation=f"{plus(parts)} = {number(made)} percent, not 100",
        severity=severity, relation=relation, computed=made, also=relation.words,
        suggestion=f"Check the shares against the tables, or say {_instead(made)}.",
    )  # fmt: skip


def _instead(made: Decimal) -> str:
    return "that more than one answer was possible" if made > _HUNDRED else "who makes up the rest"


RULE = Rule("shares-over-hundred", "FIG303", "percentage", "error", check)

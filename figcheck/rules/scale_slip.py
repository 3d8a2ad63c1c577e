"""Scale slip: a thousand, a million or a billion dropped or swapped.

## What it flags
The same digits for the same thing, a thousand times or a million times apart, where the second telling points back to
the first ("those 180 million people") or plainly repeats it.

## Why
"Million" for "billion" is the costliest letter in a newsroom, and no spelling check sees it.

## Flagged
The second points back.

    The rule covers 180 workers at the plant. Those 180 million workers will get new cards.

Two scales for one thing.

    The council approved a schools budget of $3.2 billion. The $3.2 million schools budget takes effect in May.

## Fine
Two sums.

    The group spent $250 million this year and $1.5 billion since 2014.

The same digits by chance.

    The storm cut power to 1.2 million homes. Repairs to one pier will cost $1.2 billion.

## Thresholds
A total, a number of shares and a share each that differ by a factor of a thousand, a million or a billion, within 6
percent. Figures told again at another scale go by the evidence that both are one thing: a warning from 5 bits on, an
error from 7 (`data/weights.txt`).

## What to do
Check the scale in the source, and write it at both places.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from figcheck.models import Finding
from figcheck.relations.sums import slipped
from figcheck.rules.arithmetic import like, number, term
from figcheck.rules.base import Context, Rule, differing, finding, retold
from figcheck.rules.phrases import figure, quoted, sentence_start, where

__all__ = ["RULE"]


_ONE = "Both tell of one thing, in the same digits."


def check(context: Context) -> Iterator[Finding]:
    """One finding for each pair of figures of one thing whose scales differ."""
    yield from _rates(context)
    for relation, first, again, severity in retold(context, scale=True):
        yield finding(
            RULE, context, {"first": first, "again": again},
            f"{sentence_start(figure(first))} here and {figure(again)} further on differ by {relation.slip}.",
            explanation=_ONE,
            severity=severity, relation=relation,
            suggestion="Check whether it is thousand, million or billion, and count the zeros.",
        )  # fmt: skip
    for link, severity in differing(context, scale=True):
        one, two, slipped_by = link.a, link.b, link.slip.name if link.slip else ""
        yield finding(
            RULE, context, {"first": one.claim, "again": two.claim},
            f"{sentence_start(figure(one.claim))} in {where(one)} and {figure(two.claim)} in {where(two)} "
            f"differ by {slipped_by}.",
            explanation=_ONE, severity=severity,
            suggestion="Check whether it is thousand, million or billion, and count the zeros.",
        )  # fmt: skip


def _rates(context: Context) -> Iterator[Finding]:
    """A total, a number of shares and a share each that agree but for a thousand, a million or a billion."""
    for relation in context.of_kind.get("rate", ()):
        if "sum" in relation.roles:
            continue  # parts-and-total says it
        count, base, rate = (context.in_role(relation, role)[0] for role in ("count", "base", "rate"))
        told, given = rate.quantity.stated, count.quantity.stated
        if not told or not given or not base.quantity.stated or relation.factor is None:
            continue
        times = slipped(relation.factor * given / base.quantity.stated, told)
        if times is None:
            continue
        whole = told * base.quantity.stated / relation.factor
        made = like(_short(whole), count)
        yield finding(
            RULE, context, {"count": count, "base": base, "rate": rate},
            f"{sentence_start(quoted(rate))} times {quoted(base)} is {made}, not {figure(count)}.",
            explanation=f"{term(rate)} x {term(base)} = {made}; {made} and {term(count)} are a factor of "
            f"{number(times)} apart",
            relation=relation, computed=whole,
            suggestion="Check whether it is thousand, million or billion.",
        )  # fmt: skip


def _short(value: Decimal) -> Decimal:
    """Three significant digits."""
    place = value.adjusted() - 2
    return round(value.scaleb(-place)) * Decimal(1).scaleb(place)


RULE = Rule("scale-slip", "FIG308", "magnitude", "error", check)

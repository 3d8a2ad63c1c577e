"""Parts and total: parts that do not make the whole they are said to make.

## What it flags
A whole and its parts, tied by the words, whose sum is another number: parts that are said to be all of it
("comprise", "made up of", a colon list, "the rest", aboard = dead + rescued + missing), or parts that cannot overlap
and together pass the whole. Rounded parts are allowed the rounding of each.

## Why
A sum is the first thing that a reader checks, and the commonest trace of a figure updated in one place only.

## Flagged
A list that is all of the whole.

    The blast killed 12 people: seven women, four children and two men, the coroner said.

Everyone aboard is dead, rescued or missing.

    The ferry was carrying 476 people. Rescuers said 174 people had been rescued, 28 were dead and 268 were missing.

Groups that cannot overlap pass the whole.

    Of the 40 people injured, 25 were women and 19 were men, the hospital said.

## Fine
The words name some of the parts only.

    The blast killed 41 people, including 12 women and nine children, the coroner said.

Rounded parts.

    The plan costs $7.1 billion: $3.4 billion for roads, $2.4 billion for rail and $1.4 billion for ports.

Groups that may overlap.

    Of the 41 people injured, 30 were women and 20 were pensioners, the hospital said.

## Thresholds
Each part and the whole may be rounded by half of its last written digit. A single part is told where it is more than
its whole, up to twice as much: beyond, it is a part of something else. A number of things at a price each may be off by
3 percent.

Where no word says that the parts are all of it, their number, closeness and likeness are the evidence: a warning from 5
bits on, an error from 7 (`data/weights.txt`).

## What to do
Add the parts up again from the source. Where they are not all of it, say "including"; where they are rounded, say so.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from figcheck.intervals import Interval, disjoint, point, total, widen
from figcheck.models import Claim, Finding, Relation, Severity
from figcheck.relations.sums import rounded
from figcheck.rules.arithmetic import like, number, plus, row, term
from figcheck.rules.base import Context, Rule, finding, severity_of
from figcheck.rules.phrases import quoted, sentence_start

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Finding]:
    """One finding for each whole whose parts do not fit it."""
    for relation in context.of_kind.get("part_of", ()):
        whole, parts = context.in_role(relation, "whole")[0], context.in_role(relation, "parts")
        severity = severity_of(relation)
        if severity is not None or (relation.outcome is None and _wrong(relation, whole, parts)):
            yield _finding(context, relation, whole, parts, severity)
    for relation in context.of_kind.get("rate", ()):
        if "sum" in relation.roles:
            yield from _product(context, relation)


def _product(context: Context, relation: Relation) -> Iterator[Finding]:
    """ "4,000 tickets at $25 each, $100,000 in all" """
    whole, base, each = (context.in_role(relation, role)[0] for role in ("sum", "base", "rate"))
    many, price, told = base.quantity.stated, each.quantity.stated, whole.quantity.stated
    if not many or not price or not told:
        return
    made = many * price
    if disjoint(widen(rounded(whole.quantity), told * _LOOSE), widen(point(made), made * _LOOSE)):
        yield finding(
            RULE, context, {"whole": whole, "parts": (base, each)},
            f"{sentence_start(quoted(base))} at {quoted(each)} is {like(made, whole)}, not {quoted(whole)}.",
            explanation=f"{number(many)} x {number(price)} = {number(made)}, not {number(told)}",
            relation=relation, computed=made,
            suggestion="Multiply again, and check the three figures against the source.",
        )  # fmt: skip


def _wrong(relation: Relation, whole: Claim, parts: tuple[Claim, ...]) -> bool:
    given, made = rounded(whole.quantity), total(rounded(p.quantity) for p in parts)
    if len(parts) == 1 and not _near(whole, parts[0]):
        return False
    if relation.exhaustive:
        return disjoint(given, made)
    if not relation.exclusive:
        return False
    return disjoint(Interval(Decimal(0), given.high), made)


def _near(whole: Claim, part: Claim) -> bool:
    """A part many times its whole is more often a part of something else than a slip."""
    a, b = whole.quantity.stated, part.quantity.stated
    return a is not None and b is not None and b <= 2 * a


def _finding(
    context: Context, relation: Relation, whole: Claim, parts: tuple[Claim, ...], severity: Severity | None
) -> Finding:
    numbers = [p.quantity.stated for p in parts]
    made = sum((n for n in numbers if n is not None), Decimal(0)) if all(n is not None for n in numbers) else None
    if len(parts) == 1:
        message = f"{sentence_start(quoted(parts[0]))} is more than the {quoted(whole)} it is part of."
        sum_ = f"{term(parts[0])} > {term(whole)}"
    elif made is None:  # a range or a vague word among them
        message = f"{row(parts, 'parts')} do not make {quoted(whole)}."
        sum_ = f"No reading of the parts adds up to {quoted(whole)}."
    else:
        told, verb = like(made, whole), "add up to" if relation.exhaustive else "already come to"
        message = f"{row(parts, 'parts')} {verb} {told}, not {quoted(whole)}."
        sum_ = f"{plus(parts)} = {told}, not {term(whole)}"
    return finding(
        RULE, context, {"whole": whole, "parts": parts}, message,
        explanation=sum_, severity=severity, relation=relation, computed=made, also=relation.words,
        suggestion=f"Check {quoted(whole)} and its parts against the source{_or(made, whole, parts)}.",
    )  # fmt: skip


def _or(made: Decimal | None, whole: Claim, parts: tuple[Claim, ...]) -> str:
    """What may be said instead: of a short list, that it is one; of a long one, that some are in two groups."""
    if made is None or whole.quantity.stated is None or len(parts) == 1:
        return ""
    short = made < whole.quantity.stated
    return f", or say that {'the list is not complete' if short else 'the parts overlap'}"


_LOOSE = Decimal("0.03")

RULE = Rule("parts-and-total", "FIG301", "total", "error", check)

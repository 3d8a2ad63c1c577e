"""One figure turns into another measure, population or status on the way from one place to the next.

## What it flags
The same unusual number for one event under two measures (casualties and dead, families and people, suspected and
confirmed cases, people and civilians), in two articles or in two places of one.

## Why
A number is copied more faithfully than its noun. The number stays true, and what is said with it does not.

## Flagged
Casualties became dead.

    published: 2024-08-14
    publisher: Lantern Wire

    Shells that hit the market in Deir Sul on Tuesday caused 118 casualties, the hospital there said.
    ===
    published: 2024-08-14
    publisher: Morning Courier

    Shells killed 118 people at the market in Deir Sul on Tuesday, the hospital there said.

Families became people.

    published: 2024-09-03
    publisher: Lantern Wire

    The flood in Orlec displaced 2,340 families, the Red Cross said on Tuesday.
    ===
    published: 2024-09-03
    publisher: Morning Courier

    The flood in Orlec displaced 2,340 people, the Red Cross said on Tuesday.

## Fine
Small numbers meet by chance.

    published: 2024-08-14

    A bomb killed 12 people and injured another 12 in Orlec on Tuesday, police said.

Residents are people.

    published: 2024-08-14
    publisher: Lantern Wire

    The flood in Orlec killed 137 residents, the Red Cross said on Tuesday.
    ===
    published: 2024-08-14
    publisher: Morning Courier

    The flood in Orlec killed 137 people, the Red Cross said on Tuesday.

## Thresholds
The number has at least 3 significant digits: two tables hardly share it by chance. With 2 of them, one source must have
given both, and the nouns be casualties and dead, families and people, or feared and dead. From 1,000 on, two sources
may have given it. Where no event is named, the evidence that both tell of one must come to 1.5 bits
(`data/weights.txt`).

## What to do
Go back to the source for the noun that belongs to the number.
"""

from __future__ import annotations

from collections.abc import Iterator

from figcheck.compare import Facts, compare, digits, drifts
from figcheck.models import Finding
from figcheck.relations.evidence import weights
from figcheck.rules.base import Context, Rule, finding
from figcheck.rules.phrases import called, figure, sentence_start, where

__all__ = ["RULE", "check"]

CERTAIN = 1000  # from here on, another source with the number must have copied it
LIKELY = 3  # significant digits of a number that two tables hardly share by chance


def check(context: Context) -> Iterator[Finding]:
    """Pairs that give one number for one event under two names."""
    for a, b in context.archive.same_number:
        if _drifted(context, a, b):
            yield _finding(context, a, b, f"in {where(a)}", f"in {where(b)}")
    for a, b in context.archive.same_number_within:
        if a.claim.sentence != b.claim.sentence and _drifted(context, a, b):
            yield _finding(context, a, b, "here", "further on")


def _finding(context: Context, a: Facts, b: Facts, here: str, there: str) -> Finding:
    return finding(
        RULE, context, {"first": a.claim, "second": b.claim},
        f"{sentence_start(here)}, {figure(a.claim)} is the number of {called(a)}; {there}, of {called(b)}.",
        explanation=f"The number is the same, the noun is not: {called(a)}, {called(b)}.",
        suggestion="Go back to the source for the noun that belongs to the number.",
    )  # fmt: skip


def _drifted(context: Context, a: Facts, b: Facts) -> bool:
    if a.earlier or b.earlier or not drifts(a, b):
        return False
    how = compare(a, b)
    likely = digits(a.claim.quantity)
    event = how["event"] == "same" or (how["event"] == "unknown" and likely > LIKELY and bool(a.shared(b)))
    if not event and a.story is not b.story and how["event"] != "apart":
        event = context.archive.linked(a, b).drift >= weights()["drift"]
    if not event or not (how["level"] == "same" or a.possible) or (how["place"] == "apart" and how["source"] != "same"):
        return False
    if likely < LIKELY and not (likely == LIKELY - 1 and how.same("source") and _telling(context, a, b)):
        return False
    if how["source"] == "apart" and (a.claim.quantity.stated or 0) < CERTAIN:
        return False
    return not (context.archive.names_both(a, b) or context.archive.names_both(b, a))


def _telling(context: Context, a: Facts, b: Facts) -> bool:
    """Whether even a small number shows it: all casualties dead, all families people, all who may be lost dead."""
    if "families" in (a.population, b.population):
        return True
    if a.possible or (a.feared and not b.feared):
        return a.day == b.day
    hurt = context.archive.has_measure(b.claim.article, "injured")
    return "casualties" in (a.claim.measure, b.claim.measure) and (a.day == b.day or not hurt)


RULE = Rule("measure-drift", "FIG106", "conflation", "error", check)

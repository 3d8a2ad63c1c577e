"""Two articles give one thing from one source, as of one day, in two figures that cannot both be true.

## What it flags
The same measure of the same people, place and event, by the same source and of the same day (or of an event that is
long over), in two articles, with no number in common. Digits that changed places are named as such.

## Why
One of the two was mistyped or taken from another row of a table, and the archive will hand it on.

## Flagged
Two digits changed places.

    published: 2024-09-15
    publisher: Lantern Wire

    The raid of Sept. 15, 2021, on the town of Corren left 1,219 dead, according to government figures.
    ===
    published: 2024-09-16
    publisher: Morning Courier

    The raid of Sept. 15, 2021, on Corren killed 1,291 people, according to government figures.

One study, two numbers.

    published: 2024-02-10
    publisher: Lantern Wire

    The flood of 1978 in the Orlec valley killed 5,791 people, according to a study by the Water Institute.
    ===
    published: 2024-05-02
    publisher: Morning Courier

    The flood of 1978 in the Orlec valley killed 4,791 people, a study by the Water Institute says.

## Fine
Another day.

    published: 2024-08-14

    The war has killed 57,418 people in Lower Vesh, the Health Ministry said on Wednesday.
    ===
    published: 2024-08-15

    The war has killed 57,481 people in Lower Vesh, the Health Ministry said on Thursday.

The city and the province.

    published: 2024-08-14

    The storm on Monday killed 19 people in the city of Merava, the agency said on Wednesday.
    ===
    published: 2024-08-14

    The storm on Monday killed 47 people in Tarsene province, the agency said on Wednesday.

## Thresholds
No rounding joins the two. That they are one thing goes by the evidence for it, added up from their names, words, nouns,
measures, days and sources: a warning from 5 bits on, an error from 7 (`data/weights.txt`). `figcheck why` adds it up
for any two figures.

## What to do
Go back to the source that both name. Correct the one that differs from it, and say so where it was published.
"""

from __future__ import annotations

from collections.abc import Iterator

from figcheck.compare import Facts
from figcheck.models import Finding, Severity
from figcheck.rules.base import Context, Rule, differing, finding
from figcheck.rules.phrases import both_tell, credit, figure, note, where

__all__ = ["RULE", "check"]


def check(context: Context) -> Iterator[Finding]:
    """Figures of two articles that are one thing, by all that speaks for it, and share no number."""
    for link, severity in differing(context):
        yield _finding(context, link.a, link.b, severity)


def _finding(context: Context, a: Facts, b: Facts, severity: Severity) -> Finding:
    return finding(
        RULE, context, {"first": a.claim, "second": b.claim},
        f"The figure{credit(a, b)} is {figure(a.claim)} in {where(a)} and {figure(b.claim)} in {where(b)}{note(a, b)}.",
        explanation=both_tell(a, b), severity=severity,
        suggestion="Go back to the source, and correct the story that differs from it.",
    )  # fmt: skip


RULE = Rule("conflict-across-articles", "FIG103", "contradiction", "error", check)

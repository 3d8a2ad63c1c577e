"""One figure, two owners.

## What it flags
The same unusual number for one thing, credited to one source in one article and to another in the next, where neither
is said to quote the other.

## Why
A count belongs to whoever counted. Passed on under another name, it looks like a second, independent count.

## Flagged
A ministry's count became an agency's.

    published: 2024-05-07
    publisher: Lantern Wire

    The war has killed 35,034 people in Lower Vesh, the Health Ministry said on Tuesday.
    ===
    published: 2024-05-08
    publisher: Morning Courier

    The war has killed 35,034 people in Lower Vesh, the United Nations said on Wednesday.

The police became the organizers.

    published: 2024-05-07
    publisher: Lantern Wire

    The march in Brannock on Monday drew 12,450 people, police said.
    ===
    published: 2024-05-07
    publisher: Morning Courier

    Organizers said that 12,450 people took part in the march in Brannock on Monday.

## Fine
The second cites the first.

    published: 2024-05-07

    The war has killed 35,034 people in Lower Vesh, the Health Ministry said on Tuesday.
    ===
    published: 2024-05-08

    The war has killed 35,034 people in Lower Vesh, the United Nations said, citing the Health Ministry.

Round numbers meet by chance.

    published: 2024-05-07

    The march in Brannock on Monday drew 10,000 people, police said.
    ===
    published: 2024-05-07

    Organizers said that 10,000 people took part in the march in Brannock on Monday.

## Thresholds
The number is exact and has at least 3 significant digits. Where more than 2 sources give it, nobody in particular
counted it. That the figures are one thing goes by the evidence for it, from 5 bits on (`data/weights.txt`).

## What to do
Find out who counted, and name that one; "according to" the other only where it quotes.
"""

from __future__ import annotations

from collections.abc import Iterator

from figcheck.compare import Facts, compare, odd
from figcheck.models import Finding
from figcheck.rules.base import Context, Rule, agreeing, finding
from figcheck.rules.phrases import figure, sentence_start, where, whom

__all__ = ["RULE", "check"]

LIKELY = 3  # significant digits of a number that two counts hardly share by chance
FEW = 2  # owners of a number, beyond which nobody in particular counted it


def check(context: Context) -> Iterator[Finding]:
    """Pairs that give one number for one thing under two owners."""
    for a, b in agreeing(context):
        if _credited(context, a, b):
            yield finding(
                RULE,
                context,
                {"first": a.claim, "second": b.claim},
                f"{sentence_start(figure(a.claim))} is credited to {whom(a)} in {where(a)} and to {whom(b)} in "
                f"{where(b)}.",
                explanation="It is one number for one thing, and neither story names the other's source.",
                suggestion="Find out who counted, and name that one in both.",
            )


def _credited(context: Context, a: Facts, b: Facts) -> bool:
    """Whether an odd number is credited to two owners, neither story naming the other's."""
    if odd(a.claim.quantity) < LIKELY or not a.owned or not b.owned or compare(a, b)["source"] != "apart":
        return False
    known = a.claim.measure is None and (a.claim.definite or b.claim.definite)
    if known or context.archive.tellers(a) > FEW:
        return False  # "the 1,237 delegates needed": a number that everybody knows
    return not context.archive.cites(a, b) and not context.archive.cites(b, a)


RULE = Rule("source-drift", "FIG108", "attribution-changed", "warning", check)

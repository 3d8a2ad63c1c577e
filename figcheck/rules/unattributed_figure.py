"""A figure that needs a source has none in reach.

## What it flags
Tolls, injured, missing, displaced, captives, crowds, cases, damage and cost that nobody in the story stands behind,
once per figure and story. It is a warning where the figure is of note (see Thresholds). Smaller and vague ones ("four
were hurt", "thousands gathered") are an info, which a strict desk makes warnings with `strict-sources = true`. A source
is in reach in the sentence, in the sentence beside it, over the paragraph, or wherever the story names one for the same
number.

## Why
Nobody sees a war, a flood or a crowd whole. Whoever counted must be named, so that the reader can weigh the count.

## Flagged
Damage, and nobody.

    The flood in Dren last week caused $640 million in damage.

    The mayor, Hadi Nasr, said the town would rebuild the bridge by spring.

A count of the displaced, and nobody.

    DEIR SUL — The fighting has displaced 84,000 people since May.

    A truck brought flour on Thursday. "We share it by the cup," said Rim Haddad, 44.

## Fine
One source for the paragraph.

    The landslide killed 82 people, the district chief said. He said 310 were missing.

Ages, distances, scores and prices.

    Rim Haddad, 44, walked 12 kilometers to the market, where flour costs $31 a sack. Her town lost the derby 3-1.

Long settled.

    The first stones of the harbor were laid after the storm of 1912, which killed 340 people.

## Thresholds
A warning from 20 people on: below, a reporter may have counted them. A desk sets another number with `least-toll` in
its settings; 1 makes every toll a warning. Of a crowd, 1,000; of homes and other buildings, 100; of damage and cost,
1,000,000 of whatever currency. What is below is an info, as are vague words; a crowd is one from 100 on. What happened
more than 60 days before the story is settled, and needs no source.

## What to do
Name who counted, and when. Where nobody did, say so, or leave the figure out.
"""

from __future__ import annotations

from collections.abc import Iterator

from figcheck.compare import Facts
from figcheck.models import Finding, Severity
from figcheck.rules.base import Context, Rule, finding
from figcheck.rules.phrases import described, figure, where, whom
from figcheck.rules.standing import bare, graded, plain

__all__ = ["RULE", "check"]


def check(context: Context) -> Iterator[Finding]:
    """One finding a sentence, for its figures that nobody in the story stands behind and that were not met before."""
    sources = context.archive.sources

    def unvouched(f: Facts) -> bool:
        return bare(f, context.least_toll(f.claim.article))

    for group, severity in graded(context, (unvouched, sources.vouched), (plain, sources.in_reach)):
        yield _finding(context, group, severity)


def _finding(context: Context, group: list[Facts], severity: Severity) -> Finding:
    return finding(
        RULE,
        context,
        {"figures": [f.claim for f in group]},
        f"No source is given for {described(group)}.",
        explanation="There is none in its sentence or beside it, nor elsewhere in the story for the same number.",
        suggestion=f"Name who {_made(group)}, and when{_elsewhere(context, group)}.",
        severity=severity,
    )


def _made(group: list[Facts]) -> str:
    kinds = {f.claim.kind for f in group}
    return "counted" if kinds == {"count"} else "estimated it" if len(group) == 1 else "made the estimates"


def _elsewhere(context: Context, group: list[Facts]) -> str:
    """Whom another story of the set names for one of the figures."""
    for f in group:
        other = context.archive.credited(f)
        if other is not None and whom(other):
            return f"; {where(other)} names {whom(other)} for {figure(other.claim)}"
    return ""


RULE = Rule("unattributed-figure", "FIG201", "unattributed", "warning", check)

"""Somebody believes, fears or reports a figure, and nobody says who.

## What it flags
"Believed", "feared", "thought", "estimated", "reportedly" with a figure that needs a source, where the story names
nobody who believes, fears or reports it.

## Why
The passive makes a guess look like common knowledge.

## Flagged
Believed to be alive.

    Talks went on. Fourteen of the 36 captives still held are believed to be alive.

Reportedly.

    The clashes on the border reportedly killed 130 people this week. Both armies declined to comment.

## Fine
The believer follows.

    Fourteen of the captives are thought to be alive, the prime minister's office says.

Police fear.

    Police fear that 80 people drowned when a boat went down off Cape Lorn.

## Thresholds
A warning from 5 people on; of a crowd, 1,000; of homes and other buildings, 100; of damage and cost, 1,000,000 of
whatever currency. What is below, and forecasts of nobody, is an info, which a strict desk makes a warning with
`strict-sources = true`. What happened more than 60 days before the story is settled.

## What to do
Name who believes it, and on what grounds.
"""

from __future__ import annotations

from collections.abc import Iterator

from figcheck.compare import Facts
from figcheck.models import Finding, Severity
from figcheck.rules.base import Context, Rule, finding
from figcheck.rules.phrases import cited, described
from figcheck.rules.standing import graded, hearsay, rumoured

__all__ = ["RULE", "check"]


def check(context: Context) -> Iterator[Finding]:
    """One finding a sentence, for its figures that are hearsay and that nobody in the story stands behind."""
    confirmed = context.archive.sources.confirmed
    for group, severity in graded(context, (hearsay, confirmed), (rumoured, confirmed)):
        yield _finding(context, group, severity)


def _finding(context: Context, group: list[Facts], severity: Severity) -> Finding:
    said = group[0].claim.attribution
    cue = said.cue if said and said.cue else "reportedly"
    return finding(
        RULE,
        context,
        {"figures": [f.claim for f in group]},
        f"For {described(group)}, the story says {cited(cue.lower())} and names nobody.",
        explanation="A belief, a fear, a forecast or a report, and nobody in the story stands behind it.",
        suggestion="Name who says or believes so, and on what grounds.",
        severity=severity,
    )


RULE = Rule("belief-without-believer", "FIG203", "unattributed", "warning", check)

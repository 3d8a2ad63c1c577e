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

## What to do
Name who believes it, and on what grounds.
"""

from __future__ import annotations

from collections.abc import Iterator

from figcheck.models import Finding
from figcheck.rules.base import Context, Rule, finding
from figcheck.rules.phrases import figure, sentence_start
from figcheck.rules.standing import hearsay

__all__ = ["RULE", "check"]


def check(context: Context) -> Iterator[Finding]:
    """The first claim of each figure that is hearsay and that nobody else in the story stands behind."""
    for facts in context.archive.by_article.values():
        told: set[object] = set()
        for f in facts:
            key = (f.thing, f.claim.quantity.stated)
            if not hearsay(f) or key in told or context.archive.vouched(f):
                continue
            told.add(key)
            cue = f.claim.attribution.cue if f.claim.attribution else None
            yield finding(
                RULE,
                context,
                {"figure": f.claim},
                f'{sentence_start(figure(f.claim))} {f.called}: "{cue or "reportedly"}", and nobody is named for it.',
                explanation="A belief, a fear or a report in the passive, with nobody behind it.",
                suggestion="Name who believes it, and on what grounds.",
            )


RULE = Rule("belief-without-believer", "FIG203", "unattributed", "warning", check)

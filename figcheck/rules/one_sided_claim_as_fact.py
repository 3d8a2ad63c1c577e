"""One force's count of the other's losses, in the writer's own voice.

## What it flags
A figure of fighters, soldiers or their like whom an opposing force is said to have killed or taken, told from the
words alone, with nobody credited; in the headline too.

## Why
Each side of a fight counts the other's losses, and neither can be checked at the time. Such a count needs its owner.

## Flagged
Troops killed.

    TAL ORIN — Troops killed 320 militants on the ridge above Tal Orin on Wednesday, and the road is open again.

In the headline.

    title: Army kills 85 fighters in hill raid

    The army said on Thursday that its soldiers had killed 85 fighters in a raid in the hills.

## Fine
The command said.

    The command said its guns had killed 210 fighters. The claim could not be verified.

An army's own losses.

    The army lost five soldiers and said 17 were wounded.

## What to do
Credit the side that counted, and say whether anyone could verify it.
"""

from __future__ import annotations

from collections.abc import Iterator

from figcheck.models import Finding
from figcheck.rules.base import Context, Rule, finding
from figcheck.rules.phrases import figure

__all__ = ["RULE", "check"]


def check(context: Context) -> Iterator[Finding]:
    """One-sided claims that nobody is credited with, once per figure and part of a story."""
    for facts in context.archive.by_article.values():
        told: set[object] = set()
        for f in facts:
            c = f.claim
            key = (c.part == "title", f.thing, c.quantity.stated)
            if not c.one_sided or not c.asserted or c.implicit or f.owner or key in told:
                continue
            told.add(key)
            where = "The headline gives" if c.part == "title" else "The story gives"
            yield finding(
                RULE,
                context,
                {"figure": c},
                f"{where} {figure(c)} {f.called} as fact; it is one side's count of the other's losses.",
                explanation="One force's count of its opponent's losses, with nobody credited.",
                suggestion="Credit the side that counted.",
            )


RULE = Rule("one-sided-claim-as-fact", "FIG204", "unattributed", "error", check)

"""One force's count of the other's losses, in the writer's own voice.

## What it flags
A figure of fighters, soldiers or their like whom an opposing force is said to have killed or taken, told from the
words alone, with nobody credited; in the headline too. Also a headline that gives as fact what the text credits to
somebody and calls unverified.

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

## Thresholds
None: a count of any size, once for a part and thing.

## What to do
Credit the side that counted, and say whether anyone could verify it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from figcheck.compare import Facts
from figcheck.models import Finding
from figcheck.rules.base import Context, Rule, finding
from figcheck.rules.phrases import counted, whom

__all__ = ["RULE", "check"]

HARM = ("killed", "injured", "casualties", "missing", "captive", "displaced")


def check(context: Context) -> Iterator[Finding]:
    """One-sided claims that nobody is credited with, once per figure and part; and disputed ones in headlines."""
    for facts in context.archive.by_article.values():
        told: set[object] = set()
        for f in facts:
            c = f.claim
            key = (c.part == "title", f.thing, c.quantity.stated)
            sided = c.one_sided or (f.opposed and c.attribution is None and not f.credited and not f.earlier)
            if not sided or not c.asserted or c.implicit or f.owner or c.past:
                continue
            if told.isdisjoint((key, (c.part, c.sentence))):
                told |= {key, (c.part, c.sentence)}
                where = "The headline gives" if c.part == "title" else "The story gives"
                yield finding(
                    RULE,
                    context,
                    {"figure": c},
                    f"{where} {counted(f)} as fact; it reads as one side's count of the other's losses.",
                    explanation="Nobody is credited with the count of an opponent's losses.",
                    suggestion="Credit the side that counted.",
                )
    for title, body in context.archive.headlines:
        claimed = _disputed(title, body)
        if claimed is not None:
            yield finding(
                RULE,
                context,
                {"headline": title.claim, "claim": claimed.claim},
                f"The headline gives {counted(title)} as fact; in the text it is a claim that could not be verified.",
                explanation=f"The text credits it to {whom(claimed) or 'a source'}.",
                suggestion="Credit the claim in the headline too.",
            )


def _disputed(title: Facts, body: Sequence[Facts]) -> Facts | None:
    """The text's credited claim that a headline gives as fact, where the story says that it could not be verified."""
    c = title.claim
    if not title.story.unverified or title.owner or not c.asserted or c.measure not in HARM or c.one_sided:
        return None
    same = [b for b in body if b.claim.measure == c.measure and b.claim.quantity.stated == c.quantity.stated]
    return same[0] if same and all(b.owned for b in same) else None


RULE = Rule("one-sided-claim-as-fact", "FIG204", "unattributed", "error", check)

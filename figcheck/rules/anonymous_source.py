"""Only unnamed people stand behind a figure.

## What it flags
A figure that needs a source, or a sum of money, that rests on "sources", "a person familiar", "Western officials" or
officials of no named body alone, whoever they serve.

## Why
A reader cannot weigh a count whose counter has no name, nor ask again.

## Flagged
A person familiar.

    Isles Line is near a deal to buy Norsund Ferries for $2.4 billion, a person familiar with the talks said on Monday.

Sources said.

    The strike on the depot killed 34 people, sources said on Monday.

## Fine
Confirmed on the record.

    Two officials who asked not to be named said that 34 people were killed. The Interior Ministry
    later confirmed that 34 people were killed.

Health officials are an institution.

    Health officials said that 34 people were killed in the fire. Police said 12 were injured.

An official of the body that the sentence before names.

    The water department said that 91 percent of homes had a tap. An official put unpaid bills at 23 million dollars.

## Thresholds
From 10 people on; of other things, 100; of money, 1,000,000 of whatever currency; of a crowd, 1,000. What happened more
than 60 days before the story is settled.

## What to do
Ask for somebody on the record, or say why there is none and what the source is placed to know.
"""

from __future__ import annotations

from collections.abc import Iterator

from figcheck.models import Finding
from figcheck.rules.base import Context, Rule, finding
from figcheck.rules.phrases import cited, described
from figcheck.rules.standing import by_sentence, unnamed

__all__ = ["RULE", "check"]


def check(context: Context) -> Iterator[Finding]:
    """One finding a sentence, for its figures that rest on unnamed people alone."""
    sources = context.archive.sources
    for group in by_sentence(context, unnamed, lambda f: sources.confirmed(f) or f.borne_out or sources.officed(f)):
        said = group[0].claim.attribution
        source = f": {cited(said.source)}" if said and said.source else ""
        yield finding(
            RULE,
            context,
            {"figures": [f.claim for f in group]},
            f"Only unnamed people are cited for {described(group)}{source}.",
            explanation="The only source in reach is people whom the story does not name.",
            suggestion="Ask for somebody on the record, or say why there is none.",
            also=context.source_of(group[0].claim),
        )


RULE = Rule("anonymous-source", "FIG202", "anonymous", "warning", check)

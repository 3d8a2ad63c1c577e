"""An older value given as current after a newer one was known.

## What it flags
A running count that equals one given days ago, in a story that was published after a higher one was known, with
nothing that dates it. Also inside a story that gives both and then uses the old one as today's.

## Why
Background paragraphs are copied from story to story, and the toll in them stays behind.

## Flagged
The toll of last week in today's story.

    published: 2024-02-08

    The earthquake of Feb. 6 in Tarsene has killed more than 11,000 people, the disaster agency said on Thursday.
    ===
    published: 2024-02-14

    The earthquake of Feb. 6 in Tarsene has killed more than 35,000 people, the disaster agency said on Wednesday.
    ===
    published: 2024-02-16

    A concert will raise money for Tarsene, where the earthquake of Feb. 6 has killed more than 11,000 people,
    the disaster agency said.

The first day's count on the fourth.

    published: 2024-11-12

    A storm killed 12 people on the coast of Lorn on Monday, the coast guard said on Tuesday.
    ===
    published: 2024-11-13

    Monday's storm killed 27 people on the coast of Lorn, the coast guard said on Wednesday.
    ===
    published: 2024-11-15

    Schools reopened on the coast of Lorn on Friday. Monday's storm killed 12 people there, the coast guard said.

## Fine
The older value is dated.

    published: 2024-02-14

    The earthquake of Feb. 6 in Tarsene has killed more than 35,000 people, the disaster agency said on Wednesday.
    ===
    published: 2024-02-16

    The toll of the earthquake of Feb. 6 in Tarsene had passed 11,000 by Feb. 8, the disaster agency said.

Nothing newer was known.

    published: 2024-02-08

    The earthquake of Feb. 6 in Tarsene has killed more than 11,000 people, the disaster agency said on Thursday.
    ===
    published: 2024-02-08

    The earthquake of Feb. 6 in Tarsene has killed more than 11,000 people, the disaster agency said.
    ===
    published: 2024-02-14

    The earthquake of Feb. 6 in Tarsene has killed more than 35,000 people, the disaster agency said on Wednesday.

## Thresholds
The older value is lower by more than rounding. One below 10 is rather of a part, unless half of the words of the
shorter sentence stand in the other one. Inside one story, the older value is at least half of the newer one.

## What to do
Take the newest value, or date the old one ("had passed 11,000 by Feb. 8").
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from figcheck.compare import Archive, Facts, compare, near, size
from figcheck.intervals import disjoint, fair, written
from figcheck.models import Finding
from figcheck.rules.base import Context, Rule, finding
from figcheck.rules.phrases import called, figure, quoted, sentence_start, where

__all__ = ["RULE", "check"]

FEW = 10  # below, a smaller count is rather of a part
ALIKE = 0.5  # of their words


def check(context: Context) -> Iterator[Finding]:
    """Pairs of two articles in which the later one gives a value that the earlier one had passed."""
    for newer, stale in context.archive.across:
        if newer.running and stale.running and _passed(newer, stale) and _same(context.archive, newer, stale):
            older = context.archive.older(stale, newer)
            if older is not None and not context.archive.gives(stale.claim.article, newer):
                yield _finding(context, older, newer, stale)
    for a, b in context.archive.within:
        newer, stale = (a, b) if (a.day or date.max) < (b.day or date.max) else (b, a)
        if _overtaken(newer, stale):
            yield _finding(context, stale, newer, stale)
    for before, now, again in context.archive.reverted:
        if compare(now, again).same("measure", "level", "population", "place", "event", "period"):
            yield _finding(context, before, now, again)
    for old, new in context.archive.outdated:
        yield finding(
            RULE, context, {"newer": new.claim, "stale": old.claim},
            f"{sentence_start(figure(old.claim))} is given as today's figure, but it dates from {old.named_year}, and "
            f"a newer count is {figure(new.claim)}.",
            explanation=f"The story dates {quoted(old.claim)} to {old.named_year} and calls {quoted(new.claim)} newer.",
            suggestion="Take the newer value, or say of when the older one is.",
        )  # fmt: skip


def _finding(context: Context, older: Facts, newer: Facts, stale: Facts) -> Finding:
    place = where(newer) if newer.story is not stale.story else "the same story"
    return finding(
        RULE,
        context,
        {"newer": newer.claim, "stale": stale.claim},
        f"{sentence_start(figure(stale.claim))} is given as the current count, but {place} "
        f"already has {figure(newer.claim)}.",
        explanation=f"{sentence_start(called(stale)) or 'The count'}: {_dated(older)}, then {_dated(newer)}, then "
        f"{figure(stale.claim)} again.",
        suggestion="Take the newest value, or date the older one.",
    )


def _dated(f: Facts) -> str:
    return f"{figure(f.claim)} ({f.day})" if f.day else figure(f.claim)


def _overtaken(newer: Facts, stale: Facts) -> bool:
    """Whether a story gives as today's less than what, by its own words, had been counted by an earlier day."""
    x, y = newer.claim.quantity, stale.claim.quantity
    if not newer.running or not stale.running or x.low is None or y.high is None:
        return False
    if newer.revised or stale.revised or newer.after_from or stale.after_from:
        return False
    if newer.day is None or stale.day is None or not newer.day < stale.day or stale.day != stale.story.day:
        return False
    if not y.high < x.low or not near(x, y) or not stale.claim.asserted or not newer.claim.asserted:
        return False
    how = compare(newer, stale)
    return how.same("measure", "level", "population", "place", "event", "period", "source")


def _passed(newer: Facts, stale: Facts) -> bool:
    x, y = newer.claim.quantity, stale.claim.quantity
    if not newer.before(stale) or not newer.story.before(stale.story) or stale.earlier or newer.earlier:
        return False
    if x.stated is None or y.stated is None or y.stated >= x.stated:
        return False
    floor = y.hedge in ("at_least", "more_than")
    return floor or (disjoint(written(x), written(y)) and disjoint(fair(x), fair(y)))


def _same(archive: Archive, a: Facts, b: Facts) -> bool:
    how = compare(a, b)
    aspects = how.same("measure", "level", "population", "place", "event", "period")
    few = size(b.claim.quantity) < FEW and a.likeness(b) < ALIKE
    return ((aspects and how["source"] != "apart") or archive.akin(a, b)) and not few


RULE = Rule("stale-figure", "FIG105", "stale", "error", check)

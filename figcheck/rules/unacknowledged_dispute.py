"""Two sources are far apart, and no word of the story says so.

## What it flags
Two figures of one article for one thing, by two sources, at least a fifth apart and paragraphs away from each other,
where neither sentence contrasts them and none says that counts differ.

## Why
Side by side, two counts are a report of a dispute. Pages apart, they are a story that contradicts itself.

## Flagged
Two offices.

    The governor's office said that 112 people were killed in the clashes in Orlec on Monday.

    Shops stayed shut on Tuesday. A curfew begins at 8 p.m.

    Trucks with flour waited. The Interior Ministry said that 184 people were killed in the clashes in Orlec.

The displaced.

    The Red Cross said that 48,000 people had been displaced by the flood in Dren.

    Rain is expected until Friday. The bridge on Highway 11 is closed.

    The army has sent boats. The provincial government said that 21,500 people had been displaced by the flood in Dren.

## Fine
Side by side.

    The march filled the center of Brannock. Organizers put the crowd at 40,000. Police said 12,000 people marched.

The story says that they differ.

    The governor's office said that 112 people were killed in the clashes in Orlec on Monday.

    Shops stayed shut on Tuesday. A curfew begins at 8 p.m.

    The Interior Ministry, however, said that 184 people were killed. The two counts could not be reconciled.

## Thresholds
The two are at least a fifth (20 percent) apart, the smaller is 10 or more, and the greater at most 10 times as much:
beyond, one is of a battle and the other of the war. Where they are half (50 percent) or more apart, the smaller may be
5 or more. A paragraph ends between them.

## What to do
Bring the two together, and say that they differ and what is known of why.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from figcheck.compare import Facts, compare
from figcheck.intervals import fair, relative_gap, written
from figcheck.models import Finding
from figcheck.rules.base import Context, Rule, finding
from figcheck.rules.phrases import called, figure, sentence_start, whom

__all__ = ["RULE", "check"]

FAR = Decimal("0.2")
WIDE = Decimal("0.5")  # so far apart that small counts are a dispute too
FEW = 10
MOST = 10  # times: beyond, the one is of a battle and the other of the war


def check(context: Context) -> Iterator[Finding]:
    """Pairs of one article with two owners."""
    for a, b in context.archive.within:
        if _disputed(context, a, b):
            yield finding(
                RULE,
                context,
                {"first": a.claim, "second": b.claim},
                f"{sentence_start(figure(a.claim))} is credited to {whom(a)}, {figure(b.claim)} to {whom(b)}, and no "
                "word of the story says that the two differ.",
                explanation=f"They are counts of {called(a) or 'one thing'}, at least a fifth apart.",
                suggestion="Bring the two together, and say that they differ.",
            )


def _disputed(context: Context, a: Facts, b: Facts) -> bool:
    if not a.claim.measure or a.timed != b.timed or a.story.disputes:
        return False
    if a.whole != b.whole:
        return False  # "58 on Saturday", and "120 in all"
    if a.earlier or b.earlier or a.contrast or b.contrast or a.puts or b.puts or b.share or not a.owned or not b.owned:
        return False
    x, y = a.claim.quantity, b.claim.quantity
    if relative_gap(written(x), written(y)) < FAR or relative_gap(fair(x), fair(y)) < FAR:
        return False
    few, many = sorted((x.stated or 0, y.stated or 0))
    least = FEW if relative_gap(written(x), written(y)) < WIDE else FEW / 2
    if few < least or few * MOST < many or not context.archive.far(a, b):
        return False
    if (a if x.stated == few else b).corner:
        return False
    how = compare(a, b)
    graves = b.buried and a.claim.measure == "killed" and x.high is not None and (y.low or 0) > x.high
    people = how["population"] == "same" or (how["population"] == "contained" and few * 3 >= many)
    same = (graves or (how["measure"] == "same" and people)) and how.same("level", "place", "event", "period")
    return same and how["source"] == "apart" and not context.archive.adds_up(a, b)


RULE = Rule("unacknowledged-dispute", "FIG109", "contradiction", "warning", check)

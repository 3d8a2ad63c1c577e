"""Which figures add up with which: only what the arithmetic bears out is told as holding."""

from __future__ import annotations

import pytest

from figcheck import check
from figcheck.reading import read_article
from figcheck.ties import sums

HOLDS = [
    ("Of the 40 pupils, 31 passed and the other 9 failed.", "31 and 9 add up to 40."),
    ("The pipe is 10 km (6.2 miles) long.", "10 km is 6.2 miles."),
    ("The survey reached 400 households, and 312 of the 400 households, or 78 percent, had no power.",
     "312 of 400 is 78 percent."),
    ("Sales fell 20 percent to 18.4 million from 23 million.", "From 23 million to 18.4 million: 20 percent apart."),
    ("Rents doubled from $900 to $1,800.", 'From $900 to $1,800: "doubled" fits.'),
    ("The city has 318,000 residents and spends $477 million on parks, or about $1,500 per resident.",
     "$477 million over 318,000 is $1,500 per resident."),
    ("The rate goes to 4.6 percent from 4.2 percent, a rise of 0.4 percentage points.",
     "From 4.2 percent to 4.6 percent: 0.4 percentage points apart."),
]  # fmt: skip
BROKEN = [
    "Of the 12 dead, 7 were women, 4 were children and 2 were men, police said.",
    "The pipe is 10 km (16.2 miles) long.",
    "Of the 1,140 pupils, 342, or 40 percent, missed the bus, the school said.",
    "The number of patients rose to 38 from 41 in a week.",
    "Applications doubled from 310 to 520 in a year.",
    "The city recorded 84 deaths among 1.2 million residents, or 70 per 100,000 people.",
]


@pytest.mark.parametrize(("text", "words"), HOLDS, ids=[t[:30] for t, _ in HOLDS])
def test_a_tie_that_holds_is_told(text: str, words: str) -> None:
    story = read_article(text)
    assert words in [tie.words for tie in sums(story.claims, story.relations) if tie.holds]


@pytest.mark.parametrize("text", BROKEN, ids=[t[:30] for t in BROKEN])
def test_a_broken_tie_is_not_told_as_holding(text: str) -> None:
    story, findings = read_article(text), check(text).findings
    found = sums(story.claims, story.relations, findings)
    assert findings
    assert not any(tie.holds and len(tie.claims) > 1 for tie in found)
    assert any(tie.findings for tie in found) or not story.relations


def test_a_floor_and_another_number_do_not_add_up() -> None:
    text = "At least 310 people were killed. More than 1,900 people were injured, the agency said."
    story = read_article(text)
    assert not sums(story.claims, story.relations)


def test_what_is_vague_adds_up_with_nothing() -> None:
    story = read_article("Of the dozens of pupils, several passed and the others failed.")
    assert not [tie for tie in sums(story.claims, story.relations) if tie.holds]

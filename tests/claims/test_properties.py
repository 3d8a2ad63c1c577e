"""What holds of claims whatever the text: closed measures, sides alike, no crash, time in line with length."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figcheck import Claim, extract
from figcheck.claims.lexicon import MEASURES

MATTER = """12 40 three at least people soldiers and , . were killed wounded of the including who could not missing dead
in Gorvia by shot deaths toll rose to another others homes fled a man was taken hospital ( ) -- if"""
WORDS = st.sampled_from(MATTER.split())
LOUD = [
    "A blast killed 14 miners and wounded 30 others.",
    "At least 72 people died, including 29 children.",
    "Twelve gunmen killed three guards.",
    "The dam could kill 4,000 people if it burst.",
    "About 300,000 people fled their homes in May.",
]
SIDES = [
    "{0} troops killed 12 {1} soldiers near the river.",
    "The {0} army said {1} shelling killed at least nine villagers.",
    "{0} and {1} forces clashed; 30 {1} fighters died, {0} officials said.",
    "{1} gunners shot dead two {0} medics on Monday.",
]


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    for claim in extract(text):
        assert claim.measure is None or claim.measure in MEASURES


@settings(max_examples=300)
@given(st.lists(WORDS, max_size=40))
def test_any_order_of_the_words_that_matter_is_read(words: list[str]) -> None:
    text = " ".join(words)
    for claim in extract(text):
        assert text[claim.start : claim.end] == claim.quote


def shape(claim: Claim) -> tuple[object, ...]:
    return claim.measure, claim.asserted, claim.implicit, claim.subset, claim.additional, claim.one_sided, claim.past


@pytest.mark.parametrize("story", SIDES)
def test_swapping_the_sides_changes_nothing_but_the_names(story: str) -> None:
    one, other = extract(story.format("Gorvian", "Sarnese")), extract(story.format("Sarnese", "Gorvian"))
    assert [shape(c) for c in one] == [shape(c) for c in other]


@pytest.mark.parametrize("text", LOUD)
def test_what_is_counted_does_not_hang_on_capitals(text: str) -> None:
    """An agency that writes in capitals is read as well, but for those that only a capital tells to be names."""
    plain = [(c.measure, c.asserted) for c in extract(text) if not c.implicit and c.measure]
    loud = [(c.measure, c.asserted) for c in extract(text.upper()) if not c.implicit and c.measure]
    assert loud == plain


@pytest.mark.parametrize(
    "piece",
    ["12 people, ", "killed 12 and ", "including 3 of the 12 ", "was shot and ", "a man and ", "(12 dead ", "12 or "],
)
def test_a_long_run_of_one_thing_is_read(piece: str) -> None:
    text = "Gunmen killed " + piece * 4000 + "."
    assert all(text[c.start : c.end] == c.quote for c in extract(text))

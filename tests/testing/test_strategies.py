"""The strategies keep their word: spans slice, readings are sane, stories have the fault that they say and no other."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figcheck import check
from figcheck.testing import (
    FAULTS,
    attributed,
    clean_stories,
    faulty_stories,
    grouped,
    hedged,
    in_words,
    measured,
    money,
    paragraphs,
    percentages,
    ranges,
    stories,
    vague,
)


@given(st.one_of(hedged(), ranges(), vague(), measured(), money(), percentages(), attributed()))
def test_a_figure_stands_in_its_text(figure):
    assert figure.text[figure.start : figure.end] == figure.surface
    assert figure.surface.strip() == figure.surface != ""
    assert figure.low is None or figure.high is None or figure.low <= figure.high
    if figure.stated is not None and figure.hedge != "about":
        assert figure.stated in {figure.low, figure.high}
    moved = figure.shifted("So: ", ".")
    assert moved.surface == figure.surface


@given(attributed())
def test_an_attributed_figure_names_its_source(figure):
    assert figure.source in figure.text
    assert not figure.text[0].islower()
    assert figure.text.endswith(".")


@given(paragraphs())
def test_a_passage_holds_its_figures_in_order(passage):
    assert [f.text for f in passage.figures] == [passage.text] * len(passage.figures)
    starts = [f.start for f in passage.figures]
    assert starts == sorted(starts)


@given(stories())
def test_the_words_of_a_fault_stand_in_the_story(story):
    for words in story.fault.words if story.fault else ():
        assert words in f"{story.article.title} {story.article.text}"


@pytest.mark.parametrize("rule", FAULTS)
@settings(max_examples=40)
@given(data=st.data())
def test_a_planted_fault_is_found(rule, data):
    story = data.draw(faulty_stories(rule))
    found = {f.rule for f in check(story.article).findings if f.severity == "error"}
    assert found == {rule}, story.article.text


@settings(max_examples=120)
@given(clean_stories())
def test_nothing_is_found_in_a_clean_story(story):
    assert [f.message for f in check(story.article).findings if f.severity != "info"] == []


def test_an_unknown_fault_is_refused():
    with pytest.raises(ValueError, match="no fault is planted"):
        faulty_stories("nonsense")


def test_numbers_out_of_reach_are_refused():
    with pytest.raises(ValueError, match="not from 0"):
        in_words(-1)
    assert grouped(0) == "0"

"""The parts of messages: whose a figure is, what it counts, how it is quoted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from figcheck.compare import Facts
from figcheck.engine import context_of
from figcheck.models import Article
from figcheck.reading import read_article
from figcheck.rules.phrases import cited, counted, described, figure, quoted, ranged, whom


def facts(text: str) -> list[Facts]:
    """The figures of a text, in its order."""
    return list(context_of([read_article(Article(id="a", text=text))]).archive.of_claim.values())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Health Ministry has counted them. It said 35,034 people were killed.", "the Health Ministry"),
        ("Police said 40 people were killed.", "police"),
        ("Its director said 40 people were killed.", "the director"),
        ("Survivors' spokesman Ali Tor said 40 people were killed.", "survivors' spokesman Ali Tor"),
        ("Western officials said 40 people were killed.", "Western officials"),
        ("City police said 40 people were killed.", "city police"),
        ("Almo said 40 people were killed.", "Almo"),
        ("The governor's office said 40 people were killed.", "the governor's office"),
        ("The storm killed 40 people.", ""),
    ],
)
def test_a_source_is_named_as_its_story_writes_it(text: str, name: str) -> None:
    assert whom(facts(text)[0]) == name


def test_a_name_that_is_long_is_cut_at_a_word() -> None:
    (f,) = facts("The Health Ministry said 40 people were killed.")
    long = "Joint Commission for the Relief and the Reconstruction of the Eastern Provinces of Orlec"
    assert f.claim.attribution is not None
    owned = f.claim.attribution.model_copy(update={"owner": long, "source": "it"})
    cut = whom(replace(f, claim=f.claim.model_copy(update={"attribution": owned})))
    assert len(cut) <= 60
    assert cut.endswith(" …")
    assert long.startswith(cut.removesuffix(" …"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The storm killed one person.", "one person killed"),
        ("The storm killed 40 people.", "40 people killed"),
        ("The storm left 24 injured.", "24 people injured"),
        ("The storm cost 27 lives.", "27 people killed"),
        ("Rebels hold 83 schoolgirls captive.", "83 schoolgirls held captive"),
        ("Rebels hold 12 hostages.", "12 hostages"),
        ("Dozens of people were killed.", "dozens of people killed"),
        ("At least 14 miners are trapped.", "at least 14 miners stranded"),
        ("The flood caused $640 million in damage.", "$640 million in damage"),
        ("Insurers put losses at $12 million.", "$12 million in losses"),
        ("Fewer than 250 people were hurt.", "fewer than 250 people injured"),
        ("It is less than 40 miles away.", "less than 40 miles"),
    ],
)
def test_a_figure_is_told_with_what_it_counts(text: str, words: str) -> None:
    assert counted(facts(text)[0]) == words


def test_what_several_figures_count_is_said_once() -> None:
    two = [facts(f"The fire killed {n} people.")[0] for n in (31, 43)]
    assert described(two) == "31 and 43 people killed"
    together, *many = facts("The fires killed 3 men, 4 women, 5 girls, 6 boys, 7 nurses and 8 monks.")
    assert described(many) == "3 men killed, 4 women killed, 5 girls killed and 3 other figures"
    assert counted(together) == "3 men, 4 women, 5 girls, 6 boys, 7 nurses and 8 monks killed"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Twenty-six people were killed.", "twenty-six"), ("Rs 500 was paid.", "Rs 500"),
        ("A dozen people left.", "a dozen"),
        ("EUR 40 was paid.", "EUR 40"), ("Hundreds of people left.", "hundreds"),
    ],
)  # fmt: skip
def test_a_number_word_loses_the_capital_of_its_sentence_and_a_currency_does_not(text: str, words: str) -> None:
    assert quoted(facts(text)[0].claim) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It took 40+ people.", "at least 40"), ("It took ~50 people.", "about 50"),
        ("It took more than 40 people.", "more than 40"),
        ("It took some 40 people.", "about 40"),
    ],
)  # fmt: skip
def test_a_figure_has_one_hedge(text: str, words: str) -> None:
    assert figure(facts(text)[0].claim) == words


def test_a_range_is_told_with_between_where_it_has_and() -> None:
    assert ranged(facts("It takes between 40 and 50 people.")[0].claim) == "between 40 and 50"
    assert ranged(facts("It takes 40 to 50 people.")[0].claim) == "40 to 50"


def test_words_of_a_story_are_quoted_on_one_line_without_their_own_marks() -> None:
    assert cited('the "senior"\n officials') == '"the senior officials"'
    assert len(cited("word " * 40)) <= 62

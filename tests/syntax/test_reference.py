"""What phrases point back to."""

from __future__ import annotations

import pytest

from figcheck.syntax import refers_to
from tests.syntax.reading import read_part

CASES = [
    ("The ferry carried 470 people. Of *them*, 174 were rescued.", "470 people", "pronoun"),
    ("Police held 12 men and two women. *Both women* were freed.", "two women", "same noun"),
    ("Troops freed 40 miners on Monday. *The miners* had been held for a week.", "40 miners", "same noun"),
    ("Two men were held in Dren. *The two* denied it.", "Two men", "same number"),
    ("The blast hurt 31 people, and 12 of *them* are in hospital.", "31 people", "pronoun"),
    ("Of the 90 seats the Greens won 41. *The rest* went to the Blues.", "the 90 seats", "rest"),
    ("Sales rose to $40 million. *That figure* leaves out Dren.", "$40 million", "figure"),
]
NONE = [
    "Officials spoke on Monday. *A man* was hurt.",
    "It rained. *The mayor* left.",
    "Prices rose in May. *They* fell in June after the 12 banks met.",
]


def found(marked):
    before, word, after = marked.split("*")
    syntax, _ = read_part(before + word + after)
    sentence = syntax.part.sentence_at(len(before))
    structure = syntax.of(sentence)
    phrase = structure.item_at(structure.word_at(len(before)))
    return refers_to(syntax, structure, phrase)


@pytest.mark.parametrize(("marked", "quote", "link"), CASES)
def test_what_it_points_back_to(marked, quote, link):
    reference = found(marked)
    assert reference is not None
    assert (reference.structure.quote(reference.phrase), reference.link) == (quote, link)


@pytest.mark.parametrize("marked", NONE)
def test_what_points_to_no_figure(marked):
    reference = found(marked)
    assert reference is None or not reference.phrase.figures

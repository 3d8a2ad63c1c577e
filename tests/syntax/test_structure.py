"""What holds of the structure of any sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figcheck.syntax import Phrase, Verb
from figcheck.testing import clean_stories
from tests.syntax.reading import read_part, structures

NESTED = {
    "that": "He said " + "that he said " * 300 + "12 died.",
    "who": "The man " + "who saw the man " * 300 + "died.",
    "and": "The bomb killed " + "12 men and " * 60 + "a boy.",
    "brackets": "The bomb " + "(" * 400 + "12" + ")" * 400 + " killed a man.",
    "of": "The head " + "of the head " * 300 + "died.",
    "commas": "The men, " * 300 + "died.",
}


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=300))
def test_any_text_has_a_structure(text):
    for structure in structures(text):
        assert len(structure.tags) == len(structure.words.text)


@given(clean_stories())
def test_items_stand_in_order_and_do_not_overlap(story):
    for structure in structures(story.article.text):
        end = 0
        for item in structure.items:
            if isinstance(item, (Phrase, Verb)):
                assert item.start >= end
                assert item.end > item.start
                end = item.end


@given(clean_stories())
def test_a_head_stands_in_its_phrase_and_an_owner_before_it(story):
    for structure in structures(story.article.text):
        for phrase in structure.phrases:
            assert phrase.start <= phrase.head < phrase.end
            if phrase.owner is not None:
                assert phrase.owner.end <= phrase.head


@given(clean_stories())
def test_every_figure_has_a_place(story):
    syntax, figures = read_part(story.article.text)
    for figure in figures:
        place = syntax.of(figure.sentence).place(figure)
        assert place is not None
        start, end = syntax.of(figure.sentence).span(place.phrase)
        assert start <= figure.start < end


@given(clean_stories())
def test_no_chain_of_hosts_is_a_ring(story):
    for structure in structures(story.article.text):
        for clause in structure.clauses:
            chain = list(structure.within(clause))
            assert len(set(map(id, chain))) == len(chain)
        for phrase in structure.phrases:
            seen, p = set(), phrase
            while p is not None:
                assert id(p) not in seen
                seen.add(id(p))
                p = p.first


@pytest.mark.parametrize("neighbour", ["", "Officials said 40 were missing. ", "Nobody came. "])
def test_a_sentence_is_read_alike_whatever_stands_beside_it(neighbour):
    text = "A bomb killed 12 people and wounded 30 others on Tuesday, police said."
    alone, beside = structures(text)[0], structures(neighbour + text)[-1]
    assert alone.tags == beside.tags
    assert [repr(c).replace("start", "") for c in alone.clauses] == [repr(c) for c in beside.clauses]


@pytest.mark.parametrize("name", ["Ruiz", "Okafor", "Li", "Patel", "Haddad"])
def test_names_change_nothing(name):
    (structure,) = structures(f"{name} said the storm that hit Dren killed 12 people.")
    (reference,) = structures("Smith said the storm that hit Dren killed 12 people.")
    assert structure.tags == reference.tags


@pytest.mark.parametrize("text", NESTED.values(), ids=NESTED)
def test_deep_nesting_is_read(text):
    assert structures(text)

"""Sentences and paragraphs: what ends one, and what only looks as if it did."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figcheck.models import Article
from figcheck.text import read


def sentences(text: str) -> list[str]:
    return [s.text for s in read(Article(id="a", text=text)).parts[-1].sentences]


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. envoy left on Oct. 7.",
        "Gen. Ana Ruiz said 2.5 million had fled.",
        "St. Anne's hospital took in 14 people, Dr. Lim said.",
        "Prices rose 3.5 percent vs. 2.1 percent in May.",
        "J. D. Marsh lives at No. 14 Mill St. in Brannock.",
        "It opened at 9 a.m. on Friday.",
        "Acme Corp. shares fell, and Beta Inc. rose.",
        '"Stop!" he shouted.',
        '"Are there 40?" she asked.',
    ],
)
def test_one_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Twelve died. Forty were hurt.", ["Twelve died.", "Forty were hurt."]),
        ("It shut at 9 p.m. The guard left.", ["It shut at 9 p.m.", "The guard left."]),
        ('"It fell." He ran.', ['"It fell."', "He ran."]),
        ("He was 41. 12 others were older.", ["He was 41.", "12 others were older."]),
        ("Why 40? Nobody knew.", ["Why 40?", "Nobody knew."]),
        ("She left in 1998. “Never again,” she said.", ["She left in 1998.", "“Never again,” she said."]),
        ("They came from the U.S. The rest did not.", ["They came from the U.S.", "The rest did not."]),
    ],
)
def test_several_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_blank_line_ends_a_paragraph_and_its_sentence() -> None:
    assert sentences("FLOOD KILLS 12\n\nBy A. Writer\n\nIt rained.") == ["FLOOD KILLS 12", "By A. Writer", "It rained."]


def test_a_short_line_is_a_heading() -> None:
    assert sentences("Flood kills 12 in Orlec\nRivers rose overnight.") == [
        "Flood kills 12 in Orlec",
        "Rivers rose overnight.",
    ]


def test_a_long_heading_above_a_longer_line_is_a_heading() -> None:
    heading = "One dead, four hurt in shootings on Selmo Parkway on Friday"
    body = "We have more on the overnight shootings on Selmo Parkway in Dren: one is dead, four others are hurt."
    assert sentences(f"{heading}\n{body}") == [heading, body]


def test_wrapped_prose_goes_on() -> None:
    text = "The agency said that more than forty people had been\ntaken to hospital in the night."
    assert sentences(text) == [text]


def test_list_items_are_sentences_of_their_own() -> None:
    text = "The plan sets aside money for three works:\n- 40 million for roads and bridges\n- 12 million for schools"
    assert len(sentences(text)) == 3


@given(st.text(max_size=400))
def test_sentences_hold_all_but_white_space(text: str) -> None:
    part = read(Article(id="a", text=text)).parts[-1]
    kept = "".join(text[s.start : s.end] for s in part.sentences)
    assert "".join(kept.split()) == "".join(text.split())
    ends = [s.end for s in part.sentences]
    assert all(a <= s.start for a, s in zip(ends, part.sentences[1:], strict=False))


@given(st.text(max_size=400))
def test_words_slice_back(text: str) -> None:
    part = read(Article(id="a", text=text)).parts[-1]
    assert len(part.plain) == len(part.lower) == len(text)
    for s in part.sentences:
        for i, word in enumerate(s.words):
            assert part.lower[s.starts[i] : s.ends[i]] == word
            assert s.at(s.starts[i]) == i

"""What holds for any text: nothing crashes, offsets hold, names of sides change nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figcheck import Article, extract

WORDS = [
    "said",
    "according",
    "to",
    "per",
    "the",
    "ministry",
    "Ana",
    "Ruiz",
    "40",
    '"',
    "“",
    "”",
    "''",
    ",",
    ".",
    ":",
    ";",
    "--",
    "(",
    ")",
    "that",
    "who",
    "is",
    "believed",
    "reportedly",
    "and",
    "adding",
    "quoted",
    "citing",
    "Reuters",
    "as",
    "told",
    "He",
    "they",
    "poll",
    "found",
    "in",
    "by",
    "of",
    "’",
    "'s",
    "12",
    "percent",
    "report",
    "data",
    "show",
]


@given(st.lists(st.sampled_from([*WORDS, "\n\n"]), max_size=40))
def test_any_mix_of_cues_is_read_and_its_offsets_hold(words):
    article = Article(id="a", text=" ".join(words))
    for claim in extract(article):
        a = claim.attribution
        if a is not None and a.source is not None:
            assert article.text[a.start : a.end] == a.source
            assert a.owner
            assert a.cue


@given(st.text(max_size=300))
def test_any_text_is_read(text):
    extract(text)


TEXT = (
    "{a}'s army said its guns killed 40 {b} fighters. {b}'s Health Ministry said 12 people died.\n\n"
    '"We counted 30 dead," said a {b} commander. {a} officials put the toll at 9.'
)


def test_swapping_two_names_changes_nothing_but_the_names():
    told, swapped = (
        [(c.quote, c.attribution) for c in extract(TEXT.format(a=x, b=y))]
        for x, y in (("Norland", "Sudmark"), ("Sudmark", "Norland"))
    )
    assert len(told) == 4
    for (quote, one), (other, two) in zip(told, swapped, strict=True):
        assert quote == other
        assert (one.kind, one.reach, one.cue) == (two.kind, two.reach, two.cue)
        assert one.source.replace("Norland", "_").replace("Sudmark", "_") == two.source.replace("Norland", "_").replace(
            "Sudmark", "_"
        )


@pytest.mark.parametrize(
    "unit", ['said 5 "', "He said 5. ", "is believed 5, and ", "according to 5, the ", "\u201cWe saw 5.\n\n"]
)
def test_a_long_run_of_one_thing_is_read(unit):
    text = unit * 4000
    assert all(text[c.start : c.end] == c.quote for c in extract(text))

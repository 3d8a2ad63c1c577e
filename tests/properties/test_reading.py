"""parse(render(x)) is x: every number, hedge, range and unit that a newspaper writes is read as what it says."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figcheck import Article, Claim, extract, numerals
from figcheck.testing import (
    ALL_STYLES,
    HEDGES,
    Distractor,
    Figure,
    attributed,
    counts,
    dates,
    hedged,
    measured,
    money,
    names,
    percentages,
    ranges,
    times,
    vague,
    years,
)
from figcheck.testing import numerals as written


def only(figure: Figure) -> Claim:
    """The one claim in a phrase, which stands where the phrase has it."""
    claims = extract(figure.text)
    assert [(c.start, c.end) for c in claims] == [(figure.start, figure.end)], (figure.text, [c.quote for c in claims])
    return claims[0]


def counted(figure: Figure) -> Figure:
    return figure.shifted("The agency counted ", " houses.")


@pytest.mark.parametrize("style", ALL_STYLES)
def test_a_number_is_read_as_it_was_written(style):
    @given(written(styles=(style,)))
    def holds(figure):
        claim = only(counted(figure))
        assert claim.quantity.stated == figure.stated
        assert (claim.quantity.low, claim.quantity.high) == (figure.low, figure.high)
        assert claim.quantity.hedge == "exact"

    holds()


@pytest.mark.parametrize("hedge", HEDGES)
def test_a_hedge_is_read_as_it_was_written(hedge):
    @given(hedged(written(styles=("grouped", "words", "scaled")), [hedge]))
    def holds(figure):
        claim = only(counted(figure))
        q = claim.quantity
        assert (q.hedge, q.stated) == (figure.hedge, figure.stated), figure.text
        if hedge == "about":
            assert q.low is not None
            assert q.high is not None
            assert q.low <= q.high
            assert (q.low, q.high) == q.expected
        else:
            assert (q.low, q.high) == (figure.low, figure.high)

    holds()


@given(ranges())
def test_a_range_is_read_as_it_was_written(figure):
    claim = only(counted(figure))
    q = claim.quantity
    assert (q.hedge, q.low, q.high, q.stated) == ("range", figure.low, figure.high, None)
    assert not q.reversed


@given(vague())
def test_a_vague_word_stands_for_what_the_contract_says(figure):
    (claim,) = extract(f"The agency counted {figure.text} houses.")
    assert (claim.quantity.low, claim.quantity.high, claim.quantity.hedge) == (figure.low, figure.high, "vague")


@given(measured())
def test_units_have_their_canonical_names(figure):
    claim = only(figure.shifted("The road ran on for ", "."))
    assert (claim.quantity.stated, claim.quantity.unit) == (figure.stated, figure.unit)


@given(money())
def test_money_has_its_currency(figure):
    claim = only(figure.shifted("The bridge cost ", "."))
    assert (claim.quantity.stated, claim.quantity.unit) == (figure.stated, figure.unit)


@given(percentages())
def test_shares_and_points_are_told_apart(figure):
    claim = only(figure.shifted("The rate rose by ", "."))
    assert (claim.quantity.stated, claim.quantity.unit) == (figure.stated, figure.unit)


@pytest.mark.parametrize("kind", [dates, times, years, names], ids=lambda k: k.__name__)
def test_what_is_no_figure_is_none(kind):
    frame = {"dates": "The talks ended on {}.", "times": "It began at {}.", "years": "It was built in {}."}.get(
        kind.__name__, "The crews met at {}."
    )

    @given(kind())
    def holds(distractor: Distractor):
        text = frame.format(distractor.text)
        assert [c.quote for c in extract(text)] == [], text
        assert {n.role for n in numerals(text)} <= {distractor.role, "date", "year"}, text

    holds()


@given(counts())
def test_what_is_counted_is_read(figure):
    claim = only(figure.shifted("", "."))
    assert claim.counted == figure.counted
    if figure.measure:
        assert claim.measure == figure.measure


@given(attributed())
def test_who_says_so_is_read(figure):
    claim = only(figure)
    assert claim.attribution is not None
    assert claim.attribution.source is not None
    assert claim.attribution.source.lower().endswith((figure.source or "").lower().removeprefix("the "))
    assert claim.attribution.start is not None
    assert figure.text[claim.attribution.start : claim.attribution.end] == claim.attribution.source


SMALL_CHANGES = (
    ("a no-break space", lambda t: t.replace(" ", "\u00a0")),
    ("a thin space", lambda t: t.replace(" ", "\u2009")),
    ("blanks around it", lambda t: f"  \n{t}\t "),
    ("a carriage return", lambda t: f"{t}\r\n"),
)


@pytest.mark.parametrize("change", [c[1] for c in SMALL_CHANGES], ids=[c[0] for c in SMALL_CHANGES])
@given(figure=attributed())
def test_what_no_reader_sees_changes_nothing(change, figure):
    def told(text: str):
        return [(c.quantity, c.counted, c.measure, c.kind) for c in extract(text)]

    assert told(change(figure.text)) == told(figure.text)


@given(attributed())
def test_quotation_marks_of_any_kind_are_one(figure):
    text = f'"We think so," {figure.text}'
    curly = text.replace('"', "\u201c", 1).replace('"', "\u201d", 1)
    assert [c.quantity for c in extract(text)] == [c.quantity for c in extract(curly)]


@given(st.lists(attributed(), min_size=1, max_size=4))
def test_reading_twice_reads_the_same(figures):
    article = Article(id="a", title=figures[0].text, text=" ".join(f.text for f in figures))
    assert extract(article) == extract(article.model_copy())
    assert numerals(article) == numerals(article)


@given(attributed(), st.sampled_from(["", "Nothing else happened.\n\n", "# Toll\n\n", "The talks went on.\n\n\n"]))
def test_text_around_a_story_shifts_its_spans_and_nothing_else(figure, before):
    alone = extract(figure.text)
    moved = extract(before + figure.text + "\n\nThe talks go on.")
    assert [(c.start - len(before), c.end - len(before), c.quantity, c.counted) for c in moved] == [
        (c.start, c.end, c.quantity, c.counted) for c in alone
    ]


@given(
    st.text(max_size=300)
    | st.text(alphabet=st.sampled_from("0123456789,.-$% \u2013\u00a0kmabn\n'\"(\u00bd\u00b2"), max_size=120)
)
def test_any_text_is_read_and_every_span_slices_back(text):
    for claim in extract(text):
        assert text[claim.start : claim.end] == claim.quote
        assert claim.sentence[0] <= claim.start < claim.end <= claim.sentence[1]
        q = claim.quantity
        assert q.low is None or q.high is None or q.low <= q.high
        assert q.step > Decimal(0)
    for numeral in numerals(text):
        assert text[numeral.start : numeral.end] == numeral.quote

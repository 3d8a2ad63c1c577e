"""figcheck.drill: a slip is seen where others vouch for a figure, the story itself stays as it is."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import figcheck
from figcheck.drilling import Drill
from figcheck.models import Article
from figcheck.relations.slips import made, variants
from figcheck.testing import Story, stories

SCHOOL = "Of the 40 pupils, 31 passed and the other 9 failed, the school said. It has 612 books."


def hand(done: Drill) -> list[str]:
    return [guard.claim.quote for guard in done.by_hand]


def test_what_adds_up_is_guarded_and_what_stands_alone_is_not() -> None:
    done = figcheck.drill(SCHOOL)
    assert hand(done) == ["612"]
    assert [c.quote for c in done.guards[0].beside] == ["31", "9"]
    assert set(done.guards[0].rules) == {"parts-and-total"}
    assert done.guards[3].seen == () != done.guards[3].tried


@pytest.mark.parametrize(
    ("story", "guarded"),
    [
        ("The yard is 12 miles (19.3 kilometers) from the port.", ["12 miles", "19.3 kilometers"]),
        ("Sales rose 10 percent to $66 million from $60 million.", ["10 percent", "$66 million", "$60 million"]),
        ("The survey reached 400 homes, and 312 of the 400 homes, or 78 percent, had no power.", ["312", "78 percent"]),
        ("The school has 612 books. The town has 40 bakers.", []),
    ],
    ids=["a conversion", "a change", "a share", "two strangers"],
)
def test_each_kind_of_tie_guards_its_figures(story: str, guarded: list[str]) -> None:
    assert {guard.claim.quote for guard in figcheck.drill(story).guarded} >= set(guarded)
    if not guarded:
        assert not figcheck.drill(story).guarded


def test_a_headline_guards_the_figure_that_it_repeats() -> None:
    story = Article(id="a", title="Fire in Orlo kills 384", text="A fire in Orlo killed 384 people, police said.")
    assert [guard.claim.quote for guard in figcheck.drill(story).guarded] == ["384", "384"]


def test_what_is_wrong_already_is_told_of_and_not_put_to_a_person() -> None:
    done = figcheck.drill("Of the 40 pupils, 35 passed and the other 9 failed, the school said.")
    assert [guard.told for guard in done.guards] == [True, True, True]
    assert not done.by_hand


def test_nothing_of_the_story_changes() -> None:
    before = figcheck.check(SCHOOL)
    figcheck.drill(SCHOOL)
    assert figcheck.check(SCHOOL) == before


def test_a_guard_is_found_by_its_claim_and_is_plain_values_for_json() -> None:
    done = figcheck.drill(SCHOOL)
    books = done.guards[3]
    assert done.of(books.claim) is books
    told = books.to_dict()
    assert (told["figure"], told["guarded"], told["slips"], told["seen"]) == ("612", False, len(books.tried), 0)


def test_no_figures_no_drill() -> None:
    assert str(figcheck.drill("Nobody came.")) == "No figure to drill."


def test_a_text_too_long_for_a_drill_is_refused() -> None:
    with pytest.raises(ValueError, match="too many to drill"):
        figcheck.drill("It has 612 books. " * 4000)


@given(stories())
def test_a_figure_that_is_put_to_a_person_is_in_no_finding(story: Story) -> None:
    done = figcheck.drill(story.article)
    loud = [
        f for f in figcheck.check(story.article).findings if f.severity == "error" and f.kind in ("total", "conversion")
    ]
    named = {name for f in loud for names in f.figures.values() for name in names}
    assert not named & {guard.claim.id for guard in done.by_hand if not guard.claim.implicit}


@given(st.integers(1, 10**9).map(Decimal))
def test_every_variant_is_one_slip_away(number: Decimal) -> None:
    found = list(variants(number))
    assert found
    assert len({value for _, value in found}) == len(found)
    assert all(value > 0 and value == value.to_integral_value() for _, value in found)
    for name, value in found:
        if name == "two digits swapped" and value.adjusted() == number.adjusted():
            assert made(number, value) is not None


@pytest.mark.parametrize("number", ["0", "-3", "NaN", "Infinity", "1E+30", "1E-30"])
def test_what_nobody_writes_has_no_variants(number: str) -> None:
    assert list(variants(Decimal(number))) == []

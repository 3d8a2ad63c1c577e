"""figcheck.why: what was compared, and the first thing that kept two figures apart."""

from __future__ import annotations

from decimal import Decimal

from figcheck.models import Article
from figcheck.reading import read_article
from figcheck.why import find, why

ONE = read_article(Article(id="a", text="The fire in Dunmore killed 41 people, police said.", published="2024-03-05"))
TWO = read_article(Article(id="b", text="The fire in Orlec killed 35 people, police said.", published="2024-03-05"))

THREE = read_article(Article(id="c", text="The fire in Dunmore killed 41 people, police said.", published="2024-03-06"))


def test_the_first_thing_that_keeps_them_apart() -> None:
    told = why([ONE, TWO], ONE.claims[0], TWO.claims[0])
    assert told.verdict.startswith("Not taken for one figure told twice: ")
    assert told.link is not None
    assert len(told.lines()) == len(told.comparison.aspects) + 2
    assert "place: apart (other place: Dunmore is not known to be Orlec)" in told.lines()


def test_the_evidence_of_a_link_is_added_up() -> None:
    told = why([ONE, THREE], ONE.claims[0], THREE.claims[0])
    assert told.link is not None
    assert (
        told.verdict
        == f"Taken for one thing: {told.link.weight} bits for one thing (from 5 a warning, from 7 an error); "
        "41 and 41 can both be true."
    )
    assert (
        sum(Decimal(x.split()[-1]) for x in told.lines()[-2].removeprefix("evidence: ").split(", ")) == told.link.weight
    )


def test_figures_that_are_compared() -> None:
    text = "The fire killed 41 people, police said.\n\nPolice said the fire killed 35 people."
    reading = read_article(Article(id="a", text=text, published="2024-03-05"))
    assert why([reading], *reading.claims).verdict == "Compared, and 41 and 35 have no number in common."


def test_figures_are_found_by_their_text() -> None:
    assert [c.quote for c in find(ONE.claims, "41")] == ["41"]
    assert find(ONE.claims, "7") == ()

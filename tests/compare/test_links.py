"""compare.links: what speaks for two figures of two stories being one thing, and that every feature has its weight."""

from __future__ import annotations

import itertools

import pytest

from figcheck.compare import Archive, Facts, linkable
from figcheck.compare.links import link
from figcheck.engine import context_of
from figcheck.models import Article
from figcheck.reading import read_article
from figcheck.relations.evidence import weights


def archive(*texts: str) -> Archive:
    articles = [Article(id=f"a{n}", text=text, published=f"2024-05-0{n + 1}") for n, text in enumerate(texts)]
    return context_of([read_article(a) for a in articles]).archive


def pair(one: str, other: str) -> tuple[Facts, Facts]:
    found = archive(one, other)
    a, b = (next(f for f in found.by_article[name] if linkable(f)) for name in ("a0", "a1"))
    return a, b


FINED = "The cartel office fined Dorran Cement $38 million for fixing the price of clinker."
AGAIN = "Dorran Cement rose after the cartel office fined it $83 million for fixing prices."
OTHER = "The cartel office fined Velling Breweries $83 million for fixing the price of beer."


def test_a_slip_between_two_figures_of_one_thing_is_linked() -> None:
    found = archive(FINED, AGAIN).links
    assert [(one.a.claim.quote, one.b.claim.quote, one.agree) for one in found] == [
        ("$38 million", "$83 million", False)
    ]
    assert found[0].slip is not None
    assert found[0].slip.name == "two digits swapped"


def test_two_names_set_two_figures_apart() -> None:
    assert link(*pair(FINED, AGAIN)).weight > link(*pair(FINED, OTHER)).weight
    assert not archive(FINED, OTHER).links


def test_what_the_other_story_has_too_is_another_thing() -> None:
    a, b = pair(FINED, AGAIN)
    assert link(a, b, told=True).weight < link(a, b).weight < link(a, b, company=1).weight


def test_rare_numbers_weigh_more() -> None:
    few = link(*pair("Selmo sold 30 ferries in Dren.", "In Dren Selmo sold 30 ferries."))
    many = link(*pair("Selmo sold 30,417 ferries in Dren.", "In Dren Selmo sold 30,417 ferries."))
    assert few.weight < many.weight
    assert few.kin == many.kin


@pytest.mark.parametrize("kind", ["link", "link.not"])
def test_every_standing_has_a_weight(kind: str) -> None:
    standings = [
        *itertools.product(("population",), ("same", "contained", "apart")),
        *itertools.product(("place",), ("same", "contained", "apart")),
        *itertools.product(("event",), ("same", "apart")),
        *itertools.product(("period",), ("same", "contained", "unknown", "apart")),
        *itertools.product(("source",), ("same", "unknown", "apart")),
        ("names", "other"),
        ("setting", "other"),
    ]
    assert [s for s in standings if f"{kind}.{'.'.join(s)}" not in weights()] == []

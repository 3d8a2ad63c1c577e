"""Comparability: two sentences, the first thing that keeps their figures apart, and what is the same."""

from __future__ import annotations

import pytest

from figcheck.compare import Archive, Comparison, compare
from figcheck.models import Article
from figcheck.reading import read_article

DAY = "2024-03-05"


def archive(*articles: Article) -> Archive:
    readings = [read_article(a) for a in articles]
    return Archive(
        articles, [c for r in readings for c in r.claims], [x for r in readings for x in r.relations]
    )  # fmt: skip


def within(text: str, one: str, other: str) -> Comparison:
    facts = archive(Article(id="a", text=text, published=DAY)).facts
    return compare(*(next(f for f in facts if f.claim.quote == q) for q in (one, other)))


def across(one: str, other: str, days: tuple[str, str] = (DAY, DAY)) -> Comparison:
    found = archive(
        Article(id="a", text=one, published=days[0]), Article(id="b", text=other, published=days[1])
    ).by_article
    return compare(found["a"][0], found["b"][0])


FIRE = "The fire in Dunmore killed 41 people, the fire service said."

APART = [
    ("measure", FIRE + " It injured 35 people, the service said.", "41", "35"),
    ("population", FIRE + " The fire in Dunmore killed 35 dogs, the service said.", "41", "35"),
    ("place", "The storm killed 19 people in Merava and 47 people in Orlec, the agency said.", "19", "47"),
    ("event", FIRE + " The flood in Dunmore killed 35 people, the service said.", "41", "35"),
    ("event", FIRE + " In 1998 a fire in Dunmore killed 35 people, the service said.", "41", "35"),
    ("source", FIRE + " The fire in Dunmore killed 35 people, the Interior Ministry said.", "41", "35"),
]


@pytest.mark.parametrize(("aspect", "text", "one", "other"), APART, ids=[f"{a} {n}" for n, (a, *_) in enumerate(APART)])
def test_what_keeps_two_figures_of_a_story_apart(aspect: str, text: str, one: str, other: str) -> None:
    how = within(text, one, other)
    assert how[aspect] != "same"
    assert next(a for a in how.aspects if a.name == aspect).why


def test_the_same_thing_twice() -> None:
    how = within(FIRE + "\n\nThe fire service said the fire killed 35 people.", "41", "35")
    assert how.first is None


def test_people_contain_women() -> None:
    assert within(FIRE + " The fire killed 12 women, the fire service said.", "41", "12")["population"] == "contained"


def test_one_event_in_two_stories_of_one_day() -> None:
    how = across(FIRE, "A fire killed 35 people in Dunmore, the fire service said.")
    assert how.same("measure", "population", "place", "event", "period", "as-of", "source")


def test_another_day_is_another_as_of() -> None:
    how = across(FIRE, "The fire in Dunmore killed 35 people, the fire service said.", (DAY, "2024-03-06"))
    assert how["as-of"] == "apart"
    assert how["event"] == "same"


def test_another_town_is_another_event() -> None:
    how = across(FIRE, "The fire in Orlec killed 35 people, the fire service said.")
    assert how["place"] == "apart" or how["event"] != "same"


def test_what_is_not_known_is_not_the_same() -> None:
    assert across("Police held 12 people after a match.", "Police held 15 people after a march.")["event"] == "unknown"


def test_a_modifier_is_no_other_source() -> None:
    how = across(
        "The war has killed 100 people in Vesh, the Vesh Health Ministry said.",
        "The war has killed 120 people in Vesh, the Front-run Vesh Health Ministry said.",
    )
    assert how["source"] == "same"


def test_comparison_is_symmetric() -> None:
    texts = [t for _, t, *_ in APART]
    facts = archive(*(Article(id=f"a{n}", text=t, published=DAY) for n, t in enumerate(texts))).facts
    for a in facts:
        for b in facts:
            forth, back = compare(a, b), compare(b, a)
            assert [x.verdict for x in forth.aspects] == [x.verdict for x in back.aspects]

"""Grouping: every pair that must be compared is, and the work grows with the stories."""

from __future__ import annotations

from figcheck.compare import Archive
from figcheck.models import Article
from figcheck.reading import read_article


def archive(texts: list[str], day: str = "2024-03-05") -> Archive:
    articles = [Article(id=f"a{n:04d}", text=t, published=day) for n, t in enumerate(texts)]
    readings = [read_article(a) for a in articles]
    return Archive(articles, [c for r in readings for c in r.claims], [x for r in readings for x in r.relations])


def town(n: int) -> str:
    return "".join(chr(97 + int(d)) for d in f"{n:04d}").capitalize() + "burg"


def test_two_tolls_of_one_town_are_a_pair() -> None:
    found = archive(["The fire in Dunmore killed 41 people.", "The fire in Dunmore killed 35 people."]).across
    assert [(a.claim.quote, b.claim.quote) for a, b in found] == [("41", "35")]


def test_tolls_of_two_towns_are_none() -> None:
    assert archive(["The fire in Dunmore killed 41 people.", "The fire in Orlec killed 35 people."]).across == ()


def test_pairs_grow_with_the_stories() -> None:
    def pairs(count: int) -> int:
        return len(archive([f"The fire in {town(n)} killed {n + 20} people in Vesh." for n in range(count)]).across)

    small, large = pairs(100), pairs(200)
    assert 0 < small <= large <= 2.2 * small


def test_one_value_told_a_hundred_times_hides_no_other() -> None:
    texts = ["The fire in Dunmore killed 41 people."] * 100 + ["The fire in Dunmore killed 35 people."]
    assert any({a.claim.quote, b.claim.quote} == {"41", "35"} for a, b in archive(texts).across)

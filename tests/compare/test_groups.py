"""compare.groups and figcheck.timeline: one thing of several stories in the order of time, two things apart."""

from __future__ import annotations

from datetime import date

import pytest

import figcheck
from figcheck.models import Article


def story(name: str, day: int, text: str) -> Article:
    return Article(id=name, text=text, published=date(2024, 5, day))


FIRST = story("a", 2, "ORLEC — The flood in Orlec killed 12 people on Thursday, the fire service said.")
SECOND = story("b", 4, "ORLEC — The flood in Orlec has killed 15 people since Thursday, the fire service said.")
OTHER = story("c", 4, "LUME — A bus fell into a ravine near Lume on Friday and 31 people were killed, police said.")


def told(*stories: Article) -> list[list[tuple[str, str]]]:
    return [[(e.story, e.claim.quote) for e in t.entries] for t in figcheck.timeline(stories)]


def test_one_toll_in_the_order_of_time_whatever_the_order_of_the_stories() -> None:
    assert told(FIRST, SECOND) == told(SECOND, FIRST) == [[("a", "12"), ("b", "15")]]


def test_another_event_is_no_part_of_it() -> None:
    assert told(FIRST, SECOND, OTHER) == [[("a", "12"), ("b", "15")]]
    assert told(FIRST, OTHER) == []


def test_one_story_alone_has_no_timeline() -> None:
    assert told(FIRST) == []
    assert told() == []


def test_a_number_told_twice_in_a_story_stands_once() -> None:
    again = story("b", 4, f"{SECOND.text}\n\nThe flood killed 15 people in Orlec, the fire service said again.")
    assert told(FIRST, again) == [[("a", "12"), ("b", "15")]]


def test_an_entry_has_its_moment_and_its_owner() -> None:
    (tolls,) = figcheck.timeline([FIRST, SECOND])
    assert tolls.label == "people killed, flood, Orlec"
    assert [str(entry.when) for entry in tolls.entries] == ["2024-05-02", "2024-05-04"]
    assert {entry.owner for entry in tolls.entries} == {"fire service"}
    plain = tolls.entries[0].to_dict()
    assert (plain["stated"], plain["owner"], plain["story"]) == ("12", "fire service", "a")


def test_two_stories_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="two articles have the id"):
        figcheck.timeline([FIRST, FIRST])

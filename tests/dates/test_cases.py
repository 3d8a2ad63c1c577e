"""Every case of seeds/cases/dates.toml: all dates of the text, in order, resolved."""

from __future__ import annotations

import tomllib
from datetime import date, datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path

import pytest

from figcheck import dates
from figcheck.dates import When
from figcheck.models import Article
from figcheck.text import read

SEEDS = Path(__file__).parents[2] / "seeds" / "cases" / "dates.toml"
CASES = [
    pytest.param(case, id=f"{number}: {case['why']}")
    for number, case in enumerate(tomllib.loads(SEEDS.read_text("utf-8"))["case"], 1)
]
DAY = date(2025, 7, 8)


def found(text: str, published: date | datetime | None = DAY) -> list[When]:
    return dates.find(read(Article(id="a", text=text)).parts[-1], published)


def told(text: str, w: When) -> str:
    surface = text[w.start : w.end]
    if w.at is not None:
        return f"{surface}: {w.at:%Y-%m-%d} at {w.at:%H:%M}"
    if w.first is None:
        return f"{surface}: ?"
    return f"{surface}: {w.first}" + ("" if w.first == w.last else f"..{w.last}")


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, object]) -> None:
    text = str(case["text"])
    when = case.get("published", DAY.isoformat())
    published = date.fromisoformat(str(when)) if when else None
    assert [told(text, w) for w in found(text, published)] == case["dates"]


def test_a_time_of_day_takes_the_zone_of_the_publication() -> None:
    zone = timezone(timedelta(hours=3))
    (when,) = found("By 10 p.m. all were out.", datetime(2025, 7, 8, 23, 0, tzinfo=zone))
    assert when.at == datetime(2025, 7, 8, 22, 0, tzinfo=zone)


def test_dates_come_in_order_and_never_overlap() -> None:
    for case in CASES:
        whens = found(str(case.values[0]["text"]))  # type: ignore[index,call-overload]
        assert all(a.end <= b.start for a, b in pairwise(whens))
        assert all(w.start < w.end for w in whens)
        assert all(w.first is None or w.last is None or w.first <= w.last for w in whens)


@pytest.mark.parametrize("day", [date.min, date.max])
def test_a_publication_at_the_edge_of_the_calendar_resolves_nothing(day: date) -> None:
    whens = found("Next year, last month, on Oct. 7 and 3,000 years ago; by 10 p.m.", day)
    assert [w.first for w in whens] == [None] * len(whens)

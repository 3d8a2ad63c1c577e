"""The ends of what can be written: numbers of any length, days at the ends of the calendar. Nothing raises."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from figcheck import Article, check
from figcheck.intervals import is_multiple, to_place

LENGTHS = (15, 27, 28, 29, 30, 35, 40, 400, 5000)
ABOUT_NUMBERS = (
    "About {0} meters.", "{0} km (3 miles)", "3 miles ({0} km)", "Of the {0} dead, 7 were women and 4 were men.",
    "{0} percent of 400 people, or 12, said so.", "12 percent of {0} people, or 12, said so.",
    "Prices rose from {0} to 12, up 30 percent.", "Over {0} people were killed, police said.", "${0} million a year",
    "One in {0} people died.", "A {0}-year-old man, born in 1950, died in 2001.", "{0} million billion trillion people",
    "The toll rose to {0} from 12.", "${0} a barrel for {0} barrels, a total of $5.", "{0} degrees Celsius (50 F)",
    "{0} people per 100,000 in a city of 12 million, or 300", "nearly {0} to {0} votes, a majority of {0}",
)  # fmt: skip
ABOUT_DAYS = (
    "yesterday", "tomorrow", "overnight", "last week", "next week", "last weekend", "next month", "last quarter",
    "next year", "last year", "the past 48 hours", "the next 500 years", "two days ago", "9 years ago", "3 months ago",
    "on Monday", "next Sunday", "since March", "in January", "late next December", "on Jan. 1", "since Feb. 29",
    "between December and January", "from Dec. 30 to Jan. 2", "at 10 p.m. Monday", "since 0001-01-01", "31.12.9999",
)  # fmt: skip
ENDS = (
    date.min, date(1, 1, 3), date(1, 2, 28), date(4, 2, 29), date(9999, 12, 28), date.max,
    datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14))), datetime(9999, 12, 31, 23, 59, tzinfo=UTC),
)  # fmt: skip
TOLL = "The fire killed {0} people in Dunmore {1}, police said. Since {1} {0} people were missing, officials said."


def told(report: object) -> list[str]:
    return [problem.message for problem in report.problems]  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", ABOUT_NUMBERS)
@pytest.mark.parametrize("digit", ["9", "5", "10"])
def test_numbers_of_any_length(text: str, digit: str) -> None:
    for length in LENGTHS:
        number = (digit * length)[:length]
        stories = [Article(id="a", title=text.format(number)[:200], text=text.format(number)),
                   Article(id="b", text=text.format(number[:-3] + "0.7"))]  # fmt: skip
        assert told(check(stories)) == []


@pytest.mark.parametrize("words", ["hundred-zero-third", "zero-third", "half zero", "0/0", "0 in 0", "0 percent of 0"])
def test_nothing_of_nothing(words: str) -> None:
    assert told(check(f"The fire hurt nearly {words} people, police said, up {words} from 0.")) == []


@pytest.mark.parametrize("when", ABOUT_DAYS)
def test_days_at_the_ends_of_the_calendar(when: str) -> None:
    for end in ENDS:
        stories = [
            Article(id=name, published=day, title=f"{toll} killed in Dunmore fire", text=TOLL.format(toll, when))
            for name, day, toll in (("a", end, 41), ("b", date.min, 35), ("c", date.max, 57))
        ]
        assert told(check(stories)) == []


def test_rounding_and_multiples_of_long_numbers() -> None:
    long = Decimal("9" * 60)
    assert to_place(long, Decimal("0.001")) == long
    assert not is_multiple(long, 5)
    assert is_multiple(long * 0 + Decimal("9" * 59 + "5"), 5)
    assert not is_multiple(Decimal("0." + "3" * 60), 5)

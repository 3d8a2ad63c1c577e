"""The public types: frozen, and clear about what they refuse."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from pydantic import ValidationError

from figcheck import Article, Quantity


def test_an_article_is_frozen() -> None:
    with pytest.raises(ValidationError):
        Article(id="a", text="x").text = "y"  # type: ignore[misc]


def test_a_date_stays_a_date() -> None:
    assert Article(id="a", published="2025-07-08").published == date(2025, 7, 8)  # type: ignore[arg-type]


def test_a_time_keeps_its_zone() -> None:
    when = datetime(2025, 7, 8, 14, 0, tzinfo=UTC)
    assert Article(id="a", published=when).published == when
    assert Article(id="a", published=when).day == date(2025, 7, 8)


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValidationError, match="needs a zone"):
        Article(id="a", published=datetime(2025, 7, 8, 14, 0))


def test_another_language_is_refused_not_misread() -> None:
    with pytest.raises(ValidationError, match="reads English"):
        Article(id="a", text="Zwölf Menschen", language="de")


def test_a_regional_english_is_read() -> None:
    assert Article(id="a", language="en-GB").language == "en-GB"


def test_two_parts_of_one_name_are_refused() -> None:
    with pytest.raises(ValidationError, match="one name"):
        Article(id="a", parts=(("text", "twice"),))


def test_low_above_high_is_refused() -> None:
    with pytest.raises(ValidationError, match="above"):
        Quantity(low=Decimal(3), high=Decimal(2))

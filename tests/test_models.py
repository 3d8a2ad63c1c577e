"""The public types: frozen, and clear about what they refuse."""

import copy
import pickle
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from pydantic import ValidationError

from figcheck import Article, Claim, Quantity, check, extract
from figcheck.models.grouped import claims_by_story, findings_by_story, relations_by_story


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


def test_half_a_surrogate_pair_is_no_character() -> None:
    article = Article(id="a\udc00", title="\ud800 two", text="The union\ud800 counted 12.", parts=(("note", "\udfff"),))
    assert (article.id, article.title, article.text) == ("a\ufffd", "\ufffd two", "The union\ufffd counted 12.")
    assert article.parts == (("note", "\ufffd"),)


def test_a_report_on_halves_of_surrogate_pairs_can_be_written() -> None:
    assert "41" in check("The fire killed 41 people, \ud800 police said.").model_dump_json()


def test_low_above_high_is_refused() -> None:
    with pytest.raises(ValidationError, match="above"):
        Quantity(low=Decimal(3), high=Decimal(2))


FIGURES = (
    "At least 12 people died and $3.5m was lost, police said.",
    "He put it at 12-15 men, or 15 to 12, and nearly 300 tents.",
    "A fall of 5%, up to 40 houses, dozens of women, a third of them hurt; it was -5 C.",
    "One in five went home by Oct. 7, 2023; 84 per 100,000 were ill at 10 p.m. on Tuesday.",
)


@pytest.fixture(scope="module", params=FIGURES)
def claims(request: pytest.FixtureRequest) -> tuple[Claim, ...]:
    return extract(Article(id="a", text=request.param, published=datetime(2023, 10, 12, 8, tzinfo=UTC)))


def test_a_claim_is_the_same_after_json(claims):
    assert [Claim.model_validate_json(c.model_dump_json()) for c in claims] == list(claims)
    assert [Claim.model_validate(c.model_dump()) for c in claims] == list(claims)


def test_a_quantity_that_was_read_is_one_that_was_made(claims):
    """Quantities are made without being validated: nothing may tell them from those that are."""
    for read in (c.quantity for c in claims):
        made = Quantity(**dict(read))
        assert (made, hash(made), repr(made), made.model_fields_set) == (
            read, hash(read), repr(read), read.model_fields_set
        )  # fmt: skip
        assert pickle.loads(pickle.dumps(read)) == copy.deepcopy(read) == read.model_copy() == read


def test_a_copy_with_another_value_leaves_the_first_as_it_was(claims):
    for read in (c.quantity for c in claims):
        before = read.model_dump()
        assert read.model_copy(update={"unit": "mile"}).unit == "mile"
        assert read.model_dump() == before


def test_what_is_read_is_told_by_story() -> None:
    text = "Of the 12 dead, 7 were women and 6 were men."
    told = Article(id="a#1", text="All is well.", parts=(("note #2", text),))
    report = check([told, Article(id="b", text=text)])
    assert {name: len(found) for name, found in claims_by_story(report.claims).items()} == {"a#1": 3, "b": 3}
    ties = relations_by_story(report.relations, report.claims)
    assert list(ties) == ["a#1", "b"]
    assert [n.rpartition("#")[0] for names in ties["b"][0].roles.values() for n in names] == ["b", "b", "b"]
    assert [f.code for f in findings_by_story(report.findings)["a#1"]] == ["FIG301"]

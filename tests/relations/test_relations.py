"""Sentences and the relations that their words tie, and those that they do not."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figcheck.models import Article
from figcheck.reading import read_article

CASES = tomllib.loads((Path(__file__).parent / "cases.toml").read_text("utf-8"))


def quoted(text: str) -> list[tuple[Any, dict[str, list[str]]]]:
    reading = read_article(Article(id="a", text=text))
    quotes = {c.id: c.quote for c in reading.claims}
    return [(r, {role: [quotes[i] for i in ids] for role, ids in r.roles.items()}) for r in reading.relations]


@pytest.mark.parametrize("case", CASES["tied"], ids=lambda c: c["text"][:60])
def test_words_tie(case: dict[str, Any]) -> None:
    found = [(r, roles) for r, roles in quoted(case["text"]) if r.kind == case["kind"]]
    assert case["roles"] in [roles for _, roles in found]
    relation = next(r for r, roles in found if roles == case["roles"])
    if "exhaustive" in case:
        assert relation.exhaustive is case["exhaustive"]
    if "direction" in case:
        assert relation.direction == case["direction"]
    if "factor" in case:
        assert relation.factor == Decimal(case["factor"])


@pytest.mark.parametrize("case", CASES["none"], ids=lambda c: c["text"][:60])
def test_words_do_not_tie(case: dict[str, Any]) -> None:
    found = [roles for r, roles in quoted(case["text"]) if r.kind == case["kind"]]
    if "never" in case:
        told = [q for roles in found for quotes in roles.values() for q in quotes]
        assert not set(case["never"]) & set(told)
    else:
        assert found == []


def test_the_tying_words_are_quoted_from_the_text() -> None:
    for case in CASES["tied"]:
        for relation, _ in quoted(case["text"]):
            for place in relation.words:
                assert case["text"][place.start : place.end] == place.quote
                assert 0 < len(place.quote) < 200


PIECES = (
    "12|40 percent|$3.2 million|of the|of|from|to|by|rose|fell|doubled|,|, or|(|)|:|including|people|women|miles|.|dead"
    "|was born in 1950|two-thirds|kilometers|That is|aboard|rescued|missing|between|and|\ue000|é|\n\n"
)
SNIPPETS = st.sampled_from(PIECES.split("|"))


@given(st.lists(SNIPPETS, max_size=40).map(" ".join))
@settings(max_examples=200, deadline=None)
def test_no_text_crashes_it(text: str) -> None:
    for relation, roles in quoted(text):
        assert relation.roles
        assert all(roles.values())


def test_a_long_run_of_one_thing_is_read() -> None:
    one = "Profit rose 5 percent to $10 million from $9.5 million, and 12 of the 40 shops, or 30 percent, shut. "
    few, many = (read_article(Article(id="a", text=one * copies)).relations for copies in (5, 400))
    assert len(many) >= 80 * len(few) > 0

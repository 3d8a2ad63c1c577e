"""Where figures stand: the tables of sentences, made by a reader who had not seen how they would be read."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from figcheck.syntax import Place
from figcheck.syntax.lexicon import look
from tests.syntax.reading import read_part

CASES = Path(__file__).parents[2] / "seeds" / "cases"
HELD = tomllib.loads((CASES / "syntax.toml").read_text("utf8"))["sentence"]
KNOWN = tomllib.loads((CASES / "syntax_known_failures.toml").read_text("utf8"))["sentence"]


def place_of(text: str, surface: str, nth: int) -> Place | None:
    """The place of the figure whose numeral is the nth `surface` of a text."""
    at = -1
    for _ in range(nth):
        at = text.index(surface, at + 1)
    syntax, figures = read_part(text)
    for figure in figures:
        if figure.start < at + len(surface) and at < figure.end:
            return syntax.of(figure.sentence).place(figure)
    return None


def differences(case) -> list[str]:
    """What is read otherwise than the table has it."""
    out = []
    for want in case["figures"]:
        place = place_of(case["text"], want["surface"], want.get("nth", 1))
        if place is None:
            out.append(f"{want['surface']} has no place")
            continue
        got = {"governor": place.governor, "role": place.role, "preposition": place.preposition}
        out += [
            f"{want['surface']}: {key} {got[key]!r}, not {want.get(key)!r}"
            for key in got
            if (key in want or key == "preposition") and got[key] != want.get(key)
        ]
        if "noun" in want and look(place.noun or "").noun != look(want["noun"].lower()).noun:
            out.append(f"{want['surface']}: counts {place.noun!r}, not {want['noun']!r}")
    return out


@pytest.mark.parametrize("case", HELD, ids=[c["text"] for c in HELD])
def test_the_place_of_each_figure(case):
    assert not differences(case)


@pytest.mark.parametrize("case", KNOWN, ids=[c["text"] for c in KNOWN])
def test_what_is_known_to_fail_still_does(case):
    assert differences(case), "it holds now: move it to syntax.toml"


def test_the_tables_are_large_and_say_why():
    assert len(HELD) >= 300
    assert all(c["why"].strip() for c in [*HELD, *KNOWN])

"""Every case of seeds/cases on hedges, units, nouns, pieces, ranges and money: all figures of the text, in order."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.quantities.conftest import lines

SEEDS = Path(__file__).parents[2] / "seeds" / "cases"
CASES = [
    pytest.param(case["text"], case["figures"], id=f"{name}-{number}: {case['why']}")
    for name in ("hedges", "units", "nouns", "pieces", "ranges", "money")
    for number, case in enumerate(tomllib.loads((SEEDS / f"{name}.toml").read_text("utf-8"))["case"], 1)
]


@pytest.mark.parametrize(("text", "figures"), CASES)
def test_case(text: str, figures: list[str]) -> None:
    assert lines(text) == figures

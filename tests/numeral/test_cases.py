"""Every case of seeds/cases: all numerals of the text, in order, with their value or their role."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from figcheck import dates, numeral
from figcheck.drafts import Number
from figcheck.models import Article
from figcheck.text import read

SEEDS = Path(__file__).parents[2] / "seeds" / "cases"
ROLES = {"date", "time", "year", "ordinal", "identifier", "score", "pronoun", "unread"}
CASES = [
    pytest.param(case, id=f"{name}-{number}: {case['why']}")
    for name in ("numerals", "roles", "names", "malformed")
    for number, case in enumerate(tomllib.loads((SEEDS / f"{name}.toml").read_text("utf-8"))["case"], 1)
]


def found(text: str) -> list[tuple[str, Number]]:
    body = read(Article(id="a", text=text)).parts[-1]
    return [(text[n.start : n.end], n) for n in numeral.find(body, dates.find(body, None))]


def told(surface: str, n: Number, like: str) -> str:
    """The numeral as the case writes it, with as much detail as the case gives."""
    if n.role != "claim":
        return f"{surface}: {n.role}"
    if n.stated is None:
        return f"{surface}: {n.low}..{n.high}"
    wanted = like.rpartition(": ")[2].split()[0]
    if wanted in ROLES or ".." in wanted:
        return f"{surface}: {n.stated}"
    expected = Fraction(wanted)
    near = abs(Fraction(n.stated) - expected) < Fraction(1, 10**20)
    value = wanted if near else str(n.stated)
    return f"{surface}: {value}" + (f" step {n.step:f}" if " step " in like else "")


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, object]) -> None:
    wanted = case["numerals"]
    assert isinstance(wanted, list)
    got = found(str(case["text"]))
    likes = [*wanted, *[""] * len(got)]
    assert [told(s, n, like or "x: 0") for (s, n), like in zip(got, likes)] == wanted


def test_value_bounds_and_step_agree() -> None:
    for case in CASES:
        for _, n in found(str(case.values[0]["text"])):  # type: ignore[index,call-overload]
            if n.role == "claim":
                assert n.low is not None
                assert n.high is not None
                assert n.low <= n.high
                assert n.step > Decimal(0)
                assert n.stated is None or n.low == n.high == n.stated

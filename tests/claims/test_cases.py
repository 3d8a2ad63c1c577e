"""Every case of seeds/cases on what is measured, of whom, where and when."""

from __future__ import annotations

import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from figcheck import Article, Claim, extract

SEEDS = Path(__file__).parents[2] / "seeds" / "cases"
FLAGS = ("implicit", "subset", "additional", "one_sided")


def cases(name: str) -> list[Any]:
    found = tomllib.loads((SEEDS / f"{name}.toml").read_text("utf-8"))["case"]
    return [pytest.param(case, id=f"{number}: {case['why']}") for number, case in enumerate(found, 1)]


def measured(claim: Claim) -> str:
    """A claim as measures.toml writes it."""
    if claim.measure is None:
        return f"{claim.quote}: -" + ("" if claim.asserted else " unasserted")
    what = claim.measure + (f"/{claim.sense}" if claim.sense else "")
    words = [what, claim.who or "-", *(flag for flag in FLAGS if getattr(claim, flag))]
    return f"{claim.quote}: {' '.join(words)}" + ("" if claim.asserted else " unasserted")


def value(claim: Claim, field: str) -> str:
    """A field of a claim as scope.toml writes it."""
    if field == "period" and claim.period is not None:
        return f"{claim.period.start or ''}..{claim.period.end or ''}"
    found = getattr(claim, field)
    return f"{found:%Y-%m-%d %H:%M}" if isinstance(found, datetime) else str(found)


@pytest.mark.parametrize("case", cases("measures"))
def test_what_is_measured_and_of_whom(case: dict[str, Any]) -> None:
    assert [measured(c) for c in extract(case["text"])] == case["claims"]


@pytest.mark.parametrize("case", cases("scope"))
def test_where_when_and_how_firmly(case: dict[str, Any]) -> None:
    article = Article(id="a", text=case["text"], published=date(2025, 7, 8))
    found = [c for c in extract(article) if c.measure]
    told = []
    for claim, wanted in zip(found, case["claims"], strict=True):
        fields = [part.partition("=")[0] for part in wanted.rpartition(": ")[2].split("; ")]
        told.append(f"{claim.quote}: " + "; ".join(f"{f}={value(claim, f)}" for f in fields))
    assert told == case["claims"]

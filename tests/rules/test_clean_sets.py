"""Sets of stories that a careful editor would let pass: no rule says anything at warning or error."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from figcheck.engine import check
from figcheck.rules.explain import stories
from figcheck.settings import Settings

SETS = tomllib.loads((Path(__file__).parent / "cases" / "clean-sets.toml").read_text("utf-8"))["set"]


@pytest.mark.parametrize("story", [s["story"] for s in SETS], ids=[stories(s["story"])[0].title for s in SETS])
def test_nothing_is_reported(story: str) -> None:
    found = check(stories(story), Settings(preview=True)).findings
    assert [f"{f.code} {f.message}" for f in found if f.severity != "info"] == []

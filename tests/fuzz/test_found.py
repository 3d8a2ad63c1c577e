"""What fuzzing once found, and that each kind of input of the standing fuzz still runs."""

from __future__ import annotations

import random
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from kinds import KINDS  # noqa: E402  the fuzzer is run as a script: its modules stand beside it

CASES: list[dict[str, Any]] = tomllib.loads((HERE / "found.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_what_was_found_holds(case: dict[str, Any]) -> None:
    given = case["input"]
    if case["kind"] == "check":
        given = [{"published": None, **story} for story in given]
    KINDS[case["kind"]].holds(tuple(given) if case["kind"] in {"files", "numbers"} else given)


@pytest.mark.parametrize("name", KINDS)
def test_a_few_inputs_of_each_kind(name: str) -> None:
    chance = random.Random(name)
    for _ in range(8):
        KINDS[name].holds(KINDS[name].make(chance))

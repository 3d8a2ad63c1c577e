"""figcheck timeline, as an analyst runs it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from .conftest import Run

STORIES = {
    "a.md": ("2024-05-02", "ORLEC — The flood in Orlec killed 12 people on Thursday, the fire service said."),
    "b.md": ("2024-05-04", "ORLEC — The flood in Orlec has killed 15 people since Thursday, the fire service said."),
}


@pytest.fixture
def two(folder: Path) -> Path:
    for name, (day, text) in STORIES.items():
        (folder / name).write_text(f"---\ntitle: Flood\npublished: {day}\n---\n\n{text}\n", "utf-8")
    return folder


def test_text_has_a_line_a_telling(figcheck: Run, two: Path) -> None:
    done = figcheck("timeline", str(two))
    assert done.code == 0
    head, first, second = done.out.splitlines()[:3]
    assert head == "people killed, flood, Orlec"
    assert first.split()[:2] == ["2024-05-02", "12"]
    assert "fire service" in second
    assert second.rstrip().endswith("b.md:6")


def test_csv_has_a_row_of_tags(figcheck: Run, two: Path) -> None:
    rows = list(csv.reader(io.StringIO(figcheck("timeline", str(two), "-f", "csv").out)))
    assert rows[1][2] == "#date+reported"
    assert [row[4] for row in rows[2:]] == ["12", "15"]


def test_json_is_the_library_s(figcheck: Run, two: Path) -> None:
    (only,) = json.loads(figcheck("timeline", str(two), "-f", "json").out)
    assert [entry["quote"] for entry in only["entries"]] == ["12", "15"]


def test_nothing_in_common_is_said(figcheck: Run, folder: Path) -> None:
    (folder / "a.md").write_text("Nobody came.\n")
    assert figcheck("timeline", "a.md").out == "No count is given by two stories.\n"
    assert figcheck("timeline", "none.md").code == 2

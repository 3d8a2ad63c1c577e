"""figcheck drill and figcheck sheet --drill, as a desk runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Run

STORY = "Of the 40 pupils, 31 passed and the other 9 failed, the school said. It has 612 books.\n"


def test_text_says_what_to_check_by_hand(figcheck: Run, folder: Path) -> None:
    (folder / "a.md").write_text(STORY)
    done = figcheck("drill", "a.md")
    assert done.code == 0
    assert "a.md: 3 of 4 figures are guarded; check it by hand." in done.out
    assert "612 books" in done.out
    assert "guarded by 40 and 31" in done.out


def test_json_has_a_guard_a_figure(figcheck: Run, folder: Path) -> None:
    (folder / "a.md").write_text(STORY)
    rows = json.loads(figcheck("drill", "a.md", "--format", "json").out)
    assert [g["figure"] for g in rows[0]["guards"] if not g["guarded"]] == ["612"]


def test_the_sheet_notes_who_vouches(figcheck: Run, folder: Path) -> None:
    (folder / "a.md").write_text(STORY)
    drilled = figcheck("sheet", "a.md", "--drill", "--format", "csv").out
    assert "guarded by 40 and 31" in drilled
    assert "check by hand" in drilled
    assert "check by hand" not in figcheck("sheet", "a.md", "--format", "csv").out


def test_what_cannot_be_read_is_told_and_is_no_success(figcheck: Run, folder: Path) -> None:
    assert not list(folder.iterdir())
    assert figcheck("drill", "none.md").code == 2


@pytest.mark.parametrize("command", [("drill",), ("sheet", "--drill", "--format", "csv")])
def test_a_story_too_long_to_drill_is_told_and_the_others_are_kept(
    figcheck: Run, folder: Path, command: tuple[str, ...]
) -> None:
    (folder / "a.md").write_text(STORY)
    (folder / "long.md").write_text(STORY * 900)
    done = figcheck(command[0], "a.md", "long.md", *command[1:])
    assert done.code == 2
    assert "guarded by 40 and 31" in done.out
    assert "long.md" in done.err

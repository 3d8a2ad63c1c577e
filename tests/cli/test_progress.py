"""Long work says how far it has come: on a terminal, on standard error, and nowhere else."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from figcheck.cli import main, output

STORY = "Of the 12 dead, 7 were women, 4 were children and 2 were men, police said.\n"


class Terminal(io.StringIO):
    """Standard error as a terminal would be."""

    def isatty(self) -> bool:
        return True


def run(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, *arguments: str) -> str:
    monkeypatch.setattr(sys, "stderr", stream)
    with pytest.raises(SystemExit):
        main(arguments)
    return stream.getvalue()


@pytest.fixture
def archive(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (folder / "archive").mkdir()
    for number in range(3):
        (folder / "archive" / f"{number}.txt").write_text(STORY)
    (folder / "draft.txt").write_text(STORY)
    monkeypatch.setenv("TERM", "xterm")
    return folder


def test_every_stage_is_told(archive, monkeypatch, capsys) -> None:
    monkeypatch.setattr(output, "PATIENCE", 0.0)
    stages: list[tuple[str, float | None]] = []
    begin = output.Steps.begin
    monkeypatch.setattr(
        output.Steps, "begin", lambda self, label, total: (stages.append((label, total)), begin(self, label, total))
    )
    told = run(monkeypatch, Terminal(), "check", "draft.txt", "--against", "archive")
    assert [label for label, _ in stages] == ["Reading", "Opening files", "Reading", "Comparing"]
    assert [total for _, total in stages[1:]] == [3, 4 * (len(STORY) - 1), stages[-1][1]]
    assert "Comparing" in told
    assert "Comparing" not in capsys.readouterr().out


def test_short_work_is_silent(archive, monkeypatch) -> None:
    monkeypatch.setattr(output, "PATIENCE", 60.0)
    assert run(monkeypatch, Terminal(), "check", "draft.txt", "--against", "archive") == ""


def test_nothing_where_nobody_watches(archive, monkeypatch) -> None:
    monkeypatch.setattr(output, "PATIENCE", 0.0)
    assert run(monkeypatch, io.StringIO(), "check", "draft.txt", "--against", "archive") == ""


def test_work_that_ends_early_leaves_no_bar(archive, monkeypatch) -> None:
    monkeypatch.setattr(output, "PATIENCE", 0.0)
    (archive / "figcheck.toml").write_text('ignore = ["ALL"]\nselect = ["FIG301"]\nseverity = {FIG301 = "off"}\n')
    told = run(monkeypatch, Terminal(), "check", "draft.txt")
    last = told.splitlines()[-1]
    assert last.endswith(
        "figcheck: no rule runs under these settings, so that nothing would be checked (figcheck settings shows them)"
    )


@pytest.mark.parametrize("command", ["extract", "timeline", "drill", "sheet", "baseline"])
def test_other_commands_too(archive, monkeypatch, command: str) -> None:
    monkeypatch.setattr(output, "PATIENCE", 0.0)
    assert "Reading" in run(monkeypatch, Terminal(), command, "archive")

"""Completion in the shell: click's own, over subcommands, options, rules and files."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


def run(instruction: str, folder: Path, words: str = "", at: int = 0) -> str:
    """What the shell's function would be given."""
    done = subprocess.run(
        [sys.executable, "-m", "figcheck"], cwd=folder, capture_output=True, text=True, check=False,
        env={**os.environ, "_FIGCHECK_COMPLETE": instruction, "COMP_WORDS": words, "COMP_CWORD": str(at)},
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("figcheck ch", ["plain,check"]),
        ("figcheck check --fo", ["plain,--format"]),
        ("figcheck check --format s", ["plain,sarif"]),
        ("figcheck check --fail-level e", ["plain,error"]),
        ("figcheck explain falling", ["plain,falling-toll"]),
        ("figcheck explain fig311", ["plain,FIG311"]),
        ("figcheck check --select scale", ["plain,scale-slip"]),
        ("figcheck check --severity vague", ["plain,vague-count="]),
        ("figcheck check dra", ["file,dra"]),
        ("figcheck check --against arch", ["file,arch"]),
        ("figcheck check --output rep", ["file,rep"]),
        ("figcheck settings dra", ["file,dra"]),
    ],
)
def test_bash(tmp_path: Path, words: str, expected: list[str]) -> None:
    assert run("bash_complete", tmp_path, words, len(words.split()) - 1).split() == expected


def test_no_own_rule_is_run(tmp_path: Path) -> None:
    (tmp_path / "own.py").write_text("from pathlib import Path\nPath('ran').touch()\n")
    (tmp_path / "figcheck.toml").write_text('own-rules = ["own.py"]\n')
    run("bash_complete", tmp_path, "figcheck explain fall", 2)
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_the_other_shells_are_given_their_function(tmp_path: Path, shell: str) -> None:
    assert "_FIGCHECK_COMPLETE" in run(f"{shell}_source", tmp_path)

"""The README is true: its output is what the command prints, its Python runs, CI runs its commands."""

import doctest
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
SHOWN = re.search(r"```console\n\$ figcheck (.*?)\n```\n\n```text\n(.*?)```", README, re.DOTALL)


def printed(arguments: str) -> str:
    """What the command prints, 80 columns wide."""
    done = subprocess.run(
        [sys.executable, "-m", "figcheck", *arguments.split()],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False,
        env={"COLUMNS": "80", "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "PATH": ""},
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout


def test_the_output_shown_is_what_it_prints() -> None:
    assert SHOWN, "README.md shows a command and its output"
    assert printed(SHOWN[1]).strip() == SHOWN[2].strip()


def test_its_python_runs() -> None:
    results = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert results.attempted >= 3
    assert results.failed == 0


def test_ci_runs_its_commands() -> None:
    commands = re.findall(r"```sh\n(python3 -m venv .*|\.venv/bin/pip .*)\n```", README)
    ci = (ROOT / ".ci" / "run").read_text("utf-8")
    assert len(commands) == 2
    assert all(command in ci for command in commands)


def test_its_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\((?!http)([^)#]+)", README):
        assert (ROOT / target).exists(), target

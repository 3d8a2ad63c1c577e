"""The GitHub action: its steps are well formed, and the one that checks writes annotations where it should."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
FAULTY = "The flood killed 14 people: 5 men, 4 women and 3 children, the rescue agency said.\n"


def action() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    return found


def steps() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = action()["runs"]["steps"]
    return found


def test_it_is_a_composite_action() -> None:
    assert action()["runs"]["using"] == "composite"
    for step in steps():
        assert ("uses" in step) != ("run" in step)
        assert "run" not in step or step["shell"] == "bash"


def test_no_input_is_pasted_into_a_command() -> None:
    assert not [s for s in steps() if "${{" in s.get("run", "")]


def test_every_input_is_used() -> None:
    used = set(re.findall(r"inputs\.([\w-]+)", yaml.safe_dump(steps())))
    assert used == set(action()["inputs"])


def check(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the last step as a runner would, with the figcheck of this environment."""
    step = steps()[-1]
    values = {name: str(spec.get("default", "")) for name, spec in action()["inputs"].items()}
    values.update({name.replace("_", "-"): value for name, value in inputs.items()})
    env = {k: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda m: values[m[1]], v) for k, v in step["env"].items()}
    home = folder / "runner"
    home.mkdir(exist_ok=True)
    if not (home / "figcheck").exists():
        (home / "figcheck").symlink_to(Path(sys.executable).parent.parent)
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", step["run"]], cwd=folder, capture_output=True, text=True, timeout=120,
        env={**os.environ, **env, "RUNNER_TEMP": str(home)}, check=False,
    )  # fmt: skip


def test_a_finding_becomes_an_annotation_at_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"# Flood\n\n{FAULTY}", "utf-8")
    done = check(tmp_path, paths="a.md")
    assert done.returncode == 1, done.stderr
    assert re.search(r"^::error file=a\.md,line=3,.*FIG301", done.stdout, re.MULTILINE), done.stdout


def test_it_may_only_report(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(FAULTY, "utf-8")
    assert check(tmp_path, paths="a.md", fail_level="never").returncode == 0


@pytest.mark.parametrize("paths", ["$(touch pwned)", "`touch pwned`", "; touch pwned"])
def test_a_hostile_path_is_only_a_path(tmp_path: Path, paths: str) -> None:
    done = check(tmp_path, paths=paths)
    assert done.returncode == 2
    assert not (tmp_path / "pwned").exists()

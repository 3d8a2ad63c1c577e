"""pre-commit itself, on a scratch repository: the hook stops a faulty story and lets a clean one pass."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
FAULTY = "The flood killed 14 people: 5 men, 4 women and 3 children, the rescue agency said.\n"
CLEAN = "The flood killed 12 people: 5 men, 4 women and 3 children, the rescue agency said.\n"
BIN = Path(sys.executable).parent


def hooks() -> list[dict[str, object]]:
    found = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert isinstance(found, list)
    return found


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    env = {
        **os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "PRE_COMMIT_HOME": str(folder / ".cache"),
        "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@x.example", "GIT_COMMITTER_NAME": "a",
        "GIT_COMMITTER_EMAIL": "a@x.example", "GIT_CONFIG_GLOBAL": os.devnull, "COLUMNS": "100",
    }  # fmt: skip
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, timeout=600, check=False)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    run(tmp_path, "git", "init", "-q", "-b", "main")
    (tmp_path / ".gitignore").write_text(".cache\n", "utf-8")
    return tmp_path


def local(folder: Path, name: str) -> None:
    """The hook as it ships, run from this environment rather than from one that is installed anew."""
    hook = next(h for h in hooks() if h["id"] == name)
    hook = {**hook, "language": "system"}
    hook.pop("additional_dependencies", None)
    config = {"repos": [{"repo": "local", "hooks": [hook]}]}
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), "utf-8")


def test_stories_are_never_split_over_processes() -> None:
    assert hooks()
    for hook in hooks():
        assert hook["require_serial"] is True
        assert hook["pass_filenames"] is True
        assert re.search(str(hook["files"]), "draft.md") or re.search(str(hook["files"]), "draft.docx")


def test_a_faulty_story_stops_the_commit_and_a_clean_one_passes(repository: Path) -> None:
    local(repository, "figcheck")
    (repository / "a.md").write_text(FAULTY, "utf-8")
    (repository / "b.txt").write_text(CLEAN, "utf-8")
    (repository / "data.csv").write_text("14\n", "utf-8")
    run(repository, "git", "add", ".")
    run(repository, "pre-commit", "install")
    stopped = run(repository, "git", "commit", "-q", "-m", "story")
    assert stopped.returncode == 1, stopped.stdout + stopped.stderr
    assert "a.md" in stopped.stderr + stopped.stdout
    assert "FIG301" in stopped.stderr + stopped.stdout
    (repository / "a.md").write_text(CLEAN, "utf-8")
    run(repository, "git", "add", ".")
    passed = run(repository, "git", "commit", "-q", "-m", "story")
    assert passed.returncode == 0, passed.stdout + passed.stderr


def test_all_stories_reach_one_process(repository: Path) -> None:
    local(repository, "figcheck")
    for number in range(30):
        (repository / f"story-{number:02}.md").write_text(CLEAN, "utf-8")
    run(repository, "git", "add", ".")
    done = run(repository, "pre-commit", "run", "--all-files", "--verbose")
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(re.findall(r"\b30 stories|\b30 articles", done.stdout)) == 1, done.stdout


@pytest.mark.skipif(
    "CI" not in os.environ, reason="installs figcheck anew, which takes a minute and a package registry"
)
def test_the_hook_installs_and_runs_as_a_desk_would_have_it(
    repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    source = tmp_path_factory.mktemp("figcheck")
    run(source, "git", "clone", "-q", str(ROOT), "project")
    (repository / "a.md").write_text(FAULTY, "utf-8")
    run(repository, "git", "add", ".")
    done = run(repository, "pre-commit", "try-repo", str(source / "project"), "figcheck", "--files", "a.md")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "FIG301" in done.stdout, done.stdout + done.stderr

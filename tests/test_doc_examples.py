"""Every example in README.md and docs/ is run, or read by what would read it.

Python runs from top to bottom of its page (as a doctest where it shows a prompt); a console line runs in a folder of
small stories; TOML and YAML are parsed, and validated by what they are for: our settings, pre-commit, GitHub's schemas
for workflows and actions. What no test can do is push to GitHub: there the schema and our action's own inputs stand for
it. A block in another language is an error here, so that none is passed over in silence.
"""

from __future__ import annotations

import doctest
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from click.testing import CliRunner

from figcheck._version import __version__
from figcheck.cli.app import app
from figcheck.readers import read_text
from tests.test_readme import SHOWN

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent


class Block(NamedTuple):
    """One fenced block: the page it stands on, its line, its language, and its text."""

    page: str
    line: int
    language: str
    text: str


def blocks() -> list[Block]:
    """All fenced blocks of README.md and of the pages under docs/ that are written by hand."""
    found: list[Block] = []
    generated = ROOT / "docs" / "rules"  # written from docstrings, whose stories tests/rules runs
    for path in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]:
        if generated not in path.parents:
            text = path.read_text("utf-8")
            for m in re.finditer(r"^( *)```([^\n]*)\n(.*?)^ *```$", text, re.MULTILINE | re.DOTALL):
                name = path.relative_to(ROOT).as_posix()
                found.append(Block(name, text.count("\n", 0, m.start()) + 1, m[2].strip(), m[3]))
    return found


BLOCKS = blocks()


def of(*languages: str) -> list[object]:
    """The blocks of some languages, as parameters."""
    return [pytest.param(b, id=f"{b.page}:{b.line}") for b in BLOCKS if b.language in languages]


def test_every_block_is_of_a_kind_that_some_test_runs() -> None:
    known = {
        "python", "console", "sh", "toml", "yaml", "text", "json", "markdown",
        "bash", "zsh", "fish",
        "python own_rule",  # tests/test_howtos.py, like the suppressions in Markdown
    }  # fmt: skip
    drawn = {"docs/architecture.md"}  # the drawing of the stages
    others = [b for b in BLOCKS if b.language not in known and not (b.language == "" and b.page in drawn)]
    assert others == [], "give it a language, and run it here"


PYTHON = sorted({b.page for b in BLOCKS if b.language == "python"})


@pytest.mark.parametrize("page", PYTHON)
def test_python_runs_from_top_to_bottom(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    prepare(tmp_path)
    code = "\n".join(b.text for b in BLOCKS if b.page == page and b.language == "python")
    if ">>>" in code:
        flags = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
        failed, run = doctest.testfile(str(ROOT / page), module_relative=False, optionflags=flags)
        assert run > 0
        assert failed == 0
    else:
        exec(compile(code, page, "exec"), {"__name__": page})


STORY = """\
---
title: Ferry sinks off Cape Lorn
published: 2024-03-05
---
The ferry sank off Cape Lorn on Monday. The coast guard said 41 people were killed. By night it said 38 were missing.
"""
HOUSE = 'ignore = ["precision"]\n'


def prepare(folder: Path) -> None:
    """The files that the examples name."""
    import docx

    for name in ("draft.md", "drafts/ferry.md", "stories/ferry.md", "archive/march.md", "draft.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(STORY.replace("41", str(40 + len(name))) if "/" in name else STORY, "utf-8")
    (folder / "stories" / "mill.md").write_text(
        "A fire at the mill killed 12 people on Monday, police said.\n", "utf-8"
    )
    (folder / "main").mkdir(exist_ok=True)
    (folder / "main" / "figcheck.toml").write_text(HOUSE, "utf-8")
    draft = docx.Document()
    draft.add_paragraph("The flood killed 14 people: 5 men, 4 women and 3 children, the rescue agency said.")
    draft.save(str(folder / "draft.docx"))


def lines(block: Block) -> list[str]:
    """The command lines that a block shows: after a dollar in a console, all of them in sh."""
    shown = [line for line in block.text.splitlines() if block.language == "sh" or line.startswith("$ ")]
    return [line.removeprefix("$ ").partition("  #")[0].strip() for line in shown]


@pytest.mark.parametrize("block", of("console", "sh"))
def test_command_lines_do_what_they_say(block: Block, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One after the other in one folder: the second line of a page may read what its first one wrote."""
    prepare(tmp_path)
    assert lines(block)
    for line in lines(block):
        monkeypatch.chdir(tmp_path)
        if line.startswith(("python3 -m venv", ".venv/bin/pip")):
            assert line in (ROOT / ".ci" / "run").read_text("utf-8"), "CI runs it"
        elif "pip install" in line:
            extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
            asked = re.search(r"\[(.*?)\]", line)
            assert asked is None or set(asked[1].split(",")) <= set(extras)
        elif "|" in line or line.startswith("git "):
            _in_a_repository(line, tmp_path)
        else:
            _ours(line, tmp_path, monkeypatch)


@pytest.mark.parametrize("block", of("bash", "zsh", "fish"))
def test_a_shell_is_given_its_function(block: Block, tmp_path: Path) -> None:
    """What a shell's settings ask for is written; tests/cli/test_completion.py asks what it completes."""
    asked = re.findall(r"_FIGCHECK_COMPLETE=(\w+_source) figcheck", block.text)
    assert asked == [f"{block.language}_source"]
    done = subprocess.run(
        [sys.executable, "-m", "figcheck"], cwd=tmp_path, capture_output=True, text=True, check=False,
        env={**os.environ, "_FIGCHECK_COMPLETE": asked[0]},
    )  # fmt: skip
    assert "_FIGCHECK_COMPLETE" in done.stdout


def _ours(line: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line that runs figcheck: whatever it finds, all its work could be done, and what it writes is there."""
    assert line.startswith("figcheck "), f"no test knows how to run {line!r}"
    if " seeds/" in line:
        monkeypatch.chdir(ROOT)
    ran = CliRunner().invoke(app, shlex.split(line)[1:])
    assert ran.exit_code in (0, 1), ran.output
    written = re.search(r"(?:--output|-o|--write-comments) (\S+)", line)
    assert written is None or (folder / written[1]).exists()


def _in_a_repository(line: str, folder: Path) -> None:
    """A line for the shell, in a clone whose branch has one story that main has not."""
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@x.example"]
    subprocess.run([*git, "init", "-q", "-b", "main"], cwd=folder, check=True)
    for args in (["add", "."], ["commit", "-qm", "old"], ["update-ref", "refs/remotes/origin/main", "HEAD"]):
        subprocess.run([*git, *args], cwd=folder, check=True)
    (folder / "stories" / "new.md").write_text(STORY.replace("sank", "went down"), "utf-8")
    subprocess.run([*git, "add", "."], cwd=folder, check=True)
    ran = subprocess.run(
        ["bash", "-o", "pipefail", "-c", line], cwd=folder, capture_output=True, text=True, check=False,
        env={"PATH": f"{BIN}:/usr/local/bin:/usr/bin:/bin", "HOME": str(folder), "LANG": "C.UTF-8"},
    )  # fmt: skip
    assert ran.returncode in (0, 1, 123), ran.stderr  # xargs makes 123 of a 1
    assert "1 story" in ran.stdout, ran.stdout


@pytest.mark.parametrize("block", of("toml", "json"))
def test_toml_and_json_are_read(block: Block) -> None:
    """tests/test_howtos.py has the settings, the own measures and rules and the sidecar read by what reads them."""
    assert (tomllib if block.language == "toml" else json).loads(block.text)


def wrapped(block: Block) -> str:
    """A workflow as it is, or one around the steps or the hooks that a page shows alone."""
    data = yaml.safe_load(block.text)
    if isinstance(data, list) and all(isinstance(s, dict) and ("run" in s or "uses" in s) for s in data):
        data = {"on": "pull_request", "jobs": {"figures": {"runs-on": "ubuntu-latest", "steps": data}}}
    elif isinstance(data, list):
        data = {"repos": [{"repo": "https://example.org/figcheck", "rev": f"v{__version__}", "hooks": data}]}
    return json.dumps({"on" if k is True else k: v for k, v in data.items()})  # YAML 1.1 reads "on" as true


@pytest.mark.parametrize("block", of("yaml"))
def test_yaml_is_valid_for_what_reads_it(block: Block, tmp_path: Path) -> None:
    if "repos:" in block.text or "- id: figcheck" in block.text:
        (tmp_path / "config.yaml").write_text(wrapped(block), "utf-8")
        command = [str(BIN / "pre-commit"), "validate-config", str(tmp_path / "config.yaml")]
        ours = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
        assert {h["id"] for r in json.loads(wrapped(block))["repos"] for h in r["hooks"]} <= ours
    elif "uses:" in block.text or "run:" in block.text:
        (tmp_path / "workflow.yaml").write_text(wrapped(block), "utf-8")
        command = _schema("vendor.github-workflows", tmp_path / "workflow.yaml")
        inputs = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["inputs"]
        for job in json.loads(wrapped(block))["jobs"].values():
            ours = [s for s in job["steps"] if "/figcheck@" in s.get("uses", "")]
            assert all(set(s.get("with", {})) <= set(inputs) for s in ours)
    else:  # the front matter of a story
        article = read_text(f"{block.text}\nText.", "a.md")[0].article
        assert article.title
        assert article.published
        return
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_the_action_is_one_by_githubs_schema() -> None:
    ran = subprocess.run(_schema("vendor.github-actions", ROOT / "action.yml"), capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_the_hooks_are_ones_by_pre_commits_own_check() -> None:
    command = [str(BIN / "pre-commit"), "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def _schema(name: str, path: Path) -> list[str]:
    """check-jsonschema with the schema that comes with it: it fetches nothing."""
    return [str(BIN / "check-jsonschema"), "--builtin-schema", name, str(path)]


@pytest.mark.parametrize("block", of("text"))
def test_text_below_a_command_is_what_it_prints(block: Block, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """README.md's is the one that tests/test_readme.py compares byte for byte, 80 columns wide."""
    if block.page == "README.md":
        assert SHOWN is not None
        assert block.text.strip() == SHOWN[2].strip()
        return
    page = [b for b in BLOCKS if b.page == block.page]
    before = page[page.index(block) - 1] if page.index(block) else None
    if before is None or before.language != "console":
        return  # a quotation, which nothing prints
    prepare(tmp_path)
    monkeypatch.chdir(tmp_path)
    printed = CliRunner().invoke(app, shlex.split(lines(before)[-1])[1:]).stdout
    assert printed.strip() == block.text.strip()


def test_the_tools_that_validate_are_here() -> None:
    assert all(shutil.which(name, path=str(BIN)) for name in ("pre-commit", "check-jsonschema"))

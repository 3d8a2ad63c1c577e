"""What a release is: one version everywhere, a small wheel with all its data and nothing else, true addresses.

tests/release.sh, which .ci/run calls, checks sdist and wheel with the tools for it, installs the wheel outside the
checkout and runs it there.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
import zipfile
from email import message_from_bytes
from email.message import Message
from pathlib import Path

import pytest

import figcheck
from figcheck._version import __version__
from figcheck.reports import render

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
MOST = 1_000_000  # bytes of the wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel, built as `pip wheel` builds it, with the build backend of this environment."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (path,) = folder.glob("*.whl")
    return zipfile.ZipFile(path)


@pytest.fixture(scope="module")
def metadata(wheel: zipfile.ZipFile) -> Message:
    """What the wheel says of itself."""
    return message_from_bytes(wheel.read(f"figcheck-{__version__}.dist-info/METADATA"))


def test_the_wheel_is_small(wheel: zipfile.ZipFile) -> None:
    assert wheel.filename is not None
    assert Path(wheel.filename).stat().st_size < MOST


def test_the_wheel_holds_the_package_and_nothing_else(wheel: zipfile.ZipFile) -> None:
    names = {n for n in wheel.namelist() if not n.startswith(f"figcheck-{__version__}.dist-info/")}
    tracked = subprocess.run(["git", "ls-files", "figcheck"], cwd=ROOT, capture_output=True, text=True, check=False)
    if tracked.returncode or not tracked.stdout:
        pytest.skip("not in a clone: nothing says which files belong to the package")
    assert {"figcheck/py.typed", "figcheck/data/lexicon.txt", "figcheck/cli/__init__.py"} <= names
    assert names >= set(tracked.stdout.split()), "a file of the package is not in the wheel"
    manual = f"figcheck-{__version__}.data/data/share/man/man1/figcheck.1"
    assert manual in names
    assert all(n.startswith("figcheck/") and "__pycache__" not in n for n in names - {manual})


def test_the_wheel_says_what_it_is(metadata: Message) -> None:
    assert metadata["Name"] == "figcheck"
    assert metadata["Version"] == __version__
    assert metadata["License-Expression"] == "Apache-2.0"
    assert metadata["Description-Content-Type"] == "text/markdown"
    assert metadata.get_payload().lstrip().startswith("# figcheck")


def test_its_addresses_are_those_of_the_pre_commit_example(metadata: Message) -> None:
    """The project has one placeholder for whoever hosts a copy, and says it in one way everywhere."""
    named = set(re.findall(r"repo: (https?://\S+)", "".join(p.read_text("utf-8") for p in PAGES)))
    assert len(named) == 1, named
    (home,) = named
    urls = dict(line.split(", ") for line in metadata.get_all("Project-URL", []))
    assert urls.keys() == {"Homepage", "Documentation", "Changelog", "Source", "Issues"}
    assert all(url == home or url.startswith(f"{home}/") for url in urls.values())
    for name in ("Documentation", "Changelog"):
        assert (ROOT / urls[name].removeprefix(f"{home}/")).exists(), urls[name]


def test_every_tag_that_a_page_names_is_this_version() -> None:
    """`rev:` of pre-commit, and `@v…` of the action."""
    found = {
        (path.relative_to(ROOT).as_posix(), tag)
        for path in PAGES
        for tag in re.findall(r"(?:\brev: *|figcheck@)v?(\d[\w.]*)", path.read_text("utf-8"))
    }
    assert {page for page, _ in found} >= {"README.md", "docs/pre-commit.md", "docs/github-action.md"}
    assert {tag for _, tag in found} == {__version__}


def test_the_changelog_opens_with_this_version_and_its_day() -> None:
    newest = re.search(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert newest is not None
    assert re.fullmatch(rf"{re.escape(__version__)} – \d{{4}}-\d\d-\d\d|Unreleased", newest[1])


def test_every_report_says_this_version() -> None:
    story = figcheck.Article(id="a", text="Of the 12 dead, 7 were women, 4 were children and 2 were men, police said.")
    report = figcheck.check(story)
    assert report.figcheck == figcheck.__version__ == __version__
    assert json.loads(report.model_dump_json())["figcheck"] == __version__
    (run,) = json.loads(render(report, "sarif", [story]))["runs"]
    assert run["tool"]["driver"]["version"] == __version__
    shown = subprocess.run([sys.executable, "-m", "figcheck", "--version"], capture_output=True, text=True, check=True)
    assert shown.stdout.split() == ["figcheck", __version__]


def test_ci_builds_installs_and_runs_the_release() -> None:
    assert re.search(r"^tests/release\.sh$", (ROOT / ".ci" / "run").read_text("utf-8"), re.MULTILINE)
    script = (ROOT / "tests" / "release.sh").read_text("utf-8")
    for step in ("-m build", 'twine" check --strict', 'check-wheel-contents"', "venv fresh", "figcheck check"):
        assert step in script
    assert tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dynamic"] == ["version"]

"""The documentation site: its menu has every page, its links are those of the repository turned to the site."""

from __future__ import annotations

import doctest
import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
INDEX = (ROOT / "docs" / "index.md").read_text("utf-8")


def _hooks() -> ModuleType:
    spec = importlib.util.spec_from_file_location("figcheck_site_hooks", ROOT / "docs" / "site" / "hooks.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


hooks = _hooks()


def entries(menu: list[object]) -> list[str]:
    """The pages of a menu, in its order."""
    out: list[str] = []
    for one in menu:
        for value in one.values() if isinstance(one, dict) else [one]:
            out += entries(value) if isinstance(value, list) else [value]
    return out


def test_the_menu_has_every_page_once() -> None:
    found = entries(hooks.menu(INDEX, hooks.pages()))
    assert sorted(found) == hooks.pages()


def test_the_menu_is_by_use() -> None:
    parts = [name for one in hooks.menu(INDEX, hooks.pages()) for name in one]
    wanted = ["Home", "Start", "The command", "The lint step", "The library", "The rules", "How it works"]
    assert [p for p in parts if p != hooks.MORE] == wanted


def test_a_page_that_the_index_does_not_link_is_told_and_under_more(capsys: pytest.CaptureFixture[str]) -> None:
    made = hooks.menu(INDEX, [*hooks.pages(), "just-added.md"])
    more = made[-1][hooks.MORE]
    assert "just-added.md" in more
    left = sorted(set(more) - {"just-added.md"})
    if left:  # no failure: the page is on the site; but it has no place by use yet
        with capsys.disabled():
            print(f"\ndocs/index.md links none of {', '.join(left)}: the site has them under {hooks.MORE!r}")


def test_what_the_index_links_is_there() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", INDEX):
        assert (ROOT / "docs" / target).exists(), f"docs/index.md links {target}, which is not there"


@pytest.mark.parametrize(
    ("text", "page", "turned"),
    [
        ("[a](docs/ci.md#x) and [b](seeds/)", "../README.md", "[a](ci.md#x) and b"),
        ("![the report](docs/ci.md)", "../README.md", "![the report](ci.md)"),
        ('<img src="docs/ci.md" alt="x">', "../README.md", '<img src="ci.md" alt="x">'),
        ("[c](CHANGELOG.md)", "../README.md", "[c](changelog.md)"),
        ("[r](../README.md#links)", "ci.md", "[r](start.md#links)"),
        ("[s](../ci.md)", "rules/index.md", "[s](../ci.md)"),
        ("[o](gone.md)", "ci.md", "[o](gone.md)"), ("[t](#there)", "ci.md", "[t](#there)"),
        ("[h](https://a.example/b.md)", "ci.md", "[h](https://a.example/b.md)"),
        ("```text\n[a](docs/ci.md)\n```", "../README.md", "```text\n[a](docs/ci.md)\n```"),
        ("**Reading**\n- one\n- two", "ci.md", "**Reading**\n\n- one\n- two"),
    ],
)  # fmt: skip
def test_links_are_turned_to_the_site(text: str, page: str, turned: str) -> None:
    assert hooks.moved(text, page, {"ci.md", "start.md", "changelog.md"}) == turned


def test_links_of_every_page_hold_in_the_repository_too() -> None:
    """On GitHub the pages are read as they are, without the site."""
    for path in [*(ROOT / "docs").rglob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"]:
        prose = re.sub(r"^```.*?^```$", "", path.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
        for target in re.findall(r"\]\((?![a-z]+:|#)([^)#\s]+)", prose):
            assert (path.parent / target).exists(), f"{path.relative_to(ROOT)} links {target}"


def test_the_examples_of_the_hooks_run() -> None:
    failed, run = doctest.testmod(hooks)
    assert run > 0
    assert failed == 0

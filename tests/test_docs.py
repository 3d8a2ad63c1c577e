"""The generated pages are what the rules say today."""

from __future__ import annotations

import doctest
import inspect
import shutil
import subprocess
from pathlib import Path

import click
import pytest

import figcheck
from figcheck.cli.app import app
from figcheck.docs import pages
from figcheck.reference import members

DOCS = Path(__file__).parents[1] / "docs"


@pytest.mark.parametrize(("name", "text"), sorted(pages().items()))
def test_no_drift(name: str, text: str) -> None:
    assert (DOCS / name).read_text("utf-8") == text, "run `make docs`"


def test_no_page_without_a_rule() -> None:
    assert {f"rules/{p.name}" for p in (DOCS / "rules").glob("*.md")} == {
        name for name in pages() if name.startswith("rules/")
    }


class TestReference:
    @pytest.mark.parametrize("name", [name for name in figcheck.__all__ if not name.startswith("_")])
    def test_every_public_name_and_all_that_it_has_is_explained(self, name: str) -> None:
        page = (DOCS / "reference.md").read_text("utf-8")
        assert f"\n## `{name}`\n" in page
        it = getattr(figcheck, name)
        assert it.__doc__, name
        told = members(it) if inspect.isclass(it) else {}
        assert not [member for member, text in told.items() if not text]
        assert all(f"`{member}" in page for member in told)

    def test_public_attributes_are_all_among_them(self) -> None:
        assert {"findings", "claims", "by_rule", "rows", "to_pandas", "complete"} <= set(members(figcheck.Report))
        assert {"quote", "attribution", "id"} <= set(members(figcheck.Claim))
        assert {"guards", "guarded", "by_hand", "of"} <= set(members(figcheck.Drill))
        assert {"path", "message", "line"} <= set(members(figcheck.ReadError))

    def test_its_examples_run(self) -> None:
        flags = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
        results = doctest.testfile(str(DOCS / "reference.md"), module_relative=False, optionflags=flags)
        assert results.attempted > 30
        assert results.failed == 0


class TestManPage:
    PAGE = (DOCS / "man" / "figcheck.1").read_text("utf-8")

    def test_every_command_and_option_is_on_it(self) -> None:
        context = click.Context(app, info_name="figcheck")
        for name in app.list_commands(context):
            command = app.get_command(context, name)
            assert command is not None
            assert f"\n.SS figcheck {name}\n" in self.PAGE
            section = self.PAGE.partition(f"\n.SS figcheck {name}\n")[2].partition("\n.SS ")[0]
            options = [word for p in command.params if isinstance(p, click.Option) for word in p.opts]
            assert not [word for word in options if word.replace("-", "\\-") not in section]

    def test_no_line_of_the_help_is_taken_for_an_order(self) -> None:
        orders = {line.split()[0] for line in self.PAGE.splitlines() if line.startswith((".", "'"))}
        assert orders <= {".TH", ".SH", ".SS", ".PP", ".TP", ".B", ".nf", ".fi"}
        assert ".md, .html, .docx" in self.PAGE

    @pytest.mark.skipif(shutil.which("groff") is None, reason="no groff here")
    def test_the_formatter_has_nothing_to_complain_of(self) -> None:
        ran = subprocess.run(
            ["groff", "-ww", "-man", "-Tascii", "-P-c", str(DOCS / "man" / "figcheck.1")],
            capture_output=True,
            text=True,
        )
        assert (ran.returncode, ran.stderr) == (0, "")
        assert "Exit status: 0" in " ".join(ran.stdout.split())

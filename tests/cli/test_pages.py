"""The commands that make a page: where it goes, what they say beside it, how they end."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner, Result

from figcheck.cli.app import app

WRONG = "Of the 12 dead, 7 were women, 4 were children and 2 were men, police said.\n"


@pytest.fixture(autouse=True)
def _desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("draft.md").write_text(f"# Ferry\n\n{WRONG}\n| a | b |\n|---|---|\n| 1 | 2 |\n", "utf-8")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def soup(file: str = "report.html") -> BeautifulSoup:
    return BeautifulSoup(Path(file).read_text("utf-8"), "html.parser")


def test_the_report_is_written_and_the_gate_stays_shut() -> None:
    done = run("check", "draft.md", "--format", "html", "--output", "report.html")
    assert done.exit_code == 1
    assert "4 figures" in done.stderr
    page = soup()
    assert page.h1.text == "1 error in 1 story."
    assert page.select_one(".card .spot").text == "line 3"
    assert "not read: 1 table" in page.select_one(".problems").text


def test_it_can_go_to_standard_output() -> None:
    done = run("check", "draft.md", "-f", "html", "--fail-level", "never")
    assert done.exit_code == 0
    assert done.stdout.startswith("<!DOCTYPE html>")


def test_stories_that_are_only_compared_with_are_quoted() -> None:
    told = "---\npublished: 2024-11-{day}\n---\nTuesday's earthquake in the Selmo valley has killed "
    Path("new.md").write_text(
        told.format(day=15) + "584 people, the civil protection agency said on Friday.\n", "utf-8"
    )
    Path("old").mkdir()
    Path("old/a.md").write_text(
        told.format(day=13) + "648 people, the civil protection agency said on Wednesday.\n", "utf-8"
    )
    run("check", "new.md", "--against", "old", "-f", "html", "-o", "report.html")
    page = soup()
    assert [section.h2.text for section in page.select(".story")] == ["new.md"]
    quotes = [quote.text for quote in page.select(".card blockquote")]
    assert any("648 people" in quote for quote in quotes)
    assert any("584 people" in quote for quote in quotes)
    assert page.select_one("#counts figcaption").text.startswith("People killed")


def test_what_could_not_be_read_is_on_the_page_and_the_exit_is_2() -> None:
    Path("bad.docx").write_bytes(b"no zip")
    done = run("check", "draft.md", "bad.docx", "-f", "html", "-o", "report.html")
    assert done.exit_code == 2
    assert "bad.docx" in soup().select_one(".problems .grave").text


def test_what_somebody_let_pass_is_not_shown_as_a_finding() -> None:
    comment = "<!-- figcheck: ignore[parts-and-total] reason: the coroner's own count -->"
    Path("draft.md").write_text(f"{WRONG.strip()} {comment}\n", "utf-8")
    assert run("check", "draft.md", "-f", "html", "-o", "report.html").exit_code == 0
    page = soup()
    assert page.h1.text == "No findings in 1 story; 1 let pass."
    assert not page.select(".card")


@pytest.mark.parametrize("arguments", [("check", "draft.md", "-f", "html"), ("sheet", "draft.md")])
def test_without_jinja_the_message_says_what_to_install(arguments, monkeypatch: pytest.MonkeyPatch) -> None:
    from figcheck import web

    web._environment.cache_clear()
    monkeypatch.setitem(sys.modules, "jinja2", None)
    done = run(*arguments)
    assert done.exit_code == 2
    assert "pip install 'figcheck[report]'" in done.stderr
    assert done.stdout == ""


def test_a_sheet_with_a_drill_says_what_is_guarded() -> None:
    Path("ok.md").write_text("Of the 40 pupils, 31 passed and the other 9 failed. It has 612 books.\n", "utf-8")
    assert run("sheet", "ok.md", "--drill", "-o", "sheet.html").exit_code == 0
    notes = [cell.text for cell in soup("sheet.html").select("td.notes")]
    assert "adds up with No. 2 and No. 3" in notes[0]
    assert "guarded by" in notes[0]
    assert "check by hand" in notes[3]


def test_a_refused_story_has_no_sheet() -> None:
    """An empty sheet would say that there is nothing to check."""
    Path("de.txt").write_text(
        "Bei dem Unfall auf der Autobahn wurden nach Angaben der Polizei 12 Menschen verletzt und drei getötet. "
        "Die Strecke war bis zum Abend gesperrt, wie ein Sprecher der Feuerwehr sagte.\n",
        "utf-8",
    )
    Path("fine.txt").write_text("The flood killed 12 people, police said.\n", "utf-8")
    alone = run("sheet", "de.txt", "-f", "csv")
    assert (alone.exit_code, alone.stdout) == (2, "")
    assert "de.txt" in alone.stderr
    both = run("sheet", "fine.txt", "de.txt", "-f", "csv")
    assert both.exit_code == 2
    assert "fine.txt" in both.stdout
    assert "de.txt" not in both.stdout

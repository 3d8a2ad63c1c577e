"""The figure sheet in a browser: ticks and proofs stay, another text of the story gets none, files are saved."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from figcheck import check
from figcheck.readers import read_text
from figcheck.sheet import build, to_csv, to_html

STORY = (
    "---\ntitle: School trip\npublisher: Harrow Evening Mail\n---\n"
    'Of the 40 pupils, 31 passed and the other 9 failed, the school said.\n\nIt has 612 books, "about" all.\n'
)


def sheets(text: str = STORY, name: str = "draft.md"):
    stories = read_text(text, name)
    return build(check(s.article for s in stories), stories)


def row(page, number: int):
    return page.locator(f'tr.row[data-number="{number}"]')


def test_ticks_and_proofs_stay_after_a_reload(open_page) -> None:
    opened = open_page(to_html(sheets()))
    page = opened.page
    assert page.locator("#done").inner_text() == "0 of 4 checked"
    row(page, 2).locator("input").check()
    row(page, 3).locator("textarea").fill("list of the school, 9 names")
    assert page.locator("#done").inner_text() == "1 of 4 checked"
    page.reload()
    assert row(page, 2).locator("input").is_checked()
    assert not row(page, 1).locator("input").is_checked()
    assert row(page, 3).locator("textarea").input_value() == "list of the school, 9 names"
    page.get_by_label("Only what is not checked").check()
    assert not row(page, 2).is_visible()
    assert row(page, 1).is_visible()


def test_a_changed_story_gets_no_ticks_unasked(open_page) -> None:
    opened = open_page(to_html(sheets()))
    row(opened.page, 1).locator("input").check()
    row(opened.page, 4).locator("input").check()
    changed = open_page(to_html(sheets(STORY.replace("612", "621"))), again=opened.page.context, name="two.html").page
    assert changed.locator("input:checked").count() == 0
    notice = changed.locator(".changed")
    assert notice.is_visible()
    notice.get_by_role("button").click()
    assert row(changed, 1).locator("input").is_checked()
    assert not row(changed, 4).locator("input").is_checked()
    other = open_page(to_html(sheets(name="other.md")), again=opened.page.context, name="three.html").page
    assert other.locator("input:checked").count() == 0
    assert not other.locator(".changed").is_visible()
    assert row(opened.page, 4).locator("input").is_checked()


@pytest.fixture
def saved(open_page, tmp_path: Path):
    def save(button: str, given) -> tuple[str, str]:
        page = open_page(to_html(given)).page
        row(page, 1).locator("input").check()
        row(page, 2).locator("textarea").fill('=1+1, "quoted"\nand more')
        with page.expect_download() as download:
            page.get_by_role("button", name=button).click()
        file = tmp_path / "saved"
        download.value.save_as(file)
        return file.read_text("utf-8"), download.value.suggested_filename

    return save


def test_the_csv_is_that_of_the_command_with_ticks_and_proofs(saved) -> None:
    given = sheets()
    text, name = saved("Save as CSV", given)
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    printed = list(csv.DictReader(io.StringIO(to_csv(given).removeprefix("\ufeff"), newline="")))
    assert name == "draft-figures.csv"
    assert [r["Checked"] for r in rows] == ["yes", "", "", ""]
    assert rows[1]["Proof"] == '\'=1+1, "quoted"\nand more'
    for mine, theirs in zip(rows, printed, strict=True):
        assert {k: v for k, v in mine.items() if k not in ("Checked", "Proof")} == {
            k: v for k, v in theirs.items() if k not in ("Checked", "Proof")
        }


def test_the_json(saved) -> None:
    text, name = saved("Save as JSON", sheets())
    rows = json.loads(text)
    assert name == "draft-figures.json"
    assert [r["figure"] for r in rows] == ["40", "31", "9", "612"]
    assert (rows[0]["checked"], rows[1]["checked"]) == (True, False)
    assert rows[0]["notes"] == ["adds up with No. 2 and No. 3: 31 and 9 add up to 40."]


@pytest.mark.parametrize(("width", "dark"), [(390, False), (1200, True)])
def test_axe_finds_no_fault(open_page, axe, width: int, dark: bool) -> None:
    page = open_page(to_html(sheets()), width, dark=dark).page
    row(page, 1).locator("input").check()
    found = axe(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_no_word_is_broken_into_letters(open_page) -> None:
    page = open_page(to_html(sheets()), 1200).page
    for cell in page.locator("td.counts, td.source, thead th:not(.tick)").all():
        assert cell.bounding_box()["width"] > 90


def test_a_sheet_on_paper(open_page) -> None:
    page = open_page(to_html(sheets())).page
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
    page.emulate_media(media="print")
    assert not page.locator("#bar").is_visible()


def test_a_story_cannot_write_into_the_page(open_page) -> None:
    evil = '<script>window.hacked=1</script> 12 boats "><img src=x onerror=window.hacked=1> sank.'
    page = open_page(to_html(sheets(evil, 'a"><script>window.hacked=1</script>.txt'))).page
    page.wait_for_timeout(100)
    assert page.evaluate("window.hacked") is None
    assert page.locator("script").count() == 1
    assert page.locator("img").count() == 0

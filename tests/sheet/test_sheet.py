"""The figure sheet: every figure in order with its sentence, and nothing that a browser or spreadsheet would run."""

from __future__ import annotations

import csv
import io

import docx
import pytest
from bs4 import BeautifulSoup

from figcheck import check
from figcheck.readers import read_text
from figcheck.sheet import COLUMNS, build, to_csv, to_docx, to_html

STORY = """---
title: Flood in <Karsk> kills 40
published: 2025-07-08
publisher: Post & Mail
---
At least 41 people were killed, the rescue agency said on Monday. Twelve of them were children.

It cost $1.2 million. The level fell by -5% & rose.
"""


@pytest.fixture(scope="module")
def sheets():
    stories = read_text(STORY, "=story.md")
    return build(check(s.article for s in stories), stories)


def test_every_figure_stands_in_order_with_its_sentence(sheets):
    (sheet,) = sheets
    assert [row.figure for row in sheet.rows][:3] == ["40", "41", "Twelve"]
    assert [row.number for row in sheet.rows] == list(range(1, len(sheet.rows) + 1))
    assert [row.place for row in sheet.rows][:3] == ["headline", "line 6", "line 6"]
    second = sheet.rows[1]
    assert "".join(second.sentence) == "At least 41 people were killed, the rescue agency said on Monday."
    assert second.sentence[1] == "41"


def test_what_stands_over_it(sheets):
    (sheet,) = sheets
    assert (sheet.title, sheet.publisher) == ("Flood in <Karsk> kills 40", "Post & Mail")
    assert sheet.published == "8 July 2025"


def test_the_page_holds_each_figure_a_box_and_room_for_the_proof(sheets):
    page = BeautifulSoup(to_html(sheets), "html.parser")
    assert page.h1 is not None
    assert page.h1.text == "Flood in <Karsk> kills 40"
    assert [th.text for th in page.select("thead th")] == list(COLUMNS)
    rows = page.select("tbody tr")
    assert len(rows) == len(sheets[0].rows)
    assert [r.mark.text for r in rows if r.mark] == [row.figure for row in sheets[0].rows]
    assert all(r.select_one("input[type=checkbox]")["aria-label"] for r in rows)
    assert all(r.select("td")[-1].text == "" for r in rows)


def test_the_page_runs_nothing_of_the_story(sheets):
    page = to_html(build_of("<script>alert(1)</script> 12 boats \"sank\" <b onclick='x'>9</b>."))
    soup = BeautifulSoup(page, "html.parser")
    assert not soup.select("script, [onclick]")


def build_of(text: str):
    stories = read_text(text, "a.txt")
    return build(check(s.article for s in stories), stories)


def test_the_table_for_a_spreadsheet(sheets):
    content = to_csv(sheets)
    rows = list(csv.DictReader(io.StringIO(content.removeprefix("\ufeff"))))
    assert len(rows) == len(sheets[0].rows)
    assert rows[1]["Figure"] == "41"
    assert (rows[1]["Checked"], rows[1]["Proof"]) == ("", "")
    assert rows[0]["Story"] == "'=story.md"


@pytest.mark.parametrize("evil", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\uff1d1"])
def test_no_cell_is_a_formula(evil):
    stories = read_text(
        f"---\ntitle: '{evil} in 12 boats'\npublisher: '{evil}'\n---\nTwelve boats.", f"{evil.strip()}.md"
    )
    content = to_csv(build(check(s.article for s in stories), stories))
    for row in csv.reader(io.StringIO(content.removeprefix("\ufeff"))):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\uff1d")) for cell in row)


def test_the_word_file(sheets):
    document = docx.Document(io.BytesIO(to_docx(sheets)))
    assert document.paragraphs[0].text == "Flood in <Karsk> kills 40"
    (table,) = document.tables
    assert [c.text for c in table.rows[0].cells] == list(COLUMNS)
    assert [r.cells[2].text for r in table.rows[1:]] == [row.figure for row in sheets[0].rows]
    assert {r.cells[9].text for r in table.rows[1:]} == {"\u2610"}
    marked = [run.text for run in table.rows[2].cells[3].paragraphs[0].runs if run.bold]
    assert marked == ["41"]


def test_a_story_without_figures():
    sheets = build_of("Nothing is counted here.")
    assert sheets[0].rows == ()
    assert "0 figures" in to_html(sheets)
    assert docx.Document(io.BytesIO(to_docx(sheets))).tables
    assert to_csv(sheets).count("\r\n") == 1


def test_what_xml_cannot_hold_is_replaced():
    assert to_docx(build_of("It was \x0b 12 \x01 boats."))

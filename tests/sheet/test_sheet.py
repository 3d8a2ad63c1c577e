"""The figure sheet: every figure in order with its sentence, and nothing that a browser or spreadsheet would run."""

from __future__ import annotations

import csv
import io

import docx
import pytest
from bs4 import BeautifulSoup

from figcheck import check
from figcheck.readers import read_text
from figcheck.sheet import build, to_csv, to_docx, to_html
from figcheck.sheet.wordfile import HEADS

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


def test_the_page_holds_each_sentence_once_with_its_figures_under_it(sheets):
    page = BeautifulSoup(to_html(sheets), "html.parser")
    assert page.h1 is not None
    assert page.h1.text == "Flood in <Karsk> kills 40"
    bodies = page.select("tbody")
    assert len(bodies) == len(sheets[0].passages) == 5
    sentences = [body.select_one(".words").get_text() for body in bodies]
    assert len(set(sentences)) == len(sentences)
    cost = next(body for body in bodies if "$1.2 million" in body.text)
    assert [mark.text for mark in cost.select(".sentence mark")] == ["$1.2 million"]
    rows = page.select("tr.row")
    assert [r.select_one(".figure").text for r in rows] == [row.figure for row in sheets[0].rows]
    assert all(r.select_one("input[type=checkbox]")["aria-label"] for r in rows)
    assert all(r.select_one("textarea")["aria-label"] for r in rows)


def test_a_sentence_with_two_figures_stands_once():
    (sheet,) = build_of("Of the 40 pupils, 31 passed and the other 9 failed, the school said.")
    (passage,) = sheet.passages
    assert [row.figure for row in passage.rows] == ["40", "31", "9"]
    assert [words for words, number in passage.words if number] == ["40", "31", "9"]
    assert "".join(words for words, _ in passage.words).startswith("Of the 40 pupils, 31 passed")


def test_what_a_figure_adds_up_with_by_number():
    (sheet,) = build_of("Of the 40 pupils, 31 passed and the other 9 failed, the school said.")
    assert sheet.rows[0].adds == ("adds up with No. 2 and No. 3: 31 and 9 add up to 40.",)
    assert sheet.rows[2].adds == ("adds up with No. 1 and No. 2: 31 and 9 add up to 40.",)


def test_what_a_figure_does_not_add_up_with_names_the_finding():
    (sheet,) = build_of("Of the 12 dead, 7 were women, 4 were children and 2 were men, police said.")
    assert sheet.rows[0].adds == ("does not add up with No. 2, No. 3 and No. 4 (FIG301)",)
    assert "does not add up with" in to_csv([sheet])


def test_a_sum_of_many_parts_names_only_its_ends():
    parts = ", ".join(f"{n} in town {n}" for n in range(10, 22))
    (sheet,) = build_of(f"The flood killed {sum(range(10, 22))} people: {parts}.")
    assert all(len("; ".join(row.adds)) < 200 for row in sheet.rows)


def test_the_number_of_a_day_is_no_figure_to_check():
    (sheet,) = build_of("On day 3 of the search, crews found 12 bodies. By day 4 the toll was 15.")
    assert [row.figure for row in sheet.rows] == ["12", "15"]
    (sheet,) = build_of("Each day 12 people fell ill. By day 40 people dig.")
    assert [row.figure for row in sheet.rows] == ["12", "40"]


def test_another_text_of_a_story_has_another_key():
    one, two, again = (build_of(t)[0] for t in ("It has 12 boats.", "It has 12 ships.", "It has 12 boats."))
    assert one.key == again.key != two.key
    assert one.passages[0].key == again.passages[0].key


def test_a_sentence_told_twice_has_two_keys():
    (sheet,) = build_of("It has 12 boats.\n\nRain fell on the port.\n\nIt has 12 boats.")
    assert len({passage.key for passage in sheet.passages}) == len(sheet.passages) == 2


def test_without_jinja_the_page_says_what_to_install(sheets, monkeypatch):
    import sys

    from figcheck import web

    web._environment.cache_clear()
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(ImportError, match=r"pip install 'figcheck\[report\]'"):
        to_html(sheets)
    assert to_csv(sheets)


def test_the_page_runs_nothing_of_the_story(sheets):
    page = to_html(build_of("<script>alert(1)</script> 12 boats \"sank\" <b onclick='x'>9</b>."))
    soup = BeautifulSoup(page, "html.parser")
    assert len(soup.select("script")) == 1
    assert "alert" not in soup.script.text
    assert not soup.select("[onclick], b")


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
    assert [c.text for c in table.rows[0].cells] == list(HEADS)
    figures = [r for r in table.rows[1:] if r.cells[0].text == "\u2610"]
    assert [r.cells[2].text for r in figures] == [row.figure for row in sheets[0].rows]
    sentences = [r.cells[0] for r in table.rows[1:] if r.cells[0].text != "\u2610"]
    assert len(sentences) == len(sheets[0].passages)
    marked = [run.text for run in sentences[1].paragraphs[0].runs if run.bold]
    assert marked == ["41"]


def test_a_story_without_figures():
    sheets = build_of("Nothing is counted here.")
    assert sheets[0].rows == ()
    assert "0 figures" in to_html(sheets)
    assert "No figures to check" in to_html(sheets)
    assert docx.Document(io.BytesIO(to_docx(sheets))).tables
    assert to_csv(sheets).count("\r\n") == 1


def test_what_xml_cannot_hold_is_replaced():
    assert to_docx(build_of("It was \x0b 12 \x01 boats."))

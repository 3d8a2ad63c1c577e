"""Lists are read, item by item; tables, boxes and notes are not, and are counted with the numbers in them."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml import parse_xml

from figcheck import extract
from figcheck.readers import Loaded, read_text

ITEMS = ("12 people were killed in Orlec", "40 homes were damaged in Arva", "The bridge is closed")
CELLS = (("Town", "Killed"), ("Orlec", "1,204"), ("Arva", "3.5"))
LEAD = "The flood hit two towns, police said:"


def word() -> docx.document.Document:
    document = docx.Document()
    document.add_paragraph(LEAD)
    return document


def read(document) -> Loaded:
    made = io.BytesIO()
    document.save(made)
    return read_text(made.getvalue(), "a.docx")[0]


def with_list(name: str, style: str) -> Loaded:
    if name == "a.docx":
        document = word()
        for item in ITEMS:
            document.add_paragraph(item, style="List Bullet" if style == "*" else "List Number")
        return read(document)
    if name == "a.html":
        tag = "ul" if style == "*" else "ol"
        items = "".join(f"<li>{item}</li>" for item in ITEMS)
        return read_text(f"<article><p>{LEAD}</p><{tag}>{items}</{tag}></article>", name)[0]
    return read_text("\n".join([LEAD, "", *(f"{style} {item}" for item in ITEMS)]), name)[0]


def with_table(name: str) -> Loaded:
    if name == "a.docx":
        document = word()
        table = document.add_table(rows=3, cols=2)
        for row, cells in zip(table.rows, CELLS):
            for cell, text in zip(row.cells, cells):
                cell.text = text
        document.add_paragraph("The bridge is closed.")
        return read(document)
    if name == "a.html":
        rows = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in cells)}</tr>" for cells in CELLS)
        text = f"<article><p>{LEAD}</p>\n<table>{rows}</table>\n<p>The bridge is closed.</p></article>"
        return read_text(text, name)[0]
    rows = "\n".join(f"| {' | '.join(cells)} |" for cells in (CELLS[0], ("---", "---"), *CELLS[1:]))
    return read_text(f"{LEAD}\n\n{rows}\n\nThe bridge is closed.\n", name)[0]


@pytest.mark.parametrize("style", ["*", "1."])
@pytest.mark.parametrize("name", ["a.md", "a.html", "a.docx"])
def test_the_items_of_a_list_are_read_each_as_a_paragraph(name: str, style: str) -> None:
    story = with_list(name, style)
    assert story.article.text.split("\n\n") == [LEAD, *ITEMS]
    assert [c.quote for c in extract(story.article) if c.quote != "two"] == ["12", "40"]
    assert story.skipped == ()


@pytest.mark.parametrize("name", ["a.md", "a.html", "a.docx"])
def test_a_table_is_counted_with_the_numbers_in_it(name: str) -> None:
    story = with_table(name)
    assert story.article.text == f"{LEAD}\n\nThe bridge is closed."
    assert [(left.kind, left.numerals) for left in story.skipped] == [("table", 2)]
    assert story.skipped[0].line == {"a.md": 3, "a.html": 2, "a.docx": 2}[name]


def test_every_table_of_a_word_file_is_counted_once() -> None:
    document = word()
    for number in (1, 2):
        table = document.add_table(rows=1, cols=1)
        table.cell(0, 0).text = f"{number} and 30"
        inner = table.cell(0, 0).add_table(rows=1, cols=1)
        inner.cell(0, 0).text = "7"
        document.add_paragraph("Rain.")
    assert [(left.kind, left.line, left.numerals) for left in read(document).skipped] == [
        ("table", 2, 3),
        ("table", 3, 3),
    ]


def test_boxes_and_notes_of_a_word_file_are_counted() -> None:
    document = word()
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    inside = "<w:txbxContent><w:p><w:r><w:t>14 dead</w:t></w:r></w:p></w:txbxContent>"
    box = f"<w:p {w}><w:r><w:pict>{inside}</w:pict></w:r></w:p>"
    note = f'<w:p {w}><w:r><w:t>Rain.</w:t><w:footnoteReference w:id="1"/></w:r></w:p>'
    document.element.body.insert(1, parse_xml(box))
    document.element.body.insert(2, parse_xml(note))
    story = read(document)
    assert "14" not in story.article.text
    assert [(left.kind, left.numerals) for left in story.skipped] == [("box", 1), ("footnote", 0)]

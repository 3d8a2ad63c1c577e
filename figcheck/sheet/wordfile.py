"""The figure sheet as a Word file: a table a story, landscape, its head repeated on every page."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

from figcheck.safe import xml
from figcheck.sheet.rows import COLUMNS, Row, Sheet

__all__ = ["to_docx"]

_WIDTHS = (0.9, 2.0, 2.2, 5.6, 2.6, 1.9, 2.2, 2.6, 2.8, 1.5, 3.4)  # centimeters, A4 landscape less its margins
BOX = "\u2610"


def to_docx(sheets: Iterable[Sheet]) -> bytes:
    """All sheets in one file, each on a page of its own. Raises ImportError without the extra `docx`."""
    import docx
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm, Pt

    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21.0)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(1)
    document.styles["Normal"].font.size = Pt(9)
    document.core_properties.title = "Figure sheet"
    for number, sheet in enumerate(sheets):
        if number:
            document.add_paragraph().paragraph_format.page_break_before = True
        document.add_heading(xml(sheet.title or sheet.path), level=1)
        about = (sheet.publisher, sheet.published, sheet.url, sheet.path)
        document.add_paragraph(xml(" \u00b7 ".join(x for x in about if x)))
        _table(document, sheet)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _table(document: Any, sheet: Sheet) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Cm

    table = document.add_table(rows=1, cols=len(COLUMNS), style="Table Grid")
    table.autofit = False
    head = table.rows[0]
    for cell, name in zip(head.cells, COLUMNS, strict=True):
        cell.paragraphs[0].add_run(name).bold = True
    head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row in sheet.rows:
        _fill(table.add_row(), row)
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)


def _fill(made: Any, row: Row) -> None:
    from docx.oxml import OxmlElement

    made._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    values = (
        str(row.number), row.place, row.figure, "", row.counts, row.where, row.when, row.source, "\n".join(row.notes),
        BOX, "",
    )  # fmt: skip
    cells = made.cells
    for cell, value in zip(cells, values, strict=True):
        if value:
            cell.paragraphs[0].add_run(xml(value))
    before, figure, after = map(xml, row.sentence)
    sentence = cells[3].paragraphs[0]
    sentence.add_run(before)
    marked = sentence.add_run(figure)
    marked.bold = marked.underline = True
    sentence.add_run(after)

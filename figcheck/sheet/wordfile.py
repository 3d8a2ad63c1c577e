"""The figure sheet as a Word file: a table a story, landscape; each sentence once, its figures in rows under it."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

from figcheck.safe import xml
from figcheck.sheet.rows import Passage, Row, Sheet

__all__ = ["HEADS", "to_docx"]

HEADS = ("", "No.", "Figure", "What it counts", "Where, when", "Source", "Notes", "Proof")
_WIDTHS = (0.8, 1.0, 3.0, 3.6, 4.2, 3.9, 6.2, 5.0)  # centimeters, A4 landscape less its margins
BOX = "\u2610"
_SHADE, _RULE, _SOFT, _INK = "F3F0E9", "B9B2A4", "5D584F", "1D1B18"
_BROKEN, _HOLDS = "A01627", "2A6740"  # as in the pages


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
    document.styles["Normal"].paragraph_format.space_after = Pt(0)
    document.core_properties.title = "Figure sheet"
    for number, sheet in enumerate(sheets):
        heading = document.add_heading(xml(sheet.title or sheet.path), level=1)
        heading.paragraph_format.page_break_before = number > 0
        heading.paragraph_format.space_before = Pt(0)
        for run in heading.runs:
            _colour(run, _INK)
        count = len(sheet.rows)
        about = (sheet.publisher, sheet.published, sheet.url, sheet.path, f"{count} figure{'' if count == 1 else 's'}")
        told = document.add_paragraph(xml(" \u00b7 ".join(x for x in about if x)))
        told.paragraph_format.space_after = Pt(6)
        _table(document, sheet)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _table(document: Any, sheet: Sheet) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Cm, Pt

    table = document.add_table(rows=1, cols=len(HEADS), style="Table Grid")
    table.autofit = False
    _rules(table)
    head = table.rows[0]
    for cell, name in zip(head.cells, HEADS, strict=True):
        cell.paragraphs[0].add_run(name).bold = True
        cell.paragraphs[0].paragraph_format.space_before = cell.paragraphs[0].paragraph_format.space_after = Pt(2)
    head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Cm(width)
    for passage in sheet.passages:
        _sentence(table.add_row(), passage)
        for row in passage.rows:
            _fill(table.add_row(), row)


def _rules(table: Any) -> None:
    """Lines across only, light ones: the words are what is read."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        line.set(qn("w:val"), "single" if side in ("top", "bottom", "insideH") else "nil")
        line.set(qn("w:sz"), "4")
        line.set(qn("w:color"), _RULE)
        borders.append(line)
    table._tbl.tblPr.append(borders)


def _sentence(made: Any, passage: Passage) -> None:
    """The sentence over all columns, kept on the page of its first figure."""
    from docx.shared import Pt

    _whole(made)
    cell = made.cells[0].merge(made.cells[-1])
    _shade(cell)
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.keep_with_next = True
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(3)
    for words, number in passage.words:
        run = paragraph.add_run(xml(words))
        run.font.size = Pt(10.5)
        if number:
            run.bold = run.underline = True
            mark = paragraph.add_run(str(number))
            mark.font.superscript = True
    place = paragraph.add_run(f"   {xml(passage.place)}")
    place.font.size = Pt(8)
    _colour(place, _SOFT)


def _fill(made: Any, row: Row) -> None:
    from docx.shared import Cm, Pt

    _whole(made)
    where = ", ".join(x for x in (row.where, row.when) if x)
    values = (BOX, str(row.number), row.figure, row.counts, where, row.source, "", "")
    for cell, width, value in zip(made.cells, _WIDTHS, values, strict=True):
        cell.width = Cm(width)
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
        if value:
            run = paragraph.add_run(xml(value))
            run.bold = value is row.figure
            if value is BOX:
                run.font.size = Pt(13)
    _notes(made.cells[6], row)


def _notes(cell: Any, row: Row) -> None:
    """A paragraph for each note: findings, then what adds up or does not, then what a drill says."""
    from docx.shared import Pt

    told = [(note, _SOFT) for note in row.status] + [(note, _BROKEN) for note in row.findings]
    told += [(note, _BROKEN if note.startswith("does not") else _HOLDS) for note in row.adds]
    told += [(row.guard, _SOFT)] if row.guard else []
    for place, (note, colour) in enumerate(told):
        paragraph = cell.paragraphs[0] if not place else cell.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(2)
        _colour(paragraph.add_run(xml(note)), colour)


def _whole(made: Any) -> None:
    """A row that no page break cuts."""
    from docx.oxml import OxmlElement

    made._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _shade(cell: Any) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", _SHADE)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _colour(run: Any, colour: str) -> None:
    from docx.shared import RGBColor

    run.font.color.rgb = RGBColor.from_string(colour)

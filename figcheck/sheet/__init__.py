"""The figure sheet: every figure of a story in order, with room to tick it and to note the proof.

>>> from figcheck import check
>>> from figcheck.readers import read_text
>>> story = read_text("Ferry sinks\\n\\nThe ferry carried 40 people, police said.", "ferry.txt")
>>> sheet = build(check(s.article for s in story), story)[0]
>>> sheet.title, [(row.number, row.place, row.figure) for row in sheet.rows]
('Ferry sinks', [(1, 'line 3', '40')])
"""

from figcheck.sheet.csvfile import to_csv
from figcheck.sheet.htmlpage import to_html
from figcheck.sheet.rows import COLUMNS, Passage, Row, Sheet, build
from figcheck.sheet.wordfile import to_docx

__all__ = ["COLUMNS", "Passage", "Row", "Sheet", "build", "to_csv", "to_docx", "to_html"]

"""The figure sheet as one HTML page that needs nothing else, for the screen and for paper."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from figcheck.safe import page
from figcheck.sheet.rows import COLUMNS, Row, Sheet

__all__ = ["to_html"]

_STYLE = """
:root { color-scheme: light; }
body { font: 15px/1.45 Georgia, "Times New Roman", serif; color: #111; background: #fff; margin: 2rem auto;
  max-width: 90rem; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin: 0 0 .2rem; }
.about { margin: 0 0 1rem; color: #444; }
table { border-collapse: collapse; width: 100%; margin-bottom: 3rem; table-layout: fixed; }
caption { text-align: left; padding: .3rem 0; color: #444; }
th, td { border: 1px solid #999; padding: .35rem .45rem; text-align: left; vertical-align: top;
  overflow-wrap: break-word; hyphens: auto; }
thead th { background: #eee; font: 600 .8rem/1.3 system-ui, sans-serif; }
tbody th { font-weight: bold; }
mark { background: #ffe98a; color: inherit; padding: 0 .1em; font-weight: bold; }
ul { margin: 0; padding-left: 1.1em; }
.number { width: 1.8rem } .place { width: 5rem } .figure { width: 6rem } .sentence { width: 23% } .notes { width: 15% }
.tick { width: 4.4rem; text-align: center } .proof { width: 14% }
input { width: 1.3rem; height: 1.3rem; }
@media print {
  @page { size: A4 landscape; margin: 12mm; }
  body { font-size: 9.5pt; margin: 0; max-width: none; padding: 0; }
  thead { display: table-header-group; } tr { break-inside: avoid; }
  section + section { break-before: page; }
  mark { background: none; text-decoration: underline; }
  input { appearance: none; border: 1px solid #000; width: 1.1em; height: 1.1em; }
}
""".strip()
_CLASSES = ("number", "place", "figure", "sentence", "", "", "", "", "notes", "tick", "proof")


def to_html(sheets: Iterable[Sheet]) -> str:
    """All sheets on one page, each story on paper of its own when printed."""
    body = page("\n".join(_section(number, sheet) for number, sheet in enumerate(sheets, 1)))
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>Figure sheet</title>\n'
        f"<style>\n{_STYLE}\n</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _section(number: int, sheet: Sheet) -> str:
    about = " \u00b7 ".join(escape(x) for x in (sheet.publisher, sheet.published, sheet.url, sheet.path) if x)
    heads = "".join(
        f'<th scope="col"{_class(name)}>{escape(column)}</th>' for column, name in zip(COLUMNS, _CLASSES, strict=True)
    )
    rows = "\n".join(_row(number, row) for row in sheet.rows)
    count = len(sheet.rows)
    caption = f"{count} figure{'' if count == 1 else 's'}, in the order of the story"
    return (
        f'<section aria-labelledby="story-{number}">\n'
        f'<h1 id="story-{number}">{escape(sheet.title or sheet.path)}</h1>\n'
        f'<p class="about">{about}</p>\n<table>\n<caption>{caption}</caption>\n'
        f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>\n</section>"
    )


def _class(name: str) -> str:
    return f' class="{name}"' if name else ""


def _row(sheet: int, row: Row) -> str:
    before, figure, after = map(escape, row.sentence)
    notes = "".join(f"<li>{escape(note)}</li>" for note in row.notes)
    cells = [escape(row.counts), escape(row.where), escape(row.when), escape(row.source)]
    label = escape(f"Figure {row.number}, {row.figure}, checked", quote=True)
    return (
        f"<tr><td>{row.number}</td><td>{escape(row.place)}</td>"
        f'<th scope="row" id="f{sheet}-{row.number}">{escape(row.figure)}</th>'
        f"<td>{before}<mark>{figure}</mark>{after}</td>"
        + "".join(f"<td>{cell}</td>" for cell in cells)
        + f"<td>{f'<ul>{notes}</ul>' if notes else ''}</td>"
        f'<td class="tick"><input type="checkbox" aria-label="{label}"></td><td class="proof"></td></tr>'
    )

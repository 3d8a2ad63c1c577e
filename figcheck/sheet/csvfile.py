"""The figure sheet as CSV for a spreadsheet: no cell can be taken for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from figcheck.safe import cell
from figcheck.sheet.rows import COLUMNS, Sheet

__all__ = ["to_csv"]


def to_csv(sheets: Iterable[Sheet]) -> str:
    """All sheets in one table; each row names its story. It opens with the mark by which Excel knows UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["Story", "Title", "Publisher", "Published", *COLUMNS])
    for sheet in sheets:
        for row in sheet.rows:
            cells = [
                sheet.path, sheet.title, sheet.publisher, sheet.published, str(row.number), row.place,
                row.figure, "".join(row.sentence).strip(), row.counts, row.where, row.when, row.source,
                "; ".join(row.notes), "", "",
            ]  # fmt: skip
            writer.writerow([cell(c) for c in cells])
    return "\ufeff" + out.getvalue()

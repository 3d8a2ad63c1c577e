"""What stands in a cell of a CSV file: numbers and days as they are, a text never as a formula."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from figcheck import safe

__all__ = ["written"]


def written(cell: object) -> str:
    """A cell that a spreadsheet takes as what it is: a text never as a formula.

    >>> written("=HYPERLINK(A1)"), written(Decimal("-3.50")), written(None)
    ("'=HYPERLINK(A1)", '-3.50', '')
    """
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    if isinstance(cell, (int, date)):
        return str(cell)
    return safe.cell(str(cell))

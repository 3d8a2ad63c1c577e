"""The figure sheet as one HTML page that needs nothing else, for the screen, the telephone and for paper."""

from __future__ import annotations

from collections.abc import Iterable

from figcheck.sheet.rows import COLUMNS, Sheet
from figcheck.web import page

__all__ = ["to_html"]


def to_html(sheets: Iterable[Sheet]) -> str:
    """All sheets on one page, each story on paper of its own when printed. Raises ImportError without `report`.

    Ticks and notes stay in the browser's storage, by the text of the story, and can be saved as CSV or JSON.
    """
    given = list(sheets)
    title = given[0].title or given[0].path if len(given) == 1 else f"{len(given)} stories"
    return page(
        "sheet.html.jinja", ("tokens.css", "sheet.css"), ("sheet.js",),
        title=f"Figure sheet: {title}", sheets=given, total=sum(len(s.rows) for s in given), columns=COLUMNS,
    )  # fmt: skip

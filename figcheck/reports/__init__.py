"""Reports: what was found, as text for people and in the formats of newsrooms and of CI.

>>> import figcheck
>>> story = figcheck.Article(id="draft", text="At least 12 people were hurt.")
>>> render(figcheck.check(story), "csv", [story]).splitlines()[0][:25]
'file,line,column,severity'
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module

from figcheck.models import Article, Report
from figcheck.readers.loaded import Loaded
from figcheck.reports.pages import Style, located, pages

__all__ = ["FORMATS", "Style", "located", "render"]

FORMATS = ("text", "json", "jsonl", "sarif", "github", "csv", "html")
_MODULES = {"json": "as_json", "jsonl": "as_jsonl", "csv": "as_csv"}


def render(report: Report, name: str, articles: Iterable[Article | Loaded] = (), style: Style | None = None) -> str:
    """The report in one of FORMATS, ending in a line end (or empty). Raises ValueError for another name.

    `articles` are those that were checked, from a reader where positions of a file are wanted: the text report shows
    their sentences, and every report but the bare JSON needs them for lines and columns.
    """
    if name not in FORMATS:
        raise ValueError(f"no format is called {name!r}; there are {', '.join(FORMATS)}")
    given = list(articles)
    module = import_module(f"figcheck.reports.{_MODULES.get(name, name)}")
    rendered: str = module.render(located(report, given), pages(given), style or Style())
    return rendered

"""The report as one page for a browser: stories with their marks, findings beside them, sources, counts over time."""

from __future__ import annotations

from figcheck.models import Report
from figcheck.reports.html.charts import HEIGHT, WIDTH, charts
from figcheck.reports.html.readings import known_pages, readings_of
from figcheck.reports.html.sources import sources
from figcheck.reports.html.story import stories
from figcheck.reports.pages import Pages, Style
from figcheck.reports.text import accounts, summary
from figcheck.timelines import timelines_of
from figcheck.web import page

__all__ = ["render"]

_STYLES, _SCRIPTS = ("tokens.css", "report.css"), ("report.js",)
LEVELS = {"error": "Errors", "warning": "Warnings", "info": "Remarks"}


def render(report: Report, pages: Pages, style: Style) -> str:
    """The page. Raises ValueError where a story is missing or is another text, ImportError without Jinja2."""
    report, known = known_pages(report, pages)
    readings = readings_of(report, known)
    shown = stories(report, readings, known)
    cards = [card for story in shown for card in story.cards]
    return page(
        "report.html.jinja", _STYLES, _SCRIPTS,
        title=_title([story.name for story in shown]), report=report, stories=shown, cards=cards,
        summary=summary(report), accounts=accounts(report), notes=style.notes,
        ties=sum(len(story.ties) for story in shown),
        levels=[(level, word, n) for level, word in LEVELS.items() if (n := sum(c.level == level for c in cards))],
        rules=sorted({(card.code, card.rule) for card in cards}),
        anchors={spot: mark for story in shown for spot, mark in story.anchors.items()},
        sources=sources(readings, shown), width=WIDTH, height=HEIGHT,
        charts=charts(timelines_of(report.readings or readings), shown),
    )  # fmt: skip


def _title(names: list[str]) -> str:
    """What a tab of the browser shows."""
    if len(names) == 1:
        return f"{names[0]} \u2013 figcheck"
    return f"{len(names)} stories \u2013 figcheck"

"""Figures of a text as one line each, the way the cases are written."""

from __future__ import annotations

from decimal import Decimal

from figcheck import dates, numeral, quantities
from figcheck.drafts import Figure
from figcheck.models import Article
from figcheck.text import read


def figures(text: str) -> list[Figure]:
    body = read(Article(id="a", text=text)).parts[-1]
    return quantities.read(body, numeral.find(body, dates.find(body, None)))


def shown(value: Decimal | None) -> str:
    return "" if value is None else f"{round(value, 6).normalize():f}"


def line(figure: Figure, text: str) -> str:
    """ "surface: [hedge] value unit-or-noun [up|down]"."""
    q = figure.quantity
    value = shown(q.stated) if q.stated is not None else f"{shown(q.low)}..{shown(q.high)}"
    parts = [q.hedge if q.hedge != "exact" else "", value, q.unit or figure.counted or "-", q.direction or ""]
    return f"{text[figure.start : figure.end]}: {' '.join(p for p in parts if p)}"


def lines(text: str) -> list[str]:
    return [line(f, text) for f in figures(text)]

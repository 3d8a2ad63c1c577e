"""The claims alone, for `figcheck extract`: a list for people, JSON, JSON lines, CSV."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from figcheck.models import Article, Claim, Quantity, Report
from figcheck.readers.loaded import Loaded
from figcheck.reports import claims_csv
from figcheck.reports.pages import Pages, Style, pages
from figcheck.reports.text import accounts
from figcheck.safe import clean, json_text

__all__ = ["render", "value"]

_HEDGES = {
    "about": "about ", "at_least": "at least ", "at_most": "at most ", "more_than": "more than ",
    "less_than": "less than ", "vague": "", "exact": "", "range": "",
}  # fmt: skip


def render(report: Report, name: str, articles: Iterable[Article | Loaded], style: Style) -> str:
    """The claims as text, json, jsonl or csv; the report must have its places."""
    known = pages(articles)
    if name == "csv":
        return claims_csv.render(report, known, style)
    if name == "json":
        return json_text(json.dumps([_claim(report, c) for c in report.claims], indent=2, ensure_ascii=False)) + "\n"
    if name == "jsonl":
        return "".join(json_text(json.dumps(_claim(report, c), ensure_ascii=False)) + "\n" for c in report.claims)
    return "\n".join([*_lines(report, known), accounts(report)]) + "\n"


def _claim(report: Report, claim: Claim) -> dict[str, Any]:
    place = report.places.get(claim.id)
    return claim.model_dump(mode="json") | {"place_in_file": place.model_dump(mode="json") if place else None}


def _lines(report: Report, known: Pages) -> Iterator[str]:
    for name in report.articles:
        page = known[name]
        title = clean(page.article.title)
        yield clean(page.loaded.path if page.loaded else name) + (f": {title}" if title else "")
        rows = [_row(report, c) for c in report.claims if c.article == name]
        width = max((len(row[0]) for row in rows), default=0)
        quoted = min(max((len(row[1]) for row in rows), default=0), 28)
        for place, quote, rest in rows:
            yield f"  {place:>{width}}  {quote:{quoted}}  {rest}".rstrip()
        yield ""


def _row(report: Report, claim: Claim) -> tuple[str, str, str]:
    place = report.places.get(claim.id)
    where = f"{place.line}:{place.column}" if place else f"{claim.start}"
    what = [value(claim.quantity), claim.measure, claim.who or claim.counted, claim.place]
    said = claim.attribution
    source = f"says {said.owner or said.source}" if said and (said.owner or said.source) else said.kind if said else ""
    notes = [n for n, on in (("not asserted", not claim.asserted), ("implicit", claim.implicit)) if on]
    parts = [clean(part) for part in (*what, source, *notes) if part]
    return where, clean(claim.quote), " · ".join(parts)


def value(quantity: Quantity) -> str:
    """A quantity in words and digits.

    >>> value(Quantity(low=Decimal(2000000), stated=Decimal(2000000), hedge="more_than", unit="USD"))
    'more than 2,000,000 USD'
    """
    if quantity.stated is not None:
        number = _digits(quantity.stated)
    else:
        ends = [_digits(end) for end in (quantity.low, quantity.high) if end is not None]
        number = " to ".join(ends)
    unit = f" {_unit(quantity.unit, number != '1')}" if quantity.unit else ""
    return f"{_HEDGES[quantity.hedge]}{number}{unit}"


_ADJECTIVES = frozenset({"square", "cubic", "delta", "metric", "long", "short", "nautical", "light"})
_PLURALS = {"foot": "feet", "inch": "inches", "percent": "percent", "hertz": "hertz"}


def _unit(name: str, plural: bool) -> str:
    """A unit in words.

    >>> _unit("square_kilometer", True), _unit("year_of_age", True), _unit("USD_per_barrel", True)
    ('square kilometers', 'years of age', 'USD per barrel')
    """
    words = name.split("_")
    at = next((i for i, word in enumerate(words) if word not in _ADJECTIVES), 0)
    if plural and words[at].islower():
        at += words[at : at + 2] == ["percentage", "point"] or words[at : at + 2] == ["basis", "point"]
        words[at] = _PLURALS.get(words[at], words[at] + "s")
    return " ".join(words)


def _digits(number: Decimal) -> str:
    text = f"{number:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
        whole, _, rest = text.partition(".")
        return f"{whole}.{rest[:4]}" if rest else whole
    return text

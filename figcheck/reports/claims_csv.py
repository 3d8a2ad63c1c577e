"""CSV of the claims with a row of HXL tags: one row a figure, and one column for each measure that occurs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from figcheck.models import Report
from figcheck.reports.cells import written
from figcheck.reports.pages import Pages, Style
from figcheck.words import load

__all__ = ["render"]

# Column, its HXL tag. https://hxlstandard.org: the tag row stands under the names.
_COLUMNS = (
    ("article", "#meta+id"), ("file", "#meta+file"), ("line", "#meta+line"), ("column", "#meta+column"),
    ("published", "#date+published"), ("publisher", "#meta+publisher"), ("url", "#meta+url"),
    ("part", "#meta+part"), ("quote", "#meta+quote"), ("sentence", "#description"),
    ("measure", "#indicator+name"), ("stated", "#indicator+value+num"), ("low", "#indicator+value+min+num"),
    ("high", "#indicator+value+max+num"), ("hedge", "#indicator+value+hedge"), ("unit", "#indicator+unit"),
    ("kind", "#indicator+type"), ("counted", "#indicator+counted"), ("who", "#population+name"), ("place", "#loc+name"),
    ("event", "#event+name"), ("event_date", "#event+date"), ("from", "#date+start"), ("to", "#date+end"),
    ("as_of", "#date+reported"), ("status", "#status"), ("asserted", "#meta+asserted"),
    ("source", "#org+source+written"), ("owner", "#org+source+name"), ("source_kind", "#org+source+type"),
    ("findings", "#meta+findings"),
)  # fmt: skip


def render(report: Report, pages: Pages, style: Style) -> str:
    """A row of names, a row of tags, and the claims; texts that a spreadsheet would run are made harmless."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    measures = sorted({c.measure for c in report.claims if c.measure})
    writer.writerow([name for name, _ in _COLUMNS] + measures)
    writer.writerow([tag for _, tag in _COLUMNS] + [_tag(m, style.tags) for m in measures])
    for row in _rows(report, pages):
        value = row["stated"] if row["stated"] is not None else row["low"]
        cells = [row.get(name) for name, _ in _COLUMNS] + [value if row["measure"] == m else None for m in measures]
        writer.writerow([written(cell) for cell in cells])
    return out.getvalue()


def _rows(report: Report, pages: Pages) -> Iterable[dict[str, object]]:
    for claim, row in zip(report.claims, report.rows(), strict=True):
        page, place = pages.get(claim.article), report.places.get(claim.id)
        if place:
            row |= {"file": place.file, "line": place.line, "column": place.column}
        if page:
            article = page.article
            start, end = claim.sentence
            row |= {
                "published": article.published, "publisher": article.publisher, "url": article.url,
                "sentence": " ".join(page.text(claim.part)[start:end].split()),
            }  # fmt: skip
        yield row


def _tag(measure: str, own: Mapping[str, str]) -> str:
    """The tag of a measure's column; #indicator with its name where the standard has none."""
    shipped = load("measures.toml").get(measure, {})
    return own.get(measure) or shipped.get("hxl") or f"#indicator+{measure.replace('_', '')}+num"

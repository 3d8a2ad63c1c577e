"""The whole report as JSON, versioned; docs/report.schema.json is its schema."""

from __future__ import annotations

import json
from typing import Any

from figcheck.models import Report
from figcheck.reports.pages import Pages, Style
from figcheck.safe import json_text

__all__ = ["render", "schema"]


def render(report: Report, pages: Pages, style: Style) -> str:  # noqa: ARG001
    """The report, indented."""
    return json_text(report.model_dump_json(indent=2)) + "\n"


def schema() -> dict[str, Any]:
    """The JSON schema of the report.

    >>> schema()["properties"]["schema"]["const"]
    1
    """
    made: dict[str, Any] = Report.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def schema_text() -> str:
    """The schema as it stands in docs/."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"

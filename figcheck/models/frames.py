"""Claims and findings as flat rows, and those as a data frame of pandas or a table of Arrow where one is installed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from figcheck.models.claims import Claim
    from figcheck.models.findings import Finding, Place

__all__ = ["FIGURES", "FINDINGS", "Row", "arrow_table", "figure_rows", "finding_rows", "pandas_frame", "plain_number"]

Row = dict[str, object]

# Column, and what it holds: text, whole (an offset), number, day, moment (a day, or a time with its zone), flag.
FIGURES: dict[str, str] = {
    "article": "text", "part": "text", "start": "whole", "end": "whole", "quote": "text", "kind": "text",
    "measure": "text", "counted": "text", "who": "text", "stated": "number", "low": "number", "high": "number",
    "hedge": "text", "unit": "text", "place": "text", "event": "text", "event_date": "day", "from": "day", "to": "day",
    "as_of": "moment", "basis": "text", "status": "text", "asserted": "flag", "quoted": "flag", "implicit": "flag",
    "source": "text", "owner": "text", "source_kind": "text", "findings": "text",
}  # fmt: skip
FINDINGS: dict[str, str] = {
    "code": "text", "rule": "text", "kind": "text", "severity": "text", "message": "text", "explanation": "text",
    "suggestion": "text", "article": "text", "part": "text", "start": "whole", "end": "whole", "quote": "text",
    "other_quotes": "text", "computed": "number", "slip": "text", "file": "text", "line": "whole", "column": "whole",
    "fingerprint": "text",
}  # fmt: skip
_WIDEST = {"decimal128": 38, "decimal256": 76}  # digits


def plain_number(number: Decimal | None) -> int | float | None:
    """A number as an int where it is whole, else the nearest float.

    >>> plain_number(Decimal("1.2E+6")), plain_number(Decimal("0.25")), plain_number(None)
    (1200000, 0.25, None)
    """
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)


def figure_rows(claims: Iterable[Claim], codes: Mapping[str, Sequence[str]], exact: bool) -> list[Row]:
    """A row for each claim; `codes` are the rules' codes of the findings on it, by its id."""
    return [_numbered(_figure(claim, codes.get(claim.id, ())), FIGURES, exact) for claim in claims]


def finding_rows(findings: Iterable[Finding], places: Mapping[str, Place], exact: bool) -> list[Row]:
    """A row for each finding; `places` are those of the report, for the file, line and column."""
    return [_numbered(_finding(finding, places), FINDINGS, exact) for finding in findings]


def _numbered(row: Row, columns: Mapping[str, str], exact: bool) -> Row:
    if exact:
        return row
    return {
        name: plain_number(value) if isinstance(value, Decimal) and columns[name] == "number" else value
        for name, value in row.items()
    }


def _figure(claim: Claim, codes: Sequence[str]) -> Row:
    quantity, said, period = claim.quantity, claim.attribution, claim.period
    return {
        "article": claim.article, "part": claim.part, "start": claim.start, "end": claim.end, "quote": claim.quote,
        "kind": claim.kind, "measure": claim.measure, "counted": claim.counted, "who": claim.who,
        "stated": quantity.stated, "low": quantity.low, "high": quantity.high, "hedge": quantity.hedge,
        "unit": quantity.unit, "place": claim.place, "event": claim.event, "event_date": claim.event_date,
        "from": period.start if period else None, "to": period.end if period else None, "as_of": claim.as_of,
        "basis": claim.basis, "status": claim.status, "asserted": claim.asserted, "quoted": claim.quoted,
        "implicit": claim.implicit, "source": said.source if said else None, "owner": said.owner if said else None,
        "source_kind": said.kind if said else None, "findings": " ".join(codes),
    }  # fmt: skip


def _finding(finding: Finding, places: Mapping[str, Place]) -> Row:
    first, *others = finding.evidence
    place = places.get(f"{first.article}#{first.part}:{first.start}-{first.end}")
    return {
        "code": finding.code, "rule": finding.rule, "kind": finding.kind, "severity": finding.severity,
        "message": finding.message, "explanation": finding.explanation, "suggestion": finding.suggestion,
        "article": first.article, "part": first.part, "start": first.start, "end": first.end, "quote": first.quote,
        "other_quotes": "; ".join(one.quote for one in others), "computed": finding.computed,
        "slip": finding.relation.slip if finding.relation else None, "file": place.file if place else None,
        "line": place.line if place else None, "column": place.column if place else None,
        "fingerprint": finding.fingerprint,
    }  # fmt: skip


def pandas_frame(rows: Sequence[Row], columns: Mapping[str, str], exact: bool) -> Any:
    """The rows as a pandas.DataFrame, with every column also where there is no row."""
    pandas = _installed("pandas", "to_pandas")
    types = {
        "text": "string", "whole": "Int64", "flag": "bool", "day": "datetime64[s]", "moment": "object",
        "number": "object" if exact else "float64",
    }  # fmt: skip
    made = {}
    for name, kind in columns.items():
        values = [row[name] for row in rows]
        if types[kind] == "float64":
            values = [_float(value) for value in values]
        made[name] = pandas.Series(values, dtype=types[kind])
    return pandas.DataFrame(made)


def arrow_table(rows: Sequence[Row], columns: Mapping[str, str], exact: bool) -> Any:
    """The rows as a pyarrow.Table, with every column also where there is no row."""
    arrow = _installed("pyarrow", "to_arrow")
    types = {
        "text": arrow.string(), "whole": arrow.int64(), "flag": arrow.bool_(), "day": arrow.date32(),
        "moment": arrow.string(), "number": arrow.float64(),
    }  # fmt: skip
    made = {}
    for name, kind in columns.items():
        values = [row[name] for row in rows]
        if kind == "number":
            values = values if exact else [_float(value) for value in values]
        elif kind == "moment":
            values = [value.isoformat() if isinstance(value, date) else None for value in values]
        made[name] = arrow.array(values, _decimal(arrow, name, values) if kind == "number" and exact else types[kind])
    return arrow.table(made)


def _float(value: object) -> float | None:
    return None if value is None else float(value)  # type: ignore[arg-type]  # a Decimal, or an int of any length


def _decimal(arrow: Any, name: str, values: Sequence[object]) -> Any:
    """The narrowest of Arrow's decimals that holds a column. Raises ValueError where none does."""
    whole = scale = 0
    for value in values:
        if isinstance(value, Decimal):
            _, digits, exponent = value.as_tuple()
            assert isinstance(exponent, int)
            whole = max(whole, len(digits) + exponent)
            scale = max(scale, -exponent)
    for kind, widest in _WIDEST.items():
        if whole + scale <= widest:
            return getattr(arrow, kind)(widest, scale)
    raise ValueError(
        f"the column {name!r} needs {whole + scale} digits, and a decimal of Arrow has {max(_WIDEST.values())}; "
        "take exact=False"
    )


def _installed(name: str, asked_by: str) -> Any:
    from importlib import import_module

    try:
        return import_module(name)
    except ImportError:
        raise ImportError(f"{asked_by}() needs {name}, which is not installed: pip install {name}") from None

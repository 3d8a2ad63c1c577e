"""The public types. Everything figcheck reads becomes one of these; all are frozen.

Offsets are code points, half open (`text[start:end]`), in one named part of one article.
"""

from figcheck.models.claims import (
    Article,
    Attribution,
    AttributionKind,
    Basis,
    Claim,
    ClaimKind,
    Direction,
    GrammaticalRole,
    Hedge,
    Numeral,
    Period,
    Quantity,
    Reach,
    Role,
    Status,
)
from figcheck.models.findings import (
    Evidence,
    Finding,
    FindingKind,
    Outcome,
    Place,
    Problem,
    Relation,
    RelationKind,
    Report,
    Severity,
    Suppressed,
)

__all__ = [
    "Article",
    "Attribution",
    "AttributionKind",
    "Basis",
    "Claim",
    "ClaimKind",
    "Direction",
    "Evidence",
    "Finding",
    "FindingKind",
    "GrammaticalRole",
    "Hedge",
    "Numeral",
    "Outcome",
    "Period",
    "Place",
    "Problem",
    "Quantity",
    "Reach",
    "Relation",
    "RelationKind",
    "Report",
    "Role",
    "Severity",
    "Status",
    "Suppressed",
]

"""Claims, relations and findings by the story that they are of."""

from __future__ import annotations

from collections.abc import Iterable

from figcheck.models.claims import Claim
from figcheck.models.findings import Finding, Relation

__all__ = ["claims_by_story", "findings_by_story", "relations_by_story"]


def claims_by_story(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """Claims by the id of their article, in the order given."""
    out: dict[str, list[Claim]] = {}
    for claim in claims:
        out.setdefault(claim.article, []).append(claim)
    return out


def relations_by_story(relations: Iterable[Relation], claims: Iterable[Claim]) -> dict[str, list[Relation]]:
    """Relations by the id of the article of their claims: each ties figures of one. Those of no claim are left out."""
    article = {claim.id: claim.article for claim in claims}
    out: dict[str, list[Relation]] = {}
    for relation in relations:
        first = next((n for names in relation.roles.values() for n in names), None)
        if first in article:
            out.setdefault(article[first], []).append(relation)
    return out


def findings_by_story(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Findings by the id of every article that their evidence stands in."""
    out: dict[str, list[Finding]] = {}
    for finding in findings:
        for name in dict.fromkeys(e.article for e in finding.evidence):
            out.setdefault(name, []).append(finding)
    return out

"""What a rule is, and what it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from figcheck.models import Article, Claim, Finding, FindingKind, Relation, Severity

__all__ = ["Context", "Rule"]


@dataclass(frozen=True)
class Context:
    """All that was read, as data: rules never see the text."""

    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...]
    by_id: dict[str, Claim] = field(default_factory=dict)


@dataclass(frozen=True)
class Rule:
    """A rule's name, its place in the list of findings, and its function."""

    name: str
    code: str
    kind: FindingKind
    severity: Severity
    check: Callable[[Context], Iterable[Finding]]
    preview: bool = False

"""Tie: some figures that may belong together, with what speaks for it; weighed, it becomes a Relation.

A feature's weight is in bits: one bit more makes a tie twice as likely. data/weights.txt holds them, a line a feature.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import Any

from figcheck.models import Claim, Evidence, Outcome, Relation, RelationKind
from figcheck.relations.terms import Term
from figcheck.words import text

__all__ = ["Tie", "total", "weights"]


@cache
def weights() -> dict[str, Decimal]:
    """The weight of every feature, in bits.

    >>> weights()["error"] > weights()["warning"]
    True
    """
    out = {}
    for line in text("weights.txt").splitlines():
        if line and line[0] != "#":
            name, value = line.split(maxsplit=2)[:2]
            out[name] = Decimal(value)
    return out


def total(features: Iterable[str]) -> Decimal:
    """What features weigh together, in bits."""
    table = weights()
    return sum((table[f] for f in features), Decimal(0))


@dataclass(slots=True)
class Tie:
    """Figures by their role in an equation, what speaks for and against the tie, and how the arithmetic comes out."""

    kind: RelationKind
    roles: Mapping[str, Sequence[Term | Claim]]
    features: list[str]
    outcome: Outcome | None
    slip: str | None = None
    words: tuple[Evidence, ...] = ()
    more: dict[str, Any] = field(default_factory=dict)

    @property
    def weight(self) -> Decimal:
        """The evidence summed."""
        return total(self.features)

    @property
    def broken(self) -> bool:
        """Whether the arithmetic does not come out."""
        return self.outcome not in (None, "holds")

    @property
    def rank(self) -> tuple[bool, Decimal]:
        """How likely it is beside others for the same figures: one that holds before one that does not."""
        return (not self.broken, self.weight)

    def term(self, role: str) -> Term:
        """The first figure in a role. Raises KeyError for a role that it does not have."""
        found = self.roles[role][0]
        if isinstance(found, Claim):
            raise KeyError(role)
        return found

    def claims(self) -> Iterator[Claim]:
        """All its claims."""
        for found in self.roles.values():
            yield from claims_of(found)

    def relation(self) -> Relation:
        """The public form."""
        return Relation(
            kind=self.kind,
            roles={role: tuple(c.id for c in claims_of(found)) for role, found in self.roles.items()},
            words=tuple(e for e in self.words if e.quote),
            outcome=self.outcome,
            slip=self.slip,
            weight=self.weight,
            **self.more,
        )


def claims_of(found: Iterable[Term | Claim]) -> Iterator[Claim]:
    """Claims, of terms too."""
    for one in found:
        yield one.claim if isinstance(one, Term) else one

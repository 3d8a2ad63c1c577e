"""Why two figures were not compared, or why they were: `figcheck why A B`."""

from __future__ import annotations

from collections.abc import Sequence

from figcheck.compare import Archive, Comparison, Facts, compare
from figcheck.intervals import disjoint, written
from figcheck.models import Article, Claim
from figcheck.reading import Reading

__all__ = ["Why", "find", "why"]

from dataclasses import dataclass


@dataclass(frozen=True)
class Why:
    """Two figures, how they stand in every respect, and the sum of it in one sentence."""

    first: Claim
    second: Claim
    comparison: Comparison
    verdict: str

    def lines(self) -> list[str]:
        """One line an aspect, then the verdict."""
        shown = [f"{a.name}: {a.verdict}{f' ({a.why})' if a.why else ''}" for a in self.comparison.aspects]
        return [*shown, self.verdict]


def find(claims: Sequence[Claim], text: str) -> tuple[Claim, ...]:
    """The claims that a person may mean by a figure's text, the exact ones first; all, where none is exact.

    >>> import figcheck
    >>> [c.quote for c in find(figcheck.extract("Police held 12 men and 3 women."), "12")]
    ['12']
    """
    wanted = " ".join(text.split()).casefold()
    exact = tuple(c for c in claims if " ".join(c.quote.split()).casefold() == wanted)
    return exact or tuple(c for c in claims if wanted and wanted in c.quote.casefold())


def why(readings: Sequence[Reading], a: Claim, b: Claim) -> Why:
    """What was compared of two claims and the first thing that kept them apart.

    >>> from figcheck.reading import read_article
    >>> one = read_article("The fire killed 41 people, police said. The flood injured 35 people, police said.")
    >>> print(why([one], *one.claims).verdict)
    Not compared: another measure: killed and injured.
    """
    articles: list[Article] = [r.article for r in readings]
    archive = Archive(articles, [c for r in readings for c in r.claims], [x for r in readings for x in r.relations])
    x, y = archive.of_claim[a.id], archive.of_claim[b.id]
    how = compare(x, y)
    return Why(a, b, how, _verdict(x, y, how))


def _verdict(a: Facts, b: Facts, how: Comparison) -> str:
    first = how.first
    if first is not None:
        return f"Not compared: {first.why}."
    if disjoint(written(a.claim.quantity), written(b.claim.quantity)):
        return f"Compared, and {a.claim.quote} and {b.claim.quote} have no number in common."
    return f"Compared, and {a.claim.quote} and {b.claim.quote} can both be true."

"""Why two figures were not compared, or why they were: `figcheck why A B`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from figcheck.compare import Archive, Comparison, Facts, Link, compare, linkable
from figcheck.intervals import disjoint, written
from figcheck.models import Article, Claim
from figcheck.reading import Reading
from figcheck.relations.evidence import weights

__all__ = ["Why", "find", "restated", "why"]


@dataclass(frozen=True)
class Why:
    """Two figures, how they stand in every respect, and the sum of it in one sentence."""

    first: Claim
    second: Claim
    comparison: Comparison
    verdict: str
    link: Link | None = None

    def lines(self) -> list[str]:
        """One line an aspect, one for the evidence of a link between stories and its sum, then the verdict."""
        shown = [f"{a.name}: {a.verdict}{f' ({a.why})' if a.why else ''}" for a in self.comparison.aspects]
        if self.link is not None:
            table = weights()
            told = [(table[f], f.removeprefix("link.")) for f in self.link.features]
            shown.append("evidence: " + ", ".join(f"{name} {bits:+}" for bits, name in told if bits))
        return [*shown, self.verdict]


def find(claims: Sequence[Claim], text: str) -> tuple[Claim, ...]:
    """The claims that a person may mean by a figure's text: the exact ones, else those that hold it as a whole number.

    >>> import figcheck
    >>> claims = figcheck.extract("Police held 12 men and 3 women, and took $112.")
    >>> [c.quote for c in find(claims, "12")], [c.quote for c in find(claims, "112")], find(claims, "2")
    (['12'], ['$112'], ())
    """
    wanted = " ".join(text.split()).casefold()
    exact = tuple(c for c in claims if " ".join(c.quote.split()).casefold() == wanted)
    if exact or not wanted:
        return exact
    whole = re.compile(rf"(?<![\w])(?<!\d[.,])(?<!\d-){re.escape(wanted)}(?![\w]|[.,]\d)")
    return tuple(c for c in claims if whole.search(" ".join(c.quote.split()).casefold()))


def restated(claims: Sequence[Claim]) -> bool:
    """Whether claims are one figure that one story gives more than once, as in headline and body.

    >>> import figcheck
    >>> story = figcheck.Article(id="a", title="Fire kills 43", text="The fire killed 43 people, police said.")
    >>> restated(figcheck.extract(story))
    True
    """
    return len({(c.article, c.measure, c.quantity.stated, c.quantity.unit) for c in claims}) == 1


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
    if x.story is y.story or not (linkable(x) and linkable(y)) or x.claim.quantity.unit != y.claim.quantity.unit:
        return Why(a, b, how, _verdict(x, y, how))
    link = archive.linked(*sorted((x, y), key=lambda f: f.moment))
    return Why(a, b, how, _told(x, y, link), link)


def _told(a: Facts, b: Facts, link: Link) -> str:
    """What the evidence on two figures of two stories comes to: the sum that the rules go by."""
    table = weights()
    sum_ = f"{link.weight} bits for one thing (from {table['warning']} a warning, from {table['error']} an error)"
    quotes = f"{a.claim.quote} and {b.claim.quote}"
    if link.weight < table["warning"]:
        return f"Not taken for one figure told twice: {sum_}."
    if link.agree:
        return f"Taken for one thing: {sum_}; {quotes} can both be true."
    if not link.comparable:
        return f"Taken for one thing, but it moves, or is told as revised or in contrast: {sum_}."
    return f"Taken for one thing: {sum_}; {quotes} have no number in common."


def _verdict(a: Facts, b: Facts, how: Comparison) -> str:
    first = how.first
    if first is not None:
        return f"Not compared: {first.why}."
    if disjoint(written(a.claim.quantity), written(b.claim.quantity)):
        return f"Compared, and {a.claim.quote} and {b.claim.quote} have no number in common."
    return f"Compared, and {a.claim.quote} and {b.claim.quote} can both be true."

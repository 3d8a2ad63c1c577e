"""Reads articles, compares what can be compared, runs the rules, and makes the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from figcheck._version import __version__
from figcheck.models import Article, Report
from figcheck.reading import Reading, as_article, read_article
from figcheck.rules import RULES, Context
from figcheck.words import digest

__all__ = ["check"]


def check(articles: Article | str | Iterable[Article | str], settings: object = None) -> Report:
    """Read articles and report where their figures contradict, do not add up, or have nobody behind them."""
    readings = [read_article(a) for a in _articles(articles)]
    return _report(readings)


def _articles(articles: Article | str | Iterable[Article | str]) -> list[Article]:
    given = [articles] if isinstance(articles, (Article, str)) else list(articles)
    out = [as_article(a, n) for n, a in enumerate(given, 1)]
    twice = [name for name, count in Counter(a.id for a in out).items() if count > 1]
    if twice:
        raise ValueError(f"two articles have the id {twice[0]!r}")
    return out


def _report(readings: list[Reading]) -> Report:
    claims = tuple(c for r in readings for c in r.claims)
    relations = tuple(x for r in readings for x in r.relations)
    context = Context(tuple(r.article for r in readings), claims, relations, {c.id: c for c in claims})
    findings = tuple(f for rule in RULES for f in rule.check(context))
    return Report(
        figcheck=__version__,
        words=digest(),
        articles=tuple(r.article.id for r in readings),
        claims=claims,
        relations=relations,
        findings=findings,
        numerals=dict(Counter(n.role for r in readings for n in r.numerals)),
        counts=dict(Counter(f.severity for f in findings)),
    )

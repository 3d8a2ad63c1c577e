"""Reads articles, compares what can be compared, runs the rules, and makes the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Protocol

from figcheck._version import __version__
from figcheck.fold import folded, once
from figcheck.models import Article, Finding, Report, Severity
from figcheck.reading import Reading, as_article, read_article
from figcheck.rules import Context, Rule
from figcheck.settings import Settings
from figcheck.words import digest

__all__ = ["RuleCrash", "Selection", "check", "check_readings", "findings"]


class Selection(Protocol):
    """What the engine asks of settings."""

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules there are, in order."""

    def enabled(self, rule: Rule) -> bool:
        """Whether a rule runs at all."""

    def grade(self, rule: Rule, finding: Finding) -> Severity | None:
        """The severity of one of its findings; None where it is not wanted."""


class RuleCrash(RuntimeError):  # noqa: N818
    """A rule raised an exception: the check is void, and a gate must stay shut."""

    def __init__(self, rule: Rule, cause: Exception) -> None:
        super().__init__(f"rule {rule.name} crashed: {type(cause).__name__}: {cause}")
        self.rule = rule


def check(articles: Article | str | Iterable[Article | str], settings: Settings | None = None) -> Report:
    """Read articles and report where their figures contradict, do not add up, or have nobody behind them.

    Raises ValueError where two articles have one id, RuleCrash where a rule fails.

    >>> report = check("The fire killed 41 people, police said. The fire killed 35 people, police said.")
    >>> report.articles
    ('text-1',)
    """
    words = settings.vocabulary if settings else None
    return check_readings([read_article(a, vocabulary=words) for a in _articles(articles)], settings)


def _articles(articles: Article | str | Iterable[Article | str]) -> list[Article]:
    given = [articles] if isinstance(articles, (Article, str)) else list(articles)
    return [as_article(a, n) for n, a in enumerate(given, 1)]


def check_readings(readings: Sequence[Reading], settings: Selection | None = None, *, copies: bool = False) -> Report:
    """The report on articles that were read already (in other processes, or for more than one check).

    With `copies`, a finding in each copy of a story told twice; else in the first.
    """
    twice = [name for name, count in Counter(r.article.id for r in readings).items() if count > 1]
    if twice:
        raise ValueError(f"two articles have the id {twice[0]!r}")
    claims = tuple(c for r in readings for c in r.claims)
    relations = tuple(x for r in readings for x in r.relations)
    found = findings(context_of(readings), settings)
    if not copies:
        found = once(found)
    return Report(
        figcheck=__version__,
        words=digest(),
        articles=tuple(r.article.id for r in readings),
        claims=claims,
        relations=relations,
        findings=found,
        numerals=dict(Counter(n.role for r in readings for n in r.numerals)),
        counts=dict(Counter(f.severity for f in found)),
    )


def context_of(readings: Iterable[Reading]) -> Context:
    """What the rules are given; in the order of article ids, so that the order of the input plays no part."""
    ordered = sorted(readings, key=lambda r: r.article.id)
    claims = tuple(c for r in ordered for c in r.claims)
    relations = tuple(x for r in ordered for x in r.relations)
    numerals = tuple(n for r in ordered for n in r.numerals if n.malformed)
    return Context(tuple(r.article for r in ordered), claims, relations, {c.id: c for c in claims}, numerals)


def findings(context: Context, settings: Selection | None = None) -> tuple[Finding, ...]:
    """Every finding of the rules that are on, folded to one a figure and family, in a fixed order."""
    chosen = settings if settings is not None else Settings()
    given: list[Finding] = []
    for rule in chosen.rules:
        if not chosen.enabled(rule):
            continue
        try:
            found = list(rule.check(context))
        except Exception as error:
            raise RuleCrash(rule, error) from error
        for one in found:
            severity = chosen.grade(rule, one)
            if severity:  # before folding: a finding that is not wanted must not hide one that is
                given.append(one if severity == one.severity else one.model_copy(update={"severity": severity}))
    return tuple(sorted(folded(given), key=_position))


def _position(found: Finding) -> tuple[object, ...]:
    first = found.evidence[0]
    return (first.article, first.part != "title", first.part, first.start, found.code, found.message)

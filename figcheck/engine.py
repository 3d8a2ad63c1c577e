"""Reads articles, compares what can be compared, runs the rules, and makes the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from figcheck._version import __version__
from figcheck.fold import folded, once
from figcheck.language import refusal
from figcheck.models import Article, Finding, Problem, Report, Severity
from figcheck.models.stories import ReadStory
from figcheck.reading import Reading, as_articles, read_article
from figcheck.rules import Context, Rule
from figcheck.settings import Settings
from figcheck.words import digest

__all__ = ["Selection", "check", "check_readings", "findings"]

_STRAWS = 8  # stories taken out one by one, before a rule that fails on them together is given up


class Selection(Protocol):
    """What the engine asks of settings."""

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules there are, in order."""

    def enabled(self, rule: Rule) -> bool:
        """Whether a rule runs at all."""

    def grade(self, rule: Rule, finding: Finding) -> Severity | None:
        """The severity of one of its findings; None where it is not wanted."""

    def toll_in(self, article: str) -> int:
        """The fewest people whose count is a warning in an article, where it has no source."""


def check(articles: Article | str | Iterable[Article | str], settings: Settings | None = None) -> Report:
    """Read articles and report where their figures contradict, do not add up, or have nobody behind them.

    An article that cannot be read, one that is plainly not in English (`Settings(check_language=False)` has it read)
    and one that a rule fails on are told in `problems`, and the others are checked: a gate asks `report.complete` too.
    Raises ValueError where two articles have one id, and for a text that has the shape of a file's name
    (`figcheck.read_file` reads files); TypeError for what is neither an Article nor a text.

    >>> report = check("The fire killed 41 people, police said. The fire killed 35 people, police said.")
    >>> report.articles
    ('text-1',)
    """
    chosen = settings if settings is not None else Settings()
    if isinstance(chosen, Mapping):
        raise TypeError("settings are a figcheck.Settings, not a dict; make one of it: Settings(**it)")
    readings: list[Reading] = []
    problems: list[Problem] = []
    for article in as_articles(articles):
        strange = refusal(article) if chosen.check_language else None
        if strange:
            problems.append(Problem(kind="unreadable", file=article.id, message=strange))
            continue
        try:
            readings.append(read_article(article, vocabulary=chosen.vocabulary))
        except Exception as error:  # one story that fails must not take the others with it
            problems.append(Problem(kind="crash", file=article.id, message=f"it could not be read: {_told(error)}"))
    report = check_readings(readings, chosen)
    return report.model_copy(update={"problems": (*problems, *report.problems)}) if problems else report


def check_readings(
    readings: Sequence[Reading],
    settings: Selection | None = None,
    *,
    copies: bool = False,
    tick: Callable[[int], None] | None = None,
) -> Report:
    """The report on articles that were read already (in other processes, or for more than one check).

    With `copies`, a finding in each copy of a story told twice; else in the first. `tick` is called with 1 at each
    rule.
    """
    chosen = settings if settings is not None else Settings()
    found, problems = findings(context_of(readings), chosen, tick)
    if not copies:
        found = once(found)
    report = Report(
        figcheck=__version__,
        words=digest(),
        articles=tuple(r.article.id for r in readings),
        claims=tuple(c for r in readings for c in r.claims),
        relations=tuple(x for r in readings for x in r.relations),
        findings=found,
        numerals=dict(Counter(n.role for r in readings for n in r.numerals)),
        counts=dict(Counter(f.severity for f in found)),
        problems=problems,
        rules={rule.code: rule.name for rule in chosen.rules},
    )
    return report.keeping(readings)


def context_of(readings: Iterable[ReadStory]) -> Context:
    """What the rules are given; in the order of article ids, so that the order of the input plays no part.

    Raises ValueError where two articles have one id.
    """
    readings = tuple(readings)
    twice = [name for name, count in Counter(r.article.id for r in readings).items() if count > 1]
    if twice:
        raise ValueError(f"two articles have the id {twice[0]!r}")
    ordered = sorted(readings, key=lambda r: r.article.id)
    claims = tuple(c for r in ordered for c in r.claims)
    relations = tuple(x for r in ordered for x in r.relations)
    numerals = tuple(n for r in ordered for n in r.numerals if n.malformed)
    return Context(tuple(r.article for r in ordered), claims, relations, {c.id: c for c in claims}, numerals)


def findings(
    context: Context, settings: Selection | None = None, tick: Callable[[int], None] | None = None
) -> tuple[tuple[Finding, ...], tuple[Problem, ...]]:
    """Every finding of the rules that are on, folded to one a figure and family, in a fixed order; and what failed."""
    chosen = settings if settings is not None else Settings()
    context = replace(context, least_toll=chosen.toll_in)
    given: list[Finding] = []
    problems: list[Problem] = []
    for rule in chosen.rules:
        if tick:
            tick(1)
        if not chosen.enabled(rule):
            continue
        found, failed = _ran(rule, context)
        problems += failed
        for one in found:
            severity = chosen.grade(rule, one)
            if severity:  # before folding: a finding that is not wanted must not hide one that is
                given.append(one if severity == one.severity else one.model_copy(update={"severity": severity}))
    return tuple(sorted(folded(given), key=_position)), tuple(problems)


def _ran(rule: Rule, context: Context) -> tuple[list[Finding], list[Problem]]:
    """A rule's findings; where it fails on some stories, those on the others, and a problem for each of the some."""
    found, error = _tried(rule, context)
    if error is None:
        return found, []
    failed: dict[str, str] = {}
    for article in context.articles:
        alone = _tried(rule, _of(context, {article.id}))[1]
        if alone is not None:
            failed[article.id] = _told(alone)
    everything = {a.id for a in context.articles}
    for _ in range(_STRAWS):
        rest = _of(context, everything - set(failed))
        found, error = _tried(rule, rest) if rest.articles else ([], None)
        if error is None:
            break
        failed[_last_straw(rule, rest)] = f"{_told(error)} (comparing it with other stories)"
    else:
        found, failed = [], {**dict.fromkeys(sorted(everything), _told(error) if error else ""), **failed}
    message = f"rule {rule.name} crashed: {{}}".format
    return found, [Problem(kind="crash", file=name, message=message(why)) for name, why in failed.items()]


def _tried(rule: Rule, context: Context) -> tuple[list[Finding], BaseException | None]:
    """The findings, or what went wrong: a desk's own rule may raise anything, sys.exit() too."""
    try:
        return list(rule.check(context)), None
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        return [], error


def _last_straw(rule: Rule, context: Context) -> str:
    """The story with which a rule begins to fail, the stories taken in order."""
    names = [a.id for a in context.articles]
    low, high = 1, len(names)
    while low < high:
        middle = (low + high) // 2
        if _tried(rule, _of(context, set(names[:middle])))[1] is not None:
            high = middle
        else:
            low = middle + 1
    return names[low - 1]


def _of(context: Context, names: set[str]) -> Context:
    """The context of some of the stories, in its order; what is asked for is gone through, not all that there is."""
    chosen = sorted(names)  # as `context_of` has them
    claims = tuple(c for name in chosen for c in context.of_article[name])
    relations = tuple(r for name in chosen for r in context.relations_of.get(name, ()))
    articles = tuple(context.article[name] for name in chosen)
    return Context(articles, claims, relations, {c.id: c for c in claims}, least_toll=context.least_toll)


def _told(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"


def _position(found: Finding) -> tuple[object, ...]:
    first = found.evidence[0]
    return (first.article, first.part != "title", first.part, first.start, found.code, found.message)

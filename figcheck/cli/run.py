"""Reads stories in one or many processes, compares them, and gives a report even where a rule or a story fails."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from figcheck.cli.inputs import Inputs
from figcheck.config import Config
from figcheck.engine import RuleCrash, check_readings
from figcheck.models import Article, Finding, Problem, Report, Severity
from figcheck.reading import Reading, read_article
from figcheck.rules import Rule
from figcheck.settings import graded
from figcheck.vocabulary import Vocabulary

__all__ = ["read_all", "report_on"]

_CHUNK = 8  # stories handed to a process at a time

Task = tuple[Article, Vocabulary]
Tick = Callable[[int], None]


class PerFile:
    """Each story's own settings, as the engine asks for them; `only` are the stories that are checked."""

    def __init__(self, configs: dict[str, Config], paths: dict[str, str], only: frozenset[str]) -> None:
        self._configs = configs
        self._paths = paths
        self._only = only
        self._distinct = list({id(c.settings): c.settings for c in configs.values()}.values())
        self.off: frozenset[str] = frozenset()  # rules that crashed

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that ship, and every desk's own."""
        return tuple(dict.fromkeys(rule for settings in self._distinct for rule in settings.rules))

    def enabled(self, rule: Rule) -> bool:
        """Whether a rule runs for any story."""
        return rule.name not in self.off and any(rule in s.rules and s.enabled(rule) for s in self._distinct)

    def grade(self, rule: Rule, finding: Finding) -> Severity | None:
        """The severity of a finding; None where it is not wanted, or only in stories that are not checked."""
        inside = tuple(e for e in finding.evidence if e.article in self._only)
        if not inside:
            return None
        part = finding if len(inside) == len(finding.evidence) else finding.model_copy(update={"evidence": inside})
        return graded(rule, part, lambda name: (self._configs[name].settings, self._paths[name]))


def _read(task: Task) -> Reading | str:
    """A reading, or why there is none."""
    article, vocabulary = task
    try:
        return read_article(article, vocabulary=vocabulary)
    except Exception as error:  # one story that fails must not take the others with it
        return f"figcheck failed on this story: {type(error).__name__}: {error}"


def _results(tasks: Sequence[Task], jobs: int) -> Iterator[Reading | str]:
    if jobs == 1 or len(tasks) < 2:
        yield from map(_read, tasks)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(min(jobs, len(tasks))) as pool:
        yield from pool.map(_read, tasks, chunksize=max(1, min(_CHUNK, len(tasks) // jobs)))


def read_all(inputs: Inputs, jobs: int, tick: Tick) -> list[Reading]:
    """A reading for each story that can be read; the others become problems."""
    tasks = [(s.article, inputs.configs[s.article.id].settings.vocabulary) for s in inputs.stories]
    readings: list[Reading] = []
    try:
        for story, result in zip(inputs.stories, _results(tasks, jobs or os.cpu_count() or 1)):
            if isinstance(result, Reading):
                readings.append(result)
            else:
                inputs.problems.append(Problem(kind="crash", file=story.path, message=result))
            tick(len(story.article.text))
    except RuntimeError as error:  # a process died; what it held is lost
        done = {r.article.id for r in readings}
        lost = [s for s in inputs.stories if s.article.id not in done]
        inputs.problems += [Problem(kind="crash", file=s.path, message=f"a process died: {error}") for s in lost]
    return readings


def report_on(readings: Sequence[Reading], inputs: Inputs, only: frozenset[str]) -> Report:
    """The report on the stories in `only`, compared with all; a rule that crashes is left out and told."""
    paths = {s.article.id: inputs.configs[s.article.id].path(Path(s.path)) for s in inputs.stories}
    chosen = PerFile(inputs.configs, paths, only)
    while True:
        try:
            report = check_readings(readings, chosen, copies=True)
            break
        except RuleCrash as crash:
            chosen.off |= {crash.rule.name}
            inputs.problems += _crashes(crash, readings, inputs)
    return _only(report, readings, only)


def _crashes(crash: RuleCrash, readings: Sequence[Reading], inputs: Inputs) -> list[Problem]:
    """A problem for each story that the rule fails on alone, or for the one that makes it fail beside those before."""
    files = {s.article.id: s.path for s in inputs.stories}
    alone = [r for r in readings if _fails(crash.rule, [r])]
    guilty = alone or readings[_last_straw(crash.rule, readings) :][:1]
    where = "" if alone else " (comparing it with other stories)"
    return [Problem(kind="crash", file=files[r.article.id], message=f"{crash}{where}") for r in guilty]


def _last_straw(rule: Rule, readings: Sequence[Reading]) -> int:
    """Index of the story with which a rule begins to fail, the stories taken in order."""
    low, high = 1, len(readings)
    while low < high:
        middle = (low + high) // 2
        if _fails(rule, readings[:middle]):
            high = middle
        else:
            low = middle + 1
    return low - 1


def _fails(rule: Rule, readings: Sequence[Reading]) -> bool:
    class _Alone:
        rules = (rule,)

        def enabled(self, rule: Rule) -> bool:  # noqa: ARG002
            return True

        def grade(self, rule: Rule, finding: Finding) -> Severity | None:  # noqa: ARG002
            return None

    try:
        check_readings(readings, _Alone())
    except RuleCrash:
        return True
    return False


def _only(report: Report, readings: Sequence[Reading], only: frozenset[str]) -> Report:
    """The report without what was read of the stories that others are only compared with."""
    if len(only) == len(report.articles):
        return report
    used = {name for f in report.findings for names in f.figures.values() for name in names}
    claims = tuple(c for c in report.claims if c.article in only or c.id in used)
    known = {c.id for c in claims}
    kept = tuple(r for r in report.relations if all(n in known for names in r.roles.values() for n in names))
    update = {
        "articles": tuple(a for a in report.articles if a in only),
        "claims": claims,
        "relations": kept,
        "numerals": dict(Counter(n.role for r in readings if r.article.id in only for n in r.numerals)),
    }
    return report.model_copy(update=update)

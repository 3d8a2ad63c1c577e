"""Reads stories in one or many processes, compares them, and gives a report even where a rule or a story fails."""

from __future__ import annotations

import os
import signal
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from figcheck.cli.inputs import Inputs
from figcheck.config import Config
from figcheck.engine import check_readings
from figcheck.language import refusal
from figcheck.models import Article, Finding, Problem, Report, Severity
from figcheck.readers import Loaded
from figcheck.reading import Reading, read_article
from figcheck.rules import Rule
from figcheck.settings import graded
from figcheck.vocabulary import Vocabulary

__all__ = ["Tick", "failed", "in_english", "read_all", "report_on"]

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

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that ship, and every desk's own."""
        return tuple(dict.fromkeys(rule for settings in self._distinct for rule in settings.rules))

    def enabled(self, rule: Rule) -> bool:
        """Whether a rule runs for any story."""
        return any(rule in s.rules and s.enabled(rule) for s in self._distinct)

    def grade(self, rule: Rule, finding: Finding) -> Severity | None:
        """The severity of a finding; None where it is not wanted, or only in stories that are not checked."""
        inside = tuple(e for e in finding.evidence if e.article in self._only)
        if not inside:
            return None
        part = finding if len(inside) == len(finding.evidence) else finding.model_copy(update={"evidence": inside})
        return graded(rule, part, lambda name: (self._configs[name].settings, self._paths[name]))

    def toll_in(self, article: str) -> int:
        """The fewest people whose count is a warning in a story, where it has no source."""
        return self._configs[article].settings.least_toll


def _read(task: Task) -> Reading | str:
    """A reading, or why there is none."""
    article, vocabulary = task
    try:
        return read_article(article, vocabulary=vocabulary)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # one story that fails must not take the others with it
        return failed(error)


def failed(error: BaseException) -> str:
    """What a desk is told of a story that figcheck itself fails on."""
    return f"figcheck failed on this story: {type(error).__name__}: {error}"


def _results(tasks: Sequence[Task], jobs: int) -> Iterator[Reading | str]:
    if jobs == 1 or len(tasks) < 2:
        yield from map(_read, tasks)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(min(jobs, len(tasks)), initializer=_leave_interrupts) as pool:
        try:
            yield from pool.map(_read, tasks, chunksize=max(1, min(_CHUNK, len(tasks) // jobs)))
        except (KeyboardInterrupt, GeneratorExit):
            from multiprocessing import active_children

            pool.shutdown(wait=False, cancel_futures=True)
            for child in active_children():
                child.kill()
            raise


def _leave_interrupts() -> None:
    """Ctrl-C reaches every process of a group: the one that a person started answers it, for all."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def read_all(inputs: Inputs, jobs: int, tick: Tick) -> list[Reading]:
    """A reading for each story that can be read; the others become problems, those not in English among them."""
    stories = in_english(inputs)
    tasks = [(s.article, inputs.configs[s.article.id].settings.vocabulary) for s in stories]
    readings: list[Reading] = []
    try:
        for story, result in zip(stories, _results(tasks, jobs or os.cpu_count() or 1)):
            if isinstance(result, Reading):
                readings.append(result)
            else:
                inputs.problems.append(Problem(kind="crash", file=story.path, message=result))
            tick(len(story.article.text))
    except RuntimeError as error:  # a process died; what it held is lost
        done = {r.article.id for r in readings}
        lost = [s for s in stories if s.article.id not in done]
        inputs.problems += [Problem(kind="crash", file=s.path, message=f"a process died: {error}") for s in lost]
    return readings


def in_english(inputs: Inputs) -> list[Loaded]:
    """The stories less those that are plainly in another language, where their settings ask."""
    out = []
    for story in inputs.stories:
        asked = inputs.configs[story.article.id].settings.check_language
        strange = refusal(story.article) if asked else None
        if strange:
            inputs.told(story.path, strange, _line_of(story))
        else:
            out.append(story)
    return out


def _line_of(story: Loaded) -> int:
    """Where a story begins in its file, which may hold several."""
    return story.locate("title" if story.article.title else "text", 0).line


def report_on(readings: Sequence[Reading], inputs: Inputs, only: frozenset[str], tick: Tick | None = None) -> Report:
    """The report on the stories in `only`, compared with all; a rule that fails on a story is told of its file.

    `tick` is called at each rule.
    """
    paths = {s.article.id: inputs.configs[s.article.id].path(Path(s.path)) for s in inputs.stories}
    report = check_readings(readings, PerFile(inputs.configs, paths, only), copies=True, tick=tick)
    files = {s.article.id: s.path for s in inputs.stories}
    inputs.problems += [p.model_copy(update={"file": files[p.file]}) for p in report.problems]
    return _only(report.model_copy(update={"problems": ()}), readings, only)


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

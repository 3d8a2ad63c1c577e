"""figcheck check: read stories, report what is wrong with their figures, and exit as a gate should."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from figcheck.cli.options import input_options, jobs_option, overrides, rule_options

if TYPE_CHECKING:
    from figcheck.cli.inputs import Configs, Inputs
    from figcheck.models import Problem, Report
    from figcheck.settings import FailLevel

__all__ = ["check", "checked", "configs_of", "said", "status", "tags"]

_FORMATS = ("text", "json", "jsonl", "sarif", "github", "csv")
_GRAVE = frozenset({"unreadable", "crash", "bad-suppression"})
_TOLD = {"table": "table", "code": "code block", "image": "image", "footnote": "footnote"}


@click.command(short_help="Report what is wrong with the figures of stories.")
@input_options
@click.option(
    "-f", "--format", "form", type=click.Choice(_FORMATS), default="text", help="What the report looks like.",
)  # fmt: skip
@click.option("-o", "--output", metavar="FILE", help="Write the report there, not to standard output.")
@click.option(
    "--fail-level", type=click.Choice(["error", "warning", "info", "never"]),
    help="The least severity that makes the exit status 1. Default: error.",
)  # fmt: skip
@rule_options
@click.option(
    "--against", multiple=True, metavar="PATH", help="Stories to compare with, not checked themselves. May be repeated."
)
@click.option("--baseline", metavar="FILE", help="Known findings to let pass, as figcheck baseline wrote them.")
@click.option("--strict", is_flag=True, help="Fail on suppressions and baseline entries that nothing needs any more.")
@click.option(
    "--write-comments",
    metavar="FILE",
    help="Write a copy of a Word file with the findings as comments, or a folder of them.",
)
@jobs_option
@click.option("--statistics", is_flag=True, help="Also count the findings by rule.")
@click.option("--no-color", is_flag=True, help="No colour, also on a terminal that has it.")
def check(
    paths: tuple[str, ...], form: str, output: str | None, no_color: bool, statistics: bool, **options: Any
) -> None:
    """Check the figures of stories: PATH is a file, a folder, or - for standard input.

    \b
      figcheck check draft.md
      figcheck check draft.docx --against archive/ --fail-level warning
      figcheck check stories/ --format sarif --output figcheck.sarif
      pbpaste | figcheck check - --stdin-filename draft.md

    Stories given together are compared with each other. The exit status is 0 where nothing is at or above the fail
    level, 1 where something is, 2 where the work could not all be done; a file that cannot be read is named, and
    the others are still checked.
    """
    from figcheck.cli.output import colored, emit, progress, terminal_width, usage
    from figcheck.reports import Style, render
    from figcheck.reports.text import accounts

    inputs, only = _inputs(paths, options)
    with progress(sum(len(s.article.text) for s in inputs.stories)) as tick:
        report = checked(inputs, only, options["jobs"], tick, options["baseline"], options["strict"])
    style = Style(
        width=terminal_width(), color=colored(no_color, output), statistics=statistics,
        notes=tuple(_unread(inputs, only)), tags=tags(inputs),
    )  # fmt: skip
    emit(render(report, form, inputs.stories, style), output)
    if form != "text" or output:
        for problem in report.problems if form in {"csv", "sarif", "json", "jsonl"} or output else ():
            usage(said(problem))
        if statistics and form != "text":
            from figcheck.reports.text import statistics as counted

            for line in counted(report):
                usage(line)
        usage(accounts(report))
    if options["write_comments"]:
        from figcheck.cli.word import write_copies

        write_copies(report, inputs, options["write_comments"])
    sys.exit(status(report, inputs, options["fail_level"], options["strict"]))


def said(problem: Problem) -> str:
    """A problem as one line."""
    place = problem.file if problem.line is None else f"{problem.file}:{problem.line}"
    return f"{place}: {'error' if problem.kind in _GRAVE else 'warning'}: {problem.message}"


def configs_of(options: dict[str, Any]) -> Configs:
    """The settings that files may have under these options; unusable ones end the run."""
    from figcheck.cli.inputs import Configs
    from figcheck.cli.output import fail
    from figcheck.config import SettingsError

    given = overrides(
        options.get("select", ()), options.get("ignore", ()), options.get("severity", ()), options.get("preview", False)
    )
    try:
        return Configs(options["config"], given)
    except SettingsError as error:
        fail(str(error))


def _inputs(paths: Iterable[str], options: dict[str, Any]) -> tuple[Inputs, frozenset[str]]:
    from figcheck.cli.inputs import gather

    configs = configs_of(options)
    inputs = gather(paths, configs, options["stdin_filename"])
    only = frozenset(inputs.configs)
    if options.get("against"):
        gather(options["against"], configs, None, inputs)
    return inputs, only


def checked(
    inputs: Inputs, only: frozenset[str], jobs: int, tick: Any, baseline: str | None = None, strict: bool = False
) -> Report:
    """The report on the stories in `only`, with places, what comments and baselines let pass, and the problems."""
    from figcheck import suppress
    from figcheck.cli.run import read_all, report_on
    from figcheck.fold import once
    from figcheck.reports import located

    readings = read_all(inputs, jobs, tick)
    report = located(report_on(readings, inputs, only), inputs.stories)
    configs = inputs.configs
    rules = {rule.name: rule for config in configs.values() for rule in config.settings.rules}
    report = suppress.apply(
        report,
        [s for s in inputs.stories if s.article.id in only],
        lambda rule, article: configs[article].settings.enabled(rules[rule]),
        tuple(rules.values()),
    )
    report = _less_baseline(report, inputs, only, baseline, strict)
    findings = once(report.findings)
    update = {
        "findings": findings,
        "counts": dict(Counter(f.severity for f in findings)),
        "problems": (*inputs.problems, *report.problems),
    }
    return report.model_copy(update=update)


def _less_baseline(report: Report, inputs: Inputs, only: frozenset[str], baseline: str | None, strict: bool) -> Report:
    from figcheck.baseline import BaselineError, apply, load
    from figcheck.cli.output import fail

    named = {c.settings.baseline for name, c in inputs.configs.items() if name in only} - {None}
    files = [baseline] if baseline else sorted(f for f in named if f)
    try:
        for file in files:
            report = apply(report, load(Path(file)), file, strict)
    except BaselineError as error:
        fail(str(error))
    return report


def status(report: Report, inputs: Inputs, fail_level: FailLevel | None, strict: bool) -> int:
    """The exit status: 2 where work was left undone, 1 where a finding is grave enough, else 0."""
    from figcheck.settings import LEVELS

    if any(p.kind in _GRAVE for p in report.problems):
        return 2
    if strict and report.problems:
        return 1
    for finding in report.findings:
        for article in {e.article for e in finding.evidence if e.article in report.articles}:
            level = fail_level or inputs.configs[article].settings.fail_level
            if level != "never" and LEVELS.index(finding.severity) <= LEVELS.index(level):
                return 1
    return 0


def _unread(inputs: Inputs, only: frozenset[str]) -> list[str]:
    """What of the files is no prose and was not read, and files that hold no words at all."""
    out = []
    for story in inputs.stories:
        if story.article.id not in only:
            continue
        if not any(
            words.strip() for words in (story.article.title, story.article.text, *dict(story.article.parts).values())
        ):
            out.append(f"{story.path}: no text in it")
        counts = {kind: sum(s.kind == kind for s in story.skipped) for kind in _TOLD}
        told = [f"{n} {_TOLD[kind]}{'s' * (n > 1)}" for kind, n in counts.items() if n]
        if told:
            out.append(f"{story.path}: not read: {', '.join(told)}")
    return out


def tags(inputs: Inputs) -> dict[str, str]:
    """The HXL tags of own measures."""
    return {
        name: own.hxl for config in inputs.configs.values() for name, own in config.settings.measures.items() if own.hxl
    }

"""figcheck check: read stories, report what is wrong with their figures, and exit as a gate should."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from figcheck.cli.options import files, given, input_options, jobs_option, output_option, overrides, rule_options

if TYPE_CHECKING:
    from figcheck.cli.inputs import Configs, Inputs
    from figcheck.cli.output import Steps
    from figcheck.config import Config
    from figcheck.models import Problem, Report
    from figcheck.readers import Skipped
    from figcheck.settings import FailLevel

__all__ = ["check", "checked", "configs_of", "passed_over", "said", "status", "suppressed", "tags", "tell"]

_FORMATS = ("text", "json", "jsonl", "sarif", "github", "csv", "html")
_NAMED = 6  # of what was passed over for one reason


@click.command(short_help="Report what is wrong with the figures of stories.")
@input_options
@click.option(
    "-f", "--format", "form", type=click.Choice(_FORMATS), default="text", help="What the report looks like.",
)  # fmt: skip
@output_option("Write the report there, not to standard output.")
@click.option(
    "--fail-level", type=click.Choice(["error", "warning", "info", "never"]),
    help="The least severity that makes the exit status 1. Default: error.",
)  # fmt: skip
@rule_options
@click.option(
    "--against", multiple=True, metavar="PATH", callback=given, shell_complete=files,
    help="Stories to compare with, not checked themselves. May be repeated.",
)  # fmt: skip
@click.option(
    "--baseline",
    metavar="FILE",
    callback=given,
    shell_complete=files,
    help="Known findings to let pass, as figcheck baseline wrote them.",
)
@click.option("--strict", is_flag=True, help="Fail on suppressions and baseline entries that nothing needs any more.")
@click.option(
    "--write-comments",
    metavar="FILE",
    callback=given,
    shell_complete=files,
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
      figcheck check stories/ --format html --output report.html
      figcheck check stories/ --format sarif --output figcheck.sarif
      pbpaste | figcheck check - --stdin-filename draft.md

    Stories given together are compared with each other. The exit status is 0 where nothing is at or above the fail
    level, 1 where something is, 2 where the work could not all be done; a file that cannot be read is named, and
    the others are still checked.
    """
    from figcheck.cli.output import colored, emit, fail, progress, terminal_width, usage
    from figcheck.reports import Style, render
    from figcheck.reports.text import accounts
    from figcheck.safe import lines

    with progress() as tick:
        inputs, only = _inputs(paths, options, tick)
        if inputs.stories and not any(_runs(inputs.configs[name]) for name in only):
            fail("no rule runs under these settings, so that nothing would be checked (figcheck settings shows them)")
        report = checked(inputs, only, options["jobs"], tick, options["baseline"], options["strict"])
    style = Style(
        width=terminal_width(), color=colored(no_color, output), statistics=statistics,
        notes=tuple(_unread(inputs, only)), tags=tags(inputs),
    )  # fmt: skip
    try:
        rendered = render(report, form, inputs.stories, style)
    except ImportError as error:  # of the extra that a page needs
        fail(str(error))
    emit(lines(rendered) if form == "text" else rendered, output, inputs.protected(options["baseline"]))
    if form != "text" or output:
        for line in style.notes:
            usage(line)
        for problem in report.problems if form in {"csv", "sarif", "json", "jsonl", "html"} or output else ():
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
    return f"{place}: {'error' if problem.grave else 'warning'}: {problem.message}"


def configs_of(options: dict[str, Any]) -> Configs:
    """The settings that files may have under these options; unusable ones end the run."""
    from figcheck.cli.inputs import Configs
    from figcheck.cli.output import fail
    from figcheck.config import SettingsError

    over = overrides(
        options.get("select", ()), options.get("ignore", ()), options.get("severity", ()), options.get("preview", False)
    )
    try:
        return Configs(options["config"], over, options["run_own_rules"])
    except SettingsError as error:
        fail(str(error))


def _inputs(paths: Iterable[str], options: dict[str, Any], tick: Steps) -> tuple[Inputs, frozenset[str]]:
    from figcheck.cli.inputs import gather

    configs = configs_of(options)
    inputs = gather(paths, configs, options["stdin_filename"], tick=tick)
    only = frozenset(inputs.configs)
    if options.get("against"):
        gather(options["against"], configs, None, inputs, tick)
    return inputs, only


def checked(
    inputs: Inputs, only: frozenset[str], jobs: int, tick: Steps, baseline: str | None = None, strict: bool = False
) -> Report:
    """The report on the stories in `only`, with places, what comments and baselines let pass, and the problems."""
    from figcheck.fold import once

    report = _less_baseline(suppressed(inputs, only, jobs, tick), inputs, only, baseline, strict)
    findings = once(report.findings)
    return report.model_copy(update={"findings": findings, "counts": dict(Counter(f.severity for f in findings))})


def suppressed(inputs: Inputs, only: frozenset[str], jobs: int, tick: Steps) -> Report:
    """The report less what comments and sidecars let pass; a story told twice has its findings twice."""
    from figcheck import suppress
    from figcheck.cli.run import read_all, report_on
    from figcheck.reports import located

    configs = inputs.configs
    rules = {rule.name: rule for config in configs.values() for rule in config.settings.rules}
    tick.begin("Reading", sum(len(s.article.text) for s in inputs.stories))
    readings = read_all(inputs, jobs, tick)
    tick.begin("Comparing", len(rules))
    report = located(report_on(readings, inputs, only, tick), inputs.stories)
    report = suppress.apply(
        report,
        [s for s in inputs.stories if s.article.id in only],
        lambda rule, article: configs[article].settings.enabled(rules[rule]),
        tuple(rules.values()),
    )
    return report.model_copy(
        update={"problems": (*inputs.problems, *report.problems), "passed_over": dict(inputs.passed)}
    )


def _runs(config: Config) -> bool:
    """Whether any rule runs under some settings."""
    return any(config.settings.enabled(rule) for rule in config.settings.rules)


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

    if not report.complete:
        return 2
    if strict and report.problems:  # suppressions and baseline entries that nothing needs
        return 1
    for finding in report.findings:
        for article in {e.article for e in finding.evidence if e.article in report.articles}:
            level = fail_level or inputs.configs[article].settings.fail_level
            if level != "never" and LEVELS.index(finding.severity) <= LEVELS.index(level):
                return 1
    return 0


def _unread(inputs: Inputs, only: frozenset[str]) -> list[str]:
    """What was not read: of the files what is no prose, files without words or without rules, files left out."""
    out = []
    idle = {id(c): not _runs(c) for c in {id(c): c for c in inputs.configs.values()}.values()}
    for story in inputs.stories:
        if story.article.id not in only:
            continue
        if not any(
            words.strip() for words in (story.article.title, story.article.text, *dict(story.article.parts).values())
        ):
            out.append(f"{story.path}: no text in it")
        if idle[id(inputs.configs[story.article.id])]:
            out.append(f"{story.path}: not checked: its settings leave no rule on")
        told = _left(story.skipped)
        if told:
            out.append(f"{story.path}: not read: {told}")
    return [*out, *passed_over(inputs)]


def _left(skipped: Iterable[Skipped]) -> str:
    """What a reader left out of a story, in words."""
    from figcheck.reports.pages import TOLD, not_read

    left = [one for one in skipped if one.kind in TOLD]
    counts = Counter(one.kind for one in left)
    return not_read({kind: counts[kind] for kind in TOLD if counts[kind]}, sum(one.numerals for one in left))


def tell(problems: Iterable[Problem], inputs: Inputs) -> None:
    """Say on standard error what went wrong and what was left out."""
    from figcheck.cli.output import usage

    for line in (*map(said, problems), *passed_over(inputs)):
        usage(line)


def passed_over(inputs: Inputs) -> list[str]:
    """What was left out of folders, by reason: how many, and the first of them by name (the JSON report names all)."""
    reasons: dict[str, list[str]] = {}
    for name, why in inputs.passed.items():
        reasons.setdefault(why, []).append(name)
    out = []
    for why, names in reasons.items():
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        out.append(f"passed over: {len(names)} ({why}): {', '.join(names[:_NAMED])}{more}")
    return out


def tags(inputs: Inputs) -> dict[str, str]:
    """The HXL tags of own measures."""
    return {
        name: own.hxl for config in inputs.configs.values() for name, own in config.settings.measures.items() if own.hxl
    }

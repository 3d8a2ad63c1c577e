"""figcheck baseline: write down what is found today, so that only what is new is told tomorrow."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from figcheck.cli.options import input_options, jobs_option, rule_options

if TYPE_CHECKING:
    from figcheck.config import Config

__all__ = ["baseline"]

_DEFAULT = "figcheck-baseline.json"


@click.command(short_help="Write down today's findings, to be told only of new ones.")
@input_options
@click.option("-o", "--output", metavar="FILE", default=_DEFAULT, show_default=True, help="The file to write.")
@rule_options
@jobs_option
def baseline(paths: tuple[str, ...], output: str, jobs: int, **options: Any) -> None:
    """Write the findings of stories to a baseline: hashes only, no word of the copy.

    \b
      figcheck baseline archive/
      figcheck check archive/ --baseline figcheck-baseline.json
    """
    from figcheck.baseline import dump
    from figcheck.cli.check import checked, configs_of
    from figcheck.cli.inputs import gather
    from figcheck.cli.output import emit, progress, usage

    inputs = gather(paths, configs_of(options), options["stdin_filename"])
    inputs.configs = {name: _without_baseline(config) for name, config in inputs.configs.items()}
    with progress(sum(len(s.article.text) for s in inputs.stories)) as tick:
        report = checked(inputs, frozenset(inputs.configs), jobs, tick)
    grave = [p for p in report.problems if p.kind in {"unreadable", "crash", "bad-suppression"}]
    for problem in grave:
        usage(f"{problem.file}: error: {problem.message}")
    if grave:
        usage("no baseline was written: it would be incomplete")
        sys.exit(2)
    emit(dump(report.findings), output)
    count = len(report.findings)
    usage(f"{count} finding{'' if count == 1 else 's'} in {output}; use it with figcheck check --baseline {output}")


def _without_baseline(config: Config) -> Config:
    """The same settings but for their baseline: an older one must not hide what belongs into the new one."""
    return replace(config, settings=config.settings.model_copy(update={"baseline": None}))

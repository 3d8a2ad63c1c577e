"""figcheck baseline: write down what is found today, so that only what is new is told tomorrow."""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from figcheck.cli.options import input_options, jobs_option, output_option, rule_options
from figcheck.filenames import BASELINE

__all__ = ["baseline"]


@click.command(short_help="Write down today's findings, to be told only of new ones.")
@input_options
@output_option("The file to write.", BASELINE)
@rule_options
@jobs_option
def baseline(paths: tuple[str, ...], output: str, jobs: int, **options: Any) -> None:
    """Write the findings of stories to a baseline: hashes only, no word of the copy.

    \b
      figcheck baseline archive/
      figcheck check archive/ --baseline figcheck-baseline.json
    """
    from figcheck.baseline import dump
    from figcheck.cli.check import configs_of, suppressed, tell
    from figcheck.cli.inputs import gather
    from figcheck.cli.output import emit, fail, progress, usage

    if _is_something_else(output):
        fail(f"{output}: holds something other than a baseline; name another file")
    inputs = gather(paths, configs_of(options), options["stdin_filename"])
    with progress(sum(len(s.article.text) for s in inputs.stories)) as tick:
        report = suppressed(inputs, frozenset(inputs.configs), jobs, tick)
    tell((p for p in report.problems if p.grave), inputs)
    if not report.complete:
        usage("no baseline was written: it would be incomplete")
        sys.exit(2)
    used = [os.path.realpath(c.settings.baseline) for c in inputs.configs.values() if c.settings.baseline]
    inputs_ = [name for name in inputs.protected() if os.path.realpath(name) not in used]  # it may be written anew
    emit(dump(report.findings, os.path.dirname(output) or "."), output, inputs_)  # noqa: PTH120
    count = len(report.findings)
    usage(f"{count} finding{'' if count == 1 else 's'} in {output}; use it with figcheck check --baseline {output}")


def _is_something_else(path: str) -> bool:
    """Whether a file is there that is neither empty nor a baseline: a slip of the hand must not cost a story."""
    from figcheck.baseline import is_baseline
    from figcheck.files import FileFault, read_bytes

    try:
        content = read_bytes(path)
    except FileFault:
        return False  # not there, or told when it is written
    return bool(content.strip()) and not is_baseline(content)

"""figcheck extract: every figure of stories, as a table, JSON, JSON lines or CSV."""

from __future__ import annotations

import sys
from typing import Any

import click

from figcheck.cli.options import input_options, jobs_option, output_option

__all__ = ["extract"]


@click.command(short_help="List the figures of stories: how many, of what, where, when, says who.")
@input_options
@click.option(
    "-f", "--format", "form", type=click.Choice(["text", "json", "jsonl", "csv"]), default="text",
    help="csv has a row of HXL tags.",
)  # fmt: skip
@output_option("Write the figures there, not to standard output.")
@click.option("--explain", is_flag=True, help="Show how each sentence with a figure is read: its clauses and places.")
@jobs_option
@click.option("--no-color", is_flag=True, help="No colour, also on a terminal that has it.")
def extract(
    paths: tuple[str, ...], form: str, output: str | None, explain: bool, jobs: int, no_color: bool, **options: Any
) -> None:
    """List every figure of stories, as read: value, what it counts, where, and who says so. Nothing is judged.

    \b
      figcheck extract draft.md
      figcheck extract stories/ --format csv --output figures.csv
      figcheck extract draft.md --explain
    """
    from figcheck.cli.check import configs_of, tags, tell
    from figcheck.cli.inputs import gather
    from figcheck.cli.output import colored, emit, progress, terminal_width, usage
    from figcheck.cli.run import read_all, report_on
    from figcheck.reports import Style, claims, located
    from figcheck.reports.text import accounts
    from figcheck.safe import lines

    inputs = gather(paths, configs_of(options | {"select": ("ALL",), "ignore": ("ALL",)}), options["stdin_filename"])
    if explain:
        from figcheck.reports import structures

        emit(lines(structures.render(s.article for s in inputs.stories)), output, inputs.protected())
        tell(inputs.problems, inputs)
        sys.exit(2 if inputs.problems else 0)
    with progress(sum(len(s.article.text) for s in inputs.stories)) as tick:
        readings = read_all(inputs, jobs, tick)
    report = located(report_on(readings, inputs, frozenset(inputs.configs)), inputs.stories)
    style = Style(width=terminal_width(), color=colored(no_color, output), tags=tags(inputs))
    rendered = claims.render(report, form, inputs.stories, style)
    emit(lines(rendered) if form == "text" else rendered, output, inputs.protected())
    tell(inputs.problems, inputs)
    if form != "text" or output:
        usage(accounts(report))
    sys.exit(2 if inputs.problems else 0)

"""figcheck sheet: every figure of a story in a table, with a box to tick and room for the proof."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from figcheck.cli.options import input_options, jobs_option, output_option

if TYPE_CHECKING:
    from figcheck.cli.inputs import Inputs
    from figcheck.cli.run import Tick

__all__ = ["sheet"]


@click.command(short_help="Make a table of a story's figures, to tick off one by one.")
@input_options
@click.option(
    "-f", "--format", "form", type=click.Choice(["html", "csv", "docx"]),
    help="Default: what the name of --output ends in, else html.",
)  # fmt: skip
@output_option("Write the sheet there; a Word file needs it.")
@click.option("--drill", is_flag=True, help="Note beside each figure which others vouch for it (figcheck drill).")
@jobs_option
def sheet(paths: tuple[str, ...], form: str | None, output: str | None, drill: bool, jobs: int, **options: Any) -> None:
    """Make a figure sheet: each sentence with its figures, what they count, where and when, their source, what they add
    up with, a box to tick and room for the proof. What is doubtful is noted; nothing is judged. The page keeps ticks
    and proofs in the browser and saves them as CSV or JSON.

    \b
      figcheck sheet draft.md --output sheet.docx
      figcheck sheet draft.md > sheet.html
    """
    from figcheck.cli.check import checked, configs_of, tell
    from figcheck.cli.inputs import gather
    from figcheck.cli.output import emit, fail, progress
    from figcheck.sheet import build, to_csv, to_docx, to_html

    suffix = Path(output).suffix.lower().lstrip(".") if output else "html"
    wanted = form or suffix
    if wanted not in {"html", "csv", "docx"}:
        fail(f"{output}: a sheet is html, csv or docx; give --format")
    if wanted == "docx" and not output:
        fail("a Word file needs --output FILE")
    inputs = gather(paths, configs_of(options), options["stdin_filename"])
    with progress(sum(len(s.article.text) for s in inputs.stories) * (1 + drill)) as tick:
        guards = _guards(inputs, tick) if drill else None
        report = checked(inputs, frozenset(inputs.configs), jobs, tick)
    read = {one.article.id for one in report.readings}
    stories = [s for s in inputs.stories if s.article.id in read]
    if inputs.stories and not stories:  # an empty sheet would say that there is nothing to check
        tell(report.problems, inputs)
        sys.exit(2)
    sheets = build(report, stories, guards)
    if wanted == "docx":
        try:
            emit(to_docx(sheets), output, inputs.protected())
        except ImportError:
            fail("a Word file needs python-docx: pip install 'figcheck[docx]'")
    elif wanted == "csv":
        emit(to_csv(sheets), output, inputs.protected())
    else:
        try:
            emit(to_html(sheets), output, inputs.protected())
        except ImportError as error:
            fail(str(error))
    tell(report.problems, inputs)
    sys.exit(0 if report.complete else 2)


def _guards(inputs: Inputs, tick: Tick) -> dict[str, str]:
    """What a drill says of each figure."""
    from figcheck.cli.drill import drills, shown

    return {g.claim.id: shown(g) for _, done in drills(inputs, tick) for g in done.guards if not g.told}

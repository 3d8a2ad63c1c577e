"""figcheck timeline: each count that several stories give, in the order of time."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from figcheck.cli.options import input_options, jobs_option, output_option

if TYPE_CHECKING:
    from figcheck.cli.inputs import Inputs
    from figcheck.timelines import Timeline

__all__ = ["timeline"]

_MINUTES = len("2024-05-02 06:30")

# Column, its HXL tag (https://hxlstandard.org): the tag row stands under the names.
_COLUMNS = (
    ("group", "#meta+group"), ("what", "#indicator+name"), ("when", "#date+reported"), ("quote", "#meta+quote"),
    ("stated", "#indicator+value+num"), ("low", "#indicator+value+min+num"), ("high", "#indicator+value+max+num"),
    ("hedge", "#indicator+value+hedge"), ("unit", "#indicator+unit"), ("source", "#org+source+name"),
    ("story", "#meta+id"), ("file", "#meta+file"), ("line", "#meta+line"),
)  # fmt: skip


@click.command(short_help="Put each count that several stories give in the order of time, with its source.")
@input_options
@click.option(
    "-f", "--format", "form", type=click.Choice(["text", "csv", "json"]), default="text",
    help="csv has a row of HXL tags.",
)  # fmt: skip
@output_option("Write it there, not to standard output.")
@jobs_option
def timeline(paths: tuple[str, ...], form: str, output: str | None, jobs: int, **options: Any) -> None:
    """Put together what the stories of a folder say of one thing: each count that two or more of them give, in the
    order of time, with its hedge, its source and its place. Nothing is judged.

    \b
      figcheck timeline stories/
      figcheck timeline stories/ --format csv --output tolls.csv
    """
    from figcheck.cli.check import configs_of, tell
    from figcheck.cli.inputs import gather
    from figcheck.cli.output import emit, progress
    from figcheck.cli.run import read_all
    from figcheck.safe import lines
    from figcheck.timelines import timelines_of

    inputs = gather(paths, configs_of(options | {"select": ("ALL",), "ignore": ("ALL",)}), options["stdin_filename"])
    with progress(sum(len(s.article.text) for s in inputs.stories)) as tick:
        readings = read_all(inputs, jobs, tick)
    found = timelines_of(readings)
    if form == "json":
        emit(json.dumps([t.to_dict() for t in found], ensure_ascii=False, indent=2) + "\n", output, inputs.protected())
    elif form == "csv":
        emit(_csv(found, inputs), output, inputs.protected())
    else:
        emit(lines(_text(found, inputs)), output, inputs.protected())
    tell(inputs.problems, inputs)
    sys.exit(2 if inputs.problems else 0)


def _places(inputs: Inputs) -> dict[str, Any]:
    return {s.article.id: s for s in inputs.stories}


def _text(found: Sequence[Timeline], inputs: Inputs) -> str:
    from figcheck.rules.phrases import figure
    from figcheck.safe import clean

    if not found:
        return "No count is given by two stories.\n"
    stories, out = _places(inputs), []
    for one in found:
        out.append(one.label)
        for entry in one.entries:
            story, claim = stories[entry.story], entry.claim
            at = story.locate(claim.part, claim.start)
            when = str(entry.when or "")[:_MINUTES]
            source = entry.owner or "nobody named"
            out.append(f"  {when:<16}  {figure(claim):<24}  {source:<32}  {story.path}:{at.line}")
        out.append("")
    return "\n".join(clean(line) for line in out)


def _csv(found: Sequence[Timeline], inputs: Inputs) -> str:
    from figcheck.reports.cells import written

    stories, out = _places(inputs), io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([name for name, _ in _COLUMNS])
    writer.writerow([tag for _, tag in _COLUMNS])
    for number, one in enumerate(found, 1):
        for entry in one.entries:
            claim, story = entry.claim, stories[entry.story]
            q = claim.quantity
            cells = (
                number, one.label, entry.when, claim.quote, q.stated, q.low, q.high, q.hedge, q.unit, entry.owner,
                entry.story, story.path, story.locate(claim.part, claim.start).line,
            )  # fmt: skip
            writer.writerow([written(cell) for cell in cells])
    return out.getvalue()

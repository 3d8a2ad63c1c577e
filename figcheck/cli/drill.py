"""figcheck drill: which figures of a story others vouch for, and which nobody but a person can check."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import click

from figcheck.cli.options import input_options, output_option

if TYPE_CHECKING:
    from collections.abc import Iterator

    from figcheck.cli.inputs import Inputs
    from figcheck.cli.run import Tick
    from figcheck.drilling import Drill, Guard
    from figcheck.readers.loaded import Loaded

__all__ = ["drill", "drills", "shown"]

_QUOTED = 60  # characters of the words after a figure that are shown
_BESIDE = 3  # figures that guard one


@click.command(short_help="Say which figures a slip would be seen in, and which to check by hand.")
@input_options
@click.option("-f", "--format", "form", type=click.Choice(["text", "json"]), default="text")
@output_option("Write it there, not to standard output.")
def drill(paths: tuple[str, ...], form: str, output: str | None, **options: Any) -> None:
    """Put each figure of a story through each slip of the pen (two digits swapped, one digit wrong, dropped or doubled,
    a factor of ten or a thousand), and say which slips would be seen. What is not guarded, check by hand.

    \b
      figcheck drill draft.md
      figcheck drill draft.md --format json --output drill.json
    """
    from figcheck.cli.check import configs_of, tell
    from figcheck.cli.inputs import gather
    from figcheck.cli.output import emit, progress
    from figcheck.safe import lines

    inputs = gather(paths, configs_of(options), options["stdin_filename"])
    with progress(sum(len(s.article.text) for s in inputs.stories)) as tick:
        told = list(drills(inputs, tick))
    if form == "json":
        rows = [{"file": s.path, "guards": [g.to_dict() for g in d.guards]} for s, d in told]
        emit(json.dumps(rows, ensure_ascii=False, indent=2) + "\n", output, inputs.protected())
    else:
        emit(lines("\n".join(_text(s, d) for s, d in told)), output, inputs.protected())
    tell(inputs.problems, inputs)
    sys.exit(2 if inputs.problems else 0)


def drills(inputs: Inputs, tick: Tick) -> Iterator[tuple[Loaded, Drill]]:
    """A drill of each story that can be drilled; the others become problems."""
    from figcheck.cli.run import failed, in_english
    from figcheck.drilling import drill as drilled
    from figcheck.models import Problem

    for story in in_english(inputs):
        try:
            yield story, drilled(story.article, inputs.configs[story.article.id].settings)
        except ValueError as error:
            inputs.problems.append(Problem(kind="unreadable", file=story.path, message=str(error)))
        except Exception as error:  # one story that fails must not take the others with it
            inputs.problems.append(Problem(kind="crash", file=story.path, message=failed(error)))
        tick(len(story.article.text))


def _text(story: Loaded, done: Drill) -> str:
    from figcheck.safe import clean

    rows = [f"{story.path}: {done}"]
    for guard in done.guards:
        claim = guard.claim
        at = story.locate(claim.part, claim.start)
        what = " ".join(story.article.part(claim.part)[claim.end : claim.end + _QUOTED].split())[:30]
        place = f"{at.line}:{at.column}"
        gap = " " if what[:1].isalnum() else ""
        rows.append(f"  {place:>7}  {claim.quote}{gap}{what} … {shown(guard)}")
    return "\n".join(map(clean, rows)) + "\n"


def shown(guard: Guard) -> str:
    """A guard in words: which figures vouch for it, or that none does.

    >>> from figcheck import drill
    >>> done = drill("Of the 40 pupils, 31 passed and the other 9 failed, the school said. It has 612 books.")
    >>> [shown(guard) for guard in done.guards][2:]
    ['guarded by 40 and 31', 'check by hand']
    """
    from figcheck.rules.phrases import listed

    if guard.told:
        return f"told of already ({', '.join(guard.rules)})"
    if guard.guarded and guard.beside:
        return f"guarded by {listed(c.quote for c in guard.beside[:_BESIDE])}"
    if guard.guarded:
        return "guarded by what its own words say"
    times = "once" if len(guard.seen) == 1 else f"{len(guard.seen)} times"
    seen = f" (a slip would be seen {times} in {len(guard.tried)})" if guard.seen else ""
    return f"check by hand{seen}"

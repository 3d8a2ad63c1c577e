"""figcheck why: how two figures were compared, or what kept them apart."""

from __future__ import annotations

import re
import sys
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from figcheck.cli.options import input_options

if TYPE_CHECKING:
    from figcheck.models import Claim, Finding, Report

__all__ = ["why"]

_PLACE = re.compile(r"(.+?):(\d+)(?::(\d+))?")


@click.command(short_help="Say how two figures were compared, or what kept them apart.")
@click.argument("first", metavar="FIGURE")
@click.argument("second", metavar="FIGURE")
@partial(input_options, required=False)
def why(first: str, second: str, paths: tuple[str, ...], **options: Any) -> None:
    """Say how two figures of some stories were compared: the same thing or not, respect by respect; and what the
    rules find about the two.

    A FIGURE is its digits or words as written, or its place, as in a report. Without a PATH, the files of the places
    are read. A figure that one story gives in its headline too is that of its text.

    \b
      figcheck why 648 584 stories/
      figcheck why day-two.md:8:106 day-four.md:7
    """
    from figcheck.cli.check import configs_of, tell
    from figcheck.cli.inputs import gather
    from figcheck.cli.output import show
    from figcheck.cli.run import read_all, report_on
    from figcheck.reports import located
    from figcheck.why import why as explained

    named = [place[1] for place in (_PLACE.fullmatch(first), _PLACE.fullmatch(second)) if place]
    if not (paths or named):
        raise click.UsageError("which stories? Give a PATH, or the figures' places, as in draft.md:7")
    inputs = gather(paths or named, configs_of(options), options["stdin_filename"])
    readings = read_all(inputs, 1, lambda _done: None)
    report = located(report_on(readings, inputs, frozenset(inputs.configs)), inputs.stories)
    tell(inputs.problems, inputs)
    a, b = _pair(report, first, second)
    told = explained(readings, a, b)
    lines = [_shown(report, a), _shown(report, b), "", *(f"  {line}" for line in told.lines())]
    show("\n".join([*lines, "", *_found(report, a, b, told.verdict.startswith("Not "))]) + "\n")
    sys.exit(2 if inputs.problems else 0)


def _found(report: Report, a: Claim, b: Claim, apart: bool) -> list[str]:
    """What the rules say of the two together; a rule that follows a count in time may tie figures that are `apart`."""
    from figcheck.safe import clean

    both = [f for f in report.findings if all(_points_at(f, claim) for claim in (a, b))]
    if not both:
        return ["figcheck check finds nothing about these two."]
    told = [f"  {f.rule} ({f.code}), {f.severity}: {clean(f.message)}" for f in both]
    return [f"figcheck check finds about these two{', all the same' if apart else ''}:", *told]


def _points_at(finding: Finding, claim: Claim) -> bool:
    """Whether a claim is one of a finding's figures."""
    return any(claim.id in names for names in finding.figures.values()) or any(
        e.article == claim.article and e.part == claim.part and e.start < claim.end and claim.start < e.end
        for e in finding.evidence
    )


def _pair(report: Report, first: str, second: str) -> tuple[Claim, Claim]:
    """The two figures that are meant. One text for both means its first two places."""
    found = [_meant(report, text) for text in (first, second)]
    if first == second and len(found[0]) == 2:
        return found[0][0], found[0][1]
    return _one(report, first, found[0]), _one(report, second, found[1])


def _meant(report: Report, text: str) -> tuple[Claim, ...]:
    from figcheck.why import find

    place = _PLACE.fullmatch(text)
    if not place:
        return find(report.claims, text)
    file, line, column = place[1], int(place[2]), int(place[3] or 0)
    there = []
    for claim in report.claims:
        at = report.places[claim.id]
        begins = at.column <= column < at.column + max(1, at.end - at.start) if column else True
        if at.line == line and begins and (at.file == file or at.file.endswith(f"/{file}")):
            there.append(claim)
    return tuple(there)


def _one(report: Report, text: str, found: tuple[Claim, ...]) -> Claim:
    from figcheck.cli.output import fail
    from figcheck.why import restated

    if not found:
        fail(f"no figure {text!r} was read in these stories (figcheck extract lists them)")
    if len(found) > 1 and restated(found):
        found = tuple(c for c in found if c.part == "text")[:1] or found[:1]
    if len(found) > 1:
        places = "".join(f"\n  {_shown(report, claim)}" for claim in found)
        fail(f"{text!r} may be any of these; give the place of the one that is meant:{places}")
    return found[0]


def _shown(report: Report, claim: Claim) -> str:
    from figcheck.safe import clean

    place = report.places[claim.id]
    what = " ".join(filter(None, (claim.quote, claim.who or claim.counted, claim.measure)))
    return clean(f"{place.file}:{place.line}:{place.column}: {what}")

"""Writes docs/man/figcheck.1 from the command's own help: one page for the command and all that it can do.

Written here, since the well-kept tool for it (click-man) asks a group for commands that ours imports one by one, and
sets lines of help that begin with a dot (".txt, .md …") as orders to the formatter.
"""

from __future__ import annotations

from collections.abc import Iterator
from inspect import cleandoc

import click

from figcheck.cli.app import app
from figcheck.filenames import BASELINE, SETTINGS

__all__ = ["page"]

_HEAD = '.TH FIGCHECK 1 "" "figcheck" "User Commands"'
_LITERAL = "\b"  # click's mark of a paragraph that is shown as it is


def page() -> str:
    """The page, as troff with the macros of man.

    >>> page().splitlines()[1:3]
    ['.SH NAME', 'figcheck \\\\- reads the figures in news stories, who says so, and where they contradict each other']
    """
    context = click.Context(app, info_name="figcheck")
    summary, _, rest = cleandoc(app.help or "").partition("\n\n")
    name = " ".join(summary.split()).partition(" or do not")[0]
    lines = [
        _HEAD, ".SH NAME", f"figcheck \\- {_escaped(name[:1].lower() + name[1:])}",
        ".SH SYNOPSIS", ".B figcheck", "\\fICOMMAND\\fR [\\fIOPTION\\fR]... [\\fIPATH\\fR]...",
        ".SH DESCRIPTION", *_prose(summary), ".PP", *_prose(rest), ".SH COMMANDS",
    ]  # fmt: skip
    for command_name in app.list_commands(context):
        command = app.get_command(context, command_name)
        assert command is not None
        lines += _command(command, click.Context(command, info_name=command_name, parent=context))
    lines += [".SH FILES", *_files(), ".SH SEE ALSO", *_prose("figcheck explain RULE; figcheck COMMAND --help")]
    return "\n".join(lines) + "\n"


def _command(command: click.Command, context: click.Context) -> Iterator[str]:
    pieces = " ".join(_escaped(piece) for piece in command.collect_usage_pieces(context))
    yield f".SS figcheck {context.info_name}"
    yield f"\\fBfigcheck {context.info_name}\\fR {pieces}"
    yield ".PP"
    yield from _prose(cleandoc(command.help or ""))
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record is not None and record[1]:
            yield from (".TP", f"\\fB{_escaped(record[0])}\\fR", _escaped(record[1]))


def _prose(text: str) -> Iterator[str]:
    """Paragraphs; those after click's mark line by line."""
    for number, paragraph in enumerate(p for p in text.split("\n\n") if p.strip()):
        if number:
            yield ".PP"
        if paragraph.startswith(_LITERAL):
            yield from (".nf", *(_escaped(line) for line in paragraph.splitlines()[1:]), ".fi")
        else:
            yield _escaped(" ".join(paragraph.split()))


def _files() -> Iterator[str]:
    for name, told in (
        (SETTINGS, "Settings: the nearest one upward from a story, or [tool.figcheck] of a pyproject.toml."),
        (BASELINE, "Known findings to let pass, as figcheck baseline writes them."),
    ):
        yield from (".TP", f"\\fI{_escaped(name)}\\fR", _escaped(told))


def _escaped(text: str) -> str:
    """Text that the formatter takes for nothing but text."""
    shown = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{shown}" if shown.startswith((".", "'")) else shown

"""The command. Kept light: what a subcommand needs is imported when it runs."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from figcheck._version import __version__

__all__ = ["main"]

INTERRUPTED, PIPE_CLOSED = 130, 141  # as shells tell a process that a signal ended: 128 and its number


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and exit: 0 nothing at or above the fail level, 1 something, 2 it could not do its work.

    1 is never anything else: 130 where a person stopped it, 141 where whoever read its output did.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    # Modules and patterns are no garbage, and looking for some takes 20 ms of a story's 400.
    gc.set_threshold(50_000, 20, 20)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # none has a part here, and the search takes 30 ms
    try:
        if given in (["--version"], ["-V"]):
            sys.stdout.write(f"figcheck {__version__}\n")
        else:
            _run(given)
        sys.stdout.flush()
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        _exit_quietly(PIPE_CLOSED)
    except Exception as error:  # Python would exit with 1, which says that the stories were read
        if os.environ.get("FIGCHECK_DEBUG"):
            raise
        _failed(error)


def _run(given: list[str]) -> None:
    """What click's own main does, but for its ways to exit: it takes a closed pipe and Ctrl-C for a 1."""
    import click

    from figcheck.cli.app import app
    from figcheck.cli.output import fail

    if "_FIGCHECK_COMPLETE" in os.environ:
        app(given, prog_name="figcheck")
    try:
        with app.make_context("figcheck", given) as context:
            app.invoke(context)
    except click.exceptions.Exit as error:
        sys.exit(error.exit_code)
    except click.UsageError as error:
        if error.ctx is None or error.message == error.ctx.get_help():  # no arguments: the page itself is the message
            fail(error.format_message())
        command = error.ctx.command_path
        fail(f"{error.format_message()} ({command} --help tells more)")
    except click.ClickException as error:
        fail(error.format_message())


def _failed(error: Exception) -> NoReturn:
    from figcheck.cli.output import fail

    fail(f"it failed: {type(error).__name__}: {error} (FIGCHECK_DEBUG=1 shows where)")


def _exit_quietly(code: int) -> NoReturn:
    """Exit without the words with which Python would complain that it cannot flush."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
    sys.exit(code)

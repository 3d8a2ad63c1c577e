"""The command. Kept light: what a subcommand needs is imported when it runs."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from figcheck._version import __version__

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and exit: 0 nothing at or above the fail level, 1 something, 2 it could not do its work."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given in (["--version"], ["-V"]):
        print(f"figcheck {__version__}")
        sys.exit(0)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # none has a part here, and the search takes 30 ms
    try:
        from figcheck.cli.app import app

        app(given, prog_name="figcheck")
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:  # Python would exit with 1, which says that the stories were read
        if os.environ.get("FIGCHECK_DEBUG"):
            raise
        print(f"figcheck: it failed: {type(error).__name__}: {error} (FIGCHECK_DEBUG=1 shows where)", file=sys.stderr)
        sys.exit(2)

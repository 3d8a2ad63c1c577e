"""The command's front page: what there is to do, and how to begin."""

from __future__ import annotations

from importlib import import_module

import click

from figcheck._version import __version__

__all__ = ["app"]

_COMMANDS = {
    "check": "check", "extract": "extract", "sheet": "sheet", "drill": "drill", "timeline": "timeline", "why": "why",
    "rules": "rules", "explain": "rules", "settings": "settings", "baseline": "baseline",
}  # fmt: skip


class _Commands(click.Group):
    """Subcommands in the order of a desk's day, each imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        module = _COMMANDS.get(cmd_name)
        if module is None:
            return None
        command: click.Command = getattr(import_module(f"figcheck.cli.{module}"), cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in _COMMANDS and not name.startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(name, _COMMANDS, n=1)
            hint = f"; did you mean {near[0]!r}?" if near else f"; to check a story: figcheck check {name}"
            ctx.fail(f"there is no command {name!r}{hint}")
        return super().resolve_command(ctx, args)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "-V", "--version", message="figcheck %(version)s")
def app() -> None:
    """Reads the figures in news stories, who says so, and where they contradict each other or do not add up.

    \b
    Begin here:
      figcheck check draft.md                     one story: what does not add up, what has no source
      figcheck check stories/                     a folder: also what contradicts across stories
      figcheck check draft.md --against archive/  the draft only, compared with what was published
      figcheck drill draft.md                     which figures nobody but a person can check
      figcheck timeline stories/                  what the stories say of one thing, in the order of time
      figcheck explain falling-toll               what a rule flags, what it lets pass, what to do
      figcheck why 648 584 stories/               how two figures were compared, or what kept them apart

    It reads .txt, .md, .html, .docx, .json, .jsonl and standard input (-). It never changes a story, never goes
    online, and says nothing about which of two figures is right.

    Exit status: 0 nothing at or above the fail level; 1 something; 2 it could not do all its work (a file that
    cannot be read, unusable settings, a rule that crashed).
    """

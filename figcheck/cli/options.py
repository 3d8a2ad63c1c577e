"""Options that several subcommands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

__all__ = ["input_options", "jobs_option", "overrides", "rule_options"]

F = TypeVar("F", bound=Callable[..., Any])


def input_options(function: F, required: bool = True) -> F:
    """PATH..., --stdin-filename and --config."""
    for option in (
        click.option("--config", metavar="FILE", help="Settings file, in place of the nearest figcheck.toml upward."),
        click.option(
            "--stdin-filename", metavar="NAME", help="What standard input (-) is called: its suffix tells its format."
        ),
        click.argument("paths", nargs=-1, required=required, metavar="PATH..." if required else "[PATH...]"),
    ):
        function = option(function)
    return function


def jobs_option(function: F) -> F:
    """--jobs."""
    decorate = click.option(
        "-j", "--jobs", type=click.IntRange(0), default=1, metavar="N",
        help="Read stories in N processes; 0 for one a core. The results are the same.",
    )  # fmt: skip
    return decorate(function)


def rule_options(function: F) -> F:
    """--select, --ignore, --severity and --preview."""
    for option in (
        click.option("--preview", is_flag=True, help="Run the rules in preview too."),
        click.option(
            "--severity", multiple=True, metavar="RULE=LEVEL", help="error, warning, info or off for some rules."
        ),
        click.option("--ignore", multiple=True, metavar="RULE", help="Rules not to run. May be repeated."),
        click.option(
            "--select", multiple=True, metavar="RULE",
            help="Rules to run: name, code, prefix (FIG2), kind, or ALL. May be repeated.",
        ),
    ):  # fmt: skip
        function = option(function)
    return function


def overrides(
    select: tuple[str, ...], ignore: tuple[str, ...], severity: tuple[str, ...], preview: bool
) -> dict[str, Any]:
    """What the rule options say, as a settings file would say it."""
    out: dict[str, Any] = {}
    if select:
        out["select"] = _listed(select)
    if ignore:
        out["ignore"] = _listed(ignore)
    if severity:
        pairs = [text.partition("=") for text in _listed(severity)]
        for name, equals, level in pairs:
            if not equals or level not in {"error", "warning", "info", "off"}:
                raise click.UsageError(
                    f"--severity takes RULE=error, warning, info or off, not {name + equals + level!r}"
                )
        out["severity"] = {name.strip(): level for name, _, level in pairs}
    if preview:
        out["preview"] = True
    return out


def _listed(values: tuple[str, ...]) -> list[str]:
    return [word.strip() for value in values for word in value.split(",") if word.strip()]

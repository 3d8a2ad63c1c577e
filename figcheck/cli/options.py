"""Options that several subcommands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem

__all__ = [
    "config_options",
    "files",
    "given",
    "input_options",
    "jobs_option",
    "output_option",
    "overrides",
    "rule_names",
    "rule_options",
]

F = TypeVar("F", bound=Callable[..., Any])


def given(_context: click.Context, option: click.Parameter, value: Any) -> Any:
    """An option's value, as it is. One that holds nothing is refused: in CI it is a variable that nobody set."""
    for text in value if isinstance(value, tuple) else (value,):
        if isinstance(text, str) and not any(word.strip() for word in text.split(",")):
            raise click.UsageError(f"{option.opts[-1]} is given, but with nothing in it: {text!r}")
    return value


def files(_context: click.Context, _option: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """For the shell's completion: the names of files, which the shell knows best."""
    return [CompletionItem(incomplete, type="file")]


def rule_names(_context: click.Context, option: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """For the shell's completion: names and codes of rules, with "=" where a level follows; own rules are not run."""
    from figcheck.rules import RULES

    behind = "=" if option.name == "severity" else ""
    begun = incomplete.casefold()
    return [
        CompletionItem(word + behind, help=rule.code if word == rule.name else rule.name)
        for rule in RULES
        for word in (rule.name, rule.code)
        if word.casefold().startswith(begun)
    ]


def config_options(function: F) -> F:
    """--config and --run-own-rules."""
    for option in (
        click.option(
            "--run-own-rules", is_flag=True, help="Run own rules (Python), whichever settings name them."
        ),
        click.option(
            "--config", metavar="FILE", callback=given, shell_complete=files,
            help="Settings file, in place of the nearest figcheck.toml upward.",
        ),
    ):  # fmt: skip
        function = option(function)
    return function


def input_options(function: F, required: bool = True) -> F:
    """PATH..., --stdin-filename, --config and --run-own-rules."""
    for option in (
        config_options,
        click.option(
            "--stdin-filename", metavar="NAME", callback=given,
            help="What standard input (-) is called: its suffix tells its format.",
        ),
        click.argument(
            "paths", nargs=-1, required=required, metavar="PATH..." if required else "[PATH...]", shell_complete=files,
        ),
    ):  # fmt: skip
        function = option(function)
    return function


def jobs_option(function: F) -> F:
    """--jobs."""
    decorate = click.option(
        "-j", "--jobs", type=click.IntRange(0), default=1, metavar="N",
        help="Read stories in N processes; 0 for one a core. The results are the same.",
    )  # fmt: skip
    return decorate(function)


def output_option(text: str, default: str | None = None) -> Callable[[F], F]:
    """--output, with what it says of itself."""
    return click.option(
        "-o", "--output", metavar="FILE", default=default, show_default=default is not None, callback=given,
        shell_complete=files, help=text,
    )  # fmt: skip


def rule_options(function: F) -> F:
    """--select, --ignore, --severity and --preview."""
    for option in (
        click.option("--preview", is_flag=True, help="Run the rules in preview too."),
        click.option(
            "--severity", multiple=True, metavar="RULE=LEVEL", callback=given, shell_complete=rule_names,
            help="error, warning, info or off for some rules.",
        ),
        click.option(
            "--ignore", multiple=True, metavar="RULE", callback=given, shell_complete=rule_names,
            help="Rules not to run. May be repeated.",
        ),
        click.option(
            "--select", multiple=True, metavar="RULE", callback=given, shell_complete=rule_names,
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

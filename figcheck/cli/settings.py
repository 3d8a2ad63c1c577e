"""figcheck settings: what holds for a file, and where each value came from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from figcheck.cli.options import config_options, files, overrides, rule_options

if TYPE_CHECKING:
    from figcheck.config import Config

__all__ = ["settings"]


@click.command(short_help="Show the settings that hold for a file, and where they come from.")
@click.argument("file", default=".", shell_complete=files)
@config_options
@rule_options
@click.option("-f", "--format", "form", type=click.Choice(["text", "json"]), default="text", help="TOML or JSON.")
def settings(file: str, config: str | None, run_own_rules: bool, form: str, **options: Any) -> None:
    """Show what holds for FILE (default: this folder): each value, and the file or option that set it."""
    from figcheck.cli.output import fail, show
    from figcheck.config import SettingsError, resolve

    folder = Path(file) if Path(file).is_dir() else Path(file).parent
    try:
        found = resolve(folder, Path(config) if config else None, overrides(**options), run_own_rules)
    except SettingsError as error:
        fail(str(error))
    path = None if Path(file).is_dir() else found.path(Path(file))
    show(_as_json(found) if form == "json" else _as_toml(found, path))


def _as_json(found: Config) -> str:
    values = found.settings.model_dump(mode="json", by_alias=True)
    return json.dumps({"settings": values, "origins": found.origins, "root": str(found.root)}, indent=2) + "\n"


def _as_toml(found: Config, path: str | None) -> str:
    """TOML that could be a figcheck.toml, with the origin of each value behind it; then the rules that run."""
    lines: list[str] = []
    tables: list[str] = []
    for key, value in found.settings.model_dump(mode="json", by_alias=True, exclude_none=True).items():
        if not isinstance(value, dict):
            lines.append(f"{key} = {_toml(value)}  # {found.origins.get(key, 'default')}")
        elif value:
            tables += ["", f"[{key}]"]
            tables += [
                f"{_key(name)} = {_toml(entry)}  # {found.origins.get(f'{key}.{name}', 'default')}"
                for name, entry in value.items()
            ]
    return "\n".join([*lines, *tables, "", *_rules(found, path)]) + "\n"


def _rules(found: Config, path: str | None) -> list[str]:
    holds = found.settings
    off = [r for r in holds.rules if not holds.enabled(r) or (path and holds.ignored_in(r, path))]
    lines = [f"# {len(holds.rules) - len(off)} of {len(holds.rules)} rules run" + (f" in {path}" if path else "")]
    return lines + [f"#   off: {r.name} ({r.code}){', in preview' if r.preview else ''}" for r in off]


def _toml(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_key(k)} = {_toml(v)}" for k, v in value.items()) + "}"
    return json.dumps(value, ensure_ascii=False)


def _key(name: str) -> str:
    return name if name.replace("-", "").replace("_", "").isalnum() and name.isascii() else json.dumps(name)

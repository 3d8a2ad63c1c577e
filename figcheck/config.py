"""Where settings lie: the file that holds for a story, what it extends, the command line over all, and who set what."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from figcheck import files
from figcheck.filenames import SETTINGS
from figcheck.settings import Settings, nearest
from figcheck.vocabulary import OwnMeasure

__all__ = ["Config", "SettingsError", "find", "resolve"]

COMMAND = "command line"
_TABLES = ("severity", "per-file-ignores", "measures", "sources", "parties")
_DEPTH = 16  # of extend
_PROJECTS = (".git", ".hg", ".jj", ".svn")  # what the root folder of a project holds


class SettingsError(ValueError):
    """Settings that cannot be used. The message names the file, the key, and the nearest right spelling.

    `by_command` where it is the command line that cannot be used, for whatever file.
    """

    def __init__(self, message: str, by_command: bool = False) -> None:
        super().__init__(message)
        self.by_command = by_command


@dataclass(frozen=True)
class Config:
    """What holds for a file: the settings, the folder of its globs, where each value came from, from which files."""

    settings: Settings
    root: Path
    origins: dict[str, str] = field(default_factory=dict)
    files: tuple[Path, ...] = ()

    def path(self, file: Path) -> str:
        """A file's path as the globs see it."""
        try:
            return file.resolve().relative_to(self.root).as_posix()
        except ValueError:
            return file.resolve().as_posix()


@dataclass
class _Layers:
    """Values gathered from the farthest file to the nearest, and who set each."""

    values: dict[str, Any] = field(default_factory=dict)
    origins: dict[str, str] = field(default_factory=dict)

    def add(self, layer: dict[str, Any], origin: str) -> None:
        """A nearer layer: `select` starts afresh, a lone `ignore` adds, tables merge by key, anything else replaces."""
        for key, value in layer.items():
            if key in _TABLES and isinstance(value, dict):
                self.values[key] = {**self.values.get(key, {}), **value}
                self.origins.update({f"{key}.{name}": origin for name in value})
            elif key == "ignore" and "select" not in layer and "ignore" in self.values and isinstance(value, list):
                self.values[key] = [*self.values[key], *(v for v in value if v not in self.values[key])]
                self.origins[key] = f"{self.origins[key]}, {origin}"
            else:
                self.values[key] = value
                self.origins[key] = origin
        if "select" in layer and "ignore" not in layer:
            self.values.pop("ignore", None)
            self.origins.pop("ignore", None)


def find(folder: Path) -> Path | None:
    """The settings file that holds in a folder: the nearest upward, figcheck.toml before pyproject.toml.

    Whatever has the name counts, a folder or a link to nowhere too: reading it fails, and the gate stays shut. Raises
    SettingsError.
    """
    for above in (folder, *folder.parents):
        own = above / SETTINGS
        if _there(own):
            return own
        project = above / "pyproject.toml"
        if _there(project) and _tool(project) is not None:
            return project
    return None


def resolve(
    folder: Path, config: Path | None = None, overrides: dict[str, Any] | None = None, own_rules: bool = False
) -> Config:
    """What holds in a folder: the nearest file (or the one given), what it extends, and `overrides` over all.

    Own rules are Python, which is run. They are taken from the file given, from the settings in the root of the current
    project, or with `own_rules` from any; elsewhere they are refused. Raises SettingsError for that, and where a file
    cannot be read or says something that figcheck does not know.
    """
    path = config.resolve() if config else find(folder.resolve())
    layers = _Layers()
    chain = _chain(path) if path else []
    if path:
        trusted = own_rules or config is not None
        for file, layer in chain:
            if not trusted and layer.get("own-rules"):
                _refuse_own_rules(file, path)
            layers.add(layer, _shown(file))
    _validated(layers.values, _shown(path) if path else COMMAND)  # so that a fault is told with its own origin
    layers.add(overrides or {}, COMMAND)
    settings = _validated(layers.values, COMMAND)
    root = path.parent if path else folder.resolve()
    return Config(settings, root, layers.origins, tuple(file for file, _ in chain))


def project_root(folder: Path) -> Path:
    """The root of the project that a folder lies in: the nearest upward with a repository, else the folder itself."""
    folder = folder.resolve()
    holds = (f for f in (folder, *folder.parents) if any(os.path.lexists(f / name) for name in _PROJECTS))
    return next(holds, folder)


def _refuse_own_rules(file: Path, nearest_file: Path) -> None:
    """Own rules of settings that nobody named, unless these, or those that extend them, stand in the project's root."""
    root = project_root(Path.cwd())
    if root not in (file.parent, nearest_file.parent):
        raise SettingsError(
            f"{_shown(file)}: own-rules are Python files, which are not run from here; if you trust them, name the "
            f"settings with --config {_shown(nearest_file)}, or say --run-own-rules"
        )


def _there(path: Path) -> bool:
    try:
        return files.there(path)
    except files.FileFault as error:
        raise SettingsError(f"{_shown(path)}: cannot be read: {error}") from error


def _chain(path: Path) -> list[tuple[Path, dict[str, Any]]]:
    """The file and those it extends, the farthest first."""
    out: list[tuple[Path, dict[str, Any]]] = []
    seen: list[Path] = []
    at: Path | None = path
    while at is not None:
        if at in seen or len(seen) > _DEPTH:
            raise SettingsError(f"{_shown(path)}: extend runs in a circle through {_shown(at)}")
        seen.append(at)
        layer = dict(_table(at))
        base = layer.pop("extend", None)
        if base is not None and not (isinstance(base, str) and base.strip()):
            raise SettingsError(f"{_shown(at)}: extend takes one path, in quotation marks")
        _known_keys(layer, at)
        if layer.get("baseline") == "":
            raise SettingsError(f"{_shown(at)}: baseline takes one path, in quotation marks")
        if isinstance(layer.get("baseline"), str):
            layer["baseline"] = str(at.parent / layer["baseline"])
        if isinstance(layer.get("own-rules"), list):
            layer["own-rules"] = [str(at.parent / p) if isinstance(p, str) else p for p in layer["own-rules"]]
        out.append((at, layer))
        at = (at.parent / base).resolve() if base else None
    return out[::-1]


def _table(path: Path) -> dict[str, Any]:
    table = _tool(path) if path.name == "pyproject.toml" else _toml(path)
    if not isinstance(table, dict):
        raise SettingsError(f"{_shown(path)}: [tool.figcheck] must be there, and a table")
    return table


def _tool(project: Path) -> object:
    """What a pyproject.toml has as tool.figcheck; None where it has nothing."""
    tool = _toml(project).get("tool", {})
    return tool.get("figcheck") if isinstance(tool, dict) else None


@cache
def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(files.read_text(path))
    except files.FileFault as error:
        raise SettingsError(f"{_shown(path)}: cannot be read: {error}") from error
    except (ValueError, RecursionError) as error:  # ValueError: also a number of thousands of digits
        raise SettingsError(f"{_shown(path)}: not TOML: {str(error) or 'nested too deeply'}") from error


def _known_keys(layer: dict[str, Any], path: Path) -> None:
    known = ["extend", *(f.alias or name for name, f in Settings.model_fields.items())]
    for key in layer:
        if key not in known:
            raise SettingsError(f"{_shown(path)}: unknown key {key!r}{nearest(key, known)}")


def _validated(values: dict[str, Any], origin: str) -> Settings:
    try:
        settings = Settings.model_validate(values)
        _ = settings.vocabulary
    except ValidationError as error:
        first = error.errors()[0]
        raise SettingsError(f"{origin}: {_complaint(first)}", origin == COMMAND) from error
    return settings


def _complaint(error: Any) -> str:
    """What pydantic found, as a person would say it."""
    where = ".".join(str(part) for part in error["loc"] if not str(part).startswith("function-"))
    if error["type"] == "extra_forbidden":
        return f"unknown key {where!r}{nearest(str(error['loc'][-1]), OwnMeasure.model_fields)}"
    said = error["msg"].removeprefix("Value error, ")
    said = said.replace("Input should be", "should be").replace("valid tuple", "list")
    given = error.get("input")
    shown = f", not {given!r}" if isinstance(given, (str, int, float)) and "should be" in said else ""
    return f"{where}: {said}{shown}"


def _shown(path: Path) -> str:
    """A path as the person who typed the command would write it."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()

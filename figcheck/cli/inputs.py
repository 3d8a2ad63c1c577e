"""From paths to stories and the settings of each; what cannot be read is told and passed over."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from figcheck.cli.output import fail
from figcheck.config import Config, SettingsError, resolve
from figcheck.models import Problem
from figcheck.readers import Loaded, ReadError, read_path, read_text, walk
from figcheck.settings import matches

__all__ = ["BASELINE", "Configs", "Inputs", "gather"]

STDIN = "-"
BASELINE = "figcheck-baseline.json"


class Configs:
    """Settings by folder, each resolved once."""

    def __init__(self, config: str | None, overrides: dict[str, Any]) -> None:
        self._config = Path(config) if config else None
        self._overrides = overrides
        self._known: dict[Path, Config] = {}
        if self._config:
            self.of_folder(self._config.parent)

    def of_folder(self, folder: Path) -> Config:
        """What holds in a folder. Raises SettingsError."""
        if folder not in self._known:
            self._known[folder] = resolve(folder, self._config, self._overrides)
        return self._known[folder]

    def of_file(self, path: str) -> Config:
        """What holds for a file. Raises SettingsError."""
        return self.of_folder(Path(os.path.abspath(path)).parent)  # noqa: PTH100  resolve() would follow links


@dataclass
class Inputs:
    """The stories in the order of their names, the settings of each by article id, and what went wrong."""

    stories: list[Loaded] = field(default_factory=list)
    configs: dict[str, Config] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)


def gather(
    paths: Iterable[str], configs: Configs, stdin_filename: str | None = None, into: Inputs | None = None
) -> Inputs:
    """Read every file once. A path that cannot be read becomes a problem that names it."""
    inputs = into if into is not None else Inputs()
    try:
        for path in paths:
            names = list(_files(path, configs, inputs))
            for name in names:
                _take(name, configs, stdin_filename, inputs)
            if not names:
                inputs.problems.append(Problem(kind="unreadable", file=path, message="no stories in this folder"))
    except SettingsError as error:
        fail(str(error))
    inputs.stories.sort(key=lambda story: story.article.id)
    return inputs


def _files(path: str, configs: Configs, inputs: Inputs) -> Iterator[str]:
    """The files behind a path; those that settings exclude only where a folder was given."""
    if path == STDIN or not os.path.isdir(path):  # noqa: PTH112
        yield path
        return
    for found in walk([path]):
        name = os.path.normpath(found)  # ./a.md is a.md, in a report and to a settings glob
        try:
            config = configs.of_file(name)
        except SettingsError as error:
            if error.by_command:
                raise
            yield name  # told when it is taken
            continue
        if _left_out(name, config):
            inputs.seen.add(os.path.realpath(name))
        else:
            yield name


def _left_out(name: str, config: Config) -> bool:
    """Whether a file of a folder is excluded, or a baseline, which is no story."""
    if os.path.basename(name) == BASELINE:  # noqa: PTH119
        return True
    if config.settings.baseline and os.path.realpath(name) == os.path.realpath(config.settings.baseline):
        return True
    return any(matches(config.path(Path(name)), glob) for glob in config.settings.exclude)


def _take(name: str, configs: Configs, stdin_filename: str | None, inputs: Inputs) -> None:
    shown = (stdin_filename or "stdin.txt") if name == STDIN else name
    real = STDIN if name == STDIN else os.path.realpath(name)
    if real in inputs.seen:
        return
    inputs.seen.add(real)
    try:
        config = configs.of_file(shown)
        stories = read_text(sys.stdin.buffer.read(), shown) if name == STDIN else read_path(name)
    except SettingsError as error:
        if error.by_command:
            raise
        message = f"{error}; the stories under it were not checked"
        if all(problem.message != message for problem in inputs.problems):
            inputs.problems.append(Problem(kind="unreadable", file=shown, message=message))
        return
    except ReadError as error:
        inputs.problems.append(Problem(kind="unreadable", file=shown, line=error.line, message=error.message))
        return
    except Exception as error:  # a reader that fails must not take the other files with it
        message = f"the reader failed: {type(error).__name__}: {error}"
        inputs.problems.append(Problem(kind="crash", file=shown, message=message))
        return
    for story in stories:
        if story.article.id in inputs.configs:
            message = f"a second story has the id {story.article.id!r}; it was not checked"
            inputs.problems.append(Problem(kind="unreadable", file=shown, message=message))
        else:
            inputs.stories.append(story)
            inputs.configs[story.article.id] = config

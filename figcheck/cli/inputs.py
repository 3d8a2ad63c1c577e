"""From paths to stories and the settings of each; what cannot be read is told, what is passed over is counted."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from figcheck import files
from figcheck.baseline import is_baseline_file
from figcheck.cli.output import Steps, fail
from figcheck.config import Config, SettingsError, resolve
from figcheck.filenames import BASELINE, SIDECAR
from figcheck.models import Problem
from figcheck.readers import Loaded, ReadError, read_path, read_text, survey
from figcheck.settings import matches

__all__ = ["Configs", "Inputs", "gather"]

STDIN = "-"


class Configs:
    """Settings by folder, each resolved once."""

    def __init__(self, config: str | None, overrides: dict[str, Any], own_rules: bool = False) -> None:
        self._config = Path(config) if config else None
        self._overrides = overrides
        self._own_rules = own_rules
        self._known: dict[Path, Config] = {}
        if self._config:
            self.of_folder(self._config.parent)

    def of_folder(self, folder: Path) -> Config:
        """What holds in a folder. Raises SettingsError."""
        if folder not in self._known:
            self._known[folder] = resolve(folder, self._config, self._overrides, self._own_rules)
        return self._known[folder]

    def of_file(self, path: str) -> Config:
        """What holds for a file. Raises SettingsError."""
        return self.of_folder(Path(os.path.abspath(path)).parent)  # noqa: PTH100  resolve() would follow links


@dataclass
class Inputs:
    """The stories in the order of their names, the settings of each by article id, and what went wrong.

    `read` are the files that were read as stories: no report is written over one of them. `passed` is what was left out
    of folders.
    """

    stories: list[Loaded] = field(default_factory=list)
    configs: dict[str, Config] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    passed: dict[str, str] = field(default_factory=dict)
    read: dict[str, None] = field(default_factory=dict)  # by real path
    _told: set[tuple[str, str, int | None]] = field(default_factory=set)

    def protected(self, *more: str | None) -> list[str]:
        """The files that no output may replace: stories, their sidecars, the settings, a baseline in use."""
        stories = [name for name in self.read if name != STDIN]
        sidecars = [story.path + SIDECAR for story in self.stories]
        settings = [str(file) for config in self.configs.values() for file in config.files]
        baselines = [config.settings.baseline for config in self.configs.values()]
        return [*dict.fromkeys([*stories, *sidecars, *settings, *filter(None, (*baselines, *more))])]

    def told(self, file: str, message: str, line: int | None = None, key: str | None = None) -> None:
        """Note what could not be read; the same once, told by `key` where several files share it."""
        same = (file if key is None else key, message, line)
        if same not in self._told:
            self._told.add(same)
            self.problems.append(Problem(kind="unreadable", file=file, line=line, message=message))


def gather(
    paths: Iterable[str],
    configs: Configs,
    stdin_filename: str | None = None,
    into: Inputs | None = None,
    tick: Steps | None = None,
) -> Inputs:
    """Read every file once, those named before those in folders. A path that cannot be read becomes a problem."""
    inputs = into if into is not None else Inputs()
    given = list(paths)
    try:
        for path in given:
            if path == STDIN or not os.path.isdir(path):  # noqa: PTH112
                _take(path, configs, stdin_filename, inputs)
        for path in given:
            if path != STDIN and os.path.isdir(path):  # noqa: PTH112
                _folder(path, configs, inputs, tick)
    except SettingsError as error:
        fail(str(error))
    inputs.stories.sort(key=lambda story: story.article.id)
    return inputs


def _folder(path: str, configs: Configs, inputs: Inputs, tick: Steps | None) -> None:
    """Read the stories of a folder, and account for all else in it."""
    found, passed = survey(path)
    names = list(_wanted([os.path.normpath(name) for name in found], configs, inputs))  # ./a.md is a.md, everywhere
    if tick:
        tick.begin("Opening files", len(names))
    taken = []
    for name in names:
        taken.append(_take(name, configs, None, inputs, in_folder=True))
        if tick:
            tick()
    for one in passed:
        name = os.path.normpath(one.path)
        if one.grave and not _excluded(name, configs, inputs):
            inputs.told(name, one.why)
        elif not one.grave:
            inputs.passed.setdefault(name, one.why)
    taken += [os.path.realpath(name) in inputs.read for name in found]
    if not any(taken) and not any(one.grave for one in passed):
        inputs.told(path, "no stories in this folder")


def _wanted(names: Iterable[str], configs: Configs, inputs: Inputs) -> Iterator[str]:
    """The files of a folder less those that settings exclude."""
    for name in names:
        if not _excluded(name, configs, inputs):
            yield name


def _excluded(name: str, configs: Configs, inputs: Inputs) -> bool:
    """Whether settings leave a file or folder out, which is then told. Under unusable settings nothing is."""
    try:
        config = configs.of_file(name)
    except SettingsError as error:
        if error.by_command:
            raise
        return False  # told when it is taken
    path = config.path(Path(name))
    glob = next((glob for glob in config.settings.exclude if matches(path, glob)), None)
    if glob is not None and os.path.realpath(name) not in inputs.read:  # one that was named is read all the same
        inputs.passed.setdefault(name, f"excluded by settings ({glob})")
    return glob is not None


def _take(name: str, configs: Configs, stdin_filename: str | None, inputs: Inputs, in_folder: bool = False) -> bool:
    """Read one file into `inputs`; whether it counts as a story, read or not."""
    shown = (stdin_filename or "stdin.txt") if name == STDIN else name
    real = STDIN if name == STDIN else os.path.realpath(name)
    if real in inputs.read:
        return True
    try:
        config = configs.of_file(shown)
    except SettingsError as error:
        if error.by_command:
            raise
        inputs.read[real] = None
        inputs.told(shown, f"{error}; the stories under it were not checked", key="settings")
        return True
    if in_folder and _is_known_baseline(name, config):
        inputs.passed.setdefault(name, "a baseline")
        return False
    inputs.read[real] = None
    stories = _stories(name, shown, inputs)
    for story in stories:
        if story.article.id in inputs.configs:
            inputs.told(shown, f"a second story has the id {story.article.id!r}; it was not checked")
            continue
        inputs.stories.append(story)
        inputs.configs[story.article.id] = config
        for unread in story.unread:
            inputs.told(story.path, unread.message, unread.line)
    return True


def _is_known_baseline(name: str, config: Config) -> bool:
    """Whether a file of a folder is a baseline by its name or by the settings, and by what it holds."""
    named = config.settings.baseline and os.path.realpath(name) == os.path.realpath(config.settings.baseline)
    return bool(named or os.path.basename(name) == BASELINE) and is_baseline_file(name)  # noqa: PTH119


def _stories(name: str, shown: str, inputs: Inputs) -> list[Loaded]:
    """The stories of a file; none, and a problem, where it cannot be read."""
    try:
        return read_text(_stdin(shown), shown) if name == STDIN else read_path(name)
    except ReadError as error:
        inputs.told(shown, error.message, error.line)
    except Exception as error:  # a reader that fails must not take the other files with it
        message = f"the reader failed: {type(error).__name__}: {error}"
        inputs.problems.append(Problem(kind="crash", file=shown, message=message))
    return []


def _stdin(shown: str) -> bytes:
    """What stands on standard input, to one byte past the limit: a stream without end ends there."""
    try:
        return sys.stdin.buffer.read(files.LIMIT + 1)
    except (AttributeError, OSError, ValueError) as error:  # closed, or no stream of bytes
        reason = getattr(error, "strerror", None) or "there is none"
        raise ReadError(shown, f"standard input cannot be read: {reason}".lower()) from None

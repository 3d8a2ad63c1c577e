"""Settings: which rules run, how grave each is, for which files, and a desk's own words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, cached_property
from typing import Literal

import regex
from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from figcheck.hints import nearest
from figcheck.models import Finding, Severity
from figcheck.ownrules import with_own
from figcheck.rules import RULES, Rule
from figcheck.rules.base import LEAST_TOLL
from figcheck.vocabulary import OwnMeasure, Vocabulary

__all__ = ["LEVELS", "FailLevel", "Settings", "graded", "matches", "nearest", "rules_named"]

FailLevel = Literal["error", "warning", "info", "never"]
LEVELS: tuple[Severity, ...] = ("error", "warning", "info")

_PREFIX = regex.compile(r"FIG\d{0,2}|ALL", regex.IGNORECASE)
_PATIENCE = 1.0  # seconds for one glob on one path: it is the only pattern that settings bring


@cache
def _rank(selector: str, name: str, code: str, kind: str) -> int:
    """How closely a selector names a rule: 0 not at all, then by ALL, prefix, kind, and name or code."""
    wanted = selector.casefold()
    if wanted in (name.casefold(), code.casefold()):
        return 9
    if wanted == kind.casefold():
        return 7
    if wanted == "all":
        return 1
    if _PREFIX.fullmatch(selector) and code.casefold().startswith(wanted):
        return len(selector) - 1  # FIG 2, FIG1 3, FIG10 4
    return 0


def rules_named(selector: str, rules: Iterable[Rule] = RULES) -> tuple[Rule, ...]:
    """The rules behind a name, code, prefix, kind or ALL. Raises ValueError, with a hint, where there is none."""
    rules = tuple(rules)
    found = tuple(r for r in rules if _rank(selector, r.name, r.code, r.kind))
    if not found:
        known = [w for r in rules for w in (r.name, r.code, r.kind)]
        raise ValueError(f"no rule, code or kind is called {selector!r}{nearest(selector, known)}")
    return found


class Settings(BaseModel):
    """What holds for a check. Keys are written with hyphens in TOML, with underscores in Python.

    >>> Settings(ignore=("precision",), severity={"FIG2": "info"}).fail_level
    'error'
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", populate_by_name=True, alias_generator=lambda name: name.replace("_", "-")
    )

    own_rules: tuple[str, ...] = Field(default=(), description="Python files, each with a rule of the desk's own.")
    select: tuple[str, ...] = Field(default=("ALL",), description="Rules that run, by name, code, prefix or kind.")
    ignore: tuple[str, ...] = Field(default=(), description="Rules that do not. The closer word wins over the wider.")
    preview: bool = Field(default=False, description="Whether rules in preview run without being named.")
    severity: dict[str, Literal["error", "warning", "info", "off"]] = Field(
        default_factory=dict, description="Another severity by rule, code, prefix or kind; off turns it off."
    )
    per_file_ignores: dict[str, tuple[str, ...]] = Field(
        default_factory=dict, description="Rules ignored in files that match a glob."
    )
    exclude: tuple[str, ...] = Field(default=(), description="Globs of files left out when a folder is read.")
    strict_sources: bool = Field(
        default=False, description="Whether every figure without a source is a warning, small and vague ones too."
    )
    least_toll: int = Field(
        default=LEAST_TOLL, ge=1, description="The fewest people whose count is a warning where it has no source."
    )
    check_language: bool = Field(
        default=True, description="Whether a story that is plainly not in English is refused, and not misread."
    )
    fail_level: FailLevel = Field(default="error", description="The least severity that makes the command fail.")
    baseline: str | None = Field(default=None, description="File of findings that are known and let pass.")
    measures: dict[str, OwnMeasure] = Field(default_factory=dict, description="Own measures by name.")
    sources: dict[str, tuple[str, ...]] = Field(
        default_factory=dict, description="A source's full name, and its others."
    )
    parties: dict[str, tuple[str, ...]] = Field(
        default_factory=dict, description="The sides of a conflict, and their names."
    )

    @field_validator("own_rules")
    @classmethod
    def _loaded(cls, paths: tuple[str, ...]) -> tuple[str, ...]:
        with_own(paths)
        return paths

    @field_validator("select", "ignore")
    @classmethod
    def _known(cls, selectors: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        if info.field_name == "select" and not selectors:
            raise ValueError("names no rule, so that nothing would be checked; leave it out, or name one")
        for selector in selectors:
            _check(selector, info)
        return selectors

    @field_validator("severity", "per_file_ignores")
    @classmethod
    def _known_keys(cls, table: dict[str, object], info: ValidationInfo) -> dict[str, object]:
        for key, value in table.items():
            for selector in value if isinstance(value, tuple) else (key,):
                _check(selector, info)
        return table

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that ship, and the desk's own."""
        return with_own(self.own_rules) if self.own_rules else RULES

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The desk's own words."""
        return Vocabulary(measures=self.measures, sources=self.sources, parties=self.parties)

    def enabled(self, rule: Rule) -> bool:
        """Whether a rule runs: the closest word on either list decides, and `ignore` where both are as close."""
        wanted, unwanted = _closest(self.select, rule), _closest(self.ignore, rule)
        if rule.preview and not self.preview and wanted < 9:
            return False
        return wanted > unwanted and self.level(rule) != "off"

    def grade(self, rule: Rule, finding: Finding) -> Severity | None:
        """The severity of a finding; None where it is not wanted. For the globs an article's id is its path."""
        return graded(rule, finding, lambda article: (self, article))

    def toll_in(self, article: str) -> int:
        """The fewest people whose count is a warning in an article, where it has no source; here the same in all."""
        del article
        return self.least_toll

    def level(self, rule: Rule) -> Severity | Literal["off"] | None:
        """The severity that the settings give a rule; None where they leave it as it is."""
        best = max(self.severity, key=lambda s: _rank(s, rule.name, rule.code, rule.kind), default=None)
        if best is None or not _rank(best, rule.name, rule.code, rule.kind):
            return None
        return self.severity[best]

    def ignored_in(self, rule: Rule, path: str) -> bool:
        """Whether the globs turn a rule off for a file; the path is relative to the settings' folder."""
        return any(
            _closest(selectors, rule) and matches(path, glob) for glob, selectors in self.per_file_ignores.items()
        )


def _check(selector: str, info: ValidationInfo) -> None:
    if selector.casefold() != "all":
        rules_named(selector, with_own(info.data.get("own_rules", ())))


def _closest(selectors: Iterable[str], rule: Rule) -> int:
    return max((_rank(s, rule.name, rule.code, rule.kind) for s in selectors), default=0)


def graded(rule: Rule, finding: Finding, holds: Callable[[str], tuple[Settings, str]]) -> Severity | None:
    """The severity that settings give a finding; None where they drop it.

    `holds` gives an article's settings and its path for the globs. A finding over several articles stands where it
    stands in one of them, with the gravest severity: a looser setting for an archive never hides an error in a draft.
    """
    levels: list[Severity] = []
    for article in dict.fromkeys(e.article for e in finding.evidence):
        settings, path = holds(article)
        if settings.enabled(rule) and not settings.ignored_in(rule, path):
            level = settings.level(rule)
            own = finding.severity
            if settings.strict_sources and own == "info" and finding.kind in ("unattributed", "anonymous"):
                own = "warning"
            levels.append(own if level is None or level == "off" else level)
    return min(levels, key=LEVELS.index, default=None)


@cache
def _glob(pattern: str) -> regex.Pattern[str]:
    body, at = "", 0
    while at < len(pattern):
        if pattern.startswith("**/", at):
            body, at = body + "(?:.*/)?", at + 3
        elif pattern.startswith("**", at):
            body, at = body + ".*", at + 2
        elif pattern[at] == "*":
            body, at = body + "[^/]*", at + 1
        elif pattern[at] == "?":
            body, at = body + "[^/]", at + 1
        else:
            body, at = body + regex.escape(pattern[at]), at + 1
    return regex.compile(body + "(?:/.*)?", regex.DOTALL)


def matches(path: str, pattern: str) -> bool:
    """Whether a path lies under a glob: * within a name, ** over folders; one without a slash matches at any depth.

    Raises ValueError for a glob that takes too long: only `regex` can be told when to give up.

    >>> matches("archive/2023/a.md", "archive"), matches("x/draft.md", "*.md"), matches("x/draft.md", "y/**")
    (True, True, False)
    """
    pattern = pattern.rstrip("/").removeprefix("./")
    if "/" not in pattern:
        pattern = "**/" + pattern
    at = path.replace("\\", "/").removeprefix("./")
    try:
        return _glob(pattern.lstrip("/")).fullmatch(at, timeout=_PATIENCE) is not None
    except TimeoutError:
        raise ValueError(f"the glob {pattern!r} takes too long on {path!r}; write it with fewer stars") from None

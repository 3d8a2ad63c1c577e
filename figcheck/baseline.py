"""A baseline: the findings that were there when a desk began. Hashes only, for drafts are often under embargo.

An entry stands for one finding in one story (or between the stories that it compares): the same wrong sentence in a
new story is a new finding. Stories are known by their path from the baseline's folder, whatever folder one works in.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from figcheck import files
from figcheck.models import Finding, Problem, Report, Suppressed

__all__ = ["BaselineError", "apply", "dump", "is_baseline", "is_baseline_file", "load"]

SCHEMA = 2
_ENTRY = re.compile(r"[0-9a-f]{16}")


class BaselineError(ValueError):
    """A baseline that cannot be read. The message names the file."""


def dump(findings: Iterable[Finding], folder: str | os.PathLike[str] = ".") -> str:
    """The text of a baseline file, to be kept in `folder`, that lets these findings pass.

    >>> print(dump(()), end="")
    {
      "schema": 2,
      "findings": []
    }
    """
    return json.dumps({"schema": SCHEMA, "findings": sorted({_entry(f, folder) for f in findings})}, indent=2) + "\n"


def _entry(finding: Finding, folder: str | os.PathLike[str]) -> str:
    """A hash of the finding and of the stories that it points into."""
    stories = sorted({_story(e.article, folder) for e in finding.evidence})
    return hashlib.sha256("\0".join([finding.fingerprint, *stories]).encode("utf-8", "replace")).hexdigest()[:16]


def _story(article: str, folder: str | os.PathLike[str]) -> str:
    try:
        return Path(os.path.relpath(article, folder)).as_posix()
    except ValueError:  # another drive, or no path at all
        return article


def load(path: Path) -> frozenset[str]:
    """The entries of a baseline file. Raises BaselineError."""
    try:
        found = _entries(json.loads(files.read_text(path)))
    except files.FileFault as error:
        raise BaselineError(f"{path.as_posix()}: the baseline cannot be read: {error}") from error
    except (ValueError, RecursionError) as error:
        raise BaselineError(f"{path.as_posix()}: the baseline is not JSON: {error}") from error
    if found is None:
        raise BaselineError(f"{path.as_posix()}: no baseline of this figcheck; write one with figcheck baseline")
    return found


def is_baseline(content: bytes) -> bool:
    """Whether a file's content is a baseline, of this version or an older one; a story of that name is none."""
    try:
        table = json.loads(content)
    except (ValueError, RecursionError):
        return False
    return isinstance(table, dict) and set(table) == {"schema", "findings"}


def is_baseline_file(path: str) -> bool:
    """Whether a file holds a baseline; one that cannot be read is none, and is told where it is read as a story."""
    try:
        return is_baseline(files.read_bytes(path))
    except files.FileFault:
        return False


def _entries(table: object) -> frozenset[str] | None:
    if not isinstance(table, dict) or type(table.get("schema")) is not int or table["schema"] != SCHEMA:
        return None
    found = table.get("findings")
    if not isinstance(found, list) or not all(isinstance(f, str) and _ENTRY.fullmatch(f) for f in found):
        return None
    return frozenset(found)


def apply(report: Report, baseline: frozenset[str], path: str, strict: bool = False) -> Report:
    """The report with the findings of a baseline moved to `suppressed`; `path` is the baseline's own.

    Where `strict`, an entry that no finding has any more is a problem.
    """
    folder = os.path.dirname(path) or "."  # noqa: PTH120
    entries = {id(f): _entry(f, folder) for f in report.findings}
    known = {n for n, entry in entries.items() if entry in baseline}
    kept = tuple(f for f in report.findings if id(f) not in known)
    passed = tuple(Suppressed(finding=f, by="baseline") for f in report.findings if id(f) in known)
    stale: frozenset[str] = frozenset()
    if strict:
        stale = baseline - set(entries.values()) - {_entry(s.finding, folder) for s in report.suppressed}
    message = "the baseline lets {} pass, and no finding has it any more; write the baseline again"
    problems = tuple(Problem(kind="stale-baseline", message=message.format(f), file=path) for f in sorted(stale))
    update = {
        "findings": kept,
        "suppressed": (*report.suppressed, *passed),
        "problems": (*report.problems, *problems),
        "counts": dict(Counter(f.severity for f in kept)),
    }
    return report.model_copy(update=update)

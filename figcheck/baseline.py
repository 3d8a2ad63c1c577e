"""A baseline: the findings that were there when a desk began. Hashes only, for drafts are often under embargo."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from figcheck.models import Finding, Problem, Report, Suppressed

__all__ = ["BaselineError", "apply", "dump", "load"]

_FINGERPRINT = re.compile(r"[0-9a-f]{8,64}")


class BaselineError(ValueError):
    """A baseline that cannot be read. The message names the file."""


def dump(findings: Iterable[Finding]) -> str:
    """The text of a baseline file that lets these findings pass.

    >>> print(dump(()), end="")
    {
      "schema": 1,
      "findings": []
    }
    """
    return json.dumps({"schema": 1, "findings": sorted({f.fingerprint for f in findings})}, indent=2) + "\n"


def load(path: Path) -> frozenset[str]:
    """The fingerprints in a baseline file. Raises BaselineError."""
    try:
        table = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise BaselineError(f"{path.as_posix()}: the baseline cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise BaselineError(f"{path.as_posix()}: the baseline is not JSON: {error}") from error
    found = table.get("findings") if isinstance(table, dict) and table.get("schema") == 1 else None
    if not isinstance(found, list) or not all(isinstance(f, str) and _FINGERPRINT.fullmatch(f) for f in found):
        raise BaselineError(f"{path.as_posix()}: no baseline of figcheck; write one with figcheck baseline")
    return frozenset(found)


def apply(report: Report, baseline: frozenset[str], path: str, strict: bool = False) -> Report:
    """The report with the findings of a baseline moved to `suppressed`.

    Where `strict`, an entry that no finding has any more is a problem.
    """
    kept = tuple(f for f in report.findings if f.fingerprint not in baseline)
    passed = tuple(Suppressed(finding=f, by="baseline") for f in report.findings if f.fingerprint in baseline)
    there = (*report.findings, *(s.finding for s in report.suppressed))
    stale = baseline - {f.fingerprint for f in there} if strict else frozenset()
    message = "the baseline lets {} pass, and no finding has it any more; write the baseline again"
    problems = tuple(Problem(kind="stale-baseline", message=message.format(f), file=path) for f in sorted(stale))
    update = {
        "findings": kept,
        "suppressed": (*report.suppressed, *passed),
        "problems": (*report.problems, *problems),
        "counts": dict(Counter(f.severity for f in kept)),
    }
    return report.model_copy(update=update)

"""Findings that somebody let pass, with a reason: a comment beside the figure, or a sidecar file beside the copy.

At least 41 people<!-- figcheck: ignore[unattributed-figure] reason: the desk counted them --> were held.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from figcheck.models import Claim, Evidence, Finding, Problem, Report, Suppressed
from figcheck.readers.loaded import Comment, Loaded
from figcheck.rules import RULES, Rule
from figcheck.settings import nearest

__all__ = ["SIDECAR", "Ignore", "apply", "read_comments", "read_sidecar"]

SIDECAR = ".figcheck.toml"
_OURS = re.compile(r"\s*figcheck\b", re.IGNORECASE)
_IGNORE = re.compile(r"\s*figcheck\s*:\s*ignore\s*\[([^\]]*)\]\s*(?:reason\s*:\s*(.*))?", re.IGNORECASE | re.DOTALL)
_FORM = "write figcheck: ignore[rule-name] reason: why it stands"
_BREAK = re.compile(r"\n[ \t\r]*\n|</?(?:p|div|li|ul|ol|td|tr|h[1-6]|blockquote|section|article)\b", re.IGNORECASE)
_REACH = 400  # code points from a figure to the comment behind it


@dataclass(frozen=True)
class Ignore:
    """One suppression: the rules it is for, why, and what it covers."""

    article: str
    rules: tuple[str, ...]
    reason: str
    by: Literal["comment", "sidecar"]
    file: str
    line: int | None
    covers: Callable[[Report, Finding], bool] = field(compare=False)


def apply(
    report: Report,
    stories: Iterable[Loaded],
    enabled: Callable[[str, str], bool] = lambda _rule, _article: True,
    rules: Sequence[Rule] = RULES,
) -> Report:
    """The report with the findings that comments and sidecars let pass moved to `suppressed`.

    Suppressions that are not well formed become problems, and so do those that no finding needs, unless `enabled`
    (rule name, article id) says that the rule did not run. The report must have its places.
    """
    ignores: list[Ignore] = []
    problems: list[Problem] = []
    for story in stories:
        for found in (read_comments(story, rules), read_sidecar(story, rules)):
            for one in found:
                (ignores if isinstance(one, Ignore) else problems).append(one)  # type: ignore[arg-type]  # mypy joins the two
    used: set[int] = set()
    kept: list[Finding] = []
    passed: list[Suppressed] = []
    for finding in report.findings:
        by = [n for n, i in enumerate(ignores) if _named(i, finding) and i.covers(report, finding)]
        used.update(by)
        if by:
            first = ignores[by[0]]
            passed.append(Suppressed(finding=finding, by=first.by, reason=first.reason))
        else:
            kept.append(finding)
    problems += [
        _unused(i) for n, i in enumerate(ignores) if n not in used and any(enabled(r, i.article) for r in i.rules)
    ]
    update = {
        "findings": tuple(kept),
        "suppressed": (*report.suppressed, *passed),
        "problems": (*report.problems, *dict.fromkeys(problems)),
        "counts": dict(Counter(f.severity for f in kept)),
    }
    return report.model_copy(update=update)


def _named(ignore: Ignore, finding: Finding) -> bool:
    return finding.rule in ignore.rules


def _unused(ignore: Ignore) -> Problem:
    message = f"this suppression of {', '.join(ignore.rules)} lets nothing pass; remove it"
    return Problem(kind="unused-suppression", message=message, file=ignore.file, line=ignore.line)


def read_comments(story: Loaded, rules: Sequence[Rule] = RULES) -> Iterator[Ignore | Problem]:
    """The suppressions in the comments of a story's markup."""
    for comment in story.comments:
        if not _OURS.match(comment.text):
            continue
        found = _IGNORE.fullmatch(comment.text)
        reason = " ".join((found[2] or "").split()) if found else ""
        if not found:
            yield _bad(story.path, comment.line, f"figcheck cannot read this comment; {_FORM}")
        elif not reason:
            yield _bad(story.path, comment.line, f"a suppression needs a reason; {_FORM}")
        else:
            try:
                names = _rules(found[1], rules)
            except ValueError as error:
                yield _bad(story.path, comment.line, str(error))
                continue
            covers = _beside(story, comment)
            yield Ignore(story.article.id, names, reason, "comment", story.path, comment.line, covers)


def _bad(file: str, line: int | None, message: str) -> Problem:
    return Problem(kind="bad-suppression", message=message, file=file, line=line)


def _rules(listed: str, rules: Sequence[Rule]) -> tuple[str, ...]:
    """Rule names from a list of names and codes. No prefix, no kind: a suppression is for one finding."""
    wanted = [word.strip() for word in listed.split(",") if word.strip()]
    if not wanted:
        raise ValueError(f"a suppression names its rule; {_FORM}")
    names = {word.casefold(): rule.name for rule in rules for word in (rule.name, rule.code)}
    for word in wanted:
        if word.casefold() not in names:
            raise ValueError(f"no rule is called {word!r}{nearest(word, names)}")
    return tuple(dict.fromkeys(names[word.casefold()] for word in wanted))


def _beside(story: Loaded, comment: Comment) -> Callable[[Report, Finding], bool]:
    """What a comment covers: alone on its line, the next line; else the figure before it, or the one after."""
    source = story.source
    start = source.rfind("\n", 0, comment.offset) + 1
    end = source.find("\n", comment.end)
    end = len(source) if end < 0 else end
    if not source[start : comment.offset].strip() and not source[comment.end : end].strip():
        return _on_line(story, *_next_line(source, end))
    figures: dict[int, tuple[int, int, str] | None] = {}  # by report: one comment is asked about many findings

    def covers(report: Report, finding: Finding) -> bool:
        if id(report) not in figures:
            figures[id(report)] = _figure_beside(report, story, comment)
        figure = figures[id(report)]
        return figure is not None and _points_at(report, finding, story, figure)

    return covers


def _next_line(source: str, at: int) -> tuple[int, int]:
    while at < len(source) and source[at].isspace():
        at += 1
    end = source.find("\n", at)
    return at, len(source) if end < 0 else end


def _on_line(story: Loaded, start: int, end: int) -> Callable[[Report, Finding], bool]:
    def covers(report: Report, finding: Finding) -> bool:
        return any(_place(report, e)[0] < end and _place(report, e)[1] > start for e in _here(finding, story))

    return covers


def _here(finding: Finding, story: Loaded) -> list[Evidence]:
    return [e for e in finding.evidence if e.article == story.article.id]


def _place(report: Report, found: Evidence | Claim) -> tuple[int, int]:
    place = report.places[f"{found.article}#{found.part}:{found.start}-{found.end}"]
    return place.start, place.end


def _figure_beside(report: Report, story: Loaded, comment: Comment) -> tuple[int, int, str] | None:
    """Span in the file, and id, of the figure that an inline comment stands beside: the last before it, or the next."""
    spots = sorted((*_place(report, c), c.id) for c in report.claims if c.article == story.article.id)
    before = max((s for s in spots if s[1] <= comment.offset), default=None, key=lambda s: s[1])
    if before and _joined(story.source, before[1], comment.offset):
        return before
    after = next((s for s in spots if s[0] >= comment.end), None)
    return after if after and _joined(story.source, comment.end, after[0]) else None


def _points_at(report: Report, finding: Finding, story: Loaded, figure: tuple[int, int, str]) -> bool:
    start, end, name = figure
    if any(name in names for names in finding.figures.values()):
        return True
    return any(_place(report, e)[0] < end and _place(report, e)[1] > start for e in _here(finding, story))


def _joined(source: str, start: int, end: int) -> bool:
    return end - start <= _REACH and not _BREAK.search(source, start, end)


def read_sidecar(story: Loaded, rules: Sequence[Rule] = RULES) -> Iterator[Ignore | Problem]:
    """The suppressions in the file beside a story: story.docx has story.docx.figcheck.toml."""
    path = Path(story.path + SIDECAR)
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        if isinstance(error, ValueError) and "null byte" not in str(error):
            yield _bad(path.as_posix(), None, f"not TOML: {error}")
        return
    except OSError as error:
        yield _bad(path.as_posix(), None, f"cannot be read: {error.strerror}")
        return
    entries = table.pop("ignore", [])
    if table or not isinstance(entries, list):
        yield _bad(path.as_posix(), None, "holds [[ignore]] tables with rule, reason, and quote or fingerprint only")
        return
    for number, entry in enumerate(entries, 1):
        try:
            yield _entry(story, path.as_posix(), entry, rules)
        except ValueError as error:
            yield _bad(path.as_posix(), None, f"[[ignore]] number {number}: {error}")


def _entry(story: Loaded, file: str, entry: dict[str, Any], rules: Sequence[Rule]) -> Ignore:
    known = ("rule", "reason", "quote", "fingerprint")
    if not isinstance(entry, dict) or not all(isinstance(v, str) and v.strip() for v in entry.values()):
        raise ValueError("every value is a text in quotation marks")
    for key in entry:
        if key not in known:
            raise ValueError(f"unknown key {key!r}{nearest(key, known)}")
    for key in ("rule", "reason"):
        if key not in entry:
            raise ValueError(f"{key} is missing")
    if ("quote" in entry) == ("fingerprint" in entry):
        raise ValueError("give either the quote (words of the story around the figure) or the fingerprint")
    if "fingerprint" in entry:
        wanted = entry["fingerprint"]
        covers: Callable[[Report, Finding], bool] = lambda _report, finding: finding.fingerprint == wanted  # noqa: E731
    else:
        covers = _in_quote(story, entry["quote"])
    return Ignore(
        story.article.id, _rules(entry["rule"], rules), entry["reason"].strip(), "sidecar", file, None, covers
    )


def _in_quote(story: Loaded, quote: str) -> Callable[[Report, Finding], bool]:
    pattern = re.compile(r"\s+".join(re.escape(word) for word in quote.split()))
    parts: Sequence[str] = ("title", "text", *(name for name, _ in story.article.parts))
    spans = [(part, m.start(), m.end()) for part in parts for m in pattern.finditer(story.article.part(part))]

    def covers(_report: Report, finding: Finding) -> bool:
        return any(e.part == p and e.start < b and e.end > a for e in _here(finding, story) for p, a, b in spans)

    return covers

"""Findings that somebody let pass, with a reason: a comment beside the figure, or a sidecar file beside the copy.

A suppression covers one finding (of each rule that it names), or the findings of the one figure that it stands behind:
never a line, a story, or the same words in another story.

At least 41 people<!-- figcheck: ignore[unattributed-figure] reason: the desk counted them --> were held.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

import regex

from figcheck import files
from figcheck.filenames import SIDECAR
from figcheck.models import Claim, Evidence, Finding, Problem, Report, Suppressed
from figcheck.readers.loaded import Comment, Loaded
from figcheck.rules import RULES, Rule
from figcheck.settings import nearest

__all__ = ["Ignore", "apply", "read_comments", "read_sidecar"]

_OURS = re.compile(r"\s*figcheck\b", re.IGNORECASE)
_IGNORE = re.compile(r"\s*figcheck\s*:\s*ignore\s*\[([^\]]*)\]\s*(?:reason\s*:\s*(.*))?", re.IGNORECASE | re.DOTALL)
_FORM = "write figcheck: ignore[rule-name] reason: why it stands"
_BREAK = re.compile(r"\n[ \t\r]*\n|</?(?:p|div|li|ul|ol|td|tr|h[1-6]|blockquote|section|article)\b", re.IGNORECASE)
_PATIENCE = 5.0  # seconds for a quote, which is a pattern that a desk brings
LONGEST = 20_000  # code points of the file that one piece of evidence, with its markup, may take
_REACH = 400  # code points from a figure to the comment behind it


Covers = Callable[["Page", str], list[Finding]]  # of a story, and the name of a rule


@dataclass(frozen=True)
class Ignore:
    """One suppression: the rules it is for, why, and which of a story's findings of a rule it lets pass."""

    article: str
    rules: tuple[str, ...]
    reason: str
    by: Literal["comment", "sidecar"]
    file: str
    place: int  # line of the comment, or number of the entry in the sidecar
    covers: Covers = field(compare=False)


@dataclass
class Page:
    """What suppressions ask of one story: its findings by rule, and where its figures stand in the file."""

    report: Report
    story: Loaded
    findings: dict[str, list[Finding]] = field(default_factory=dict)

    @cached_property
    def spots(self) -> list[tuple[int, int, str]]:
        """First and last offset in the file, and id, of each figure, in their order."""
        mine = (c for c in self.report.claims if c.article == self.story.article.id)
        return sorted((*self.place(c), c.id) for c in mine)

    @cached_property
    def by_end(self) -> list[tuple[int, int, str]]:
        """The same in the order of their ends."""
        return sorted(self.spots, key=lambda spot: spot[1])

    @cached_property
    def by_figure(self) -> dict[str, list[Finding]]:
        """Findings by the id of each figure in them."""
        out: dict[str, list[Finding]] = {}
        for finding in (f for found in self.findings.values() for f in found):
            for name in {n for names in finding.figures.values() for n in names}:
                out.setdefault(name, []).append(finding)
        return out

    @cached_property
    def _placed(self) -> dict[str, list[tuple[int, int, Finding]]]:
        """By rule: first and last offset of each piece of evidence in the file, in their order."""
        return {
            rule: sorted(((*self.place(e), f) for f in found for e in self.here(f)), key=lambda placed: placed[:2])
            for rule, found in self.findings.items()
        }

    def here(self, finding: Finding) -> list[Evidence]:
        """The finding's evidence in this story."""
        return [e for e in finding.evidence if e.article == self.story.article.id]

    def place(self, found: Evidence | Claim) -> tuple[int, int]:
        """First and last offset in the file."""
        place = self.report.places[f"{found.article}#{found.part}:{found.start}-{found.end}"]
        return place.start, place.end

    def touching(self, rule: str, start: int, end: int) -> list[Finding]:
        """The findings of a rule with evidence in a stretch of the file, the first in it first."""
        placed = self._placed.get(rule, [])
        at = bisect_left(placed, start - LONGEST, key=lambda p: p[0])
        stop = bisect_left(placed, end, at, key=lambda p: p[0])
        return list({id(f): f for _, last, f in placed[at:stop] if last > start}.values())


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
    pages = _pages(report, stories)
    for page in pages.values():
        for found in (read_comments(page.story, rules), read_sidecar(page.story, rules)):
            for one in found:
                (ignores if isinstance(one, Ignore) else problems).append(one)  # type: ignore[arg-type]  # mypy joins the two
    passed: dict[int, Suppressed] = {}
    used: set[tuple[str, int]] = set()
    for ignore in ignores:
        for rule in ignore.rules:
            for finding in ignore.covers(pages[ignore.article], rule):
                passed.setdefault(id(finding), Suppressed(finding=finding, by=ignore.by, reason=ignore.reason))
                used.add((ignore.file, ignore.place))
    problems += [
        _unused(i)
        for i in ignores
        if (i.file, i.place) not in used and any(enabled(rule, i.article) for rule in i.rules)
    ]
    kept = [f for f in report.findings if id(f) not in passed]
    update = {
        "findings": tuple(kept),
        "suppressed": (*report.suppressed, *(passed[id(f)] for f in report.findings if id(f) in passed)),
        "problems": (*report.problems, *dict.fromkeys(problems)),
        "counts": dict(Counter(f.severity for f in kept)),
    }
    return report.model_copy(update=update)


def _pages(report: Report, stories: Iterable[Loaded]) -> dict[str, Page]:
    pages = {story.article.id: Page(report, story) for story in stories}
    for finding in report.findings:
        for name in {e.article for e in finding.evidence} & pages.keys():
            pages[name].findings.setdefault(finding.rule, []).append(finding)
    return pages


def _unused(ignore: Ignore) -> Problem:
    message = f"this suppression of {', '.join(ignore.rules)} lets nothing pass; remove it"
    line = ignore.place if ignore.by == "comment" else None
    return Problem(kind="unused-suppression", message=message, file=ignore.file, line=line)


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


def _beside(story: Loaded, comment: Comment) -> Covers:
    """What a comment covers: alone on its line, the next line's first finding; else those of the figure beside it."""
    source = story.source
    start = source.rfind("\n", 0, comment.offset) + 1
    end = source.find("\n", comment.end)
    end = len(source) if end < 0 else end
    if not source[start : comment.offset].strip() and not source[comment.end : end].strip():
        line = _next_line(source, end)
        return lambda page, rule: page.touching(rule, *line)[:1]

    def covers(page: Page, rule: str) -> list[Finding]:
        figure = _figure_beside(page, comment)
        if figure is None:
            return []
        first, last, name = figure
        about = [f for f in page.by_figure.get(name, []) if f.rule == rule]
        return list({id(f): f for f in (*about, *page.touching(rule, first, last))}.values())

    return covers


def _next_line(source: str, at: int) -> tuple[int, int]:
    while at < len(source) and source[at].isspace():
        at += 1
    end = source.find("\n", at)
    return at, len(source) if end < 0 else end


def _figure_beside(page: Page, comment: Comment) -> tuple[int, int, str] | None:
    """Span in the file, and id, of the figure that an inline comment stands beside: the last before it, or the next."""
    source = page.story.source
    at = bisect_right(page.by_end, comment.offset, key=lambda spot: spot[1])
    before = page.by_end[at - 1] if at else None
    if before and _joined(source, before[1], comment.offset):
        return before
    at = bisect_left(page.spots, comment.end, key=lambda spot: spot[0])
    after = page.spots[at] if at < len(page.spots) else None
    return after if after and _joined(source, comment.end, after[0]) else None


def _joined(source: str, start: int, end: int) -> bool:
    return end - start <= _REACH and not _BREAK.search(source, start, end)


def read_sidecar(story: Loaded, rules: Sequence[Rule] = RULES) -> Iterator[Ignore | Problem]:
    """The suppressions in the file beside a story: story.docx has story.docx.figcheck.toml."""
    path = Path(story.path + SIDECAR)
    try:
        if not files.there(path):
            return
        table = tomllib.loads(files.read_text(path))
    except files.FileFault as error:
        yield _bad(path.as_posix(), None, f"cannot be read: {error}")
        return
    except (ValueError, RecursionError) as error:
        yield _bad(path.as_posix(), None, f"not TOML: {str(error) or 'nested too deeply'}")
        return
    entries = table.pop("ignore", [])
    if table or not isinstance(entries, list):
        yield _bad(path.as_posix(), None, "holds [[ignore]] tables with rule, reason, and quote or fingerprint only")
        return
    for number, entry in enumerate(entries, 1):
        try:
            yield _entry(story, path.as_posix(), number, entry, rules)
        except ValueError as error:
            yield _bad(path.as_posix(), None, f"[[ignore]] number {number}: {error}")


def _entry(story: Loaded, file: str, number: int, entry: dict[str, Any], rules: Sequence[Rule]) -> Ignore:
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
        covers = _with_fingerprint(entry["fingerprint"])
    else:
        covers = _in_quote(story, entry["quote"])
    names = _rules(entry["rule"], rules)
    return Ignore(story.article.id, names, entry["reason"].strip(), "sidecar", file, number, covers)


def _with_fingerprint(wanted: str) -> Covers:
    """The story's own finding of that fingerprint: the same words in another story are another finding."""
    return lambda page, rule: [f for f in page.findings.get(rule, []) if f.fingerprint == wanted][:1]


def _in_quote(story: Loaded, quote: str) -> Covers:
    """The first finding on the words quoted. Raises ValueError where they stand in the story more than once."""
    pattern = regex.compile(r"\s++".join(regex.escape(word) for word in quote.split()))
    parts: Sequence[str] = ("title", "text", *(name for name, _ in story.article.parts))
    try:
        spans = [
            (part, m.start(), m.end())
            for part in parts
            for m in pattern.finditer(story.article.part(part), timeout=_PATIENCE)
            if _whole_words(story.article.part(part), m.start(), m.end())
        ]
    except TimeoutError:
        raise ValueError("the quote takes too long to find; quote fewer words") from None
    if len(spans) > 1:
        raise ValueError(f"the quote {quote!r} stands {len(spans)} times in the story; quote more of its sentence")

    def covers(page: Page, rule: str) -> list[Finding]:
        found = page.findings.get(rule, [])
        return [
            f for f in found for e in page.here(f) for p, a, b in spans if e.part == p and e.start < b and e.end > a
        ][:1]  # fmt: skip

    return covers


def _whole_words(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] cuts no word."""
    return not any(text[at - 1 : at].isalnum() and text[at : at + 1].isalnum() for at in (start, end) if at)

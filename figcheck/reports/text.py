"""The report for people: each finding with its sentences, the figures marked, the arithmetic, and what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from textwrap import wrap

from figcheck.models import Evidence, Finding, Report, Severity
from figcheck.reports.pages import Pages, Style, in_order, not_read, place_of
from figcheck.reports.snippet import marked
from figcheck.safe import clean

__all__ = ["accounts", "render", "summary"]

_PAINT = {"error": "1;31", "warning": "1;33", "info": "1;36"}
_LEAST, _MOST = 40, 100  # a line much longer than a column of print is hard to read


def render(report: Report, pages: Pages, style: Style) -> str:
    """Findings by file and place, then what was let pass or not read, then the sums."""
    width = max(_LEAST, min(style.width, _MOST))
    blocks = ["\n".join(_finding(report, pages, finding, style, width)) for finding in _by_place(report)]
    tail = [*_problems(report, style), *(_line(note, style, "2") for note in style.notes)]
    if style.statistics and report.findings:
        tail += [*statistics(report), ""]
    return "\n\n".join([*blocks, "\n".join([*tail, summary(report), accounts(report)])]) + "\n"


def _by_place(report: Report) -> list[Finding]:
    def key(finding: Finding) -> tuple[str, int, int, str]:
        place = place_of(report, in_order(report, finding)[0])
        return place.file, place.line, place.column, finding.code

    return sorted(report.findings, key=key)


def _line(text: str, style: Style, paint: str) -> str:
    return f"\x1b[{paint}m{text}\x1b[0m" if style.color else text


def _where(report: Report, evidence: Evidence) -> str:
    place = place_of(report, evidence)
    return f"{clean(place.file)}:{place.line}:{place.column}"


def _finding(report: Report, pages: Pages, finding: Finding, style: Style, width: int) -> Iterator[str]:
    evidence = in_order(report, finding)
    where = _line(_where(report, evidence[0]), style, "1")
    grade = _line(finding.severity, style, _PAINT[finding.severity])
    yield f"{where}: {grade}: {finding.rule} ({finding.code})"
    yield from _prose(finding.message, width, "  ")
    yield ""
    for number, group in enumerate(_by_sentence(pages, evidence)):
        if number:
            yield _line(f"  {_where(report, group[0])}", style, "2")
        yield from _sentence(pages, group, style, width, finding.severity)
    if finding.explanation or finding.suggestion:
        yield ""
    for paragraph in finding.explanation.splitlines():
        yield from _prose(paragraph, width, "  ")
    if finding.suggestion:
        yield from _prose(finding.suggestion, width, "  → ")


def _prose(text: str, width: int, lead: str) -> list[str]:
    return wrap(
        clean(text), width, initial_indent=lead, subsequent_indent=" " * len(lead),
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


def _by_sentence(pages: Pages, evidence: tuple[Evidence, ...]) -> list[list[Evidence]]:
    """Evidence that stands in one sentence, together; the sentences in the order of the evidence."""
    groups: dict[tuple[str, str, int], list[Evidence]] = {}
    for one in evidence:
        page = pages.get(one.article)
        start = page.sentence(one.part, one.start, one.end)[0] if page else one.start
        groups.setdefault((one.article, one.part, start), []).append(one)
    return list(groups.values())


def _sentence(pages: Pages, group: list[Evidence], style: Style, width: int, severity: Severity) -> Iterator[str]:
    first = group[0]
    page = pages.get(first.article)
    text = page.text(first.part) if page else first.quote
    shift = 0 if page else first.start
    marks = [(e.start - shift, e.end - shift) for e in group]
    start, end = min(a for a, _ in marks), max(b for _, b in marks)
    span = page.sentence(first.part, start, end) if page else (start, end)
    for line in marked(text, span, marks, width - 6, _PAINT[severity] + ";4" if style.color else ""):
        yield f"      {line}"


def _problems(report: Report, style: Style) -> list[str]:
    out = []
    for problem in report.problems:
        place = problem.file if problem.line is None else f"{problem.file}:{problem.line}"
        level = "error" if problem.grave else "warning"
        word = _line(level, style, _PAINT[level])
        out.append(f"{clean(place)}: {word}: {clean(problem.message)}")
    return [*out, ""] if out else out


def statistics(report: Report) -> list[str]:
    """One line a rule that found something, the most frequent first."""
    counts = Counter((f.code, f.rule, f.severity) for f in report.findings)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [f"{count:6}  {code}  {rule} ({severity})" for (code, rule, severity), count in ranked]


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}" + ("" if count == 1 else "s")


def summary(report: Report) -> str:
    """How many findings, in how many stories.

    >>> import figcheck
    >>> summary(figcheck.check("Rain is expected."))
    'No findings in 1 story.'
    """
    counts: Counter[str] = Counter(f.severity for f in report.findings)
    words = {"error": "error", "warning": "warning", "info": "remark"}
    parts = [_number(counts[level], word) for level, word in words.items() if counts[level]]
    found = " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts) or "No findings"
    read = len(report.articles)
    if not read:
        return "No story was read."
    stories = f"{read:,} " + ("story" if read == 1 else "stories")
    passed = f"; {len(report.suppressed):,} let pass" if report.suppressed else ""
    return f"{found} in {stories}{passed}{_missed(report)}."


def _missed(report: Report) -> str:
    """How many files were not read, and how many only in part."""
    files = {p.file for p in report.problems if p.kind == "unreadable"}
    some = {f for f in files if any(a == f or a.startswith(f"{f}#") for a in report.articles)}
    whole = f"; {_number(len(files - some), 'file')} not checked" if files - some else ""
    return whole + (f"; {_number(len(some), 'file')} not wholly read" if some else "")


def accounts(report: Report) -> str:
    """The last line of every run: what became of each numeral, and what beside the prose may hold more.

    >>> import figcheck
    >>> accounts(figcheck.check("Rain is expected."))
    '0 numerals read: 0 figures, 0 dates, times and years, 0 names, ordinals, scores and pronouns, 0 unread'
    """
    roles = Counter(report.numerals)
    dated = roles["date"] + roles["time"] + roles["year"]
    other = roles.total() - roles["claim"] - dated - roles["unread"]
    return (
        f"{_number(roles.total(), 'numeral')} read: {_number(roles['claim'], 'figure')}, "
        f"{dated:,} dates, times and years, {other:,} names, ordinals, scores and pronouns, {roles['unread']:,} unread"
        + (f"; not read: {left}" if (left := not_read(report.not_read, report.numerals_not_read)) else "")
    )

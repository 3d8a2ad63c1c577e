"""A finding as the page shows it: its message, each side with its sentence and story, the arithmetic, the advice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from figcheck.cells import day, one_line
from figcheck.models import Claim, Evidence, Finding, Report
from figcheck.relations.slips import made
from figcheck.reports.pages import Page, Pages, in_order, place_of
from figcheck.reports.snippet import clipped

__all__ = ["Card", "Side", "card", "name_of", "where"]

WORDS = {"error": "Error", "warning": "Warning", "info": "Remark"}
_COMPARED = frozenset(
    {"contradiction", "decreasing", "headline", "stale"}
)  # kinds in which one number is another's slip


@dataclass(frozen=True, slots=True)
class Side:
    """A sentence that a finding rests on, cut into plain and marked words; `spots` are its marks, to jump to."""

    words: tuple[tuple[str, bool], ...]
    story: str
    about: str
    place: str
    spots: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One finding, by its number on the page."""

    number: int
    level: str
    word: str
    rule: str
    code: str
    message: str
    sides: tuple[Side, ...]
    sums: tuple[str, ...]
    slip: str
    advice: str
    home: str
    stories: tuple[str, ...]


def card(report: Report, finding: Finding, number: int, known: Pages, claims: Mapping[str, Claim]) -> Card:
    """The card of a finding; its home is the story of its first evidence that was checked."""
    evidence = in_order(report, finding)
    return Card(
        number, finding.severity, WORDS[finding.severity], finding.rule, finding.code, finding.message,
        tuple(_side(report, group, number, known) for group in _by_sentence(known, finding, evidence)),
        tuple(line for line in finding.explanation.splitlines() if line.strip()), _slip(finding, claims),
        finding.suggestion, evidence[0].article, tuple(dict.fromkeys(e.article for e in evidence)),
    )  # fmt: skip


def _slip(finding: Finding, claims: Mapping[str, Claim]) -> str:
    """The slip of the pen that would explain the figures: one that is told, two digits swapped, a factor."""
    if finding.relation is not None:
        return finding.relation.slip or ""
    names = list(dict.fromkeys(n for ids in finding.figures.values() for n in ids))
    if finding.kind not in _COMPARED or len(names) != 2 or not all(n in claims for n in names):
        return ""
    one, two = (claims[n].quantity.stated for n in names)
    found = made(one, two) if one and two else None
    return found.name if found and found.name.startswith(("two digits", "a factor")) else ""


Numbered = tuple[int, Evidence]


def _by_sentence(known: Pages, finding: Finding, evidence: tuple[Evidence, ...]) -> list[list[Numbered]]:
    """Evidence of one sentence together, each by its place in the finding; sentences in the order of the evidence."""
    places = {id(e): n for n, e in enumerate(finding.evidence)}
    groups: dict[tuple[str, str, int], list[Numbered]] = {}
    for one in evidence:
        page = known.get(one.article)
        start = page.sentence(one.part, one.start, one.end)[0] if page else one.start
        groups.setdefault((one.article, one.part, start), []).append((places[id(one)], one))
    return list(groups.values())


def _side(report: Report, group: list[Numbered], number: int, known: Pages) -> Side:
    first = group[0][1]
    page = known.get(first.article)
    checked = first.article in report.articles
    return Side(
        _quoted(page, [e for _, e in group]),
        name_of(page) if page else first.article,
        _about(page) if page else "",
        where(report, page, first),
        tuple(spot_name(number, n) for n, _ in group) if page and checked else (),
    )


def spot_name(number: int, place: int) -> str:
    """The anchor of a piece of a finding's evidence."""
    return f"e{number}-{place}"


def _quoted(page: Page | None, group: list[Evidence]) -> tuple[tuple[str, bool], ...]:
    """The sentence with its marks; of one without end, what stands around them."""
    if page is None:
        return ((" ... ".join(e.quote for e in group), True),)
    part = group[0].part
    text = page.text(part)
    marks = sorted((e.start, e.end) for e in group)
    whole = page.sentence(part, marks[0][0], max(b for _, b in marks))
    start, end = clipped(whole, marks)
    out: list[tuple[str, bool]] = [("\u2026 ", False)] if start > whole[0] else []
    at = start
    for a, b in marks:
        a, b = max(a, at), min(b, end)
        if b > a:
            out += [(text[at:a], False), (text[a:b], True)]
            at = b
    out.append((text[at:end], False))
    if end < whole[1]:
        out.append((" \u2026", False))
    return tuple((words, marked) for words, marked in out if words)


def name_of(page: Page) -> str:
    """What a story is called: its headline, else its id."""
    return one_line(page.article.title) or page.article.id


def _about(page: Page) -> str:
    return ", ".join(x for x in (page.article.publisher, day(page.article.published)) if x)


def where(report: Report, page: Page | None, evidence: Evidence) -> str:
    """The place in words: the headline, a line of the file, a paragraph of a text that has none."""
    if evidence.part == "title":
        return "headline"
    if page is None:
        return ""
    if page.loaded is None:
        name = f"paragraph {page.paragraph(evidence.part, evidence.start)}"
    else:
        place = place_of(report, evidence)
        name = f"{'paragraph' if page.in_runs else 'line'} {place.line}"
    return name if evidence.part == "text" else f"{evidence.part}, {name}"

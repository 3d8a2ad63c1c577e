"""A story as the page shows it: its words with their marks, and the findings, the pointers and the ties beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from figcheck.cells import counts, day, hedge, one_line, source
from figcheck.models import Claim, Finding, Numeral, Report
from figcheck.models.grouped import findings_by_story
from figcheck.models.stories import ReadStory
from figcheck.reports.html.cards import Card, card, name_of, spot_name
from figcheck.reports.html.marks import Badge, Evident, Kind, Piece, Spot, cut
from figcheck.reports.pages import Page, Pages, in_order
from figcheck.ties import Sum, sums

__all__ = ["Story", "TiedFigures", "stories"]

_LONG = 200_000  # code points: the paragraphs of a longer story are laid out when they come near
_ROLES = {
    "date": "a date, not a figure", "time": "a time, not a figure", "year": "a year, not a figure",
    "ordinal": "an ordinal, not a figure", "identifier": "a name, not a figure", "score": "a score, not a figure",
    "pronoun": "a pronoun, not a figure", "unread": "not read",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TiedFigures:
    """A tie that holds, by its anchor."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Story:
    """One story: `title` and `parts` in pieces, a part with its label; `pointers` are findings shown beside another.

    `anchors` leads from the evidence of findings to its mark, `figure_at` from the id of a claim to its own.
    """

    number: int
    id: str
    name: str
    about: str
    url: str | None
    title: list[Piece]
    parts: list[tuple[str, list[list[Piece]]]]
    cards: list[Card]
    pointers: list[Card]
    ties: list[TiedFigures]
    figures: int
    long: bool
    day: str
    anchors: dict[str, str]
    figure_at: dict[str, str]


@dataclass(slots=True)
class _Numbered:
    """The findings of a page by number, and what they point at by story and part."""

    cards: list[Card]
    evident: dict[tuple[str, str], list[Evident]]


def stories(report: Report, readings: Sequence[ReadStory], known: Pages) -> list[Story]:
    """A view of each story, in the order of the report; findings are numbered as they are met in the text."""
    found = _numbered(report, known, readings)
    cards: dict[str, list[Card]] = {}
    pointers: dict[str, list[Card]] = {}
    for one in found.cards:
        cards.setdefault(one.home, []).append(one)
        for name in one.stories:
            if name != one.home:
                pointers.setdefault(name, []).append(one)
    by_story = findings_by_story(report.findings)
    return [
        _story(n, reading, known, found, (cards.get(reading.article.id, []), pointers.get(reading.article.id, [])),
               by_story.get(reading.article.id, []))
        for n, reading in enumerate(readings, 1)
    ]  # fmt: skip


def _numbered(report: Report, known: Pages, readings: Sequence[ReadStory]) -> _Numbered:
    order = {name: n for n, name in enumerate(report.articles)}

    def key(finding: Finding) -> tuple[int, bool, str, int, str]:
        first = in_order(report, finding)[0]
        return order.get(first.article, len(order)), first.part != "title", first.part, first.start, finding.code

    claims = {c.id: c for c in report.claims} | {c.id: c for r in readings for c in r.claims}
    made = _Numbered([], {})
    for number, finding in enumerate(sorted(report.findings, key=key), 1):
        made.cards.append(card(report, finding, number, known, claims))
        told = {id(e) for e in in_order(report, finding)}
        for place, e in enumerate(finding.evidence):
            if id(e) in told:
                badge = Badge(number, finding.severity)
                spot = Evident(e.start, e.end, badge, spot_name(number, place))
                made.evident.setdefault((e.article, e.part), []).append(spot)
    return made


def _story(
    number: int, reading: ReadStory, known: Pages, found: _Numbered, cards: tuple[list[Card], list[Card]],
    findings: Sequence[Finding],
) -> Story:  # fmt: skip
    article = reading.article
    page = known[article.id]
    held = [s for s in sums(reading.claims, reading.relations, findings) if s.holds]
    ties = {tie.words: TiedFigures(f"t{number}-{n}", tie.words) for n, tie in enumerate(held, 1)}
    spots = _spots(number, reading, _led_to(held, ties))
    names = ("title", "text", *dict(article.parts))
    cuts: dict[str, list[list[Piece]]] = {}
    anchors: dict[str, str] = {}
    for name in names:
        text = page.text(name)
        spans = [(0, len(text))] if name == "title" else page.paragraphs(name) if text else []
        cuts[name], led = cut(text, spans, spots.get(name, ()), found.evident.get((article.id, name), ()))
        anchors |= led
    return Story(
        number, article.id, name_of(page), _about(page), article.url, cuts["title"][0] if article.title else [],
        [(_label(name), cuts[name]) for name in _in_reading_order(names) if cuts[name]], *cards, list(ties.values()),
        sum(not c.implicit for c in reading.claims), len(article.text) > _LONG, day(article.published), anchors,
        {c.id: f"f{number}-{n}" for n, c in enumerate(reading.claims, 1)},
    )  # fmt: skip


def _about(page: Page) -> str:
    article = page.article
    called = article.id if article.title else ""
    return " \u00b7 ".join(x for x in (article.publisher, day(article.published), called) if x)


def _in_reading_order(names: Sequence[str]) -> list[str]:
    """A summary stands before the text, all else after it."""
    first = [n for n in names if n in ("summary", "description", "abstract")]
    return [*first, "text", *(n for n in names if n not in (*first, "title", "text"))]


def _label(name: str) -> str:
    return "" if name == "text" else name.replace("_", " ").capitalize()


def _led_to(held: Sequence[Sum], ties: Mapping[str, TiedFigures]) -> dict[str, str]:
    """The anchor of the first tie of each figure."""
    out: dict[str, str] = {}
    for one in held:
        for claim in one.claims:
            out.setdefault(claim.id, ties[one.words].name)
    return out


def _spots(number: int, reading: ReadStory, led: Mapping[str, str]) -> dict[str, list[Spot]]:
    """The numerals of a story by part, figures before the rest, so that no other numeral hides a figure."""
    out: dict[str, list[Spot]] = {}
    taken: dict[str, list[tuple[int, int]]] = {}
    for place, claim in enumerate(reading.claims, 1):
        if claim.implicit:
            continue
        target = led.get(claim.id, "")
        kind: Kind = "tie" if target else "read"
        spot = Spot(claim.start, claim.end, kind, _note(claim), f"f{number}-{place}", target)
        out.setdefault(claim.part, []).append(spot)
        taken.setdefault(claim.part, []).append((claim.start, claim.end))
    for part, numerals in _by_part(reading.numerals).items():
        out.setdefault(part, []).extend(_others(numerals, sorted(taken.get(part, ()))))
    return out


def _by_part(numerals: Iterable[Numeral]) -> dict[str, list[Numeral]]:
    out: dict[str, list[Numeral]] = {}
    for numeral in numerals:
        out.setdefault(numeral.part, []).append(numeral)
    return out


def _others(numerals: Iterable[Numeral], taken: Sequence[tuple[int, int]]) -> Iterator[Spot]:
    """Numerals beside the figures: those that are no figure, and those that were not read."""
    place = 0
    for n in sorted(numerals, key=lambda n: n.start):
        while place < len(taken) and taken[place][1] <= n.start:
            place += 1
        if place < len(taken) and taken[place][0] < n.end:
            continue
        if n.role == "claim":
            yield Spot(n.start, n.end, "read", "read")
        else:
            yield Spot(n.start, n.end, "unread" if n.role == "unread" else "other", _ROLES[n.role])


def _note(claim: Claim) -> str:
    """How a figure was read, for who points at it."""
    said = source(claim)
    parts = (
        hedge(claim),
        counts(claim),
        f"as of {day(claim.as_of)}" if claim.as_of else "",
        said and f"source: {said}",
    )
    return one_line("Read: " + ("; ".join(p for p in parts if p) or "a number"))

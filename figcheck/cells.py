"""What a table says of a figure, in words: what it counts, how it is hedged, when, who says so."""

from __future__ import annotations

import re
from datetime import date, datetime

from figcheck.models import Claim, Hedge, Period
from figcheck.units.wording import plural
from figcheck.words import trie, wordset

__all__ = ["counts", "day", "hedge", "is_number_of", "one_line", "source", "when"]

_HEDGES: dict[Hedge, str] = {
    "exact": "", "about": "about", "at_least": "at least", "at_most": "at most", "more_than": "more than",
    "less_than": "less than", "range": "a range", "vague": "vague",
}  # fmt: skip
_BEFORE = re.compile(
    rf"(?:^|[^\w\s'\"] ?|\n|(?<![^\W_]){trie(wordset('cells.toml', 'before'))} )"
    rf"{trie(wordset('cells.toml', 'numbered'))} $"
)
_LOOK_BACK = 24  # code points before a figure: two of those words


def counts(claim: Claim) -> str:
    """What is counted, in the story's own words, and the measure that figcheck reads in them.

    >>> from figcheck import extract
    >>> [counts(c) for c in extract("The flood killed 12 people and cost $3 million.")]
    ['people killed', 'cost']
    """
    what = claim.who or claim.counted or ""
    measure = (claim.measure or "").replace("_", " ")
    if what or measure:
        if not what or not measure or measure in what:
            return what or measure
        return f"{what}{' ' if claim.kind == 'count' else ': '}{measure}"
    unit = claim.quantity.unit
    if claim.kind in {"money", "measurement"} and unit:
        return f"{claim.kind}, {plural(unit) if claim.kind == 'measurement' else unit.replace('_', ' ')}"
    return "" if claim.kind in {"count", "other"} else claim.kind


def hedge(claim: Claim) -> str:
    """How the words bound the number; empty for a flat figure.

    >>> from figcheck import extract
    >>> [hedge(c) for c in extract("At least 12 people died and 40 were hurt.")]
    ['at least', '']
    """
    return _HEDGES[claim.quantity.hedge]


def when(claim: Claim) -> str:
    """The event, the period and the day that the figure is true of, as far as the story says."""
    parts = []
    if claim.event:
        parts.append(claim.event)
    if claim.period and (claim.period.start or claim.period.end):
        parts.append(_period(claim.period))
    if claim.as_of:
        parts.append(f"as of {day(claim.as_of)}")
    return "; ".join(parts)


def _period(period: Period) -> str:
    if period.start == period.end:
        return day(period.start)
    if period.start and period.end:
        return f"{day(period.start)} to {day(period.end)}"
    return f"since {day(period.start)}" if period.start else f"until {day(period.end)}"


def source(claim: Claim) -> str:
    """Who says so; empty where the story's own voice does.

    >>> from figcheck import extract
    >>> [source(c) for c in extract("Twelve people died, police said. It is believed that 40 are missing.")]
    ['police', 'nobody named (is believed)']
    """
    said = claim.attribution
    if said is None:
        return ""
    names = [said.owner or said.source or "", *said.also]
    shown = " and ".join(n for n in names if n)
    if not shown:
        return f"nobody named ({said.cue})" if said.cue else "nobody named"
    return f"{shown}, via {said.via}" if said.via else shown


def day(moment: date | datetime | None) -> str:
    """A day, and the minute where there is one, for people.

    >>> day(date(2024, 5, 2)), day(datetime(2024, 5, 2, 6, 30)), day(None)
    ('2 May 2024', '2 May 2024, 06:30', '')
    """
    if moment is None:
        return ""
    shown = f"{moment.day} {moment:%B %Y}"
    return f"{shown}, {moment:%H:%M}" if isinstance(moment, datetime) else shown


def one_line(text: str) -> str:
    """The text with single blanks, on one line."""
    return " ".join(text.split())


def is_number_of(claim: Claim, text: str) -> bool:
    """Whether a figure only numbers a day, a week or a round: "on day 3 of the search". Nothing in it is to be proved.

    >>> from figcheck import extract
    >>> text = "On day 3 of the search crews found 12 bodies."
    >>> [(c.quote, is_number_of(c, text)) for c in extract(text)]
    [('3', True), ('12', False)]
    """
    if claim.kind != "count":
        return False
    after = text[claim.end : claim.end + _LOOK_BACK].split(maxsplit=1)
    if claim.counted and after and claim.counted.startswith(after[0].lower()):
        return False  # "by day 12 people dig"
    before = text[max(0, claim.start - _LOOK_BACK) : claim.start].lower()
    return _BEFORE.search(before) is not None

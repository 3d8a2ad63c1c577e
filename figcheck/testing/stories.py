"""Strategies for small stories, clean or with one planted fault, told with the rule that should find it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from hypothesis import strategies as st

from figcheck.models import Article
from figcheck.testing.rendering import grouped
from figcheck.testing.truth import Fault, Story

__all__ = ["FAULTS", "clean_stories", "faulty_stories", "stories"]

_PLACES = ("Karsk", "Merava", "Tolme", "Brannock", "Sundry Bay")
_AGENCIES = ("the rescue agency", "the health ministry", "the fire service", "the county sheriff")
_QUIET = (
    "Roads to the north were closed on Tuesday.", "Schools will reopen on July 14.", "The mayor thanked the crews.",
    "A hearing is set for 9:30 a.m. on Route 12.", "The last such flood was in 1987.",
)  # fmt: skip
_DAYS = st.dates(date(2015, 1, 1), date(2030, 12, 31))


def _story(title: str, paragraphs: list[str], day: date, fault: Fault | None) -> Story:
    article = Article(id="story", title=title, text="\n\n".join(paragraphs), published=day, publisher="Harbour Post")
    return Story(article, fault)


def _unround(number: int) -> int:
    """A number that nobody takes for a rounded one, so that what it does not add up to is no rounding."""
    return number + (number % 10 == 0)


@st.composite
def _toll(draw: st.DrawFn, wrong: bool) -> Story:
    """Dead by group: the parts make the whole, or they do not."""
    place, agency = draw(st.sampled_from(_PLACES)), draw(st.sampled_from(_AGENCIES))
    men, women, children = (_unround(draw(st.integers(11, 400))) for _ in range(3))
    total = men + women + children
    told = total + draw(st.integers(2, 90)) * draw(st.sampled_from((1, -1))) if wrong else total
    told = told if told > max(men, women, children) else total + 7 if wrong else total
    told = _unround(told) if wrong and _unround(told) != total else told
    parts = f"{grouped(men)} men, {grouped(women)} women and {grouped(children)} children"
    lead = f"The flood in {place} killed {grouped(told)} people: {parts}, {agency} said."
    fault = Fault("parts-and-total", "FIG301", (grouped(told), grouped(men), grouped(women), grouped(children)))
    return _story(f"Flood in {place} kills {grouped(told)}", [lead, draw(st.sampled_from(_QUIET))], draw(_DAYS),
                  fault if wrong else None)  # fmt: skip


@st.composite
def _share(draw: st.DrawFn, wrong: bool) -> Story:
    """A count, the whole and a percentage: they agree, or they do not."""
    place, agency = draw(st.sampled_from(_PLACES)), draw(st.sampled_from(_AGENCIES))
    whole = draw(st.integers(200, 5000))
    percent = draw(st.integers(10, 80))
    part = round(whole * percent / 100)
    told = percent + (draw(st.integers(6, 15)) if wrong else 0)
    lead = (
        f"Of the {grouped(whole)} homes in {place}, {grouped(part)}, or {told} percent, were destroyed, {agency} said."
    )
    fault = Fault("wrong-percentage", "FIG302", (grouped(part), grouped(whole), f"{told} percent"))
    return _story(f"Fire in {place} destroys homes", [lead, draw(st.sampled_from(_QUIET))], draw(_DAYS),
                  fault if wrong else None)  # fmt: skip


@st.composite
def _headline(draw: st.DrawFn, wrong: bool) -> Story:
    """A headline and a lead: one number, or two."""
    place, agency = draw(st.sampled_from(_PLACES)), draw(st.sampled_from(_AGENCIES))
    dead = draw(st.integers(12, 900))
    told = dead + draw(st.integers(max(5, dead // 4), dead + 5)) if wrong else dead
    told += wrong and told % 10 == 0  # a round number in a headline may be a fair one
    lead = f"A ferry fire off {place} killed {grouped(dead)} people on Monday, {agency} said."
    fault = Fault("headline-mismatch", "FIG102", (grouped(told), grouped(dead)))
    return _story(f"Ferry fire kills {grouped(told)} off {place}", [lead, draw(st.sampled_from(_QUIET))], draw(_DAYS),
                  fault if wrong else None)  # fmt: skip


@st.composite
def _change(draw: st.DrawFn, wrong: bool) -> Story:
    """From, to and by how much: they agree, or they do not."""
    place = draw(st.sampled_from(_PLACES))
    old = draw(st.integers(20, 900)) * 10
    percent = draw(st.integers(1, 9)) * 10
    new = old + old * percent // 100
    told = percent + (draw(st.integers(11, 40)) if wrong else 0)
    lead = f"Ridership in {place} rose {told} percent, to {grouped(new)} from {grouped(old)}, the transit agency said."
    fault = Fault("wrong-change", "FIG305", (f"{told} percent", grouped(new), grouped(old)))
    return _story(f"Ridership rises in {place}", [lead, draw(st.sampled_from(_QUIET))], draw(_DAYS),
                  fault if wrong else None)  # fmt: skip


FAULTS: dict[str, Callable[[bool], st.SearchStrategy[Story]]] = {
    "parts-and-total": _toll,
    "wrong-percentage": _share,
    "headline-mismatch": _headline,
    "wrong-change": _change,
}
"""By rule: a strategy for stories of the kind in which it finds something, faulty (True) or clean (False)."""


def clean_stories() -> st.SearchStrategy[Story]:
    """A story in which nothing is wrong: any finding of severity error is a false alarm."""
    return st.one_of([make(False) for make in FAULTS.values()])


def faulty_stories(rule: str | None = None) -> st.SearchStrategy[Story]:
    """A story with one planted fault, of any kind or of the one that `rule` should find."""
    if rule is not None and rule not in FAULTS:
        raise ValueError(f"no fault is planted for {rule!r}; there are {', '.join(FAULTS)}")
    return st.one_of([make(True) for name, make in FAULTS.items() if rule in {None, name}])


def stories() -> st.SearchStrategy[Story]:
    """Clean and faulty ones."""
    return clean_stories() | faulty_stories()

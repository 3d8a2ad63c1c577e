"""Strategies for numerals that are no figures: dates, times, years, ordinals, names, scores."""

from __future__ import annotations

from hypothesis import strategies as st

from figcheck.models import Role
from figcheck.testing.truth import Distractor

__all__ = ["dates", "distractors", "names", "times", "years"]

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_SHORT = ("Jan.", "Feb.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
_NAMES = (
    "Flight {}", "Route {}", "Highway {}", "Section {}", "Article {}", "Resolution {}", "Channel {}", "Boeing 7{}7",
    "Gate {}", "Room {}", "Chapter {}",
)  # fmt: skip


def _is(role: Role) -> st.SearchStrategy[Role]:
    return st.just(role)


def dates() -> st.SearchStrategy[Distractor]:
    """A day, as a newspaper writes it: "July 8, 2025", "8 July", "Oct. 7"."""
    day = st.integers(1, 28)
    month = st.sampled_from(_MONTHS + _SHORT)
    full = st.sampled_from(_MONTHS)
    year = st.integers(1950, 2035)
    american = st.builds("{} {}".format, month, day)
    texts = st.one_of(
        american,
        st.builds("{}, {}".format, american, year),
        st.builds("{} {}".format, day, full),
        st.builds("{} {} {}".format, day, full, year),
    )
    return st.builds(Distractor, texts, _is("date"))


def times() -> st.SearchStrategy[Distractor]:
    """A time of day: "4:30 p.m.", "16:30", "9 a.m."."""
    half = st.sampled_from(("a.m.", "p.m."))
    texts = st.one_of(
        st.builds("{}:{:02} {}".format, st.integers(1, 12), st.integers(0, 59), half),
        st.builds("{} {}".format, st.integers(1, 12), half),
        st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59)),
    )
    return st.builds(Distractor, texts, _is("time"))


def years() -> st.SearchStrategy[Distractor]:
    """A year or a decade: "2019", "the 1990s"."""
    texts = st.integers(1950, 2035).map(str) | st.integers(195, 202).map("the {}0s".format)
    return st.builds(Distractor, texts, _is("year"))


def names() -> st.SearchStrategy[Distractor]:
    """A name with a number in it: "Route 66", "Flight 370"."""
    texts = st.builds(str.format, st.sampled_from(_NAMES), st.integers(2, 9) | st.integers(12, 999))
    return st.builds(Distractor, texts.filter(lambda t: not t.startswith("Boeing") or len(t) == 10), _is("identifier"))


def distractors() -> st.SearchStrategy[Distractor]:
    """Any of them."""
    return st.one_of(dates(), times(), years(), names())

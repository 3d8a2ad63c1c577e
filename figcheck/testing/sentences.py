"""Strategies for whole sentences: a counted thing, with or without somebody who says so, among harmless numbers."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import strategies as st

from figcheck.testing.distractors import dates, names, times
from figcheck.testing.numbers import hedged, numerals
from figcheck.testing.truth import Figure, Passage

__all__ = ["attributed", "counts", "paragraphs", "sentences"]


class _Frame(NamedTuple):
    """A clause with room for a number; `noun` is what it counts, `measure` what is said of it."""

    text: str
    noun: str
    measure: str | None


_FRAMES = (
    _Frame("the flood killed {} people", "people", "killed"),
    _Frame("{} people were injured", "people", "injured"),
    _Frame("{} people were missing", "people", "missing"),
    _Frame("{} families were displaced", "families", "displaced"),
    _Frame("the blast wounded {} soldiers", "soldiers", "injured"),
    _Frame("{} homes were destroyed", "homes", "destroyed"),
    _Frame("the troops captured {} fighters", "fighters", None),
    _Frame("crews planted {} trees", "trees", None),
    _Frame("the ferry had {} passengers", "passengers", None),
)
_SOURCES = (
    "the rescue agency", "the health ministry", "the Orla County sheriff", "Mira Holt", "the fire service",
    "the Tarsene Red Cross", "police", "the hospital",
)  # fmt: skip
_SAID = (
    "{clause}, {source} said.", "{source} said {clause}.", "{source} said that {clause}.",
    "According to {source}, {clause}.", "{clause}, according to {source}.",
)  # fmt: skip
_QUIET = (
    "The talks went on until {}.", "Nothing was settled by {}.", "The next bulletin is due on {}.",
    "Buses left before {}.",
)  # fmt: skip


def counts() -> st.SearchStrategy[Figure]:
    """A clause that counts: "at least 40 people were missing". The figure carries its noun and measure."""
    numbers = hedged(numerals(2, 99_999, ("digits", "grouped", "words")))
    return st.builds(_counted, numbers, st.sampled_from(_FRAMES))


def _counted(figure: Figure, frame: _Frame) -> Figure:
    before, _, after = frame.text.partition("{}")
    made = figure.shifted(before, after)
    return Figure(
        made.text, made.start, made.end, made.stated, made.low, made.high, made.hedge, None, frame.noun, frame.measure
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def sentences() -> st.SearchStrategy[Figure]:
    """One sentence with one figure and nobody behind it."""
    return counts().map(lambda f: _sentence(f, "{clause}.", None))


def attributed() -> st.SearchStrategy[Figure]:
    """One sentence with one figure and who says so, in `source` as it is written."""
    return st.builds(_sentence, counts(), st.sampled_from(_SAID), st.sampled_from(_SOURCES))


def _sentence(figure: Figure, frame: str, source: str | None) -> Figure:
    whole = frame.replace("{source}", source or "")
    before, _, after = whole.partition("{clause}")
    made = figure.shifted(before, after)
    text = _capital(made.text)
    if source and text.startswith(_capital(source)):
        source = _capital(source)
    return Figure(
        text, made.start, made.end, made.stated, made.low, made.high, made.hedge, made.unit, made.counted, made.measure,
        source,
    )  # fmt: skip


def paragraphs() -> st.SearchStrategy[Passage]:
    """Several sentences: figures with their sources among dates, times and names that are none."""
    said = st.one_of(dates(), times(), names()).map(lambda d: d.text)
    quiet = st.builds(str.format, st.sampled_from(_QUIET), said).map(lambda t: t.replace("..", "."))
    rows = st.lists(attributed() | quiet, min_size=1, max_size=6)
    return rows.map(_passage)


def _passage(rows: list[Figure | str]) -> Passage:
    texts = [row if isinstance(row, str) else row.text for row in rows]
    whole = " ".join(texts)
    figures = []
    at = 0
    for row, text in zip(rows, texts, strict=True):
        if isinstance(row, Figure):
            figures.append(row.shifted(whole[:at], whole[at + len(text) :]))
        at += len(text) + 1
    return Passage(whole, tuple(figures))

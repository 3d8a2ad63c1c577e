"""Temperatures and their differences: "a high of 30 C" is a reading, "2 C warmer" and "a rise of 2 C" are not."""

from __future__ import annotations

from figcheck.drafts import Figure
from figcheck.models import Direction
from figcheck.text import Sentence
from figcheck.words import wordset

__all__ = ["READINGS", "unit_of"]

READINGS = frozenset({"degree_celsius", "degree_fahrenheit"})
_AFTER = wordset("change.toml", "difference_after")
_BEFORE = wordset("change.toml", "difference_before")
_READING = wordset("change.toml", "reading")
_LINKS = frozenset(["of", "by", "a", "an", "about", "around", "nearly", "some", "to", "at", "within", "under", "below"])


def unit_of(sentence: Sentence, start: int, end: int, unit: str, way: Direction | None, last: Figure | None) -> str:
    """The unit of a temperature at start..end, hedge included: itself, or its delta unit for a difference."""
    if way is not None or _told_after(sentence, end) or _told_before(sentence, start) or _beside(sentence, start, last):
        return f"delta_{unit}"
    return unit


def _told_after(sentence: Sentence, end: int) -> bool:
    words = sentence.words
    i = sentence.at(end)
    if i < len(words) and words[i] == "(":  # "2 C (3.6 F) warmer"
        i = next((j + 1 for j in range(i, min(i + 9, len(words))) if words[j] == ")"), i)
    if i >= len(words) or words[i] not in _AFTER:
        return False
    return words[i] not in ("above", "below") or _READING.isdisjoint(words[i + 1 : i + 2])


def _told_before(sentence: Sentence, start: int) -> bool:
    words = sentence.words
    i = sentence.before(start)
    for j in range(i, max(i - 4, -1), -1):
        word = words[j]
        if word in _BEFORE:
            return word in ("warming", "cooling", "by") or "to" not in words[j : i + 1]
        if word not in _LINKS:
            return False
    return False


def _beside(sentence: Sentence, start: int, last: Figure | None) -> bool:
    """The other scale of a difference, in brackets after it."""
    if last is None or not (last.quantity.unit or "").startswith("delta_"):
        return False
    return sentence.part.lower[last.end : start] in (" (", " or ", ", or ", "(")

"""The words of comparison: stems, names, cues and the closed lists of data/compare.toml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import regex

from figcheck.syntax.lexicon import PARTICIPLE, look
from figcheck.words import any_of, load

__all__ = [
    "akin",
    "capitals_in",
    "cued",
    "known",
    "names_after_preposition",
    "names_in",
    "population_of",
    "populations",
    "small",
    "stem",
    "stems_in",
    "words_in",
]

WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?(?:-[^\W\d_]+)*")
CAPITAL = re.compile(r"(?<!\w)[A-Z][^\W\d_]+(?:-[A-Z][^\W\d_]+)*")
_OPENS = re.compile(r"""(?:^|[.!?:;\n\u2014\u201c\u2018"'(\[]|--)\s*$""")
_PLACED = re.compile(r"\b(?:in|at|near|off|from|of|for|on) ([A-Z][^\W\d_]{2,})")
_ACTS = re.compile(r"'s\b|\u2019s\b| (?:has|is|was|had|will|says|said)\b")
_CLOSED = (
    "determiner", "pronoun", "preposition", "conjunction", "auxiliary", "adverb", "weekday", "weekday_short",
    "relative_day",
)  # fmt: skip
_ENDINGS = (("ies", "y"), ("sses", "ss"), ("ings", ""), ("ing", ""), ("ed", ""), ("es", "e"), ("s", ""))


def words_in(text: str) -> list[str]:
    """The words of a text, lower case."""
    return WORD.findall(text.casefold())


@cache
def stem(word: str) -> str:
    """A word without its ending, so that "killed", "killing" and "kills" meet.

    >>> stem("fires"), stem("fire"), stem("killed"), stem("cities")
    ('fir', 'fir', 'kill', 'city')
    """
    word = word.replace("\u2019", "'").removesuffix("'s")
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: -len(ending)] + instead
            break
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


@cache
def known(name: str) -> frozenset[str]:
    """One list of data/compare.toml."""
    return frozenset(str(load("compare.toml")[name]).split())


@cache
def akin(a: str, b: str) -> bool:
    """Whether one event may be called both: "explosion" and "collapse".

    >>> akin("explosion", "collapse"), akin("flood", "shooting")
    (True, False)
    """
    rows = (str(words).split() for words in load("compare.toml")["kin"].values())
    return a == b or any(a in row and b in row for row in rows)


@cache
def small() -> frozenset[str]:
    """Words that say nothing of what a figure is about."""
    lexicon = load("lexicon.toml")
    return known("small").union(lexicon["month"], *(str(lexicon[name]).split() for name in _CLOSED))


@cache
def _cues(name: str) -> re.Pattern[str] | regex.Pattern[str]:
    """One list of cues; a phrase has its words joined by "_" there."""
    return any_of(w.replace("_", " ") for w in str(load("compare.toml")["cue"][name]).split())


def cued(name: str, text: str) -> bool:
    """Whether a text has one of a list of cues."""
    return _cues(name).search(text.casefold()) is not None


def populations() -> frozenset[str]:
    """The classes of populations, and people of no class."""
    return frozenset(_populations().values()) | {"people"}


@cache
def _populations() -> dict[str, str]:
    """The class of each word for a population."""
    return {w: name for name, words in load("compare.toml")["population"].items() for w in str(words).split()}


def _population(word: str, other: str) -> str:
    """The class of one word: "people" for those without further description, `other` for what is in no class."""
    found = _populations().get(word)
    if found is None:
        reading = look(word)
        fate = "measure" in reading.tags and reading.bits & PARTICIPLE  # "the wounded"
        found = "people" if "people" in reading.tags or fate else other
    return found


def population_of(*nouns: str | None) -> str:
    """Whom some noun phrases count: a class of data/compare.toml, the stem of another noun, or "people".

    >>> population_of("troops"), population_of("victims"), population_of("bridges"), population_of(None)
    ('soldiers', 'people', 'bridg', 'people')
    """
    phrases = [words for noun in nouns if noun and (words := words_in(noun))]
    for words in phrases:
        found = _population(words[-1], stem(words[-1]))
        if found != "people":
            return found
    return next((c for words in phrases for w in words if (c := _populations().get(w, "people")) != "people"), "people")


def stems_in(text: str) -> Iterator[str]:
    """The stems of the words that say something."""
    idle = small()
    for word in words_in(text):
        if word not in idle and len(word) > 2:
            yield stem(word)


def capitals_in(text: str) -> Iterator[str]:
    """Capitalized words, lower-cased, without those that name nothing; those that open a sentence too."""
    for start, end in _capitals(text):
        yield text[start:end].casefold()


def names_in(text: str) -> Iterator[str]:
    """Capitalized words, lower-cased, that stand inside a sentence, or at its start before another one or "has"."""
    found = list(_capitals(text))
    for n, (start, end) in enumerate(found):
        opens = start == 0 or _OPENS.search(text, max(0, start - 4), start) is not None
        if not opens or (n + 1 < len(found) and found[n + 1][0] == end + 1) or _ACTS.match(text, end):
            yield text[start:end].casefold()


def names_after_preposition(text: str) -> Iterator[str]:
    """The names of a headline all of whose words are capitalized: those after "in", "of", "near" …"""
    for m in _PLACED.finditer(text):
        if (word := m.group(1).casefold()) not in known("nameless") and word not in small():
            yield word


def _capitals(text: str) -> Iterator[tuple[int, int]]:
    common = small() | known("nameless")
    for m in CAPITAL.finditer(text):
        if len(m.group()) > 2 and m.group().casefold() not in common:
            yield m.span()

"""The word classes that tell a noun from what stands around it, and plural from singular, from data/."""

from __future__ import annotations

from functools import partial

from figcheck.text import grammar
from figcheck.words import load, wordset

__all__ = [
    "ABBREVIATION", "ACRONYM", "ADJECTIVAL", "ATTRIBUTIVE", "BODY", "CLOSED", "DETERMINER", "DROP", "EVENT", "GERUND",
    "HOLDER", "MASS", "NOUN_TOO", "NUMBER", "PARTICIPLE", "PARTITIVE", "PEOPLE", "PLURAL", "SKIP", "STOP", "VERB",
    "WEEKDAY", "WHOLE", "is_adverb", "is_plural",
]  # fmt: skip

_LEX = load("lexicon.toml")
_NOUNS = load("nouns.toml")
_NUMBERS = load("numbers.toml")
_set = partial(wordset, "nouns.toml")

CLOSED = grammar.CLOSED.union(
    _set("closed"), _LEX["month"], *(wordset("lexicon.toml", name) for name in ("modal", "negation", "adverb"))
)
WEEKDAY = wordset("lexicon.toml", "weekday")
DETERMINER = wordset("lexicon.toml", "determiner")
SKIP = _set("skip")
STOP = CLOSED - SKIP
DROP = _set("drop")
ATTRIBUTIVE = _set("attributive")
PLURAL = _set("plural") | frozenset(_LEX["plural"])
VERB = _set("verb")
NOUN_TOO = _set("noun_too")
PARTICIPLE = _set("participle")
ADJECTIVAL = _set("adjectival") | PARTICIPLE
GERUND = _set("gerund")
MASS = _set("mass")
WHOLE = frozenset({"population", "workforce", "electorate"})
PARTITIVE = _set("partitive")
HOLDER = _set("holder")
PEOPLE = _set("people")
BODY = _set("body")
EVENT = _set("event")
NUMBER = frozenset(_NUMBERS["unit"]) | frozenset(_NUMBERS["teen"])
ABBREVIATION: dict[str, str] = _NOUNS["abbreviation"]
ACRONYM: dict[str, str] = _NOUNS["acronym"]
_SINGULAR_S = _set("singular_s")
_LY = _set("ly")


def is_plural(word: str) -> bool:
    """Whether a lower-cased word has the form of a plural noun.

    >>> [w for w in "people homes across business fishermen virus".split() if is_plural(w)]
    ['people', 'homes', 'fishermen']
    """
    if word in PLURAL:
        return True
    if len(word) < 3 or word[-1] != "s" or word in _SINGULAR_S:
        return False
    if "-" in word:
        return is_plural(word.rpartition("-")[2])
    return (word[-2] not in "su'" and not word.endswith("is")) or word in ("menus", "taxis", "skis", "emus", "gurus")


def is_adverb(word: str) -> bool:
    """Whether a word of a noun phrase is an adverb: "eight particularly tall firs"."""
    return word[-2:] == "ly" and word not in _LY and "-" not in word

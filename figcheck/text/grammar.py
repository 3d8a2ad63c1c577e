"""The closed classes of English that several stages read, and singular from plural; from data/lexicon.toml."""

from __future__ import annotations

from figcheck.words import load, wordset

__all__ = ["CLOSED", "singular"]

_PLURAL: dict[str, str] = load("lexicon.toml")["plural"]

CLOSED = frozenset().union(
    *(wordset("lexicon.toml", name) for name in ("determiner", "pronoun", "preposition", "conjunction", "auxiliary"))
)
"""Words that are never a noun, whatever stands beside them."""


def singular(noun: str) -> str:
    """The singular of a lower-cased noun, told from a short list and its ending.

    >>> [singular(n) for n in ("soldiers", "people", "cities", "glass")]
    ['soldier', 'person', 'city', 'glass']
    """
    known = _PLURAL.get(noun)
    if known:
        return known
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun

"""Up or down: the direction of an amount of change ("rose 5%", "a 5% increase"), never of a level ("rose to 5%")."""

from __future__ import annotations

from figcheck.models import Direction
from figcheck.text import Sentence
from figcheck.words import load

__all__ = ["direction", "verb_before"]

_DATA = load("change.toml")


def _set(name: str) -> frozenset[str]:
    return frozenset(_DATA[name].split())


_VERBS: dict[str, Direction] = {
    **dict.fromkeys(_DATA["up"].split(), "up"),
    **dict.fromkeys(_DATA["down"].split(), "down"),
}
_NOUNS: dict[str, Direction] = {
    **dict.fromkeys(_DATA["up_noun"].split(), "up"),
    **dict.fromkeys(_DATA["down_noun"].split(), "down"),
}
_AFTER: dict[str, Direction] = {
    **dict.fromkeys(_DATA["up_after"].split(), "up"),
    **dict.fromkeys(_DATA["down_after"].split(), "down"),
}
_LINK = _set("link")
_MOVES = frozenset(_VERBS) | frozenset(_NOUNS) | _set("move")


def direction(sentence: Sentence, start: int, end: int) -> Direction | None:
    """The direction of the amount at start..end, its hedge and unit included; None for a level."""
    words = sentence.words
    i = sentence.before(start)
    if i >= 0:
        word = words[i]
        found = _VERBS.get(word)
        if found is None and word in _LINK and i:
            j = i - 1
            while j > 0 and words[j] in _LINK:
                j -= 1
            found = _VERBS.get(words[j]) if word != "of" else None
            if found is None and (word == "of" or word == "by"):
                found = _NOUNS.get(words[j])
        if found is not None:
            return found
    j = sentence.at(end)
    for k in (j, j + 1):
        if k < len(words):
            word = words[k]
            found = _AFTER.get(word) if k == j else None
            if found is None and word in _NOUNS and (k == j or words[j].isalpha() and words[j] not in _STOPS):
                found = _NOUNS[word]
            if found is not None:
                return found
    return None


_STOPS = frozenset("of in on at by for with from to and or but the a an as that than is was were are who which".split())


def verb_before(sentence: Sentence, start: int, reach: int = 10) -> bool:
    """Whether a word of change stands in the clause before `start`: "rose from 9 to 12" is a change, not a range."""
    words = sentence.words
    i = sentence.before(start)
    for word in words[i : max(i - reach, -1) : -1] if i >= 0 else ():
        if word in _MOVES:
            return True
        if word in ".;:":
            return False
    return False

"""Belief and rumour with nobody behind it, and sentences that go on with what was told before them."""

from __future__ import annotations

from functools import cache

from figcheck.attribution.event import Span
from figcheck.attribution.frame import BREAK, Frame
from figcheck.attribution.kinds import words_of
from figcheck.words import load

__all__ = ["continues", "hearsay"]

_DEAD = words_of("feared_to_be")
_REACH = 60  # words to each side
_DOUBLE = frozenset(["said", "reported", "understood", "suspected"])  # of belief only before "to be", "to have"


def hearsay(f: Frame) -> list[tuple[Span, Span]]:
    """The words of a sentence that say it is believed, feared or reported, and by nobody, with the clause of each.

    "20 are believed to be alive", "reportedly 20", "dozens feared dead".
    """
    verbs, adverbs = words_of("hearsay"), words_of("hearsay_adverb")
    words = f.words
    if verbs.isdisjoint(words) and adverbs.isdisjoint(words):
        return []
    found: list[tuple[Span, Span]] = []
    for k, w in enumerate(words):
        start = k if w in adverbs else _belief(f, k) if w in verbs else None
        if start is not None:
            found.append(((start, k + 1), (_start(f, k), _end(f, k))))
    return found


def _belief(f: Frame, k: int) -> int | None:
    """Where "are believed" starts that ends at word k; None where it is no belief, or somebody's."""
    words = f.words
    w = words[k]
    after = words[k + 1] if k + 1 < f.n else ""
    if "by" in words[k + 1 : k + 3]:
        return None
    j = k - 1
    while j >= 0 and (f.adverb(j) or words[j] in ("been", "not", "still")):
        j -= 1
    passive = j >= 0 and words[j] in f.lex.be
    if after in _DEAD and w != "said":
        return j if passive else k
    if not passive or (w in _DOUBLE and words[k + 1 : k + 3] not in (["to", "be"], ["to", "have"])):
        return None
    return j


def _start(f: Frame, k: int) -> int:
    """Where the clause of word k starts."""
    words, lex = f.words, f.lex
    for i in range(k - 1, max(-1, k - _REACH), -1):
        if words[i] in (";", ":", '"'):
            return i + 1
        if words[i] in BREAK and (words[i + 1] in lex.coordinator or words[i + 1] in lex.subordinator):
            return i + 1
    return max(0, k - _REACH)


def _end(f: Frame, k: int) -> int:
    """Where the clause of word k ends."""
    words, lex = f.words, f.lex
    for i in range(k, min(f.n - 1, k + _REACH)):
        if words[i] in (";", ":"):
            return i
        after = words[i + 1]
        if words[i] == "," and (after in lex.coordinator or after in lex.subordinator or after in ("which", "who")):
            return i
    return min(f.n, k + _REACH)


@cache
def _openers() -> dict[str, list[list[str]]]:
    """The openings by their first word."""
    out: dict[str, list[list[str]]] = {}
    for opening in load("sources.toml")["continues"].split(";"):
        words = opening.split()
        out.setdefault(words[0], []).append(words)
    return out


def continues(words: list[str]) -> bool:
    """Whether a sentence with these words plainly goes on with the one before it.

    >>> continues("in them , 611 pupils were killed".split()), continues("rebels took the town".split())
    (True, False)
    """
    return bool(words) and any(words[: len(o)] == o for o in _openers().get(words[0], ()))

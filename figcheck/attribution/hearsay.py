"""Belief and rumour with nobody behind it, and sentences that go on with what was told before them."""

from __future__ import annotations

from functools import lru_cache

from figcheck.attribution.frame import BREAK, Frame
from figcheck.attribution.kinds import words_of
from figcheck.words import load

__all__ = ["continues", "hearsay"]

_DEAD = frozenset("dead missing trapped killed drowned lost buried alive injured wounded held captive".split())


def hearsay(f: Frame, i: int) -> tuple[int, int] | None:
    """The words near word i that say it is believed, feared or reported, and by nobody.

    They stand in the clause of the figure: "20 are believed to be alive", "reportedly 20".
    """
    verbs, adverbs = words_of("hearsay"), words_of("hearsay_adverb")
    words, n = f.words, f.n
    if verbs.isdisjoint(words) and adverbs.isdisjoint(words):
        return None
    for k in range(_start(f, i), _end(f, i)):
        w = words[k]
        if w in adverbs and not (w in ("apparently", "seemingly") and k > i + 6):
            return k, k + 1
        if w in verbs:
            j = k - 1
            while j >= 0 and (f.adverb(j) or words[j] in ("been", "not", "still")):
                j -= 1
            passive = j >= 0 and (words[j] in f.lex.be or words[j] in ("been", "being"))
            nxt = words[k + 1] if k + 1 < n else ""
            if passive and w in ("said", "reported", "understood", "suspected") and nxt not in ("to", "in", "at", "killed", *_DEAD):
                continue
            if "by" in words[k + 1 : k + 3]:
                continue
            if (passive and w != "said") or (passive and nxt == "to") or (nxt in _DEAD and w in ("feared", "believed", "presumed", "thought", "reported")):
                return (j if passive else k), k + 1
    return None


def _start(f: Frame, i: int) -> int:
    words = f.words
    k = i - 1
    while k >= 0:
        if words[k] in (";", ":", '"') or (words[k] in BREAK and k + 1 < f.n and (words[k + 1] in f.lex.coordinator or words[k + 1] in f.lex.subordinator)):
            return k + 1
        k -= 1
    return 0


def _end(f: Frame, i: int) -> int:
    words = f.words
    for k in range(i, f.n):
        if words[k] in (";", ":") or (words[k] == "," and k + 1 < f.n and (words[k + 1] in f.lex.coordinator or words[k + 1] in f.lex.subordinator or words[k + 1] in ("which", "who"))):
            return k
    return f.n


@lru_cache(maxsize=1)
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

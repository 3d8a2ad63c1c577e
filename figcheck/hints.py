"""Did you mean …? The nearest right spelling of a word that nobody knows."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["nearest"]


def nearest(word: str, known: Iterable[str]) -> str:
    """The hint to add to a complaint about an unknown word: "; did you mean …?", or nothing.

    >>> nearest("faling-toll", ["falling-toll", "stale-figure"])
    "; did you mean 'falling-toll'?"
    """
    from difflib import get_close_matches  # 10 ms that only a mistake costs

    found = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"; did you mean {found[0]!r}?" if found else ""

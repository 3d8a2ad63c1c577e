"""Who did it, where the clause says; and whether that makes a one-sided count."""

from __future__ import annotations

from figcheck.claims import lexicon as lx
from figcheck.claims.found import Found
from figcheck.claims.view import Spot, View

__all__ = ["DONE", "agent", "one_sided"]

ARMED = lx.population("armed")
OPPONENT = lx.population("opponent")
DONE = lx.words("done")
"""The measures of which somebody is the agent."""

_LOSSES = frozenset({"killed", "injured", "casualties", "captive", "detained"})


def agent(view: View, found: Found) -> tuple[str, str] | None:
    """The agent as written and its head word: the subject of "Troops killed 320", the "by" of a passive."""
    if found.how in {"left", "shared"}:
        return _subject(view, found)
    if found.how in {"right", "adjacent"}:
        return _by(view, found)
    return None


def _subject(view: View, found: Found) -> tuple[str, str] | None:
    codes, words = view.codes, view.words
    j = found.start - 1
    while j >= 0 and codes[j] & (lx.HAVE | lx.ADVERB | lx.BE) and not codes[j] & lx.COMMA:
        j -= 1
    end = j + 1
    low = max(0, end - 8)
    if j < 0 or codes[j] & (lx.COMMA | lx.STOP | lx.TO | lx.AND | lx.MODAL):
        return None
    while j >= low:
        code, word = codes[j], words[j]
        if code & lx.DETERMINER:
            break
        if code & (
            lx.COMMA
            | lx.STOP
            | lx.SUBORDINATE
            | lx.RELATIVE
            | lx.PREPOSITION
            | lx.AND
            | lx.REPORT
            | lx.BE
            | lx.MODAL
            | lx.TO
        ):
            if word in {"-", "'s"}:
                j -= 1
                continue
            break
        j -= 1
    start = j + 1
    if start >= end or (j >= 0 and codes[j] & lx.PREPOSITION) or words[end - 1][0].isdigit():
        return None
    if j > 0 and codes[j] & lx.DETERMINER and codes[j - 1] & lx.PREPOSITION:
        return None  # "hidden in a handcart killed": the noun before the verb is no subject
    if words[end - 1] in _TIMES or any(w in _TIMES for w in words[start:end]):
        return None
    return _told(view, start, end)


_TIMES = lx.words("times")


def _by(view: View, found: Found) -> tuple[str, str] | None:
    codes, words = view.codes, view.words
    j = found.end
    if j >= len(words) or words[j] != "by":
        return None
    start = j + 1
    while start < len(words) and codes[start] & lx.DETERMINER:
        start += 1
    end = start
    while (
        end < len(words)
        and end < start + 6
        and (codes[end] == 0 or codes[end] == lx.TRIGGER)
        and words[end][0].isalnum()
    ):
        end += 1
    return _told(view, start, end) if end > start else None


def _told(view: View, start: int, end: int) -> tuple[str, str]:
    s = view.sentence
    return s.part.text[s.starts[start] : s.ends[end - 1]], view.words[end - 1]


def one_sided(view: View, spot: Spot, found: Found, head: str) -> bool:
    """A force's count of its opponent's losses: an armed agent, and armed people counted."""
    if found.measure not in _LOSSES or head not in ARMED:
        return False
    counted = spot.figure.counted
    last = counted.rsplit(" ", 1)[-1].lower() if counted else (view.words[spot.head] if spot.head >= 0 else "")
    return last in OPPONENT

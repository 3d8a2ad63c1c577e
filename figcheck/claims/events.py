"""What happened: the event that a toll belongs to, by kind and in the story's own words."""

from __future__ import annotations

from functools import cache

from figcheck.claims import lexicon as lx
from figcheck.claims.view import Spot, View
from figcheck.words import load

__all__ = ["BOUND", "Event", "find"]

BOUND = lx.words("bound")
"""The measures whose figures belong to an event."""

_EARLIER = lx.words("earlier")
_OFFICE = lx.words("office")
"""After one of these names of events, an office or a thing and no event: "fire chief", "flood plain"."""
_DEEDS = frozenset({"shooting", "stabbing"})
_GLUE = frozenset({"-", "'s", "'"})


@cache
def kinds() -> dict[str, str]:
    """The kind of each event word."""
    return {word: kind for kind, words in load("events.toml").items() for word in words.split()}


class Event:
    """An event as a sentence names it: tokens start..end, its kind, and whether the words set it apart from another."""

    __slots__ = ("apart", "end", "head", "kind", "start", "text")

    def __init__(self, view: View, start: int, head: int, kind: str) -> None:
        s = view.sentence
        self.start, self.end, self.head, self.kind = start, head + 1, head, kind
        self.text = s.part.text[s.starts[start] : s.ends[head]]
        dated = view.words[head + 1 : head + 3]
        self.apart = any(w in _EARLIER for w in view.words[max(0, start - 1) : head]) or (
            len(dated) == 2 and dated[0] == "of" and dated[1].isdigit() and len(dated[1]) == 4  # "the flood of 2022"
        )


def find(view: View) -> list[Event]:
    """The events that a sentence names, in order."""
    table = kinds()
    out = []
    for j, word in enumerate(view.words):
        kind = table.get(word)
        if kind is not None and view.words[j + 1 : j + 2] and view.words[j + 1] in _OFFICE:
            continue
        if kind is not None and not (kind in _DEEDS and _is_verb(view, j)):
            out.append(Event(view, _begin(view, j), j, kind))
    return out


def _is_verb(view: View, j: int) -> bool:
    """Whether "shooting" or "stabbing" is what somebody does: its object follows, or "was" stands before it."""
    hit = view.by_start.get(j)
    if hit is None or not hit.role & lx.ACTIVE or (j and view.codes[j - 1] & lx.DETERMINER):
        return False
    if j and view.codes[j - 1] & lx.BE:
        return True
    following = view.codes[j + 1] if j + 1 < len(view.codes) else lx.STOP
    if j + 1 in view.at_start or following & (lx.DETERMINER | lx.PRONOUN):
        return True
    return not following & (lx.PREPOSITION | lx.STOP | lx.COMMA | lx.BE | lx.HAVE | lx.AND | lx.RELATIVE)


def _begin(view: View, head: int) -> int:
    """Where the noun phrase of an event begins: its adjectives, its date and its names, no determiner."""
    codes, words = view.codes, view.words
    j = head
    while j > 0 and head - j < 7:
        code, word = codes[j - 1], words[j - 1]
        if word == "," and j >= 2 and words[j - 2].isdigit():
            j -= 1
            continue
        if word in _GLUE or (
            word == "." and j >= 2 and len(words[j - 2]) <= 4 and words[j : j + 1] and words[j][0].isdigit()
        ):
            j -= 1
            continue
        if code & ~(lx.EVENT | lx.UNREAL) or not (word[0].isalnum()) or j - 1 in view.by_start:
            break
        if word.endswith(("ed", "ing")) and word not in {"suicide-bombing"}:
            break
        j -= 1
    if 0 < j < head and codes[j - 1] & lx.TO:
        j += 1
    while j < head and words[j] in {"'s", "'", "-", ",", "."}:
        j += 1
    return j


def of(spot: Spot, events: list[Event]) -> Event | None:
    """The event a figure belongs to: the nearest named before it in the sentence, else the first after it."""
    before = [e for e in events if e.end <= spot.start]
    if before:
        return before[-1]
    after = [e for e in events if e.start >= spot.end]
    return after[0] if after else None

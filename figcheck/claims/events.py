"""What happened: the event that a toll belongs to, by kind and in the story's own words."""

from __future__ import annotations

from figcheck.claims.site import Site
from figcheck.syntax import Structure

__all__ = ["BOUND", "Event", "find", "of"]

BOUND = frozenset(
    (
        "killed", "injured", "casualties", "missing", "displaced", "captive", "released", "rescued", "detained",
        "alive", "infected", "hospitalized", "affected", "stranded", "attended", "aboard", "damaged", "destroyed",
        "cost",
    )
)  # fmt: skip
"""The measures whose figures belong to an event."""


class Event:
    """An event as a sentence names it: words start..end, its kind, and whether the words set it apart from another."""

    __slots__ = ("apart", "end", "head", "kind", "start", "text")

    def __init__(self, st: Structure, start: int, head: int, kind: str) -> None:
        w = st.words
        self.start, self.end, self.head, self.kind = start, head + 1, head, kind
        self.text = st.sentence.part.text[w.start[start] : w.end[head]]
        first = start
        while first > 0 and st.tags[first - 1] in "da":
            first -= 1
        year = head + 2 < len(w.text) and w.text[head + 1] == "of" and w.text[head + 2].isdigit()
        self.apart = year or any("apart" in w.read[k].tags for k in range(first, head))


def find(st: Structure) -> list[Event]:
    """The events that a sentence names, in order."""
    w, tags = st.words, st.tags
    out = []
    for at, read in enumerate(w.read):
        kind = read.tags.get("event") if not w.mark[at] else None
        if kind is None or (at + 1 < len(tags) and "office" in w.read[at + 1].tags and tags[at + 1] in "nNm"):
            continue
        kind, _, verbs = kind.partition("+")
        if tags[at] in "nNma":
            start = at
            while (
                start > 0
                and tags[start - 1] in "nNma'ct"
                and at - start < 7
                and "measure" not in w.read[start - 1].tags
            ):
                start -= 1
            while start < at and (tags[start] in "'" or ("apart" in w.read[start].tags and tags[start] != "m")):
                start += 1
            out.append(Event(st, start, at, kind))
        elif tags[at] in "vDegb" and verbs:
            out.append(Event(st, at, at, kind))
    return out


def of(site: Site, events: list[Event]) -> Event | None:
    """The event a figure belongs to: the nearest named before it in the sentence, else the first after it."""
    before = [e for e in events if e.end <= site.index]
    if before:
        return before[-1]
    after = [e for e in events if e.start > site.index]
    return after[0] if after else None

"""Which event stands behind a word where several cover it, and through whom it came."""

from __future__ import annotations

from figcheck.attribution.event import Event
from figcheck.attribution.frame import Frame
from figcheck.attribution.lexicon import small

__all__ = ["nearest", "outer"]

_RANK = {"report": 0, "stance": 0, "will": 1}
_PRONOUNS = small("subject") - {"who", "which"}


def nearest(frame: Frame, found: list[Event], i: int) -> Event | None:
    """The event that covers word i most closely; one that tells before one that only does, or only "he" does."""
    best: Event | None = None
    key: tuple[int, int, int] = (9, 0, 0)
    for e in found:
        if not e.reaches(i):
            continue
        weak = e.frame == "noun" or e.modal or frame.words[e.source[0]] in _PRONOUNS
        mine = _RANK[e.cls], 2 if e.nominal else int(weak), abs(e.cue[0] - i)
        if mine < key:
            best, key = e, mine
    return best


def outer(frame: Frame, found: list[Event], i: int, best: Event) -> Event | None:
    """The report that the best event is itself told in: "Reuters said the ministry reported 12 deaths"."""
    for e in found:
        if e is best or e.source == best.source or e.cls != "report" or e.frame == "noun":
            continue
        if e.reaches(i) and frame.words[e.source[0]] not in _PRONOUNS and (e.post or e.reaches(best.cue[0])):
            return e
    return None

"""Who says what in one sentence: each cue with its source and the words it covers."""

from __future__ import annotations

from figcheck.attribution.event import Event
from figcheck.attribution.frame import DASH, QUOTE, Frame
from figcheck.attribution.kinds import is_outlet
from figcheck.attribution.lexicon import Cue, small
from figcheck.attribution.marks import according, colon, per, trailing
from figcheck.attribution.nominal import nominal
from figcheck.attribution.scope import COORDINATE
from figcheck.attribution.sources import after
from figcheck.attribution.verbs import verb_event

__all__ = ["events"]

_LONGEST = 400  # words; no sentence is longer, and what is (a table, a list) has no grammar
_POLL_HAS = small("poll_has")
_POLL = small("poll")
_PLAN = small("plan")
_GIVES = Cue("give", "report", "noun", "past")


def events(f: Frame) -> list[Event]:
    """The events of a sentence in the order of their cues; cues inside quotations play no part."""
    words, quoted, triggers = f.words, f.quoted, f.lex.triggers
    found: list[Event] = []
    if f.n > _LONGEST or triggers.isdisjoint(words):
        return found
    skip = 0
    for i in [i for i, w in enumerate(words) if w in triggers]:
        if i < skip or (quoted is not None and quoted[i]):
            continue
        event = _event(f, i, found)
        if event is not None:
            found.append(event)
            if words[i] == "according":
                skip = event.source[1]
    if found:
        _cited(f, found)
        _parted(f, found)
    return found


def _event(f: Frame, i: int, found: list[Event]) -> Event | None:
    """The event at one trigger word."""
    words, lex = f.words, f.lex
    w = words[i]
    if w == "according":
        return according(f, i) if words[i + 1 : i + 2] == ["to"] else None
    if w == "per":
        return per(f, i)
    if w == ":":
        return colon(f, i) or trailing(f, i)
    if w in DASH:
        return trailing(f, i)
    cue = _cue(f, i)
    event = verb_event(f, i, cue, found) if cue is not None else None
    if event is None and (w in lex.told or w in lex.asked or w in _PLAN):
        return nominal(f, i)
    return event


def _cue(f: Frame, i: int) -> Cue | None:
    """The cue verb at word i, with its second word where it has one; none in a name ("the United States")."""
    words, lex = f.words, f.lex
    w = words[i]
    if i and f.capital(i) and words[i - 1] not in QUOTE and not f.headline:
        return None
    if w in _POLL_HAS:
        return _GIVES if i + 1 < f.n and f.capital(i + 1) and not _POLL.isdisjoint(words[max(0, i - 6) : i]) else None
    pairs = lex.phrases.get(w)
    if (
        pairs is not None
        and i + 1 < f.n
        and i
        and words[i - 1] not in ("percentage", "basis")
        and not words[i - 1][0].isdigit()
    ):
        pair = pairs.get(words[i + 1])
        if pair is not None:
            return pair
    return lex.verbs.get(w)


def _cited(f: Frame, found: list[Event]) -> None:
    """ "Reuters said, citing the governor": what an outlet tells in another's name is the other's."""
    for c in found:
        if f.words[c.cue[0]] != "citing":
            continue
        told = after(f, c.cue[1])
        own = c.source
        start, end = f.span(*own)
        if told is None or not is_outlet(f.sentence.part.text[start:end]):
            continue
        for e in found:
            if e.source == own:
                e.via, e.source = own, told


def _parted(f: Frame, found: list[Event]) -> None:
    """ "X said A, but Y said B": what X said ends where the clause of Y starts."""
    words = f.words
    for g in found:
        if g.post or g.start < 2:
            continue
        if words[g.start - 1] == ";":
            at = g.start - 1
        elif words[g.start - 2] == "," and words[g.start - 1] in COORDINATE:
            at = g.start - 2
        elif words[g.start - 1] == ",":  # ", and when pressed, Y said"
            at = max((k for k in range(g.start - 1) if words[k] == ","), default=-1)
            if at < 0 or words[at + 1] not in ("and", "but"):
                continue
        else:
            continue
        for e in found:
            e.cut(at)

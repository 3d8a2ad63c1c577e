"""What a trigger tells once the words beside it are read: "shot dead", "fatally shot", "killed or injured"."""

from __future__ import annotations

from figcheck.claims import lexicon as lx
from figcheck.claims.view import Hit, View

__all__ = ["Found", "passive", "told"]

_ENDS_IN_DEATH = frozenset({"captive", "detained", "missing", "rescued"})
_PAIRED = frozenset({"or", "and", "/", "nor"})


class Found:
    """A measure and the words that tell it (tokens start..end)."""

    __slots__ = ("end", "how", "joined", "measure", "of", "sense", "start", "weak")

    def __init__(self, measure: str, sense: str | None, start: int, end: int, how: str, weak: bool = False) -> None:
        self.measure = measure
        self.sense = sense
        self.start = start
        self.end = end
        self.joined = False  # told of it together with another figure
        self.of = False  # a noun with "of": the murder of 12 is taken for granted, whatever is said of it
        self.weak = weak  # its word needs a person word beside it
        self.how = how  # noun, right, left, premodifier, role, shared, toll


def told(view: View, hit: Hit, how: str) -> Found:
    """The measure of a hit, with what stands beside it: "shot dead", "fatally shot", "killed or injured"."""
    measure, sense = hit.trigger.measure, hit.trigger.sense
    words = view.words
    start, end = hit.start, hit.end
    if measure in _ENDS_IN_DEATH:
        pair = _pair(view, start, end)
        if pair is not None and (
            pair.trigger.measure == "killed"
            or (pair.trigger.measure not in _ENDS_IN_DEATH and told(view, pair, how).measure == "killed")
        ):  # "rescued and missing" must not ask each other for ever
            return Found("killed", None, start, end, how)
    if measure in {"killed", "injured"}:
        before = words[max(0, start - 2) : start]
        after = words[end : end + 3]
        if measure == "injured" and (
            "fatally" in before
            or "mortally" in before
            or after[:1] == ["dead"]
            or after[:2] == ["to", "death"]
            or (after[:1] == ["fatally"])
            or _kills_all(words, end)
        ):
            return Found("killed", None, start, end, how)
        pair = _pair(view, start, end)
        if pair is not None and pair.trigger.measure in {"killed", "injured"} and pair.trigger.measure != measure:
            if sense == "shot" or pair.trigger.sense == "shot":
                other = pair.trigger if sense == "shot" else hit.trigger
                return Found(other.measure, other.sense, start, end, how)
            return Found("casualties", None, start, end, how)
        if pair is not None and sense == "shot" and pair.trigger.measure == "injured":
            return Found("injured", pair.trigger.sense, start, end, how)
    return Found(measure, sense, start, end, how, bool(hit.role & lx.WEAK))


def _kills_all(words: list[str], end: int) -> bool:
    for j in range(end, min(end + 14, len(words) - 1)):
        if words[j] == "killing" and words[j + 1] in {"them", "both", "him", "her", "all"}:
            return True
    return False


def _pair(view: View, start: int, end: int) -> Hit | None:
    """The trigger joined to this one by and/or, with nothing but adverbs between: no figure of its own."""
    words, codes = view.words, view.codes
    if end < len(words) and words[end] in _PAIRED:
        j = end + 1
        while j < len(words) and codes[j] & lx.ADVERB and j not in view.by_start:
            j += 1
        hit = view.by_start.get(j)
        if hit is not None and hit.end not in view.at_start:
            return hit
    if start and words[start - 1] in _PAIRED:
        hit = view.by_end.get(start - 1)
        if hit is not None and not passive(view, hit) and hit.start not in view.spot_ends:
            return hit
    return None


def passive(view: View, hit: Hit) -> bool:
    """Whether a verb is part of a passive: "were killed"."""
    codes = view.codes
    j = hit.start - 1
    while j >= 0 and codes[j] & (lx.ADVERB | lx.NEGATION) and not codes[j] & lx.BE:
        j -= 1
    return j >= 0 and bool(codes[j] & lx.BE) and bool(hit.role & lx.PASSIVE)

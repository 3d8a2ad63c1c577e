"""A sentence as claims looks at it: its words, the class of each, the triggers among them, where its figures stand."""

from __future__ import annotations

from bisect import bisect_right

from figcheck.claims import lexicon as lx
from figcheck.drafts import Figure
from figcheck.text import Sentence

__all__ = ["Hit", "Spot", "View"]

_GET = lx.CODES.get
_PERSON = lx.population("person")
_HURTS = lx.words("hurts")
_HOSPITALS = lx.words("hospitals")
_SURNAME = ("lynch",)
_TO_DEATH = ("to", "death")
_NEAR = 45  # tokens
_TAIL = frozenset({"others", "other", "more", "people", "persons"})


class Hit:
    """A trigger found in a sentence: tokens start..end."""

    __slots__ = ("end", "role", "start", "trigger")

    def __init__(self, start: int, end: int, trigger: lx.Trigger) -> None:
        self.start = start
        self.end = end
        self.trigger = trigger
        self.role = trigger.role


class Spot:
    """A figure in its sentence: its tokens, hedge and noun phrase included."""

    __slots__ = ("end", "figure", "head", "number_end", "start")

    def __init__(self, view: View, figure: Figure) -> None:
        sentence = view.sentence
        self.figure = figure
        low = figure.start
        if figure.hedge and figure.hedge[0] < low:
            low = figure.hedge[0]
        self.start = sentence.at(low)
        self.number_end = sentence.at(figure.end - 1) + 1
        end = self.number_end
        if figure.hedge and figure.hedge[1] > figure.end:
            end = max(end, sentence.at(figure.hedge[1] - 1) + 1)
        noun = 0
        if figure.noun and not figure.borrowed and figure.noun[1] > figure.end:
            noun = sentence.at(figure.noun[1] - 1) + 1
        if noun and view.words[noun - 1][-2:] != "ly":
            end = max(end, noun)
            if view.words[end - 1] not in _PERSON and end < len(view.words) and view.codes[end] == 0:
                end = _people(view, end) or end  # "two Gorvian cattle | traders"
        else:
            end = _tail(view, end)
        self.end = end
        self.head = end - 1 if end > self.number_end else -1  # token of the counted noun, where one stands there


def _tail(view: View, end: int) -> int:
    """The end of the noun phrase after a numeral for which no noun was found: "15 X and Y militants"."""
    words, codes = view.words, view.codes
    while end < len(words) and words[end] in _TAIL:
        end += 1
    if end < len(words) and codes[end] == 0 and words[end][-1] == "s" and view.sentence.raw(end)[:1].isupper():
        return end + 1  # "12 Palestinians"
    return _people(view, end) or end


def _people(view: View, end: int) -> int:
    """Past the person word that ends a noun phrase going on at `end`; 0 where there is none."""
    words, codes = view.words, view.codes
    for j in range(end, min(len(words), end + 6)):
        if words[j] in _PERSON:
            return j + 1
        if (
            codes[j] & ~(lx.AND | lx.COMMA)
            or (words[j].endswith(("ed", "ing")) and not view.sentence.raw(j)[:1].isupper())
            or not words[j][0].isalpha()
        ):
            break
    return 0


class View:
    """One sentence, read once."""

    __slots__ = (
        "at_start", "by_end", "by_start", "codes", "flags", "hits", "number_ends", "offsets", "sentence", "shouting",
        "spot_ends", "spots", "words",
    )  # fmt: skip

    def __init__(self, sentence: Sentence, figures: list[Figure]) -> None:
        self.sentence = sentence
        words = self.words = sentence.words
        codes = self.codes = [_GET(w, 0) if w[-2:] != "ly" else _GET(w, lx.ADVERB) for w in words]
        self.flags = 0
        for code in set(codes):
            self.flags |= code
        self.shouting = sentence.text.isupper()
        self.hits: list[Hit] = []
        self.by_start: dict[int, Hit] = {}
        self.by_end: dict[int, Hit] = {}
        taken = 0
        for i, code in enumerate(codes):
            if code & lx.TRIGGER and i >= taken:
                hit = self._hit(i, taken)
                if hit is not None and self._meant(hit):
                    self.hits.append(hit)
                    self.by_start[hit.start] = hit
                    self.by_end[hit.end] = hit
                    taken = hit.end
        self.spots = [Spot(self, f) for f in figures]
        self.at_start = {s.start: s for s in self.spots}
        self.offsets = [f.start for f in figures]
        self.number_ends = {s.number_end for s in self.spots}
        self.spot_ends = {s.end for s in self.spots}

    def near(self, j: int) -> list[str]:
        """The words about token j: far ones in a sentence without end tell nothing of it."""
        return self.words[max(0, j - _NEAR) : j + _NEAR]

    def following(self, offset: int) -> Spot | None:
        """The figure after the one that begins at `offset`."""
        i = bisect_right(self.offsets, offset)
        return self.spots[i] if i < len(self.spots) else None

    def at_number_end(self, j: int) -> Spot:
        """The figure whose numeral ends at token `j`."""
        return next(s for s in self.spots if s.number_end == j)

    def _meant(self, hit: Hit) -> bool:
        """Whether a verb that needs a certain object or goal has it."""
        role = hit.role
        if hit.trigger.words == _SURNAME and self.sentence.raw(hit.start)[:1].isupper():
            return False
        if role & lx.HARM:
            return not _HURTS.isdisjoint(self.words[hit.end : hit.end + 8])
        if role & lx.CARRY:
            near = self.words[hit.end : hit.end + 12]
            return not _HOSPITALS.isdisjoint(near) or (
                self.words[hit.start : hit.start + 1] == ["treated"] and not _HURTS.isdisjoint(near[:6])
            )
        return True

    def _hit(self, i: int, taken: int) -> Hit | None:
        words = self.words
        for trigger in lx.TRIGGERS[words[i]]:
            n = len(trigger.words)
            if n == 1:
                return Hit(i, i + 1, trigger)
            start = i - trigger.anchor
            if start >= taken and tuple(words[start : start + n]) == trigger.words:
                if trigger.words == _TO_DEATH and words[start + n : start + n + 1] == ["of"]:
                    continue  # "led to death of a miner" is no beating to death
                return Hit(start, start + n, trigger)
        return None

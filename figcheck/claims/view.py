"""A sentence as claims looks at it: its words, the class of each, the triggers among them, and where its figures stand."""

from __future__ import annotations

from figcheck.claims import lexicon as lx
from figcheck.drafts import Figure
from figcheck.text import Sentence

__all__ = ["Hit", "Spot", "View"]

_GET = lx.CODES.get
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
        if figure.noun and not figure.borrowed and figure.noun[1] > figure.end:
            end = max(end, sentence.at(figure.noun[1] - 1) + 1)
        else:
            words = view.words
            while end < len(words) and words[end] in _TAIL:
                end += 1
        self.end = end
        self.head = end - 1 if end > self.number_end else -1  # token of the counted noun, where one stands there


class View:
    """One sentence, read once."""

    __slots__ = ("at_start", "by_end", "by_start", "codes", "flags", "hits", "sentence", "shouting", "spots", "words")

    def __init__(self, sentence: Sentence, figures: list[Figure]) -> None:
        self.sentence = sentence
        words = self.words = sentence.words
        codes = self.codes = [_GET(w, 0) for w in words]
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
                hit = self._hit(i)
                if hit is not None:
                    self.hits.append(hit)
                    self.by_start[i] = hit
                    self.by_end[hit.end] = hit
                    taken = hit.end
        self.spots = [Spot(self, f) for f in figures]
        self.at_start = {s.start: s for s in self.spots}

    def _hit(self, i: int) -> Hit | None:
        words = self.words
        for trigger in lx.TRIGGERS[words[i]]:
            n = len(trigger.words)
            if n == 1 or tuple(words[i : i + n]) == trigger.words:
                return Hit(i, i + n, trigger)
        return None

"""Sets the attribution of each draft: the events of its sentence first, then the speaker of its quotation."""

from __future__ import annotations

from figcheck.attribution.events import Event, bare, events, introduced
from figcheck.attribution.frame import Frame
from figcheck.drafts import Draft
from figcheck.models import Attribution
from figcheck.text import Document, Part, Quotation, Sentence

__all__ = ["attribute"]

_RANK = {"report": 0, "stance": 0, "will": 1}


def attribute(document: Document, drafts: list[Draft]) -> None:
    """Set `attribution` on each draft that somebody stands behind, or that hints at hearsay."""
    parts = {p.name: Reader(p) for p in document.parts}
    for draft in drafts:
        figure = draft.figure
        draft.attribution = parts[draft.part].read(figure.sentence, figure.start)


class Reader:
    """Reads one part: the events of its sentences and the speakers of its quotations, each once."""

    def __init__(self, part: Part) -> None:
        self.part = part
        self._events: dict[int, tuple[Frame, list[Event]]] = {}
        self._speakers: dict[int, Attribution | None] = {}

    def events(self, sentence: Sentence) -> tuple[Frame, list[Event]]:
        """The frame and events of a sentence."""
        got = self._events.get(sentence.index)
        if got is None:
            frame = Frame(sentence)
            got = self._events[sentence.index] = frame, events(frame)
        return got

    def read(self, sentence: Sentence, offset: int) -> Attribution | None:
        """Who stands behind the figure at an offset."""
        frame, found = self.events(sentence)
        if found:
            best = nearest(frame, found, sentence.at(offset))
            if best is not None:
                return self.made(frame, best, "clause")
        if frame.quoted is not None:
            q = self.part.quotation_at(offset)
            if q is not None:
                return self.speaker(q)
        return None

    def made(self, frame: Frame, event: Event, reach: str) -> Attribution:
        """The public form of an event."""
        assert event.source is not None
        start, end = frame.span(*event.source)
        text = self.part.text
        cs, ce = frame.span(*event.cue)
        return Attribution(
            source=text[start:end], owner=text[start:end], start=start, end=end, part=self.part.name, cue=text[cs:ce],
            kind="person", reach=reach,  # type: ignore[arg-type]
        )

    def speaker(self, q: Quotation, depth: int = 0) -> Attribution | None:
        """Who speaks a quotation."""
        if q.start not in self._speakers:
            self._speakers[q.start] = None
            self._speakers[q.start] = self._speaker(q, depth)
        return self._speakers[q.start]

    def _speaker(self, q: Quotation, depth: int) -> Attribution | None:
        part = self.part
        sentences = part.sentences
        first = part.sentence_at(q.start)
        last = part.sentence_at(q.end - 1)
        if first is None or last is None:
            return None
        for s in (last, first):
            frame, found = self.events(s)
            if s is last:
                i = s.before(q.end)
            else:
                i = s.at(q.start)
            best = nearest(frame, found, max(i, 0))
            if best is not None:
                return self.made(frame, best, "quote")
        after = sentences[last.index + 1] if last.index + 1 < len(sentences) else None
        if after is not None and after.paragraph == last.paragraph and not part.text[after.start : after.start + 1] in "\"\u201c'":
            frame, found = self.events(after)
            e = bare(frame, found)
            if e is not None and q.end >= last.end - 1:
                return self.made(frame, e, "quote")
        k = part.quotations.index(q)
        if k and depth < 40:
            prev = part.quotations[k - 1]
            s = part.sentence_at(prev.end - 1)
            if s is not None:
                same = s.paragraph == first.paragraph and s.index >= first.index - 1
                if same or (prev.open and s.paragraph == first.paragraph - 1) or (s.paragraph == first.paragraph - 1 and self._whole(q, first)):
                    got = self.speaker(prev, depth + 1)
                    if got is not None:
                        return got
        if first.index:
            s = sentences[first.index - 1]
            colon = part.text[s.end - 1] == ":"
            if s.paragraph == first.paragraph or colon:
                frame, found = self.events(s)
                for e in reversed(found):
                    if e.cls != "will" and e.source is not None:
                        return self.made(frame, e, "quote")
                if colon:
                    e = introduced(frame)
                    if e is not None:
                        return self.made(frame, e, "quote")
        return None

    def _whole(self, q: Quotation, first: Sentence) -> bool:
        """Whether a quotation is all of its paragraph."""
        start, end = self.part.paragraphs[first.paragraph]
        return q.start <= start + 1 and q.end >= end - 1


_PRONOUNS = frozenset("he she it they we i you".split())


def nearest(frame: Frame, found: list[Event], i: int) -> Event | None:
    """The event that covers word i most closely; one that tells before one that only does, or only "he" does."""
    best: Event | None = None
    key: tuple[int, int, int] = (9, 0, 0)
    for e in found:
        if e.source is None or not e.reaches(i):
            continue
        weak = e.frame == "noun" or frame.words[e.source[0]] in _PRONOUNS
        mine = _RANK[e.cls], int(weak), abs(e.cue[0] - i)
        if mine < key:
            best, key = e, mine
    return best

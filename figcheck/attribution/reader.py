"""Reads one part once: the events of its sentences, the speakers of its quotations, the owners of its sources."""

from __future__ import annotations

import re
from bisect import bisect_left

from figcheck.attribution.choice import nearest
from figcheck.attribution.clauses import participle
from figcheck.attribution.event import Event, Span
from figcheck.attribution.events import events
from figcheck.attribution.frame import Frame
from figcheck.attribution.hearsay import hearsay
from figcheck.attribution.kinds import is_outlet, kind_of, words_of
from figcheck.attribution.marks import bare, introduced
from figcheck.attribution.naming import Names, trimmed
from figcheck.attribution.sources import before, contracted
from figcheck.models import Attribution, Reach
from figcheck.text import Part, Quotation, Sentence

__all__ = ["Reader"]

_LABEL = re.compile(r"[\"\u201c]?((?:[A-Z][A-Z.'\u2019-]+ ?){1,3}|[QA])(?: \([A-Z]{1,5}\))?:(?=\s)")
_RELATIVE = frozenset(["who", "which", "that"])
_THIRD = frozenset(["he", "she", "it", "they", "his", "her", "its", "their", "him", "them"])
_PLURAL = frozenset(["they", "their", "them"])
_SPEAKER = frozenset(["i", "we", "you"])
_PERSONAL = frozenset(["he", "she", "his", "her", "him"])
_FULL = re.compile(r"(?:\b[A-Z][\w\u2019'.-]*\s+){1,4}[A-Z][\w\u2019'-]+")


class Reader:
    """One part of an article; every question is answered once."""

    def __init__(self, part: Part) -> None:
        self.part = part
        self.names = Names(part)
        self._events: dict[int, tuple[Frame, list[Event]]] = {}
        self._speakers: dict[int, Attribution | None] = {}
        self._made: dict[tuple[int, int, int, str, int], Attribution] = {}
        self._antecedents: dict[tuple[int, str], str | None] = {}
        self._hearsay: dict[int, list[tuple[Span, Span]]] = {}
        self._labels: dict[int, re.Match[str]] | None = None

    def events(self, sentence: Sentence) -> tuple[Frame, list[Event]]:
        """The frame and events of a sentence."""
        got = self._events.get(sentence.index)
        if got is None:
            frame = Frame(sentence)
            got = self._events[sentence.index] = frame, events(frame)
        return got

    def made(self, frame: Frame, event: Event, reach: Reach, through: Event | None = None) -> Attribution:
        """The public form of an event."""
        key = (frame.sentence.index, *event.source, reach, through.cue[0] if through is not None else -1)
        if key not in self._made:
            self._made[key] = self._make(frame, event, reach, through)
        return self._made[key]

    def _make(self, frame: Frame, event: Event, reach: Reach, through: Event | None) -> Attribution:
        text = self.part.text
        start, end = frame.span(*event.source)
        source = text[start:end]
        owner = self.owner(frame, event.source)
        also: tuple[str, ...] = ()
        first, _, second = source.partition(" and ")
        if (
            second
            and second[:1].isupper()
            and first[:1].isupper()
            and " " in second
            and kind_of(first) == kind_of(second)
        ):
            owner, also = self.names.owner(first, start), (self.names.owner(second, start),)
        via = None
        if event.via is not None:
            via = self.owner(frame, event.via)
        elif through is not None:
            via = self.owner(frame, through.source)
        if via == owner:
            via = None
        a, b = frame.span(*event.cue)
        kind = kind_of(source)
        if kind in ("person", "institution") and owner != trimmed(source):
            kind = kind_of(owner)
        return Attribution(
            source=source, owner=owner, start=start, end=end, part=self.part.name, cue=text[a:b],
            kind=kind, reach=reach, via=via, also=also,
        )  # fmt: skip

    def owner(self, frame: Frame, source: tuple[int, int]) -> str:
        """The full name behind a source as written."""
        a, b = source
        w = contracted(frame.words[a])
        start, end = frame.span(a, b)
        if b == a + 1 and w in _RELATIVE:
            k = a - 1
            while k >= 0 and frame.words[k] in (",", "--", "\u2013", "\u2014"):
                k -= 1
            found = before(frame, k) if k >= 0 else None
            if found is None or found[1] <= found[0]:
                return self.part.text[start:end]
            return self.owner(frame, _closest(frame, found[0], found[1]) if w == "who" else found[:2])
        if b == a + 1 and w in _THIRD:
            return self._antecedent(frame, a, w) or self.part.text[start:end]
        return self.names.owner(self.part.text[start:end], start)

    def _antecedent(self, frame: Frame, i: int, word: str) -> str | None:
        """Whom a pronoun stands for: the nearest source or name before it of its kind."""
        kind = "person" if word in _PERSONAL else "any" if word in _PLURAL else "body"
        index = frame.sentence.index
        if index in self._events:
            earlier = [e for e in self._events[index][1] if e.cue[0] < i]
            owner = self._owner_among(frame, earlier, kind)
            if owner is not None:
                return owner
        return (self._subject(frame, i) if kind != "person" else None) or self._earlier(index, kind, 6)

    def _subject(self, frame: Frame, i: int) -> str | None:
        """The body that is the subject of the sentence: "Police were looking for three men, they said"."""
        verb = next((k for k in range(1, min(i, 14)) if frame.finite(k) and not participle(frame, k)), None)
        found = before(frame, verb - 1) if verb is not None else None
        if found is None or found[1] <= found[0]:
            return None
        start, end = frame.span(found[0], found[1])
        return self.names.owner(self.part.text[start:end], start) if _speaks(self.part.text[start:end]) else None

    def _earlier(self, index: int, kind: str, left: int) -> str | None:
        """The antecedent that a sentence inherits from those before it."""
        if not index or not left:
            return None
        key = index, kind
        if key not in self._antecedents:
            frame, found = self.events(self.part.sentences[index - 1])
            owner = self._owner_among(frame, found, kind)
            if owner is None and kind == "person":
                name = _name_in(frame)
                owner = self.names.owner(*name) if name is not None else None
            self._antecedents[key] = owner or self._earlier(index - 1, kind, left - 1)
        return self._antecedents[key]

    def _owner_among(self, frame: Frame, found: list[Event], kind: str) -> str | None:
        """The owner of the last event whose source is a name of a kind."""
        for e in reversed(found):
            word = contracted(frame.words[e.source[0]])
            if word in _THIRD or word in _SPEAKER:
                continue
            owner = self.owner(frame, e.source)
            if kind == "any" or (kind_of(owner) == "person") == (kind == "person"):
                return owner
        return None

    def hearsay(self, frame: Frame) -> list[tuple[Span, Span]]:
        """The beliefs of a sentence with nobody behind them, and their clauses."""
        index = frame.sentence.index
        if index not in self._hearsay:
            self._hearsay[index] = hearsay(frame)
        return self._hearsay[index]

    def label(self, sentence: Sentence) -> Attribution | None:
        """The speaker that a paragraph of a transcript opens with: "RUIZ: …", "Q: …"."""
        if self._labels is None:
            found = {
                n: m
                for n, (start, end) in enumerate(self.part.paragraphs)
                if (m := _LABEL.match(self.part.text, start, end))
            }
            self._labels = found if len(found) > 1 else {}
        m = self._labels.get(sentence.paragraph)
        if m is None:
            return None
        name = m[1].strip()
        owner = self.names.owner(name.title(), m.start(1)) if len(name) > 2 else name
        return Attribution(
            source=name, owner=owner, start=m.start(1), end=m.start(1) + len(name), part=self.part.name, cue=":",
            kind="person", reach="quote",
        )  # fmt: skip

    def speaker(self, q: Quotation, depth: int = 0) -> Attribution | None:
        """Who speaks a quotation."""
        if q.start not in self._speakers:
            self._speakers[q.start] = None
            self._speakers[q.start] = self._speaker(q, depth)
        return self._speakers[q.start]

    def _speaker(self, q: Quotation, depth: int) -> Attribution | None:
        part = self.part
        first = part.sentence_at(q.start)
        last = part.sentence_at(q.end - 1)
        if first is None or last is None:
            return None
        for s in (last, first):
            frame, found = self.events(s)
            best = nearest(frame, found, max(s.before(q.end) if s is last else s.at(q.start), 0))
            if best is not None:
                return self.made(frame, best, "quote")
        said = self.label(first) or self._after(q, last) or self._linked(q, first, depth) or self._before(first)
        if said is None and q.open and depth < 40:
            k = self._number(q) + 1
            if k < len(part.quotations):
                said = self.speaker(part.quotations[k], depth + 1)
        return said

    def _number(self, q: Quotation) -> int:
        """Which of the part's quotations it is."""
        return bisect_left(self.part.quotations, q.start, key=lambda x: x.start)

    def _after(self, q: Quotation, last: Sentence) -> Attribution | None:
        """'"…?" Ruiz asked.': the sentence after it says no more than who spoke."""
        sentences = self.part.sentences
        if last.index + 1 >= len(sentences) or q.end < last.end - 1:
            return None
        after = sentences[last.index + 1]
        if after.paragraph != last.paragraph or self.part.plain[after.start] in "\"'":
            return None
        frame, found = self.events(after)
        e = bare(frame, found)
        return self.made(frame, e, "quote") if e is not None else None

    def _linked(self, q: Quotation, first: Sentence, depth: int) -> Attribution | None:
        """The speaker of the quotation before, where this one goes on with it."""
        quotations = self.part.quotations
        k = self._number(q)
        if not k or depth > 40:
            return None
        prev = quotations[k - 1]
        s = self.part.sentence_at(prev.end - 1)
        if s is None:
            return None
        same = s.paragraph == first.paragraph and s.index >= first.index - 1
        if same or (s.paragraph == first.paragraph - 1 and (prev.open or self._whole(q, first))):
            return self.speaker(prev, depth + 1)
        return None

    def _before(self, first: Sentence) -> Attribution | None:
        """The sentence before it: one that ends in a colon, or tells in the same paragraph."""
        if not first.index:
            return None
        s = self.part.sentences[first.index - 1]
        colon = self.part.text[s.end - 1] == ":"
        if s.paragraph != first.paragraph and not colon:
            return None
        frame, found = self.events(s)
        for e in reversed(found):
            if e.cls != "will":
                return self.made(frame, e, "quote")
        intro = introduced(frame) if colon else None
        return self.made(frame, intro, "quote") if intro is not None else None

    def _whole(self, q: Quotation, first: Sentence) -> bool:
        """Whether a quotation is all of its paragraph."""
        start, end = self.part.paragraphs[first.paragraph]
        return q.start <= start + 1 and q.end >= end - 1


def _closest(f: Frame, a: int, b: int) -> tuple[int, int]:
    """Of the noun phrase before "who" the last name in it, else all of it."""
    cut = max((i + 1 for i in range(a, b) if f.words[i] in f.lex.preposition), default=a)
    start, end = f.span(cut, b) if cut < b else f.span(a, b)
    name = f.sentence.part.text[start:end]
    return (cut, b) if cut < b and " " in name and name[0].isupper() and kind_of(name) == "person" else (a, b)


def _speaks(source: str) -> bool:
    """Whether a subject is a body or its people, by its last word: "police", "the coast guard"."""
    words = source.lower().split()
    return bool(words) and words[-1] in words_of("institution") and kind_of(source) == "institution"


def _name_in(f: Frame) -> tuple[str, int] | None:
    """The first person's name of a sentence."""
    s = f.sentence
    for m in _FULL.finditer(s.part.text, s.start, s.end):
        name = " ".join(m.group().split())
        if kind_of(name) == "person" and not is_outlet(name):
            return name, m.start()
    return None

"""Reads one part once: the tellings of its sentences, the speakers of its quotations, the owners of its sources."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from figcheck.attribution.kinds import is_outlet, kind_of
from figcheck.attribution.naming import Names, trimmed
from figcheck.attribution.nouns import label, noun_tellings
from figcheck.attribution.telling import Span, Telling, chain_of, nearest
from figcheck.attribution.verbs import verb_tellings
from figcheck.models import Attribution, Reach
from figcheck.syntax import Structure, Syntax
from figcheck.text import Part, Quotation, Sentence

__all__ = ["Reader"]

_PERSONAL = frozenset(["he", "she", "his", "her", "him"])
_PLURAL = frozenset(["they", "their", "them"])
_THIRD = _PERSONAL | _PLURAL | {"it", "its"}
_SPEAKER = frozenset(["i", "we", "you"])
_LONGEST = 400  # words; no sentence is longer, and what is (a table, a list) has no grammar
_BACK = 6  # sentences


class Reader:
    """One part of an article; every question is answered once."""

    def __init__(self, part: Part, syntax: Syntax) -> None:
        self.part = part
        self.syntax = syntax
        self.names = Names(part)
        self._tellings: dict[int, tuple[Structure, list[Telling]]] = {}
        self._speakers: dict[int, Attribution | None] = {}
        self._made: dict[tuple[int, int, int, str, int], Attribution] = {}
        self._antecedents: dict[tuple[int, str], str | None] = {}
        self._labels: dict[int, tuple[int, int]] | None = None

    def tellings(self, sentence: Sentence) -> tuple[Structure, list[Telling]]:
        """The structure and tellings of a sentence."""
        got = self._tellings.get(sentence.index)
        if got is None:
            st = self.syntax.of(sentence)
            found: list[Telling] = []
            if len(st.words.text) <= _LONGEST:
                quoted = self.quoted(st)
                found = verb_tellings(st, quoted) + noun_tellings(st, quoted)
                named = label(st)
                if named is not None:
                    found.append(named)
                found.sort(key=lambda t: t.cue)
                _cited(self, st, found)
            got = self._tellings[sentence.index] = st, found
        return got

    def quoted(self, st: Structure) -> list[Span]:
        """The quotations of a sentence as words."""
        s = st.sentence
        out: list[Span] = []
        if not self.part.quotations:
            return out
        for q in self.part.quotations_in(s.start, s.end):
            a, b = bisect_left(st.words.start, q.start), bisect_right(st.words.end, q.end)
            if a < b:
                out.append((a, b))
        return out

    def span(self, st: Structure, words: Span) -> Span:
        """Words of a sentence as offsets of the part."""
        return st.words.start[words[0]], st.words.end[words[1] - 1]

    def made(self, st: Structure, t: Telling, reach: Reach, outer: Telling | None = None) -> Attribution:
        """The public form of a telling."""
        key = (st.sentence.index, *t.source, reach, outer.cue[0] if outer is not None else -1)
        if key not in self._made:
            self._made[key] = self._make(st, t, reach, outer)
        return self._made[key]

    def _make(self, st: Structure, t: Telling, reach: Reach, outer: Telling | None) -> Attribution:
        text = self.part.text
        start, end = self.span(st, t.source)
        source = text[start:end]
        owner = self.owner(st, t)
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
        if t.via is not None:
            a, b = self.span(st, t.via)
            via = self.names.owner(text[a:b], a)
        elif outer is not None:
            via = self.owner(st, outer)
        kind = kind_of(source)
        if kind in ("person", "institution") and owner != trimmed(source):
            kind = kind_of(owner)
        a, b = self.span(st, t.cue)
        return Attribution(
            source=source, owner=owner, start=start, end=end, part=self.part.name, cue=text[a:b],
            kind=kind, reach=reach, via=via if via != owner else None, also=also,
        )  # fmt: skip

    def owner(self, st: Structure, t: Telling) -> str:
        """The full name behind a source as written."""
        a, b = t.of or t.source
        start, end = self.span(st, (a, b))
        word = st.words.text[a]
        if b == a + 1 and word in _THIRD:
            return self._antecedent(st, a, word) or self.part.text[start:end]
        return self.names.owner(self.part.text[start:end], start)

    def _antecedent(self, st: Structure, i: int, word: str) -> str | None:
        """Whom a pronoun stands for: the nearest source or name before it of its kind."""
        kind = "person" if word in _PERSONAL else "any" if word in _PLURAL else "body"
        index = st.sentence.index
        if index in self._tellings:
            owner = self._owner_among(st, [t for t in self._tellings[index][1] if t.cue[0] < i], kind)
            if owner is not None:
                return owner
        return (self._body(st, i) if kind != "person" else None) or self._earlier(index, kind, _BACK)

    def _body(self, st: Structure, i: int) -> str | None:
        """The body that is the subject of the sentence: "Police were looking for three men, they said"."""
        for clause in st.clauses:
            subject = clause.subject
            if subject is not None and subject.end <= i and clause.verb is not None and not subject.figures:
                start, end = self.span(st, (subject.start, subject.end))
                name = self.part.text[start:end]
                return self.names.owner(name, start) if kind_of(name) == "institution" else None
        return None

    def _earlier(self, index: int, kind: str, left: int) -> str | None:
        """The antecedent that a sentence inherits from those before it."""
        if not index or not left:
            return None
        key = index, kind
        if key not in self._antecedents:
            st, found = self.tellings(self.part.sentences[index - 1])
            owner = self._owner_among(st, found, kind)
            if owner is None and kind == "person":
                owner = self._person(st)
            self._antecedents[key] = owner or self._earlier(index - 1, kind, left - 1)
        return self._antecedents[key]

    def _owner_among(self, st: Structure, found: list[Telling], kind: str) -> str | None:
        """The owner of the last telling whose source is a name of a kind."""
        for t in reversed(found):
            if st.words.text[t.source[0]] in _THIRD | _SPEAKER:
                continue
            owner = self.owner(st, t)
            if kind == "any" or (kind_of(owner) == "person") == (kind == "person"):
                return owner
        return None

    def _person(self, st: Structure) -> str | None:
        """The first person's name of a sentence."""
        for phrase in st.phrases:
            a = phrase.head
            while a > phrase.start and st.words.capital[a - 1] and st.tags[a - 1] == "m":
                a -= 1
            if a < phrase.head and st.words.capital[phrase.head]:
                start, end = self.span(st, (a, phrase.head + 1))
                name = self.part.text[start:end]
                if kind_of(name) == "person" and not is_outlet(name):
                    return self.names.owner(name, start)
        return None

    def transcript(self, sentence: Sentence) -> Attribution | None:
        """The speaker that a paragraph of a transcript opens with: "RUIZ: …", "Q: …"."""
        if self._labels is None:
            named = ((n, _speaker_label(self.part.text, *span)) for n, span in enumerate(self.part.paragraphs))
            found = {n: at for n, at in named if at is not None}
            self._labels = found if len(found) > 1 else {}
        at = self._labels.get(sentence.paragraph)
        if at is None:
            return None
        name = self.part.text[at[0] : at[1]]
        owner = self.names.owner(name.title(), at[0]) if len(name) > 2 else name
        return Attribution(
            source=name, owner=owner, start=at[0], end=at[1], part=self.part.name, cue=":", kind="person",
            reach="quote",
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
            st, found = self.tellings(s)
            i = bisect_right(st.words.end, q.end) - 1 if s is last else bisect_left(st.words.start, q.start)
            i = min(max(i, 0), len(st.tags) - 1)
            best = nearest(found, i, chain_of(st, i, quoted=True))
            if best is not None:
                return self.made(st, best, "quote")
        said = self.transcript(first) or self._after(q, last) or self._linked(q, first, depth) or self._before(first)
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
        st = self.syntax.of(after)
        clause = st.clauses[0]
        verb = clause.verb
        if verb is None or clause.subject is None or "report" not in st.said_of(verb) or clause.objects:
            return None
        if any(c.host is verb for c in st.clauses if c.kind in ("content", "list")):
            return None
        a, b = clause.subject.start, clause.subject.end
        return self.made(st, Telling("report", (verb.at, verb.at + 1), (a, b)), "quote")

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
        st, found = self.tellings(s)
        for t in reversed(found):
            if t.cls != "will":
                return self.made(st, t, "quote")
        return self._introduced(st) if colon else None

    def _introduced(self, st: Structure) -> Attribution | None:
        """The subject of a sentence that ends in a colon: "X made this remark:"."""
        for clause in st.clauses:
            if clause.verb is not None and clause.subject is not None and clause.kind == "main":
                t = Telling(
                    "report", (len(st.words.text) - 1, len(st.words.text)), (clause.subject.start, clause.subject.end)
                )
                return self.made(st, t, "quote")
        return None

    def _whole(self, q: Quotation, first: Sentence) -> bool:
        """Whether a quotation is all of its paragraph."""
        start, end = self.part.paragraphs[first.paragraph]
        return q.start <= start + 1 and q.end >= end - 1


def _cited(reader: Reader, st: Structure, found: list[Telling]) -> None:
    """ "Reuters said, citing the governor": what an outlet tells in another's name is the other's."""
    for c in [t for t in found if t.via is not None]:
        a, b = reader.span(st, c.via)  # type: ignore[arg-type]
        for t in found:
            if t is not c and t.source == c.via and is_outlet(reader.part.text[a:b]):
                t.via, t.source, t.of = c.via, c.source, None


def _speaker_label(text: str, start: int, end: int) -> Span | None:
    """Where the label of a transcript's paragraph stands: one to three words in capitals, or Q or A, before a colon."""
    if text[start : start + 1] in '"\u201c':
        start += 1
    colon = text.find(":", start, min(end, start + 60))
    if colon < 0 or not text[colon + 1 : colon + 2].isspace():
        return None
    name = text[start:colon].partition(" (")[0]
    words = name.split(" ")
    if name in ("Q", "A") or (len(words) <= 3 and all(len(w) > 1 and w.isupper() and w[0].isalpha() for w in words)):
        return start, start + len(name)
    return None

"""A sentence with its structure, and the questions that the later stages ask of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from figcheck.drafts import Figure, When
from figcheck.syntax import clauses, phrases, places, tags, words
from figcheck.syntax.clauses import Clause
from figcheck.syntax.phrases import Item, Phrase, Verb, lemma
from figcheck.syntax.places import Place
from figcheck.text import Part, Sentence

__all__ = ["LEVELS", "Structure", "Syntax"]

# The order in which a sentence is read; each level reads what the ones before it made.
LEVELS = (words.words, tags.tags, phrases.chunks, clauses.clauses)


class Structure:
    """One sentence, read.

    `words` its words, `tags` a class for each, `items` phrases, verb groups and marks in order, `clauses` in the order
    in which they open.
    """

    __slots__ = ("_phrases", "_subjects", "clauses", "items", "sentence", "tags", "words")

    def __init__(self, sentence: Sentence, figures: Sequence[Figure], whens: Sequence[When]) -> None:
        self.sentence = sentence
        self.words = words.words(sentence, figures, whens)
        self.tags = tags.tags(self.words)
        self.items: list[Item] = phrases.chunks(self.words, self.tags)
        self.clauses: list[Clause] = clauses.clauses(self.words, self.items)
        self._phrases: list[Phrase] | None = None
        self._subjects: dict[int, list[Clause]] | None = None

    @property
    def phrases(self) -> list[Phrase]:
        """Its phrases in order, noun phrases and lone adjectives and adverbs."""
        if self._phrases is None:
            self._phrases = [item for item in self.items if isinstance(item, Phrase)]
        return self._phrases

    def word_at(self, offset: int) -> int:
        """Index of the word that holds an offset of the part, or of the last one before it."""
        return max(0, bisect_right(self.words.start, offset) - 1)

    def item_at(self, index: int) -> Item | None:
        """The phrase, verb group or mark that holds a word."""
        for item in self.items:
            if isinstance(item, (Phrase, Verb)):
                if item.start <= index < item.end:
                    return item
            elif item.at == index:
                return item
        return None

    def verb_at(self, index: int) -> Verb | None:
        """The verb group that holds a word."""
        item = self.item_at(index)
        return item if isinstance(item, Verb) else None

    def phrase_of(self, figure: Figure) -> Phrase | None:
        """The noun phrase that a figure stands in (the owner, where it stands in that: "the 12 victims' families")."""
        at = self.words.at(figure)
        for phrase in self.phrases:
            found: Phrase | None = phrase
            while found is not None:
                if at in found.figures:
                    return found
                found = found.owner
        return None

    def place(self, figure: Figure) -> Place | None:
        """Where a figure stands: phrase, clause, governor, role, preposition, counted noun."""
        phrase = self.phrase_of(figure)
        return None if phrase is None else places.place_of(self.words, phrase, self.words.at(figure))

    def span(self, piece: Phrase | Verb) -> tuple[int, int]:
        """Where a phrase or verb group stands in its part."""
        return self.words.start[piece.start], self.words.end[piece.end - 1]

    def quote(self, piece: Phrase | Verb) -> str:
        """A phrase or verb group as written."""
        start, end = self.span(piece)
        return self.sentence.part.text[start:end]

    def lemma(self, phrase: Phrase) -> str:
        """The word of a phrase's head, singular; "" where a figure is its own head."""
        return lemma(self.words, phrase)

    def said_of(self, piece: Phrase | Verb) -> dict[str, str]:
        """The tags that the lexicon gives to the head of a phrase, or to a verb."""
        return self.words.read[piece.head if isinstance(piece, Phrase) else piece.at].tags

    def predicated(self, phrase: Phrase) -> list[Clause]:
        """The clauses whose subject a phrase is, relative and participial ones included."""
        if self._subjects is None:
            self._subjects = {}
            for clause in self.clauses:
                if clause.subject is not None and clause.verb is not None:
                    self._subjects.setdefault(id(clause.subject), []).append(clause)
        return self._subjects.get(id(phrase), [])

    def modifiers(self, phrase: Phrase) -> list[Phrase]:
        """The prepositional phrases and adjectives that hang on a phrase."""
        return [p for p in self.phrases if p.governor is phrase]

    def conjuncts(self, phrase: Phrase) -> list[Phrase]:
        """A phrase and those coordinated with it, in order."""
        lead = phrase.lead
        return [lead, *(p for p in self.phrases if p.lead is lead and p is not lead)]

    def within(self, clause: Clause | None) -> Iterator[Clause]:
        """A clause and those that it stands in, from the inside out."""
        seen = 0
        while clause is not None and seen < 100:
            yield clause
            clause = clause.parent
            seen += 1


class Syntax:
    """The structures of one part's sentences, each read when first asked for.

    `figures` and `whens` are those of the part, `by_sentence` its figures by the index of their sentence.
    """

    __slots__ = ("_found", "_starts", "by_sentence", "figures", "part", "whens")

    def __init__(self, part: Part, figures: Sequence[Figure], whens: Sequence[When]) -> None:
        self.part = part
        self.figures = figures
        self.by_sentence: dict[int, list[Figure]] = {}
        for figure in figures:
            self.by_sentence.setdefault(figure.sentence.index, []).append(figure)
        self.whens = whens
        self._starts = [w.start for w in whens]
        self._found: dict[int, Structure] = {}

    def of(self, sentence: Sentence) -> Structure:
        """The structure of one of the part's sentences."""
        found = self._found.get(sentence.index)
        if found is None:
            found = Structure(sentence, self.by_sentence.get(sentence.index, ()), self._dates(sentence))
            self._found[sentence.index] = found
        return found

    def sentences(self) -> list[Sentence]:
        """The sentences that hold figures, in order."""
        return [self.part.sentences[index] for index in sorted(self.by_sentence)]

    def _dates(self, sentence: Sentence) -> list[When]:
        low = bisect_right(self._starts, sentence.start - 1)
        high = bisect_right(self._starts, sentence.end - 1)
        return list(self.whens[low:high])

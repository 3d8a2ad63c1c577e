"""A sentence as the clause grammar sees it: its words, which of them stand in quotation marks, and small questions."""

from __future__ import annotations

from figcheck.attribution.lexicon import Lexicon, lexicon, small
from figcheck.text import Sentence
from figcheck.words import wordset

__all__ = ["ABBREVIATED", "BREAK", "DASH", "HARD", "QUOTE", "Frame"]

BREAK = frozenset([",", ";", ":", "--", "-", "\u2013", "\u2014", "(", ")", '"', "''", "``", "[", "]", "...", "\u2026"])
QUOTE = frozenset(['"', "''", "``"])
DASH = frozenset(["--", "---", "-", "\u2013", "\u2014"])
HARD = frozenset([";", ":", "--", "---", "-", "\u2013", "\u2014", "(", ")", '"', "''", "``", "[", "]"])
ABBREVIATED = small("abbreviated")
_WEEKDAY = wordset("lexicon.toml", "weekday")
_WHEN = _WEEKDAY | small("when")
_BEFORE_WHEN = _WHEN | small("before_when")
_ALSO_NAME = small("also_name")


def _glued(sentence: Sentence) -> list[str]:
    """Its words with the hyphen of "12-year" told from a dash."""
    starts, ends = sentence.starts, sentence.ends
    last = len(starts) - 1
    return [
        "\u2010" if w == "-" and 0 < i < last and ends[i - 1] == starts[i] and ends[i] == starts[i + 1] else w
        for i, w in enumerate(sentence.words)
    ]


class Frame:
    """One sentence with the questions that the grammar asks of it; `quoted[i]` where word i is in a quotation."""

    __slots__ = ("lex", "n", "quoted", "ranges", "sentence", "words")

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        words = sentence.words
        if "-" in words:
            words = _glued(sentence)
        self.words = words
        self.n = len(words)
        self.lex: Lexicon = lexicon()
        self.quoted: list[bool] | None = None
        self.ranges: list[tuple[int, int]] = []
        part = sentence.part
        inside = part.quotations_in(sentence.start, sentence.end) if part.quotations else ()
        if inside:
            self.quoted = [False] * self.n
            for q in inside:
                a = sentence.at(max(q.start, sentence.start))
                b = sentence.before(min(q.end, sentence.end))
                self.quoted[a : b + 1] = [True] * (b + 1 - a)
                self.ranges.append((a, b + 1))

    def stop(self, i: int) -> bool:
        """Whether word i is a full stop that ends the sentence, not one of an abbreviation."""
        return self.words[i] in ".!?" and (
            i + 1 >= self.n or (self.words[i - 1] not in ABBREVIATED and i + 2 >= self.n)
        )

    def capital(self, i: int) -> bool:
        """Whether word i is written with a capital."""
        return self.sentence.part.text[self.sentence.starts[i]].isupper()

    def adverb(self, i: int) -> bool:
        """Whether word i can stand between a subject and its verb."""
        w = self.words[i]
        lex = self.lex
        if w in lex.adverb:
            return w not in _ALSO_NAME or not self.capital(i)
        return w.endswith("ly") and len(w) > 4 and w not in lex.not_adverb and not self.capital(i)

    def finite(self, i: int) -> bool:
        """Whether word i looks like a finite verb."""
        w = self.words[i]
        lex = self.lex
        if w in lex.be:
            return w not in ("be", "been", "being", "am") and (w != "'s" or self.possessed(i))
        if w in lex.auxiliary:
            return w not in ("having", "not", "never")
        if w in lex.past:
            return not self.capital(i) or i == 0
        if w.endswith("ed"):
            return len(w) > 3 and not self.capital(i) and "-" not in w
        cue = lex.verbs.get(w)
        return cue is not None and cue.form in ("s", "past") and not self.capital(i) and self.verbal(i)

    def timed(self, i: int) -> int:
        """Where a time that ends at word i starts ("on Monday", "last week", "Sunday night"); i + 1 where none does."""
        words = self.words
        if i < 1 or words[i] not in _WHEN:
            return i + 1
        k = i
        while k > 0 and words[k - 1] in _BEFORE_WHEN:
            k -= 1
        if k and words[k - 1] in self.lex.asked:
            return i + 1  # "a poll last week" is a name of the poll
        return k if words[k] != words[i] or words[i] in _WEEKDAY else i + 1

    def possessed(self, i: int) -> bool:
        """Whether the 's at i is "is" or "has" (after a pronoun), not a possessive."""
        return i > 0 and self.words[i - 1] in ("he", "she", "it", "that", "there", "who", "what", "here")

    @property
    def headline(self) -> bool:
        """Whether most of its longer words have capitals."""
        raw = [i for i in range(1, self.n) if len(self.words[i]) > 3]
        return len(raw) > 2 and sum(self.capital(i) for i in raw) > 0.7 * len(raw)

    def verbal(self, i: int) -> bool:
        """Whether a form that may be a noun too ("reports", "plans") is a verb here."""
        before = self.words[i - 1] if i else ""
        return not (before in self.lex.determiner or before in self.lex.preposition or before in ("'s", "'"))

    def clause(self, a: int, b: int) -> bool:
        """Whether words a..b hold a finite verb or a quotation."""
        quoted = self.quoted
        return any((quoted is not None and quoted[i]) or self.finite(i) for i in range(a, b))

    def next_break(self, i: int) -> int:
        """Index of the first comma, dash, bracket, quotation mark or full stop at or after i."""
        words, n = self.words, self.n
        while i < n:
            if words[i] in BREAK or (words[i] in ".!?" and self.stop(i)):
                return i
            i += 1
        return n

    def before_verb(self, k: int) -> int:
        """The word before the auxiliaries and adverbs that stand before the verb at k."""
        j = k - 1
        while j > 0 and (self.words[j] in self.lex.auxiliary or self.words[j] in self.lex.be or self.adverb(j)):
            j -= 1
        return j

    def span(self, a: int, b: int) -> tuple[int, int]:
        """Offsets of words a..b in the part."""
        s = self.sentence
        return s.starts[a], s.ends[b - 1]

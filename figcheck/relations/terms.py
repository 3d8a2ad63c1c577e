"""Term: a figure with its place in the story, and Story: all of them in order; what every equation looks at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import islice

from figcheck.drafts import Figure
from figcheck.intervals import Interval, disjoint, fair, written
from figcheck.models import Claim, Evidence
from figcheck.relations import slips
from figcheck.syntax import Clause, Phrase, Structure, Syntax, Verb, way_of
from figcheck.syntax.lexicon import ADJECTIVE, NOMINAL, VERBAL, look
from figcheck.text import Document

__all__ = ["MOST", "Story", "Term", "alike", "evidence", "is_factor", "same_scale", "shared_topic"]

MOST = 30  # a sentence with more figures is a table, and grammar ties nothing in it
_AMOUNTS = ("count", "money", "percent", "measurement", "other", "rate", "duration")
_CONTENT = NOMINAL | VERBAL | ADJECTIVE
_LED = 4  # words before a figure that are looked through for one that says something
_COMES = frozenset(("come", "amount", "total", "reach", "hit"))  # "profit came to 3", "sales totalled 3"
_ORDINALS = frozenset(("first", "second", "third", "fourth", "fifth"))
_THEM = frozenset(("them", "those", "these", "whom", "which"))
_LIGHT = frozenset(("be", "have", "do", "say", "make", "take", "get", "go", "come", "give"))


class Term:
    """One figure: its claim, the structure of its sentence, its phrase, and what it is a figure of."""

    __slots__ = ("__dict__", "_can_be", "at", "claim", "currency", "figure", "index", "order", "phrase", "structure")

    def __init__(self, claim: Claim, figure: Figure, structure: Structure, order: int) -> None:
        self.claim = claim
        self.figure = figure
        self.structure = structure
        self.order = order  # its rank in the story
        self.index = structure.sentence.index
        self.phrase: Phrase | None = structure.phrase_of(figure)
        self.at = structure.words.at(figure)  # its word
        self.currency: str | None = None  # which franc it is, where the story has but one
        self._can_be: dict[int, bool] = {}

    @property
    def value(self) -> Decimal | None:
        """The one number written."""
        return self.claim.quantity.stated

    @property
    def number(self) -> Decimal:
        """The one number written, 0 where there is none."""
        return self.claim.quantity.stated or slips.ZERO

    @property
    def unit(self) -> str | None:
        """Its unit."""
        return self.currency or self.claim.quantity.unit

    @property
    def is_level(self) -> bool:
        """Whether it is an amount of something, and neither of a change nor on top of another one."""
        c = self.claim
        return c.kind in _AMOUNTS and c.quantity.direction is None and not c.additional

    @cached_property
    def root(self) -> Phrase | None:
        """The phrase that it hangs in at last: "expectations" of "expectations of 190,000"."""
        phrase, seen = self.phrase, 0
        while phrase is not None and seen < 5:
            governor = phrase.governor
            if not isinstance(governor, Phrase) or phrase.role not in ("modifier", "post") or governor.kind != "n":
                break
            if phrase.prep not in ("of", "for", "at", "") or governor.start > phrase.start:
                break
            phrase, seen = governor, seen + 1
        return phrase

    @property
    def clause(self) -> Clause | None:
        """The clause that it stands in."""
        root = self.root
        return root.clause if root is not None else None

    @property
    def start(self) -> int:
        """The first word of its phrase, or its own."""
        return self.phrase.start if self.phrase is not None else self.at

    @property
    def end(self) -> int:
        """The word after its phrase, or after itself."""
        return self.phrase.end if self.phrase is not None else self.at + 1

    @property
    def of_them(self) -> Iterator[Phrase]:
        """The pronouns that it is told of: "19 of them"."""
        s = self.structure
        for p in s.phrases:
            if p.prep == "of" and p.governor is self.phrase and s.words.text[p.head] in _THEM:
                yield p

    @cached_property
    def digits(self) -> str:
        """The digits of the number written, without zeros at either end."""
        return slips.digits(self.number)

    def can_be(self, other: Term) -> bool:
        """Whether both can be one number, as written or as a fair reader takes them; worked out once for a pair."""
        known = self._can_be.get(other.order)
        if known is None:
            pairs = ((self.written, other.written), (self.fair, other.written), (self.written, other.fair))
            known = self._can_be[other.order] = any(not disjoint(p, q) for p, q in pairs)
        return known

    @cached_property
    def written(self) -> Interval:
        """What the figure can be as it is written."""
        return written(self.claim.quantity)

    @cached_property
    def fair(self) -> Interval:
        """What a fair reader takes the figure for."""
        return fair(self.claim.quantity)

    @cached_property
    def noun(self) -> str:
        """What it counts or measures: "job", "profit" of "profit of $3m", "a $3m profit", "profit rose to $3m"."""
        claim, phrase, s = self.claim, self.phrase, self.structure
        if claim.kind == "count" and claim.counted:
            return (s.words.read and _head(claim.counted)) or ""
        if phrase is None:
            return ""
        own = s.lemma(phrase)
        if own and not phrase.is_time:
            return own
        root = self.root
        if root is not None and root is not phrase:
            return s.lemma(root) if s.tags[root.head] in "nNm" else ""  # "all of the 3 billion"
        clause = self.clause
        subject = clause.subject if clause is not None else None
        if subject is None or subject is root or not self._is_of_subject(clause):
            return ""
        return s.lemma(subject) if s.tags[subject.head] in "nNm" else ""  # "they were 800"

    def _is_of_subject(self, clause: Clause | None) -> bool:
        """Whether it tells how much its subject is: "profit was $3m", "profit rose to $3m"."""
        phrase = self.root or self.phrase
        verb = clause.verb if clause is not None else None
        if phrase is None or verb is None:
            return False
        told = "copula" in verb.tags or verb.lemma in _COMES or bool(way_of(verb)) or phrase.prep == "at"
        return phrase.role == "predicate" or told

    @cached_property
    def topic(self) -> frozenset[str]:
        """The content words of its sentence, as lemmas: what that speaks of."""
        return content(self.structure)

    @cached_property
    def modifiers(self) -> frozenset[str]:
        """The content words of its phrase besides the head: "new" and "building" of "four new building sites"."""
        s, out = self.structure, set()
        for phrase in (self.phrase, self.root):
            if phrase is None:
                continue
            for k in range(phrase.start, phrase.end):
                if k != phrase.head and _says(s, k):
                    out.add(s.words.read[k].noun)
        return frozenset(out)

    @cached_property
    def led(self) -> str:
        """The content word before it: "sell" of "will sell 300,000 copies", "threshold" of "the threshold to $5"."""
        s, k = self.structure, self.at - 1
        while k >= max(0, self.at - _LED) and s.words.mark[k] not in (".", ";", ":"):
            if s.words.end[k] <= self.figure.start and _says(s, k):
                return s.words.read[k].noun or s.words.text[k]
            k -= 1
        return ""

    @cached_property
    def marked(self) -> frozenset[str]:
        """All words of its phrase."""
        phrase = self.phrase
        return frozenset(self.structure.words.text[phrase.start : phrase.end]) if phrase is not None else frozenset()

    @cached_property
    def names(self) -> frozenset[str]:
        """The names in its clause."""
        s, clause = self.structure, self.clause
        return frozenset(
            s.words.text[k]
            for p in s.phrases
            if p.clause is clause
            for k in range(max(1, p.start), p.end)
            if s.words.capital[k] and len(s.words.text[k]) > 2
        )

    @cached_property
    def times(self) -> frozenset[str]:
        """The words of time of its clause: "2023", "today"."""
        s, clause = self.structure, self.clause
        if clause is None:
            return frozenset()
        spans = [range(p.start, p.end) for p in s.phrases if p.clause is clause and p.is_time and p is not self.phrase]
        return frozenset(s.words.text[k] for span in spans for k in span if s.tags[k] not in "dp")

    @cached_property
    def stages(self) -> frozenset[str]:
        """The ordinals of its sentence: "in the first phase"."""
        return frozenset(self.structure.words.text) & _ORDINALS

    @cached_property
    def dates(self) -> frozenset[str]:
        """The dates and words of time in its sentence."""
        w = self.structure.words
        return frozenset(w.text[k] for k in range(len(w.mark)) if w.mark[k] == "t")


def _head(counted: str) -> str:
    return look(counted.split()[-1].lower()).noun


def _says(s: Structure, k: int) -> bool:
    """Whether a word says something: an open class, or a name."""
    w = s.words
    if w.mark[k] or len(w.text[k]) < 3:
        return False
    bits = w.read[k].bits
    if w.capital[k]:
        return bool(bits & _CONTENT) or not bits  # a name; not "The", "In"
    return bool(bits & _CONTENT) and "light" not in w.read[k].tags


def content(s: Structure) -> frozenset[str]:
    """The content words of a sentence as lemmas."""
    out = set()
    for item in s.items:
        if isinstance(item, Phrase):
            out |= {s.words.read[k].noun for k in range(item.start, item.end) if _says(s, k)}
        elif isinstance(item, Verb) and "light" not in item.tags and item.lemma not in _LIGHT:
            out.add(item.lemma)
    return frozenset(out)


class Story:
    """The terms of one article in order; implicit claims ("a man was killed") stand beside them."""

    def __init__(self, document: Document, claims: Sequence[Claim], structures: Mapping[str, Syntax]) -> None:
        self.document = document
        self.structures = structures
        self.terms: list[Term] = []
        self.implicit: list[Claim] = [c for c in claims if c.implicit]
        figures = {(name, f.start, f.end): f for name, s in structures.items() for f in s.figures}
        for c in claims:
            f = figures.get((c.part, c.start, c.end))
            if f is not None and not c.implicit:
                self.terms.append(Term(c, f, structures[c.part].of(f.sentence), len(self.terms)))
        self.sentences: dict[tuple[str, int], list[Term]] = {}
        for t in self.terms:
            self.sentences.setdefault((t.claim.part, t.index), []).append(t)
        for key in [k for k, found in self.sentences.items() if len(found) > MOST]:
            del self.sentences[key]
        self.terms = [t for t in self.terms if (t.claim.part, t.index) in self.sentences]

        self._name_currencies()
        self._nouns: dict[tuple[str, str | None, str], list[Term]] = {}
        for t in self.terms:
            self._nouns.setdefault((t.claim.kind, t.unit, t.noun), []).append(t)
        self._scales: dict[tuple[str, str | None], list[Term]] = {}
        for t in self.terms:
            self._scales.setdefault((t.claim.kind, t.unit), []).append(t)
        self._numbers: dict[tuple[str, str | None], frozenset[Decimal]] = {}
        self._like: dict[tuple[int, str, str | None, str], list[Term]] = {}

    def _name_currencies(self) -> None:
        """A bare "3 million francs" is of the one country whose francs the story names."""
        named: dict[str, set[str]] = {}
        money = [t for t in self.terms if t.claim.kind == "money" and t.unit is not None]
        for t in money:
            if t.unit is not None and t.unit.isupper():
                named.setdefault(look(t.claim.quote.rpartition(" ")[2].lower()).noun, set()).add(t.unit)
        for t in money:
            known = named.get(t.unit or "", set())
            if len(known) == 1:
                t.currency = next(iter(known))

    def of_scale(self, term: Term) -> list[Term]:
        """The terms of its kind and unit."""
        return self._scales.get((term.claim.kind, term.unit), [])

    def numbers(self, term: Term) -> frozenset[Decimal]:
        """The numbers written on its scale."""
        key = (term.claim.kind, term.unit)
        if key not in self._numbers:
            self._numbers[key] = frozenset(t.number for t in self._scales.get(key, []))
        return self._numbers[key]

    def of_noun(self, term: Term) -> list[Term]:
        """The terms of its kind, unit and noun."""
        return self._nouns.get((term.claim.kind, term.unit, term.noun), [])

    def like(self, term: Term, value: Term, most: int) -> list[Term]:
        """Of the first `most` figures of a term's noun, those that can be the number of another, three at most."""
        known = self._like.get(key := (value.order, term.claim.kind, term.unit, term.noun))
        if known is None:
            known = list(islice((t for t in self.of_noun(term)[:most] if t.can_be(value)), 3))
            self._like[key] = known
        return known

    def beside(self, term: Term) -> list[Term]:
        """The terms of its sentence, itself included."""
        return self.sentences.get((term.claim.part, term.index), [])

    def before(self, part: str, index: int, reach: int) -> list[Term]:
        """The terms of the sentences before one, the nearest sentence first, each in the order of the text."""
        out: list[Term] = []
        for k in range(index - 1, max(-1, index - 1 - reach), -1):
            out += self.sentences.get((part, k), [])
        return out


def is_factor(t: Term) -> bool:
    """Whether it tells how many times as much: "tripled", "fourfold", "three times as many"."""
    if t.figure.form == "multiple" or t.claim.quote.lower().endswith("fold"):
        return True
    w = t.structure.words
    times = t.claim.kind == "count" and w.text[t.at + 1 : t.at + 2] == ["times"]
    return times and not w.mark[t.at + 1] and w.text[t.at + 2 : t.at + 3] not in ([], ["."], ["in"], ["since"], ["for"])


def same_scale(a: Term, b: Term) -> bool:
    """Whether two figures stand on one scale: one unit, or a bare number beside one that has it."""
    if a.claim.kind == b.claim.kind and _base(a.unit) == _base(b.unit):
        return True
    bare = [t for t in (a, b) if t.claim.kind == "count" and t.unit is None and t.claim.counted is None]
    return len(bare) == 1 and {a.claim.kind, b.claim.kind} <= {"count", "measurement", "other"}


def _base(unit: str | None) -> str:
    return (unit or "").partition("_per_")[0]


def alike(a: Term, b: Term) -> str:
    """Whether two terms measure one thing by their nouns: "same", "unknown" or "other"."""
    x, y = a.noun, b.noun
    if not x or not y:
        return "unknown"
    return "same" if x == y else "other"


def shared_topic(mine: frozenset[str], theirs: frozenset[str]) -> str:
    """The feature of how many quarters of the fewer content words two places share.

    >>> shared_topic(frozenset({"toll", "rise"}), frozenset({"toll", "storm", "hit"}))
    'again.topic.2'
    """
    return f"again.topic.{4 * len(mine & theirs) // max(1, min(len(mine), len(theirs)))}"


def evidence(structure: Structure, article: str, first: int, last: int) -> Evidence:
    """The words from index `first` to `last` as a place in the article."""
    w, part = structure.words, structure.sentence.part
    start, end = w.start[first], w.end[max(first, last - 1)]
    end = min(end, start + 150)
    return Evidence(article=article, part=part.name, start=start, end=end, quote=part.text[start:end])


def ids(terms: Iterable[Term]) -> tuple[str, ...]:
    """The names of their claims."""
    return tuple(t.claim.id for t in terms)

"""What is known of a claim for comparison: its thing, population, place, words, names and day; and of its story."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache, cached_property

from figcheck.models import Article, Claim
from figcheck.words import load

__all__ = ["Facts", "Story", "day_of", "stem"]

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?(?:-[^\W\d_]+)*")
_NAME = re.compile(r"(?<![.!?\"“”’'\w] )(?<!\w)[A-Z][^\W\d_]+(?:-[A-Z][^\W\d_]+)*")
_CLOSED = (
    "determiner", "pronoun", "preposition", "conjunction", "auxiliary", "adverb", "weekday", "weekday_short",
    "relative_day",
)  # fmt: skip
_LEAD = 600  # code points of a text that say which event the story is about


@cache
def _small() -> frozenset[str]:
    """Words that say nothing of what a figure is about."""
    lexicon = load("lexicon.toml")
    own = load("compare.toml")
    return frozenset(
        [w for name in _CLOSED for w in str(lexicon[name]).split()]
        + list(lexicon["month"])
        + str(own["small"]).split()
    )  # fmt: skip


@cache
def _populations() -> tuple[frozenset[str], dict[str, str]]:
    """Words for people without further description, and each class word's class."""
    own = load("compare.toml")
    classes = {w: name for name, words in own["population"].items() for w in str(words).split()}
    return frozenset(str(load("populations.toml")["generic"]).split()), classes


_PARTS = frozenset(
    ("part_of.parts", "percent_of.count", "ratio_of.count", "ratio_of.part", "shares.parts", "rate.count")
)  # fmt: skip


@cache
def _cues(name: str) -> frozenset[str]:
    return frozenset(str(load("compare.toml")["cue"][name]).split())


_ENDINGS = (("ies", "y"), ("sses", "ss"), ("ings", ""), ("ing", ""), ("ed", ""), ("es", "e"), ("s", ""))


@cache
def stem(word: str) -> str:
    """A word without its ending, so that "killed", "killing" and "kills" meet.

    >>> stem("fires"), stem("fire"), stem("killed"), stem("cities")
    ('fir', 'fir', 'kill', 'city')
    """
    word = word.replace("\u2019", "'").removesuffix("'s")
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: -len(ending)] + instead
            break
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


def day_of(when: datetime | date | None) -> date | None:
    """The day of a date or a time."""
    return when.date() if isinstance(when, datetime) else when


@dataclass(frozen=True, eq=False)
class Story:
    """An article as far as comparison goes: what it is about, by its names and words; computed when asked for."""

    article: Article

    @property
    def day(self) -> date | None:
        """The day of publication."""
        return self.article.day

    @cached_property
    def names(self) -> Counter[str]:
        """Capitalized words that do not open a sentence, lower case, with their counts."""
        small = _small()
        found = (m.group().casefold() for m in _NAME.finditer(self.article.text))
        return Counter(n for n in found if n not in small and len(n) > 2)

    @cached_property
    def disputes(self) -> bool:
        """Whether it says that counts differ."""
        return bool(_cues("dispute").intersection(_WORD.findall(self.article.text.casefold())))

    @cached_property
    def lead(self) -> frozenset[str]:
        """Stems of the words of the headline and of the first lines."""
        return frozenset(_content(self.article.title + " . " + self.article.text[:_LEAD]))

    @cached_property
    def lead_names(self) -> frozenset[str]:
        """The names of the first lines, and of the headline where the text has them too."""
        head = (self.article.title + " " + self.article.text[:_LEAD]).casefold()
        words = set(_WORD.findall(head))
        return frozenset(n for n in self.names if n in words)


def _content(text: str) -> Iterable[str]:
    small = _small()
    for m in _WORD.finditer(text.casefold()):
        word = m.group()
        if word not in small and len(word) > 2:
            yield stem(word)


@dataclass(frozen=True, eq=False)
class Facts:
    """A claim with what comparison needs of it."""

    claim: Claim
    story: Story
    tied: frozenset[str] = field(default=frozenset())  # its roles in relations: change.from, part_of.parts …

    @property
    def where(self) -> tuple[str, str, int]:
        """Sort key: article, part, position."""
        return (self.claim.article, self.claim.part, self.claim.start)

    @cached_property
    def sentence(self) -> str:
        """Its sentence as written."""
        start, end = self.claim.sentence
        return self.story.article.part(self.claim.part)[start:end]

    @cached_property
    def thing(self) -> str | None:
        """What is counted or measured, as the key of a group; None where nothing says it."""
        c = self.claim
        if c.measure:
            return c.measure
        if c.kind == "count":
            return f"noun {stem(_head(c.counted))}" if c.counted else None
        if c.kind in ("money", "percent", "measurement", "rate"):
            return f"{c.kind} {c.quantity.unit}"
        return None

    @cached_property
    def population(self) -> str:
        """Whom or what it counts: "people" where no closer word is given, else a class or the noun."""
        generic, classes = _populations()
        for text in (self.claim.counted, self.claim.who):
            if not text:
                continue
            head = _head(text)
            if head in classes:
                return classes[head]
            if head not in generic:
                return stem(head)
        for text in (self.claim.who, self.claim.counted):
            for word in _WORD.findall((text or "").casefold()):
                if word in classes:
                    return classes[word]
        return "people"

    @cached_property
    def words(self) -> frozenset[str]:
        """Stems of what its sentence says, without the source and without numbers."""
        text = self.sentence
        a = self.claim.attribution
        if a and a.start is not None and a.end is not None and a.part == self.claim.part:
            low, high = a.start - self.claim.sentence[0], a.end - self.claim.sentence[0]
            if 0 <= low < high <= len(text):
                text = text[:low] + " " + text[high:]
        return frozenset(_content(text))

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of its sentence, as far as the story shows them to be names."""
        known = self.story.names
        return frozenset(w for w in (m.group().casefold() for m in _WORD.finditer(self.sentence)) if w in known)

    @cached_property
    def places(self) -> frozenset[str]:
        """The words of its place."""
        small = _small()
        return frozenset(
            w for w in (m.casefold() for m in _WORD.findall(self.claim.place or "")) if w not in small and len(w) > 2
        )

    @cached_property
    def day(self) -> date | None:
        """The day that it is true of."""
        return day_of(self.claim.as_of) or self.story.day

    @cached_property
    def unlike(self) -> str:
        """Why the claim is no level that others can be held against; empty where it is one."""
        c = self.claim
        if c.implicit:
            return "stands for one person without a numeral"
        if not c.asserted:
            return "is not asserted: a plan, a possibility or a forecast"
        if c.subset or c.additional or self.tied & _PARTS:
            return "is a part of another figure, or comes on top of one"
        if c.quantity.direction is not None or "change.by" in self.tied:
            return "is an amount of change, not a level"
        if c.quantity.low is None and c.quantity.high is None:
            return "has no bounds"
        return ""

    @property
    def comparable(self) -> bool:
        """Whether it is a level that others can be held against."""
        return not self.unlike

    @cached_property
    def earlier(self) -> bool:
        """Whether it is told as a value of before: by a change, a revision, or the words of its sentence."""
        c = self.claim
        if self.tied & {"change.from", "revises.earlier", "revises.from"} or c.past:
            return True
        return bool(_cues("earlier").intersection(self._plain))

    @cached_property
    def contrast(self) -> bool:
        """Whether its sentence sets it against something else."""
        return bool(_cues("contrast").intersection(self._plain))

    @cached_property
    def _plain(self) -> frozenset[str]:
        return frozenset(m.group() for m in _WORD.finditer(self.sentence.casefold()))

    @property
    def running(self) -> bool:
        """Whether it is a count that only grows."""
        c = self.claim
        if c.basis is not None:
            return c.basis == "running" and c.kind == "count"
        return c.measure is not None and load("measures.toml").get(c.measure, {}).get("basis") == "running"

    @property
    def needs_source(self) -> bool:
        """Whether a figure of its measure needs somebody behind it."""
        measure = self.claim.measure
        return measure is not None and bool(load("measures.toml").get(measure, {}).get("source"))

    def before(self, other: Facts) -> bool:
        """Whether its day, and its story's, are known to come before the other's."""
        if self.day is None or other.day is None or self.story.day is None or other.story.day is None:
            return False
        return self.day < other.day and self.story.day <= other.story.day

    @property
    def owned(self) -> bool:
        """Whether a named source stands behind it, in its own words and not carried over."""
        a = self.claim.attribution
        return a is not None and a.kind in ("person", "institution", "document") and bool(self.owner)

    @property
    def unnamed(self) -> bool:
        """Whether only unnamed people stand behind a figure that matters."""
        c = self.claim
        if c.attribution is None or c.attribution.kind != "anonymous" or not c.asserted or c.implicit:
            return False
        return self.needs_source or c.kind == "money" or (c.kind == "count" and bool(c.counted))

    @property
    def hearsay(self) -> bool:
        """Whether a figure that needs a source is a belief, a fear or a report in the passive."""
        c = self.claim
        if c.attribution is None or c.attribution.kind != "hearsay" or c.attribution.owner or not c.asserted:
            return False
        return not c.implicit and self.needs_source

    @property
    def bare(self) -> bool:
        """Whether a figure that needs a source has none."""
        c = self.claim
        if c.attribution is not None or not c.asserted or c.implicit or c.past or c.quoted or not self.needs_source:
            return False
        return not self.unlike and not self.earlier

    @cached_property
    def feared(self) -> bool:
        """Whether it is a fear or a belief, not a count."""
        return bool(_cues("fear").intersection(self._plain))

    @property
    def timed(self) -> bool:
        """Whether it is told with an hour."""
        return isinstance(self.claim.as_of, datetime)

    @property
    def called(self) -> str:
        """What it counts, in words for a message."""
        c = self.claim
        noun = c.counted or self.population
        if c.kind == "money":
            return f"of {c.measure}" if c.measure else ""
        if c.measure is None or c.measure == noun or stem(noun) == stem(c.measure):
            return noun
        if c.measure == "infected":
            return f"{c.status} cases" if c.status else "cases"
        if self.population == "people" and c.measure == "casualties":
            return "casualties"
        return f"{'people' if self.population == 'people' else noun} {c.measure}"

    def likeness(self, other: Facts) -> float:
        """How much of the words of the shorter sentence is in the other one."""
        return len(self.words & other.words) / max(1, min(len(self.words), len(other.words)))

    def lead_shares(self, other: Facts) -> bool:
        """Whether a name stands in both, in the sentences or at the head of the stories."""
        mine = self.places | self.names | self.story.lead_names
        return bool(mine & (other.places | other.names | other.story.lead_names))

    @property
    def owner(self) -> str | None:
        """Who says so, where somebody does."""
        a = self.claim.attribution
        return (a.owner or a.source) if a and a.kind != "hearsay" else None


def _head(noun: str) -> str:
    words: Sequence[str] = _WORD.findall(noun.casefold())
    return words[-1] if words else noun.casefold()

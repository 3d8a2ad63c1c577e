"""A story as far as comparison goes: its day, its names, and what its first lines are about."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from figcheck.claims.places import dateline
from figcheck.compare.wording import (
    WORD,
    capitals_in,
    cued,
    known,
    names_after_preposition,
    names_in,
    small,
    stems_in,
    words_in,
)
from figcheck.dates.days import shifted
from figcheck.models import Article
from figcheck.syntax.lexicon import event_kind
from figcheck.words import load

__all__ = ["Story", "day_of", "precedes"]

_MONTHS: dict[str, int] = load("lexicon.toml")["month"]
_DAY = re.compile(rf"\b({'|'.join(m.capitalize() for m in _MONTHS)})\.? (\d{{1,2}})\b(?:, (\d{{4}})\b)?")
_IN = re.compile(
    r"\b(?:[Ii]n|[Nn]ear|[Oo]ff|[Oo]utside|[Aa]cross|[Hh]it|[Ss]truck|[Ss]wept|[Rr]ocked) (?:the )?([A-Z][^\W\d_]{2,})"
)
_PARAGRAPH = "\n"
_PLACES = 8  # of a name that are looked at
_BESIDE = 48  # code points from a name to what its bearer does
_LEAD = 600  # code points of a text that say which event the story is about


def day_of(when: datetime | date | None) -> date | None:
    """The day of a date or a time."""
    return when.date() if isinstance(when, datetime) else when


def precedes(one: datetime | date | None, other: datetime | date | None) -> bool:
    """Whether one moment comes before another: by the hour where both have one in one kind of time, else by the day."""
    if isinstance(one, datetime) and isinstance(other, datetime) and (one.tzinfo is None) == (other.tzinfo is None):
        return one < other
    x, y = day_of(one), day_of(other)
    return x is not None and y is not None and x < y


@dataclass(frozen=True, eq=False)
class Story:
    """An article as far as comparison goes: what it is about, by its names and words; computed when asked for."""

    article: Article

    @cached_property
    def day(self) -> date | None:
        """The day of publication."""
        return self.article.day

    def before(self, other: Story) -> bool:
        """Whether it is known to have been published before another."""
        return precedes(self.article.published, other.article.published)

    @cached_property
    def _sentences(self) -> dict[tuple[str, int, int], str]:
        return {}

    @cached_property
    def _said(self) -> dict[tuple[str, str], bool]:
        return {}

    @cached_property
    def _beside(self) -> dict[str, frozenset[str]]:
        return {}

    @cached_property
    def _words(self) -> dict[str, frozenset[str]]:
        return {}

    def sentence(self, part: str, start: int, end: int) -> str:
        """A sentence as written; asked for by each of its claims, and cut once."""
        found = self._sentences.get((part, start, end))
        if found is None:
            found = self._sentences[part, start, end] = self.article.part(part)[start:end]
        return found

    def says(self, cue: str, sentence: str) -> bool:
        """Whether a sentence has one of a list of cues; looked for once a sentence."""
        found = self._said.get((cue, sentence))
        if found is None:
            found = self._said[cue, sentence] = cued(cue, sentence)
        return found

    def words(self, sentence: str) -> frozenset[str]:
        """The words of a sentence, lower case."""
        found = self._words.get(sentence)
        if found is None:
            found = self._words[sentence] = frozenset(words_in(sentence))
        return found

    @cached_property
    def names(self) -> Counter[str]:
        """The words of names, lower case, with their counts: capitalized inside a sentence, or before such a word."""
        headline = names_in if self._headed else names_after_preposition
        return Counter(names_in(self.article.text)) + Counter(headline(self.article.title)) + Counter(self.dateline)

    @cached_property
    def dateline(self) -> frozenset[str]:
        """The words of the place that it is datelined from."""
        return frozenset(w for w in words_in(dateline(self.article.text) or "") if len(w) > 2)

    @cached_property
    def setting(self) -> frozenset[str]:
        """The places that its headline and first paragraph name, other than the dateline."""
        text = f"{self.article.title} . {self.article.text[:_LEAD].partition(_PARAGRAPH)[0]}"
        found = {m.group(1).casefold() for m in _IN.finditer(text)}
        return frozenset(n for n in found if n not in small() and n not in known("nameless")) - self.dateline

    def beside(self, name: str) -> frozenset[str]:
        """The words close to a name anywhere in the text: "the ministry's spokesman, Ana Ruiz"."""
        found = self._beside.get(name)
        if found is None:
            text, at, words = self.article.text, -1, list[str]()
            for _ in range(_PLACES):
                at = text.find(name, at + 1)
                if at < 0:
                    break
                words += words_in(text[max(0, at - _BESIDE) : at + len(name) + _BESIDE])
            found = self._beside[name] = frozenset(words)
        return found

    @cached_property
    def scene(self) -> frozenset[str]:
        """The dateline, where the first lines name no other place: what the story tells then happened there."""
        return frozenset() if self.setting else self.dateline

    @cached_property
    def capitals(self) -> frozenset[str]:
        """All capitalized words, those that open sentences too: where another story shows one to be a name, it is."""
        return frozenset(capitals_in(self.article.text)).union(self.names)

    @property
    def _headed(self) -> bool:
        """Whether the headline is in sentence case, so that its capitals mean something."""
        words = [w for w in WORD.findall(self.article.title) if len(w) > 3]
        return bool(words) and sum(w[0].islower() for w in words) * 2 >= len(words)

    @cached_property
    def disputes(self) -> bool:
        """Whether it says that counts differ."""
        return cued("dispute", self.article.text)

    @cached_property
    def dates(self) -> frozenset[tuple[int, int]]:
        """The days of the year that it names, without those around its publication."""
        day = self.day
        around = [shifted(day, n) for n in range(-9, 3)] if day else []
        near = {(d.month, d.day) for d in around}
        found: set[tuple[int, int]] = set()
        for m in _DAY.finditer(self.article.text):
            named = (_MONTHS[m[1].casefold().rstrip(".")], int(m[2]))
            if named not in near or (m[3] and day and int(m[3]) < day.year):
                found.add(named)
        return frozenset(found)

    @cached_property
    def unverified(self) -> bool:
        """Whether it says that a claim could not be verified."""
        return cued("unverified", self.article.text)

    @cached_property
    def lead(self) -> frozenset[str]:
        """Stems of the words of the headline and of the first lines."""
        return frozenset(stems_in(self.article.title + " . " + self.article.text[:_LEAD]))

    @cached_property
    def head(self) -> frozenset[str]:
        """The capitalized words of the headline and of the first lines."""
        words = set(words_in(self.article.title + " " + self.article.text[:_LEAD]))
        return self.capitals & words

    @cached_property
    def sourced(self) -> bool:
        """Whether it says where its figures are from."""
        return cued("sourced", self.article.text)

    @cached_property
    def grave(self) -> bool:
        """Whether its headline and first lines tell of a sudden disaster, in which people may be lost."""
        text = f"{self.article.title} . {self.article.text[:_LEAD]}"
        return cued("grave", text) or any(event_kind(w) in known("sudden") for w in words_in(text))

    @cached_property
    def lead_names(self) -> frozenset[str]:
        """The names of the headline and of the first lines."""
        return frozenset(n for n in self.head if n in self.names)

    def shares(self, other: Story) -> frozenset[str]:
        """The names that the heads of two stories share: one of the two must show that it is one."""
        return frozenset(n for n in self.head & other.head if n in self.names or n in other.names)

"""What is known of a claim for comparison: its thing, population, place, words, names and day."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

from figcheck.claims.people import is_person
from figcheck.compare.story import Story, day_of, precedes
from figcheck.compare.telling import Telling
from figcheck.compare.wording import capitals_in, cued, known, population_of, small, stem, stems_in, words_in
from figcheck.models import Claim, Period
from figcheck.syntax.lexicon import ADJECTIVE, look
from figcheck.words import load

__all__ = ["Facts"]

_FROM = re.compile(r"\b(?:up|down|compared|rising|increased|rise|increase) (?:from|with|on) (?:the |about |some )?$")
_YEAR = re.compile(r"(?<![\d,.$])(?:1\d{3}|20\d{2})(?!\d|[.,]\d)")
_ASIDE = re.compile(r"[,\u2013\u2014\u2015(-]\s*$")
_PRONOUNS = frozenset(("it", "he", "she", "they", "who", "which", "that", "this"))
_PASSIVE = re.compile(r"\s*(?:were|was|are|is|have|has|had|would|could|died|lost|dead)\b")
_TELLS_OF = re.compile(r"\bsaid (?:that )?(?:he|she|it|they) had\b.*")  # what "had" tells of in it is no earlier value
_BREAK = re.compile(r"[:;\u2014]|, and |, but ")
_DAYS = timedelta(days=3)
_SINCE = re.compile(r"\b[Ss]ince [^.;:]{0,40}?\d")
_RECENT = timedelta(days=30)
_PARTS = frozenset(
    ("part_of.parts", "percent_of.count", "ratio_of.count", "ratio_of.part", "shares.parts")
)  # fmt: skip


_REMAINS = frozenset(("body", "bodies", "corpse", "corpses"))
_SEVERAL = 5  # those told together from whom a toll is compared with another: fewer may be some of them


@dataclass(frozen=True, eq=False)
class Facts(Telling):
    """A claim with what comparison needs of it."""

    claim: Claim
    story: Story
    tied: frozenset[str] = field(default=frozenset())  # its roles in relations: change.from, part_of.parts …

    number: int = 0  # its place among all claims of the check

    @cached_property
    def compared(self) -> dict[int, tuple[Facts, Any]]:
        """What it was compared with, by number: kept by `compare`."""
        return {}

    @cached_property
    def moment(self) -> tuple[date, date, tuple[str, str, int]]:
        """Sort key in time: the days of its story and of itself, undated first, then its place."""
        return (self.story.day or date.min, self.day or date.min, self.where)

    @cached_property
    def where(self) -> tuple[str, str, int]:
        """Sort key: article, part, position."""
        return (self.claim.article, self.claim.part, self.claim.start)

    @cached_property
    def thing(self) -> str | None:
        """What is counted or measured, as the key of a group; None where nothing says it."""
        c = self.claim
        if c.measure:
            return c.measure
        if c.kind == "count":
            return f"noun {stem(_head(c.counted))}" if c.counted else None
        if c.kind in ("money", "percent", "measurement", "rate", "duration"):
            return f"{c.kind} {c.quantity.unit}"
        return None

    @cached_property
    def population(self) -> str:
        """Whom or what it counts: "people" where no closer word is given, else a class or the noun."""
        return population_of(self.claim.counted, self.claim.who)

    @cached_property
    def words(self) -> frozenset[str]:
        """Stems of what its sentence says, without the source and without numbers."""
        text = self.sentence
        a = self.claim.attribution
        if a and a.start is not None and a.end is not None and a.part == self.claim.part:
            low, high = a.start - self.claim.sentence[0], a.end - self.claim.sentence[0]
            if 0 <= low < high <= len(text):
                text = text[:low] + " " + text[high:]
        return frozenset(stems_in(text))

    @cached_property
    def capitals(self) -> frozenset[str]:
        """The capitalized words of its sentence."""
        return frozenset(capitals_in(self.sentence))

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of its sentence, as far as the story shows them to be names."""
        return frozenset(w for w in self.capitals if w in self.story.names)

    def shared(self, other: Facts) -> frozenset[str]:
        """The names that two sentences share, or the places of the two claims."""
        common = self.capitals & other.capitals
        return frozenset(n for n in common if n in self.story.names or n in other.story.names) | (
            self.scene & other.scene
        )

    @cached_property
    def scene(self) -> frozenset[str]:
        """The words of its place, or of its story's where it names none."""
        return self.places or self.story.scene

    def strange(self, other: Facts) -> bool:
        """Whether its sentence has a name that the other's story has nowhere, besides its source."""
        own = frozenset(words_in(self.owner or "")) | self.story.dateline
        return bool(self.names - own - other.story.capitals)

    @property
    def since(self) -> bool:
        """Whether it runs from the start of its period until now."""
        period = self.claim.period
        if period is None or period.start is None:
            return False
        if period.end is None:
            return True
        return period.end - period.start > _DAYS and self.day == period.end and self.says("since")

    @property
    def half_dated(self) -> bool:
        """Whether its sentence says since when, with a day or a year, and its period is not known all the same."""
        return self.claim.period is None and _SINCE.search(self.sentence) is not None

    @cached_property
    def sites(self) -> frozenset[str]:
        """What its sentence says the event befell: a market, a bus."""
        return frozenset(stem(w) for w in words_in(self.sentence) if w in known("site"))

    @property
    def bygone(self) -> bool:
        """Whether it is of an event long before its story, told for comparison."""
        c, day = self.claim, self.story.day
        if self.old is not None:
            return True
        when = c.event_date or (c.period.end if c.period else None)
        return c.past and (when is None or day is None or day - when > _RECENT)

    @property
    def old(self) -> int | None:
        """The year that its sentence puts it in, where that is not the story's own or the one before."""
        day = self.story.day
        if self.year is None or day is None or self.year >= day.year - 1 or self.since:
            return None
        return self.year

    @property
    def period(self) -> Period | None:
        """Its period; one that a later clause begins ("and changed the rules: since January …") is not its own."""
        end = self.claim.end - self.claim.sentence[0]
        at = self.sentence.find("since", end)
        return None if at >= 0 and self.since and _BREAK.search(self.sentence, end, at) else self.claim.period

    @property
    def moving(self) -> bool:
        """Whether its value depends on the day: a toll or a level."""
        return self.running or self.claim.basis == "level"

    @cached_property
    def places(self) -> frozenset[str]:
        """The words of its place."""
        return frozenset(w for w in words_in(self.claim.place or "") if len(w) > 2 and w not in small())

    @cached_property
    def day(self) -> date | None:
        """The day that it is true of."""
        return day_of(self.claim.as_of) or self.story.day

    @cached_property
    def unlike(self) -> str:
        """Why the claim is no level that others can be held against; empty where it is one."""
        c = self.claim
        if c.implicit and not (c.basis == "running" and " and " in c.quote and (c.quantity.stated or 0) >= _SEVERAL):
            return "stands for one person without a numeral"  # "17 men, 12 women and six children" are a toll
        if c.subset or c.additional or self.tied & _PARTS:
            return "is a part of another figure, or comes on top of one"
        if "change.by" in self.tied or (c.quantity.direction is not None and c.kind == "percent"):
            return "is an amount of change, not a level"
        if c.quantity.low is None and c.quantity.high is None:
            return "has no bounds"
        return ""

    @property
    def besides(self) -> bool:
        """Whether it counts those besides one who was told of: "Lena and 24 other children"."""
        return self.sentence[self.claim.end - self.claim.sentence[0] :].startswith(" other ")

    @property
    def comparable(self) -> bool:
        """Whether it is a level that others can be held against."""
        return not self.unlike

    @cached_property
    def possible(self) -> bool:
        """Whether its sentence gives it as what may be so: "may be trapped", "could have been aboard"."""
        return not self.claim.asserted and self.says("may")

    @cached_property
    def buried(self) -> bool:
        """Whether it counts the dead by their graves: "he had buried 49 people"."""
        start = self.claim.start - self.claim.sentence[0]
        return self.claim.measure is None and self.person and cued("buried", self.sentence[max(0, start - 40) : start])

    @property
    def local(self) -> bool:
        """Whether its sentence keeps it to a town or less: "in the city"."""
        return self.says("local")

    @cached_property
    def earlier(self) -> bool:
        """Whether it is told as a value of before: by a change, a revision, or the words of its sentence."""
        if self.tied & {"change.from", "revises.earlier", "revises.from"}:
            return True
        if self.after_from:
            return True
        return self.says("earlier") and cued("earlier", _TELLS_OF.sub(" ", self.sentence))

    @cached_property
    def after_from(self) -> bool:
        """Whether the words before it make it a value of before: "up from 174"."""
        start = self.claim.start - self.claim.sentence[0]
        return _FROM.search(self.sentence, max(0, start - 40), start) is not None

    @property
    def year_to_date(self) -> bool:
        """Whether it is counted in a year or a month that is not over: "this year"."""
        period, day = self.claim.period, self.day
        if period is None or period.start is None or period.end is None or day is None:
            return False
        return period.start <= day <= period.end and period.end - period.start > _RECENT

    @property
    def running(self) -> bool:
        """Whether it is a count that only grows."""
        c = self.claim
        if c.measure == "detained" and self.says("flow"):
            return True  # "have detained": those let go are still of it
        if c.basis is not None and not self.since and not self.year_to_date:
            return c.basis == "running" and c.kind == "count"
        return c.measure is not None and load("measures.toml").get(c.measure, {}).get("basis") == "running"

    def before(self, other: Facts) -> bool:
        """Whether it is known to be of an earlier moment than the other, and its story not of a later one."""
        if self.story.day is None or other.story.day is None or other.story.before(self.story):
            return False
        return precedes(self.claim.as_of or self.day, other.claim.as_of or other.day)

    @property
    def owned(self) -> bool:
        """Whether a named source stands behind it, in its own words and not carried over."""
        a = self.claim.attribution
        return a is not None and a.kind in ("person", "institution", "document") and bool(self.owner)

    @cached_property
    def aside(self) -> bool:
        """Whether it stands alone between commas or dashes, as an age does: "Crutcher, 40, was killed"."""
        if self.claim.counted is not None and self.claim.hull is not None and self.claim.hull[1] > self.claim.end:
            return False
        start, end = (x - self.claim.sentence[0] for x in (self.claim.start, self.claim.end))
        after = self.sentence[end : end + 2].casefold()
        return _ASIDE.search(self.sentence, max(0, start - 3), start) is not None or after in ("'s", "\u2019s")

    @property
    def person(self) -> bool:
        """Whether it counts people, by its noun or because it has none."""
        head = _head(self.claim.counted) if self.claim.counted else ""
        if head in _REMAINS and self.claim.measure == "killed":
            return True
        return not head or is_person(head) or (look(head).first == ADJECTIVE and self.claim.measure is not None)

    @cached_property
    def opposed(self) -> bool:
        """Whether it counts one kind of force as the losses of another that its clause names before it as doing it."""
        if self.population not in ("soldiers", "fighters") or self.claim.measure not in (
            "killed",
            "injured",
            "captive",
        ):
            return False
        start, end = (x - self.claim.sentence[0] for x in (self.claim.hull or (self.claim.start, self.claim.end)))
        before = words_in(re.split(r"[;:\u2014]|, (?:who|which|when|while|as|after)\b", self.sentence[:start])[-1])
        doers = known("regular") if self.population == "fighters" else known("irregular")
        if not doers.intersection(before) or known("own").intersection(before):
            return False
        return _PASSIVE.match(self.sentence, end) is None

    @property
    def year(self) -> int | None:
        """The latest year that its clause puts it in."""
        return self.claim.year

    @cached_property
    def named_year(self) -> int | None:
        """The latest year that its sentence names, of whatever: "a 2019 register"."""
        return max((int(y) for y in _YEAR.findall(self.sentence)), default=None)

    @property
    def timed(self) -> bool:
        """Whether it is told with an hour."""
        return isinstance(self.claim.as_of, datetime)

    @property
    def topic(self) -> str:
        """Its measure, else what it counts: what an explanation opens with."""
        return self.claim.measure or self.called

    @property
    def called(self) -> str:
        """What it counts, in words for a message."""
        c = self.claim
        noun = self._cased(c.counted) if c.counted else self.population
        if c.kind == "money":
            return "of damage" if c.measure == "cost" else ""
        if c.measure in (None, "attended", noun) or stem(noun) == stem(c.measure):
            return noun
        if c.measure == "infected":
            return f"{c.status} cases" if c.status else "cases"
        if self.population == "people" and c.measure == "casualties":
            return "casualties"
        return f"{'people' if self.population == 'people' else noun} {c.measure}"

    def _cased(self, noun: str) -> str:
        """A noun in lower case as its sentence writes it."""
        at = self.sentence.lower().find(noun)
        return self.sentence[at : at + len(noun)] if at >= 0 else noun

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
        name = (a.owner or a.source) if a and a.kind != "hearsay" else None
        return None if name is None or name.casefold() in _PRONOUNS else name


def _head(noun: str) -> str:
    words = words_in(noun)
    return words[-1] if words else noun.casefold()

"""What the stages hand to each other: light, mutable, internal. The frozen public types are made of these at last."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from figcheck.models import Attribution, Basis, Claim, ClaimKind, GrammaticalRole, Period, Quantity, Role, Status
from figcheck.text import Sentence

__all__ = ["Draft", "Figure", "Form", "Number", "When"]

Form = Literal["digits", "words", "mixed", "fraction", "vague", "multiple"]


@dataclass(slots=True)
class Number:
    """One numeral as numerals reads it: digits or words with their scale word, no unit, no hedge, no range yet.

    `low`..`high` is what a vague word stands for ("dozens" 24..99); for the others both are `stated`.
    """

    start: int
    end: int
    role: Role
    stated: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    step: Decimal = Decimal(1)
    form: Form = "digits"
    scaled: bool = False  # a scale word or letter is part of it: "2 million", "4.5bn"
    inner: int = 0  # where the unit stands that it goes around: "a year and a half", "75 USD million"
    malformed: bool = False  # unread, and in no way that numbers are written: "4,2000", "$110,00"


@dataclass(slots=True)
class When:
    """One date, time of day or period as dates reads it."""

    start: int
    end: int
    first: date | None = None  # first and last day it covers, resolved against the publication where relative
    last: date | None = None
    at: datetime | None = None  # where a time of day stands with it
    kind: Literal["day", "month", "year", "span", "time", "relative"] = "day"


@dataclass(slots=True)
class Figure:
    """A number with its hedge, unit and counted noun: what quantities makes of one or two Numbers."""

    sentence: Sentence
    start: int  # the span of the Claim, as DESIGN.md lays it down
    end: int
    quantity: Quantity
    kind: ClaimKind
    counted: str | None = None  # "hostages", "cargo ships": lower case, head last; without "remaining", "other", "more"
    noun: tuple[int, int] | None = None  # span of the noun phrase counted: "remaining hostages"
    borrowed: bool = False  # the noun was elided here and borrowed from a neighbour
    hedge: tuple[int, int] | None = None  # span of the hedge words: "at least"
    form: Form = "digits"

    @property
    def hull(self) -> tuple[int, int]:
        """From the first hedge word to the last of the noun (a borrowed noun left out)."""
        start = min(self.start, self.hedge[0]) if self.hedge else self.start
        end = max(self.end, self.hedge[1]) if self.hedge else self.end
        if self.noun and not self.borrowed:
            start, end = min(start, self.noun[0]), max(end, self.noun[1])
        return start, end


@dataclass(slots=True)
class Draft:
    """A Claim in the making: claims fills all but the attribution, attribution the rest."""

    figure: Figure
    part: str
    measure: str | None = None
    who: str | None = None
    place: str | None = None
    event: str | None = None
    event_kind: str | None = None
    event_date: date | None = None
    period: Period | None = None
    as_of: datetime | date | None = None
    basis: Basis | None = None
    status: Status | None = None
    asserted: bool = True
    quoted: bool = False
    implicit: bool = False
    governor: str | None = None
    role: GrammaticalRole | None = None
    preposition: str | None = None
    attribution: Attribution | None = None
    agent: str | None = None
    one_sided: bool = False
    subset: bool = False
    additional: bool = False
    definite: bool = False
    year: int | None = None
    revision: str | None = None
    past: bool = False
    sense: str | None = None
    event_place: str | None = None
    notes: dict[str, object] = field(default_factory=dict)  # for the next stages only, never public

    def freeze(self, article: str) -> Claim:
        """The public Claim."""
        f = self.figure
        text = f.sentence.part.text
        return Claim(
            article=article,
            part=self.part,
            start=f.start,
            end=f.end,
            quote=text[f.start : f.end],
            sentence=(min(f.sentence.start, f.start), max(f.sentence.end, f.end)),  # "98\nmillion", "rs. Dozens"
            quantity=f.quantity,
            kind=f.kind,
            counted=f.counted,
            measure=self.measure,
            who=self.who,
            place=self.place,
            event=self.event,
            event_kind=self.event_kind,
            event_date=self.event_date,
            period=self.period,
            as_of=self.as_of,
            basis=self.basis,
            status=self.status,
            asserted=self.asserted,
            quoted=self.quoted,
            implicit=self.implicit,
            governor=self.governor,
            role=self.role,
            preposition=self.preposition,
            attribution=self.attribution,
            agent=self.agent,
            one_sided=self.one_sided,
            subset=self.subset,
            additional=self.additional,
            definite=self.definite,
            year=self.year,
            revision=self.revision,
            past=self.past,
            sense=self.sense,
            event_place=self.event_place,
            hull=f.hull,
        )

"""What is read in an article: the article itself, its numerals, and its claims with their quantity and attribution."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

from pydantic import Field, field_validator, model_validator

from figcheck.models.frames import FIGURES, arrow_table, figure_rows, pandas_frame, plain_number
from figcheck.models.frozen import Frozen

__all__ = [
    "Article", "Attribution", "AttributionKind", "Basis", "Claim", "ClaimKind", "Claims", "Direction",
    "GrammaticalRole", "Hedge", "Malformed", "Numeral", "Period", "Quantity", "Reach", "Role", "Status",
]  # fmt: skip

Hedge = Literal["exact", "about", "at_least", "at_most", "more_than", "less_than", "range", "vague"]
"""How the words bound the number. A bound word wins over range and vague."""

Direction = Literal["up", "down"]

ClaimKind = Literal["count", "money", "percent", "measurement", "duration", "age", "ratio", "rate", "other"]

Basis = Literal["running", "period", "level"]
"""running: a toll, which only grows; period: in that time only; level: missing, sheltering, held, which may fall."""

Status = Literal["confirmed", "identified", "suspected", "reported"]

AttributionKind = Literal["person", "institution", "document", "anonymous", "hearsay"]

GrammaticalRole = Literal["subject", "passive_subject", "object", "oblique", "modifier", "predicate"]
"""How a figure's noun phrase hangs on its governor; coordinated phrases take the role of the first."""

Reach = Literal["clause", "quote", "carried"]
"""How the attribution reaches the figure: in its clause, by a quotation, or carried on from an earlier sentence."""

Role = Literal[
    "claim", "date", "time", "year", "ordinal", "identifier", "score", "pronoun", "unread"
]  # fmt: skip
"""What a numeral is. All but `claim` are no figures; `unread` is counted, so that silence is not taken for "verified".

`identifier` takes in names, model and flight numbers, addresses, sections, phone numbers, versions, list numbers;
`year` takes in decades, centuries and seasons; `score` takes in votes for and against, sets, and odds.
"""

Malformed = Literal["money", "count", "bare"]
"""What a malformed number stands with: a currency, a unit or a noun that it counts, or nothing."""

LANGUAGES = frozenset({"en"})


_SHOWN = 60  # code points of a text in a repr


def _short(text: str) -> str:
    """How a text begins, for a repr."""
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}\u2026 ({len(text):,} characters)"


def _written(text: str) -> str:
    """The text with U+FFFD for each half of a surrogate pair, which no file and no report can hold."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return re.sub("[\ud800-\udfff]", "\ufffd", text)
    return text


class Article(Frozen):
    """One story, as its publisher gave it.

    >>> Article(id="a1", title="Two held", text="Police held two men.").part("title")
    'Two held'
    """

    id: str = Field(min_length=1, description="Unique in one check; a path or a CMS key.")
    title: str = Field(default="", description="The headline.")
    text: str = Field(default="", description="The story itself, without its headline.")
    published: datetime | date | None = Field(default=None, description="A date, or a datetime with a zone.")
    publisher: str | None = Field(default=None, description="Who published it: a paper, an agency.")
    url: str | None = Field(default=None, description="Where it stands.")
    language: str = Field(default="en", description="BCP 47; only English is read, another is refused.")
    story: str | None = Field(default=None, description="The key that versions of one story share.")
    version: str | None = Field(default=None, description="Which version of its story it is.")
    parts: tuple[tuple[str, str], ...] = Field(
        default=(), description="Further named parts a reader found (summary, caption …), as (name, text)."
    )

    @field_validator("published", mode="before")
    @classmethod
    def _published(cls, value: object) -> object:
        """A plain date stays a date: pydantic alone would make it midnight in no zone."""
        if isinstance(value, str) and len(value.strip()) == 10:
            return date.fromisoformat(value.strip())
        return value

    @field_validator("published")
    @classmethod
    def _zone(cls, value: datetime | date | None) -> datetime | date | None:
        if isinstance(value, datetime) and value.tzinfo is None:
            raise ValueError("a time of publication needs a zone, as in 2025-07-08T14:00+03:00; a date alone is fine")
        return value

    @field_validator("id", "title", "text", mode="before")
    @classmethod
    def _characters(cls, value: object) -> object:
        return _written(value) if isinstance(value, str) else value

    @field_validator("parts")
    @classmethod
    def _characters_of_parts(cls, value: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
        return tuple((_written(name), _written(text)) for name, text in value)

    @field_validator("language")
    @classmethod
    def _language(cls, value: str) -> str:
        if value.lower().partition("-")[0] not in LANGUAGES:
            raise ValueError(f"figcheck reads English (en), and this article says {value!r}")
        return value

    @model_validator(mode="after")
    def _names(self) -> Article:
        names = ["title", "text", *(name for name, _ in self.parts)]
        if len(set(names)) != len(names):
            raise ValueError(f"two parts of article {self.id!r} have one name: {names}")
        return self

    @property
    def day(self) -> date | None:
        """The day of publication, in the publisher's own zone."""
        return self.published.date() if isinstance(self.published, datetime) else self.published

    def __repr_args__(self) -> Iterator[tuple[str | None, object]]:
        """Its name and how it begins, not the whole story."""
        yield from (("id", self.id), ("title", self.title), ("text", _short(self.text)))
        yield from ((name, value) for name, value in (("published", self.published), ("story", self.story)) if value)

    def part(self, name: str) -> str:
        """The text of a part. Raises KeyError for a part that the article does not have."""
        if name == "text":
            return self.text
        if name == "title":
            return self.title
        return dict(self.parts)[name]


class Numeral(Frozen):
    """One numeral in the text, what it is, and what it is worth.

    Worth is told of what counts (a figure, a score, an ordinal, "one" for a noun), its scale word applied and before
    any hedge; dates, names and what is unread have none.
    """

    article: str = Field(description="Id of the article.")
    part: str = Field(description="Name of the part.")
    start: int = Field(description="First code point in the part.")
    end: int = Field(description="The code point past its last.")
    quote: str = Field(description="part[start:end], to the letter.")
    role: Role = Field(description="What it is: a figure (claim), or something else.")
    stated: Decimal | None = Field(default=None, description="The number written; None for a vague word.")
    low: Decimal | None = Field(default=None, description='What it stands for at least: 24 for "dozens".')
    high: Decimal | None = Field(default=None, description='What it stands for at most: 99 for "dozens".')
    malformed: Malformed | None = Field(
        default=None, description="Where no way of writing numbers makes it: what it would have told."
    )


class Quantity(Frozen):
    """A number with its hedge and unit, as an interval.

    >>> q = Quantity(low=Decimal(57418), stated=Decimal(57418), hedge="more_than", step=Decimal(1),
    ...              expected=(Decimal(57418), Decimal(57419)))
    >>> q.high is None, q.value, q.bounds
    (True, 57418, (57418, None))
    """

    low: Decimal | None = Field(default=None, description="Lower bound asserted; None where open.")
    high: Decimal | None = Field(default=None, description="Upper bound asserted; None where open.")
    stated: Decimal | None = Field(default=None, description="The one number written, scale applied; None for a range.")
    hedge: Hedge = Field(default="exact", description="How the words bound the number.")
    step: Decimal = Field(default=Decimal(1), description="The unit of the last significant digit written.")
    expected: tuple[Decimal | None, Decimal | None] = Field(
        default=(None, None), description="What a fair reader takes from it."
    )
    reversed: bool = Field(default=False, description="True where a range was written high to low.")
    direction: Direction | None = Field(default=None, description="On amounts of change only, never on a level.")
    unit: str | None = Field(
        default=None, description="pint name, ISO 4217 code, percent, year_of_age …; None for a count."
    )

    @property
    def value(self) -> int | float | None:
        """The one number written as a plain int where it is whole, else the nearest float; None where `stated` is."""
        return plain_number(self.stated)

    @property
    def bounds(self) -> tuple[int | float | None, int | float | None]:
        """What the words assert at least and at most (`low`, `high`) as plain numbers; None where open."""
        return plain_number(self.low), plain_number(self.high)

    @model_validator(mode="after")
    def _ordered(self) -> Quantity:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low {self.low} is above high {self.high}")
        return self


class Period(Frozen):
    """A stretch of days; either end may be open."""

    start: date | None = Field(default=None, description="The first day; None where open.")
    end: date | None = Field(default=None, description="The last day; None where open.")


class Attribution(Frozen):
    """Who says so."""

    source: str | None = Field(default=None, description='As written at that place, "she" included.')
    owner: str | None = Field(default=None, description="The full name it stands for, aliases and pronouns resolved.")
    start: int | None = Field(default=None, description="Start of `source` in `part`.")
    end: int | None = Field(default=None, description="The code point past its last.")
    part: str | None = Field(default=None, description="The part in which the source stands: a headline may have it.")
    cue: str | None = Field(default=None, description='The word that ties it: "said", "according to", "reportedly".')
    kind: AttributionKind = Field(description="What the source is.")
    reach: Reach = Field(default="clause", description="How the attribution reaches the figure.")
    via: str | None = Field(default=None, description="The outlet or person it came through.")
    also: tuple[str, ...] = Field(default=(), description="Co-sources, as owners.")


class Claim(Frozen):
    """One figure: how many, how much, of what, where, when, says who."""

    article: str = Field(description="Id of the article.")
    part: str = Field(description="Name of the part.")
    start: int = Field(description="First code point of the numeral with its sign, scale and unit.")
    end: int = Field(description="The code point past its last.")
    quote: str = Field(description="part[start:end], to the letter.")
    sentence: tuple[int, int] = Field(description="Start and end of its sentence.")
    quantity: Quantity = Field(description="What the number is worth, with its hedge and unit.")
    kind: ClaimKind = Field(description="What it is a number of.")
    counted: str | None = Field(default=None, description="The noun counted, head last; borrowed where elided.")
    measure: str | None = Field(default=None, description="From data/measures.toml; None where none applies.")
    who: str | None = Field(default=None, description="The population, with its modifier.")
    place: str | None = Field(default=None, description="Where, as the story names it.")
    event: str | None = Field(default=None, description="The event as the story names it.")
    event_kind: str | None = Field(default=None, description="earthquake, flood, shipwreck … as in data/lexicon.txt.")
    event_date: date | None = Field(default=None, description="The day of the event, where the story tells it.")
    period: Period | None = Field(default=None, description="The days that the figure is of: killed in May.")
    as_of: datetime | date | None = Field(default=None, description="The day or moment of which it is true.")
    basis: Basis | None = Field(default=None, description="Whether it only grows, may fall, or is of its period.")
    status: Status | None = Field(default=None, description="How sure it is: confirmed, suspected.")
    asserted: bool = Field(default=True, description="False for plans, possibilities, conditionals, forecasts.")
    quoted: bool = Field(default=False, description="Inside quotation marks.")
    implicit: bool = Field(default=False, description='"a man was killed": one with no numeral.')
    governor: str | None = Field(
        default=None,
        description='What its noun phrase hangs on, a lemma with its particle: "kill", "lay off", "death".',
    )
    role: GrammaticalRole | None = Field(default=None, description="How it hangs there.")
    preposition: str | None = Field(default=None, description='Of an oblique or a modifier: "of", "from".')
    attribution: Attribution | None = Field(default=None, description="Who says so; None where nobody is in reach.")
    agent: str | None = Field(default=None, description="Who did it, where the clause says: the killer, the taker.")
    one_sided: bool = Field(default=False, description="A force's count of its opponent's losses, told from the words.")
    subset: bool = Field(default=False, description='A part of another figure: "of whom", "including", "20 of the 50".')
    additional: bool = Field(default=False, description='"another 12", "12 more": on top of a figure before it.')
    definite: bool = Field(default=False, description='Told as known: "the 12 hostages", "one of 12 hostages".')
    year: int | None = Field(default=None, description="The latest year written in the times of its clause.")
    revision: str | None = Field(
        default=None, description='The words that revise it: "revised down from", "corrected".'
    )
    past: bool = Field(default=False, description="Of an earlier event or time, told for comparison.")
    sense: str | None = Field(
        default=None, description="The narrower kind within the measure, where the words say: evacuated, shot …"
    )
    event_place: str | None = Field(default=None, description="Where the event was, as its sentence or the lede says.")
    hull: tuple[int, int] | None = Field(default=None, description="Hedge, numeral and noun: what to point at.")

    def __repr_args__(self) -> Iterator[tuple[str | None, object]]:
        """The figure, what it counts and who says so; `model_dump()` gives every field."""
        said = self.attribution
        told = (
            ("quote", self.quote), ("counted", self.counted), ("measure", self.measure), ("who", self.who),
            ("place", self.place), ("source", said and (said.owner or said.source)), ("id", self.id),
        )  # fmt: skip
        yield from ((name, value) for name, value in told if value)

    @property
    def id(self) -> str:
        """Stable name of the claim within a report: article, part and offsets."""
        return f"{self.article}#{self.part}:{self.start}-{self.end}"


class Claims(tuple[Claim, ...]):
    """The claims of one article, a tuple of them, which can be had as rows or as a frame too.

    >>> import figcheck
    >>> claims = figcheck.extract("The flood killed 12 people, police said.")
    >>> claims.rows()[0]["measure"], claims.rows(exact=False)[0]["stated"]
    ('killed', 12)
    """

    __slots__ = ()

    def rows(self, *, exact: bool = True) -> list[dict[str, object]]:
        """A flat row for each claim, with the names of `Report.rows()`; `exact=False` gives ints and floats."""
        return figure_rows(self, {}, exact)

    def to_pandas(self, *, exact: bool = False) -> Any:
        """The rows as a pandas.DataFrame, its numbers as floats; `exact=True` keeps them as Decimal.

        Raises ImportError where pandas is not installed.
        """
        return pandas_frame(self.rows(), FIGURES, exact)

    def to_arrow(self, *, exact: bool = False) -> Any:
        """The rows as a pyarrow.Table, its numbers as floats; `exact=True` keeps them as decimals.

        Raises ImportError where pyarrow is not installed, ValueError where a number has more digits than its decimals.
        """
        return arrow_table(self.rows(), FIGURES, exact)

"""A desk's own words: measures that figcheck does not ship, the names a source goes by, the sides of a conflict."""

from __future__ import annotations

import re
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

__all__ = ["OwnMeasure", "Vocabulary"]

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_TAG = re.compile(r"#[a-z]+(?:[ ]*\+[a-z0-9_]+)*")


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class OwnMeasure(_Frozen):
    """What a figure counts, told by its words.

    >>> OwnMeasure(words=("vaccinated", "vaccine doses"), hxl="#reached+vaccinated").words
    ('vaccinated', 'vaccine doses')
    """

    words: tuple[str, ...] = Field(min_length=1, description="Nouns that are counted, or verbs done to what is.")
    hxl: str | None = Field(default=None, description="The tag of its column in a CSV report, as in #affected+killed.")
    basis: Literal["running", "period", "level"] | None = Field(
        default=None, description="running: a toll, which only grows; level: may fall; period: in that time only."
    )

    @field_validator("words")
    @classmethod
    def _plain(cls, words: tuple[str, ...]) -> tuple[str, ...]:
        folded = tuple(" ".join(w.lower().split()) for w in words)
        if not all(folded):
            raise ValueError("an empty word")
        return folded

    @field_validator("hxl")
    @classmethod
    def _tag(cls, tag: str | None) -> str | None:
        if tag is not None and not _TAG.fullmatch(tag):
            raise ValueError(f"{tag!r} is no HXL tag; one looks like #affected+killed")
        return tag


class Vocabulary(_Frozen):
    """Words beside those that ship.

    >>> words = Vocabulary(sources={"Harbor Authority": ("the port office", "the authority")})
    >>> words.owner("The port office"), words.owner("the coast guard")
    ('Harbor Authority', None)
    """

    measures: dict[str, OwnMeasure] = Field(default_factory=dict, description="Own measures by name.")
    sources: dict[str, tuple[str, ...]] = Field(
        default_factory=dict, description="The full name of a source, and the other names it goes by."
    )
    parties: dict[str, tuple[str, ...]] = Field(
        default_factory=dict, description="The sides of a conflict, each with the names it goes by."
    )

    @field_validator("measures")
    @classmethod
    def _names(cls, measures: dict[str, OwnMeasure]) -> dict[str, OwnMeasure]:
        for name in measures:
            if not _NAME.fullmatch(name):
                raise ValueError(f"{name!r}: a measure's name is lower-case letters, digits and _")
        return measures

    def __bool__(self) -> bool:
        return bool(self.measures or self.sources or self.parties)

    def owner(self, source: str) -> str | None:
        """The full name behind a source as written; None where no alias says."""
        return _lookup(self.sources, source)

    def party(self, name: str) -> str | None:
        """The side that a name belongs to; None where it is on neither list."""
        return _lookup(self.parties, name)


_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


def _folded(name: str) -> str:
    return _ARTICLE.sub("", " ".join(name.split())).casefold()


def _lookup(table: dict[str, tuple[str, ...]], name: str) -> str | None:
    wanted = _folded(name)
    for full, aliases in table.items():
        if wanted == _folded(full) or any(wanted == _folded(alias) for alias in aliases):
            return full
    return None

"""The stories that a report was made of, which it keeps beside itself for the pages that show them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from figcheck.models.claims import Article, Claim, Numeral
    from figcheck.models.findings import Relation

__all__ = ["Kept", "ReadStory"]


class ReadStory(Protocol):
    """One story with all that was read in it."""

    @property
    def article(self) -> Article:
        """The story."""

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Its figures."""

    @property
    def relations(self) -> tuple[Relation, ...]:
        """What ties them."""

    @property
    def numerals(self) -> tuple[Numeral, ...]:
        """Every numeral, also those that are no figure."""


class Kept:
    """Stories, as read. They are no part of a report's value: two reports that say the same are equal without them.

    >>> Kept() == Kept([]), len(Kept().readings)
    (True, 0)
    """

    __slots__ = ("readings",)

    def __init__(self, readings: Iterable[ReadStory] = ()) -> None:
        self.readings = tuple(readings)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Kept)

    def __hash__(self) -> int:
        return hash(Kept)

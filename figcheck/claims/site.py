"""A figure in the structure of its sentence: what all of claims asks about it."""

from __future__ import annotations

from dataclasses import dataclass

from figcheck.drafts import Figure
from figcheck.syntax import Phrase, Structure

__all__ = ["Site"]


@dataclass(slots=True)
class Site:
    """A figure with the phrase that it stands in and its index among the words; None and -1 where there is none."""

    st: Structure
    figure: Figure
    phrase: Phrase | None
    index: int

    @classmethod
    def of(cls, st: Structure, figure: Figure) -> Site:
        """The site of a figure."""
        phrase = st.phrase_of(figure)
        return cls(st, figure, phrase, -1 if phrase is None else st.words.at(figure))

    @property
    def head(self) -> str:
        """The noun counted as written, lower case; "" where the figure stands alone."""
        if self.phrase is None or self.st.words.mark[self.phrase.head] == "c":
            return ""
        return self.st.words.text[self.phrase.head]

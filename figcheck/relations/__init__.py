"""Relations: figures that the words of one article tie together."""

from __future__ import annotations

from collections.abc import Sequence

from figcheck.models import Claim, Relation
from figcheck.text import Document

__all__ = ["find"]


def find(document: Document, claims: Sequence[Claim]) -> tuple[Relation, ...]:
    """The relations of one article, in the order of the text."""
    return ()

"""Attribution: who says so."""

from __future__ import annotations

from figcheck.drafts import Draft
from figcheck.text import Document

__all__ = ["attribute"]


def attribute(document: Document, drafts: list[Draft]) -> None:
    """Set `attribution` on each draft that somebody stands behind, or that hints at hearsay."""

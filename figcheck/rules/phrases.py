"""How messages name figures, sources and places. No word of blame, and never which of two figures is right."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from figcheck.compare import Facts, slip
from figcheck.models import Claim, Relation

__all__ = ["counted", "figure", "listed", "mended", "note", "number", "sentence_start", "told_by", "where"]


def number(value: Decimal) -> str:
    """A number with group marks, without idle zeros.

    >>> number(Decimal("1219")), number(Decimal("2.50"))
    ('1,219', '2.5')
    """
    plain = f"{value.normalize():f}" if value else "0"
    whole, dot, rest = plain.partition(".")
    return f"{int(whole):,}{dot}{rest}"


_HEDGES = {
    "about": "about ",
    "at_least": "at least ",
    "at_most": "at most ",
    "more_than": "more than ",
    "less_than": "less than ",
}


def figure(claim: Claim) -> str:
    """A figure as written, with its hedge in plain words."""
    return _HEDGES.get(claim.quantity.hedge, "") + " ".join(claim.quote.split())


def counted(f: Facts) -> str:
    """A figure with what it counts, to stand inside a sentence: "about 12,000 nurses", "thousands of people killed"."""
    c = f.claim
    told, first = figure(c), c.quote[:1]
    if first.isupper() and c.quote[1:2].islower() and c.quantity.unit is None:
        told = told.replace(first, first.lower(), 1)
    if not f.called:
        return told
    of = "of " if c.quantity.hedge == "vague" and c.quote.endswith("s") and not f.called.startswith("of ") else ""
    return f"{told} {of}{f.called}"


def listed(items: Iterable[str]) -> str:
    """Words in a row.

    >>> listed(["12", "14", "16"])
    '12, 14 and 16'
    """
    *most, last = items
    return f"{', '.join(most)} and {last}" if most else last


def sentence_start(words: str) -> str:
    """The words with a capital."""
    return words[:1].upper() + words[1:]


def told_by(f: Facts, *, start: bool = True) -> str:
    """Whose figure it is, to begin a sentence with: "The ministry's figure", "The figure"."""
    owner = f.owner
    if not owner or len(owner) > 60:
        words = "The figure"
    else:
        name = owner if owner[:4].casefold() in ("the ", "a ") or owner[:1].isupper() else f"the {owner}"
        words = f"{name}'s figure" if not name.endswith("s") else f"{name}' figure"
        words = words[:1].upper() + words[1:]
    return words if start else words[:1].lower() + words[1:]


def where(f: Facts) -> str:
    """The story of a figure, by its id and day."""
    day = f.story.day
    return f"{f.claim.article} ({day})" if day else f.claim.article


def mended(relation: Relation) -> str:
    """ "; one digit dropped would make them agree" where a slip of the pen would explain the difference."""
    return f"; {relation.slip} would make them agree" if relation.slip else ""


def note(a: Facts, b: Facts) -> str:
    """ "; two digits are swapped" where a slip of the pen would explain the difference."""
    how = slip(a.claim.quantity, b.claim.quantity)
    return f"; {how}" if how else ""

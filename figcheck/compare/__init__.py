"""Comparison: are two claims about the same thing, and if not, what is the first thing that keeps them apart?

The front door is `Archive`: made once for a check, it knows every claim's facts and groups claims by key,
so that work grows with the stories and not with their square.
"""

from __future__ import annotations

from figcheck.compare.archive import Archive
from figcheck.compare.aspects import ASPECTS, Aspect, Comparison, compare, settled
from figcheck.compare.digits import digits, near, odd, size, slip
from figcheck.compare.drift import drifts
from figcheck.compare.facts import Facts
from figcheck.compare.links import Link, linkable
from figcheck.compare.story import Story

__all__ = [
    "ASPECTS",
    "Archive",
    "Aspect",
    "Comparison",
    "Facts",
    "Link",
    "Story",
    "compare",
    "digits",
    "drifts",
    "linkable",
    "near",
    "odd",
    "settled",
    "size",
    "slip",
]

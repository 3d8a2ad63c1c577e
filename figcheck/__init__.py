"""figcheck reads the figures in news stories, who says so, and where they contradict each other or do not add up.

>>> import figcheck
>>> [c.quote for c in figcheck.extract("The flood killed 12 people, police said.")]
['12']
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from figcheck._version import __version__

if TYPE_CHECKING:
    from figcheck.drilling import drill
    from figcheck.engine import check
    from figcheck.models import (
        Article,
        Attribution,
        Claim,
        Evidence,
        Finding,
        Numeral,
        Period,
        Quantity,
        Relation,
        Report,
    )
    from figcheck.reading import extract
    from figcheck.reading import read_numerals as numerals
    from figcheck.settings import Settings
    from figcheck.timelines import timeline
    from figcheck.vocabulary import Vocabulary

__all__ = [
    "Article",
    "Attribution",
    "Claim",
    "Evidence",
    "Finding",
    "Numeral",
    "Period",
    "Quantity",
    "Relation",
    "Report",
    "Settings",
    "Vocabulary",
    "__version__",
    "check",
    "drill",
    "extract",
    "numerals",
    "timeline",
]

_WHERE = {
    "check": ("figcheck.engine", "check"),
    "drill": ("figcheck.drilling", "drill"),
    "extract": ("figcheck.reading", "extract"),
    "numerals": ("figcheck.reading", "read_numerals"),
    "timeline": ("figcheck.timelines", "timeline"),
    "Settings": ("figcheck.settings", "Settings"),
    "Vocabulary": ("figcheck.vocabulary", "Vocabulary"),
}


def __getattr__(name: str) -> Any:
    """Public names are imported when first asked for, so that `import figcheck` is quick."""
    if name not in __all__:
        raise AttributeError(f"module 'figcheck' has no attribute {name!r}")
    module, attribute = _WHERE.get(name, ("figcheck.models", name))
    value = getattr(import_module(module), attribute)
    globals()[name] = value
    return value

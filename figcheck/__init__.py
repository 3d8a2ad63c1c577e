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
    from figcheck.drilling import Drill, Guard, drill
    from figcheck.engine import check
    from figcheck.models import (
        Article,
        Attribution,
        Claim,
        Claims,
        Evidence,
        Finding,
        Numeral,
        Period,
        Place,
        Problem,
        Quantity,
        Relation,
        Report,
        Suppressed,
    )
    from figcheck.readers import ReadError
    from figcheck.reading import extract
    from figcheck.reading import read_numerals as numerals
    from figcheck.settings import Settings
    from figcheck.stories import read_file, read_folder
    from figcheck.timelines import Entry, Timeline, timeline
    from figcheck.vocabulary import Vocabulary

__all__ = [
    "Article",
    "Attribution",
    "Claim",
    "Claims",
    "Drill",
    "Entry",
    "Evidence",
    "Finding",
    "Guard",
    "Numeral",
    "Period",
    "Place",
    "Problem",
    "Quantity",
    "ReadError",
    "Relation",
    "Report",
    "Settings",
    "Suppressed",
    "Timeline",
    "Vocabulary",
    "__version__",
    "check",
    "drill",
    "extract",
    "numerals",
    "read_file",
    "read_folder",
    "timeline",
]

_WHERE = {
    "Drill": ("figcheck.drilling", "Drill"),
    "Entry": ("figcheck.timelines", "Entry"),
    "Guard": ("figcheck.drilling", "Guard"),
    "ReadError": ("figcheck.readers", "ReadError"),
    "Settings": ("figcheck.settings", "Settings"),
    "Timeline": ("figcheck.timelines", "Timeline"),
    "Vocabulary": ("figcheck.vocabulary", "Vocabulary"),
    "check": ("figcheck.engine", "check"),
    "drill": ("figcheck.drilling", "drill"),
    "extract": ("figcheck.reading", "extract"),
    "numerals": ("figcheck.reading", "read_numerals"),
    "read_file": ("figcheck.stories", "read_file"),
    "read_folder": ("figcheck.stories", "read_folder"),
    "timeline": ("figcheck.timelines", "timeline"),
}


def __getattr__(name: str) -> Any:
    """Public names are imported when first asked for, so that `import figcheck` is quick."""
    if name not in __all__:
        from importlib.util import find_spec  # 4 ms that few need

        if name.isidentifier() and not name.startswith("_") and find_spec(f"figcheck.{name}") is not None:
            return import_module(f"figcheck.{name}")  # "figcheck.config", as the docs name it
        raise AttributeError(f"module 'figcheck' has no attribute {name!r}")
    module, attribute = _WHERE.get(name, ("figcheck.models", name))
    value = getattr(import_module(module), attribute)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names, whether they were asked for yet or not."""
    return sorted(__all__)

"""docs/syntax.md is run."""

from __future__ import annotations

import doctest
from pathlib import Path

DOC = Path(__file__).parents[2] / "docs" / "syntax.md"


def test_what_the_page_on_syntax_shows_is_so() -> None:
    failures, runs = doctest.testfile(str(DOC), module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert runs > 5
    assert not failures

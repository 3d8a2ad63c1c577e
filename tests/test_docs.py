"""The generated pages are what the rules say today."""

from __future__ import annotations

from pathlib import Path

import pytest

from figcheck.docs import pages

DOCS = Path(__file__).parents[1] / "docs"


@pytest.mark.parametrize(("name", "text"), sorted(pages().items()))
def test_no_drift(name: str, text: str) -> None:
    assert (DOCS / name).read_text("utf-8") == text, "run `make docs`"


def test_no_page_without_a_rule() -> None:
    assert {f"rules/{p.name}" for p in (DOCS / "rules").glob("*.md")} == {
        name for name in pages() if name.startswith("rules/")
    }

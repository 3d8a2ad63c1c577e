"""What docs/testing.md shows runs from top to bottom, and its table names every strategy."""

from __future__ import annotations

import re
from pathlib import Path

import figcheck.testing

PAGE = (Path(__file__).parents[2] / "docs" / "testing.md").read_text("utf-8")


def test_python_runs_from_top_to_bottom():
    code = "\n".join(re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))
    exec(compile(code, "testing.md", "exec"), {"__name__": "testing"})


def test_every_public_name_is_told():
    assert [
        name for name in figcheck.testing.__all__ if f"`{name}" not in PAGE and name not in {"Fault", "ALL_STYLES"}
    ] == []

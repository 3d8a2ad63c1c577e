"""The pages about readers, Word and the sheet: their Python runs, their front matter is read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from figcheck.readers import read_text

DOCS = Path(__file__).parents[2] / "docs"


def blocks(page: str, language: str) -> list[str]:
    return re.findall(
        rf"^```{language}\n(.*?)^```$", (DOCS / f"{page}.md").read_text("utf-8"), re.MULTILINE | re.DOTALL
    )


@pytest.mark.parametrize("page", ["readers", "word", "sheet"])
def test_python_runs_from_top_to_bottom(page, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {"__name__": page}
    exec(compile("\n".join(blocks(page, "python")), f"{page}.md", "exec"), names)
    assert page != "word" or names["count"] == 1


def test_the_front_matter_shown_is_read():
    (front,) = blocks("readers", "yaml")
    article = read_text(front + "\nText.", "a.md")[0].article
    assert (article.title, article.publisher, article.story, article.version) == (
        "Ferry sinks off cape", "Cape Post", "ferry", "2",
    )  # fmt: skip

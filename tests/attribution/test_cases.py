"""Who stands behind a figure, as a table: seeds/cases/attribution.toml."""

import tomllib
from pathlib import Path

import pytest

from figcheck import Article, extract

CASES = tomllib.loads((Path(__file__).parents[2] / "seeds/cases/attribution.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[f"{c['why']}: {c['figure']}" for c in CASES])
def test_who_says_so(case):
    article = Article(id="a", title=case.get("title", ""), text=case["text"])
    part = case.get("part", "title" if "title" in case else "text")
    claim = next(c for c in extract(article) if c.part == part and case["figure"] in c.quote)
    got = claim.attribution
    if "source" not in case and "kind" not in case:
        assert got is None
        return
    assert got is not None
    assert got.source == case.get("source")
    for field in ("owner", "kind", "cue", "via"):
        if field in case:
            assert getattr(got, field) == case[field]
    if "reach" in case:
        assert got.reach == case["reach"]
    if "also" in case:
        assert got.also == tuple(case["also"])
    if got.source is not None:
        assert article.part(got.part)[got.start : got.end] == got.source

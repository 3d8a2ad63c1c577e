"""The seed stories and the rules' own stories, for the tests that change them and look again."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from figcheck.models import Article
from figcheck.readers import read_path
from figcheck.rules import RULES
from figcheck.rules.explain import explain, stories

ROOT = Path(__file__).parents[1]
CLUSTERS = sorted(p.name for p in (ROOT / "seeds" / "articles").iterdir() if p.is_dir())


@cache
def cluster(name: str) -> tuple[Article, ...]:
    """The stories of one cluster, by their file names."""
    return tuple(
        loaded.article.model_copy(update={"id": path.name})
        for path in sorted((ROOT / "seeds" / "articles" / name).glob("*.md"))
        for loaded in read_path(path)
    )


@cache
def examples() -> tuple[tuple[str, tuple[Article, ...]], ...]:
    """Every story of every rule, flagged and fine, with a name."""
    out = []
    for rule in RULES:
        doc = explain(rule)
        shown = [*doc.flagged, *doc.fine]
        out += [(f"{rule.name}: {e.why}", e.articles) for e in shown]
        path = ROOT / "tests" / "rules" / "cases" / f"{rule.name}.toml"
        table = tomllib.loads(path.read_text("utf-8")) if path.exists() else {}
        out += [
            (f"{rule.name}: {c['why']}", stories(c["story"])) for k in ("flagged", "fine") for c in table.get(k, [])
        ]
    return tuple(out)

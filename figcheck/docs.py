"""Writes what of docs/ is made from the code (rules, reference, man page, schema): `python -m figcheck.docs docs`."""

from __future__ import annotations

import sys
from pathlib import Path

from figcheck import manpage, reference
from figcheck.relations.evidence import weights
from figcheck.reports.as_json import schema_text
from figcheck.rules import RULES, Rule
from figcheck.rules.explain import Example, RuleDoc, explain
from figcheck.words import text

__all__ = ["main", "pages"]

_FAMILIES = {"1": "Figures against each other", "2": "Figures and their sources", "3": "Arithmetic", "4": "Precision"}


def pages() -> dict[str, str]:
    """The text of every generated page, by its path under docs/.

    >>> "rules/index.md" in pages()
    True
    """
    rules = {f"rules/{rule.name}.md": page(explain(rule)) for rule in RULES} | {"rules/index.md": index(RULES)}
    return rules | {
        "report.schema.json": schema_text(),
        "reference.md": reference.page(),
        "man/figcheck.1": manpage.page(),
        "why.md": _why(),
    }


def page(doc: RuleDoc) -> str:
    """The page of one rule."""
    state = "preview: off until it is selected by name" if doc.preview else "on"
    lines = [
        f"# {doc.name}", "", f"`{doc.code}` · {doc.severity} · kind `{doc.kind}` · {state}", "",
        doc.title, "", "## What it flags", "", doc.flags, "", "## Why", "", doc.why, "",
        "## Flagged", "", *_shown(doc.flagged), "## Fine", "", *_shown(doc.fine), *_thresholds(doc),
        "## What to do", "", doc.advice, "",
    ]  # fmt: skip
    return "\n".join(lines)


_WHY = """# What `figcheck why` says

`figcheck why 648 584 drafts/` takes two numbers, finds them in the stories, and says how they were compared.

First, respect by respect, whether they are the same, apart, one in the other, or whether that is unknown: what they
measure, whether both are levels, whom they count, where, of which event, for which time, as of when, by whom. The
rules on falling tolls, stale counts and conflicts within a story ask these.

Then the evidence that both are one thing, in bits: one bit more makes it twice as likely. What is left out weighs
nothing. The sum decides conflicts across stories, lost hedges, changed sources and slips of scale: a warning from
{warning} bits on, an error from {error}. At last it says what `figcheck check` finds about the two, which may rest
on the respects alone.

| evidence | bits | what it is |
|---|---|---|
{rows}
"""


def _why() -> str:
    """The legend of `figcheck why`: the lines of data/weights.txt that links between stories go by."""
    rows = []
    for line in text("weights.txt").splitlines():
        name, _, rest = line.partition(" ")
        if name.startswith("link."):
            bits, _, reason = rest.partition(" ")
            rows.append(f"| {name.removeprefix('link.')} | {bits} | {reason} |")
    table = weights()
    return _WHY.format(rows="\n".join(rows), warning=table["warning"], error=table["error"])


def _thresholds(doc: RuleDoc) -> list[str]:
    return ["## Thresholds", "", doc.thresholds, ""] if doc.thresholds else []


def _row(rule: Rule) -> str:
    preview = " (preview)" if rule.preview else ""
    return f"| {rule.code} | [{rule.name}]({rule.name}.md){preview} | {rule.severity} | {explain(rule).title} |"


def _shown(examples: tuple[Example, ...]) -> list[str]:
    return [line for e in examples for line in (e.why, "", "```text", e.text, "```", "")]


def index(rules: tuple[Rule, ...]) -> str:
    """The list of all rules, by family."""
    lines = ["# Rules", "", "Written from the rules' docstrings by `make docs`; do not edit here.", ""]
    for digit, family in _FAMILIES.items():
        lines += [f"## {family}", "", "| code | name | severity | what |", "|---|---|---|---|"]
        lines += [_row(r) for r in rules if r.code.startswith(f"FIG{digit}")]
        lines.append("")
    return "\n".join(lines)


def main(folder: str = "docs") -> None:
    """Write the pages under `folder`."""
    for name, shown in pages().items():
        path = Path(folder) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(shown, "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:2])

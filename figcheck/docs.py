"""Writes what of docs/ is made from the code (rules, reference, man page, schema): `python -m figcheck.docs docs`."""

from __future__ import annotations

import sys
from pathlib import Path

from figcheck import manpage, reference
from figcheck.reports.as_json import schema_text
from figcheck.rules import RULES, Rule
from figcheck.rules.explain import Example, RuleDoc, explain

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
    for name, text in pages().items():
        path = Path(folder) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:2])

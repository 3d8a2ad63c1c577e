"""The documentation inside a rule's module: its fixed headings, and the stories under Flagged and Fine.

    ## Flagged
    One line that says why.

        title: Fire kills 41
        published: 2024-05-01
        publisher: North Wire

        A fire killed 41 people, police said.
        ===
        published: 2024-05-02

        A second article of the same example.

Front matter is optional, and so is the blank line after it.
"""

from __future__ import annotations

import inspect
import re
import sys
import textwrap
from dataclasses import dataclass

from figcheck.models import Article, FindingKind, Severity
from figcheck.rules.base import Rule

__all__ = ["HEADINGS", "Example", "RuleDoc", "explain", "parse", "stories"]

HEADINGS = ("What it flags", "Why", "Flagged", "Fine", "Thresholds", "What to do")
_MAY_LACK = "Thresholds"  # a desk's own rule may have none

_FIELD = re.compile(r"(id|title|published|publisher|story|version|url):[ \t]*(.*)")
_BETWEEN = re.compile(r"^===[ \t]*$", re.MULTILINE)


@dataclass(frozen=True)
class Example:
    """A short case: why it is one, its stories as they are shown, and as articles."""

    why: str
    text: str

    @property
    def articles(self) -> tuple[Article, ...]:
        """The stories, ready to be checked."""
        return stories(self.text)


@dataclass(frozen=True)
class RuleDoc:
    """All that a rule's module says about it."""

    name: str
    code: str
    kind: FindingKind
    severity: Severity
    preview: bool
    title: str
    flags: str
    why: str
    flagged: tuple[Example, ...]
    fine: tuple[Example, ...]
    advice: str
    thresholds: str = ""


def stories(text: str) -> tuple[Article, ...]:
    """The articles of an example, separated by lines of ===; ids are a, b, c … where none is given.

    >>> [(a.id, a.title, a.text) for a in stories("title: Two held\\nPolice held two men.\\n===\\nThree were held.")]
    [('a', 'Two held', 'Police held two men.'), ('b', '', 'Three were held.')]
    """
    blocks = _BETWEEN.split(textwrap.dedent(text).strip("\n"))
    return tuple(_article(block.strip("\n"), chr(ord("a") + n)) for n, block in enumerate(blocks))


def _article(block: str, name: str) -> Article:
    fields = {"id": name}
    lines = block.split("\n")
    while lines and (found := _FIELD.fullmatch(lines[0])):
        fields[found[1]] = found[2].strip()
        lines.pop(0)
    return Article.model_validate({**fields, "text": "\n".join(lines).strip()})


def explain(rule: Rule) -> RuleDoc:
    """The parsed documentation of a rule. Raises ValueError where its module breaks the form."""
    return parse(rule, inspect.getdoc(sys.modules[rule.check.__module__]) or "")


def parse(rule: Rule, doc: str) -> RuleDoc:
    """A rule's docstring under its fixed headings, or without any: then its first paragraph and the rest.

    Raises ValueError where a heading is missing, out of order, or none of them.
    """
    head, *rest = re.split(r"^## (.+)$", inspect.cleandoc(doc), flags=re.MULTILINE)
    names = tuple(n.strip() for n in rest[::2])
    if names and names not in (HEADINGS, tuple(n for n in HEADINGS if n != _MAY_LACK)):
        raise ValueError(f"rule {rule.name}: {_complaint(names)}")
    title, _, more = head.strip().partition("\n\n") if not names else (head.strip(), "", "")
    body = dict(zip(names, (text.strip("\n") for text in rest[1::2]))) or {"What it flags": more}
    flags, why, advice, thresholds = (
        body.get(name, "").strip() for name in ("What it flags", "Why", "What to do", _MAY_LACK)
    )
    return RuleDoc(
        rule.name, rule.code, rule.kind, rule.severity, rule.preview, title,
        flags, why, _examples(body.get("Flagged", "")), _examples(body.get("Fine", "")), advice, thresholds,
    )  # fmt: skip


def _complaint(names: tuple[str, ...]) -> str:
    """What is wrong with the headings of a page, the first of it."""
    wanted = ", ".join(f"'## {name}'" for name in HEADINGS)
    strange = next((name for name in names if name not in HEADINGS), None)
    if strange is not None:
        return f"its docstring has a heading '## {strange}'; the headings are {wanted}"
    missing = next((name for name in HEADINGS if name not in (*names, _MAY_LACK)), None)
    if missing is not None:
        return f"its docstring lacks the heading '## {missing}'; the headings are {wanted}"
    return f"the headings of its docstring are out of order; they are {wanted}"


def _examples(body: str) -> tuple[Example, ...]:
    """Unindented lines say why; the indented block after them is the example."""
    out: list[Example] = []
    why: list[str] = []
    block: list[str] = []

    def close() -> None:
        if any(line.strip() for line in block):
            out.append(Example(" ".join(why).strip(), textwrap.dedent("\n".join(block)).strip("\n")))
            why.clear()
            block.clear()

    for line in body.split("\n"):
        if line.startswith("    ") or not line.strip():
            block.append(line)
        else:
            close()
            block.clear()
            why.append(line.strip())
    close()
    return tuple(out)

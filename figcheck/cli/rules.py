"""figcheck rules and figcheck explain: what is looked for, and each rule's own page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from figcheck.cli.options import config_options, rule_names

if TYPE_CHECKING:
    from figcheck.rules import Rule
    from figcheck.rules.explain import RuleDoc

__all__ = ["explain", "rules"]

_ARTICLES = frozenset(("a", "an", "the"))


@click.command(short_help="List the rules.")
@config_options
@click.option("-f", "--format", "form", type=click.Choice(["text", "json"]), default="text", help="Table or JSON.")
def rules(form: str, config: str | None, run_own_rules: bool) -> None:
    """List the rules: code, name, severity, kind, and what each is about."""
    from figcheck.cli.output import show, terminal_width
    from figcheck.rules.explain import explain as documented

    docs = [documented(rule) for rule in _known(config, run_own_rules)]
    if form == "json":
        rows = [
            {
                "code": d.code,
                "name": d.name,
                "kind": d.kind,
                "severity": d.severity,
                "preview": d.preview,
                "what": d.title,
            }
            for d in docs
        ]
        show(json.dumps(rows, indent=2, ensure_ascii=False) + "\n")
        return
    lines = []
    for doc in docs:
        lines.append(f"{doc.code}  {doc.name} ({doc.severity}{', in preview' if doc.preview else ''})")
        lines += _filled(_about(doc), min(terminal_width(), 88), "        ")
    show("\n".join([*lines, "", "More on one of them: figcheck explain NAME"]) + "\n")


def _about(doc: RuleDoc) -> str:
    """What a page's first line says, less the rule's own name where it begins with it ("Scale slip: …")."""
    name, _, said = doc.title.partition(": ")
    words = [word for word in name.casefold().split() if word not in _ARTICLES]
    if not said or words != doc.name.casefold().split("-"):
        said = doc.title
    return said[:1].upper() + said[1:]


@click.command(short_help="Say what a rule flags, what it lets pass, and what to do.")
@click.argument("name", shell_complete=rule_names)
@config_options
@click.option("--no-color", is_flag=True, help="No colour, also on a terminal that has it.")
def explain(name: str, no_color: bool, config: str | None, run_own_rules: bool) -> None:
    """Say what a rule (by name or code) flags and why, with examples that its tests run, and what to do."""
    from figcheck.cli.output import colored, emit, fail, terminal_width
    from figcheck.rules.explain import explain as documented
    from figcheck.settings import nearest

    rules = _known(config, run_own_rules)
    known = {word.casefold(): rule for rule in rules for word in (rule.name, rule.code)}
    rule = known.get(name.casefold())
    if rule is None:
        asked = name.casefold()
        several = [
            r.name
            for r in rules
            if asked == r.kind or (asked.startswith("fig") and r.code.casefold().startswith(asked))
        ]
        if several:
            fail(f"{name!r} is several rules; name one of them: {', '.join(several)}")
        near = nearest(asked, [r.name for r in rules]) if not asked.startswith("fig") else ""
        fail(f"no rule is called {name!r}{near} (figcheck rules lists them)")
    emit(_page(documented(rule), colored(no_color, None), min(terminal_width(), 88)), None)


def _known(config: str | None, own_rules: bool) -> tuple[Rule, ...]:
    """The rules that hold in this folder, the desk's own among them."""
    from figcheck.cli.output import fail
    from figcheck.config import SettingsError, resolve

    try:
        return resolve(Path.cwd(), Path(config) if config else None, own_rules=own_rules).settings.rules
    except SettingsError as error:
        fail(str(error))


def _page(doc: RuleDoc, color: bool, width: int) -> str:
    def heading(text: str) -> str:
        return f"\x1b[1m{text}\x1b[0m" if color else text

    state = "in preview: it runs where it is selected by name" if doc.preview else "on"
    lines = [
        heading(f"{doc.name} ({doc.code})"),
        f"{doc.severity}, kind {doc.kind}, {state}",
        "",
        *_filled(doc.title, width),
    ]
    if not doc.why:
        lines += ["", "Its docstring has no examples and no advice: it lacks the headings of a rule's page."]
    for title, body in (("What it flags", doc.flags), ("Why", doc.why)):
        lines += ["", heading(title), *_filled(body, width)] if body else []
    for title, examples in (("Flagged", doc.flagged), ("Fine", doc.fine)):
        lines += ["", heading(title)] if examples else []
        for number, example in enumerate(examples):
            lines += [""] * bool(number) + _filled(example.why, width)
            for line in example.text.splitlines():
                lines += _filled(line, width, "    ") or [""]
    if doc.thresholds:
        lines += ["", heading("Thresholds"), *_filled(doc.thresholds, width)]
    lines += ["", heading("What to do"), *_filled(doc.advice, width)] if doc.advice else []
    return "\n".join(lines) + "\n"


def _filled(text: str, width: int, lead: str = "") -> list[str]:
    from textwrap import wrap

    out: list[str] = []
    for number, paragraph in enumerate(text.split("\n\n")):
        out += [""] * bool(number) + wrap(
            paragraph, width, initial_indent=lead, subsequent_indent=lead, break_on_hyphens=False
        )  # fmt: skip
    return out

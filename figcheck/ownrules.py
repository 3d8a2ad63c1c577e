"""Loads a desk's own rules: Python files with a docstring, a RULE, and a function, like those that ship.

Whose settings may name such files is decided in `config`; what is loaded here is run.
"""

from __future__ import annotations

import hashlib
import importlib.util
import re
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from figcheck.rules import RULES, Rule

__all__ = ["own_rule", "with_own"]


def with_own(paths: Iterable[str]) -> tuple[Rule, ...]:
    """The rules that ship, then those in the files. Raises ValueError where a file has none or two have one name."""
    rules = (*RULES, *(own_rule(path) for path in paths))
    for place, rule in enumerate(rules):
        for other in rules[:place]:
            if {rule.name, rule.code} & {other.name, other.code}:
                raise ValueError(f"two rules are called {rule.name} ({rule.code}) and {other.name} ({other.code})")
    return rules


@cache
def own_rule(path: str) -> Rule:
    """The RULE of a Python file, which is run. Raises ValueError, with the path, where that fails."""
    name = f"figcheck_own_{hashlib.sha256(path.encode()).hexdigest()[:12]}"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None or not Path(path).is_file():
        raise ValueError(f"{path}: no Python file")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # the rule's page is read from its module
    try:
        spec.loader.exec_module(module)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # SystemExit too: a file of rules must not be able to end the run
        del sys.modules[name]
        raise ValueError(f"{path}: {type(error).__name__}: {error}") from error
    rule = getattr(module, "RULE", None)
    if not isinstance(rule, Rule):
        raise ValueError(f"{path}: has no RULE made by figcheck.rules.Rule")
    _refuse_bad_page(path, module.__doc__ or "", rule)
    return rule


def _refuse_bad_page(path: str, doc: str, rule: Rule) -> None:
    """A slip in a heading is told when the rule is loaded, not when somebody asks for its page."""
    if re.search(r"^## ", doc, re.MULTILINE):
        from figcheck.rules.explain import parse

        try:
            parse(rule, doc)
        except ValueError as error:
            raise ValueError(f"{path}: {error}") from None

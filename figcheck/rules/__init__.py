"""The rules, in the order in which they run."""

from __future__ import annotations

from figcheck.rules.base import Context, Rule

__all__ = ["RULES", "Context", "Rule"]

RULES: tuple[Rule, ...] = ()

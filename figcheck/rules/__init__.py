"""The rules, in the order in which they run."""

from __future__ import annotations

from figcheck.rules import (
    false_precision,
    hedged_exact_figure,
    impossible_date_arithmetic,
    parts_and_total,
    percent_for_points,
    reversed_range,
    scale_slip,
    shares_over_hundred,
    vague_count,
    wrong_change,
    wrong_conversion,
    wrong_percentage,
    wrong_ratio,
)
from figcheck.rules import (
    conflict_across_articles,
    conflict_within_article,
    falling_toll,
    stale_figure,
)
from figcheck.rules.base import Context, Rule

__all__ = ["RULES", "Context", "Rule"]

RULES: tuple[Rule, ...] = (
    parts_and_total.RULE,
    wrong_percentage.RULE,
    shares_over_hundred.RULE,
    percent_for_points.RULE,
    wrong_change.RULE,
    wrong_ratio.RULE,
    wrong_conversion.RULE,
    scale_slip.RULE,
    reversed_range.RULE,
    impossible_date_arithmetic.RULE,
    hedged_exact_figure.RULE,
    false_precision.RULE,
    vague_count.RULE,
)

"""The rules, in the order in which they run."""

from __future__ import annotations

from figcheck.rules import (
    anonymous_source,
    belief_without_believer,
    conflict_across_articles,
    conflict_within_article,
    falling_toll,
    false_precision,
    headline_mismatch,
    hedge_drift,
    hedged_exact_figure,
    impossible_date_arithmetic,
    measure_drift,
    one_sided_claim_as_fact,
    parts_and_total,
    percent_for_points,
    reversed_range,
    scale_slip,
    shares_over_hundred,
    source_drift,
    stale_figure,
    unacknowledged_dispute,
    unattributed_figure,
    vague_count,
    wrong_change,
    wrong_conversion,
    wrong_percentage,
    wrong_ratio,
)
from figcheck.rules.base import Context, Rule

__all__ = ["RULES", "Context", "Rule"]

RULES: tuple[Rule, ...] = (
    conflict_within_article.RULE,
    headline_mismatch.RULE,
    conflict_across_articles.RULE,
    falling_toll.RULE,
    stale_figure.RULE,
    measure_drift.RULE,
    hedge_drift.RULE,
    source_drift.RULE,
    unacknowledged_dispute.RULE,
    unattributed_figure.RULE,
    anonymous_source.RULE,
    belief_without_believer.RULE,
    one_sided_claim_as_fact.RULE,
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

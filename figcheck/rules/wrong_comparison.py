"""Wrong comparison: two levels, and a word of comparison that they contradict.

## What it flags
Two levels of one thing with a word between them that says which is the greater ("below expectations of", "up from",
"topped", "higher than"), where the figures say the opposite.

## Why
The words are written with the first draft's figures; one of them is corrected later, or has a slip of the pen.

## Flagged
A forecast that was passed, told as missed.

    Employers added 210,000 jobs in May, well below market expectations of 190,000.

A greater figure that is told as lower.

    The maker posted a loss of $1.3 billion, lower than last year's $761 million loss.

A mark that was not topped.

    Sales of 22,400 cars topped the 24,000 sold a year earlier, the maker said.

## Fine
The figures agree with the words.

    Employers added 146,000 jobs in May, well below market expectations of 190,000.

Rounding leaves it open.

    The fund made $1.2 billion, more than the $1,198 million of a year earlier.

Figures of two things.

    Sales of 310 cars beat the forecast, and profit came to $4 million.

## Thresholds
Rounding may leave it open which is the greater. Beyond that it goes by the evidence that the word stands between the
two figures: a warning from 5 bits on, an error from 7 (`data/weights.txt`).

## What to do
Check both figures and the word against the source.
"""

from __future__ import annotations

from collections.abc import Iterator

from figcheck.models import Finding
from figcheck.rules.arithmetic import term
from figcheck.rules.base import Context, Rule, finding, severity_of
from figcheck.rules.phrases import cited, quoted

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Finding]:
    """One finding for each comparison that its figures contradict."""
    for relation in context.of_kind.get("change", ()):
        severity = severity_of(relation)
        if severity is None or "beside" not in relation.roles:
            continue
        level, beside = context.in_role(relation, "level")[0], context.in_role(relation, "beside")[0]
        word = relation.words[0].quote if relation.words else "compared"
        one, other = level.quantity.stated or 0, beside.quantity.stated or 0
        way, sign = ("more", ">") if one > other else ("less", "<")
        is_ = f"{quoted(level)} is {way} than {quoted(beside)}" if one != other else "the two figures are the same"
        yield finding(
            RULE, context, {"level": level, "beside": beside},
            f"The story says {cited(word)}, but {is_}.",
            explanation=f"{term(level)} {sign if one != other else '='} {term(beside)}",
            severity=severity, relation=relation, also=relation.words,
            suggestion="Check both figures and the word between them against the source.",
        )  # fmt: skip


RULE = Rule("wrong-comparison", "FIG312", "change", "error", check)

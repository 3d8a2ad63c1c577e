"""Each rule's page says the numbers that decide whether it speaks: none is a secret of its code."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

import pytest

from figcheck.relations.evidence import weights
from figcheck.rules import RULES, Rule, base, standing
from figcheck.rules.explain import explain

# What decides how a message is written, and not whether there is one.
OF_WORDING = {"_WHOLE", "_MOST", "_SHORT"}
WORDS = {Decimal("0.5"): "half", Decimal("0.2"): "a fifth", Decimal(0): "", Decimal(1): "1"}
# The numbers of rules/standing.py, by the rules that ask for them.
SHARED = {
    "unattributed-figure": (base.LEAST_TOLL, standing.CROWD, standing.OTHER, standing.MONEY, standing.RECENT),
    "anonymous-source": (standing.UNNAMED, standing.OTHER, standing.MONEY, standing.CROWD, standing.RECENT),
    "belief-without-believer": (standing.FEARED, standing.CROWD, standing.OTHER, standing.MONEY, standing.RECENT),
}


def numbers(value: object) -> Iterator[Decimal]:
    """The numbers in a constant."""
    if isinstance(value, timedelta):
        yield Decimal(value.days)
    elif isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        yield Decimal(str(value))
    elif isinstance(value, dict):
        for one in value.values():
            yield from numbers(one)


def said(number: Decimal) -> str:
    """A pattern for the ways in which a page may say a number."""
    ways = [f"{number:,f}", f"{number:f}"]
    if 0 < number < 1:
        ways += [f"{part.normalize():f} (?:percent|points)" for part in (100 * number, 100 - 100 * number)]
        ways += [f"{(100 * number).normalize():f}(?=[,.])"]
    ways += [WORDS[number]] if number in WORDS else []
    return rf"(?<![\d.,])(?:{'|'.join(ways)})(?![\d]|[.,]\d)"


def constants(rule: Rule) -> dict[str, object]:
    module = vars(sys.modules[rule.check.__module__])
    own = {k: v for k, v in module.items() if re.fullmatch(r"_?[A-Z][A-Z_]+", k) and k not in OF_WORDING}
    return {k: v for k, v in own.items() if any(True for _ in numbers(v))}


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.name)
def test_each_threshold_of_a_rule_is_on_its_page(rule: Rule) -> None:
    page = " ".join(explain(rule).thresholds.split())
    assert page, "each rule says its thresholds, or that it has none"
    shared = dict(enumerate(SHARED.get(rule.name, ())))
    for name, value in {**constants(rule), **shared}.items():
        for number in numbers(value):
            assert re.search(said(number), page), f"{name} = {number} is not on the page"


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.name)
def test_where_evidence_decides_its_bits_are_on_the_page(rule: Rule) -> None:
    source = vars(sys.modules[rule.check.__module__])
    page = explain(rule).thresholds
    if source.keys() & {"severity_of", "retold", "differing"}:
        assert f"a warning from {weights()['warning']} bits on, an error from {weights()['error']}" in " ".join(
            page.split()
        )
    if "agreeing" in source:
        assert f"from {weights()['warning']} bits on" in " ".join(page.split())
    if "weights" in source:
        assert f"{weights()['drift']} bits" in page


def test_the_check_sees_a_number_that_is_missing() -> None:
    assert not re.search(said(Decimal(20)), "A warning from 200 people on, or 1.20.")
    assert re.search(said(Decimal(20)), "A warning from 20 people on.")
    assert re.search(said(Decimal("0.9")), "at most 90 percent of it")
    assert not re.search(said(Decimal("0.12")), "within 5 percent")

"""Each rule of the tags says by an example which word it settles, and how."""

from __future__ import annotations

import re

import pytest

from figcheck.syntax.tags import RULES
from tests.syntax.reading import structures

EXAMPLE = re.compile(r"Example: (?P<before>[^*]*)\*(?P<word>[^*]+)\*(?P<after>.*): (?P<tag>\S)$")
TABLE = [(name, rule) for name, rules in RULES.items() for rule in rules]


@pytest.mark.parametrize(("name", "rule"), TABLE, ids=[f"{name}-{rule.__name__}" for name, rule in TABLE])
def test_the_example_of_a_rule_holds(name, rule):
    line = (rule.__doc__ or "").strip().splitlines()[0]
    example = EXAMPLE.search(line)
    assert example is not None, f"{rule.__name__} has no example"
    before, word, after = example["before"], example["word"], example["after"]
    before = before.rstrip() if word.startswith("'") else before
    (structure,) = structures(before + word + after + ".")
    at = structure.words.start.index(len(before))
    assert structure.tags[at] == example["tag"]

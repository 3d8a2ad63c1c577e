"""Hypothesis strategies for whoever tests a parser of numbers in prose: each draws words with their true reading.

Needs the extra `testing`. The strategies know nothing of figcheck's own parser; they are written the other way round.

>>> from hypothesis import find
>>> from figcheck.testing import hedged
>>> figure = find(hedged(hedges=["at_least"]), lambda f: True)
>>> figure.low == figure.stated, figure.high
(True, None)
"""

from importlib.util import find_spec

if find_spec("hypothesis") is None:
    raise ImportError("figcheck.testing draws with Hypothesis, which is not installed: pip install hypothesis")

from figcheck.testing.distractors import dates, distractors, names, times, years
from figcheck.testing.measured import CURRENCIES, PERCENTS, UNITS, measured, money, percentages
from figcheck.testing.numbers import ALL_STYLES, HEDGES, VAGUE, hedged, numerals, ranges, vague
from figcheck.testing.rendering import grouped, in_words, indian, plain
from figcheck.testing.sentences import attributed, counts, paragraphs, sentences
from figcheck.testing.stories import FAULTS, clean_stories, faulty_stories, stories
from figcheck.testing.truth import Distractor, Fault, Figure, Passage, Story

__all__ = [
    "ALL_STYLES",
    "CURRENCIES",
    "FAULTS",
    "HEDGES",
    "PERCENTS",
    "UNITS",
    "VAGUE",
    "Distractor",
    "Fault",
    "Figure",
    "Passage",
    "Story",
    "attributed",
    "clean_stories",
    "counts",
    "dates",
    "distractors",
    "faulty_stories",
    "grouped",
    "hedged",
    "in_words",
    "indian",
    "measured",
    "money",
    "names",
    "numerals",
    "paragraphs",
    "percentages",
    "plain",
    "ranges",
    "sentences",
    "stories",
    "times",
    "vague",
    "years",
]

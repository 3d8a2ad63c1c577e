"""Between which nouns a copied number drifts."""

from __future__ import annotations

from figcheck.compare.digits import digits, odd
from figcheck.compare.facts import Facts
from figcheck.words import load

__all__ = ["drifts"]

_ILL = frozenset(("killed", "infected"))  # a few of the sick may all have died, not a table of them
TABLE = 3  # significant digits of a number that a table gives
_LOST = frozenset(("killed", "missing"))  # the missing are dead in the end, but not on the same day
ALIKE = 0.5  # of their words, for figures that no measure names
_HURT = frozenset({"casualties", "injured"})


def drifts(a: Facts, b: Facts) -> bool:
    """Whether the two say of one number what is not one thing: another measure, population or status."""
    own = load("compare.toml")["drift"]
    x, y = a.claim, b.claim
    if x.quantity.unit is not None or y.quantity.unit is not None or a.thing is None or b.thing is None:
        return False
    if x.measure is None and y.measure is None and a.likeness(b) >= ALIKE:  # families moved, people moved
        return a.population != b.population and {a.population, b.population} <= frozenset(own["populations"].split())
    if a.thing != b.thing:
        measures = frozenset(str(own["measures"]).split())
        if x.measure in measures and y.measure in measures:
            pair = frozenset((x.measure, y.measure))
            if pair == _HURT and "shot" in (x.sense, y.sense):
                return False  # whoever was shot was at least injured
            if pair == _ILL:
                return digits(x.quantity) >= TABLE and a.owner == b.owner
            return pair not in _one(own) or (pair == _LOST and a.day == b.day and a.owner == b.owner)
        nouns = frozenset(str(own["things"]).split())
        counted, measured = {a.population, b.population} & nouns, {x.measure, y.measure} & measures
        return odd(x.quantity) >= 4 and bool(counted and measured)
    if a.population != b.population:
        marked = frozenset(str(own["populations"]).split())
        return {a.population, b.population} <= marked
    states = frozenset((x.status, y.status))
    return x.measure is not None and states in ({"suspected", "confirmed"}, {"suspected", "identified"})


def _one(own: dict[str, str]) -> frozenset[frozenset[str]]:
    """Pairs of measures that one figure may well have: the missing who were killed, the freed who are alive."""
    return frozenset(frozenset(pair.split("-")) for pair in str(own["one"]).split())

"""How likely one number is to be another's copy, and which nouns a copied number drifts between."""

from __future__ import annotations

from figcheck.compare.facts import Facts
from figcheck.models import Quantity
from figcheck.words import load

__all__ = ["drifts", "odd"]


def odd(q: Quantity) -> int:
    """How many digits of an exact number are significant: the more, the less likely that two tables share it.

    >>> from decimal import Decimal
    >>> odd(Quantity(stated=Decimal(57418), step=Decimal(1))), odd(Quantity(stated=Decimal(1000), step=Decimal(1000)))
    (5, 1)
    """
    if q.stated is None or q.hedge in ("about", "vague", "range"):
        return 0
    digits = "".join(str(d) for d in q.stated.normalize().as_tuple().digits)
    return len(digits.strip("0"))


def drifts(a: Facts, b: Facts) -> bool:
    """Whether the two say of one number what is not one thing: another measure, population or status."""
    own = load("compare.toml")["drift"]
    x, y = a.claim, b.claim
    if x.quantity.unit is not None or y.quantity.unit is not None or a.thing is None or b.thing is None:
        return False
    if a.thing != b.thing:
        measures = frozenset(str(own["measures"]).split())
        if x.measure in measures and y.measure in measures:
            return frozenset((x.measure, y.measure)) not in _one(own)
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

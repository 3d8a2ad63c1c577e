"""conversion: one quantity in two units or two currencies, side by side in brackets or after "or"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from figcheck.models import Relation
from figcheck.relations.line import Line, alternatives, compiled, tie
from figcheck.units import dimension

__all__ = ["find"]

_SIDE = compiled(
    r"""(?P<first><any>)(?P<noun>(?: [a-z'-]+){0,2}?)
    (?: ?\((?:or |about |that is |some )?(?P<second><any>)(?P<tail>[^()<letters>]{0,14})[);,]
    |,? or (?P<third><any>)(?=[,.;)]|\s|$)
    |(?: [a-z]+){0,3}?(?:, (?:that is|which is|or|i\.e\.)? ?|<dash>)(?P<fourth><any>)(?=,|\.(?:\s|$)|;|\)|<dash>|$))"""
)
_PHYSICAL = ("measurement", "other", "rate", "duration")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_DIFFERENCE = re.compile(rf"\b(?:{alternatives('temperature', 'difference')})\b")
_AMOUNT = re.compile(rf"\b(?:{alternatives('temperature', 'amount')})\s(?:[a-z]+ )?$")
_LEVEL = re.compile(r"\bto (?:[a-z]+ )?$|\b(?:high|low|temperatures?|reading)s? of (?:[a-z]+ )?$")
_COMPARED = compiled(
    rf".(?: ?\([^()]{{0,20}}\))?[^.,;()<letters>]{{0,30}}\b(?:{alternatives('temperature', 'compared')})\b"
)


def find(line: Line) -> Iterator[Relation]:
    """Pairs of figures of which the second is said to be the first in another unit."""
    if len(line.claims) < 2:
        return
    for m in _SIDE.finditer(line.text):
        key = next(k for k in ("second", "third", "fourth") if m.group(k))
        a, b = line.claim_at(m.start("first")), line.claim_at(m.start(key))
        ua, ub = a.quantity.unit, b.quantity.unit
        if not ua or not ub or ua == ub or (a.quantity.low is None and a.quantity.high is None):
            continue
        money = a.kind == b.kind == "money" and "_per_" not in ua + ub
        physical = a.kind in _PHYSICAL and b.kind in _PHYSICAL and _dimension(ua) == _dimension(ub)
        if not money and not physical:
            continue
        if key == "fourth" and (money or _metric(ua) == _metric(ub) or a.kind == "duration"):
            continue
        if key == "third" and (m.group("noun") or a.kind == "duration" or b.kind == "duration"):
            continue
        temperature = "degree" in ua or "kelvin" in ua
        difference = temperature and _is_difference(line, m.start())
        dated = money and _YEAR.search(line.text) is not None  # rates of exchange move over years
        doubt = dated or (temperature and not difference and _DIFFERENCE.search(line.text) is not None)
        yield tie(
            "conversion", line, {"from": a, "to": b}, None, difference=difference, hedge="about" if doubt else "exact"
        )  # fmt: skip


_METRIC = re.compile(r"met(?:er|re)|gram|lit(?:er|re)|hectare|celsius|tonne|metric")


def _metric(unit: str) -> bool:
    """Whether a unit is of the metric system: one measure told twice is told in two systems."""
    return _METRIC.search(unit) is not None


def _dimension(unit: str) -> str | None:
    """Its dimension; a difference of temperatures may be told of a reading."""
    found = dimension(unit)
    return "temperature" if found == "temperature_difference" else found


def _is_difference(line: Line, at: int) -> bool:
    """Whether a temperature is an amount of change: "a rise of 2 C", "by 2 C", "2 C warmer"."""
    before, after = line.text[max(0, at - 36) : at], line.text[at : at + 60]
    if line.claim_at(at).quantity.unit in ("delta_degree_celsius", "delta_degree_fahrenheit"):
        return True
    if _LEVEL.search(before) and not re.search(r"warming to $", before):
        return False
    return _AMOUNT.search(before) is not None or _COMPARED.match(after) is not None

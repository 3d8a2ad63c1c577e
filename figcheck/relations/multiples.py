"""change with no verb of change: "three times the $12 million", "64 in May and 96 in June, a 50 percent gain"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from figcheck.models import Claim, Direction, Hedge, Relation
from figcheck.relations.line import Line, alternatives, compiled, same_noun, tie

__all__ = ["find", "find_next"]

_TIMES = r"(?:(?P<n><count>) times|(?P<twice><ratio>|\bdouble\b|\btriple\b|\bhalf\b))"
_THAN = (
    r"(?:as (?:much|many|high|large|big|long|great) as|that of|the size of|the number of|more than"
    r"|higher than|larger than)"
)
_PATTERNS = (
    # the bill, now $48 million, is four times the $12 million first planned
    compiled(
        rf"""(?P<to><amount>)<gap>{{0,50}}?(?:,| is| was| are| were|<dash>)(?: now)?[ ]
        (?P<soft>(?:[a-z]+ ){{0,3}}?){_TIMES} (?:{_THAN} )?(?:the |its |their |his[ ]
        |her )?(?:[a-z'-]+ ){{0,4}}?(?P<from><amount>)"""
    ),
    # built for 400, the prison now holds 1,200, three times as many
    compiled(
        rf"""(?:built for|built to hold|designed for|designed to hold|meant for|room for|space for|capacity of
        |planned|budgeted
        |instead of|intended for
        |approved for) <the>(?P<from><amount>)<gap>{{0,60}}?(?P<to><amount>)(?: [a-z'-]+){{0,4}}?
        (?:,| or|,? \(|<dash>)(?: or)?[ ](?P<soft>(?:[a-z]+ ){{0,3}}?){_TIMES}
        (?: (?:as (?:many|much)|that number|that|its capacity|the capacity|the number|the limit|more|over))?
        (?: as (?:planned|intended|designed|it was (?:built|meant|designed) for|allowed|permitted))?(?=[,.;)]|$)"""
    ),
)
_WORDS = {"double": Decimal(2), "twice": Decimal(2), "triple": Decimal(3), "half": Decimal("0.5")}
_BOUNDS: tuple[tuple[str, Hedge], ...] = (
    ("more than", "more_than"), ("over", "more_than"), ("at least", "at_least"), ("nearly", "less_than"),
    ("almost", "less_than"), ("less than", "less_than"), ("about", "about"), ("roughly", "about"), ("around", "about"),
    ("some", "about"), ("close to", "less_than"), ("well over", "more_than"),
)  # fmt: skip
_NOT = re.compile(r"\b(?:not|never|far|no|much|many|per|each|average|combined)\b")


def find(line: Line) -> Iterator[Relation]:
    """Two levels in one sentence and how many times the one is the other, or by what percentage they differ."""
    if len(line.claims) < 2:
        return
    for pattern in _PATTERNS:
        for m in pattern.finditer(line.text):
            relation = _times(line, m)
            if relation is not None:
                yield relation
    yield from _apposed(line)
    yield from _over(line)
    yield from _colon(line)


_COLON = compiled(
    r"""\b(?:is|are|was|were) (?P<way>up|down): (?P<to><amount>)<gap>{0,60}?,? (?:against|compared (?:with|to)
    |versus|from|after)
    [ ](?P<from><amount>)"""
)


def _colon(line: Line) -> Iterator[Relation]:
    """ "Crime is up: 2,300 cases were reported, against 2,100 the year before." """
    for m in _COLON.finditer(line.text):
        old, new = line.claim_at(m.start("from")), line.claim_at(m.start("to"))
        if (
            old.kind == new.kind
            and old.quantity.unit == new.quantity.unit
            and _levels(old, new)
            and same_noun(old, new)
        ):
            yield tie(
                "change",
                line,
                {"from": old, "to": new},
                m.span("way"),
                direction="up" if m.group("way") == "up" else "down",
            )


def _times(line: Line, m: re.Match[str]) -> Relation | None:
    old, new = line.claim_at(m.start("from")), line.claim_at(m.start("to"))
    if old.kind != new.kind or old.quantity.unit != new.quantity.unit or not _levels(old, new) or old.kind == "percent":
        return None
    if _NOT.search(m.group("soft")) or not same_noun(old, new):
        return None
    factor, bound = _factor(line, m)
    if factor is None or not factor:
        return None
    hedge = bound if bound != "exact" else _bound(line, m)
    direction: Direction = "up" if factor > 1 else "down"
    span = (m.start("n") if m.group("n") else m.start("twice"), m.end("n") + 6 if m.group("n") else m.end("twice"))
    return tie("change", line, {"from": old, "to": new}, span, direction=direction, factor=factor, hedge=hedge)


def _factor(line: Line, m: re.Match[str]) -> tuple[Decimal | None, Hedge]:
    if m.group("n"):
        q = line.claim_at(m.start("n")).quantity
        return (q.stated, q.hedge) if q.stated is not None and 1 < q.stated <= 100 else (None, "exact")
    word = m.group("twice")
    if word in _WORDS:
        return _WORDS[word], "exact"
    claim = line.claim_at(m.start("twice"))
    return _WORDS.get(claim.quote.lower()), "about" if claim.quantity.hedge == "range" else claim.quantity.hedge


def _bound(line: Line, m: re.Match[str]) -> Hedge:
    """The bound in the words before, those that the template leaves out among them."""
    at = line.source(m.start("n") if m.group("n") else m.start("twice"))
    before = line.part.lower[max(0, at - 16) : at].rstrip()
    return next((hedge for said, hedge in _BOUNDS if before.endswith(said)), "exact")


def _levels(*claims: Claim) -> bool:
    return all(
        c.quantity.stated is not None and not c.quantity.direction and not c.additional and not c.implicit
        for c in claims
    )


_NOUN = rf"(?:{alternatives('change', 'noun_up')}|{alternatives('change', 'noun_down')})"
_DIFFERENCE = compiled(
    rf"""(?:, |<dash>| \()(?:an?|the) (?:[a-z-]+ )?(?:(?P<noun>{_NOUN}) of (?P<by><percent>|<count>)
    |(?P<first><percent>) (?P<then>{_NOUN}))
    (?=[,.;)]|$)
    |(?:, |<dash>)(?P<way>up|down) (?:by )?(?P<third><percent>)(?=[,.;)]|$)"""
)
_COMPARED = re.compile(r"\b(?:compared (?:with|to)|against|versus)\b")
_UP = re.compile(rf"(?:{alternatives('change', 'noun_up')})$")
_WHEN = re.compile(
    r"\b(?:in|on|last|this|during|by|year|month|week|day|before|earlier|ago|then|now|today|previous|(?:19|20)\d\d)\b"
)
_EARLIER = re.compile(
    r"\b(?:earlier|before|ago|previous\w*|the year before|then|last (?:year|month|week|season|winter|summer"
    r"|spring|fall|autumn)"
    r"|in (?:19|20)\d\d)\b"
)


def _apposed(line: Line) -> Iterator[Relation]:
    """ "It had 64 cases in May and 96 in June, an increase of 50 percent." """
    for m in _DIFFERENCE.finditer(line.text):
        levels = [
            (at, c) for at, c in zip(line.at, line.claims) if at < m.start() and not c.implicit and c.kind != "duration"
        ]
        if len(levels) != 2:
            continue
        (one, a), (two, b) = levels
        between = line.text[one:two]
        times = _WHEN.search(between) and _WHEN.search(line.text[two : m.start()])
        if _COMPARED.search(between) or (times and " and " in between and not m.group("way")):
            yield from _between(line, m, a, b)


def find_next(before: Line, line: Line) -> Iterator[Relation]:
    """ "Rents were 950 euros in May. A year earlier they were 800 euros, a rise of 19 percent." """
    for m in _DIFFERENCE.finditer(line.text):
        here = [c for at, c in zip(line.at, line.claims) if at < m.start() and not c.implicit and c.kind != "duration"]
        there = [c for c in before.claims if not c.implicit and c.kind != "duration"]
        if m.group("way"):
            continue
        if len(here) == 1 and len(there) == 1 and _EARLIER.search(line.text[: m.start()] + before.text):
            yield from _between(line, m, there[0], here[0])


def _between(line: Line, m: re.Match[str], a: Claim, b: Claim) -> Iterator[Relation]:
    """The change from the one to the other, whichever came first: only its size is told."""
    key, noun = next(x for x in (("by", "noun"), ("first", "then"), ("third", "way")) if m.group(x[0]))
    by = line.claim_at(m.start(key))
    bare = b.kind == "count" and b.quantity.unit is None and b.counted is None and a.kind in ("measurement", "money")
    if not (a.kind == b.kind and a.quantity.unit == b.quantity.unit) and not bare:
        return
    if not _levels(a, b) or a.kind == "percent" or not same_noun(a, b):
        return
    if by.kind == "count" and (a.kind != "count" or not same_noun(by, a)):
        return
    low, high = sorted((a, b), key=lambda c: c.quantity.stated or Decimal(0))
    up = m.group(noun) == "up" or _UP.search(m.group(noun)) is not None
    old, new = (low, high) if up else (high, low)
    yield tie(
        "change", line, {"from": old, "to": new, "by": by}, m.span(noun), direction="up" if up else "down"
    )  # fmt: skip


_OVER = compiled(
    rf"""(?P<to><amount>)<gap>{{0,50}}?(?:,|<dash>|,? (?:which|that) (?:is|was)|,? (?:is|was)) an? (?:[a-z]+ )?
    (?:(?P<by><percent>) (?P<noun>{_NOUN})|(?P<then>{_NOUN}) of (?P<by2><percent>)) (?:over|from|on
    |compared (?:with|to))[ ]
    (?:the |its |their )?(?:[a-z'-]+ ){{0,3}}?(?P<from><amount>)"""
)


def _over(line: Line) -> Iterator[Relation]:
    """ "1.8 million, a 50 percent increase over the 1.2 million of a year ago" """
    for m in _OVER.finditer(line.text):
        old, new = line.claim_at(m.start("from")), line.claim_at(m.start("to"))
        by, noun = ("by", "noun") if m.group("by") else ("by2", "then")
        if (
            old.kind != new.kind
            or old.quantity.unit != new.quantity.unit
            or not _levels(old, new)
            or not same_noun(old, new)
        ):
            continue
        if old.kind == "percent":
            continue
        up = _UP.search(m.group(noun)) is not None
        yield tie(
            "change", line, {"from": old, "to": new, "by": line.claim_at(m.start(by))}, m.span(noun),
            direction="up" if up else "down",
        )  # fmt: skip

"""change: from, to and by under one verb or noun of change, with its direction, or the factor that a verb stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from figcheck.models import Claim, Direction, Hedge, Relation
from figcheck.relations.line import Line, alternatives, compiled, same_noun, same_unit, tie, words

__all__ = ["find"]

_FACTORS = {"double": Decimal(2), "triple": Decimal(3), "quadruple": Decimal(4), "halve": Decimal("0.5")}
_LEVELS = ("count", "money", "percent", "measurement", "other", "rate")
_HEDGES: tuple[tuple[str, Hedge], ...] = (
    ("more than", "more_than"), ("over", "more_than"), ("better than", "more_than"), ("at least", "at_least"),
    ("nearly", "less_than"), ("almost", "less_than"), ("close to", "less_than"), ("virtually", "about"),
    ("about", "about"), ("roughly", "about"), ("around", "about"), ("some", "about"), ("approximately", "about"),
    ("effectively", "about"), ("practically", "about"), ("less than", "less_than"), ("just", "about"),
)  # fmt: skip
_PAREN = compiled(r" ?\([^()]{0,60}<any>[^()]{0,60}\)")
_ROLE_FROM = re.compile(
    r"\b(?:from|compared (?:with|to)|against|versus|than the|down on|up on)(?: (?:the|an?|just|only|its|their|last year's|a record|some))? (?:[a-z]+ )?$"
)
_ROLE_TO = re.compile(
    r"\b(?:to|reaching|reach|reached|at|hitting|hit|totaling|totalling)(?: (?:the|an?|just|only|its|some|stand at|a record|a total of|reach))? $"
)
_ROLE_BY = re.compile(r"\bby(?: (?:the|an?|just|only|some|another|a further|a total of))? $")
_SKIP = re.compile(r"\b(?:between|per|every|each|than|of)(?: the| an?)? $")
_BREAK = re.compile(r"[;:]|\.(?=\s|$)|\b(?:while|whereas|although|though|but|as)\b")
_COMMA_AND = re.compile(r",? and\b")


@cache
def _verbs() -> re.Pattern[str]:
    factors = "|".join(f"(?P<{k}>{alternatives('multiple', k)})" for k in _FACTORS)
    return compiled(
        rf"\b(?:{factors}|(?P<up>{alternatives('change', 'up')}|up)|(?P<down>{alternatives('change', 'down')}|down)"
        rf"|(?P<nup>{alternatives('change', 'noun_up')})|(?P<ndown>{alternatives('change', 'noun_down')}))\b"
    )


_REVERSE = re.compile(rf"\b(?:{alternatives('change', 'reverse')})\b")
_SIGNED = re.compile(rf"\b(?:{alternatives('change', 'signed')})\b")


def find(line: Line) -> Iterator[Relation]:
    """The changes of one sentence; none where a role has two figures or a clause two directions."""
    if len(line.claims) < 2:
        yield from _alone(line)
        return
    used: set[str] = set()
    for start, stop in _clauses(line.text):
        relation = _change(line, start, stop)
        if relation is not None and not used & {i for ids in relation.roles.values() for i in ids}:
            used |= {i for ids in relation.roles.values() for i in ids}
            yield relation
    if not used:
        yield from _alone(line)


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for m in _BREAK.finditer(text):
        yield start, m.start()
        start = m.end()
    yield start, len(text)


def _change(line: Line, start: int, stop: int) -> Relation | None:
    """from, to and by inside one clause."""
    text = line.text
    verbs = [m for m in _verbs().finditer(text, start, stop)]
    if not verbs:
        return None
    roles: dict[str, list[int]] = {"from": [], "to": [], "by": []}
    parens = [m.span() for m in _PAREN.finditer(text, start, stop)]
    for n, at in enumerate(line.at):
        if start <= at < stop and not any(a <= at < b for a, b in parens):
            role = _role(line, n, start, verbs)
            if role:
                roles[role].append(n)
    return _assembled(line, roles, verbs, start, stop)


def _role(line: Line, n: int, start: int, verbs: list[re.Match[str]]) -> str | None:
    claim, at = line.claims[n], line.at[n]
    if claim.kind not in _LEVELS or claim.implicit:
        return None
    before = line.text[max(start, at - 40) : at]
    if _ROLE_FROM.search(before):
        return "from"
    if _ROLE_BY.search(before):
        return "by"
    if _ROLE_TO.search(before):
        return "to"
    last = max((m for m in verbs if m.end() <= at), key=lambda m: m.end(), default=None)
    if last is not None and re.fullmatch(r" (?:an? |the |another |a further |some )?", line.text[last.end() : at]):
        return "by" if not last.group("nup") and not last.group("ndown") else None
    after = re.match(r"(?:-point| points?)?(?: \w+){0,1}? (\w+)", line.text[at + 1 :])
    following = next((m for m in verbs if at < m.start() <= at + 24), None)
    if following is not None and re.fullmatch(r"[ -](?:[a-z-]+ )?", line.text[at + 1 : following.start()]):
        if (
            following.group("nup")
            or following.group("ndown")
            or following.group() in words("change", "up") | words("change", "down")
        ) and re.search(r"\b(?:an?|the|its|their|of|this|that|by) $", before):
            return "by"
    if after is None:
        pass
    if re.search(
        r"\b(?:increase|decrease|rise|drop|fall|gain|decline|cut|reduction|jump|growth|hike) of (?:an? |some |just |only )?$",
        before,
    ):
        return "by"
    later = next((m for m in verbs if m.start() > at), None)
    if (
        later is not None
        and later.group() in ("up", "down")
        and re.fullmatch(r"[^;:\ue000-\ue009]{0,40}, (?:which (?:is|was) )?", line.text[at + 1 : later.start()])
    ):
        return "to"
    return None


def _assembled(
    line: Line, roles: dict[str, list[int]], verbs: list[re.Match[str]], start: int, stop: int
) -> Relation | None:
    if any(len(v) > 1 for v in roles.values()) or not roles["from"] or not roles["to"]:
        return None
    old, new = line.claims[roles["from"][0]], line.claims[roles["to"][0]]
    by = line.claims[roles["by"][0]] if roles["by"] else None
    if not _one_scale(old, new) or not same_noun(old, new) or old.kind not in _LEVELS:
        return None
    if old.quantity.stated is None or new.quantity.stated is None or old.quantity.direction or new.quantity.direction:
        return None
    if (
        by is not None
        and by.quantity.unit not in ("percent", "percentage_point", "basis_point")
        and not _same_amount(by, old)
    ):
        return None
    direction, factor, hedge = _sense(line, verbs)
    if direction is None and factor is None:
        return None
    if factor is None and _REVERSE.search(line.text):
        direction = None
        if by is None:
            return None
    first, last = sorted((line.at[roles["from"][0]], line.at[roles["to"][0]]))
    if last - first > 120:
        return None
    verb = verbs[0]
    claims: dict[str, Claim] = {"from": old, "to": new}
    if by is not None:
        claims["by"] = by
    return tie(
        "change", line, dict(claims), (verb.start(), verb.end()), direction=direction, factor=factor, hedge=hedge
    )  # fmt: skip


def _same_amount(by: Claim, level: Claim) -> bool:
    if by.kind == level.kind == "money":
        return by.quantity.unit == level.quantity.unit or by.quantity.unit in ("cent", "penny")
    return by.quantity.unit == level.quantity.unit and by.kind in (level.kind, "count", "other")


def _one_scale(old: Claim, new: Claim) -> bool:
    """Whether two levels can be of one thing; "to 10,000 tons from 9,000" leaves the second unit out."""
    bare = [c for c in (old, new) if c.kind == "count" and c.counted is None and c.quantity.unit is None]
    return same_unit(old, new) or (len(bare) == 1 and {old.kind, new.kind} <= {"count", "measurement", "other"})


def _sense(line: Line, verbs: list[re.Match[str]]) -> tuple[Direction | None, Decimal | None, Hedge]:
    """Direction and factor that the clause's verbs agree on; nothing where they do not agree."""
    ways: set[Direction] = set()
    for m in verbs:
        for key, factor in _FACTORS.items():
            if m.group(key):
                if re.match(r" (?:in size )?by\b", line.text[m.end() :]):
                    return None, None, "exact"
                return ("down" if factor < 1 else "up"), factor, _hedge_before(line.text[: m.start()])
        ways.add("up" if m.group("up") or m.group("nup") else "down")
    return (next(iter(ways)) if len(ways) == 1 else None), None, "exact"


def _hedge_before(text: str) -> Hedge:
    tail = text[-16:].rstrip()
    return next((hedge for words_, hedge in _HEDGES if tail.endswith(words_)), "exact")


def _alone(line: Line) -> Iterator[Relation]:
    """A fall by more than the whole: "fell 150 percent", where nothing below zero makes sense."""
    if _SIGNED.search(line.text):
        return
    for at, claim in zip(line.at, line.claims):
        stated = claim.quantity.stated
        if claim.kind != "percent" or claim.quantity.unit != "percent" or stated is None or stated <= 100:
            continue
        for m in _verbs().finditer(line.text, max(0, at - 40), at):
            between = line.text[m.end() : at]
            if (m.group("down") or m.group("halve")) and re.fullmatch(r" (?:by )?(?:an? |some |as much as )?", between):
                if m.group() not in ("up", "down") or re.search(r"(?:is|was|were|are|went) $", line.text[: m.start()]):
                    yield tie("change", line, {"by": claim}, (m.start(), m.end()), direction="down")

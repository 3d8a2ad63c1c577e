"""change: from, to and by under one verb or noun of change, with its direction, or the factor that it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from figcheck.models import Claim, Direction, Hedge, Relation
from figcheck.relations.line import Line, alternatives, compiled, head, same_noun, same_unit, tie, words

__all__ = ["find"]

_FACTORS = {"double": Decimal(2), "triple": Decimal(3), "quadruple": Decimal(4), "halve": Decimal("0.5")}
_LEVELS = ("count", "money", "percent", "measurement", "other", "rate")
_HEDGES: tuple[tuple[str, Hedge], ...] = (
    ("more than", "more_than"), ("over", "more_than"), ("better than", "more_than"), ("at least", "at_least"),
    ("nearly", "less_than"), ("almost", "less_than"), ("close to", "less_than"), ("less than", "less_than"),
    ("virtually", "about"), ("about", "about"), ("roughly", "about"), ("around", "about"), ("some", "about"),
    ("approximately", "about"), ("effectively", "about"), ("practically", "about"), ("just", "about"),
)  # fmt: skip
_PAREN = re.compile(r" ?\([^()]{0,80}\)")
_PEAK = r"(?:(?:an?|its|the|their|last year's|just|only|some|a record|another|a further) )?(?:[a-z-]+ )?(?:of )?"
_FROM = re.compile(rf"\bfrom {_PEAK}$")
_AGAINST = re.compile(rf"\b(?:compared (?:with|to)|against|versus) {_PEAK}$")
_TO = re.compile(rf"\b(?:to|reaching|reached|reach|totaling|totalling|hit|hitting) {_PEAK}$")
_BY = re.compile(r"(?P<verb>[a-z]* ?)\bby (?:(?:the|an?|just|only|some|another|a further|a total of) )?$")
_NOUN_OF = re.compile(
    rf"\b(?:{alternatives('change', 'noun_up')}|{alternatives('change', 'noun_down')}) of (?:an? |some |just |only )?$"
)
_ARTICLE = re.compile(r"\b(?:an?|the|its|their|this|that|by|representing) $")
_BREAK = compiled(
    rf"[;:]|\.(?=\s|$)|, (?:although|though|but|with)\b|\b(?:while|whereas)\b| as (?!much|many|well)"
    rf"| and (?=(?:[a-z']+ ){{0,5}}(?:{alternatives('change', 'up')}|{alternatives('change', 'down')})\b)"
)
_SINCE = compiled(
    rf"""(?:, (?:which (?:is|was) )?|(?<=<percent>, )(?:is|was) )(?:up|down) (?:sharply |slightly |almost |by )?
    |, an? <percent> (?:[a-z]+ )?(?:{alternatives("change", "noun_up")}|{alternatives("change", "noun_down")})\b"""
)
_COMPARED = re.compile(r",? (?:compared (?:with|to)|against|versus) ")
_THAN = compiled(
    r"(?P<to><amount>)<gap>{0,60}?, (?:about |or )?(?P<by><percent>|<sum>)(?: [a-z]+)? "
    r"(?:(?P<way>fewer|less|lower|smaller|more|higher|greater|larger) than|(?P<side>above|below)) "
    r"(?:the |its |their )?(?:[a-z]+ ){0,2}(?P<from><amount>)"
)
_OF_ELSE = re.compile(
    r" (?:on|over|against|compared (?:with|to)) "
    r"(?:the (?:peak|record|forecast|target|plan|budget)|forecasts|expectations)"
)
_AT = compiled(r"\b(?:up|down) (?:by )?<percent> at (?:just |only )?$")
_WHEN = re.compile(r" (?:ago|earlier|before|later|old|prior|previously|hence|from|in|of)\b")
_BLUNT = re.compile(
    r"\b(?:slow|slowed|slows|slowing|not|never|failed?|stem|stemmed|halt|halted|revers\w+|instead of|rather than)\b"
)
_WEATHER = re.compile(r"\b(?:snow|rain|hail|ash|sleet|drizzle) (?:that )?$")  # what falls does not become less
_REVERSE = re.compile(rf"\b(?:{alternatives('change', 'reverse')})\b")
_SIGNED = re.compile(rf"\b(?:{alternatives('change', 'signed')})\b")
_TURN = re.compile(r"\b(?:to|from) (?:an? )?(?:[a-z]+ )?(?:loss|profit|deficit|surplus)\b")
_FAR = 130


@cache
def _verbs() -> re.Pattern[str]:
    factors = "|".join(f"(?P<{k}>{alternatives('multiple', k)})" for k in _FACTORS)
    return compiled(
        rf"\b(?:{factors}|(?P<up>{alternatives('change', 'up')}|up)|(?P<down>{alternatives('change', 'down')}|down)"
        rf"|(?P<nup>{alternatives('change', 'noun_up')})|(?P<ndown>{alternatives('change', 'noun_down')}))\b"
    )


def find(line: Line) -> Iterator[Relation]:
    """The changes of one sentence; none where a role has two figures, or the words do not tell which way."""
    text = _PAREN.sub(lambda m: " " * len(m.group()), line.text)  # conversions and asides stand in brackets
    verbs = list(_verbs().finditer(text))
    used: set[str] = set()
    for start, stop in _clauses(text) if verbs and len(line.claims) > 1 else ():
        inside = [m for m in verbs if start <= m.start() < stop]
        relation = _change(line, text, start, stop, inside) if inside else None
        if relation is not None:
            used |= {i for ids in relation.roles.values() for i in ids}
            yield relation
    if len(line.claims) > 2 and not used:
        for relation in _than(line):
            used |= {i for ids in relation.roles.values() for i in ids}
            yield relation
    if verbs and not used:
        yield from _alone(line, verbs)


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for m in _BREAK.finditer(text):
        yield start, m.start()
        start = m.end()
    yield start, len(text)


def _change(line: Line, text: str, start: int, stop: int, verbs: Sequence[re.Match[str]]) -> Relation | None:
    """from, to and by inside one clause."""
    roles: dict[str, list[int]] = {"from": [], "against": [], "to": [], "by": []}
    for n, at in enumerate(line.at):
        if start <= at < stop and text[at] != " ":
            role = _role(line, text, n, start, verbs)
            if role:
                roles[role].append(n)
    against = roles.pop("against")
    old = bool(roles["from"])
    roles["from"] = roles["from"] or against
    if len(roles["from"]) == 1 and not roles["to"]:
        roles["to"] = _told_before(line, text, roles, start, compared=bool(against) and not old)
    if any(len(v) > 1 for v in roles.values()) or not roles["from"] or not roles["to"]:
        return _amounts(line, verbs)
    if not roles["by"]:
        roles["by"] = _told_after(line, roles["from"][0], roles["to"][0]) or _fewer(line, roles["to"][0])
    return _assembled(line, text, {k: v[0] for k, v in roles.items() if v}, verbs)


_OR_PERCENT = compiled(r"(?: [a-z'-]+){0,3}?(?:, or |,? or |,? \(|<dash>)(?P<by><percent>)(?=[,.;)]|$)")


_FEWER = compiled(r"(?P<by><percent>) (?:fewer|more|less|higher|lower) [a-z -]{2,40}: (?:only |just )?$")


def _fewer(line: Line, new: int) -> list[int]:
    """ "sold 25 percent fewer candles: 3,000, down from 4,000" """
    m = _FEWER.search(line.text[: line.at[new]])
    return [line.index_at(m.start("by"))] if m else []


def _told_after(line: Line, old: int, new: int) -> list[int]:
    """ "from $40 to $50, or 25 percent" """
    m = _OR_PERCENT.match(line.text, max(line.at[old], line.at[new]) + 1)
    if m is None or line.claims[old].kind == "percent":
        return []
    return [line.index_at(m.start("by"))]


def _role(line: Line, text: str, n: int, start: int, verbs: Sequence[re.Match[str]]) -> str | None:
    claim, at = line.claims[n], line.at[n]
    if claim.implicit:
        return None
    if claim.kind == "duration":
        level = not _WHEN.match(text, at + 1)
        return next(
            (k for k, p in (("from", _FROM), ("to", _TO)) if level and p.search(text[max(start, at - 44) : at])), None
        )
    if claim.kind not in _LEVELS and claim.kind != "ratio":
        return None
    before = text[max(start, at - 44) : at]
    if claim.kind == "ratio":
        fold = claim.quote.lower().endswith("fold")
        if claim.quote.lower() == "half" and before.endswith(" in "):
            return "by"  # "cut in half"
        return "by" if _BY.search(before) or (fold and re.search(r"[a-z] $", before)) else None
    by = _BY.search(before)
    if by is not None:  # "helped by three new lines" tells who, not by how much
        return None if by.group("verb").strip() in words("change", "helped") and claim.kind != "percent" else "by"
    for role, pattern in (("from", _FROM), ("against", _AGAINST), ("to", _TO)):
        if pattern.search(before):
            return role
    if _AT.search(before):
        return "to"
    if _NOUN_OF.search(before) and _OF_ELSE.match(text, at + 1):
        return None
    if _NOUN_OF.search(before) or _before_noun(text, at, verbs, before):
        return "by"
    last = max((m for m in verbs if m.end() <= at), key=lambda m: m.end(), default=None)
    if last is None or last.group("nup") or last.group("ndown"):
        return None
    return "by" if re.fullmatch(r" (?:an? |the |another |a further |some )?", text[last.end() : at]) else None


def _before_noun(text: str, at: int, verbs: Sequence[re.Match[str]], before: str) -> bool:
    """ "a 5 percent rise", "the 12-point drop" """
    noun = next((m for m in verbs if at < m.start() <= at + 24), None)
    return (
        noun is not None
        and re.fullmatch(r"[ -](?:points? |[a-z-]+ )?", text[at + 1 : noun.start()]) is not None
        and _ARTICLE.search(before) is not None
    )


def _told_before(line: Line, text: str, roles: dict[str, list[int]], start: int, compared: bool) -> list[int]:
    """The level before ", up from" or ", compared with": the nearest figure of the same thing in the clause."""
    old = roles["from"][0]
    near = max(start, line.at[old] - _FAR)
    since = list((_COMPARED if compared else _SINCE).finditer(text, near, line.at[old]))
    if not since or (roles["by"] and not compared and line.at[roles["by"][0]] < since[-1].start()):
        return []
    if compared and not roles["by"]:
        return []
    for n in range(old - 1, -1, -1):
        at, claim = line.at[n], line.claims[n]
        if at < near or at > since[-1].start() or text[at] == " " or n in roles["by"]:
            continue
        if _one_scale(line.claims[old], claim) and claim.kind in _LEVELS:
            fits = claim.quantity.direction is None and same_noun(claim, line.claims[old]) and not claim.additional
            return [n] if fits else []
    return []


def _assembled(line: Line, text: str, roles: dict[str, int], verbs: Sequence[re.Match[str]]) -> Relation | None:
    old, new = line.claims[roles["from"]], line.claims[roles["to"]]
    by = line.claims[roles["by"]] if "by" in roles else None
    if not _one_scale(old, new) or not same_noun(old, new) or old.kind not in _LEVELS:
        return None
    if any(c.quantity.stated is None or c.quantity.direction or c.additional for c in (old, new)):
        return None
    fold = by.quantity.stated if by is not None and by.kind == "ratio" and by.quote.lower().endswith("fold") else None
    by = None if fold else by
    if by is not None and by.kind != "ratio" and by.quantity.unit not in ("percent", "percentage_point", "basis_point"):
        by = by if _same_amount(by, old) and (head(by) is None or head(by) in (head(old), head(new))) else None
    first, last = sorted((line.at[roles["from"]], line.at[roles["to"]]))
    verb, direction, factor = _sense(text, verbs, first, last)
    factor = fold if fold and direction == "up" else factor
    if verb is None or last - first > _FAR or _TURN.search(text):
        return None
    if _WEATHER.search(text[: verb.start()]):
        return None
    if verb.group() not in ("up", "down") and _BLUNT.search(text, max(0, verb.start() - 30), verb.end()):
        return None
    if factor is None and (_REVERSE.search(text) if old.quantity.unit != "percent" else "rank" in text):
        direction = None
        if by is None:
            return None
    claims: dict[str, Claim | Sequence[Claim]] = {"from": old, "to": new}
    if by is not None:
        claims["by"] = by
    hedge = _hedge_before(text[: verb.start()]) if factor is not None else "exact"
    return tie("change", line, claims, verb.span(), direction=direction, factor=factor, hedge=hedge)


def _same_amount(by: Claim, level: Claim) -> bool:
    if by.kind == level.kind == "money":
        return by.quantity.unit == level.quantity.unit or by.quantity.unit in ("cent", "penny")
    return by.quantity.unit == level.quantity.unit and by.kind in (level.kind, "count", "other")


def _one_scale(old: Claim, new: Claim) -> bool:
    """Whether two levels can be of one thing; "to 10,000 tons from 9,000" and "from £5bn to £8bn a year" leave
    the unit out once."""
    bare = [c for c in (old, new) if c.kind == "count" and c.counted is None and c.quantity.unit is None]
    units = [(c.quantity.unit or "").partition("_per_")[0] for c in (old, new)]
    if old.kind == new.kind and units[0] == units[1]:
        return True
    return same_unit(old, new) or (len(bare) == 1 and {old.kind, new.kind} <= {"count", "measurement", "other"})


def _sense(
    text: str, verbs: Sequence[re.Match[str]], first: int, last: int
) -> tuple[re.Match[str] | None, Direction | None, Decimal | None]:
    """The word of change that governs the two levels, its direction, and the factor it stands for."""
    since = [
        m
        for m in verbs
        if m.group() in ("up", "down")
        and re.match(
            r" (?:sharply |slightly )?(?:by \S+ )?(?:from|on)\b|[^a-z]{1,6}(?:percent|%)? ?from", text[m.end() :]
        )
    ]
    between = [m for m in verbs if first < m.start() < last and m.group() in ("up", "down")]
    inside = [m for m in verbs if m.start() < first and not m.group("nup") and not m.group("ndown")]
    nouns = [
        m for m in verbs if re.match(r" (?:from|of|to|in [a-z ]{1,30} from)\b", text[m.end() :]) and m.start() < last
    ]
    after = [
        m
        for m in verbs
        if m.start() > last and re.search(r"\ue005[ -](?:[a-z-]+ )?$|\b(?:an?|the) $", text[: m.start()])
    ]
    if not inside and not between:
        after += [
            m
            for m in verbs
            if m.start() > last and _PARTICIPLE.match(text, m.start()) and text[: m.start()].endswith(", ")
        ]
    for group in (between or since, inside[-1:], nouns[-1:], after[:1]):
        if group:
            verb = group[0]
            break
    else:
        return None, None, None
    for key, factor in _FACTORS.items():
        if verb.groupdict().get(key):
            if re.match(r" (?:in size )?by\b", text[verb.end() :]):
                return None, None, None
            return verb, "down" if factor < 1 else "up", factor
    way: Direction = "up" if verb.group("up") or verb.group("nup") else "down"
    others = {
        "up" if m.group("up") else "down" for m in inside if first - m.end() < 40 and m is not verb and not between
    }
    return (verb, way, None) if not others or others == {way} else (verb, None, None)


_PARTICIPLE = re.compile(
    r"(?:doubling|tripling|trebling|quadrupling|halving)(?=[,.;]|$| (?:in|over|within|since|between)\b)"
)


def _hedge_before(text: str) -> Hedge:
    tail = text[-16:].rstrip()
    return next((hedge for said, hedge in _HEDGES if tail.endswith(said)), "exact")


_AMOUNTS = compiled(
    r"(?P<by><any>),? (?:or|\()(?: about)? ?(?P<share><percent>)\)?,? to "
    r"(?:close at |settle at |end at |finish at |stand at |an? )?(?:[a-z-]+ )?(?P<to><any>)"
)


def _than(line: Line) -> Iterator[Relation]:
    """ "18.4 million, 20 percent fewer than the 23 million of a year before" """
    for m in _THAN.finditer(line.text):
        old, new, by = (line.claim_at(m.start(k)) for k in ("from", "to", "by"))
        told = all(c.quantity.stated is not None and not c.quantity.direction for c in (old, new))
        sized = by.kind == "percent" or (by.quantity.unit in (None, old.quantity.unit) and same_noun(by, old))
        if (
            told
            and sized
            and _one_scale(old, new)
            and same_noun(old, new)
            and old.kind in _LEVELS
            and old.kind != "percent"
        ):
            key = "way" if m.group("way") else "side"
            way: Direction = "down" if m.group(key) in ("fewer", "less", "lower", "smaller", "below") else "up"
            yield tie("change", line, {"from": old, "to": new, "by": by}, m.span(key), direction=way)


def _amounts(line: Line, verbs: Sequence[re.Match[str]]) -> Relation | None:
    """ "fell $2, or 5 percent, to $38": the amount, its share of the earlier level, and the later level."""
    for m in _AMOUNTS.finditer(line.text):
        verb = next((v for v in reversed(verbs) if 0 <= m.start() - v.end() <= 12), None)
        by, share, new = (line.claim_at(m.start(k)) for k in ("by", "share", "to"))
        if verb is None or not (verb.group("up") or verb.group("down")) or new.quantity.direction:
            continue
        if (
            not _same_amount(by, new)
            or any(c.quantity.stated is None for c in (by, share, new))
            or "_per_" in str(new.quantity.unit)
        ):
            continue
        way: Direction = "up" if verb.group("up") else "down"
        return tie("change", line, {"by": by, "share": share, "to": new}, verb.span(), direction=way)
    return None


def _alone(line: Line, verbs: Sequence[re.Match[str]]) -> Iterator[Relation]:
    """A fall by more than the whole: "fell 150 percent", where nothing below zero makes sense."""
    if _SIGNED.search(line.text):
        return
    for at, claim in zip(line.at, line.claims):
        stated = claim.quantity.stated
        if claim.quantity.unit != "percent" or stated is None or stated <= 100 or claim.quantity.hedge != "exact":
            continue
        for m in verbs:
            between = line.text[m.end() : at] if m.end() <= at else "no"
            if not (m.group("down") or m.group("halve")) or not re.fullmatch(
                r" (?:by )?(?:an? |some |as much as )?", between
            ):
                continue
            if m.group() not in ("up", "down") or re.search(r"(?:is|was|were|are|went) $", line.text[: m.start()]):
                yield tie("change", line, {"by": claim}, m.span(), direction="down")

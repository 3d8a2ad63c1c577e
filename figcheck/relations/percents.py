"""percent_of: a count, its base, and the percentage given for them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from figcheck.models import Claim, Relation
from figcheck.relations.line import Line, alternatives, compiled, tie

__all__ = ["find", "find_next", "find_out_of"]

_SAME = rf"(?:{alternatives('tie', 'same')})"
_TIE = rf"(?:, (?:or )?|,? or |,? \(|<dash>|,? {_SAME} ){_SAME}? ?(?:an? (?:rate|share|proportion|turnout) of )?"
_PERCENT = r"(?P<percent><percent>)"
_OF = r"(?:out )?of <the><noun>(?P<base><sum>)"
_MAKING = r"(?:making up|representing|accounting for|amounting to|equal to|equivalent to|which is)"
_PATTERNS = (
    # 312 of the 400 pupils, or 78 percent
    rf"(?P<count><sum>)(?: <noun>| ){_OF}<gap>{{0,60}}?{_TIE}{_PERCENT}<end>",
    # 312 pupils, or 78 percent, of the 400;  312 (78 percent) of 400
    rf"(?P<count><sum>)(?: [a-z'-]+){{0,3}}?{_TIE}{_PERCENT}[),]? ?,? ?{_OF}",
    # 78 percent, or 312, of the 400
    rf"{_PERCENT}{_TIE}(?P<count><sum>)(?: [a-z'-]+){{0,2}}?[),]? ?,? ?{_OF}",
    # 78 percent of the 400 pupils, or 312
    rf"""{_PERCENT} of <the><noun>(?P<base><sum>)(?: [a-z'-]+){{0,6}}?{_TIE}(?P<count><sum>)
    (?: (?:people|of them|in all))?<stop>""",
    # checked 400 homes and found damage in 312 of them, or 78 percent;  200 beds, 150 of them in use, a rate of 75
    rf"""(?P<base><sum>)<gap>{{0,70}}? (?P<count><sum>)(?: [a-z]+){{0,2}}? of (?:them|those|these)(?: [a-z'-]+){{0,3}}?
    {_TIE}{_PERCENT}<end>""",
    rf"""(?P<base><sum>) [a-z'-]+<gap>{{0,50}}? (?:found|reported|saw|damage) (?:[a-z-]+ ){{0,3}}?in (?P<count><sum>)
    {_TIE}{_PERCENT}<end>""",
    # 30 of the 50 ships, making up 60 percent of the fleet
    rf"""(?P<count><sum>)(?: <noun>| ){_OF}<gap>{{0,60}}?, {_MAKING} {_PERCENT}
    (?= of (?:the|all|its|their) [a-z]+(?:,|\.(?:\s|$)|;|$))""",
    # of the 400 pupils, 312, or 78 percent, passed
    rf"""\b{_OF}<gap>{{0,60}}?, (?P<count><sum>)(?: (?!of\b)[a-z'-]+){{0,3}}?{_TIE}{_PERCENT}<end>""",
)
_THAT = compiled(
    r"""^["' ]*(?:that|this|it|which|the share|the figure|the rate) (?:is|was|represents|represented|means|meant
    |amounts to|amounted to|comes to|came to|makes|made|works out (?:at|to)|worked out (?:at|to)|equals|equaled|would be
    |translates to|translates into|makes up) (?:a (?:rate|share|proportion|turnout) of )?(?P<percent><percent>)
    (?=[.,;)]|$| of (?:them|those|all|the total|the whole|it|the [a-z]+|all [a-z]+)\b| turnout)"""
)
_ONE_PAIR = compiled(rf"(?P<count><sum>)(?: <noun>| ){_OF}")


def find(line: Line) -> Iterator[Relation]:
    """count, base and percent inside one sentence."""
    if len(line.claims) < 3 or "\ue005" not in line.text or "weighted" in line.text:
        return
    used: set[str] = set()
    for pattern in _PATTERNS:
        for m in compiled(pattern).finditer(line.text):
            roles = {k: line.claim_at(m.start(k)) for k in ("count", "base", "percent")}
            relation = _percent_of(line, roles, moved=pattern is _PATTERNS[3])
            if relation and not used & set(relation.roles["percent"]):
                used |= set(relation.roles["percent"])
                yield relation


def _percent_of(line: Line, roles: dict[str, Claim], moved: bool = False) -> Relation | None:
    """The relation, where the three fit; in what was lost ("30 percent of its farms") the percentage has a way."""
    count, base, percent = roles["count"], roles["base"], roles["percent"]
    if count.quantity.unit != base.quantity.unit or percent.quantity.unit != "percent":
        return None
    if percent.quantity.direction and not moved:
        return None
    if any(c.quantity.stated is None for c in roles.values()) or count.kind != base.kind:
        return None
    return tie("percent_of", line, dict(roles), None)


def find_next(before: Line, line: Line) -> Iterator[Relation]:
    """ "312 of the 400 pupils passed. That is 78 percent." """
    m = _THAT.search(line.text)
    pairs = list(_ONE_PAIR.finditer(before.text)) if m else []
    if m is None or len(pairs) != 1 or len([c for c in before.claims if c.kind in ("count", "money")]) > 2:
        return
    pair = pairs[0]
    roles = {"count": before.claim_at(pair.start("count")), "base": before.claim_at(pair.start("base"))}
    relation = _percent_of(line, {**roles, "percent": line.claim_at(m.start("percent"))})
    if relation:
        yield relation


_COUNTED = re.compile(
    r"(?!one\b|1 )[\w.,]+(?: (?:million|billion|thousand))? (?:out of|of|in|of every|out of every) (?!which|the)",
    re.IGNORECASE,
)
_OUT_OF = compiled(rf"(?P<ratio><ratio>)<gap>{{0,50}}?{_TIE}(?P<percent><percent>)<end>")


def find_out_of(line: Line) -> Iterator[Relation]:
    """ "1.2 million out of 3 million voters, or 40 percent": the two counts are one figure, a ratio."""
    for m in _OUT_OF.finditer(line.text) if "\ue008" in line.text else ():
        ratio, percent = line.claim_at(m.start("ratio")), line.claim_at(m.start("percent"))
        if _COUNTED.match(ratio.quote) and not percent.quantity.direction:
            yield tie("percent_of", line, {"ratio": ratio, "percent": percent}, None)

"""percent_of: a count, its base, and the percentage given for them. shares: percentages that divide one hundred."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from figcheck.models import Claim, Relation
from figcheck.relations.line import Line, alternatives, compiled, tie, words

__all__ = ["find", "find_next", "find_shares"]

_THE = r"(?:the |those |these |its |their |his |her |all |all the |some |a total of )?"
_NOUN = r"(?:[a-z'-]+ ){0,2}"
_TIE = rf"(?:, (?:or )?|,? or |,? \(|,? ?(?:\u2013|\u2014|--) ?|,? (?:{alternatives('tie', 'same')}) )(?:{alternatives('tie', 'same')})? ?(?:an? (?:rate|share|proportion|turnout) of )?"
_CLOSE = r"(?=\)|,|\.(?:\s|$|\")|;|$|\"| of (?:them|those|all|the total|the whole|it)\b| ?(?:\u2013|\u2014|--)| -)"
_AMOUNT = "[\ue000-\ue002]"
_BASES = (
    # 312 of the 400 pupils, or 78 percent
    rf"(?P<count>{_AMOUNT})(?: {_NOUN}| )(?:out )?of {_THE}{_NOUN}(?P<base>{_AMOUNT})<gap>{{0,60}}?{_TIE}(?P<percent><percent>){_CLOSE}",
    # 312 pupils, or 78 percent, of the 400;  312 (78 percent) of 400
    rf"(?P<count>{_AMOUNT})(?: [a-z'-]+){{0,3}}?{_TIE}(?P<percent><percent>)[),]? ?,? ?(?:out )?of {_THE}{_NOUN}(?P<base>{_AMOUNT})",
    # 78 percent, or 312, of the 400
    rf"(?P<percent><percent>){_TIE}(?P<count>{_AMOUNT})(?: [a-z'-]+){{0,2}}?[),]? ?,? ?(?:out )?of {_THE}{_NOUN}(?P<base>{_AMOUNT})",
    # 78 percent of the 400 pupils, or 312
    rf"(?P<percent><percent>) of {_THE}{_NOUN}(?P<base>{_AMOUNT})(?: [a-z'-]+){{0,6}}?{_TIE}(?P<count>{_AMOUNT})(?: (?:people|of them|in all))?(?=\)|,|\.(?:\s|$)|;|$)",
    # checked 400 homes and found damage in 312 of them, or 78 percent;  200 beds, 150 of them occupied, a rate of 75 percent
    rf"(?P<base>{_AMOUNT})<gap>{{0,70}}? (?P<count>{_AMOUNT})(?: [a-z]+){{0,2}}? of (?:them|those|these)(?: [a-z'-]+){{0,3}}?{_TIE}(?P<percent><percent>){_CLOSE}",
    rf"(?P<base>{_AMOUNT}) [a-z'-]+<gap>{{0,50}}? (?:found|reported|saw|damage) (?:[a-z-]+ ){{0,3}}?in (?P<count>{_AMOUNT}){_TIE}(?P<percent><percent>){_CLOSE}",
    # 30 of the 50 ships, making up 60 percent of the fleet
    rf"(?P<count>{_AMOUNT})(?: {_NOUN}| )(?:out )?of {_THE}{_NOUN}(?P<base>{_AMOUNT})<gap>{{0,60}}?, (?:making up|representing|accounting for|amounting to|equal to|equivalent to|which is) (?P<percent><percent>)(?= of (?:the|all|its|their) [a-z]+(?:,|\.(?:\s|$)|;|$))",
    # of the 400 pupils, 312, or 78 percent, passed
    rf"\b(?:out )?of {_THE}{_NOUN}(?P<base>{_AMOUNT})<gap>{{0,60}}?, (?P<count>{_AMOUNT})(?: (?!of\b)[a-z'-]+){{0,3}}?{_TIE}(?P<percent><percent>){_CLOSE}",
)
_THAT = compiled(
    r"^[\"' ]*(?:that|this|it|which|the share|the figure|the rate) (?:is|was|represents|represented|means|meant|amounts to|amounted to|comes to|came to"
    r"|makes|made|works out (?:at|to)|worked out (?:at|to)|equals|equaled|would be|translates to|translates into|makes up) "
    r"(?:a (?:rate|share|proportion|turnout) of )?(?P<percent><percent>)(?=[.,;)]|$| of (?:them|those|all|the total|the whole|it|the [a-z]+|all [a-z]+)\b| turnout)"
)
_ONE_PAIR = compiled(rf"(?P<count>{_AMOUNT})(?: {_NOUN}| )(?:out )?of {_THE}{_NOUN}(?P<base>{_AMOUNT})")
_DOUBT = re.compile(
    r"\b(?:weighted|year earlier|a year ago|growth|rose|fell|increase|decrease|rise|up from|down from|more than a year)\b"
)


def find(line: Line) -> Iterator[Relation]:
    """count, base and percent inside one sentence."""
    if len(line.claims) < 3 or "\ue005" not in line.text or "weighted" in line.text:
        return
    used: set[str] = set()
    for pattern in _BASES:
        for m in compiled(pattern).finditer(line.text):
            relation = _percent_of(line, m.span(), {k: line.claim_at(m.start(k)) for k in ("count", "base", "percent")})
            if relation and not used & set(relation.roles["percent"]):
                used |= set(relation.roles["percent"])
                yield relation


def _percent_of(line: Line, span: tuple[int, int], roles: dict[str, Claim]) -> Relation | None:
    count, base, percent = roles["count"], roles["base"], roles["percent"]
    if count.quantity.unit != base.quantity.unit or percent.quantity.unit != "percent" or percent.quantity.direction:
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
    relation = _percent_of(line, m.span(), {**roles, "percent": line.claim_at(m.start("percent"))})
    if relation:
        yield relation


_MANY = re.compile(rf"\b(?:{alternatives('answer', 'many')})\b")
_ROUNDING = re.compile(rf"\b(?:{alternatives('answer', 'rounding')})\b")
_OF_VOTE = re.compile(r"\b(?:of|in) (?:the )?(?:\w+ )?(?:votes?|ballots|total vote)\b")
_VOTE = re.compile(rf"\b(?:{alternatives('answer', 'vote')})\b")
_TURNOUT = re.compile(
    r"\b(?:turnout|margin|lead|ahead|points|up from|down from|more than in|in \d{4}|last year|compared|previous)\b"
)
_POLL = re.compile(
    r"\b(?:poll|polls|survey|surveys|pollster|race|election|primary|runoff|contest|voting intentions?)\b"
)
_RATED = re.compile(
    r"\b(?:approv\w+|favou?rab\w+|rating|ratings|trust\w*|popular\w*|recogni\w+|negatives|satisf\w+|second choice|would consider|lead of|ahead by|leads? by|beat\w*|match-?up\w*|head-to-head|against|versus)\b"
)
_STANDING = frozenset(
    "at with has had have got gets drew draws on for received receives wins won took takes earned earns snagged held holds "
    "party candidate coalition alliance bloc list group polled scored captured claimed secured garnered commands commanded stands stood support of the vote to and is was".split()
)
_PROGRESS = re.compile(r" (?:of (?:the |all )?[a-z -]{1,30} )?(?:counted|reporting|tallied|in)\b")
_CHANGE = re.compile(
    r"\b(?:up|down|rose|fell|from|by|increase|decrease|rise|drop|higher|lower|swing|gain|loss|growth|grew)(?: (?:an?|the))? $"
)


def find_shares(before: Line | None, line: Line) -> Iterator[Relation]:
    """The answers to one question, the votes in one ballot, or a list that ends in "the rest"."""
    percents = _percents(line)
    if not percents:
        return
    group = [(line, i) for i in percents]
    if len(percents) < 3 and before is not None and before.sentence.paragraph == line.sentence.paragraph:
        if before.sentence.index + 1 == line.sentence.index and 1 <= len(_percents(before)) <= 3:
            joined = [(before, i) for i in _percents(before)] + group
            relation = _answers(joined)
            if relation is not None:
                yield relation
                return
    if len(percents) > 1:
        relation = (
            _answers(group)
            or _votes(line, percents)
            or _candidates(before, line, percents)
            or _named(before, line, percents)
            or _listed(before, line, percents)
            or _rest(line, percents)
        )
        if relation is not None:
            yield relation


def _percents(line: Line) -> list[int]:
    """The shares among a sentence's percentages: no changes, no margins."""
    return [
        i
        for i, (at, c) in enumerate(zip(line.at, line.claims))
        if c.quantity.unit == "percent" and not c.quantity.direction and not c.subset
        and c.quantity.stated is not None and not _CHANGE.search(line.text[max(0, at - 24) : at])
    ]  # fmt: skip


def _tails(group: Sequence[tuple[Line, int]]) -> list[str]:
    out = []
    for n, (line, i) in enumerate(group):
        stop = group[n + 1] if n + 1 < len(group) and group[n + 1][0] is line else None
        out.append(line.text[line.at[i] + 1 : line.at[stop[1]] if stop else len(line.text)])
    return out


_FAMILIES = ("for", "track", "better", "pleased", "good", "trust")
_BASE = re.compile(r"(?: [a-z]+)? (?:of|among) (?:(?:the|all|those|likely|registered|adult) )*(?P<base>[a-z-]+)")
_ALL = frozenset(
    "them respondents people voters those adults residents americans households participants members readers".split()
)


def _polarity(tail: str) -> tuple[str, str] | None:
    """Family and side of an answer: ("for", "yes"); "undecided" is of every family."""
    tail = re.sub(r"\b(right|wrong) (track|direction)\b", r"\1_\2", tail)
    for word in re.findall(r"[a-z'_]+(?: (?:know|opinion|sure|answer|same|view|not know))?", tail)[:12]:
        for said in (word, word.split()[0]):
            if said in words("answer", "neither"):
                return "", "neither"
            for family in _FAMILIES:
                if said in words("answer", "for_plan" if family == "for" else family):
                    return family, "yes"
                if said in words("answer", f"{family}_not"):
                    return family, "no"
    return None


_ELSEWHERE = re.compile(r"\b(?:in|among) (?!favou?r|all\b|the (?:poll|survey|vote)|(?:a|the) [a-z]+ (?:poll|survey))")
_OUT_OF = compiled(rf"(?P<ratio><ratio>)<gap>{{0,50}}?{_TIE}(?P<percent><percent>){_CLOSE}")


def find_out_of(line: Line) -> Iterator[Relation]:
    """ "1.2 million out of 3 million voters, or 40 percent": the two counts are one figure, a ratio."""
    for m in _OUT_OF.finditer(line.text) if "\ue008" in line.text else ():
        ratio, percent = line.claim_at(m.start("ratio")), line.claim_at(m.start("percent"))
        if " of " in ratio.quote and sum(c.isdigit() for c in ratio.quote) > 2 and not percent.quantity.direction:
            yield tie("percent_of", line, {"ratio": ratio, "percent": percent}, None)


def _answers(group: Sequence[tuple[Line, int]]) -> Relation | None:
    """One yes, one no of its family, and at most one share that is neither; of one and the same base."""
    tails = _tails(group)
    told = [_polarity(t) for t in tails]
    sides = [side for found in told if found for _, side in (found,)]
    families = {found[0] for found in told if found and found[0]}
    if None in told or len(families) != 1 or len(set(sides)) != len(sides) or not {"yes", "no"} <= set(sides):
        return None
    if any(line is not group[-1][0] for line, _ in group) and sides[-1] != "neither":
        return None
    bases = {m.group("base") for t in tails if (m := _BASE.match(t)) and m.group("base") not in _ALL}
    named = sum(_BASE.match(t) is not None for t in tails)
    if len(bases) > 1 or (bases and named > 1):
        return None
    lines = {id(line): line for line, _ in group}.values()
    if any(_ELSEWHERE.search(t) for t in tails[1:]):
        return None
    if any(_MANY.search(x.text) or _ROUNDING.search(x.text) for x in lines) or any(_TURNOUT.search(t) for t in tails):
        return None
    return tie("shares", group[0][0], {"parts": [line.claims[i] for line, i in group]}, None, exclusive=True)


def _votes(line: Line, percents: Sequence[int]) -> Relation | None:
    """Candidates or parties in one ballot."""
    if not _OF_VOTE.search(line.text) and not re.search(
        r"\b(?:votes?|ballots?|runoff|election|candidates?)\b", line.text
    ):
        return None
    percents = [i for i in percents if not _PROGRESS.match(line.text[line.at[i] + 1 :])]
    if len(percents) < 2:
        return None
    tails = _tails([(line, i) for i in percents])
    if not _VOTE.search(line.text[: line.at[percents[0]]]) or _TURNOUT.search(line.text) or _MANY.search(line.text):
        return None
    if any(
        re.match(r"[^,;]{0,20}\b(?:in|among|for|said|approved?|say)\b(?! the vote)", t) for t in tails
    ) or _ROUNDING.search(line.text):
        return None
    if len(percents) < 3 and not _OF_VOTE.search(line.text):
        return None
    return tie("shares", line, {"parts": [line.claims[i] for i in percents]}, None, exclusive=True)


def _candidates(before: Line | None, line: Line, percents: Sequence[int]) -> Relation | None:
    """Three or more candidates in one poll: "put Ito at 46 percent, Lund at 41 percent and Reyes at 18 percent"."""
    around = line.text + " " + (before.text if before is not None else "")
    if len(percents) < 3 or len(percents) != sum(c.kind == "percent" for c in line.claims):
        return None
    if not _POLL.search(around) or _RATED.search(line.text) or _MANY.search(around) or _ROUNDING.search(around):
        return None
    previous = 0
    for i in percents:
        between = line.part.plain[line.source(previous) : line.claims[i].start]
        m = re.search(r"[A-Z][\w.]+(?:'s)?,?(?P<verbs>(?: [a-z]+){0,3}) ?$", between)
        if m is None or not set(m.group("verbs").split()) <= _STANDING:
            return None
        previous = line.at[i] + 1
    return tie("shares", line, {"parts": [line.claims[i] for i in percents]}, None, exclusive=True)


_FOR_NAME = re.compile(
    r"[^,;]{0,60}?\b(?:for|support\w*|back(?:s|ed)?|favou?r\w*|prefer\w*|chose|choose|pick\w*) (?:the |Sen\. |Gov\. |Mr\. |Ms\. |Mayor )?(?P<name>[A-Z]\w+)"
)


def _named(before: Line | None, line: Line, percents: Sequence[int]) -> Relation | None:
    """ "46 percent would vote for Ito, 41 percent for Lund and 18 percent for Reyes", the undecided beside them."""
    around = line.text + " " + (before.text if before is not None else "")
    if len(percents) < 3 or len(percents) != sum(c.kind == "percent" for c in line.claims) or not _ASKED.search(around):
        return None
    if _RATED.search(line.text) or _MANY.search(around) or _ROUNDING.search(around):
        return None
    names: set[str] = set()
    for a, tail in zip(percents, _tails([(line, i) for i in percents])):
        start = line.claims[a].end
        m = _FOR_NAME.match(line.part.plain[start : start + len(tail)])
        if m is None and _polarity(tail) != ("", "neither"):
            return None
        names.add(m.group("name") if m else "")
    if len(names) != len(percents):
        return None
    return tie("shares", line, {"parts": [line.claims[i] for i in percents]}, None, exclusive=True)


_ASKED = re.compile(r"\b(?:poll\w*|survey\w*|vote[sd]?|voters|voting|ballots?|respondents|election)\b")
_ONE_ANSWER = re.compile(r"\b(?:one|a single|only one) (?:answer|choice|option|candidate|reason|issue|response)\b")
_SPLIT = re.compile(
    r"\b(?:comes? from|came from|made up of|consists? of|split (?:as follows|between|into)|divided|breaks? down|broke down|is spent on|goes to|went to|sources?)\b"
)


def _listed(before: Line | None, line: Line, percents: Sequence[int]) -> Relation | None:
    """Shares in brackets after a word of division; answers of which each could give one."""
    around = line.text + " " + (before.text if before is not None else "")
    if len(percents) < 3 or _MANY.search(around) or _ROUNDING.search(around):
        return None
    first, last = line.at[percents[0]], line.at[percents[-1]]
    brackets = all(line.text[line.at[i] - 1] == "(" for i in percents) and _SPLIT.search(line.text[:first])
    if not brackets and not _ONE_ANSWER.search(around):
        return None
    if not brackets and _TURNOUT.search(line.text[first:last]):
        return None
    return tie("shares", line, {"parts": [line.claims[i] for i in percents]}, None, exclusive=True)


_REST = re.compile(rf"\b(?:{alternatives('part', 'rest')})(?: of [a-z ]{{1,20}})?,? (?:or |about )?$")


def _rest(line: Line, percents: Sequence[int]) -> Relation | None:
    """ "40 percent were men, 35 percent women and the remaining 30 percent children" """
    last = percents[-1]
    m = _REST.search(line.text[max(0, line.at[last] - 40) : line.at[last]])
    if m is None or _ROUNDING.search(line.text) or _MANY.search(line.text):
        return None
    offset = max(0, line.at[last] - 40)
    return tie(
        "shares", line, {"parts": [line.claims[i] for i in percents]}, (offset + m.start(), offset + m.end()),
        exclusive=True, exhaustive=True,
    )  # fmt: skip

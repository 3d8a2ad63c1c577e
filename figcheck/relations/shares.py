"""shares: percentages that divide one hundred: answers to one question, votes in one ballot, a list to its end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from figcheck.models import Relation
from figcheck.relations.line import Line, alternatives, tie, words

__all__ = ["find"]

_MANY = re.compile(rf"\b(?:{alternatives('answer', 'many')})\b")
_ROUNDING = re.compile(rf"\b(?:{alternatives('answer', 'rounding')})\b")
_OF_VOTE = re.compile(r"\b(?:of|in) (?:the )?(?:\w+ )?(?:votes?|ballots|total vote)\b")
_VOTE = re.compile(rf"\b(?:{alternatives('answer', 'vote')})\b")
_TURNOUT = re.compile(
    r"\b(?:turnout|margin|lead|ahead|points|up from|down from|more than in|in \d{4}|last year|compared|previous)\b"
)
_POLL = re.compile(rf"\b(?:{alternatives('poll', 'about')})\b")
_RATED = re.compile(rf"\b(?:{alternatives('poll', 'rated')})\b")
_STANDING = words("poll", "standing")
_PROGRESS = re.compile(r" (?:of (?:the |all )?[a-z -]{1,30} )?(?:counted|reporting|tallied|in)\b")
_CHANGE = re.compile(
    r"\b(?:up|down|rose|fell|from|by|increase|decrease|rise|drop|higher|lower|swing|gain|loss|growth|grew)"
    r"(?: (?:an?|the))? $"
)


def find(before: Line | None, line: Line) -> Iterator[Relation]:
    """The answers to one question, the votes in one ballot, or a list that ends in "the rest"."""
    percents = _percents(line)
    if not percents:
        return
    earlier = _percents(before) if before is not None and _goes_on(before, line) else []
    if earlier and before is not None:
        relation = _rivals(before, line, percents, earlier)
        if relation is not None:
            yield relation
            return
    if len(percents) > 1:
        relation = (
            _votes(line, percents)
            or _candidates(before, line, percents)
            or _listed(before, line, percents)
            or _rest(line, percents)
            or _undecided(before, line, percents, earlier)
        )
        if relation is not None:
            yield relation


_AGAINST_IT = re.compile(
    r"\bagainst(?=,|\.|;| and| it\b| the (?:plan|bill|idea|move|law|measure|proposal|deal|change)\b)"
)
_NO_ANSWER = re.compile(rf"\b(?:{alternatives('answer', 'no_answer')})\b")
_WHO = re.compile(
    r"^(?:%| percent)?(?: of)?(?: the| all| those| likely| registered)? ?"
    r"(?:men|women|young|old|over|under|people (?:over|under|aged)|(?:\w+ ){0,2}?(?:republicans|democrats"
    r"|independents))\b"
)


def _undecided(before: Line | None, line: Line, percents: Sequence[int], earlier: Sequence[int]) -> Relation | None:
    """Two shares or more, and those who gave no answer: what is left of one question to one set of people."""
    group = [(line, i) for i in percents]
    if len(percents) == 2 and len(earlier) == 1 and before is not None:
        group = [(before, earlier[0]), *group]
    tails = _tails(group)
    told = [_NO_ANSWER.search(_clause(t)) is not None for t in tails]
    lines = list({id(x): x for x, _ in group}.values())
    around = " ".join(x.text for x in (before, line) if x is not None)
    if not 3 <= len(group) <= 7 or sum(told) != 1 or not _ASKED.search(around):
        return None
    if any(len(_percents(x)) != sum(c.kind == "percent" for c in x.claims) for x in lines):
        return None
    plain = _AGAINST_IT.sub("", line.text)
    if _RATED.search(plain) or _MANY.search(around) or _ROUNDING.search(around) or _TURNOUT.search(plain):
        return None
    if any(_WHO.match(t) or _ELSEWHERE.search(t) for t in tails):
        return None
    for (x, i), tail, none in zip(group, tails, told):
        said = _clause(tail) + x.text[max(0, x.at[i] - 24) : x.at[i]]
        if not none and not _CHOSE.search(said):
            return None
    return tie("shares", line, {"parts": [x.claims[i] for x, i in group]}, None, exclusive=True)


_CHOSE = re.compile(
    r"\b(?:vot(?:e[sd]?|ers|ing)|support\w*|back\w*|favou?r\w*|for|against|want\w*|yes|no|prefer\w*|cho(?:ose"
    r"|se|sen)|approv\w+"
    r"|oppos\w+|reject\w*|agree\w*|disagree\w*|stay|leave|remain|has|have|had|at|with|gave|gives|put|puts"
    r"|candidate|party|rival"
    r"|challenger|incumbent|stands?|behind|pick\w*|would|said|says|thought|think|believ\w+"
    r"|ahead|leads?|led|trails?|trailing|consider\w*|felt|call\w*|rated?|view\w*|deem\w*)\b"
)


def _clause(tail: str) -> str:
    """What is said of one share: to the comma or "and" before the next."""
    return re.split(r"(?<=[a-z]),|;|\band\b", tail, maxsplit=1)[0] if len(tail) > 24 else tail


_WON = re.compile(r"^ of (?:the |all )?(?:[a-z]+ )?votes?\b")
_RIVAL = re.compile(
    r"\b(?:rival|opponent|challenger|candidate|contender|runner-up|opposition|second|third|others?|leader"
    r"|incumbent|front-runner|party|coalition|alliance|independent)\b"
)


def _rivals(before: Line, line: Line, percents: Sequence[int], earlier: Sequence[int]) -> Relation | None:
    """ "She won 58 percent of the vote. Her rival took 34 percent and a third candidate 14 percent." """
    if len(earlier) != 1 or not _WON.match(before.text[before.at[earlier[0]] + 1 :]):
        return None
    both = f"{before.text} {line.text}"
    if _TURNOUT.search(both) or _MANY.search(both) or _ROUNDING.search(both) or _PROGRESS.search(both):
        return None
    if sum(c.kind == "percent" for c in (*before.claims, *line.claims)) != len(percents) + 1:
        return None
    start = 0
    for i in percents:
        lead = line.text[start : line.at[i]]
        named = re.search(r"[A-Z]\w+", line.part.plain[line.source(start) : line.claims[i].start])
        verb = set(re.findall(r"[a-z]+", lead)) & (_STANDING | words("answer", "vote"))
        tail = line.text[line.at[i] + 1 : line.at[i] + 40]
        if not (_RIVAL.search(lead) or named) or not (verb or start) or not _PLAIN.match(tail):
            return None
        start = line.at[i] + 1
    parts = [before.claims[earlier[0]], *(line.claims[i] for i in percents)]
    return tie("shares", line, {"parts": parts}, None, exclusive=True)


_PLAIN = re.compile(r"(?: of (?:the |all )?(?:[a-z]+ )?votes?)?(?:[,;]| and\b|\.(?:\s|$)|$)")


def _goes_on(before: Line, line: Line) -> bool:
    """Whether one sentence follows the other in its paragraph."""
    return before.sentence.paragraph == line.sentence.paragraph and before.sentence.index + 1 == line.sentence.index


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


_ELSEWHERE = re.compile(r"\b(?:in|among) (?!favou?r|all\b|the (?:poll|survey|vote)|(?:a|the) [a-z]+ (?:poll|survey))")


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
        if m is None and _RIVAL.search(between.lower()):
            previous = line.at[i] + 1
            continue
        if m is None or not set(m.group("verbs").split()) <= _STANDING:
            return None
        previous = line.at[i] + 1
    return tie("shares", line, {"parts": [line.claims[i] for i in percents]}, None, exclusive=True)


_ASKED = re.compile(r"\b(?:poll\w*|survey\w*|vote[sd]?|voters|voting|ballots?|respondents|election)\b")
_ONE_ANSWER = re.compile(r"\b(?:one|a single|only one) (?:answer|choice|option|candidate|reason|issue|response)\b")
_SPLIT = re.compile(rf"\b(?:{alternatives('poll', 'split')})\b")


def _listed(before: Line | None, line: Line, percents: Sequence[int]) -> Relation | None:
    """Shares in brackets after a word of division; answers of which each could give one."""
    around = line.text + " " + (before.text if before is not None else "")
    if len(percents) < 3 or _MANY.search(around) or _ROUNDING.search(around):
        return None
    first, last = line.at[percents[0]], line.at[percents[-1]]
    brackets = all(line.text[line.at[i] - 1] == "(" for i in percents) and _SPLIT.search(line.text[:first])
    if not brackets and not any(_ONE_ANSWER.search(x.sentence.text.lower()) for x in (before, line) if x is not None):
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

"""range_of: a range and the one figure given as its middle, or as the same thing later in the story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from figcheck.models import Claim, Relation
from figcheck.relations.line import Line, compiled, head, same_noun, same_unit, tie
from figcheck.relations.restated import content
from figcheck.syntax.lexicon import NOMINAL, look

__all__ = ["find", "find_later", "find_put", "only"]

_CENTRAL = re.compile(
    r"\b(?:(?:central|best|mid-?point|median|mean|average|most likely|point) "
    r"(?:estimate|figure|forecast|guess|value|projection|number)|mid-?point|most likely|median|average|consensus)\b"
)


_BESIDE = re.compile(r"\b(?:above|below|over|under|than|against|beyond) (?:the |its |an? )?(?:[a-z-]+ ){0,2}$")


def only(lines: Sequence[Line]) -> Claim | None:
    """The one range of a story, to which "the central figure" points wherever it stands; None where there are more."""
    found = [c for line in lines for c in line.claims if _is_range(c)]
    return found[0] if len(found) == 1 else None


def find(line: Line, before: Line | None, alone: Claim | None = None) -> Iterator[Relation]:
    """A range and the central estimate said to lie in it, in one sentence or the next; a range that runs backwards.

    `alone` is the one range of the story: a central figure told as known is of it.
    """
    yield from _backwards(line)
    m = _CENTRAL.search(line.text)
    if m is None or _BESIDE.search(line.text[: m.start()]):
        return  # "6 percent above the long-term average"
    group = [line] if before is None or before.sentence.index + 1 != line.sentence.index else [before, line]
    here = [c for c in line.claims if _is_range(c)]
    ranges = here or [c for x in group for c in x.claims if _is_range(c)]
    known = line.text[: m.start()].endswith("the ") and alone is not None and not alone.past
    if not ranges and known and alone is not None and (alone.part, alone.start) < (line.part.name, line.sentence.start):
        ranges = [alone]
    other = not here and m.group() in ("average", "median") and _names(line.text[m.end() :].split(maxsplit=1)[:1])
    points = [
        (at, c) for at, c in zip(line.at, line.claims)
        if _is_point(c) and ranges and not other and same_unit(c, ranges[0]) and same_noun(c, ranges[0])
    ]  # fmt: skip
    if ranges and ranges[0].counted in ("times", "fold"):
        return  # "grown between five and six times over"
    near = [c for at, c in points if 0 <= at - m.end() <= 24 or 0 <= m.start() - at <= 24]
    if len(ranges) == 1 and len(near) == 1:
        yield tie("range_of", line, {"range": ranges[0], "point": near[0]}, m.span())


def _names(after: list[str]) -> bool:
    """Whether the word after "average" names what it is of: "average pay", beside a range of something else."""
    return bool(after) and bool(look(after[0]).bits & NOMINAL)


def _backwards(line: Line) -> Iterator[Relation]:
    """ "between 300 and 200": only "between" says that it is a range and no change, score or season."""
    for at, claim in zip(line.at, line.claims):
        if not claim.quantity.reversed:
            continue
        if line.text[:at].endswith("between ") and not _APART.search(line.text[max(0, at - 60) : at]):
            yield tie("range_of", line, {"range": claim}, (at - 8, at - 1))
        elif " up to " in claim.quote or (
            _GUESSED.search(line.text[max(0, at - 40) : at]) and not _MOVES.search(line.text)
        ):
            yield tie("range_of", line, {"range": claim}, None)
    for m in _BETWEEN.finditer(line.text):
        a, b = line.claim_at(m.start("high")), line.claim_at(m.start("low"))
        x, y = a.quantity.stated, b.quantity.stated
        units = {(c.quantity.unit or "").partition("_per_")[0] for c in (a, b)}
        if x is None or y is None or not y < x <= 10 * y or len(units) != 1 or a.kind != b.kind:
            continue
        if a.kind in ("money", "measurement", "percent") and not _APART.search(line.text[: m.start() + 8]):
            yield tie("range_of", line, {"ends": [a, b]}, (m.start(), m.start() + 7))
    for m in _TWO.finditer(line.text):
        a, b = line.claim_at(m.start("high")), line.claim_at(m.start("low"))
        x, y = a.quantity.stated, b.quantity.stated
        if x is None or y is None or not y < x <= 3 * y or _MOVES.search(line.text):
            continue
        bare = a.kind == "count" and a.counted is None and a.quantity.unit is None and b.kind == "measurement"
        if same_unit(a, b) or bare or (b.quantity.unit is None and a.kind == "age"):
            yield tie("range_of", line, {"ends": [a, b]}, None)


_APART = re.compile(
    r"\b(?:gap|difference|distance|margin|spread|ratio|match|game|choice|choose|chose|split|divided?|halfway"
    r"|midway|relationship|link|talks|deal|agreement|treaty|pact|war|battle|exchange"
    r"|switch\w*|alternat\w+|swap\w*|dropp?\w*|fell|decline\w*|tug of war|race|final) [a-z ]{0,12}between $"
)
_BETWEEN = compiled(r"\bbetween (?P<high><any>) and (?P<low><any>)")
_GUESSED = re.compile(
    r"\b(?:number|numbers|estimated?|expect(?:s|ed)?|anywhere|predict(?:s|ed)?|forecasts?|aged|ages|takes?"
    r"|lasts?|costs?)"
    r"(?: (?:at|to be|of))? (?:from )?$"
)
_TWO = compiled(
    r"""\b(?:expect(?:s|ed|ing)?|estimated? at|estimates?|predict(?:s|ed)?|forecasts?|carry|carries|holds?|seats?|needs?
    |costs?|weighs?|lasts?|takes?|anywhere from|range of|aged|ages|attract(?:s|ed)?|draws?|of|(?:expect(?:s
    |ed)?|hopes?|hoped|plans?|planned|aims?|due|likely) to [a-z]+(?: [a-z]+)?)
    (?: (?:about|some|from|around|an estimated))? (?P<high><any>) to (?P<low><any>)(?= [a-z]|,|\.(?:\s|$)|$)"""
)
_MOVES = re.compile(
    r"\b(?:cuts?|cutting|reduc\w+|fell|falls?|falling|drop\w*|down|lower\w*|declin\w+|slow\w*|shr[iau]nk\w*|trim\w*"
    r"|slash\w*|slid\w*|eas(?:e[sd]?|ing)|wins?|won|los[et]s?|beat|beats|defeat\w*|vote[sd]?|voting|score[sd]?"
    r"|odds|ratio|lead|led|leads"
    r"|trail\w*|margin|from (?:an?|the)|rank\w*|narrow\w*|went|go|goes|prefer\w*|favou?r\w*|majority|pass\w*"
    r"|approv\w*)\b"
)


def _is_range(claim: Claim) -> bool:
    q = claim.quantity
    return q.hedge == "range" and q.stated is None and q.low is not None and q.high is not None and not q.reversed


def _is_point(claim: Claim) -> bool:
    return claim.quantity.stated is not None and claim.quantity.hedge in ("exact", "about") and not claim.implicit


def find_later(lines: Sequence[Line]) -> Iterator[Relation]:
    """A range, and later in the same story an exact figure for the very same thing by the same source."""
    told = [c for line in lines for c in line.claims if c.asserted and not c.past and not c.subset and c.measure]
    ranges = [c for c in told if _is_range(c)]
    if len(ranges) != 1:
        return
    wide = ranges[0]
    line = next(x for x in lines if wide in x.claims)
    for c in told:
        if c.start > wide.start and _is_point(c) and c.part == wide.part and _same_thing(wide, c):
            yield tie("range_of", line, {"range": wide, "point": c}, None)
            return


def _same_thing(a: Claim, b: Claim) -> bool:
    """The same measure, noun, place and source; a confirmed or identified subset is another thing."""
    if (
        not same_unit(a, b)
        or a.measure != b.measure
        or head(a) != head(b)
        or a.who != b.who
        or a.additional
        or b.additional
    ):
        return False
    if a.status != b.status or (a.place and b.place and a.place != b.place) or (b.period and a.period != b.period):
        return False
    x, y = (c.attribution.owner if c.attribution else None for c in (a, b))
    return x == y or y is None


_AN_ESTIMATE = r"(?:best |own |central |official )?(?:estimate|forecast|projection|prediction|reckoning|calculation)"
_PUT = (
    compiled(
        r"\b(?:put|puts|putting|estimated|estimates|placed|places|set"
        r"|sets) (?P<what>[a-z' -]{2,44}?) at <the>(?P<point><any>)"
    ),
    compiled(
        r"""\b(?:it|he|she|they|the [a-z]+|ministry|agency) (?:also )?(?:forecasts?|expects?|estimates?
        |estimated|predicts?|predicted
        |projects?|projected|foresees) (?P<what>[a-z' -]{2,44}?) (?:of|to be|at|to reach|to come to) (?P<point><any>)"""
    ),
    compiled(
        rf"(?P<what>\b(?:its|their|his|her|the [a-z]+'s) {_AN_ESTIMATE}[a-z' -]{{0,40}}?) (?:was|is|of|at"
        rf"|to) (?P<point><any>)"
    ),
    compiled(
        r"(?:^|[,;] )(?:the|this|that) (?P<point><any>) (?P<what>[a-z]{4,}(?: (?:of|for"
        r"|from) [a-z ]{2,30}?)?) (?:will|would|is|was)\b"
    ),
    compiled(
        r"""(?:^["' ]*|said )(?P<what>(?:the |total |overall )?[a-z]{4,}(?: (?:from|of|for|in|to) [a-z' -]{2,30}?)?)
        (?P<verb> (?:will|would|could|may|might) (?:be|come to|reach|total)| (?:is|are)(?: estimated at| put at
        | expected to be)?) <the>(?P<point><any>)"""
    ),
)
_NEWER = re.compile(
    r"\b(?:last|previous\w*|earlier|ago|actual\w*|final\w*|revised?|new|newer|latest|now|raised?|lowered|higher"
    r"|lower|so far|already"
    r"|instead|but|however|although|though|while|later|before|after|since|initial\w*|at first|first|had"
    r"|exceed\w*|worst|alone|additional"
    r"|up to|as (?:much|many|high|low)|could|more than|less than|other|another|next|average|each|per|every"
    r"|(?:19|20)\d\d)\b"
)
_IT = re.compile(r"(?:its|their|his|her|the same|it|he|she|they|officials?|spokes\w+)\b", re.IGNORECASE)
_NEXT = 3


def find_put(lines: Sequence[Line]) -> Iterator[Relation]:
    """ "Losses will be between $40 million and $55 million. Its head put the losses at $72 million." """
    for n, line in enumerate(lines):
        ranges = [
            c
            for c in line.claims
            if _is_range(c) and c.kind in ("count", "money", "percent", "measurement", "duration")
        ]
        if len(ranges) != 1 or ranges[0].past or ranges[0].subset:
            continue
        for later in lines[n + 1 : n + 1 + _NEXT]:
            if later.part is not line.part or later.sentence.index - line.sentence.index > _NEXT:
                break
            relation = _put(line, ranges[0], later)
            if relation is not None:
                yield relation
                break


def _put(line: Line, wide: Claim, later: Line) -> Relation | None:
    if sum(same_unit(c, wide) for c in later.claims) != 1:
        return None
    for pattern in _PUT:
        m = pattern.search(later.text)
        if m is None:
            continue
        point = later.claim_at(m.start("point"))
        if not _is_point(point) or not same_unit(point, wide) or point.subset or point.additional or point.past:
            continue
        if point.quantity.direction or not same_noun(point, wide) or not _near_by(wide, point):
            continue
        said = content(m.group("what"))
        one = bool(said & content(line.text)) or m.group("what").strip() in ("it", "them", "the figure", "the total")
        if not (one or _ITS.match(m.group("what"))) or _NEWER.search(later.text[: m.end()]):
            continue
        if _one_source(wide, point):
            return tie("range_of", later, {"range": wide, "point": point}, m.span("what"))
    return None


_ITS = re.compile(rf"(?:its|their|his|her|the [a-z]+'s) {_AN_ESTIMATE}")


def _near_by(wide: Claim, point: Claim) -> bool:
    """A figure many times off is of something else."""
    low, high, value = wide.quantity.low, wide.quantity.high, point.quantity.stated
    return low is not None and high is not None and value is not None and low <= 3 * value <= 9 * high


def _one_source(wide: Claim, point: Claim) -> bool:
    """Whether the second is told by the source of the first, by its own people, or by nobody else."""
    x, y = wide.attribution, point.attribution
    if y is None or y.source is None or (x is not None and x.owner == y.owner):
        return True
    return x is not None and _IT.match(y.source) is not None

"""part_of in bodies: the seats and votes of a chamber, and what a crew, a team or a budget has."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from figcheck.models import Relation
from figcheck.relations.line import Line, compiled, head, same_unit, tie, words
from figcheck.relations.parts import COMPARED, exclusive, greater, is_list, items_of, of_one_sort, stop_of

__all__ = ["find"]


def find(line: Line, seen: set[str]) -> Iterator[Relation]:
    """Bodies and their members in one sentence; `seen` are the figures that other words tie as parts or wholes."""
    for found in (_has, _vote, _seats):
        for relation in found(line):
            whole = relation.roles["whole"][0]
            if whole not in seen:
                seen |= {whole, *relation.roles["parts"]}
                yield relation


_SEATS = compiled(r"<count>-(?:seat|member|strong)\b")


_HAS = compiled(
    r"""(?:\b(?:crew|team|group|staff|delegation|panel|jury|squad|fleet|budget|fund|grant|package|workforce
    |herd|party|cast|class|unit|force
    |convoy|collection|total|sum|list) of <amount>(?: [a-z]+){0,2}?|<amount>-(?:member|strong|person|ship
    |million|billion)[ a-z-]{1,24}?)
    [ ](?:has|had|have|counts|counted|is|was|sets aside|gives|gave|holds|held|with),? (?=<amount>)"""
)


def _has(line: Line) -> Iterator[Relation]:
    """ "The crew of 22 had 14 sailors, five engineers and three cooks." """
    for m in islice(_HAS.finditer(line.text), 2):
        whole = next(i for i, at in enumerate(line.at) if at >= m.start())
        items = items_of(line, whole, m.end(), stop_of(line, m.end()), same_unit)
        if len(items) < 2 or not is_list(line, items) or not greater(line, whole, items):
            continue
        if exclusive(line, items) or of_one_sort([head(line.claims[i]) for i in items]):
            claims = [line.claims[i] for i in (whole, *items)]
            if not any(c.quantity.direction or c.additional for c in claims):
                span = (line.at[whole] + 1, m.end())
                yield tie("part_of", line, {"whole": claims[0], "parts": claims[1:]}, span, exclusive=True)


def _seats(line: Line) -> Iterator[Relation]:
    """The seats of parties in a chamber: "won 52 seats in the 120-seat assembly, the Blues 41 and the Union 31"."""
    for m in _SEATS.finditer(line.text):
        whole = line.index_at(m.start())
        items = [
            i for i, c in enumerate(line.claims)
            if i != whole and c.kind == "count" and not (c.subset or c.additional)
            and (head(c) is None or head(c) in words("words", "seats"))
        ]  # fmt: skip
        if len(items) > 1 and greater(line, whole, items) and not COMPARED.search(line.text[: line.at[items[-1]]]):
            claims = [line.claims[i] for i in (whole, *items)]
            if not any(c.quantity.direction for c in claims):
                yield tie(
                    "part_of", line, {"whole": claims[0], "parts": claims[1:]}, (m.start() + 1, m.end()), exclusive=True
                )  # fmt: skip


_VOTE = compiled(
    r"""\b(?:vote[sd]?|passed|approved|rejected|adopted|backed)\b<gap>{0,40}? (?P<for><count>)(?: votes)?(?: to |-)
    (?P<against><count>)(?:(?: votes)?,? (?:with|and) (?P<none><count>) (?:abst|members abst|blank))?"""
)


_MOTION = compiled(
    r"""(?P<for><count>)(?: (?!voted|backed)[a-z]+){0,3} (?:backed|supported|approved|voted for
    |voted in favou?r)<gap>{0,40}?
    (?P<against><count>)(?: [a-z]+)? (?:opposed|rejected|against|voted against|voted no)
    (?:<gap>{0,30}?(?P<none><count>)(?: [a-z]+)? abstained)?"""
)


def _vote(line: Line) -> Iterator[Relation]:
    """ "The vote was 58 to 34 in the 96-member chamber": those for and those against are of its members."""
    seats = _SEATS.search(line.text)
    m = (_VOTE.search(line.text) or _MOTION.search(line.text)) if seats is not None else None
    if m is not None and seats is not None:
        found = (seats.start(), m.start("for"), m.start("against"), m.start("none"))
        claims = [line.claim_at(o) for o in found if o >= 0]
        if all(c.quantity.stated is not None for c in claims):
            yield tie("part_of", line, {"whole": claims[0], "parts": claims[1:]}, m.span(), exclusive=True)

"""part_of inside one sentence: a whole and its parts, and whether the words say that the parts are all of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import islice, pairwise
from typing import TypeAlias

from figcheck.models import Claim, Relation
from figcheck.relations import slips
from figcheck.relations.line import Line, alternatives, compiled, head, same_unit, tie, words
from figcheck.words import load

__all__ = [
    "COMPARED",
    "addable",
    "exclusive",
    "find",
    "greater",
    "is_list",
    "is_person",
    "items_of",
    "of_one_sort",
    "stop_of",
]

Fits: TypeAlias = Callable[[Claim, Claim], bool]

_EXHAUSTIVE = compiled(rf"<amount><gap>{{0,45}}?\b(?:{alternatives('part', 'exhaustive')})\b")
_COLON = compiled(
    r"""<amount>(?:[^;:,()<letters>]{0,40}(?P<mark> \(|<dash>)|[^;:.()<letters>]{0,60}(?P<colon>:))
    (?=[^;:.,<letters>]{0,25}<any>)"""
)
_LISTED = compiled(r"<amount>[^;:,.()<letters>]{0,40},(?: with| namely)? (?=(?:about |some )?<amount>)")
_AMONG = compiled(r"\bamong (?:the|those) (?:[a-z]+ )?<amount>")
_OUT_OF = r"(?:of|out of|among)"
_THOSE = r"(?:the|those|these|its|their)"
_OF = compiled(
    rf"""(?:^["' ]*{_OUT_OF} <the>|[,;:] (?:but |and |said |that )?{_OUT_OF} {_THOSE}[ ]
    |\b(?:said|that|and|but) {_OUT_OF} {_THOSE} )(?:[a-z]+ )?<amount>"""
)
_INCLUDING = compiled(
    rf"<amount><gap>{{0,60}}?,? \b(?P<word>{alternatives('part', 'including')})\b(?! in\b)(?=[^;:.]{{0,25}}<any>)"
)
_PAIR = compiled(r"<amount> (?:out )?of (?:the |those |these |its |their |all )?(?:[a-z]+ ){0,1}<amount>")
_TOTAL = compiled(
    rf"\b(?:{alternatives('part', 'sum_of')})\b[^;:.,<letters>]{{0,12}}<amount>"
    rf"|<amount>[^;:.<letters>]{{0,30}}?\b(?:{alternatives('part', 'sum')})\b"
    rf"|\b(?:{alternatives('part', 'sum')})\b[^;:.,<letters>]{{0,12}}<amount>"
)
_JOIN = re.compile(r"[^;:.()]{0,90}$")
_SUBSET = re.compile(rf"\b(?:{alternatives('part', 'subset')})\b[^,]*$")
_OF_WHOM = re.compile(r"^(?: [a-z]+)? of (?:whom|which|them|those)\b")
_REST = re.compile(rf"\b(?:{alternatives('part', 'rest')})\b[^,]{{0,12}}$")
_OTHER_CLAUSE = re.compile(
    r"[.;]|\b(?:while|but|after|when|where|because|although|though|who|which|that|as|for the first)\b"
    r"|, (?:and|but) (?:lost|won|beat|held|led|left|drew|made|sold|bought) "
)
_RELATIVE = re.compile(r"[a-z -]{0,24}(?:who|that|which) [a-z -]{1,40}, (?:[a-z]+ ){0,3}$")
COMPARED = re.compile(
    r"\b(?:below|above|than|from|against|over|under|versus|with|within|to|up|down|by)(?: the| an?)? $"
)
_MORE = re.compile(rf"(?:-plus|\+)?\s?(?:[a-z]+ )?(?:{alternatives('list', 'compared')})\b")
_PLACE = re.compile(
    r"(?:\s[\w'-]+){0,4}?\s(?:(?:in|at|from|near|around|on|along)\s(?:the\s)?(?:[^\W\d_a-z]|north|south|east"
    r"|west|city|cities|suburbs|country"
    r"|coast|capital|towns?|villages?|countryside|provinces)|abroad|overseas|elsewhere|at home|underground"
    r"|at the surface|above ground"
    r"|at sea|on land|ashore|indoors|outdoors|inside|outside|upstairs|downstairs)"
)
_PURPOSE = re.compile(r"(?:\s(?!in\b)[\w'-]+){0,3}?\s(?:for|to|on|toward|towards|into)\s")
_MAKER = re.compile(r"(?:\s[\w'-]+){0,2}?\s(?:by|from)\s")
_STOP = re.compile(r"[;.](?=\s|$)")


def find(line: Line) -> Iterator[Relation]:
    """Wholes and parts of one sentence; each whole at most once, the strongest words first."""
    if len(line.claims) < 2:
        return
    seen: set[str] = set()  # a whole once told, and parts: "3.4 billion for roads, 2.4 billion for rail" is a list
    for found in (
        _exhaustive,
        _were,
        _colon,
        _total,
        _of,
        _whom,
        _including,
        _listed,
        _among,
        _pairs,
    ):
        for relation in found(line):
            whole = relation.roles["whole"][0]
            if whole not in seen:
                seen |= {whole, *relation.roles["parts"]}
                yield relation


def addable(whole: Claim, part: Claim) -> bool:
    """Whether one can be a part of the other by what they count: one noun, people and people, money and money."""
    if _unit_left_out(whole, part):
        return True
    if not same_unit(whole, part) or part.kind not in ("count", "money", "measurement"):
        return False
    a, b = head(whole), head(part)
    return a is None or b is None or a == b or (is_person(a) and is_person(b))


_SCALED = re.compile(r"\b(?:thousand|million|billion|trillion|m|bn|tn|crore|lakh)\b", re.IGNORECASE)


def _unit_left_out(whole: Claim, part: Claim) -> bool:
    """ "48 million euros, of which 31 million is for roads" """
    bare = part.kind == "count" and part.counted is None and part.quantity.unit is None
    return bare and whole.kind == "money" and _SCALED.search(part.quote) is not None


def is_person(noun: str) -> bool:
    """Whether a noun, in the singular, is one for people."""
    return noun in words("part", "persons") or noun.endswith(("man", "men", "woman"))


def items_of(line: Line, whole: int, start: int, stop: int, fits: Fits = addable) -> list[int]:
    """The figures of a list between two template offsets that can be parts of the whole, their own parts left out."""
    out: list[int] = []
    previous = start
    for i, at in enumerate(line.at):
        if at < start or i == whole:
            continue
        if at >= stop:
            break
        before, claim = line.text[previous:at], line.claims[i]
        if claim.kind == "percent" and not out and not before.rstrip().endswith("("):
            return []
        if not fits(line.claims[whole], claim):
            continue
        relative = not out and _RELATIVE.match(before) is not None  # "of the 40 who died, 12 were"
        if not _JOIN.search(before) or (_OTHER_CLAUSE.search(before) and not relative) or COMPARED.search(before):
            break
        previous = at + 1
        if claim.additional or _MORE.match(line.text, at + 1):
            break
        if (claim.subset or out) and _SUBSET.search(_OF_WHOM.sub("", before)):
            continue
        out.append(i)
    return out


def _tail(line: Line, items: Sequence[int], n: int) -> tuple[int, int]:
    start = line.at[items[n]] + 1
    if n + 1 < len(items):
        return start, line.at[items[n + 1]]
    later = [line.at[i] for i in range(items[n] + 1, len(line.at))]
    return start, min([*later, len(line.text)])


def exclusive(line: Line, items: Sequence[int]) -> bool:
    """Whether no member of one part can be in another: men and women, one town and another, one purpose and another."""
    if len(items) < 2:
        return True
    tails = [_tail(line, items, n) for n in range(len(items))]
    texts = [re.findall(r"[a-z'-]+", line.text[a:b])[:5] for a, b in tails]
    for row in load("relations.toml")["exclusive"].values():
        members = frozenset(row.split())
        found = [next((w for w in t if w in members), None) for t in texts]
        if all(found) and len(set(found)) == len(found):
            return True
    if len(items) > 2 and _ends_apart([line.text[a:b] for a, b in tails]):
        return True
    sources = [line.part.plain[line.source(a) : line.source(b)] for a, b in tails]
    if all(_PLACE.match(s) for s in sources):
        return True
    if all(_MAKER.match(s) for s in sources):
        return True
    first = line.claims[items[0]]
    bare = first.kind == "count" and first.counted is None and _SCALED.search(first.quote) is not None
    return (first.kind == "money" or bare) and all(_PURPOSE.match(s) for s in sources)


_END = re.compile(
    rf"^(?: (?:people|men|women|others|more|of (?:them|those|these)))?(?: (?:had|have|has|were|was|are|is"
    rf"|been)){{0,2}} (?P<verb>{alternatives('part', 'fate')})\b(?P<where>(?: [a-z]+){{0,3}})"
)


def _ends_apart(tails: Sequence[str]) -> bool:
    """What became of three groups or more: "41 went home, 33 slept at school and 19 stayed with friends"."""
    found = [_END.match(t) for t in tails]
    told = [
        f"{m.group('verb')}{m.group('where')}" if m.group("verb") == "voted" else m.group("verb") for m in found if m
    ]
    return len(told) == len(tails) and len(set(told)) == len(told)


def _relation(
    line: Line, whole: int, items: Sequence[int], span: tuple[int, int], exhaustive: bool
) -> Iterator[Relation]:
    claims = [line.claims[i] for i in (whole, *items)]
    if not items or any(c.quantity.direction or c.additional for c in claims) or whole in items:
        return
    if line.claims[whole].kind not in ("count", "money", "measurement"):
        return
    yield tie(
        "part_of", line, {"whole": claims[0], "parts": claims[1:]}, span,
        exhaustive=exhaustive, exclusive=exclusive(line, items) or _one_sort(line, items),
    )  # fmt: skip


def _one_sort(line: Line, items: Sequence[int]) -> bool:
    """Three nouns or more of which no one can be two: trades and kinds of things, no sexes, ages or nations."""
    return len(items) > 2 and of_one_sort([head(line.claims[i]) for i in items])


def of_one_sort(nouns: Sequence[str | None]) -> bool:
    """Whether some nouns are all different, and none says what another may say as well."""
    told = [n for n in nouns if n]
    mixed = words("part", "mixed")
    apart = not any(n in mixed or n.endswith(("an", "ese", "ish")) for n in told)
    return apart and len(told) == len(nouns) == len(set(told))


def greater(line: Line, whole: int, items: Sequence[int]) -> bool:
    """Whether the whole is more than each part: else the list is of something else."""
    stated = line.claims[whole].quantity.stated
    return stated is not None and all((line.claims[i].quantity.stated or 0) < stated for i in items)


def stop_of(line: Line, start: int) -> int:
    """Where a list that begins at `start` can no longer go on."""
    m = _STOP.search(line.text, start)
    return m.start() if m else len(line.text)


def _exhaustive(line: Line) -> Iterator[Relation]:
    for m in islice(_EXHAUSTIVE.finditer(line.text), 4):
        whole = line.index_at(m.start())
        items = items_of(line, whole, m.end(), stop_of(line, m.end()))
        if len(items) > 1 and greater(line, whole, items):
            yield from _relation(line, whole, items, (m.start() + 1, m.end()), True)


_WERE = compiled(
    r"(?:^|[,;] )(?:the|all|those) <count> [a-z]+(?: [a-z]+)? (?:were|are|comprised) (?=(?:[a-z]+ )?<count>)"
)


def _were(line: Line) -> Iterator[Relation]:
    """ "The 17 victims were nine women, five men and three children." """
    for m in islice(_WERE.finditer(line.text), 4):
        whole = next(i for i, at in enumerate(line.at) if at >= m.start())
        items = items_of(line, whole, m.end(), stop_of(line, m.end()))
        if len(items) > 1 and is_list(line, items) and greater(line, whole, items) and exclusive(line, items):
            yield from _relation(line, whole, items, (line.at[whole] + 1, m.end()), True)


def _colon(line: Line) -> Iterator[Relation]:
    for m in islice(_COLON.finditer(line.text), 4):
        mark = (m.group("mark") or m.group("colon")).strip()
        closing = {"(": ")", ":": "\n", "-": " - "}.get(mark, mark)
        stop = line.text.find(closing, m.end())
        stop = stop if stop > 0 else len(line.text)
        whole = line.index_at(m.start())
        if whole and mark == ":" and (line.claims[whole].quantity.stated or 99) < 12:
            told = line.claims[whole].quantity.stated
            if (
                _SORTS.match(line.text, m.start() + 1)
                and len(items_of(line, whole - 1, m.end(), stop, same_unit)) == told
            ):
                whole -= 1  # "93 guests from three countries: 41 from …"
        items = items_of(line, whole, m.end(), stop)
        looser = items_of(line, whole, m.end(), stop, same_unit)
        if len(looser) > 2 and len(looser) > len(items) and line.claims[whole].kind == "count":
            items = looser
        listed = is_list(line, items) or (mark == "(" and _is_comma_list(line, items))
        if len(items) > 1 and listed and greater(line, whole, items):
            yield from _relation(line, whole, items, (m.end() - 1, line.at[items[0]]), True)


_SORTS = re.compile(
    r" (?:[a-z]+ )?(?:countries|nations|towns|cities|villages|groups|places|parts|schools|regions|provinces"
    r"|states|districts|categories"
    r"|sources|kinds|types|classes|teams|units|areas|counties|departments|sites|purposes|projects|parties|firms"
    r"|companies)\b"
)


def _is_comma_list(line: Line, items: Sequence[int]) -> bool:
    """Three figures or more with commas alone between them, as in brackets: "(294 men, 338 women, 5 boys)"."""
    joints = [line.text[line.at[a] + 1 : line.at[b]] for a, b in pairwise(items)]
    return len(joints) > 1 and all(j.rstrip().endswith(",") and j.count(",") == 1 for j in joints)


def is_list(line: Line, items: Sequence[int]) -> bool:
    """A list is joined by commas and "and"."""
    if len(items) < 2:
        return False
    joints = [line.text[line.at[a] + 1 : line.at[b]] for a, b in pairwise(items)]
    joined = all("," in j or " and " in j or " plus " in j for j in joints)
    return joined and bool(re.search(r"\b(?:and|plus|&)\b", joints[-1]))


def _total(line: Line) -> Iterator[Relation]:
    for m in islice(_TOTAL.finditer(line.text), 4):
        first = compiled("<amount>").match(line.text, m.start()) is not None
        whole = line.index_at(m.start() if first else m.end() - 1)
        if not re.search(r"(?:, |\(| - |\u2013 ?|\u2014 ?)$", line.text[: m.start()]):
            continue
        start = line.text.rfind(";", 0, line.at[whole]) + 1
        before = [
            i for i in range(whole) if line.at[i] >= start and same_unit(line.claims[i], line.claims[whole])
        ]  # fmt: skip
        items = items_of(line, whole, start, line.at[whole], same_unit)
        if len(items) > 1 and items == before and is_list(line, items) and greater(line, whole, items):
            yield from _relation(line, whole, items, (m.start(), m.end()), True)


def _of(line: Line) -> Iterator[Relation]:
    for m in islice(_OF.finditer(line.text), 4):
        whole = line.index_at(m.end() - 1)
        items = items_of(line, whole, m.end(), stop_of(line, m.end()))
        if not items:
            continue
        rest = len(items) > 1 and _left(line, m.end(), items)
        yield from _relation(line, whole, items, (m.start(), m.end() - 1), rest)


_WHOM = compiled(
    r"""(?P<whole><amount>)<gap>{0,60}?(?:, | and |<dash>)(?P<first><amount>)(?: [a-z]+)? of (?:whom|which|them|those)\b
    (?! (?:were|was|are|is) (?:also|among))"""
)


def _whom(line: Line) -> Iterator[Relation]:
    """ "5,300 people, 3,100 of whom work in Spain and 2,600 in Portugal" """
    for m in islice(_WHOM.finditer(line.text), 4):
        whole = line.index_at(m.start("whole"))
        items = items_of(line, whole, m.start("first"), stop_of(line, m.end()))
        if items and items[0] == line.index_at(m.start("first")):
            rest = len(items) > 1 and _left(line, m.end(), items)
            yield from _relation(line, whole, items, (m.start("first") + 1, m.end()), rest)


def _including(line: Line) -> Iterator[Relation]:
    for m in islice(_INCLUDING.finditer(line.text), 4):
        if line.text[m.start() + 1 : m.start("word")].strip() == "":
            continue  # "3,100 of whom": a part itself
        whole = line.index_at(m.start())
        items = items_of(line, whole, m.end(), stop_of(line, m.end()))
        rest = len(items) > 1 and _left(line, m.end(), items)
        yield from _relation(line, whole, items, (m.start("word"), m.end("word")), rest)


def _left(line: Line, start: int, items: Sequence[int]) -> bool:
    """Whether one of the parts is all that is left: "the other 55"."""
    return any(_REST.search(line.text[max(start, line.at[i] - 40) : line.at[i]]) for i in items)


_ONE_WORD = re.compile(
    r" (?!of\b|in\b|by\b|to\b|for\b|more\b|others?\b|women\b|children\b)[a-z-]{4,}(?:,|;|\.(?:\s|$)|$| and\b| -)"
)


def _listed(line: Line) -> Iterator[Relation]:
    """ "held 60 people, 31 in Arden, 14 in Bellmore and 19 in Corvale": parts that shut each other out."""
    for m in islice(_LISTED.finditer(line.text), 4):
        whole = line.index_at(m.start())
        items = items_of(line, whole, m.end(), stop_of(line, m.end()))
        flat = exclusive(line, [whole, *items])  # "nine women, five men and two children" has no whole
        kinds = all(_ONE_WORD.match(line.text, line.at[i] + 1) for i in items)  # "31 civil and 27 criminal"
        if flat or not (is_list(line, items) and (kinds or exclusive(line, items))):
            continue
        if len(items) > 1 and greater(line, whole, items) and not _passes(line, whole, items):
            for relation in _relation(line, whole, items, (m.start() + 1, m.end()), False):
                yield relation.model_copy(update={"exclusive": True})


_BEYOND = Decimal("1.25")  # of a whole: parts of more are its like, "31 gold medals, 27 silver and 26 bronze"


def _passes(line: Line, whole: int, items: Sequence[int]) -> bool:
    """Whether what is listed comes to far more than what it follows, and no slip explains that."""
    told = line.claims[whole].quantity
    made = sum((line.claims[i].quantity.stated or Decimal(0) for i in items), Decimal(0))
    if told.stated is None or made <= told.stated * _BEYOND:
        return False
    return slips.toward(told, made) is None


def _among(line: Line) -> Iterator[Relation]:
    """ "seven women and two men were among the 12 dead" """
    for m in islice(_AMONG.finditer(line.text), 4):
        whole = line.index_at(m.end() - 1)
        items = items_of(line, whole, 0, m.start())
        if len(items) < 2 or _OTHER_CLAUSE.search(line.text[line.at[items[0]] : m.start()]):
            continue
        yield from _relation(line, whole, items, (m.start(), m.end() - 1), False)


def _pairs(line: Line) -> Iterator[Relation]:
    for m in islice(_PAIR.finditer(line.text), 4):
        part, whole = line.index_at(m.start()), line.index_at(m.end() - 1)
        if addable(line.claims[whole], line.claims[part]) and line.claims[part].kind in ("count", "money"):
            yield from _relation(line, whole, [part], (m.start() + 1, m.end() - 1), False)

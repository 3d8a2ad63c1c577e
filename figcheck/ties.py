"""Which figures of a story add up with which: ties that hold, and those that a finding is about, in plain words.

A tie proposed by structure brings its outcome; one that a rule works out (`outcome` is None) is worked out here again,
by the rules' own intervals, since the silence of a rule may only mean that a figure is too vague to tell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from figcheck.intervals import Interval, disjoint, overlap, point, quotient, scale, total, widen
from figcheck.models import Claim, Finding, Quantity, Relation
from figcheck.relations.sums import apart, factor, firm, moved, percent, relative, rounded, share
from figcheck.rules.phrases import listed, sentence_start
from figcheck.rules.wrong_conversion import SLOPPY
from figcheck.rules.wrong_ratio import RATE
from figcheck.units import convert

__all__ = ["Sum", "sums"]

_TWENTIETH = 20  # of an amount: so far a round one may be off, "a rise of 50" for 52

Roles = Mapping[str, Sequence[Claim]]


@dataclass(frozen=True, slots=True)
class Sum:
    """Figures that are tied: what is said of them, whether it holds, and the findings about them, by their place."""

    claims: tuple[Claim, ...]
    words: str
    holds: bool
    findings: tuple[int, ...] = ()


def sums(claims: Iterable[Claim], relations: Iterable[Relation], findings: Sequence[Finding] = ()) -> tuple[Sum, ...]:
    """The ties of a story that can be told, in the order of the text: each holds, or a finding is about it.

    >>> from figcheck.reading import read_article
    >>> story = read_article("Of the 40 pupils, 31 passed and the other 9 failed. That is 10 km (6.2 miles).")
    >>> [(s.words, s.holds) for s in sums(story.claims, story.relations)]
    [('31 and 9 add up to 40.', True), ('10 km is 6.2 miles.', True)]
    """
    by_id = {c.id: c for c in claims}
    about = _about(findings)
    out: dict[tuple[object, ...], Sum] = {}
    for relation in relations:
        names = {n for ids in relation.roles.values() for n in ids}
        if len(names) < 2 or not names <= by_id.keys():
            continue
        roles = {role: tuple(by_id[n] for n in ids) for role, ids in relation.roles.items()}
        told = tuple(sorted(set.intersection(*(about.get(n, set()) for n in names))))
        words = _words(relation, roles)
        if not told and not (_holds(relation, roles) and words):
            continue
        tied = tuple(sorted({by_id[n] for n in names}, key=_order))
        out.setdefault((tuple(c.id for c in tied), relation.kind), Sum(tied, "" if told else words, not told, told))
    return tuple(sorted(out.values(), key=lambda s: _order(s.claims[0])))


def _order(claim: Claim) -> tuple[bool, str, int]:
    return claim.part != "title", claim.part, claim.start


def _about(findings: Sequence[Finding]) -> dict[str, set[int]]:
    """The findings of each claim, by their place in the list."""
    out: dict[str, set[int]] = {}
    for place, finding in enumerate(findings):
        for names in finding.figures.values():
            for name in names:
                out.setdefault(name, set()).add(place)
    return out


def _holds(relation: Relation, roles: Roles) -> bool:
    """Whether the arithmetic of a tie comes out."""
    if relation.outcome is not None:
        return relation.outcome == "holds" and (relation.kind != "restates" or _same(roles))
    if any(c.quantity.stated is None for claims in roles.values() for c in claims):
        return False
    check = _CHECKS.get(relation.kind)
    return check is not None and check(relation, roles)


def _same(roles: Roles) -> bool:
    """Whether one number is told: a floor that another figure passes ("at least 310 … 1,900") adds nothing up."""
    return len({c.quantity.stated for claims in roles.values() for c in claims}) == 1


def _part_of(relation: Relation, roles: Roles) -> bool:
    if not roles.get("whole") or not roles.get("parts"):
        return False
    whole, made = rounded(roles["whole"][0].quantity), total(rounded(p.quantity) for p in roles["parts"])
    return not disjoint(whole if relation.exhaustive else Interval(Decimal(0), whole.high), made)


def _percent_of(_relation: Relation, roles: Roles) -> bool:
    if not {"count", "base", "percent"} <= roles.keys() or not roles["base"][0].quantity.stated:
        return False
    count, base, given = (roles[role][0].quantity for role in ("count", "base", "percent"))
    return not disjoint(scale(quotient(firm(count), firm(base)), 100), percent(given))


def _change(relation: Relation, roles: Roles) -> bool:
    if not roles.get("from") or not roles.get("to"):
        return False
    old, new = roles["from"][0].quantity, roles["to"][0].quantity
    if not old.stated or new.stated is None or old.unit != new.unit:
        return False
    if relation.direction is not None and (new.stated > old.stated) != (relation.direction == "up"):
        return False
    if relation.factor is not None:
        return overlap(factor(old, new), share(relation.factor, relation.hedge))
    if not roles.get("by"):
        return relation.direction is not None
    by = roles["by"][0].quantity
    made = abs(new.stated - old.stated)
    if by.unit == "percent" and old.unit != "percent":
        return _is_near(by, made / old.stated * 100) and overlap(relative(old, new), percent(by))
    return by.unit in (old.unit, "percentage_point") and _is_near(by, made) and overlap(moved(old, new), apart(by))


def _is_near(told: Quantity, made: Decimal) -> bool:
    """Whether a result is the amount told but for its last digit: what only rounding of the levels allows is no sum.

    "From 2 meters to 3 meters, 40 percent" may be right, and a reader who works it out gets 50.
    """
    amount = abs(told.stated or Decimal(0))
    return abs(made - amount) <= max(min(told.step, Decimal(1)), amount / _TWENTIETH)


def _conversion(relation: Relation, roles: Roles) -> bool:
    if not roles.get("from") or not roles.get("to") or relation.difference:
        return False
    a, b = roles["from"][0].quantity, roles["to"][0].quantity
    try:
        made = convert(a.stated or Decimal(0), str(a.unit), str(b.unit))
    except ValueError:  # money, or units of two kinds
        return False
    return overlap(widen(point(made), abs(made) * SLOPPY), widen(point(b.stated or Decimal(0)), b.step / 2))


def _rate(relation: Relation, roles: Roles) -> bool:
    if not {"count", "base", "rate"} <= roles.keys() or not roles["base"][0].quantity.stated:
        return False
    count, base, given = (roles[role][0].quantity for role in ("count", "base", "rate"))
    made = scale(quotient(firm(count), firm(base)), relation.factor or Decimal(1))
    value = (relation.factor or Decimal(1)) * (count.stated or 0) / (base.stated or 1)
    return overlap(widen(made, abs(value) * RATE), firm(given))


def _ratio_of(relation: Relation, roles: Roles) -> bool:
    if not {"count", "base"} <= roles.keys() or not roles["base"][0].quantity.stated or relation.factor is None:
        return False
    made = quotient(firm(roles["count"][0].quantity), firm(roles["base"][0].quantity))
    return overlap(made, share(relation.factor, relation.hedge))


_CHECKS: dict[str, Callable[[Relation, Roles], bool]] = {
    "part_of": _part_of, "percent_of": _percent_of, "change": _change, "conversion": _conversion, "rate": _rate,
    "ratio_of": _ratio_of,
}  # fmt: skip


def _words(relation: Relation, roles: Roles) -> str:
    """A tie that holds as a sentence; empty where the roles are not those of its kind."""
    said = {role: _listed(claims) for role, claims in roles.items()}
    many = len(roles.get("parts", ())) > 1
    form = _FORMS.get(relation.kind, _agree)
    try:
        return sentence_start(form(relation, said, many))
    except KeyError:  # a tie of other roles: a margin, a share told twice
        return sentence_start(_agree(relation, said, many))


def _listed(claims: Sequence[Claim]) -> str:
    return " ".join(listed(c.quote for c in claims).split()) if claims else ""


def _agree(_relation: Relation, said: Mapping[str, str], _many: bool) -> str:
    *most, last = (words for words in said.values() if words)
    return f"{', '.join(most)} and {last} agree." if most else ""


def _parts(relation: Relation, said: Mapping[str, str], many: bool) -> str:
    if relation.exhaustive and many:
        return f"{said['parts']} add up to {said['whole']}."
    return f"{said['parts']} {'fit' if many else 'fits'} into the {said['whole']}."


def _changed(relation: Relation, said: Mapping[str, str], _many: bool) -> str:
    by = f"{said['by']} apart" if said.get("by") else f'"{relation.words[0].quote}" fits' if relation.words else "fits"
    return f"From {said['from']} to {said['to']}: {by}."


def _retold(_relation: Relation, said: Mapping[str, str], _many: bool) -> str:
    told, retold = said["told"], said["retold"]
    return f"{told} is told twice, and agrees." if told == retold else f"{told} is told again as {retold}."


_FORMS: dict[str, Callable[[Relation, Mapping[str, str], bool], str]] = {
    "part_of": _parts,
    "change": _changed,
    "percent_of": lambda _, said, __: f"{said['count']} of {said['base']} is {said['percent']}.",
    "conversion": lambda _, said, __: f"{said['from']} is {said['to']}.",
    "rate": lambda _, said, __: f"{said['count']} over {said['base']} is {said['rate']}.",
    "restates": _retold,
    "ratio_of": lambda _, said, __: f"{said['count']} of {said['base']} is {said['ratio']}.",
}

"""conversion: one quantity in two units or currencies, in brackets or after "or"; and one rate of exchange for a story.

Reach: two figures side by side. Pairs of currencies say nothing alone: they are held against the other pairs of the
story, which were converted at one rate. A rate off by one slip of the pen is an error; far off, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from figcheck.intervals import Interval, quotient
from figcheck.models import Hedge
from figcheck.relations import slips
from figcheck.relations.evidence import Tie
from figcheck.relations.sums import firm, unbound
from figcheck.relations.terms import Story, Term
from figcheck.syntax import Structure
from figcheck.units import dimension

__all__ = ["find"]

_PHYSICAL = ("measurement", "other", "rate", "duration")
_BETWEEN = frozenset(("or", "about", "some", "that", "is", "which", "i.e", ",", ";", ":", "/", "-"))
_NEAR = Decimal("0.035")  # two rates of one story, after rounding
_FAR = Decimal("0.2")  # two rates nearer than this may be of two days
_YEARS = Decimal(2)  # where a year is named, only three times the rate is a slip
_METRIC = ("meter", "metre", "gram", "liter", "litre", "hectare", "celsius", "tonne", "metric")
_WORDS = 3  # words between a figure and the comma after which it is told again: "5 meters of depth, about 16 feet"
_ENDS = frozenset(",.;sPwk")  # tags after which a sentence tells of something else
_LATER = 8  # words after a temperature that tell it as a difference: "3 degrees (5 F) warmer"


def find(story: Story) -> Iterator[Tie]:
    """Pairs of one quantity in two units; those of currencies judged by the rate that most of them share."""
    money: dict[tuple[str, str], list[Tie]] = {}
    for terms in story.sentences.values():
        if len(terms) > 1:
            for a, b in _side_by_side(terms[0].structure, terms):
                tie = _tie(a, b)
                if tie is None:
                    continue
                if a.claim.kind == "money":
                    money.setdefault(_units(tie), []).append(tie)
                else:
                    yield tie
    for ties in money.values():
        _judge(ties)
        yield from ties


def _side_by_side(s: Structure, terms: Sequence[Term]) -> Iterator[tuple[Term, Term]]:
    """A figure with each that is told right after it in brackets, or the one after "or"."""
    w = s.words
    for i, a in enumerate(terms):
        bracket, last = False, a.at
        inside: list[Term] = []
        for b in terms[i + 1 :]:
            marks = w.shown(last + 1, b.at)
            if not bracket and "(" in marks:
                before, after = marks[: marks.index("(")], marks[marks.index("(") + 1 :]
                if len(before) > 3 or ")" in after or not _BETWEEN.issuperset(after) or "," in before:
                    break
                bracket = True
            elif bracket:
                if not _BETWEEN.issuperset(marks):
                    break
            else:
                if _told_again(s, marks, a, b):
                    yield a, b
                break
            last = b.at
            yield a, b
            for other in inside:  # "9,000 yen ($85; 44 pounds)": the two in brackets are one sum, too
                yield other, b
            inside.append(b)


def _told_again(s: Structure, marks: Sequence[str], a: Term, b: Term) -> bool:
    """Whether ", or", "that is", a comma or a dash between two figures tells one quantity again."""
    if "duration" in (a.claim.kind, b.claim.kind) or not marks or ")" in marks:
        return False  # "38 C (100 F), some 4 degrees C (7 F) above normal"
    start = next((i for i, m in enumerate(marks) if m in _BETWEEN), len(marks))
    if start > _WORDS or not _BETWEEN.issuperset(marks[start:]) or start == len(marks):
        return False
    if "or" in marks:
        return start == 0
    after = b.at + 1
    closed = after >= len(s.words.mark) or s.words.mark[after] != ""
    return closed and _metric(a) != _metric(b) and a.claim.kind != "money"


def _tie(a: Term, b: Term) -> Tie | None:
    one, two = a.unit, b.unit
    q = a.claim.quantity
    if not one or not two or one == two or (q.low is None and q.high is None):
        return None
    if "cent" in (a.noun, b.noun):
        return None
    money = a.claim.kind == b.claim.kind == "money" and "_per_" not in one + two
    physical = a.claim.kind in _PHYSICAL and b.claim.kind in _PHYSICAL and _dimension(one) == _dimension(two)
    if not money and not (physical and not _is_compound(a)):
        return None
    temperature = "degree" in one or "kelvin" in one
    difference = temperature and _is_difference(a, b)
    doubt = (money and bool(_years(a))) or (temperature and not difference and _speaks_of_change(a))
    hedge: Hedge = "about" if doubt else "exact"
    more = {"difference": difference, "hedge": hedge}
    return Tie("conversion", {"from": (a,), "to": (b,)}, ["conversion"], "holds" if money else None, more=more)


def _is_compound(a: Term) -> bool:
    """Whether a figure is the smaller part of a measure: "5 feet 10 inches"."""
    w = a.structure.words
    k = a.at - 1
    while k >= 0 and w.text[k] == "and":
        k -= 1
    return k in w.figure and w.figure[k].kind == a.claim.kind


def _metric(t: Term) -> bool:
    """Whether a unit is of the metric system: one measure told twice is told in two systems."""
    return any(name in str(t.unit) for name in _METRIC)


def _dimension(unit: str) -> str | None:
    found = dimension(unit)
    return "temperature" if found == "temperature_difference" else found


def _years(t: Term) -> list[int]:
    """Words of its sentence that are a year: rates of exchange move over the years."""
    w = t.structure.words
    return [k for k in range(len(w.mark)) if w.mark[k] == "t" and w.text[k][-4:].isdigit()]


def _is_difference(a: Term, b: Term) -> bool:
    """Whether a temperature is an amount of change: "a rise of 2 C", "by 2 C", "2 C warmer"."""
    if str(a.unit).startswith("delta_"):
        return True
    s, phrase, root = a.structure, a.phrase, a.root
    if phrase is None or root is None or phrase.prep == "to":
        return False
    if phrase.prep == "by" or (root is not phrase and {"way", "delta"} & set(s.said_of(root))):
        return True
    for k in range(b.at + 1, min(b.at + _LATER, len(s.tags))):
        if s.tags[k] in _ENDS:
            break  # "31 C (88 F) at noon before falling"
        if s.tags[k] not in "vgDbe" and {"rank", "way", "delta"} & set(s.words.read[k].tags):
            return True
    return False


def _speaks_of_change(t: Term) -> bool:
    return any({"way", "delta"} & set(r.tags) for r in t.structure.words.read)


# --- rates of exchange


@dataclass(frozen=True, slots=True)
class _Rate:
    """A pair of currencies: the two figures in one order of their units, and the rate with its rounding."""

    big: Term
    small: Term
    rate: Interval


def _units(tie: Tie) -> tuple[str, str]:
    one, two = sorted(str(c.quantity.unit) for c in tie.claims())
    return one, two


def _rate(tie: Tie) -> _Rate | None:
    a, b = tie.term("from"), tie.term("to")
    big, small = sorted((a, b), key=lambda t: str(t.unit))
    if not big.value or not small.value:
        return None
    return _Rate(big, small, quotient(firm(unbound(big.claim.quantity)), firm(unbound(small.claim.quantity))))


def _judge(ties: list[Tie]) -> None:
    """Each pair against the one that most pairs agree with: holds, a slip away, or far off."""
    rated = [(t, r) for t in ties if (r := _rate(t)) is not None]
    if len(rated) < 2:
        return
    fits = [sum(not _far(x[1].rate, y[1].rate, _NEAR) for y in rated) for x in rated]
    usual = rated[fits.index(max(fits))]
    many = max(fits) > 1
    for tie, rate in rated:
        if tie is usual[0] or not _far(rate.rate, usual[1].rate, _NEAR):
            continue
        slip = _slip(rate, usual[1])
        dated = "about" in (tie.more["hedge"], usual[0].more["hedge"])
        off = _far(rate.rate, usual[1].rate, _YEARS if dated else _FAR)
        if slip is None and (not off or rate.big.claim.past or rate.small.claim.past):
            continue
        tie.outcome, tie.slip = slips.verdict(slip)
        tie.features += ["rate.slip" if slip else "rate.off", "rate.usual" if many else "rate.two"]
        if dated:
            tie.features.append("rate.dated")
        tie.features.append("rate.far" if off else "rate.near")
        tie.roles = {**tie.roles, "usual": usual[0].roles["from"], "usual_to": usual[0].roles["to"]}


def _slip(rate: _Rate, usual: _Rate) -> slips.Slip | None:
    """The slip in either figure after which a pair is at the usual rate."""
    exact = usual.big.number / usual.small.number
    for told, made in ((rate.small, rate.big.number / exact), (rate.big, rate.small.number * exact)):
        for near in (made, made * (1 + _NEAR / 2), made * (1 - _NEAR / 2)):
            slip = slips.toward(told.claim.quantity, near)
            if slip is not None and not slip.key.startswith(("digit.1", "digit.2", "dropped.1", "ten.1")):
                return slip
    return None


def _far(a: Interval, b: Interval, loose: Decimal) -> bool:
    """Whether two rates are farther apart than so much of them."""
    if a.low is None or b.low is None or a.high is None or b.high is None:
        return False
    return a.low > b.high * (1 + loose) or b.low > a.high * (1 + loose)

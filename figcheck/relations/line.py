"""Line: a sentence in which each figure is one letter that tells its kind, so that grammar can be read off it.

"Profit rose 76% to $1.13bn" is read as "profit rose P to M". Hedges before a figure are left out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from figcheck.models import Claim, Evidence, Relation, RelationKind
from figcheck.text import Document, Part, Sentence
from figcheck.text.grammar import singular
from figcheck.words import load

__all__ = ["Line", "alternatives", "compiled", "head", "lines", "same_noun", "same_unit", "tie", "words"]

# One private-use letter a kind: text never holds them (a text that does has them blanked).
_LETTERS = {
    "count": "\ue000", "money": "\ue001", "measurement": "\ue002", "other": "\ue003", "rate": "\ue004",
    "percent": "\ue005", "duration": "\ue006", "age": "\ue007", "ratio": "\ue008",
}  # fmt: skip
_IMPLICIT = "\ue009"
ANY = "[\ue000-\ue009]"
AMOUNT = "[\ue000-\ue005]"  # a level that can rise, fall, or be summed
COUNT = "\ue000"
MONEY = "\ue001"
MEASUREMENT = "\ue002"
PERCENT = "\ue005"
DURATION = "\ue006"
AGE = "\ue007"
RATIO = "\ue008"
RATE = "\ue004"
_FOREIGN = re.compile("[\ue000-\ue009]")
GAP = "[^\ue000-\ue005\ue007-\ue009;:]"  # no other amount, no new clause; a duration may stand between


@cache
def words(section: str, key: str) -> frozenset[str]:
    """One word list of relations.toml; phrases are joined by underscores there."""
    return frozenset(w.replace("_", " ") for w in load("relations.toml")[section][key].split())


@cache
def alternatives(section: str, key: str) -> str:
    """The same as a regex alternation, longest first."""
    return "|".join(re.escape(w) for w in sorted(words(section, key), key=lambda w: (-len(w), w)))


_TOKENS = {
    "any": ANY, "amount": AMOUNT, "count": COUNT, "money": MONEY, "percent": PERCENT, "measurement": MEASUREMENT,
    "duration": DURATION, "age": AGE, "ratio": RATIO, "rate": RATE, "gap": GAP, "letters": "\ue000-\ue009",
    "other": "\ue003",
    "sum": "[\ue000-\ue002]",  # what can be a part: a count, money, a measure
    "the": r"(?:the |those |these |its |their |his |her |all |all the |some |a total of )?",
    "noun": r"(?:[a-z'-]+ ){0,2}",
    "dash": r"(?: ?(?:\u2013|\u2014|--) ?| - )",
    "end": (
        r"(?=\)|,|\.(?:\s|$|\")|;|$|\"| - | ?(?:\u2013|\u2014|--)| of (?:them|those|all|the total|the whole"
            r"|it)(?:[,.;:)\"]|$)"
        r"| of (?:all|the|its|their|all the|all its|all their|the total|the entire"
            r"|the whole) [a-z-]+(?: [a-z-]+)?(?:[,.;:)\"]|$))"
    ),
    "stop": r"(?=\)|,|\.(?:\s|$)|;|$| - )",
}  # fmt: skip


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern in which <any>, <amount>, <count> … stand for figures, <gap> for words without one.

    Line breaks and the indent after them are left out, so that a long pattern can be set in lines.
    """
    pattern = re.sub(r"\n\s*", "", pattern)
    for name, letters in _TOKENS.items():
        pattern = re.sub(rf"(?<!\?P)<{name}>", letters.replace("\\", r"\\"), pattern)
    return re.compile(pattern)


_MOST = 30  # a sentence with more figures is a table, and grammar ties nothing in it


@dataclass(slots=True)
class Line:
    """One sentence as a template. `text` is lower case; `at[i]` is where claim i stands in it."""

    part: Part
    sentence: Sentence
    claims: list[Claim]
    text: str
    at: list[int]
    _cuts: list[tuple[int, int, int]]  # (template offset, source offset, source length) where the two part ways

    def claim_at(self, offset: int) -> Claim:
        """The claim whose letter stands at a template offset."""
        return self.claims[bisect_right(self.at, offset) - 1]

    def index_at(self, offset: int) -> int:
        """The number of the claim whose letter stands at, or last before, a template offset."""
        return bisect_right(self.at, offset) - 1

    def source(self, offset: int, end: bool = False) -> int:
        """The place in the part that a template offset stands for."""
        i = bisect_right(self._cuts, (offset, 1 << 60, 0)) - 1
        if end and i > 0 and self._cuts[i][0] == offset:
            i -= 1
        template, source, length = self._cuts[i]
        if length and offset > template:
            return source + length + (offset - template - 1)
        return source + (offset - template)

    def evidence(self, start: int, end: int) -> Evidence:
        """The words of a template span, as a place in the article."""
        text = self.text
        while start < end and text[start] in " ,":
            start += 1
        while end > start and text[end - 1] in " ,":
            end -= 1
        a, b = self.source(start), max(self.source(end, end=True), self.source(start))
        b = min(b, a + 150)
        article = self.claims[0].article
        return Evidence(article=article, part=self.part.name, start=a, end=b, quote=self.part.text[a:b])


def _letter(claim: Claim) -> str:
    return _IMPLICIT if claim.implicit else _LETTERS[claim.kind]


@cache
def _hedge() -> re.Pattern[str]:
    return re.compile(r"(?:(?<=[\s(])|^)(?:" + alternatives("line", "hedge") + r")\s?$")


def _strip_hedge(lower: str, start: int, stop: int) -> int:
    """Where the hedge words before `stop` begin; `stop` where there are none."""
    for _ in range(2):
        m = _hedge().search(lower[max(start, stop - 24) : stop])
        if m is None:
            break
        stop = max(start, stop - 24) + m.start()
    return stop


@cache
def _multiples() -> frozenset[str]:
    """Verbs that are a factor: they stay words, for they say what the figures beside them do."""
    return frozenset(w for key in load("relations.toml")["multiple"] for w in words("multiple", key))


def _covers(claim: Claim, following: Sequence[Claim]) -> bool:
    """Whether a claim is the whole of a coordination ("two men and a woman"): its parts are read, not it."""
    return claim.implicit and any(c.start < claim.end and c.measure == claim.measure for c in following)


_TITLE = re.compile(r"\b(mr|ms|mrs|dr|gov|sen|rep|st|gen|col|capt|lt|sgt|prof|rev)\.(?= )")
_DATELINE = re.compile(
    r"(?=[A-Z]{3})(?:[A-Z][\w.'\u2019-]*,? ){1,4}?(?:[A-Z][a-z]+,? ?)?(?:\([A-Z][\w .]{1,24}\) ?)?(?:\u2014"
    r"|\u2013|--?) ?"
)


def _begin(part: Part, sentence: Sentence) -> int:
    """Where the words of a sentence begin: after "LEEDS, England \u2014" where it opens the story."""
    m = _DATELINE.match(part.plain, sentence.start, min(sentence.end, sentence.start + 80))
    return m.end() if m else sentence.start


def _line(part: Part, sentence: Sentence, claims: Sequence[Claim]) -> Line:
    lower = part.lower
    pieces: list[str] = []
    kept: list[Claim] = []
    at: list[int] = []
    begin = _begin(part, sentence)
    cuts = [(0, begin, 0)]
    length, done = 0, begin
    for i, c in enumerate(claims):
        if (
            c.start < done
            or _covers(c, claims[i + 1 : i + 2])
            or (c.kind == "ratio" and c.quote.lower() in _multiples())
        ):
            continue
        stop = _strip_hedge(lower, done, c.start)
        pieces.append(lower[done:stop])
        length += stop - done
        at.append(length)
        cuts.append((length, c.start, c.end - c.start))
        pieces.append(_letter(c))
        length += 1
        done = c.end
        kept.append(c)
    pieces.append(lower[done : sentence.end])
    text = _TITLE.sub(r"\1'", "".join(pieces).replace("\n", " "))  # "Ms." ends no sentence
    return Line(part, sentence, kept, text, at, cuts)


def lines(document: Document, claims: Iterable[Claim]) -> list[Line]:
    """The sentences that hold figures, in the order of the text, each as a template."""
    by_part: dict[str, list[Claim]] = {}
    for c in claims:
        by_part.setdefault(c.part, []).append(c)
    out: list[Line] = []
    for part in document.parts:
        groups: dict[int, list[Claim]] = {}
        for c in by_part.get(part.name, ()):
            groups.setdefault(c.sentence[0], []).append(c)
        for start in sorted(groups):
            s = part.sentence_at(start)
            if s is None or len(groups[start]) > _MOST or _FOREIGN.search(part.text, s.start, s.end):
                continue
            out.append(_line(part, s, sorted(groups[start], key=lambda c: (c.start, -c.end))))
    return out


def tie(
    kind: RelationKind,
    line: Line,
    roles: dict[str, Claim | Sequence[Claim]],
    span: tuple[int, int] | None,
    **more: Any,
) -> Relation:
    """A relation of claims by role, with the words of a template span as what ties them."""
    given = {k: (v.id,) if isinstance(v, Claim) else tuple(c.id for c in v) for k, v in roles.items()}
    told = (line.evidence(*span),) if span and span[1] > span[0] else ()
    return Relation(kind=kind, roles=given, words=tuple(e for e in told if e.quote), **more)


def same_unit(a: Claim, b: Claim) -> bool:
    """Whether two figures can be added, or one be a later level of the other."""
    return a.kind == b.kind and a.quantity.unit == b.quantity.unit


def head(claim: Claim) -> str | None:
    """The last word of the noun counted, singular; None where nothing is named."""
    return singular(claim.counted.split()[-1].lower()) if claim.counted and claim.counted.strip() else None


def same_noun(a: Claim, b: Claim) -> bool:
    """Whether two counts can be of one noun: the same head, or none given on one side."""
    x, y = head(a), head(b)
    return x is None or y is None or x == y

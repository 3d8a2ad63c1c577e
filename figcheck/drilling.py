"""A drill: every figure of a story is put through every slip of the pen, to see which of them would be noticed.

What is guarded is a figure that others in the story vouch for: a slip in it would break a tie, and a finding would say
so. The others nobody but a person can check. The story is read once; the values change in memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from figcheck.engine import context_of, findings
from figcheck.models import Article, Claim, Finding, Quantity, Severity
from figcheck.reading import Draft, Reading, as_article
from figcheck.relations.slips import variants
from figcheck.rules import Rule
from figcheck.settings import Settings

__all__ = ["Drill", "Guard", "drill"]

_KINDS = frozenset({"count", "money", "percent", "measurement", "rate", "duration", "ratio", "other"})
_SILENT = frozenset({"unattributed", "anonymous", "hedge", "attribution-changed"})  # kinds of which a number is no part
_MOST = Decimal("0.5")  # of the slips in a figure must be seen for it to be guarded: a few are seen by luck
# Each slip ties the whole story anew: figures drilled, times figures in the story. Sixty of a hundred, ten at least.
_WORK, _LEAST = 6_000, 10
_MOST_TEXT = 60_000  # characters: every slip goes through all of them


@dataclass(frozen=True, slots=True)
class Guard:
    """One figure: the slips that were tried in it, those that would be seen, by which rules, beside which figures."""

    claim: Claim
    """The figure."""
    tried: tuple[str, ...]
    """Names of the slips that were put into it."""
    seen: tuple[str, ...]
    """Those of them that a rule would tell."""
    rules: tuple[str, ...]
    """Names of the rules that would."""
    beside: tuple[Claim, ...]
    """The figures that it is tied to in their findings."""
    told: bool = False
    """Whether a finding is about it as it stands."""

    @property
    def guarded(self) -> bool:
        """Whether at least half of the slips would be seen, or something is told of it as it stands."""
        return self.told or (bool(self.tried) and len(self.seen) >= _MOST * len(self.tried))

    def to_dict(self) -> dict[str, object]:
        """The guard as plain values, for JSON."""
        return {
            "figure": self.claim.quote, "article": self.claim.article, "part": self.claim.part,
            "start": self.claim.start, "end": self.claim.end, "guarded": self.guarded,
            "told": self.told, "slips": len(self.tried),
            "seen": len(self.seen), "unseen": sorted(set(self.tried) - set(self.seen)), "rules": list(self.rules),
            "beside": [c.quote for c in self.beside],
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Drill:
    """What a drill of one story showed: a guard for each of its figures, in the order of the text."""

    article: Article
    """The story that was drilled."""
    guards: tuple[Guard, ...]
    """One for each figure that was drilled."""

    @property
    def guarded(self) -> tuple[Guard, ...]:
        """The figures in which most slips would be seen."""
        return tuple(g for g in self.guards if g.guarded)

    @property
    def by_hand(self) -> tuple[Guard, ...]:
        """The figures that nobody but a person can check."""
        return tuple(g for g in self.guards if not g.guarded)

    def of(self, claim: Claim) -> Guard | None:
        """The guard of a claim; None where its figure was not drilled (a vague one, a range)."""
        return next((g for g in self.guards if g.claim.id == claim.id), None)

    def __str__(self) -> str:
        """In one sentence."""
        count, total, rest = len(self.guarded), len(self.guards), len(self.by_hand)
        if not total:
            return "No figure to drill."
        verb = "is" if count == 1 else "are"
        figures = "figure" if total == 1 else "figures"
        known = sum(g.told for g in self.guards)
        findings = f" ({known} of them {'has' if known == 1 else 'have'} a finding already)" if known else ""
        if not rest:
            return f"{count} of {total} {figures} {verb} guarded{findings}."
        told = "check it by hand" if rest == 1 else f"check these {rest} by hand"
        return f"{count} of {total} {figures} {verb} guarded{findings}; {told}."


def drill(article_or_text: Article | str, settings: Settings | None = None) -> Drill:
    """Put each figure of a story through each slip, and say which slips would be seen.

    Of a story with many figures the first are drilled: seventy-seven of seventy-seven, sixty of a hundred. Raises
    TypeError for what is neither an Article nor a text, ValueError for a text of more than 60,000 characters.

    >>> done = drill("Of the 40 pupils, 31 passed and the other 9 failed, the school said. It has 612 books.")
    >>> print(done)
    3 of 4 figures are guarded; check it by hand.
    >>> [guard.claim.quote for guard in done.by_hand]
    ['612']
    """
    chosen = settings if settings is not None else Settings()
    article = as_article(article_or_text)
    if len(article.title) + len(article.text) > _MOST_TEXT:
        raise ValueError(f"{len(article.text):,} characters are too many to drill; {_MOST_TEXT:,} are the most")
    draft = Draft(article, vocabulary=chosen.vocabulary)
    arithmetic = _Arithmetic(chosen)
    known = {_key(f): f for f in _found(draft.reading, arithmetic)}
    most = max(_LEAST, _WORK // max(1, len(draft.claims)))
    chances = [n for n, claim in enumerate(draft.claims) if _is_drilled(claim)][:most]
    return Drill(article, tuple(_guard(draft, n, arithmetic, known) for n in chances))


def _is_drilled(claim: Claim) -> bool:
    """Whether it is one number that a hand wrote."""
    q = claim.quantity
    return not claim.implicit and claim.kind in _KINDS and q.stated is not None and q.hedge not in ("vague", "range")


class _Arithmetic:
    """Settings without the rules that no number breaks."""

    __slots__ = ("_settings", "rules")

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.rules = tuple(r for r in settings.rules if r.kind not in _SILENT)

    def enabled(self, rule: Rule) -> bool:
        """Whether a rule is on."""
        return self._settings.enabled(rule)

    def grade(self, rule: Rule, finding: Finding) -> Severity | None:
        """The severity of a finding."""
        return self._settings.grade(rule, finding)

    def toll_in(self, article: str) -> int:
        """The fewest people whose count needs a source."""
        return self._settings.toll_in(article)


def _found(reading: Reading, arithmetic: _Arithmetic) -> Iterator[Finding]:
    """What is told of a story's numbers, loud enough to be read."""
    given, _ = findings(context_of([reading]), arithmetic)
    yield from (f for f in given if f.severity in ("error", "warning"))


def _key(finding: Finding) -> tuple[object, ...]:
    return finding.code, tuple((e.part, e.start) for e in finding.evidence)


def _guard(draft: Draft, n: int, arithmetic: _Arithmetic, known: Mapping[tuple[object, ...], Finding]) -> Guard:
    """A figure's slips one after the other; a finding that was there before says nothing of them."""
    claim = draft.claims[n]
    tried: list[str] = []
    seen: list[str] = []
    rules: dict[str, None] = {}
    beside: dict[str, Claim] = {}
    by_id = {c.id: c for c in draft.claims}
    standing = [f for f in known.values() if _touches(f, claim)]
    for finding in standing:
        _note(finding, rules, beside, by_id)
    for name, value in variants(claim.quantity.stated or Decimal(0)):
        slipped = claim.model_copy(update={"quantity": _moved(claim.quantity, value)})
        reading = draft.tied([*draft.claims[:n], slipped, *draft.claims[n + 1 :]])
        told = [f for f in _found(reading, arithmetic) if _touches(f, claim) and _key(f) not in known]
        slip = f"{name}: {value:f}"
        tried.append(slip)
        if told:
            seen.append(slip)
        for finding in told:
            _note(finding, rules, beside, by_id)
    near = sorted((c for c in beside.values() if c.id != claim.id), key=lambda c: (c.part != "title", c.start))
    return Guard(claim, tuple(tried), tuple(seen), tuple(rules), tuple(near), bool(standing))


def _note(finding: Finding, rules: dict[str, None], beside: dict[str, Claim], by_id: Mapping[str, Claim]) -> None:
    """Keep which rule tells, and of which figures."""
    rules[finding.rule] = None
    beside |= {name: by_id[name] for names in finding.figures.values() for name in names if name in by_id}


def _moved(quantity: Quantity, value: Decimal) -> Quantity:
    """A quantity with another number, its hedge kept: "about 400" becomes "about 500"."""
    old = quantity.stated or value

    def scaled(x: Decimal | None) -> Decimal | None:
        return None if x is None else value if x == old else x * value / old

    low, high = quantity.expected
    return quantity.model_copy(
        update={
            "stated": value,
            "low": scaled(quantity.low),
            "high": scaled(quantity.high),
            "expected": (scaled(low), scaled(high)),
        }
    )


def _touches(finding: Finding, claim: Claim) -> bool:
    return any(e.part == claim.part and e.start < claim.end and claim.start < e.end for e in finding.evidence)

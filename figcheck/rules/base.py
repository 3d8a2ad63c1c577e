"""What a rule is, what it is given, and how it makes a finding.

A rule reads claims, relations and comparisons, never text. The text is touched here only, to quote evidence.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from figcheck.compare import Archive, Facts, Link
from figcheck.models import Article, Claim, Evidence, Finding, FindingKind, Numeral, Relation, RelationKind, Severity
from figcheck.models.grouped import claims_by_story, relations_by_story
from figcheck.relations.evidence import weights

__all__ = ["LEAST_TOLL", "Context", "Rule", "agreeing", "differing", "finding", "place_of", "retold", "severity_of"]

_LOUD: tuple[Severity, ...] = ("error", "warning")
LEAST_TOLL = 20  # people: below, a reporter may have counted them; settings give another number
LONGEST = 160  # evidence points at words, it does not wave at paragraphs


@dataclass(frozen=True)
class Context:
    """All that was read, as data: rules never see the text. The indices are made once and shared by all rules.

    `least_toll` is the one number of settings that a rule asks for, by the id of an article.
    """

    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...]
    by_id: dict[str, Claim] = field(default_factory=dict)
    numerals: tuple[Numeral, ...] = ()
    least_toll: Callable[[str], int] = lambda _article: LEAST_TOLL

    @cached_property
    def article(self) -> dict[str, Article]:
        """Articles by id."""
        return {a.id: a for a in self.articles}

    @cached_property
    def of_article(self) -> dict[str, tuple[Claim, ...]]:
        """Claims by article id, the title's first."""
        found = claims_by_story(self.claims)
        return {a.id: tuple(found.get(a.id, ())) for a in self.articles}

    @cached_property
    def relations_of(self) -> dict[str, tuple[Relation, ...]]:
        """Relations by article id: each ties figures of one article."""
        found = relations_by_story(self.relations, self.claims)
        return {name: tuple(relations) for name, relations in found.items()}

    @cached_property
    def archive(self) -> Archive:
        """Claims with their facts, in groups of what can be compared."""
        return Archive(self.articles, self.claims, self.relations)

    @cached_property
    def of_kind(self) -> dict[RelationKind, tuple[Relation, ...]]:
        """Relations by kind."""
        out: dict[RelationKind, list[Relation]] = {}
        for relation in self.relations:
            out.setdefault(relation.kind, []).append(relation)
        return {kind: tuple(found) for kind, found in out.items()}

    @cached_property
    def ties(self) -> dict[str, tuple[Relation, ...]]:
        """Relations by the id of each claim in them."""
        out: dict[str, list[Relation]] = {}
        for relation in self.relations:
            for name in {n for names in relation.roles.values() for n in names}:
                out.setdefault(name, []).append(relation)
        return {name: tuple(found) for name, found in out.items()}

    def tied(self, a: Claim, b: Claim) -> tuple[Relation, ...]:
        """The relations that two claims share."""
        other = b.id
        return tuple(
            r for r in self.ties.get(a.id, ()) if any(other in names for names in r.roles.values())
        )  # fmt: skip

    def in_role(self, relation: Relation, role: str) -> tuple[Claim, ...]:
        """The claims that a relation has in a role; empty where it has none."""
        return tuple(self.by_id[name] for name in relation.roles.get(role, ()))

    def source_of(self, claim: Claim) -> tuple[Evidence, ...]:
        """Where the source of a claim stands; empty where it has none or only a word of hearsay."""
        a = claim.attribution
        if a is None or a.start is None or a.end is None or a.part is None or not 0 < a.end - a.start <= LONGEST:
            return ()
        return (_evidence(self, claim.article, a.part, a.start, a.end),)

    def sentence(self, claim: Claim) -> str:
        """The sentence of a claim, for messages and fingerprints."""
        start, end = claim.sentence
        return self.article[claim.article].part(claim.part)[start:end]


@dataclass(frozen=True)
class Rule:
    """A rule's name, its place in the list of findings, and its function.

    `preview` rules are off until someone selects them by name: they have not proved themselves quiet.
    """

    name: str
    code: str
    kind: FindingKind
    severity: Severity
    check: Callable[[Context], Iterable[Finding]]
    preview: bool = False


def severity_of(relation: Relation) -> Severity | None:
    """How loud a broken tie is, by the evidence for it; None for one that holds, or for which too little speaks."""
    if relation.outcome in (None, "holds") or relation.weight is None:
        return None
    return _loudness(relation.weight)


def _loudness(weight: Decimal) -> Severity | None:
    table = weights()
    return next((s for s in _LOUD if weight >= table[s]), None)


def _by_scale(slip: str | None) -> bool:
    """Whether a slip is one of scale, which scale-slip tells."""
    return (slip or "").startswith("a factor")


def retold(context: Context, scale: bool = False) -> Iterator[tuple[Relation, Claim, Claim, Severity]]:
    """Figures that are one thing told twice, and differ: by a power of ten with `scale`, without it otherwise."""
    for relation in context.of_kind.get("restates", ()):
        severity = severity_of(relation)
        if severity is not None and "retold" in relation.roles and _by_scale(relation.slip) == scale:
            yield relation, context.in_role(relation, "told")[0], context.in_role(relation, "retold")[0], severity


def differing(context: Context, scale: bool = False) -> Iterator[tuple[Link, Severity]]:
    """Figures of two stories that are one thing, and differ: by a power of ten with `scale`, without it otherwise."""
    for link in context.archive.links:
        severity = _loudness(link.weight)
        by_scale = _by_scale(link.slip.name if link.slip else None)
        if not link.agree and by_scale == scale and severity is not None and link.comparable:
            yield link, severity


def agreeing(context: Context) -> Iterator[tuple[Facts, Facts]]:
    """Figures of two stories that are one thing, and one number."""
    for link in context.archive.links:
        if link.one_number and _loudness(link.weight) is not None:
            yield link.a, link.b


def place_of(context: Context, claim: Claim) -> Evidence:
    """The words of a claim that matter: hedge, number and noun, within its sentence."""
    start, end = claim.hull or (claim.start, claim.end)
    if end - start > LONGEST:
        start, end = claim.start, min(claim.end, claim.start + LONGEST)
    return _evidence(context, claim.article, claim.part, start, end)


def _evidence(context: Context, article: str, part: str, start: int, end: int) -> Evidence:
    text = context.article[article].part(part)
    return Evidence(article=article, part=part, start=start, end=end, quote=text[start:end])


def finding(
    rule: Rule,
    context: Context,
    figures: Mapping[str, Claim | Sequence[Claim]],
    message: str,
    *,
    explanation: str = "",
    suggestion: str = "",
    severity: Severity | None = None,
    relation: Relation | None = None,
    computed: Decimal | None = None,
    also: Sequence[Evidence] = (),
) -> Finding:
    """A finding on some figures, named by their role ("whole", "parts", "earlier" …), in the order of its evidence.

    `also` is further evidence that is no figure: the words of a relation, a source, a numeral that is unread.
    """
    roles = {role: (given,) if isinstance(given, Claim) else tuple(given) for role, given in figures.items()}
    claims = list(dict.fromkeys(c for group in roles.values() for c in group))
    places = [place_of(context, c) for c in claims]
    evidence = tuple(dict.fromkeys([*places, *also]))
    return Finding(
        rule=rule.name,
        code=rule.code,
        kind=rule.kind,
        severity=severity or rule.severity,
        message=_one_stop(message),
        explanation=_one_stop(explanation),
        evidence=evidence,
        suggestion=_one_stop(suggestion),
        fingerprint=_fingerprint(rule, context, claims, evidence),
        figures={role: tuple(c.id for c in group) for role, group in roles.items()},
        relation=relation,
        computed=computed,
    )


def _one_stop(sentence: str) -> str:
    """The sentence with one full stop at its end: "Acme Inc." brings its own."""
    return sentence[:-1] if sentence.endswith("..") and not sentence.endswith("...") else sentence


_WORD = re.compile(r"\w+(?:[.,]\d+)*")


def _fingerprint(rule: Rule, context: Context, claims: Sequence[Claim], places: Iterable[Evidence]) -> str:
    """A hash of the rule, the figures' words and their sentences' words, and whose story each is; never of offsets."""
    lines = sorted(_identity(context, c) for c in claims) or sorted(_near(context, e) for e in places)
    return hashlib.sha256("\n".join([rule.name, *lines]).encode()).hexdigest()[:16]


_NEAR = 60


def _near(context: Context, place: Evidence) -> str:
    """The same of what is no figure: its own words, and those beside it in its line."""
    article = context.article[place.article]
    text = article.part(place.part)
    left = text[max(0, place.start - _NEAR) : place.start].rpartition("\n")[2]
    right = text[place.end : place.end + _NEAR].partition("\n")[0]
    words = " ".join(_WORD.findall(f"{left} {place.quote} {right}".casefold()))
    return "\t".join([article.story or "", article.publisher or "", place.part, place.quote.casefold(), words])


def _identity(context: Context, claim: Claim) -> str:
    article = context.article[claim.article]
    words = " ".join(_WORD.findall(context.sentence(claim).casefold()))
    return "\t".join([article.story or "", article.publisher or "", claim.part, claim.quote.casefold(), words])

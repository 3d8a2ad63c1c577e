"""What a check gives: the relations between claims, the findings with their evidence, and the report of them all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from importlib import import_module
from typing import Literal

from pydantic import ConfigDict, Field, PrivateAttr

from figcheck.models.claims import Article, Claim, Direction, Hedge
from figcheck.models.frozen import Frozen
from figcheck.models.stories import Kept, ReadStory

__all__ = [
    "Evidence", "Finding", "FindingKind", "Outcome", "Place", "Problem", "Relation", "RelationKind", "Report",
    "Severity", "Suppressed",
]  # fmt: skip

RelationKind = Literal[
    "part_of", "percent_of", "shares", "change", "ratio_of", "rate", "conversion", "range_of",
    "restates", "revises", "same_question", "age_of",
]  # fmt: skip

Outcome = Literal["holds", "slip", "off", "impossible"]
"""How a tie's arithmetic comes out: within the written precision; after one slip of the pen; not; in no case."""

FindingKind = Literal[
    "contradiction", "headline", "decreasing", "stale", "conflation", "hedge", "attribution-changed",
    "unattributed", "anonymous", "total", "percentage", "change", "ratio", "conversion", "magnitude", "range",
    "precision",
]  # fmt: skip

Severity = Literal["error", "warning", "info"]


class Evidence(Frozen):
    """One place in one article that a finding or a relation rests on."""

    article: str
    part: str
    start: int
    end: int
    quote: str


class Relation(Frozen):
    """Figures tied together, by grammar or by being about the same thing."""

    kind: RelationKind
    roles: dict[str, tuple[str, ...]] = Field(description="Claim ids by role: whole, parts, from, to, by, percent …")
    words: tuple[Evidence, ...] = Field(default=(), description="The words that tie them.")
    exhaustive: bool = Field(default=False, description="part_of: the words say that the parts make up the whole.")
    direction: Direction | None = None
    factor: Decimal | None = Field(default=None, description='The number a word stands for: "doubled" 2, "half" 0.5.')
    difference: bool = Field(default=False, description="conversion: of differences, not of readings.")
    exclusive: bool = Field(default=False, description="part_of: no part can be counted in another.")
    hedge: Hedge = Field(default="exact", description='How the words bound the factor: "nearly doubled" about.')
    bounds: tuple[Decimal | None, Decimal | None] | None = Field(
        default=None, description="What the dates or words beside the figures allow: years between two dates."
    )
    outcome: Outcome | None = Field(
        default=None, description="How the arithmetic comes out; None where a rule says it."
    )
    weight: Decimal | None = Field(default=None, description="The evidence that they belong together, in bits.")
    slip: str | None = Field(default=None, description="The slip after which all agrees, where there is one.")


class Finding(Frozen):
    """What is wrong, where, and the arithmetic that shows it."""

    rule: str
    code: str
    kind: FindingKind
    severity: Severity
    message: str = Field(description="One sentence that a copy editor would write.")
    explanation: str = Field(default="", description="The arithmetic or the comparison, step by step.")
    evidence: tuple[Evidence, ...]
    suggestion: str = ""
    fingerprint: str = Field(default="", description="Stable when lines move and other stories come and go.")
    figures: dict[str, tuple[str, ...]] = Field(default_factory=dict, description="Claim ids by their role.")
    relation: Relation | None = None
    computed: Decimal | None = Field(default=None, description="The value that the arithmetic gives.")


class Place(Frozen):
    """Where something stands in the file that a person has open. Lines and columns from 1, offsets from 0."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int


class Suppressed(Frozen):
    """A finding that someone has let pass, and why."""

    finding: Finding
    by: Literal["comment", "sidecar", "baseline"]
    reason: str = ""


class Problem(Frozen):
    """What kept figcheck from doing all it was asked to, or a suppression that nothing needs any more."""

    kind: Literal["unreadable", "crash", "bad-suppression", "unused-suppression", "stale-baseline"]
    message: str
    file: str
    line: int | None = None

    @property
    def grave(self) -> bool:
        """Whether work was left undone, so that a gate must stay shut."""
        return self.kind in ("unreadable", "crash", "bad-suppression")


class Report(Frozen):
    """All that one check found and read. Iterating gives the findings.

    >>> import figcheck
    >>> report = figcheck.check("Over 57,418 people were killed, the ministry said.")
    >>> [row["quote"] for row in report.rows()]
    ['57,418']
    """

    schema_version: Literal[1] = Field(default=1, alias="schema", serialization_alias="schema")
    figcheck: str = Field(description="Version of figcheck.")
    words: str = Field(description="Digest of the word lists that it read with.")
    articles: tuple[str, ...]
    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...]
    findings: tuple[Finding, ...]
    numerals: dict[str, int] = Field(description="How many numerals have each role.")
    counts: dict[str, int] = Field(description="Findings by severity.")
    places: dict[str, Place] = Field(
        default_factory=dict, description="Place in the file, by article#part:start-end; from the command only."
    )
    suppressed: tuple[Suppressed, ...] = Field(default=(), description="Findings that someone let pass.")
    problems: tuple[Problem, ...] = Field(default=(), description="Files not read, rules that crashed …")
    passed_over: dict[str, str] = Field(
        default_factory=dict, description="Files and folders left out, and why; from the command only."
    )

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)

    _kept: Kept = PrivateAttr(default_factory=Kept)

    def __iter__(self) -> Iterator[Finding]:  # type: ignore[override]  # a report is read by its findings, not its fields
        return iter(self.findings)

    @property
    def complete(self) -> bool:
        """Whether all was read and checked that was asked for: a report without findings is clean only then."""
        return not any(p.grave for p in self.problems)

    def by_rule(self, rule: str) -> tuple[Finding, ...]:
        """The findings of a rule, by its name, code or kind."""
        return tuple(f for f in self.findings if rule in (f.rule, f.code, f.kind))

    def for_article(self, article: str) -> tuple[Finding, ...]:
        """The findings that point into an article."""
        return tuple(f for f in self.findings if any(e.article == article for e in f.evidence))

    def without(self, fingerprints: Iterable[str]) -> Report:
        """The report without findings that someone has dismissed for good, by their fingerprints."""
        gone = frozenset(fingerprints)
        kept = tuple(f for f in self.findings if f.fingerprint not in gone)
        return self.model_copy(update={"findings": kept, "counts": dict(Counter(f.severity for f in kept))})

    @property
    def readings(self) -> tuple[ReadStory, ...]:
        """The stories as they were read, where this report was made from them; none after a way through JSON."""
        return self._kept.readings

    def keeping(self, readings: Iterable[ReadStory]) -> Report:
        """The same report with the stories that it is of; its value and its JSON stay as they are."""
        made = self.model_copy()
        made._kept = Kept(readings)
        return made

    def to_html(self, articles: Iterable[Article] = ()) -> str:
        """The report as one page for a browser that needs nothing else: stories, findings, sources, counts over time.

        A report from `figcheck.check` holds its stories; one that came through JSON needs them as `articles`. Raises
        ValueError where a story is missing or is not the text that was checked, ImportError without the extra `report`.

        >>> import figcheck
        >>> page = figcheck.check("Over 57,418 people were killed, the ministry said.").to_html()
        >>> page.startswith("<!DOCTYPE html>"), "57,418" in page
        (True, True)
        """
        made: str = import_module("figcheck.reports").render(self, "html", articles)  # lies above the models
        return made

    def _repr_html_(self) -> str | None:
        """What a notebook shows; None, so that it shows the repr, without the extra `report` or the stories."""
        shown: str | None = import_module("figcheck.reports.notebook").shown(self)
        return shown

    def rows(self) -> list[dict[str, object]]:
        """The claims as flat rows, for a data frame: `pandas.DataFrame(report.rows())`."""
        codes: dict[str, list[str]] = {}
        for finding in self.findings:
            for name in dict.fromkeys(n for names in finding.figures.values() for n in names):
                codes.setdefault(name, []).append(finding.code)
        return [_row(claim, codes.get(claim.id, [])) for claim in self.claims]


def _row(claim: Claim, codes: list[str]) -> dict[str, object]:
    quantity, said, period = claim.quantity, claim.attribution, claim.period
    return {
        "article": claim.article, "part": claim.part, "start": claim.start, "end": claim.end, "quote": claim.quote,
        "kind": claim.kind, "measure": claim.measure, "counted": claim.counted, "who": claim.who,
        "stated": quantity.stated, "low": quantity.low, "high": quantity.high, "hedge": quantity.hedge,
        "unit": quantity.unit, "place": claim.place, "event": claim.event, "event_date": claim.event_date,
        "from": period.start if period else None, "to": period.end if period else None, "as_of": claim.as_of,
        "basis": claim.basis, "status": claim.status, "asserted": claim.asserted, "quoted": claim.quoted,
        "implicit": claim.implicit, "source": said.source if said else None, "owner": said.owner if said else None,
        "source_kind": said.kind if said else None, "findings": " ".join(codes),
    }  # fmt: skip

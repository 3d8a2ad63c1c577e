"""What a check gives: the relations between claims, the findings with their evidence, and the report of them all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from importlib import import_module
from typing import Any, Literal, get_args, overload

from pydantic import ConfigDict, Field, PrivateAttr

from figcheck.hints import nearest
from figcheck.models.claims import Article, Claim, Direction, Hedge
from figcheck.models.frames import FIGURES, FINDINGS, arrow_table, figure_rows, finding_rows, pandas_frame
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


Table = Literal["figures", "findings"]

_FAMILY = re.compile(r"fig\d{0,2}")


class Evidence(Frozen):
    """One place in one article that a finding or a relation rests on."""

    article: str = Field(description="Id of the article.")
    part: str = Field(description="Name of the part.")
    start: int = Field(description="First code point in the part.")
    end: int = Field(description="The code point past its last.")
    quote: str = Field(description="part[start:end], to the letter.")


class Relation(Frozen):
    """Figures tied together, by grammar or by being about the same thing."""

    kind: RelationKind = Field(description="The equation.")
    roles: dict[str, tuple[str, ...]] = Field(description="Claim ids by role: whole, parts, from, to, by, percent …")
    words: tuple[Evidence, ...] = Field(default=(), description="The words that tie them.")
    exhaustive: bool = Field(default=False, description="part_of: the words say that the parts make up the whole.")
    direction: Direction | None = Field(default=None, description="Of a change: up or down.")
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

    rule: str = Field(description="Name of the rule.")
    code: str = Field(description="Its code, FIG and three digits; own rules have codes of their own.")
    kind: FindingKind = Field(description="What sort of thing is wrong; several rules may share one.")
    severity: Severity = Field(description="How grave it is, after the settings.")
    message: str = Field(description="One sentence that a copy editor would write.")
    explanation: str = Field(default="", description="The arithmetic or the comparison, step by step.")
    evidence: tuple[Evidence, ...] = Field(description="Every place that it rests on, in every article.")
    suggestion: str = Field(default="", description="What to do about it.")
    fingerprint: str = Field(default="", description="Stable when lines move and other stories come and go.")
    figures: dict[str, tuple[str, ...]] = Field(default_factory=dict, description="Claim ids by their role.")
    relation: Relation | None = Field(default=None, description="The tie whose arithmetic fails, where it is one.")
    computed: Decimal | None = Field(default=None, description="The value that the arithmetic gives.")

    def __repr_args__(self) -> Iterator[tuple[str | None, object]]:
        """The rule and what it says; `model_dump()` gives every field."""
        yield from (("code", self.code), ("rule", self.rule), ("severity", self.severity), ("message", self.message))


class Place(Frozen):
    """Where something stands in the file that a person has open. Lines and columns from 1, offsets from 0."""

    file: str = Field(description="The file as it was named.")
    line: int = Field(description="First line; in a Word file the paragraph.")
    column: int = Field(description="First column.")
    end_line: int = Field(description="Last line.")
    end_column: int = Field(description="The column past its last.")
    start: int = Field(description="Offset of its first code point.")
    end: int = Field(description="Offset past its last.")


class Suppressed(Frozen):
    """A finding that someone has let pass, and why."""

    finding: Finding = Field(description="What was let pass.")
    by: Literal["comment", "sidecar", "baseline"] = Field(description="What lets it pass.")
    reason: str = Field(default="", description="Why, in the words of whoever did.")


class Problem(Frozen):
    """What kept figcheck from doing all it was asked to, or a suppression that nothing needs any more."""

    kind: Literal["unreadable", "crash", "bad-suppression", "unused-suppression", "stale-baseline"] = Field(
        description="What sort of problem."
    )
    message: str = Field(description="What went wrong, and what was expected.")
    file: str = Field(description="The file, or the id of the article.")
    line: int | None = Field(default=None, description="The line in it, from 1; None where it is no one line.")

    @property
    def grave(self) -> bool:
        """Whether work was left undone, so that a gate must stay shut."""
        return self.kind in ("unreadable", "crash", "bad-suppression")


class Report(Frozen):
    """All that one check found and read. As a sequence it is its findings.

    It is true where there is anything to tell, also where it has no finding but something could not be read.

    >>> import figcheck
    >>> report = figcheck.check("Over 57,418 people were killed, the ministry said.")
    >>> len(report), report[0].rule, [row["quote"] for row in report.rows()]
    (1, 'hedged-exact-figure', ['57,418'])
    """

    schema_version: Literal[1] = Field(
        default=1, alias="schema", serialization_alias="schema", description="Version of the shape of this report."
    )
    figcheck: str = Field(description="Version of figcheck.")
    words: str = Field(description="Digest of the word lists that it read with.")
    articles: tuple[str, ...] = Field(description="Ids of what was checked, in the order given.")
    claims: tuple[Claim, ...] = Field(description="Every figure of them.")
    relations: tuple[Relation, ...] = Field(description="The ties between figures of one story.")
    findings: tuple[Finding, ...] = Field(description="What is wrong.")
    numerals: dict[str, int] = Field(description="How many numerals have each role.")
    counts: dict[str, int] = Field(description="Findings by severity.")
    places: dict[str, Place] = Field(
        default_factory=dict, description="Place in the file, by article#part:start-end; from the command only."
    )
    suppressed: tuple[Suppressed, ...] = Field(default=(), description="Findings that someone let pass.")
    problems: tuple[Problem, ...] = Field(default=(), description="Files not read, rules that crashed …")
    rules: dict[str, str] = Field(default_factory=dict, description="The rules there were, own ones too: name by code.")
    not_read: dict[str, int] = Field(
        default_factory=dict,
        description="What stands in the stories and is no prose, by kind: tables, images …; from readers only.",
    )
    numerals_not_read: int = Field(default=0, description="How many numbers in digits stand in that.")
    passed_over: dict[str, str] = Field(
        default_factory=dict, description="Files and folders left out, and why; from the command only."
    )

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)

    _kept: Kept = PrivateAttr(default_factory=Kept)

    def __iter__(self) -> Iterator[Finding]:  # type: ignore[override]  # a report is read by its findings, not its fields
        return iter(self.findings)

    def __len__(self) -> int:
        """How many findings there are."""
        return len(self.findings)

    def __bool__(self) -> bool:
        """Whether there is anything to tell: a finding, or something that could not be read or checked."""
        return bool(self.findings) or not self.complete

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Finding, ...]: ...
    def __getitem__(self, index: int | slice) -> Finding | tuple[Finding, ...]:
        """A finding by its number from 0, or a slice of them."""
        return self.findings[index]

    def __repr_args__(self) -> Iterator[tuple[str | None, object]]:
        """How much of everything; `model_dump()` gives it all."""
        yield from (("findings", len(self.findings)), ("counts", dict(self.counts)), ("claims", len(self.claims)))
        yield from (("articles", len(self.articles)), ("complete", self.complete))

    @property
    def complete(self) -> bool:
        """Whether all was read and checked that was asked for: a report without findings is clean only then."""
        return not any(p.grave for p in self.problems)

    def by_rule(self, rule: str) -> tuple[Finding, ...]:
        """The findings of a rule by its name or code, of a kind, or of a family (FIG1), in either case of letters.

        Raises ValueError, with the nearest right spelling, for what names no rule: neither one that ships nor one of
        the desk's own that was there.

        >>> import figcheck
        >>> figcheck.check("Rain is expected.").by_rule("faling-toll")
        Traceback (most recent call last):
        ValueError: no rule, code or kind is called 'faling-toll'; did you mean 'falling-toll'?
        """
        wanted = rule.casefold()
        family = _FAMILY.fullmatch(wanted) is not None

        def named(name: str) -> bool:
            return name.casefold() == wanted or (family and name.casefold().startswith(wanted))

        known = {*self.rules, *self.rules.values(), *get_args(FindingKind)}
        if self.rules and not any(map(named, known)):  # a report of an older figcheck does not tell its rules
            raise ValueError(f"no rule, code or kind is called {rule!r}{nearest(rule, sorted(known))}")
        return tuple(f for f in self.findings if any(map(named, (f.rule, f.code, f.kind))))

    def for_article(self, article: str) -> tuple[Finding, ...]:
        """The findings that point into an article. Raises ValueError for one that is not in the report.

        >>> import figcheck
        >>> figcheck.check("The flood killed 12 people, police said.").for_article("nope")
        Traceback (most recent call last):
        ValueError: the report has no article 'nope'
        """
        found = tuple(f for f in self.findings if any(e.article == article for e in f.evidence))
        if not found and article not in self.articles:
            raise ValueError(f"the report has no article {article!r}{nearest(article, self.articles)}")
        return found

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

    def rows(self, *, exact: bool = True) -> list[dict[str, object]]:
        """The claims as flat rows, each with the codes of the findings on it.

        Numbers are Decimal; with `exact=False` they are ints where they are whole, else floats.
        """
        codes: dict[str, list[str]] = {}
        for finding in self.findings:
            for name in dict.fromkeys(n for names in finding.figures.values() for n in names):
                codes.setdefault(name, []).append(finding.code)
        return figure_rows(self.claims, codes, exact)

    def finding_rows(self, *, exact: bool = True) -> list[dict[str, object]]:
        """The findings as flat rows: rule, message, arithmetic, the first place and the quotes of the others.

        >>> import figcheck
        >>> report = figcheck.check("Of the 12 dead, 7 were women, 4 were children and 2 were men, police said.")
        >>> [(row["code"], row["quote"], row["computed"]) for row in report.finding_rows(exact=False)]
        [('FIG301', '12 dead', 13)]
        """
        return finding_rows(self.findings, self.places, exact)

    def to_pandas(self, of: Table = "figures", *, exact: bool = False) -> Any:
        """The figures (or `of="findings"` those) as a pandas.DataFrame.

        Numbers are floats; with `exact=True` they stay Decimal. `as_of` holds days and times as they are, the other
        days are datetime64. Raises ImportError where pandas is not installed.
        """
        return pandas_frame(*self._table(of), exact)

    def to_arrow(self, of: Table = "figures", *, exact: bool = False) -> Any:
        """The figures (or `of="findings"` those) as a pyarrow.Table.

        Numbers are floats; with `exact=True` they are decimals. `as_of` is text (ISO 8601), since it may be a day or a
        time. Raises ImportError where pyarrow is not installed, ValueError where a number has more digits than the
        decimals of Arrow.
        """
        return arrow_table(*self._table(of), exact)

    def _table(self, of: Table) -> tuple[list[dict[str, object]], dict[str, str]]:
        if of == "figures":
            return self.rows(), FIGURES
        if of == "findings":
            return self.finding_rows(), FINDINGS
        raise ValueError(f"a report has no table of {of!r}{nearest(of, ('figures', 'findings'))}")

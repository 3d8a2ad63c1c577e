"""All finders, run over the sentences of one article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from figcheck.models import Claim, Relation
from figcheck.relations import (
    again,
    ages,
    answers,
    bodies,
    change,
    conversion,
    factor,
    headline,
    heads,
    left,
    margin,
    parts,
    portion,
    ranges,
    rates,
    restated,
    runs,
    shares,
    wholes,
    within,
)
from figcheck.relations.evidence import Tie, weights
from figcheck.relations.line import Line, lines
from figcheck.relations.terms import Story
from figcheck.syntax import Syntax
from figcheck.text import Document

__all__ = ["relations"]


def relations(document: Document, claims: Sequence[Claim], structures: Mapping[str, Syntax]) -> tuple[Relation, ...]:
    """The relations of one article, in the order of the text; those that span sentences come after."""
    read = lines(document, claims)
    day = document.article.day
    old = [*_within(read, day), *_across(read, day), *ages.find_obituary(document.parts, read, day)]
    story = Story(document, claims, structures)
    parts_of = [tie for tie in within.find(story) if tie.weight >= weights()["kept"]]
    surer = {frozenset(c.id for c in tie.claims()) for tie in parts_of}
    told = [
        *(r for r in old if r.kind != "part_of" or frozenset(_ids([r])) not in surer),
        *(tie.relation() for tie in portion.find(story)),
    ]
    return (*told, *_weighed(story, parts_of, told))


def _weighed(story: Story, parts_of: Sequence[Tie], told: Iterable[Relation]) -> Iterator[Relation]:
    """What structure ties, where the words have not tied the same figures."""
    known: dict[str, list[set[str]]] = {}  # the figures of a relation, under each of them

    def keep(mine: set[str]) -> None:
        for i in mine:
            known.setdefault(i, []).append(mine)

    for relation in told:
        keep(_ids([relation]))
    within_reach = (
        *conversion.find(story),
        *change.find(story),
        *factor.find(story),
        *margin.find(story),
        *parts_of,
        *left.find(story),
        *answers.find(story),
    )
    for tie in (*within_reach, *runs.find(story), *headline.find(story), *again.find(story)):
        mine = {c.id for c in tie.claims()}
        of_one = min((known.get(i, []) for i in mine), key=len)
        if tie.weight >= weights()["kept"] and not any(mine <= other for other in of_one):
            keep(mine)
            yield tie.relation()


def _within(read: Sequence[Line], day: date | None) -> Iterator[Relation]:
    for line in read:
        whole = list(parts.find(line))
        yield from whole
        yield from bodies.find(line, _ids(whole))
        per = list(rates.find(line))
        yield from per
        yield from heads.find(line, {i for r in per for i in r.roles["rate"]})
        yield from ages.find(line, day)


def _ids(found: Iterable[Relation]) -> set[str]:
    return {i for r in found for ids in r.roles.values() for i in ids}


def _across(read: Sequence[Line], day: date | None) -> Iterator[Relation]:
    """Ties between one sentence and the next, and over the whole story."""
    previous: Line | None = None
    alone = ranges.only(read)
    for n, line in enumerate(read):
        before = previous if previous is not None and previous.part is line.part else None
        if before is not None and before.sentence.index + 1 == line.sentence.index:
            yield from ages.find_next(before, line, day)
            yield from wholes.find_next(before, line)
            yield from wholes.find_of_those(before, line)
            yield from rates.find_next(before, line)
        yield from shares.find(before, line)
        yield from rates.find_each(before, line, read[max(0, n - 12) : n])
        yield from ranges.find(line, before, alone)
        previous = line
    yield from wholes.find_manifests(read)
    later = list(ranges.find_later(read))
    yield from later
    told = {r.roles["range"] for r in later}
    yield from (r for r in ranges.find_put(read) if r.roles["range"] not in told)
    yield from restated.find(read)

"""Claims: what a figure measures, of whom, where and when, and whether it is asserted at all."""

from __future__ import annotations

from figcheck.claims import assertion, implicit, measures, people
from figcheck.claims import lexicon as lx
from figcheck.claims.view import Spot, View
from figcheck.drafts import Draft, Figure, When
from figcheck.text import Document, Part

__all__ = ["read"]


def read(document: Document, figures: list[tuple[Part, list[Figure], list[When]]]) -> list[Draft]:
    """One draft a figure, and one for each implicit "a man"; in the order of the claims."""
    out: list[Draft] = []
    known: set[str] = set()
    for part, found, _ in figures:
        out += _part(part, found, known)
    return out


def _part(part: Part, figures: list[Figure], known: set[str]) -> list[Draft]:
    by_sentence: dict[int, list[Figure]] = {}
    for figure in figures:
        by_sentence.setdefault(figure.sentence.index, []).append(figure)
    implied = implicit.sentences(part)
    out: list[Draft] = []
    for index in sorted(implied.union(by_sentence)):
        view = View(part.sentences[index], by_sentence.get(index, []))
        drafts = [_draft(part, view, spot) for spot in view.spots]
        known.update(d.measure for d in drafts if d.measure and d.asserted)
        if index in implied:
            drafts += _implied(part, view, known)
            drafts.sort(key=lambda d: d.figure.start)
        out += drafts
    return out


def _draft(part: Part, view: View, spot: Spot) -> Draft:
    figure = spot.figure
    draft = Draft(figure, part.name)
    found = measures.find(view, spot) if figure.kind == "count" else None
    if found is not None and not people.fits(view, spot, found):
        found = None
    draft.asserted = assertion.asserted(view, spot, found)
    if found is not None:
        draft.measure = found.measure
        draft.sense = found.sense
        draft.basis = lx.MEASURES[found.measure].basis
        draft.who = people.who(view, spot, found)
        draft.status = assertion.status(view, spot, found)
        draft.subset = people.is_subset(view, spot)
        draft.additional = people.is_additional(view, spot)
    return draft


def _implied(part: Part, view: View, known: set[str]) -> list[Draft]:
    out = []
    for one in implicit.find(view):
        measure = one.found.measure
        if not one.new and measure in known:
            continue
        figure = one.figure(view)
        spot = Spot(view, figure)
        draft = Draft(figure, part.name, measure=measure, sense=one.found.sense, implicit=True)
        draft.asserted = assertion.asserted(view, spot, one.found)
        draft.basis = lx.MEASURES[measure].basis
        draft.who = one.head if people.is_person(one.head) else "people"
        if draft.asserted:
            known.add(measure)
        out.append(draft)
    return out

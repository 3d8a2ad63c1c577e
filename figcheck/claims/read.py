"""Reads the figures of a document into drafts, sentence by sentence, with what the story told before."""

from __future__ import annotations

from dataclasses import replace

from figcheck.claims import agents, assertion, events, implicit, measures, people
from figcheck.claims import lexicon as lx
from figcheck.claims.found import Found
from figcheck.claims.places import Places, dateline
from figcheck.claims.times import Clock
from figcheck.claims.together import Piece, joined, wholes
from figcheck.claims.view import Spot, View
from figcheck.drafts import Draft, Figure, When
from figcheck.text import Document, Part

__all__ = ["read"]

Given = tuple[Part, list[Figure], list[When]]
_SICK = frozenset({"infected", "hospitalized"})
_VIOLENT = frozenset(
    {
        "shooting",
        "stabbing",
        "attack",
        "explosion",
        "bombing",
        "airstrike",
        "crash",
        "collapse",
        "stampede",
        "clash",
        "fire",
        "unrest",
    }
)
_LEDE = 3  # sentences in which the story's own event is looked for


class Story:
    """What is known of the story as it is read on."""

    __slots__ = ("_events", "_revision", "_view", "event", "known", "last", "place", "places")

    def __init__(self) -> None:
        self.known: set[str] = set()  # measures already told of, so that "the victim" is not counted twice
        self.event: events.Event | None = None
        self.place: str | None = None
        self.places = Places()
        self.last: Draft | None = None
        self._view: View | None = None
        self._events: list[events.Event] = []
        self._revision: str | None = None

    def _look(self, view: View) -> None:
        if self._view is not view:
            self._view, self._events, self._revision = view, events.find(view), assertion.revision(view)

    def named(self, view: View) -> list[events.Event]:
        """The events that a sentence names, looked for once."""
        self._look(view)
        return self._events

    def revision(self, view: View) -> str | None:
        """The words of a sentence that revise a figure, looked for once."""
        self._look(view)
        return self._revision


def read(document: Document, figures: list[Given]) -> list[Draft]:
    """One draft a figure, and one for each implicit "a man"; in the order of the claims."""
    story = Story()
    out: list[Draft] = []
    for part, found, whens in figures:
        out += _part(document, part, found, whens, story)
    _settle(out)
    return out


def _settle(drafts: list[Draft]) -> None:
    """Where a story tells of deaths, those "shot" or "stabbed" may be among them: casualties, not injured."""
    if any(d.measure == "killed" and d.asserted and d.who not in people.PERPETRATOR for d in drafts):
        for draft in drafts:
            if draft.measure == "injured" and draft.sense == "shot" and not draft.additional:
                draft.measure = "casualties"


def _part(document: Document, part: Part, figures: list[Figure], whens: list[When], story: Story) -> list[Draft]:
    by_sentence: dict[int, list[Figure]] = {}
    for figure in figures:
        by_sentence.setdefault(figure.sentence.index, []).append(figure)
    implied = implicit.sentences(part)
    indexes = sorted(implied.union(by_sentence))
    if not indexes:
        return []
    clock = Clock(whens, document.article.published)
    if part.name == "text":
        story.places.last = story.places.last or dateline(part.plain)
    _lede(part, story, clock)
    out: list[Draft] = []
    quotations = part.quotations
    for index in indexes:
        view = View(part.sentences[index], by_sentence.get(index, []))
        told: list[Piece] = []
        drafts = [_draft(part, view, spot, story, clock, told) for spot in view.spots]
        story.known.update(d.measure for d in drafts if d.measure and d.asserted)
        if index in implied:
            drafts += _implied(part, view, story, clock, told)
        if len(told) > 1:
            drafts += [
                replace(first.draft, figure=figure, implicit=True, who="people", notes={})
                for first, figure in wholes(view, told)
            ]
        drafts.sort(key=_position)
        out += drafts
    if quotations:
        for draft in out:
            draft.quoted = part.quotation_at(draft.figure.start) is not None
    return out


def _position(draft: Draft) -> tuple[int, int]:
    """In the order of the text, a whole before its parts."""
    return draft.figure.start, -draft.figure.end


def _lede(part: Part, story: Story, clock: Clock) -> None:
    """The event of the opening sentences, its day and its place: what later sentences leave out."""
    for sentence in part.sentences[:_LEDE]:
        view = View(sentence, [])
        found = [e for e in events.find(view) if not e.apart]  # "another disaster" is not the story's own
        if not found:
            continue
        if story.event is None:
            story.event = found[0]
        if story.place is None:
            places = story.places.read(view)
            story.place = places[0][2] if places else story.places.last
        for when in clock.inside(sentence.start, sentence.end):
            if when.kind in {"day", "relative"} and clock.event_day is None and clock.tells_event(view, when):
                clock.event_day = when.first
        return


def _draft(part: Part, view: View, spot: Spot, story: Story, clock: Clock, told: list[Piece]) -> Draft:
    figure = spot.figure
    draft = Draft(figure, part.name)
    carried: str | None = None
    found = measures.find(view, spot, people.fits) if figure.kind == "count" else None
    if figure.kind == "money":
        found = measures.cost(view, spot)
    subset = people.is_subset(view, spot) if figure.kind == "count" else False
    if (
        (found is None or found.joined)
        and subset
        and story.last is not None
        and story.last.figure.sentence is view.sentence
    ):
        fatal = view.words[spot.end : spot.end + 1] == ["fatally"]
        found = Found("killed" if fatal else story.last.measure or "", story.last.sense, spot.start, spot.start, "left")
        if not people.fits(view, spot, found):
            found = None
    if found is None and figure.kind == "count" and story.last is not None and measures.counts_on(view, spot):
        last = story.last
        if view.sentence.index - last.figure.sentence.index in {0, 1} and last.part == part.name and last.measure:
            found = Found(last.measure, last.sense, spot.start, spot.start, "toll")
            carried = last.who
    if found is None and figure.borrowed and _repeats(view, spot, story.last) and not measures.no_count(view, spot):
        found = _same(story.last, spot)
    if found is not None and found.measure == "hospitalized" and story.event and story.event.kind in _VIOLENT:
        found = Found("injured", "hospitalized", found.start, found.end, found.how)  # of a shooting, no patients
    draft.asserted = assertion.asserted(view, spot, found)
    if found is not None and found.how == "left" and not draft.asserted:
        other = measures.standing(view, spot)
        if other is not None and other.measure != found.measure and people.fits(view, spot, other):
            found, draft.asserted = other, True
    if found is not None:
        _fill(draft, view, spot, found, story, clock)
        draft.who = carried or people.who(view, spot, found)
        draft.status = assertion.status(view, spot, found)
        draft.subset = subset
        draft.additional = people.is_additional(view, spot)
        draft.revision = story.revision(view)
        story.last = draft
        told.append(Piece(spot.start, spot.end, found, draft))
    return draft


def _same(last: Draft | None, spot: Spot) -> Found | None:
    """What the figure before measured, for one that repeats it."""
    return Found(last.measure, last.sense, spot.start, spot.start, "left") if last and last.measure else None


def _repeats(view: View, spot: Spot, last: Draft | None) -> bool:
    """ "four bodies on Sunday and five more on Monday": the noun and what is said of it borrowed from before."""
    if last is None or last.figure.sentence is not view.sentence or last.figure.counted != spot.figure.counted:
        return False
    if not view.codes[spot.start - 1] & (lx.AND | lx.COMMA):
        return False
    return spot.end >= len(view.words) or bool(view.codes[spot.end] & (lx.PREPOSITION | lx.STOP | lx.COMMA | lx.AND))


def _fill(draft: Draft, view: View, spot: Spot, found: Found, story: Story, clock: Clock) -> None:
    draft.measure = found.measure
    draft.sense = found.sense
    draft.basis = lx.MEASURES[found.measure].basis
    draft.place = story.places.of(view, spot)
    bound = found.measure in events.BOUND
    event = None
    if bound:
        event = events.of(spot, story.named(view))
        told = event or story.event
        if told is not None and (found.measure not in _SICK or told.kind == "outbreak"):
            draft.event, draft.event_kind = told.text, told.kind
        draft.event_place = story.place
    clock.tell(draft, view, spot, event, bound)
    doer = agents.agent(view, found) if found.measure in agents.DONE else None
    if doer is not None:
        draft.agent = doer[0]
        draft.one_sided = agents.one_sided(view, spot, found, doer[1])


def _implied(part: Part, view: View, story: Story, clock: Clock, told: list[Piece]) -> list[Draft]:
    out = []
    for one in implicit.find(view):
        measure = one.found.measure
        figure = one.figure(view)
        spot = Spot(view, figure)
        draft = Draft(figure, part.name, implicit=True)
        draft.asserted = assertion.asserted(view, spot, one.found)
        _fill(draft, view, spot, one.found, story, clock)
        draft.who = one.head if people.is_person(one.head) else "people"
        piece = Piece(one.start, one.end, one.found, draft)
        if not one.new and measure in story.known and not joined(view, piece, told):
            continue
        if draft.asserted:
            story.known.add(measure)
        told.append(piece)
        out.append(draft)
    return out

"""Reads the figures of a document into drafts, sentence by sentence, with what the story told before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from figcheck.claims import agents, assertion, events, implicit, measures, people
from figcheck.claims.facts import SHARED
from figcheck.claims.lexicon import MEASURES
from figcheck.claims.measures import Found
from figcheck.claims.places import Places, dateline
from figcheck.claims.site import Site
from figcheck.claims.times import Clock, use_of
from figcheck.claims.together import Piece, joined, wholes
from figcheck.drafts import Draft
from figcheck.syntax import Phrase, Structure, Syntax, Verb
from figcheck.syntax.lexicon import look
from figcheck.text import Document, Part

__all__ = ["read"]

_SICK = frozenset({"infected", "hospitalized"})
_VIOLENT = frozenset(
    (
        "shooting", "stabbing", "attack", "explosion", "bombing", "airstrike", "crash", "collapse", "stampede",
        "clash", "fire", "unrest",
    )
)  # fmt: skip
_LEDE = 3  # sentences in which the story's own event is looked for


_THEY = frozenset({"they", "these", "those"})


class Story:
    """What is known of the story as it is read on."""

    __slots__ = ("_at", "_events", "_revision", "event", "known", "last", "place", "places", "syntax")

    def __init__(self) -> None:
        self.known: set[str] = set()  # measures already told of, so that "the victim" is not counted twice
        self.event: events.Event | None = None
        self.place: str | None = None
        self.places = Places()
        self.last: Draft | None = None
        self.syntax: Syntax | None = None  # of the part that is being read
        self._at: Structure | None = None
        self._events: list[events.Event] = []
        self._revision: str | None = None

    def _look(self, st: Structure) -> None:
        if self._at is not st:
            self._at, self._events, self._revision = st, events.find(st), assertion.revision(st)

    def named(self, st: Structure) -> list[events.Event]:
        """The events that a sentence names, looked for once."""
        self._look(st)
        return self._events

    def revision(self, st: Structure) -> str | None:
        """The words of a sentence that revise a figure, looked for once."""
        self._look(st)
        return self._revision


def read(document: Document, structures: Mapping[str, Syntax]) -> list[Draft]:
    """One draft a figure, and one for each implicit "a man"; in the order of the claims."""
    story = Story()
    out: list[Draft] = []
    for syntax in structures.values():
        out += _part(document, syntax, story)
    if any(d.measure == "killed" and d.asserted and not _did(d.who) for d in out):
        for draft in out:  # where a story tells of deaths, those "shot" or "stabbed" may be among them
            if draft.measure == "injured" and draft.sense == "shot" and not draft.additional:
                draft.measure = "casualties"
    return out


def _did(who: str | None) -> bool:
    """Whether a population is that of those who do rather than suffer."""
    return "perpetrator" in look((who or "").rpartition(" ")[2].lower()).tags


def _part(document: Document, syntax: Syntax, story: Story) -> list[Draft]:
    part, by_sentence = syntax.part, syntax.by_sentence
    story.syntax = syntax
    implied = implicit.sentences(part)
    indexes = sorted(implied.union(by_sentence))
    if not indexes:
        return []
    clock = Clock(syntax.whens, document.article.published)
    if part.name == "text":
        story.places.last = story.places.last or dateline(part.plain)
    _lede(part, syntax, story, clock)
    out: list[Draft] = []
    for index in indexes:
        st = syntax.of(part.sentences[index])
        told: list[Piece] = []
        drafts = [_draft(part, Site.of(st, f), story, clock, told) for f in by_sentence.get(index, ())]
        story.known.update(d.measure for d in drafts if d.measure and d.asserted)
        if index in implied:
            drafts += _implied(part, st, story, clock, told)
        if len(told) > 1:
            drafts += [
                replace(first.draft, figure=figure, implicit=True, who="people", notes={}, governor=None, role=None)
                for first, figure in wholes(st, told)
            ]
        drafts.sort(key=_position)
        out += drafts
    if part.quotations:
        for draft in out:
            draft.quoted = part.quotation_at(draft.figure.start) is not None
    return out


def _position(draft: Draft) -> tuple[int, int]:
    """In the order of the text, a whole before its parts."""
    return draft.figure.start, -draft.figure.end


def _lede(part: Part, syntax: Syntax, story: Story, clock: Clock) -> None:
    """The event of the opening sentences, its day and its place: what later sentences leave out."""
    for sentence in part.sentences[:_LEDE]:
        if not any("event" in look(word).tags for word in sentence.words):
            continue  # most need no reading
        st = syntax.of(sentence)
        found = [e for e in events.find(st) if not e.apart]  # "another disaster" is not the story's own
        if not found:
            continue
        story.event = story.event or found[0]
        if story.place is None:
            places = story.places.read(st)
            story.place = places[0][2] if places else story.places.last
        for when in clock.inside(sentence.start, sentence.end):
            if when.kind in {"day", "relative"} and clock.event_day is None and use_of(st, when) == "event":
                clock.event_day = when.first
        return


def _draft(part: Part, site: Site, story: Story, clock: Clock, told: list[Piece]) -> Draft:
    figure = site.figure
    draft = Draft(figure, part.name)
    place = site.st.place(figure)
    if place is not None:
        draft.governor, draft.role, draft.preposition = place.governor, place.role, place.preposition
    draft.year = clock.year(site)
    people.name_counted(site)
    if figure.kind == "money":
        found, carried = measures.cost(site), None
    elif figure.kind == "count":
        found, carried = _found(site, story)
        draft.subset = people.is_subset(site)
    else:
        found, carried = None, None
    if found is not None and found.measure == "hospitalized" and story.event and story.event.kind in _VIOLENT:
        found.measure, found.sense = "injured", "hospitalized"  # of a shooting, no patients
    draft.asserted = assertion.asserted(site, found)
    if found is not None and not draft.asserted:
        other = measures.standing(site)
        if other is not None and other.measure != found.measure:
            found, draft.asserted = other, True
    draft.additional = people.is_additional(site, found)
    if found is None:
        draft.subset = False
        return draft
    _fill(draft, site, found, story, clock)
    draft.who = carried or people.who(site, found)
    draft.status = assertion.status(site, found)
    draft.subset = draft.subset or (found.part and _is_part(site))
    draft.definite = people.is_definite(site)
    draft.revision = story.revision(site.st)
    story.last = draft
    if site.phrase is not None:
        told.append(Piece(site.phrase.start, site.phrase.end, site.phrase, found, draft))
    return draft


def _is_part(site: Site) -> bool:
    """Whether what is told of a whole makes this a part of it, and not another name of it: "a family of four"."""
    phrase = site.phrase
    if phrase is None or phrase.lead.apposed is not None:
        return False
    return not (phrase.prep == "of" and isinstance(phrase.governor, Phrase))


def _found(site: Site, story: Story) -> tuple[Found | None, str | None]:
    """What a count measures, and whom where that is carried over from the figure before."""
    found, last = measures.find(site) or _told_of_them(site, story), story.last
    if last is None or not last.measure or site.phrase is None or measures.no_count(site):
        return found, None
    here = last.figure.sentence is site.st.sentence
    if here and people.is_subset(site) and (found is None or found.rank >= SHARED):
        fatal = site.st.words.text[site.phrase.end : site.phrase.end + 1] == ["fatally"]
        carried = Found("killed" if fatal else last.measure, None if fatal else last.sense, None, "part")
        return (carried, None) if people.fits(site, carried) else (found, None)
    if found is not None or site.head:
        return found, None
    near = last.part == site.st.sentence.part.name and site.st.sentence.index - last.figure.sentence.index in (0, 1)
    if near and _counts_on(site):
        return Found(last.measure, last.sense, None, "toll"), last.who
    if here and site.figure.borrowed and last.figure.counted == site.figure.counted and _repeats(site):
        return Found(last.measure, last.sense, None, "toll"), None
    return None, None


def _told_of_them(site: Site, story: Story) -> Found | None:
    """ "The dead have all been identified. They were 17 men and 12 women.": what the subject before says of them."""
    phrase, sentence = site.phrase, site.st.sentence
    lead = phrase.lead if phrase is not None else None
    clause = lead.clause if lead is not None else None
    subject = clause.subject if clause is not None else None
    if lead is None or subject is None or lead.role != "predicate" or story.syntax is None or not sentence.index:
        return None
    before = sentence.part.sentences[sentence.index - 1]
    if site.st.words.text[subject.head] not in _THEY or before.paragraph != sentence.paragraph:
        return None
    st = story.syntax.of(before)
    told = next((c.subject for c in st.clauses if c.kind == "main" and c.subject is not None), None)
    if told is None or told.figures:
        return None
    found = next((f for f in measures.found_of(st, told) if f.fact is not None and f.fact.at == told.head), None)
    return None if found is None else Found(found.measure, found.sense, None, "toll")


def _counts_on(site: Site) -> bool:
    """Whether a bare figure counts what the one before it counted: "officials in the north gave a combined 968"."""
    phrase, st = site.phrase, site.st
    assert phrase is not None
    governor = phrase.governor
    if isinstance(governor, Verb) and phrase.role == "object":
        return "tells" in st.words.read[governor.at].tags
    clause = getattr(phrase, "clause", None)
    subject = getattr(clause, "subject", None)
    return isinstance(subject, Phrase) and subject is not phrase and "counter" in st.words.read[subject.head].tags


def _repeats(site: Site) -> bool:
    """ "four bodies on Sunday and five more on Monday": the noun and what is said of it borrowed from before."""
    assert site.phrase is not None
    tags, at, end = site.st.tags, site.phrase.start, site.phrase.end
    return bool(at) and tags[at - 1] in "k," and (end >= len(tags) or tags[end] in "p,k.;r)")


def _fill(draft: Draft, site: Site, found: Found, story: Story, clock: Clock) -> None:
    draft.measure, draft.sense = found.measure, found.sense
    draft.basis = MEASURES[found.measure].basis
    draft.place = story.places.of(site)
    bound = found.measure in events.BOUND
    event = None
    if bound:
        event = events.of(site, story.named(site.st))
        told = event or story.event
        if told is not None and (found.measure not in _SICK or told.kind == "outbreak"):
            draft.event, draft.event_kind = told.text, told.kind
        draft.event_place = story.place
    clock.tell(draft, site, event, bound)
    doer = agents.agent(site, found) if found.measure in agents.DONE else None
    if doer is not None:
        draft.agent = agents.written(site, doer)
        draft.one_sided = agents.one_sided(site, found, doer)


def _implied(part: Part, st: Structure, story: Story, clock: Clock, told: list[Piece]) -> list[Draft]:
    out = []
    for one in implicit.find(st):
        measure = one.found.measure
        figure = one.figure(st)
        site = Site(st, figure, one.phrase, one.start)
        draft = Draft(figure, part.name, implicit=True)
        draft.asserted = assertion.asserted(site, one.found)
        _fill(draft, site, one.found, story, clock)
        draft.who = one.head if people.is_person(one.head) else "people"
        piece = Piece(one.start, one.end, one.phrase, one.found, draft)
        if not one.new and measure in story.known and not joined(st, piece, told):
            continue
        if draft.asserted:
            story.known.add(measure)
        told.append(piece)
        out.append(draft)
    return out

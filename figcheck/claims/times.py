"""When: the period a figure covers, the moment it was counted, the day of its event, and whether that is long past."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from figcheck.claims.events import Event
from figcheck.claims.site import Site
from figcheck.drafts import Draft, When
from figcheck.models import Period
from figcheck.syntax import Clause, Phrase, Structure, Verb

__all__ = ["Clock"]

_AS_OF = frozenset({"by", "as_of", "until", "till"})
_FROM = frozenset({"since", "after", "from", "following"})
_COUNTED = frozenset({"survey", "census", "tally", "headcount", "count"})
_FAR = 400  # characters
_DEEP = 4  # phrases from a time to the noun that it describes: "a fire in a mill in the spring of 1931"
_OLD = timedelta(days=300)
_DAY = timedelta(days=1)
_LONG = frozenset({"month", "year", "span"})


class Clock:
    """The times of one part: its Whens by sentence, and the moment that the story is told from."""

    __slots__ = ("_starts", "event_day", "now", "whens")

    def __init__(self, whens: Sequence[When], now: date | datetime | None) -> None:
        self.whens = whens
        self._starts = [w.start for w in whens]
        self.now = now  # the dateline's day, else publication
        self.event_day: date | None = None  # of the event in the lede

    def inside(self, start: int, end: int) -> Sequence[When]:
        """The Whens that begin in a span."""
        return self.whens[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    @property
    def today(self) -> date | None:
        """The day that the story is told on."""
        return self.now.date() if isinstance(self.now, datetime) else self.now

    def tell(self, draft: Draft, site: Site, event: Event | None, bound: bool) -> None:
        """Fill period, as_of, event_date, basis and past of a measured claim."""
        draft.as_of = self.now
        days: list[When] = []
        for when in self._governing(site):
            use = use_of(site.st, when)
            if use == "as_of":
                day = min(when.last, self.today) if when.last is not None and self.today is not None else when.last
                draft.as_of = when.at or day or draft.as_of
            elif use == "since":
                draft.period = draft.period or Period(start=when.first)
            elif use == "period":
                draft.period = Period(start=when.first, end=when.last)
                draft.basis = "period" if draft.basis == "running" else draft.basis
            elif use == "event" and bound:
                days.append(when)
        if days:
            w = site.st.words
            anchor = w.start[event.head] if event is not None else site.figure.start
            draft.event_date = min(days, key=lambda t: (abs(t.start - anchor), t.start)).first
        if draft.basis == "period" and draft.period is None and draft.measure in {"killed", "injured"}:
            draft.basis = "running"
        if bound and draft.event_date is None and event is not None and not event.apart and draft.period is None:
            draft.event_date = self.event_day
        draft.past = self._past(draft, event)

    def year(self, site: Site) -> int | None:
        """The latest year written with what a figure tells, and not in a clause about something else."""
        st = site.st
        text = st.sentence.part.text
        years = [
            end.year for w in self.inside(st.sentence.start, st.sentence.end)
            if (end := w.last or w.first) is not None and str(end.year) in text[w.start : w.end]
            and _bears(st, site.phrase, st.word_at(w.start))
        ]  # fmt: skip
        return max(years, default=None)

    def _governing(self, site: Site) -> list[When]:
        """The Whens that bear on a figure: those of its sentence, less those nearer to another figure's clause."""
        st, start = site.st, site.figure.start
        sentence = st.sentence
        found = self.inside(max(sentence.start, start - _FAR), min(sentence.end, start + _FAR))
        found = [w for w in found if not _elsewhere(site, w)]
        figures = sorted(st.words.figure)
        if len(found) < 2 or len(figures) < 2:
            return found
        after = next((st.words.start[k] for k in figures if k > site.index), sentence.end)
        own = [w for w in found if start < w.start < after]
        first = st.words.start[figures[0]]
        own = own or [w for w in found if first < w.start < start][-1:]
        return own + [w for w in found if w.start < first]

    def _past(self, draft: Draft, event: Event | None) -> bool:
        last, day = draft.event_date or (draft.period.end if draft.period else None), self.event_day
        runs = draft.period is not None and draft.period.end is None
        earlier = last is not None and day is not None and day - last > _DAY
        if self.today is not None and last is not None and self.today - last > _OLD and not runs:
            return day is None or earlier
        if draft.event_date is not None and earlier:
            return True
        return event is not None and event.apart and draft.event_date is not None and draft.event_date != day


def _phrase(st: Structure, at: int) -> Phrase | None:
    return next((p for p in st.phrases if p.start <= at < p.end), None)


def _clauses(st: Structure, clause: object) -> list[Clause]:
    return list(st.within(clause)) if isinstance(clause, Clause) else []


def _bears(st: Structure, phrase: Phrase | None, at: int) -> bool:
    """Whether the time at a word stands in the clause of a phrase, in one that describes it, or beside what it does.

    "the 12 who died in the flood of 1962", "a fire in 1931, which killed 12"; not "a pill out of patent since 1996".
    """
    timed = st.item_at(at)
    clause = timed.clause if isinstance(timed, (Phrase, Verb)) else None
    if phrase is None or clause is None or phrase.clause is None:
        return True
    own = phrase.clause
    if clause is own or clause.host is phrase:
        return True
    while own.kind in ("participle", "adverbial", "infinitive") and own.parent is not None:
        own = own.parent
        if clause is own:
            return True
    host = own.host if own.kind == "relative" else None
    near: object = timed
    for _ in range(_DEEP):
        if near is host or not isinstance(near, Phrase):
            break
        near = near.governor
    return host is not None and near is host


def _elsewhere(site: Site, when: When) -> bool:
    """Whether a time belongs to another clause: "the largest crowd since 2011", "it was cut to 9 in 2010"."""
    st = site.st
    at = st.word_at(when.start)
    if any(st.tags[k] == ";" for k in range(min(at, site.index), max(at, site.index))):
        return True
    timed = _phrase(st, at)
    ahead = timed.clause.verb if timed is not None and timed.clause is not None else None
    if ahead is not None and ahead.modal in ("will", "would") and at > site.index:
        return True  # "the 12 who voted would stop work at midnight"
    if _reported(st, at, when):
        return False
    phrase = _phrase(st, at)
    if phrase is None or site.phrase is None:
        return False
    own, other = _clauses(st, site.phrase.clause), _clauses(st, phrase.clause)
    if not own or not other or own[0] is other[0]:
        return _superlative(st, at)
    if other[0] in own:  # the time stands in a clause over that of the figure
        between = own[: own.index(other[0])]
        return any(c.kind == "adverbial" for c in between) and any(
            c.verb is not None and "report" in st.words.read[c.verb.at].tags for c in between
        )
    inner = other[: other.index(own[0])] if own[0] in other else other[:1]
    late = at > site.index
    beside = [c for c in inner if c.kind in ("relative", "adverbial") and c.opener not in ("since", "when", "as")]
    return any(late or (c.opener == "where" and c.start > site.index) for c in beside)


def use_of(st: Structure, when: When) -> str:
    """What a time is to the figures of its sentence: as_of, since, period or event."""
    w, tags = st.words, st.tags
    at = st.word_at(when.start)
    end = st.word_at(when.end - 1) + 1
    before = w.text[at - 1] if at else ""
    if _superlative(st, at):
        return "none"
    whole = when.first is None or when.first == when.last or when.kind == "day"
    owns = end < len(tags) and tags[end] == "'"
    if owns and whole:
        return "event"
    if w.text[end : end + 1] == ["when"] or w.text[end : end + 2] == [",", "when"]:
        return "period" if when.kind in {"year", "month"} and before != "since" else "event"
    if when.kind in {"month", "year", "day"} and any(w.text[k] in _COUNTED for k in range(max(0, at - 8), at)):
        return "as_of"
    if (before in _FROM and when.kind != "span") or w.text[at].startswith("since"):
        return "since"
    timed = _phrase(st, at)
    if timed is not None and timed.clause is not None and timed.clause.opener == "since":
        return "since"  # "since the outbreak began in October"
    if when.kind == "time" or (before in _AS_OF and not owns):
        return "as_of"
    if _reported(st, at, when):
        return "as_of"
    if when.kind in _LONG:
        return "period"
    spans = when.first is not None and when.last is not None and when.last > when.first
    return "period" if when.kind == "relative" and spans else "event"


def _superlative(st: Structure, at: int) -> bool:
    """Whether a time only says how long a record stood: "the largest since the stand was cut in 2011"."""
    w = st.words
    low = max(0, at - 14)
    since = next((k for k in range(at, low - 1, -1) if w.text[k].startswith("since")), None)
    if since is None:
        return False
    return any(
        (w.text[k].endswith("est") and len(w.text[k]) > 5)
        or "record" in w.read[k].tags
        or w.text[k] in ("first", "most")
        for k in range(low, since)
        if k and st.tags[k - 1] == "d"
    )


def _reported(st: Structure, at: int, when: When) -> bool:
    """Whether the time at a word is that of the report: "said on Sunday", "said in a report on Monday"."""
    phrase = _phrase(st, at)
    if phrase is None:
        return False
    clause = phrase.clause
    if not isinstance(clause, Clause) or clause.verb is None or at < clause.verb.end or phrase.role == "subject":
        return False
    verb = clause.verb
    if (
        "report" not in st.words.read[verb.at].tags
        or verb.passive
        or any(verb.end <= o.start < at for o in clause.objects)
    ):
        return False
    return not (when.kind in _LONG and at == verb.end) and not any(
        c.start < at for c in st.clauses if c.host is verb and c.start > verb.end
    )

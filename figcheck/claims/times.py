"""When: the period a figure covers, the moment it was counted, the day of its event, and whether that is long past."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, datetime, timedelta
from itertools import pairwise

from figcheck.claims import lexicon as lx
from figcheck.claims.events import Event
from figcheck.claims.view import Spot, View
from figcheck.drafts import Draft, When
from figcheck.models import Period

__all__ = ["Clock"]

_AS_OF = frozenset({"by", "of", "until", "till"})
_FROM = frozenset({"since", "after", "from", "following"})
_RECORD = lx.words("record")
_COUNTED = frozenset({"survey", "census", "tally", "headcount", "count"})
_FAR = 400  # characters
_OLD = timedelta(days=300)
_DAY = timedelta(days=1)


class Clock:
    """The times of one part: its Whens by sentence, and the moment that the story is told from."""

    __slots__ = ("_starts", "event_day", "now", "whens")

    def __init__(self, whens: list[When], now: date | datetime | None) -> None:
        self.whens = whens
        self._starts = [w.start for w in whens]
        self.now = now  # the dateline's day, else publication
        self.event_day: date | None = None  # of the event in the lede

    def inside(self, start: int, end: int) -> list[When]:
        """The Whens that begin in a span."""
        return self.whens[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _no_later(self, day: date | None) -> date | None:
        """A day, or that of the story where the day lies after it."""
        today = self.now.date() if isinstance(self.now, datetime) else self.now
        return min(day, today) if day is not None and today is not None else day

    def tells_event(self, view: View, when: When) -> bool:
        """Whether a time is that of what happened, and not of the report of it."""
        return _use(view, when) == "event"

    def tell(self, draft: Draft, view: View, spot: Spot, event: Event | None, bound: bool) -> None:
        """Fill period, as_of, event_date, basis and past of a measured claim."""
        sentence = view.sentence
        draft.as_of = self.now
        days: list[When] = []
        for when in self._governing(view, spot):
            use = _use(view, when)
            if use == "as_of":
                draft.as_of = when.at or self._no_later(when.last) or draft.as_of
            elif use == "since":
                if draft.period is None:
                    draft.period = Period(start=when.first)
            elif use == "period":
                draft.period = Period(start=when.first, end=when.last)
                if draft.basis == "running":
                    draft.basis = "period"
            elif bound and use == "event":
                days.append(when)
        if days and draft.event_date is None:
            anchor = sentence.starts[event.head] if event is not None else spot.figure.start
            draft.event_date = min(days, key=lambda w: (abs(w.start - anchor), w.start)).first
        if draft.basis == "period" and draft.period is None and draft.measure in {"killed", "injured"}:
            draft.basis = "running"
        if bound and draft.event_date is None and event is not None and not event.apart and draft.period is None:
            draft.event_date = self.event_day
        draft.past = self._past(draft, event)

    def _governing(self, view: View, spot: Spot) -> list[When]:
        """The Whens that bear on a figure: those of its sentence, less those nearer to another figure's clause."""
        sentence = view.sentence
        start = spot.figure.start
        found = self.inside(max(sentence.start, start - _FAR), min(sentence.end, start + _FAR))
        found = [w for w in found if not _elsewhere(view, spot, w)]
        if len(found) < 2 or len(view.spots) < 2:
            return found
        following = view.following(start)
        nearest_after = following.figure.start if following else sentence.end
        own = [w for w in found if start < w.start < nearest_after]
        first = view.spots[0].figure.start
        own = own or [w for w in found if first < w.start < start][-1:]
        return own + [w for w in found if w.start < first]

    def _past(self, draft: Draft, event: Event | None) -> bool:
        now = self.now.date() if isinstance(self.now, datetime) else self.now
        last = draft.event_date or (draft.period.end if draft.period else None)
        if now is not None and last is not None and now - last > _OLD and not _ongoing(draft):
            return self.event_day is None or self.event_day - last > _DAY
        if self.event_day is not None and draft.event_date is not None and self.event_day - draft.event_date > _DAY:
            return True
        return event is not None and event.apart and draft.event_date is not None and draft.event_date != self.event_day


def _ongoing(draft: Draft) -> bool:
    return draft.period is not None and draft.period.end is None


_SUPERLATIVE = lx.words("superlative")


def _elsewhere(view: View, spot: Spot, when: When) -> bool:
    """Whether a time belongs to another clause: "the largest crowd since 2011", "it was cut to 9 in 2010"."""
    words, codes = view.words, view.codes
    j = view.sentence.at(when.start)
    if ";" in words[min(j, spot.end) : max(j, spot.start)]:
        return True
    if _reported(view, j, when):
        return False
    if words[j - 1 : j] == ["since"] or words[j : j + 1] == ["since"]:
        near = words[max(0, j - 9) : j]
        if any(w in _SUPERLATIVE or (w.endswith("est") and len(w) > 4) for w in near):
            return True
    if j >= spot.end:
        return any(codes[k] & (lx.SUBORDINATE | lx.RELATIVE) and k != j - 1 for k in range(spot.end, j))
    k = view.sentence.at(when.end)
    if k < len(words) and words[k] == ",":
        k += 1
    if k < len(words) and words[k] in {"when", "where"}:
        return False
    under = next((k for k in range(k, spot.start) if codes[k] & lx.SUBORDINATE and not codes[k] & lx.RELATIVE), None)
    if under is not None and any(codes[k] & lx.REPORT for k in range(under + 1, spot.start)):
        return True  # "they met on Wednesday after the institute said that 12 had died"
    return any(codes[k] & lx.RELATIVE or words[k] == "where" for k in range(j, spot.start))


def _use(view: View, when: When) -> str:
    """What a time is to the figures of its sentence: as_of, since, period or event."""
    words, codes = view.words, view.codes
    j = view.sentence.at(when.start)
    before = words[j - 1] if j else ""
    if _superlative(words, j):
        return "none"
    end = view.sentence.at(when.end)
    if words[end : end + 1] == ["'s"] and (when.first == when.last or when.kind == "day"):
        return "event"
    if words[end : end + 2] in ([",", "when"], ["when"]):
        return "period" if when.kind in {"year", "month"} and words[j] != "since" else "event"
    if not _COUNTED.isdisjoint(words[max(0, j - 8) : j]) and when.kind in {"month", "year", "day"}:
        return "as_of"
    if (before in _FROM and when.kind != "span") or words[j : j + 1] == ["since"]:
        return "since"
    after = view.sentence.at(when.end)
    if when.kind == "time" or (
        before in _AS_OF
        and (before != "of" or (j > 1 and words[j - 2] == "as"))
        and words[after : after + 1] not in (["'s"], ["'"])  # "killed by Tuesday's earthquake"
    ):
        return "as_of"
    if _reported(view, j, when):
        return "as_of"
    if when.kind in {"span", "year", "month"}:
        return "period"
    if when.kind == "relative" and when.first is not None and when.last is not None and when.last > when.first:
        return "period"
    _ = codes
    return "event"


def _superlative(words: list[str], j: int) -> bool:
    """Whether the time at token j only says how long a record stood: "the largest since the stand was cut in 2011"."""
    clause = words[max(0, j - 14) : j + 1]
    if "since" not in clause:
        return False
    before = clause[: len(clause) - 1 - clause[::-1].index("since")]
    return any(
        (w in _RECORD or (w.endswith("est") and len(w) > 5)) and v in {"the", "its", "their", "a", "his", "her"}
        for v, w in pairwise(before)
    )


def _reported(view: View, j: int, when: When) -> bool:
    """Whether the time at token j is that of the report: "said on Sunday", "said in a report on Monday"."""
    codes = view.codes
    long = when.kind in {"month", "year", "span"}  # "said the heat of July killed 12": a subject has its month
    for k in range(j - 1, max(-1, j - 8), -1):
        code = codes[k]
        if code & lx.REPORT:
            if long and k + 1 < j and not codes[k + 1] & (lx.PREPOSITION | lx.ADVERB):
                return False
            return not (code & lx.COPULA and k and codes[k - 1] & lx.BE)
        if code & (lx.COMMA | lx.STOP | lx.SUBORDINATE | lx.RELATIVE) or k in view.by_start:
            return False
    return False

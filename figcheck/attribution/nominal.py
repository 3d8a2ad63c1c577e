"""Events whose cue is a noun: "the ministry's count of 40 dead", "in a poll by X"."""

from __future__ import annotations

from figcheck.attribution.event import Event, Span
from figcheck.attribution.frame import BREAK, QUOTE, Frame
from figcheck.attribution.lexicon import small
from figcheck.attribution.scope import content_end
from figcheck.attribution.sources import after, before
from figcheck.attribution.verbs import subject_of

__all__ = ["nominal"]

_SOME = frozenset(["one", "some", "most", "many", "several"])
_OWNER = small("owner")


def nominal(f: Frame, i: int) -> Event | None:
    """The event of the noun at word i; None where it has no owner here."""
    words = f.words
    k = i - 1
    while 0 < k > i - 5 and not _bounds(f, k):
        k -= 1
    if k < 0:
        return None
    planned = _planned(f, i, k) if words[i] in small("plan") else None
    if planned is not None:
        return planned
    if words[i] in f.lex.told and words[i + 1 : i + 2] and words[i + 1] in small("told_of"):
        event = _told(f, i, k)
        if event is not None:
            return event
    return _asked(f, i, k) if words[i] in f.lex.asked else None


def _bounds(f: Frame, k: int) -> bool:
    """Whether word k stands before the adjectives of the noun."""
    w = f.words[k]
    if w in BREAK or w == "'s" or w in _OWNER or w in f.lex.determiner or w in f.lex.preposition:
        return True
    return not w.endswith("ed") and f.finite(k)


def _told(f: Frame, i: int, k: int) -> Event | None:
    """ "X's claim that N": what follows up to a break, or after "of" up to a verb."""
    words, n = f.words, f.n
    if words[k] in _OWNER:
        source = _reviser(f, k) or (k, k + 1)
    elif words[k] in ("'s", "'"):
        found = before(f, k - 1)
        if found is None or found[0] >= k:
            return None
        source = max([found[0], *(m + 1 for m in range(found[0], k) if words[m] in f.lex.preposition)]), k
        if source[0] >= k:
            return None
    else:
        reviser = _reviser(f, k) if words[k] == "the" else None
        if reviser is None:
            return None
        source = reviser
    end = i + 2
    clause = words[i + 1] == "that"
    while end < n and (words[end] not in BREAK or words[end] in QUOTE):
        if not clause and end > i + 3 and f.finite(end):
            break
        end += 1
    return Event("report", (i, i + 1), source, [(i + 1, end)], frame="noun", nominal=True)


def _planned(f: Frame, i: int, k: int) -> Event | None:
    """ "Under X's plan, N would", "X's plan would"."""
    words = f.words
    found = before(f, k - 1) if words[k] == "'s" else None
    if found is None:
        return None
    a = max([found[0], *(m + 1 for m in range(found[0], k) if words[m] in f.lex.preposition)])
    if a >= k:
        return None
    under = a > 0 and words[a - 1] == "under"
    if not under and words[i + 1 : i + 2] not in (["would"], ["will"]):
        return None
    return Event("will", (i, i + 1), (a, k), [(i + 1, content_end(f, i + 1))], frame="noun", nominal=True)


def _reviser(f: Frame, k: int) -> Span | None:
    """Who raised, cut or revised it: "the fund raised its forecast", with the owner's pronoun at k."""
    revising = small("revising")
    for m in range(k - 1, max(0, k - 3), -1):
        if f.words[m] in revising:
            return subject_of(f, m)
    return None


def _asked(f: Frame, i: int, k: int) -> Event | None:
    """ "in a poll by X", "by the ministry's count"; not "in polls", which name nobody."""
    words, lex, n = f.words, f.lex, f.n
    if words[k] == "'s":
        found = before(f, k - 1)
        if found is None:
            return None
        k = found[0]
    a = k + 1
    if k > 0 and (words[k] in lex.determiner or words[k] in _OWNER or f.capital(k)) and words[k - 1] in lex.preposition:
        a, k = k, k - 1
    tie = words[k]
    if tie not in ("in", "per", "by") or a > i or (tie == "by" and not _reckoned(f, a, i)):
        return None
    owned = tie != "in" or any(f.capital(m) for m in range(a, i))
    b = i + 1
    if b < n and words[b] in ("by", "from", "of", "for"):
        more = after(f, b + 1)
        if more is not None:
            owned = owned or words[b] in ("by", "from")
            b = more[1]
    if not owned:
        return None
    end = b
    while end < n and not (words[end] == "," and end + 1 < n and words[end + 1] in small("sets_apart")):
        end += 1
    return Event("report", (k, k + 1), (a, b), [(0, k), (b, end)], frame="noun")


def _reckoned(f: Frame, a: int, i: int) -> bool:
    """Whether a..i is somebody's count: "the union's count", "one estimate"; not "an average of 20 points"."""
    return "'s" in f.words[a:i] or (f.words[a] in _SOME and f.words[i].startswith(("estimate", "count", "reckon")))

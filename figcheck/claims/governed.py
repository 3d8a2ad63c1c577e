"""The verb or noun before a figure that it is the object of: "killed 12", "the murder of 12", "a man and 12 women"."""

from __future__ import annotations

from figcheck.claims import lexicon as lx
from figcheck.claims.clause import DAYS, NOMINATIVE, REACH
from figcheck.claims.found import Found, passive, told
from figcheck.claims.view import Spot, View

__all__ = ["SKIP_LEFT", "object_of", "shared"]

SKIP_LEFT = lx.ADVERB | lx.DETERMINER
_LEFT_STOPS = lx.BE | lx.HAVE | lx.MODAL | lx.REPORT | lx.SUBORDINATE | lx.RELATIVE | lx.DO
_TOTALS = lx.words("totals")
_BODIES_OF = lx.words("bodies_of")


def object_of(view: View, spot: Spot) -> Found | None:
    """The verb or noun that the figure is the object of: "killed 12", "the murder of 12"."""
    codes, words = view.codes, view.words
    j = spot.start - 1
    if j > 1 and words[j] == "of" and words[j - 1] in _TOTALS:
        j -= 2
    while j >= 0 and (codes[j] & SKIP_LEFT or words[j] in {"over", "under", "between"}) and j + 1 not in view.by_end:
        j -= 1
    if j < 0:
        return None
    if words[j] == "of":
        while j > 0 and codes[j - 1] & SKIP_LEFT and j not in view.by_end:
            j -= 1
        hit = view.by_end.get(j)
        if hit is not None and hit.role & lx.OF:
            found = told(view, hit, "left")
            found.of = True
            return found
        if hit is not None and hit.role & lx.TOLL:
            return told(view, hit, "toll")
        if j and words[j - 1] in _BODIES_OF:
            return _whole_of(view, j - 2)
        return None
    if words[j] == "by" and j and view.by_end.get(j) is not None and view.by_end[j].trigger.measure == "attended":
        return told(view, view.by_end[j], "left")
    if words[j] == "to" and j and view.by_end.get(j) is not None and view.by_end[j].role & lx.NOUN:
        return told(view, view.by_end[j], "left")  # "injury to 12"
    hit = view.by_end.get(j + 1)
    if hit is not None and hit.role & lx.ACTIVE and not passive(view, hit):
        return told(view, hit, "left")
    if hit is not None and hit.trigger.measure == "killed" and hit.role & lx.STATE and hit.start:
        verb = view.by_end.get(hit.start)  # "shot dead two men", "beat to death two men"
        if (verb is not None and verb.role & lx.ACTIVE and not passive(view, verb)) or codes[hit.start - 1] == 0:
            return Found("killed", None, hit.start, hit.end, "left")
    return None


def _whole_of(view: View, j: int) -> Found | None:
    """ "displaced almost the entire population of 12,000": the verb before the noun that the figure measures."""
    codes = view.codes
    for k in range(j, max(-1, j - 5), -1):
        hit = view.by_end.get(k + 1)
        if hit is not None and hit.role & lx.ACTIVE and not passive(view, hit):
            return told(view, hit, "left")
        if codes[k] & ~(lx.DETERMINER | lx.ADVERB):
            return None
    return None


def shared(view: View, spot: Spot) -> Found | None:
    """Coordination: "killed a man and 12 women" shares the verb."""
    codes, words = view.codes, view.words
    j = spot.start - 1
    while j >= 0 and codes[j] & SKIP_LEFT and not codes[j] & lx.TRIGGER:
        j -= 1
    if j < 1 or not codes[j] & (lx.AND | lx.COMMA):
        return None
    if spot.end < len(words) and codes[spot.end] == 0 and words[spot.end][0].isalpha() and words[spot.end] not in DAYS:
        return None
    low = max(0, j - REACH)
    j -= 1
    while j >= low:
        hit = view.by_end.get(j + 1)
        if hit is not None:
            if hit.role & lx.ACTIVE:
                return None if passive(view, hit) else told(view, hit, "shared")
            if hit.role & lx.OF and words[hit.end : hit.end + 1] == ["of"]:
                return told(view, hit, "shared")
            if hit.role & lx.FATE:
                return None
            j = hit.start - 1
            continue
        code = codes[j]
        if code & _LEFT_STOPS or (code & lx.STOP and words[j] not in {'"', ")", "("}) or words[j] in NOMINATIVE:
            return None
        j -= 1
    return None

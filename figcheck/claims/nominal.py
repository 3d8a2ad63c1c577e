"""What the noun counted tells by itself, and nouns whose level a figure is: "12 deaths", "the toll stood at 12"."""

from __future__ import annotations

from figcheck.claims import lexicon as lx
from figcheck.claims.clause import REACH
from figcheck.claims.found import Found, told
from figcheck.claims.governed import SKIP_LEFT
from figcheck.claims.view import Hit, Spot, View

__all__ = ["cost", "counts_on", "event_noun", "housed", "hurt", "inside", "toll"]

_LIFE_TAKERS = lx.words("life_takers")
COUNTERS = lx.words("counters")
_SHELTERS = lx.words("shelters")
_REFUGES = lx.words("refuges")
_SUITS = lx.words("suits")
_WOUNDS = frozenset({"wound", "wounds", "injury", "injuries", "burns", "fractures"})
_LOSSES = frozenset({"loss", "losses"})
_DAMAGE = frozenset({"damage"})
_PRICE = 100_000  # what costs less is a price, and needs no measure
_ESTIMATED = lx.words("estimated")
_TELLERS = lx.words("tellers")


def event_noun(view: View, spot: Spot) -> Found | None:
    """ "12 deaths": the noun counted is the event itself."""
    following = view.codes[spot.end + 1] if spot.end + 1 < len(view.words) else lx.STOP
    if following & (lx.COMMA | lx.STOP | lx.AND) and view.words[spot.end : spot.end + 1] in (["fatally"], ["mortally"]):
        return Found("killed", None, spot.end, spot.end + 1, "adjacent")
    if spot.figure.borrowed and spot.figure.counted:
        for trigger in lx.TRIGGERS.get(spot.figure.counted.rsplit(" ", 1)[-1].lower(), ()):
            if trigger.role & lx.NOUN and len(trigger.words) == 1:
                return Found(trigger.measure, trigger.sense, spot.start, spot.end, "noun")
    if spot.head < 0:
        return None
    lives = _lives(view, spot)
    if lives is not None:
        return lives
    hit = view.by_start.get(spot.number_end)
    if (
        hit is not None
        and hit.role & lx.NOUN
        and (view.words[hit.start][-1] == "s" or spot.figure.quantity.stated == 1)
    ):
        return told(view, hit, "noun")
    hit = view.by_end.get(spot.head + 1)
    if hit is None or hit.start < spot.number_end:
        return None
    if hit.role & lx.NOUN:
        return told(view, hit, "noun")
    if hit.role & (lx.STATE | lx.PASSIVE):  # "12 dead", "12 wounded"
        return told(view, hit, "adjacent")
    return None


def _lives(view: View, spot: Spot) -> Found | None:
    if "lives" not in view.words[spot.head : spot.head + 3] and view.words[spot.head] != "life":
        return None  # "seven lives", "seven civilians' lives"
    j = spot.start - 1
    while j > 0 and (view.codes[j] & SKIP_LEFT or view.words[j] in {"total", "of"}):
        j -= 1
    before = view.words[j] if j >= 0 else ""
    after = view.words[spot.end : spot.end + 4]
    if before in _LIFE_TAKERS or before == "loss" or "lost" in after or "claimed" in after:
        return Found("killed", None, spot.head, spot.head + 1, "noun")
    return None


def inside(view: View, spot: Spot) -> Found | None:
    """ "12 wounded soldiers", "50 remaining hostages"."""
    best = None
    for i in range(spot.number_end, spot.end):
        hit = view.by_start.get(i)
        if hit is None:
            continue
        if hit.role & (lx.STATE | lx.PASSIVE) and not hit.role & lx.INFINITIVE:
            return told(view, hit, "premodifier")
        if hit.role & lx.ROLE and hit.end == spot.end:
            best = told(view, hit, "role")
    return best


def hurt(view: View, spot: Spot) -> Found | None:
    """ "four women with gunshot wounds"."""
    words = view.words
    if words[spot.end : spot.end + 1] != ["with"] or spot.head < 0:
        return None
    near = words[spot.end + 1 : spot.end + 6]
    for k, word in enumerate(near):
        if word in _WOUNDS:
            return Found("injured", None, spot.end, spot.end + k + 2, "right", weak=True)
        if view.codes[spot.end + 1 + k] & (lx.STOP | lx.BE | lx.COMMA | lx.PREPOSITION):
            break
    return None


def housed(view: View, spot: Spot) -> Found | None:
    """ "800 people were forced into temporary shelters", "12,000 are living in evacuation centers"."""
    words, codes = view.words, view.codes
    limit = min(len(words), spot.end + 14)
    for j in range(spot.end, limit):
        if words[j] in _SHELTERS and (words[j - 1] in _REFUGES or "stay" in words[spot.end : j]):
            for k in range(max(spot.end, j - 5), j):
                if words[k] in {"in", "into", "at", "to"}:
                    return Found("displaced", "sheltered", k, j + 1, "right")
        if codes[j] & lx.STOP or (
            j in view.at_start and view.at_start[j].figure.kind == "count" and not codes[j - 1] & lx.PREPOSITION
        ):
            return None
    return None


def toll(view: View, spot: Spot) -> Found | None:
    """ "The death toll rose to 12", "the number of wounded stands at 12"."""
    codes, words = view.codes, view.words
    own = spot.head >= 0 and words[spot.head] not in {"people", "dead", "persons", "deaths", "others"}
    if own or spot.start == 0:
        return None
    if not codes[spot.start - 1] & (lx.LEVEL | lx.ADVERB | lx.STOP) and spot.start not in view.by_end:
        return None
    low = max(0, spot.start - REACH)
    within: Hit | None = None
    for j in range(spot.start - 1, low - 1, -1):
        hit = view.by_start.get(j)
        if hit is not None and hit.role & lx.TOLL and hit.trigger.measure != "cost":
            return told(view, hit, "toll")
        if hit is not None and hit.role & (lx.PASSIVE | lx.STATE | lx.NOUN | lx.ROLE):
            within = hit
        if words[j] in COUNTERS and j + 1 < len(words):
            if within is not None:
                return told(view, within, "toll")
            if words[j] in {"toll", "tolls"}:
                return Found("killed", None, j, j + 1, "toll")
            return None
        if codes[j] & (lx.SUBORDINATE | lx.RELATIVE) and not codes[j] & lx.PREPOSITION:
            return None
        if words[j] in {";", ":", "."}:
            return None
    if within is not None and within.role & (lx.NOUN | lx.ROLE) and codes[spot.start - 1] & lx.LEVEL:
        return None
    return None


def cost(view: View, spot: Spot) -> Found | None:
    """What an amount of money pays for or undoes: "$640 million in damage", "damage was put at $640 million"."""
    words, codes = view.words, view.codes
    if not _SUITS.isdisjoint(view.near(spot.start)):
        return None
    for j in range(spot.end, min(len(words), spot.end + 6)):
        if words[j] in _LOSSES and words[j - 1] in {"insured", "economic", "property", "crop", "agricultural"}:
            return Found("cost", "damage", j, j + 1, "left")
        if words[j] in _DAMAGE | {"damages"} and words[j - 1] in {
            "in",
            "of",
            "property",
            "insured",
            "crop",
            "economic",
            "total",
        }:
            return Found("cost", "damage", j, j + 1, "left")
        if codes[j] & (lx.STOP | lx.COMMA | lx.AND | lx.BE):
            break
    j = spot.start - 1
    while j >= 0 and codes[j] & SKIP_LEFT:
        j -= 1
    large = (spot.figure.quantity.low or 0) >= _PRICE
    if large and j >= 0 and words[j] in {"cost", "costs", "costing"}:
        return Found("cost", None, j, j + 1, "left")
    if j >= 0 and words[j] in _ESTIMATED:
        for k in range(j, max(-1, j - 14), -1):
            if words[k] in _DAMAGE:
                return Found("cost", "damage", k, k + 1, "toll")
            if large and words[k] in {"cost", "costs"} and codes[k + 1]:
                return Found("cost", None, k, k + 1, "toll")
            if codes[k] & (lx.STOP | lx.SUBORDINATE | lx.RELATIVE | lx.AND) and not codes[k] & lx.PREPOSITION:
                break
    return None


def counts_on(view: View, spot: Spot) -> bool:
    """Whether a bare figure counts what the one before it counted: "officials in the north gave a combined 968"."""
    words, codes = view.words, view.codes
    if (spot.head >= 0 and not spot.figure.borrowed) or spot.start == 0:
        return False
    if spot.end < len(words) and not codes[spot.end] & (lx.STOP | lx.COMMA | lx.PREPOSITION | lx.AND | lx.PRONOUN):
        return False
    j = spot.start - 1
    if words[j] in _TELLERS:
        return True
    if words[j] in {"of", "at", "was", "is", "to"} and not COUNTERS.isdisjoint(words[max(0, j - 9) : j]):
        return not any(c & (lx.SUBORDINATE | lx.RELATIVE) for c in codes[max(0, j - 3) : j])
    return False

"""What a figure measures: the trigger that governs it, by where the figure stands in the clause."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from figcheck.claims import lexicon as lx
from figcheck.claims.view import Hit, Spot, View

__all__ = ["Found", "find", "told"]

_PERSONS = lx.population("person")
_REACH = 34  # tokens to either side within which a trigger may govern a figure
_SKIP_LEFT = lx.ADVERB | lx.DETERMINER
_LEFT_STOPS = lx.BE | lx.HAVE | lx.MODAL | lx.REPORT | lx.SUBORDINATE | lx.RELATIVE | lx.DO
_NOMINATIVE = lx.words("nominative")
_APPOSED = lx.words("apposed")
_CAUSES = lx.words("causes")
_OBJECTS = lx.DETERMINER | lx.PRONOUN
_LIFE_TAKERS = lx.words("life_takers")
_COUNTERS = lx.words("counters")


class Found:
    """A measure and the words that tell it (tokens start..end)."""

    __slots__ = ("end", "how", "joined", "measure", "of", "sense", "start", "weak")

    def __init__(self, measure: str, sense: str | None, start: int, end: int, how: str, weak: bool = False) -> None:
        self.measure = measure
        self.sense = sense
        self.start = start
        self.end = end
        self.joined = False  # told of it together with another figure
        self.of = False  # a noun with "of": the murder of 12 is taken for granted, whatever is said of it
        self.weak = weak  # its word needs a person word beside it
        self.how = how  # noun, right, left, premodifier, role, shared, toll


def find(view: View, spot: Spot, fits: Callable[[View, Spot, Found], bool]) -> Found | None:
    """The measure of a count, or None: the first reading, from the surest on, that fits whom it counts."""
    if _no_count(view, spot):
        return None
    for found in _readings(view, spot):
        if found is not None and fits(view, spot, found):
            return found
    return None


def _readings(view: View, spot: Spot) -> Iterator[Found | None]:
    if not view.hits:
        yield _housed(view, spot)
        return
    yield _event_noun(view, spot)
    if _is_whole(view, spot):  # "20 of the 50 hostages are alive" tells of the 20
        state = _right(view, spot)
        if state is not None and state.how == "adjacent":
            yield state
        yield _inside(view, spot)
        return
    right = _right(view, spot)
    if right and right.how == "adjacent" and right.measure != "aboard":
        yield right
    inside = _inside(view, spot)
    if right and right.how == "joined":  # what two share gives way to what one says of itself
        if inside and inside.how == "premodifier":
            yield inside
        right.how = "right"
        right.joined = True
    yield _left(view, spot)
    yield right
    yield inside
    yield _toll(view, spot)
    yield _shared(view, spot)
    yield _housed(view, spot)


def standing(view: View, spot: Spot) -> Found | None:
    """What those counted are, whatever may yet befall them: "they threatened to kill 12 hostages"."""
    return _inside(view, spot)


def _is_whole(view: View, spot: Spot) -> bool:
    """Whether a figure is the whole of "20 of the remaining 50"."""
    j = spot.start - 1
    while j > 0 and spot.start - j < 4 and view.words[j] != "of":
        j -= 1
    if j < 0 or view.words[j] != "of":
        return False
    if j == 0 or view.codes[j - 1] & lx.STOP:
        return len(view.spots) > 1 and view.spots[-1] is not spot
    return any(s.number_end == j for s in view.spots)


_GROUPS = lx.words("groups")
_PARENTS = lx.words("parents")


def _no_count(view: View, spot: Spot) -> bool:
    """ "the victim, 16, died" and "a father of 3": an age and a family, no count of those who died."""
    if spot.head >= 0 or not spot.start:
        return False
    words, codes = view.words, view.codes
    before = spot.start - 1
    if words[before] == "of":
        named = words[before - 1] if before else ""
        return named in _PARENTS or (named in _PERSONS and named not in _GROUPS and not named.endswith("s"))
    stated = spot.figure.quantity.stated
    if not codes[before] & lx.COMMA or before == 0 or stated is None or stated > 110 or spot.end >= len(words):
        return False
    if not codes[spot.end] & (lx.COMMA | lx.STOP):
        return False
    return codes[before - 1] == 0 or words[before - 1] in _PERSONS


def _event_noun(view: View, spot: Spot) -> Found | None:
    """ "12 deaths": the noun counted is the event itself."""
    if spot.end < len(view.words) and view.words[spot.end] in {"fatally", "mortally"}:
        if spot.end + 1 >= len(view.words) or view.codes[spot.end + 1] & (lx.COMMA | lx.STOP | lx.AND):
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
    if view.words[spot.head] not in {"lives", "life"}:
        return None
    j = spot.start - 1
    while j > 0 and (view.codes[j] & _SKIP_LEFT or view.words[j] in {"total", "of"}):
        j -= 1
    before = view.words[j] if j >= 0 else ""
    after = view.words[spot.end : spot.end + 4]
    if before in _LIFE_TAKERS or before == "loss" or "lost" in after or "claimed" in after:
        return Found("killed", None, spot.head, spot.head + 1, "noun")
    return None


def _inside(view: View, spot: Spot) -> Found | None:
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


def _right(view: View, spot: Spot) -> Found | None:
    """The predicate, participle or state that follows the noun counted."""
    words, codes = view.words, view.codes
    limit = min(len(words), spot.end + _REACH)
    j = spot.end
    aux = 0
    copula = main = coordinated = relative = inner = joined = False
    adjacent = True
    while j < limit:
        code, word = codes[j], words[j]
        other = view.at_start.get(j)
        if other is not None and other is not spot:
            if (
                other.figure.kind == "count"
                and not codes[j - 1] & (lx.PREPOSITION | lx.DETERMINER | lx.COPULA)
                and not (coordinated and not main and not aux)
            ):
                return None
            j = max(other.end, j + 1)
            adjacent = coordinated and not main and not aux
            joined = joined or adjacent
            inner = not coordinated and other.figure.kind == "count"
            coordinated = False
            continue
        hit = view.by_start.get(j)
        if hit is not None:
            verdict = _fits(view, spot, hit, aux, copula, main, adjacent, relative)
            if verdict == "yes" and inner and not aux and hit.role & (lx.STATE | lx.PASSIVE):
                return None  # it befell the figure between: "two sides fought, with 4 killed"
            if verdict == "yes":
                near = adjacent and not joined and not aux and not relative and hit.role & (lx.STATE | lx.PASSIVE)
                return told(view, hit, "adjacent" if near else "joined" if joined else "right")
            if verdict == "stop":
                return None
            if code & lx.COPULA:
                copula = True
            j = hit.end
            adjacent = False
            continue
        if code & lx.AND:
            if not _conjoined(view, j + 1, main or bool(aux)):
                return None
            coordinated = True
            adjacent = False
            j += 1
            continue
        if code & lx.COMMA:
            following = words[j + 1] if j + 1 < limit else ""
            if following in _APPOSED or (
                not main and not aux and codes[j + 1] & lx.DETERMINER if j + 1 < limit else False
            ):
                skipped = _close(words, j + 1, limit)
                if skipped:
                    j = skipped
                    continue
                if following in _APPOSED:
                    j += 2
                    continue
            if not _conjoined(view, j + 1, main or bool(aux)) and not (j + 1 < limit and codes[j + 1] & lx.REPORT):
                return None
            coordinated = True
            adjacent = False
            j += 1
            continue
        coordinated = False
        if code & lx.STOP:
            skipped = _bracket(words, j, limit)
            if not skipped:
                return None
            j = skipped
            continue
        if code & lx.SUBORDINATE and not code & lx.PREPOSITION:
            return None
        if code & lx.RELATIVE:
            if main or aux:
                return None
            relative = True
        elif code & lx.BE:
            if not codes[j - 1] & lx.TO or codes[j - 2] & lx.HAVE:  # "believed to be" is no verb of its own
                aux = lx.BE
            copula = True
        elif code & (lx.HAVE | lx.MODAL | lx.DO):
            aux |= code & (lx.HAVE | lx.MODAL | lx.DO)
        elif code & lx.COPULA:
            copula = True
        elif word in _NOMINATIVE:
            return None
        elif code & lx.REPORT:
            if not (j and codes[j - 1] & (lx.COMMA | lx.BE)) and words[j - 1] not in {"police", "officials"}:
                main = True
        elif code == 0 and ((adjacent and not aux) or aux):
            main = main or _is_main(word, j, codes, bool(aux))
        elif code == 0 and not main and word.endswith("ed") and _takes_object(view, j):
            main = True
        if not code & (lx.ADVERB | lx.BE | lx.HAVE | lx.MODAL | lx.COPULA | lx.RELATIVE):
            adjacent = False
        j += 1
    return None


def _is_main(word: str, j: int, codes: list[int], aux: bool) -> bool:
    """Whether an open word right after the noun (or an auxiliary) is the main verb, and no reduced participle."""
    if aux:
        return True
    if word.endswith("ing") or not word[0].isalpha():
        return False
    if word.endswith("ed"):
        return not (
            j + 1 < len(codes) and codes[j + 1] & (lx.PREPOSITION | lx.ADVERB | lx.COMMA | lx.STOP | lx.BE | lx.HAVE)
        )
    return True


def _takes_object(view: View, j: int) -> bool:
    """Whether a word in -ed that stands off the noun is an active verb: an object follows it."""
    codes = view.codes
    if j + 1 >= len(codes):
        return False
    following = codes[j + 1]
    if following & (lx.DETERMINER | lx.PRONOUN) and not following & (lx.ADVERB | lx.RELATIVE):
        return True
    return (
        following == 0
        and view.words[j + 1].isalpha()
        and not codes[j - 1] & (lx.DETERMINER | lx.PREPOSITION | lx.ADVERB | lx.AND)
    )


def _conjoined(view: View, j: int, predicated: bool) -> bool:
    """After "and" or a comma at j-1: does what follows still belong to the figure before it?"""
    codes, words = view.codes, view.words
    if j >= len(words):
        return False
    if not predicated:
        return True
    while j < len(words) and codes[j] & lx.ADVERB and not codes[j] & (lx.TRIGGER | lx.DETERMINER):
        j += 1
    if j >= len(words) or j in view.at_start:
        return False
    code = codes[j]
    if code & lx.DETERMINER or words[j] in _NOMINATIVE:
        return False
    return bool(
        code
        & (
            lx.TRIGGER
            | lx.BE
            | lx.HAVE
            | lx.MODAL
            | lx.COPULA
            | lx.RELATIVE
            | lx.REPORT
            | lx.PREPOSITION
            | lx.COMMA
            | lx.AND
        )
    )


def _close(words: list[str], j: int, limit: int) -> int:
    """Past the comma that closes an aside opened at j; 0 where none does."""
    for k in range(j, min(limit, j + 16)):
        if words[k] == ",":
            return k + 1
        if words[k] in {".", ";"}:
            return 0
    return 0


def _bracket(words: list[str], j: int, limit: int) -> int:
    """Past a bracket or a pair of dashes opened at j, or past a quotation mark; 0 where the clause ends there."""
    mark = words[j]
    if mark in {'"', "''", "``"}:
        return j + 1
    closing = {"(": {")"}, "--": {"--"}, "\u2013": {"\u2013"}, "\u2014": {"\u2014"}, "-": {"-"}}.get(mark)
    if closing is None:
        return 0
    for k in range(j + 1, min(limit, j + 20)):
        if words[k] in closing:
            return k + 1
    return 0


def _fits(view: View, spot: Spot, hit: Hit, aux: int, copula: bool, main: bool, adjacent: bool, relative: bool) -> str:
    """yes: it befell those counted; no: read on; stop: they did it, or another clause begins."""
    role, codes, words = hit.role, view.codes, view.words
    before = codes[hit.start - 1] if hit.start else 0
    if (
        before & (lx.DETERMINER | lx.PREPOSITION)
        and not before & (lx.TO | lx.ADVERB)
        and not adjacent
        and words[hit.start - 1] != "as"
    ):
        if not (role & (lx.STATE | lx.PASSIVE) and (hit.end - hit.start > 1)):
            return "no"
    if role & lx.STATE and (adjacent or copula or aux & lx.BE or not main):
        if role & lx.PASSIVE and not adjacent and not aux & lx.BE and not copula and _object_follows(view, hit.end):
            return "stop"
        return "yes"
    if role & lx.PASSIVE:
        if aux & lx.BE or (copula and not aux):
            near = before & (lx.BE | lx.ADVERB | lx.AND | lx.COPULA | lx.COMMA | lx.NEGATION | lx.TRIGGER)
            return "yes" if near or not main else "no"
        if aux & (lx.HAVE | lx.MODAL):
            return "stop"
        if main:
            return "yes" if before & lx.AND and aux & lx.BE else "stop"
        if role & lx.ACTIVE and _object_follows(view, hit.end):
            return "yes" if role & lx.FATE and words[hit.end : hit.end + 1] == ["their"] else "stop"
        return "yes"
    if role & lx.FATE:
        if before & lx.TO:
            return "yes" if _caused(view, spot) or adjacent else "no"
        if main and not before & (lx.AND | lx.COMMA | lx.ADVERB | lx.HAVE | lx.MODAL | lx.RELATIVE):
            return "no"
        return "yes"
    if role & lx.ACTIVE:
        return "stop" if not before & (lx.DETERMINER | lx.PREPOSITION) else "no"
    if role & (lx.NOUN | lx.ROLE) and adjacent and spot.head < 0:
        return "yes"
    return "no"


def _caused(view: View, spot: Spot) -> bool:
    return any(w in _CAUSES for w in view.words[max(0, spot.start - 4) : spot.start])


def _object_follows(view: View, j: int) -> bool:
    """Whether an object stands at j, so that the verb before it was active."""
    codes, words = view.codes, view.words
    while (
        j < len(words)
        and j not in view.at_start
        and codes[j] & lx.ADVERB
        and not codes[j] & (lx.DETERMINER | lx.TRIGGER)
    ):
        j += 1
    if j >= len(words):
        return False
    if j in view.at_start:
        return view.at_start[j].figure.kind == "count"
    code = codes[j]
    if code & _OBJECTS and not code & (lx.ADVERB | lx.RELATIVE | lx.SUBORDINATE):
        return True
    return code == 0 and words[j][0].isalpha() and words[j] not in _DAYS


_TOTALS = lx.words("totals")
_SHELTERS = lx.words("shelters")
_REFUGES = lx.words("refuges")


def _housed(view: View, spot: Spot) -> Found | None:
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


_DAYS = lx.words("days")


def _left(view: View, spot: Spot) -> Found | None:
    """The verb or noun that the figure is the object of: "killed 12", "the murder of 12"."""
    codes, words = view.codes, view.words
    j = spot.start - 1
    if j > 1 and words[j] == "of" and words[j - 1] in _TOTALS:
        j -= 2
    while j >= 0 and (codes[j] & _SKIP_LEFT or words[j] in {"over", "under"}) and j + 1 not in view.by_end:
        j -= 1
    if j < 0:
        return None
    if words[j] == "of":
        while j > 0 and codes[j - 1] & _SKIP_LEFT and j not in view.by_end:
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
    if hit is not None and hit.role & lx.ACTIVE and not _passive(view, hit):
        return told(view, hit, "left")
    if hit is not None and hit.trigger.measure == "killed" and hit.role & lx.STATE and hit.start:
        verb = view.by_end.get(hit.start)  # "shot dead two men", "beat to death two men"
        if (verb is not None and verb.role & lx.ACTIVE and not _passive(view, verb)) or codes[hit.start - 1] == 0:
            return Found("killed", None, hit.start, hit.end, "left")
    return None


_BODIES_OF = lx.words("bodies_of")


def _whole_of(view: View, j: int) -> Found | None:
    """ "displaced almost the entire population of 12,000": the verb before the noun that the figure measures."""
    codes = view.codes
    for k in range(j, max(-1, j - 5), -1):
        hit = view.by_end.get(k + 1)
        if hit is not None and hit.role & lx.ACTIVE and not _passive(view, hit):
            return told(view, hit, "left")
        if codes[k] & ~(lx.DETERMINER | lx.ADVERB):
            return None
    return None


def _passive(view: View, hit: Hit) -> bool:
    """Whether a verb is part of a passive: "were killed"."""
    codes = view.codes
    j = hit.start - 1
    while j >= 0 and codes[j] & (lx.ADVERB | lx.NEGATION) and not codes[j] & lx.BE:
        j -= 1
    return j >= 0 and bool(codes[j] & lx.BE) and bool(hit.role & lx.PASSIVE)


def _shared(view: View, spot: Spot) -> Found | None:
    """Coordination: "killed a man and 12 women" shares the verb."""
    codes, words = view.codes, view.words
    j = spot.start - 1
    while j >= 0 and codes[j] & _SKIP_LEFT and not codes[j] & lx.TRIGGER:
        j -= 1
    if j < 1 or not codes[j] & (lx.AND | lx.COMMA):
        return None
    if spot.end < len(words) and codes[spot.end] == 0 and words[spot.end][0].isalpha() and words[spot.end] not in _DAYS:
        return None
    low = max(0, j - _REACH)
    j -= 1
    while j >= low:
        hit = view.by_end.get(j + 1)
        if hit is not None:
            if hit.role & lx.ACTIVE:
                return None if _passive(view, hit) else told(view, hit, "shared")
            if hit.role & lx.OF and words[hit.end : hit.end + 1] == ["of"]:
                return told(view, hit, "shared")
            if hit.role & lx.FATE:
                return None
            j = hit.start - 1
            continue
        code = codes[j]
        if code & _LEFT_STOPS or (code & lx.STOP and words[j] not in {'"', ")", "("}) or words[j] in _NOMINATIVE:
            return None
        j -= 1
    return None


def _toll(view: View, spot: Spot) -> Found | None:
    """ "The death toll rose to 12", "the number of wounded stands at 12"."""
    codes, words = view.codes, view.words
    own = spot.head >= 0 and words[spot.head] not in {"people", "dead", "persons", "deaths", "others"}
    if own or spot.start == 0:
        return None
    if not codes[spot.start - 1] & (lx.LEVEL | lx.ADVERB | lx.STOP) and spot.start not in view.by_end:
        return None
    low = max(0, spot.start - _REACH)
    within: Hit | None = None
    for j in range(spot.start - 1, low - 1, -1):
        hit = view.by_start.get(j)
        if hit is not None and hit.role & lx.TOLL and hit.trigger.measure != "cost":
            return told(view, hit, "toll")
        if hit is not None and hit.role & (lx.PASSIVE | lx.STATE | lx.NOUN | lx.ROLE):
            within = hit
        if words[j] in _COUNTERS and j + 1 < len(words):
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


_ENDS_IN_DEATH = frozenset({"captive", "detained", "missing", "rescued"})
_SUITS = lx.words("suits")
_LOSSES = frozenset({"loss", "losses"})
_DAMAGE = frozenset({"damage"})
_PRICE = 100_000  # what costs less is a price, and needs no measure
_ESTIMATED = lx.words("estimated")


def cost(view: View, spot: Spot) -> Found | None:
    """What an amount of money pays for or undoes: "$640 million in damage", "damage was put at $640 million"."""
    words, codes = view.words, view.codes
    if not _SUITS.isdisjoint(words):
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
    while j >= 0 and codes[j] & _SKIP_LEFT:
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


_TELLERS = lx.words("tellers")


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
    if words[j] in {"of", "at", "was", "is", "to"} and not _COUNTERS.isdisjoint(words[max(0, j - 9) : j]):
        return not any(c & (lx.SUBORDINATE | lx.RELATIVE) for c in codes[max(0, j - 3) : j])
    return False


_PAIRED = frozenset({"or", "and", "/", "nor"})


def told(view: View, hit: Hit, how: str) -> Found:
    """The measure of a hit, with what stands beside it: "shot dead", "fatally shot", "killed or injured"."""
    measure, sense = hit.trigger.measure, hit.trigger.sense
    words = view.words
    start, end = hit.start, hit.end
    if measure in _ENDS_IN_DEATH:
        pair = _pair(view, start, end)
        if pair is not None and (
            pair.trigger.measure == "killed"
            or (pair.trigger.measure not in _ENDS_IN_DEATH and told(view, pair, how).measure == "killed")
        ):  # "rescued and missing" must not ask each other for ever
            return Found("killed", None, start, end, how)
    if measure in {"killed", "injured"}:
        before = words[max(0, start - 2) : start]
        after = words[end : end + 3]
        if measure == "injured" and (
            "fatally" in before
            or "mortally" in before
            or after[:1] == ["dead"]
            or after[:2] == ["to", "death"]
            or (after[:1] == ["fatally"])
            or _kills_all(words, end)
        ):
            return Found("killed", None, start, end, how)
        pair = _pair(view, start, end)
        if pair is not None and pair.trigger.measure in {"killed", "injured"} and pair.trigger.measure != measure:
            if sense == "shot" or pair.trigger.sense == "shot":
                other = pair.trigger if sense == "shot" else hit.trigger
                return Found(other.measure, other.sense, start, end, how)
            return Found("casualties", None, start, end, how)
        if pair is not None and sense == "shot" and pair.trigger.measure == "injured":
            return Found("injured", pair.trigger.sense, start, end, how)
    return Found(measure, sense, start, end, how, bool(hit.role & lx.WEAK))


def _kills_all(words: list[str], end: int) -> bool:
    for j in range(end, min(end + 14, len(words) - 1)):
        if words[j] == "killing" and words[j + 1] in {"them", "both", "him", "her", "all"}:
            return True
    return False


def _pair(view: View, start: int, end: int) -> Hit | None:
    """The trigger joined to this one by and/or, with nothing but adverbs between: no figure of its own."""
    words, codes = view.words, view.codes
    if end < len(words) and words[end] in _PAIRED:
        j = end + 1
        while j < len(words) and codes[j] & lx.ADVERB and j not in view.by_start:
            j += 1
        hit = view.by_start.get(j)
        if hit is not None and hit.end not in view.at_start:
            return hit
    if start and words[start - 1] in _PAIRED:
        hit = view.by_end.get(start - 1)
        if hit is not None and not _passive(view, hit) and all(s.end != hit.start for s in view.spots):
            return hit
    return None

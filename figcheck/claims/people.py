"""Whom a figure counts, whether that can be what the measure counts, and whether it is a part or an addition."""

from __future__ import annotations

from figcheck.claims import lexicon as lx
from figcheck.claims.found import Found
from figcheck.claims.view import Spot, View

__all__ = ["fits", "is_additional", "is_subset", "who"]

PERSON = lx.population("person")
THING = lx.population("thing")
GENERIC = lx.population("generic")
PERPETRATOR = lx.population("perpetrator")
CROWD = lx.population("crowd")
_BARE = lx.words("bare")
_VEHICLES = lx.words("vehicles")
_FIRED = lx.words("fired")
_SUFFIXES = ("men", "women", "people", "ers", "ors", "ists", "ians", "ees")
_DROPPED = lx.words("dropped")


def _head(view: View, spot: Spot) -> str:
    """The head of the noun counted, lower-cased; borrowed where elided; "" where there is none."""
    if spot.head >= 0 and view.words[spot.head] in PERSON:
        return view.words[spot.head]
    counted = spot.figure.counted
    if counted and not (spot.figure.borrowed and counted.rsplit(" ", 1)[-1].lower() in THING):
        return counted.rsplit(" ", 1)[-1].lower()
    word = view.words[spot.head] if spot.head >= 0 else ""
    return "" if word == "more" else word


def is_person(word: str) -> bool:
    """Whether a noun names people: from the lists, else by its ending.

    >>> is_person("soldiers"), is_person("fishermen"), is_person("drones"), is_person("miners")
    (True, True, False, True)
    """
    if word in PERSON:
        return True
    return word not in THING and word.endswith(_SUFFIXES)


def fits(view: View, spot: Spot, found: Found) -> bool:
    """Whether those counted can be what the measure counts: 15 head of livestock were not killed as people are."""
    measure, name = lx.MEASURES[found.measure], found.measure
    head = _head(view, spot)
    if name == "cost" or _idle(view, spot, found, head):
        return False
    if not head:
        if found.how == "shared":
            return False
        near = found.how in {"left", "toll"} or abs(found.start - spot.end) <= 4
        return near and name in _BARE if found.weak else near or name not in {"attended", "voted"}
    if found.how == "noun" or (head in GENERIC and measure.human is not False):
        return True
    if measure.human is None:
        return True
    if not measure.human:
        return head not in PERSON
    if head in lx.TRIGGERS:
        return True
    if name == "displaced" and found.sense in {"fled", "sheltered"} and head not in CROWD:
        return (found.sense == "fled" and "homes" in view.words[spot.end : spot.end + 30]) or _proper(view, spot)
    if found.weak or name in _STRICT:
        return is_person(head) or _proper(view, spot)
    return head not in THING


def _idle(view: View, spot: Spot, found: Found, head: str) -> bool:
    """Whether a word of a measure means something else here: one shot fired, public bodies, cases in court."""
    words = view.words
    before = words[spot.start - 1] if spot.start else ""
    if spot.head < 0 and words[spot.end : spot.end + 1] in (["shot"], ["shots"]) and before in _FIRED:
        return True
    if (
        found.sense == "shot"
        and words[spot.end : spot.end + 1]
        and words[spot.end] in {"under", "over", "below", "par"}
    ):
        return True
    if words[spot.number_end : spot.number_end + 1] in (["count"], ["counts"]):
        return True  # "one count attempted murder"
    if found.measure == "aboard" and found.how not in {"adjacent", "premodifier"}:
        return before == "for" or not _rides(view, spot)
    if found.measure == "displaced" and words[found.start : found.start + 1] in (["from"], ["out"]):
        return _DRIVEN.isdisjoint(words[max(0, spot.start - 6) : found.start])  # others work from their homes
    if found.measure == "voted" and not head and words[found.start] == "vote":
        return True  # "by a 4-to-3 vote"
    if found.measure == "infected":
        if not _COMPUTERS.isdisjoint(view.near(spot.start)):
            return True
        return head in {"case", "cases"} and _DISEASES.isdisjoint(view.near(spot.start))
    if head in {"bodies", "body", "corpses"} and found.measure != "killed":
        return True
    if head in {"bodies", "body"} and spot.head > spot.number_end:
        return words[spot.head - 1] not in _DEAD
    return False


def _rides(view: View, spot: Spot) -> bool:
    """Whether a vehicle stands near: in the sentence, or in the one before where "it" carries them."""
    near = view.near(spot.start)
    if not _VEHICLES.isdisjoint(near):
        return True
    sentence = view.sentence
    if "it" not in near or not sentence.index:
        return False
    last = sentence.part.sentences[sentence.index - 1]
    return last.paragraph == sentence.paragraph and not _VEHICLES.isdisjoint(last.words[:_NEAR])


_NEAR = 60  # words
_DRIVEN = lx.words("driven")
_STRICT = lx.words("strict")
_DEAD = lx.words("dead")
_COMPUTERS = lx.words("computers")
_DISEASES = lx.words("diseases")


def _proper(view: View, spot: Spot) -> bool:
    """ "12 Palestinians": a capital inside the sentence."""
    return spot.head > 0 and view.sentence.raw(spot.head)[:1].isupper() and not view.shouting


def who(view: View, spot: Spot, found: Found) -> str | None:
    """The population with its modifier; people without further description are all "people"."""
    named = _of_them(view, spot)
    if named:
        return named
    measure = lx.MEASURES[found.measure]
    figure = spot.figure
    if figure.noun is None and figure.counted is None:
        return "people" if measure.human else None
    if figure.noun is None or figure.borrowed:
        head = _head(view, spot)
        if measure.human is not False and (head in GENERIC or not (is_person(head) or head[:1].isupper())):
            return "people"
        return figure.counted
    sentence = view.sentence
    low, high = sentence.at(figure.noun[0]), sentence.before(figure.noun[1]) + 1
    kept = []
    for j in range(low, high):
        word = view.words[j]
        if (
            word in _DROPPED
            or word[-2:] == "ly"
            or (j < high - 1 and word in lx.TRIGGERS)
            or view.codes[j] & (lx.DETERMINER | lx.STOP | lx.COMMA)
        ):
            continue
        if j < low + 1 and j < spot.number_end and j + 1 < high and word[0].isdigit():
            continue
        kept.append(word if word in PERSON or view.shouting else sentence.raw(j))
    if not kept:
        return "people" if measure.human else None
    if len(kept) == 1 and kept[0].lower() in GENERIC and measure.human is not False:
        return "people"
    if kept[-1].lower() in GENERIC and measure.human is not False and found.how == "noun":
        kept[-1] = "people"
    return " ".join(kept)


_WHOM = frozenset({"them", "whom", "these", "those"})


def _of_them(view: View, spot: Spot) -> str | None:
    """ "12 of them children", "five of whom were women"."""
    words, codes = view.words, view.codes
    j = spot.number_end
    if words[j : j + 1] != ["of"] or words[j + 1 : j + 2] == [] or words[j + 1] not in _WHOM:
        return None
    j += 2
    while j < len(words) and codes[j] & (lx.BE | lx.ADVERB | lx.DETERMINER) and j not in view.by_start:
        j += 1
    if j < len(words) and words[j] in PERSON:
        return words[j]
    return None


_INCLUDING = lx.words("including")


def is_subset(view: View, spot: Spot) -> bool:
    """A part of another figure: "including 12", "of whom 12", "12 of them", "12 of the 50"."""
    words, codes = view.words, view.codes
    after = words[spot.number_end : spot.number_end + 3]
    if _only_adverb(view, spot):
        return True
    if words[0] == "of" and view.spots[0] is not spot and spot.start and codes[spot.start - 1] & lx.COMMA:
        return True  # "of the 60 aboard, 21 were rescued"
    if (
        after[:1] == ["of"]
        and len(after) > 1
        and (after[1] in _WHOM or after[1] in {"the", "his", "her", "its", "their"})
    ):
        return True
    j = spot.start - 1
    low = max(0, j - 14)
    while j >= low:
        word, code = words[j], codes[j]
        if code & lx.PREPOSITION and word not in _INCLUDING and word not in {"of", "at"}:
            return False
        if word in _INCLUDING:
            return (
                word not in {"which", "whom", "mostly", "mainly"}
                or (j > 0 and words[j - 1] in {"of", "among"})
                or word in {"mostly", "mainly"}
            )
        if word == "them" and j and words[j - 1] in {"of", "among"}:
            return True
        if code & (lx.BE | lx.HAVE | lx.MODAL | lx.SUBORDINATE | lx.REPORT) or (
            code & lx.STOP and word not in {"(", '"'}
        ):
            return False
        hit = view.by_end.get(j + 1)
        if hit is not None and hit.role & (lx.ACTIVE | lx.FATE):
            return False
        j -= 1
    return False


def _only_adverb(view: View, spot: Spot) -> bool:
    """ "six were hurt, three seriously"."""
    words, codes, j = view.words, view.codes, spot.end
    if (
        j >= len(words)
        or not words[j].endswith("ly")
        or not spot.start
        or not codes[spot.start - 1] & (lx.COMMA | lx.AND)
    ):
        return False
    return j + 1 >= len(words) or bool(codes[j + 1] & (lx.COMMA | lx.STOP | lx.AND))


_ADDING = frozenset(["another", "additional", "further", "extra", "other"])
_ADDED = lx.words("added")


def is_additional(view: View, spot: Spot) -> bool:
    """On top of a figure before it: "another 12", "12 others", "12 more"."""
    words = view.words
    if _ADDING & set(words[max(0, spot.start - 1) : spot.start + 2]):
        return True
    return any(w in _ADDED for w in words[spot.number_end : max(spot.end, spot.number_end + 1)])

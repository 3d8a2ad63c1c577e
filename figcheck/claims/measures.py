"""What a figure measures: the readings of it in turn, from the surest on."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from figcheck.claims import lexicon as lx
from figcheck.claims.clause import follow
from figcheck.claims.found import Found
from figcheck.claims.governed import object_of, shared
from figcheck.claims.nominal import cost, counts_on, event_noun, housed, hurt, inside, toll
from figcheck.claims.view import Spot, View

__all__ = ["cost", "counts_on", "find", "no_count", "standing"]

_PERSONS = lx.population("person")
_GROUPS = lx.words("groups")
_PARENTS = lx.words("parents")


def find(view: View, spot: Spot, fits: Callable[[View, Spot, Found], bool]) -> Found | None:
    """The measure of a count, or None: the first reading, from the surest on, that fits whom it counts."""
    if no_count(view, spot):
        return None
    for found in _readings(view, spot):
        if found is not None and fits(view, spot, found):
            return found
    return None


def _readings(view: View, spot: Spot) -> Iterator[Found | None]:
    if not view.hits:
        yield hurt(view, spot)
        yield housed(view, spot)
        return
    yield event_noun(view, spot)
    if _is_whole(view, spot):  # "20 of the 50 hostages are alive" tells of the 20
        state = follow(view, spot)
        if state is not None and state.how == "adjacent":
            yield state
        yield inside(view, spot)
        return
    right = follow(view, spot)
    if right and right.how == "adjacent" and right.measure != "aboard":
        yield right
    within = inside(view, spot)
    if right and right.how == "joined":  # what two share gives way to what one says of itself
        if within and within.how == "premodifier":
            yield within
        right.how = "right"
        right.joined = True
    yield object_of(view, spot)
    yield right
    yield hurt(view, spot)
    yield within
    yield toll(view, spot)
    yield shared(view, spot)
    yield housed(view, spot)


def standing(view: View, spot: Spot) -> Found | None:
    """What those counted are, whatever may yet befall them: "they threatened to kill 12 hostages"."""
    return inside(view, spot)


def _is_whole(view: View, spot: Spot) -> bool:
    """Whether a figure is the whole of "20 of the remaining 50"."""
    j = spot.start - 1
    while j > 0 and spot.start - j < 4 and view.words[j] != "of":
        j -= 1
    if j < 0 or view.words[j] != "of":
        return False
    if j == 0 or view.codes[j - 1] & lx.STOP:
        return len(view.spots) > 1 and view.spots[-1] is not spot
    return j in view.number_ends


def no_count(view: View, spot: Spot) -> bool:
    """ "the victim, 16, died" and "a father of 3": an age and a family, no count of those who died."""
    if spot.head >= 0 or not spot.start:
        return False
    words, codes = view.words, view.codes
    before = spot.start - 1
    if words[before] == "of":
        named = words[before - 1] if before else ""
        return named in _PARENTS or (named in _PERSONS and named not in _GROUPS and not named.endswith("s"))
    stated = spot.figure.quantity.stated
    if codes[before] & lx.AND and before > 1 and before in view.number_ends and codes[before - 2] & lx.COMMA:
        return no_count(view, view.at_number_end(before))  # "two men, 18 and 19, were hurt"
    if not codes[before] & lx.COMMA or before == 0 or stated is None or stated > 110 or spot.end >= len(words):
        return False
    if not codes[spot.end] & (lx.COMMA | lx.STOP | lx.AND):
        return False
    if codes[spot.end] & lx.AND and spot.end + 1 not in view.at_start:
        return False
    return codes[before - 1] == 0 or words[before - 1] in _PERSONS

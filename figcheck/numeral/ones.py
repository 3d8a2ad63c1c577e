"""Whether "one" counts ("one person died", "one in five", "one of the drivers") or stands for a noun or for anyone."""

from __future__ import annotations

from figcheck.models import Role
from figcheck.numeral.lexicon import CARDINAL, ORDINAL
from figcheck.numeral.names import WORDS
from figcheck.numeral.site import Site, is_closed

__all__ = ["role_of_one"]

_AFTER = WORDS["one_pronoun_after"]
_ABSTRACT = WORDS["one_of_abstract"]
_ALONE = WORDS["one_before"]
_COMPOUND = WORDS["one_compound"]
_ANYONE = WORDS["one_anyone"]
_COUNT_AFTER = WORDS["one_count_after"]
_PARTICIPLE = WORDS["one_participle"]
_IDIOM = WORDS["one_idiom"]
_MOMENT = WORDS["one_moment"]
_MOMENT_COUNTS = WORDS["one_moment_counts"]
_PARTITIVE = frozenset(("in", "of", "or", "to", "and", "out", "per", "by"))


def role_of_one(place: Site) -> Role:
    """claim where it counts, else pronoun."""
    lower, end = place.lower, place.end
    mark, after, before = lower[end : end + 1], place.after, place.before
    if after in ("percent", "percentage") or (after == "per" and _word(place, 1) == "cent"):
        return "claim"
    if before.endswith("no-") or before in ORDINAL or (before in _AFTER and not _in_number(place)):
        return "pronoun"
    if mark == "-":
        word = after.lstrip("-").partition("-")[0]
        return "pronoun" if word in _COMPOUND else "claim"
    if before in _COUNT_AFTER and mark != "'":
        return "pronoun" if after == "another" else "claim"
    if mark == "'" or not mark or mark in '.,;:!?)"\n\u2014\u2013' or not after:
        return "pronoun"
    if place.plain[end + 1 : end + 3].isupper():
        return "claim"  # one US state
    if after in _PARTITIVE:
        return _partitive(place, after)
    if after in _ANYONE or not after[0].isalnum() or (after in _IDIOM and before in ("at", "on", "to", "for")):
        return "pronoun"
    if after in _PARTICIPLE and is_closed(_word(place, 1)):
        return "pronoun"
    if before == "that" and after.endswith(("s", "ly")):
        return "pronoun"
    if after in _MOMENT and before not in _MOMENT_COUNTS:
        return "pronoun"
    if after in _ALONE or (is_closed(after) and after not in ("more", "up")):
        return "pronoun"
    return "claim"


def _in_number(place: Site) -> bool:
    """the one in five, the one million: part of a figure all the same."""
    return place.after in ("in", "out") and _counts(_word(place, 1)) and place.before not in ("no", "any", "every")


def _partitive(place: Site, after: str) -> Role:
    second, third = _word(place, 1), _word(place, 2)
    if after == "of":
        return "pronoun" if second in _ABSTRACT or third in _ABSTRACT else "claim"
    if after in ("in", "out", "per"):
        return "claim" if _counts(second) or second in ("of", "every", "cent") else "pronoun"
    return "claim" if _counts(second) or second == "more" else "pronoun"


def _counts(word: str) -> bool:
    return word[:1].isdecimal() or word in CARDINAL


def _word(place: Site, at: int) -> str:
    return place.right[at].strip(".,;:!?\"')(") if len(place.right) > at else ""

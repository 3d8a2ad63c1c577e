"""Numerals in words, and the words that are numerals in one sense only: one, second, third, half, quarter, twice."""

from __future__ import annotations

import re
from decimal import Decimal

from figcheck.dates import When
from figcheck.drafts import Number
from figcheck.models import Role
from figcheck.numeral import spelled
from figcheck.numeral.lexicon import CARDINAL, DENOMINATOR, MULTIPLE, ORDINAL, SMALL, VAGUE
from figcheck.numeral.names import WORDS
from figcheck.numeral.site import Site, is_closed

__all__ = ["read"]

_NAMED = WORDS["named_words"]
_HALF_NOT = frozenset(["first", "second", "other", "better", "opening", "closing", "latter", "former", "final"])
_HALF_NOUN = frozenset(
    ["time", "times", "way", "hearted", "brother", "sister", "brothers", "sisters", "term", "baked", "truth", "truths", "mast", "back", "volley", "final"]
)
_ONE_PRONOUN_BEFORE = frozenset(
    ["no", "any", "every", "each", "this", "that", "another", "the", "some", "which", "what", "same", "other", "only", "whichever", "last", "next", "big", "new", "good", "bad"]
)
_FOLD = re.compile(r"-fold(?![^\W\d_])")
_ONE_NOT = frozenset(
    ["another", "who", "that", "which", "can", "could", "should", "would", "must", "may", "might", "has", "had", "does", "did", "is", "was", "and", "or", "of's"]
)
_CLOCK = re.compile(
    r"(?:-?(?:thirty|fifteen|forty-five))? (?:o'clock|a\.?m\b|p\.?m\b|in the (?:morning|afternoon|evening))"
)


def read(place: Site, when: When | None) -> list[Number]:
    """The numeral that begins with this word; none where the word has another sense here."""
    word = place.lower[place.start : place.end]
    if when is not None and word in ORDINAL and word not in ("second", "third"):
        return [_plain(place, "date", ORDINAL[word])]
    if word in CARDINAL:
        return _cardinal(place, word, when)
    if word in VAGUE:
        return _vague(place, word)
    if word == "half" or word == "quarter":
        return _share(place, word)
    if word in MULTIPLE:
        return _multiple(place, word)
    if word in ORDINAL:
        return _ordinal(place, word)
    return []


def _plain(place: Site, role: Role, value: int) -> Number:
    number = Decimal(value)
    return Number(place.start, place.end, role, number, number, number, form="words")


def _number(start: int, value: spelled.Value, role: Role = "claim") -> Number:
    return Number(start, value.end, role, value.stated, value.low, value.high, value.step, value.form, value.scaled)


def _with_article(place: Site) -> int:
    """Start of the numeral with the "a" that belongs to it: a dozen, a third."""
    at = place.start
    if place.before == "a" and place.lower[at - 1] in " -":
        return at - 2
    return at


def _cardinal(place: Site, word: str, when: When | None) -> list[Number]:
    lower = place.lower
    value = spelled.cardinal(lower, place.end, word, joined=place.before != "between")
    bare = word not in SMALL
    if word in SMALL and value.end == place.end:
        if share := spelled.fraction(lower, place.end, SMALL[word]):
            return [_number(place.start, share)]
        if m := _FOLD.match(lower, place.end):
            count = Decimal(SMALL[word])
            return [Number(place.start, m.end(), "claim", count, count, count, form="multiple")]
    start = _with_article(place) if bare else place.start
    role = _role(place, word, value)
    if role == "unread":
        return []
    if when is not None and when.kind not in ("relative", "span"):
        role = "time" if when.kind == "time" else "date"
    return [_number(start, value, role)]


def _role(place: Site, word: str, value: spelled.Value) -> Role:
    lower = place.lower
    if word in SMALL and _CLOCK.match(lower, value.end):
        return "time"
    if place.before in _NAMED or (
        place.before == "of" and len(place.left) > 1 and place.left[-2] in ("group", "gang", "council")
    ):
        if place.plain[place.start].isupper() or place.before in (
            "number",
            "category",
            "phase",
            "chapter",
            "page",
            "level",
            "tier",
            "grade",
        ):
            return "identifier"
    if word == "one" and value.stated == 1:
        return _one(place)
    return "claim"


def _one(place: Site) -> Role:
    """One counts before a noun, before "of the" and "in five"; elsewhere it stands for a noun or for anyone."""
    lower, end = place.lower, place.end
    mark, after, before = lower[end : end + 1], place.after, place.before
    if mark == "'":
        return "pronoun"
    if mark == "-":
        return (
            "claim" if not lower.startswith(("-off", "-sided", "-on-", "-time", "-way", "-another"), end) else "pronoun"
        )
    if before in _ONE_PRONOUN_BEFORE:
        return "pronoun"
    if mark in '.,;:!?)"' or not after:
        return "pronoun"
    if after in ("in", "of", "or", "to", "and", "out", "more", "per"):
        return _one_partitive(place, after)
    if is_closed(after) or after in _ONE_NOT:
        return "pronoun"
    return "claim"


def _one_partitive(place: Site, after: str) -> Role:
    second = place.right[1].strip(".,;:!?\"')") if len(place.right) > 1 else ""
    third = place.right[2].strip(".,;:!?\"')") if len(place.right) > 2 else ""
    if after == "of":
        return "pronoun" if {second, third} & _ABSTRACT else "claim"
    if after == "in" or after == "out":
        return (
            "claim"
            if second[:1].isdecimal() or second in CARDINAL or second == "of" or second == "every"
            else "pronoun"
        )
    if after in ("or", "to", "and"):
        return "claim" if second in CARDINAL or second[:1].isdecimal() or second == "more" else "pronoun"
    return "claim"


_ABSTRACT = frozenset(
    ["reasons", "things", "ways", "reason", "kind", "sort", "sorts", "factors", "aspects", "problems", "issues", "ideas", "questions", "most", "few", "many"]
)


def _vague(place: Site, word: str) -> list[Number]:
    lower, before = place.lower, place.before
    start = place.start
    if word == "couple":
        if before != "a" or not lower.startswith(
            (
                " of ",
                " hundred",
                " dozen",
                " thousand",
                " million",
                " more ",
                " days",
                " weeks",
                " years",
                " months",
                " hours",
                " minutes",
            ),
            place.end,
        ):
            return []
        start = _with_article(place)
    elif word == "few":
        if before == "a" and (len(place.left) < 2 or place.left[-2] != "quite"):
            start = _with_article(place)
        elif before not in ("last", "past", "next", "first", "these", "those", "every", "the") or not (
            place.after in ("hundred", "thousand", "dozen", "million") or before != "the"
        ):
            if place.after not in ("hundred", "thousand", "dozen", "million", "billion"):
                return []
    elif word == "scores":
        if not lower.startswith(
            (" of ", " more ", " were ", " are ", " killed", " dead", " injured", " hurt", " missing"), place.end
        ):
            return []
        if before and not is_closed(before):
            return []
    elif word == "tens":
        if not lower.startswith(" of ", place.end):
            return []
    return [_number(start, spelled.vague(lower, place.end, word))]


def _share(place: Site, word: str) -> list[Number]:
    lower = place.lower
    before, after = place.before, place.after
    if word == "quarter":
        value = spelled.half_of(lower, place.end, 4)
        if value.scaled or (before in ("a", "one") and after == "of"):
            return [_number(_with_article(place), value)]
        return []
    if before.strip("-") in _HALF_NOT or before.endswith(("first-", "second-")):
        return []
    rest = lower[place.end + 1 : place.end + 16].split()
    if rest and rest[0].strip(".,") in _HALF_NOUN and lower[place.end] in " -":
        return []
    value = spelled.half_of(lower, place.end)
    return [_number(_with_article(place), value)]


def _multiple(place: Site, word: str) -> list[Number]:
    after = place.after
    if word in ("double", "triple", "treble", "quadruple"):
        if after not in ("the", "that", "what", "its", "their", "his", "her", "this", "in", "to", "last"):
            return []
    elif word in ("twice", "thrice") and after not in ("the", "as", "that", "what", "its", "their", "his", "her"):
        return []
    value = MULTIPLE[word]
    return [Number(place.start, place.end, "claim", value, value, value, form="multiple")]


def _ordinal(place: Site, word: str) -> list[Number]:
    before, after = place.before, place.after
    if word in DENOMINATOR and before in ("a", "one") and _is_fraction(place):
        value = spelled.half_of(place.lower, place.end, DENOMINATOR[word])
        return [_number(_with_article(place), value)]
    if word == "second" and before in ("a", "one", "per", "each", "every", "split", "half"):
        if after != "time" and (not after or is_closed(after)):
            return []
    return [_plain(place, "ordinal", ORDINAL[word])]


def _is_fraction(place: Site) -> bool:
    after = place.after
    mark = place.lower[place.end : place.end + 1]
    if after == "of":
        return True
    earlier = place.left[-2] if len(place.left) > 1 else ""
    if mark == "-" or (mark == " " and after and not is_closed(after)):
        return False
    return earlier in (
        "by",
        "than",
        "nearly",
        "almost",
        "about",
        "around",
        "over",
        "only",
        "just",
        "roughly",
        "under",
        "some",
        "to",
        "up",
    )

"""Numerals in words, and the words that are numerals in one sense only: second, third, half, quarter, twice, few."""

from __future__ import annotations

import re
from decimal import Decimal

from figcheck.dates import When
from figcheck.drafts import Number
from figcheck.models import Role
from figcheck.numeral import names, spelled
from figcheck.numeral.lexicon import CARDINAL, DENOMINATOR, MULTIPLE, ORDINAL, RUN_TOGETHER, SCALE, SMALL, VAGUE
from figcheck.numeral.names import WORDS
from figcheck.numeral.ones import role_of_one
from figcheck.numeral.scan import end_of_row
from figcheck.numeral.site import Site, is_closed
from figcheck.numeral.years import CENTURY, is_hour
from figcheck.words import trie

__all__ = ["read"]

_HALF_AFTER = WORDS["half_after"]
_HALF_BEFORE = WORDS["half_before"]
_HALF_MANNER = WORDS["half_manner"]
_HALF_UNIT = WORDS["half_unit"]
_MULTIPLE_BEFORE = WORDS["multiple_before"]
_SHARE_CUE = WORDS["share_cue"]
_TIMES = frozenset(
    ("in", "to", "on", "over", "during", "last", "this", "since", "by", "from", "every", "after", "within")
)
_PAST = re.compile(
    rf" (past|to) (?:{trie(list(SMALL))}|\d{{1,2}})(?![\w.,]\d|\w| (?:million|billion|thousand|percent|per))"
)
_AT = frozenset(("at", "until", "till", "before", "after", "around"))
_YEAR = re.compile(
    rf" {trie(k for k, v in SMALL.items() if v > 9)}(?:-{trie(k for k, v in SMALL.items() if 0 < v < 10)})?(?![\w-])"
)
_FOLD = re.compile(r"-fold(?![^\W\d_])")
_COUPLE = re.compile(r" (?:of |more |hundred|dozen|thousand|million|days|weeks|months|years|hours|minutes|seconds)")
_KILLING = frozenset({"killing", "wounding", "injuring", "leaving", "displacing", "hurt", "shot", "left", "held"})
_SCORES = re.compile(
    r" (?:of |more |(?:(?:were|are|have been|had been|was) )?(?:killed|dead|die|injured|hurt|wounded|missing|feared|"
    r"arrested|held|detained|displaced|evacuated|rescued|trapped|saved))"
)
_ONE_AND = re.compile(r"(?<![^\W_])((?:an? |one )?)([a-z]+) and (?:a|one) $")
_REACH = 32
_CLOCK = re.compile(
    r"(?:-?(?:thirty|fifteen|forty-five))? (?:o'clock|a\.?m\b|p\.?m\b|in the (?:morning|afternoon|evening))"
)


def read(place: Site, when: When | None) -> list[Number]:
    """The numeral that begins with this word; none where the word has another sense here."""
    word = place.lower[place.start : place.end]
    if word in CARDINAL:
        return _cardinal(place, word, when)
    if word in ORDINAL:
        return _ordinal(place, word, when)
    if word in VAGUE:
        return _vague(place, word)
    if word == "half" or word == "quarter":
        return _share(place, word)
    if word in MULTIPLE:
        return _multiple(place, word)
    if word in RUN_TOGETHER:
        return [Number(place.start, end_of_row(place.lower, place.end), "unread", malformed=True)]
    return []


def _plain(place: Site, role: Role, value: int) -> Number:
    number = Decimal(value)
    return Number(place.start, place.end, role, number, number, number, form="words")


def _number(start: int, value: spelled.Value, role: Role = "claim") -> Number:
    return Number(start, value.end, role, value.stated, value.low, value.high, value.step, value.form, value.scaled)


def _with_article(place: Site) -> int:
    """Start of the numeral with the "a" that belongs to it: a dozen, a third."""
    at = place.start
    return at - 2 if place.before == "a" and place.lower[at - 1] in " -" else at


def _cardinal(place: Site, word: str, when: When | None) -> list[Number]:
    lower = place.lower
    value = spelled.cardinal(lower, place.end, word, joined=place.before != "between")
    if word in ("eighteen", "nineteen", "twenty") and value.end == place.end and (m := _YEAR.match(lower, place.end)):
        return [Number(place.start, m.end(), "year")]
    if word in SMALL and value.end == place.end:
        if share := spelled.fraction(lower, place.end, SMALL[word]):
            return [_number(place.start, share)]
        if m := _FOLD.match(lower, place.end):
            count = Decimal(SMALL[word])
            return [Number(place.start, m.end(), "claim", count, count, count, form="multiple")]
    if word == "dozen" and place.before.startswith("baker"):
        value.stated = value.low = value.high = Decimal(13)
    start = place.start if word in SMALL else _with_article(place)
    role: Role = _role(place, value)
    if when is not None and when.kind not in ("relative", "span"):
        role = "time" if when.kind == "time" else "date"
    return [_number(start, value, role)]


def _role(place: Site, value: spelled.Value) -> Role:
    if names.is_named_in_words(place, value.end) or (value.stated == 0 and _is_thermometer(place)):
        return "identifier"
    if place.lower.startswith("-", value.end) and (role := _tied(place, value)):
        return role
    if place.lower.endswith("-to-", 0, place.start):
        return "score"
    if _CLOCK.match(place.lower, value.end) or (value.end == place.end and is_hour(place, place.after)):
        return "time"
    if value.end == place.end and value.stated == 1 and place.lower[place.start] == "o":
        return role_of_one(place)
    return "claim"


def _tied(place: Site, value: spelled.Value) -> Role | None:
    """What a hyphen makes of a number in words: seven-to-one odds, a three-bed house."""
    if names.ODDS.match(place.lower, value.end):
        return "score"
    return "identifier" if value.end == place.end and names.is_feature(place, value.stated) else None


def _is_thermometer(place: Site) -> bool:
    """The zero of "10 degrees below zero" and "sub-zero": where the scale begins, and no figure."""
    if place.before.rstrip("-") == "sub":
        return True
    earlier = place.left[-2] if len(place.left) > 1 and place.before == "below" else ""
    return earlier[:1].isdecimal() or earlier in ("degrees", "degree", "c", "f", "celsius", "fahrenheit")


def _vague(place: Site, word: str) -> list[Number]:
    lower, before, start = place.lower, place.before, place.start
    if word == "couple":
        if before != "a" or not _COUPLE.match(lower, place.end):
            return []
        start = _with_article(place)
    elif word == "few":
        if place.after in SCALE or (before == "a" and (len(place.left) < 2 or place.left[-2] != "quite")):
            start = _with_article(place)
        elif before not in ("last", "past", "next", "first", "these", "those", "every", "coming", "previous"):
            return []
    elif word == "scores":
        if not _SCORES.match(lower, place.end) or (before and not _before_scores(before)):
            return []
    elif word == "tens" and not lower.startswith(" of ", place.end):
        return []
    return [_number(start, spelled.vague(lower, place.end, word))]


def _before_scores(before: str) -> bool:
    """ "killed scores of people" counts; "the test scores of pupils" are marks."""
    return is_closed(before) or before[-1] in ",:;.-\u2014\u2013" or before.endswith("ed") or before in _KILLING


def _share(place: Site, word: str) -> list[Number]:
    lower, before = place.lower, place.before
    m = _PAST.match(lower, place.end)
    if m and (m.group(1) == "past" or (word == "quarter" and _AT.intersection(place.left[-2:]))):
        return [Number(place.start, m.end(), "time")]
    if word == "quarter":
        value = spelled.one_of(lower, place.end, 4)
        if found := _and_a_half(place, value):
            return [found]
        tied = lower[place.end : place.end + 1] == "-" and place.after.lstrip("-").partition("-")[0] in _HALF_UNIT
        if value.scaled or tied or (before == "a" and (_is_share(place) or place.after in _HALF_UNIT)):
            return [_number(_with_article(place), value)]
        return []
    if lower[place.start - 1 : place.start] == "-" and before.rpartition("-")[0] not in ("one", "a", "and-a", "-a"):
        return []
    if place.plain[place.start].isupper() and place.plain[place.end + 1 : place.end + 2].isupper():
        return []
    if before.rpartition("-")[0 if before.endswith("-") else 2].strip("-") in _HALF_AFTER:
        return []
    following = place.after.lstrip("-").partition("-")[0]
    hyphen = lower[place.end : place.end + 1] == "-"
    if following in _HALF_BEFORE or following in _HALF_MANNER or (hyphen and following not in _HALF_UNIT):
        return []
    earlier = place.left[-3:-1]
    if found := _and_a_half(place, spelled.one_of(lower, place.end, 2)):
        return [found]
    if place.after == "of" and earlier[-1:] == ["the"] and not is_closed(before):
        return []  # the other side's half of a whole
    return [_number(_with_article(place), spelled.one_of(lower, place.end, 2))]


def _and_a_half(place: Site, share: spelled.Value) -> Number | None:
    """ "a year and a half", "the past decade and a half": one and a half of a unit that stands inside."""
    if place.before not in ("a", "one"):
        return None
    at = max(place.first, place.start - _REACH)
    m = _ONE_AND.search(place.lower, at, place.start)
    if m is None or share.stated is None or m.group(2) not in _HALF_UNIT or m.group(2)[-1] == "s":
        return None
    value = 1 + share.stated
    return Number(m.start(1), share.end, "claim", value, value, value, Decimal("0.1"), "mixed", inner=m.start(2))


def _multiple(place: Site, word: str) -> list[Number]:
    after = place.after
    mark = place.lower[place.end : place.end + 1]
    verb = word.endswith(("d", "ing", "fold"))
    if not verb and place.before in ("the", "a", "an", "his", "her", "their", "our", "first", "league", "historic"):
        return []  # the double
    if after in ("down", "up", "back", "over") or (after == "as" and word not in ("twice", "thrice")):
        return []  # to double down, to double as
    if not verb and (mark != " " or after not in _MULTIPLE_BEFORE):
        return []
    if word[-1] == "s" and after not in ("the", "its", "their", "his", "her", "to", "every"):
        return []  # the men's doubles
    if word in ("twice", "thrice") and after in _TIMES:
        return []  # arrested twice in a year: times, not a multiple
    value = MULTIPLE[word]
    return [Number(place.start, place.end, "claim", value, value, value, form="multiple")]


def _ordinal(place: Site, word: str, when: When | None) -> list[Number]:
    before, after = place.before, place.after
    if when is not None and when.kind == "day":
        return [_plain(place, "date", ORDINAL[word])]
    if word in DENOMINATOR and before in ("a", "one") and _is_share(place):
        value = spelled.one_of(place.lower, place.end, DENOMINATOR[word])
        return [_number(_with_article(place), value)]
    if CENTURY.match(place.lower, place.end):
        return [_plain(place, "year", ORDINAL[word])]
    if word == "second" and _is_time(before, after):
        return []
    return [_plain(place, "ordinal", ORDINAL[word])]


def _is_time(before: str, after: str) -> bool:
    """60 miles per second, a second later: a unit of time and no ordinal."""
    if before in ("per", "split", "half", "each") or before.rstrip("-") in SMALL:
        return True
    return before in ("a", "one", "every") and after != "time" and (not after or is_closed(after) or after == "later")


# "a third, 33 percent,", "a quarter (21%)": a share, and the same in figures
_TOLD_TWICE = re.compile(r"(?: \(|, (?:or )?)(?:about |some |nearly |almost )?\d[\d.]{0,5}+(?:%| %| per ?cent)")


def _is_share(place: Site) -> bool:
    """a third of, by a third, nearly a third in May; but a third man, a third-place finish."""
    after = place.after
    mark = place.lower[place.end : place.end + 1]
    if (after == "of" and mark == " ") or _TOLD_TWICE.match(place.lower, place.end):
        return True
    if mark == "-" or (mark == " " and after and not is_closed(after)):
        return False
    return (place.left[-2] if len(place.left) > 1 else "") in _SHARE_CUE

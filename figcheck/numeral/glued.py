"""What is written together with digits: letters, marks, links; money, units, codes, decades, compounds."""

from __future__ import annotations

import re
from decimal import Decimal

from figcheck import units
from figcheck.drafts import Number
from figcheck.numeral import names, pairs
from figcheck.numeral.digits import times, worth
from figcheck.numeral.lexicon import ORDINAL_ENDING, SCALE, SHORT
from figcheck.numeral.made import claim, other, scaled_claim
from figcheck.numeral.site import Site, is_closed
from figcheck.numeral.years import CENTURY

__all__ = ["left", "right"]

_LABEL = names.WORDS["label"]
_PICTURES = frozenset(("2", "4", "5", "8", "10"))
_NO_COUNT = names.WORDS["thousand_no_count"]
_VERSION = frozenset("abcdeghisx")  # "11g", "6s"; a lone m is a length or a million
_COUNTED = names.WORDS["counted_glued"]
_TIME = names.WORDS["time_glued"]
_PREFIX = names.WORDS["prefix"]
_LETTERS = re.compile(r"[^\W\d_]+")
_TAIL = re.compile(r"[^\W_]*")
_RUN = re.compile(r"\S*")
_LINK = re.compile(r"://|www\.|@|\w\.(?:com|org|net|co|gov|edu|info|io|tv|uk|de|fr|ly|me)\b")
_RESOLUTIONS = frozenset(("144", "240", "360", "480", "576", "720", "1080", "1440", "2160", "4320"))
_SIZE = re.compile(r"x(\d+(?:\.\d+)?) ?(?:in|inch|inches|cm|mm|ft|feet|centimet\w+|millimet\w+)(?![^\W_])")
_POWERS = frozenset(("m", "km", "cm", "mm", "ft", "in", "mi", "yd"))
_MONEY_SCALES = {"b": 10**9, "t": 10**12, "MM": 10**6}
_SCALED_CODE = re.compile(r"[KkMmBT]n?[A-Z]{3}")  # 120MEUR
_WORDS_OF_TIME = frozenset(("hour", "hours", "hrs", "year", "years", "day", "days", "minutes"))
_PARAGRAPH = re.compile(r"\([a-z]{1,2}\)(?:\(\d{1,2}\))*")  # 401(k), 501(c)(3)
_ONE = Decimal(1)


def left(place: Site, before: str) -> list[Number] | None:
    """What a letter or a mark straight before the digits makes of them; None where it tells nothing."""
    lower, start, end = place.lower, place.start, place.end
    head = lower[max(0, start - 60) : start]
    head = head.split()[-1] if not head[-1].isspace() else ""
    if before in "@#_" or (before in "./:=-&?%~" and _LINK.search(head)) or head.startswith(("@", "#")):
        return [_whole_run(place)]
    if before.isalpha():
        letters = _letters_before(head)
        if place.money is not None:
            return None
        if letters == "fy":
            return [other(start, end, "year", lower[start:end])]
        return [_whole_name(place)]
    if before == "'":
        return _apostrophe(place)
    if before == ".":
        return _dot(place, head)
    if before in "-\u2013":
        return _dash(place, head, before)
    if before == "^":
        return [other(start, end, "identifier", lower[start:end])]
    if before == "/" and head[:-1].isalpha() and len(head) < 5:
        return [_whole_name(place)]
    return None


def _letters_before(head: str) -> str:
    at = len(head)
    while at and head[at - 1].isalpha():
        at -= 1
    return head[at:]


def _whole_run(place: Site) -> Number:
    """A link, an address, a hashtag: one name up to its last digit."""
    m = _RUN.match(place.lower, place.end)
    end = m.end() if m else place.end
    while not place.lower[end - 1].isdecimal():
        end -= 1
    return other(place.start, end, "identifier")


def _whole_name(place: Site) -> Number:
    """A320, H1N1: one name with the letters and digits written together with it."""
    m = _TAIL.match(place.lower, place.end)
    end = m.end() if m else place.end
    return other(place.start, end, "identifier", place.lower[place.start : place.end])


def _apostrophe(place: Site) -> list[Number] | None:
    """'08 and '90s are years; after an opening quote the digits are plain."""
    start, end, lower = place.start, place.end, place.lower
    if end - start != 2 or not lower[start:end].isdecimal() or lower[start - 2 : start - 1].isdecimal():
        return None  # 5'10 is a height
    plural = lower[end : end + 1] == "s"
    if plural or (lower[start - 2 : start - 1] in (" ", "") and place.after[:1] not in ("%",) and place.left):
        return [other(start, end + plural, "year", lower[start:end])]
    return None


def _dot(place: Site, head: str) -> list[Number] | None:
    start, end, lower = place.start, place.end, place.lower
    word = _letters_before(head[:-1])
    if not head[:-1] or head[-2:-1] in '($"':
        if names.is_gun(place, lower[start - 1 : end]):
            return [other(start - 1, end, "identifier")]
        value = worth("0." + lower[start:end])
        return [scaled_claim(start - 1, end, *value, lower)] if value else None
    if place.money is not None:
        return None
    if word + "." in names.WORDS["label"] or (len(word) < 3 and word):
        return [_whole_name(place)]
    return None


def _dash(place: Site, head: str, before: str) -> list[Number] | None:
    word = head.rstrip("-\u2013")
    if not word and place.left[-2:-1] == ["covid"]:
        return [_whole_name(place)]
    if len(head) - len(word) > 1 or not word or before == "\u2013":
        return None
    letters = _letters_before(word)
    if not letters or letters in _PREFIX or _is_figure(place, word, letters):
        return None
    return [_whole_name(place)]


def _is_figure(place: Site, word: str, letters: str) -> bool:
    """Whether a figure with its unit stands before the dash: "2.3m-2.5m", "500m-1.5km", "6-foot-2", "six-foot-two"."""
    digits = word[: len(word) - len(letters)].rstrip("-")
    if letters in ("foot", "ft", "feet"):
        return True
    end = place.start - 1
    return digits[-1:].isdecimal() and (letters in SHORT or units.touching(place.plain[end - len(letters) : end]))


def right(place: Site, after: str) -> list[Number] | None:
    """What a letter or a mark straight behind the digits makes of them; None where it tells nothing."""
    lower, _start, end = place.lower, place.start, place.end
    if after in "@_&=#" or (after in "./:-" and _is_link(place)):
        return [_whole_run(place)] if lower[end + 1 : end + 2].strip() else None
    if after.isalpha():
        m = _LETTERS.match(lower, end)
        return _suffix(place, m.group() if m else after)
    if after == "(" and (paragraph := _PARAGRAPH.match(lower, end)):
        return [other(place.start, paragraph.end(), "identifier", lower[place.start : end])]
    if after in "-\u2013":
        if pair := pairs.read(place):
            return pair
        return _compound(place)
    return None


def _is_link(place: Site) -> bool:
    m = _RUN.match(place.lower, place.end, place.end + 80)
    return m is not None and bool(_LINK.search(m.group()))


def _suffix(place: Site, letters: str) -> list[Number] | None:
    """21st, 1990s, 5pm, 4.5bn, 40km, 4x4, 3G."""
    lower, start, end = place.lower, place.start, place.end
    token, stop = lower[start:end], end + len(letters)
    glued = lower[stop : stop + 1].isdecimal()
    if ORDINAL_ENDING.match(lower, end):
        return [other(start, stop, "year" if CENTURY.match(lower, stop) else "ordinal", token)]
    if letters == "s":
        return [_plural(place, token)]
    if (letters in _TIME and (len(token) > 3 or letters[0] in "ap")) or lower.startswith((".m.", ".m"), end + 1):
        return [other(start, end, "time", token)]
    value = worth(token)
    if glued and letters in _POWERS and value and lower[stop] in "23" and not lower[stop + 1 : stop + 2].isalnum():
        return [claim(start, end, *value), other(stop, stop + 1, "identifier")]
    if glued and letters != "x":
        return [_whole_name(place)]
    written = place.plain[end:stop]
    unit = units.touching(written) or letters in _COUNTED or letters in ("m", "t")
    if value is None:
        return None if unit or is_closed(letters) else [_whole_name(place)]
    if written == "K" and place.money is None and token in _PICTURES and _is_picture(place, stop):
        return [_whole_name(place)]
    if size := _scale(place, letters, written, stop):
        return [claim(start, stop, times(value[0], size), times(value[1], size), "mixed", scaled=True)]
    if letters == "x":
        return _by(place, value) if glued else [claim(start, end, *value)]
    if letters in ("d", "g", "s", "k", "hd") and written.isupper() and len(token) == 1:
        return [_whole_name(place)]
    if letters in ("p", "i") and token in _RESOLUTIONS:
        return [_whole_name(place)]
    if place.before in _LABEL and lower[start - 1] == " " and unit:
        return [_whole_name(place)]
    if letters in _VERSION and token.isdecimal() and names.is_version(place, stop):
        return [_whole_name(place)]
    if unit or is_closed(letters) or letters in _WORDS_OF_TIME or _SCALED_CODE.fullmatch(written):
        return [claim(start, end, *value)]
    return [_whole_name(place)]


def _is_picture(place: Site, stop: int) -> bool:
    """4K, a 10K run: no thousands, where no noun in the plural follows that could be counted."""
    after = place.lower[stop : stop + 1] == " " and len(place.right) > 1 and place.right[1].strip(",.;:")
    return not after or after in _NO_COUNT or is_closed(after)


def _scale(place: Site, letters: str, written: str, stop: int) -> int:
    """What letters multiply: "4.5bn", "$33million", "$3b", "$1MM", "3B dollars"; 0 where they are none of that."""
    if size := SHORT.get(letters) or SCALE.get(letters):
        return size
    size = _MONEY_SCALES.get(written if written == "MM" else letters, 0)
    if not size or (letters == "t" and written == "t"):
        return 0
    if place.money is not None:
        return size
    if not written.isupper():
        return 0
    unit = units.after(place, stop, True) if place.lower[stop : stop + 1] == " " else None
    return size if unit is not None and unit.kind == "money" else 0


def _by(place: Site, value: tuple[Decimal, Decimal]) -> list[Number]:
    """8x10in is two lengths; 4x4 and 1920x1080 are names."""
    m = _SIZE.match(place.lower, place.end)
    second = worth(m.group(1)) if m else None
    if m is None or second is None:
        return [_whole_name(place)]
    return [claim(place.start, place.end, *value), claim(m.start(1), m.end(1), *second)]


def _plural(place: Site, token: str) -> Number:
    """The 1990s and the 80s are years, 100s of people are hundreds, in her 30s is an age."""
    start, end = place.start, place.end
    bare = token.replace(",", "")
    if bare in ("100", "1000", "10000", "100000", "1000000"):
        low = Decimal(bare)
        return Number(start, end + 1, "claim", None, low * 2, low * 10 - 1, low, "vague")
    if not token.isdecimal():
        return other(start, end, "identifier")
    number = int(token) if len(token) < 9 else 0
    if len(token) == 4 or (len(token) == 2 and number % 10 == 0) or (len(token) == 3 and number % 100 == 0):
        owner = place.left[-2] if place.before.strip("-") in ("early", "mid", "late") else place.before
        if owner in ("his", "her", "their", "my", "our", "your") and len(token) == 2:
            return _band(start, end + 1, number)
        return other(start, end + 1, "year", token)
    return other(start, end + 1, "identifier", token)


def _band(start: int, end: int, number: int) -> Number:
    """In her 30s: from 30 to 39."""
    return Number(start, end, "claim", None, Decimal(number), Decimal(number + 9), _ONE, "vague")


def _compound(place: Site) -> list[Number] | None:
    """20-something and 7-Eleven are names, 7-to-1 odds, 3-for-4 a record; 40-mile is a figure with its unit."""
    if odds := names.ODDS.match(place.lower, place.end):
        token = place.lower[place.start : place.end]
        second = odds.group(odds.lastindex or 1)
        rest = [other(*odds.span(odds.lastindex or 1), "score", second)] if second.isdecimal() else []
        return [other(place.start, place.end, "score", token), *rest]
    if place.lower.startswith("-to-5", place.end) and place.lower[place.start : place.end] == "9":
        return [other(place.start, place.end + 5, "time")]
    m = _LETTERS.match(place.lower, place.end + 1)
    word = m.group() if m else ""
    if m and word in ("something", "somethings", "eleven"):
        return [other(place.start, m.end(), "identifier", place.lower[place.start : place.end])]
    return None

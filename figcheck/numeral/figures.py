"""Numerals in digits: what is written together with them, what shape they have, and what that makes of them."""

from __future__ import annotations

import re
from decimal import Decimal

from figcheck.dates import When
from figcheck.drafts import Form, Number
from figcheck.models import Role
from figcheck.numeral import names, pairs, years
from figcheck.numeral.digits import times, worth
from figcheck.numeral.lexicon import GLYPH, SHORT, ratio
from figcheck.numeral.site import Site, is_closed
from figcheck.numeral.spelled import scale_after

__all__ = ["read"]

_MONEY = names.WORDS["money_glued"]
_LONGEST = 80  # no list of numbers written without spaces is longer
_CURRENCY = ("$", "€", "£", "¥", "₹")
_MONEY_LETTER = names.WORDS["money_letter"]
_UNIT = names.WORDS["unit_glued"]
_TIME = names.WORDS["time_glued"]
_PREFIX = names.WORDS["prefix"]
_LETTERS = re.compile(r"[^\W\d_]+")
_TAIL = re.compile(r"[^\W_]*")
_RUN = re.compile(r"\S*")
_HEAD = re.compile(r"\S{1,60}$")
_LINK = re.compile(r"://|www\.|@|\w\.(?:com|org|net|co|gov|edu|info|io|tv|uk|de|fr|ly|me)\b")
_SPACED = re.compile(r"(?: \d{3}){1,5}(?![\d,]|\.\d| \d{3}(?!\d))")
_MIXED = re.compile(r"[ -](\d)[/\u2044](\d{1,2})(?![\d/])")
_MIXED_WORDS = re.compile(r" and (?:a (half|quarter)|(three) quarters)(?![^\W\d_])")
_PLAIN_LEFT = frozenset(' \n\t("[{$€£¥₹₦₱₩₪₫₴₽฿~<>≈*|;=,!?\u2014\u2026')
_GROUPED = re.compile(r"\)?[ -]\d{2,6}[ -]\d{2,6}")
_GROUPS = re.compile(r"\)?(?:[ -]\d{2,6}(?!\d)){0,6}")
_ORDINALS = frozenset(("st", "nd", "rd", "th"))
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?")
_RESOLUTIONS = frozenset(("144", "240", "360", "480", "576", "720", "1080", "1440", "2160", "4320"))
_POWERS = frozenset(("m", "km", "cm", "mm", "ft", "in", "mi", "yd"))
_WORDS_OF_TIME = frozenset(("hour", "hours", "hrs", "year", "years", "day", "days", "minutes", "million", "billion"))
_CENTURY = re.compile(r"[ -](?:or \w+ )?centur(?:y|ies)(?![^\W\d_])")
_ONE = Decimal(1)


def read(place: Site, when: When | None) -> list[Number]:
    """The numerals that begin at this run of digits: one, or all those of a pair or a chain."""
    start, end = place.start, place.end
    lower = place.lower
    before, after = lower[start - 1 : start] if start else "", lower[end : end + 1]
    if after in GLYPH:
        return [_mixed_glyph(start, end, lower)]
    if lower[start] in GLYPH:
        share = GLYPH[lower[start]]
        return [_claim(start, end, ratio(share.numerator, share.denominator), Decimal("0.1"), "fraction")]
    if when is not None and not _counts_time(place, when):
        return [_dated(place, when)]
    if end - start in (1, 3) and after in ("-", " ", ")", ".") and (number := pairs.phone(place)):
        return [number]
    if before and before not in _PLAIN_LEFT and (found := _glued_left(place, before)):
        return found
    if after and (after.isalpha() or after in "-\u2013/@_:&=.#") and (found := _glued_right(place, after)):
        return found
    return _plain(place)


def _counts_time(place: Site, when: When) -> bool:
    """In "the past 24 hours" 24 is a figure, in "Oct. 7" 7 is none."""
    return when.kind in ("relative", "span") and place.after.startswith(years.TIME_STEMS)


def _claim(
    start: int, end: int, value: Decimal, step: Decimal = _ONE, form: Form = "digits", scaled: bool = False
) -> Number:
    return Number(start, end, "claim", value, value, value, step, form, scaled)


def _other(start: int, end: int, role: Role, token: str = "") -> Number:
    value = worth(token) if token else None
    number = value[0] if value else None
    return Number(start, end, role, number, number, number)


def _dated(place: Site, when: When) -> Number:
    token = place.lower[place.start : place.end]
    end = place.end
    if (m := _LETTERS.match(place.lower, end)) and m.group() in _ORDINALS:
        end = m.end()
    role: Role = "time" if when.kind == "time" else "year" if when.kind == "year" else "date"
    return _other(place.start, end, role, token)


def _mixed_glyph(start: int, end: int, lower: str) -> Number:
    share = GLYPH[lower[end]]
    whole = worth(lower[start:end])
    value = (whole[0] if whole else 0) + ratio(share.numerator, share.denominator)
    return _scaled(start, end + 1, value, Decimal("0.1"), lower, "mixed")


def _scaled(start: int, end: int, value: Decimal, step: Decimal, lower: str, form: Form = "digits") -> Number:
    """The number with the scale word that follows it, where one does."""
    scale = scale_after(lower, end)
    if scale is None:
        return _claim(start, end, value, step, form)
    return _claim(start, scale[1], times(value, scale[0]), times(step, scale[0]), "mixed", scaled=scale[0] > 100)


def _glued_left(place: Site, before: str) -> list[Number] | None:
    """What a letter or a mark straight before the digits makes of them; None where it tells nothing."""
    lower, start, end = place.lower, place.start, place.end
    head = lower[max(0, start - 60) : start]
    head = head.split()[-1] if not head[-1].isspace() else ""
    if before in "@#_" or (before in "./:=-&?%~" and _LINK.search(head)) or head.startswith(("@", "#")):
        return [_whole_run(place)]
    if before.isalpha():
        letters = _letters_before(head)
        if (
            head[: len(head) - len(letters)].endswith(_CURRENCY)
            or letters in _MONEY
            or (letters in _MONEY_LETTER and not lower[start:end].isdecimal())
        ):
            return None
        if letters == "fy":
            return [_other(start, end, "year", lower[start:end])]
        return [_whole_name(place)]
    if before == "'":
        return _apostrophe(place)
    if before == ".":
        return _dot(place, head)
    if before in "-\u2013":
        return _dash(place, head, before)
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
    return _other(place.start, end, "identifier")


def _whole_name(place: Site) -> Number:
    """A320, H1N1: one name with the letters and digits written together with it."""
    m = _TAIL.match(place.lower, place.end)
    end = m.end() if m else place.end
    return _other(place.start, end, "identifier", place.lower[place.start : place.end])


def _apostrophe(place: Site) -> list[Number] | None:
    """'08 and '90s are years; after an opening quote the digits are plain."""
    start, end, lower = place.start, place.end, place.lower
    if end - start != 2 or not lower[start:end].isdecimal():
        return None
    plural = lower[end : end + 1] == "s"
    if plural or (lower[start - 2 : start - 1] in (" ", "") and place.after[:1] not in ("%",) and place.left):
        return [_other(start, end + plural, "year", lower[start:end])]
    return None


def _dot(place: Site, head: str) -> list[Number] | None:
    start, end, lower = place.start, place.end, place.lower
    word = _letters_before(head[:-1])
    if not head[:-1] or head[-2:-1] in '($"':
        value = worth("0." + lower[start:end])
        return [_scaled(start - 1, end, *value, lower)] if value else None
    if word in _MONEY:
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
    if not letters or letters in _PREFIX:
        return None
    return [_whole_name(place)]


def _glued_right(place: Site, after: str) -> list[Number] | None:
    """What a letter or a mark straight behind the digits makes of them; None where it tells nothing."""
    lower, _start, end = place.lower, place.start, place.end
    if after in "@_&=#" or (after in "./:-" and _is_link(place)):
        return [_whole_run(place)] if lower[end + 1 : end + 2].strip() else None
    if after.isalpha():
        m = _LETTERS.match(lower, end)
        return _suffix(place, m.group() if m else after)
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
    if letters in _ORDINALS:
        return [_other(start, stop, "year" if _CENTURY.match(lower, stop) else "ordinal", token)]
    if letters == "s":
        return [_plural(place, token)]
    if (letters in _TIME and (len(token) > 3 or letters[0] in "ap")) or lower.startswith((".m.", ".m"), end + 1):
        return [_other(start, end, "time", token)]
    value = worth(token)
    if glued and letters in _POWERS and value and lower[stop] in "23" and not lower[stop + 1 : stop + 2].isalnum():
        return [_claim(start, end, *value), _other(stop, stop + 1, "identifier")]
    if glued and letters != "x":
        return [_whole_name(place)]
    if value is None:
        return None
    if letters in SHORT or (letters == "b" and _is_money(place)):
        size = SHORT.get(letters, 10**9)
        return [_claim(start, stop, times(value[0], size), times(value[1], size), "mixed", scaled=True)]
    if letters == "x":
        return [_whole_name(place)] if glued and len(token) == 1 else [_claim(start, end, *value)]
    if letters in ("d", "g", "s", "k", "hd") and place.plain[end].isupper() and len(token) == 1:
        return [_whole_name(place)]
    if letters in ("p", "i") and token in _RESOLUTIONS:
        return [_whole_name(place)]
    if letters in _UNIT or is_closed(letters) or letters in _WORDS_OF_TIME:
        return [_claim(start, end, *value)]
    return [_whole_name(place)]


def _is_money(place: Site) -> bool:
    return place.start > 0 and place.lower[place.start - 1] in "$€£¥₹"


def _plural(place: Site, token: str) -> Number:
    """The 1990s and the 80s are years, 100s of people are hundreds, in her 30s is an age."""
    start, end = place.start, place.end
    bare = token.replace(",", "")
    if bare in ("100", "1000", "10000", "100000", "1000000"):
        low = Decimal(bare)
        return Number(start, end + 1, "claim", None, low * 2, low * 10 - 1, low, "vague")
    if not token.isdecimal():
        return _other(start, end, "identifier")
    number = int(token) if len(token) < 9 else 0
    if len(token) == 4 or (len(token) == 2 and number % 10 == 0):
        owner = place.left[-2] if place.before.strip("-") in ("early", "mid", "late") else place.before
        if owner in ("his", "her", "their", "my", "our", "your") and len(token) == 2:
            return _band(start, end + 1, number)
        return _other(start, end + 1, "year", token)
    return _other(start, end + 1, "identifier", token)


def _band(start: int, end: int, number: int) -> Number:
    """In her 30s: from 30 to 39."""
    return Number(start, end, "claim", None, Decimal(number), Decimal(number + 9), _ONE, "vague")


def _compound(place: Site) -> list[Number] | None:
    """20-something and 7-Eleven are names; 40-mile is a figure with its unit."""
    m = _LETTERS.match(place.lower, place.end + 1)
    word = m.group() if m else ""
    if m and word in ("something", "somethings", "eleven"):
        return [_other(place.start, m.end(), "identifier", place.lower[place.start : place.end])]
    return None


def _plain(place: Site) -> list[Number]:
    """Digits that stand alone: a shape of their own, a year, a label, or a figure."""
    lower, start, end = place.lower, place.start, place.end
    token = lower[start:end]
    if not token.isdecimal() and (found := _shaped(place, token)):
        return found
    value = worth(token)
    if value is None:
        return _listed(place, token)
    if token.isdecimal():
        if place.start and lower[start - 1] in "$€£¥":
            return [_scaled(start, end, *value, lower)]
        if len(token) < 4 and (m := _SPACED.match(lower, end)):
            grouped = worth(lower[start : m.end()])
            if grouped and not names.is_label(place, token):
                return [_scaled(start, m.end(), *grouped, lower)]
        if (m := _MIXED.match(lower, end)) and 0 < int(m.group(1)) < int(m.group(2)):
            share = ratio(int(m.group(1)), int(m.group(2)))
            return [_scaled(start, m.end(), value[0] + share, Decimal("0.1"), lower, "mixed")]
        if m := _MIXED_WORDS.match(lower, end):
            share = ratio(3 if m.group(2) else 1, 4 if m.group(2) or m.group(1) == "quarter" else 2)
            return [_scaled(start, m.end(), value[0] + share, Decimal("0.1"), lower, "mixed")]
        if years.is_clock(place, token):
            return [_other(start, end, "time", token)]
        if years.is_year(place, token):
            return [_other(start, end, "year", token)]
        if (token[0] == "0" and len(token) > 1) or (lower[start - 1 : start] == "+" and _GROUPED.match(lower, end)):
            return [_phone(place)]
    scaled = _scaled(start, end, *value, lower)
    if scaled.scaled:
        return [scaled]
    if len(token) < 4 and names.is_result(place):
        return [_other(start, end, "score", token)]
    if names.is_label(place, token):
        return [_other(start, end, "identifier", token)]
    return [scaled]


def _phone(place: Site) -> Number:
    """0800 123 456, +44 20 7946 0958: one label with its groups."""
    m = _GROUPS.match(place.lower, place.end)
    return _other(place.start, m.end() if m else place.end, "identifier")


def _shaped(place: Site, token: str) -> list[Number] | None:
    """10:30, 1/3, 24/7, 1.2.3: shapes that are no plain number."""
    start, end = place.start, place.end
    if ":" in token:
        return [_other(start, end, _colon_role(place, token))]
    if "/" in token or "\u2044" in token:
        return _slashed(place, token.replace("\u2044", "/"))
    if token.count(".") > 1 and worth(token) is None:
        return [_other(start, end, "identifier")]
    return None


def _colon_role(place: Site, token: str) -> Role:
    """10:30 is a time, Isaiah 45:1 a place in a book, 3:1 a score."""
    if _CLOCK.fullmatch(token) or token.count(":") > 1:
        return "time"
    return "identifier" if place.before_raw[:1].isupper() else "score"


def _slashed(place: Site, token: str) -> list[Number]:
    start, end = place.start, place.end
    over, _, under = token.partition("/")
    if not (over.isdecimal() and under.isdecimal()) or len(over) > 4 or len(under) > 4:
        return [_other(start, end, "identifier")]
    if len(over) == 4 and len(under) in (2, 4):
        return [_other(start, end, "year")]
    if token in ("24/7", "9/11", "7/7", "50/50", "20/20"):
        return [_other(start, end, "date" if token in ("9/11", "7/7") else "identifier")]
    if 0 < int(over) < int(under) and (int(under) <= 100 or over == "1"):
        return [_scaled(start, end, ratio(int(over), int(under)), ratio(1, int(under)), place.lower, "fraction")]
    if len(over) == 2 and int(over[1]) < int(under) in (2, 3, 4, 8) and place.after.startswith(years.TIME_STEMS):
        return [_claim(start, end, int(over[0]) + ratio(int(over[1]), int(under)), Decimal("0.1"), "mixed")]
    return [_other(start, end, "score")]


def _listed(place: Site, token: str) -> list[Number]:
    """Digits whose commas group nothing: a decimal comma before a scale word or percent, else a list."""
    lower, start, end = place.lower, place.start, place.end
    if (
        token.count(",") == 1
        and "." not in token
        and (scale_after(lower, end) or place.after in ("percent", "per", "%"))
    ):
        value = worth(token.replace(",", "."))
        if value:
            return [_scaled(start, end, *value, lower)]
    out = []
    role: Role = "identifier" if place.before in names.WORDS["label"] else "unread"
    at = start
    if end - start > _LONGEST:
        return [_other(start, end, "unread")]
    for piece in re.split("[,.:/\u2044]", token):
        value = worth(piece)
        if value is None or role == "identifier":
            out.append(_other(at, at + len(piece), role, piece))
        elif len(piece) < 4:
            out.append(_claim(at, at + len(piece), *value))
        else:
            out.append(_other(at, at + len(piece), "unread"))
        at += len(piece) + 1
    return out

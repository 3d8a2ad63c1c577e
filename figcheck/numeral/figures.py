"""Numerals in digits: what they are, from their shape, from what is glued to them, and from the words beside them."""

from __future__ import annotations

import re
from decimal import Decimal

from figcheck.dates import When
from figcheck.drafts import Number
from figcheck.models import Role
from figcheck.numeral import glued, inside, names, pairs, shapes, years
from figcheck.numeral.digits import worth
from figcheck.numeral.lexicon import GLYPH, ORDINAL_ENDING, ratio
from figcheck.numeral.made import TENTH, claim, other, scaled_claim
from figcheck.numeral.site import Site
from figcheck.numeral.spelled import scale_after

__all__ = ["read"]

_SPACED = re.compile(r"(?: \d{3}){1,5}(?:,\d\d(?!\d))?(?![\d]|[,.]\d| \d{3}(?!\d))")
_MIXED = re.compile(r"(?: |-(?=\d/\d{1,2}[ -][^\W\d_]))(\d)[/\u2044](\d{1,2})(?![\d/])")
_MIXED_WORDS = re.compile(r" and (?:a (half|quarter)|(three) quarters)(?![^\W\d_])")
_PLAIN_LEFT = frozenset(' \n\t("[{$€£¥₹₦₱₩₪₫₴₽฿~<>≈*|;=,!?\u2014\u2026')
_DEGREES = ("\u00b0", "\u00ba", " \u00b0", " \u00ba", " degrees")
_LONGEST = 8  # digits in a row
_GROUPED = re.compile(r"\)?[ -]\d{2,6}[ -]\d{2,6}")
_GROUPS = re.compile(r"\)?(?:[ -]\d{2,6}(?!\d)){0,6}")


def read(place: Site, when: When | None) -> list[Number]:
    """The numerals that begin at this run of digits: one, or all those of a pair or a chain."""
    start, end = place.start, place.end
    lower = place.lower
    before, after = lower[start - 1 : start] if start else "", lower[end : end + 1]
    if after in GLYPH:
        return [_mixed_glyph(start, end, lower)]
    if lower.startswith(_DEGREES, end) and (found := inside.position(place)):
        return found
    if lower[start] in GLYPH:
        share = GLYPH[lower[start]]
        return [claim(start, end, ratio(share.numerator, share.denominator), TENTH, "fraction")]
    if when is not None and not _counts_time(place, when):
        return [_dated(place, when)]
    if after == "'" and lower[end - 1] == "0" and end - start == 2 and lower.startswith("'s", end):
        return [other(start, end + 2, "year", lower[start:end])]
    if end - start in (1, 3) and after in ("-", " ", ")", ".") and (number := pairs.phone(place)):
        return [number]
    if before and before not in _PLAIN_LEFT and (found := glued.left(place, before)):
        return found
    if after == "-" and (m := _MIXED.match(lower, end)) and _is_share(m) and lower[start:end].isdecimal():
        return [_mixed(place, m)]
    if after and (after.isalpha() or after in "-\u2013/@_:&=.#(") and (found := glued.right(place, after)):
        return found
    return _plain(place)


def _counts_time(place: Site, when: When) -> bool:
    """In "the past 24 hours" 24 is a figure, in "Oct. 7" 7 is none."""
    return when.kind in ("relative", "span") and place.after.startswith(years.TIME_STEMS)


def _dated(place: Site, when: When) -> Number:
    token = place.lower[place.start : place.end]
    end = place.end
    if m := ORDINAL_ENDING.match(place.lower, end):
        end = m.end()
    role: Role = "time" if when.kind == "time" else "year" if when.kind == "year" else "date"
    return other(place.start, end, role, token)


def _is_share(m: re.Match[str]) -> bool:
    return 0 < int(m.group(1)) < int(m.group(2))


def _mixed(place: Site, m: re.Match[str]) -> Number:
    """7 1/2, and 7-1/2 as the wires write it."""
    value = Decimal(place.lower[place.start : place.end]) + ratio(int(m.group(1)), int(m.group(2)))
    return scaled_claim(place.start, m.end(), value, TENTH, place.lower, "mixed")


def _mixed_glyph(start: int, end: int, lower: str) -> Number:
    share = GLYPH[lower[end]]
    whole = worth(lower[start:end])
    value = (whole[0] if whole else 0) + ratio(share.numerator, share.denominator)
    return scaled_claim(start, end + 1, value, TENTH, lower, "mixed")


def _plain(place: Site) -> list[Number]:
    """Digits with nothing glued to them: a shape of their own, a year, a label, or a figure."""
    lower, start, end = place.lower, place.start, place.end
    token = lower[start:end]
    bare = token.isdecimal()
    if not bare and (found := shapes.shaped(place, token)):
        return found
    value = worth(token)
    if value is None:
        return shapes.listed(place, token)
    if place.money is not None:
        return [_sum(place, token, value)]
    if bare and (number := _whole(place, token, value)):
        return [number]
    scaled = scaled_claim(start, end, *value, lower)
    if scaled.scaled or inside.around_code(place, scaled):
        return [scaled]
    if names.is_gun(place, token) or (lower[end : end + 1] == "-" and names.is_feature(place, value[0])):
        return [other(start, end, "identifier", token)]
    if len(token) < 4 and names.is_result(place):
        return [other(start, end, "score", token)]
    if names.is_label(place, token):
        return [other(start, end, "identifier", token)]
    return [scaled]


def _sum(place: Site, token: str, value: tuple[Decimal, Decimal]) -> Number:
    """Digits behind a money sign, with the groups that spaces set apart."""
    end = place.end
    if len(token) < 4 and (m := _SPACED.match(place.lower, end)) and (grouped := _grouped(place, m)):
        value, end = grouped, m.end()
    return scaled_claim(place.start, end, *value, place.lower)


def _grouped(place: Site, m: re.Match[str]) -> tuple[Decimal, Decimal] | None:
    return worth(place.lower[place.start : m.end()].replace(",", "."))


def _whole(place: Site, token: str, value: tuple[Decimal, Decimal]) -> Number | None:
    """Digits with no mark inside: groups set apart, a mixed number, a time, a year, a phone number."""
    lower, start, end = place.lower, place.start, place.end
    if len(token) < 4 and (m := _SPACED.match(lower, end)):
        grouped = _grouped(place, m)
        if grouped and not names.is_label(place, token):
            number = scaled_claim(start, m.end(), *grouped, lower)
            inside.around_code(place, number)
            return number
    if (m := _MIXED.match(lower, end)) and _is_share(m):
        return _mixed(place, m)
    if m := _MIXED_WORDS.match(lower, end):
        share = ratio(3 if m.group(2) else 1, 4 if m.group(2) or m.group(1) == "quarter" else 2)
        return scaled_claim(start, m.end(), value[0] + share, TENTH, lower, "mixed")
    if years.is_clock(place, token):
        return other(start, end, "time", token)
    if years.is_year(place, token):
        return other(start, end, "year", token)
    if len(token) > _LONGEST and not scale_after(lower, end):
        return other(start, end, "identifier")  # an account, a time stamp: so large a number has groups
    if (token[0] == "0" and len(token) > 1) or (lower[start - 1 : start] == "+" and _GROUPED.match(lower, end)):
        return _phone(place)
    return None


def _phone(place: Site) -> Number:
    """0800 123 456, +44 20 7946 0958: one label with its groups."""
    m = _GROUPS.match(place.lower, place.end)
    return other(place.start, m.end() if m else place.end, "identifier")

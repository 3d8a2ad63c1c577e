"""Digits with marks inside that are no plain number: 10:30, 1/3, 24/7, 1.2.3, 1,2,3."""

from __future__ import annotations

import re

from figcheck.drafts import Number
from figcheck.models import Role
from figcheck.numeral import names, years
from figcheck.numeral.digits import worth
from figcheck.numeral.lexicon import ratio
from figcheck.numeral.made import TENTH, claim, other, scaled_claim
from figcheck.numeral.malformed import is_malformed
from figcheck.numeral.site import Site
from figcheck.numeral.spelled import scale_after

__all__ = ["listed", "shaped"]

_LONGEST = 80  # no list of numbers written without spaces is longer
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?|\d{1,3}:[0-5]\d(?:\.\d+)?")  # of day, or of a race


def shaped(place: Site, token: str) -> list[Number] | None:
    """10:30, 1/3, 24/7, 1.2.3: shapes that are no plain number."""
    start, end = place.start, place.end
    if ":" in token:
        return [other(start, end, _colon_role(place, token))]
    if "/" in token or "\u2044" in token:
        return _slashed(place, token.replace("\u2044", "/"))
    if token.count(".") > 1 and worth(token) is None and not is_malformed(place, token):
        return [other(start, end, "identifier")]
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
        return [other(start, end, "identifier")]
    if len(over) == 4 and len(under) in (2, 4):
        return [other(start, end, "year")]
    if token in ("24/7", "9/11", "7/7", "50/50", "20/20"):
        return [other(start, end, "date" if token in ("9/11", "7/7") else "identifier")]
    if place.after in names.WORDS["odds_after"]:
        return [other(start, end, "score")]
    if 0 < int(over) < int(under) and (int(under) <= 100 or over == "1"):
        return [scaled_claim(start, end, ratio(int(over), int(under)), ratio(1, int(under)), place.lower, "fraction")]
    if len(over) == 2 and int(over[1]) < int(under) in (2, 3, 4, 8) and place.after.startswith(years.TIME_STEMS):
        return [claim(start, end, int(over[0]) + ratio(int(over[1]), int(under)), TENTH, "mixed")]
    return [other(start, end, "score")]


def _is_rand(place: Site, token: str) -> bool:
    """R135,00: the one currency that is written with a comma in English."""
    return token[-3:-2] == "," and (sign := place.money) is not None and sign.name == "ZAR"


def listed(place: Site, token: str) -> list[Number]:
    """Digits whose commas group nothing: a decimal comma before a scale word or percent, else a list."""
    lower, start, end = place.lower, place.start, place.end
    if (
        token.count(",") == 1
        and "." not in token
        and (scale_after(lower, end) or place.after in ("percent", "per", "%") or _is_rand(place, token))
    ):
        value = worth(token.replace(",", "."))
        if value:
            return [scaled_claim(start, end, *value, lower)]
    out = []
    role: Role = "identifier" if place.before in names.WORDS["label"] else "unread"
    at = start
    if end - start > _LONGEST:
        return [other(start, end, "unread")]
    if role != "identifier" and is_malformed(place, token):
        sign = place.money
        return [Number(sign.at if sign else start, end, "unread", malformed=True)]
    for piece in re.split("[,.:/\u2044]", token):
        value = worth(piece)
        if len(piece) == 4 and "1000" <= piece <= "2199":
            out.append(other(at, at + len(piece), "year", piece))
        elif value is None or role == "identifier":
            out.append(other(at, at + len(piece), role, piece))
        elif len(piece) < 4:
            out.append(claim(at, at + len(piece), *value))
        else:
            out.append(other(at, at + len(piece), "unread"))
        at += len(piece) + 1
    return out

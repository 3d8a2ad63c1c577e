"""Two numbers with a dash between them: a range, a score or a vote, a season, a phone number."""

from __future__ import annotations

import re

from figcheck.drafts import Number
from figcheck.models import Role
from figcheck.numeral.digits import times, worth
from figcheck.numeral.lexicon import CARDINAL
from figcheck.numeral.made import claim, other
from figcheck.numeral.names import WORDS, is_house
from figcheck.numeral.site import Site, is_closed
from figcheck.numeral.spelled import scale_after

__all__ = ["phone", "read"]

_SECOND = re.compile(r"[-\u2013](\d+(?:,\d{3}(?!\d))*(?:\.\d+)?)")
_PHONE = re.compile(
    r"(?:1[- .]\(?)?\d{3}(?:\)[- .]?|[- .])\d{3}-? ?(?:-|(?<=[- .]))(?:\d{4}|[A-Z]{3,})"
    r"|1-?\d{3}-(?:\d{3}-)?[A-Z]|\d{3}-\d{3}-[A-Z]|\d{3} \d{3}[- ]\d{4}"
)
_CHAIN = re.compile(r"(?:[-\u2013]\d+)+")
_MOST = 8  # a longer chain is a code
_CLOCK = re.compile(r" ?[ap]\.?m\b")
_BEFORE = WORDS["score_before"]
_AFTER = WORDS["score_after"]
_CONTEXT = WORDS["score_context"]
_LABEL = WORDS["label"]
_RANGE_BEFORE = WORDS["range_before"]


def phone(place: Site) -> Number | None:
    """A telephone number that begins here, letters and all: 800-555-TIPS."""
    m = _PHONE.match(place.plain, place.start)
    if m is None or place.lower[m.end() : m.end() + 1].isdecimal():
        return None
    end = m.end()
    while not place.lower[end - 1].isdecimal():
        end -= 1
    return other(place.start, end, "identifier")


def read(place: Site) -> list[Number] | None:
    """The numerals of a pair or a chain that begins here; None where no digit follows the dash."""
    lower = place.lower
    spans = [(place.start, place.end)]
    while len(spans) < _MOST and (m := _SECOND.match(lower, spans[-1][1])):
        spans.append(m.span(1))
    if len(spans) == 1:
        return None
    if len(spans) == _MOST and (m := _CHAIN.match(lower, spans[-1][1])):
        return [other(place.start, m.end(), "identifier")]
    tokens = [lower[s:e] for s, e in spans]
    end = spans[-1][1]
    role = _role(place, tokens, end)
    if role == "claim":
        return _range(lower, spans, tokens)
    return [other(s, e, role, t) for (s, e), t in zip(spans, tokens)]


def _range(lower: str, spans: list[tuple[int, int]], tokens: list[str]) -> list[Number]:
    out = [claim(s, e, *value) for (s, e), t in zip(spans, tokens) if (value := worth(t))]
    last = out[-1]
    scale = scale_after(lower, last.end)
    if scale and last.stated is not None:
        size, last.end = scale
        last.stated = times(last.stated, size)
        last.low = last.high = last.stated
        last.step = times(last.step, size)
        last.form, last.scaled = "mixed", size > 100
    return out


def _role(place: Site, tokens: list[str], end: int) -> Role:
    if len(tokens) > 2:
        return "score" if all(len(t) < 3 for t in tokens) and tokens != ["9", "1", "1"] else "identifier"
    first, second = tokens
    if place.lower[end : end + 1] == "s" and not place.lower[end + 1 : end + 2].isalnum():
        return "identifier"  # the 18-34s
    if place.before in _LABEL and place.lower[place.start - 1] == " ":
        return "identifier"
    if is_house(place, end) or _is_standard(place, first, second):
        return "identifier"
    if first.isdecimal() and second.isdecimal():
        if _is_season(first, second):
            return "year"
        if len(first) == 3 and len(second) == 4:
            return "identifier"
        if _CLOCK.match(place.lower, end):
            return "time"
        if len(first) > 4 and len(second) < len(first):
            return "identifier"
        if first == second == "50" or (first, second) == ("24", "7"):
            return "identifier"
    if place.lower[place.start - 1 : place.start] == "," and place.lower[place.start - 2 : place.start - 1].isdecimal():
        return "score"
    a, b = worth(first), worth(second)
    if a is None or b is None:
        return "identifier"
    if not (first.isdecimal() and second.isdecimal()) or max(len(first), len(second)) > 3:
        return "claim"
    return "score" if _is_score(place, int(first), int(second), end) else "claim"


def _is_standard(place: Site, first: str, second: str) -> bool:
    """ISO 3888-2: a body's letters before it, and a part of it behind the dash."""
    raw = place.before_raw
    return raw.isupper() and 1 < len(raw) < 6 and len(second) < len(first) and len(first) > 3 and first.isdecimal()


def _is_season(first: str, second: str) -> bool:
    """2013-14, 1998-2004."""
    if len(first) != 4 or not "1000" <= first <= "2199":
        return False
    if len(second) == 4:
        return first < second <= "2199"
    if len(second) == 1:
        return second > first[3]
    return len(second) == 2 and (int(second) > int(first[2:]) or second == "00")


def _is_score(place: Site, first: int, second: int, end: int) -> bool:
    after = place.lower[end : end + 40].split()
    mark = place.lower[end : end + 1]
    following = after[0].strip(".,;:!?\"')") if after and mark in " \n" else ""
    if following in _AFTER:
        return True
    if mark in ("%", "-") or place.money is not None:
        return mark == "-" and place.lower[end + 1 : end + 2].isdecimal()
    capital = place.plain[end + 1 : end + 2].isupper() and mark == " "
    if capital and place.before_raw[:1].isupper():
        return True
    counts = following.isalpha() and not is_closed(following) and following not in CARDINAL and not capital
    left = [w.strip(".,;:!?\"'()") for w in place.left[-3:]]
    cued = any(w in _BEFORE for w in left)
    if first > second:
        return not counts or cued
    if left and left[-1] in _RANGE_BEFORE:
        return False
    if first == second:
        return True
    if counts:
        return False
    return cued or (first == 0) or _is_sport(place)


def _is_sport(place: Site) -> bool:
    words = place.lower[max(place.first, place.start - 160) : min(place.last, place.end + 160)].split()
    return any(w.strip(".,;:!?\"'()") in _CONTEXT for w in words)

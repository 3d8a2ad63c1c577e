"""Numbers that are a label: sections, flights, channels, models, addresses, phone and list numbers."""

from __future__ import annotations

import re

from figcheck.numeral.site import Site, is_closed
from figcheck.words import load

__all__ = ["WORDS", "is_label"]

WORDS: dict[str, frozenset[str]] = {k: frozenset(v.split()) for k, v in load("names.toml").items()}

_LABEL = WORDS["label"]
_LABEL_CAPITAL = WORDS["label_capital"]
_COUNTED = WORDS["counted"]
_STREET = re.compile(r" (?:[NSEW]\.? )?(?:[A-Z][\w'.]*,? ){0,3}?[A-Z][\w'.]* ([A-Z][a-z]+)\b")
_PHONE = re.compile(r"\+?\(?\d{1,5}\)?(?:[ .-]\(?\d{2,6}\)?){1,5}(?!\d)")
_MARKED = frozenset(",;:.!?\"')]")


def is_label(place: Site, token: str) -> bool:
    """Whether the words beside a plain run of digits make it a name or a label."""
    word = place.before
    if not word:
        return _is_list_number(place)
    if word in _LABEL:
        return not _counts(place, token)
    raw = place.before_raw
    if not raw[:1].isupper() and not any(c.isupper() for c in raw):
        return False
    if word in _LABEL_CAPITAL and len(place.left) > 1:
        return not _counts(place, token)
    if not token.isdecimal() or len(token) > 4:
        return len(token) == 5 and _is_zip(raw, place)
    return _is_address(place, token) or _is_named(place, raw)


def _counts(place: Site, token: str) -> bool:
    """A figure all the same: grouped, or with a plural behind it ("in the first round 12 people")."""
    return "," in token or place.after in _COUNTED


def _is_list_number(place: Site) -> bool:
    return (
        place.lower[place.end : place.end + 1] in (".", ")")
        and place.plain[place.end + 1 : place.end + 2]
        in (
            " ",
            "\n",
        )
        and (place.start == 0 or place.plain[place.start - 1] in "\n(")
    )


def _is_zip(raw: str, place: Site) -> bool:
    return (raw.isupper() and len(raw) == 2) or (raw[-1:] == "." and len(raw) < 7)


def _is_address(place: Site, token: str) -> bool:
    m = _STREET.match(place.plain, place.end, place.end + 48)
    return m is not None and m.group(1).lower() in WORDS["street"]


def _is_named(place: Site, raw: str) -> bool:
    """A capitalised word straight before a bare number, and nothing behind it that it could count: "Shrek 2"."""
    if raw[-1] in _MARKED or len(place.left) < 2 or not raw[0].isupper():
        return False
    earlier = place.left[-2]
    if earlier[-1] in '".:' and earlier not in ("mr.", "dr."):
        return False
    after = place.after
    mark = place.lower[place.end : place.end + 1]
    if mark in ".,;:!?)\"'" or not after:
        return not _is_title_case(place)
    return is_closed(after) and after != "of" and after not in _VERBS and not _is_title_case(place)


_VERBS = frozenset(
    ["is", "are", "was", "were", "be", "been", "has", "have", "had", "do", "does", "did", "will", "would", "shall", "should", "can", "could", "may", "might", "must"]
)


def _is_title_case(place: Site) -> bool:
    """Headlines capitalise every word, so that a capital tells nothing there."""
    head = place.plain[place.first : place.start].split()[-4:]
    long = [w for w in head if len(w) > 3]
    return sum(w[0].isupper() for w in long) == len(long) and len(long) > 1

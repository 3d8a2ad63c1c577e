"""Digits and marks that no way of writing numbers makes, though a number was meant: 4,2000, $110,00, 1'234'567."""

from __future__ import annotations

import re

from figcheck.numeral.site import Site, is_closed

__all__ = ["is_malformed"]

_DOUBLED = re.compile(r"[.,][.,]|'")
_MOST = 4  # groups; a longer row is a list without spaces
_GROUP = 3


def is_malformed(place: Site, token: str) -> bool:
    """Whether digits whose marks group nothing were meant as one number, and are no list ("1,2,3") and no version."""
    if _DOUBLED.search(token):
        return True
    if ":" in token or "/" in token or "\u2044" in token:
        return False
    if place.money is not None:
        return True
    first, *rest = (group.partition(".")[0] for group in token.split(","))
    if not rest or len(rest) >= _MOST or _are_years([first, *rest]):
        return False
    if any(len(group) > _GROUP or (group[0] == "0" and len(group) < _GROUP) for group in rest):
        return True
    return any(len(group) == _GROUP for group in rest) or (len(rest) == 1 and _counts(place))


def _are_years(groups: list[str]) -> bool:
    return all(len(group) == 4 and "1000" <= group <= "2199" for group in groups)


def _counts(place: Site) -> bool:
    """Whether a noun follows that one number would count: "12,34 people", not "pages 12,14 and 16"."""
    return place.lower[place.end : place.end + 1] == " " and place.after.isalpha() and not is_closed(place.after)

"""Where: the place that the clause of a figure names, from its prepositions and the dateline."""

from __future__ import annotations

import re
from bisect import bisect_right

from figcheck.claims.view import Spot, View
from figcheck.words import load

__all__ = ["Places", "dateline"]

_DATA = load("places.toml")
_NOT = frozenset(_DATA["not_place"].split())
_JOINED = "|".join(_DATA["preposition"].split())
_TOWARD = "|".join(sorted(_DATA["direction"].split(), key=len, reverse=True))
_KIND = "|".join(sorted(_DATA["kind"].split(), key=len, reverse=True))
_PLACE = re.compile(
    rf"""
    \b(?:{_JOINED}|[Ii]n|[Nn]ear|[Oo]utside|[Aa]cross|[Tt]hroughout)\s+
    (?:the\s+)?
    (?P<place>
      (?:(?:{_TOWARD})\s+)?
      (?:(?:{_KIND})\s+of\s+)?
      (?P<name>[^\W\d_a-z][\w'\u2019-]*\.?
        (?:\s+(?:(?:of|de|del|la|al|el|bin|ibn|the)\s+)?[^\W\d_a-z][\w\u2019-]*)*
      )
    )
    | (?P<area>(?<![\w-])[^\W\d_a-z][\w-]+(?:\s[^\W\d_a-z][\w-]+)?)
      \s(?:province|region|district|county|prefecture|governorate|municipality)\b
    | \b(?:city|town|village|province|region|district|island|port)\s+of\s+
      (?P<of>[^\W\d_a-z][\w-]+(?:\s[^\W\d_a-z][\w-]+)?)
    | \b(?P<there>there)\b(?!\s+(?:is|are|was|were|had|has|have|will|would|could|may|might|be|been)\b)
    | \bin\s+(?:that|the)\s+(?P<that>country|territory|enclave|province|state|city|town|village|region|district)\b
    """,
    re.VERBOSE,
)
# "in Westria and Ostria", and not "in Westria and Ostria said"
_JOINED_PLACE = re.compile(
    r"\sand\s(?:the\s)?([^\W\d_a-z][\w-]+(?:\s[^\W\d_a-z][\w-]+)?)"
    r"(?=\s*(?:[,.;:)]|$)|\s(?:on|in|after|when|since|during|by|at|as|from|over|have|has|had|were|was|rose|reached|passed)\b)"
)
_DATELINE = re.compile(
    r"\s*(?P<city>[^\W\d_a-z][^\W\d_a-z'. -]{2,40})(?:,\s*[A-Z][\w. ]{1,30}?)?\s*"
    r"(?:\([^)]{1,40}\)\s*)?(?:--|\u2014|\u2013|-)\s"
)
_BARE = re.compile(r"(?:['\u2019]s|\.)$")
_LAND = re.compile(r"\b([A-Z][\w-]+(?:\s[A-Z][\w-]+)?)['\u2019]s\b")


def dateline(text: str) -> str | None:
    """The place that a story is datelined from.

    >>> dateline("DERNA, Libya \u2014 Two ships came in."), dateline("Two ships came in.")
    ('Derna', None)
    """
    m = _DATELINE.match(text[:120])
    if m is None:
        return None
    city = m.group("city").strip(" .-")
    return city.title() if city.isupper() else None


class Places:
    """The places of one article as it is read on; remembers the last for "there"."""

    __slots__ = ("_at", "_found", "last", "lede")

    def __init__(self) -> None:
        self.last: str | None = None
        self.lede: str | None = None
        self._at: object = None
        self._found: list[tuple[int, int, str | None]] = []

    def read(self, view: View) -> list[tuple[int, int, str | None]]:
        """The places of a sentence in order: start, end, name (the last one named for "there")."""
        if self._at is view:
            return self._found
        self._at = view
        found: list[tuple[int, int, str | None]] = []
        sentence = view.sentence
        if not view.shouting:
            text: str = sentence.part.plain
            for m in _PLACE.finditer(text, sentence.start, sentence.end):
                if m.group("name"):
                    first = _BARE.sub("", m.group("name").split()[0].lower())
                    if first in _NOT:
                        continue
                    name: str | None = m.group("place").removesuffix(".").removesuffix("'s")
                    joined = _JOINED_PLACE.match(text, m.end(), sentence.end)
                    if joined is not None:
                        name = f"{name} and {joined.group(1)}"
                    self.last = name
                elif m.group("of"):
                    name = self.last = m.group("of")
                elif m.group("area"):
                    name = self.last = m.group("area").removeprefix("The ")
                elif m.group("there"):
                    owner = _LAND.search(text, sentence.start, m.start())
                    name = owner.group(1) if owner and not found else self.last
                else:
                    owner = _LAND.search(text, sentence.start, m.start())
                    name = owner.group(1) if owner and not found else None
                found.append((m.start(), m.end(), name))
            if self.lede is None and found:
                self.lede = found[0][2]
        self._found = found
        return found

    def of(self, view: View, spot: Spot) -> str | None:
        """The place of one figure: what follows it before the next figure, else what its sentence names before it."""
        found = self.read(view)
        if not found:
            return None
        start = spot.figure.start
        following = view.following(start)
        i = bisect_right(found, start, key=lambda place: place[0])
        if i < len(found) and (following is None or found[i][0] < following.figure.start):
            return found[i][2]
        if i:
            return found[i - 1][2]
        if following is not None and i < len(found) and view.words[following.start - 1] in {"and", ","}:
            return found[i][2]
        return None

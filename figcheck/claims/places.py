"""Where: the place that the clause of a figure names, from its prepositions and the dateline."""

from __future__ import annotations

from bisect import bisect_right

from figcheck.claims.site import Site
from figcheck.syntax import Phrase, Structure
from figcheck.syntax.lexicon import UNKNOWN, look

__all__ = ["Places", "dateline"]

_DASHES = ("--", "\u2014", "\u2013", " - ")
_HEAD = 120  # characters in which a dateline stands
_LONG = 40
_NO_LAND = frozenset({"person", "armed", "event", "counter", "time", "office"})  # "in the Gorvian army"


def dateline(text: str) -> str | None:
    """The place that a story is datelined from.

    >>> dateline("DERNA, Libya \u2014 Two ships came in."), dateline("Two ships came in.")
    ('Derna', None)
    """
    head = text[:_HEAD]
    cuts = [at for dash in _DASHES if (at := head.find(dash)) > 0]
    if not cuts:
        return None
    before = head[: min(cuts)].strip()
    before, bracket, rest = before.partition("(")
    city, comma, land = before.strip().partition(",")
    city = city.strip(" .-")
    plain = all(c.isalpha() or c in "'. -" for c in city) and len(city) > 2 and len(city) <= _LONG and city[0].isupper()
    if (
        not plain
        or (bracket and not rest.endswith(")"))
        or (comma and (len(land) > _LONG or not land.strip()[:1].isupper()))
    ):
        return None
    if not city.isupper() and not (comma or bracket or all(w[0].isupper() for w in city.split())):
        return None
    return city.title() if city.isupper() else city


class Places:
    """The places of one article as it is read on; remembers the last for "there"."""

    __slots__ = ("_at", "_found", "last")

    def __init__(self) -> None:
        self.last: str | None = None
        self._at: object = None
        self._found: list[tuple[int, int, str | None]] = []

    def read(self, st: Structure) -> list[tuple[int, int, str | None]]:
        """The places of a sentence in order: first word, end, name (the last one named for "there")."""
        if self._at is st:
            return self._found
        self._at = st
        w = st.words
        found: list[tuple[int, int, str | None]] = []
        if not st.sentence.text.isupper():
            for phrase in st.phrases:
                named = self._named(st, phrase)
                if named:
                    self.last = named
                    found.append((phrase.start, phrase.end, named))
                elif (w.text[phrase.head] == "there" and phrase.kind == "r") or _is_site(w.text[phrase.head], phrase):
                    owner = None if found else self._owner(st, phrase.start)
                    found.append((phrase.start, phrase.end, owner or (self.last if phrase.kind == "r" else None)))
        self._found = found
        return found

    def _named(self, st: Structure, phrase: Phrase) -> str | None:
        """The name of a place in a phrase: after "in" or "near", or of a province or a town."""
        w = st.words
        if phrase.first is not None and phrase.first.prep and not phrase.prep:
            return None  # told with the first: "in Westria and Ostria"
        of = phrase.prep == "of" and isinstance(phrase.governor, Phrase) and "site" in w.read[phrase.governor.head].tags
        if not of and "site" not in look(phrase.prep or ".").tags:
            area = (
                phrase.head > phrase.start and "site" in w.read[phrase.head].tags and self._is_name(st, phrase.head - 1)
            )
            return self._text(st, phrase) if area else None
        name = self._text(st, phrase)
        if name is None:
            return None
        for other in st.phrases:
            if other.first is phrase and (joined := self._text(st, other)):
                return f"{name} and {joined}"
        return name

    def _is_name(self, st: Structure, at: int) -> bool:
        w = st.words
        if st.tags[at] not in "nNm" or w.mark[at]:
            return False
        strange = st.sentence.part.text[w.start[at]].isupper() and not w.capital[at] and w.read[at].bits & UNKNOWN
        return st.tags[at] == "m" or bool(strange)

    def _text(self, st: Structure, phrase: Phrase) -> str | None:
        """Its words from a name, or a part of the land before it, to the last name; a land that owns it."""
        w = st.words
        if phrase.owner is not None:
            return self._text(st, phrase.owner)
        names = [k for k in range(phrase.start, phrase.head + 1) if self._is_name(st, k)]
        if not names or (phrase.head != names[-1] and w.read[phrase.head].tags.keys() & _NO_LAND):
            return None
        start = names[0]
        while start > phrase.start and "side" in w.read[start - 1].tags:
            start -= 1
        return st.sentence.part.text[w.start[start] : w.end[names[-1]]]

    def _owner(self, st: Structure, before: int) -> str | None:
        """ "Westria's agency said … there"."""
        for phrase in st.phrases:
            owner = phrase.owner
            if owner is not None and owner.start < before and st.tags[owner.head] == "m":
                return self._text(st, owner)
        return None

    def of(self, site: Site) -> str | None:
        """The place of one figure: what follows it before the next figure, else what its sentence names before it."""
        st = site.st
        found = self.read(st)
        if not found:
            return None
        following = next((k for k in sorted(st.words.figure) if k > site.index), None)
        i = bisect_right(found, site.index, key=lambda place: place[0])
        if i < len(found) and (following is None or found[i][0] < following):
            return found[i][2]
        if i:
            return found[i - 1][2]
        if following is not None and i < len(found) and st.tags[following - 1] in "k,":
            return found[i][2]
        return None


def _is_site(word: str, phrase: Phrase) -> bool:
    """Whether a phrase is "in the city", "in the district"."""
    two = phrase.definite and phrase.prep == "in" and phrase.end - phrase.start == 2
    return two and "site" in look(word).tags

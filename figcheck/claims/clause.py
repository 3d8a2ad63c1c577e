"""The clause after a figure: the verb, participle or state that tells what befell those counted."""

from __future__ import annotations

from figcheck.claims import lexicon as lx
from figcheck.claims.found import Found, told
from figcheck.claims.view import Hit, Spot, View

__all__ = ["DAYS", "NOMINATIVE", "REACH", "follow"]

REACH = 34  # tokens to either side within which a trigger may govern a figure
NOMINATIVE = lx.words("nominative")
_APPOSED = lx.words("apposed")
_CAUSES = lx.words("causes")
_OBJECTS = lx.DETERMINER | lx.PRONOUN
DAYS = lx.words("days")
_AUXILIARY = lx.HAVE | lx.MODAL | lx.DO


class _Reader:
    """Reads on from a figure, token by token, and remembers what stood in between."""

    __slots__ = ("adjacent", "aux", "coordinated", "copula", "inner", "joined", "main", "relative", "spot", "view")

    def __init__(self, view: View, spot: Spot) -> None:
        self.view = view
        self.spot = spot
        self.aux = 0  # the last auxiliaries
        self.copula = False
        self.main = False  # a finite verb that is no trigger has been read
        self.coordinated = False  # right after "and" or a comma
        self.joined = False  # past another figure of the same coordination
        self.inner = False  # past a figure of another phrase: "in 12 towns"
        self.relative = False
        self.adjacent = True  # nothing but adverbs since the noun

    def step(self, j: int, limit: int) -> int | Found | None:
        """The next token to read, or what was found, or None where the clause of the figure ends."""
        view = self.view
        other = view.at_start.get(j)
        if other is not None and other is not self.spot:
            return self._figure(j, other)
        hit = view.by_start.get(j)
        if hit is not None:
            return self._trigger(hit)
        code = view.codes[j]
        if code & lx.AND:
            return self._joint(j) if _conjoined(view, j + 1, self.main or bool(self.aux)) else None
        if code & lx.COMMA:
            return self._comma(j, limit)
        self.coordinated = False
        if code & lx.STOP:
            return _bracket(view.words, j, limit) or None
        return j + 1 if self._word(j, code) else None

    def _figure(self, j: int, other: Spot) -> int | None:
        codes = self.view.codes
        free = self.coordinated and not self.main and not self.aux
        counted = other.figure.kind == "count"
        if counted and not free and not codes[j - 1] & (lx.PREPOSITION | lx.DETERMINER | lx.COPULA):
            return None
        self.adjacent = free
        self.joined = self.joined or free
        self.inner = counted and not self.coordinated
        self.coordinated = False
        return max(other.end, j + 1)

    def _trigger(self, hit: Hit) -> int | Found | None:
        verdict = _fits(self.view, self.spot, hit, self.aux, self.copula, self.main, self.adjacent)
        state = hit.role & (lx.STATE | lx.PASSIVE)
        if verdict == "yes":
            if self.inner and not self.aux and state:
                return None  # it befell the figure between: "two sides fought, with 4 killed"
            near = self.adjacent and not self.joined and not self.aux and not self.relative and state
            return told(self.view, hit, "adjacent" if near else "joined" if self.joined else "right")
        if verdict == "stop":
            return None
        if self.view.codes[hit.start] & lx.COPULA:
            self.copula = True
        self.adjacent = False
        return hit.end

    def _joint(self, j: int) -> int:
        self.coordinated = True
        self.adjacent = False
        return j + 1

    def _comma(self, j: int, limit: int) -> int | None:
        view, predicated = self.view, self.main or bool(self.aux)
        following = view.words[j + 1] if j + 1 < limit else ""
        code = view.codes[j + 1] if j + 1 < limit else 0
        if following in _APPOSED or (not predicated and code & lx.DETERMINER):
            closed = _close(view.words, j + 1, limit)
            if closed:
                return closed
            if following in _APPOSED:
                return j + 2
        if not _conjoined(view, j + 1, predicated) and not code & lx.REPORT:
            return None
        return self._joint(j)

    def _word(self, j: int, code: int) -> bool:
        """Take note of a word; False where it ends the clause."""
        codes, words = self.view.codes, self.view.words
        if words[j] in NOMINATIVE or (code & lx.SUBORDINATE and not code & lx.PREPOSITION):
            return False
        if code & lx.RELATIVE:
            if self.main or self.aux:
                return False
            self.relative = True
        elif code & lx.BE:
            if not codes[j - 1] & lx.TO or codes[j - 2] & lx.HAVE:  # "believed to be" is no verb of its own
                self.aux = lx.BE
            self.copula = True
        elif code & _AUXILIARY:
            self.aux |= code & _AUXILIARY
        elif code & lx.COPULA:
            self.copula = True
        else:
            self.main = self.main or self._is_verb(j, code)
        if not code & (lx.ADVERB | lx.BE | lx.HAVE | lx.MODAL | lx.COPULA | lx.RELATIVE):
            self.adjacent = False
        return True

    def _is_verb(self, j: int, code: int) -> bool:
        codes, words = self.view.codes, self.view.words
        if code & lx.REPORT:
            return not codes[j - 1] & (lx.COMMA | lx.BE) and words[j - 1] not in {"police", "officials"}
        if code:
            return False
        if self.aux or self.adjacent:
            return _is_main(words[j], j, codes, bool(self.aux))
        return words[j].endswith("ed") and _takes_object(self.view, j)


def follow(view: View, spot: Spot) -> Found | None:
    """The predicate, participle or state that follows the noun counted."""
    reader, j = _Reader(view, spot), spot.end
    limit = min(len(view.words), j + REACH)
    while j < limit:
        step = reader.step(j, limit)
        if step is None or isinstance(step, Found):
            return step
        j = step
    return None


def _is_main(word: str, j: int, codes: list[int], aux: bool) -> bool:
    """Whether an open word right after the noun (or an auxiliary) is the main verb, and no reduced participle."""
    if aux:
        return True
    if word.endswith("ing") or not word[0].isalpha():
        return False
    if word.endswith("ed"):
        return not (
            j + 1 < len(codes) and codes[j + 1] & (lx.PREPOSITION | lx.ADVERB | lx.COMMA | lx.STOP | lx.BE | lx.HAVE)
        )
    return True


def _takes_object(view: View, j: int) -> bool:
    """Whether a word in -ed that stands off the noun is an active verb: an object follows it."""
    codes = view.codes
    if j + 1 >= len(codes):
        return False
    following = codes[j + 1]
    if following & (lx.DETERMINER | lx.PRONOUN) and not following & (lx.ADVERB | lx.RELATIVE):
        return True
    return (
        following == 0
        and view.words[j + 1].isalpha()
        and not codes[j - 1] & (lx.DETERMINER | lx.PREPOSITION | lx.ADVERB | lx.AND)
    )


def _conjoined(view: View, j: int, predicated: bool) -> bool:
    """After "and" or a comma at j-1: does what follows still belong to the figure before it?"""
    codes, words = view.codes, view.words
    if j >= len(words):
        return False
    if not predicated:
        return True
    while j < len(words) and codes[j] & lx.ADVERB and not codes[j] & (lx.TRIGGER | lx.DETERMINER):
        j += 1
    if j >= len(words) or j in view.at_start:
        return False
    code = codes[j]
    if code & lx.DETERMINER or words[j] in NOMINATIVE:
        return False
    return bool(
        code
        & (
            lx.TRIGGER
            | lx.BE
            | lx.HAVE
            | lx.MODAL
            | lx.COPULA
            | lx.RELATIVE
            | lx.REPORT
            | lx.PREPOSITION
            | lx.COMMA
            | lx.AND
        )
    )


def _close(words: list[str], j: int, limit: int) -> int:
    """Past the comma that closes an aside opened at j; 0 where none does."""
    for k in range(j, min(limit, j + 16)):
        if words[k] == ",":
            return k + 1
        if words[k] in {".", ";"}:
            return 0
    return 0


def _bracket(words: list[str], j: int, limit: int) -> int:
    """Past a bracket or a pair of dashes opened at j, or past a quotation mark; 0 where the clause ends there."""
    mark = words[j]
    if mark in {'"', "''", "``"}:
        return j + 1
    closing = {"(": {")"}, "--": {"--"}, "\u2013": {"\u2013"}, "\u2014": {"\u2014"}, "-": {"-"}}.get(mark)
    if closing is None:
        return 0
    for k in range(j + 1, min(limit, j + 20)):
        if words[k] in closing:
            return k + 1
    return 0


def _fits(view: View, spot: Spot, hit: Hit, aux: int, copula: bool, main: bool, adjacent: bool) -> str:
    """yes: it befell those counted; no: read on; stop: they did it, or another clause begins."""
    role, codes, words = hit.role, view.codes, view.words
    before = codes[hit.start - 1] if hit.start else 0
    if (
        before & (lx.DETERMINER | lx.PREPOSITION)
        and not before & (lx.TO | lx.ADVERB)
        and not adjacent
        and words[hit.start - 1] != "as"
        and not (role & (lx.STATE | lx.PASSIVE) and hit.end - hit.start > 1)
    ):
        return "no"
    if role & lx.STATE and (adjacent or copula or aux & lx.BE or not main):
        if role & lx.PASSIVE and not adjacent and not aux & lx.BE and not copula and _object_follows(view, hit.end):
            return "stop"
        return "yes"
    if role & lx.PASSIVE:
        if aux & lx.BE or (copula and not aux):
            near = before & (lx.BE | lx.ADVERB | lx.AND | lx.COPULA | lx.COMMA | lx.NEGATION | lx.TRIGGER)
            return "yes" if near or not main else "no"
        if aux & (lx.HAVE | lx.MODAL):  # "had drowned" is a fate, "had wounded" a deed
            return "yes" if role & lx.FATE and not _object_follows(view, hit.end) else "stop"
        if main:
            return "yes" if before & lx.AND and aux & lx.BE else "stop"
        if role & lx.ACTIVE and _object_follows(view, hit.end):
            return "yes" if role & lx.FATE and words[hit.end : hit.end + 1] == ["their"] else "stop"
        return "yes"
    if role & lx.FATE:
        if before & lx.TO:
            return "yes" if _caused(view, spot) or adjacent else "no"
        if main and not before & (lx.AND | lx.COMMA | lx.ADVERB | lx.HAVE | lx.MODAL | lx.RELATIVE):
            return "no"
        return "yes"
    if role & lx.ACTIVE:
        return "stop" if not before & (lx.DETERMINER | lx.PREPOSITION) else "no"
    if role & (lx.NOUN | lx.ROLE) and adjacent and spot.head < 0:
        return "yes"
    return "no"


def _caused(view: View, spot: Spot) -> bool:
    return any(w in _CAUSES for w in view.words[max(0, spot.start - 4) : spot.start])


def _object_follows(view: View, j: int) -> bool:
    """Whether an object stands at j, so that the verb before it was active."""
    codes, words = view.codes, view.words
    while (
        j < len(words)
        and j not in view.at_start
        and codes[j] & lx.ADVERB
        and not codes[j] & (lx.DETERMINER | lx.TRIGGER)
    ):
        j += 1
    if j >= len(words):
        return False
    if j in view.at_start:
        return view.at_start[j].figure.kind == "count"
    code = codes[j]
    if code & _OBJECTS and not code & (lx.ADVERB | lx.RELATIVE | lx.SUBORDINATE):
        return True
    return code == 0 and words[j][0].isalpha() and words[j] not in DAYS

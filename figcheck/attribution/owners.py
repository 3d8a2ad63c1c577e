"""When two sources are one: names in a normal form, by head noun and place, aliases from data/aliases.toml."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from figcheck.words import load, wordset

__all__ = ["Name", "name_of", "same_owner"]

_PEOPLE = ("i", "an", "ian", "ese", "ish", "ani", "ean", "er")


class Name:
    """A source in its normal form: `words` that matter, in order, and whether it is a body or a person."""

    __slots__ = ("body", "voice", "words")

    def __init__(self, words: tuple[str, ...], body: bool, voice: bool) -> None:
        self.words = words
        self.body = body
        self.voice = voice

    def __repr__(self) -> str:
        return f"Name({' '.join(self.words)!r})"


def _tokens(text: str) -> list[str]:
    """Words without accents, dots, possessives and the modifiers that say who runs a body."""
    folded = unicodedata.normalize("NFKD", text.replace("\u2019", "'"))
    plain = "".join(c for c in folded if not unicodedata.combining(c)).lower()
    modifiers = _lists()["modifier"]
    out = []
    for piece in plain.split():
        if len(piece) > 3 and all(len(x) == 1 for x in piece.rstrip(".,;:").split(".")):
            piece = piece.replace(".", "")  # "U.N."
        word = "".join(c if c.isalnum() or c in "-&'" else " " for c in piece)
        for w in word.split():
            w = w.strip("-&'").removesuffix("'s").replace("'", "")
            if w and not ("-" in w and w.rpartition("-")[2] in modifiers):
                out.append(w)
    return out


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {k: wordset("aliases.toml", "words", k) for k in ("modifier", "title", "voice", "small", "body")}


@cache
def _kinds() -> dict[str, str]:
    pairs = (p.strip().partition("=") for p in load("aliases.toml")["words"]["kind"].split(";"))
    return {a: b for a, _, b in pairs}


@cache
def _aliases() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Each alias as words to the words of the name."""
    out = {}
    for name, others in load("aliases.toml")["same"].items():
        key = _core(name)
        out[key] = key
        for other in others.split(";"):
            out[_core(other)] = key
    return out


@cache
def _offices() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Each office to the body that it speaks for."""
    return {
        _core(office): _core(body)
        for body, offices in load("aliases.toml")["office"].items()
        for office in offices.split(";")
    }


def _core(text: str) -> tuple[str, ...]:
    kinds = _kinds()
    return tuple(kinds.get(w, w) for w in _tokens(text) if w not in _lists()["small"])


@lru_cache(maxsize=4096)
def name_of(text: str) -> Name:
    """The normal form of a source's name.

    >>> name_of("Gaza's Hamas-run Health Ministry").words
    ('gaza', 'health', 'ministry')
    >>> name_of("President Ana Ruiz").words
    ('ana', 'ruiz')
    """
    lists = _lists()
    words = _core(text.partition(",")[0])
    aliases = _aliases()
    voice = any(w in lists["voice"] for w in words)
    if words in aliases:
        return Name(aliases[words], True, False)
    spoken = tuple(w for w in words if w not in lists["voice"]) if voice else words
    if voice and spoken in aliases:
        return Name(aliases[spoken], True, True)
    after = max((i for i, w in enumerate(words) if w in lists["title"]), default=-1) + 1
    if 0 < after < len(words) <= after + 3 and not any(w in lists["body"] for w in words[after:]):
        return Name(words[after:], False, False)
    if any(w in lists["body"] for w in words):
        return Name(spoken or words, True, voice)
    return Name(words, False, voice)


def _like(a: str, b: str) -> bool:
    """One word, or a place and its people: "syria" and "syrian"."""
    if a == b:
        return True
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    stem = short.rstrip("aeoiy")
    return len(stem) >= 4 and len(long) - len(stem) <= 4 and long.startswith(stem) and long.endswith(_PEOPLE)


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return all(any(_like(w, x) for x in long) for w in short)


def _initials(name: Name, other: Name) -> bool:
    """Whether one is the other's initials."""
    for a, b in ((name, other), (other, name)):
        if len(a.words) == 1 and len(b.words) > 2 and "".join(w[0] for w in b.words) == a.words[0]:
            return True
    return False


def same_owner(a: str, b: str) -> bool | None:
    """Whether two owners are one source: True, False, or None where the names leave it open.

    Modifiers such as "-run" and "-backed" play no part; neither do titles, nor whether a body or its spokesman speaks.

    >>> same_owner("Health Ministry in Gaza", "Gaza's Hamas-run Health Ministry")
    True
    >>> same_owner("the U.N.", "United Nations"), same_owner("OCHA", "the United Nations")
    (True, True)
    >>> same_owner("the Health Ministry", "the Interior Ministry")
    False
    >>> same_owner("the Health Ministry", "the Health Ministry in Gaza") is None
    True
    """
    x, y = name_of(a), name_of(b)
    if not x.words or not y.words:
        return None
    if x.words == y.words or (_within(x.words, y.words) and _within(y.words, x.words)) or _initials(x, y):
        return True
    offices = _offices()
    if offices.get(x.words) == y.words or offices.get(y.words) == x.words:
        return True
    x, y = _placeless(x), _placeless(y)
    short, long = (x, y) if len(x.words) <= len(y.words) else (y, x)
    if not _within(short.words, long.words):
        return _apart(x, y)
    if short.body or long.body:
        return None
    return True if short.words[-1] == long.words[-1] else None


def _placeless(name: Name) -> Name:
    """A body without "town", "city" or "state", which stand for a place that the other may name."""
    words = tuple(w for w in name.words if w not in _PLACES)
    return Name(words, True, name.voice) if name.body and len(words) > 1 else name


_PLACES = frozenset(("town", "city", "village", "county", "district", "province", "state", "country", "local"))


def _apart(x: Name, y: Name) -> bool | None:
    """Names of which neither holds the other: two sources, unless one may be a person of the other body."""
    if x.body != y.body:
        return None if any(_like(w, z) for w in x.words for z in y.words) else False
    return False

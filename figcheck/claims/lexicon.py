"""The words that claims reads with, from data/: triggers by measure, populations, classes of grammar words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from figcheck.models import Basis
from figcheck.words import load

__all__ = ["CODES", "MEASURES", "TRIGGERS", "Measure", "Trigger", "inflected"]

# What a trigger can be, as bits: one word may be several ("killed": past and participle).
ACTIVE = 1  # finite or -ing form of a verb done to those counted
PASSIVE = 2  # its participle
FATE = 4  # a verb done by those counted
STATE = 8
NOUN = 16
ROLE = 32
OF = 64
TOLL = 128
WEAK = 256  # only where a person word is counted
ING = 512  # an -ing form: "12 men killing" never befalls the twelve
INFINITIVE = 1024
HARM = 2048  # with a hurt as its object
CARRY = 4096  # with a hospital as its goal

# The class of a grammar word, as bits.
BE = 1
HAVE = 2
MODAL = 4
NEGATION = 8
PREPOSITION = 16
DETERMINER = 32
COMMA = 64
STOP = 128
SUBORDINATE = 256
RELATIVE = 512
AND = 1024
PRONOUN = 2048
ADVERB = 4096
REPORT = 8192
DO = 16384
COPULA = 32768
TO = 65536
UNREAL = 131072
TRIGGER = 262144
EVENT = 524288
LEVEL = 1048576


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of the closed list."""

    name: str
    basis: Basis | None
    source: bool
    human: bool | None
    implicit: bool
    hxl: str | None


@dataclass(frozen=True, slots=True)
class Trigger:
    """One way to tell a measure: its words, what they are, and the narrower sense they carry."""

    words: tuple[str, ...]
    measure: str
    role: int
    sense: str | None

    @property
    def anchor(self) -> int:
        """The word that it is looked up by: not "in" of "in custody", which is everywhere."""
        return len(self.words) - 1 if self.words[0] in _COMMON else 0


_COMMON = frozenset(load("claims.toml")["common"].split())
_DOUBLED = frozenset(load("claims.toml")["doubled"].split())


def inflected(lemma: str) -> tuple[str, str, str, str, str]:
    """Base, -s, -ing, past and participle of a verb; the first word of several carries the ending.

    >>> inflected("kill"), inflected("massacre")[2], inflected("slay/slays/slaying/slew/slain")[4]
    (('kill', 'kills', 'killing', 'killed', 'killed'), 'massacring', 'slain')
    """
    given = tuple(lemma.split("/"))
    if len(given) == 5:
        return given[0], given[1], given[2], given[3], given[4]
    head, joint, rest = lemma.partition("_")
    stem, tail = head, joint + rest
    if stem.endswith("e"):
        forms = (stem + "s", stem[:-1] + "ing", stem + "d")
    elif stem.endswith("y") and stem[-2] not in "aeiou":
        forms = (stem[:-1] + "ies", stem + "ing", stem[:-1] + "ied")
    elif stem in _DOUBLED:
        forms = (stem + "s", stem + stem[-1] + "ing", stem + stem[-1] + "ed")
    else:
        forms = (stem + ("es" if stem.endswith(("s", "sh", "ch", "x")) else "s"), stem + "ing", stem + "ed")
    return lemma, forms[0] + tail, forms[1] + tail, forms[2] + tail, forms[2] + tail


def _verbs(text: str, role: int) -> list[tuple[str, int]]:
    out = []
    for lemma in text.split():
        base, third, ing, past, participle = inflected(lemma)
        out += [(base, ACTIVE | INFINITIVE | role), (third, ACTIVE | role), (ing, ACTIVE | ING | role)]
        out += [(past, ACTIVE | role), (participle, PASSIVE | role)]
    return out


def _fates(text: str) -> list[tuple[str, int]]:
    out = []
    for lemma in text.split():
        base, third, ing, past, participle = inflected(lemma)
        out += [(base, FATE | INFINITIVE), (third, FATE), (ing, FATE | ING), (past, FATE), (participle, FATE)]
    return out


def _plain(text: str, role: int) -> list[tuple[str, int]]:
    return [(word, role) for word in text.split()]


def _entries(name: str, sense: str | None, table: dict[str, Any]) -> list[Trigger]:
    found: dict[str, int] = {}
    words = [
        *_verbs(table.get("verb", ""), 0),
        *_verbs(table.get("weak", ""), WEAK),
        *_fates(table.get("fate", "")),
        *[(word, role | HARM) for word, role in _fates(table.get("suffer", ""))],
        *_verbs(table.get("carry", ""), CARRY),
        *_plain(table.get("state", ""), STATE),
        *_plain(table.get("noun", ""), NOUN),
        *_plain(table.get("role", ""), ROLE),
        *_plain(table.get("of", ""), OF),
        *_plain(table.get("toll", ""), TOLL),
    ]
    for word, role in words:
        found[word] = found.get(word, 0) | role
    return [Trigger(tuple(word.split("_")), name, role, sense) for word, role in found.items()]


def _triggers() -> dict[str, tuple[Trigger, ...]]:
    by_word: dict[str, list[Trigger]] = {}
    for name, table in load("measures.toml").items():
        entries = _entries(name, None, table)
        for sense, inner in table.get("sense", {}).items():
            entries += _entries(name, sense, inner)
        for entry in entries:
            by_word.setdefault(entry.words[entry.anchor], []).append(entry)
    return {word: tuple(sorted(found, key=lambda t: -len(t.words))) for word, found in by_word.items()}


def _codes() -> dict[str, int]:
    lexicon, grammar = load("lexicon.toml"), load("grammar.toml")
    out: dict[str, int] = {}
    sources = (
        (lexicon["be"], BE), (lexicon["have"], HAVE), (lexicon["modal"], MODAL), (lexicon["negation"], NEGATION),
        (lexicon["preposition"], PREPOSITION), (lexicon["determiner"], DETERMINER), (lexicon["adverb"], ADVERB),
        (lexicon["pronoun"], PRONOUN), (grammar["subordinate"], SUBORDINATE), (grammar["relative"], RELATIVE),
        (grammar["coordinate"], AND), (grammar["report"], REPORT), (grammar["copula"], COPULA),
        (grammar["adverb"], ADVERB), (grammar["do"], DO), (grammar["unreal"], UNREAL), (grammar["level"], LEVEL),
        ("to", TO), (",", COMMA), ("; : . ! ? \u2026 -- \u2013 \u2014 ( ) \" '' `` - |", STOP),
    )  # fmt: skip
    for words, bit in sources:
        for word in words.split():
            out[word] = out.get(word, 0) | bit
    out["family"] = out["july"] = out["italy"] = 0
    for word in TRIGGERS:
        out[word] = out.get(word, 0) | TRIGGER
    return out


MEASURES: dict[str, Measure] = {
    name: Measure(name, t.get("basis"), t["source"], t.get("human"), t.get("implicit", False), t.get("hxl"))
    for name, t in load("measures.toml").items()
}
TRIGGERS = _triggers()
CODES = _codes()


def words(name: str) -> frozenset[str]:
    """A closed set of data/claims.toml."""
    return frozenset(load("claims.toml")[name].split())


@cache
def population(name: str) -> frozenset[str]:
    """A class of population words.

    >>> "soldiers" in population("armed")
    True
    """
    return frozenset(load("populations.toml")[name].split())

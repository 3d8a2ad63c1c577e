"""The cue words and closed classes of data/cues.toml as look-up tables."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from figcheck.words import load, wordset

__all__ = ["Class", "Cue", "Framing", "Lexicon", "lexicon", "small"]

Class = Literal["report", "stance", "will"]
Framing = Literal["clause", "strict", "show", "noun"]
Form = Literal["base", "s", "past", "participle", "ing"]


@dataclass(frozen=True, slots=True)
class Cue:
    """One form of a cue verb. A `past` form may be its participle too."""

    lemma: str
    cls: Class
    frame: Framing
    form: Form


_VOWELS = "aeiou"


def _forms(lemma: str, irregular: dict[str, str]) -> tuple[str, str, str, str]:
    """Third person, past, participle and -ing form.

    >>> _forms("deny", {}), _forms("cite", {})
    (('denies', 'denied', 'denied', 'denying'), ('cites', 'cited', 'cited', 'citing'))
    """
    if lemma in irregular:
        s, past, participle, ing = irregular[lemma].split()
        return s, past, participle, ing
    if lemma[-1] == "y" and lemma[-2] not in _VOWELS:
        stem, s = lemma[:-1] + "i", lemma[:-1] + "ies"
        return s, stem + "ed", stem + "ed", lemma + "ing"
    s = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
    if lemma[-1] == "e":
        ing = lemma if lemma.endswith("ee") else lemma[:-1]
        return s, lemma + "d", lemma + "d", ing + "ing"
    return s, lemma + "ed", lemma + "ed", lemma + "ing"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tables of one vocabulary."""

    verbs: dict[str, Cue]
    phrases: dict[str, dict[str, Cue]]
    triggers: frozenset[str]  # every word at which an event may be found
    be: frozenset[str]
    auxiliary: frozenset[str]
    adverb: frozenset[str]
    not_adverb: frozenset[str]
    determiner: frozenset[str]
    preposition: frozenset[str]
    pronoun: frozenset[str]
    subordinator: frozenset[str]
    coordinator: frozenset[str]
    relative: frozenset[str]
    day: frozenset[str]
    tail: frozenset[str]
    past: frozenset[str]
    also_noun: frozenset[str]
    body: frozenset[str]
    writing: frozenset[str]
    told: frozenset[str]
    asked: frozenset[str]


_FORMS: tuple[Form, ...] = ("base", "s", "past", "participle", "ing")


def _verbs(data: dict[str, dict[str, str]]) -> dict[str, Cue]:
    """Each form of each cue verb; a form that is both base and past ("put", "read") counts as past."""
    irregular = data["irregular"]
    classes: tuple[Class, ...] = ("report", "stance", "will")
    frames: tuple[Framing, ...] = ("clause", "strict", "show", "noun")
    out: dict[str, Cue] = {}
    for cls in classes:
        for frame in frames:
            for lemma in data[cls].get(frame, "").split():
                forms = (lemma, *_forms(lemma, irregular))
                for name, form in zip(_FORMS, forms, strict=True):
                    out.setdefault(form, Cue(lemma, cls, frame, "past" if form == lemma == forms[2] else name))
    return out


def _phrases(data: dict[str, dict[str, str]]) -> dict[str, dict[str, Cue]]:
    """Verbs of two words by their first and second word."""
    classes: tuple[Class, ...] = ("report", "stance")
    out: dict[str, dict[str, Cue]] = {}
    for cls in classes:
        for phrase in data["phrase"][cls].split(","):
            lemma, second = phrase.split()[:2]
            frame: Framing = "clause" if second == "out" else "noun"
            for name, form in zip(_FORMS, (lemma, *_forms(lemma, data["irregular"])), strict=True):
                out.setdefault(form, {}).setdefault(second, Cue(f"{lemma} {second}", cls, frame, name))
    return out


@cache
def lexicon() -> Lexicon:
    """The tables that ship, made once."""
    data = load("cues.toml")
    sets = {k: frozenset(v.split()) for k, v in data["grammar"].items()}
    verbs, phrases = _verbs(data), _phrases(data)
    marks = ("according", "per", ":", "-", "--", "\u2013", "\u2014")
    triggers = frozenset([*small("poll_has"), *small("plan"), *verbs, *phrases, *sets["told"], *sets["asked"], *marks])
    prepositions = wordset("lexicon.toml", "preposition")
    return Lexicon(verbs=verbs, phrases=phrases, triggers=triggers, preposition=prepositions, **sets)


@cache
def small(name: str) -> frozenset[str]:
    """A set of the [small] table.

    >>> "week" in small("when")
    True
    """
    return wordset("cues.toml", "small", name)

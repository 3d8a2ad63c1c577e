"""The cue words and closed classes of data/cues.toml as look-up tables."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from figcheck.words import load

__all__ = ["Cue", "Lexicon", "lexicon"]

Class = Literal["report", "stance", "will"]
Frame = Literal["clause", "strict", "show", "noun"]
Form = Literal["base", "s", "past", "participle", "ing"]


@dataclass(frozen=True, slots=True)
class Cue:
    """One form of a cue verb. A `past` form may be its participle too."""

    lemma: str
    cls: Class
    frame: Frame
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


def _verbs(data: dict[str, dict[str, str]]) -> dict[str, Cue]:
    irregular = data["irregular"]
    out: dict[str, Cue] = {}
    for cls in ("report", "stance", "will"):
        for frame, lemmas in data[cls].items():
            for lemma in lemmas.split():
                forms = (lemma, *_forms(lemma, irregular))
                for name, form in zip(("base", "s", "past", "participle", "ing"), forms, strict=True):
                    if form == lemma == forms[2]:
                        name = "past"
                    out.setdefault(form, Cue(lemma, cls, frame, name))  # type: ignore[arg-type]
    return out


def _phrases(data: dict[str, dict[str, str]]) -> dict[str, dict[str, Cue]]:
    irregular = data["irregular"]
    out: dict[str, dict[str, Cue]] = {}
    for cls, text in data["phrase"].items():
        for phrase in text.split(","):
            lemma, _, rest = phrase.strip().partition(" ")
            rest = rest.split()[0]
            for name, form in zip(("base", "s", "past", "participle", "ing"), (lemma, *_forms(lemma, irregular)), strict=True):
                out.setdefault(form, {}).setdefault(rest, Cue(f"{lemma} {rest}", cls, "clause" if rest == "out" else "noun", name))  # type: ignore[arg-type]
    return out


@cache
def lexicon() -> Lexicon:
    """The tables that ship, made once."""
    data = load("cues.toml")
    sets = {k: frozenset(v.split()) for k, v in data["grammar"].items()}
    verbs, phrases = _verbs(data), _phrases(data)
    triggers = frozenset([*verbs, *phrases, *sets["told"], *sets["asked"], "according", "per", ":", "-", "--", "\u2013", "\u2014"])
    return Lexicon(verbs=verbs, phrases=phrases, triggers=triggers, **sets)

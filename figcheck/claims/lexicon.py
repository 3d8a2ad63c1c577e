"""The measures, and what a word of the lexicon tells of them: its `measure:` tags, parsed once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from figcheck.models import Basis
from figcheck.syntax import Verb
from figcheck.syntax.lexicon import line, tagged
from figcheck.words import load

__all__ = ["MEASURES", "Meaning", "Measure", "keyed", "meanings", "of_key", "verb_tags"]


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of the closed list."""

    name: str
    basis: Basis | None
    source: bool
    human: bool | None
    implicit: bool
    hxl: str | None


MEASURES: dict[str, Measure] = {
    name: Measure(name, t.get("basis"), t["source"], t.get("human"), t.get("implicit", False), t.get("hxl"))
    for name, t in load("measures.toml").items()
}


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word measures, and of which arguments; `weak` those for which a person must be counted."""

    measure: str
    sense: str | None
    arguments: frozenset[str]
    weak: frozenset[str]


@cache
def meanings(tag: str) -> tuple[Meaning, ...]:
    """The value of a `measure` tag, parsed.

    >>> [(m.measure, m.sense, sorted(m.arguments)) for m in meanings("injured.shot/object+person,of")]
    [('injured', 'shot', ['object', 'of'])]
    """
    out = []
    for one in tag.split():
        name, _, arguments = one.partition("/")
        measure, _, sense = name.partition(".")
        given = [a.partition("+") for a in arguments.split(",")]
        weak = frozenset(a for a, _, only in given if only)
        out.append(Meaning(measure, sense or None, frozenset(a for a, _, _ in given), weak))
    return tuple(out)


@cache
def of_key(key: str) -> str:
    """The `measure` tag of a word, or of several joined as the lexicon has them ("lose_life"); "" for none."""
    found = line(key)
    return found.tags.get("measure", "") if found is not None else ""


@cache
def keyed() -> frozenset[str]:
    """The first words of those of several words, so that most need not be looked up."""
    return frozenset(lemma.partition("_")[0] for lemma in tagged("measure") if "_" in lemma)


def verb_tags(verb: Verb) -> dict[str, str]:
    """The tags of a verb's own line; a form of it may be a word of its own: "found"."""
    found = line(verb.lemma)
    return found.tags if found is not None else {}

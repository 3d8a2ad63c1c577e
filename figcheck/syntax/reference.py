"""What a phrase points back to: "of them", "the two", "the miners", "both", "the rest", "that figure".

A phrase with a figure is preferred over one without: whoever writes "of them" has just told how many they are. It is
looked for in the sentence itself, then in the one before, then in the one before that of the same paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from figcheck.syntax.phrases import Phrase
from figcheck.syntax.structure import Structure, Syntax

__all__ = ["Reference", "refers_to"]

Link = Literal["pronoun", "same noun", "same number", "rest", "figure"]

_PLURAL = frozenset({"them", "they", "these", "those", "both", "whom", "which", "who", "their", "all", "most", "some"})
_REST = frozenset({"rest", "other", "others", "remainder", "balance"})
_FIGURE = frozenset(
    {
        "figure",
        "number",
        "total",
        "toll",
        "amount",
        "sum",
        "tally",
        "count",
        "increase",
        "rise",
        "decrease",
        "drop",
        "fall",
    }
)
_OWN = (["p"], ["w"], ["e"])  # tags of what may follow "those" and say which
_BEFORE = 2  # sentences looked back over


@dataclass(frozen=True, slots=True)
class Reference:
    """What a phrase points back to: a phrase of `structure`, and what ties the two."""

    structure: Structure
    phrase: Phrase
    link: Link


def refers_to(syntax: Syntax, structure: Structure, phrase: Phrase) -> Reference | None:
    """The phrase that `phrase` of a sentence points back to, or None.

    >>> from figcheck.models import Article
    >>> from figcheck import dates, numeral, quantities
    >>> from figcheck.text import read
    >>> part = read(Article(id="a", text="The ferry carried 470 people. Of them, 174 were rescued.")).parts[-1]
    >>> figures = quantities.read(part, numeral.find(part, []))
    >>> syntax = Syntax(part, figures, [])
    >>> second = syntax.of(part.sentences[1])
    >>> found = refers_to(syntax, second, second.phrases[0])
    >>> found.structure.quote(found.phrase), found.link
    ('470 people', 'pronoun')
    """
    w = structure.words
    word = w.text[phrase.head]
    if word == "those" and structure.tags[phrase.end : phrase.end + 1] in _OWN:
        return None  # "14 of those on the list", "of those who fled": what follows says which
    if word in _PLURAL and w.mark[phrase.head] == "":
        return _first(syntax, structure, phrase, _is_many, "pronoun")
    if not phrase.definite and w.text[phrase.start] != "both":
        return None
    if word in _REST or w.text[phrase.start : phrase.end][1:2] == ["remaining"]:
        return _first(syntax, structure, phrase, _is_many, "rest")
    if word in _FIGURE and not phrase.figures:
        return _first(syntax, structure, phrase, _has_figure, "figure")
    noun = structure.lemma(phrase)
    same = (
        _first(syntax, structure, phrase, lambda s, p: bool(noun) and _counts(s, p, noun), "same noun")
        if noun
        else None
    )
    if same is not None or not phrase.figures:
        return same
    value = w.figure[phrase.figures[-1]].quantity.stated
    return _first(syntax, structure, phrase, lambda s, p: value is not None and value in _values(s, p), "same number")


def _first(syntax: Syntax, structure: Structure, phrase: Phrase, fits: object, link: Link) -> Reference | None:
    assert callable(fits)
    loose: Reference | None = None
    for s, p in _earlier(syntax, structure, phrase):
        if fits(s, p):
            found = Reference(s, p, link)
            if p.figures:
                return found
            loose = loose or found
    return loose if link in ("pronoun", "same noun") else None


def _earlier(syntax: Syntax, structure: Structure, phrase: Phrase) -> Iterator[tuple[Structure, Phrase]]:
    """The noun phrases before one, the nearest sentence first; in a sentence its subject first, then from the left."""
    part = phrase.governor  # "12 of them": the 12 are not those that they are part of
    object_ = isinstance(part, Phrase) and part.role == "object" and structure.words.text[phrase.head] == "them"
    told = phrase.clause.subject if object_ and phrase.clause is not None else None
    before = (
        p for p in reversed(structure.phrases)
        if p.end <= phrase.start and p.kind == "n" and p is not part and p is not told  # "two boats found 54 of them"
    )  # fmt: skip
    yield from ((structure, p) for p in before)
    sentence = structure.sentence
    for back in range(1, _BEFORE + 1):
        index = sentence.index - back
        if index < 0:
            return
        earlier = syntax.part.sentences[index]
        if back > 1 and earlier.paragraph != sentence.paragraph:
            return
        other = syntax.of(earlier)
        ranked = sorted(
            (p for p in other.phrases if p.kind == "n"), key=lambda p: p.role not in ("subject", "passive_subject")
        )
        yield from ((other, p) for p in ranked)


def _is_many(structure: Structure, phrase: Phrase) -> bool:
    """Whether a phrase names several: a count above one, or a plural."""
    if phrase.figures:
        figure = structure.words.figure[phrase.figures[-1]]
        return figure.kind == "count" and figure.quantity.stated != 1
    return structure.tags[phrase.head] == "N" and not phrase.is_time


def _has_figure(_: Structure, phrase: Phrase) -> bool:
    return bool(phrase.figures) and not phrase.is_time


def _counts(structure: Structure, phrase: Phrase, noun: str) -> bool:
    return structure.lemma(phrase) == noun


def _values(structure: Structure, phrase: Phrase) -> list[object]:
    return [structure.words.figure[k].quantity.stated for k in phrase.figures]

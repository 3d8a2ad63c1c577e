"""How the sentences that hold figures are read: clauses, what fills them, and the place of each figure."""

from __future__ import annotations

from collections.abc import Iterable

from figcheck.models import Article
from figcheck.reading import structures
from figcheck.syntax import Clause, Phrase, Structure

__all__ = ["render"]


def render(articles: Iterable[Article]) -> str:
    """The structure of each sentence with a figure, as indented text.

    >>> print(render([Article(id="a", text="A bomb killed 12 people in Dren, police said.")]))
    a
      A bomb killed 12 people in Dren, police said.
        main: A bomb | kill | 12 people | in Dren
        main: police | say
        12 people: object of kill, counts person
    """
    return "\n\n".join(_article(a) for a in articles)


def _article(article: Article) -> str:
    out = [article.id]
    for syntax in structures(article).values():
        for sentence in syntax.sentences():
            out += _sentence(syntax.of(sentence))
    return "\n".join(out)


def _sentence(structure: Structure) -> list[str]:
    out = ["  " + " ".join(structure.sentence.text.split())]
    out += [f"    {line}" for line in (_clause(structure, c) for c in structure.clauses) if line]
    out += [f"    {_place(structure, phrase)}" for phrase in structure.phrases if phrase.figures]
    return out


def _clause(structure: Structure, clause: Clause) -> str:
    """One clause: kind, subject, verb, objects, prepositional phrases."""
    if clause.verb is None and clause.subject is None:
        return ""
    verb = clause.verb
    told = (
        "" if verb is None else " ".join(filter(None, (verb.lemma, verb.particle, "(passive)" if verb.passive else "")))
    )
    fields = [
        structure.quote(clause.subject) if clause.subject else "",
        told,
        *(structure.quote(p) for p in [*clause.objects, *([clause.complement] if clause.complement else [])]),
        *(f"{p.prep.replace('_', ' ')} {structure.quote(p)}".strip() for p in clause.obliques),
    ]
    return f"{' '.join(filter(None, (clause.kind, clause.opener)))}: {' | '.join(filter(None, fields))}"


def _place(structure: Structure, phrase: Phrase) -> str:
    place = structure.place(structure.words.figure[phrase.figures[-1]])
    assert place is not None
    role = (place.role or "stands alone").replace("_", " ")
    hangs = f" of {place.governor}" if place.governor else ""
    prep = f" ({place.preposition.replace('_', ' ')})" if place.preposition else ""
    noun = f", counts {place.noun}" if place.noun else ""
    return f"{structure.quote(phrase)}: {role}{hangs}{prep}{noun}"

"""The pipeline for one article: text, numerals, quantities, claims, attribution, relations, one after the other."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from figcheck import attribution, claims, dates, files, numeral, ownwords, quantities, relations
from figcheck.models import Article, Claim, Claims, Numeral, Relation
from figcheck.syntax import Syntax
from figcheck.text import Document, Part, read
from figcheck.vocabulary import Vocabulary

__all__ = ["Draft", "Reading", "as_article", "as_articles", "extract", "read_article", "read_numerals", "structures"]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one article gives: a pure function of it, and picklable."""

    article: Article
    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...]
    numerals: tuple[Numeral, ...]


def as_article(article_or_text: Article | str, number: int = 1) -> Article:
    """An Article as it is; a text becomes one with the id text-1, text-2 …

    Raises ValueError for a text that has the shape of a file's name, TypeError for anything else.
    """
    if isinstance(article_or_text, Article):
        return article_or_text
    if isinstance(article_or_text, str):
        if files.named_like_file(article_or_text):
            name = repr(article_or_text)
            raise ValueError(f"{name} is the name of a file, not a text; figcheck.read_file({name}) reads it")
        return Article(id=f"text-{number}", text=article_or_text)
    raise TypeError(f"expected an Article or a text, not {type(article_or_text).__name__}{_hint(article_or_text)}")


def as_articles(articles: Article | str | Iterable[Article | str]) -> list[Article]:
    """One article or many as a list. Raises as `as_article` does."""
    if isinstance(articles, (Article, str)) or _hint(articles):
        return [as_article(articles)]  # type: ignore[arg-type]  # what has a hint is refused with it
    return [as_article(one, number) for number, one in enumerate(articles, 1)]


def _hint(given: object) -> str:
    """What to do with something else, where that is plain."""
    if isinstance(given, os.PathLike):
        return "; figcheck.read_file() and read_folder() read files"
    if isinstance(getattr(given, "article", None), Article):  # what a reader gives
        return "; give its .article"
    if isinstance(given, Mapping):
        return "; make an article of it: figcheck.Article(**it)"
    if isinstance(given, bytes):
        return "; decode it first, or read its file with figcheck.read_file()"
    return ""


def _claims(
    document: Document, vocabulary: Vocabulary | None = None
) -> tuple[tuple[Claim, ...], list[tuple[Part, list[numeral.Number]]], dict[str, Syntax]]:
    numbers, structures = _structures(document)
    drafts = claims.read(document, structures)
    attribution.attribute(document, structures, drafts)
    if vocabulary:
        ownwords.apply(drafts, vocabulary)
    name = document.article.id
    return tuple(d.freeze(name) for d in drafts), numbers, structures


def _structures(document: Document) -> tuple[list[tuple[Part, list[numeral.Number]]], dict[str, Syntax]]:
    numbers, out = [], {}
    for part in document.parts:
        whens = dates.find(part, document.article.published)
        found = numeral.find(part, whens)
        numbers.append((part, found))
        out[part.name] = Syntax(part, quantities.read(part, found), whens)
    return numbers, out


def structures(article_or_text: Article | str) -> dict[str, Syntax]:
    """The syntax of each part of an article, by its name."""
    return _structures(read(as_article(article_or_text)))[1]


def extract(article_or_text: Article | str, vocabulary: Vocabulary | None = None) -> Claims:
    """The claims of one article: the title's first, then by start. A tuple, with `rows()` and `to_pandas()` of its own.

    A `vocabulary` adds a desk's own measures and the names of its sources. Raises ValueError for a text that has the
    shape of a file's name, TypeError for what is neither an Article nor a text.

    >>> [(c.quote, c.counted, c.measure) for c in extract("The flood killed 12 people and injured 40, police said.")]
    [('12', 'people', 'killed'), ('40', 'people', 'injured')]
    """
    return Claims(_claims(read(as_article(article_or_text)), vocabulary)[0])


_WORTH = frozenset(("claim", "ordinal", "score", "pronoun"))


def _named(document: Document, numbers: list[tuple[Part, list[numeral.Number]]]) -> tuple[Numeral, ...]:
    return tuple(
        Numeral.model_construct(
            article=document.article.id, part=part.name, start=n.start, end=n.end,
            quote=part.text[n.start : n.end], role=n.role,
            stated=n.stated if n.role in _WORTH else None,
            low=n.low if n.role in _WORTH else None,
            high=n.high if n.role in _WORTH else None,
            malformed=quantities.beside(part, n) if n.malformed else None,
        )
        for part, found in numbers
        for n in found
    )  # fmt: skip


def read_numerals(article_or_text: Article | str) -> tuple[Numeral, ...]:
    """Every numeral of an article with its role and its worth: the figures, and what is none (a date, a name, a score).

    Raises ValueError for a text that has the shape of a file's name, TypeError for what is neither an Article nor a
    text.

    >>> from figcheck import numerals
    >>> [(n.quote, n.role, str(n.stated)) for n in numerals("In 2020 some 1.2 million saw the third part.")]
    [('2020', 'year', 'None'), ('1.2 million', 'claim', '1200000'), ('third', 'ordinal', '3')]
    """
    document = read(as_article(article_or_text))
    return _named(document, _claims(document)[1])


def read_article(article_or_text: Article | str, number: int = 1, vocabulary: Vocabulary | None = None) -> Reading:
    """Claims, relations and numerals of one article."""
    return Draft(article_or_text, number, vocabulary).reading


class Draft:
    """One article, read once, whose figures can be put in place of others: what would be if one of them were wrong?

    >>> draft = Draft("Of the 40 pupils, 31 passed and the other 9 failed.")
    >>> [len(r.roles["parts"]) for r in draft.reading.relations]
    [2]
    >>> len(draft.tied(draft.claims[1:]).relations)
    0
    """

    def __init__(self, article_or_text: Article | str, number: int = 1, vocabulary: Vocabulary | None = None) -> None:
        self._document = read(as_article(article_or_text, number))
        self.claims, numbers, self._structures = _claims(self._document, vocabulary)
        self._numerals = _named(self._document, numbers)

    @property
    def reading(self) -> Reading:
        """The article as it stands."""
        return self.tied(self.claims)

    def tied(self, claims: Sequence[Claim]) -> Reading:
        """The article with these claims in place of its own, and the relations between them."""
        ties = relations.find(self._document, claims, self._structures)
        return Reading(self._document.article, tuple(claims), ties, self._numerals)

"""The structures of a text, for the tests of syntax."""

from __future__ import annotations

from figcheck import dates, numeral, quantities
from figcheck.drafts import Figure
from figcheck.models import Article
from figcheck.syntax import Structure, Syntax
from figcheck.text import read


def read_part(text: str) -> tuple[Syntax, list[Figure]]:
    """The syntax of a text and its figures."""
    part = read(Article(id="a", text=text)).parts[-1]
    whens = dates.find(part, None)
    figures = quantities.read(part, numeral.find(part, whens))
    return Syntax(part, figures, whens), figures


def structures(text: str) -> list[Structure]:
    """The structure of each sentence of a text."""
    syntax, _ = read_part(text)
    return [syntax.of(s) for s in syntax.part.sentences]

"""Relations: figures that the words of one article tie together.

>>> import figcheck
>>> found = figcheck.check("Profit rose by 10 percent to $66 million from $60 million.").relations
>>> [(r.kind, sorted(r.roles)) for r in found]
[('change', ['by', 'from', 'to'])]
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from figcheck.models import Claim, Relation
    from figcheck.syntax import Syntax
    from figcheck.text import Document

__all__ = ["find"]


def find(document: Document, claims: Sequence[Claim], structures: Mapping[str, Syntax]) -> tuple[Relation, ...]:
    """The relations of one article, in the order of the text; those that span sentences come after.

    The grammar is loaded here, on first use: extracting claims alone has no need of it.
    """
    from figcheck.relations.finders import relations

    return relations(document, claims, structures)

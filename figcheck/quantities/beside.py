"""What stands beside a number that could not be read: money, something counted, or nothing."""

from __future__ import annotations

from figcheck import units
from figcheck.drafts import Number
from figcheck.models import Malformed
from figcheck.quantities.nouns import ahead
from figcheck.text import Part

__all__ = ["beside"]


def beside(part: Part, number: Number) -> Malformed:
    """What a malformed number would have told.

    >>> from figcheck.models import Article
    >>> from figcheck.text import read
    >>> body = read(Article(id="a", text="A sum of $110,00 for 4,2000 guests.")).parts[0]
    >>> [beside(body, Number(*span, "unread")) for span in ((9, 16), (21, 27))]
    ['money', 'count']
    """
    first = next(i for i in range(number.start, number.end) if part.plain[i].isalnum())
    unit = units.before(part, first) or units.after(part, number.end)
    if unit is not None:
        return "money" if unit.kind == "money" else "count"
    sentence = part.sentence_at(number.start)
    return "count" if sentence is not None and ahead(sentence, number.end, False) else "bare"

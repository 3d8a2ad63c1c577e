"""Reads the numerals of a part one after the other: each candidate goes to the reader of its kind."""

from __future__ import annotations

from collections import Counter

from figcheck.dates import When
from figcheck.drafts import Number
from figcheck.numeral import figures, senses
from figcheck.numeral.scan import candidates, end_of_row
from figcheck.numeral.site import site
from figcheck.text import Part

__all__ = ["Number", "find"]

_NEAR = 6
_LONGEST_ROW = 24  # number words in a longer row, with nothing between, count nothing
_DENSE = 80  # more numerals than this in one sentence are a dump of data, not prose


def find(part: Part, whens: list[When]) -> list[Number]:
    """Every numeral in order, roles told.

    >>> from figcheck.models import Article
    >>> from figcheck.text import read
    >>> body = read(Article(id="a", text="Flight 427 left two dozen of the 1,219 behind.")).parts[0]
    >>> [(body.text[n.start:n.end], n.role, str(n.stated)) for n in find(body, [])]
    [('427', 'identifier', '427'), ('two dozen', 'claim', '24'), ('1,219', 'claim', '1219')]
    """
    found: list[Number] = []
    done = row = 0
    ahead = iter(whens)
    when = next(ahead, None)
    lower, plain = part.lower, part.plain
    first = last = 0
    for start, end in candidates(lower):
        if start < done:
            while start < end and (start < done or not lower[start].isdecimal()):
                start += 1
            if start == end:
                continue
        while when is not None and when.end <= start:
            when = next(ahead, None)
        if start >= last:
            sentence = part.sentence_at(start)
            first, last = (sentence.start, sentence.end) if sentence else (start, end)
        inside = when if when is not None and when.start <= start else None
        row = row + 1 if found and start - found[-1].end < _NEAR and lower[start].isalpha() else 0
        if row > _LONGEST_ROW:
            done = end_of_row(lower, end)
            found.append(Number(start, done, "unread"))
            continue
        place = site(lower, plain, start, end, first, last)
        read = senses.read(place, inside) if lower[start].isalpha() else figures.read(place, inside)
        for number in read:
            found.append(number)
            done = max(done, number.end)
    return _without_dumps(part, found) if len(found) > _DENSE else found


def _without_dumps(part: Part, found: list[Number]) -> list[Number]:
    """The same numerals, those of a sentence that is nothing but numerals told as unread."""
    counts = Counter(id(part.sentence_at(n.start)) for n in found)
    return [
        Number(n.start, n.end, "unread") if counts[id(part.sentence_at(n.start))] > _DENSE else n for n in found
    ]  # fmt: skip

"""The letters m, b and t after digits: "$5m", "5m people", "40m rupees" are millions, "the 100m final" is metres."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from figcheck import units
from figcheck.drafts import Number
from figcheck.numeral import times
from figcheck.quantities.lexicon import EVENT, NUMBER, is_plural
from figcheck.quantities.nouns import ahead
from figcheck.text import Part
from figcheck.units import dimension
from figcheck.words import trie, wordset

if TYPE_CHECKING:
    from figcheck.quantities.measured import Measured

__all__ = ["SCALES", "is_scale", "letter", "settle", "take_in"]

SCALES = {"k": Decimal(10**3), "m": Decimal(10**6), "b": Decimal(10**9), "t": Decimal(10**12)}


# "3m high", "a 100m sprint"
_MEASURED = re.compile(rf"[ -](?:{trie(wordset('nouns.toml', 'extent'))})(?![^\W_])")


def letter(part: Part, end: int) -> int:
    """Where a lone m, b or t at `end` ends (glued to the digits, m after one space too); 0 where there is none."""
    plain = part.plain
    at = end + 1 if plain[end : end + 1] == " " else end
    sign = plain[at : at + 1]
    if sign not in ("m", "b", "t", "M", "B", "T") or (sign != "m" and at > end):
        return 0
    after = plain[at + 1 : at + 2]
    return 0 if after and (after.isalnum() or after in "²³/'") else at + 1


def is_scale(part: Part, number: Number, end: int) -> bool:
    """Whether what follows the letter that ends at `end` is money, a unit, or things counted by the million."""
    sign = part.plain[end - 1]
    if sign == "t":
        return False
    if sign in "MB":
        return True
    after = part.lower[end + 1 : end + 20].partition(" ")[0] if part.lower[end : end + 1] == " " else ""
    if after in NUMBER:
        return False  # "the 5,000m two days later"
    following = units.after(part, end, scaled=True)
    if following is not None and part.lower[end : end + 1] == " " and part.lower[end + 1].isalpha():
        return True
    sentence = part.sentence_at(number.start)
    if sentence is None or part.lower[end : end + 1] != " ":
        return False
    noun = ahead(sentence, end, False)
    return noun is not None and is_plural(noun.counted.rpartition(" ")[2]) and EVENT.isdisjoint(noun.counted.split())


def settle(part: Part, measured: list[Measured]) -> None:
    """One m in a sentence is meant as the other: "2.3m-2.5m people", "1.2m voters, up from 1.1m", in place."""
    doubtful = [
        m for m in measured
        if m.unit == "meter" and letter(part, m.number.end) == m.end and not _MEASURED.match(part.lower, m.end)
    ]  # fmt: skip
    for m in doubtful:
        sentence = part.sentence_at(m.start)
        if sentence is None:
            continue
        beside = [x for x in measured if sentence.start <= x.start < sentence.end and x is not m]
        lengths = [
            x
            for x in beside
            if x.unit and dimension(x.unit) == "length" and part.lower[x.end - 2 : x.end - 1].isalpha()
        ]
        if not lengths and any(x.number.scaled and part.lower[x.number.end - 1] == "m" for x in beside):
            take_in(part, m.number, m.end)
            m.unit, m.kind, m.after = None, "count", False


def take_in(part: Part, number: Number, end: int) -> None:
    """Take the letter that ends at `end` into the number as its scale."""
    scale = SCALES[part.lower[end - 1]]
    if number.stated is not None:
        number.stated = number.low = number.high = times(number.stated, scale)
    number.step = times(number.step, scale)
    number.end, number.scaled, number.form = end, True, "mixed"

"""Strategies for numbers: digits and words, hedges, ranges, vague words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Literal

from hypothesis import strategies as st

from figcheck.models import Hedge
from figcheck.testing.rendering import grouped, in_words, plain
from figcheck.testing.truth import Figure

__all__ = ["ALL_STYLES", "HEDGES", "VAGUE", "Style", "hedged", "numerals", "ranges", "vague"]

Style = Literal["digits", "grouped", "decimal", "scaled", "letter", "words", "british"]
ALL_STYLES: tuple[Style, ...] = ("digits", "grouped", "decimal", "scaled", "letter", "words", "british")

HEDGES: dict[Hedge, tuple[str, ...]] = {
    "at_least": ("at least {}", "no fewer than {}", "no less than {}", "{} or more"),
    "more_than": ("more than {}", "over {}", "upwards of {}"),
    "at_most": ("at most {}", "no more than {}", "up to {}", "as many as {}"),
    "less_than": ("fewer than {}", "less than {}", "under {}"),
    "about": (
        "about {}", "around {}", "some {}", "roughly {}", "approximately {}", "an estimated {}", "nearly {}",
        "almost {}", "close to {}", "just over {}", "just under {}",
    ),
    "exact": ("{}", "exactly {}"),
}  # fmt: skip
"""Phrases by hedge, from the contract; the numeral goes where the braces stand."""

VAGUE: dict[str, tuple[int, int]] = {
    "a couple of": (2, 3), "a few": (3, 5), "several": (3, 9), "dozens of": (24, 99), "scores of": (40, 99),
    "hundreds of": (200, 999), "thousands of": (2000, 9999), "tens of thousands of": (20_000, 99_999),
    "hundreds of thousands of": (200_000, 999_999), "millions of": (2_000_000, 9_999_999),
}  # fmt: skip
"""Vague words with what they stand for, to the contract."""

_SCALED = (("thousand", 10**3), ("million", 10**6), ("billion", 10**9), ("trillion", 10**12))
_LETTERS = (("k", 10**3), ("m", 10**6), ("bn", 10**9), ("tn", 10**12))


def _figure(text: str, value: Decimal) -> Figure:
    return Figure(text, 0, len(text), value, value, value)


def _whole(low: int, high: int) -> st.SearchStrategy[int]:
    """Whole numbers over all sizes alike, round ones among them."""
    sizes = st.integers(len(str(low)), len(str(high)))
    ends = sizes.flatmap(lambda n: st.integers(max(low, 10 ** (n - 1)), min(high, 10**n - 1)))
    rounded = st.tuples(ends, st.integers(1, 5)).map(lambda p: p[0] // 10 ** p[1] * 10 ** p[1])
    return st.one_of(ends, rounded.filter(lambda n: low <= n <= high))


def _scaled(names: tuple[tuple[str, int], ...], blank: str) -> st.SearchStrategy[Figure]:
    head = st.decimals(min_value=1, max_value=999, places=1) | st.integers(1, 999).map(Decimal)
    return st.tuples(head, st.sampled_from(names)).map(
        lambda p: _figure(f"{plain(p[0])}{blank}{p[1][0]}", p[0] * p[1][1])
    )


def _style(style: Style, low: int, high: int) -> st.SearchStrategy[Figure]:
    write: dict[str, Callable[[int], str]] = {
        "digits": str,
        "grouped": lambda n: grouped(Decimal(n)),
        "words": in_words,
        "british": lambda n: in_words(n, conjunction=True),
    }
    if style == "scaled":
        return _scaled(_SCALED, " ")
    if style == "letter":
        return _scaled(_LETTERS, "")
    if style == "decimal":
        tenths = st.decimals(min_value=2, max_value=99_999, places=1)
        return tenths.map(lambda d: _figure(grouped(d), d))
    numbers = _whole(low, min(high, 999)) if style == "digits" else _whole(low, high)
    return numbers.map(lambda n: _figure(write[style](n), Decimal(n)))


def numerals(
    min_value: int = 2, max_value: int = 10**12 - 1, styles: tuple[Style, ...] = ALL_STYLES
) -> st.SearchStrategy[Figure]:
    """A number as a newspaper writes it, with its value.

    `digits` (below a thousand), `grouped` (57,418), `decimal` (1,219.5), `scaled` (2.5 million), `letter` (2.5m),
    `words` (twenty-one), `british` (two hundred and one). `min_value` and `max_value` bound the whole numbers.

    >>> from hypothesis import find
    >>> find(numerals(styles=("words",)), lambda f: f.stated < 10).text
    'two'
    """
    return st.one_of([_style(style, min_value, max_value) for style in styles])


def _bounded(figure: Figure, hedge: Hedge, phrase: str) -> Figure:
    value = figure.stated
    low, high = value, value
    if hedge in {"at_least", "more_than"}:
        high = None
    elif hedge in {"at_most", "less_than"}:
        low = Decimal(0)
    before, _, after = phrase.partition("{}")
    text = before + figure.text + after
    return Figure(text, len(before), len(before) + len(figure.text), value, low, high, hedge, figure.unit)


def hedged(
    numbers: st.SearchStrategy[Figure] | None = None, hedges: Iterable[Hedge] = tuple(HEDGES)
) -> st.SearchStrategy[Figure]:
    """A number with a hedge: "at least 12", "nearly two million", "12 or more"; exact ones among them.

    >>> from hypothesis import find
    >>> find(hedged(hedges=["more_than"]), lambda f: f.stated < 10).high is None
    True
    """
    pairs = [(hedge, phrase) for hedge in hedges for phrase in HEDGES[hedge]]
    return st.tuples(numerals() if numbers is None else numbers, st.sampled_from(pairs)).map(
        lambda p: _bounded(p[0], *p[1])
    )


_RANGES = ("{} to {}", "{}-{}", "{}\u2013{}", "between {} and {}", "from {} to {}")


def _range(low: int, size: int, phrase: str) -> Figure:
    first, second = grouped(Decimal(low)), grouped(Decimal(low + size))
    text = phrase.format(first, second)
    start = text.index(first)
    return Figure(text, start, len(text), None, Decimal(low), Decimal(low + size), "range")


def ranges() -> st.SearchStrategy[Figure]:
    """A range of whole numbers: "3 to 5", "3-5", "between 3 and 5"."""
    return st.builds(_range, st.integers(2, 99_000), st.integers(1, 900), st.sampled_from(_RANGES))


def vague() -> st.SearchStrategy[Figure]:
    """A vague word with what it stands for: "dozens of", "a few"."""

    def made(words: str) -> Figure:
        low, high = VAGUE[words]
        return Figure(words, 0, len(words.removesuffix(" of")), None, Decimal(low), Decimal(high), "vague")

    return st.sampled_from(sorted(VAGUE)).map(made)

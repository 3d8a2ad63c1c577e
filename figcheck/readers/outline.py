"""A page as a flat list of tokens in which every element knows where it ends and how much prose it holds."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import accumulate

from figcheck.readers.markup import Tag, Token, scan

__all__ = ["Outline", "outline"]

_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr keygen frame".split()  # noqa: SIM905
)
BLOCKS = frozenset(
    """
    address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th
    thead tr ul
    """.split()  # noqa: SIM905
)
_PROSE = frozenset({"p", "li", "blockquote", "h1", "h2", "h3", "dd"})


@dataclass(slots=True)
class Outline:
    """Tokens, and for each the index past its element's end tag (its own index + 1 where it has none)."""

    source: str
    tokens: list[Token]
    close: list[int]
    _prose: list[int]
    _text: list[int]
    _linked: list[int]

    def prose(self, index: int) -> int:
        """How much text in paragraphs the element at `index` holds."""
        return self._prose[self.close[index]] - self._prose[index]

    def total_prose(self) -> int:
        """How much text in paragraphs the whole page holds."""
        return self._prose[-1]

    def text(self, index: int) -> int:
        """How much text of any kind it holds."""
        return self._text[self.close[index]] - self._text[index]

    def linked(self, index: int) -> int:
        """How much of that text is in links."""
        return self._linked[self.close[index]] - self._linked[index]

    def inside(self, index: int) -> tuple[int, int]:
        """Offsets between the start tag of an element and its end tag."""
        last = self.tokens[self.close[index] - 1]
        own_end = isinstance(last.what, Tag) and last.what.closing and self.close[index] - 1 > index
        return self.tokens[index].end, last.start if own_end else last.end


def outline(source: str, start: int, end: int) -> Outline:
    """Match start tags to end tags as a browser would, in linear time however broken the markup is."""
    tokens = list(scan(source, start, end))
    close = list(range(1, len(tokens) + 1))
    stack: list[tuple[str, int]] = []
    opened: Counter[str] = Counter()
    prose, text, linked = [0], [0], [0]
    for i, token in enumerate(tokens):
        size = 0
        if token.what == "text":
            size = len(source[token.start : token.end].strip())
        elif isinstance(token.what, Tag):
            _place(token.what, i, stack, opened, close)
        text.append(size)
        prose.append(size if any(opened[name] for name in _PROSE) else 0)
        linked.append(size if opened["a"] else 0)
    for _, i in stack:
        close[i] = len(tokens)
    return Outline(source, tokens, close, *(list(accumulate(sizes)) for sizes in (prose, text, linked)))


def _place(tag: Tag, i: int, stack: list[tuple[str, int]], opened: Counter[str], close: list[int]) -> None:
    if tag.closing:
        if not opened[tag.name]:
            return
        while True:
            name, begun = stack.pop()
            opened[name] -= 1
            close[begun] = i + 1 if name == tag.name else i
            if name == tag.name:
                return
    if tag.name in BLOCKS and stack and stack[-1][0] == "p":  # a paragraph cannot hold a block
        _, begun = stack.pop()
        opened["p"] -= 1
        close[begun] = i
    if tag.name not in _VOID:
        stack.append((tag.name, i))
        opened[tag.name] += 1

"""The text of a Markdown paragraph: emphasis, links, code, images, entities and inline HTML read or left out."""

from __future__ import annotations

import html
import re
from collections.abc import Set
from dataclasses import dataclass, field

from figcheck.readers.mapped import Mapped, Tape

__all__ = ["Inline", "inline"]

_MARK = re.compile(
    r"""
      \\(?P<escaped>[!-/:-@\[-`{-~])
    | (?P<hard>(?:[ ]{2,}|\\)\n)
    | (?P<ticks>`+)
    | (?P<note>\[\^[^\]\s]{1,80}\])
    | (?P<picture>!\[)
    | (?P<open>\[)
    | (?P<close>\])
    | <(?P<address>[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[\w.+-]{1,80}@[\w.-]{1,200})>
    | (?P<comment><!--)
    | (?P<raised><sup\b[^<>]{0,100}>(?P<power>[^<]{0,80}(?:<a\b[^<>]{0,300}>[^<]{0,80}</a>)?)</sup>)
    | (?P<struck><(?P<del>del|s|strike)>[^<]{0,500}</(?P=del)>)
    | (?P<tag></?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>)
    | (?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)
    | (?P<run>\*+|_+|~~)
    """,
    re.VERBOSE,
)
_SIGN = re.compile(r"[\\`!\[\]<&*_~]| {2,}\n")  # where a mark may begin
_TARGET = re.compile(
    r"""\(\s{0,9}(?:<[^<>\n]{0,2000}>|[^\s()<]{0,2000}(?:\([^\s()]{0,500}\)[^\s()]{0,500}){0,4})?
        (?:\s{1,9}(?:"[^"]{0,300}"|'[^']{0,300}'|\([^()]{0,300}\)))?\s{0,9}\)""",
    re.VERBOSE,
)
_LABEL = re.compile(r"\[([^\]\[]{0,200})\]")
_POWERS = {"2": "\u00b2", "3": "\u00b3"}


@dataclass(slots=True)
class Inline:
    """What was found besides the text: offsets in the content."""

    text: Mapped
    comments: list[tuple[int, int]] = field(default_factory=list)
    unclosed: list[int] = field(default_factory=list)  # comments that run to the end
    images: list[int] = field(default_factory=list)
    linked: int = 0  # how many code points of the content are links


@dataclass(slots=True)
class _Run:
    """A run of emphasis marks that may open: where it stands and how many of its marks are left."""

    start: int
    end: int


class _Reader:
    def __init__(self, content: str, labels: Set[str]) -> None:
        self.content = content
        self.labels = labels
        self.cuts: list[tuple[int, int, str]] = []  # span of the content, and what stands for it
        self.brackets: list[tuple[int, bool]] = []
        self.runs: dict[str, list[_Run]] = {"*": [], "_": [], "~": []}
        self.ticks: dict[int, list[int]] | None = None
        self.found = Inline(Mapped.whole(""))

    def read(self) -> None:
        at = 0
        while (place := _SIGN.search(self.content, at)) is not None:
            m = _MARK.match(self.content, place.start())
            at = self._mark(m) if m else place.end()
        self.cuts.sort(key=lambda c: (c[0], -c[1]))

    def _mark(self, m: re.Match[str]) -> int:
        """Handle one mark; returns where to go on."""
        start, end, kind = m.start(), m.end(), m.lastgroup
        if m["run"]:
            self._emphasis(m["run"][0], start, end)
        elif m["raised"]:
            self._raised(m)
        elif m["struck"]:
            self.cuts.append((start, end, ""))
        elif m["ticks"]:
            return self._code(start, end)
        elif m["comment"]:
            return self._comment(start)
        elif kind == "escaped":
            self.cuts.append((start, start + 1, ""))
        elif kind == "hard":
            self.cuts.append((start, end, "\n\n"))
        elif kind == "entity":
            self._entity(m)
        elif kind in {"note", "address"}:
            self.cuts.append((start, end, ""))
        elif kind == "tag":
            self.cuts.append((start, end, "\n\n" if m["tag"].lower().startswith("<br") else ""))
        elif kind in {"open", "picture"}:
            self.brackets.append((start, kind == "picture"))
        elif kind == "close":
            return self._close(start, end)
        return end

    def _entity(self, m: re.Match[str]) -> None:
        decoded = html.unescape(m.group())
        if decoded != m.group():
            self.cuts.append((m.start(), m.end(), decoded))

    def _raised(self, m: re.Match[str]) -> None:
        """A square or cube after a unit; else the number of a note, unless it is letters: 4<sup>th</sup>."""
        inside = m["power"].strip()
        before = self.content[m.start() - 1 : m.start()]
        kept = inside if inside.isalpha() else _POWERS.get(inside, "") if before.isalpha() else ""
        self.cuts.append((m.start(), m.end(), kept))

    def _code(self, start: int, end: int) -> int:
        """Inline code is left out, whatever it holds."""
        if self.ticks is None:
            self.ticks = {}
            for run in re.finditer("`+", self.content):
                self.ticks.setdefault(run.end() - run.start(), []).append(run.start())
            for places in self.ticks.values():
                places.reverse()
        places = self.ticks.get(end - start, [])
        while places and places[-1] < end:
            places.pop()
        if not places:
            return end
        close = places[-1] + end - start
        self.cuts.append((start, close, ""))
        return close

    def _comment(self, start: int) -> int:
        close = self.content.find("-->", start + 2)
        if close < 0:
            close = len(self.content)
            self.found.unclosed.append(start)
        else:
            close += 3
            self.found.comments.append((start, close))
        self.cuts.append((start, close, ""))
        return close

    def _close(self, start: int, end: int) -> int:
        """A closing bracket: the end of a link, of an image, or a bracket of the text."""
        if not self.brackets:
            return end
        opened, picture = self.brackets.pop()
        after = self._target(opened + 1 + picture, start, end)
        if after < 0:
            return end
        if picture:
            self.cuts.append((opened, after, ""))
            self.found.images.append(opened)
        else:
            self.cuts.append((opened, opened + 1, ""))
            self.cuts.append((start, after, ""))
            self.found.linked += after - opened
        return after

    def _target(self, inside: int, start: int, end: int) -> int:
        """Where a link's target ends; -1 where none follows and its text is no known label."""
        if (target := _TARGET.match(self.content, end)) is not None:
            return target.end()
        if not self.labels:
            return -1
        own = self.content[inside:start]
        label = _LABEL.match(self.content, end)
        named = (label[1] or own) if label else own
        if len(named) <= 200 and " ".join(named.lower().split()) in self.labels:
            return label.end() if label else end
        return -1

    def _emphasis(self, mark: str, start: int, end: int) -> None:
        before = self.content[start - 1 : start] or " "
        after = self.content[end : end + 1] or " "
        left = not after.isspace() and (_is_word(after) or not _is_word(before))
        right = not before.isspace() and (_is_word(before) or not _is_word(after))
        opens, closes = left, right
        if mark == "_":
            opens, closes = left and (not right or not _is_word(before)), right and (not left or not _is_word(after))
        runs = self.runs[mark]
        while closes and runs and start < end:
            opener = runs[-1]
            size = min(end - start, opener.end - opener.start, 2)
            if mark == "~":
                self.cuts.append((opener.start, start + size, ""))
            else:
                self.cuts.append((opener.end - size, opener.end, ""))
                self.cuts.append((start, start + size, ""))
            opener.end -= size
            start += size
            if opener.start >= opener.end:
                runs.pop()
        if opens and start < end:
            runs.append(_Run(start, end))


def _is_word(c: str) -> bool:
    return c.isalnum() or not (c.isascii() or c in "\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u00ab\u00bb\u00a3\u20ac")


def inline(content: Mapped, labels: Set[str]) -> Inline:
    """The text of a paragraph or heading.

    >>> inline(Mapped.whole("At least **40** [died](http://x.example/2025), `n=7`."), frozenset()).text.text
    'At least 40 died, .'
    """
    reader = _Reader(content.text, labels)
    reader.read()
    tape = Tape(content.text, content)
    at = 0
    for start, end, shown in reader.cuts:
        if start < at:
            continue
        tape.spaced(at, start)
        if shown == "\n\n":
            tape.paragraph(start)
        else:
            tape.put(shown, start, end)
        at = end
    tape.spaced(at, len(content.text))
    reader.found.text = tape.done()
    return reader.found

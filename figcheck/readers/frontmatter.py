"""Front matter: the block of `key: value` lines between two `---` (or `+++`, TOML) that opens a file.

Read here rather than by a YAML library: five plain fields are wanted, each with the line and column where it stands,
and a draft must not be able to make the reader build anything but strings.
"""

from __future__ import annotations

import re
import tomllib
from typing import NamedTuple

from figcheck.readers.errors import ReadError
from figcheck.readers.mapped import Mapped, Tape
from figcheck.readers.story import EMPTY, Story

__all__ = ["front_matter", "named"]

_OPEN = re.compile(r"\s*(---|\+\+\+)[^\S\n]*\n")
_KEY = re.compile(r"([A-Za-z_][\w .-]*?)[^\S\n]*:(?=\s|$)[^\S\n]*")
_TOML_KEY = re.compile(r"([A-Za-z_][\w-]*)[^\S\n]*=[^\S\n]*")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))")
_REMARKS = re.compile(r"(?:[^\S\n]*(?:#[^\n]*)?\n)*")
_COMMENT = re.compile(r"(?<![^\S\n])[^\S\n]+#.*$")
_NAMES = {
    "title": "title", "headline": "title",
    "published": "published", "date": "published", "publishdate": "published", "publication_date": "published",
    "publisher": "publisher", "outlet": "publisher",
    "url": "url", "link": "url", "canonical_url": "url",
    "story": "story", "version": "version", "language": "language", "lang": "language",
    "summary": "summary", "standfirst": "summary", "id": "id",
}  # fmt: skip


class _Field(NamedTuple):
    value: Mapped
    line: int


def named(written: str) -> str | None:
    """The field that a key stands for, or None: "Date" is `published`."""
    return _NAMES.get(written.strip().lower().replace(" ", "_").replace("-", "_"))


def front_matter(whole: Mapped, path: str) -> tuple[Story, int]:
    """The story's fields, and where its body begins. Without front matter: an empty story and 0."""
    opening = _OPEN.match(whole.text)
    if opening is None:
        return Story(text=EMPTY), 0
    mark = opening[1]
    close = re.compile(r"^(?:---|\.\.\.)[^\S\n]*$" if mark == "---" else r"^\+\+\+[^\S\n]*$", re.MULTILINE)
    closing = close.search(whole.text, opening.end())
    first = _REMARKS.match(whole.text, opening.end())
    at = first.end() if first else opening.end()
    if not (_KEY if mark == "---" else _TOML_KEY).match(whole.text, at) and (closing is None or closing.start() != at):
        return Story(text=EMPTY), 0  # a rule across the page, not front matter
    line = whole.text.count("\n", 0, opening.start(1)) + 1
    if closing is None:
        raise ReadError(path, f"the front matter opened here is never closed; expected a second line {mark}", line)
    fields = (_yaml if mark == "---" else _toml)(whole, opening.end(), closing.start(), path, line + 1)
    return _story(fields), closing.end()


def _story(fields: dict[str, _Field]) -> Story:
    story = Story(text=EMPTY, lines={name: f.line for name, f in fields.items()})
    for name, (value, _) in fields.items():
        if value.text:
            story.put(name, value)
    return story


def _yaml(whole: Mapped, start: int, end: int, path: str, line: int) -> dict[str, _Field]:
    fields: dict[str, _Field] = {}
    folded: dict[str, int] = {}  # where the last line of a folded text ends
    at = start
    name: str | None = None
    for number, row in enumerate(whole.text[start:end].split("\n"), line):
        begin, at = at, at + len(row) + 1
        if not row.strip() or row.lstrip().startswith("#"):
            continue
        if row[0] in " \t-":  # the rest of a list, a map or a folded text
            if name and row[0] != "-":
                _fold(fields, folded, name, whole, begin, begin + len(row), number)
            continue
        key = _KEY.match(row)
        if key is None:
            raise ReadError(path, f"expected 'key: value' in the front matter, found {row.strip()[:40]!r}", number)
        name = named(key[1])
        if name is not None and name not in fields:
            rest = row[key.end() :]
            if rest.rstrip() in {">", "|", ">-", "|-", ">+", "|+"}:
                continue
            fields[name] = _Field(_scalar(whole, begin + key.end(), begin + len(row), path, number), number)
        else:
            name = None
    for name, last in folded.items():
        tape = Tape(whole.text, whole)
        tape.spaced(fields[name].value.sources[0], last)
        fields[name] = _Field(tape.done(), fields[name].line)
    return fields


def _fold(
    fields: dict[str, _Field], folded: dict[str, int], name: str, whole: Mapped, start: int, end: int, line: int
) -> None:
    """A further line of a value: its first where none stood beside the key, else one that a long text goes on with."""
    more = Mapped(whole.text[start:end], (0,), (start,), (None,), whole).strip()
    if name not in fields:
        fields[name] = _Field(more, line)
    elif name in {"title", "summary"}:
        folded[name] = more.sources[0] + len(more.text)


def _scalar(whole: Mapped, start: int, end: int, path: str, line: int) -> Mapped:
    raw = whole.text[start:end].rstrip()
    if raw[:1] in {'"', "'"}:
        return _quoted(whole, start, start + len(raw), path, line)
    raw = _COMMENT.sub("", raw).rstrip()
    return Mapped(raw, (0,), (start,), (None,), whole)


def _quoted(whole: Mapped, start: int, end: int, path: str, line: int) -> Mapped:
    mark = whole.text[start]
    body = re.compile(r'"((?:[^"\\]|\\.)*)"' if mark == '"' else r"'((?:[^']|'')*)'").match(whole.text, start, end)
    if body is None:
        raise ReadError(path, f"a value opens with {mark} and does not close", line)
    tape = Tape(whole.text, whole)
    at = body.start(1)
    for m in (_ESCAPE if mark == '"' else re.compile("''")).finditer(whole.text, at, body.end(1)):
        tape.copy(at, m.start())
        tape.put(_unescaped(m) if mark == '"' else "'", m.start(), m.end())
        at = m.end()
    tape.copy(at, body.end(1))
    return tape.done()


def _unescaped(m: re.Match[str]) -> str:
    return chr(int(m[1], 16)) if m[1] else {"n": "\n", "t": "\t"}.get(m[2], m[2])


def _toml(whole: Mapped, start: int, end: int, path: str, line: int) -> dict[str, _Field]:
    try:
        table = tomllib.loads(whole.text[start:end])
    except tomllib.TOMLDecodeError as error:
        raise ReadError(path, f"the front matter is not TOML: {error}", line) from None
    fields: dict[str, _Field] = {}
    at = start
    for number, row in enumerate(whole.text[start:end].split("\n"), line):
        begin, at = at, at + len(row) + 1
        if row.startswith("["):
            break
        key = _TOML_KEY.match(row)
        name = _NAMES.get(key[1].lower()) if key else None
        if key is None or name is None or key[1] not in table:
            continue
        value = table[key[1]]
        fields[name] = _Field(_toml_value(value, whole, begin + key.end(), begin + len(row.rstrip())), number)
    return fields


def _toml_value(value: object, whole: Mapped, start: int, end: int) -> Mapped:
    text = value if isinstance(value, str) else str(value)
    at = whole.text.find(text, start, end)
    if at >= 0:
        return Mapped(text, (0,), (at,), (None,), whole)
    return Mapped.fixed(text, start, end, whole)

"""JSON whose strings know where in the file they stand."""

from __future__ import annotations

import json
import re
from json.decoder import scanstring  # type: ignore[attr-defined]  # the standard library has it, its stubs do not
from typing import Any

from figcheck.readers.errors import ReadError
from figcheck.readers.mapped import Mapped, Tape

__all__ = ["Placed", "parse", "placed_text"]

_SPACE = re.compile(r"[ \t\n\r]*")
_ATOM = re.compile(r"[^\s,\]}]+")
_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)|\r\n?|[\ud800-\udfff]", re.DOTALL
)
_SURROGATE = re.compile("[\ud800-\udfff]")


class Placed(str):
    """A string value and the place of its literal, quotes left out, in the JSON that it came from."""

    __slots__ = ("end", "start")
    start: int
    end: int


def parse(text: str, path: str, line: int | None = None) -> Any:
    """The value, strings as Placed (keys are plain). Raises ReadError with the line."""
    try:
        json.loads(text)
        return _value(text, _SPACE.match(text, 0).end())[0]  # type: ignore[union-attr]  # it matches everything
    except json.JSONDecodeError as error:
        where = error.lineno if line is None else line
        raise ReadError(path, f"not JSON: {error.msg}, column {error.colno}", where) from None
    except RecursionError:
        raise ReadError(path, "JSON nested too deeply to hold an article", line) from None
    except ValueError as error:  # a number of thousands of digits
        raise ReadError(path, f"not JSON that can be read: {error}", line) from None


def _after_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _value(text: str, at: int) -> tuple[Any, int]:
    """The value at `at` of text known to be JSON, and where it ends."""
    mark = text[at]
    if mark == '"':
        return _string(text, at)
    if mark == "{":
        return _object(text, at)
    if mark == "[":
        return _array(text, at)
    found = _ATOM.match(text, at)
    end = found.end() if found else at + 1
    return json.loads(text[at:end]), end


def _string(text: str, at: int) -> tuple[Placed, int]:
    value, end = scanstring(text, at + 1, True)
    placed = Placed(value)
    placed.start, placed.end = at + 1, end - 1
    return placed, end


def _object(text: str, at: int) -> tuple[dict[str, Any], int]:
    out: dict[str, Any] = {}
    at = _after_space(text, at + 1)
    while text[at] != "}":
        key, end = scanstring(text, at + 1, True)
        if key in out:
            raise json.JSONDecodeError(f"the key {key[:40]!r} stands twice in one object", text, at)
        at = end
        at = _after_space(text, _after_space(text, at) + 1)  # over the colon
        out[key], at = _value(text, at)
        at = _after_space(text, at)
        if text[at] == ",":
            at = _after_space(text, at + 1)
    return out, at + 1


def _array(text: str, at: int) -> tuple[list[Any], int]:
    out: list[Any] = []
    at = _after_space(text, at + 1)
    while text[at] != "]":
        value, at = _value(text, at)
        out.append(value)
        at = _after_space(text, at)
        if text[at] == ",":
            at = _after_space(text, at + 1)
    return out, at + 1


def placed_text(value: str, under: Mapped, shift: int = 0) -> Mapped:
    """The string with each escape mapped to its literal; `shift` is where its JSON begins in `under`."""
    if not isinstance(value, Placed):
        return Mapped.fixed(_SURROGATE.sub("\ufffd", value), shift, shift, under)
    source = under.text
    start, end = value.start + shift, value.end + shift
    tape = Tape(source, under)
    at = start
    for m in _ESCAPE.finditer(source, start, end):
        if m.start() < at:  # the second half of an escaped line end
            continue
        tape.copy(at, m.start())
        at = m.end()
        made = json.loads(f'"{m.group()}"') if m.group()[0] == "\\" else m.group()[:1]
        if made == "\r":
            if source.startswith("\\n", at) and at + 2 <= end:
                at += 2
            made = "\n"
        tape.put(_SURROGATE.sub("\ufffd", made), m.start(), at)
    tape.copy(at, end)
    return tape.written()

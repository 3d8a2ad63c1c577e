"""Bytes to text: UTF-8, or UTF-16 and UTF-32 with their mark; anything else is refused with the byte that shows it."""

from __future__ import annotations

import codecs
import re

from figcheck.readers.errors import ReadError

__all__ = ["decoded"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SURROGATE = re.compile("[\ud800-\udfff]")


def decoded(content: str | bytes, path: str, declared: str | None = None) -> str:
    """The text of a file. `declared` is what the markup itself says its encoding is, tried where UTF-8 fails.

    >>> decoded(b"caf\\xc3\\xa9", "a.txt")
    'caf\\xe9'
    """
    text = content if isinstance(content, str) else _from_bytes(content, path, declared)
    at = text.find("\0")
    if at >= 0:
        raise ReadError(path, f"a binary file: character {at + 1} is a NUL; expected text", text.count("\n", 0, at) + 1)
    return _SURROGATE.sub("\ufffd", text.removeprefix("\ufeff"))


def _from_bytes(content: bytes, path: str, declared: str | None) -> str:
    coding = next((name for mark, name in _MARKS if content.startswith(mark)), "utf-8")
    try:
        return content.decode(coding)
    except UnicodeDecodeError as error:
        if b"\0" in content[:4096] and coding in {"utf-8", "utf-8-sig"}:
            raise ReadError(path, f"a binary file: byte {content.index(0) + 1} is a NUL; expected text") from None
        if declared is not None and coding == "utf-8":
            return _as_declared(content, path, declared)
        line = content.count(b"\n", 0, error.start) + 1 if coding.startswith("utf-8") else None
        raise ReadError(
            path,
            f"byte {error.start + 1} (0x{content[error.start]:02x}) is not {coding.removesuffix('-sig').upper()}; "
            "save the file as UTF-8",
            line,
        ) from None


def _as_declared(content: bytes, path: str, declared: str) -> str:
    try:
        return content.decode(declared)
    except (UnicodeDecodeError, LookupError):
        raise ReadError(path, f"declares the encoding {declared!r} but is not in it; save the file as UTF-8") from None

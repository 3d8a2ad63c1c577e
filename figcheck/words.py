"""Loads the word lists of data/: each file once, as plain dicts."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

import regex

__all__ = ["digest", "load", "text", "trie", "wordset"]


@cache
def text(name: str) -> str:
    """The whole of a data file. Raises FileNotFoundError for a name that the package does not ship."""
    return files("figcheck").joinpath("data", name).read_text("utf-8")


@cache
def load(name: str) -> dict[str, Any]:
    """A TOML data file, parsed.

    >>> "month" in load("lexicon.toml")
    True
    """
    return tomllib.loads(text(name))


@cache
def wordset(name: str, *keys: str) -> frozenset[str]:
    """One word list of a data file, by the keys that lead to it.

    >>> "monday" in wordset("lexicon.toml", "weekday")
    True
    """
    found: Any = load(name)
    for key in keys:
        found = found[key]
    return frozenset(found.split())


@cache
def digest() -> str:
    """Twelve hex digits that change when any shipped word list changes."""
    h = hashlib.sha256()
    for entry in sorted(files("figcheck").joinpath("data").iterdir(), key=lambda e: e.name):
        if entry.name.endswith((".toml", ".txt")):
            h.update(entry.name.encode() + b"\0" + entry.read_bytes())
    return h.hexdigest()[:12]


def trie(words: Iterable[str]) -> str:
    """A pattern for any of the words that tests each letter once.

    >>> trie(["ten", "tens", "two"])
    't(?:en(?:s)?|wo)'
    """
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branches(root)


SHORT = 16  # words up to which a named list of `regex` finds them faster than a trie in `re` does


def any_of(words: Iterable[str]) -> re.Pattern[str] | regex.Pattern[str]:
    """A pattern for any of the words, whole: for a search in running text.

    >>> any_of(["put", "puts at"]).search("she puts at least 40") is not None
    True
    """
    given = sorted(set(words))
    if len(given) > SHORT:
        return re.compile(rf"\b{trie(given)}\b")
    return regex.compile(r"\b\L<words>\b", words=given)


def _branches(node: dict[str, Any]) -> str:
    options = [letter + _branches(rest) for letter, rest in sorted(node.items()) if letter]
    if not options:
        return ""
    if "" in node:
        return f"(?:{'|'.join(options)})?"
    return options[0] if len(options) == 1 else f"(?:{'|'.join(options)})"

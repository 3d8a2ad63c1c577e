"""What kind of source a noun phrase is: person, institution, document or anonymous, told from its words."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from figcheck.models import AttributionKind
from figcheck.words import load, wordset

__all__ = ["is_outlet", "kind_of", "words_of"]

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[-&][^\W_]+)*")


@cache
def words_of(key: str) -> frozenset[str]:
    """A word list of data/sources.toml.

    >>> "ministry" in words_of("institution")
    True
    """
    return wordset("sources.toml", key)


_HEAD_STOP = words_of("after_head")
_INDEFINITE = words_of("indefinite")


@cache
def _outlet_names() -> tuple[str, ...]:
    return tuple(" ".join(x.split()) for x in load("sources.toml")["outlet_names"].split(";"))


@lru_cache(maxsize=4096)
def is_outlet(source: str) -> bool:
    """Whether a source is a news outlet, by its words.

    >>> is_outlet("the Harbor Times"), is_outlet("state television"), is_outlet("the ministry")
    (True, True, False)
    """
    low = source.lower()
    if any(name in low for name in _outlet_names()):
        return True
    head, _ = _split(source)
    return bool(head) and head[-1].lower() in words_of("outlet")


def _split(source: str) -> tuple[list[str], list[str]]:
    """The words up to the head of the noun phrase, and those after it."""
    first = re.split(r"[,(;:\u2014\u2013]", source, maxsplit=1)[0]
    words = _WORD.findall(first)
    for i, w in enumerate(words):
        if i and w.lower() in _HEAD_STOP:
            return words[:i], words[i:]
    return words, []


@lru_cache(maxsize=4096)
def kind_of(source: str) -> AttributionKind:
    """The kind of a source as written or resolved.

    >>> [kind_of(s) for s in ("Ana Ruiz", "the Health Ministry", "a report by the union", "Western officials")]
    ['person', 'institution', 'document', 'anonymous']
    >>> [kind_of(s) for s in ("health officials", "officials", "a person familiar with the talks", "police")]
    ['institution', 'anonymous', 'anonymous', 'institution']
    """
    head, tail = _split(source)
    if not head:
        return "person"
    low = [w.lower() for w in head]
    last = low[-1]
    everything = {w.lower() for w in _WORD.findall(source)}
    if everything & words_of("withheld"):
        return "anonymous"
    named = _names_someone(head)
    if last in words_of("unnamed"):
        return "anonymous"
    if last == "authority" and len(low) > 1 and low[-2] not in words_of("vague") | {"the", "an"}:
        return "institution"  # "the airport authority"
    if last in words_of("officer"):
        return _officer(head, low, tail)
    if last in words_of("document"):
        return "document"
    if last in words_of("institution"):
        return "institution"
    if last in words_of("lay") or last in words_of("person") or low[0] in words_of("person"):
        return "person"
    if named or not any(c.isupper() for c in " ".join(head)):
        return "person"
    return "institution"


def _officer(head: list[str], low: list[str], tail: list[str]) -> AttributionKind:
    """Officials: of a named body or field they speak for it, one alone without a name is anonymous."""
    before = low[:-1]
    single = not low[-1].endswith("s")
    if single and (not before or before[0] in _INDEFINITE or before[0] == "the"):
        return "anonymous"
    vague = words_of("vague")
    field = words_of("field")
    capital = [w for i, w in enumerate(head[:-1]) if w[0].isupper() and low[i] not in vague]
    if any(w in field for w in before) or capital or any(w[0].isupper() for w in tail):
        return "institution"
    if len(tail) > 1 and tail[0].lower() in ("in", "at", "from", "of", "with"):
        return "institution"
    return "anonymous"


def _names_someone(head: list[str]) -> bool:
    """Whether the words have the shape of a person's name: two or three capitals, no acronym, no word of a body."""
    capital = [w for w in head if w[0].isupper()]
    low = {w.lower() for w in head}
    if low & words_of("person"):
        return True
    if low & words_of("institution") or low & words_of("outlet"):
        return False
    names = [w for w in capital if w.lower() not in ("the", "a", "an")]
    if head[0].lower() in ("the", "a", "an") and len(names) == len(head) - 1:
        return False
    return 2 <= len(names) <= 4 and not any(w.isupper() and len(w) > 2 for w in names)

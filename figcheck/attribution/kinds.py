"""What kind of source a noun phrase is: person, institution, document or anonymous, told from its words."""

from __future__ import annotations

from functools import cache, lru_cache

from figcheck.models import AttributionKind
from figcheck.syntax.lexicon import AUXILIARY, COORDINATOR, PARTICIPLE, PREPOSITION, WH, look, tagged

__all__ = ["is_a", "is_outlet", "kind_of", "words_in"]

_BREAKS = ",(;:\u2014\u2013"
_EDGES = " \t\n\"'\u201c\u201d\u2018\u2019.,;:()[]!?"
_INDEFINITE = frozenset(
    ["a", "an", "one", "another", "two", "three", "four", "five", "several", "some", "both", "multiple"]
)
_ARTICLES = frozenset(("the", "a", "an"))
_HANGS_ON = frozenset(("close", "familiar", "citing", "speaking", "briefed"))  # they open what describes a noun


def words_in(text: str) -> list[str]:
    """The words of a name without the punctuation around them and their possessives.

    >>> words_in('the "Harbor" Union\u2019s spokesman, J. Ito')
    ['the', 'Harbor', 'Union', 'spokesman', 'J', 'Ito']
    """
    plain = text.replace("\u2019", "'")
    words = (w.strip(_EDGES).removesuffix("'s") for w in plain.replace("/", " ").split())
    return [w for w in words if any(c.isalnum() for c in w)]


def is_a(word: str, *values: str) -> bool:
    """Whether the lexicon calls a word a source of one of some kinds.

    >>> is_a("ministry", "institution"), is_a("Report", "person", "document")
    (True, True)
    """
    found = look(word.lower()).tags.get("source", "").split()
    return any(v in found for v in values)


@cache
def _outlets() -> tuple[str, ...]:
    """Names of outlets in several words."""
    names = (lemma.replace("_", " ") for lemma, value in tagged("source").items() if "_" in lemma and "outlet" in value)
    return tuple(names)


@lru_cache(maxsize=4096)
def is_outlet(source: str) -> bool:
    """Whether a source is a news outlet, by its words.

    >>> is_outlet("the Harbor Times"), is_outlet("state television"), is_outlet("the ministry")
    (True, True, False)
    """
    low = source.lower()
    if any(name in low for name in _outlets()):
        return True
    head, _ = _split(source)
    return bool(head) and is_a(head[-1], "outlet")


def _split(source: str) -> tuple[list[str], list[str]]:
    """The words up to the head of the noun phrase, and those after it."""
    cut = min((at for at in map(source.find, _BREAKS) if at > 0), default=len(source))
    words = words_in(source[:cut])
    for i, w in enumerate(words):
        reading = look(w.lower())
        closed = reading.bits & (PREPOSITION | COORDINATOR | WH | AUXILIARY) or reading.first == PARTICIPLE
        closed = closed or (reading.bits & PARTICIPLE and is_a(words[i - 1], "document"))  # "figures published Monday"
        if i and (w.lower() in _HANGS_ON or (closed and not w[0].isupper())) and words[i - 1].lower() not in _ARTICLES:
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
    if any("withheld" in look(w.lower()).tags.get("official", "") for w in words_in(source)):
        return "anonymous"
    if is_a(last, "unnamed"):
        return "anonymous"
    if last == "authority" and len(low) > 1 and low[-2] not in _ARTICLES and not _official(low[-2], "vague"):
        return "institution"  # "the airport authority"
    if is_a(last, "officer"):
        return _officer(head, low, tail)
    if is_a(last, "document"):
        return "document"
    if is_a(last, "institution", "outlet") or (is_a(last, "crew") and last.endswith("s")):
        return "institution"
    if is_a(last, "person", "crew") or is_a(low[0], "person"):
        return "person"
    plain = not any(c.isupper() for w in head if w.lower() not in _ARTICLES for c in w)
    return "person" if plain or _names_someone(head) else "institution"


def _official(word: str, value: str) -> bool:
    return value in look(word).tags.get("official", "").split()


def _officer(head: list[str], low: list[str], tail: list[str]) -> AttributionKind:
    """Officials: of a named body or field they speak for it, one alone without a name is anonymous."""
    before = low[:-1]
    single = not low[-1].endswith("s")
    if single and (not before or before[0] in _INDEFINITE or before[0] == "the"):
        return "anonymous"
    capital = any(w[0].isupper() and not _official(w.lower(), "vague") for w in head[:-1])
    if capital or any(_official(w, "field") for w in before) or any(w[0].isupper() for w in tail):
        return "institution"
    if len(tail) > 1 and tail[0].lower() in ("in", "at", "from", "of", "with"):
        return "institution"
    return "anonymous"


def _names_someone(head: list[str]) -> bool:
    """Whether the words have the shape of a person's name: two or three capitals, no acronym, no word of a body."""
    if any(is_a(w, "person") for w in head):
        return True
    if any(is_a(w, "institution", "outlet") for w in head):
        return False
    names = [w for w in head if w[0].isupper() and w.lower() not in _ARTICLES]
    if head[0].lower() in _ARTICLES and len(names) == len(head) - 1:
        return False
    return 2 <= len(names) <= 4 and not any(w.isupper() and len(w) > 2 for w in names)

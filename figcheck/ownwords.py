"""Applies a desk's vocabulary to the drafts of an article: own measures, full names of sources, sides of a conflict."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck.drafts import Draft
from figcheck.models import Attribution
from figcheck.vocabulary import Vocabulary

__all__ = ["apply"]

_AFTER, _BEFORE = 8, 5  # tokens from a figure to a word that says what it measures


def apply(drafts: list[Draft], vocabulary: Vocabulary) -> None:
    """Set measure, owner and one-sidedness on the drafts where the vocabulary says something about them."""
    measures = {tuple(word.split()): name for name, own in vocabulary.measures.items() for word in own.words}
    for number, draft in enumerate(drafts):
        limit = drafts[number + 1].figure.start if number + 1 < len(drafts) else None
        name = _measure(draft, limit, measures)
        if name:
            draft.measure = name
            draft.basis = vocabulary.measures[name].basis or draft.basis
        if draft.attribution:
            draft.attribution = _named(draft.attribution, vocabulary)
        if not draft.one_sided:
            draft.one_sided = _one_sided(draft, vocabulary)


def _measure(draft: Draft, limit: int | None, measures: dict[tuple[str, ...], str]) -> str | None:
    """The own measure whose word is the noun counted, or stands near the figure with no other figure between."""
    if not measures:
        return None
    noun = tuple((draft.figure.counted or "").lower().split())
    for words, name in measures.items():
        if noun and _same_noun(noun[-len(words) :], words):
            return name
    if draft.measure:
        return None
    near = list(_near(draft, limit))
    for words, name in measures.items():
        if any(tuple(near[i : i + len(words)]) == words for i in range(len(near))):
            return name
    return None


def _same_noun(noun: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return noun == words or (noun[:-1] == words[:-1] and noun[-1].rstrip("s") == words[-1].rstrip("s"))


def _near(draft: Draft, limit: int | None) -> Iterator[str]:
    sentence, figure = draft.figure.sentence, draft.figure
    words = sentence.words
    first, last = sentence.at(figure.start), sentence.at(figure.end)
    stop = len(words) if limit is None or limit >= sentence.end or limit < figure.end else sentence.at(limit)
    yield from words[max(0, first - _BEFORE) : first]
    yield ""  # so that no word is made of one from before the figure and one from after it
    yield from words[last : min(stop, last + _AFTER)]


def _named(attribution: Attribution, vocabulary: Vocabulary) -> Attribution:
    names = [n for n in (attribution.owner, attribution.source) if n]
    owner = next((full for n in names if (full := vocabulary.owner(n))), attribution.owner)
    also = tuple(vocabulary.owner(name) or name for name in attribution.also)
    if owner == attribution.owner and also == attribution.also:
        return attribution
    return attribution.model_copy(update={"owner": owner, "also": also})


def _one_sided(draft: Draft, vocabulary: Vocabulary) -> bool:
    """One side as the doer, the other as what is counted: only the desk knows who the sides are."""
    if not vocabulary.parties or not draft.agent:
        return False
    doer = vocabulary.party(draft.agent)
    counted = " ".join(filter(None, (draft.who, draft.figure.counted)))
    return doer is not None and any(
        side != doer and any(name.lower() in counted.lower() for name in (side, *names))
        for side, names in vocabulary.parties.items()
    )

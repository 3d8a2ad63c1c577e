"""The words of a source: a phrase with what is coordinated with it and what describes it."""

from __future__ import annotations

from figcheck.attribution.telling import Span
from figcheck.syntax import Mark, Phrase, Structure, Verb

__all__ = ["PRONOUNS", "extent", "is_share", "tagged"]

PRONOUNS = frozenset(["he", "she", "they", "it", "we", "i", "you"])
_SHARES = frozenset(["half", "third", "quarter", "majority", "plurality", "percent", "percentage", "most", "more"])


def extent(st: Structure, phrase: Phrase, verb: Verb | None = None) -> Span:
    """From the first word of a phrase, or of the first one coordinated with it, to the end of what describes it.

    Before its `verb` all that no mark parts describes it: "A person familiar with the talks said".
    """
    root = phrase
    while root.first is not None and root.first.clause is phrase.clause:
        root = root.first
    inside = {id(root), id(phrase)}
    end = max(root.end, phrase.end)
    items = st.items
    at = next((k for k, item in enumerate(items) if item is root), len(items))
    for k in range(at + 1, len(items)):
        item = items[k]
        if isinstance(item, Mark):
            if item.tag in "pPk" or (item.tag == "," and item.at < phrase.start):
                continue
            break
        if not isinstance(item, Phrase):
            break
        before = items[k - 1]
        time = st.words.mark[item.head] == "t" or "time" in st.said_of(item)
        if verb is not None and verb.start >= item.end:
            if item.kind == "n" and (not time or tagged(st, root, "asked") is not None):
                end = max(end, item.end)
            continue
        joined = item.first is not None and id(item.first) in inside
        if (item.governor is not None and id(item.governor) in inside and item.role in ("modifier", "post")) or (
            not item.prep and time and tagged(st, root, "asked") is not None
        ):
            pass
        elif not (joined and isinstance(before, Mark)) and item is not phrase and item.start > phrase.start:
            break
        inside.add(id(item))
        end = max(end, item.end)
    return root.start, end


def tagged(st: Structure, phrase: Phrase, name: str) -> str | None:
    """The value of a tag of a phrase's head; None where it has none."""
    return st.said_of(phrase).get(name)


def is_share(st: Structure, phrase: Phrase) -> bool:
    """Whether a phrase is a share of those asked: "45 percent of voters", "six in 10", "most"."""
    figures = [k for p in (phrase, *st.modifiers(phrase)) for k in p.figures if p is phrase or p.prep == "of"]
    if any(st.words.figure[k].kind in ("percent", "ratio") for k in figures):
        return True
    figure = st.words.figure.get(phrase.head)
    if figure is not None:
        return figure.quantity.stated != 1  # "one of the officers said"
    return st.words.read[phrase.head].noun in _SHARES

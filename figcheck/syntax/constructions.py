"""Constructions that set one level beside another: up from B, below B, compared with B, higher than B, A topped B.

Told once for all who ask. They speak of phrases; which figures stand in them is for the later stages to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from figcheck.syntax.lexicon import line, look
from figcheck.syntax.phrases import Phrase, Verb

if TYPE_CHECKING:
    from figcheck.syntax.clauses import Clause
    from figcheck.syntax.structure import Structure

__all__ = ["Against", "Kind", "against", "of_former_time", "way_of"]

Kind = Literal["from", "rank", "than", "beside", "tops", "to"]

_REACH = 6  # words between a word of comparison and its "than" or "from"
_MOVES = frozenset(("go", "move", "change"))  # from A to B, whichever way
_SIDES = {"up": "above", "down": "below"}


@dataclass(frozen=True, slots=True)
class Against:
    """One level set beside another.

    `other` is the phrase of the level that stands after the words ("up from *5.1%*"); `side` tells where the first
    level stands to it: "above", "below", "better", "worse", or "" where no word tells. `cue` are the words that say
    it, from and to, as indexes; `subject` the phrase that tops it, where a verb does. For "to" ("the figure rises to
    *24%*") the phrase is the later level, and `side` tells where it stands to an earlier one.
    """

    kind: Kind
    side: str
    other: Phrase
    cue: tuple[int, int]
    subject: Phrase | None = None


def against(s: Structure) -> list[Against]:
    """The comparisons of a sentence, in the order in which their second levels stand."""
    found = [_prepositional(s, phrase) for phrase in s.phrases if phrase.kind == "n" and phrase.prep]
    out = [*(a for a in found if a is not None), *_topped(s)]
    return sorted(out, key=lambda a: a.other.start)


def _prepositional(s: Structure, phrase: Phrase) -> Against | None:
    prep, at = phrase.prep, phrase.prep_at
    if prep == "from":
        return _from(s, phrase)
    if prep == "to":
        return _to(phrase)
    if prep == "than":
        word = _before(s, at, "rank")
        return None if word < 0 else Against("than", s.words.read[word].tags["rank"], phrase, (word, at + 1))
    if prep == "of" and at and s.words.text[at - 1] == "ahead":
        return Against("rank", "above", phrase, (at - 1, at + 1))
    side = look(prep).tags.get("rank")
    if side is None or (prep == "over" and phrase.is_time):
        return None  # "5.5 percent over two years"
    return Against("beside" if side == "beside" else "rank", "" if side == "beside" else side, phrase, (at, at + 1))


def _from(s: Structure, phrase: Phrase) -> Against | None:
    """ "up from 40", "fell to 30 from 40", "a drop from 40", "cut from 40 to 30" """
    at = phrase.prep_at
    word = _before(s, at, "way")
    if word < 0:
        word = _carrier(s, phrase)
    if word < 0:
        clause = phrase.clause
        moved = clause is not None and clause.verb is not None and clause.verb.lemma in _MOVES
        return Against("from", "", phrase, (at, at + 1)) if moved else None
    carried = _over(s, word)
    word = carried if carried >= 0 else word
    verb = s.verb_at(word)
    way = way_of(verb) if verb is not None else s.words.read[word].tags.get("way", "")
    return Against("from", _SIDES.get(way, ""), phrase, (word, word + 1))


def _over(s: Structure, word: int) -> int:
    """The verb of change over a noun that it is only said to be for: "lowered its forecast for growth"; -1 for none."""
    item = s.item_at(word)
    if not isinstance(item, Phrase) or item.prep not in ("for", "of", "in") or item.clause is None:
        return -1
    verb = item.clause.verb
    return verb.at if verb is not None and way_of(verb) and verb.start < word else -1


def _to(phrase: Phrase) -> Against | None:
    """ "the figure rises to 24%": up to a level from one told before, where its clause tells of no other."""
    clause, verb = phrase.clause, phrase.governor
    if clause is None or not isinstance(verb, Verb) or not way_of(verb) or verb.negated:
        return None
    if any(p.prep in ("from", "compared_with", "compared_to") for p in clause.obliques):
        return None
    return Against("to", _SIDES[way_of(verb)], phrase, (verb.start, verb.end), clause.subject)


def _carrier(s: Structure, phrase: Phrase) -> int:
    """The verb of change that a phrase with "from" hangs on, else the noun of one before it in its clause."""
    verbs = [phrase.governor, *(clause.verb for clause in s.within(phrase.clause))]
    for verb in verbs:
        if isinstance(verb, Verb) and way_of(verb) and verb.start < phrase.start:
            return verb.at
    best = -1
    for other in s.phrases:
        if other.start >= phrase.start:
            break
        if other.clause is phrase.clause and "way" in s.words.read[other.head].tags:
            best = max(best, other.head)
        elif other.clause is phrase.clause and "way" in look(other.prep).tags:
            best = max(best, other.prep_at)  # "down 40 percent at 6,000, from 8,000"
    return best


def way_of(verb: Verb) -> str:
    """ "up" or "down" for a verb of change, its particle counted; "" for another."""
    if verb.particle:
        found = line(f"{verb.lemma}_{verb.particle}")
        if found is not None and "way" in found.tags:
            return found.tags["way"]
        way = look(verb.particle).tags.get("way")
        if way is not None:
            return way
    return verb.tags.get("way", "")


def of_former_time(s: Structure, clause: Clause) -> bool:
    """Whether a clause sets its level in a time before that of what was told: "a year earlier it had been 40"."""
    w = s.words
    for p in s.phrases:
        if p.clause is not clause or not p.is_time or p.prep in ("since", "for", "over", "than", "from", "by"):
            continue
        if isinstance(p.governor, Phrase) and p.governor.kind == "n" and not p.governor.is_time:
            continue  # "the figure of last year"
        span = range(p.start, min(p.end + 1, len(w.text)))
        if any("former" in look(w.text[k].partition(" ")[0]).tags for k in span):
            return True
    return False


def _before(s: Structure, at: int, tag: str) -> int:
    """The nearest word before `at` that has a tag, with no punctuation and no verb between; -1 where none has."""
    words = s.words
    for k in range(at - 1, max(-1, at - 1 - _REACH), -1):
        if tag in words.read[k].tags and words.text[k] != "over":
            item = s.item_at(k)
            if not isinstance(item, Phrase) or item.kind != "n" or item.head == k or tag == "rank":
                return k
        if words.mark[k] in (",", ";", ":", ".", "(", ")", "-"):
            return -1
    return -1


def _topped(s: Structure) -> Iterator[Against]:
    """ "sales topped the 25,000 mark", "profit beat forecasts of 190" """
    for clause in s.clauses:
        verb = clause.verb
        if verb is None or verb.passive or verb.negated or "tops" not in verb.tags or verb.clause is not clause:
            continue
        after = next((p for p in s.phrases if p.start >= verb.end and p.kind == "n"), None)
        if after is not None and after.start == verb.end and not after.prep:
            yield Against("tops", verb.tags["tops"], after, (verb.start, verb.end), clause.subject)

"""Figures with no numeral: "a man was killed", "a woman and her son were hurt", "the couple died"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from figcheck.claims.facts import ALONG, HEAD, OBJECT, PREDICATE, TOLL, Fact
from figcheck.claims.lexicon import MEASURES, verb_tags
from figcheck.claims.measures import Found, found_of
from figcheck.claims.people import is_one
from figcheck.drafts import Figure
from figcheck.models import Quantity
from figcheck.syntax import Phrase, Structure, Verb
from figcheck.syntax import lexicon as lx
from figcheck.text import Part

__all__ = ["Implied", "figure_of", "find", "sentences"]

_INDEFINITE = frozenset({"a", "an", "another"})
_HE = frozenset({"he", "she", "him", "her", "himself", "herself"})
SELF = frozenset({"himself", "herself", "suicide", "own"})
_KNOWN = frozenset({"over", "against"})  # a death spoken of as known: "a protest over the death of"
_ONE = frozenset({"was", "is", "has"})
_FUNCTION = lx.PREPOSITION | lx.DETERMINER | lx.PRONOUN
# Words that tell nothing without their fellows; what they open with them is found by these.
_EVERYWHERE = frozenset(
    {"take", "lose", "go", "pass", "body", "death", "cut", "mow", "put", "set", "find", "give", "fall"}
)
_CLOSE = (
    "lives",
    "himself",
    "herself",
    "fatal",
    "shot",
    "stab",
    "dying",
    "passed away",
    "lost his",
    "lost her",
    "gone missing",
)
_FAR = 25  # words


@dataclass(slots=True)
class Implied:
    """Those told without a numeral: words start..end, their (first) phrase, what befell them, how many."""

    phrase: Phrase
    start: int
    end: int
    head: str
    found: Found
    new: bool  # "a man" brings somebody in; "the man" may have been counted before
    count: int = 1
    own: bool = False  # by one's own hand

    def figure(self, st: Structure) -> Figure:
        """The figure of as many as they are."""
        w = st.words
        return figure_of(st, w.start[self.start], w.end[self.end - 1], Decimal(self.count), self.head)


@cache
def _exactly(count: Decimal, exact: bool) -> Quantity:
    high = count if exact else None
    hedge = "exact" if exact else "at_least"
    return Quantity(low=count, high=high, stated=count, hedge=hedge, step=Decimal(1), expected=(count, count))


def figure_of(st: Structure, start: int, end: int, count: Decimal, noun: str, exact: bool = True) -> Figure:
    """A figure that no numeral writes, at a span of the part."""
    return Figure(
        st.sentence, start, end, _exactly(count, exact), "count", counted=noun, noun=(start, end), form="words"
    )


@cache
def _stems() -> tuple[str, ...]:
    """How the words begin by which a sentence is looked into."""
    names = {name for name, m in MEASURES.items() if m.implicit}
    stems: set[str] = set(_CLOSE)
    for lemma, tag in lx.tagged("measure").items():
        if any(t.partition("/")[0] in names for t in tag.split()) and "/hurt" not in tag:
            stems.update(form[:-1] if form[-1] in "ey" and len(form) > 4 else form for form in _telling(lemma))
    return tuple(s for s in stems if not any(s != o and s.startswith(o) for o in stems))


def _telling(lemma: str) -> tuple[str, ...]:
    """The forms of the word by which a word of several words is found: "unaccounted" of "unaccounted for"."""
    words = [w for w in lemma.split("_") if not lx.look(w).bits & _FUNCTION]
    if "_" in lemma and (not words or words[0] in _EVERYWHERE):
        return ()
    found = lx.line(words[0])
    return (words[0], *(found.forms.values() if found is not None else ()))


def sentences(part: Part) -> set[int]:
    """The indexes of the sentences in which a word of an implicit measure stands."""
    lower = part.lower
    found: set[int] = set()
    for stem in _stems():
        at = lower.find(stem)
        while at >= 0:
            end = at + len(stem)
            if at == 0 or not lower[at - 1].isalnum():
                sentence = part.sentence_at(at)
                if sentence is not None:
                    found.add(sentence.index)
                    end = sentence.end
            at = lower.find(stem, end)
    return found


def find(st: Structure) -> list[Implied]:
    """The implied ones of a sentence, in order, those with nothing but "and" or a comma between them as one."""
    out: list[Implied] = list(_own_hand(st))
    for phrase in st.phrases:
        for piece in (phrase.owner, phrase):
            if piece is not None and (one := _read(st, piece)) is not None:
                last = out[-1] if out else None
                if last is not None and _runs_on(st, last, one):
                    last.count += one.count
                    last.end, last.head = one.end, "people"
                    last.new = last.new or one.new
                elif not any(o.phrase is one.phrase or o.found.fact.at == one.found.fact.at for o in out if o.own):  # type: ignore[union-attr]
                    out.append(one)
    return sorted(out, key=lambda one: one.start)


def _own_hand(st: Structure) -> Iterator[Implied]:
    """One who "killed three people before committing suicide": the deed stands for the doer."""
    for clause in st.clauses:
        verb = clause.verb
        if verb is None or not clause.objects or not verb.start or st.tags[verb.start - 1] not in "Pkpr":
            continue
        last = clause.objects[-1]
        suicide = st.words.text[last.head] == "suicide" and verb.lemma == "commit"
        own = st.words.text[last.head] == "life" and "own" in st.words.text[last.start : last.end]
        if suicide or own:
            fact = Fact("killed/subject", ("subject",), PREDICATE, verb.at, verb)
            yield Implied(last, verb.start, last.end, "people", Found("killed", None, fact, "subject"), False, 1, True)


def _runs_on(st: Structure, last: Implied, one: Implied) -> bool:
    """Whether two are told together: under one word, with only "and", a comma or an age between."""
    if last.found.fact.at != one.found.fact.at or not last.count or not one.count:  # type: ignore[union-attr]
        return False
    gap = range(last.end, one.start)
    return one.start >= last.end and not one.own and all(st.tags[k] in ",kc" or st.words.text[k] in ALONG for k in gap)


def _read(st: Structure, phrase: Phrase) -> Implied | None:
    """The one that a phrase tells of, or None."""
    kind = _kind(st, phrase)
    if kind is None:
        return None
    count, new, head, start = kind
    other = phrase.apposed
    if other is not None and other.kind == "n" and not _time(st, other) and not _listed(st, other, phrase):
        return None
    if _told_before(st, phrase):
        return None
    found = _found(st, phrase, count)
    if found is None or (_beside(st, phrase, found) and count == 1):
        return None
    return Implied(phrase, start, phrase.head + 1, head, found, new, count)


def _listed(st: Structure, one: Phrase, other: Phrase) -> bool:
    """Whether two bare nouns are two people, as headlines have it: "Mother, toddler killed"."""
    bare = all(st.tags[p.start] != "d" and p.owner is None and st.tags[p.head] != "m" for p in (one, other))
    return bare and not one.figures and is_one(st.words.text[one.head])


def _told_before(st: Structure, phrase: Phrase) -> bool:
    """Whether those counted before are told to be them: "two guards, Ada Brink and Tom Orr", "among them a nephew"."""
    w, tags = st.words, st.tags
    prep, before = phrase.prep, tags[phrase.start - 1] if phrase.start else ""
    if (prep and "part" in lx.look(prep).tags) or (before == "o" and "part" in w.read[phrase.start - 2].tags):
        return True
    root = phrase.lead.apposed or phrase.lead
    if root is phrase or not root.figures or tags[phrase.head] != "m":
        return False
    return root.end < len(tags) and tags[root.end] == "," and w.figure[root.figures[0]].kind == "count"


def _time(st: Structure, phrase: Phrase) -> bool:
    return st.tags[phrase.head] == "t" or "time" in st.words.read[phrase.head].tags


def _kind(st: Structure, phrase: Phrase) -> tuple[int, bool, str, int] | None:
    """How many a phrase is, whether it brings them in, its head, and where it begins; None where it is nobody."""
    w, tags, head = st.words, st.tags, phrase.head
    if phrase.kind != "n" or any(w.figure[k].kind != "age" for k in phrase.figures):
        return None
    word, first, read = w.text[head], w.text[phrase.start], w.read[head]
    if word in _HE:
        return (1, False, word, head) if tags[head] == "o" else None
    if word in ("nobody", "no_one"):
        after = w.text[head + 1 : head + 2]
        return (0, True, "people", phrase.start) if after != ["else"] else None
    if word in ("both", "one", "another") or (word == "other" and phrase.definite):
        return (2 if word == "both" else 1, word != "both", word, phrase.start)
    if "killed/" in read.tags.get("measure", "") and "count" in read.tags["measure"]:
        if first == "no":
            return 0, True, "people", phrase.start
        one = first in _INDEFINITE and read.noun == word and "people" in read.tags  # "a death", not "a double homicide"
        return (1, True, word, phrase.start) if one else None
    if first == "both" and "person" in read.tags:
        return 2, False, word, phrase.start
    if "two" in read.tags:
        return 2, first in _INDEFINITE, word, phrase.start
    return _one(st, phrase)


def _one(st: Structure, phrase: Phrase) -> tuple[int, bool, str, int] | None:
    """A phrase as one person: "a man", "his wife", "Ada Brink", "Man" in a headline."""
    w, tags, head = st.words, st.tags, phrase.head
    word, first, read = w.text[head], w.text[phrase.start], w.read[head]
    owned = phrase.owner is not None and w.text[phrase.owner.end : phrase.owner.end + 1] == ["'s"]
    begin = phrase.owner.end + 1 if phrase.owner is not None and owned else phrase.start
    if tags[head] == "N" or (tags[head] != "m" and read.bits & lx.PLURAL and not read.bits & lx.NOUN):
        return None
    if first == "no" or any(
        tags[k] == "d" and w.text[k] in ("every", "each", "any") for k in range(phrase.start, head)
    ):
        return None
    new = first in _INDEFINITE
    further = any("apart" in w.read[k].tags and tags[k] == "a" for k in range(phrase.start, head))
    if "group" in read.tags or further or (tags[head] == "m" and read.bits & lx.PLURAL and "person" in read.tags):
        return None
    if tags[head] == "c" or is_one(word) or (word == "body" and phrase.start < head):
        bare = not new and not phrase.definite
        if bare and phrase.owner is None and tags[head] != "c" and "person" not in read.tags:
            return None
        return 1, new or bare, word, begin
    if tags[head] == "m":
        return (1, new, word, phrase.start) if not _place(phrase) else None
    return (1, True, word, phrase.start) if new and read.bits & lx.UNKNOWN else None


def _place(phrase: Phrase) -> bool:
    """Whether a name stands where a place does: after a preposition that is not one of a death's own."""
    return bool(phrase.prep) and phrase.prep != "of"


def _found(st: Structure, phrase: Phrase, count: int) -> Found | None:
    """What befell it: of the measures that are told of one without a numeral, in a way that fits one."""
    w = st.words
    body = w.text[phrase.head] == "body"
    noun = "killed/" in w.read[phrase.head].tags.get("measure", "") and not body
    person = is_one(w.text[phrase.head]) or w.text[phrase.head] in _HE or st.tags[phrase.head] in "cm" or count != 1
    for found in found_of(st, phrase):
        measure = MEASURES[found.measure]
        fact = found.fact
        if not measure.implicit or fact is None or (found.measure == "injured" and found.sense is not None):
            continue
        idle = found.rank == TOLL or found.argument in ("role", "toll", "hospital")
        if idle and not (body and found.argument == "role" and _lies(st, phrase)):
            continue
        if body and found.argument != "role":
            continue
        if found.rank == HEAD and found.argument == "count" and not noun:
            continue
        if noun and found.argument != "count":
            continue
        aside = fact.clause is None or fact.clause.kind in ("relative", "participle")
        if aside and _known(st, phrase, fact.noun if found.argument == "of" else None):
            continue
        if not person and not body and (found.measure != "killed" or found.rank > OBJECT + 1):
            continue
        if st.tags[phrase.head] == "m" and found.measure == "missing":
            continue
        return found
    return None


def _known(st: Structure, phrase: Phrase, noun: Phrase | None) -> bool:
    """Whether a death is spoken of as known: "a rally over the murder of", "they demanded justice for a boy killed"."""
    if noun is not None and noun.prep in _KNOWN:
        return True
    w = st.words
    low = max(0, phrase.start - _FAR)
    return any("known" in w.read[k].tags or w.text[k] == "protested" for k in range(low, phrase.start))


def _lies(st: Structure, phrase: Phrase) -> bool:
    """Whether a body is found: "his burnt body was recovered", "found the body"."""
    if any(p.prep == "of" for p in st.modifiers(phrase)):
        return False
    verbs = [c.verb for c in st.predicated(phrase)]
    if phrase.role == "object" and isinstance(phrase.governor, Verb):
        verbs.append(phrase.governor)
    return any(v is not None and "finds" in verb_tags(v) for v in verbs)


def _beside(st: Structure, phrase: Phrase, found: Found) -> bool:
    """Whether one is only another trade of the one before: "a cook and porter was killed"."""
    if phrase.first is None or found.fact is None or found.fact.verb is None or st.tags[phrase.start] in "dm":
        return False
    verb = found.fact.verb
    return any(st.words.text[k] in _ONE for k in range(verb.start, verb.end))

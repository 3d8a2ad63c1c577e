"""percent_of and ratio_of: a part, its whole, and the share told for them: "312 of the 400 pupils, or 78 percent".

Reach: a sentence, and one that points back to it ("That is 78 percent"). A part and its whole are told by "of",
by a pronoun or before the clause ("Of the 400, 312 passed"); a share is told beside it, as another way to put it. Two
ways to put one share are held to each other ("less than half of them (51 percent)").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from figcheck.models import Claim, Hedge
from figcheck.relations.evidence import Tie
from figcheck.relations.terms import Story, Term, alike, evidence
from figcheck.relations.within import antecedent
from figcheck.syntax import Clause, Phrase, Structure, Verb
from figcheck.syntax.lexicon import look

__all__ = ["find"]

_OF = frozenset({"of", "out_of", "among", "from_among"})
_PRONOUNS = frozenset({"them", "those", "these", "whom", "which", "that", "it"})
_ALL = _PRONOUNS | {"total", "all", "whole", "lot"}
_THAT = frozenset({"that", "this", "it", "which", "share", "proportion"})
# What may stand between a pair and its share, and which of it says that the one is the other.
_EITHER = frozenset({"or", "(", "-"})
_LOOSE = frozenset({",", ";", ":"})
_SOFT = frozenset(
    {"only", "just", "slightly", "little", "bit", "well", "far", "some", "about", "roughly", "around", "nearly",
     "almost", "more", "less", "fewer", "than", "over", "under", "at", "least", "exactly", "barely", "a", "an", "the",
     "its", "close", "to"}
)  # fmt: skip
_GLUE = _SOFT | {"that", "which", "this", "for", "up", "of", "or", "i.e.", "in", "all"}
_RATES = frozenset(
    {"turnout", "rate", "share", "proportion", "percentage", "ratio", "occupancy", "attendance", "participation"}
)
_TURNOUT = frozenset({"turnout", "participation"})
_EQUALS = frozenset(
    {"be", "represent", "mean", "amount", "come", "make", "work", "equal", "translate", "account", "constitute"}
)
_CAST = frozenset({"cast", "vote", "turn", "ballot"})
_NEAR = 4  # words between a whole and the bare number of its part: "the 58 deputies present, 37,"
_FAR = 14  # words between a pair and its share
_SAID = 20  # characters before a share in words that may bound it
_ROUGH = 12  # "four in 10" is a share in words, "three in 40" a count
_COUNTS = 3  # counts in a sentence to which "that is" points back
_HALF = Decimal("0.5")
_WORDS = frozenset({"majority", "minority", "most"})
_EVERY = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "tenth": 10}
_SIDES: tuple[tuple[Hedge, frozenset[str]], ...] = (
    ("about", frozenset({"nearly", "almost", "close"})),
    ("less_than", frozenset({"less", "fewer", "under", "short"})),
    ("more_than", frozenset({"more", "over"})),
    ("at_least", frozenset({"least"})),
    ("about", frozenset({"about", "roughly", "around", "some"})),
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A part and its whole, or both as one figure ("58 out of 120"); from its first word to its last."""

    part: Term
    base: Term | None
    start: int
    end: int
    loose: bool = False  # no word says that the one is of the other
    back: bool = False  # by a pronoun: "18 of them"


@dataclass(frozen=True, slots=True)
class Share:
    """A share: a percentage, a fraction or a word ("most"); its words start..end, its phrase as far as `told`."""

    term: Term | None
    start: int
    end: int
    told: int
    factor: Decimal
    word: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence: its figures, and the pairs and shares among them."""

    terms: Sequence[Term]
    pairs: Sequence[Pair]
    shares: Sequence[Share]


def find(story: Story) -> Iterator[Tie]:
    """The shares of a story with the pairs that they are told of; each share once."""
    used: set[tuple[str, int, int]] = set()
    last: dict[tuple[str, int], Told] = {}
    for (part, index), terms in story.sentences.items():
        s = terms[0].structure
        pairs, shares, before = _pairs(story, terms), _shares(s, terms), last.get((part, index - 1))
        told = Told(terms, _less_owned(s, terms, pairs, shares), shares)
        ties = [*_beside(s, told.pairs, told.shares), *_of_share(s, terms, told.shares), *_two_ways(s, told.shares)]
        if before is not None:
            ties += _told_next(before, told)
            ties += _of_rate(before, told)
            ties += _of_rate(told, before)
        ties += _of_rate(told, told)
        for share, tie in ties:
            key = (part, share.start if share.term is None else share.term.at, index)
            if key not in used:
                used.add(key)
                yield tie
        last = {(part, index): told}


# --- pairs and shares of a sentence


def _pairs(story: Story, terms: Sequence[Term]) -> list[Pair]:
    found: list[Pair] = []
    taken: set[int] = set()

    def add(part: Term | None, base: Term | None, start: int, end: int, back: bool = False) -> None:
        if part is not None and base is not None and part.order not in taken and _fits(part, base):
            taken.add(part.order)
            found.append(Pair(part, base, start, end, back=back))

    for t in terms:
        if _is_counts(t):
            taken.add(t.order)
            found.append(Pair(t, None, t.at, t.end))
    for base in terms:
        top = _top(base)
        if top is None:
            continue
        owner, end = top.governor, base.end
        if isinstance(owner, Phrase) and owner.figures:
            add(next((t for t in terms if t.phrase is owner), None), base, owner.start, end)
        elif _opens(top):
            part = next((t for t in terms if t.at > base.at and _fits(t, base)), None)
            add(part, base, top.start, part.end if part is not None else end)
        else:
            add(next((t for t in terms if t.end == top.prep_at), None), base, top.prep_at, end)
    for part in terms:
        s = part.structure
        for p in s.phrases:
            if p.prep != "of" or s.words.text[p.head] not in _PRONOUNS:
                continue
            if p.governor is part.phrase:
                add(part, _held(story, terms, part, p), part.start, p.end, back=True)
            elif p.end <= part.start <= p.end + 1 and s.words.text[p.head] in ("which", "whom"):
                add(part, _held(story, terms, part, p), p.start, part.end, back=True)
    return sorted(found, key=lambda pair: pair.part.at) or _loose(terms)


def _less_owned(s: Structure, terms: Sequence[Term], pairs: Sequence[Pair], shares: Sequence[Share]) -> list[Pair]:
    """The pairs less the loose ones whose whole has a share of its own: "$6m, or 60%, while $4m, or 40%"."""
    owned = {owner.order for share in shares if (owner := _owner(s, terms, share)) is not None}
    return [p for p in pairs if not p.loose or p.base is None or p.base.order not in owned]


def _owner(s: Structure, terms: Sequence[Term], share: Share) -> Term | None:
    """The figure that a share puts in another way: "193, or 8 percent"."""
    before = [t for t in terms if t.end <= share.start and t is not share.term]
    if not before:
        return None
    between = s.words.shown(before[-1].end, share.start)
    either = bool(between) and set(between) <= _EITHER | _SOFT | {","} and "or" in between
    return before[-1] if either else None


def _is_counts(t: Term) -> bool:
    """Whether a part and its whole are one figure: "58 out of 120", "three in 40"; not "four in 10"."""
    words = t.claim.quote.lower().replace(",", "").split()
    told = t.claim.kind == "ratio" and len(words) > 2 and words[-2] in ("of", "in") and words[0] not in ("one", "1")
    return told and words[-1].isdecimal() and int(words[-1]) > _ROUGH


def _top(base: Term) -> Phrase | None:
    """The phrase with "of" that a whole stands in: "of the 400 pupils", "out of an intake of 1,000"."""
    phrase = base.phrase
    if phrase is None or phrase.figures[-1:] != [base.at]:
        return None
    for _ in range(2):
        if phrase.prep not in _OF:
            return None
        owner = phrase.governor
        if not isinstance(owner, Phrase) or owner.figures or owner.prep not in _OF:
            return phrase
        phrase = owner
    return phrase


def _held(story: Story, terms: Sequence[Term], part: Term, pronoun: Phrase) -> Term | None:
    """What a pronoun stands for: a figure that it points back to, else the last one that can be the whole."""
    found = antecedent(story, part, pronoun)
    if found is not None:
        return found
    before = [t for t in terms if t.at < min(part.at, pronoun.start) and _fits(part, t)]
    return before[-1] if before else None


def _loose(terms: Sequence[Term]) -> list[Pair]:
    """ "The survey asked 2,000 people; 860 said yes.": two counts, the second with no noun of its own."""
    scales: dict[tuple[str, str | None], list[Term]] = {}
    for t in terms:
        if t.claim.kind in ("count", "money"):
            scales.setdefault((t.claim.kind, t.unit), []).append(t)
    twos = [found for found in scales.values() if len(found) == 2]
    if len(twos) != 1:
        return []
    base, part = twos[0]
    bare = part.phrase is not None and part.phrase.figures[-1:] == [part.phrase.head] and not part.phrase.prep
    if not bare or not _fits(part, base) or alike(part, base) == "other" or part.clause is base.clause:
        return []
    return [Pair(part, base, part.at, part.end, loose=True)]


def _opens(phrase: Phrase) -> bool:
    """Whether a phrase stands before the subject of its clause: "Of the 400 pupils, 312 passed"."""
    subject = phrase.clause.subject if phrase.clause is not None else None
    return subject is None or phrase.start < subject.start


def _fits(part: Term, base: Term) -> bool:
    a, b = part.claim, base.claim
    if part is base or part.value is None or base.value is None or not 0 <= part.number <= base.number:
        return False
    moved = a.quantity.direction or b.quantity.direction or a.additional
    return base.number >= 2 and a.kind == b.kind and part.unit == base.unit and not moved


def _shares(s: Structure, terms: Sequence[Term]) -> list[Share]:
    found = []
    for t in terms:
        percent = t.unit == "percent" and t.value is not None
        if percent or (
            t.claim.kind == "ratio" and t.figure.form != "multiple" and 0 < t.number < 1 and not _is_counts(t)
        ):
            found.append(Share(t, *_extent(s, t.phrase, t.at), t.number / 100 if percent else t.number))
    w = s.words
    for p in s.phrases:
        word = next((w.text[k] for k in (p.head, p.start) if w.text[k] in _WORDS), "")
        before = w.text[max(0, p.start - 1) : p.start + 1]
        if word and not p.figures and "at" not in before and not (word == "most" and "the" in before):
            found.append(Share(None, *_extent(s, p, p.start), _HALF, word))
        every = w.text[p.start] == "every" and _EVERY.get(
            w.text[p.start + 1 : p.start + 2][0] if p.end > p.start + 1 else ""
        )
        if every:
            found.append(Share(None, *_extent(s, p, p.start), Decimal(1) / every, "every"))
    return found


def _extent(s: Structure, phrase: Phrase | None, at: int) -> tuple[int, int, int]:
    """The words of a share, "a rate of" before it included, and how far its phrase goes: "half of the voters"."""
    if phrase is None:
        return at, at + 1, at + 1
    start = phrase.start
    rate = phrase.governor
    if phrase.prep == "of" and isinstance(rate, Phrase) and s.lemma(rate) in _RATES:
        start = rate.start
    return start, phrase.end, max([phrase.end, *(p.end for p in s.phrases if p.governor is phrase and p.prep == "of")])


# --- a share beside its pair


def _beside(s: Structure, pairs: Sequence[Pair], shares: Sequence[Share]) -> Iterator[tuple[Share, Tie]]:
    for pair in pairs:
        for share in shares:
            if share.term is not None and (share.term in (pair.part, pair.base) or share.term.claim.quantity.direction):
                continue
            if share.start >= pair.end:
                if _follows(s, pair, share):
                    yield share, _tie(s, pair, share)
            elif share.end <= pair.start and not pair.loose and not pair.back and not _goes_on(s, pair.end):
                beside = _either(s, share.told, pair.start) or _after_colon(s, pair, share)
                if beside or _set_off(s, pair, share):
                    yield share, _tie(s, pair, share)


def _follows(s: Structure, pair: Pair, share: Share) -> bool:
    """ "312 of the 400 pupils passed, or 78 percent": the share is another way to put the pair, and of nothing else."""
    w, k = s.words, share.start
    if k - pair.end > _FAR or not _is_of_all(s, pair, share):
        return False
    while k > pair.end and (w.text[k - 1] in _GLUE or _equals(s, k - 1)):
        k -= 1
    while k > pair.end and w.mark[k - 1] in ("(", ",", "-", ";"):
        k -= 1
    glue = w.shown(k, share.start)
    if pair.loose and k > pair.end:
        return False
    if any(w.mark[j] in ("c", ".", ";", ":") for j in range(pair.end, k)):
        return False
    if not _EITHER.isdisjoint(glue) or any(_equals(s, j) for j in range(k, share.start)):
        return True
    return glue[:1] == [","] and not pair.loose and _ends(s, share.told)


def _equals(s: Structure, k: int) -> bool:
    """Whether a word says that the one is the other: "which makes", "representing", "equal to"."""
    verb = s.verb_at(k)
    return (verb is not None and verb.lemma in _EQUALS) or s.words.text[k] in ("equal", "equivalent")


def _is_of_all(s: Structure, pair: Pair, share: Share) -> bool:
    """Whether nothing says that a share is of something else: "or 12 percent of the population", "12 percent more"."""
    w, own = s.words, share.term.phrase if share.term is not None else s.item_at(share.start)
    if not isinstance(own, Phrase):
        return True
    around = range(max(0, share.start - 1), min(share.end + 1, len(w.text)))
    if share.term is not None and (s.tags[own.head] in "nN" or any(_compares(s, k) for k in around)):
        return False
    for p in s.phrases:
        if p.prep != "of" or p.governor is not own or w.text[p.head] in _ALL:
            continue
        known = [t for t in (pair.part, pair.base) if t is not None]
        plain = p.definite and p.owner is None and p.end - p.start == 2 and not p.figures
        if not plain and s.lemma(p) not in {t.noun for t in known} and all(t.phrase is not p for t in known):
            return False
    return True


def _compares(s: Structure, k: int) -> bool:
    """Whether a word beside a share makes it one of a change: "12 percent more", "up 40 percent"."""
    tags = s.words.read[k].tags
    soft = s.words.text[k] in _SOFT - {"more", "less"}
    return not soft and not s.words.mark[k] and ("way" in tags or "rank" in tags or s.words.text[k] in ("more", "less"))


def _set_off(s: Structure, pair: Pair, share: Share) -> bool:
    """ "Nine out of 10 homes in the village burned, 45 of 90, officials said": two bare numbers between commas."""
    w = s.words
    bare = pair.base is not None and pair.part.claim.quote.isdigit() and pair.end - pair.start <= 3
    clear = not any(w.mark[j] in ("c", ";", ":") for j in range(share.told, pair.start))
    return bare and clear and w.shown(pair.start - 1, pair.start) == [","] and _ends(s, pair.end)


def _either(s: Structure, start: int, end: int) -> bool:
    """Whether the words between two ways to put one thing say that they are: ", or", "(", a dash, a comma."""
    between = [word for word in s.words.shown(start, end) if word not in _SOFT]
    return 0 < len(between) <= 3 and set(between) <= _EITHER | _LOOSE and ":" not in between and ";" not in between


def _after_colon(s: Structure, pair: Pair, share: Share) -> bool:
    """ "One in four posts is empty, the union said: 310 of 2,480." """
    w, k = s.words, pair.start
    while k > share.end and w.text[k - 1] in _SOFT:
        k -= 1
    colon = w.mark[k - 1] == ":" if k > share.end else False
    return colon and not any(w.mark[j] == "c" for j in range(share.told, k))


def _goes_on(s: Structure, end: int) -> bool:
    """Whether a pair after its share is told of something more: "most, 312 of the 400 and 12 of the 30"."""
    w = s.words
    return w.shown(end, end + 1) in (["and"], ["or"], ["to"])


def _ends(s: Structure, end: int) -> bool:
    return (s.words.mark[end] if end < len(s.words.mark) else ".") in (".", ",", ";", ":", ")", "-", "'")


# --- a share of its whole


def _of_share(s: Structure, terms: Sequence[Term], shares: Sequence[Share]) -> Iterator[tuple[Share, Tie]]:
    """ "two-thirds of the 240 homes, or 160", "160 homes, two-thirds of the 240", "78 percent, or 312, of the 400" """
    for share in shares:
        own = share.term.phrase if share.term is not None else s.item_at(share.start)
        for base in terms:
            top = _top(base)
            if top is None or base is share.term or top.start < share.end:
                continue
            for part in terms:
                if part in (base, share.term) or not _fits(part, base) or alike(part, base) == "other":
                    continue
                if (top.governor is own and _told_of(s, share, base, part)) or _between(s, share, base, part):
                    yield share, _tie(s, Pair(part, base, part.at, base.at), share)


def _told_of(s: Structure, share: Share, base: Term, part: Term) -> bool:
    """Whether a part is told as another way to put a share of its whole, before or after them."""
    if part.end <= share.start:
        k = share.start
        while k > part.end and s.words.text[k - 1] in _SOFT:
            k -= 1
        clear = not any(mark in ("c", ";", ":") for mark in s.words.mark[part.end : k])
        return k > part.end and s.words.mark[k - 1] in (",", "(", "-") and clear and k - part.end < _FAR
    if part.at < base.at:
        return False
    glue = s.words.shown(base.end, part.at)
    if "or" in glue:
        return _either(s, base.end, part.start) and not _counts_on(s, part)
    colon = glue[-1:] == [":"] and not any(mark == "c" for mark in s.words.mark[base.end : part.at])
    bare = part.phrase is None or part.phrase.figures[-1:] == [part.phrase.head]
    closed = _ends(s, part.end) or s.words.shown(part.end, part.end + 1) == ["in_all"]
    return bare and closed and (colon or (len(glue) < _NEAR and glue[-1:] in ([","], ["("], ["-"])))


def _between(s: Structure, share: Share, base: Term, part: Term) -> bool:
    """ "78 percent, or 312, of the 400" """
    inside = share.end <= part.at < base.at and "or" in s.words.shown(share.end, part.at)
    return inside and _either(s, share.end, part.start)


def _counts_on(s: Structure, part: Term) -> bool:
    """Whether a part counts something of its own: "half of the 40 cars, or 20 trucks"."""
    if not part.noun or part.phrase is None or part.figure.borrowed or s.tags[part.phrase.head] != "N":
        return False
    return "people" not in s.words.read[part.phrase.head].tags


def _two_ways(s: Structure, shares: Sequence[Share]) -> Iterator[tuple[Share, Tie]]:
    """ "less than half of the voters (51 percent)", "51 percent, or less than half" """
    percents = [x for x in shares if x.term is not None and x.term.unit == "percent"]
    for one in shares:
        for other in percents:
            if one in percents or other.term is None or other.term.claim.quantity.direction:
                continue
            first, last = sorted((one, other), key=lambda x: x.start)
            start = first.told if last.start >= first.told else first.end
            between = s.words.shown(start, last.start)
            sure = not {"or", "("}.isdisjoint(between)
            compared = last is one and between[:1] == [","] and _hedge(s, one) != "exact"
            bare = between in ([","], ["-"]) and last is other
            closed = _ends(s, last.told) or _ends(s, last.end)
            if closed and (sure or compared or bare) and _either(s, start, last.start):
                yield one, _ratio(s, {"percent": (other.term,)}, one)


# --- a share in the sentence after, or beside


def _told_next(before: Told, after: Told) -> Iterator[tuple[Share, Tie]]:
    """ "Inspectors failed 90 of the 120 lifts. That is 75 percent of the total." """
    counts = [t for t in before.terms if t.claim.kind in ("count", "money")]
    if len(before.pairs) != 1 or len(counts) > _COUNTS:
        return
    s, pair = after.terms[0].structure, before.pairs[0]
    for share in after.shares:
        if _owner(s, after.terms, share) is not None:
            continue
        clause = _clause(s, share)
        subject = clause.subject if clause is not None else None
        if clause is None or subject is None or clause.verb is None or clause.kind != "main":
            continue
        plain = subject.end - subject.start == 1 or (subject.end - subject.start == 2 and subject.owner is None)
        back = s.words.text[subject.head] in _THAT and plain
        if back and clause.verb.lemma in _EQUALS and _is_of_all(s, pair, share):
            yield share, _tie(s, pair, share)


def _clause(s: Structure, share: Share) -> Clause | None:
    if share.term is not None:
        return share.term.clause
    item = s.item_at(share.start)
    return item.clause if isinstance(item, (Phrase, Verb)) else None


def _of_rate(counted: Told, rated: Told) -> Iterator[tuple[Share, Tie]]:
    """ "Turnout was 51 percent. Of 120,000 voters, 61,000 cast ballots.": a rate, and the one pair told beside it."""
    found = [x for x in rated.shares if x.term is not None and x.term.unit == "percent" and _is_rate(x.term)]
    percents = sum(t.unit == "percent" for told in {id(x): x for x in (counted, rated)}.values() for t in told.terms)
    if len(found) != 1 or len(counted.pairs) != 1 or percents > 1:
        return
    pair = counted.pairs[0]
    s = pair.part.structure
    if counted is rated:
        fits = s.words.text[max(0, pair.start - 1) : pair.start] in (["with"], ["as"])
    else:
        cast = {v.lemma for v in s.items if isinstance(v, Verb)} | {look(word).noun for word in s.words.text}
        fits = bool(cast & _CAST) and len(rated.terms) == 1 and _is_rate(rated.terms[0], _TURNOUT)
    if fits:
        yield found[0], _tie(s, pair, found[0])


def _is_rate(t: Term, rates: frozenset[str] = _RATES) -> bool:
    clause = t.clause
    subject = clause.subject if clause is not None else None
    s = t.structure
    return subject is not None and s.lemma(subject) in rates


# --- the ties


def _tie(s: Structure, pair: Pair, share: Share) -> Tie:
    roles: dict[str, tuple[Term, ...]] = {"count": (pair.part,)}
    if pair.base is not None:
        roles["base"] = (pair.base,)
    if share.term is not None and share.term.unit == "percent":
        if pair.base is None:
            roles = {"ratio": (pair.part,)}
        return Tie("percent_of", {**roles, "percent": (share.term,)}, ["portion"], None)
    if pair.base is None:
        roles = {"counts": (pair.part,)}
    return _ratio(s, roles, share)


def _ratio(s: Structure, roles: dict[str, tuple[Term, ...]], share: Share) -> Tie:
    s = share.term.structure if share.term is not None else s
    article = next(iter(roles.values()))[0].claim.article
    start = share.start
    while start and s.words.text[start - 1] in _SOFT - {"a", "an", "the", "its", "to"}:
        start -= 1
    told = evidence(s, article, start, share.end)
    if share.term is not None:
        roles = {**roles, "ratio": (share.term,)}
    more: dict[str, Any] = {"factor": share.factor, "hedge": _hedge(s, share)}
    return Tie("ratio_of", roles, ["portion"], None, None, (told,), more)


def _hedge(s: Structure, share: Share) -> Hedge:
    """How the words before a share bound it."""
    if share.word in _WORDS:
        return "less_than" if share.word == "minority" else "more_than"
    claim: Claim | None = share.term.claim if share.term is not None else None
    hedge = claim.quantity.hedge if claim is not None else "exact"
    if hedge not in ("exact", "about"):
        return hedge
    words = set(s.words.text[max(0, share.start - 3) : share.end])
    if claim is not None:  # its own words of hedging are no words of the structure
        words |= set(s.sentence.part.lower[max(0, claim.start - _SAID) : claim.start].split())
    return next((side for side, said in _SIDES if words & said), hedge)

"""What the structure of a sentence tells of a phrase: each word that says something of it, and as which argument."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck.claims.lexicon import keyed, of_key
from figcheck.syntax import Clause, Phrase, Structure, Verb
from figcheck.syntax import lexicon as lx
from figcheck.syntax.phrases import lemma

__all__ = [
    "ALONG",
    "HEAD",
    "NEAR",
    "OBJECT",
    "PREDICATE",
    "PREMODIFIER",
    "SHARED",
    "TOLL",
    "Fact",
    "facts",
    "host",
    "level",
]

# How sure a fact is of its phrase: the noun itself, what touches it, its verb, its predicate …
HEAD, NEAR, OBJECT, PREDICATE, PREMODIFIER, TOLL, SHARED = range(7)
ALONG = frozenset({"along_with", "together_with"})  # as good as "and"
_LEVELS = frozenset({"", "to", "as", "at", "from", "of", "by", "over", "above", "past"})
_OUTCOME = 8  # words from a verb to the "to death" that ends it
_LOOSE = frozenset({"of", "among", "amongst"})


class Fact:
    """One word told of a phrase: `tag` what it measures by the lexicon, `arguments` which of them the phrase can be."""

    __slots__ = ("arguments", "at", "clause", "noun", "rank", "tag", "verb")

    def __init__(
        self,
        tag: str,
        arguments: tuple[str, ...],
        rank: int,
        at: int,
        verb: Verb | None = None,
        noun: Phrase | None = None,
    ) -> None:
        self.tag = tag
        self.arguments = arguments
        self.rank = rank
        self.at = at  # index of the word that tells
        self.verb = verb
        self.noun = noun
        self.clause: Clause | None = None if verb is None else verb.clause


def facts(st: Structure, phrase: Phrase, index: int = -1) -> list[Fact]:
    """The facts told of a phrase, the surest first; `index` is that of its figure."""
    return sorted(_facts(st, phrase, index), key=lambda fact: fact.rank)


def _facts(st: Structure, phrase: Phrase, index: int) -> Iterator[Fact]:
    yield from _noun(st, phrase)
    yield from _near(st, phrase)
    first = phrase.lead
    if first.prep in ALONG and isinstance(first.clause, Clause):
        first = first.governor if isinstance(first.governor, Phrase) else first.clause.subject or first
    if first.apposed is not None and not first.role and not first.figures:
        first = first.apposed  # "Mother, toddler killed"
    yield from _object(st, first, phrase.start)
    for clause in st.predicated(first):
        yield from _predicate(st, clause, PREDICATE)
    yield from _premodifiers(st, phrase, index)
    yield from level(st, first)
    if first is not phrase:
        yield from _later(st, phrase)
    listed = st.conjuncts(phrase) if first.role != "predicate" else []
    listed += [p for p in st.phrases if p.apposed is phrase and bool(p.figures) == bool(phrase.figures)]
    for other in listed:
        if other is not phrase and other.start > phrase.start:
            yield from _near(st, other, SHARED)  # "four women and two men killed"


def _word(st: Structure, at: int) -> str:
    return st.words.read[at].tags.get("measure", "")


def _noun(st: Structure, phrase: Phrase) -> Iterator[Fact]:
    """Its own head: "12 deaths", "12 dead", "12 hostages"; the noun that it owns: "12 soldiers' deaths"."""
    w, head = st.words, phrase.head
    if w.mark[head] != "c":
        if head > phrase.start and w.read[head - 1].bits & lx.NOMINAL:
            key = of_key(f"{w.text[head - 1]}_{w.read[head].noun}")
            if key:
                yield Fact(key, ("role", "count"), PREMODIFIER, head, noun=phrase)
            elif w.read[head].noun == "victim" and (tag := _word(st, head - 1)):
                yield Fact(tag, ("of",), PREMODIFIER, head, noun=phrase)  # "12 homicide victims"
        tag = _word(st, head)
        if tag:
            yield Fact(tag, ("count", "life"), HEAD, head, noun=phrase)
            bits = w.read[head].bits
            if (
                st.tags[head] in "ae"
                or w.read[head].first == lx.ADJECTIVE
                or (bits & lx.PARTICIPLE and (not bits & lx.NOMINAL or w.text[head].endswith("ed")))
            ):
                yield Fact(tag, ("state", "object"), NEAR, head, noun=phrase)
            else:
                yield Fact(tag, ("role",), PREMODIFIER, head, noun=phrase)
    for other in st.phrases:
        if other.owner is phrase:
            tag = _word(st, other.head)
            if tag:
                yield Fact(tag, ("of",), HEAD, other.head, noun=other)


def _near(st: Structure, phrase: Phrase, rank: int = NEAR) -> Iterator[Fact]:
    """What touches it on the right: "12 people killed", "12 homeless", "12 people in custody", "12 of them dead"."""
    w = st.words
    for verb in phrase.post:
        clause = verb.clause
        if isinstance(clause, Clause) and clause.kind == "participle":
            yield from _predicate(st, clause, rank)
    at = phrase.end
    while at < len(w.text) and st.tags[at] == "r" and not w.read[at].tags.keys() & {"fatal", "measure"}:
        at += 1
    if at >= len(w.text):
        return
    if "fatal" in w.read[at].tags and st.tags[at] == "r" and (at + 1 >= len(w.text) or st.tags[at + 1] in ",.;k)"):
        yield Fact("killed/state", ("state",), rank, at)  # "six were shot, two fatally"
    tag = _word(st, at)
    if tag and (st.tags[at] == "a" or (st.tags[at] in "pr" and not w.mark[at])):
        rank = PREMODIFIER if tag.startswith("aboard") else rank  # "killed 12 aboard two boats"
        yield Fact(tag, ("state",), rank, at)
    for other in st.phrases:
        if other.prep_at == at and other.role != "":
            yield from _prepositional(st, other, rank)
            if other.prep == "with" and "hurt" in w.read[other.head].tags:
                yield Fact("injured/state+person", ("state",), PREMODIFIER, other.head)
            break


def _prepositional(st: Structure, phrase: Phrase, rank: int, verb: Verb | None = None) -> Iterator[Fact]:
    """A preposition and its noun as a state: "in custody", "in evacuation centers"."""
    w, noun = st.words, lemma(st.words, phrase)
    refuge = w.read[phrase.head].tags.get("refuge", "")
    kind = refuge == "site" and any(
        "kind" in w.read[k].tags.get("refuge", "") for k in range(phrase.start, phrase.head)
    )
    if (refuge == "house" or kind) and phrase.prep in ("in", "into", "to", "at"):
        yield Fact("displaced.sheltered/state", ("state",), rank, phrase.head, verb)
    if phrase.prep not in keyed():
        return
    before = f"_{w.text[phrase.head - 1]}" if phrase.head > phrase.start else ""
    for key in (f"{phrase.prep}{before}_{noun}", f"{phrase.prep}_{noun}") if before else (f"{phrase.prep}_{noun}",):
        tag = of_key(key)
        if tag:
            yield Fact(tag, ("state",), rank, phrase.head, verb)
            return


def _object(st: Structure, phrase: Phrase, start: int) -> Iterator[Fact]:
    """The verb or noun that it is the object of, and a state that follows: "killed 12", "left 12 dead"."""
    governor, rank = phrase.governor, OBJECT
    if phrase.role == "object" and isinstance(governor, Verb):
        clause = governor.clause
        yield from _verb(st, governor, ("object",), rank, phrase)
        if isinstance(clause, Clause) and clause.complement is not None and clause.complement.start > start:
            tag = _word(st, clause.complement.head)
            if tag:
                yield Fact(tag, ("state", "object"), NEAR, clause.complement.head, governor)
    elif phrase.role == "modifier" and isinstance(governor, Phrase) and phrase.prep in ("of", "to", "in", "among"):
        w = st.words
        if governor.head > governor.start:
            before = w.text[governor.head - 1]
            if "fatal" in w.read[governor.head - 1].tags and _word(st, governor.head):
                yield Fact("killed/of", ("of",), rank, governor.head, noun=governor)
            elif key := of_key(f"{before}_{w.read[governor.head].noun}"):
                yield Fact(key, ("of", "toll"), rank, governor.head, noun=governor)
        tag = _word(st, governor.head)
        if tag:
            yield Fact(tag, ("of",) if phrase.prep != "of" else ("of", "toll"), rank, governor.head, noun=governor)


def _verb(
    st: Structure, verb: Verb, arguments: tuple[str, ...], rank: int, phrase: Phrase | None = None
) -> Iterator[Fact]:
    """A verb, with its particle, its object or its goal where the lexicon has the two as one word."""
    clause, name = verb.clause, verb.lemma
    if name in keyed() and isinstance(clause, Clause):
        w = st.words
        others = [f"{name}_{verb.particle}"] if verb.particle else []
        others += [f"{name}_{lemma(w, o)}" for o in clause.objects if o is not phrase]
        for o in clause.obliques:
            if o.start >= verb.end:
                others += [f"{name}_{o.prep}_{lemma(w, o)}", f"{name}_{o.prep}"]
        if clause.complement is not None:
            others.append(f"{name}_{w.text[clause.complement.head]}")
        if verb.end < len(w.text) and st.tags[verb.end] in "ra":
            others.append(f"{name}_{w.text[verb.end]}")
        others += [f"{name}_{c.verb.lemma}" for c in st.clauses if c.kind == "infinitive" and c.host is verb and c.verb]
        for key in others:
            if tag := of_key(key):
                yield Fact(tag, arguments, rank, verb.at, verb)
    tag = of_key(name) or _word(st, verb.at)
    if tag:
        yield Fact(tag, arguments, rank, verb.at, verb)
        if "hospital/" in tag or "/h" in tag:
            yield from _goal(st, tag, verb, rank, phrase)
    if "object" in arguments and (at := to_death(st, verb.end)):
        yield Fact("killed/state", ("state",), rank, at, verb)


def to_death(st: Structure, end: int) -> int:
    """Index of "death" where "to death" ends what a verb that ends at `end` tells; 0 where it does not."""
    text = st.words.text
    for k in range(end, min(end + _OUTCOME, len(text) - 1)):
        if text[k] == "to" and text[k + 1] == "death" and text[k + 2 : k + 3] != ["of"]:
            return k + 1
    return 0


def _goal(st: Structure, tag: str, verb: Verb, rank: int, phrase: Phrase | None) -> Iterator[Fact]:
    """A verb of taking with a hospital, one of suffering with a hurt."""
    clause = verb.clause
    assert isinstance(clause, Clause)
    w = st.words
    if any("hospital" in w.read[o.head].tags for o in clause.obliques):
        yield Fact(tag, ("hospital",), rank, verb.at, verb)
    if verb.lemma == "treat" and any("hurt" in w.read[o.head].tags for o in clause.obliques):
        yield Fact(tag, ("hospital",), rank, verb.at, verb)
    if any("hurt" in w.read[o.head].tags for o in clause.objects if o is not phrase):
        yield Fact(tag, ("hurt",), rank, verb.at, verb)


def _predicate(st: Structure, clause: Clause, rank: int) -> Iterator[Fact]:
    """What a clause says of its subject."""
    verb = clause.verb
    assert verb is not None
    objects = [o for o in clause.objects if o is not clause.subject]
    if verb.passive:
        arguments: tuple[str, ...] = ("object",)
    elif (
        not objects
        and not _shares_object(st, clause)
        and verb.form in ("finite", "ed", "open")
        and st.words.read[verb.at].bits & lx.PARTICIPLE
        and not (verb.perfect or verb.modal)
    ):
        arguments = ("subject", "object", "hurt")  # "30 wounded" has no auxiliary
    else:
        arguments = ("subject", "hurt")
    yield from _verb(st, verb, arguments, rank)
    w = st.words
    complement = clause.complement
    if complement is not None and not complement.figures and (verb.passive or not objects):
        tag = _word(st, complement.head)
        if tag:
            yield Fact(tag, ("state",) if complement.kind == "a" else ("state", "role"), rank, complement.head, verb)
    if verb.lemma == "be" or verb.passive or "copula" in w.read[verb.at].tags or "intransitive" in w.read[verb.at].tags:
        for o in clause.obliques:
            if o.start >= verb.end:
                yield from _prepositional(st, o, rank, verb)
    if verb.end < len(w.text) and verb.lemma == "be" and st.tags[verb.end] in "pr" and (tag := _word(st, verb.end)):
        yield Fact(tag, ("state",), rank, verb.end, verb)  # "were aboard"


def _shares_object(st: Structure, clause: Clause) -> bool:
    """Whether a verb is active though its object stands after another: "he shot and killed a clerk"."""
    verb, subject = clause.verb, clause.subject
    assert verb is not None
    if subject is not None and st.tags[subject.head] == "o":
        return True
    return any(
        c.subject is subject and c.verb is not None and 0 < c.verb.start - verb.end <= 2 and c.objects
        for c in st.clauses
    )


def _premodifiers(st: Structure, phrase: Phrase, index: int) -> Iterator[Fact]:
    """ "12 wounded soldiers", "the 50 missing"."""
    w = st.words
    for at in range(phrase.start, phrase.head):
        if at != index and st.tags[at] in "aeDg" and (tag := _word(st, at)):
            yield Fact(tag, ("state", "object"), PREMODIFIER, at, noun=phrase)
    _ = w


def level(st: Structure, phrase: Phrase) -> Iterator[Fact]:
    """A noun whose level or population the phrase is: "the toll rose to 12", "the dead were 12 men"."""
    clause = phrase.clause
    if not isinstance(clause, Clause) or clause.verb is None or phrase.prep not in _LEVELS:
        return
    verb, predicate = clause.verb, phrase.role == "predicate"
    way = isinstance(phrase.governor, Phrase) and phrase.governor.kind == "r"  # "revised down to 12"
    if not predicate and phrase.governor is not verb and not way:
        return
    heads = _leveled(clause, phrase)
    if clause.kind == "participle" and isinstance(clause.host, Phrase) and clause.parent is not None:
        heads += _leveled(clause.parent, phrase)  # "put the number of people killed by the heat at 83"
    for head in heads:
        yield from _level_of(st, head, predicate)


def _leveled(clause: Clause, phrase: Phrase) -> list[Phrase]:
    heads = [o for o in clause.objects if o is not phrase and o.start < phrase.start]
    return [*heads, clause.subject] if clause.subject is not None and clause.subject is not phrase else heads


def _level_of(st: Structure, head: Phrase, predicate: bool) -> Iterator[Fact]:
    w = st.words
    tag, counter = _word(st, head.head), "counter" in w.read[head.head].tags
    if head.head > head.start and (key := of_key(f"{w.text[head.head - 1]}_{w.read[head.head].noun}")):
        yield Fact(key, ("toll",), TOLL, head.head, noun=head)
    if counter:
        for part in st.modifiers(head):
            if part.prep in _LOOSE and not part.figures:
                for fact in [*_noun(st, part), *_near(st, part), *_premodifiers(st, part, -1)]:
                    fact.rank = TOLL
                    yield fact
        for fact in _premodifiers(st, head, -1):
            fact.rank = TOLL
            yield fact
    if tag:
        many = not predicate and not counter and not head.figures and st.tags[head.head] == "N"
        reaches = ("toll", "count", "role") if many else ("toll",)  # "deaths rose to"
        yield Fact(tag, reaches, TOLL, head.head, noun=head)
        if predicate and not counter:
            yield Fact(tag, ("state", "object", "role", "count"), TOLL, head.head, noun=head)


def _later(st: Structure, phrase: Phrase) -> Iterator[Fact]:
    """A verb of its own, for the last of a list: "12 died and 30 were hurt"."""
    for clause in st.predicated(phrase):
        yield from _predicate(st, clause, PREDICATE)


def host(st: Structure, phrase: Phrase) -> Phrase | None:
    """The phrase that this one is a part of or another name of: "of the wounded, 12", "five people, two women"."""
    if phrase.apposed is not None:
        return phrase.apposed
    clause = phrase.clause
    if not isinstance(clause, Clause):
        return None
    governor = phrase.governor
    if phrase.prep == "of" and isinstance(governor, Phrase) and "group" in st.words.read[governor.head].tags:
        return governor  # "a community of 85 people fled"
    for other in clause.obliques:
        if other.prep in _LOOSE and other.start < phrase.start and other is not phrase:
            return other
    if clause.kind == "bracket" and clause.verb is None and isinstance(clause.host, Phrase):
        return clause.host
    return None

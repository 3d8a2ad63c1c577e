"""What a figure measures: the first fact told of its phrase, from the surest on, that fits whom it counts."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck.claims import people
from figcheck.claims.facts import OBJECT, PREDICATE, PREMODIFIER, SHARED, TOLL, Fact, facts, host, to_death
from figcheck.claims.lexicon import Meaning, meanings
from figcheck.claims.site import Site
from figcheck.syntax import Clause, Phrase, Structure, Verb

__all__ = ["Found", "cost", "find", "found_of", "standing"]

_ENDS_IN_DEATH = frozenset({"captive", "detained", "missing", "rescued"})
_LARGE = 100_000  # what costs less is a price, and needs no measure
_OLD = 110
_FATAL = "fatal"


class Found:
    """A measure and the fact that tells it; `part` where it was told of a whole that this is a part of."""

    __slots__ = ("argument", "fact", "measure", "part", "sense", "weak")

    def __init__(self, measure: str, sense: str | None, fact: Fact | None, argument: str, weak: bool = False) -> None:
        self.measure = measure
        self.sense = sense
        self.fact = fact
        self.argument = argument
        self.weak = weak
        self.part = False

    @property
    def rank(self) -> int:
        """How sure the fact is of its phrase."""
        return self.fact.rank if self.fact is not None else SHARED


def find(site: Site) -> Found | None:
    """The measure of a count, or None."""
    phrase = site.phrase
    if phrase is None or site.index in site.st.words.attributive or no_count(site):
        return None
    found = _worst([f for f in found_of(site.st, phrase, site.index) if people.fits(site, f)])
    if found is None or found.rank >= PREMODIFIER:
        whole = host(site.st, phrase.lead)
        if whole is not None and whole is not phrase:
            for f in found_of(site.st, whole):
                f.part = True
                if people.fits(site, f):
                    return f
    return found


def _worst(told: list[Found]) -> Found | None:
    """The surest; where it may end in death, and another verb says so, that: "kidnapped and shot dead"."""
    first = told[0] if told else None
    if first is not None and first.rank == PREDICATE and first.measure in {*_ENDS_IN_DEATH, "injured"}:
        return next((f for f in told if f.rank == PREDICATE and f.measure == "killed"), first)
    return first


def found_of(st: Structure, phrase: Phrase, index: int = -1) -> Iterator[Found]:
    """The measures told of a phrase, from the surest on."""
    for fact in facts(st, phrase, index):
        for meaning in meanings(fact.tag):
            argument = next((a for a in fact.arguments if a in meaning.arguments), None)
            if argument is not None and not _idle(st, phrase, fact, meaning, argument):
                measure, sense = _told(st, fact, meaning)
                yield Found(measure, sense, fact, argument, argument in meaning.weak)


def standing(site: Site) -> Found | None:
    """What those counted are, whatever may yet befall them: "they threatened to kill 12 hostages"."""
    if site.phrase is None:
        return None
    return next(
        (f for f in found_of(site.st, site.phrase, site.index) if f.rank == PREMODIFIER and people.fits(site, f)), None
    )


def _idle(st: Structure, phrase: Phrase, fact: Fact, meaning: Meaning, argument: str) -> bool:
    """Whether a word means something else here: a verb of a state for its doer, lives that nobody took."""
    w = st.words
    lives = phrase if argument == "life" else fact.noun
    if lives is not None and w.read[lives.head].noun == "life":
        return not _lives_taken(st, lives)
    if (
        meaning.sense == "shot"
        and argument == "object"
        and phrase.head + 1 < len(w.text)
        and w.mark[phrase.head] == "c"
    ):
        return w.text[phrase.end] in ("under", "over", "below", "par")  # "shot 12 under par"
    if argument == "subject" and fact.verb is not None and meaning.measure in ("killed", "alive", "voted"):
        clause = fact.clause
        own = clause is not None and any(o is not phrase and not o.figures for o in clause.objects)
        return own and meaning.measure == "alive"
    return False


def _lives_taken(st: Structure, phrase: Phrase) -> bool:
    """ "claimed 12 lives", "12 lives were lost", "the loss of 12 lives"; not "changed the lives of 12 people"."""
    w, governor = st.words, phrase.governor
    takers = ("claim", "cost", "take", "lose", "end")
    if isinstance(governor, Verb) and governor.lemma in takers:
        return True
    if isinstance(governor, Phrase) and w.read[governor.head].noun == "loss":
        return True
    return any(c.verb is not None and c.verb.lemma in takers for c in st.predicated(phrase))


def _told(st: Structure, fact: Fact, meaning: Meaning) -> tuple[str, str | None]:
    """The measure of a word with what stands beside it: "fatally shot", "shot dead", "killed or injured"."""
    measure, sense = meaning.measure, meaning.sense
    if measure in _ENDS_IN_DEATH:
        pair = _pair(st, fact)
        return ("killed", None) if pair is not None and pair.measure == "killed" else (measure, sense)
    if measure not in ("killed", "injured"):
        return measure, sense
    if measure == "injured" and _ends_fatally(st, fact):
        return "killed", None
    pair = _pair(st, fact)
    if pair is not None and pair.measure in ("killed", "injured") and pair.measure != measure:
        if "shot" in (sense, pair.sense):
            other = pair if sense == "shot" else meaning
            return other.measure, other.sense
        return "casualties", None
    if pair is not None and sense == "shot" and pair.measure == "injured":
        return "injured", pair.sense
    return measure, sense


def _ends_fatally(st: Structure, fact: Fact) -> bool:
    """Whether an injury is told as the end of it: "fatally", "dead", "to death" beside it."""
    w = st.words
    verb = fact.verb
    low, high = (verb.start, verb.end) if verb is not None else (max(0, fact.at - 1), fact.at + 1)
    if any(_FATAL in w.read[k].tags for k in range(low, min(high + 1, len(w.text)))):
        return True
    if low and _FATAL in w.read[low - 1].tags:
        return True
    clause = fact.clause
    if clause is None:
        return False
    if clause.complement is not None and w.read[clause.complement.head].tags.get("measure", "").startswith("killed"):
        return True
    if high < len(w.text) and st.tags[high] == "a" and w.read[high].tags.get("measure", "").startswith("killed"):
        return True
    return to_death(st, high) > 0


def _pair(st: Structure, fact: Fact) -> Meaning | None:
    """What is joined to a word by "and" or "or" with nothing of its own between: "killed or wounded"."""
    w, tags = st.words, st.tags
    at = fact.at + 1
    if at < len(tags) and tags[at] in "k/":
        at += 1
        while at < len(tags) and tags[at] == "r":
            at += 1
        if at < len(tags) and (at + 1 >= len(tags) or tags[at + 1] != "c") and (m := _fate(w.read[at].tags)):
            return m
    at = fact.at - 1
    while at > 0 and tags[at] == "r":
        at -= 1
    if (
        at > 0
        and tags[at] in "k/"
        and tags[at - 1] in "aenNDvgb"
        and not (at > 2 and tags[at - 2] in "xr" and w.read[at - 1].bits and _own_figure(st, fact, at))
    ):
        return _fate(w.read[at - 1].tags)
    return None


def _own_figure(st: Structure, fact: Fact, at: int) -> bool:
    """Whether a figure stands between the joint and the word."""
    return any(st.tags[k] == "c" for k in range(at, fact.at))


def _fate(tags: dict[str, str]) -> Meaning | None:
    found = meanings(tags.get("measure", ""))
    return (
        next((m for m in found if m.arguments & {"object", "subject", "state"}), None) if tags.get("measure") else None
    )


def no_count(site: Site) -> bool:
    """ "the victim, 16, died" and "a father of 3": an age and a family, no count of those who died."""
    phrase, st = site.phrase, site.st
    if phrase is None or phrase.head != site.index or phrase.end - phrase.start > 1:
        return False
    w, stated = st.words, site.figure.quantity.stated
    governor = phrase.governor
    if phrase.prep == "of" and isinstance(governor, Phrase) and not governor.figures:
        return (
            "person" in w.read[governor.head].tags
            and st.tags[governor.head] == "n"
            and ("group" not in w.read[governor.head].tags)
        )
    named = phrase.apposed
    clause = phrase.clause
    if (
        isinstance(clause, Clause)
        and clause.kind == "bracket"
        and clause.verb is None
        and isinstance(clause.host, Phrase)
    ):
        host_ = clause.host
        named = named or (host_ if not host_.figures and st.tags[host_.head] in "nm" else None)  # "Ada Brink (40)"
    first = phrase.first
    if first is not None and first.figures:
        named = named or first.apposed or (first if st.tags[phrase.start - 1] == "," else None)
        if st.tags[phrase.start - 2 : phrase.start] == ["c", "k"] and st.tags[phrase.start - 3] == ",":
            named = named or first  # "two men, 18 and 19, were hurt"
    if named is None or stated is None or stated > _OLD:
        return False
    aged = st.tags[named.head] == "m" or "person" in w.read[named.head].tags or people.is_person(w.text[named.head])
    return aged and not (phrase.end < len(st.tags) and st.tags[phrase.end] not in ",.;)k-")


def cost(site: Site) -> Found | None:
    """What an amount of money pays for or undoes: "$640 million in damage", "damage was put at $640 million"."""
    phrase, st = site.phrase, site.st
    if phrase is None:
        return None
    w = st.words
    if any("suit" in w.read[k].tags for k in range(len(w.text))):
        return None
    large = (site.figure.quantity.low or 0) >= _LARGE
    for word, near in _priced(st, phrase):
        for meaning in meanings(w.read[word].tags.get("measure", "")):
            if "cost" in meaning.arguments and (large or meaning.sense) and (near or meaning.sense or large):
                return Found("cost", meaning.sense, Fact("", (), OBJECT if near else TOLL, word), "cost")
    return None


def _priced(st: Structure, phrase: Phrase) -> Iterator[tuple[int, bool]]:
    """The words that may say what an amount is for: its verb, what it is "in" or "of", the subject."""
    governor, clause = phrase.governor, phrase.clause
    for other in st.modifiers(phrase):
        if other.prep in ("in", "of"):
            yield other.head, True
    if phrase.head != phrase.start and st.tags[phrase.head] in "nN":
        yield phrase.head, True
    if isinstance(governor, Verb):
        if governor.lemma == "cost":
            yield governor.at, True
        if isinstance(clause, Clause):
            told = [*clause.objects, clause.subject] if clause.subject is not None else clause.objects
            for other in told:
                if other is not phrase:
                    yield other.head, False
            for other in clause.obliques:
                if other.prep in ("in", "of") and other.prep_at == phrase.end:
                    yield other.head, True
    elif isinstance(governor, Phrase) and phrase.prep == "of":
        yield governor.head, True

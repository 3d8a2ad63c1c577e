"""Whom a figure counts, whether that can be what the measure counts, and whether it is a part or an addition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figcheck.claims.facts import NEAR, TOLL
from figcheck.claims.lexicon import MEASURES
from figcheck.claims.site import Site
from figcheck.drafts import Figure
from figcheck.syntax import Clause, Phrase, Structure
from figcheck.syntax.lexicon import DETERMINER, PLURAL, look

if TYPE_CHECKING:
    from figcheck.claims.measures import Found

__all__ = ["fits", "is_additional", "is_definite", "is_person", "is_subset", "name_counted", "who"]

_BARE = frozenset(["affected", "captive", "displaced", "injured", "killed", "rescued", "stranded"])
_STRICT = frozenset(
    (
        "attended", "voted", "aboard", "tested", "infected", "detained", "released", "rescued", "missing", "captive",
        "alive", "displaced",
    )
)  # fmt: skip
_SUFFIXES = ("men", "women", "people", "ers", "ors", "ists", "ians", "ees")
_SINGULAR = ("er", "or", "ist", "man", "woman")
_PARTS = frozenset({"of", "among", "amongst"})
_WHOM = frozenset({"them", "whom", "these", "those"})
_NEAR = 45  # words


def is_person(word: str) -> bool:
    """Whether a noun names people: from the lexicon, else by its ending.

    >>> is_person("soldiers"), is_person("fishermen"), is_person("drones"), is_person("miners")
    (True, True, False, True)
    """
    tags = look(word).tags
    return "person" in tags or ("thing" not in tags and word.endswith(_SUFFIXES))


def is_one(word: str) -> bool:
    """Whether a singular noun names a person: "supervisor", "cyclist" by their endings."""
    reading = look(word)
    if "person" in reading.tags:
        return reading.noun == word
    return "thing" not in reading.tags and word.endswith(_SINGULAR) and len(word) > 5


def _head(site: Site) -> str:
    """The noun counted; borrowed where elided, unless that is a thing; "" where there is none."""
    if site.head:
        return "" if site.head in ("more", "total", "number") else site.head
    part = (
        next((p for p in site.st.modifiers(site.phrase) if p.prep == "of"), None) if site.phrase is not None else None
    )
    if part is not None and site.st.words.text[part.head] not in _WHOM:
        return site.st.words.text[part.head] if site.st.words.mark[part.head] == "" else ""  # "thousands of fish"
    noun = (site.figure.counted or "").rpartition(" ")[2].lower()
    return noun if noun and is_person(noun) else ""


def fits(site: Site, found: Found) -> bool:
    """Whether those counted can be what the measure counts: 15 head of livestock were not killed as people are."""
    measure, name = MEASURES[found.measure], found.measure
    head = _head(site)
    tags = look(head).tags if head else {}
    if name == "cost" or _idle(site, found, head):
        return False
    if found.rank == TOLL and head and "people" not in tags:
        return found.argument != "toll" and is_person(head)
    if not head:
        fact, end = found.fact, site.phrase.end if site.phrase is not None else 0
        sure = found.rank in (NEAR, TOLL) or (fact is not None and 0 <= fact.at - end < 4)
        if name == "attended" and _is_drawn(site):
            return True
        return sure or (name in _BARE if found.weak else name not in {"attended", "voted"})
    if found.argument in ("count", "life") or ("people" in tags and measure.human is not False):
        return True
    if measure.human is None:
        return True
    if not measure.human:
        return "person" not in tags
    if "measure" in tags and found.argument == "role":
        return True
    if name == "displaced" and found.sense in {"fled", "sheltered"} and "crowd" not in tags:
        return _proper(site) or (found.sense == "fled" and _near_home(site))
    if found.weak or name in _STRICT:
        return is_person(head) or _proper(site)
    return "thing" not in tags


def _is_drawn(site: Site) -> bool:
    """Whether a bare figure is what a gathering drew: "the march drew 85,000"."""
    clause = site.phrase.clause if site.phrase is not None else None
    subject = clause.subject if clause is not None else None
    if site.phrase is None or subject is None or site.phrase.role != "object":
        return False
    return "gathering" in site.st.words.read[subject.head].tags


def _near_home(site: Site) -> bool:
    return any(site.st.words.text[k] == "homes" for k in range(site.index, len(site.st.words.text)))


def _near(st: Structure, index: int, tag: str) -> bool:
    """Whether a word with a tag stands about a figure; far ones in a sentence without end tell nothing of it."""
    w = st.words
    return any(tag in w.read[k].tags for k in range(max(0, index - _NEAR), min(len(w.text), index + _NEAR)))


def _idle(site: Site, found: Found, head: str) -> bool:
    """Whether a word of a measure means something else here: public bodies, cases in court, work from home."""
    st, w, name = site.st, site.st.words, found.measure
    noun = look(head).noun if head else ""
    told = found.fact.noun if found.fact is not None and found.rank == TOLL else None
    if not noun and told is not None and not told.figures:
        noun = w.read[told.head].noun  # "cases rose to 300"
    if noun == "count" and found.argument != "toll":
        return True  # "one count of murder"
    if name == "aboard" and found.rank != NEAR and found.argument != "state":
        return not _near(st, site.index, "vehicle") and not _carried(site)
    if name == "infected" and _near(st, site.index, "digital"):
        return True
    if name == "infected" and noun == "case":
        return not _near(st, site.index, "disease") and not _near(st, site.index, "status")
    if noun in ("body", "corpse"):
        if name != "killed" or _acts(site):
            return True  # "three bodies share the cost"
        at = site.phrase.head - 1 if site.phrase is not None else -1
        return at > site.index and not (
            "measure" in w.read[at].tags or "idle" in w.read[at].tags or (st.tags[at] in "aeD" and w.read[at].bits & 32)
        )
    return False


def _acts(site: Site) -> bool:
    """Whether those counted do something to something, as the dead do not."""
    clause = site.phrase.clause if site.phrase is not None else None
    verb = clause.verb if clause is not None and clause.subject is site.phrase else None
    return clause is not None and verb is not None and not verb.passive and bool(clause.objects)


def _carried(site: Site) -> bool:
    """Whether "it" carries them, and a vehicle stands in the sentence before."""
    sentence = site.st.sentence
    if "it" not in site.st.words.text or not sentence.index:
        return False
    last = sentence.part.sentences[sentence.index - 1]
    return last.paragraph == sentence.paragraph and any("vehicle" in look(word).tags for word in last.words[:60])


def _proper(site: Site) -> bool:
    """ "12 Palestinians": a name as head."""
    return site.phrase is not None and site.head != "" and site.st.tags[site.phrase.head] == "m"


def who(site: Site, found: Found) -> str | None:
    """The population with its modifier; people without further description are all "people"."""
    measure = MEASURES[found.measure]
    default = "people" if measure.human else None
    named = _of_them(site)
    if named:
        return named
    head = _head(site)
    tags = look(head).tags if head else {}
    if site.figure.kind == "money":
        return None
    if measure.human is False and not site.head:
        return site.figure.counted
    if not head:
        return default
    if measure.human is not False and (found.argument == "count" or ("people" in tags and not _described(site))):
        return "people"
    if not site.head:
        return head if is_person(head) or head[:1].isupper() or not measure.human else "people"
    return " ".join([*_described(site), _written(site, site.phrase.head)])  # type: ignore[union-attr]


def _written(site: Site, at: int) -> str:
    w = site.st.words
    raw = site.st.sentence.part.text[w.start[at] : w.end[at]]
    return raw.lower() if site.st.sentence.text.isupper() or "person" in w.read[at].tags else raw


def _described(site: Site) -> list[str]:
    """The words of a noun phrase that say of what kind they are, and not how many or in what state."""
    phrase, st = site.phrase, site.st
    if phrase is None:
        return []
    out = []
    for at in range(site.index + 1, phrase.head):
        tags = st.words.read[at].tags
        if st.tags[at] in "anNmeDg" and "idle" not in tags and "measure" not in tags:
            out.append(_written(site, at))
    return out


def _of_them(site: Site) -> str | None:
    """ "12 of them children", "five of whom were women"."""
    phrase, st = site.phrase, site.st
    if phrase is None or site.head:
        return None
    w = st.words
    pronoun = next((p for p in st.modifiers(phrase) if p.prep == "of" and w.text[p.head] in _WHOM), None)
    if pronoun is None:
        return None
    for other in st.phrases:
        if other.start == pronoun.end and "person" in w.read[other.head].tags:
            return w.text[other.head]
    for clause in st.predicated(phrase):
        if clause.complement is not None and "person" in w.read[clause.complement.head].tags:
            return w.text[clause.complement.head]
    return None


def name_counted(site: Site) -> None:
    """Name what a figure counts by the structure, where the noun read so far has another head.

    As written, lower case, modifiers kept, without "other", "more", "remaining"; of a measure, the word of its unit.
    """
    phrase, st, figure = site.phrase, site.st, site.figure
    if phrase is None:
        return
    w = st.words
    if figure.kind == "money":
        return
    if figure.kind != "count":
        word = w.text[phrase.head] if site.head else unit_word(figure)
        figure.counted = figure.counted or word
        return
    if figure.borrowed and _is_of_doer(site):
        figure.counted = figure.noun = None
        figure.borrowed = False
    last = (figure.counted or "").rpartition(" ")[2]
    written = st.sentence.part.lower[slice(*figure.noun)].endswith(last) if figure.noun else True
    tied = st.sentence.part.lower[figure.end : figure.end + 1] == "-"
    if not site.head or site.head == last or phrase.head < site.index or not written or tied:
        return
    if last and st.tags[phrase.head] == "n" and look(last).bits & PLURAL:
        return  # "the other 40 diesel" of trains
    kept = [
        at
        for at in range(site.index + 1, phrase.head + 1)
        if at == phrase.head or (st.tags[at] in "anNmeDg" and "idle" not in w.read[at].tags)
    ]
    figure.counted = " ".join(w.text[at] for at in kept)
    figure.noun = (w.start[kept[0]], w.end[phrase.head])
    figure.borrowed = False


def _is_of_doer(site: Site) -> bool:
    """Whether the noun that a figure borrowed is that of those who did it: "Two boats brought 54 of them"."""
    phrase, noun = site.phrase, site.figure.noun
    subject = phrase.clause.subject if phrase is not None and phrase.clause is not None else None
    if (
        subject is None
        or noun is None
        or phrase is None
        or phrase.role != "object"
        or phrase.figures[:1] != [phrase.head]
    ):
        return False
    w = site.st.words
    return w.start[subject.start] <= noun[0] < w.end[subject.end - 1]


def unit_word(figure: Figure) -> str | None:
    """The word of the unit that a figure is measured in, as written: "days" of "10 days"."""
    word = figure.sentence.part.lower[figure.start : figure.end].replace("-", " ").rpartition(" ")[2]
    unit = word.isalpha() and len(word) > 1 and figure.quantity.unit is not None
    return word if unit and not look(word).bits & DETERMINER else None  # "$4 million" has none


def is_subset(site: Site) -> bool:
    """A part of another figure: "including 12", "of whom 12", "12 of them", "12 of the 50", "three seriously"."""
    phrase, st = site.phrase, site.st
    if phrase is None:
        return False
    w = st.words
    if _only_adverb(site):
        return True
    for other in st.modifiers(phrase):
        if other.prep == "of" and (w.text[other.head] in _WHOM or (other.definite and phrase.head == site.index)):
            return True
    first = phrase.first or phrase
    if "part" in look(first.prep).tags and first.prep:
        return True
    clause = phrase.clause
    if not isinstance(clause, Clause):
        return False
    if any(p.prep in _PARTS and p.start < phrase.start and p is not phrase for p in clause.obliques):
        return True
    if clause.opener in ("whom", "which") and clause.start and w.text[clause.start - 1] in _PARTS:
        return True
    governor = phrase.governor
    if governor is not None and not isinstance(governor, Phrase) and "part" in w.read[governor.at].tags:
        return True
    return any("part" in w.read[k].tags for k in range(max(0, site.index - 2), site.index))


def _only_adverb(site: Site) -> bool:
    """ "six were hurt, three seriously"."""
    st, phrase = site.st, site.phrase
    assert phrase is not None
    at = phrase.end
    if at >= len(st.tags) or st.tags[at] != "r" or not st.words.text[at].endswith("ly"):
        return False
    if not phrase.start or st.tags[phrase.start - 1] not in ",k":
        return False
    return at + 1 >= len(st.tags) or st.tags[at + 1] in ",.;k"


def is_additional(site: Site, found: Found | None) -> bool:
    """On top of a figure before it: "another 12", "12 others", "12 more"; "the other 40" of no measure are the rest."""
    phrase, st = site.phrase, site.st
    if phrase is None or (found is None and site.figure.kind not in ("count", "money")):
        return False
    if phrase.prep in _ABOVE:
        return True
    words = _ADDED if found is not None else _ADDED - _OTHERS
    return any(
        st.words.text[k] in words for k in range(max(0, site.index - 2), min(len(st.tags), phrase.end + 1))
        if k != site.index and (k >= phrase.start or st.tags[k] in "da")
    )  # fmt: skip


def is_definite(site: Site) -> bool:
    """Told as known: "the 12 hostages", "all 12 of them", "one of 12 hostages"."""
    phrase = site.phrase
    if phrase is None:
        return False
    part, w = phrase.governor, site.st.words
    figure = w.figure.get(part.head) if phrase.prep == "of" and isinstance(part, Phrase) else None
    one = figure is not None and figure.quantity.stated == 1
    return phrase.definite or one or "all" in w.text[phrase.start : site.index]


_ABOVE = frozenset(["on_top_of", "in_addition_to"])
_OTHERS = frozenset(["other", "others"])
_ADDED = _OTHERS | {"another", "additional", "further", "extra", "more"}

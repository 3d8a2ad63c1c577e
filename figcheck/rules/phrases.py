"""How messages name figures, sources and places. No word of blame, and never which of two figures is right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from textwrap import shorten

from figcheck.compare import Facts, compare, slip
from figcheck.compare.wording import stem, words_in
from figcheck.models import Claim, Relation
from figcheck.numeral.lexicon import CARDINAL, MULTIPLE, PLURAL_SCALE, VAGUE
from figcheck.syntax.lexicon import ADJECTIVE, DETERMINER, NOMINAL, PARTICIPLE, PAST, PLURAL, UNKNOWN, look
from figcheck.words import load

__all__ = [
    "both_tell", "called", "cause", "cited", "counted", "credit", "described", "figure", "listed", "mended", "note",
    "quoted", "ranged", "sentence_start", "where", "whom",
]  # fmt: skip

_WORDS: dict[str, dict[str, str]] = load("wording.toml")
_HEDGE, _AFTER, _APART, _SLIP = (_WORDS[name] for name in ("hedge", "after", "apart", "slip"))
_FOR_PEOPLE = frozenset(_WORDS["name"]["people"].split())
_REGIONS, _BODIES = (frozenset(_WORDS["name"][name].split()) for name in ("regions", "bodies"))
_NUMBERS = frozenset(CARDINAL) | frozenset(MULTIPLE) | frozenset(PLURAL_SCALE) | {w.split()[0] for w in VAGUE}
_NUMBERS |= {"a", "an", "half"}
_FIRST = re.compile(r"[A-Z][a-z]+|A")
_POINTING = frozenset("it he she they who its his her their this that many some".split())  # noqa: SIM905
_ARTICLES = frozenset(("the", "a", "an"))
_NOUNS = frozenset(("role", "state", "count", "of"))  # in the lexicon: a noun that tells of it
_LONGEST = 60  # characters of a source that fits into a message
_MOST = 4  # figures that a message lists one by one


def quoted(claim: Claim) -> str:
    """A figure as written, to stand inside a sentence: a number word that opened its own loses the capital."""
    words = " ".join(claim.quote.split())
    first = _FIRST.match(words)
    return words[:1].lower() + words[1:] if first and first.group().lower() in _NUMBERS else words


def figure(claim: Claim) -> str:
    """A figure as written, with its hedge in plain words: "at least 41", "fewer than 250"."""
    told, hedge = quoted(claim), claim.quantity.hedge
    word = "fewer than" if hedge == "less_than" and claim.kind == "count" else _HEDGE.get(hedge, "")
    return f"{word} {told}" if word else told


def called(f: Facts) -> str:
    """What a figure counts, with its fate: "people killed", "suspected cases"; empty where its words do not tell."""
    c = f.claim
    if c.kind == "money":
        return _lost(f)
    if c.kind != "count":
        return ""
    noun = _noun(f)
    if c.measure == "infected":
        noun = f"{c.status or ''} {'case' if c.quantity.stated == 1 else 'cases'}".lstrip()
    if c.measure in (None, "infected") or (noun and _says(noun, c.measure)):
        return noun
    if noun in ("people", "person") and c.measure == "casualties":
        return "casualties" if noun == "people" else "casualty"
    if noun in ("people", "person") and c.measure == "attended":
        return f"{noun} in attendance"
    return f"{noun} {_AFTER.get(c.measure, c.measure)}".strip()


def _noun(f: Facts) -> str:
    """The noun that it counts, as its story writes it; "people" for "12 dead", "person" for one."""
    c = f.claim
    noun = _cased(f, c.counted) if c.counted else c.who or ""
    fate = bool(noun) and c.measure is not None and look(noun.lower()).first in (ADJECTIVE, PARTICIPLE, PAST)
    human = c.measure is not None and load("measures.toml").get(c.measure, {}).get("human")
    if noun in ("people", "persons") or (human and (fate or not noun or noun in _FOR_PEOPLE)):
        return "person" if c.quantity.stated == 1 else "people"
    return noun


def _lost(f: Facts) -> str:
    """Of a sum of money: whether its sentence calls it damage or losses."""
    if not f.damage:
        return ""
    return "in damage" if stem("damage") in f.words else "in losses" if stem("losses") in f.words else ""


def _cased(f: Facts, noun: str) -> str:
    """A noun in lower case as its sentence writes it; a headline may write every word with a capital."""
    at = f.sentence.lower().find(noun)
    words = f.sentence[at : at + len(noun)] if at >= 0 else noun
    if f.claim.part != "title":
        return words
    return " ".join(w.lower() if look(w.lower()).bits & NOMINAL and w.istitle() else w for w in words.split())


def _says(noun: str, measure: str) -> bool:
    """Whether a noun tells its measure: "hostages", "injured players"."""
    return any(
        stem(word) == stem(measure) or _tagged(look(word).tags.get("measure", ""), measure) for word in words_in(noun)
    )


def _tagged(tag: str, measure: str) -> bool:
    """Whether a noun's tag makes it a word for those of a measure: "displaced.evacuated/role"."""
    name, _, how = tag.partition("/")
    return name.partition(".")[0] == measure and not _NOUNS.isdisjoint(how.split(","))


def counted(f: Facts) -> str:
    """A figure with what it counts, to stand inside a sentence: "about 12,000 nurses", "thousands of people killed"."""
    name = called(f)
    if f.claim.implicit:  # its quote has the nouns: "seven women and four children"
        name = _AFTER.get(f.claim.measure, f.claim.measure) if f.claim.measure else ""
    return _joined(figure(f.claim), name, f.claim) if name else figure(f.claim)


def _joined(told: str, name: str, claim: Claim) -> str:
    vague = claim.quantity.hedge == "vague" and claim.quote.endswith("s") and claim.kind == "count"
    return f"{told} of {name}" if vague and claim.quote.casefold() != "several" else f"{told} {name}"


def described(group: Sequence[Facts]) -> str:
    """Figures with what they count, in a row; what they count is said once where it is the same.

    Beyond four of them, the first three and how many more there are.
    """
    names = {called(f) for f in group}
    if len(group) > 1 and len(names) == 1 and not any(f.claim.quantity.hedge == "vague" for f in group):
        return " ".join([_row([figure(f.claim) for f in group]), *names]).rstrip()
    return _row([counted(f) for f in group])


def _row(words: list[str]) -> str:
    if len(words) <= _MOST:
        return listed(words)
    return listed([*words[: _MOST - 1], f"{len(words) - _MOST + 1} other figures"])


def listed(items: Iterable[str]) -> str:
    """Words in a row.

    >>> listed(["12", "14", "16"])
    '12, 14 and 16'
    """
    *most, last = items
    return f"{', '.join(most)} and {last}" if most else last


def sentence_start(words: str) -> str:
    """The words with a capital."""
    return words[:1].upper() + words[1:]


def cited(words: str) -> str:
    """Words of a story in quotation marks: on one line, cut where they are long, without marks of their own."""
    told = shorten(words.replace('"', ""), _LONGEST, placeholder=" \u2026").strip()
    return f'"{told}"'


def ranged(claim: Claim) -> str:
    """A range as a reader says it: "between 4,000 and 5,500", "3 to 4 tons"."""
    told = quoted(claim)
    return f"between {told}" if " and " in told else told


def whom(f: Facts) -> str:
    """Whose figure it is, to stand inside a sentence: "the governor's office", "police"; empty where nobody's is known.

    As its story writes it, where that is a name and no "it"; else the owner that was found for it.
    """
    owner, said = f.owner, f.claim.attribution
    if not owner or said is None:
        return ""
    source = " ".join((said.source or "").split())
    if 0 < len(source) <= _LONGEST and _full(source, owner):
        return _inside(source)
    if len(owner) > _LONGEST:
        return shorten(owner, _LONGEST, placeholder=" \u2026").strip()
    last = (words_in(owner) or [""])[-1]
    bare = _many(last) or not (owner[:1].islower() or last in _BODIES) or owner.split()[0].lower() in _ARTICLES
    return owner if bare else f"the {owner}"


def _many(word: str) -> bool:
    reading = look(word)
    return bool(reading.bits & PLURAL) or "plural" in reading.tags


def _full(source: str, owner: str) -> bool:
    """Whether the words of a source are all of its owner's, and point to nobody."""
    first = source.partition(" ")[0].casefold()
    return first not in _POINTING and _keys(owner) <= _keys(source)


def _keys(name: str) -> frozenset[str]:
    return frozenset(w.replace("\u2019", "'").removesuffix("'s") for w in words_in(name))


def _inside(source: str) -> str:
    """A source inside a sentence: "The", and a common noun that opened its own, lose the capital."""
    first, _, rest = source.partition(" ")
    word = first.lower().strip("'\u2019").removesuffix("'s")
    bits = look(word).bits
    if not rest:
        plain = _many(word)  # "Police", not "Front"
    else:
        plain = bool(bits & (NOMINAL | DETERMINER | ADJECTIVE)) and not bits & UNKNOWN and rest[:1].islower()
    lowered = word in _ARTICLES or word in _NUMBERS or (plain and word not in _REGIONS)
    return source[:1].lower() + source[1:] if first.istitle() and lowered else source


def credit(a: Facts, b: Facts) -> str:
    """ " credited to the coroner" where one source stands behind both figures; else nothing."""
    if compare(a, b)["source"] != "same":
        return ""
    name = max((whom(a), whom(b)), key=lambda w: (w != "", w[:4] == "the ", len(w)))
    return f" credited to {name}" if name else ""


def both_tell(a: Facts, b: Facts) -> str:
    """What two figures that differ have in common, and that rounding does not explain it: a whole explanation."""
    name = _common(a, b)
    thing = f"give the number of {name}" if name else "tell of one thing"
    return f"Both {thing}; {figure(a.claim)} and {figure(b.claim)} differ by more than rounding."


def _common(a: Facts, b: Facts) -> str:
    """What two counts count, in words that hold for both."""
    if a.claim.kind != "count" or b.claim.kind != "count":
        return ""
    if called(a) == called(b):
        return called(a)
    measure = a.claim.measure
    human = measure is not None and measure == b.claim.measure and load("measures.toml").get(measure, {}).get("human")
    return f"people {_AFTER.get(measure, measure)}".rstrip() if human and measure else ""


def where(f: Facts) -> str:
    """The story of a figure, by its id and day."""
    day = f.story.day
    return f"{f.claim.article} ({day})" if day else f.claim.article


def mended(relation: Relation) -> str:
    """ "; one has a digit twice" where a slip of the pen would explain the difference of two figures."""
    name = _APART.get(relation.slip or "")
    return f"; {name}" if name else ""


def cause(relation: Relation) -> str:
    """ "; a dropped digit would explain it" where a slip of the pen would explain what does not come out."""
    return f"; {_SLIP.get(relation.slip, relation.slip)} would explain it" if relation.slip else ""


def note(a: Facts, b: Facts) -> str:
    """ "; two digits are swapped" where a slip of the pen would explain the difference."""
    how = slip(a.claim.quantity, b.claim.quantity)
    return f"; {_APART.get(how, how)}" if how else ""

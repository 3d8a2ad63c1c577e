"""The one lexicon: what a word can be, which word it is a form of, what is said of it; the words are in its data."""

from __future__ import annotations

from functools import cache

from figcheck.words import text

__all__ = ["Reading", "event_kind", "look", "multiwords", "tagged"]

# What a form can be, as bits: one form may be several ("reports": a plural noun and a verb).
NOUN = 1
PLURAL = 2
BASE = 4  # a verb's plain form: infinitive, or present with a plural
THIRD = 8
PAST = 16
PARTICIPLE = 32
ING = 64
ADJECTIVE = 128
ADVERB = 256
DETERMINER = 512
PREPOSITION = 1024
PRONOUN = 2048
COORDINATOR = 4096
OPENER = 8192
WH = 16384
MODAL = 32768
AUXILIARY = 65536
TIME = 131072
UNKNOWN = 262144  # not in the lexicon: what its ending says

NOMINAL = NOUN | PLURAL
FINITE = BASE | THIRD | PAST
VERBAL = FINITE | PARTICIPLE | ING

_BITS = {
    "n": NOUN, "v": BASE, "a": ADJECTIVE, "r": ADVERB, "d": DETERMINER, "p": PREPOSITION, "o": PRONOUN,
    "c": COORDINATOR, "s": OPENER, "w": WH, "m": MODAL, "x": AUXILIARY, "t": TIME, "j": ADVERB,
}  # fmt: skip
_KEPT = 60_000  # forms remembered; a text of nothing but strange words must not fill the memory


class Reading:
    """What a form can be: `bits`, `first` the likeliest of them; its word as a verb and as anything else; its tags."""

    __slots__ = ("bits", "first", "noun", "tags", "verb")

    def __init__(self, bits: int, first: int, noun: str, verb: str, tags: dict[str, str]) -> None:
        self.bits = bits
        self.first = first
        self.noun = noun  # the word that it is a form of, taken for a noun, an adjective …
        self.verb = verb  # … and for a verb
        self.tags = tags


_FORMS = {"past": PAST, "part": PARTICIPLE, "ing": ING, "third": THIRD, "plural": PLURAL}


class _Line:
    """One line of the file, read when one of its forms is first met."""

    __slots__ = ("bits", "first", "forms", "lemma", "tags")

    def __init__(self, lemma: str, rest: str) -> None:
        self.lemma = lemma
        self.bits = 0
        self.first = 0
        self.forms: dict[str, str] = {}
        self.tags: dict[str, str] = {}
        for item in rest.split():
            if len(item) == 1:
                bit = _BITS[item]
                self.bits |= bit
                self.first = self.first or bit
            elif "=" in item:
                name, _, form = item.partition("=")
                self.forms[name] = form
            else:
                name, _, value = item.partition(":")
                self.tags[name] = f"{self.tags[name]} {value}" if name in self.tags else value


@cache
def _file() -> tuple[dict[str, str], dict[str, list[tuple[str, int]]], dict[str, tuple[tuple[str, ...], ...]]]:
    """Lines by lemma, the irregular forms with their lemma, and words of several words by their first."""
    lines: dict[str, str] = {}
    irregular: dict[str, list[tuple[str, int]]] = {}
    several: dict[str, list[tuple[str, ...]]] = {}
    for line in text("lexicon.txt").splitlines():
        if not line or line[0] == "#":
            continue
        lemma, _, rest = line.partition(" ")
        lines[lemma] = rest
        if "_" in lemma and rest[0] not in "vn":  # those of a verb or a noun are inflected: asked of the structure
            words = tuple(lemma.split("_"))
            several.setdefault(words[0], []).append(words)
        if "=" in rest:
            for item in rest.split():
                name, equals, form = item.partition("=")
                if equals:
                    irregular.setdefault(form, []).append((lemma, _FORMS[name]))
                    if name == "past" and " part=" not in rest:
                        irregular[form].append((lemma, PARTICIPLE))
    return lines, irregular, {w: tuple(sorted(found, key=len, reverse=True)) for w, found in several.items()}


_lines: dict[str, _Line | None] = {}


def line(lemma: str) -> _Line | None:
    """The line of a lemma, or None."""
    found = _lines.get(lemma, _lines)
    if found is _lines:
        if len(_lines) > _KEPT:
            _lines.clear()
        rest = _file()[0].get(lemma)
        found = _lines[lemma] = None if rest is None else _Line(lemma, rest)
    return found  # type: ignore[return-value]


def multiwords() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Words of several words, by their first, the longest first."""
    return _file()[2]


@cache
def tagged(name: str) -> dict[str, str]:
    """The lemmas that carry a tag, with its value.

    >>> "day" in tagged("time")
    True
    """
    out = {}
    for lemma, rest in _file()[0].items():
        if name in rest:
            found = line(lemma)
            if found is not None and name in found.tags:
                out[lemma] = found.tags[name]
    return out


def event_kind(form: str) -> str | None:
    """The kind of event that a form names.

    >>> event_kind("quakes"), event_kind("crashed"), event_kind("table")
    ('earthquake', 'crash', None)
    """
    kind = look(form).tags.get("event")
    return None if kind is None else kind.partition("+")[0]


_readings: dict[str, Reading] = {}


def look(form: str) -> Reading:
    """What a lower-cased form can be.

    >>> look("fell").verb, bool(look("fell").bits & PAST), look("reports").noun, look("stopped").verb
    ('fall', True, 'report', 'stop')
    """
    found = _readings.get(form)
    if found is None:
        if len(_readings) > _KEPT:
            _readings.clear()
        found = _readings[form] = _look(form)
    return found


def _look(form: str) -> Reading:
    own = line(form)
    bits = own.bits if own else 0
    first = own.first if own else 0
    tags = dict(own.tags) if own else {}
    noun = verb = form
    for lemma, bit in _file()[1].get(form, ()):
        parent = line(lemma)
        assert parent is not None
        bits |= bit
        first = first or bit
        if bit == PLURAL:
            noun = lemma
        elif not (own and own.bits & BASE):
            verb = lemma
        tags = {**parent.tags, **tags}
    made = _made(form) if not (own and own.bits & (BASE | NOUN) and len(form) < 4) else ()
    for lemma, bit in made:
        parent = line(lemma)
        if parent is None or _irregular_instead(parent, bit):
            continue
        bits |= bit
        if not first:
            plural = bit == PLURAL or (bit == THIRD and parent.bits & NOUN and parent.first != BASE)
            first = PLURAL if plural else bit
        if bit == PLURAL:
            noun = lemma
        elif verb == form and not (own and own.bits & BASE):
            verb = lemma
        tags = {**parent.tags, **tags}
    if "plural" in tags and own:
        bits, first = bits & ~NOUN | PLURAL, PLURAL  # people, police
    if form.endswith("ed") and bits == ADJECTIVE and len(form) > 4:
        bits, verb = bits | PAST | PARTICIPLE, _verb(form[:-2], form)  # "rounded", "unsealed"
    if not bits:
        for prefix in ("mis", "re", "over", "un", "out", "under"):
            stem = form[len(prefix) :]
            if form.startswith(prefix) and len(stem) > 3 and stem in _file()[1]:
                inner = look(stem)  # "misspoken", "rebuilt"
                return Reading(inner.bits, inner.first, prefix + inner.noun, prefix + inner.verb, inner.tags)
    if not bits:
        bits, first, noun, verb = _guess(form)
    return Reading(bits, first, noun, verb, tags)


def _irregular_instead(parent: _Line, bit: int) -> bool:
    """Whether a regular form does not exist, or is of another class: no "goed", no plural of a verb."""
    if bit == PLURAL:
        return not parent.bits & NOUN or "plural" in parent.forms
    if not parent.bits & BASE:
        return True
    return bit in {PAST, PARTICIPLE} and "past" in parent.forms


def _stems(stem: str) -> tuple[str, ...]:
    """What a stem before -ed or -ing may have been: "stopp" stop, "rescu" rescue."""
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "aeiou":
        return (stem, stem[:-1])
    short = len(stem) in (3, 4) and stem[-1] not in "aeiouwxy" and stem[-2] in "aeiou" and stem[-3] not in "aeiou"
    if short:
        return stem + "e", stem  # "fined" is of "fine": "fin" would double its letter
    return (stem + "e", stem) if stem.endswith(("at", "iv", "uc", "c", "s", "v", "u", "iz")) else (stem, stem + "e")


def _made(form: str) -> tuple[tuple[str, int], ...]:
    """The words that a form may be a regular form of, with the bit."""
    out: list[tuple[str, int]] = []
    if form.endswith("s") and len(form) > 3 and not form.endswith(("ss", "us", "is")):
        stems = [form[:-1]]
        if form.endswith("ies") and len(form) > 4:
            stems = [form[:-3] + "y", form[:-1]]
        elif form.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
            stems.append(form[:-2])
        for stem in stems:
            out += [(stem, PLURAL), (stem, THIRD)]
    elif form.endswith("ied") and len(form) > 4:
        out += [(form[:-3] + "y", PAST), (form[:-3] + "y", PARTICIPLE)]
    elif form.endswith("ed") and len(form) > 3:
        for stem in _stems(form[:-2]):
            out += [(stem, PAST), (stem, PARTICIPLE)]
    elif form.endswith("ing") and len(form) > 4:
        out += [(stem, ING) for stem in _stems(form[:-3])]
    elif form.endswith("men") and len(form) > 4:
        out.append((form[:-2] + "an", PLURAL))
    if "-" in form:
        return ()
    return tuple(out)


_ADJECTIVE_ENDINGS = (
    "al",
    "ic",
    "ous",
    "ful",
    "less",
    "able",
    "ible",
    "ive",
    "ish",
    "ary",
    "ese",
    "-old",
    "est",
    "ian",
)


def _guess(form: str) -> tuple[int, int, str, str]:
    """Bits, likeliest bit, noun and verb of a word that the lexicon does not have, by its ending."""
    if "-" in form:
        tail = form.rpartition("-")[2]
        bits = look(tail).bits if tail else NOUN
        if bits & (PARTICIPLE | ING | ADJECTIVE) or tail.isdigit() or not tail:
            return ADJECTIVE | UNKNOWN, ADJECTIVE, form, form
        if bits & PLURAL:
            return PLURAL | UNKNOWN, PLURAL, form[:-1], form
        return NOUN | ADJECTIVE | UNKNOWN, NOUN, form, form
    if form.endswith("ly") and len(form) > 4:
        return ADVERB | UNKNOWN, ADVERB, form, form
    if form.endswith("ed") and len(form) > 4:
        return PAST | PARTICIPLE | ADJECTIVE | UNKNOWN, PAST, form, _verb(form[:-2], form)
    if form.endswith("ing") and len(form) > 5:
        return ING | NOUN | UNKNOWN, ING, form, _verb(form[:-3], form)
    if form.endswith("children"):
        return PLURAL | UNKNOWN, PLURAL, form[:-3], form
    if form.endswith("men"):
        return PLURAL | UNKNOWN, PLURAL, form[:-2] + "an", form
    if form.endswith("ies") and len(form) > 4:
        return PLURAL | UNKNOWN, PLURAL, form[:-3] + "y", form[:-3] + "y"
    if form.endswith("s") and len(form) > 3 and not form.endswith(("ss", "us", "is", "'s")):
        cut = 2 if form.endswith(("ches", "shes", "xes", "sses")) else 1
        return PLURAL | UNKNOWN, PLURAL, form[:-cut], form[:-cut]
    if form.endswith(_ADJECTIVE_ENDINGS) and len(form) > 5:
        return ADJECTIVE | NOUN | UNKNOWN, ADJECTIVE, form, form
    return NOUN | UNKNOWN, NOUN, form, form


def _verb(stem: str, form: str) -> str:
    """The likeliest verb of a strange stem: "gorb" of "gorbed", "plane" of "planed"."""
    for prefix in ("un", "re", "mis", "over", "out", "under"):
        if stem.startswith(prefix) and line(stem[len(prefix) :] + "e") is not None:
            return stem + "e"
    if form.endswith("ied"):
        return stem[:-1] + "y"
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "aeioulsfz":
        return stem[:-1]
    short = len(stem) > 2 and stem[-1] not in "aeiouwxy" and stem[-2] in "aeiou" and stem[-3] not in "aeiou"
    silent = (
        (stem[-1:] == "l" and stem[-2:-1] not in "aeioul")
        or stem.endswith(("at", "iz", "ys", "ag", "ut", "ur", "id", "dg", "rg", "nc", "rc"))
        or stem[-1:] in "vucsz"
    )
    return stem + "e" if silent or (short and len(stem) < 5) else stem


_DEGREES = {"better": "good", "best": "good", "worse": "bad", "worst": "bad", "further": "far", "furthest": "far"}


def positive(word: str) -> str:
    """The plain form of an adjective or adverb.

    >>> positive("earlier"), positive("youngest"), positive("bigger"), positive("late"), positive("other")
    ('early', 'young', 'big', 'late', 'other')
    """
    if word in _DEGREES:
        return _DEGREES[word]
    for ending in ("est", "er"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            for plain in (stem, stem + "e", stem[:-1] + "y" if stem[-1] == "i" else stem[:-1]):
                own = line(plain)
                if own is not None and own.bits & (ADJECTIVE | ADVERB):
                    return plain
    return word

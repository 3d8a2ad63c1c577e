"""The third level: noun phrases and verb groups, each from its first word to its head."""

from __future__ import annotations

from figcheck.syntax import lexicon as lx
from figcheck.syntax.words import Words

__all__ = ["Item", "Mark", "Phrase", "Verb", "chunks"]

_BE = frozenset("be is are was were been being am 's 're isn't aren't wasn't weren't ain't".split())
_HAVE = frozenset("have has had having 've hasn't haven't hadn't".split())
_DO = frozenset("do does did don't doesn't didn't".split())
_NEGATIVE = frozenset({"not", "n't", "never", "no"})
_PARTICLES = frozenset({"up", "down", "out", "off", "away", "back", "forth", "apart", "aside", "over", "on", "in"})
_DEFINITE = frozenset("the this that these those his her its their my your our".split())
_COMPLEX = frozenset("dac")
_NOMINAL = frozenset("nNmt")
_HEADLESS = 6  # words that an adjective may stand before its noun, others between them


class Phrase:
    """A noun phrase, or an adjective or adverb that stands alone (kind "a", "r").

    `head` is the index of its head word, `figures` the indexes of the figures in it, `owner` the phrase before "'s".
    What the clauses make of it: `role`, `governor` (a Verb or another Phrase), `prep` the preposition before it,
    `first` the phrase that it is coordinated with, `apposed` the phrase that it is another name of.
    """

    __slots__ = (
        "apposed", "clause", "definite", "end", "figures", "first", "governor", "head", "kind", "owner", "post", "prep",
        "prep_at", "role", "start",
    )  # fmt: skip

    def __init__(self, kind: str, start: int, end: int, head: int) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.head = head
        self.figures: list[int] = []
        self.definite = False
        self.owner: Phrase | None = None
        self.prep = ""
        self.prep_at = -1
        self.role = ""
        self.governor: Phrase | Verb | None = None
        self.first: Phrase | None = None
        self.apposed: Phrase | None = None
        self.clause: object = None
        self.post: list[Verb] = []  # participles and relative clauses that hang on it

    def __repr__(self) -> str:
        return f"Phrase({self.kind} {self.start}:{self.end} head {self.head} {self.prep} {self.role})"


class Verb:
    """A verb group: auxiliaries, adverbs, the verb and its particle.

    `form` is "finite", "open" (a form that is past or participle), "ed" (a participle), "ing", "to" or "base".
    """

    __slots__ = ("at", "clause", "end", "form", "lemma", "modal", "negated", "particle", "passive", "perfect", "start")

    def __init__(self, start: int) -> None:
        self.start = start
        self.end = start
        self.at = start
        self.form = "finite"
        self.lemma = ""
        self.particle = ""
        self.passive = False
        self.perfect = False
        self.negated = False
        self.modal = ""
        self.clause: object = None

    @property
    def finite(self) -> bool:
        """Whether it needs a subject and makes a clause."""
        return self.form == "finite"

    def __repr__(self) -> str:
        return f"Verb({self.lemma} {self.particle} {self.form} {'passive' if self.passive else ''})"


class Mark:
    """A word between phrases: preposition, opener, coordinator, punctuation. `tag` as the tags have it."""

    __slots__ = ("at", "tag", "text")

    def __init__(self, tag: str, text: str, at: int) -> None:
        self.tag = tag
        self.text = text
        self.at = at

    def __repr__(self) -> str:
        return f"Mark({self.tag} {self.text})"


Item = Phrase | Verb | Mark


def chunks(w: Words, tags: list[str]) -> list[Item]:
    """The phrases, verb groups and marks of a sentence in order."""
    out: list[Item] = []
    n, i = len(tags), 0
    while i < n:
        tag = tags[i]
        if tag in "xMvDebgi":
            verb = _verb(w, tags, i)
            out.append(verb)
            i = verb.end
        elif tag in "dacnNmto":
            phrase = _phrase(w, tags, i)
            out.append(phrase)
            i = phrase.end
        elif tag == "r" and _to_noun(tags, i):
            phrase = _phrase(w, tags, i)
            out.append(phrase)
            i = phrase.end
        elif tag == "r":
            nxt = i + 1
            while nxt < n and tags[nxt] == "r":
                nxt += 1
            if nxt < n and tags[nxt] in "xMvDebg" and w.text[i] not in _PARTICLES:
                verb = _verb(w, tags, i)
                out.append(verb)
                i = verb.end
            else:
                out.append(Phrase("r", i, i + 1, i))
                i += 1
        else:
            out.append(Mark(tag, w.text[i], i))
            i += 1
    return out


def _to_noun(tags: list[str], i: int) -> bool:
    """Whether adverbs lead to an adjective before a noun: "very small boats"."""
    n = len(tags)
    while i < n and tags[i] == "r":
        i += 1
    if i >= n or tags[i] != "a":
        return False
    while i < n and tags[i] == "a":
        i += 1
    return i < n and tags[i] in "nN"


def _phrase(w: Words, tags: list[str], i: int) -> Phrase:
    """The noun phrase that begins at word `i`; an adjective that leads to no noun stands alone."""
    n = len(tags)
    start = i
    owner: Phrase | None = None
    figures: list[int] = []
    definite = False
    while True:
        head, seen = -1, ""
        first = i
        while i < n:
            tag = tags[i]
            if tag == "d":
                if seen and seen != "d":
                    break
                definite = definite or w.text[i] in _DEFINITE
            elif tag == "o":
                if seen == "":
                    head = i
                    i += 1
                elif seen == "c" and w.text[i] == "more":
                    i += 1  # "five more": the figure stays the head
                break
            elif tag == "a":
                if head >= 0 or not _leads(tags, i):
                    if seen in ("d", "") and head < 0 and (definite or seen == "") and (seen == "d" or i == first):
                        head = i if seen == "d" else -1
                        if head >= 0:
                            i += 1
                    break
            elif tag == "c":
                if head >= 0:
                    break
                figures.append(i)
                if not _modifies(w, tags, i):
                    head = i
                    i += 1
                    break
            elif tag in "nNm":
                head = i
            elif tag == "t":
                if head >= 0:
                    break
                if not (i + 1 < n and tags[i + 1] in "nN" and seen == "d"):
                    head = i
                    i += 1
                    break
            elif tag == "r":
                if head >= 0 or not _to_noun(tags, i):
                    break
            elif tag == "k":
                if not (seen == "a" and head < 0 and i + 1 < n and tags[i + 1] == "a" and _leads(tags, i + 1)):
                    break
            else:
                break
            seen = tag
            i += 1
        if i < n and tags[i] == "'" and head >= 0 and i + 1 < n and tags[i + 1] in "acnNmtr":
            owner = _done(Phrase("n", start, i, head), figures, owner, definite)
            figures, definite = [], True
            i += 1
            continue
        break
    if i < n and tags[i] == "'":
        i += 1  # "the army's" and nothing after it
    if head < 0:
        if figures:
            head = figures[-1]
        elif i > start:
            head = i - 1
        else:
            kind = "a" if tags[i] in "a" else "r"
            return Phrase(kind, i, i + 1, i)
    kind = "n"
    if tags[head] == "a" and not definite:
        kind = "a"
    return _done(Phrase(kind, start, max(i, head + 1), head), figures, owner, definite)


def _done(phrase: Phrase, figures: list[int], owner: Phrase | None, definite: bool) -> Phrase:
    phrase.figures = figures
    phrase.owner = owner
    phrase.definite = definite
    return phrase


def _leads(tags: list[str], i: int) -> bool:
    """Whether an adjective stands before a noun or a figure."""
    limit = min(len(tags), i + _HEADLESS)
    while i < limit and (tags[i] in "ar" or (tags[i] == "k" and i + 1 < limit and tags[i + 1] == "a")):
        i += 1
    return i < limit and tags[i] in "nNmct"


def _modifies(w: Words, tags: list[str], i: int) -> bool:
    """Whether a figure stands before the noun that it counts or measures, and is not the head itself."""
    if i + 1 >= len(tags):
        return False
    after = tags[i + 1]
    if after == "a" or after == "r":
        if not (_leads(tags, i + 1) if after == "a" else _to_noun(tags, i + 1)):
            return False
    elif after not in "nNmc":
        return False
    f = w.figure[i]
    unit = f.quantity.unit
    if after == "c":
        return unit is None
    if unit is None:
        return not (after == "m" and tags[i + 1] == "m" and f.kind == "age")
    quote = f.sentence.part.text[f.start : f.end]
    if f.kind in ("money", "percent", "ratio"):
        return tags[i + 1] != "m"
    return "-" in quote or quote[-1:].isdigit() or f.kind == "rate"


def _verb(w: Words, tags: list[str], i: int) -> Verb:
    """The verb group that begins at word `i`, adverbs before it included."""
    verb = Verb(i)
    n = len(tags)
    text = w.text
    helpers: list[str] = []
    to = False
    while i < n:
        tag = tags[i]
        if tag == "i" and not helpers and not to:
            to = True
        elif tag == "r":
            if text[i] in _NEGATIVE:
                verb.negated = True
            j = i + 1
            while j < n and tags[j] == "r":
                j += 1
            ends = j >= n or tags[j] not in ("xMvDebg" if helpers or to or not verb.lemma else "")
            if ends and not (text[i] in ("not", "n't", "never") and helpers):
                break
        elif tag == "M":
            if helpers:
                break
            verb.modal = text[i]
            if w.read[i].tags.get("neg") is not None:
                verb.negated = True
            helpers.append("M")
        elif tag == "x":
            if helpers and helpers[-1] == "g":
                break
            word = text[i]
            helpers.append("be" if word in _BE else "have" if word in _HAVE else "do")
            if w.read[i].tags.get("neg") is not None:
                verb.negated = True
            verb.at = i
        elif tag not in "vDebg":
            break
        else:
            _close(verb, w, i, tag, helpers, to)
            i += 1
            if tag == "g" and text[i - 1] in ("being", "having") and i < n and tags[i] in "eD":
                verb.passive = text[i - 1] == "being"
                verb.at, verb.lemma = i, w.read[i].verb
                i += 1
            return _particle(verb, w, tags, i)
        i += 1
        verb.end = i
    if not verb.lemma:  # be, have, do or a modal alone
        last = helpers[-1] if helpers else "be"
        verb.lemma = last if last != "M" else verb.modal
        verb.form = "to" if to else "finite"
        verb.perfect = "have" in helpers[:-1]
    if not to and helpers and tags[verb.start] != "M" and text[verb.at] in ("be", "been") and len(helpers) == 1:
        verb.form = "base"
    verb.end = max(i, verb.start + 1)
    return verb


def _close(verb: Verb, w: Words, i: int, tag: str, helpers: list[str], to: bool) -> None:
    verb.at = i
    verb.lemma = w.read[i].verb
    last = helpers[-1] if helpers else ""
    participle = tag in "eD"
    verb.passive = participle and last == "be" or (participle and verb.lemma != "be" and last == "get")
    verb.perfect = "have" in helpers
    if to:
        verb.form = "to"
    elif helpers:
        verb.form = "finite"
    elif tag == "D":
        verb.form = "open"
    elif tag == "e":
        verb.form = "ed"
    elif tag == "g":
        verb.form = "ing"
    elif tag == "b":
        verb.form = "base"
    else:
        verb.form = "finite"
    verb.end = i + 1


def _particle(verb: Verb, w: Words, tags: list[str], i: int) -> Verb:
    verb.end = i
    if i < len(tags) and tags[i] == "r" and w.text[i] in _PARTICLES:
        verb.particle = w.text[i]
        verb.end = i + 1
    return verb


def lemma(w: Words, phrase: Phrase) -> str:
    """The word of a phrase's head; "" where a figure is its own head."""
    if w.mark[phrase.head] == "c":
        return ""
    reading = w.read[phrase.head]
    if reading.bits & (lx.ADJECTIVE | lx.ADVERB) and phrase.kind != "n" or w.text[phrase.head].endswith("est"):
        return lx.positive(w.text[phrase.head])
    return reading.noun if not reading.bits & lx.TIME or reading.bits & lx.NOUN else w.text[phrase.head]

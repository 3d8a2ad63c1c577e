"""The third level: noun phrases and verb groups, each from its first word to its head."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figcheck.syntax import lexicon as lx
from figcheck.syntax.words import Words

if TYPE_CHECKING:
    from figcheck.syntax.clauses import Clause

__all__ = ["Item", "Mark", "Phrase", "Verb", "chunks"]

BE = frozenset(
    (
        "be",
        "is",
        "are",
        "was",
        "were",
        "been",
        "being",
        "am",
        "'s",
        "'re",
        "'m",
        "isn't",
        "aren't",
        "wasn't",
        "weren't",
        "ain't",
    )
)
HAVE = frozenset(("have", "has", "had", "having", "'ve", "hasn't", "haven't", "hadn't"))
DO = frozenset(("do", "does", "did", "don't", "doesn't", "didn't"))
_NEGATIVE = frozenset({"not", "n't", "never", "no"})
_PARTICLES = frozenset({"up", "down", "out", "off", "away", "back", "forth", "apart", "aside", "over", "on", "in"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their", "my", "our", "your"})
_HEADLESS = 6  # words that an adjective may stand before its noun, others between them


class Phrase:
    """A noun phrase, or an adjective or adverb that stands alone (kind "a", "r").

    `head` is the index of its head word, `figures` the indexes of the figures in it, `owner` the phrase before "'s".
    What the clauses make of it: `role`, `governor` (a Verb or another Phrase), `prep` the preposition before it,
    `first` the phrase that it is coordinated with, `apposed` the phrase that it is another name of.
    """

    __slots__ = (
        "_lead", "apposed", "clause", "definite", "end", "figures", "first", "governor", "head", "is_time", "kind",
        "owner", "post", "prep", "prep_at", "role", "start",
    )  # fmt: skip

    def __init__(self, kind: str, start: int, end: int, head: int) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.head = head
        self.figures: list[int] = []
        self.is_time = False  # it names a point or stretch of time
        self.definite = False
        self.owner: Phrase | None = None
        self.prep = ""
        self.prep_at = -1
        self.role = ""
        self.governor: Phrase | Verb | None = None
        self.first: Phrase | None = None
        self._lead: Phrase | None = None
        self.apposed: Phrase | None = None
        self.clause: Clause | None = None
        self.post: list[Verb] = []  # participles and relative clauses that hang on it

    def join(self, first: Phrase) -> None:
        """Coordinate it with one before it."""
        self.first, self._lead = first, first.lead

    @property
    def lead(self) -> Phrase:
        """The first of all those that it is coordinated with; itself where it stands alone."""
        return self._lead or self

    def __repr__(self) -> str:
        return f"Phrase({self.kind} {self.start}:{self.end} head {self.head} {self.prep} {self.role})"


class Verb:
    """A verb group: auxiliaries, adverbs, the verb and its particle.

    `form` is "finite", "open" (a form that is past or participle), "ed" (a participle), "ing", "to" or "base".
    """

    __slots__ = (
        "at", "clause", "end", "form", "lemma", "modal", "negated", "particle", "passive", "perfect", "start", "tags",
    )  # fmt: skip

    def __init__(self, start: int) -> None:
        self.start = start
        self.end = start
        self.at = start
        self.form = "finite"
        self.lemma = ""
        self.tags: dict[str, str] = {}  # what the lexicon says of it
        self.particle = ""
        self.passive = False
        self.perfect = False
        self.negated = False
        self.modal = ""
        self.clause: Clause | None = None

    @property
    def finite(self) -> bool:
        """Whether it needs a subject and makes a clause."""
        return self.form == "finite"

    @property
    def may_be_finite(self) -> bool:
        """Whether it is finite, or has a form that is past or participle and may turn out to be."""
        return self.form in ("finite", "open")

    @property
    def may_tell(self) -> bool:
        """Whether it may stand beside what somebody said: "police said", "a report found"."""
        return self.may_be_finite and not self.passive and self.tells

    @property
    def takes_clause(self) -> bool:
        """Whether a clause can be its object: says, thinks, finds; not a verb that counts or blames."""
        tags = self.tags
        return any(name in tags and tags[name] in ("", "show") for name in ("report", "stance", "thought"))

    @property
    def tells(self) -> bool:
        """Whether it is one of the verbs that stand beside what somebody said."""
        tags = self.tags
        return any(name in tags and tags[name] in ("", "strict") for name in ("report", "stance"))

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
        elif tag in "dacnNmto" or (tag == "r" and _to_noun(tags, i)):
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
    _pair_dashes(out)
    return out


def _pair_dashes(items: list[Item]) -> None:
    """Two dashes set something off as brackets do."""
    dashes = [item for item in items if isinstance(item, Mark) and item.tag == "-"]
    if len(dashes) == 2 and not any(isinstance(item, Mark) and item.tag in "()" for item in items):
        dashes[0].tag, dashes[1].tag = "(", ")"


def _to_noun(tags: list[str], i: int) -> bool:
    """Whether adverbs lead to an adjective or a name before a noun: "very small boats", "mostly Rohingya people"."""
    n = len(tags)
    while i < n and tags[i] == "r":
        i += 1
    if i + 1 < n and tags[i] == "m" and tags[i + 1] == "N":
        return True
    if i >= n or tags[i] != "a":
        return False
    while i < n and tags[i] == "a":
        i += 1
    return i < n and tags[i] in "nN"


_INNER = frozenset({"such", "more"})  # determiners that a figure may stand before: "30 such projects"
_STOP, _PASS, _HEAD, _LAST = range(4)  # what a word does in a noun phrase: ends it before, leads on, heads it, ends it


def _phrase(w: Words, tags: list[str], i: int) -> Phrase:
    """The noun phrase that begins at word `i`; an adjective that leads to no noun stands alone."""
    start, n = i, len(tags)
    owner: Phrase | None = None
    while True:
        head, end, figures, definite = _core(w, tags, i, owner is not None)
        definite = definite or owner is not None
        if not (head >= 0 and end + 1 < n and tags[end] == "'" and tags[end + 1] in "acnNmtr"):
            break
        owner = _done(Phrase("n", start, end, head), figures, owner, definite)
        i = end + 1
    if end < n and tags[end] == "'":
        end += 1  # "the army's" and nothing after it
    if head < 0 and end == start:
        return Phrase("a" if tags[start] == "a" else "r", start, start + 1, start)
    if head < 0:
        head = figures[-1] if figures else end - 1
    kind = "a" if tags[head] == "a" and not definite else "n"
    phrase = _done(Phrase(kind, start, max(end, head + 1), head), figures, owner, definite)
    phrase.is_time = _is_time(w, tags, head)
    return phrase


def _core(w: Words, tags: list[str], i: int, owned: bool) -> tuple[int, int, list[int], bool]:
    """Head, end, figures of the words from `i` on that make one noun phrase, and whether it is definite."""
    head, seen, n = -1, "d" if owned and tags[i] == "t" else "", len(tags)  # "the authority's noon bulletin"
    figures: list[int] = []
    definite = False
    while i < n:
        what = _part(w, tags, i, seen, head, definite)
        if what == _STOP:
            break
        tag = tags[i]
        if tag == "d":
            definite = definite or w.text[i] in _DEFINITE
        elif tag == "c":
            figures.append(i)
        if what != _PASS:
            head = i
        seen = tag
        i += 1
        if what == _LAST:
            break
    if head in figures and i < n and w.text[i] == "more" and tags[i] in "or":
        i += 1  # "five more": the figure stays the head
    return head, i, figures, definite


def _part(w: Words, tags: list[str], i: int, seen: str, head: int, definite: bool) -> int:
    """What the word at `i` does in a phrase whose last word had the tag `seen`, and whose head so far is `head`."""
    tag = tags[i]
    if tag in "nNm":
        return _HEAD
    if tag == "d":
        return _PASS if seen in ("", "d") or (seen == "c" and w.text[i] in _INNER) else _STOP
    if tag == "o":
        return _LAST if seen == "" or (seen == "c" and w.text[i] == "others") else _STOP
    if head >= 0:  # "United Nations human rights treaties", "460 Volvo and Scania trucks"
        if tag == "k":
            return _PASS if seen == "m" and _share_a_noun(w, tags, i) else _STOP
        return _PASS if tag == "a" and seen in "mk" and _leads(tags, i) else _STOP
    if tag == "a":
        if _leads(tags, i):
            return _PASS
        return _LAST if seen == "d" and definite else _STOP  # "the injured"
    if tag == "c":
        return _PASS if _modifies(w, tags, i) else _LAST
    if tag == "t":
        return _PASS if seen == "d" and tags[i + 1 : i + 2] in (["n"], ["N"]) else _LAST
    if tag == "r":
        return _PASS if _to_noun(tags, i) else _STOP
    if tag == "," and seen in "ac" and seen:  # "a two-year, $40 million deal", "a long, bitter war"
        j = i + 1
        after = tags[j] if j < len(tags) else ""
        return _PASS if (after == "a" and _leads(tags, j)) or (after == "c" and _modifies(w, tags, j)) else _STOP
    adjectives = tag == "k" and seen == "a" and tags[i + 1 : i + 2] == ["a"] and _leads(tags, i + 1)
    return _PASS if adjectives else _STOP


def _share_a_noun(w: Words, tags: list[str], i: int) -> bool:
    """Whether the names on both sides of "and" say what kind it counts: "40 Shia and Sunni leaders"."""
    if w.read[i - 1].bits & lx.PLURAL:
        return False  # "40 Canadians and Mexican soldiers"
    first, last = i - 1, i + 1
    while first >= 0 and tags[first] in "am":
        first -= 1
    while last < len(tags) and tags[last] in "am":
        last += 1
    if first < 0 or tags[first] != "c" or last in (i + 1, len(tags)) or tags[last] not in "nN":
        return False
    return w.figure[first].quantity.unit is None and bool(w.read[last].bits & lx.PLURAL)


def _is_time(w: Words, tags: list[str], head: int) -> bool:
    if tags[head] == "t":
        return True
    figure = w.figure.get(head)
    return "time" in w.read[head].tags if figure is None else figure.kind in ("duration", "age")


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
    if i in w.attributive:
        return True
    after = tags[i + 1]
    if after == "d" and w.text[i + 1] in _INNER:
        return i + 2 < len(tags) and (tags[i + 2] in "nNm" or (tags[i + 2] == "a" and _leads(tags, i + 2)))
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
    if "-" in quote or quote[-1:].isdigit() or f.kind == "rate":
        return True
    word = quote.rpartition(" ")[2]
    return f.quantity.stated != 1 and word.isalpha() and len(word) > 2 and not word.endswith("s") and word != "feet"


def _verb(w: Words, tags: list[str], i: int) -> Verb:
    """The verb group that begins at word `i`, adverbs before it included."""
    verb = Verb(i)
    helpers: list[str] = []
    to = False
    n = len(tags)
    while i < n:
        tag = tags[i]
        if tag in "vDebg":
            _main(verb, w, i, tag, helpers, to)
            return _particle(verb, w, tags, _after_being(verb, w, tags, i))
        if tag == "i" and not helpers and not to:
            to = True
        elif tag == "r" and _verb_follows(w, tags, i, bool(helpers) or to):
            verb.negated = verb.negated or w.text[i] in _NEGATIVE
        elif tag in "Mx" and not (tag == "M" and helpers):
            helpers.append(_helper(verb, w, i, tag))
        else:
            break
        i += 1
    last = helpers[-1] if helpers else "be"  # be, have, do or a modal alone
    verb.lemma = verb.modal if last == "M" else last
    verb.form = "to" if to else "base" if w.text[verb.at] in ("be", "been") and len(helpers) == 1 else "finite"
    verb.perfect = "have" in helpers[:-1]
    verb.end = max(i, verb.start + 1)
    return verb


def _helper(verb: Verb, w: Words, i: int, tag: str) -> str:
    """Take note of an auxiliary; its kind."""
    verb.negated = verb.negated or "neg" in w.read[i].tags
    verb.at = i
    if tag == "M":
        verb.modal = w.text[i]
        return "M"
    word = w.text[i]
    return "be" if word in BE else "have" if word in HAVE else "do"


def _verb_follows(w: Words, tags: list[str], i: int, within: bool) -> bool:
    """Whether an adverb stands inside a verb group: a verb follows it, or it is "not"."""
    j = i + 1
    while j < len(tags) and tags[j] == "r":
        j += 1
    return (j < len(tags) and tags[j] in "xMvDebg") or (within and w.text[i] in ("not", "n't", "never"))


def _after_being(verb: Verb, w: Words, tags: list[str], i: int) -> int:
    """Past the verb at `i`; past the participle of "being held", "having won" too."""
    word = w.text[i]
    if word in ("being", "having") and tags[i + 1 : i + 2] in (["e"], ["D"]):
        verb.passive = word == "being"
        verb.at, verb.lemma, verb.tags = i + 1, w.read[i + 1].verb, w.read[i + 1].tags
        return i + 2
    return i + 1


_FORMS = {"D": "open", "e": "ed", "g": "ing", "b": "base", "v": "finite"}


def _main(verb: Verb, w: Words, i: int, tag: str, helpers: list[str], to: bool) -> None:
    verb.at = i
    verb.lemma = w.read[i].verb
    verb.tags = w.read[i].tags
    verb.passive = tag in "eD" and bool(helpers) and helpers[-1] == "be"
    verb.perfect = "have" in helpers
    verb.form = "to" if to else "finite" if helpers else _FORMS[tag]


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
    degree = reading.bits & (lx.ADJECTIVE | lx.ADVERB) and phrase.kind != "n"
    if degree or w.text[phrase.head].endswith("est"):
        return lx.positive(w.text[phrase.head])
    return reading.noun if not reading.bits & lx.TIME or reading.bits & lx.NOUN else w.text[phrase.head]

"""The second level: what each word is in its place. Noun or verb, -ed and -ing, "that", "as" are settled here, once.

One letter a word: n noun, N plural noun, m name, c figure, t date or time, o pronoun, d determiner, a adjective,
r adverb, p preposition, P preposition or opener (clauses settle it), v finite verb, D past or participle (clauses
settle it), b plain form after "to" or a modal, g -ing form, e participle, x be have do, M modal, i "to" before a verb,
s opener of a clause, w relative or question word, k coordinator, ' possessive; punctuation is its own tag.

A word that can be one thing only is that. Any other goes through the rules of its class in their order; the first that
has an answer settles it. Each rule names, after "Example:", a sentence with the word that it settles, and its tag.
"""

from __future__ import annotations

from collections.abc import Callable

from figcheck.drafts import Figure
from figcheck.syntax.lexicon import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    BASE,
    COORDINATOR,
    DETERMINER,
    FINITE,
    ING,
    MODAL,
    NOMINAL,
    NOUN,
    OPENER,
    PARTICIPLE,
    PAST,
    PLURAL,
    PREPOSITION,
    PRONOUN,
    THIRD,
    TIME,
    UNKNOWN,
    VERBAL,
    WH,
    line,
)
from figcheck.syntax.phrases import BE, DO, HAVE
from figcheck.syntax.words import Words

__all__ = ["RULES", "tags"]

_NOMINATIVE = frozenset({"i", "he", "she", "we", "they", "it", "you", "who", "which", "there"})
_MANY = frozenset({"others", "many", "some", "both", "these", "those", "most", "few", "all", "several"})
_LEVEL = frozenset({"to", "by", "from", "at"})
_RELATIVE = frozenset({"who", "which", "that"})
_POINTING = frozenset({"this", "that", "these", "those", "her"})
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her"})
_EITHER_WAY = frozenset(
    {"near", "next", "round", "inside", "outside", "pending", "worth", "plus", "minus", "off", "like"}
)
_FIRM = frozenset({"off", "away", "back", "forth"})
_JUST = frozenset({"only", "just", "even", "still"})
_NOUNISH = NOMINAL | ADJECTIVE | PARTICIPLE | ING | TIME
_ENDS = frozenset({",", ";", ":", ".", "(", ")", "-"})

_PLAIN = {
    NOUN: "n", PLURAL: "N", PARTICIPLE: "e", PAST: "v", THIRD: "v", ADJECTIVE: "a", ADVERB: "r", DETERMINER: "d",
    PREPOSITION: "p", PRONOUN: "o", COORDINATOR: "k", OPENER: "s", WH: "w", MODAL: "M", TIME: "t", NOUN | UNKNOWN: "n",
    PLURAL | UNKNOWN: "N", ADVERB | UNKNOWN: "r", ADJECTIVE | UNKNOWN: "a", AUXILIARY: "x",
}  # fmt: skip
_FUNCTION = AUXILIARY | PRONOUN | DETERMINER | PREPOSITION | OPENER | COORDINATOR | WH
_SPECIAL = frozenset({"'s", "having", "being", "there"})  # words of a plain class that have rules all the same


class Spot:
    """A word that can be more than one thing, with what stands around it."""

    __slots__ = (
        "after", "before", "bits", "finite", "had", "helper", "i", "last", "mark", "name", "next", "out", "read", "w",
        "word",
    )  # fmt: skip

    def __init__(self, w: Words, i: int, out: list[str], finite: list[bool], had: bool) -> None:
        n = len(w.text)
        self.w = w
        self.i = i
        self.word = w.text[i]
        self.read = w.read[i]
        self.bits = self.read.bits
        self.out = out
        self.before = out[-1] if out else "^"  # the tag before
        j = len(out) - 1
        while j > 0 and out[j] == "r":
            j -= 1
        self.last = out[j] if j >= 0 and out[j] != "r" else "^"  # the tag before, adverbs passed over
        self.helper = w.text[j] if j >= 0 else ""  # and its word
        more = i + 1 < n
        self.mark = w.mark[i + 1] if more else "."  # what follows, where that is no word
        self.after = w.read[i + 1].bits if more and not self.mark else 0  # what the next word can be
        self.next = w.text[i + 1] if more else ""
        self.name = more and w.capital[i + 1]
        self.had = had  # a finite verb stands before in this clause
        self.finite = finite[i + 1]  # one that can only be finite stands after

    @property
    def free(self) -> bool:
        """Whether the clause has no verb yet and none ahead, so that it needs one."""
        return not self.had and not self.finite

    @property
    def object(self) -> bool:
        """Whether what follows opens a noun phrase that is no modifier: a figure, a determiner, a pronoun."""
        return self.mark == "c" or (bool(self.after & (DETERMINER | PRONOUN)) and self.next != "that")

    @property
    def noun(self) -> str:
        """The tag of the word as a noun."""
        return "N" if self.bits & PLURAL and not self.bits & NOUN else "n"

    @property
    def starts_noun(self) -> bool:
        """Whether a noun phrase follows."""
        return self.mark in ("c", "t") or self.name or bool(
            self.after & (DETERMINER | PRONOUN | NOMINAL | ADJECTIVE | ING | TIME)
        )  # fmt: skip


Rule = Callable[[Spot], str | None]


def tags(w: Words) -> list[str]:
    """One tag a word."""
    out: list[str] = []
    mark, read = w.mark, w.read
    finite = _finite_ahead(w)
    had = False
    for i in range(len(mark)):
        tag = mark[i]
        if not tag:
            bits = read[i].bits
            function = bits & _FUNCTION and not bits & NOMINAL  # "KELMET - After the dam broke"
            if w.capital[i] and (i or _opens_name(w)) and not function:
                tag = _capital(w, i, bits, out)
            else:
                plain = _PLAIN.get(bits)
                if plain is None or plain in "ve" or w.text[i] in _SPECIAL:
                    tag = _settle(Spot(w, i, out, finite, had))
                elif plain == "n" and out and out[-1] in "Mi":
                    tag = "b"  # "would gorb": a noun as far as the lexicon knows
                elif plain == "N" and out and out[-1] == "w" and w.text[i - 1] in _RELATIVE and _object_next(w, i):
                    tag = "v"  # "which aggregates all polls"
                elif plain == "N" and not had and out and out[-1] in "nm" and not finite[i + 1] and _object_next(w, i):
                    tag = "v"  # "the group gorbs the rest"
                else:
                    tag = plain
        out.append(tag)
        if tag in "vxMD":
            had = True
        elif tag in ";:.-sw(":
            had = False
    return out


def _opens_name(w: Words) -> bool:
    """Whether the capital of the first word is that of a name: it is no word of the lexicon, or a name goes on."""
    bits = w.read[0].bits
    if bits & UNKNOWN and not w.text[0].endswith("ing"):
        if not bits & PLURAL:
            return True
        after = w.read[1].bits if len(w.text) > 1 and not w.mark[1] else 0
        if after & THIRD and "report" in w.read[1].tags:
            return True  # "Forbes lists …"
        return bool(after & THIRD and not after & (PLURAL | BASE)) or (len(w.text) > 1 and w.capital[1])  # "Davis says"
    if bits & (PREPOSITION | OPENER | COORDINATOR | WH):
        return False
    plain = bits & BASE and not bits & NOMINAL and len(w.text) > 1
    if plain and (w.read[1].bits & PAST or (w.capital[1] and w.read[1].bits & UNKNOWN)):
        return True  # "Bob said …", "Bob Gorbach"
    if bits & ING and len(w.text) > 2 and w.capital[1] and w.capital[2] and w.read[1].bits & NOUN:
        return True  # "Playing Field Promotions"
    return len(w.text) > 1 and w.capital[1] and bool(bits & (NOMINAL | ADJECTIVE))


def _from_adjective(word: str) -> bool:
    """Whether a word in -ly is an adverb of some adjective, not a name: "typically", not "Kelly"."""
    stems = (word[:-2], word[:-2] + "e", word[:-4], word[:-1] + "e", word[:-3] + "y" if word.endswith("ily") else "")
    return len(word) > 8 or any(line(stem) is not None for stem in stems)


def _capital(w: Words, i: int, bits: int, out: list[str]) -> str:
    if bits & TIME:
        return "m" if w.text[i] == "today" and out and out[-1] == "m" else "t"  # "USA TODAY"
    if bits & MODAL and i + 1 < len(w.text) and w.read[i + 1].bits & BASE:
        return "M"
    if i == 0 and bits & ADVERB and not bits & NOMINAL and (not bits & UNKNOWN or _from_adjective(w.text[0])):
        return "r"
    return "m"


def _object_next(w: Words, i: int) -> bool:
    return i + 1 < len(w.text) and (w.mark[i + 1] == "c" or w.text[i + 1] in _ARTICLES)


def _finite_ahead(w: Words) -> list[bool]:
    """For each word, whether a verb that can only be finite stands at or after it before the next mark or opener."""
    n = len(w.text)
    out = [False] * (n + 1)
    found = False
    mark, read = w.mark, w.read
    for i in range(n - 1, -1, -1):
        if mark[i]:
            found = found and mark[i] not in _ENDS
        else:
            bits = read[i].bits
            if bits & (AUXILIARY | MODAL):
                found = found or w.text[i] not in ("'s", "having", "being", "been")
            elif bits & (PAST | THIRD) and not bits & (PARTICIPLE | NOMINAL | ADJECTIVE):
                found = True
            elif bits & (COORDINATOR | OPENER | WH) and not bits & PREPOSITION:
                found = False
        out[i] = found
    return out


def _settle(p: Spot) -> str:
    for rule in _rules(p):
        tag = rule(p)
        if tag:
            return tag
    raise AssertionError(p.word)  # the last rule of each class answers always


def _rules(p: Spot) -> tuple[Rule, ...]:
    bits = p.bits
    if p.word in ("doing", "done"):
        return RULES["do"]
    if p.word == "to":
        return RULES["to"]
    if bits & AUXILIARY:
        return RULES["auxiliary"]
    if bits & MODAL:
        return RULES["modal"]
    if p.word == "that":
        return RULES["that"]
    if bits & (DETERMINER | PRONOUN) and not bits & WH:
        return RULES["determiner"]
    if bits & PREPOSITION:
        return RULES["preposition"]
    if bits & (COORDINATOR | OPENER | WH):
        return RULES["opener"]
    if bits & (PAST | PARTICIPLE):
        return RULES["past"]
    if bits & ING:
        return RULES["ing"]
    return RULES["verb"] if bits & VERBAL else RULES["noun"]


# --- to


def to_plain_verb(p: Spot) -> str | None:
    """Before a word that can only be a plain verb it opens an infinitive. Example: He agreed *to* pay damages: i"""
    if p.mark or not p.after & BASE:
        strange = (
            p.after & NOUN and p.after & UNKNOWN and not p.after & PLURAL and not p.name and _object_next(p.w, p.i + 1)
        )
        if strange:
            return "i"  # "to axe 140 jobs": no noun has an article or a figure right after it
        adverb = (
            p.after & ADVERB and p.i + 2 < len(p.w.text) and not p.w.mark[p.i + 2] and p.w.read[p.i + 2].bits & BASE
        )
        return "i" if p.after & AUXILIARY or adverb else "p"
    return "i" if not p.after & (NOMINAL | ADJECTIVE) else None


def to_verb_or_noun(p: Spot) -> str | None:
    """Before a word that can be a noun too, what follows it decides. Example: She wants *to* report the loss: i"""
    w, j = p.w, p.i + 2
    follow = w.mark[j] if j < len(w.text) else "."
    bits = w.read[j].bits if j < len(w.text) and not follow else 0
    verb = w.read[p.i + 1].first == BASE
    if follow in ("c", "t") or bits & (DETERMINER | PRONOUN) or (j < len(w.text) and w.capital[j]) or verb:
        return "i"
    if bits & PREPOSITION:
        return "i" if p.before in "nNvDeaxg" else "p"
    return "i" if bits & (NOMINAL | ADJECTIVE) and not p.after & PLURAL else None


def to_after_verb(p: Spot) -> str:
    """Else a verb that is no verb of change before it opens an infinitive. Example: Sales rose *to* 12 million: p"""
    return "i" if p.before in "vexDa" and "change" not in p.w.read[p.i - 1].tags and not p.name else "p"


# --- auxiliaries and modals


def form_of_do(p: Spot) -> str:
    """Doing and done are forms of a verb. Example: Nothing was *done*: e"""
    return "g" if p.word == "doing" else "e"


def possessive(p: Spot) -> str | None:
    """After a noun and before another, "'s" tells an owner. Example: The army *'s* toll rose: '"""
    if p.word != "'s":
        return None
    if p.before not in "nNmt)":
        return "x"
    if p.after & (DETERMINER | AUXILIARY) and not p.after & (ADJECTIVE | ADVERB):
        return "x"
    if p.after & ADVERB and not p.after & _NOUNISH:
        return "x"
    if p.after & ING and not p.after & (NOUN | ADJECTIVE) and p.before == "m":
        j = p.i + 2
        return "'" if j < len(p.w.text) and p.w.read[j].bits & NOMINAL and not p.w.mark[j] else "x"
    return "'"


def auxiliary(p: Spot) -> str:
    """Be, have and do; "having" and "being" are -ing forms. Example: The dam *had* failed: x"""
    return "g" if p.word in ("having", "being") else "x"


def modal(p: Spot) -> str:
    """After a determiner a modal is a noun. Example: The *will* of the people won: n"""
    return "n" if p.before in "da'" and p.bits & NOUN else "M"


# --- that


def that_content(p: Spot) -> str | None:
    """After a verb, adverbs and times passed over, it opens what is said. Example: She said *that* 12 died: s"""
    out, k = p.out, len(p.out) - 1
    if p.i in p.w.closes or p.mark in (".", ";", ")") or (p.mark == "," and p.i + 1 in p.w.closes):
        return "o"  # "I don't buy that"
    if out[-3:] == [",", "r", ","]:
        k -= 3  # "did not mention, however, that"
    while k > 0 and (out[k] in "rt" or (out[k] == "p" and out[k + 1 : k + 2] == ["t"])):
        k -= 1
    if k >= 0 and out[k] in ("vexDbga" if k == len(out) - 1 else "vexDbg"):
        return "s"
    return "s" if k >= 0 and out[k] in "nNmo" and _listened(out, p.w, k) else None


def that_relative(p: Spot) -> str | None:
    """After a noun it describes the noun. Example: The fire *that* killed 12 began here: w"""
    if p.before not in "nNmct,)":
        return None
    if "content" in p.w.read[p.i - 1].tags and p.before in "nN" and not p.after & (FINITE | AUXILIARY | MODAL):
        return "s"
    return "d" if p.before == "," and p.after & NOUN and not p.after & (VERBAL | PLURAL) else "w"


def _listened(out: list[str], w: Words, k: int) -> bool:
    """Whether the phrases that end at word `k` are who was told: "told the court in Dren that", "a Sunday briefing"."""
    while k >= 0 and out[k] in "dacnNm'pot":
        k -= 1
    return k >= 0 and out[k] in "vDbeg" and "listener" in w.read[k].tags


def that_pointing(p: Spot) -> str:
    """Before a singular noun it points; before a phrase it opens a clause. Example: On *that* day 12 died: d"""
    opens = AUXILIARY | MODAL | DETERMINER | PLURAL | PREPOSITION
    if p.after & PAST and not p.after & (NOMINAL | ADJECTIVE) and not p.mark and _object_next(p.w, p.i + 1):
        return "o"  # "that brought the toll to"
    if p.before == "^" and p.after & THIRD and not p.mark and _object_next(p.w, p.i + 1):
        return "o"  # "That leaves 16 missing"
    if p.mark == "" and p.after & _NOUNISH and not p.after & opens and not p.name:
        return "d"
    return "s" if p.mark == "c" or p.after & (DETERMINER | PLURAL | PRONOUN) or p.name else "o"


# --- determiners and pronouns


def only_pronoun(p: Spot) -> str | None:
    """Some stand alone always. Example: *They* left: o"""
    if p.bits & DETERMINER:
        return None
    stands = p.after & (AUXILIARY | MODAL) or p.before not in "vexDp"  # "estimate there could be 12"
    return "r" if p.word == "there" and (not stands or p.mark == ",") else "o"


def article(p: Spot) -> str | None:
    """Some never do; any does before a figure. Example: *Another* 12 died: d"""
    if p.bits == DETERMINER or p.word in ("a", "the") or p.mark == "c":
        return "d"
    if p.mark:
        return "o" if p.bits & PRONOUN else "r" if p.bits & ADVERB else "d"
    return "d" if p.after & DETERMINER and p.word in ("all", "half", "both", "such") else None


def degree(p: Spot) -> str | None:
    """More, most and less before an adjective are adverbs. Example: The *most* lucrative asset was sold: r"""
    if p.word not in ("more", "most", "less") or not p.after & ADJECTIVE:
        return None
    return "r" if not p.after & (NOMINAL | DETERMINER) or (p.word == "most" and p.before in "da'") else None


def before_noun(p: Spot) -> str | None:
    """Before a noun phrase a word that can be a determiner is one. Example: *Some* workers left: d"""
    if p.name and p.word not in _POINTING - {"her"}:
        return "d"
    if p.word == "this" and p.after & PLURAL and p.after & THIRD and not p.after & NOUN and not p.mark:
        return "o"  # "This amounts to 12": no plural agrees with it
    if p.after & _NOUNISH and not p.after & (AUXILIARY | MODAL | PREPOSITION):
        noun = p.word in _POINTING or p.after & (NOMINAL | ADJECTIVE) or not p.after & FINITE
        return "d" if noun else "o"
    return None


def alone(p: Spot) -> str:
    """Else it stands alone. Example: *Many* were hurt: o"""
    if p.bits & ADVERB and not p.bits & PRONOUN:
        return "r"
    return "o" if p.bits & PRONOUN else "d"


# --- prepositions


def participial_preposition(p: Spot) -> str | None:
    """Following, including, past before a noun. Example: Clashes *following* the vote killed 12: p"""
    if p.word == "following":
        return "a" if p.before in "d'" else "p"
    if p.word == "past":
        return "a" if p.before in "da'" or (p.after & NOMINAL and p.before == "p") else "p"
    if p.word in ("including", "excluding", "concerning", "regarding"):
        return "p"
    if p.word == "like":
        return "v" if p.before in "oNMi" else "p"
    return None


def describing(p: Spot) -> str | None:
    """Some are adjectives after a determiner. Example: The *next* 12 months: a"""
    if p.word not in _EITHER_WAY:
        return None
    if p.before in "da'" and (p.after & (NOMINAL | ADJECTIVE) or p.mark == "c"):
        return "a"
    timed = p.mark in ("c", "t") or (bool(p.next) and "time" in p.w.read[p.i + 1].tags)
    return "a" if p.word == "next" and timed else None


def opener_too(p: Spot) -> str | None:
    """After, before, since, as: clauses tell whether a clause follows. Example: They left *after* the storm: P"""
    if p.bits & OPENER:
        if p.starts_noun or p.after & ADVERB or p.next in ("being", "having"):
            return "P"
        return "r" if p.bits & ADVERB else "s" if p.after & PARTICIPLE else "p"
    if p.word == "as":
        return "P" if p.starts_noun else "p"
    if p.bits & COORDINATOR:
        return "k" if p.before in "nNmc" and p.starts_noun else "p"
    return None


def particle(p: Spot) -> str:
    """Up, down, out, off beside a verb, or before no noun, are adverbs. Example: They laid *off* 12 workers: r"""
    if not p.bits & ADVERB:
        return "p"
    verb = p.before in "vbgeD" and not (p.starts_noun and "intransitive" in p.w.read[p.i - 1].tags)  # "sank off Dren"
    if (p.word in _FIRM or p.word in ("up", "down", "out")) and verb and not p.name:
        return "r"
    return "p" if p.starts_noun or (p.word == "about" and p.before in "vexDb") else "r"


# --- coordinators and openers


def opener(p: Spot) -> str:
    """Openers and question words; "so", "yet", "once" where they open. Example: The bank *once* owned 12 shops: r"""
    if p.bits & COORDINATOR:
        return "k" if p.word not in ("so", "yet") or p.before in ",;" else "r"
    if p.bits & WH:
        return "w"
    clause = p.before in ("^", ",", "k", "-") or (p.finite and (p.object or p.name))
    return "r" if p.word == "once" and not clause else "s"


# --- plain verbs, which may be nouns or adjectives


def in_infinitive(p: Spot) -> str | None:
    """After "to", a modal, do; and where "and" shares them. Example: Prices will *fall*: b"""
    if not p.bits & BASE:
        return None
    if p.last in "iM" or (p.last == "x" and p.helper in DO):
        return "b"
    if p.before in "k," and not p.after & NOMINAL:
        for tag in reversed(p.out):
            if tag == "b":
                return "b"
            if tag in "vxDegswMi.;":
                break
    return None


def only_verb(p: Spot) -> str | None:
    """A word that can only be a verb is one, but after a determiner. Example: They *kill* pests: v"""
    if p.bits & (NOMINAL | ADJECTIVE):
        return None
    return "n" if p.before in "da'" and not p.bits & THIRD else "v"


def adjective_or_verb(p: Spot) -> str | None:
    """Open, live, free: a verb where the clause needs one. Example: People in the hills *live* on rain: v"""
    if not p.bits & ADJECTIVE or p.bits & NOMINAL:
        return None
    if p.before in "oN" and p.object:
        return "v"
    needed = p.last in "nNm" and p.free and p.after & (PREPOSITION | DETERMINER) and not p.after & NOMINAL
    return "v" if needed else "a"


def after_determiner(p: Spot) -> str | None:
    """After a determiner, an adjective, a preposition: a noun. Example: The *report* was late: n"""
    if p.before not in "da'pP":
        return None
    return "a" if p.bits & ADJECTIVE and (p.after & (NOMINAL | ADJECTIVE) or p.mark == "c") else p.noun


def after_count(p: Spot) -> str | None:
    """After a count above one a noun would be plural. Example: 12 *die* in crash: v"""
    if p.before != "c":
        return None
    figure = p.w.figure.get(p.i - 1)
    if figure is not None and p.free and p.bits & FINITE and _ends_in_units(figure):
        return "v"  # "payment of 3 million pesos starts"
    alone = figure is not None and p.i - 1 not in p.w.attributive and figure.quantity.unit is None
    many = alone and figure is not None and figure.quantity.stated != 1
    if many and p.bits & BASE and not p.bits & PLURAL and not p.after & (NOMINAL | ADJECTIVE):
        return "v"
    return "a" if p.bits & ADJECTIVE and p.after & NOMINAL else p.noun


def _ends_in_units(figure: Figure) -> bool:
    """Whether a figure ends in a plural that no noun can follow: "3 million pesos", "40 tonnes"."""
    last = figure.sentence.part.text[max(figure.start, figure.end - 2) : figure.end]
    return figure.kind in ("money", "measurement") and last.isalpha() and last[-1] == "s"


def after_pronoun(p: Spot) -> str | None:
    """After he, they, who: a verb. Example: They *report* losses: v"""
    if p.last == "w" and p.after & (AUXILIARY | MODAL):
        return p.noun  # "which taxes will rise"
    if p.last == "w" or (p.last == "o" and p.helper in _NOMINATIVE):
        return "v" if p.bits & FINITE else p.noun
    told = p.object or p.next == "to"
    if p.i == 1 and p.before == "o" and p.bits & THIRD and told and p.w.text[0] in ("that", "this"):
        return "v"  # "That leaves 16 missing"
    return "v" if p.last == "o" and p.bits & BASE and not p.bits & PLURAL and p.helper in _MANY else None


def after_copula(p: Spot) -> str | None:
    """After be, seem, remain an adjective is meant. Example: The road is *clear*: a"""
    if p.bits & ADJECTIVE and p.before != "^" and (p.before in "xr" or "copula" in p.w.read[p.i - 1].tags):
        return "a"
    return None


def after_time(p: Spot) -> str | None:
    """A word that tells, after a time that belongs to its subject. Example: A poll in May *shows* that 12 left: v"""
    if p.last == "t" and p.bits & THIRD and p.next == "at" and p.w.mark[p.i + 2 : p.i + 3] == ["c"]:
        return "v"  # "the number of those held since last Friday stands at 640"
    counted = p.before == "c" and p.w.figure.get(p.i - 1) is not None and p.w.figure[p.i - 1].kind == "duration"
    return _tells(p) if p.last == "t" or counted else None


def after_noun(p: Spot) -> str | None:
    """A verb where the clause needs one and an object follows, else a noun. Example: Officials *report* 12 deaths: v"""
    if p.last not in "nNm)":
        return None
    told = _tells(p)
    if told:
        return told
    if "asked" in p.read.tags and p.after & (PREPOSITION | FINITE) and not p.mark:
        return p.noun  # "exit polls from …", "polls show"
    if _governed(p.out):
        return p.noun  # "According to the exit polls, …", "to boost interest rates by"
    opens = p.object or p.mark == "t" or p.name or (p.after & (PREPOSITION | ADVERB) and not p.after & NOMINAL)
    if "cause" in p.read.tags and not (p.object or p.name or p.mark or p.after & NOMINAL or p.next == "to"):
        return p.noun  # "government forces in": it would have an object
    if p.bits & ADVERB and not p.object:
        return "r"  # "a few steps back"
    if p.bits & THIRD and "copula" in p.read.tags and (p.object or p.after & ADJECTIVE):
        return "v"  # "what killed the whales remains a mystery"
    if p.bits & THIRD and p.free and "way" in p.read.tags and p.next in _LEVEL and p.w.mark[p.i + 2 : p.i + 3] == ["c"]:
        return "v"  # "the figure rises to 24%"
    if p.bits & THIRD and p.last in "nm)":
        return "v" if p.free and (opens or p.mark in (".", ",") or p.after & ADJECTIVE) else p.noun
    if p.bits & THIRD and p.free and (p.next == "that" or p.mark == "c"):
        return "v"  # "a survey of pensioners shows that"
    if p.bits & BASE and p.last == "N":
        verb = p.read.first == BASE
        if p.free and opens and not (p.after & PREPOSITION and not verb and not p.bits & PLURAL):
            return "v"
        return "v" if verb and p.free else p.noun
    return p.noun


def _tells(p: Spot) -> str | None:
    """A word that tells, where what follows is told, or at the end of that: "polls show 12", ", police say."."""
    tags = p.read.tags
    if not p.bits & FINITE or tags.keys().isdisjoint(("report", "stance", "thought")):
        return None
    last = "N" if p.before != "r" and "many" in p.w.read[p.i - 1].tags else "n" if p.last == "t" else p.last
    last = "N" if p.before == "c" else last
    start, number = _subject(p)
    many = (number or last) == "N"
    agrees = p.bits & (BASE if many else THIRD) or (p.bits & PAST and not p.bits & PARTICIPLE)
    owns = (
        p.last == "m" and p.after & PLURAL and p.bits & THIRD and not p.finite and start in ",^"
    )  # "Ito reports gains"
    content = owns or p.after & (PRONOUN | DETERMINER) or p.mark == "c" or p.name or p.next == "that"
    if start == "p" and p.bits & THIRD and last == "N" and not p.finite and (content or p.after & PREPOSITION):
        return "v"  # "a study made by researchers shows in detail …"
    if not agrees or start not in ("", ",", "^", "-", "s", "k", "'", "D", "e"):
        return None
    if content:
        return "v"
    quoted = start == "'" or p.mark == ":"
    return "v" if p.mark in (".", ",", ":") and (p.had or quoted) and not p.after else None


def _subject(p: Spot) -> tuple[str, str]:
    """What stands before the noun phrase that ends here ("'" the end of a quotation), and the number of its head.

    "p" where that is a preposition that no noun stands before, so that the phrase is no subject.
    """
    out, w = p.out, p.w
    j = len(out) - 1
    while j > 0 and out[j] == "r":
        j -= 1
    number = ""
    while j >= 0:
        if j in w.closes and j < len(out) - 1:
            return "'", number
        if out[j] == "p":
            number = out[j - 1] if j else ""
            if number not in ("n", "N", "m"):
                return "p", ""
            number = "N" if "many" in w.read[j - 1].tags else "n" if number == "m" else number
        elif out[j] == "k" and j and out[j - 1] in "nNm" and out[j + 1] in "nNm":
            pass
        elif out[j] not in "nNmdactg'/" and not (out[j] == "r" and out[j + 1] == "a"):
            break
        j -= 1
    return (out[j] if j >= 0 else "^"), number


def _governed(out: list[str]) -> bool:
    """Whether the noun phrase that ends here opens the clause after a preposition, or is an object: no subject."""
    k = len(out) - 1
    while k >= 0 and out[k] in "acnNm'r":
        k -= 1
    while k >= 0 and out[k] == "d":
        k -= 1  # "in Orlo | the figure rises"
    return k >= 0 and (out[k] in "bg" or (out[k] in "pP" and (k == 0 or out[k - 1] in ",;:.-(sk")))


def opening(p: Spot) -> str | None:
    """At the start an order, where an object follows; else a noun. Example: *Report* the loss: v"""
    if p.before != "^":
        return None
    if p.object and p.bits & BASE:
        return "v"
    return "a" if p.bits & ADJECTIVE and p.after & NOMINAL else p.noun


def after_verb(p: Spot) -> str | None:
    """After a verb: its object. Example: They made *progress*: n"""
    if p.before not in "xvDbge":
        return None
    return "a" if p.bits & ADJECTIVE and p.after & NOMINAL else p.noun


def coordinated(p: Spot) -> str | None:
    """After "and" where the clause has its verb and an object follows. Example: He runs farms and *owns* 12 shops: v"""
    if not p.had or p.before not in "kr" or (p.before == "r" and p.last not in ",kvxD"):
        return None
    if p.before == "r":
        return "v" if p.object else None
    if p.bits & THIRD and p.out[-2:-1] != ["m"] and (p.mark in (",", "c") or p.after & ~NOMINAL):
        return "v"
    return "v" if p.bits & FINITE and p.object else None


def after_aside(p: Spot) -> str | None:
    """After a comma, where the clause has its subject and no verb. Example: Girl, 9, *saves* two dogs from fire: v"""
    verb = p.object or (p.bits & THIRD and p.read.first != NOUN and p.after & PREPOSITION)
    verb = verb or (p.bits & THIRD and "report" in p.read.tags and (p.name or p.next == "that"))  # ", notes that"
    if p.before not in ",)" or not p.free or not verb or not p.bits & FINITE:
        return None
    return "v" if any(tag in "nNmo" for tag in p.out) else None


def else_noun(p: Spot) -> str:
    """Else a noun, or an adjective before one. Example: Flood *damage* grew: n"""
    return "a" if p.bits & ADJECTIVE and p.after & NOMINAL and not p.after & VERBAL else p.noun


# --- past forms and participles


def after_helper(p: Spot) -> str | None:
    """After be and have: a participle. Example: The dam was *opened*: e"""
    if p.last == "x" and p.helper in BE:
        return "e" if p.bits & PARTICIPLE else "a" if p.bits & ADJECTIVE else "b" if p.bits & BASE else "v"
    if p.last == "x" and p.helper in HAVE:
        return "e" if p.bits & PARTICIPLE else "n"
    return "e" if p.last == "e" and p.helper == "been" else None


def describing_participle(p: Spot) -> str | None:
    """After a determiner or a preposition, before a noun: an adjective. Example: The *wounded* men left: a"""
    if (
        p.before == "r"
        and p.last in "da'"
        and (p.mark == "c" or p.after & NOMINAL)
        and not p.after & (PREPOSITION | DETERMINER)
    ):
        return "a"  # "a newly released email", "a federally mandated 12"
    if p.before not in "da'pP":
        return None
    leads = p.after & (NOMINAL | ADJECTIVE | ING | PARTICIPLE) or p.mark == "c" or (p.name and p.before != "p")
    if p.bits & NOMINAL and not leads:
        return p.noun
    if p.before in "da'":
        return "a" if leads or p.bits & ADJECTIVE or p.before == "d" else "e"
    if not leads and p.w.text[p.i - 1] == "of":
        return "n"  # "the number of wounded"
    return "a" if leads and not p.after & PREPOSITION else "n" if p.bits & NOUN else "e"


def noun_of_same_form(p: Spot) -> str | None:
    """After a noun, where the clause has its verb, a noun. Example: She raised its growth *forecast*: n"""
    ends = p.mark == "." and "report" in p.read.tags
    if ends and p.last in "nm" and _subject(p)[0] == "'":
        return "v"  # '…," the article read.'
    return "n" if p.bits & NOUN and p.bits & BASE and p.before in "nNm" and p.had else None


def counted_participle(p: Spot) -> str | None:
    """After a count: an adjective before a noun, else open. Example: Police freed 12 *trapped* men: a"""
    if p.before != "c":
        return None
    if p.after & (NOMINAL | ADJECTIVE) and not p.after & (PREPOSITION | DETERMINER) and p.bits & PARTICIPLE:
        if p.after & NOMINAL or (p.i + 2 < len(p.w.text) and p.w.read[p.i + 2].bits & NOMINAL):
            return "a"
        return "D"  # "12 left homeless"
    if p.bits & NOMINAL and p.bits & ADJECTIVE and not p.bits & PARTICIPLE:
        return "a"
    return "D" if p.bits & PARTICIPLE else "v"


def coordinated_state(p: Spot) -> str | None:
    """After "dead and": one more state. Example: The raid left 12 dead and *wounded*: a"""
    state_before = p.before == "k" and p.out[-2:-1] == ["a"] and "measure" in p.w.read[p.i - 2].tags
    return "a" if state_before and not p.object and not p.name and not p.after & NOMINAL else None


def past_after_pronoun(p: Spot) -> str | None:
    """After he, they, who: the past. Example: They *closed* the road: v"""
    if p.last == "o" and p.helper in _NOMINATIVE:
        return "v"
    return "v" if p.last == "w" and p.bits & PAST else None


def one_form(p: Spot) -> str | None:
    """A form that is only the past, or only the participle. Example: Prices *fell*: v"""
    if not p.bits & PARTICIPLE:
        return "v"
    return "e" if not p.bits & PAST else None


def unmarked_participle(p: Spot) -> str | None:
    """Before a bare noun, after a verb, at the start, after "and". Example: They rebuilt *ruined* homes: a"""
    nouns = p.after & NOMINAL and not p.after & (DETERMINER | PREPOSITION)
    if not nouns or p.mark:
        return None
    if p.before in "vDbgx":
        return "a"
    if p.before == "k" and p.after & PLURAL and not p.after & FINITE and p.finite and p.out[-2:-1] in (["n"], ["N"]):
        return "a"  # "papers and unsealed envelopes were"
    if p.before == "^" and p.after & PLURAL and not p.bits & BASE:
        return "a"  # "Leaked documents show …"
    if p.after & VERBAL:
        return None
    adverb = p.before == "r" and p.last in "pvxdDc'"
    return "a" if p.before == "^" or adverb or (p.before == "k" and p.last == "a") else None


def open_form(_: Spot) -> str:
    """Else clauses settle it. Example: The men *trapped* below died: D"""
    return "D"


# --- -ing forms


def ing_of_poll(p: Spot) -> str | None:
    """Before a poll or survey: an adjective. Example: The state *tracking* poll fell: a"""
    return "a" if p.before != "^" and p.next and "asked" in p.w.read[p.i + 1].tags else None


def ing_as_noun(p: Spot) -> str | None:
    """After a determiner: a noun, or an adjective before one. Example: The *shelling* of towns went on: n"""
    if p.before not in "da'":
        return None
    if p.mark == "c" and p.before != "a":
        return "a"  # "the remaining 14 hostages"
    if p.before == "a" and p.object:
        return "g"
    if p.after & (NOMINAL | ADJECTIVE) or p.name:
        return "n" if p.bits & NOUN and p.after & NOMINAL else "a"
    return "n"


def listed_adjective(p: Spot) -> str | None:
    """Missing, outstanding: adjectives in their own right. Example: Two men are *missing*: a"""
    if p.bits & ADJECTIVE and not p.bits & UNKNOWN and not p.object and not p.after & NOMINAL and p.mark != "t":
        return "a"
    return None


def ing_else(p: Spot) -> str:
    """Before a noun that is counted an adjective; else a verb. Example: Police saved 12 *drowning* men: a"""
    if p.before == "c":
        figure = p.w.figure.get(p.i - 1)
        if figure is not None and figure.quantity.stated == 1 and p.mark:
            return "n"  # "in one serving"
        return "a" if p.after & NOMINAL and not p.after & (DETERMINER | PREPOSITION) else "g"
    if p.bits & NOUN and not p.bits & UNKNOWN and p.before in "nNmp" and not p.object:
        return "n"
    return "a" if p.bits & ADJECTIVE and p.after & NOMINAL and p.before not in "nNm" else "g"


# --- nouns, adjectives, adverbs


def just(p: Spot) -> str | None:
    """Only, just, even, still are adverbs, but after a determiner. Example: *Only* old men left: r"""
    return "r" if p.word in _JUST and p.before not in "d'" else None


def adverb_too(p: Spot) -> str | None:
    """Early, home, north: by what follows. Example: The *early* trains were full: a"""
    if not p.bits & ADVERB:
        return None
    if p.bits & NOUN and p.before in "da'p" and not (p.after & NOMINAL and p.bits & ADJECTIVE):
        return "n"
    if not p.bits & ADJECTIVE:
        return "r"
    if p.after & (NOMINAL | ADJECTIVE) and (p.before in "da'" or not p.after & VERBAL & ~BASE):
        return "a"
    if p.before in "da'" and p.mark:
        return "a"
    return "a" if p.before in "d'x" and not p.after & (VERBAL | ADJECTIVE) else "r"


def state(p: Spot) -> str | None:
    """What those before it are, and no noun of its own. Example: The fire left 11 people *dead* in Orrin: a"""
    if p.read.first != ADJECTIVE or p.after & NOMINAL:
        return None
    if p.before in "Dvgb" and "measure" in p.read.tags:
        return "a"  # "shot dead two men"
    if p.object:
        return None
    told = p.before in "nNm)" or (p.before == "c" and p.bits & ING)
    return "a" if p.before in "xe" or (told and "measure" in p.read.tags) else None


def adjective_too(p: Spot) -> str | None:
    """Official, local: an adjective before a noun or after be. Example: The *official* toll rose: a"""
    if not p.bits & ADJECTIVE:
        return None
    if p.bits & NOUN and p.before in "da" and p.after & ADJECTIVE and "measure" in p.w.read[p.i + 1].tags:
        j = p.i + 2
        if j >= len(p.w.text) or p.w.mark[j] or not p.w.read[j].bits & NOMINAL:
            return p.noun  # "shot a militant dead"
    headline = p.before == "^" and p.after & THIRD and p.read.first == NOUN  # "Teen wins"
    if p.after & (NOMINAL | ADJECTIVE | ING) and not p.after & DETERMINER and not headline:
        return "a"
    if p.before in "cN" and p.read.first == ADJECTIVE:
        return "a"  # "12 dead", "nine metres high", "left 12 soldiers dead"
    if p.mark == "c" and p.before in "d'":
        return "a"  # "the other nine"
    if p.name:
        return "a" if p.before in "d'pc" else "n" if p.bits & NOUN and p.before not in "xr" else "a"
    if p.before in "xr" or (p.before in "vbgeD" and "copula" in p.w.read[p.i - 1].tags):
        return "a"
    return p.noun if p.bits & NOMINAL else "a"


def plain_noun(p: Spot) -> str:
    """Else a noun. Example: The *toll* rose: n"""
    return p.noun


RULES: dict[str, tuple[Rule, ...]] = {
    "to": (to_plain_verb, to_verb_or_noun, to_after_verb),
    "do": (form_of_do,),
    "auxiliary": (possessive, auxiliary),
    "modal": (modal,),
    "that": (that_content, that_relative, that_pointing),
    "determiner": (only_pronoun, article, degree, before_noun, alone),
    "preposition": (participial_preposition, describing, opener_too, particle),
    "opener": (opener,),
    "verb": (
        in_infinitive, only_verb, adjective_or_verb, after_determiner, after_time, after_count, after_pronoun,
        after_copula, after_noun, opening, after_verb, coordinated, after_aside, else_noun,
    ),
    "past": (
        in_infinitive, after_helper, describing_participle, noun_of_same_form, counted_participle, coordinated_state,
        past_after_pronoun, one_form, unmarked_participle, open_form,
    ),
    "ing": (ing_of_poll, state, ing_as_noun, listed_adjective, ing_else),
    "noun": (just, adverb_too, state, adjective_too, plain_noun),
}  # fmt: skip

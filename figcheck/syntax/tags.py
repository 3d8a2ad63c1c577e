"""The second level: what each word is in its place. Noun or verb, -ed and -ing, "that", "as" are settled here, once.

One letter a word: n noun, N plural noun, m name, c figure, t date or time, o pronoun, d determiner, a adjective,
r adverb, p preposition, P preposition or opener (clauses settle it), v finite verb, D past or participle (clauses
settle it), b plain form after "to" or a modal, g -ing form, e participle, x be have do, M modal, i "to" before a verb,
s opener of a clause, w relative or question word, k coordinator, ' possessive; punctuation is its own tag.
"""

from __future__ import annotations

from figcheck.syntax import lexicon as lx
from figcheck.syntax.words import Words

__all__ = ["tags"]

_B = lx
_NOMINATIVE = frozenset({"i", "he", "she", "we", "they", "it", "you", "who", "which", "there"})
_BE = frozenset("be is are was were been being am 's 're isn't aren't wasn't weren't ain't".split())
_HAVE = frozenset("have has had having 've hasn't haven't hadn't".split())
_DO = frozenset("do does did don't doesn't didn't".split())
_PARTICLES = frozenset({"up", "down", "out", "off", "away", "back", "over", "on", "in", "around", "through", "along"})
_FIRM = frozenset({"up", "down", "out", "off", "away", "back", "forth"})
_NOUNISH = _B.NOMINAL | _B.ADJECTIVE | _B.PARTICIPLE | _B.ING | _B.TIME
_AFTER_DETERMINER = frozenset("dac'")
_HEADS = frozenset("nNmct)o")
_POINTING = frozenset({"this", "that", "these", "those"})

_PLAIN = {
    _B.NOUN: "n", _B.PLURAL: "N", _B.BASE: "v", _B.THIRD: "v", _B.PAST: "v", _B.PARTICIPLE: "e", _B.ING: "g",
    _B.ADJECTIVE: "a", _B.ADVERB: "r", _B.DETERMINER: "d", _B.PREPOSITION: "p", _B.PRONOUN: "o",
    _B.COORDINATOR: "k", _B.OPENER: "s", _B.WH: "w", _B.MODAL: "M", _B.AUXILIARY: "x", _B.TIME: "t",
    _B.NOUN | _B.UNKNOWN: "n", _B.PLURAL | _B.UNKNOWN: "N", _B.ADVERB | _B.UNKNOWN: "r",
    _B.ADJECTIVE | _B.UNKNOWN: "a",
}  # fmt: skip


def tags(w: Words) -> list[str]:
    """One tag a word."""
    n = len(w.text)
    out: list[str] = []
    text, mark, read = w.text, w.mark, w.read
    finite = _finite_ahead(w)
    had = False  # a finite verb since the clause began
    for i in range(n):
        tag = mark[i]
        if not tag:
            bits = read[i].bits
            if w.capital[i] and (i or _names(w)) and not bits & (_B.AUXILIARY | _B.PRONOUN | _B.DETERMINER):
                tag = _capital(w, i, bits, out)
            else:
                plain = _PLAIN.get(bits)
                if plain is None or plain in "dxwov":
                    tag = _settle(w, i, bits, out, finite, had)
                elif plain in "ne" and out and out[-1] == "i":
                    tag = "n"
                else:
                    tag = plain
        out.append(tag)
        if tag in "vxMD":
            had = True
        elif tag in ";:.-sw(":
            had = False
    return out


def _names(w: Words) -> bool:
    """Whether the capital of the first word is that of a name: it is no word of the lexicon, or a name goes on."""
    if w.read[0].bits & _B.UNKNOWN and not w.text[0].endswith("ing"):
        return True
    return len(w.text) > 1 and w.capital[1] and bool(w.read[0].bits & (_B.NOMINAL | _B.ADJECTIVE))


def _capital(w: Words, i: int, bits: int, out: list[str]) -> str:
    if bits & _B.TIME:
        return "t"
    if bits & _B.MODAL and i + 1 < len(w.text) and w.read[i + 1].bits & _B.BASE:
        return "M"
    if bits & (_B.PREPOSITION | _B.OPENER | _B.COORDINATOR | _B.WH) and not bits & _B.NOMINAL:
        return _PLAIN.get(bits, "p")
    if i == 0 and bits & _B.ADVERB and not bits & _B.NOMINAL:
        return "r"
    return "m"


_ENDS = frozenset({",", ";", ":", ".", "(", ")", "-", '"'})


def _finite_ahead(w: Words) -> list[bool]:
    """For each word, whether a verb that can only be finite stands after it before the next mark or opener."""
    n = len(w.text)
    out = [False] * (n + 1)
    for i in range(n - 1, -1, -1):
        mark = w.mark[i]
        if mark in _ENDS:
            continue
        if mark:
            out[i] = out[i + 1]
            continue
        bits = w.read[i].bits
        if bits & (_B.AUXILIARY | _B.MODAL) and w.text[i] not in ("'s", "having", "being", "been"):
            out[i] = True
        elif bits & (_B.PAST | _B.THIRD) and not bits & (_B.PARTICIPLE | _B.NOMINAL | _B.ADJECTIVE):
            out[i] = True
        elif bits & (_B.COORDINATOR | _B.OPENER | _B.WH) and not bits & _B.PREPOSITION:
            continue
        else:
            out[i] = out[i + 1]
    return out


def _settle(w: Words, i: int, bits: int, out: list[str], finite: list[bool], had: bool) -> str:
    word = w.text[i]
    n = len(w.text)
    before = out[-1] if out else "^"
    after = w.read[i + 1].bits if i + 1 < n and not w.mark[i + 1] else 0
    mark = w.mark[i + 1] if i + 1 < n else "."
    if word in ("to", "not", "n't", "never"):
        return _to(w, i, before, after, mark, out) if word == "to" else "r"
    if bits & _B.AUXILIARY:
        return _auxiliary(w, i, word, before, after, mark, out)
    if bits & _B.MODAL:
        return "n" if before in "da'" and bits & _B.NOUN else "M"
    if word in ("that", "which", "what"):
        return _that(w, i, word, before, after, mark, out)
    if bits & (_B.DETERMINER | _B.PRONOUN):
        return _determiner(w, i, word, bits, before, after, mark)
    if bits & _B.PREPOSITION:
        return _preposition(w, i, word, bits, before, after, mark)
    if bits & _B.COORDINATOR:
        return "k" if word not in ("so", "yet") or before in ",;" else "r"
    if bits & (_B.OPENER | _B.WH):
        return "s" if bits & _B.OPENER and not (word == "once" and before not in ("^", ",", "k", "-")) else (
            "w" if bits & _B.WH else "r")  # fmt: skip
    if bits & _B.VERBAL:
        return _verbal(w, i, bits, before, after, mark, out, finite, had)
    return _nominal(w, i, bits, before, after, mark)


def _to(w: Words, i: int, before: str, after: int, mark: str, out: list[str]) -> str:
    if mark or not after & _B.BASE:
        return "i" if after & _B.AUXILIARY or after & _B.ADVERB and _adverb_verb(w, i + 1) else "p"
    if not after & (_B.NOMINAL | _B.ADJECTIVE):
        return "i"
    j = i + 2
    follow = w.mark[j] if j < len(w.text) else "."
    bits = w.read[j].bits if j < len(w.text) and not follow else 0
    if follow in ("c", "t") or bits & (_B.DETERMINER | _B.PRONOUN) or (j < len(w.text) and w.capital[j]):
        return "i"
    if bits & _B.PREPOSITION and not bits & _B.DETERMINER:
        return "i" if w.read[i + 1].first == _B.BASE or before in "nNv" else "p"
    if w.read[i + 1].first == _B.BASE or (bits & (_B.NOMINAL | _B.ADJECTIVE) and not w.read[i + 1].bits & _B.PLURAL):
        return "i"
    return "i" if before in "vexDa" and "change" not in w.read[i - 1].tags and not w.capital[i + 1] else "p"


def _adverb_verb(w: Words, j: int) -> bool:
    return j + 1 < len(w.text) and not w.mark[j + 1] and bool(w.read[j + 1].bits & _B.BASE)


def _auxiliary(w: Words, i: int, word: str, before: str, after: int, mark: str, out: list[str]) -> str:
    if word == "'s":
        if before in "oswr":
            return "x"
        if before not in "nNmt)":
            return "x"
        if after & (_B.DETERMINER | _B.AUXILIARY) or (after & _B.ADVERB and not after & _NOUNISH):
            return "x"
        if after & _B.ING and not after & (_B.NOUN | _B.ADJECTIVE) and before == "m":
            return "x"
        return "'"
    if word in ("having", "being"):
        return "g"
    return "x"


def _that(w: Words, i: int, word: str, before: str, after: int, mark: str, out: list[str]) -> str:
    if word == "what":
        return "w"
    if word == "which":
        return "w"
    if before in "vexDbg" or (before in "r" and len(out) > 1 and out[-2] in "vexDbg"):
        return "s"
    if before in "nNmct,)":
        tagged = w.read[i - 1].tags if before in "nN" else {}
        if "content" in tagged and not after & (_B.FINITE | _B.AUXILIARY | _B.MODAL) | 0:
            return "s"
        if after & _B.NOUN and not after & (_B.VERBAL | _B.PLURAL) and before == ",":
            return "d"
        return "w"
    if before == "a":
        return "s"
    opens = _B.AUXILIARY | _B.MODAL | _B.DETERMINER | _B.PLURAL | _B.PREPOSITION
    if mark == "" and after & _NOUNISH and not after & opens and not w.capital[i + 1]:
        return "d"
    if mark == "c" or after & (_B.DETERMINER | _B.PLURAL | _B.PRONOUN) or (not mark and w.capital[i + 1]):
        return "s"
    return "o"


def _determiner(w: Words, i: int, word: str, bits: int, before: str, after: int, mark: str) -> str:
    if not bits & _B.DETERMINER:
        if bits & _B.WH:
            return "w"
        return "r" if bits & _B.ADVERB and word == "there" and before in "vexDp" else "o"
    if bits == _B.DETERMINER or word in ("a", "the"):
        return "d"
    if bits & _B.COORDINATOR and word == "both" and before in "vnNm,":
        return "o" if after & (_B.AUXILIARY | _B.FINITE) and not after & _B.NOMINAL else "d"
    if mark == "c":
        return "d"
    if mark:
        return "o" if bits & _B.PRONOUN else "r" if bits & _B.ADVERB else "d"
    if after & _B.DETERMINER and word in ("all", "half", "both", "such"):
        return "d"
    if bits & _B.ADVERB and word in ("more", "most", "less", "much", "enough", "either"):
        if after & _B.ADJECTIVE and not after & (_B.NOMINAL | _B.DETERMINER) and word in ("more", "most", "less"):
            return "r"
        if word == "most" and before in "da'" and after & _B.ADJECTIVE:
            return "r"
    if w.capital[i + 1] and word not in _POINTING:
        return "d"
    if after & _NOUNISH and not after & (_B.AUXILIARY | _B.MODAL | _B.PREPOSITION):
        if word == "her" or word in _POINTING or after & _B.NOMINAL or after & _B.ADJECTIVE or not after & _B.FINITE:
            return "d"
        return "o"
    if bits & _B.ADVERB and not bits & _B.PRONOUN:
        return "r"
    return "o" if bits & _B.PRONOUN else "d"


def _preposition(w: Words, i: int, word: str, bits: int, before: str, after: int, mark: str) -> str:
    starts_noun = mark in ("c", "t", "m") or (i + 1 < len(w.text) and w.capital[i + 1]) or bool(
        after & (_B.DETERMINER | _B.PRONOUN | _B.NOMINAL | _B.ADJECTIVE | _B.ING | _B.TIME))  # fmt: skip
    if word in ("following", "including", "excluding", "concerning", "regarding", "past", "given"):
        if word == "following" and before in "da'":
            return "a"
        if word == "past":
            return "a" if before in "da'" or after & _B.NOMINAL and before in "p" else "p"
        return "p"
    if word == "like" and bits & _B.BASE:
        return "v" if before in "oNM" or before == "i" else "p"
    if word in ("near", "next", "round", "inside", "outside", "pending", "worth", "plus", "minus", "off", "like"):
        if before in "da'" and after & (_B.NOMINAL | _B.ADJECTIVE):
            return "a"
        if word == "next" and (
            mark in ("c", "t") or after & _B.TIME or "time" in w.read[min(i + 1, len(w.text) - 1)].tags
        ):
            return "a"
    if bits & _B.OPENER:
        return (
            "P"
            if starts_noun or after & _B.ADVERB
            else "r"
            if bits & _B.ADVERB
            else "s"
            if after & _B.PARTICIPLE
            else "p"
        )
    if word == "as":
        return "P" if starts_noun else "p"
    if bits & _B.COORDINATOR:
        return "k" if before in "nNmc" and starts_noun else "p"
    if word == "about" and before in "vexDb" and not starts_noun:
        return "p"
    if bits & _B.ADVERB:
        named = mark == "" and i + 1 < len(w.text) and w.capital[i + 1]
        if word in _FIRM and before in "vbgeD" and word not in ("down", "up", "out") and not named:
            return "r"
        if not starts_noun or (word in ("up", "down", "out") and before in "vbgeD"):
            return "r"
    return "p"


def _verbal(
    w: Words, i: int, bits: int, before: str, after: int, mark: str, out: list[str], finite: list[bool], had: bool
) -> str:
    """A word that can be a verb and perhaps a noun or an adjective too."""
    if before in "k," and bits & _B.BASE and not after & _B.NOMINAL and _in_infinitive(out):
        return "b"
    last = _before_adverbs(out)
    if last in "iM" or (last == "x" and w.text[_index_before_adverbs(out)] in _DO):
        if bits & _B.BASE:
            return "b"
    if bits & (_B.PAST | _B.PARTICIPLE):
        return _past(w, i, bits, before, last, after, mark, out, finite)
    if bits & _B.ING:
        return _ing(w, i, bits, before, after, mark)
    if not bits & (_B.NOMINAL | _B.ADJECTIVE):
        return "n" if before in "da'" and not bits & _B.THIRD else "v"
    nominal = "N" if bits & _B.PLURAL and not bits & _B.NOUN else "n"
    if bits & _B.ADJECTIVE and not bits & _B.NOMINAL:
        if before in "oN" and (after & (_B.DETERMINER | _B.PRONOUN) or mark == "c"):
            return "v"
        free = last in "nNm" and not had and not finite[i + 1]
        return "v" if free and after & (_B.PREPOSITION | _B.DETERMINER) and not after & _B.NOMINAL else "a"
    if before in "da'p" or before == "P":
        if bits & _B.ADJECTIVE and (after & (_B.NOMINAL | _B.ADJECTIVE) or mark == "c"):
            return "a"
        return nominal
    if before == "c":
        figure = w.figure.get(i - 1)
        alone = figure is not None and figure.quantity.stated != 1 and figure.quantity.unit is None
        if alone and bits & _B.BASE and not bits & _B.PLURAL and not after & (_B.NOMINAL | _B.ADJECTIVE):
            return "v"  # "12 die": a noun would be plural
        if bits & _B.ADJECTIVE and after & _B.NOMINAL:
            return "a"
        return nominal
    if last == "o" and w.text[_index_before_adverbs(out)] in _NOMINATIVE or last == "w":
        return "v" if bits & _B.FINITE else nominal
    if bits & _B.ADJECTIVE and (before in "xr" or "copula" in w.read[i - 1].tags):
        return "a"
    if last in "nNm)":
        return _after_noun(w, i, bits, last, after, mark, finite, had, nominal)
    if before == "^":
        opens = after & _B.DETERMINER or mark == "c"
        return "v" if opens and bits & _B.BASE else "a" if bits & _B.ADJECTIVE and after & _B.NOMINAL else nominal
    if before in "xvDbge":
        return "a" if bits & _B.ADJECTIVE and after & _B.NOMINAL else nominal
    if before == "r" and last in ",kvxD" and had and (after & _B.DETERMINER or mark == "c"):
        return "v"
    if (
        before == "k"
        and had
        and bits & _B.THIRD
        and out[-2:-1] != ["m"]
        and (mark in (",", "c") or after & ~_B.NOMINAL)
    ):
        return "v"
    if before == "k" and len(out) > 1 and bits & _B.FINITE and (after & _B.DETERMINER or mark == "c") and had:
        return "v"
    if bits & _B.ADJECTIVE and after & _B.NOMINAL and not after & _B.VERBAL:
        return "a"
    return nominal


def _after_noun(
    w: Words, i: int, bits: int, last: str, after: int, mark: str, finite: list[bool], had: bool, nominal: str
) -> str:
    """Noun or verb after a noun: "death toll", "officials report", "the toll rises"."""
    opens = (
        bool(after & (_B.DETERMINER | _B.PRONOUN))
        or mark in ("c", "t")
        or (i + 1 < len(w.text) and w.capital[i + 1])
        or bool(after & (_B.PREPOSITION | _B.ADVERB) and not after & _B.NOMINAL)
    )
    free = not had and not finite[i + 1]
    if bits & _B.THIRD and last in "nm)":
        return "v" if free and (opens or mark in (".", ",") or after & _B.ADJECTIVE) else nominal
    if bits & _B.BASE and last == "N":
        if free and opens and not (after & _B.PREPOSITION and w.read[i].first != _B.BASE and not bits & _B.PLURAL):
            return "v"
        return nominal if w.read[i].first != _B.BASE or not free else "v"
    if bits & _B.PAST and free:
        return "v"
    if not bits & _B.NOMINAL and bits & _B.BASE and free and opens:
        return "v"  # "people around the world live in"
    return nominal


def _in_infinitive(out: list[str]) -> bool:
    """Whether the last verb was one after "to" or a modal, which a coordinated one shares."""
    for tag in reversed(out):
        if tag in "vxDegswMi.;":
            return False
        if tag == "b":
            return True
    return False


def _before_adverbs(out: list[str]) -> str:
    for tag in reversed(out):
        if tag != "r":
            return tag
    return "^"


def _index_before_adverbs(out: list[str]) -> int:
    j = len(out) - 1
    while j > 0 and out[j] == "r":
        j -= 1
    return j


def _past(
    w: Words, i: int, bits: int, before: str, last: str, after: int, mark: str, out: list[str], finite: list[bool]
) -> str:
    j = _index_before_adverbs(out) if out else -1
    if last == "x" and j >= 0:
        helper = w.text[j]
        if helper in _BE:
            return "e" if bits & _B.PARTICIPLE else "a" if bits & _B.ADJECTIVE else "b" if bits & _B.BASE else "v"
        if helper in _HAVE:
            return "e" if bits & _B.PARTICIPLE and not (bits & _B.NOMINAL and after & _B.NOMINAL) else "n"
    if last == "e" and j >= 0 and w.text[j] == "been":
        return "e"
    if before in "da'" or before == "p" or before == "P":
        nominal = bool(after & (_B.NOMINAL | _B.ADJECTIVE | _B.ING | _B.PARTICIPLE)) or (
            mark == "c" or (i + 1 < len(w.text) and w.capital[i + 1] and before != "p")
        )
        if bits & _B.NOMINAL and not nominal:
            return "N" if bits & _B.PLURAL else "n"
        if before in "da'":
            return "a" if nominal or bits & _B.ADJECTIVE or before == "d" else "e"
        if not nominal and w.text[i - 1] == "of":
            return "n"  # "the number of wounded"
        return "a" if nominal and not after & _B.PREPOSITION else "n" if bits & _B.NOUN else "e"
    if before == "c":
        if after & (_B.NOMINAL) and not after & (_B.PREPOSITION | _B.DETERMINER) and bits & _B.PARTICIPLE:
            return "a"
        if bits & _B.NOMINAL and bits & _B.ADJECTIVE and not bits & _B.PARTICIPLE:
            return "a"
        return "D" if bits & _B.PARTICIPLE else "v"
    if last == "o" and w.text[j] in _NOMINATIVE:
        return "v"
    if last == "w" and bits & _B.PAST:
        return "v"
    if not bits & _B.PARTICIPLE:
        return "v"
    if not bits & _B.PAST:
        return "e"
    if (
        before in "rk,^"
        and after & _B.NOMINAL
        and not after & (_B.VERBAL | _B.PREPOSITION | _B.DETERMINER)
        and before != ","
    ):
        # "partially destroyed homes", "wounded soldiers"
        if before == "^" or (before == "r" and last in "pvxdDc'") or (before == "k" and last == "a"):
            return "a"
    if (
        bits & _B.BASE
        and bits & _B.NOMINAL
        and last in "nN"
        and not finite[i + 1]
        and before in "nN"
        and bits & _B.PAST
        and after & _B.NOMINAL
    ):
        return "D"
    if before in "vDbgx" and after & _B.NOMINAL and not after & (_B.DETERMINER | _B.PREPOSITION) and mark == "":
        return "a"
    return "D"


def _ing(w: Words, i: int, bits: int, before: str, after: int, mark: str) -> str:
    if before == "a" and (after & _B.DETERMINER or mark == "c"):
        return "g"
    if w.read[i].first == _B.ADJECTIVE and before in "xecN" and not (after & (_B.DETERMINER | _B.NOMINAL) or mark == "c"):
        return "a"  # "are missing", "were reported missing"
    if before in "da'":
        if mark == "c":
            return "a"  # "the remaining 50"
        if after & (_B.NOMINAL | _B.ADJECTIVE) or (mark == "" and i + 1 < len(w.text) and w.capital[i + 1]):
            return "a" if not bits & _B.NOUN else "n"
        return "n" if not bits & _B.ADJECTIVE or mark or not after & _B.NOMINAL else "a"
    if before == "c":
        return "a" if after & _B.NOMINAL and not after & (_B.DETERMINER | _B.PREPOSITION) else "g"
    if bits & _B.NOUN and before in "nNmp" and not (after & _B.DETERMINER or mark == "c"):
        return "n"
    if bits & _B.ADJECTIVE and after & _B.NOMINAL and before not in "nNm":
        return "a"
    return "g"


def _nominal(w: Words, i: int, bits: int, before: str, after: int, mark: str) -> str:
    """Noun, adjective, adverb."""
    if bits & _B.ADVERB and w.text[i] in ("only", "just", "even", "still") and before not in "d'":
        return "r"
    if bits & _B.ADVERB:
        if bits & _B.NOUN and before in "da'p" and not (after & _B.NOMINAL and bits & _B.ADJECTIVE):
            return "n"
        if bits & _B.ADJECTIVE and after & (_B.NOMINAL | _B.ADJECTIVE) and not after & _B.VERBAL & ~_B.BASE:
            return "a"
        if bits & _B.ADJECTIVE and before in "da'" and mark != "":
            return "a"
        return "a" if bits & _B.ADJECTIVE and before in "d'x" and not after & (_B.VERBAL | _B.ADJECTIVE) else "r"
    if bits & _B.ADJECTIVE:
        if after & (_B.NOMINAL | _B.ADJECTIVE | _B.ING) and not after & _B.DETERMINER:
            return "a"
        if mark == "" and i + 1 < len(w.text) and w.capital[i + 1]:
            return "a" if before in "d'pc" else "n" if bits & _B.NOUN and before not in "xr" else "a"
        if before in "xr" or (before in "vbge" and "copula" in w.read[i - 1].tags):
            return "a"
        state = before in "nNm" and "measure" in w.read[i].tags and not after & _B.NOMINAL
        if w.read[i].first == _B.ADJECTIVE and (before == "e" or state):
            return "a"  # "left two men dead", "are feared dead"
        if bits & _B.NOMINAL:
            return "N" if bits & _B.PLURAL and not bits & _B.NOUN else "n"
        return "a"
    return "N" if bits & _B.PLURAL and not bits & _B.NOUN else "n"

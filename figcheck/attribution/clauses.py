"""Where clauses start, and which -ed words are verbs: what the search for a source goes by."""

from __future__ import annotations

from figcheck.attribution.frame import ABBREVIATED, BREAK, HARD, Frame
from figcheck.attribution.kinds import words_of
from figcheck.attribution.lexicon import small

__all__ = ["attributive", "clause_start", "has_main", "has_verb_left", "participle"]

_ALSO_PARTICIPLE = small("also_participle")
_AT_BREAK = frozenset(["as", "after", "before", "since"])
_NEVER = _AT_BREAK | {"once", "even", "so"}
_ALWAYS = frozenset(["but", "than", "nor", "according", "which", "whom", "where", "whose", "what"])


def clause_start(f: Frame, j: int) -> int:
    """Walk left from word j to where the clause of its noun phrase starts."""
    words, quoted = f.words, f.quoted
    k = j
    if words[k] == ")" and "(" in words[max(0, k - 12) : k]:
        while words[k] != "(":
            k -= 1
        k -= 1
    while k >= 0:
        w = words[k]
        if w == "," and k + 1 < j and _in_date(f, k):
            k -= 1
            continue
        if w in HARD or w == "," or (quoted is not None and quoted[k]):
            return k + 1
        if k < j:
            if _opens(f, k) or (w in _AT_BREAK and _new_subject(f, k, j)):
                return k + 1
            if f.finite(k) and not participle(f, k) and not (w.endswith("ed") and attributive(f, k)):
                relative = _relative_before(f, k)
                if relative is None:
                    return k + 1
                k = relative
        k -= 1
    return 0


def _in_date(f: Frame, k: int) -> bool:
    """Whether the comma at k stands in a date: "Sept. 15, 2011"."""
    after = f.words[k + 1]
    return k > 0 and len(after) == 4 and after.isdigit() and f.words[k - 1].isdigit()


def _opens(f: Frame, k: int) -> bool:
    """Whether word k opens the clause that follows it."""
    words, lex = f.words, f.lex
    w = words[k]
    if w in ".!?":
        return words[k - 1] not in ABBREVIATED and not (k and len(words[k - 1]) == 1)
    if w in _ALWAYS or (w in lex.subordinator and w not in _NEVER):
        return True
    if w in _AT_BREAK:
        return k == 0 or words[k - 1] in BREAK or has_verb_left(f, k)
    if w == "who":
        return not f.capital(k + 1)
    if w == "that":
        return not _relative(f, k)
    return w in ("and", "or") and has_verb_left(f, k)


def _new_subject(f: Frame, k: int, j: int) -> bool:
    """Whether a body that speaks follows word k: "Doctors asked for rooms after | the health institute (said)"."""
    words = f.words
    if j - k > 6 or words[j] not in words_of("institution") or words[k - 1] in f.lex.be:
        return False
    left = range(k - 2, max(-1, k - 30), -1)  # right before "after" it may be "formed", said of a source
    return any(f.finite(i) for i in left if words[i] not in BREAK)


def _relative(f: Frame, k: int) -> bool:
    """Whether "that" at k opens a relative clause: a verb follows at once."""
    i = k + 1
    while i < f.n and (f.words[i] in f.lex.auxiliary or f.adverb(i)):
        i += 1
    return i < f.n and (f.finite(i) or i > k + 1) and k > 0 and not f.finite(k - 1)


def _relative_before(f: Frame, k: int) -> int | None:
    """The relative pronoun whose verb stands at k; None where k is a main verb."""
    i = f.before_verb(k)
    if i > 0 and f.words[i] in ("who", "which", "that"):
        return i
    for m in range(i, max(0, i - 5), -1):
        if f.words[m] == "whose":
            return m
        if f.words[m] in BREAK:
            break
    return None


def participle(f: Frame, k: int) -> bool:
    """Whether the -ed word at k is no main verb: "based in", "armed", "a proposed"."""
    words, lex = f.words, f.lex
    w = words[k]
    if w in lex.auxiliary or w in lex.be:
        return False
    after = words[k + 1] if k + 1 < f.n else ""
    before = words[k - 1] if k else ""
    if before in lex.determiner or before in lex.preposition or before in ("'s", "-", "\u2010"):
        return True
    if k > 1 and f.adverb(k - 1) and words[k - 2] in lex.determiner:
        return True
    if not (w.endswith("ed") or w in _ALSO_PARTICIPLE) or (k and f.adverb(k - 1)) or before in lex.pronoun:
        return False
    if after in lex.preposition:
        return after not in ("as", "to", "that")
    return after in lex.day or after in ("last", "this", "early", "late", "earlier", "out")


def attributive(f: Frame, k: int) -> bool:
    """Whether a plain noun follows the -ed word at k, as in "registered voters"."""
    w = f.words[k + 1] if k + 1 < f.n else ","
    lex = f.lex
    return not (
        w in BREAK or w in lex.determiner or w in lex.preposition or w in lex.pronoun or w in lex.subordinator
        or w in lex.coordinator or w[0].isdigit() or f.adverb(k + 1) or f.capital(k + 1)
        or (w in lex.verbs and lex.verbs[w].lemma not in lex.also_noun)
    )  # fmt: skip


def has_verb_left(f: Frame, k: int) -> bool:
    """Whether a finite verb stands between word k and the break before it."""
    i = k - 1
    if i >= 0 and f.words[i] == ",":
        return True
    while i >= 0 and f.words[i] not in BREAK:
        if f.finite(i) and not participle(f, i):
            return True
        i -= 1
    return False


def has_main(f: Frame, k: int) -> bool:
    """Whether the chunk that ends at the comma k holds a main verb."""
    i = k - 1
    while i >= 0 and f.words[i] not in BREAK:
        if f.finite(i) and not participle(f, i) and _relative_before(f, i) is None:
            return True
        i -= 1
    return False

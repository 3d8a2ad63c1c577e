"""Where the source of a cue stands: the noun phrase before a verb, after it, or after "according to"."""

from __future__ import annotations

from figcheck.attribution.frame import ABBREVIATED, BREAK, DASH, HARD, QUOTE, Frame

__all__ = ["after", "before"]

_SUBJECTS = frozenset("he she they it we i you who which".split())


def contracted(word: str) -> str:
    """The pronoun in "he'd", "they've"; else the word.

    >>> contracted("they've"), contracted("don't")
    ('they', "don't")
    """
    if "'" in word:
        head = word.partition("'")[0]
        if head in _SUBJECTS or head in ("that", "there"):
            return head
    return word


def before(f: Frame, j: int) -> tuple[int, int, int] | None:
    """The noun phrase that ends at word j (or before a comma there): start, end, and where its clause starts."""
    words, lex = f.words, f.lex
    if j < 0:
        return None
    w = contracted(words[j])
    if w in _SUBJECTS or w == "that":
        if w == "that" and (j == 0 or words[j - 1] in lex.preposition or words[j - 1] in lex.coordinator):
            return None
        return j, j + 1, j
    if w in lex.coordinator or w in lex.preposition or w in lex.subordinator or words[j] in QUOTE:
        return None
    if words[j] in (",", ")") or words[j] in DASH:
        return _apposed(f, j)
    start = _clause_start(f, j)
    a = _strip(f, start, j + 1)
    if a > j:
        return None
    if a == start and a > 2 and words[a - 1] == ",":
        return _widened(f, a, j + 1)
    return a, j + 1, start


def _widened(f: Frame, a: int, end: int) -> tuple[int, int, int]:
    """A list ("friends, aides and rivals") or a name before its description ("Ana Ruiz, the director said")."""
    words, lex = f.words, f.lex
    k = a - 2
    while k >= 0 and words[k] not in BREAK:
        k -= 1
    start = k + 1
    first = words[start]
    plain = start < a - 1 and first not in lex.preposition and first not in lex.subordinator and not f.adverb(start) and not _has_main(f, a - 1)
    if not plain or (start > 0 and words[start - 1] not in (",", ";")) or first.endswith("ing"):
        return a, end, a
    inner = [i for i in range(a, end) if words[i] == "and"]
    if inner and end - a < 12 and not f.clause(a, inner[0]):
        return start, end, start
    if words[a] in ("the", "a", "an") and f.capital(start) and f.capital(a - 2) and a - 1 - start <= 5 and start == 0:
        return start, end, start
    return a, end, a


def _clause_start(f: Frame, j: int) -> int:
    """Walk left from word j to where the clause of its noun phrase starts."""
    words, lex, quoted = f.words, f.lex, f.quoted
    k = j
    while k >= 0:
        w = words[k]
        if w == "," and k + 1 < f.n and len(words[k + 1]) == 4 and words[k + 1].isdigit() and k and words[k - 1].isdigit() and k + 1 < j:
            k -= 1
            continue
        if w in HARD or w == "," or (quoted is not None and quoted[k]):
            if w == "(" or w == ")" and k == j:
                return k + 1
            return k + 1
        if w in (".", "!", "?") and k < j and words[k - 1] not in ABBREVIATED and not (k and len(words[k - 1]) == 1):
            return k + 1
        if k < j and w in lex.subordinator and w not in ("as", "before", "after", "since", "once", "even", "so"):
            return k + 1
        if k < j and w in ("as", "after", "before", "since") and (k == 0 or words[k - 1] in BREAK or _has_verb_left(f, k)):
            return k + 1
        if k < j and w in ("but", "than", "nor"):
            return k + 1
        if k < j and (w == "according" or (w in ("which", "whom", "where", "whose", "what") or (w == "who" and not f.capital(k + 1)))):
            return k + 1
        if k < j and w == "that" and not _relative(f, k):
            return k + 1
        if k < j and w in ("and", "or") and _has_verb_left(f, k):
            return k + 1
        if k < j and f.finite(k) and not _participle(f, k) and not (w.endswith("ed") and _attributive(f, k)):
            r = _relative_before(f, k)
            if r is None:
                return k + 1
            k = r
        k -= 1
    return 0


def _relative(f: Frame, k: int) -> bool:
    """Whether "that" at k opens a relative clause: a verb follows at once."""
    i = k + 1
    while i < f.n and (f.words[i] in f.lex.auxiliary or f.adverb(i)):
        i += 1
    return i < f.n and i > k and (f.finite(i) or i > k + 1) and k > 0 and not f.finite(k - 1)


def _relative_before(f: Frame, k: int) -> int | None:
    """The relative pronoun whose verb stands at k; None where k is a main verb."""
    i = k - 1
    lex = f.lex
    while i >= 0 and (f.words[i] in lex.auxiliary or f.words[i] in lex.be or f.adverb(i)):
        i -= 1
    if i > 0 and f.words[i] in ("who", "which", "that"):
        return i
    for m in range(i, max(0, i - 5), -1):
        if f.words[m] == "whose":
            return m
        if f.words[m] in BREAK:
            break
    return None


def _participle(f: Frame, k: int) -> bool:
    """Whether the -ed word at k is no main verb: "based in", "armed", "a proposed"."""
    words, lex = f.words, f.lex
    w = words[k]
    if w in lex.auxiliary or w in lex.be:
        return False
    nxt = words[k + 1] if k + 1 < f.n else ""
    prev = words[k - 1] if k else ""
    if prev in lex.determiner or prev in lex.preposition or prev in ("'s", "-", "\u2010"):
        return True
    if k > 1 and f.adverb(k - 1) and words[k - 2] in lex.determiner:
        return True
    if not (w.endswith("ed") or w in lex.past) or (k and f.adverb(k - 1)) or prev in lex.pronoun:
        return False
    return (nxt in lex.preposition and nxt not in ("as", "to", "that")) or nxt in lex.day or nxt in ("last", "this", "early", "late", "earlier", "out")


def _attributive(f: Frame, k: int) -> bool:
    """Whether a plain noun follows the -ed word at k, as in "registered voters"."""
    w = f.words[k + 1] if k + 1 < f.n else ","
    lex = f.lex
    return not (
        w in BREAK or w in lex.determiner or w in lex.preposition or w in lex.pronoun or w in lex.subordinator
        or w in lex.coordinator or w[0].isdigit() or f.adverb(k + 1) or f.capital(k + 1)
        or (w in lex.verbs and lex.verbs[w].lemma not in lex.also_noun)
    )  # fmt: skip


def _has_verb_left(f: Frame, k: int) -> bool:
    """Whether a finite verb stands between word k and the break before it."""
    i = k - 1
    if i >= 0 and f.words[i] == ",":
        return True
    while i >= 0 and f.words[i] not in BREAK:
        if f.finite(i) and not _participle(f, i):
            return True
        i -= 1
    return False


def _strip(f: Frame, a: int, end: int) -> int:
    """Skip what leads a clause but is not its subject: "And", "Meanwhile", "On Tuesday", "In the north"."""
    words, lex = f.words, f.lex
    while a < end - 1:
        w = words[a]
        if w in lex.coordinator or w in ("so", "that", "as", "'", "even") or w in lex.subordinator or f.adverb(a):
            a += 1
        elif w in lex.day or (w.isdigit() and words[a - 1] in lex.day):
            a += 1
        elif w in lex.preposition:
            b = _phrase_end(f, a + 1, end)
            if b >= end:
                return a
            a = b
        else:
            break
    return a


def _phrase_end(f: Frame, a: int, end: int) -> int:
    """Where the object of a leading preposition ends and a new noun phrase starts; `end` where none does."""
    words, lex = f.words, f.lex
    i = a
    if i < end and words[i] in lex.determiner:
        i += 1
    if i < end and words[i] in lex.day:
        while i < end and (words[i] in lex.day or words[i] == "." or words[i].isdigit() or words[i] == ","):
            i += 1
        return i
    i += 1
    while i < end:
        if words[i] in lex.determiner and words[i - 1] not in lex.preposition and words[i - 1] not in lex.coordinator:
            return i
        if words[i] in _SUBJECTS:
            return i
        i += 1
    return end


_APPOSITIVE = frozenset("who whose which a an the one himself herself now then president chairman head".split())


def _apposed(f: Frame, j: int) -> tuple[int, int, int] | None:
    """The noun phrase before a parenthetical that ends at the comma, dash or bracket j: "X, who lives in Y, said"."""
    words, quoted = f.words, f.quoted
    mark = words[j]
    opening = "(" if mark == ")" else mark
    k = j - 1
    limit = max(-1, j - 60)
    first = None
    while k > limit:
        w = words[k]
        if quoted is not None and quoted[k]:
            break
        if w == opening:
            first = k
            if mark != ",":
                break
            found = _head_before_comma(f, k, j)
            if found is not None:
                return found
        elif w in HARD and mark == "," and w not in "()":
            break
        k -= 1
    if first is not None and mark != ",":
        return before(f, first - 1) if words[first - 1] not in BREAK else None
    return None


def _head_before_comma(f: Frame, k: int, j: int) -> tuple[int, int, int] | None:
    """The noun phrase that ends at the comma k, where k..j reads as said of it."""
    words, lex = f.words, f.lex
    a = k + 1
    w = words[a]
    if w in lex.coordinator or w in ("he", "she", "they", "it", "we", "i"):
        return None
    start = _clause_start(f, k - 1)
    b = _strip(f, start, k)
    if b >= k or words[b] in lex.preposition or words[b] in lex.subordinator or f.adverb(b):
        return None
    if words[b] in lex.day or words[k - 1] in lex.day or words[k - 1].isdigit():
        return None
    if start > 0 and words[start - 1] == "," and not f.capital(b) and words[b] not in lex.determiner:
        return None
    if start > 0 and words[start - 1] == "," and _is_appositive(f, start) and not _has_main(f, start - 1):
        return None
    if f.clause(b, k) and not any(x in lex.relative for x in words[b:k]):
        return None
    if f.clause(a, j) and not any(words[x] in lex.relative for x in range(a, j)) and not _participle(f, a) and not words[a].endswith(("ing", "ed")) and words[a] not in lex.preposition:
        return None
    return b, k, start


def _has_main(f: Frame, k: int) -> bool:
    """Whether the chunk that ends at the comma k holds a main verb."""
    i = k - 1
    while i >= 0 and f.words[i] not in BREAK:
        if f.finite(i) and not _participle(f, i) and _relative_before(f, i) is None:
            return True
        i -= 1
    return False


def _is_appositive(f: Frame, start: int) -> bool:
    """Whether the chunk that starts after a comma is itself said of a noun before that comma."""
    words = f.words
    w = words[start]
    if w in ("who", "whose", "which", "a", "an"):
        return True
    if w == "the":
        return start >= 2 and f.capital(start - 2)
    return not f.capital(start) and start >= 2 and f.capital(start - 2)


_ENDS = frozenset("who which that whose where when while as if because although though after before but than said".split())


def after(f: Frame, i: int, verb: bool = False) -> tuple[int, int] | None:
    """The noun phrase that starts at word i: up to a break, a relative pronoun or a finite verb."""
    words, lex = f.words, f.lex
    n = f.n
    if i >= n or words[i] in BREAK or (words[i] in lex.preposition and words[i] not in ("some",)):
        return None
    if contracted(words[i]) in _SUBJECTS or words[i] in ("him", "her", "them", "us", "me"):
        if words[i] != "her" or i + 1 >= n or words[i + 1] in BREAK or words[i + 1] in lex.preposition or words[i+1] in ".":
            return i, i + 1
    k = i
    quoted = f.quoted
    while k < n:
        w = words[k]
        if k > i and quoted is not None and quoted[k] and not quoted[k - 1] and not f.capital(min(k + 1, n - 1)):
            break
        if w in BREAK and w not in QUOTE:
            break
        if w == "." and k + 1 < n and f.sentence.ends[k] == f.sentence.starts[k + 1]:
            k += 1
            continue
        if w in ".!?" and (f.stop(k) or words[k - 1] not in ABBREVIATED and len(words[k - 1]) > 1):
            break
        if k > i and w in _ENDS:
            break
        if k > i and w in ("and", "or") and _verb_follows(f, k):
            break
        if k > i and verb and w in lex.day and words[k - 1] not in lex.preposition:
            break
        if k > i and f.finite(k) and not _participle(f, k):
            k = _contact(f, i, k)
            break
        k += 1
    while k > i and words[k - 1] in lex.preposition:
        k -= 1
    return (i, k) if k > i else None


def _contact(f: Frame, i: int, k: int) -> int:
    """Where the subject of a clause without its relative pronoun starts: "reports | Mr. Schoen filed"."""
    for m in range(k - 1, i, -1):
        if not f.capital(m - 1) and (f.capital(m) or f.words[m] in _SUBJECTS) and f.words[m - 1] not in f.lex.preposition and f.words[m - 1] not in f.lex.determiner:
            return m
    return k


def _verb_follows(f: Frame, k: int) -> bool:
    end = min(f.n, k + 6)
    for i in range(k + 1, end):
        if f.words[i] in BREAK:
            return False
        if f.finite(i):
            return True
    return False

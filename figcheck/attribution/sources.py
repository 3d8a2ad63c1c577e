"""Where the source of a cue stands: the noun phrase before a verb, after it, or after "according to"."""

from __future__ import annotations

from figcheck.attribution.clauses import clause_start, has_main, participle
from figcheck.attribution.frame import ABBREVIATED, BREAK, DASH, HARD, QUOTE, Frame
from figcheck.attribution.lexicon import small

__all__ = ["after", "before", "contracted"]

_SUBJECTS = small("subject")
_PERSONAL = frozenset(["he", "she", "they", "it", "we", "i"])
_OBJECTS = frozenset(["him", "her", "them", "us", "me"])
_ENDS = small("ends_name")


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
    start = clause_start(f, j)
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
    if not _plain_chunk(f, start, a - 1):
        return a, end, a
    if (
        words[start] in lex.determiner
        and a - start == 3
        and words[a] not in lex.determiner
        and not (f.capital(start + 1) or f.capital(a))
    ):
        return start, end, start  # "the small, shuttered mill"
    joined = next((i for i in range(a, end) if words[i] == "and"), None)
    if joined is not None and end - a < 12 and not f.clause(a, joined):
        return start, end, start
    named = f.capital(start) and f.capital(a - 2) and a - 1 - start <= 5 and start == 0
    return (start, end, start) if named and words[a] in ("the", "a", "an") else (a, end, a)


def _plain_chunk(f: Frame, start: int, comma: int) -> bool:
    """Whether the words up to a comma can begin a noun phrase."""
    words, lex = f.words, f.lex
    first = words[start]
    if start >= comma or first in lex.preposition or first in lex.subordinator or f.adverb(start):
        return False
    if first.endswith("ing") or (start > 0 and words[start - 1] not in (",", ";")):
        return False
    return not has_main(f, comma)


def _strip(f: Frame, a: int, end: int) -> int:
    """Skip what leads a clause but is not its subject: "And", "Meanwhile", "On Tuesday", "In the north"."""
    words, lex = f.words, f.lex
    while a < end - 1:
        w = words[a]
        if (
            w in lex.coordinator
            or w in ("so", "that", "as", "'", "even")
            or w in lex.subordinator
            or f.adverb(a)
            or w in lex.day
            or (w.isdigit() and words[a - 1] in lex.day)
        ):
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
        if mark == "," and quoted is not None and quoted[k]:
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
    if words[k + 1] in lex.coordinator or words[k + 1] in _PERSONAL:
        return None
    start = clause_start(f, k - 1)
    b = _strip(f, start, k)
    if b >= k or words[b] in lex.preposition or words[b] in lex.subordinator or f.adverb(b):
        return None
    if words[b] in lex.day or words[k - 1] in lex.day or words[k - 1].isdigit():
        return None
    if start > 0 and words[start - 1] == ",":
        if not f.capital(b) and not f.capital(k - 1) and words[b] not in lex.determiner:
            return None
        if _is_appositive(f, start, k) and not has_main(f, start - 1):
            return None
        if (
            k - b <= 2
            and f.capital(start - 2)
            and words[start - 2] not in lex.day
            and words[start - 3] in lex.preposition
        ):
            return None  # "of Ava, Mo.,"
    if f.clause(b, k) and lex.relative.isdisjoint(words[b:k]):
        return None
    return (b, k, start) if _said_of(f, k + 1, j) else None


def _said_of(f: Frame, a: int, j: int) -> bool:
    """Whether words a..j only describe: no clause, or a relative one, a participle, a prepositional phrase."""
    words, lex = f.words, f.lex
    if not f.clause(a, j) or not lex.relative.isdisjoint(words[a:j]):
        return True
    if words[a] in ("the", "a", "an") and not any(words[k] in lex.be or words[k] in lex.auxiliary for k in range(a, j)):
        return f.capital(a - 2)  # "Kestrel, the firm linked to the port,"
    return participle(f, a) or words[a].endswith(("ing", "ed")) or words[a] in lex.preposition


def _is_appositive(f: Frame, start: int, end: int) -> bool:
    """Whether the chunk from start to the comma at end is itself said of a noun before its own comma."""
    words = f.words
    w = words[start]
    if w in ("who", "whose", "which", "a", "an"):
        return True
    if start < 2 or not f.capital(start - 2):
        return False
    if w == "the":
        return True
    if f.capital(start):
        return False
    k = start - 2
    while k > 0 and words[k - 1] not in BREAK:
        k -= 1
    return not (f.capital(end - 1) and words[k] in f.lex.preposition)  # "In Paris, former envoy Ana Ruiz, …"


def after(f: Frame, i: int, verb: bool = False) -> tuple[int, int] | None:
    """The noun phrase that starts at word i: up to a break, a relative pronoun or a finite verb.

    After an inverted verb (`verb`) a day ends it too: "said Ana Ruiz on Monday".
    """
    words, lex, n = f.words, f.lex, f.n
    if i >= n or words[i] in BREAK or words[i] in lex.preposition:
        return None
    if contracted(words[i]) in _SUBJECTS or words[i] in _OBJECTS:
        following = words[i + 1] if i + 1 < n else "."
        if words[i] != "her" or following in BREAK or following in lex.preposition or following == ".":
            return i, i + 1
    k = i
    while k < n:
        if words[k] == "." and k + 1 < n and f.sentence.ends[k] == f.sentence.starts[k + 1]:
            k += 1  # "factcheck.org"
            continue
        if _closes(f, k, i):
            break
        if k > i:
            if verb and words[k] in lex.day and words[k - 1] not in lex.preposition:
                break
            if f.finite(k) and not participle(f, k):
                k = _contact(f, i, k)
                break
        k += 1
    while k > i and words[k - 1] in lex.preposition:
        k -= 1
    return (i, k) if k > i else None


def _closes(f: Frame, k: int, i: int) -> bool:
    """Whether a name that starts at word i has ended before word k."""
    words, quoted = f.words, f.quoted
    w = words[k]
    if w in BREAK and w not in QUOTE:
        return True
    if w in ".!?":
        return f.stop(k) or (words[k - 1] not in ABBREVIATED and len(words[k - 1]) > 1)
    if k == i:
        return False
    if quoted is not None and quoted[k] and not quoted[k - 1] and not f.capital(min(k + 1, f.n - 1)):
        return True
    return w in _ENDS or (w in ("and", "or") and _verb_follows(f, k))


def _contact(f: Frame, i: int, k: int) -> int:
    """Where the subject of a clause without its relative pronoun starts: "reports | Dr. Ruiz filed"."""
    words, lex = f.words, f.lex
    for m in range(k - 1, i, -1):
        left = words[m - 1]
        named = not f.capital(m - 1) and (f.capital(m) or words[m] in _SUBJECTS)
        if named and left not in lex.preposition and left not in lex.determiner:
            return m
    return k


def _verb_follows(f: Frame, k: int) -> bool:
    for i in range(k + 1, min(f.n, k + 6)):
        if f.words[i] in BREAK:
            return False
        if f.finite(i):
            return True
    return False

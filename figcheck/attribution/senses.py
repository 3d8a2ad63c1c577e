"""Whether a word that may be a cue verb is one here, and whether words can be its subject."""

from __future__ import annotations

from figcheck.attribution.clauses import participle
from figcheck.attribution.frame import BREAK, QUOTE, Frame
from figcheck.attribution.lexicon import Cue, small
from figcheck.attribution.sources import contracted

__all__ = ["RELATIVE", "is_subject", "is_verb", "means", "speech", "speech_after"]

RELATIVE = frozenset(["who", "which", "that"])
_THIS = frozenset(["this", "that", "these", "those"])
_QUANTITY = small("pronominal") - _THIS - {"some", "many", "most", "others", "both", "all"}
_PLURAL = small("plural")
_SHARE = small("share")
_SUBJECT = small("subject")
_PRONOMINAL = small("pronominal")


def is_verb(f: Frame, i: int, cue: Cue) -> bool:
    """Whether the word before it lets the word at i be a verb: not "the report", "several claims"."""
    words, lex = f.words, f.lex
    before = words[i - 1] if i else ""
    if before in small("before_noun") and not (before == "'s" and f.possessed(i - 1) and cue.form != "base"):
        return False
    if before in lex.determiner and before not in _PRONOMINAL:
        return False
    if before in _QUANTITY and cue.lemma in lex.also_noun and cue.form in ("base", "s"):
        return False
    if before == "that" and i <= 2 and words[i + 1 : i + 2] == [","]:  # "That said, …"
        return False
    return cue.frame != "strict" or speech(f, i)


def speech(f: Frame, i: int) -> bool:
    """Whether a quotation, a colon or "that" stands beside the verb at i."""
    if speech_after(f, i):
        return True
    if f.words[i].startswith("ask") and not small("asked_how").isdisjoint(f.words[i + 1 : i + 3]):
        return True
    return f.quoted is not None and any(f.quoted[max(0, i - 8) : i]) and f.next_break(i + 1) - i < 12


def speech_after(f: Frame, i: int) -> bool:
    """Whether a quotation, a colon or "that" follows the verb at i."""
    words, n = f.words, f.n
    p = f.next_break(i + 1)
    if "that" in words[i + 1 : min(p, i + 3)] or (p < n and (words[p] == ":" or words[p] in QUOTE)):
        return True
    return p + 1 < n and words[p] == "," and words[p + 1] in QUOTE


def means(f: Frame, i: int, cue: Cue) -> bool:
    """Whether a verb of many meanings has the one that tells: "put the toll at 30", not "put 30 into a fund"."""
    following = f.words[i + 1 : i + 22]
    first = following[0] if following else ""
    if cue.lemma == "put":
        return not small("at").isdisjoint(following) and "into" not in following[:6]
    if cue.lemma == "add":
        if not first or not QUOTE.isdisjoint(f.words[max(0, i - 6) : i]):
            return True
        return not (first[0].isdigit() or first in small("add_not")) or (i > 0 and f.words[i - 1] in _SUBJECT)
    if cue.lemma == "declare":
        return first not in small("declared_not")
    if cue.lemma == "find":
        return first not in small("found_so")
    if cue.lemma == "rank":
        return first not in small("rank_not")
    return cue.lemma != "mention" or first != "as"


def is_subject(f: Frame, i: int, j: int, cue: Cue, a: int, b: int) -> bool:
    """Whether words a..b can be the subject of the verb at i: they agree, and are no share of those asked.

    j is the word before the auxiliaries and adverbs that stand before the verb.
    """
    if not _nominal(f, a, b) or _share(f, a, b) or not _fits(f, i, j, cue, a, b):
        return False
    last = contracted(f.words[b - 1])
    helped = j < i - 1 and not f.lex.auxiliary.isdisjoint(f.words[j + 1 : i])
    if cue.form == "base" and not helped:
        return _plural(f, a, b, last)
    if cue.form == "s" and not helped:
        return _singular(f, a, b, last)
    return True


def _nominal(f: Frame, a: int, b: int) -> bool:
    """Whether words a..b read as a noun phrase with a head of its own."""
    words, lex = f.words, f.lex
    first, last = words[a], contracted(words[b - 1])
    length = b - a
    if first in lex.preposition and first != "like":
        return False
    if first in ("not", "been", "being") or (f.finite(a) and not first.endswith("ed")):
        return False
    if first.endswith("ing") and (
        (length == 1 and not f.capital(a)) or (length > 1 and words[a + 1] in lex.determiner)
    ):
        return False
    if last in small("adjective") and (length < 3 or words[b - 2] in lex.determiner):
        return False
    if (last[0].isdigit() and length < 3) or last in ("a", "an", "the") or last in small("owner"):
        return False
    if length == 1:
        if last == "one":
            return False
        return last not in lex.determiner or last in _PRONOMINAL
    return last not in ("most", "more")


def _share(f: Frame, a: int, b: int) -> bool:
    """Whether they are a share of those asked: "45 percent of voters", "six in 10"."""
    words = f.words
    if not _SHARE.isdisjoint(words[a : min(b, a + 6)]):
        return True
    ratio = small("ratio")
    return any(words[k] == "in" and words[k + 1][0].isdigit() and words[k - 1] in ratio for k in range(a + 1, b - 1))


def _fits(f: Frame, i: int, j: int, cue: Cue, a: int, b: int) -> bool:
    """Whether verb and subject go together, and the verb is no noun or participle of the phrase itself."""
    words = f.words
    first, last = words[a], contracted(words[b - 1])
    if cue.form == "ing" and last in small("of_nobody"):
        return False
    if cue.lemma == "rule" and cue.form in ("base", "s"):
        return False
    if first in RELATIVE and b == a + 1 and cue.frame == "noun":
        return False
    if cue.lemma == "find" and _finds(f, i, a, b):
        return False
    if cue.lemma in small("naming") and cue.form == "past" and j == i - 1 and _names(f, i, a, last):
        return False
    if cue.lemma in f.lex.also_noun and cue.form in ("base", "s") and j == i - 1:
        return not _noun(f, i, cue, a, b)
    return True


def _finds(f: Frame, i: int, a: int, b: int) -> bool:
    """Whether somebody finds a thing ("police found 40 boats"), not that something is so."""
    words, lex = f.words, f.lex
    told = words[i + 1 : f.n]
    if f.next_break(i + 1) == i + 1:
        return False
    if not lex.asked.isdisjoint(words[a:b]) or not _SHARE.isdisjoint(told) or "that" in told:
        return False
    verbs = (k for k in range(i + 1, f.n) if f.finite(k) and not participle(f, k))
    return all(words[k - 1] in lex.coordinator for k in verbs)


def _names(f: Frame, i: int, a: int, last: str) -> bool:
    """Whether "called" only gives a name: "a company called X"."""
    words = f.words
    if i + 1 >= f.n or last in RELATIVE or not (f.capital(i + 1) or words[i + 1] in QUOTE):
        return False
    return words[a] in ("a", "an", "another") or (a > 0 and words[a - 1] in (",", "of"))


def _noun(f: Frame, i: int, cue: Cue, a: int, b: int) -> bool:
    """Whether "reports", "plans" at i is the head of the noun phrase a..i, by what follows it."""
    words, lex = f.words, f.lex
    last = contracted(words[b - 1])
    opened = a > 0 and words[a - 1] in BREAK
    if last in _SUBJECT or (last == "that" and a > 0 and not opened):
        return False
    if a > 0 and words[a - 1] in RELATIVE:  # "which the bureau estimates would"
        return False
    after = words[i + 1] if i + 1 < f.n else "."
    if after in (",", ".", ")") and not opened:
        return True
    if after in small("noun_follows") and b > a + 1 and cue.frame != "noun":
        return True
    if after in lex.coordinator or after in lex.past or after in lex.be or after in lex.auxiliary:
        return True
    return words[a] in _THIS and b == a + 1


def _plural(f: Frame, a: int, b: int, last: str) -> bool:
    words, lex = f.words, f.lex
    if last in _PLURAL or (last.endswith("s") and not last.endswith(("ss", "us"))) or "and" in words[a:b]:
        return True
    for k in range(a, b - 1):
        headed = words[k + 1] in lex.preposition or words[k + 1] in lex.relative
        if headed and (words[k] in _PLURAL or words[k].endswith("s")):
            return True
    return False


def _singular(f: Frame, a: int, b: int, last: str) -> bool:
    if last in ("they", "we", "i", "you", "people"):
        return False
    if not last.endswith("s") or last.endswith("ss") or f.capital(b - 1) or last in small("singular_s"):
        return True
    return not f.lex.preposition.isdisjoint(f.words[a:b])

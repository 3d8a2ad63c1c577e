"""The full name that a source stands for: pronouns, short forms and surnames, looked up in the article."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from figcheck.attribution.kinds import words_of
from figcheck.text import Part
from figcheck.words import trie, wordset

__all__ = ["Names", "trimmed"]

_ARTICLE = re.compile(r"^(?:the|a|an|this|that|these|those|its|their|his|her|our)\s+", re.IGNORECASE)
_RUN = wordset("aliases.toml", "words", "modifier") - {"based"}  # where a body sits may be all that tells it apart
_MODIFIER = re.compile(rf"\b[\w.]+-{trie(_RUN)}\s+", re.IGNORECASE)
_CUT = re.compile(r"\s*(?:[,;(\[\u2014\u2013]|\s--?\s|\bwho\b|\bwhich\b|\bwhose\b).*", re.DOTALL)
_VOICE = (
    r"(?:count|tally|figures|figure|data|numbers|estimates?|statistics|statements?|records|projections?|forecasts?)"
)
_GIVEN = r"(?: (?:published|released|compiled|issued|provided|given|collected)[a-z ]*)?"
_OWNED = re.compile(
    rf"^(?i:(?:the |an? )?(?:[a-z]+ ){{0,2}}{_VOICE}){_GIVEN} (?:by|from|of) ((?:the |an? )?[A-Za-z].+)$"
)
_OWN_COUNT = re.compile(rf"^(.+?)['\u2019]s? (?:own |latest |official |new )?{_VOICE}$")
_OF = re.compile(
    r"(Ministry|Department|Office|Bureau|Institute|Center|Centre|Agency|Board|Council|Committee)\s+(?:of|for)\s+(?:the\s+)?((?:[A-Z][\w-]+)(?:\s+(?:and\s+)?[A-Z][\w-]+){0,3})"
)
_IN = re.compile(r"^(.+?)\s+in\s+(?:the\s+)?([A-Z][\w-]*(?:\s[A-Z][\w-]*){0,2})(?:\s.*)?$", re.DOTALL)
_POSSESSIVE = re.compile(r"^((?:[A-Z][\w.-]*\s?){1,3})['\u2019]s?\s+(.+)$", re.DOTALL)
_TITLES = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Gen|Lt|Col|Maj|Capt|Sgt|Sen|Sens|Rep|Reps|Gov|Prof|Rev|Hon)\b\.?\s+")
_NEAR = 10_000  # how far from a source its full name is looked for, so that a long text costs no more a word
_LOW = re.compile(r"(?:^|\s)(?:the|a|an|The|A|An)\s((?:[a-z-]+\s){1,3})[a-z-]+$")
_PLAIN = words_of("no_name")
_FIRST = re.compile(r"((?:[A-Z][\w\u2019'-]+)(?: [A-Z]\.)?|(?:[A-Z]\. ?){1,2}) $")
_LEADS = words_of("no_first_name")
_BAD = ("the ", "in ", "on ")
_LEFT = re.compile(r"(?:[A-Z][\w.&-]*(?:['\u2019]s)?\s(?:[A-Za-z]+-(?:run|backed|led|controlled|held)\s)?){1,4}$")
_RIGHT = re.compile(
    r"(?:\s(?:of|for)\s(?:the\s)?[A-Z]\w+(?:\s(?:and\s)?[A-Z]\w+){0,3})?(?:\s(?:in|of)\s(?:the\s)?[A-Z]\w+)?"
)


@lru_cache(maxsize=4096)
def trimmed(source: str) -> str:
    """A source's name in its normal form: no article, apposition, "-run" or title; place first.

    >>> trimmed("Gaza's Hamas-run Health Ministry"), trimmed("the Health Ministry in Gaza")
    ('Gaza Health Ministry', 'Gaza Health Ministry')
    >>> trimmed("the Ministry of Health"), trimmed("Dr. Ana Ruiz, who runs the clinic,")
    ('Health Ministry', 'Ana Ruiz')
    """
    if m := _OWNED.match(source) or _OWN_COUNT.match(source):
        source = m[1]
    name = _CUT.sub("", source.strip(" ,\"'\u201c\u201d\u2018\u2019").rstrip("'\u2019")) or source.strip()
    name = _MODIFIER.sub("", _TITLES.sub("", name))
    name = _OF.sub(lambda m: f"{m[2]} {m[1]}", name)
    if m := _POSSESSIVE.match(name):
        name = f"{m[1].strip()} {_ARTICLE.sub('', m[2], count=1)}"
    name = re.sub(r"['\u2019]s$", "", name)
    if (m := _IN.match(name)) and m[1].split()[-1].lower() in words_of("institution"):
        name = f"{m[2]} {_ARTICLE.sub('', m[1], count=1)}"
    if name.lower() not in ("he", "she", "they", "it", "we", "i", "who", "which", "that", "you"):
        name = _ARTICLE.sub("", name, count=1)
    name = _untitled(" ".join(name.split()))
    return name or source.strip()


def _untitled(name: str) -> str:
    """A person's name without the office before it: "Prime Minister Ana Ruiz" is Ana Ruiz."""
    words = name.split()
    person = words_of("person")
    last = max((i for i, w in enumerate(words[:-1]) if w.lower().strip(".") in person), default=-1)
    rest = words[last + 1 :]
    if (
        last >= 0
        and 2 <= len(rest) <= 4
        and all(w[0].isupper() for w in rest)
        and not any(w.lower() in words_of("institution") for w in rest)
    ):
        return " ".join(rest)
    return name


class Names:
    """Looks names up in one part of an article, each question once."""

    def __init__(self, part: Part) -> None:
        self.part = part
        self._full: dict[tuple[str, int], str] = {}

    def owner(self, source: str, start: int) -> str:
        """The full name of a source that is not a pronoun, as far as the text up to there gives it."""
        name = trimmed(source)
        words = name.split()
        if not words:
            return source
        key = (name, start // _NEAR if name[0].isupper() else start)
        if key not in self._full:
            self._full[key] = self._lookup(name, words, start)
        return self._full[key]

    def _lookup(self, name: str, words: list[str], start: int) -> str:
        last = words[-1]
        if len(words) == 1 and last[0].isupper() and not last.isupper():
            return self._surname(last, start) or name
        if last.lower() in words_of("institution") and not (len(words) > 2 and words[0][0].isupper()):
            return self._body(words, start) or name
        return name

    def _surname(self, last: str, start: int) -> str | None:
        """ "Ruiz" to "Ana Ruiz": the first name that stands before it most often in the article."""
        firsts: Counter[str] = Counter()
        for window in _windows(self.part.text, last, 30, start - 2 * _NEAR, start + _NEAR):
            m = _FIRST.search(window, 0, len(window) - len(last))
            if m is None:
                continue
            first = m[1]
            low = first.lower().strip(".")
            if low not in _LEADS and low not in words_of("person") and low not in words_of("institution"):
                firsts[first] += 1
        best = firsts.most_common(1)
        return f"{best[0][0]} {last}" if best else None

    def _names_of(self, title: str, start: int) -> list[str]:
        """The full names with a head noun that stand before an offset: "Gaza Health Ministry"."""
        out: list[str] = []
        text = self.part.text
        at = text.find(title, max(0, start - 2 * _NEAR), start)
        while at >= 0 and len(out) < 24:
            end = at + len(title)
            if not text[end : end + 1].isalnum() and not text[at - 1 : at].isalnum():
                left = _LEFT.search(text, max(0, at - 60), at)
                right = _RIGHT.match(text, end)
                full = text[left.start() if left else at : right.end() if right else end]
                out.append(trimmed(" ".join(full.split())))
            at = text.find(title, end, start)
        return out

    def _body(self, words: list[str], start: int) -> str | None:
        """ "the ministry" to "Gaza Health Ministry": the nearest longer name before it with the same head."""
        head = words[-1]
        title = head[0].upper() + head[1:]
        best: str | None = None
        mine = {w.lower() for w in words}
        bare = len(mine) == 1
        for full in self._names_of(title, start):
            found = {w.lower() for w in full.split()}
            longer = mine <= found and len(found) > len(mine) and not full.lower().startswith(_BAD)
            if longer and (best is None or len(found) >= len(best.split()) or bare):
                best = full
        if best is None and bare and head[0].islower():
            found_low = [
                m[1] for w in _windows(self.part.text, head, 60, start - _NEAR, start) if (m := _LOW.search(w))
            ]
            best = next((f"{low}{head}" for low in found_low if low.split()[0] not in _PLAIN), None)
        return best


def _windows(text: str, word: str, left: int, start: int, end: int) -> list[str]:
    """Each of the first places between two offsets where a word stands by itself, with the text left of it."""
    out: list[str] = []
    at = text.find(word, max(start, 0), end)
    while at >= 0 and len(out) < 24:
        stop = at + len(word)
        if not text[stop : stop + 1].isalnum() and not text[at - 1 : at].isalnum():
            out.append(text[max(0, at - left) : stop])
        at = text.find(word, stop, end)
    return out

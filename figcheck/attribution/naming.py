"""The full name that a source stands for: pronouns, short forms and surnames, looked up in the article."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from figcheck.attribution.kinds import is_a
from figcheck.syntax.lexicon import (
    AUXILIARY,
    COORDINATOR,
    DETERMINER,
    MODAL,
    OPENER,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    TIME,
    WH,
    look,
)
from figcheck.text import Part
from figcheck.words import wordset

__all__ = ["Names", "trimmed"]

_RUN = wordset("aliases.toml", "words", "modifier") - {"based"}  # where a body sits may be all that tells it apart
_ARTICLES = frozenset(["the", "a", "an", "this", "that", "these", "those", "its", "their", "his", "her", "our"])
_ABBREVIATED = wordset("lexicon.toml", "abbreviation")
_RELATIVE = frozenset(("who", "which", "whose"))
_HEADS = frozenset(
    [
        "ministry",
        "department",
        "office",
        "bureau",
        "institute",
        "center",
        "centre",
        "agency",
        "board",
        "council",
        "committee",
    ]
)
_NEAR = 10_000  # how far from a source its full name is looked for, so that a long text costs no more a word
_CUTS = ",;([\u2014\u2013"
_EDGES = " ,\"'\u201c\u201d\u2018\u2019"
_CLOSED = PREPOSITION | COORDINATOR | DETERMINER | PRONOUN | OPENER | WH | AUXILIARY | MODAL | TIME
_ENDS = ",;\u2014"  # what may follow a name in apposition; a stop may belong to an initial
_NAMED = 48  # code points that a name takes
_NAMES = 24  # how many places are looked at


@lru_cache(maxsize=4096)
def trimmed(source: str) -> str:
    """A source's name in its normal form: no article, apposition, "-run" or title; place first.

    >>> trimmed("Gaza's Hamas-run Health Ministry"), trimmed("the Health Ministry in Gaza")
    ('Gaza Health Ministry', 'Gaza Health Ministry')
    >>> trimmed("the Ministry of Health"), trimmed("Dr. Ana Ruiz, who runs the clinic,")
    ('Health Ministry', 'Ana Ruiz')
    >>> trimmed("Estimates from the harbor authority"), trimmed("the union's own count")
    ('harbor authority', 'union')
    """
    words = _behind(_cut(source).replace("\u2019", "'").split())
    words = [w for w in words if not ("-" in w and w.rpartition("-")[2].lower() in _RUN)]
    words = [w for w in words if not (w.lower().rstrip(".") in _ABBREVIATED and is_a(w.rstrip("."), "person"))] or words
    words = _place_first(_turned(words))
    if len(words) > 1 and words[0].lower() in _ARTICLES:
        words = words[1:]
    name = " ".join(_untitled([w.removesuffix("'s").rstrip("'") for w in words])).strip(_EDGES)
    return name or source.strip()


def _cut(source: str) -> str:
    """A source up to what only describes it."""
    name = source.strip(_EDGES)
    at = min((k for k in map(name.find, _CUTS) if k > 0), default=len(name))
    words: list[str] = []
    for w in name[:at].split():
        if words and (w.lower() in _RELATIVE or w in ("-", "--")):
            break
        words.append(w)
    return " ".join(words) or source.strip()


def _behind(words: list[str]) -> list[str]:
    """Whose count it is: "estimates by X", "X's latest figures"."""
    for i, w in enumerate(words):
        tags = look(w.lower()).tags
        if (
            "told" not in tags
            and "data" not in tags
            and not ("document" in tags.get("source", "") and i == len(words) - 1)
        ):
            continue
        k = i + 1
        while k < len(words) and look(words[k].lower()).bits & PARTICIPLE:
            k += 1
        if (
            i < 4
            and not any(x[0].isupper() for x in words[1:i])
            and words[k : k + 1]
            and words[k] in ("by", "from", "of")
        ):
            return words[k + 1 :] or words
        owner = next((j for j in range(i - 1, -1, -1) if words[j].endswith(("'s", "s'"))), None)
        if i == len(words) - 1 and owner is not None and i - owner <= 2:
            return [*words[:owner], words[owner].removesuffix("'s").rstrip("'")]
    return words


def _turned(words: list[str]) -> list[str]:
    """ "Ministry of Health" is "Health Ministry"."""
    for i, w in enumerate(words[:-2]):
        if w.lower() in _HEADS and w[0].isupper() and words[i + 1] in ("of", "for"):
            j = i + 2 + (words[i + 2] == "the")
            end = j
            while end < len(words) and (words[end][0].isupper() or (words[end] == "and" and end > j)):
                end += 1
            if end > j:
                return [*words[:i], *words[j:end], w, *words[end:]]
    return words


def _place_first(words: list[str]) -> list[str]:
    """ "the Health Ministry in Norland" is "Norland Health Ministry", and so is "Norland's Health Ministry"."""
    owner = next((i for i, w in enumerate(words) if w.endswith(("'s", "s'")) and i < 3), None)
    if owner is not None and words[0][0].isupper() and owner + 1 < len(words):
        rest = words[owner + 1 :]
        return [
            *words[:owner],
            words[owner].removesuffix("'s").rstrip("'"),
            *(rest[1:] if rest[0].lower() in _ARTICLES else rest),
        ]
    if "in" in words[1:-1]:
        i = words.index("in", 1)
        place = words[i + 1 + (words[i + 1] == "the") :]
        end = next((k for k, w in enumerate(place) if not w[0].isupper()), len(place))
        head = words[1:i] if words[0].lower() in _ARTICLES else words[:i]
        if 0 < end <= 3 and head and is_a(head[-1], "institution"):
            return [*place[:end], *head]
    return words


def _untitled(words: list[str]) -> list[str]:
    """A person's name without the office before it: "Prime Minister Ana Ruiz" is Ana Ruiz."""
    last = max((i for i, w in enumerate(words[:-1]) if is_a(w.strip("."), "person")), default=-1)
    rest = words[last + 1 :]
    named = 2 <= len(rest) <= 4 and all(w[:1].isupper() for w in rest) and not any(is_a(w, "institution") for w in rest)
    return rest if last >= 0 and named else words


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
            self._full[key] = self._holder(words, start + len(source)) or self._lookup(name, words, start)
        return self._full[key]

    def _holder(self, words: list[str], end: int) -> str | None:
        """Who holds an office, where the name follows: "the provincial governor, Idris Belo, said"."""
        text = self.part.text
        office = words[: words.index("of")] if "of" in words[1:] else words  # "the director of the main hospital, …"
        if office[-1][0].isupper() or not is_a(office[-1], "person") or not text.startswith(", ", end):
            return None
        after = text[end + 2 : end + 2 + _NAMED]
        at = min((k for k in map(after.find, _ENDS) if k > 0), default=len(after))
        found = after[:at].split()
        found = found[: next((k for k, w in enumerate(found) if not w[0].isupper()), len(found))]
        named = 2 <= len(found) <= 4 and not any(is_a(w.strip(".").lower(), "institution") for w in found)
        return " ".join(_untitled(found)) if named else None

    def _lookup(self, name: str, words: list[str], start: int) -> str:
        last = words[-1]
        if len(words) == 1 and last[0].isupper():
            return (self._spelled(last, start) if last.isupper() else self._surname(last, start)) or name
        if is_a(last, "institution") and not (len(words) > 2 and words[0][0].isupper()):
            return self._body(words, start) or name
        return name

    def _spelled(self, acronym: str, start: int) -> str | None:
        """ "MOH" to "Ministry of Health", where the text has "the Ministry of Health (MOH)"."""
        at = self.part.text.find(f"({acronym})", max(0, start - 2 * _NEAR), start)
        if at < 0 or len(acronym) < 2:
            return None
        words = self.part.text[max(0, at - 80) : at].split()
        for k in range(len(words) - 1, max(-1, len(words) - 8), -1):
            initials = "".join(w[0] for w in words[k:] if w[0].isupper())
            if initials == acronym and words[k][0].isupper():
                return trimmed(" ".join(words[k:]))
        return None

    def _surname(self, last: str, start: int) -> str | None:
        """ "Ruiz" to "Ana Ruiz": the first name that stands before it most often in the article."""
        firsts: Counter[str] = Counter()
        for before in self._before(last, 30, start - 2 * _NEAR, start + _NEAR):
            words = before.split(" ")[-2:]
            initial = len(words) == 2 and len(words[1].rstrip(".")) == 1 and words[0][:1].isupper()
            first = " ".join(words) if initial and words[1].endswith(".") else words[-1]
            plain = first.rstrip(".").lower()
            whole = first and first[0].isupper() and (len(before.split()) > 1 or before[:1].isupper())
            if (
                whole
                and first[-1] not in ",;:"
                and not is_a(plain, "person", "institution")
                and not look(plain).first & _CLOSED
            ):
                firsts[first] += 1
        best = firsts.most_common(1)
        return f"{best[0][0]} {last}" if best else None

    def _body(self, words: list[str], start: int) -> str | None:
        """ "the ministry" to "Gaza Health Ministry": the nearest longer name before it with the same head."""
        head = words[-1]
        mine = {w.lower() for w in words}
        best: str | None = None
        for full in self._names_of(head[0].upper() + head[1:], start):
            found = {w.lower() for w in full.split()}
            if (
                mine <= found
                and len(found) > len(mine)
                and (best is None or len(found) >= len(best.split()) or len(mine) == 1)
            ):
                best = full
        if best is None and len(mine) == 1 and head[0].islower():
            for before in self._before(head, 60, start - _NEAR, start):
                low = before.split()
                at = max((k for k, w in enumerate(low) if w.lower() in ("the", "a", "an")), default=-1)
                said = low[at + 1 :]
                plain = bool(said) and look(said[0]).bits and not said[0].isupper() and len(said) <= 3
                if (
                    at >= 0
                    and plain
                    and "no_name" not in look(said[0]).tags
                    and all(w.isalpha() and w.islower() for w in said)
                ):
                    return f"{' '.join(said)} {head}"
        return best

    def _names_of(self, title: str, start: int) -> list[str]:
        """The full names with a head noun that stand before an offset: "Gaza Health Ministry"."""
        out: list[str] = []
        text = self.part.text
        for before, after in self._around(title, 60, max(0, start - 2 * _NEAR), start):
            left: list[str] = []
            for w in reversed(before.split()):
                tied = "-" in w and w.rpartition("-")[2].lower() in _RUN
                if (
                    len(left) == 5
                    or not (w[0].isupper() or tied)
                    or w[-1] in ",.;:"
                    or (w.lower() in _ARTICLES and w[0].isupper())
                ):
                    break
                left.insert(0, w)
            right: list[str] = []
            words = text[after : after + 80].split(" ")[1:]
            while len(words) > 1 and words[0] in ("of", "for", "in") and len(right) < 8:
                k = 1 + (words[1] == "the")
                end = k
                while end < len(words) and words[end][:1].isupper():
                    end += 1
                    if words[end - 1][-1:] in ",.;:)":
                        break
                if end == k:
                    break
                right += words[:end]
                if words[end - 1][-1:] in ",.;:)":
                    break
                words = words[end:]
            out.append(trimmed(" ".join([*left, title, *right]).rstrip(",.;:)")))
        return out

    def _around(self, word: str, left: int, start: int, end: int) -> list[tuple[str, int]]:
        """The first places between two offsets where a word stands by itself: the text before it, and its end."""
        out: list[tuple[str, int]] = []
        text = self.part.text
        at = text.find(word, max(start, 0), end)
        while at >= 0 and len(out) < _NAMES:
            stop = at + len(word)
            if not text[stop : stop + 1].isalnum() and not text[at - 1 : at].isalnum():
                window = text[max(0, at - left) : at].rpartition("\n")[2]
                out.append((window.rstrip(" ") if window.endswith(" ") else "", stop))
            at = text.find(word, stop, end)
        return out

    def _before(self, word: str, left: int, start: int, end: int) -> list[str]:
        return [before for before, _ in self._around(word, left, start, end)]

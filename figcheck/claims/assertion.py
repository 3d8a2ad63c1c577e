"""Whether a figure is asserted at all, how firmly its status is told, and the words that revise it."""

from __future__ import annotations

from figcheck.claims import lexicon as lx
from figcheck.claims.found import Found
from figcheck.claims.view import Spot, View
from figcheck.models import Status

__all__ = ["asserted", "revision", "status"]

_REACH = 22
_DRILLS = lx.words("drills")
_IFS = frozenset(["if", "unless", "whether"])
_NOT = lx.words("not")
_GIVEN = frozenset({"killed", "injured", "captive", "missing"})  # "the murder of 12" is taken for granted
_PLOTTED = lx.words("plotted")
_AFTER_UNREAL = lx.words("after_unreal")


def asserted(view: View, spot: Spot, found: Found | None) -> bool:
    """False for plans, possibilities, conditionals, forecasts, exercises, and what did not happen."""
    if not (view.flags & (lx.MODAL | lx.UNREAL | lx.NEGATION)):
        return True
    words = view.words
    if found is not None and any(w in _DRILLS for w in words[max(0, spot.start - _REACH * 2) : spot.start]):
        return False
    if found is not None and found.of and found.measure in _GIVEN:
        return _PLOTTED.isdisjoint(words[max(0, found.start - 3) : found.start])
    limit = found.start if found is not None and found.start >= spot.end else min(len(words), spot.end + 6)
    if not _ahead(view, spot, limit, found is not None and found.start >= spot.end):
        return False
    subject = found.how in {"right"} if found is not None else _is_subject(view, spot)
    return _behind(view, spot, subject)


def _ahead(view: View, spot: Spot, limit: int, governed: bool) -> bool:
    """Reads from the figure to its verb: "300 could be killed", "12 are expected to die"."""
    codes, words = view.codes, view.words
    for j in range(spot.end, limit):
        code = codes[j]
        if code & lx.MODAL and _modal(view, j):
            return False
        if words[j] in _AFTER_UNREAL and j and codes[j - 1] & (lx.BE | lx.ADVERB):
            return False
        if governed and words[j] in _NOT:
            return False
        if not governed and (
            code & (lx.SUBORDINATE | lx.RELATIVE | lx.COMMA | lx.STOP | lx.HAVE | lx.AND) or j in view.at_start
        ):
            break
        if not governed and code & lx.BE and not (j + 1 < len(codes) and words[j + 1] in _AFTER_UNREAL | {"to"}):
            break
    if governed and limit < len(words) and codes[limit - 1] & lx.TO and limit - 1 >= spot.end:
        return _infinitive_happened(view, spot)
    return True


def _infinitive_happened(view: View, spot: Spot) -> bool:
    """ "forced 12 people to flee" happened; "asked 12 people to leave" need not have."""
    before = view.words[max(0, spot.start - 4) : spot.start]
    after = view.words[spot.end : spot.end + 3]
    return (
        bool(_CAUSED & set(before)) or "had" in after or "managed" in after or ("were" in after and "forced" in after)
    )


_CAUSED = lx.words("caused")


def _modal(view: View, j: int) -> bool:
    """Whether a modal speaks of what may be: "can" tells an ability, and May is a month."""
    word = view.words[j]
    if word in {"can", "cannot", "can't"}:
        return False
    if word == "may" and view.sentence.raw(j) != "may":
        beside = view.words[j - 1 : j] + view.words[j + 1 : j + 2]
        return view.shouting and not any(w[0].isdigit() for w in beside)
    return True


def _is_subject(view: View, spot: Spot) -> bool:
    if spot.end >= len(view.words):
        return False
    return bool(view.codes[spot.end] & (lx.BE | lx.HAVE | lx.MODAL | lx.DO))


def _behind(view: View, spot: Spot, subject: bool) -> bool:
    """Reads back from the figure to the verb over it, no further than its clause."""
    codes, words = view.codes, view.words
    crossed = False
    for j in range(spot.start - 1, max(-1, spot.start - _REACH), -1):
        code = codes[j]
        if words[j] in _IFS:
            return False
        if _begins(view, j):
            return True
        if code & lx.COMMA:
            crossed = True
        elif not subject and not code & lx.STOP:
            verdict = _governs(view, spot, j, crossed)
            if verdict is not None:
                return verdict
    return True


def _begins(view: View, j: int) -> bool:
    """Whether a clause begins after token j, so that no verb before it is over the figure."""
    code, word = view.codes[j], view.words[j]
    if code & lx.STOP:
        return word in {";", ":", ".", "?", "!"}
    if word == "that":
        return j > 0 and bool(view.codes[j - 1] & lx.REPORT or view.codes[j - 1] == 0)
    return bool(code & lx.RELATIVE or (code & lx.SUBORDINATE and not code & lx.PREPOSITION))


def _governs(view: View, spot: Spot, j: int, crossed: bool) -> bool | None:
    """What the word at j makes of the figure: asserted, not asserted, or None where it says neither."""
    codes, words = view.codes, view.words
    code, word = codes[j], words[j]
    before = codes[j - 1] if j else 0
    if code & lx.MODAL and _modal(view, j):
        return crossed and not _hanging(view, spot)
    if not crossed and code & lx.UNREAL and not code & lx.MODAL:
        return j > 0 and word in _NOUNS and not before & lx.PRONOUN and not _takes(words, j)
    if not crossed and word in _DENIES:
        return False
    if code & (lx.BE | lx.HAVE | lx.DO):
        loose = before & lx.MODAL or code & lx.DO or words[j + 1 : j + 2] == ["not"]
        return None if loose else True
    if code & lx.REPORT and not code & lx.ADVERB and crossed:
        return True
    if word.endswith("ed") and not code & lx.UNREAL:
        return None if before & (lx.HAVE | lx.MODAL | lx.BE | lx.TO | lx.ADVERB | lx.AND) else True
    return None


_DENIES = frozenset({"without", "denied", "denies", "deny", "not", "never", "didn't", "doesn't"})
_NOUNS = lx.words("nouns")


def _takes(words: list[str], j: int) -> bool:
    """Whether a word that may be noun or verb is used of things to come: "plans to", "set to"."""
    return j + 1 < len(words) and words[j + 1] in {"to", "for"}


def _hanging(view: View, spot: Spot) -> bool:
    """ "a blast could follow, killing 12": the participle hangs on the modal's clause."""
    hit = view.by_end.get(spot.start)
    return hit is not None and bool(hit.role & lx.ING)


_STATUS: dict[str, Status] = {
    "confirmed": "confirmed", "confirming": "confirmed", "identified": "identified", "suspected": "suspected",
    "presumed": "suspected", "probable": "suspected", "laboratory-confirmed": "confirmed", "lab-confirmed": "confirmed",
}  # fmt: skip


def status(view: View, spot: Spot, found: Found) -> Status | None:
    """confirmed, identified, suspected or reported, from the words about the figure."""
    words = view.words
    low = max(0, spot.start - 2)
    high = max(spot.end, min(found.end, spot.end + 8)) if found.start >= spot.end else spot.end
    while high < len(words) and high < spot.end + 5 and view.codes[high] & (lx.BE | lx.HAVE | lx.ADVERB):
        high += 1  # "ten bodies have been identified"
    if high < len(words) and words[high] == "of" and high == spot.end:
        k = next((k for k in range(high + 1, min(high + 5, len(words))) if words[k] in _STATUS), None)
        if k is not None and not any(view.codes[m] & (lx.COMMA | lx.STOP | lx.AND | lx.REPORT) for m in range(high, k)):
            return _STATUS[words[k]]  # "1,630 cases of bird flu confirmed"
    for j in range(low, min(high + 1, len(words))):
        told = _STATUS.get(words[j])
        if told is not None and not (words[j] == "suspected" and j < spot.start):
            return told
    if "reported" in words[spot.number_end : spot.end]:
        return "reported"
    return None


_REVISERS = lx.words("revisers")
_COUNTS = lx.words("counts")
_PLAIN = lx.words("plain")


def revision(view: View) -> str | None:
    """The words of a sentence that revise a figure: "revised down from", "an earlier count of"."""
    words = view.words
    for j, word in enumerate(words):
        if word not in _REVISERS:
            continue
        near = words[j + 1 : j + 6]
        if word.startswith(("revis", "correct")) or (word in _PLAIN and _COUNTS & set(near)):
            end = j + 1
            while end < len(words) and words[end] in {
                "down",
                "up",
                "upward",
                "downward",
                "upwards",
                "downwards",
                "sharply",
                "from",
                "to",
            }:
                end += 1
            return _slice(view, j, end)
        if word in {"earlier", "initial", "previous", "preliminary", "original"} and near and near[0] in _COUNTS:
            return _slice(view, j, j + 2 + (near[1:2] == ["of"]))
    return None


def _slice(view: View, start: int, end: int) -> str:
    sentence = view.sentence
    return sentence.part.text[sentence.starts[start] : sentence.ends[end - 1]]

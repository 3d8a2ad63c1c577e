"""Numbers that are a label: sections, flights, channels, models, addresses, postal codes, list numbers."""

from __future__ import annotations

import re
from decimal import Decimal

from figcheck.numeral.site import Site, is_closed
from figcheck.words import load, trie

__all__ = [
    "ODDS",
    "WORDS",
    "is_feature",
    "is_gun",
    "is_house",
    "is_label",
    "is_named_in_words",
    "is_result",
    "is_version",
]

WORDS: dict[str, frozenset[str]] = {k: frozenset(v.split()) for k, v in load("names.toml").items()}

_LABEL = WORDS["label"]
_LABEL_CAPITAL = WORDS["label_capital"]
_COUNTED = WORDS["counted"]
_NAMED_WORDS = WORDS["named_words"]
_NAMED_CAPITAL = WORDS["named_capital"]
_GROUPS = frozenset(("group", "gang", "council", "committee", "band"))
_STREET = WORDS["street"]
_AT = frozenset(("at", "near", "outside", "address"))
_SIDES = frozenset(("North", "South", "East", "West", "N.", "S.", "E.", "W.", "NE", "NW", "SE", "SW"))
_EMERGENCY = frozenset(("911", "999", "112", "111", "000", "311", "988"))
_CALL = ("call", "dial", "phon", "ring", "rang")
_CALLED = WORDS["emergency_after"]
_IS = frozenset(("is", "was", "has", "had", "will", "would", "became", "remains"))
_NEVER_LABEL = frozenset(("percent", "per", "pct", "percentage", "times", "years", "months", "days", "hours"))
_SERIES = frozenset(("image", "photo", "picture", "page", "slide", "part", "step", "chapter", "episode", "caption"))
_DAYS = WORDS["calendar"]
_MODELS = WORDS["aircraft"]
_DETERMINERS = WORDS["determiner"]
_NOUNLESS = WORDS["plural_verb"]
_ADDRESS = re.compile(
    r"(?: (?:[NSEW]{1,2}\.?|North|South|East|West))?(?: (?:[A-Z][\w'.-]*|\d{1,3}(?:st|nd|rd|th))){1,4}"
)
_STATION = re.compile(r" (?:[A-Z][a-z]+ ){0,2}(?:News|WINS|AM|FM)\b")
_TO_NUMBER = re.compile(r" (?:to|versus|vs\.?) \d")
_TALLY_AFTER = re.compile(r"[,;] (?:and )?(?:[A-Z][\w.'-]* ){1,3}\d{2,}(?![\d-])")
_TALLY_BEFORE = re.compile(r"\d{2,}[,;] (?:and )?(?:[A-Z][\w.'-]* ){1,3}$")
_VANITY = re.compile(r"\d-([a-z]{3,})$")  # a telephone number in letters, its digits after it in brackets
_CAPITAL_UNIT = re.compile(r" (?:Cent|Mile)(?![\w])")
_NEXT_SIDE = re.compile(r" (?:[A-Z][\w'.-]* ){1,3}(\d{1,3})(?![\d,%]|\.\d)")
_AIRCRAFT = re.compile(r"-?(?:max|dreamliner|jumbo|jets?|aircraft|airliners?|planes?|freighters?|series)\b")
_MARKED = ",;:.!?\"')]"
_GUN = re.compile(rf"(?:[ -]?(?:calib(?:er|re)s?|gauge|cal)|-? ?{trie(WORDS['gun'])})(?![^\W_])")
_RULING = "decision|ruling|vote|majority|margin|verdict|win|victory|defeat|loss|lead|split|edge"
ODDS = re.compile(
    rf"-to-((?:1|one)(?![\w-]|[.,]\d)|(?:\d{{1,3}}|[a-z]+)(?= (?:{_RULING})(?![^\W_])))"
    r"|-(?:for|of)-(?=\d)(\d{1,2})(?![\w-]|[.,]\d)"
)
_BORE = re.compile(r"\.\d{2,3}|\d{1,2}|\d\.\d{1,2}")
_FEATURE = re.compile(rf"-(?:{trie(WORDS['feature'])})(?:ed|er|s)?(?![^\W_-])")
_ROW = re.compile(r"-(?:,(?: and| or)?|,? and|,? or| to) $")
_FEW = Decimal(12)  # a 200-bed hospital is counted, a three-bed house is a kind of house


def is_label(place: Site, token: str) -> bool:
    """Whether the words beside a plain run of digits, with no money sign before it, make it a name or a label."""
    lower, end = place.lower, place.end
    if lower[end : end + 1] == "%" or place.after in _NEVER_LABEL:
        return False
    if place.plain[end : end + 2].strip().isalnum() and token.isdecimal() and _names_what_follows(place, token):
        return True
    if lower.startswith(("-block", " block"), end) and len(token) > 2:
        return True
    if lower[place.start - 1 : place.start] == "[" and lower[end : end + 1] == "]":
        return True  # a footnote mark
    word = place.before
    if token in _EMERGENCY and place.after in _CALLED and lower[end : end + 1] in " -":
        return True
    if (token in _EMERGENCY and word.startswith(_CALL)) or (len(token) == 5 and place.after in ("zip", "postcode")):
        return True
    if not word:
        return _is_list_number(place) or _spells(place, token)
    if word in _LABEL:
        return _labels(place, token)
    if token in _MODELS and _AIRCRAFT.match(lower, end + 1):
        return True
    if word == "of" and len(place.left) > 2 and place.left[-2].isdecimal() and place.left[-3] in _SERIES:
        return True
    raw = place.before_raw
    return any(c.isupper() for c in raw) and _follows_name(place, token, word, raw)


def _spells(place: Site, token: str) -> bool:
    """(800) 226-TIPS (8477): as many digits as the letters before them."""
    m = _VANITY.search(place.left[-2]) if len(place.left) > 1 else None
    return m is not None and len(m.group(1)) == len(token) and place.left[-1] == "(" and token.isdecimal()


def _follows_name(place: Site, token: str, word: str, raw: str) -> bool:
    """Whether the word with a capital before it is one that a number completes."""
    if not token.isdecimal():
        return token.endswith(".0") and len(token) == 3 and raw[-1] not in _MARKED and len(place.left) > 1
    if len(token) == 5 and _is_state(raw):
        return True
    if len(token) < 4 and place.left[-1][0] == "(" and place.lower[place.end : place.end + 1] == ")":
        return raw[0].isupper()  # (Cole 73)
    if len(token) > 4 or word in _DAYS or (raw[-1] in _MARKED and not _is_initials(raw)):
        return False
    if word in _LABEL_CAPITAL and raw[0].isupper():
        return place.after not in _COUNTED
    return _is_named(place, raw)


def _names_what_follows(place: Site, token: str) -> bool:
    """12 Station Road, 21 News, 50 Cent: a number that begins a name."""
    if not place.plain[place.end + 1 : place.end + 2].isalnum():
        return False
    return (
        _is_address(place, token)
        or (len(token) < 5 and _STATION.match(place.plain, place.end) is not None)
        or _CAPITAL_UNIT.match(place.plain, place.end) is not None
    )


def is_gun(place: Site, token: str) -> bool:
    """ ".44 caliber", "a .22 rifle", "12-gauge": what a gun takes, not how many there are."""
    if not (token[0] == "." or place.after.lstrip("-").startswith(("cal", "gauge"))):
        return False
    return _BORE.fullmatch(token) is not None and _GUN.match(place.lower, place.end) is not None


def is_feature(place: Site, value: Decimal | None) -> bool:
    """ "three-bed", "six-speed", "four-door": a kind of house, gearbox or car."""
    if value is None or not 1 < value <= _FEW or _FEATURE.match(place.lower, place.end) is None:
        return False
    return not _ROW.search(
        place.lower, max(0, place.start - 8), place.start
    )  # "four-, five- and six-cylinder" compares


def is_version(place: Site, stop: int) -> bool:
    """ "Suite 11g and 12c", "iPhone 6s": one letter with the digits after a name, and what is joined to such a one."""
    if (
        place.plain[stop - 1].isupper()
        or not place.plain[place.start - 1 : place.start].isspace()
        or place.plain[stop : stop + 1] in ("/", "-")
    ):
        return False
    raw = place.before_raw
    if place.before in ("and", "or") and len(place.left) > 2:
        raw = place.plain[max(place.first, place.start - 48) : place.start].split()[-3]
        return raw[:1].isupper() and len(place.left[-2]) > 1 and place.left[-2][:-1].isdecimal()
    return raw[:1].isupper() and raw[-1] not in _MARKED and len(place.left) > 1 and not is_closed(place.before)


def is_house(place: Site, end: int) -> bool:
    """16-18 Industrial Avenue: what follows the number that ends at `end` is a street."""
    m = _ADDRESS.match(place.plain, end, end + 60)
    return m is not None and any(w.strip(".,").lower() in _STREET for w in m.group().split()[1:])


def is_result(place: Site) -> bool:
    """Two sides with their goals: "Leeds 2 Fulham 1", at either number."""
    raw = place.before_raw
    if not raw[:1].isupper() or raw[-1] in _MARKED or (len(raw) > 3 and raw.isupper()):
        return False  # a text all in capitals names no sides by them
    if place.before in _LABEL or place.before in _LABEL_CAPITAL:
        return False
    if place.plain[place.end + 1 : place.end + 2].isupper() and _NEXT_SIDE.match(place.plain, place.end):
        return True
    words = place.left[:-1]
    raws = place.plain[max(place.first, place.start - 48) : place.start].split()[:-1]
    while raws and raws[-1][0].isupper() and raws[-1][-1] not in _MARKED:
        raws.pop()
        words = words[:-1]
    return bool(words) and words[-1].isdecimal() and len(words[-1]) < 4 and len(raws) < len(place.left)


def _labels(place: Site, token: str) -> bool:
    """After a label word, unless it counts all the same: "in the first round 12 people"."""
    if "," in token or place.after in _COUNTED:
        return False
    capital = place.before_raw[:1].isupper()
    return capital or not (place.after.endswith("s") and not is_closed(place.after) and "." not in place.before)


def _is_list_number(place: Site) -> bool:
    """1. or 1) or (1) at the start of a line; a small (1) anywhere: a mark in a list, a rating after a name."""
    lower, start, end = place.lower, place.start, place.end
    if lower.startswith(")", end) and end - start == 1 and lower[start - 1 : start] == "(" and len(place.left) > 1:
        return True
    if lower.startswith(".)", end) and end - start <= 2 and lower[start - 1 : start] == "(" and start > 1:
        return True  # "Ada Brink (6.)"
    if (
        lower[end : end + 1] not in (".", ")")
        or lower[end + 1 : end + 2].strip()
        or end - start > 3
        or "." in lower[start:end]
    ):
        return False
    if not start or lower[start - 1] == "\n":
        return True
    if lower[start - 1] != "(":
        return False
    return start == 1 or lower[start - 2] == "\n"


def _is_state(raw: str) -> bool:
    """NY 10001, Calif. 94110."""
    return (raw.isupper() and len(raw) == 2) or (raw[-1] == "." and len(raw) < 7)


def _is_initials(raw: str) -> bool:
    return raw[-1] == "." and len(raw) > 3 and raw[-3] == "."


def _is_address(place: Site, token: str) -> bool:
    """12 Station Road, 1600 N. Capitol St., at 7801 East Main."""
    m = _ADDRESS.match(place.plain, place.end, place.end + 60)
    if m is None or len(token) > 5:
        return False
    words = m.group().split()
    if any(w.strip(".,").lower() in _STREET for w in words[1:]):
        return True
    if len(token) < 3 or not (place.before in _AT or (place.before in ("to", "from", "in") and words[0] in _SIDES)):
        return False
    after = place.lower[m.end() : m.end() + 24].split()
    return not (after and after[0].isalpha() and after[0].endswith("s") and not is_closed(after[0]))


def _is_named(place: Site, raw: str) -> bool:
    """A capitalised word straight before a bare number, and nothing behind it that it could count: "Shrek 2"."""
    mark = place.lower[place.end : place.end + 1]
    after = place.after if mark == " " else ""
    if mark == ")" and _is_minute(place):
        return True
    if after in _COUNTED or after in _NOUNLESS or mark in ("%", "-") or _is_tally(place, raw):
        return False
    head = place.plain[max(place.first, place.start - 48) : place.start].split()
    if _is_headline(place):
        return False
    at = len(head)
    while at and head[at - 1][0].isupper() and (at == len(head) or head[at - 1][-1] not in _MARKED):
        at -= 1
    if len(raw) == 1 or "&" in raw or ("-" in raw and _is_coined(raw)):
        return True
    following = place.plain[place.end + 1 : place.end + 2].isupper() and mark == " "
    if after.endswith("s") and not is_closed(after):
        return following and _is_coined(raw)
    if head[at:] and head[at].lower() in _DETERMINERS:
        return at + 1 < len(head)
    if at == 0 or head[at - 1][-1] in '.:"':
        return (bool(after) or mark == ".") and (_is_coined(raw) or len(head) - at > 1 or after in _IS)
    if head[at - 1].lower() in _DETERMINERS:
        return True
    if mark in _MARKED or not after or is_closed(after):
        return True
    return _is_coined(raw) or (following and place.right[0].rstrip(".,").upper() == _raw_after(place).rstrip(".,"))


def _is_minute(place: Site) -> bool:
    """Whether a bracket holds a player's name and a number: "(Marlon Grey-Barnes 71)"."""
    inside = place.plain[max(place.first, place.start - 40) : place.start].rpartition("(")[2].split()
    named = 0 < len(inside) <= 3 and all(word[0].isupper() for word in inside)
    return named and len(inside) > 1 and place.end - place.start <= 3


def _is_tally(place: Site, raw: str) -> bool:
    """Its owner stands before it, not its name: "Cruz's 538", "Rubio 151, and Kasich 37", "Trump 46 to 40 percent"."""
    if raw.endswith(("'s", "s'")) or is_closed(raw.lower().partition("'")[0]):
        return True
    if raw[-1] == "s" and not _is_coined(raw):
        return True
    if _TO_NUMBER.match(place.lower, place.end):
        return True
    if place.end - place.start < 2:
        return False
    before = place.plain[max(place.first, place.start - 40) : place.start]
    return bool(_TALLY_AFTER.match(place.plain, place.end, place.last) or _TALLY_BEFORE.search(before))


def _raw_after(place: Site) -> str:
    return place.plain[place.end + 1 : place.end + 1 + len(place.right[0])]


def is_named_in_words(place: Site, end: int) -> bool:
    """Number words that are part of a name: Group of Seven, Channel Four, the Six Nations, category one."""
    word = place.before
    if word in _NAMED_WORDS and place.after not in _COUNTED:
        return True
    if not place.plain[place.start].isupper():
        return False
    if (word in _LABEL_CAPITAL or word in _NAMED_CAPITAL) and place.before_raw[:1].isupper():
        return True
    if word == "of" and len(place.left) > 1 and place.left[-2].strip("\"'(") in _GROUPS:
        return True
    following = place.plain[end : end + 2]
    capital = following[:1] in (" ", "-") and following[1:].isupper()
    if not place.left or place.plain[place.start - 1] not in " -" or word[-1:] in _MARKED or not word[0].isalnum():
        return capital and place.lower[place.start : place.end] in ("million", "hundred", "thousand") and word != "a"
    before = place.before_raw[:1].isupper() and not _follows_stop(place)
    if not (capital or before):
        return False
    if _is_headline(place):
        return False
    if place.after in _COUNTED and not capital:
        return False
    return capital or (before and len(place.left) > 1 and not place.after.endswith("s"))


def _follows_stop(place: Site) -> bool:
    return len(place.left) > 1 and place.left[-2][-1] in '.:"'


def _is_coined(raw: str) -> bool:
    """iPhone, S&P, FTSE: no ordinary word is spelled so."""
    return sum(c.isupper() for c in raw) > 1 or (raw[0].islower() and any(c.isupper() for c in raw))


def _is_headline(place: Site) -> bool:
    """Headlines capitalise every word, so that a capital tells nothing there."""
    near = place.plain[max(place.first, place.start - 120) : min(place.last, place.end + 120)].split()
    long = [w for w in near if len(w) > 3 and w[0].isalpha()]
    return len(long) > 2 and sum(w[0].isupper() for w in long) * 5 >= len(long) * 4

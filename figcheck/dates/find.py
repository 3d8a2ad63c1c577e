"""Reads the dates, times and periods of a part in one pass, then joins those that belong together."""

from __future__ import annotations

import re
from datetime import date, datetime

from figcheck.dates import calendar, clock, relative, spans
from figcheck.drafts import When
from figcheck.text import Part
from figcheck.text.grammar import CLOSED
from figcheck.words import trie, wordset

__all__ = ["When", "find"]

_FIRST, _LAST = 100, 9900
_DAYS = frozenset(("today", "yesterday", "tomorrow", "tonight", "overnight"))
_REACHES = frozenset(("last", "past", "previous", "next", "coming", "following", "this"))


_WORDS = trie([*calendar.MONTHS, *calendar.WEEKDAYS, *_DAYS, *_REACHES, "ago", "noon", "midnight"])
_CANDIDATE = re.compile(
    rf"[^a-z](?:(?:{_WORDS})(?![^\W\d_])"
    r"|(?:1[5-9]|20|21)\d\d(?![\d:/]|[.,]\d| ?(?:gmt|utc|hours|hrs)\b)"
    r"|[0-3]?\d(?=:[0-5]\d|\.[0-5]\d ?[ap]\.?m\b| ?[ap]\.?m\b| o'clock|[/.][0-3]?\d[/.]\d\d)"
    r"|[0-2]\d[0-5]\d(?= ?(?:gmt|utc|hours|hrs)\b))",
    re.ASCII,
)
_YEAR_CUE = re.compile(rf"(?:^|[\s(\"'])({trie(wordset('dates.toml', 'year_cue'))})[ -]$")
_YEAR_CERTAIN = wordset("dates.toml", "year_certain")
_OPEN_AFTER = re.compile(rf" (?!{trie(w for w in CLOSED if w.isalpha())}\b)[a-z]")
_NOT_YEAR = re.compile(
    rf"[-\u2013]\d|[ -](?:{trie(wordset('dates.toml', 'counted'))}|per cent|[a-z]{{2,}}(?:ers|ents))\b|%|s\b"
)
_COUNT_CUE = re.compile(rf"\b{trie(wordset('names.toml', 'sample'))} of $")  # "a poll of 2047 voters"
_WORD_BEFORE = re.compile(r"([a-z'.-]+)[ -]$")


def find(part: Part, published: date | datetime | None) -> list[When]:
    """Every date, time and period in order.

    >>> from figcheck.models import Article
    >>> from figcheck.text import read
    >>> body = read(Article(id="a", text="On Oct. 7, 2023, and again last month.")).parts[0]
    >>> [(body.text[w.start:w.end], str(w.first), str(w.last)) for w in find(body, date(2025, 7, 8))]
    [('Oct. 7, 2023', '2023-10-07', '2023-10-07'), ('last month', '2025-06-01', '2025-06-30')]
    """
    lower, plain = part.lower, part.plain
    today = published.date() if isinstance(published, datetime) else published
    if today is not None and not _FIRST < today.year < _LAST:
        today = published = None  # arithmetic with years would leave the calendar
    found: list[When] = []
    done = 0
    for m in _CANDIDATE.finditer("\n" + lower):
        start, end = m.start(), m.end() - 1
        if start < done:
            continue
        when = _read(lower, plain, start, end, today)
        if when is None:
            continue
        if found and when.start < found[-1].end:
            when.start = found[-1].end
        found.append(when)
        done = when.end
    return spans.joined(lower, found, published)


def _read(lower: str, plain: str, start: int, end: int, today: date | None) -> When | None:
    word = lower[start:end]
    m = _WORD_BEFORE.search(lower[max(0, start - 14) : start])
    before = m.group(1) if m else ""
    if word in calendar.MONTHS:
        return calendar.month(lower, plain, start, end, before, today)
    if word in calendar.WEEKDAYS:
        return calendar.weekday(lower, plain, start, end, before, today)
    if word in _REACHES:
        return relative.reach(lower, start, end, today)
    if word in _DAYS and before != "usa":
        return relative.day(lower, start, end, today)
    if word == "ago":
        return relative.ago(lower, start, end, today)
    return _digits(lower, start, end, before)


def _digits(lower: str, start: int, end: int, before: str) -> When | None:
    if start and lower[start - 1] in "$€£¥.,:/-" and lower[start - 2 : start - 1] != " ":
        ended = lower[start - 1] == "-" and lower[start - 3 : start - 1] in ("m.", "am", "pm")  # 9 a.m.-5 p.m.
        if not ended:
            return None
    if found := calendar.numeric(lower, start):
        return found
    if timed := clock.read(lower, start, before):
        stop, at = timed
        return When(start, stop, at=datetime.combine(date.min, at) if at else None, kind="time")
    if end - start != 4 or _NOT_YEAR.match(lower, end):
        return None
    head = lower[max(0, start - 14) : start]
    cue = _YEAR_CUE.search(head)
    if cue is None or _COUNT_CUE.search(head):
        return None
    counts = int(lower[start:end]) < 1900 or lower[end - 2 : end] in ("00", "50")
    if counts and cue.group(1) not in _YEAR_CERTAIN and _OPEN_AFTER.match(lower, end):
        return None
    return calendar.year(lower, start, end)

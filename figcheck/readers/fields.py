"""Lines such as `Published: 8 July 2025` under a headline: fields of the story, in text, Markdown and Word alike.

A line is a field by its name and by what it says: a day is one, or shaped like one, and none but a title or a summary
is long or ends as a sentence does. Anything else that opens with a word and a colon is prose, and stays in the story.
"""

from __future__ import annotations

import re

from figcheck.readers.frontmatter import named
from figcheck.readers.mapped import Mapped
from figcheck.readers.published import moment
from figcheck.readers.story import Story

__all__ = ["take_field"]

_FIELD = re.compile(r"([A-Za-z][A-Za-z _-]{1,15}?)[^\S\n]*:[^\S\n]+(?=\S)")
_SENTENCE_END = re.compile(r"[.!?][\"'\u201d\u2019)]*$")
_SHAPE = re.compile(
    r"\d{4}-\d\d?-\d\d?(?:T\S*)?|(?:[A-Za-z]{3,9}\.?,?\s+)?(?:\d{1,2}\s+[A-Za-z]{3,9}|[A-Za-z]{3,9}\.?\s+\d{1,2}),?\s+\d{4}"
)
_LONGEST = 120  # code points of a publisher's name or an address; what is longer is prose
_PROSE = ("title", "summary")


def take_field(line: Mapped, story: Story, number: int) -> bool:
    """Whether a line (`number` in its file, from 1) is a field, which the story then has; the first of a name counts.

    >>> from figcheck.readers.story import EMPTY
    >>> story = Story(text=EMPTY)
    >>> take_field(Mapped.whole("Published: 8 July 2025"), story, 2), story.published
    (True, '8 July 2025')
    >>> take_field(Mapped.whole("Date: to be announced"), story, 3)
    False
    """
    row = line.strip()
    found = _FIELD.match(row.text)
    name = named(found[1]) if found else None
    if found is None or name is None:
        return False
    value = row.cut(found.end(), len(row.text)).strip()
    if not _is_value(name, value.text):
        return False
    if name in story.lines or (name == "title" and story.title.text):
        return name not in _PROSE
    story.lines[name] = number
    story.put(name, value)
    return True


def _is_day(written: str) -> bool:
    """Whether a text is a day, or is shaped like one, where a slip is told; "9 months ago" is left as it stands."""
    if _SHAPE.fullmatch(written):
        return True
    try:
        moment(written)
    except ValueError:
        return False
    return True


def _is_value(name: str, value: str) -> bool:
    if name in _PROSE:
        return True
    if len(value) > _LONGEST or (_SENTENCE_END.search(value) and " " in value):
        return False
    return name != "published" or _is_day(value)

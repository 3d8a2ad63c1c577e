"""What every format's reader finds, and how it becomes an Article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from pydantic import ValidationError

from figcheck.models import Article
from figcheck.readers.errors import ReadError
from figcheck.readers.loaded import Comment, Loaded, Places, Skipped, SkippedKind, Unread
from figcheck.readers.mapped import Mapped
from figcheck.readers.published import moment

__all__ = ["Left", "Story", "loaded", "numerals_in"]

_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")

_NAMED = 6  # lines that a message lists

EMPTY = Mapped("", (0,), (0,), (0,))


class Left(NamedTuple):
    """Something that is no prose and was left out: where it begins in the file, and how many numbers are in it."""

    kind: SkippedKind
    at: int
    numerals: int = 0


def numerals_in(text: str) -> int:
    """How many numbers in digits a text holds: what is counted of a table that nobody reads.

    >>> numerals_in("| Orlec | 1,204 | 3.5% |")
    2
    """
    return len(_NUMBER.findall(text))


@dataclass(slots=True)
class Story:
    """One article as a format's reader found it: texts with their places, the rest as written."""

    text: Mapped
    title: Mapped = EMPTY
    parts: dict[str, Mapped] = field(default_factory=dict)
    name: str | None = None  # its own id, where the file gives one
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    story: str | None = None
    version: str | None = None
    line: int | None = None  # where it begins, for errors
    lines: dict[str, int] = field(default_factory=dict)  # where each field stands, for errors
    comments: list[tuple[int, int, str]] = field(default_factory=list)  # first and last offset in the file, the inside
    skipped: list[Left] = field(default_factory=list)
    unread: list[tuple[int | None, str]] = field(default_factory=list)  # offset in the file, and what was not read
    article_body: Mapped | None = None  # what a page's linked data gives as its text, where the page shows none
    linked: list[Story] | None = None  # the posts that its linked data gives

    def put(self, name: str, value: Mapped) -> None:
        """Set a field that a line or front matter gives by its name: `title`, `summary`, `id`, or one of its own."""
        if name == "title":
            self.title = value
        elif name == "summary":
            self.parts["summary"] = value
        elif name == "id":
            self.name = value.text
        else:
            setattr(self, name, value.text)


def loaded(
    stories: Sequence[Story | ReadError], path: str, source: str, places: Places, by_record: bool = False
) -> list[Loaded]:
    """The stories of one file as articles; the path is the id, with "#2" or their own ids where there are several.

    With `by_record` a story that cannot be one does not take the others with it: it is told in `unread` of the one
    before it (of the first, where none is before). Raises ReadError where none can be read.
    """
    taken: set[str] = set()
    out: list[Loaded] = []
    faults: list[tuple[int, ReadError]] = []  # and how many stories were read before
    for number, story in enumerate(stories, 1):
        if isinstance(story, ReadError):
            faults.append((len(out), story))
            continue
        name = path
        if len(stories) > 1:
            name = f"{path}#{story.name or number}"
            if name in taken:
                name = f"{path}#{number}"
        taken.add(name)
        try:
            out.append(_loaded(story, name, path, source, places))
        except ReadError as error:
            if not by_record:
                raise
            faults.append((len(out), error))
    return _with_faults(out, faults)


def _with_faults(stories: list[Loaded], faults: list[tuple[int, ReadError]]) -> list[Loaded]:
    """The stories with what could not be read beside them."""
    if not stories and faults:
        first = faults[0][1]
        raise ReadError(first.path, first.message + _others([error for _, error in faults[1:]]), first.line)
    beside: dict[int, list[Unread]] = {}
    for before, error in faults:
        beside.setdefault(max(before - 1, 0), []).append(Unread(error.line or 1, error.message))
    for at, told in beside.items():
        stories[at] = replace(stories[at], unread=(*stories[at].unread, *told))
    return stories


def _others(errors: list[ReadError]) -> str:
    """The lines of further errors, the first of them by their numbers."""
    if not errors:
        return ""
    named = ", ".join(str(error.line) for error in errors[:_NAMED])
    more = f" and {len(errors) - _NAMED} more" if len(errors) > _NAMED else ""
    return f"; nor can line{'s' * (len(errors) > 1)} {named}{more}"


def _without_title(text: Mapped, title: str) -> Mapped:
    """The text less a first line that only repeats the title."""
    if title and text.text.startswith(title) and text.text[len(title) : len(title) + 1] in {"\n", ""}:
        return text.cut(len(title), len(text.text)).strip()
    return text


def _loaded(story: Story, name: str, path: str, source: str, places: Places) -> Loaded:
    parts = {k: v for k, v in story.parts.items() if v.text}
    text = _without_title(story.text, story.title.text)
    try:
        published = moment(story.published) if story.published else None
    except ValueError as error:
        raise ReadError(path, str(error), story.lines.get("published", story.line)) from None
    try:
        article = Article(
            id=name,
            title=story.title.text,
            text=text.text,
            published=published,
            publisher=story.publisher,
            url=story.url,
            language=story.language or "en",
            story=story.story,
            version=story.version,
            parts=tuple((k, v.text) for k, v in parts.items()),
        )
    except ValidationError as error:
        first = error.errors()[0]
        where = str(first["loc"][0]) if first["loc"] else ""
        message = first["msg"].removeprefix("Value error, ")
        raise ReadError(path, f"{where}: {message}" if where else message, story.lines.get(where, story.line)) from None
    return Loaded(
        article=article,
        path=path,
        source=source,
        parts={"title": story.title, "text": text, **parts},
        places=places,
        comments=tuple(Comment(start, end, places.at(start).line, text) for start, end, text in story.comments),
        skipped=tuple(Skipped(left.kind, places.at(left.at).line, left.numerals) for left in story.skipped),
        unread=tuple(
            dict.fromkeys(
                Unread((story.line or 1) if at is None else places.at(at).line, what) for at, what in story.unread
            )
        ),
    )

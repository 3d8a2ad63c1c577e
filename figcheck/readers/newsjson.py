"""News as JSON: plain articles, ninjs, WordPress, schema.org NewsArticle and live blogs, one or many, or one a line.

What of an item may be its text and is in no shape known here is told (`Story.unread`): an item is never taken for empty
because its body came as something else. The shapes of a body are read in `jsonbody`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from figcheck.readers.errors import ReadError
from figcheck.readers.jsonbody import Source, add_parts, line_of, read_body
from figcheck.readers.jsonplaces import Placed, parse
from figcheck.readers.liveposts import stamp, with_posts
from figcheck.readers.mapped import Mapped
from figcheck.readers.story import EMPTY, Left, Story, numerals_in

__all__ = ["read_json", "read_json_lines", "schema_stories"]

T = TypeVar("T")

_LISTS = ("articles", "items", "stories", "results", "posts", "entries", "data")
_NEWS = re.compile(r"(?:.*[/:])?(?:\w*NewsArticle|Article|Report|BlogPosting|LiveBlogPosting)$")
_OWN_BODY = ("text", "body", "content")
_NINJS_BODY = ("body_text", "body_xhtml", "body_html", "bodies")
_BODIES = (*_NINJS_BODY, "articleBody", *_OWN_BODY)  # whatever kind of item has one of these: it is read
_NINJS_MARK = ("uri", "versioncreated", "versionCreated", "pubstatus", "pubStatus")
_NO_TEXT = frozenset(("picture", "graphic", "audio", "video"))  # types of ninjs items that need no body
_CUT_OFF = ("...", "\u2026", "[\u2026]", "[...]")
_PROSE = 80  # code points from which a field that nothing reads may well be prose, and is told
_READ = frozenset(
    (*_BODIES, "title", "headline", "name", "summary", "excerpt", "description", "abstract",
     "description_text", "url", "link")
)  # fmt: skip


def read_json(whole: Mapped, path: str) -> list[Story]:
    """The articles of a JSON file."""
    lines = _Lines(whole.text)
    stories: list[Story] = []
    for number, item in enumerate(_items(parse(whole.text, path)), 1):
        stories += _stories(item, whole, 0, path, number, lines.of(item))
    return _some(stories, path)


def read_json_lines(whole: Mapped, path: str) -> list[Story | ReadError]:
    """The articles of a file with one JSON value a line; for one that cannot be read, the error in its place."""
    stories: list[Story | ReadError] = []
    at = 0
    for number, row in enumerate(whole.text.split("\n"), 1):
        begin, at = at, at + len(row) + 1
        if row.strip():
            stories += _line(row, whole, begin, path, len(stories), number)
    return _some(stories, path)


def _line(row: str, whole: Mapped, begin: int, path: str, before: int, number: int) -> list[Story | ReadError]:
    """The articles of one line."""
    found: list[Story | ReadError] = []
    try:
        for item in _items(parse(row, path, number)):
            found += _stories(item, whole, begin, path, before + len(found) + 1, number)
    except ReadError as error:
        found.append(error)
    return found


def _some(stories: list[T], path: str) -> list[T]:
    if not stories:
        raise ReadError(path, "holds no article")
    return stories


def schema_stories(under: Mapped, start: int, end: int) -> Iterator[list[Story]]:
    """The news articles in a page's JSON-LD, which stands at under.text[start:end], each with its posts after it."""
    for item in _items(parse(under.text[start:end], "")):
        if isinstance(item, dict) and _is_schema(item):
            head = _schema(item, (under, start))
            yield [head, *_updates(item, (under, start), head)]


def _items(value: object) -> Iterator[object]:
    """The articles in a value: itself, a list's, a wrapper's (all its lists), a graph's."""
    if isinstance(value, list):
        for item in value:
            yield from _items(item)
        return
    if not isinstance(value, dict):
        yield value
        return
    held = [value[name] for name in _LISTS if _is_list_of_items(value.get(name))]
    graph = value.get("@graph")
    news = [node for node in graph if isinstance(node, dict) and _is_schema(node)] if isinstance(graph, list) else []
    if _reader(value) or not (held or news):
        yield value
    yield from news
    for items in held:
        yield from _items(items)


def _is_list_of_items(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, (dict, list)) for item in value)


class _Lines:
    """The lines of items that are asked for in their order: each stretch between them is counted once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._line = 1

    def of(self, item: object) -> int:
        """The line of the first string in an item."""
        first = _first_string(item)
        if first is None:
            return self._line if isinstance(item, dict) else 1
        if first.start < self._at:
            self._at, self._line = 0, 1
        self._line += self._text.count("\n", self._at, first.start)
        self._at = first.start
        return self._line


def _first_string(item: object) -> Placed | None:
    values = item.values() if isinstance(item, dict) else ()
    return next((v for v in values if isinstance(v, Placed)), None)


def _stories(value: object, whole: Mapped, shift: int, path: str, number: int, line: int) -> list[Story]:
    """An item as a story; a live blog as one for what stands over its posts, and one for each post."""
    story = _story(value, whole, shift, path, number, line)
    if not isinstance(value, dict) or not _is_schema(value) or not value.get("liveBlogUpdate"):
        return [story]
    posts = _updates(value, (whole, shift), story)
    for post in posts:
        post.line = line
    return with_posts(story, posts)


def _story(value: object, whole: Mapped, shift: int, path: str, number: int, line: int) -> Story:
    read = _reader(value) if isinstance(value, dict) else None
    if read is None or not isinstance(value, dict):
        what = f"found {', '.join(map(repr, list(value)[:6]))}" if isinstance(value, dict) else "found none"
        expected = "expected 'text', an IPTC ninjs item or a schema.org NewsArticle"
        raise ReadError(path, f"item {number} is no article: {expected}; {what}", line)
    story = read(value, (whole, shift))
    story.line = line
    for name in ("published", "language"):
        story.lines.setdefault(name, line)
    for key, field in value.items():
        if key not in _READ and isinstance(field, Placed) and len(field) >= _PROSE and " " in field.strip():
            story.skipped.append(Left("field", whole.begin(field.start + shift), numerals_in(field)))
    return story


def _reader(value: dict[str, Any]) -> Callable[[dict[str, Any], Source], Story] | None:
    if _is_schema(value):
        return _schema
    if any(k in value for k in _NINJS_MARK) and any(
        k in value for k in (*_NINJS_BODY, "body", "headline", "headlines")
    ):
        return _ninjs
    if any(name in value for name in _OWN_BODY):
        return _own
    return _ninjs if any(k == "bodies" or k.startswith("body_") for k in value) else None


def _bodies(value: dict[str, Any]) -> list[tuple[str, Any]]:
    """Every key of an item that may hold its text, in the order in which they are trusted."""
    names = [name for name in value if name in _BODIES or name.startswith("body_")]
    return [(name, value[name]) for name in sorted(names, key=lambda n: _BODIES.index(n) if n in _BODIES else 99)]


def _is_schema(value: dict[str, Any]) -> bool:
    kinds = value.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(k, str) and _NEWS.match(k) for k in kinds)


def _first(value: dict[str, Any], *names: str) -> str | None:
    """The first of the fields that holds a string, or a number as one."""
    for name in names:
        found = value.get(name)
        if isinstance(found, str) and found.strip():
            return found
        if isinstance(found, (int, float)) and not isinstance(found, bool):
            return str(found)
    return None


def _plain(value: str | None) -> str | None:
    return str(value).strip() if value is not None else None


def _titled(value: dict[str, Any], source: Source, story: Story, *names: str) -> None:
    """The headline from the first of the fields; another that says something else is a part of its own."""
    texts = []
    for name in names:
        given = value.get(name)
        found = [line_of(v, source) for v in (sorted(given, key=_sub) if isinstance(given, list) else [given])]
        if given and not any(text.text for text in found):
            story.unread.append((None, f"{name!r} is in no shape known, and was not read"))
        texts += [text for text in found if text.text]
    distinct = list({" ".join(text.text.split()).casefold(): text for text in reversed(texts)}.values())[::-1]
    story.title = distinct[0] if distinct else EMPTY
    add_parts("headline", distinct[1:], story)


def _sub(item: object) -> bool:
    """Whether one of ninjs 2 and 3's headlines or descriptions says that it is not the main one."""
    return isinstance(item, dict) and str(item.get("role", "main")).rpartition(":")[2].lower() != "main"


def _summary(given: object, source: Source, story: Story) -> None:
    """A summary is a part of its own, unless it was cut off: a number at the cut may be half a number."""
    if isinstance(given, list):
        given = next(iter(sorted(given, key=_sub)), None)
    text = line_of(given, source)
    if text.text.endswith(_CUT_OFF):
        story.skipped.append(Left("field", text.begin(0), numerals_in(text.text)))
    elif text.text:
        story.parts["summary"] = text


def _own(value: dict[str, Any], source: Source) -> Story:
    """A plain article, or a post as WordPress gives it."""
    story = Story(
        text=EMPTY,
        name=_plain(_first(value, "id")),
        published=_plain(_first(value, "published", "date", "published_at", "publishedAt")),
        publisher=_plain(_first(value, "publisher", "outlet")),
        url=_plain(_first(value, "url", "link")),
        language=_plain(_first(value, "language", "lang")),
        story=_plain(_first(value, "story")),
        version=_plain(_first(value, "version")),
    )
    _titled(value, source, story, "title", "headline")
    read_body(_bodies(value), source, story)
    _summary(value.get("summary") or value.get("excerpt"), source, story)
    return story


def _schema(value: dict[str, Any], source: Source) -> Story:
    story = Story(
        text=EMPTY,
        name=_plain(_first(value, "identifier", "@id", "url")),
        published=_plain(_first(value, "datePublished", "dateModified", "dateCreated")),
        publisher=_plain(_named(value.get("publisher")) or _named(value.get("sourceOrganization"))),
        url=_plain(_first(value, "url", "mainEntityOfPage") or _named(value.get("mainEntityOfPage"), "@id")),
        language=_plain(_first(value, "inLanguage") or _named(value.get("inLanguage"), "alternateName")),
        version=_plain(_first(value, "version")),
    )
    _titled(value, source, story, "headline" if value.get("headline") else "name")
    bodies = _bodies(value)
    if not bodies and not value.get("liveBlogUpdate"):
        story.unread.append((None, "a news article without 'articleBody': its text was not read"))
    read_body(bodies, source, story)
    _summary(_first(value, "description", "abstract"), source, story)
    return story


def _updates(value: dict[str, Any], source: Source, head: Story) -> list[Story]:
    """The updates of a live blog, each a story with its own headline and moment; what is none is told of the blog."""
    updates = value.get("liveBlogUpdate") or []
    posts = []
    for update in updates if isinstance(updates, list) else [updates]:
        bodies = _bodies(update) if isinstance(update, dict) else []
        if not isinstance(update, dict) or not (bodies or update.get("headline")):
            head.unread.append((None, "an update of the live blog is in no shape known, and was not read"))
            continue
        post = Story(
            text=EMPTY,
            name=_plain(_first(update, "identifier", "@id", "url")),
            publisher=_plain(_named(update.get("publisher"))),
            url=_plain(_first(update, "url")),
            language=_plain(_first(update, "inLanguage")),
        )
        _titled(update, source, post, "headline")
        read_body(bodies, source, post)
        first = _first_string(update)
        at = source[0].begin(first.start + source[1]) if first is not None else source[0].begin(source[1])
        stamp(post, _first(update, "datePublished", "dateModified", "dateCreated"), at)
        posts.append(post)
    return posts


def _named(value: object, key: str = "name") -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        return _first(value, key)
    return value if isinstance(value, str) and key == "name" else None


def _ninjs(value: dict[str, Any], source: Source) -> Story:
    uri = _plain(_first(value, "uri"))
    story = Story(
        text=EMPTY,
        name=uri,
        published=_plain(_first(value, "versioncreated", "versionCreated", "firstcreated", "firstCreated")),
        publisher=_plain(_publisher(value)),
        url=_plain(_first(value, "url", "located_url")),
        language=_plain(_first(value, "language")),
        story=uri,
        version=_plain(_first(value, "version")),
    )
    _titled(value, source, story, "headline", "headlines")
    bodies = _bodies(value)
    if not bodies and str(value.get("type", "text")).lower() not in _NO_TEXT:
        story.unread.append((None, "an item of text without a body: its text was not read"))
    read_body(bodies, source, story)
    _summary(_first(value, "description_text") or value.get("descriptions"), source, story)
    return story


def _publisher(value: dict[str, Any]) -> str | None:
    return (
        _named(value.get("infosources"))
        or _named(value.get("infoSources"))
        or _named(value.get("provider"))
        or _first(value, "source", "copyrightholder", "copyrightHolder")
    )

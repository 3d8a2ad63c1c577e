"""News as JSON: plain articles, IPTC ninjs, schema.org NewsArticle (in an @graph too), one or many, or one a line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from figcheck.readers.errors import ReadError
from figcheck.readers.jsonplaces import Placed, parse, placed_text
from figcheck.readers.mapped import Mapped
from figcheck.readers.markup import has_markup
from figcheck.readers.story import EMPTY, Story

__all__ = ["read_json", "read_json_lines", "schema_stories"]

_LISTS = ("articles", "items", "stories", "results")
_NEWS = re.compile(r"(?:.*[/:])?(?:\w*NewsArticle|Article|Report|BlogPosting|LiveBlogPosting)$")
_NINJS_BODY = ("body_text", "body_xhtml", "body_html", "bodies", "body")
_NINJS_MARK = ("uri", "versioncreated", "versionCreated", "pubstatus", "pubStatus")


def read_json(whole: Mapped, path: str) -> list[Story]:
    """The articles of a JSON file."""
    value = parse(whole.text, path)
    return [_story(item, whole, 0, path, number) for number, item in enumerate(_items(value), 1)]


def read_json_lines(whole: Mapped, path: str) -> list[Story]:
    """The articles of a file with one JSON value a line."""
    stories: list[Story] = []
    at = 0
    for number, row in enumerate(whole.text.split("\n"), 1):
        begin, at = at, at + len(row) + 1
        if row.strip():
            for item in _items(parse(row, path, number)):
                stories.append(_story(item, whole, begin, path, len(stories) + 1, number))
    return stories


def schema_stories(under: Mapped, start: int, end: int) -> Iterator[Story]:
    """The news articles in a page's JSON-LD, which stands at under.text[start:end]."""
    for item in _items(parse(under.text[start:end], "")):
        if isinstance(item, dict) and _is_schema(item):
            yield _schema(item, (under, start))


def _items(value: object) -> Iterator[object]:
    """The articles in a value: itself, a list's, a wrapper's, a graph's."""
    if isinstance(value, list):
        for item in value:
            yield from _items(item)
        return
    if isinstance(value, dict) and not _reader(value):
        graph = value.get("@graph")
        if isinstance(graph, list):
            news = [node for node in graph if isinstance(node, dict) and _is_schema(node)]
            if news:
                yield from news
                return
        for name in _LISTS:
            if isinstance(value.get(name), list):
                yield from _items(value[name])
                return
    yield value


_Source = tuple[Mapped, int]  # the JSON text, and where this value begins in it


def _story(value: object, whole: Mapped, shift: int, path: str, number: int, line: int | None = None) -> Story:
    read = _reader(value) if isinstance(value, dict) else None
    if read is None or not isinstance(value, dict):
        what = f"found {', '.join(map(repr, list(value)[:6]))}" if isinstance(value, dict) else "found none"
        expected = "expected 'text', an IPTC ninjs item or a schema.org NewsArticle"
        raise ReadError(path, f"item {number} is no article: {expected}; {what}", line or 1)
    story = read(value, (whole, shift))
    story.line = line or _line(value, whole)
    for name in ("published", "language"):
        story.lines.setdefault(name, story.line)
    return story


def _line(value: dict[str, Any], whole: Mapped) -> int:
    first = next((v for v in value.values() if isinstance(v, Placed)), None)
    return whole.text.count("\n", 0, first.start) + 1 if first is not None else 1


def _reader(value: dict[str, Any]) -> Callable[[dict[str, Any], _Source], Story] | None:
    if _is_schema(value):
        return _schema
    if any(k in value for k in _NINJS_MARK) and any(k in value for k in (*_NINJS_BODY, "headline", "headlines")):
        return _ninjs
    if "text" in value or "body" in value or "content" in value:
        return _own
    return _ninjs if any(k in value for k in _NINJS_BODY[:-1]) else None


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


def _mapped(value: str | None, source: _Source) -> Mapped:
    return EMPTY if value is None else placed_text(value, *source).strip()


def _prose(value: str | None, source: _Source, story: Story, markup: bool | None = None) -> Mapped:
    """The text of a field that may hold HTML."""
    text = _mapped(value, source)
    if markup is False or (markup is None and not has_markup(text.text)):
        return text
    from figcheck.readers.page import fragment

    inner = fragment(text)
    story.skipped += inner.skipped
    story.comments += inner.comments
    story.unread += inner.unread
    for name, part in inner.parts.items():
        story.parts.setdefault(name, part)
    return inner.text


def _own(value: dict[str, Any], source: _Source) -> Story:
    story = Story(
        text=EMPTY,
        title=_mapped(_first(value, "title", "headline"), source),
        name=_plain(_first(value, "id")),
        published=_plain(_first(value, "published", "date", "published_at")),
        publisher=_plain(_first(value, "publisher", "outlet")),
        url=_plain(_first(value, "url")),
        language=_plain(_first(value, "language", "lang")),
        story=_plain(_first(value, "story")),
        version=_plain(_first(value, "version")),
    )
    story.text = _prose(_first(value, "text", "body", "content"), source, story)
    _summary(_first(value, "summary"), source, story)
    return story


def _summary(value: str | None, source: _Source, story: Story) -> None:
    """A summary is a part of its own, unless it was cut off: a number at the cut may be half a number."""
    text = _mapped(value, source)
    if text.text and not text.text.endswith(("...", "\u2026", "[\u2026]", "[...]")) and not has_markup(text.text):
        story.parts["summary"] = text


def _schema(value: dict[str, Any], source: _Source) -> Story:
    story = Story(
        text=EMPTY,
        title=_mapped(_first(value, "headline", "name"), source),
        name=_plain(_first(value, "identifier", "@id", "url")),
        published=_plain(_first(value, "datePublished", "dateModified", "dateCreated")),
        publisher=_plain(_named(value.get("publisher")) or _named(value.get("sourceOrganization"))),
        url=_plain(_first(value, "url", "mainEntityOfPage") or _named(value.get("mainEntityOfPage"), "@id")),
        language=_plain(_first(value, "inLanguage") or _named(value.get("inLanguage"), "alternateName")),
        version=_plain(_first(value, "version")),
    )
    story.text = _prose(_first(value, "articleBody", "text"), source, story)
    _summary(_first(value, "description", "abstract"), source, story)
    return story


def _named(value: object, key: str = "name") -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        return _first(value, key)
    return value if isinstance(value, str) and key == "name" else None


def _ninjs(value: dict[str, Any], source: _Source) -> Story:
    uri = _plain(_first(value, "uri"))
    story = Story(
        text=EMPTY,
        title=_mapped(_first(value, "headline") or _main(value.get("headlines")), source),
        name=uri,
        published=_plain(_first(value, "versioncreated", "versionCreated", "firstcreated", "firstCreated")),
        publisher=_plain(_publisher(value)),
        url=_plain(_first(value, "url", "located_url")),
        language=_plain(_first(value, "language")),
        story=uri,
        version=_plain(_first(value, "version")),
    )
    story.text = _body(value, source, story)
    _summary(_first(value, "description_text") or _main(value.get("descriptions")), source, story)
    return story


def _main(value: object) -> str | None:
    """The main one of ninjs 2 and 3's lists of headlines, bodies or descriptions."""
    items = [v for v in value if isinstance(v, dict)] if isinstance(value, list) else []
    items.sort(key=lambda v: str(v.get("role", "main")).rpartition(":")[2].lower() != "main")
    return next((found for v in items if (found := _first(v, "value"))), None)


def _body(value: dict[str, Any], source: _Source, story: Story) -> Mapped:
    if text := _first(value, "body_text"):
        return _mapped(text, source)
    if markup := _first(value, "body_xhtml", "body_html"):
        return _prose(markup, source, story, markup=True)
    return _prose(_main(value.get("bodies")) or _first(value, "body"), source, story)


def _publisher(value: dict[str, Any]) -> str | None:
    return (
        _named(value.get("infosources"))
        or _named(value.get("infoSources"))
        or _named(value.get("provider"))
        or _first(value, "source", "copyrightholder", "copyrightHolder")
    )

"""The body of an article in JSON, in whatever shape: text, HTML, an object that holds one, a list of paragraphs.

Nothing is dropped in silence. Two bodies that say the same are one; a second one that says something else is a part of
its own; a shape that is not known is told (`Story.unread`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from figcheck.readers.jsonplaces import Placed, placed_text
from figcheck.readers.loaded import SkippedKind
from figcheck.readers.mapped import Mapped, joined
from figcheck.readers.markup import has_markup
from figcheck.readers.story import EMPTY, Left, Story, numerals_in

__all__ = ["Source", "add_parts", "line_of", "plain", "prose", "read_body"]

_INSIDE = ("rendered", "text", "plain", "html", "xhtml", "value", "content", "body", "articleBody", "raw", "markdown")
_NO_PROSE: dict[str, SkippedKind] = {
    **dict.fromkeys(("image", "picture", "gallery", "figure", "photo"), "image"),
    **dict.fromkeys(("video", "audio", "embed", "iframe", "tweet", "ad", "divider", "delimiter"), "embed"),
    "table": "table",
    "code": "code",
}
_CUT = re.compile(r"\s*(?:\u2026|\.\.\.)?\s*\[\+\d+ chars\]\s*$")
_WORD = re.compile(r"\w+")
_DEEPEST = 8

Source = tuple[Mapped, int]  # the JSON text, and where the value begins in it


class _Found(NamedTuple):
    """A text, and its words alone: two texts with the same words are one."""

    text: Mapped
    words: str


def plain(value: str | None, source: Source) -> Mapped:
    """A string of the JSON as text, without the white space around it."""
    return EMPTY if value is None else placed_text(value, *source).strip()


def prose(value: str | None, source: Source, story: Story, markup: bool | None = None) -> Mapped:
    """The text of a string that may hold HTML."""
    text = plain(value, source)
    if cut := _CUT.search(text.text):
        story.unread.append((text.begin(cut.start()), "the text was cut off before it was sent; the rest was not read"))
        text = text.cut(0, cut.start())
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


def line_of(value: object, source: Source) -> Mapped:
    """A headline: a string, or an object that holds one, without its markup."""
    if isinstance(value, dict):
        value = next((value[k] for k in _INSIDE if isinstance(value.get(k), str)), None)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        return EMPTY
    text = plain(value, source)
    if not has_markup(text.text) and "&" not in text.text:
        return text
    from figcheck.readers.page import fragment

    return fragment(text).text


def read_body(given: Iterable[tuple[str, object]], source: Source, story: Story) -> None:
    """Read the bodies of an item, by their keys: into the story's text, and what says something else into parts."""
    found: list[_Found] = []
    missing = []
    for key, value in given:
        if value is None:
            missing.append(key)
            continue
        markup = True if key.endswith("html") else None
        found += [_Found(text, _words(text)) for text in _texts(value, source, story, key, markup) if text.text]
    if not found and missing:
        story.unread.append((None, f"{missing[0]!r} is null: the item has no text"))
    kept = _distinct(found)
    story.text = kept[0] if kept else EMPTY
    add_parts("body", kept[1:], story)


def add_parts(name: str, texts: Iterable[Mapped], story: Story) -> None:
    """Further texts as parts of the story: body 2, body 3 …"""
    for number, text in enumerate(texts, 2):
        story.parts[f"{name} {number}"] = text


def _distinct(found: list[_Found]) -> list[Mapped]:
    """The texts less those whose words another has too."""
    kept: list[_Found] = []
    for one in sorted(found, key=lambda f: -len(f.words)):
        if not any(one.words in other.words for other in kept):
            kept.append(one)
    order = {id(f): n for n, f in enumerate(found)}
    return [f.text for f in sorted(kept, key=lambda f: order[id(f)])]


def _words(text: Mapped) -> str:
    return " " + " ".join(_WORD.findall(text.text.casefold())) + " "


def _texts(
    value: object, source: Source, story: Story, key: str, markup: bool | None, depth: int = 0
) -> Iterator[Mapped]:
    """The texts that a value holds: one of a string or list of paragraphs, each of an object and of several bodies."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = str(value)
    if isinstance(value, str):
        yield prose(value, source, story, markup)
    elif isinstance(value, dict) and depth < _DEEPEST:
        yield from _inside(value, source, story, key, depth)
    elif isinstance(value, list) and depth < _DEEPEST:
        if key == "bodies":
            for body in sorted(value, key=_rank):
                yield from _texts(body, source, story, "body", None, depth + 1)
        else:
            paragraphs = [t for v in value for t in _paragraphs(v, source, story, key, depth)]
            yield joined([p for p in paragraphs if p.text])
    elif value is not None:
        story.unread.append((None, f"{key!r} holds {_shape(value)}, which is no text"))


def _rank(body: object) -> bool:
    """The main body first; one that does not say what it is counts as main."""
    return isinstance(body, dict) and str(body.get("role", "main")).rpartition(":")[2].lower() != "main"


def _inside(value: dict[str, object], source: Source, story: Story, key: str, depth: int) -> Iterator[Mapped]:
    """The texts of an object: of each of its keys that is known to hold one."""
    kind = str(value.get("contentType", "")).lower()
    known = [name for name in _INSIDE if name in value]
    if isinstance(value.get("data"), dict) and not known:  # blocks of an editor keep their text one level down
        known = ["data"]
    if not known or (value.get("protected") is True and not any(value[name] for name in known)):
        story.unread.append(
            (_start(value, source), f"{key!r} holds {_shape(value)}, in which no text is known to stand")
        )
        return
    for name in known:
        markup = True if "html" in name or "html" in kind else None
        yield from _texts(value[name], source, story, name, markup, depth + 1)
    others = [(name, v) for name, v in value.items() if name not in known]
    for _, text in others:
        if isinstance(text, Placed) and " " in text.strip():
            story.skipped.append(Left("field", source[0].begin(text.start + source[1]), numerals_in(text)))
    strange = [name for name, v in others if isinstance(v, (dict, list)) and v]
    if strange:
        story.unread.append(
            (_start(value, source), f"{strange[0]!r} in {key!r} is in no shape known, and was not read")
        )


def _paragraphs(value: object, source: Source, story: Story, key: str, depth: int) -> Iterator[Mapped]:
    """The paragraphs of one block of a list."""
    kind = str(value.get("type") or value.get("_type") or "").lower() if isinstance(value, dict) else ""
    if isinstance(value, dict) and kind in _NO_PROSE:
        story.skipped.append(Left(_NO_PROSE[kind], _start(value, source) or source[0].begin(source[1])))
        return
    found = [_Found(text, _words(text)) for text in _texts(value, source, story, key, None, depth + 1)]
    yield from _distinct(found)


def _shape(value: object) -> str:
    if isinstance(value, dict):
        return f"an object with {', '.join(map(repr, list(value)[:4])) or 'nothing in it'}"
    return "a list" if isinstance(value, list) else f"{type(value).__name__} {value!r}"[:40]


def _start(value: object, source: Source) -> int | None:
    """Where the first string of an object stands in the file."""
    values = value.values() if isinstance(value, dict) else ()
    return next((source[0].begin(v.start + source[1]) for v in values if isinstance(v, Placed)), None)

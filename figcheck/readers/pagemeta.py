"""What a page says about its story: headline, day, publisher and address from JSON-LD, meta tags and headings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from figcheck.readers.errors import ReadError
from figcheck.readers.mapped import Mapped, Tape
from figcheck.readers.markup import Tag, copy_text, unescaped
from figcheck.readers.outline import Outline
from figcheck.readers.published import moment
from figcheck.readers.story import Story

__all__ = ["describe", "text_in"]

_DATES = (
    "article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publishdate", "dc.date",
    "dc.date.issued", "dcterms.date", "dcterms.created", "parsely-pub-date", "sailthru.date", "article.published",
)  # fmt: skip
_PUBLISHERS = ("og:site_name", "publisher", "dc.publisher", "dcterms.publisher", "application-name")
_SITE = re.compile(r"\s+[|\u2013\u2014\u00b7-]\s+[^|\u2013\u2014\u00b7]{1,40}$")


class _Facts:
    """All that the page's head and marks say, the first of each name."""

    def __init__(self, page: Outline, under: Mapped) -> None:
        self.meta: dict[str, Mapped] = {}
        self.title: Mapped | None = None
        self.canonical: str | None = None
        self.language: str | None = None
        self.times: list[str] = []
        self.headings: list[int] = []
        self.data: list[tuple[int, int]] = []
        for i, token in enumerate(page.tokens):
            if isinstance(token.what, Tag) and not token.what.closing:
                self._tag(page, under, i, token.what)

    def _tag(self, page: Outline, under: Mapped, i: int, tag: Tag) -> None:
        have = tag.attributes
        if tag.name == "meta" and "content" in have:
            for key in ("property", "name", "itemprop"):
                if have.get(key):
                    self.meta.setdefault(have[key].lower(), unescaped(under, *tag.values["content"]))
        elif tag.name == "link" and have.get("rel") == "canonical":
            self.canonical = self.canonical or have.get("href")
        elif tag.name == "html":
            self.language = self.language or have.get("lang") or have.get("xml:lang")
        elif tag.name == "title" and self.title is None and i + 1 < len(page.tokens):
            raw = page.tokens[i + 1]
            self.title = unescaped(under, raw.start, raw.end) if raw.what == "raw" else None
        elif tag.name == "time" and have.get("datetime"):
            self.times.append(have["datetime"])
        elif tag.name == "h1":
            self.headings.append(i)
        elif tag.name == "script" and "ld+json" in have.get("type", "").lower() and i + 1 < len(page.tokens):
            raw = page.tokens[i + 1]
            self.data.append((raw.start, raw.end))


def describe(page: Outline, under: Mapped, region: tuple[int, int], story: Story) -> int | None:
    """Fill the story's fields; returns the token of the heading that is its title, where the page shows it."""
    facts = _Facts(page, under)
    found = _linked_data(facts, under)
    linked = found[0] if found else None
    meta = facts.meta
    story.url = (linked and linked.url) or facts.canonical or _text(meta.get("og:url"))
    story.publisher = (linked and linked.publisher) or next((meta[n].text for n in _PUBLISHERS if n in meta), None)
    story.language = (linked and linked.language) or facts.language or None
    dates = [linked.published if linked else None, *(_text(meta.get(n)) for n in _DATES), *facts.times]
    story.published = next((d for d in dates if d and _is_moment(d)), None)
    if linked is not None:
        story.article_body = linked.text
        story.linked = found[1:]
        story.version = linked.version
    named = [linked.title if linked else None, meta.get("og:title"), meta.get("twitter:title")]
    heading = _heading(page, under, region, facts, {_key(n.text) for n in named if n is not None})
    if heading is not None:
        story.title = text_in(page, under, heading)
        return heading
    story.title = next((n for n in named if n is not None and n.text), story.title)
    if not story.title.text and facts.title is not None:
        site = _SITE.search(facts.title.text)
        story.title = facts.title.cut(0, site.start()) if site else facts.title
    return None


def _heading(page: Outline, under: Mapped, region: tuple[int, int], facts: _Facts, named: set[str]) -> int | None:
    """The heading that is the story's: the one that repeats its name, else the one in the story, else the only one."""
    shown = [i for i in facts.headings if page.text(i)]
    for i in shown:
        if _key(text_in(page, under, i).text) in named:
            return i
    if named - {""}:
        return None
    inside = [i for i in shown if region[0] <= i < region[1]]
    return inside[0] if inside else shown[0] if len(shown) == 1 else None


def text_in(page: Outline, under: Mapped, index: int) -> Mapped:
    """The text in an element."""
    tape = Tape(page.source, under)
    for token in page.tokens[index : page.close[index]]:
        if token.what == "text":
            copy_text(tape, token.start, token.end)
    return tape.done()


def _key(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()


def _text(found: Mapped | None) -> str | None:
    return found.text if found is not None else None


def _is_moment(written: str) -> bool:
    try:
        moment(written)
    except ValueError:
        return False
    return True


def _linked_data(facts: _Facts, under: Mapped) -> list[Story]:
    """The first news article in the page's JSON-LD, a live blog's posts after it; what is not JSON there is the site's
    affair, not the desk's."""
    return next(_news(facts, under), [])


def _news(facts: _Facts, under: Mapped) -> Iterator[list[Story]]:
    from figcheck.readers.newsjson import schema_stories

    for start, end in facts.data:
        try:
            yield from schema_stories(under, start, end)
        except ReadError:
            continue

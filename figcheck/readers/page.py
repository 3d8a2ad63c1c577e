"""HTML pages and CMS fragments: the story's text, as a reader of the page sees it, without what surrounds it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from figcheck.readers.live import Post, posts
from figcheck.readers.liveposts import stamp, with_posts, words_of
from figcheck.readers.loaded import SkippedKind
from figcheck.readers.mapped import Mapped, Tape
from figcheck.readers.markup import Tag, copy_text
from figcheck.readers.outline import BLOCKS, Outline, outline
from figcheck.readers.pagemeta import describe, text_in
from figcheck.readers.story import Left, Story, numerals_in

__all__ = ["UNCLOSED", "fragment", "read_html"]

UNCLOSED = "a comment, script or code opens here and never closes; what follows it was not read"

_LEFT_OUT: dict[str, SkippedKind | None] = {
    **dict.fromkeys(("nav", "aside", "footer", "header", "menu", "dialog"), "navigation"),
    **dict.fromkeys(("script", "style", "noscript", "template", "svg", "math", "head", "del", "s", "strike"), None),
    **dict.fromkeys(("form", "select", "button", "input", "label", "fieldset"), "form"),
    **dict.fromkeys(("iframe", "object", "video", "audio", "canvas", "embed"), "embed"),
    **dict.fromkeys(("pre", "code", "kbd", "samp", "tt"), "code"),
    "table": "table",
    "img": "image",
    "picture": "image",
}
_ROLES = frozenset({"navigation", "complementary", "contentinfo", "search", "banner", "toolbar", "menu"})
_ASIDE_NAME = re.compile(
    r"(?:^|[\s_-])(?:related|share|sharing|social|newsletter|promo|advert|advertisement|ads?|sponsored|sidebar|"
    r"breadcrumbs?|cookies?|comments|paywall|subscribe|toc|table-of-contents|byline|credit)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MARKS = re.compile('["\u201c\u201d\u00ab]|&(?:quot|ldquo|rdquo|laquo|#8220|#8221|#34|#x201c);|<q\\b', re.IGNORECASE)
_ENOUGH = 60  # characters of a post's words by which it is known again
_SMALL = 0.3  # a part named like an aside is one only where it holds little of the prose
_POWERS = str.maketrans("0123456789", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079")


def read_html(whole: Mapped, path: str) -> list[Story]:  # noqa: ARG001  # the readers' common signature
    """The one story of a page; of a live blog what stands over its posts, then each post."""
    page = outline(whole.text, 0, len(whole.text))
    stamped = posts(page)
    region = _around(page, stamped) if stamped else _region(page)
    story = Story(text=whole)
    heading = describe(page, whole, region, story)
    apart = {post.first: post.last for post in stamped}
    skip = apart if heading is None else {**apart, heading: page.close[heading]}
    _Reader(page, whole, story, skip).read(*region, range(len(page.tokens)), apart)
    if stamped:
        return with_posts(story, [_post(page, whole, post) for post in stamped])
    if story.linked is not None and not _shows(story.text.text, story.linked):
        return with_posts(story, story.linked)
    if story.article_body is not None and not story.text.text:
        story.text = story.article_body
    return [story]


def _post(page: Outline, whole: Mapped, post: Post) -> Story:
    """One post of a live blog, with its own moment and headline."""
    story = Story(text=whole, name=post.name)
    skip = {post.time: page.close[post.time]}
    if post.heading is not None:
        skip[post.heading] = page.close[post.heading]
        story.title = text_in(page, whole, post.heading)
    _Reader(page, whole, story, skip).read(post.first, post.last, range(post.first, post.last), {})
    stamp(story, post.stamp, whole.begin(page.tokens[post.time].start))
    return story


def _around(page: Outline, stamped: list[Post]) -> tuple[int, int]:
    """The tokens of a live blog with what stands over its posts: the main part, else the body, else all of it."""
    best = (0, len(page.tokens))
    for i, token in enumerate(page.tokens):
        tag = token.what
        holds = i < stamped[0].first and page.close[i] >= stamped[-1].last
        if holds and isinstance(tag, Tag) and not tag.closing and _kind(tag):
            best = (i, page.close[i])
    return best


def _shows(text: str, linked: list[Story]) -> bool:
    """Whether a page shows the posts that its linked data has: the words of most of them stand in its text."""
    shown = words_of(text)
    return 2 * sum(words_of(post.text.text)[:_ENOUGH] in shown for post in linked) >= len(linked)


def fragment(under: Mapped, start: int = 0, end: int | None = None) -> Story:
    """The text of a piece of HTML inside another format, with its captions, comments and what was left out."""
    page = outline(under.text, start, len(under.text) if end is None else end)
    story = Story(text=under)
    _Reader(page, under, story, {}).read(0, len(page.tokens), range(len(page.tokens)), {})
    return story


def _region(page: Outline) -> tuple[int, int]:
    """The tokens that hold the story: what is marked as its body, the largest article, the main part, all of it."""
    best: dict[str, int] = {}
    for i, token in enumerate(page.tokens):
        tag = token.what
        if not isinstance(tag, Tag) or tag.closing:
            continue
        kind = _kind(tag)
        if kind and (kind not in best or page.prose(i) > page.prose(best[kind])):
            best[kind] = i
    enough = 0.4 * (page.prose(best["body"]) if "body" in best else sum(page.prose(i) for i in best.values()) or 1)
    for kind in ("story", "article", "main", "body"):
        if kind in best and (kind == "body" or page.prose(best[kind]) >= enough):
            return best[kind], page.close[best[kind]]
    return 0, len(page.tokens)


def _kind(tag: Tag) -> str | None:
    if "articlebody" in tag.attributes.get("itemprop", "").lower().split():
        return "story"
    if tag.attributes.get("role") == "main":
        return "main"
    return tag.name if tag.name in {"article", "main", "body"} else None


class _Reader:
    """Writes the text of a stretch of tokens."""

    def __init__(self, page: Outline, under: Mapped, story: Story, skip: Mapping[int, int]) -> None:
        self.page = page
        self.under = under
        self.story = story
        self.skip = skip  # what is read elsewhere: the heading that is the title, the posts of a live blog
        self.tape = Tape(page.source, under)
        self.captions = Tape(page.source, under)
        self.quoting = 0  # index past the block quote that gets marks of its own; 0 outside one

    def read(self, first: int, last: int, marks: range, less: Mapping[int, int]) -> None:
        """Text and captions of tokens first..last; comments in the tokens of `marks`, and what never closes there, but
        for what stands in `less`, an element's first token and the one past its last."""
        page = self.page
        past = 0
        for i in marks:
            past = max(past, less.get(i, 0))
            if i < past:
                continue
            token = page.tokens[i]
            if token.what == "comment":
                inside = page.source[token.start : token.end].strip()
                begin, end = self.under.begin(token.start - 4), self.under.finish(min(token.end + 3, len(page.source)))
                self.story.comments.append((begin, end, inside))
            elif token.what == "unclosed":
                self.story.unread.append((self.under.begin(token.start), UNCLOSED))
        whole = page.prose(first) if first < last and isinstance(page.tokens[first].what, Tag) else 0
        enough = _SMALL * (whole or sum(page.prose(i) for i in range(first, last) if page.close[i] > i + 1) or 1)
        i = first
        while i < last:
            i = self._token(i, enough)
        self._end_quote(last, page.tokens[last - 1].end if last > first else 0)
        self.story.text = self.tape.done()
        captions = self.captions.done()
        if captions.text:
            self.story.parts["captions"] = captions

    def _token(self, i: int, enough: float) -> int:
        """Read token i; returns the next to read."""
        token = self.page.tokens[i]
        if self.quoting and i >= self.quoting:
            self._end_quote(i, token.start)
        if token.what == "text":
            self._text(token.start, token.end)
            return i + 1
        tag = token.what
        if not isinstance(tag, Tag):
            return i + 1
        if tag.name in BLOCKS or tag.name == "br":
            self.tape.paragraph(token.start)
        if tag.closing:
            if tag.name == "q":
                self.tape.put("\u201d", token.start, token.start)
            return i + 1
        return self._start(tag, i, enough)

    def _start(self, tag: Tag, i: int, enough: float) -> int:
        page, token = self.page, self.page.tokens[i]
        after = page.close[i]
        if i in self.skip:
            return self.skip[i]
        if tag.name == "figure":
            return self._figure(i)
        if tag.name == "sup":
            return self._raised(i)
        kind = _left_out(tag)
        if kind is None and tag.name in {"ul", "ol"} and after - i > 6 and page.linked(i) >= 0.8 * max(page.text(i), 1):
            kind = "navigation"
        if kind is not None and self._is_aside(tag, kind, i, enough):
            if kind:
                self.story.skipped.append(Left(kind, self.under.begin(token.start), self._numerals(i, after)))
            if tag.name in BLOCKS:
                self.tape.paragraph(token.start)
            return after
        if tag.name == "q":
            self.tape.put("\u201c", token.start, token.start)
        if tag.name == "blockquote" and not self.quoting and not _MARKS.search(page.source, *page.inside(i)):
            self.quoting = after
        return i + 1

    def _numerals(self, first: int, last: int) -> int:
        texts = [t for t in self.page.tokens[first:last] if t.what == "text"]
        return numerals_in(" ".join(self.page.source[t.start : t.end] for t in texts))

    def _is_aside(self, tag: Tag, kind: str, i: int, enough: float) -> bool:
        """Whether what only a class or a role calls an aside is small enough to be one, or a table lays out."""
        certain = not kind or (tag.name in _LEFT_OUT and tag.name != "table")
        return certain or self.page.prose(i) <= enough

    def _text(self, start: int, end: int) -> None:
        if self.quoting and self.tape.at_start and self.page.source[start:end].strip():
            self.tape.put("\u201c", start, start)
        copy_text(self.tape, start, end)

    def _end_quote(self, i: int, at: int) -> None:
        if self.quoting and i >= self.quoting:
            self.tape.close_quote(at)
            self.quoting = 0

    def _figure(self, i: int) -> int:
        """A figure's caption goes to the captions; the rest of it is a picture."""
        after = self.page.close[i]
        self.story.skipped.append(Left("image", self.under.begin(self.page.tokens[i].start)))
        for j in range(i + 1, after):
            tag = self.page.tokens[j].what
            if isinstance(tag, Tag) and tag.name == "figcaption" and not tag.closing:
                for token in self.page.tokens[j : self.page.close[j]]:
                    if token.what == "text":
                        copy_text(self.captions, token.start, token.end)
                self.captions.paragraph(self.page.tokens[self.page.close[j] - 1].end)
        return after

    def _raised(self, i: int) -> int:
        """Raised digits: a square or cube after a unit, a power of ten; else the number of a note, left out."""
        page = self.page
        start, end = page.inside(i)
        after = page.close[i]
        linked = any(isinstance(t.what, Tag) and t.what.name == "a" for t in page.tokens[i:after])
        inside = page.source[start:end].strip()
        if linked:
            return after
        if not inside.isdigit() or not inside.isascii():
            return i + 1 if inside.isalpha() else after
        if (self.tape.tail.isalpha() and inside in {"2", "3"}) or self.tape.ends_with("10"):
            self.tape.put(inside.translate(_POWERS), start, end)
        return after


def _left_out(tag: Tag) -> SkippedKind | Literal[""] | None:
    """The kind of an element that holds no prose of the story, "" where nobody would miss it; None: it is read."""
    if tag.name in _LEFT_OUT:
        return _LEFT_OUT[tag.name] or ""
    have = tag.attributes
    if not have or tag.name in {"html", "body", "article", "main"}:
        return None
    if "hidden" in have or have.get("aria-hidden") == "true" or _HIDDEN.search(have.get("style", "")):
        return ""
    if have.get("role") in _ROLES:
        return "navigation"
    name = f"{have.get('class', '')} {have.get('id', '')}"
    return "navigation" if _ASIDE_NAME.search(name) else None

"""Live blogs in HTML: where a page holds stamped posts, each post's tokens, its time and its headline.

The posts are the children of one element that hold a `<time>` each and most of the page's prose together. Three are
wanted, or two where the page calls itself a live blog: an article has one stamp of its own and perhaps one teaser.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from figcheck.readers.markup import Tag
from figcheck.readers.outline import Outline

__all__ = ["Post", "posts"]

_HOLDERS = frozenset({"article", "section", "li", "div"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_DECLARED = re.compile(r"LiveBlogPosting|\blive-?blog", re.IGNORECASE)
_REMARKS = re.compile(r"comment|repl(?:y|ies)|discussion|related|teaser|promo", re.IGNORECASE)
_LEAST, _LEAST_DECLARED = 3, 2
_SHARE = 0.6  # of the page's prose stands in the posts of a live blog
_LINKED = 0.5  # of a post's text in links: more is a list of other stories
_SHORTEST = 20  # characters of prose in a post


class Post(NamedTuple):
    """One post: its first token and the one past its last, the tokens of its time and its heading, and its moment."""

    first: int
    last: int
    time: int
    heading: int | None
    stamp: str
    name: str | None


@dataclass(slots=True)
class _Holder:
    """An open element: where it begins, the first time in it, and its children that are posts perhaps."""

    index: int
    remarks: bool = False  # it holds what readers say, or other stories
    time: int | None = None
    children: list[tuple[int, int]] = field(default_factory=list)


def posts(page: Outline) -> list[Post]:
    """The posts of a live blog in the order of the page; none where it is not one."""
    found = max(_containers(page), key=lambda children: len(children), default=[])
    least = _LEAST_DECLARED if _DECLARED.search(page.source) else _LEAST
    whole = page.total_prose()
    if len(found) < least or sum(page.prose(first) for first, _ in found) < _SHARE * whole:
        return []
    return [_post(page, first, time) for first, time in found]


def _containers(page: Outline) -> list[list[tuple[int, int]]]:
    """For each element, its children that hold a time and prose: (child, first time in it)."""
    out: list[list[tuple[int, int]]] = []
    root = _Holder(-1)
    stack = [root]
    for i, token in enumerate(page.tokens):
        while len(stack) > 1 and page.close[stack[-1].index] <= i:
            _close(page, stack, out)
        tag = token.what
        if not isinstance(tag, Tag) or tag.closing:
            continue
        if tag.name == "time":
            if stack[-1].time is None:
                stack[-1].time = i
        elif page.close[i] > i + 1:
            stack.append(_Holder(i, stack[-1].remarks or _REMARKS.search(_named(tag)) is not None))
    while len(stack) > 1:
        _close(page, stack, out)
    return [*out, root.children]


def _close(page: Outline, stack: list[_Holder], out: list[list[tuple[int, int]]]) -> None:
    """End the innermost element: its parent learns of its time, and may have it as a post."""
    done = stack.pop()
    parent = stack[-1]
    if done.children:
        out.append(done.children)
    if done.time is None or done.remarks:
        return
    if parent.time is None:
        parent.time = done.time
    if _may_be_post(page, done.index):
        parent.children.append((done.index, done.time))


def _may_be_post(page: Outline, i: int) -> bool:
    tag = page.tokens[i].what
    if not isinstance(tag, Tag) or tag.name not in _HOLDERS or page.prose(i) < _SHORTEST:
        return False
    return page.linked(i) < _LINKED * max(page.text(i), 1)


def _named(tag: Tag) -> str:
    return f"{tag.attributes.get('class', '')} {tag.attributes.get('id', '')}"


def _post(page: Outline, first: int, time: int) -> Post:
    last = page.close[first]
    heading = None
    for i in range(first, last):
        tag = page.tokens[i].what
        if isinstance(tag, Tag) and not tag.closing and (tag.name in _HEADINGS or tag.name == "p"):
            heading = i if tag.name in _HEADINGS else None
            break
    stamped, post = page.tokens[time].what, page.tokens[first].what
    assert isinstance(stamped, Tag)
    assert isinstance(post, Tag)
    shown = " ".join(page.source[t.start : t.end] for t in page.tokens[time : page.close[time]] if t.what == "text")
    stamp = stamped.attributes.get("datetime") or shown
    return Post(first, last, time, heading, stamp.strip(), post.attributes.get("id") or None)

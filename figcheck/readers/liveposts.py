"""The posts of a live blog as stories of their own: each with its moment, and with its blog's publisher and address."""

from __future__ import annotations

import re
from datetime import datetime

from figcheck.readers.published import moment
from figcheck.readers.story import Story

__all__ = ["stamp", "with_posts", "words_of"]

_CLOCK = re.compile(r"\s*\d{1,2}[:.h]\d\d\b")
_WORD = re.compile(r"\w+")


def stamp(story: Story, written: str | None, at: int) -> None:
    """Give a post its moment; a time of day alone (14:05) leaves it the day of its blog, anything else is told."""
    if not written or not written.strip():
        return
    try:
        moment(written)
        story.published = written
    except ValueError as error:
        if not _CLOCK.match(written):
            story.unread.append((at, f"{error}; the post was read without it"))


def with_posts(head: Story, posts: list[Story]) -> list[Story]:
    """What stands over the posts, where there is anything, and the posts that say something; one story each.

    They are versions of one story: its key is the blog's own, else its address, else its name.
    """
    key = head.story or head.url or head.name or head.title.text or None
    head.story = key
    kept = [post for post in posts if post.text.text or post.title.text or post.unread or post.parts]
    for post in kept:
        post.published = post.published or _day(head.published)
        post.publisher = post.publisher or head.publisher
        post.url = post.url or head.url
        post.language = post.language or head.language
        post.story = key
    if head.text.text or head.title.text or head.unread or head.parts or not kept:
        return [head, *kept]
    kept[0].skipped += head.skipped
    kept[0].comments += head.comments
    return kept


def _day(written: str | None) -> str | None:
    """The day of a moment: a post without a stamp of its own came out on the day of its blog, who knows when."""
    try:
        found = moment(written) if written else None
    except ValueError:
        return written
    return found.date().isoformat() if isinstance(found, datetime) else written


def words_of(text: str) -> str:
    """The words of a text alone, by which it is known again."""
    return " ".join(_WORD.findall(text.casefold()))

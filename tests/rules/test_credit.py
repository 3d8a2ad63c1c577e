"""FIG201 across stories: a figure without a source is told whom another story of the set names for it."""

from __future__ import annotations

import figcheck
from figcheck.models import Article

BARE = "The ferry sank off Lesk on Sunday, killing 126 people. The mortuary of Lesk has asked for help."
CREDITED = "The ferry that sank off Lesk on Sunday killed 126 people, the coast guard said on Tuesday."


def advice(*texts: str) -> list[str]:
    stories = [Article(id=name, text=text, published="2026-03-16") for name, text in zip("ab", texts)]
    return [f.suggestion for f in figcheck.check(stories).findings if f.code == "FIG201"]


def test_the_other_story_s_source_is_named() -> None:
    assert advice(BARE, CREDITED) == ["Name who counted, and when; b (2026-03-16) names the coast guard for 126."]


def test_alone_or_beside_another_number_there_is_nobody_to_name() -> None:
    assert advice(BARE) == ["Name who counted, and when."]
    assert advice(BARE, CREDITED.replace("126", "94")) == ["Name who counted, and when."]


def test_bodies_found_are_a_toll() -> None:
    assert advice("Twenty-six bodies have been found off Lesk since the dinghy went under on Sunday.")

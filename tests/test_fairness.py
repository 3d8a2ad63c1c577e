"""Fair to all: two sides that change places change the names in the findings and nothing else; nobody is blamed."""

from __future__ import annotations

import re

import pytest

from figcheck.engine import check
from figcheck.models import Article, Finding
from figcheck.rules import RULES
from figcheck.rules.explain import explain
from figcheck.settings import Settings
from tests.seedstories import CLUSTERS, cluster, examples

ALL = Settings(preview=True)
BLAME = re.compile(
    r"\b(?:false(?! precision)|falsely|lied|lying|liars?|alleg\w*|propaganda|wrongly|fake\w*|fabricat\w*|mislead\w*|"
    r"so-called|regime|terror\w*|inflat\w*|exaggerat\w*|correct figure|true figure|right figure)\b",
    re.IGNORECASE,
)

SIDES = {
    "army and front": ("Arden", "Sennar"),
    "two armed forces": ("Northern", "Southern"),
}
CONFLICT = """\
Northern troops killed 130 Southern fighters near Tal Orin on Friday, and the road is open again.

The Northern army said 85 Southern soldiers were killed at the bridge. The Southern command said it lost 12.

Southern forces killed 40 Northern soldiers in the hills. More than 2,300 people have been killed since May.

The Northern Health Ministry said 512 people were killed. About 60 Southern rebels are believed to be in the town.
"""


def swapped(text: str, one: str, other: str) -> str:
    return re.sub(rf"\b(?:{one}|{other})\b", lambda m: other if m.group() == one else one, text)


def turned(articles: tuple[Article, ...], one: str, other: str) -> list[Article]:
    return [
        a.model_copy(update={"title": swapped(a.title, one, other), "text": swapped(a.text, one, other)})
        for a in articles
    ]


def said(findings: tuple[Finding, ...], one: str, other: str, *, turn: bool) -> list[tuple[object, ...]]:
    def words(text: str) -> str:
        return swapped(text, one, other) if turn else text

    return sorted(
        (
            f.code,
            f.severity,
            words(f.message),
            words(f.explanation),
            tuple((e.article, words(e.quote)) for e in f.evidence),
        )
        for f in findings
    )


@pytest.mark.parametrize("sides", SIDES.values(), ids=SIDES)
def test_sides_that_change_places_change_their_names_only(sides: tuple[str, str]) -> None:
    one, other = sides
    articles = cluster("war") if one == "Arden" else (Article(id="a", text=CONFLICT),)
    before, after = check(articles, ALL).findings, check(turned(articles, one, other), ALL).findings
    assert before
    assert said(before, one, other, turn=True) == said(after, one, other, turn=False)


@pytest.mark.parametrize(("name", "articles"), examples(), ids=[n[:70] for n, _ in examples()])
def test_no_message_blames_anybody(name: str, articles: tuple[Article, ...]) -> None:
    for f in check(articles, ALL).findings:
        quotes = " ".join(e.quote for e in f.evidence)
        told = [w for text in (f.message, f.explanation, f.suggestion) for w in BLAME.findall(text)]
        assert [w for w in told if w not in quotes] == []


@pytest.mark.parametrize("name", CLUSTERS)
def test_no_message_on_the_seed_stories_blames_anybody(name: str) -> None:
    assert [f.message for f in check(cluster(name), ALL).findings if BLAME.search(f.message + f.suggestion)] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.name)
def test_no_page_blames_anybody(rule: object) -> None:
    doc = explain(rule)  # type: ignore[arg-type]
    assert BLAME.findall(" ".join((doc.title, doc.flags, doc.why, doc.advice))) == []


def test_a_modifier_plays_no_part_in_a_source() -> None:
    plain = "The war has killed 35,034 people in Lower Vesh, the Health Ministry said."
    run = plain.replace("the Health", "the Front-run Health")
    assert check([plain, run], ALL).findings == ()

"""compare.kinship: two stories of one event are told by rare names, first lines and numbers, two events are not."""

from __future__ import annotations

from figcheck.compare import Archive
from figcheck.engine import context_of
from figcheck.models import Article
from figcheck.reading import read_article
from figcheck.relations.evidence import total, weights

FIRST = (
    "Orlec mill to close",
    "ORLEC — Halder Paper will close its mill at Orlec in June with the loss of 1,850 jobs, the company said in a "
    "statement to the Sarn exchange on Thursday.\n\nHalder lost 74 million euros last year.",
)
SECOND = (
    "A paper town without its mill",
    "It was quiet in the canteen. Halder Paper had told the exchange in Sarn that its mill at Orlec would close.\n\n"
    "The plan is the end for 1,850 people. Halder said it had lost 74 million euros.",
)
OTHER = (
    "Ferry runs aground off Lume",
    "PORTO LUME — A ferry with 1,850 people aboard ran aground off Lume on Thursday, the harbor office said.",
)


def archive(*stories: tuple[str, str]) -> Archive:
    articles = [
        Article(id=f"a{n}", title=title, text=text, published="2024-05-02") for n, (title, text) in enumerate(stories)
    ]
    return context_of([read_article(a) for a in articles]).archive


def features(found: Archive, one: str, other: str) -> tuple[str, ...]:
    a, b = (next(f for f in found.by_article[name] if f.claim.quote == "1,850") for name in (one, other))
    return found.linked(a, b).features


def beside(found: Archive, one: str, other: str) -> list[str]:
    return [f for f in features(found, one, other) if f.startswith(("link.story", "link.lead", "link.numbers"))]


def test_one_event_has_names_words_and_another_number_in_common() -> None:
    found = archive(FIRST, SECOND, OTHER)
    assert "link.numbers.1" in beside(found, "a0", "a1")
    assert total(beside(found, "a0", "a1")) > 0 > total(beside(found, "a0", "a2"))


def test_the_number_asked_about_is_no_evidence_of_its_own() -> None:
    assert "link.numbers.0" in beside(archive(FIRST, OTHER), "a0", "a1")


def test_a_name_that_every_story_has_says_nothing() -> None:
    alone = beside(archive(FIRST, SECOND), "a0", "a1")
    many = beside(archive(FIRST, SECOND, *([SECOND] * 30)), "a0", "a1")
    assert total(many) < total(alone)


def test_that_two_stories_are_of_one_event_says_no_more_than_so_much() -> None:
    found = archive(FIRST, SECOND)
    a, b = (next(f for f in found.by_article[name] if f.claim.quote == "1,850") for name in ("a0", "a1"))
    link = found.linked(a, b)
    assert link.weight <= total(link.features)
    assert link.weight - total(["link.prior"]) <= weights()["link.event.most"] + total(
        f for f in link.features if total([f]) > 0 and not f.startswith(("link.story", "link.lead", "link.heads"))
    )


def test_of_few_stories_more_are_of_one_event() -> None:
    assert "link.few.0" in features(archive(FIRST, SECOND), "a0", "a1")
    assert "link.few.1" in features(archive(FIRST, SECOND, OTHER, OTHER, OTHER), "a0", "a1")

"""What must not change the findings: order, company, repetition, notation. What may only take findings away: doubt."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figcheck.engine import check, context_of, findings
from figcheck.models import Article, Finding, Quantity
from figcheck.reading import read_article
from figcheck.rules import Context
from figcheck.testing import faulty_stories
from figcheck.testing.stories import FAULTS
from tests.seedstories import CLUSTERS, cluster

DISJOINT = ("FIG101", "FIG103", "FIG104", "FIG109", "FIG301", "FIG403")
OTHER = Article(
    id="zz-unrelated.md",
    title="Library reopens after repairs",
    text="The library in Quillon reopened on Monday after repairs that took 14 weeks. It has 31,000 books.\n\n"
    'A reader, Pia Sund, 71, borrowed three. "I waited," she said.',
    published="2024-04-01",
    publisher="Quillon Post",
)


def marks(found: tuple[Finding, ...]) -> Counter[tuple[str, str, str]]:
    return Counter((f.fingerprint, f.severity, f.message) for f in found)


@pytest.mark.parametrize("name", CLUSTERS)
def test_the_order_of_articles_plays_no_part(name: str) -> None:
    articles = cluster(name)
    assert check(articles).findings == check(articles[::-1]).findings
    assert check(articles).findings == check(articles[2:] + articles[:2]).findings


@pytest.mark.parametrize("name", CLUSTERS)
def test_an_unrelated_article_changes_nothing(name: str) -> None:
    assert marks(check([*cluster(name), OTHER]).findings) == marks(check(cluster(name)).findings)


def test_clusters_are_unrelated_to_each_other() -> None:
    alone = sum((marks(check(cluster(name)).findings) for name in CLUSTERS), Counter())
    together = [a.model_copy(update={"id": f"{name}-{a.id}"}) for name in CLUSTERS for a in cluster(name)]
    assert {m[0] for m in marks(check(together).findings)} == {m[0] for m in alone}


@pytest.mark.parametrize("name", CLUSTERS)
def test_a_repeated_article_gives_no_new_finding(name: str) -> None:
    articles = cluster(name)
    once = {f.fingerprint for f in check(articles).findings}
    for article in articles:
        again = article.model_copy(update={"id": f"zz-{article.id}"})
        assert {f.fingerprint for f in check([*articles, again]).findings} == once


NOTATIONS = [
    ("49,870", "49\u202f870"),
    ("2.4 million", "2,400,000"),
    ("One hundred and twenty-seven", "127"),
    ("4,860", "4860"),
    ("$2.9 billion", "$2.9bn"),
    ("36 percent", "36%"),
    ("Sixty-two", "62"),
    ("87 died", "eighty-seven died"),
]


@pytest.mark.parametrize(("written", "instead"), NOTATIONS)
def test_another_notation_changes_nothing_but_precision(written: str, instead: str) -> None:
    def shape(found: tuple[Finding, ...]) -> Counter[tuple[object, ...]]:
        return Counter(
            (f.code, f.severity, tuple(e.article for e in f.evidence)) for f in found if f.kind != "precision"
        )

    names = [n for n in CLUSTERS if any(written in a.text for a in cluster(n))]
    assert names, f"{written!r} stands in no seed story"
    for name in names:
        after = [a.model_copy(update={"text": a.text.replace(written, instead)}) for a in cluster(name)]
        assert shape(check(after).findings) == shape(check(cluster(name)).findings)


def wider(q: Quantity) -> Quantity:
    """The same figure with more doubt on both sides."""
    by = max(q.step, abs(q.stated or q.low or q.high or Decimal(0)) / 3)

    def pair(low: Decimal | None, high: Decimal | None) -> tuple[Decimal | None, Decimal | None]:
        return (None if low is None else low - by, None if high is None else high + by)

    low, high = pair(q.low, q.high)
    return q.model_copy(update={"low": low, "high": high, "expected": pair(*q.expected)})


@pytest.mark.parametrize("name", CLUSTERS)
def test_more_doubt_adds_no_contradiction(name: str) -> None:
    context = context_of(read_article(a) for a in cluster(name))
    before = {(f.code, f.figures.get("second", f.fingerprint)) for f in findings(context)[0] if f.code in DISJOINT}
    involved = {n for f in findings(context)[0] for names in f.figures.values() for n in names}
    for claim in context.claims:
        if claim.id not in involved and not claim.measure:
            continue
        claims = tuple(
            c.model_copy(update={"quantity": wider(c.quantity)}) if c.id == claim.id else c for c in context.claims
        )
        changed = Context(context.articles, claims, context.relations, {c.id: c for c in claims})
        after = {(f.code, f.figures.get("second", f.fingerprint)) for f in findings(changed)[0] if f.code in DISJOINT}
        assert after <= before, claim.quote


CLEAN = ("02-daily-bulletin.md", "01-day-one.md", "02-day-two.md", "04-revised.md", "03-inquiry.md", "03-correction.md",
         "01-outbreak.md")  # fmt: skip


@pytest.mark.parametrize("rule", [r for r in FAULTS if r != "headline-mismatch"])
@pytest.mark.parametrize("article", [a for n in CLUSTERS for a in cluster(n) if a.id in CLEAN], ids=lambda a: a.id)
@given(data=st.data())
@settings(max_examples=8)
def test_a_planted_fault_is_found_and_gone_when_it_is_taken_out(
    rule: str, article: Article, data: st.DataObject
) -> None:
    planted = data.draw(faulty_stories(rule)).article.text.partition("\n\n")[0]
    before = check(article)
    after = check(article.model_copy(update={"text": f"{article.text}\n\n{planted}"}))
    assert not before.by_rule(rule)
    assert after.by_rule(rule), planted
    assert marks(before.findings) <= marks(after.findings)

"""Whole passages and whole checks: every figure is found where it stands, nothing else is, and no order matters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from figcheck import Article, check, extract
from figcheck.testing import attributed, paragraphs, stories


@given(paragraphs())
def test_every_figure_of_a_passage_is_found_and_nothing_else(passage):
    claims = extract(passage.text)
    assert [(c.start, c.end) for c in claims] == [(f.start, f.end) for f in passage.figures], passage.text
    for claim, figure in zip(claims, passage.figures, strict=True):
        assert claim.quantity.stated == figure.stated
        assert claim.counted == figure.counted


def told(articles: list[Article]):
    report = check(articles)
    return {
        (f.code, f.message, frozenset((e.article, e.part, e.start, e.end) for e in f.evidence), f.fingerprint)
        for f in report.findings
    }


@given(st.lists(stories(), min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_articles_changes_no_finding(drawn, random):
    articles = [s.article.model_copy(update={"id": f"s{n}"}) for n, s in enumerate(drawn)]
    shuffled = articles[:]
    random.shuffle(shuffled)
    assert told(shuffled) == told(articles)


@given(stories())
def test_checking_twice_says_the_same(story):
    assert check(story.article) == check(story.article.model_copy())


SIDES = (("Karsk", "Merava"), ("Orla", "Tolme"), ("Sundry", "Varsk"))


@given(
    st.lists(attributed(), min_size=1, max_size=4), st.sampled_from(SIDES), st.integers(11, 900), st.integers(11, 900)
)
def test_swapping_two_sides_swaps_their_names_and_nothing_else(figures, sides, first, second):
    one, other = sides
    text = " ".join(f.text for f in figures)
    war = (
        f"{text}\n\nThe {one} army said it killed {first} {other} soldiers. The {other} army said {second} of its "
        f"soldiers were killed. Officials in {one} and in {other} said {first} people were missing."
    )
    swapped = war.replace(one, "\0").replace(other, one).replace("\0", other)

    def names_out(words: str | None) -> str | None:
        return words and words.lower().replace(one.lower(), "\0").replace(other.lower(), one.lower()).replace(
            "\0", other.lower()
        )

    def shown(text: str, change):
        report = check(Article(id="a", text=text))
        claims = [
            (
                c.quantity,
                c.measure,
                change(c.counted),
                change(c.who),
                c.attribution and change(c.attribution.owner),
                c.one_sided,
            )
            for c in report.claims
        ]
        return claims, [(f.code, change(f.message)) for f in report.findings]

    assert shown(swapped, names_out) == shown(war, lambda words: words and words.lower())

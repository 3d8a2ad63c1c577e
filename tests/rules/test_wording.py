"""Every message, explanation and suggestion as a copy editor reads it: what a test can check of grammar.

All that the rules say of their own stories, of the seeds, of the other tables of stories under tests/ and of stories
that Hypothesis fills with its figures is rendered, before one finding hides another. The words that a story brings
itself are no fault of ours: they are masked where a check is about our own.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from figcheck import units
from figcheck.engine import context_of
from figcheck.models import Article, Claim, Finding
from figcheck.reading import read_article
from figcheck.rules import RULES, Context
from figcheck.rules.explain import stories
from figcheck.testing import faulty_stories, hedged, measured, money, percentages, ranges, vague
from figcheck.units.table import surfaces
from tests.seedstories import CLUSTERS, ROOT, cluster, examples

LONGEST = 200  # characters of a message, its stories named by a letter
SIGNS = "$€£¥₹₪₩₦₱₴₫"


class Words(NamedTuple):
    """One text of one finding, and the figures that it may repeat."""

    rule: str
    field: str
    text: str
    claims: tuple[Claim, ...]

    @property
    def ours(self) -> str:
        """The text with every figure, word and name that the story wrote in it masked."""
        text = re.sub(r'"[^"]*"', '"§"', self.text)
        for claim in sorted(self.claims, key=lambda c: -len(c.quote)):
            written = re.escape(" ".join(claim.quote.split()))
            text = re.sub(rf"(?<![\w.,]){written}(?!\w)", "§", text, flags=re.IGNORECASE)
        return text


def said(context: Context) -> Iterator[tuple[Finding, Words]]:
    """Everything that the rules say of some stories, unfolded."""
    for rule in RULES:
        for found in rule.check(context):
            claims = tuple(context.by_id[n] for names in found.figures.values() for n in names)
            for field in ("message", "explanation", "suggestion"):
                yield found, Words(rule.name, field, getattr(found, field), claims)


def context(articles: Iterable[Article]) -> Context:
    return context_of([read_article(a) for a in articles])


def tables() -> Iterator[tuple[Article, ...]]:
    """The stories of every other table of cases under tests/ and seeds/."""
    for path in sorted([*(ROOT / "tests").rglob("*.toml"), *(ROOT / "seeds" / "cases").glob("*.toml")]):
        if path.parent.name != "cases" or path.name == "clean-sets.toml" or path.parent.parent.name == "seeds":
            yield from _stories(tomllib.loads(path.read_text("utf-8")))


def _stories(table: object) -> Iterator[tuple[Article, ...]]:
    if isinstance(table, list):
        for one in table:
            yield from _stories(one)
    elif isinstance(table, dict):
        for key, value in table.items():
            if isinstance(value, str) and key in ("story", "text", "input", "sentence", "surface"):
                yield stories(value)
            yield from _stories(value)


@cache
def everything() -> tuple[Words, ...]:
    """All texts of all findings in all the stories that the tests have, each once."""
    sets = [*map(cluster, CLUSTERS), *(articles for _, articles in examples()), *tables()]
    return tuple({(w.rule, w.field, w.text): w for s in sets for _, w in said(context(s))}.values())


SINGLE = sorted({units.amount("1", u).removeprefix("1 ") for u in surfaces().dimensions} - {"percent"})
MANY = {units.plural(u) for u in surfaces().dimensions}
SEVERAL = "|".join(map(re.escape, sorted(MANY - set(SINGLE) - {"percent"})))
UNITS = "|".join(map(re.escape, sorted((w for w in SINGLE if w not in MANY), key=len, reverse=True)))

# What no text has, by its name. Each is asked of the words that are ours.
NEVER = {
    "an empty label": r"^\s*[:,;.]|\(\s*\)|:\s*[.;]|\bof [;,.]",
    "two blanks, or one before a mark": r"  | [,.;:!?)]|\( ",
    "two marks": r"[,;:]{2}|\.\.|[,;:]\.",
    "a word twice": r"(?i)\b([a-z]+) \1\b",
    "a value of Python": r"\bNone\b|\bTrue\b|\bFalse\b|Decimal\(|[\[\]{}\\]|\bnan\b|_",
    "an exponent": r"\d[eE][+-]?\d",
    "decimals without end": r"\.\d{5,}",
    "a unit in the plural after one": rf"(?<![\d.,-])1 (?:{SEVERAL})\b",
    "a unit in the singular after many": rf"(?<![\w.,-])(?!1 )\d[\d.,]* (?:{UNITS})\b(?! of age)(?!-)",
    "one people": r"\b(?:1|[Oo]ne) (?:people|women|men|children|cases|casualties|figures)\b",
    "a plural that English has not": r"\b(?:foots|inchs|feets|peoples|childs|persons|(?:\w+) per (?:hours|seconds))\b",
    "a for an": r"\ba (?:[aeio]|u(?!n[ i]|s[ei]|\.)|8|11\b|18\b)(?!ne\b|ne-)",
    "an for a": r"\ban (?:[bcdfgjklmnpqrstvwxyz]|[1-79]\b)",
    "blame, or a verdict on which of two is right": r"\b(?:false|lie|lies|alleged|propaganda|wrongly)\b",
    "a figure without its case": r"(?<!^)(?<!\")\b(?:Dozens|Hundreds|One|Two|Three|Four|Five|Six|Seven|Eight|Nine)\b",
}  # fmt: skip
COMPUTES = re.compile(r" [=<>] ")


def faults(words: Words) -> list[str]:
    """What a copy editor would mark in a text."""
    text, ours = words.text, words.ours
    found = [name for name, pattern in NEVER.items() if re.search(pattern, ours)]
    if text.count('"') % 2 or text.count("(") != text.count(")"):
        found.append("quotes or brackets that do not close")
    if words.field == "explanation" and COMPUTES.search(text):
        return found  # a sum is no sentence: "127 + 38 + 59 = 224, not 214"
    if text[0].islower():
        found.append("no capital at the start")
    if not text.endswith(".") or text.endswith(".."):
        found.append("not one full stop at the end")
    return found


@pytest.mark.parametrize("rule", [r.name for r in RULES])
def test_every_text_of_a_rule_is_clean(rule: str) -> None:
    texts = [w for w in everything() if w.rule == rule]
    assert {w.field for w in texts} == {"message", "explanation", "suggestion"}, "its stories show every field"
    assert {w.text: marks for w in texts if (marks := faults(w))} == {}


def test_no_message_is_long() -> None:
    named = re.compile(r"\S+\.(?:md|txt)\b")
    texts = [named.sub("a", w.text) for w in everything() if w.field != "explanation"]
    assert [t for t in texts if len(t) > LONGEST] == []


def bare_numbers(text: str) -> list[str]:
    """The numbers of a text that have neither a sign of money before them nor a word for it behind them."""
    number = re.compile(
        rf"([{SIGNS}]|[A-Z]{{2,3}} ?)?(?<![\w.,])\d[\d,.]*\d?(?: (?:thousand|million|billion|trillion))?( \w+)?"
    )
    return [m.group() for m in number.finditer(re.sub(r"\(\d{4}-\d\d-\d\d\)", "", text)) if not m[1] and not m[2]]


def test_a_sum_of_money_keeps_its_money() -> None:
    texts = [
        w for w in everything()
        if w.field == "message" and w.claims
        and all(c.kind == "money" and re.match(rf"[{SIGNS}]", c.quote) for c in w.claims)
    ]  # fmt: skip
    assert len(texts) > 40
    assert {w.text: bare for w in texts if (bare := bare_numbers(w.ours)) and "times" not in w.text} == {}


def test_nothing_of_a_message_is_cut_from_a_longer_word() -> None:
    """A figure in a message is the whole one: "24" of "24,000" would be another number."""
    for words in everything():
        if words.field == "message":
            for claim in words.claims:
                at = words.text.find(claim.quote)
                after = words.text[at + len(claim.quote) : at + len(claim.quote) + 2]
                assert at < 0 or not re.match(r"[.,]?\d", after) or claim.quote in words.text[at + 1 :], words.text


# Stories for every rule that speaks of two figures or more, with blanks for them.
FRAMES = (
    "The fire killed {a} people on Monday, police said.\n\nShops shut. Police said {b} people were killed in the fire.",
    "The blast killed {a} people: {b} women and {c} men, the coroner said.",
    "Of the {a} people aboard, {b} were rescued and {c} are missing, the coast guard said.",
    "The flood displaced {a} families in May. The flood caused {m} in damage, and {b} homes were destroyed.",
    "Sources said {a} soldiers were killed. {b} people are believed to be held. About {c} people were injured.",
    "Of the {a} pupils, {b}, or {p}, missed the bus. Two-thirds of the {a} ({p}) came late.",
    "Of the {a} homes, {b}, or one in five, have no water. The city recorded {c} cases, or {b} per 100,000 people.",
    "Sales rose to {a} from {b}, an increase of {c}. Applications doubled from {a} to {b}.",
    "Profit fell by {m} to {n} from {m}. Costs of {n} topped the {m} spent a year earlier.",
    "The rate rose from {p} to {q}, a rise of {q}. Output dropped {p} to {a} from {b}.",
    "The port spent {m}, including {n} on cranes and {m} on docks. The fund gave {n} to each of {a} clubs, {m} in all.",
    "The camp lies {l} ({k}) from the border. The pipe is {k} ({l}) long.",
    "The rain will take between {a} and {b} days. The herd is {r} animals, with a best estimate of {c}.",
    "{v} people were hurt in the crash. The hospital counted {a} people hurt in the crash. Over {a} fans came.",
    "Troops killed {a} militants on Monday. The army said it had taken {v} fighters.",
    "Ito won {p} of the vote and Lund took {q}, the board said. The rest, {p}, went to Reyes.",
    "The budget is {m}. The {n} budget takes effect in May. Those {a} workers will strike; the {b} workers met.",
)
HEADS = ("Fire kills {a}", "{a} dead as ferry sinks", "Damage put at {m}", "{b} hurt in crash", "")
SMALL = settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))


@st.composite
def filled(draw: st.DrawFn) -> list[Article]:
    """One or two stories from the frames, their blanks filled with figures as newspapers write them."""
    counts = st.one_of(hedged(), st.integers(1, 3).map(str), st.integers(1, 9_000).map("{:,}".format), vague())
    values = {key: draw(counts) for key in "abc"} | {"v": draw(vague()), "r": draw(ranges())}
    values |= {key: draw(money()) for key in "mn"} | {key: draw(measured()) for key in "kl"}
    values |= {key: draw(percentages()) for key in "pq"}
    texts = {key: value if isinstance(value, str) else value.text for key, value in values.items()}
    days = st.sampled_from(("2024-03-05", "2024-03-06", "2024-03-09"))
    frames = st.lists(st.sampled_from(FRAMES), min_size=1, max_size=3)
    return [
        Article(
            id=name, published=draw(days), title=draw(st.sampled_from(HEADS)).format(**texts),
            text="\n\n".join(f.format(**texts) for f in draw(frames)),
        )
        for name in ("a", "b")[: draw(st.integers(1, 2))]
    ]  # fmt: skip


@SMALL
@given(filled())
def test_any_figures_in_any_frame_are_told_in_good_english(articles: list[Article]) -> None:
    for _, words in said(context(articles)):
        assert faults(words) == [], words.text


@given(faulty_stories())
def test_planted_faults_are_told_in_good_english(story) -> None:
    texts = [words for _, words in said(context([story.article]))]
    assume(texts)
    for words in texts:
        assert faults(words) == [], words.text


def test_a_source_of_many_words_is_cut_and_one_with_quotes_stays_whole() -> None:
    long = "the Joint Commission for the Coordination of Relief and Reconstruction in the Eastern Provinces of Orlec"
    one = Article(id="a", published="2024-05-07", text=f"The war has killed 35,034 people in Orlec, {long} said.")
    two = Article(id="b", published="2024-05-08", text="The war has killed 35,034 people in Orlec, the Red Cross said.")
    secret = Article(id="c", text='The raid killed 34 people on Monday, "senior" officials\nsaid.')
    for articles in ([one, two], [secret]):
        for _, words in said(context(articles)):
            assert faults(words) == [], words.text
            assert len(words.text) <= LONGEST


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        (": $56 million and $65 million have no number in common.", "an empty label"),
        ("330 meters is about 1,080 foots.", "a plural that English has not"),
        ("That is 62 mile per hour.", "a unit in the singular after many"),
        ("No source is given for one people killed.", "one people"),
        ("The the figure is 12.", "a word twice"), ("It is a 80 percent rise.", "a for an"),
        ("It is 1 percentage points.", "a unit in the plural after one"), ("It is 12..", "two marks"),
        ("It was 2.00000001 percent.", "decimals without end"), ("The day (None) is known.", "a value of Python"),
        ("it is 12.", "no capital at the start"), ("It is 12", "not one full stop at the end"),
        ('It says "12.', "quotes or brackets that do not close"),
    ],
)  # fmt: skip
def test_the_checks_see_what_they_are_for(text: str, mark: str) -> None:
    assert mark in faults(Words("", "message", text, ()))

"""Quotations: which marks open and close one, and what only looks like a mark."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figcheck.models import Article
from figcheck.text import read

CASES = [
    ('He said "no" and left.', ['"no"']),
    ("He said \u201cno\u201d and \u201cnever\u201d.", ["\u201cno\u201d", "\u201cnever\u201d"]),
    ("''We lost 12 boats,'' Hale said.", ["''We lost 12 boats,''"]),
    ("'We lost 12 boats,' Hale said.", ["'We lost 12 boats,'"]),
    ("The army\u2019s \u2018five-day\u2019 plan.", ["\u2018five-day\u2019"]),
    ("It's the boys' boat, isn't it?", []),
    ("In the '90s the rock 'n' roll era ended.", []),
    ("He is 6'3\" tall and weighs 90 kilos.", []),
    (
        "\u201cHe told me \u2018go,\u2019 and I went,\u201d she said.",
        ["\u201cHe told me \u2018go,\u2019 and I went,\u201d"],
    ),
    ("He said: \u00abNous avons 40 bateaux\u00bb.", ["\u00abNous avons 40 bateaux\u00bb"]),
    (
        '"He asked me, \u201cWhy 12?\u201d and I said 14," Ruiz recalled.',
        ['"He asked me, \u201cWhy 12?\u201d and I said 14,"'],
    ),
    ("``We saw 40,'' he said.", ["``We saw 40,''"]),
]


@pytest.mark.parametrize(("text", "quoted"), CASES)
def test_quotations(text, quoted):
    part = read(Article(id="a", text=text)).parts[-1]
    assert [text[q.start : q.end] for q in part.quotations] == quoted


def test_one_that_goes_on_over_paragraphs_is_open_in_the_first():
    text = '"We saw 40.\n\n"Then 12 more," he said.'
    part = read(Article(id="a", text=text)).parts[-1]
    assert [(text[q.start : q.end], q.open) for q in part.quotations] == [
        ('"We saw 40.', True),
        ('"Then 12 more,"', False),
    ]


@given(st.text(alphabet="ab \"'\u201c\u201d\u2018\u2019\u00ab\u00bb`.,\n:(0", max_size=120))
def test_quotations_come_in_order_and_do_not_overlap(text):
    part = read(Article(id="a", text=text)).parts[-1]
    ends = [0]
    for q in part.quotations:
        assert ends[-1] <= q.start < q.end <= len(text)
        ends.append(q.end)

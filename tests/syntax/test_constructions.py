"""What sets one level beside another: the words, the level after them, and where the first one stands."""

from __future__ import annotations

import pytest

from figcheck import dates, numeral, quantities
from figcheck.models import Article
from figcheck.syntax import Syntax, against
from figcheck.text import read

TOLD = [
    ("Output grew 4.2 percent, down from the spring quarter's 5.1 percent.", "from", "below", "5.1 percent"),
    ("It added 210,000 jobs, below expectations.", "rank", "below", "expectations"),
    ("The loss was $761m, lower than last year's $1.2bn loss.", "than", "below", "$1.2bn loss"),
    ("Profit rose to $3m, compared with $2m in May.", "beside", "", "$2m"),
    ("Sales exceeded the 25,000 mark.", "tops", "above", "25,000"),
    ("The rate is forecast to rise to 3.4 percent.", "to", "above", "3.4 percent"),
]


@pytest.mark.parametrize(("text", "kind", "side", "other"), TOLD)
def test_a_comparison_is_read(text: str, kind: str, side: str, other: str) -> None:
    part = read(Article(id="a", text=text)).parts[-1]
    structure = Syntax(part, quantities.read(part, numeral.find(part, dates.find(part, None))), []).of(
        part.sentences[0]
    )
    found = [(a.kind, a.side) for a in against(structure) if other in structure.quote(a.other)]
    assert found == [(kind, side)]

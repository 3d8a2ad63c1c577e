"""figcheck beside quantulum3, text2num and one bare regex pass, on the seed stories; run by `make bench`.

Never a timed test: the table is read by people, and ratios within one run are what counts.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import figcheck

pytest.importorskip("pytest_benchmark")

STORIES = [
    p.read_text("utf-8").split("---", 2)[2].strip()
    for p in sorted(Path(__file__).parents[2].joinpath("seeds", "articles").rglob("*.md"))
]
WHOLE = "\n\n".join(STORIES)
NUMBER = re.compile(r"\d[\d,.]*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million)\b")


@pytest.mark.filterwarnings("ignore")  # quantulum3 says that it runs without its classifier
@pytest.mark.benchmark(group="one text, all seed stories")
class TestWhole:
    def test_regex_pass(self, benchmark) -> None:
        assert benchmark(lambda: NUMBER.findall(WHOLE))

    def test_figcheck_extract(self, benchmark) -> None:
        assert benchmark(figcheck.extract, WHOLE)

    def test_text2num(self, benchmark) -> None:
        from text_to_num import alpha2digit

        assert benchmark(alpha2digit, WHOLE, "en")

    def test_quantulum3(self, benchmark) -> None:
        from quantulum3 import parser

        assert benchmark.pedantic(parser.parse, args=(WHOLE,), rounds=1)


@pytest.mark.benchmark(group="extract: growth with the text")
@pytest.mark.parametrize("times", [1, 2, 4, 8])
def test_growth(benchmark, times: int) -> None:
    text = "\n\n".join([WHOLE] * times)
    assert benchmark.pedantic(figcheck.extract, args=(text,), rounds=3)


HOSTILE = {
    "prose": WHOLE,
    "digits": "7",
    "commas": ",",
    "one hundred and": "one hundred and ",
    "opening quotes": '"',
    "curly quotes": "\u201c",
    "one word": "a",
    "combining marks": "\u0301",
    "1-": "1-",
    "according to": "according to ",
    "12 people said": "12 people said ",
    "$": "$",
    "stops": ". ",
}


@pytest.mark.benchmark(group="extract: a megabyte")
@pytest.mark.parametrize("name", HOSTILE)
def test_megabyte(benchmark, name: str) -> None:
    unit = HOSTILE[name]
    text = (unit * (1_000_000 // len(unit) + 1))[:1_000_000]
    benchmark.pedantic(figcheck.extract, args=(text,), rounds=1)


def stories(count: int) -> list[figcheck.Article]:
    """`count` stories about as many places as there are: each seed story moved to a town of its own."""
    out = []
    for i in range(count):
        text = STORIES[i % len(STORIES)]
        out.append(figcheck.Article(id=f"s{i}", text=text.replace("Merava", f"Merava{i}").replace("Tarsene", f"T{i}")))
    return out


@pytest.mark.benchmark(group="check: growth with the archive")
@pytest.mark.parametrize("count", [250, 500, 1000, 2000])
def test_archive(benchmark, count: int) -> None:
    assert benchmark.pedantic(figcheck.check, args=(stories(count),), rounds=1).claims


DENSE = {
    "quotes and figures": 'said 5 "',
    "short sentences": "He said 5. ",
    "sources": "according to 5, the ",
    "a coordination without end": "killed 12 and ",
    "subsets": "including 3 of the 12 ",
    "changes": "Profit rose 5 percent to $10 million from $9.5 million, and 12 of the 40 shops, or 30 percent, shut. ",
}


@pytest.mark.benchmark(group="check: growth with one text, dense in figures")
@pytest.mark.parametrize("times", [100, 200, 400])
@pytest.mark.parametrize("name", DENSE)
def test_dense(benchmark, name: str, times: int) -> None:
    benchmark.pedantic(figcheck.check, args=(DENSE[name] * times,), rounds=1)


@pytest.mark.benchmark(group="read: a megabyte of Markdown, HTML, text")
@pytest.mark.parametrize("suffix", ["md", "html", "txt"])
def test_read(benchmark, suffix: str) -> None:
    from figcheck.readers import read_text

    text = (WHOLE * (1_000_000 // len(WHOLE) + 1))[:1_000_000]
    assert benchmark.pedantic(read_text, args=(text, f"a.{suffix}"), rounds=1)

"""Nothing grows faster than its input: hostile shapes at n, 2n and 4n through extract, check and every reader.

    python tests/benchmarks/growth.py            # all, a few minutes; exit status 1 where something grows faster
    python tests/benchmarks/growth.py dense      # the shapes whose names hold a word

What is compared is one run with itself: the exponent e in time ~ size^e between n and 4n, in CPU time. A machine that
is busy can only make it look worse, so each is tried up to TRIES times and the best counts.
"""

from __future__ import annotations

import gc
import io
import json
import math
import sys
import time
from collections.abc import Callable, Iterator
from typing import NamedTuple

from figcheck import Article, Report, Settings, check, extract
from figcheck.cli.output import usage
from figcheck.readers import read_text
from figcheck.reports import located, render
from figcheck.sheet import build, to_html
from figcheck.suppress import apply

LIMIT = 1.3
TRIES = 8
AGAIN = 2.0  # seconds at 4n, above which nothing is asked again: a step of the memory shows far below
LONGEST = 2_000_000  # code points of n
ENOUGH = 0.015  # seconds for the smallest: below, a clock tells nothing, and the text is made longer
SIZES = {"extract": 12_000, "check": 8_000}  # code points of n; a reader's are READ
READ = 40_000
AS_IT_IS = Settings(check_language=False)  # one word over and over is in no language

Work = Callable[[], object]


class Shape(NamedTuple):
    """A text of any length: `piece` is repeated, with {n} counting up; `title` repeats it there too."""

    piece: str
    title: bool = False


SHAPES = {
    "dense: one source, one measure, all values different": Shape(
        "The fire killed {n},{m} people in Dunmore, the fire service said. "
    ),
    "dense: short sentences with a source": Shape("Police said {n} died. "),
    "dense: amounts of one thing": Shape("The bridge cost ${n} million, officials said. "),
    "dense: a headline of figures": Shape("{n} dead, ", title=True),
    "dense: one number, many sources": Shape("Ana Ruiz{n} said 41 people were killed in Dunmore. "),
    "dense: nobody says so": Shape("Floods killed {n} people in Orlec. "),
    "dense: one sentence again and again": Shape("The flood killed 41 people, police said. "),
    "changes": Shape("The toll rose to {n} from 174, up 3 percent, the ministry said. "),
    "falls and rises of one thing": Shape("Sales fell from {n} to {m}, a fall of 4 percent, it said. "),
    "parts of one whole": Shape("{n} women, {m} men, "),
    "percentages": Shape("Of the {n} people asked, {m} percent, or 12, agreed. "),
    "shares": Shape("{m} percent were for it and 38 percent against, the poll found. "),
    "ranges": Shape("between {n} and {m} people or from {m} to {n} homes were hit, "),
    "conversions": Shape("It ran {n} km ({m} miles) in 3 hours. "),
    "ages": Shape("Ana Ruiz, {m}, born in 1950, died in 2001 at {m}. "),
    "days": Shape("On May 3, 2019, and two days ago, {n} people were hurt. "),
    "hearsay": Shape("{n} people were reportedly feared dead. "),
    "quotations that stay open": Shape('He said: "{n} people were killed. '),
    "a sentence without end": Shape("and {n} of them who said that {m} were killed "),
    "digits and commas": Shape("1,"),
    "brackets": Shape("({n} men [at least "),
    "names": Shape("Ana Ruiz of Merava and the Selmo Harbor Authority told Reuters of {n} dead. "),
    "lines": Shape("{n} dead\n"),
    "counts and crowds": Shape("About {n} people marched; organizers put it at {m},000. "),
}
FILES = {
    "front matter that goes on": ("a.md", "---\ntitle: >\n{}---\nRain.\n", "  more of the title\n"),
    "front matter of blanks": ("a.md", "---\ntitle: a{}b\n---\nRain.\n", " "),
    "a JSON list on many lines": ("a.json", "[\n{}{{\"text\": \"x\"}}]", '{\n  "title": "x",\n  "text": "y"\n},\n'),
    "a JSON list in one line": ("a.json", "[{}{{\"text\": \"x\"}}]", '{"title": "x", "text": "Two sank."},'),
    "JSON lists in lists": ("a.json", "[{}[]]", '[{"text": "x"}],'),
    "escapes": ("a.json", '{{"text": "{}"}}', "\\u0041\\n"),
    "bodies": ("a.json", '{{"uri": "x", "bodies": [{}{{"value": "x"}}]}}', '{"value": "Two sank."},'),
    "JSON lines": ("a.jsonl", "{}", '{"text": "Two sank."}\n'),
    "comments": ("a.md", "{}", "Two<!-- figcheck: ignore[FIG301] reason: x --> sank.\n\n"),
    "comments that stay open": ("a.md", "{}", "Two <!-- sank.\n\n"),
    "emphasis": ("a.md", "{}", "*a **b "),
    "links": ("a.md", "{}", "[a](b "),
    "quotes in quotes": ("a.md", "{}", "> - "),
    "code": ("a.md", "{}", "`a``b"),
    "tables": ("a.md", "{}", "a | b\n--- | ---\n1 | 2\n\n"),
    "tags that stay open": ("a.html", "{}", "<p><b><a href='x"),
    "comments in a page": ("a.html", "{}", "<!-- a --><p>Two sank.</p>"),
    "entities": ("a.html", "{}", "&amp;&lt;&#65;"),
    "scripts": ("a.html", "{}", "<script>x</script>"),
    "lists of links": ("a.html", "{}", "<ul><li><a>x</a>"),
}  # fmt: skip


def text_of(shape: Shape, size: int) -> str:
    """A text of a shape."""
    out: list[str] = []
    length, number = 0, 100
    while length < size:
        out.append(shape.piece.format(n=number, m=100 + number * 7 % 900))
        length += len(out[-1])
        number += 1
        if number % 5 == 0 and not shape.title:
            out.append("\n\n")
    return "".join(out)


def article(shape: Shape, size: int) -> Article:
    """An article of a shape, in the headline where the shape says so."""
    text = text_of(shape, size)
    return Article(id="a", title=text if shape.title else "A headline", text="Rain fell." if shape.title else text)


def word(text: str) -> bytes:
    """A Word file of a text's paragraphs."""
    import docx

    document = docx.Document()
    for paragraph in text.split("\n\n"):
        document.add_paragraph(paragraph.replace("\n", " "))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _page(text: str) -> str:
    return "".join(f"<p>{p}</p>\n" for p in text.split("\n\n"))


def _list(text: str) -> str:
    return json.dumps([{"title": "x", "text": p} for p in text.split("\n\n")], indent=1)


def _lines(text: str) -> str:
    return "".join(json.dumps({"text": p}) + "\n" for p in text.split("\n\n"))


FORMATS: dict[str, Callable[[str], str | bytes]] = {
    "a.txt": str, "a.md": str, "a.html": _page, "a.json": _list, "a.jsonl": _lines, "a.docx": word,
}  # fmt: skip


def suppressed(size: int) -> Work:
    """A story whose findings are each let pass by a comment of its own."""
    piece = "Of the 12<!-- figcheck: ignore[FIG301] reason: x --> dead, {} were women and 9 were men.\n\n"
    content = "".join(piece.format(number) for number in range(4, 4 + size // len(piece)))
    stories = read_text(content, "a.md")
    report = located(check((s.article for s in stories), AS_IT_IS), stories)
    return lambda: render(apply(report, stories), "json", stories)


STORY = (
    "DUNMORE - The flood killed {n} people, the fire service said. It cost ${m}.4 million, and Selmo was fined {n},{m} "
    "crowns."
)


def stories(size: int) -> Work:
    """Many stories of one event, each with its own figures, in one check."""
    texts = [STORY.format(n=100 + k % 97, m=100 + k * 7 % 900) for k in range(size // len(STORY))]
    told = [Article(id=str(k), title="Flood in Dunmore", text=text) for k, text in enumerate(texts)]
    return lambda: check(told, AS_IT_IS)


def works(words: str) -> Iterator[tuple[str, Callable[[int], Work], int]]:
    """Everything that is measured: its name, what makes the work for a size, and the size of n."""
    for name, shape in SHAPES.items():
        if words in name:
            yield f"extract: {name}", lambda size, s=shape: _extract(article(s, size)), SIZES["extract"]
            yield f"check: {name}", lambda size, s=shape: _check(article(s, size)), SIZES["check"]
            for file, made in FORMATS.items():
                yield f"{file}: {name}", lambda size, s=shape, f=file, m=made: _read(f, m(text_of(s, size))), READ
    for name, (file, around, piece) in FILES.items():
        if words in name:
            yield (
                f"{file}: {name}",
                lambda size, f=file, a=around, p=piece: _read(f, a.format(p * (size // len(p)))),
                READ,
            )
    if words in "stories of one event":
        yield "check: stories of one event", stories, SIZES["check"]
    if words in "pages":
        yield "pages: report of stories of one event", lambda size: _report_page(stories(size)()), SIZES["check"]
        for name in ("dense: one source, one measure, all values different", "parts of one whole"):
            yield (
                f"pages: report, {name}",
                lambda size, n=name: _report_page(check(article(SHAPES[n], size))),
                SIZES["check"],
            )
            yield f"pages: sheet, {name}", lambda size, n=name: _sheet(text_of(SHAPES[n], size)), SIZES["check"]
    if words in "suppressions":
        yield "suppressions", suppressed, SIZES["check"]


def _report_page(report: Report) -> Work:
    return report.to_html


def _sheet(text: str) -> Work:
    read = read_text(text, "a.txt")
    report = check(story.article for story in read)
    return lambda: to_html(build(report, read))


def _extract(story: Article) -> Work:
    return lambda: extract(story)


def _check(story: Article) -> Work:
    return lambda: check(story, AS_IT_IS)


def _read(name: str, content: str | bytes) -> Work:
    def work() -> None:
        try:
            read_text(content, name)
        except Exception as error:  # refused, and that too must not take long
            if type(error).__name__ != "ReadError":
                raise

    return work


def seconds(work: Work) -> float:
    """CPU time of one run."""
    gc.collect()
    begin = time.process_time()
    work()
    return time.process_time() - begin


def exponent(make: Callable[[int], Work], size: int) -> tuple[float, list[float]]:
    """The exponent of growth, at its best, and the times at n, 2n and 4n."""
    seconds(make(size))  # what is loaded once is no part of it
    while (took := seconds(make(size))) < ENOUGH and size < LONGEST:
        size = min(LONGEST, math.ceil(size * max(2, min(16, ENOUGH / max(took, 1e-6)))))
    best = _best(make, size)
    if _exponent(best) > LIMIT and best[2] < AGAIN:
        best = _best(make, 4 * size)
    return _exponent(best), best


def _best(make: Callable[[int], Work], size: int) -> list[float]:
    pieces = [make(size * times) for times in (1, 2, 4)]
    best = [math.inf] * 3
    for _ in range(TRIES):
        best = [min(b, seconds(work)) for b, work in zip(best, pieces, strict=True)]
        if _exponent(best) <= LIMIT - 0.1:
            break
    return best


def _exponent(times: list[float]) -> float:
    return math.log(max(times[2], 1e-9) / max(times[0], 1e-9), 4)


def main(words: str) -> int:
    """Measure, print a line each, and name what grows faster."""
    failed = []
    for name, make, size in works(words):
        found, times = exponent(make, size)
        shown = "  ".join(f"{t:7.3f}" for t in times)
        print(f"{found:5.2f}  {shown}  {name}", flush=True)
        if found > LIMIT:
            failed.append(f"{name}: {found:.2f}")
    for line in failed:
        usage(f"grows faster than its input: {line}")
    print(f"{len(failed)} of them above an exponent of {LIMIT}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(" ".join(sys.argv[1:])))

"""What is fuzzed: one function a kind, from a source of chance to an input, and from an input to what must hold."""

from __future__ import annotations

import io
import json
import random
import re
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from pieces import FILES, NEWS, ODD, SETTINGS

from figcheck import Article, check, dates, extract, intervals, numeral, quantities, safe
from figcheck.baseline import is_baseline
from figcheck.models import Claim
from figcheck.readers import Loaded, ReadError, read_text
from figcheck.readers.published import moment
from figcheck.reports import located, render
from figcheck.settings import Settings, matches
from figcheck.suppress import apply
from figcheck.text import read

__all__ = ["KINDS", "Kind"]

DAY = date(2025, 7, 8)
DAYS = (None, DAY, date.min, date.max, datetime(2024, 2, 29, 12, tzinfo=UTC), date(1999, 12, 31))
NAMES = ("a.md", "a.html", "a.txt", "a.json", "a.jsonl")
FORMS = ("text", "json", "jsonl", "sarif", "github", "csv")
ORDERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
NOT_IN_LINES = re.compile(r"^[^\S\n]*::|##[a-z]*\[", re.MULTILINE)


class Kind(NamedTuple):
    """How an input is made, what must hold of it, and how often it is drawn."""

    make: Callable[[random.Random], Any]
    holds: Callable[[Any], None]
    weight: float


def _text(chance: random.Random, pieces: list[str], most: int = 24) -> str:
    """Pieces in a row; now and then a character of any kind."""
    out = chance.choices(pieces, k=chance.randint(1, most))
    if chance.random() < 0.1:
        out.insert(
            chance.randrange(len(out) + 1), chr(chance.choice((chance.randrange(0x250), chance.randrange(0x11000))))
        )
    return "".join(out)


def _news(chance: random.Random) -> str:
    return _text(chance, NEWS)


def _numerals(text: str) -> None:
    part = read(Article(id="a", text=text)).parts[-1]
    text = part.text
    whens = dates.find(part, DAY)
    assert all(a.end <= b.start for a, b in pairwise(whens)), "dates overlap"
    numbers = numeral.find(part, whens)
    assert all(n.start < n.end for n in numbers), "an empty numeral"
    assert all(a.end <= b.start for a, b in pairwise(numbers)), "numerals overlap"
    for m in re.finditer(r"\d+", text):
        assert sum(n.start <= m.start() and m.end() <= n.end for n in numbers) == 1, f"{m} is not in one numeral"
    for figure in quantities.read(part, numbers):
        assert 0 <= figure.start < figure.end <= len(text), "a figure outside its text"
        q = figure.quantity
        assert q.low is None or q.high is None or q.low <= q.high, "low above high"


def _sound(claim: Claim, text: str) -> None:
    start, end = claim.sentence
    assert text[claim.start : claim.end] == claim.quote != "", "a claim that quotes something else"
    assert 0 <= start <= claim.start < claim.end <= end <= len(text), "a claim outside its sentence"
    low, high = claim.quantity.low, claim.quantity.high
    assert low is None or high is None or low <= high, "low above high"
    said = claim.attribution
    if said is not None and said.start is not None and said.part == claim.part:
        assert text[said.start : said.end] == said.source, "a source that is not there"


def _extract(text: str) -> None:
    article = Article(id="a", text=text)
    for claim in extract(article):
        _sound(claim, article.text)


def _stories(chance: random.Random) -> list[dict[str, Any]]:
    def one(name: str) -> dict[str, Any]:
        title = _text(chance, NEWS, 6) if chance.random() < 0.5 else ""
        return {"id": name, "title": title, "text": _text(chance, NEWS, 40), "published": chance.choice(DAYS)}

    return [one(name) for name in "abc"[: chance.randint(1, 3)]]


def _check(given: list[dict[str, Any]]) -> None:
    articles = [Article.model_validate(story) for story in given]
    settings = Settings(check_language=False)  # a dice of words is in no language
    report = check(articles, settings)
    assert report.problems == (), report.problems[0].message
    assert report.findings == check(articles[::-1], settings).findings, "the order of the articles plays a part"
    texts = {a.id: a for a in articles}
    for finding in report:
        for e in finding.evidence:
            assert texts[e.article].part(e.part)[e.start : e.end] == e.quote, "evidence that is not there"


def _file(chance: random.Random) -> tuple[str, str]:
    return chance.choice(NAMES), _text(chance, [*FILES, *NEWS[:40]], 30)


def _read(given: tuple[str, str]) -> None:
    name, text = given
    for content in (text, text.encode("utf-8", "surrogatepass")):
        try:
            stories = read_text(content, name)
        except ReadError as error:
            if error.path != name:
                raise
            continue
        for story in stories:
            _placed(story)


def _placed(story: Loaded) -> None:
    size = len(story.source)
    for name, mapped in story.parts.items():
        for at in range(min(len(mapped.text), 400)):
            first, last = story.span(name, at, at + 1)
            assert 0 <= first.offset <= last.offset <= size, "a place outside the file"


def _json(chance: random.Random, depth: int = 0) -> Any:
    """A value that looks like news."""
    keys = ("text", "body", "content", "bodies", "body_text", "body_xhtml", "title", "headline", "headlines", "uri",
            "items", "articles", "@type", "articleBody", "liveBlogUpdate", "value", "rendered", "html", "role", "data",
            "protected", "type", "published", "id", "@graph", "summary", "description", "versioncreated")  # fmt: skip
    draw = chance.random()
    if depth > 3 or draw < 0.45:
        return chance.choice(
            (
                "",
                "Seven sank.",
                "<p>Nine barges sank.</p>",
                None,
                True,
                12,
                1.5,
                "NewsArticle",
                "2025-07-08",
                "main",
                "x [+9 chars]",
            )
        )
    if draw < 0.6:
        return [_json(chance, depth + 1) for _ in range(chance.randint(0, 3))]
    return {chance.choice(keys): _json(chance, depth + 1) for _ in range(chance.randint(0, 5))}


def _told(value: Any) -> None:
    """What an item's body says is read, or it is told that it was not: nothing is silently empty."""
    content = json.dumps(value)
    try:
        stories = read_text(content, "a.json")
    except ReadError:
        return
    assert stories, "a file without stories that is no error"
    for story in stories:
        _placed(story)
    if isinstance(value, dict) and not ({"items", "articles", "data", "@graph"} & value.keys()) and len(stories) == 1:
        body = [value[key] for key in ("text", "body", "content", "bodies", "body_text", "articleBody") if key in value]
        (story,) = stories
        given = json.dumps(body)
        if ("sank" in given) and not _kinds(value) and not story.unread and not story.skipped:
            shown = " ".join((story.article.title, story.article.text, *dict(story.article.parts).values()))
            assert "sank" in shown, "a body that was silently dropped"


def _kinds(value: dict[str, Any]) -> bool:
    """Whether an item is of a kind that reads other keys than those asked about."""
    return "@type" in value or "uri" in value or "versioncreated" in value


def _marked(chance: random.Random) -> tuple[str, str]:
    note = "<!-- figcheck: ignore[parts-and-total, FIG101] reason: x -->"
    pieces = [note, "<!-- ", "-->", "\n\n", "\n", "Of the 12 dead", ", 7 were women and 9 were men. ", "<p>", "</p>",
              "A fire killed 41, police said. ", "The fire killed 35, police said. ", "Rain. "]  # fmt: skip
    return chance.choice(("a.md", "a.html")), "".join(chance.choices(pieces, k=chance.randint(1, 16)))


def _suppressed(given: tuple[str, str]) -> None:
    stories = read_text(given[1], given[0])
    report = located(check(s.article for s in stories), stories)
    less = apply(report, stories)
    assert len(less.findings) + len(less.suppressed) == len(report.findings), "a finding was lost"
    form = FORMS[len(given[1]) % len(FORMS)]
    shown = render(less, form, stories)
    assert not ORDERS.search(shown), "an order to a terminal"


def _odd(chance: random.Random) -> str:
    return _text(chance, ODD, 12)


def _safe(text: str) -> None:
    assert not ORDERS.search(safe.clean(text) + safe.page(text) + safe.cell(text)), "an order to a terminal"
    assert not NOT_IN_LINES.search(safe.lines(safe.clean(text))), "a command to a CI log"
    assert not safe.cell(text).lstrip("\ufeff\u200b \n").startswith(("=", "+", "-", "@", "\uff1d")), "a formula"
    written = json.dumps(text, ensure_ascii=False)
    assert json.loads(safe.json_text(written)) == text, "another JSON"
    is_baseline(text.encode("utf-8", "replace"))


def _toml(chance: random.Random) -> tuple[str, str, str]:
    return (
        _text(chance, SETTINGS, 14),
        _text(chance, ["*", "**/", "a", "b/", "?", ".md"], 12),
        _text(chance, ["a", "b/", ".md"], 20),
    )


def _settings(given: tuple[str, str, str]) -> None:
    import tomllib

    text, glob, path = given
    matches(path, glob)
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError):
        return
    if not table.pop("own-rules", None):
        try:
            Settings.model_validate(table)
        except ValueError:
            return


def _number(chance: random.Random) -> tuple[str, str, str]:
    def one() -> str:
        digits = "".join(chance.choices("0123456789", k=chance.choice((1, 2, 3, 7, 28, 29, 31, 45))))
        return digits + chance.choice(("", "", ".5", ".0", "e5", "e-30", "e40"))

    return one(), one(), chance.choice(("1", "0.1", "0.001", "1000", "1e-9"))


def _arithmetic(given: tuple[str, str, str]) -> None:
    a, b, place = map(Decimal, given)
    assert intervals.to_place(a, place).as_tuple().exponent == place.adjusted(), "not rounded"
    assert intervals.is_multiple(a * 0 + 10, 5)
    intervals.is_multiple(a, 5)
    x, y = intervals.point(a), intervals.Interval(min(a, b), max(a, b))
    assert not intervals.disjoint(x, y), "a number apart from an interval that it ends"
    for made in (intervals.total([x, y]), intervals.difference(x, y), intervals.quotient(x, y), intervals.scale(y, -a)):
        assert made.low is None or made.high is None or made.low <= made.high, "low above high"
    try:
        moment(given[0])
    except ValueError:
        return


@cache
def _word_file() -> bytes:
    import docx

    document = docx.Document()
    document.add_heading("Two barges sink", 1)
    document.add_paragraph("Of the 12 dead, 7 were women and 4 were men, police said.")
    document.add_table(rows=1, cols=2)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _damaged(chance: random.Random) -> bytes:
    """A Word file with a few bytes changed, in the archive or in the text of one of its parts."""
    content = bytearray(_word_file())
    if chance.random() < 0.5:
        for _ in range(chance.randint(1, 6)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        return bytes(content)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_word_file())) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            part = bytearray(old.read(entry))
            if entry.filename == "word/document.xml":
                at = chance.randrange(len(part))
                part[at : at + chance.randint(0, 9)] = "".join(
                    chance.choices(["<w:p>", "</w:r>", "x", "&a;", "\x0b"])
                ).encode()
            new.writestr(entry.filename, bytes(part))
    return out.getvalue()


def _word(content: bytes) -> None:
    try:
        stories = read_text(content, "a.docx")
    except ReadError:
        return
    for story in stories:
        _placed(story)


KINDS: dict[str, Kind] = {
    "numerals": Kind(_news, _numerals, 18),
    "extract": Kind(_news, _extract, 8),
    "check": Kind(_stories, _check, 0.8),
    "files": Kind(_file, _read, 14),
    "json": Kind(_json, _told, 20),
    "suppressions": Kind(_marked, _suppressed, 0.4),
    "shown": Kind(_odd, _safe, 22),
    "settings": Kind(_toml, _settings, 6),
    "numbers": Kind(_number, _arithmetic, 12),
    "word": Kind(_damaged, _word, 0),
}

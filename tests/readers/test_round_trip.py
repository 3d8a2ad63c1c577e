"""One story in every format: the same claims and findings, each pointing at the same words in its own file."""

from __future__ import annotations

import html
import io
import json

import docx
import pytest

from figcheck import check
from figcheck.readers import read_text

TITLE = "Flood in Karsk valley kills 40, agency says"
PUBLISHED = "2025-07-08T18:00:00+00:00"
PARAGRAPHS = [
    "KARSK (Post) \u2014 At least 41 people were killed and 112 injured when the Orla river burst its banks "
    "on Monday, the valley\u2019s rescue agency said.",
    "\u201cWe have 9 boats & 230 volunteers,\u201d said Mira Holt, who leads the agency. "
    "Twelve of the dead were children.",
    "The water covers 57.5 square miles. About 2,300 families left their homes, "
    "18 percent of the 12,800 in the valley.",
    "Repairs will cost $1.2 billion, the finance ministry estimates: $700 million for roads "
    "and $500 million for homes.",
    "Reports that 60 people died <in the tunnel> are believed to be wrong, the agency said on Tuesday.",
]
BODY = "\n\n".join(PARAGRAPHS)
FRONT = f"---\ntitle: {TITLE}\npublished: {PUBLISHED}\npublisher: Post\n---\n\n"


def markdown() -> str:
    paragraphs = [
        html.escape(p, quote=False).replace("41 people", "**41** [people](http://x.example/2024)") for p in PARAGRAPHS
    ]
    paragraphs[2] = paragraphs[2].replace("57.5", "*57.5*")
    return FRONT + "```\ncode 99\n```\n\n" + "\n\n".join(paragraphs) + "\n\n| 1 | 2 |\n|---|---|\n| 3 | 4 |\n"


def page() -> str:
    paragraphs = "\n".join(
        f"<p>{html.escape(p).replace('41', '<b>41</b>').replace(chr(8212), '&mdash;')}" for p in PARAGRAPHS
    )
    return (
        f'<html lang="en"><head><meta property="article:published_time" content="{PUBLISHED}">'
        f'<meta property="og:site_name" content="Post"><script>var x = 12;</script></head><body><nav>9 items</nav>'
        f"<article><h1>{TITLE}</h1>{paragraphs}</article><footer>1999</footer></body></html>"
    )


def word() -> bytes:
    document = docx.Document()
    document.add_heading(TITLE, 0)
    document.add_paragraph(f"Published: {PUBLISHED}")
    document.add_paragraph("Publisher: Post")
    for text in PARAGRAPHS:
        before, figure, after = text.partition("41")
        paragraph = document.add_paragraph(before)
        if figure:
            paragraph.add_run(figure).italic = True
            paragraph.add_run(after)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def ninjs() -> str:
    body = "".join(f"<p>{html.escape(p)}</p>" for p in PARAGRAPHS)
    item = {"uri": "urn:x:1", "versioncreated": PUBLISHED, "headline": TITLE, "body_xhtml": body, "source": "Post"}
    return json.dumps(item, indent=1)


def news_article() -> str:
    return json.dumps(
        {
            "@type": "NewsArticle", "headline": TITLE, "articleBody": BODY, "datePublished": PUBLISHED,
            "publisher": {"name": "Post"},
        },
        ensure_ascii=False,
    )  # fmt: skip


FORMATS = {
    "story.txt": FRONT + BODY,
    "crlf.txt": (FRONT + BODY).replace("\n", "\r\n"),
    "wide.txt": (FRONT + BODY).encode("utf-16"),
    "story.md": markdown(),
    "story.html": page(),
    "story.docx": word(),
    "ninjs.json": ninjs(),
    "news.json": news_article(),
    "story.jsonl": json.dumps({"title": TITLE, "text": BODY, "published": PUBLISHED, "publisher": "Post"}) + "\n",
}


def shown(content: str | bytes, name: str):
    """The story, its claims and its findings without what is the file's own: the id and what hangs on it."""
    (story,) = read_text(content, name)
    report = check(story.article.model_copy(update={"id": "story", "story": None}))
    claims = [c.model_dump() for c in report.claims]
    findings = [
        (f.code, f.message, f.explanation, [(e.part, e.start, e.quote) for e in f.evidence]) for f in report.findings
    ]
    return story, report, claims, findings


@pytest.mark.parametrize("name", FORMATS)
def test_claims_and_findings_are_the_same(name):
    _, _, claims, findings = shown(FORMATS["story.txt"], "story.txt")
    _, _, others, other_findings = shown(FORMATS[name], name)
    assert len(claims) > 10
    assert others == claims
    assert other_findings == findings


@pytest.mark.parametrize("name", FORMATS)
def test_places_hold_the_same_words(name):
    content = FORMATS[name]
    story, report, _, _ = shown(content, name)
    rows = story.source.replace("\r\n", "\n").split("\n")
    for claim in report.claims:
        found = html.unescape(story.as_found(claim.part, claim.start, claim.end)).replace("*", "")
        first = story.locate(claim.part, claim.start)
        assert " ".join(found.split()) == " ".join(claim.quote.split())
        assert rows[first.line - 1][first.column - 1] == claim.quote[0]

"""What fuzzed inputs are made of: what newspapers print, what files are marked up with, and what nobody would write."""

from __future__ import annotations

__all__ = ["FILES", "NEWS", "ODD", "SETTINGS"]

NEWS = [
    "1", "12", "2019", "1,219", " 000", "-", "–", " ", ", ", ". ", "\n", "'", "$", "€", "%", "(", ")", "#", "@",
    "/", ":", "http://a.org/", "F-", "COVID-", "pm", "st", "s", "one ", "two", "hundred ", " and ", "a ", "zero",
    "half ", "million ", "dozen ", "third ", "of ", "Oct. ", "Tuesday ", "last ", "years ", "ago ", "between ",
    "May ", "people ", "Boeing ", "km ", "bn", "m", "x", "½", "٣", "²", "é", "\u200b", "first ", "twice ",
    "No. ", "per ", "cent ", "\u00a0", "to ", "The ", "few ", "scores ", "from ", "at least ", "up to ",
    "or so ", "more than ", "nearly ", "degrees ", "C ", "-old", "US$", "RM", "p.", "Street ", "won ", "by ",
    "in ", "since ", "square ", "miles ", "an hour ", "cents ", "point ", "killed ", "were ", "dead", " died ",
    "women ", "men ", "children ", "police said", "said ", "according to ", "the ministry ", "Ana Ruiz ", "she ",
    "rose ", "fell ", "doubled ", "of them ", "of whom ", "including ", "a total of ", "injured ", "missing ",
    "the toll ", "was put at ", "feared ", "reportedly ", "\u201c", "\u201d", '"', "; ", " — ", "Dunmore ", "fire ",
    "in Orlec ", "aged ", "born ", "(3 miles)", "percent ", "points ", "one in ", "out of ", "times ", "families ",
    "homes ", "damaged ", "cost ", "revised ", "compared with ", "yesterday ", "Monday ", "10:30 ", "0", "9" * 31,
    "0001-01-01 ", "9999-12-31 ", "rs. ", "Dozens ", "sq. Meters ", "98\nmillion ", "$5\nmillion ",
]  # fmt: skip

FILES = [
    "---\n", "title: ", "published: ", "2025-07-08", "8 July 2025", "+++\n", "key = 1\n", "> ", "- ", "* ", "1. ",
    "[a]", "(b)", "![", "](", "`", "```\n", "~~~\n", "<p>", "</p>", "<div>", "<!--", "-->",
    "figcheck: ignore[FIG301] reason: x",
    "<script>", "</script>", "<title>", "<article>", "<h1>", "<table>", "<nav>", "<blockquote>", "<q>", "<sup>2</sup>",
    "&amp;", "&#65;", "&", "<",
    ">", "<a href='", "\"", "'", "=", "\\", "\\n", "\\u0041", "\\ud83d", "{", "}", "[", "]",
    ":", ",", '"text"', '"title"', '"body"', '"bodies"', '"items"', '"uri"', '"@type"', '"NewsArticle"', "null", "1",
    "true", '"value"', '"content"', '"rendered"', "12 dead, ", "7 women and 4 men ", "\n", "\n\n", "\r\n", "\t", "    ",
    "a | b\n--- | ---\n", "**", "_", "#", "\u00ad", "\ufeff", "\x00", "\ud800", "\u2028",
    "<![CDATA[", "]]>", "<?xml ?>",
]  # fmt: skip

SETTINGS = [
    "select", "ignore", "severity", "preview", "exclude", "fail-level", "baseline", "extend", "own-rules", "measures",
    "sources", "parties", "per-file-ignores", " = ", "[", "]", "[[", "]]", "'", '"', "ALL", "FIG", "FIG3", "total",
    "parts-and-total", "\n", ", ", "true", "{", "}", "words", "hxl", "#a+b", "basis", "running", "*", "**/", "x.toml",
    "''", "1", "1.5", "2025-07-08", "#", "\\", "é", "error", "off", ".", "[severity]\n", "[measures.x]\n",
]  # fmt: skip

ODD = [
    "\x1b[2J", "\x1b]8;;x\x07", "\x9b", "\u202e", "\u2066", "\u200e", "\ufeff", "\u200b",
    "=", "+", "-", "@", "\t", "\r",
    "\n", "::error::", "::", "##[", "##vso[", "[a](b)", "\\", "\x00", "\x7f", "a", " ", "\u2028", "\ud800", "\uff1d",
]  # fmt: skip

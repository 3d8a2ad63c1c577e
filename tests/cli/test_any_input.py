"""Whatever comes in, the command exits with 0, 1 or 2, never with a traceback, and accounts for the numerals."""

from __future__ import annotations

from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from figcheck.cli.app import app

SUFFIXES = ("txt", "md", "html", "json", "jsonl")
_WORDS = (
    *(
        "Of",
        "the",
        "12",
        "dead,",
        "7",
        "women",
        "and",
        "57,418",
        "people",
        "killed",
        "$4.5bn",
        "12%",
        "said",
        "police.",
    ),
    *("<p>", "**", "---", "{}", "[]", '"', "'", ":", "<!--", "figcheck:", "ignore[FIG301]", "reason:", "-->", "\n\n"),
)


def ran(content: bytes, suffix: str, form: str) -> int:
    runner = CliRunner()
    result = runner.invoke(app, ["check", "-", "--stdin-filename", f"a.{suffix}", "-f", form], input=content)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "read: " in result.output.splitlines()[-1]
    return result.exit_code


@settings(max_examples=40)
@given(st.binary(max_size=400), st.sampled_from(SUFFIXES), st.sampled_from(["text", "sarif"]))
def test_any_bytes(content: bytes, suffix: str, form: str) -> None:
    assert ran(content, suffix, form) in {0, 1, 2}


@settings(max_examples=40)
@given(st.lists(st.one_of(st.sampled_from(_WORDS), st.text(max_size=8)), max_size=40), st.sampled_from(SUFFIXES))
def test_any_copy(words: list[str], suffix: str) -> None:
    text = " ".join(words).encode("utf-8", "replace")
    assert ran(text, suffix, "text") in ({0, 1} if suffix == "txt" and b"\0" not in text else {0, 1, 2})

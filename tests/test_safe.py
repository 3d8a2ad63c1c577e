"""What is shown was written by others: none of it is an order to a terminal, a CI log, a spreadsheet or Markdown."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figcheck import Article, check, safe
from figcheck.readers import read_text
from figcheck.reports import render
from figcheck.sheet import build, to_csv, to_html

ORDERS = ("\x1b[2J", "\x1b]8;;http://a.example\x07", "\x9b31m", "\u202e", "\u2066", "\x7f", "\x08")
OBEYED = set("".join(ORDERS)) - set("[2J]8;:/htp.axmle31")


@pytest.mark.parametrize("order", ORDERS)
def test_no_format_hands_a_terminal_an_order(order: str) -> None:
    text = f"Of the 12 {order} dead, 7 were women, 4 were children and 2 were men, police{order} said."
    stories = read_text(f"{order}Fire {order}\n\n{text}", f"a{order}.txt")
    report = check(s.article for s in stories)
    for form in ("text", "json", "jsonl", "sarif", "github", "csv"):
        assert OBEYED.isdisjoint(render(report, form, stories)), form
    sheets = build(report, stories)
    assert OBEYED.isdisjoint(to_csv(sheets)[1:])
    assert OBEYED.isdisjoint(to_html(sheets))


@given(st.text())
def test_json_on_a_screen_is_the_same_json(text: str) -> None:
    written = json.dumps({"x": text}, ensure_ascii=False)
    assert json.loads(safe.json_text(written)) == {"x": text}


@pytest.mark.parametrize("line", ["::error::x", "  ::add-mask::word", "\t::set-output name=a::b", "##[error]x",
                                  "say ##vso[task.complete]", "##teamcity[x]"])  # fmt: skip
def test_no_line_is_a_command_to_a_ci_log(line: str) -> None:
    shown = safe.lines(line)
    assert len(shown) == len(line)
    assert not shown.strip().startswith("::")
    assert "##" not in shown


def test_other_colons_stay() -> None:
    assert safe.lines("a.md:1:2: error: x::y\nratio 3:1") == "a.md:1:2: error: x::y\nratio 3:1"


@pytest.mark.parametrize(
    "hidden", ["", "\ufeff", "\u200b", "\u00a0", "\u2060", "\x00", "\x1b", "\u202e", " \ufeff \u200b"]
)
@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\uff1d"])
def test_no_cell_is_a_formula_whatever_hides_its_first_sign(hidden: str, sign: str) -> None:
    assert safe.cell(f"{hidden}{sign}cmd|' /C calc'!A1").startswith("'")


def test_a_name_in_sarif_is_no_link() -> None:
    name = "[click](http://a.example).txt"
    article = Article(id=name, text="Of the 12 dead, 7 were women, 4 were children and 2 were men.")
    other = Article(id="b", text="The fire killed 41 people in Dunmore, the fire service said.")
    for result in json.loads(render(check([article, other]), "sarif", [article, other]))["runs"][0]["results"]:
        assert "[click](" not in result["message"]["text"].replace("\\[", "")


@given(st.text())
def test_what_is_cleaned_keeps_its_length(text: str) -> None:
    assert len(safe.clean(text)) == len(safe.page(text)) == len(safe.lines(text)) == len(text)

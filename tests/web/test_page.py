"""Pages: all that is in them is escaped, and their policy lets only their own style and script run."""

from __future__ import annotations

import base64
import hashlib
import re
import sys

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from figcheck import web
from figcheck.web import link, page

SHEET = ("sheet.html.jinja", ("tokens.css", "sheet.css"), ("sheet.js",))
REPORT = (("tokens.css", "report.css"), ("report.js",))


def made(title: str) -> str:
    return page(*SHEET, title=title, sheets=[], total=0)


def test_the_policy_names_the_style_and_the_script_by_their_hash() -> None:
    soup = BeautifulSoup(made("x"), "html.parser")
    policy = soup.select_one("meta[http-equiv=Content-Security-Policy]")["content"]
    assert policy.startswith("default-src 'none'; ")
    for element, directive in ((soup.style, "style-src"), (soup.script, "script-src")):
        digest = base64.b64encode(hashlib.sha256(element.string.encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize(("styles", "scripts"), [SHEET[1:], REPORT])
def test_styles_and_scripts_ask_nobody(styles: tuple[str, ...], scripts: tuple[str, ...]) -> None:
    text = web._asset(styles) + web._asset(scripts)
    assert "</" not in text
    assert not re.search(r"url\(|@import|https?:|fetch\(|XMLHttpRequest|eval\(|innerHTML", text)


@given(st.text(max_size=60))
def test_any_text_is_only_words(text: str) -> None:
    soup = BeautifulSoup(made(f"a{text}b"), "html.parser")
    assert soup.title.string is not None
    assert len(soup.select("script")) == 1
    assert len(soup.find_all(True)) == len(BeautifulSoup(made("x"), "html.parser").find_all(True))


def test_controls_that_reorder_text_are_shown() -> None:
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08\x1b]", made("12\u202e\u2066\x00\x1b[2J"))


NO_LINKS = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "\x01javascript:alert(1)",
    "data:text/html,x", "//example.org/", "file:///etc/passwd", "https://", "http://[", "https://a b", "x" * 3000,
    "https://a\u202eb.org/",
]  # fmt: skip


@pytest.mark.parametrize("address", NO_LINKS)
def test_what_is_no_address_of_the_web_is_no_link(address: str) -> None:
    assert link(address) is None


def test_an_address_of_the_web_is_a_link() -> None:
    assert link("https://example.org/a?b=1&c=2#d") == "https://example.org/a?b=1&c=2#d"


def test_without_jinja_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    web._environment.cache_clear()
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(ImportError, match=r"pip install 'figcheck\[report\]'"):
        made("x")

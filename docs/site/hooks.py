"""What mkdocs asks while it builds the site: its menu, and the three pages that stand above docs/.

The menu is docs/index.md: a heading is a part of it, a link an entry. A page that index.md does not link, such as one
that was just added, is found under "More"; nothing breaks, and tests/test_site.py tells which pages those are.
"""

from __future__ import annotations

import re
from pathlib import Path
from posixpath import normpath
from typing import Any

from mkdocs.structure.files import File, Files

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
ABOVE = {"README.md": "start.md", "CONTRIBUTING.md": "contributing.md", "CHANGELOG.md": "changelog.md"}
MORE = "More"

_PART = re.compile(r"^## (.+)$", re.MULTILINE)
_ENTRY = re.compile(r"^- \[([^\]]+)\]\(([^)#]+\.md)\)", re.MULTILINE)
_LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\]]*\])*)\]\((?![a-z]+:|#)([^)\s]+)\)")
_SOURCE = re.compile(r'(src(?:set)?=")(?![a-z]+:|#)([^"]+)(")')
_LIST = re.compile(r"^(?![-#\s]|\d+\. )(.+)\n(?=- )", re.MULTILINE)  # Markdown of the site wants a line between
_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def menu(index: str, pages: list[str]) -> list[Any]:
    """The site's menu: the parts of index.md with their pages, rules under theirs, and the others under "More".

    >>> menu("## Start\\n- [Read me](../README.md)\\n- [Old](gone.md)", ["index.md", "start.md", "new.md"])
    [{'Home': 'index.md'}, {'Start': [{'Read me': 'start.md'}]}, {'More': ['new.md']}]
    """
    _, *parts = _PART.split(index)
    made: list[Any] = [{"Home": "index.md"}]
    left = set(pages) - {"index.md"}
    for title, body in zip(parts[::2], parts[1::2]):
        entries: list[Any] = []
        for name, target in _ENTRY.findall(body):
            page = ABOVE.get(target.removeprefix("../"), target)
            if page in left:
                entries.append({name: page})
                left.discard(page)
            if page == "rules/index.md":
                rules = sorted(p for p in left if p.startswith("rules/"))
                entries += rules
                left.difference_update(rules)
        made.append({title: entries})
    return [*made, {MORE: sorted(left)}] if left else made


def moved(text: str, page: str, known: set[str]) -> str:
    """A page's Markdown with its links as the site has them.

    `page` is where the text stands in the repository, seen from docs/. What a page above docs/ links and the site has
    not ("seeds/") is left as its words.
    """

    def target(link: str) -> str | None:
        path, mark, anchor = link.partition("#")
        at = normpath(f"{page.rpartition('/')[0]}/{path}".lstrip("/"))
        if at.startswith("../"):
            at = at.removeprefix("../docs/") if at.startswith("../docs/") else ABOVE.get(at.removeprefix("../"), at)
        at = at.removeprefix("docs/") if page.startswith("../") else at
        if at not in known:
            return None
        here = "" if page.startswith("../") else page.rpartition("/")[0]
        up = "../" * len([p for p in here.split("/") if p])
        return f"{up}{at}{mark}{anchor}"

    def link(m: re.Match[str]) -> str:
        to = target(m[3])
        if to is None:
            return m[2] if page.startswith("../") else m.group()  # of docs/, mkdocs says that it leads nowhere
        return f"{m[1]}[{m[2]}]({to})"

    def prose(words: str) -> str:
        words = _LIST.sub(r"\1\n\n", _LINK.sub(link, words))
        return _SOURCE.sub(lambda m: f"{m[1]}{target(m[2]) or m[2]}{m[3]}", words)

    cut, out = 0, []
    for fence in _FENCE.finditer(text):  # code is shown as it is
        out += [prose(text[cut : fence.start()]), fence.group()]
        cut = fence.end()
    return "".join([*out, prose(text[cut:])])


def pages() -> list[str]:
    """Every page of the site, as a path under docs/."""
    here = [p.relative_to(DOCS).as_posix() for p in DOCS.rglob("*.md")]
    return sorted([*here, *ABOVE.values()])


def on_config(config: Any) -> Any:
    """The menu, from index.md."""
    config["nav"] = menu((DOCS / "index.md").read_text("utf-8"), pages())
    return config


def on_files(files: Files, config: Any) -> Files:
    """The pages above docs/, with their links turned to the site."""
    known = {f.src_uri for f in files} | set(ABOVE.values())
    for name, page in ABOVE.items():
        text = moved((ROOT / name).read_text("utf-8"), f"../{name}", known)
        files.append(File.generated(config, page, content=text))
    return files


def on_page_markdown(markdown: str, page: Any, config: Any, files: Files) -> str:
    """Links of a page of docs/ to the pages above it."""
    del config
    if page.file.src_uri in ABOVE.values():
        return markdown
    return moved(markdown, page.file.src_uri, {f.src_uri for f in files})

"""Pages for a browser: one file each, that asks no network, runs no code but its own, and takes a story as words only.

Templates and their style stand in `templates/`, colours and type in `templates/tokens.css`, once for all pages.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from figcheck.safe import page as harmless

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["MISSING", "link", "page"]

MISSING = "a page needs Jinja2: pip install 'figcheck[report]'"

_CHARACTERS = 2000  # a longer address is no link that a person follows


def page(template: str, styles: tuple[str, ...], scripts: tuple[str, ...], **values: object) -> str:
    """The page that a template makes of some values, with its styles and scripts in it, and a policy for nothing else.

    Every value is escaped; controls that reorder or hide text are shown as marks. Raises ImportError without Jinja2.

    >>> "&lt;b&gt;" in page("sheet.html.jinja", ("tokens.css",), (), title="<b>", sheets=[], total=0)
    True
    """
    environment = _environment()
    style, script = (_asset(names) for names in (styles, scripts))
    policy = (
        f"default-src 'none'; style-src {_source(style)}; script-src {_source(script)}; base-uri 'none'; "
        "form-action 'none'"
    )
    return harmless(environment.get_template(template).render(style=style, script=script, policy=policy, **values))


@cache
def _environment() -> Environment:
    try:
        from jinja2 import Environment, PackageLoader, StrictUndefined
    except ImportError as error:
        raise ImportError(MISSING, name=error.name) from None
    made = Environment(
        loader=PackageLoader("figcheck.web", "templates"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    made.filters["link"] = link
    return made


@cache
def _asset(names: tuple[str, ...]) -> str:
    """Files of the templates' folder in a row: ours, in ASCII, so that no later step changes a byte of them."""
    folder = files("figcheck.web") / "templates"
    return "\n" + "".join((folder / name).read_text("ascii").replace("\r\n", "\n") for name in names)


def _source(text: str) -> str:
    """What a policy says of an inline style or script: its hash, and that of nothing else."""
    digest = base64.b64encode(hashlib.sha256(text.encode("ascii")).digest()).decode("ascii")
    return f"'sha256-{digest}'" if text.strip() else "'none'"


def link(address: str | None) -> str | None:
    """An address of the web as it may be linked; None for any other: `javascript:`, `data:`, a file.

    >>> link("https://example.org/a?b=1"), link("javascript:alert(1)"), link(" java\\tscript:alert(1)"), link(None)
    ('https://example.org/a?b=1', None, None, None)
    """
    if not address or len(address) > _CHARACTERS or any(c.isspace() or not c.isprintable() for c in address):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.hostname else None

"""The pages in a real browser: the distribution's Chromium, driven by Playwright; one browser a test process.

Where there is no Chromium or no Playwright these tests are skipped, unless FIGCHECK_BROWSER=required says that there
must be (the gate does).
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


def absent(reason: str) -> None:
    """Skip, or fail where a browser is required."""
    if os.environ.get("FIGCHECK_BROWSER") == "required":
        pytest.fail(f"FIGCHECK_BROWSER=required, but {reason}")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        absent("there is no Chromium (apt-get install chromium)")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        absent("there is no Playwright (pip install playwright)")
    with sync_playwright() as driver:
        made = driver.chromium.launch(executable_path=chromium, args=FLAGS)
        yield made
        made.close()


@pytest.fixture(scope="session")
def axe() -> Any:
    """Runs axe-core on a page, and gives what it has to say against it."""
    try:
        from axe_playwright_python.sync_playwright import Axe
    except ImportError:
        absent("there is no axe-core (pip install axe-playwright-python)")
    return lambda page: Axe().run(page)


class Opened:
    """A page in a tab, and what happened in it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.troubles: list[str] = []
        self.stopped: dict[str, str | None] = {}
        page.set_default_timeout(8_000)
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("requestfailed", lambda request: self.stopped.update({request.url: request.failure}))
        page.on("dialog", self._dialog)
        page.on("pageerror", lambda error: self.troubles.append(f"error: {error}"))
        page.on("console", self._console)

    def _dialog(self, dialog: Any) -> None:
        self.troubles.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _console(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.troubles.append(f"console: {message.text}")


Open = Callable[..., Opened]


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens HTML as a file, in a window of some width; at the end nothing may have gone wrong or been asked for."""
    contexts: list[BrowserContext] = []
    opened: list[tuple[Opened, str]] = []

    def open_(
        html: str, width: int = 1280, *, dark: bool = False, name: str = "page.html", again: Any = None
    ) -> Opened:
        context = again or browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light", accept_downloads=True
        )
        if again is None:
            contexts.append(context)
        file = tmp_path / name
        file.write_text(html, "utf-8")
        made = Opened(context.new_page())
        made.page.goto(file.as_uri())
        opened.append((made, file.as_uri()))
        return made

    yield open_
    for one, address in opened:
        assert one.troubles == []
        assert {url.partition("#")[0] for url in one.requests if not url.startswith("blob:")} == {address}
    for context in contexts:
        context.close()

"""The picture of a report in the README: `make picture` writes docs/report.png with the Chromium of the tests."""

from __future__ import annotations

import contextlib
import io
import shutil
import sys
import tempfile
from pathlib import Path

from figcheck import check
from figcheck.readers import read_path
from figcheck.reports import render

STORIES = Path(__file__).parents[2] / "seeds" / "articles" / "earthquake"
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
MARGIN, BELOW = 24, 392  # pixels around the first story, and of the second
COLOURS = 48  # enough for the edges of letters, and a third of the size


def main(output: str = "docs/report.png") -> None:
    """Two stories of an earthquake: the toll of one falls in the other, and a percentage is not that of its counts."""
    from PIL import Image  # here: the tests collect this file, and do without both
    from playwright.sync_api import sync_playwright

    file = Path(output).resolve()
    with contextlib.chdir(STORIES):  # for short names in the messages
        stories = [story for name in ("02-day-two.md", "03-day-four.md") for story in read_path(name)]
        html = render(check(s.article for s in stories), "html", stories)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        made = Path(folder) / "report.html"
        made.write_text(html, "utf-8")
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 2000})
        page.goto(made.as_uri())
        page.wait_for_timeout(200)
        box = page.locator(".story").first.bounding_box()
        assert box is not None
        width, height = box["width"] + 2 * MARGIN, box["height"] + BELOW
        shot = page.screenshot(clip={"x": box["x"] - MARGIN, "y": box["y"] + 2, "width": width, "height": height})
        browser.close()
    Image.open(io.BytesIO(shot)).convert("RGB").quantize(COLOURS).save(file, optimize=True)


if __name__ == "__main__":
    main(*sys.argv[1:2])

"""The report in a browser: marks and findings, filter, keys, dark, print, nothing asked for, nothing of a story run."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from figcheck import Article, check
from figcheck.readers import read_path
from figcheck.reports import render

ROOT = Path(__file__).parents[2]
EVIL = (
    '<script>window.hacked=1;alert(1)</script>"\'><img src=x onerror="window.hacked=1;alert(2)">'
    "<svg onload=alert(3)>{{ 7*7 }}{% raw %}</style></title></textarea>]]>-->\u202e12\u2066\x00\x1b[2J"
)
LONG = 5_000_000


@pytest.fixture(scope="module")
def html() -> str:
    files = sorted(f for name in ("ferry", "earthquake") for f in (ROOT / "seeds" / "articles" / name).glob("*.md"))
    stories = [story for file in files for story in read_path(file.relative_to(ROOT).as_posix())]
    return render(check(s.article for s in stories), "html", stories)


@pytest.fixture(autouse=True)
def _in_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.fixture(scope="module", autouse=True)
def _at_root():
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        yield


def visible(page, what: str) -> int:
    return page.locator(f"{what}:visible").count()


def test_stories_marks_and_findings_are_there(open_page, html: str) -> None:
    page = open_page(html).page
    assert page.locator("h1").inner_text() == "5 errors and 2 warnings in 9 stories."
    assert visible(page, ".story") == 9
    for kind in ("mark.finding.error", "mark.finding.warning", "a.tie", "span.read", "span.other"):
        assert visible(page, f".copy {kind}") > 0, kind
    assert visible(page, ".card") == page.locator(".card").count() > 4
    for card in page.locator(".card").all():
        number = card.locator("h4 .badge").inner_text()
        assert page.locator(f'sup a[href="#n{number}"]').count() > 0


def test_both_sides_of_a_contradiction_stand_beside_each_other_with_their_stories(open_page, html: str) -> None:
    page = open_page(html, 1600).page
    card = page.locator('.card[data-rule="falling-toll"]').first
    sides = card.locator(".sides figure")
    boxes = [side.bounding_box() for side in sides.all()]
    assert len(boxes) == 2
    assert abs(boxes[0]["y"] - boxes[1]["y"]) < 2
    assert boxes[0]["x"] < boxes[1]["x"]
    assert len({side.locator("cite").inner_text() for side in sides.all()}) == 2


def test_findings_stand_beside_the_story_where_there_is_room_and_below_it_where_not(open_page, html: str) -> None:
    page = open_page(html, 1600).page
    for width, beside in ((1600, True), (1024, True), (390, False)):
        page.set_viewport_size({"width": width, "height": 900})
        story = page.locator(".story:has(.card)").first
        copy, cards = story.locator(".copy").bounding_box(), story.locator(".beside").bounding_box()
        assert (cards["x"] >= copy["x"] + copy["width"]) is beside
        assert beside or cards["y"] >= copy["y"] + copy["height"]
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_finding_stands_as_low_as_its_mark(open_page) -> None:
    filler = "Rain fell on the port all day, and the boats stayed in. " * 12
    text = "\n\n".join([filler] * 5 + ["Of the 12 dead, 7 were women, 4 were children and 2 were men, police said."])
    page = open_page(check(text).to_html(), 1280).page
    page.wait_for_function("document.querySelector('.card').style.getPropertyValue('--push') !== ''")
    mark, card = page.locator("mark.finding").first.bounding_box(), page.locator(".card").bounding_box()
    assert abs(mark["y"] - card["y"]) < 60


def test_the_filter_by_severity_and_rule(open_page, html: str) -> None:
    page = open_page(html).page
    every, errors = page.locator(".card").count(), page.locator(".card.error").count()
    page.get_by_label("Errors").uncheck()
    assert visible(page, ".card") == every - errors
    assert page.locator("#shown").inner_text() == f"{every - errors} of {every} shown"
    assert page.locator(".copy mark.error:not(.off)").count() == 0
    page.get_by_label("Errors").check()
    page.locator("select[name=rule]").select_option("falling-toll")
    assert visible(page, ".card") == page.locator('.card[data-rule="falling-toll"]').count()
    page.get_by_label("Only stories with findings").check()
    assert 0 < visible(page, ".story") < 9
    page.locator("select[name=rule]").select_option("")
    page.get_by_label("Only stories with findings").uncheck()
    assert visible(page, ".card") == every
    assert page.locator("#shown").inner_text() == ""


def test_keys_go_through_the_findings(open_page, html: str) -> None:
    page = open_page(html).page
    count = page.locator(".card").count()
    for key, number in (("n", 1), ("j", 2), ("p", 1), ("k", count), ("n", 1)):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.id") == f"n{number}"
        assert page.locator(".card.now").get_attribute("id") == f"n{number}"
    assert visible(page, ".card.now a.spot") >= 1
    page.keyboard.press("t")
    assert page.locator(".lit").count() == 1
    page.get_by_label("Keys are on").uncheck()
    page.locator("h1").click()
    page.keyboard.press("n")
    assert page.locator(".card.now").get_attribute("id") == "n1"


def test_every_link_of_the_page_leads_somewhere(open_page, html: str) -> None:
    page = open_page(html).page
    lost = page.evaluate(
        "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.getAttribute('href').slice(1))"
        ".filter(name => !document.getElementById(name))"
    )
    assert lost == []
    twice = page.evaluate(
        "(() => { const ids = [...document.querySelectorAll('[id]')].map(e => e.id);"
        " return ids.filter((id, n) => ids.indexOf(id) !== n); })()"
    )
    assert twice == []


def test_the_chart_says_in_words_what_it_draws(open_page, html: str) -> None:
    page = open_page(html).page
    chart = page.get_by_role("img", name="People killed, earthquake, Tarsene")
    assert chart.count() == 1
    assert "civil protection agency" in page.locator("#counts .key").first.inner_text()
    page.locator("#counts summary").first.click()
    rows = page.locator("#counts table").first.locator("tbody tr")
    assert rows.count() == chart.locator(".dot").count() >= 4


def test_who_says_what(open_page, html: str) -> None:
    page = open_page(html).page
    rows = page.locator("table.sources").first
    coroner = rows.locator("tbody").filter(has_text="Coroner")
    assert "87" in coroner.inner_text()
    assert "78" in coroner.inner_text()
    coroner.locator("td.figure a").first.click()
    assert page.evaluate("location.hash").startswith("#f")


@pytest.mark.parametrize(("width", "dark"), [(390, True), (1600, False)])
def test_axe_finds_no_fault(open_page, axe, html: str, width: int, dark: bool) -> None:
    opened = open_page(html, width, dark=dark)
    opened.page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    opened.page.keyboard.press("n")
    found = axe(opened.page)
    assert found.violations_count == 0, found.generate_report()


def test_dark_is_dark_and_light_is_light(open_page, html: str) -> None:
    page = open_page(html).page

    def brightness(dark: bool) -> int:
        page.emulate_media(color_scheme="dark" if dark else "light")
        colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
        return sum(int(n) for n in colour.removeprefix("rgb(").removesuffix(")").split(","))

    assert brightness(dark=True) < 150 < 700 < brightness(dark=False)


def test_on_paper_the_story_stays_and_the_filter_goes(open_page, html: str) -> None:
    page = open_page(html, dark=True).page
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
    page.emulate_media(media="print")
    assert visible(page, ".bar") == 0
    assert visible(page, ".card") == page.locator(".card").count()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_nothing_of_a_hostile_story_runs(open_page) -> None:
    day_one, day_two = (
        Article(
            id=f"{n}{EVIL}", title=f"{toll} killed {EVIL}", publisher=EVIL, url="javascript:window.hacked=1",
            text=f"The flood in Orlec {EVIL} killed {toll} people, {EVIL} said.\n\nOf the 12 dead, 7 were women, "
            f"4 were children and 2 were men, police {EVIL} said. It cost $4,2000 {EVIL}.",
            published=date(2024, 5, n), parts=((f"summary {EVIL}", f"Some 5 boats sank {EVIL}."),),
        )
        for n, toll in ((1, 30), (2, 12))
    )  # fmt: skip
    report = check([day_one, day_two])
    assert len(report.findings) > 1
    opened = open_page(report.to_html())
    page = opened.page
    for key in "nnpkt":
        page.keyboard.press(key)
    page.locator(".byline").first.click()
    page.wait_for_timeout(100)
    assert page.evaluate("window.hacked") is None
    assert page.locator("img, svg[onload], script").count() == 1
    assert page.locator("a[href^='javascript']").count() == 0
    assert page.evaluate("document.body.innerText.search(/[\\u202a-\\u202e\\u2066-\\u2069\\u001b]/)") == -1
    assert "<script>" in page.locator(".story").first.inner_text()


def test_the_policy_lets_nothing_else_run(open_page, html: str) -> None:
    opened = open_page(html)
    opened.page.evaluate(
        "(() => { const s = document.createElement('script'); s.textContent = 'window.hacked = 1';"
        " document.body.append(s); const i = new Image(); i.src = 'https://example.org/x.png'; document.body.append(i);"
        " })()"
    )
    opened.page.wait_for_timeout(100)
    assert opened.page.evaluate("window.hacked") is None
    assert len(opened.troubles) >= 2
    assert all("Content Security Policy" in trouble for trouble in opened.troubles)
    assert opened.stopped == {"https://example.org/x.png": "csp"}
    opened.troubles.clear()
    opened.requests.remove("https://example.org/x.png")


def test_a_story_of_five_megabytes_opens(open_page) -> None:
    filler = ("Word after word the story goes on without any number in it at all. " * 75000)[:LONG]
    page = open_page(check(f"Of the 12 dead, 7 were women, 4 were children and 2 were men.\n\n{filler}").to_html()).page
    page.keyboard.press("n")
    assert page.locator(".card.now").count() == 1
    assert page.evaluate("document.body.textContent.length") > LONG


def test_in_a_notebook_it_works_in_its_frame(open_page, html: str) -> None:
    report = check("Of the 12 dead, 7 were women, 4 were children and 2 were men, police said.")
    opened = open_page(f"<!DOCTYPE html><title>A notebook</title><main>{report._repr_html_()}</main>")
    frame = opened.page.frame_locator("iframe")
    frame.get_by_role("button", name="Next").click()
    assert frame.locator(".card.now").count() == 1
    assert frame.locator("#shown").inner_text() == "1 of 1"
    opened.requests[:] = [url for url in opened.requests if url != "about:srcdoc"]


def test_many_stories_stay_usable(open_page) -> None:
    texts = [f"Of the {n + 12} dead, {n + 7} were women, 4 were children and 2 were men, police." for n in range(300)]
    html = check(Article(id=f"s{n}", title=f"Story {n}", text=t) for n, t in enumerate(texts)).to_html()
    assert len(html) < 300 * 8_000
    page = open_page(html).page
    page.keyboard.press("p")
    page.wait_for_timeout(150)
    assert 0 <= page.locator(".card.now").bounding_box()["y"] < 900

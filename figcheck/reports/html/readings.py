"""The stories of a report with all that was read in them: kept by it, or given again and compared with it."""

from __future__ import annotations

from collections.abc import Iterable

from figcheck.models import Claim, Report
from figcheck.models.grouped import claims_by_story, relations_by_story
from figcheck.models.stories import ReadStory
from figcheck.reading import Reading, read_numerals
from figcheck.reports.pages import Page, Pages, located, pages

__all__ = ["known_pages", "readings_of"]


def known_pages(report: Report, given: Pages) -> tuple[Report, Pages]:
    """The pages given and those of the stories that the report keeps, and the report with the places of all.

    Raises ValueError where a story of the report is in neither.
    """
    kept = [r.article for r in report.readings if r.article.id not in given]
    known: dict[str, Page] = {**pages(kept), **given}
    missing = [name for name in report.articles if name not in known]
    if missing:
        raise ValueError(
            f"the text of {missing[0]!r} is needed: this report does not hold its stories, so give them, "
            "as in report.to_html(articles)"
        )
    return located(report, kept), known


def readings_of(report: Report, known: Pages) -> list[ReadStory]:
    """A reading for each story of the report. Raises ValueError where a text is not the one that was checked."""
    kept = {r.article.id: r for r in report.readings}
    out: list[ReadStory] = []
    claims, relations = claims_by_story(report.claims), relations_by_story(report.relations, report.claims)
    for name in report.articles:
        page = known[name]
        if name in kept and kept[name].article == page.article:
            out.append(kept[name])
            continue
        found = claims.get(name, ())
        _same_text(page, found)
        out.append(Reading(page.article, tuple(found), tuple(relations.get(name, ())), read_numerals(page.article)))
    return out


def _same_text(page: Page, claims: Iterable[Claim]) -> None:
    """Raise ValueError where a figure of the report does not stand in the text that was given."""
    for claim in claims:
        try:
            there = page.text(claim.part)[claim.start : claim.end]
        except KeyError:
            there = None
        if there != claim.quote:
            raise ValueError(
                f"{page.article.id!r} is not the text that was checked: {claim.quote!r} does not stand at "
                f"{claim.start} of its {claim.part}"
            )

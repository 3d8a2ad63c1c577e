"""A report in a notebook: the page in a frame of its own, so that neither can touch the other."""

from __future__ import annotations

from html import escape

from figcheck.models import Report
from figcheck.reports.text import summary
from figcheck.safe import page

__all__ = ["shown"]

_MOST = 300_000  # code points of stories: a notebook keeps what it shows, and is slow to open with more


def shown(report: Report) -> str | None:
    """HTML for a notebook; None where the extra `report` or the stories are missing.

    >>> import figcheck
    >>> shown(figcheck.check("Police said 12 men were held."))[:30]
    '<iframe title="figcheck report'
    """
    held = {r.article.id: r.article for r in report.readings}
    if any(name not in held for name in report.articles):
        return None
    if sum(len(held[name].text) for name in report.articles) > _MOST:
        told = escape(page(summary(report)))
        return f"<p>{told} Too long to show here: write <code>report.to_html()</code> to a file and open it.</p>"
    try:
        made = report.to_html()
    except ImportError:
        return None
    return (
        '<iframe title="figcheck report" sandbox="allow-scripts" width="100%" height="640" '
        f'style="border: 1px solid #8888" srcdoc="{escape(made, quote=True)}"></iframe>'
    )

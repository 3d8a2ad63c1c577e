"""check --write-comments: copies of the Word files that were checked, with the findings as comments."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from figcheck.cli.inputs import Inputs
from figcheck.cli.output import fail, usage
from figcheck.models import Report
from figcheck.readers import ReadError

__all__ = ["write_copies"]


def write_copies(report: Report, inputs: Inputs, target: str) -> None:
    """Write a commented copy of each Word file: to `target`, or into it where it is a folder."""
    from figcheck.readers.wordcomments import write_comments

    files = [s.path for s in inputs.stories if s.path.lower().endswith(".docx") and s.article.id in report.articles]
    folder = target.endswith("/") or Path(target).is_dir()
    if not files:
        fail("--write-comments: none of the stories is a Word file")
    if len(files) > 1 and not folder:
        fail(f"--write-comments: {len(files)} Word files need a folder, as in --write-comments {target}/")
    outs = {file: Path(target) / Path(file).name if folder else Path(target) for file in files}
    for name, count in Counter(outs.values()).items():
        if count > 1:
            fail(f"--write-comments: {count} drafts are called {name.name}; write their comments one by one")
    if folder:
        try:
            Path(target).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            fail(f"--write-comments: {target}: {error.strerror}")
    for file, out in outs.items():
        try:
            count = write_comments(file, report.findings, out, protected=inputs.protected())
        except ReadError as error:
            fail(f"--write-comments: {error}")
        except ImportError:
            fail("--write-comments needs python-docx: pip install 'figcheck[docx]'")
        usage(f"{out.as_posix()}: {count} comment{'' if count == 1 else 's'}")

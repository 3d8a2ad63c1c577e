"""Findings as comments in a copy of the Word file they are about, each on the words that it is about."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Any

from figcheck import files
from figcheck.models import Evidence, Finding
from figcheck.readers.errors import ReadError
from figcheck.readers.loaded import Loaded
from figcheck.readers.word import body_paragraphs, opened, paragraph_pieces, read_word
from figcheck.safe import xml

__all__ = ["comment_text", "write_comments"]

AUTHOR, INITIALS = "figcheck", "fc"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def write_comments(
    docx_path: str | os.PathLike[str],
    findings: Iterable[Finding],
    out_path: str | os.PathLike[str],
    names: Mapping[str, str] | None = None,
    protected: Iterable[str] = (),
) -> int:
    """Write a copy of a Word file with the findings about it as comments; returns how many were written.

    The findings are those of a check in which the article's id was `docx_path` as given, as `read_path` makes it; the
    others are passed over. `names` gives other articles a name to be shown by, where their id is not one for people.
    The copy replaces an earlier copy, never anything else, and none of `protected`. Raises ReadError where the file
    cannot be read or the copy cannot be written.
    """
    path = os.fspath(docx_path)
    target = os.fspath(out_path)
    try:
        content = files.read_bytes(path)
    except files.FileFault as error:
        raise ReadError(path, str(error)) from None
    if files.identity(target) == files.identity(path):
        raise ReadError(target, "would overwrite the draft itself; name another file for the copy")
    if files.identity(target) is not None and not _is_copy(target):
        raise ReadError(target, "is there already, and no copy with figcheck's comments; name another file")
    document = opened(content, path)
    story = read_word(content, path)[0]
    paragraphs = body_paragraphs(document)
    written = 0
    for finding in findings:
        own = next((e for e in finding.evidence if e.article == story.article.id), None)
        if own is None:
            continue
        runs = _runs(paragraphs, story, own)
        if runs:
            document.add_comment(runs, comment_text(finding, own, story, names or {}), AUTHOR, INITIALS)
            written += 1
    made = io.BytesIO()
    document.save(made)
    try:
        files.write(target, made.getvalue(), (path, *protected))
    except files.FileFault as error:
        raise ReadError(target, str(error)) from None
    return written


def _is_copy(path: str) -> bool:
    """Whether a file is a copy that was written here before: it has a comment of ours."""
    try:
        document = opened(files.read_bytes(path), path)
        return any(comment.author == AUTHOR for comment in document.comments)
    except (files.FileFault, ReadError, AttributeError, KeyError, ValueError):
        return False


def comment_text(finding: Finding, own: Evidence, story: Loaded, names: Mapping[str, str]) -> str:
    """What the comment says: the message, the arithmetic, the other places, what to do, and the rule's name."""
    lines = [finding.message]
    if finding.explanation and finding.explanation != finding.message:
        lines.append(finding.explanation)
    for e in finding.evidence:
        if e is own or not any(map(str.isalnum, e.quote)):  # a mere mark, as the colon before a list
            continue
        if e.article == story.article.id:
            place = f"paragraph {story.locate(e.part, e.start).line}"
        else:
            place = names.get(e.article, e.article)
        lines.append(f"Compare: \u201c{e.quote}\u201d ({place})")
    if finding.suggestion:
        lines.append(finding.suggestion)
    lines.append(f"{finding.code} {finding.rule}")
    return xml("\n".join(lines))


def _runs(paragraphs: list[Any], story: Loaded, evidence: Evidence) -> list[Any]:
    """The runs that hold exactly the evidence, cut out of those around it."""
    from docx.text.run import Run

    first, last = story.span(evidence.part, evidence.start, evidence.end)
    if not paragraphs or not first.line <= len(paragraphs):
        return []
    paragraph = paragraphs[first.line - 1]
    length = sum(len(p.text) for p in paragraph_pieces(paragraph))
    start = first.column - 1
    end = last.column - 1 if last.line == first.line and last.column > first.column else length
    _split(paragraph, start)
    _split(paragraph, end)
    runs: list[Any] = []
    for piece in paragraph_pieces(paragraph):
        if piece.start < end and piece.start + len(piece.text) > start and piece.run not in runs:
            runs.append(piece.run)
    return [Run(r, None) for r in runs]  # type: ignore[arg-type]  # a comment is anchored by the run's element alone


def _split(paragraph: Any, at: int) -> None:
    """Make a run end at an offset of its paragraph, where one goes over it."""
    pieces = paragraph_pieces(paragraph)
    for number, piece in enumerate(pieces):
        inside = at - piece.start
        if not 0 <= inside < len(piece.text):
            continue
        if inside == 0 and (number == 0 or pieces[number - 1].run is not piece.run):
            return
        later = deepcopy(piece.run)
        index = piece.run.index(piece.element)
        for element in list(piece.run)[index + 1 :]:
            piece.run.remove(element)
        for element in list(later)[:index]:
            if not element.tag.endswith("}rPr"):
                later.remove(element)
        if inside:
            rest = next(e for e in later if not e.tag.endswith("}rPr"))
            piece.element.text, rest.text = piece.text[:inside], piece.text[inside:]
            for element in (piece.element, rest):
                element.set(_SPACE, "preserve")
        else:
            piece.run.remove(piece.element)
        piece.run.addnext(later)
        return

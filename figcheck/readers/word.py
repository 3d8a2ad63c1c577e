"""Word files (.docx): title, paragraphs and the runs they are made of. Needs python-docx, the extra `docx`."""

from __future__ import annotations

import io
import re
import zipfile
from bisect import bisect_right
from typing import Any, NamedTuple

from figcheck.readers.errors import ReadError
from figcheck.readers.fields import take_field
from figcheck.readers.loaded import Loaded, Position, SkippedKind
from figcheck.readers.mapped import Mapped, Tape
from figcheck.readers.story import Left, Story, loaded, numerals_in

__all__ = ["Piece", "opened", "paragraph_pieces", "read_word"]

_FILES, _UNPACKED, _RATIO = 5000, 200 * 1024 * 1024, 200
_SMALL_FILE = 2 * 1024 * 1024  # a ratio tells of a bomb only in what unpacks to more than this
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)|<\x00?!\x00(?:D\x00O\x00C\x00T|E\x00N\x00T)")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HIDDEN = {f"{_W}{name}" for name in ("del", "moveFrom", "txbxContent", "rPr", "pPr")}
_TEXT = {f"{_W}t"}
_HOLDERS: dict[str, SkippedKind] = {f"{_W}tbl": "table", f"{_W}txbxContent": "box"}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011"}
_NO_TITLE = frozenset({"word document", "document", "untitled", "microsoft word"})


class Piece(NamedTuple):
    """A stretch of a paragraph's text: its run's number in the paragraph (from 1), the run, and the element of text."""

    start: int
    text: str
    number: int
    run: Any
    element: Any


class _Runs:
    """Paragraph, column and run of an offset into the paragraphs' text."""

    def __init__(self, starts: list[int], runs: list[tuple[int, int]]) -> None:
        self._starts = starts
        self._run_starts = [start for start, _ in runs]
        self._numbers = [number for _, number in runs]

    def at(self, offset: int) -> Position:
        """The position of an offset: paragraph, column in it, and run."""
        line = max(bisect_right(self._starts, offset), 1)
        run = bisect_right(self._run_starts, offset) - 1
        start = self._starts[line - 1] if self._starts else 0
        return Position(line, offset - start + 1, offset, self._numbers[run] if run >= 0 else 1)


def read_word(content: bytes, path: str) -> list[Loaded]:
    """The one story of a Word file."""
    document = opened(content, path)
    rows: list[str] = []
    starts: list[int] = []
    runs: list[tuple[int, int]] = []
    styles: list[str] = []
    at = 0
    paragraphs, left = _paragraphs(document)
    for paragraph in paragraphs:
        pieces = paragraph_pieces(paragraph)
        starts.append(at)
        runs += [(at + p.start, p.number) for p in pieces] or [(at, 1)]
        row = "".join(p.text for p in pieces)
        rows.append(row)
        styles.append(_style(paragraph))
        at += len(row) + 1
    source = "".join(f"{row}\n" for row in rows)
    story = _story(source, rows, starts, styles, document)
    for kind, before, numerals in left:
        story.skipped.append(Left(kind, starts[min(before, len(starts) - 1)] if starts else 0, numerals))
    return loaded([story], path, source, _Runs(starts, runs))


def opened(content: bytes, path: str) -> Any:
    """The document, once it is known to unpack to a sane size and to declare no entities."""
    try:
        import docx
    except ImportError:
        raise ReadError(path, "reading Word files needs an extra: pip install 'figcheck[docx]'") from None
    _refuse_bombs(content, path)
    try:
        document = docx.Document(io.BytesIO(content))
    except Exception as error:  # python-docx, lxml and zipfile each raise their own on a broken file
        raise ReadError(path, f"not a Word file that can be read: {type(error).__name__}: {error}"[:200]) from None
    if getattr(document.element, "body", None) is None:
        raise ReadError(path, "a Word file without a body")
    return document


def _own_title(document: Any) -> str:
    """The title in the file's properties; damaged properties are no reason not to read the text."""
    try:
        return (document.core_properties.title or "").strip()
    except (AttributeError, KeyError, ValueError):
        return ""


def _refuse_bombs(content: bytes, path: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if len(entries) > _FILES or sum(e.file_size for e in entries) > _UNPACKED:
                raise ReadError(path, f"unpacks to more than {_UNPACKED // 1024 // 1024} MB or {_FILES} files; refused")
            for entry in entries:
                if entry.file_size > _SMALL_FILE and entry.file_size > _RATIO * max(entry.compress_size, 1):
                    raise ReadError(path, f"{entry.filename} unpacks to over {_RATIO} times its size; refused")
                if _declares(archive.read(entry)):
                    raise ReadError(
                        path, f"{entry.filename} declares a DTD or entities, which no Word file does; refused"
                    )
            if "[Content_Types].xml" not in archive.namelist():
                raise ReadError(path, "a zip archive, but not a Word file")
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        OSError,
        EOFError,
        RuntimeError,
        NotImplementedError,
        ValueError,
    ) as e:
        raise ReadError(path, f"not a Word file (.docx): {e}") from None
    except Exception as error:  # zlib and lzma raise their own on damaged data
        if isinstance(error, ReadError):
            raise
        raise ReadError(path, f"a damaged Word file: {error}") from None


def _declares(part: bytes) -> bool:
    """Whether a part, whatever it is called, is XML with declarations: a content type can make XML of any name."""
    start = part[:64].lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")
    return start.startswith(b"<") and _DECLARATION.search(part) is not None


def body_paragraphs(document: Any) -> list[Any]:
    """The paragraphs of the body in order, those in tables and text boxes left out."""
    return _paragraphs(document)[0]


def _paragraphs(document: Any) -> tuple[list[Any], list[Left]]:
    """The paragraphs of the body; and what else is in it, `at` being how many paragraphs stand before it."""
    out: list[Any] = []
    left: list[Left] = []
    for element in document.element.body.iter(*_HOLDERS, f"{_W}p", f"{_W}footnoteReference", f"{_W}endnoteReference"):
        holders = [a.tag for a in element.iterancestors() if a.tag in _HOLDERS or a.tag == _FALLBACK]
        if holders:  # inside a table or box that is counted already, or the copy of one for older programs
            continue
        if element.tag == f"{_W}p":
            out.append(element)
        elif element.tag in _HOLDERS:
            text = " ".join(t.text or "" for t in element.iter(f"{_W}t"))
            if text.strip():
                left.append(Left(_HOLDERS[element.tag], len(out), numerals_in(text)))
        else:
            left.append(Left("footnote", max(len(out) - 1, 0)))
    return out, left


def paragraph_pieces(paragraph: Any) -> list[Piece]:
    """The text of a paragraph piece by piece, as it stands with its changes accepted: deleted text left out."""
    pieces: list[Piece] = []
    at = number = 0
    for run in paragraph.iter(f"{_W}r"):
        if any(a.tag in _HIDDEN for a in _ancestors(run, paragraph)):
            continue
        number += 1
        for element in run:
            text = (element.text or "") if element.tag in _TEXT else _BREAKS.get(element.tag, "")
            if text:
                pieces.append(Piece(at, text, number, run, element))
                at += len(text)
    return pieces


def _ancestors(element: Any, stop: Any) -> list[Any]:
    out = []
    parent = element.getparent()
    while parent is not None and parent is not stop:
        out.append(parent)
        parent = parent.getparent()
    return out


def _style(paragraph: Any) -> str:
    found = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return (found.get(f"{_W}val") or "") if found is not None else ""


def _story(source: str, rows: list[str], starts: list[int], styles: list[str], document: Any) -> Story:
    """Title by style, then any `Published: …` lines, then the text."""
    whole = Mapped.whole(source)
    story = Story(text=whole)
    body = [i for i, row in enumerate(rows) if row.strip()]
    if body and styles[body[0]].lower() in {"title", "heading1"}:
        story.title = whole.cut(starts[body[0]], starts[body[0]] + len(rows[body[0]])).strip()
        body = body[1:]
    while body and take_field(whole.cut(starts[body[0]], starts[body[0]] + len(rows[body[0]])), story, body[0] + 1):
        body = body[1:]
    core = _own_title(document)
    if not story.title.text and core and core.lower().partition(" -")[0] not in _NO_TITLE:
        story.title = Mapped.fixed(core, 0, 0)
    tape = Tape(source)
    for i in body:
        tape.copy(starts[i], starts[i] + len(rows[i]))
        tape.paragraph(starts[i] + len(rows[i]))
    story.text = tape.done()
    return story

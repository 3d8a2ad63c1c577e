"""Word files: title, paragraphs, places by paragraph and run; comments on the figures' own words; bombs refused."""

from __future__ import annotations

import io
import struct
import zipfile
from datetime import date

import docx
import pytest
from lxml import etree

from figcheck.models import Evidence, Finding
from figcheck.readers import ReadError, read_path, read_text
from figcheck.readers.wordcomments import write_comments

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def saved(document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def draft():
    document = docx.Document()
    document.add_heading("Two barges sink, 14 saved", 0)
    document.add_paragraph("Published: 8 July 2025")
    p = document.add_paragraph("Some ")
    p.add_run("four").bold = True
    p.add_run("teen people were saved, 3 of them children.")
    document.add_paragraph("")
    document.add_table(1, 1).cell(0, 0).text = "77"
    document.add_paragraph("Two barges sank.")
    return document


def test_reads():
    (story,) = read_text(saved(draft()), "a.docx")
    assert story.article.title == "Two barges sink, 14 saved"
    assert story.article.published == date(2025, 7, 8)
    assert story.article.text == "Some fourteen people were saved, 3 of them children.\n\nTwo barges sank."
    assert [s.kind for s in story.skipped] == ["table"]


def test_places_are_paragraph_column_and_run():
    (story,) = read_text(saved(draft()), "a.docx")
    at = story.locate("text", 5)
    assert (at.line, at.column, at.run) == (3, 6, 2)
    at = story.locate("text", story.article.text.index("3 of"))
    assert (at.line, at.run) == (3, 3)
    assert story.locate("text", story.article.text.index("Two"))[:2] == (5, 1)
    assert story.locate("title", 17)[:2] == (1, 18)


def test_the_title_of_the_file_where_no_heading_is():
    document = docx.Document()
    document.core_properties.title = "Two barges sink"
    document.add_paragraph("Two barges sank.")
    (story,) = read_text(saved(document), "a.docx")
    assert (story.article.title, story.article.text) == ("Two barges sink", "Two barges sank.")


def test_deleted_text_is_not_read_and_inserted_text_is():
    document = docx.Document()
    p = document.add_paragraph("Some ")
    for name, tag, text in (("del", "delText", "12"), ("ins", "t", "14")):
        change = etree.SubElement(p._p, f"{W}{name}")
        run = etree.SubElement(change, f"{W}r")
        etree.SubElement(run, f"{W}{tag}").text = text
    p.add_run(" were saved.")
    assert read_text(saved(document), "a.docx")[0].article.text == "Some 14 were saved."


def finding(story, *quotes: tuple[str, str], message: str = "The headline has 14, the text fourteen.") -> Finding:
    evidence = []
    for part, quote in quotes:
        start = story.article.part(part).index(quote)
        evidence.append(Evidence(article=story.article.id, part=part, start=start, end=start + len(quote), quote=quote))
    evidence.append(Evidence(article="other.md", part="text", start=0, end=2, quote="15"))
    return Finding(
        rule="headline-mismatch", code="FIG102", kind="headline", severity="error", message=message,
        explanation="14 = 14", evidence=tuple(evidence), suggestion="Ask the desk.", fingerprint="f",
    )  # fmt: skip


def comments_of(path) -> dict[str, tuple[str, str]]:
    """Words marked and text of each comment, read from the XML itself."""
    with zipfile.ZipFile(path) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
        notes = etree.fromstring(archive.read("word/comments.xml"))
    said = {c.get(f"{W}id"): "\n".join("".join(p.itertext()) for p in c.iter(f"{W}p")) for c in notes}
    marked: dict[str, str] = {}
    open_now: set[str] = set()
    for element in body.iter():
        if element.tag == f"{W}commentRangeStart":
            open_now.add(element.get(f"{W}id"))
            marked[element.get(f"{W}id")] = ""
        elif element.tag == f"{W}commentRangeEnd":
            open_now.discard(element.get(f"{W}id"))
        elif element.tag == f"{W}t":
            for name in open_now:
                marked[name] += element.text or ""
    return {name: (marked[name], said[name]) for name in said}


def test_findings_become_comments_on_their_own_words(tmp_path):
    path, copy = tmp_path / "a.docx", tmp_path / "b.docx"
    path.write_bytes(saved(draft()))
    (story,) = read_path(path)
    findings = [
        finding(story, ("text", "fourteen"), ("title", "14")),
        finding(story, ("text", "3 of them")),
        finding(story, ("title", "14"), message="Nobody says so."),
        finding(story, ("text", "Two barges")),
    ]
    assert write_comments(path, findings, copy) == 4
    found = comments_of(copy)
    assert [words for words, _ in found.values()] == ["fourteen", "3 of them", "14", "Two barges"]
    first = found["0"][1]
    assert first.split("\n") == [
        "The headline has 14, the text fourteen.", "14 = 14", "Compare: \u201c14\u201d (paragraph 1)",
        "Compare: \u201c15\u201d (other.md)", "Ask the desk.", "FIG102 headline-mismatch",
    ]  # fmt: skip


def test_the_copy_reads_as_the_draft_and_keeps_its_bold(tmp_path):
    path, copy = tmp_path / "a.docx", tmp_path / "b.docx"
    path.write_bytes(saved(draft()))
    (story,) = read_path(path)
    write_comments(path, [finding(story, ("text", "ourteen peo"))], copy)
    again = read_path(copy)[0]
    assert (again.article.title, again.article.text) == (story.article.title, story.article.text)
    bold = [r.text for p in docx.Document(str(copy)).paragraphs for r in p.runs if r.bold]
    assert "".join(bold) == "four"
    assert path.read_bytes() != copy.read_bytes()


def test_findings_about_other_stories_are_passed_over(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(saved(draft()))
    other = finding(read_path(path)[0])
    assert write_comments(path, [other], tmp_path / "b.docx") == 0


def test_the_draft_itself_is_never_written(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(saved(draft()))
    with pytest.raises(ReadError, match="overwrite the draft"):
        write_comments(path, [], path)


def repacked(content: bytes, changes: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in {*old.namelist(), *changes}:
            new.writestr(name, changes.get(name) or old.read(name))
    return out.getvalue()


NO_BODY = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
BOMB = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]><d>&b;</d>'


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"PK\x03\x04 no archive", "not a Word file"),
        (b"plain text", "not a Word file"),
        (b"", "not a Word file"),
        (saved(draft())[:-400], "not a Word file"),
        (repacked(saved(draft()), {"word/document.xml": BOMB}), "declares a DTD or entities"),
        (repacked(saved(draft()), {"word/document.xml": BOMB.decode().encode("utf-16")}), "declares a DTD or entities"),
        (repacked(saved(draft()), {"word/media/x.bin": b"\0" * 30_000_000}), "over 200 times its size"),
        (repacked(saved(draft()), {"word/document.xml": b"<w:document"}), "not a Word file that can be read"),
        (repacked(saved(draft()), {"word/document.xml": NO_BODY}), "without a body"),
        (repacked(saved(draft()), {"word/document.xml": b"<w:p/>"}), "not a Word file that can be read"),
        (repacked(saved(draft()), {"word/document.xml": b"<x/>"}), "without a body"),
        (repacked(saved(draft()), {"custom/part.dat": BOMB}), "custom/part.dat declares a DTD or entities"),
    ],
)
def test_bombs_and_wrecks_are_refused(content, words):
    with pytest.raises(ReadError, match=r"a\.docx") as error:
        read_text(content, "a.docx")
    assert words in error.value.message


def test_an_archive_that_lies_about_its_size_is_refused():
    content = bytearray(repacked(saved(draft()), {"word/document.xml": b" " * 3_000_000}))
    at = content.index(b"PK\x01\x02")
    while content[at + 46 :].find(b"word/document.xml") != 0:
        at = content.index(b"PK\x01\x02", at + 4)
    content[at + 24 : at + 28] = struct.pack("<I", 100)
    with pytest.raises(ReadError, match=r"a\.docx"):
        read_text(bytes(content), "a.docx")


def test_damaged_properties_are_no_reason_not_to_read():
    (story,) = read_text(repacked(saved(draft()), {"docProps/core.xml": b"<x/>"}), "a.docx")
    assert story.article.title == "Two barges sink, 14 saved"


def test_a_zip_that_is_no_word_file():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "Two sank.")
    with pytest.raises(ReadError, match="a zip archive, but not a Word file"):
        read_text(out.getvalue(), "a.docx")

"""Files and folders: what is read, what is refused, and under which name."""

from __future__ import annotations

import os

import pytest

from figcheck import files
from figcheck.readers import ReadError, formats, read_path, read_text, survey, walk


def test_the_path_as_given_is_the_id(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("Two barges sank.")
    assert read_path("a.txt")[0].article.id == "a.txt"
    assert read_path(tmp_path / "a.txt")[0].article.id == str(tmp_path / "a.txt")


def test_folders_give_known_files_in_order(tmp_path):
    for name in ("b.md", "a.txt", "sub/c.HTML", "sub/d.docx", "notes.pdf", ".hidden.md", ".git/x.md", "e.jsonl"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found = [f.removeprefix(f"{tmp_path}/") for f in walk([tmp_path])]
    assert found == ["a.txt", "b.md", "e.jsonl", "sub/c.HTML", "sub/d.docx"]


def test_all_that_is_passed_over_is_told(tmp_path):
    for name in ("a.md", "b.doc", "c.jpg", ".d.md", "node_modules/e.md", "f.figcheck.toml", "figcheck.toml", "g/h.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "inside").symlink_to("g")
    (tmp_path / "outside").symlink_to("/")
    found, passed = survey(str(tmp_path))
    assert [os.path.relpath(name, tmp_path) for name in found] == ["a.md", "g/h.md"]
    assert {os.path.relpath(one.path, tmp_path): one.grave for one in passed} == {
        "b.doc": True, "c.jpg": False, ".d.md": False, "node_modules": False, "inside": False, "outside": True,
    }  # fmt: skip


def test_a_walk_stops_at_a_folder_that_it_cannot_enter(tmp_path):
    (tmp_path / "a.md").write_text("x")
    (tmp_path / "outside").symlink_to("/")
    with pytest.raises(ReadError, match="a link to a folder"):
        list(walk([tmp_path]))


@pytest.mark.parametrize("mark", [b"%PDF-1.7", b"{\\rtf1", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"PK\x03\x04"])
def test_another_program_s_document_is_no_text(mark):
    with pytest.raises(ReadError):
        read_text(mark + b" 12 dead", "a.txt")


def test_a_file_named_by_hand_is_taken_whatever_its_suffix(tmp_path):
    (tmp_path / "copy.wire").write_text("Two barges sank.")
    assert list(walk([tmp_path / "copy.wire", "missing.md"])) == [str(tmp_path / "copy.wire"), "missing.md"]
    assert read_path(tmp_path / "copy.wire")[0].article.text == "Two barges sank."


def test_what_cannot_be_opened_is_told_by_name(tmp_path):
    with pytest.raises(ReadError, match=r"missing\.md: no such file or directory"):
        read_path("missing.md")
    with pytest.raises(ReadError, match="a folder; expected a regular file"):
        read_path(tmp_path)
    with pytest.raises(ReadError, match="no file can have this name"):
        read_path("a\0b.md")


def test_a_file_over_the_limit_is_refused_unread(tmp_path, monkeypatch):
    (tmp_path / "big.txt").write_text("x" * 11)
    with pytest.raises(files.FileFault, match="larger than"):
        files.read_bytes(tmp_path / "big.txt", 10)
    monkeypatch.setattr(formats, "LIMIT", 10)
    with pytest.raises(ReadError, match="larger than"):
        read_path(tmp_path / "big.txt")

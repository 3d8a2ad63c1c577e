"""Files and folders: what is read, what is refused, and under which name."""

from __future__ import annotations

import pytest

from figcheck import files
from figcheck.readers import ReadError, formats, read_path, walk


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

"""Files: regular ones only, never past the limit; what is written is there whole or not at all, and over no input."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from figcheck import files
from figcheck.files import FileFault, read_bytes, read_text, write


class TestReading:
    def test_a_regular_file_and_a_link_to_one(self, tmp_path: Path) -> None:
        (tmp_path / "a").write_bytes(b"12 dead")
        (tmp_path / "b").symlink_to("a")
        assert read_bytes(tmp_path / "a") == read_bytes(tmp_path / "b") == b"12 dead"

    def test_a_pipe_is_refused_and_not_waited_for(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "a")
        with pytest.raises(FileFault, match="a named pipe"):
            read_bytes(tmp_path / "a")

    def test_a_device_is_refused_also_behind_a_link(self, tmp_path: Path) -> None:
        (tmp_path / "a").symlink_to("/dev/zero")
        with pytest.raises(FileFault, match="a device"):
            read_bytes(tmp_path / "a")

    def test_a_socket(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        with socket.socket(socket.AF_UNIX) as made:
            made.bind("a")
            with pytest.raises(FileFault, match="a socket"):
                read_bytes("a")

    def test_a_folder_a_missing_file_and_no_name(self, tmp_path: Path) -> None:
        for name, why in ((tmp_path, "a folder"), (tmp_path / "gone", "no such file"), ("a\0b", "this name")):
            with pytest.raises(FileFault, match=why):
                read_bytes(name)

    def test_a_loop_of_links(self, tmp_path: Path) -> None:
        (tmp_path / "a").symlink_to("b")
        (tmp_path / "b").symlink_to("a")
        with pytest.raises(FileFault, match="too many levels"):
            read_bytes(tmp_path / "a")

    def test_no_more_than_the_limit_is_read(self, tmp_path: Path) -> None:
        (tmp_path / "a").write_bytes(b"x" * 11)
        assert len(read_bytes(tmp_path / "a", 11)) == 11
        with pytest.raises(FileFault, match="larger than"):
            read_bytes(tmp_path / "a", 10)

    def test_a_file_that_grows_while_it_is_read(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "a").write_bytes(b"x")
        told = os.fstat

        def grows(handle: int) -> os.stat_result:
            (tmp_path / "a").write_bytes(b"x" * 100)
            return told(handle)

        monkeypatch.setattr(files.os, "fstat", grows)
        with pytest.raises(FileFault, match="larger than"):
            read_bytes(tmp_path / "a", 10)

    def test_one_that_became_a_pipe_after_it_was_asked(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "a").write_bytes(b"x")
        opened = os.open

        def swapped(path: object, flags: int) -> int:
            (tmp_path / "a").unlink()
            os.mkfifo(tmp_path / "a")
            return opened(path, flags)  # type: ignore[arg-type]

        monkeypatch.setattr(files.os, "open", swapped)
        with pytest.raises(FileFault, match="a named pipe"):
            read_bytes(tmp_path / "a")

    def test_small_files_are_utf_8(self, tmp_path: Path) -> None:
        (tmp_path / "a").write_bytes(b"\xef\xbb\xbfcaf\xc3\xa9")
        assert read_text(tmp_path / "a") == "caf\xe9"
        (tmp_path / "a").write_bytes(b"caf\xe9")
        with pytest.raises(FileFault, match="not UTF-8"):
            read_text(tmp_path / "a")


class TestWriting:
    def test_a_new_file_has_the_usual_rights_and_an_old_one_keeps_its_own(self, tmp_path: Path) -> None:
        umask = os.umask(0o022)
        try:
            write(tmp_path / "a", b"1")
            (tmp_path / "b").write_bytes(b"")
            (tmp_path / "b").chmod(0o640)
            write(tmp_path / "b", b"1")
        finally:
            os.umask(umask)
        assert (tmp_path / "a").stat().st_mode & 0o777 == 0o644
        assert (tmp_path / "b").stat().st_mode & 0o777 == 0o640

    def test_where_the_disk_is_full_the_old_file_stays_and_nothing_else(self, tmp_path, monkeypatch) -> None:
        def full(_handle: int) -> None:
            raise OSError(28, "No space left on device")

        (tmp_path / "a").write_bytes(b"old")
        monkeypatch.setattr(files.os, "fsync", full)
        with pytest.raises(FileFault, match="no space left"):
            write(tmp_path / "a", b"new")
        assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("a", b"old")]

    @pytest.mark.parametrize("how", ["itself", "symlink", "hardlink", "detour"])
    def test_never_onto_an_input_by_whatever_name(self, tmp_path: Path, how: str) -> None:
        story = tmp_path / "a.md"
        story.write_bytes(b"12 dead")
        out = story if how == "itself" else tmp_path / "x" / ".." / "a.md" if how == "detour" else tmp_path / "b.md"
        (tmp_path / "x").mkdir()
        if how == "symlink":
            out.symlink_to(story)
        elif how == "hardlink":
            out.hardlink_to(story)
        with pytest.raises(FileFault, match="one of the files that were read"):
            write(out, b"report", [tmp_path / "gone.md", story])
        assert story.read_bytes() == b"12 dead"

    def test_through_a_link_what_it_leads_to_is_replaced(self, tmp_path: Path) -> None:
        (tmp_path / "real").write_bytes(b"old")
        (tmp_path / "link").symlink_to("real")
        write(tmp_path / "link", b"new")
        assert (tmp_path / "link").is_symlink()
        assert (tmp_path / "real").read_bytes() == b"new"

    def test_a_device_is_written_to_as_it_is(self) -> None:
        write("/dev/null", b"x")
        assert Path("/dev/null").is_char_device()

    def test_a_folder_and_a_folder_that_is_not_there(self, tmp_path: Path) -> None:
        for path, why in ((tmp_path, "a folder"), (tmp_path / "no" / "x", "no such file"), ("a\0b", "this name")):
            with pytest.raises(FileFault, match=why):
                write(path, b"x")

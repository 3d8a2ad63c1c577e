"""The standing test of the gate: every row of faults.toml, run in a folder of its own.

Besides what a row says: no run leaves a traceback or hands a terminal an order, and none changes a file that it was not
asked to write.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from figcheck import files

TABLE = tomllib.loads((Path(__file__).parent / "faults.toml").read_text("utf-8"))
ROWS: list[dict[str, Any]] = TABLE["fault"]
COPY: dict[str, str] = TABLE["copy"]
BYTES = {"NESTED": b"[" * 100_000, "LATIN": b"x = '\xe9'"}
IN_PROCESS = [row for row in ROWS if "run" in row]
PROCESSES = [row for row in ROWS if "process" in row]
KNOWN = {"what", "files", "make", "run", "process", "cwd", "stdin", "stdin_is", "stdout", "stderr", "code", "words",
         "never", "writes"}  # fmt: skip


def test_the_table_is_long_enough_and_its_rows_are_told_apart() -> None:
    assert len({row["what"] for row in ROWS}) == len(ROWS) >= 120
    assert all(set(row) <= KNOWN and row["code"] in (0, 1, 2, 130, 141) for row in ROWS)
    assert len(IN_PROCESS) + len(PROCESSES) == len(ROWS)


def write(folder: Path, row: dict[str, Any]) -> None:
    """The files of a row."""
    for name, text in row.get("files", {}).items():
        path = folder / name.replace("LONG", "b" + "a" * 200)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(BYTES.get(text) or COPY.get(text, text).encode())


def make(folder: Path, step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What no text file can be: links, pipes, Word files, a full disk, a file or folder without permission."""
    verb, *given = step.split(" ", 2)
    path = folder / given[0] if given else folder
    path.parent.mkdir(parents=True, exist_ok=True)
    if verb == "dir":
        path.mkdir()
    elif verb == "fifo":
        os.mkfifo(path)
    elif verb == "link":
        path.symlink_to(given[1])
    elif verb == "hardlink":
        path.hardlink_to(folder / given[1])
    elif verb == "rename":
        path.rename(folder / given[1])
    elif verb == "docx":
        word(path, given[1] if len(given) > 1 else "Two barges sank.")
    elif verb == "dtd":
        with zipfile.ZipFile(path, "a") as archive:
            archive.writestr(given[1], b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')
    elif verb == "full":
        refuse(monkeypatch, files.os, "fsync", lambda _handle: True, OSError(28, "No space left on device"))
    elif verb in {"unlistable", "unreadable"}:  # permissions themselves mean nothing to root
        name = "scandir" if verb == "unlistable" else "open"
        refuse(
            monkeypatch, os, name, lambda at: os.path.abspath(at) == str(path), PermissionError(13, "Permission denied")
        )
    else:
        raise ValueError(step)


def refuse(
    monkeypatch: pytest.MonkeyPatch, where: Any, name: str, when: Callable[[Any], bool], error: Exception
) -> None:
    """Make a function of the system fail for some arguments."""
    real = getattr(where, name)

    def failing(first: Any = ".", *rest: Any, **named: Any) -> Any:
        if when(first):
            raise error
        return real(first, *rest, **named)

    monkeypatch.setattr(where, name, failing)


def word(path: Path, text: str) -> None:
    """A Word file of one paragraph."""
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph(text)
    document.save(str(path))


def held(folder: Path) -> dict[str, bytes]:
    """Every file of a folder and what is in it."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.mark.parametrize("row", IN_PROCESS, ids=[row["what"] for row in IN_PROCESS])
def test_a_fault(row: dict[str, Any], folder: Path, figcheck, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, row)
    for step in row.get("make", ()):
        make(folder, step, monkeypatch)
    monkeypatch.chdir(folder / row.get("cwd", "."))
    before = held(folder)
    stdin = COPY.get(row["stdin"], row["stdin"]).encode() if "stdin" in row else None
    ran = figcheck(*shlex.split(row["run"]), stdin=stdin)
    said = ran.out + ran.err
    assert ran.code == row["code"], said
    assert [w for w in row.get("words", ()) if w not in said] == [], said
    assert [w for w in row.get("never", ()) if w in said] == []
    assert "Traceback" not in said
    assert "\x1b" not in said
    after = {name: content for name, content in held(folder).items() if name not in row.get("writes", ())}
    assert after == before


@pytest.mark.parametrize("row", PROCESSES, ids=[row["what"] for row in PROCESSES])
def test_a_fault_of_the_streams(row: dict[str, Any], folder: Path) -> None:
    write(folder, row)
    streams = {name: stream(row.get(key)) for name, key in (("stdin", "stdin_is"), ("stdout", "stdout"),
                                                             ("stderr", "stderr"))}  # fmt: skip
    closed = "".join(f" {number}>&-" for number, (_, how) in enumerate(streams.values()) if how == "closed")
    command = [sys.executable, "-c", "from figcheck.cli import main; main()", *shlex.split(row["process"])]
    ran = subprocess.run(
        ["/bin/sh", "-c", f'exec "$@"{closed}', "sh", *command], cwd=folder, check=False, timeout=60,
        **{name: handle for name, (handle, _) in streams.items()},
    )  # fmt: skip
    said = b"".join(filter(None, (ran.stdout, ran.stderr))).decode()
    for handle, how in streams.values():
        if how in {"full", "closed pipe"}:
            os.close(handle)
    assert ran.returncode == row["code"], said
    assert [w for w in row.get("words", ()) if w not in said] == [], said
    assert "Traceback" not in said
    assert "Exception ignored" not in said


def stream(how: str | None) -> tuple[int, str | None]:
    """A stream of a process: full, a pipe that nobody reads, or one that is read here."""
    if how == "full":
        return os.open("/dev/full", os.O_WRONLY), how
    if how == "closed pipe":
        reader, writer = os.pipe()
        os.close(reader)
        return writer, how
    return subprocess.PIPE, how

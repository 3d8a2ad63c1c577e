"""How the command ends when a person stops it: 130, at once, without a traceback; 1 is for findings alone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SCRIPT = "import figcheck.cli.app, figcheck.cli.run; print('ready', flush=True); figcheck.cli.main()"
MAIN = [sys.executable, "-c", SCRIPT]
PROSE = "On day {0} the river rose by {0} inches and {0} people moved to higher ground, the mayor of Dunmore said.\n\n"


def started(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """The command in a group of its own, as a shell starts it; it has loaded what it needs and begun."""
    process = subprocess.Popen(
        [*MAIN, *arguments], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        start_new_session=True,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    time.sleep(1)
    return process


def stopped(process: subprocess.Popen[bytes]) -> tuple[int, str]:
    """Exit status and standard error after Ctrl-C, which reaches the whole group."""
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=60)
    return process.returncode, err.decode()


def test_while_it_waits_for_standard_input(tmp_path: Path) -> None:
    process = started(tmp_path, "check", "-")
    assert stopped(process) == (130, "")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_while_it_reads(tmp_path: Path, jobs: str) -> None:
    text = "".join(PROSE.format(number) for number in range(3, 3000))
    for number in range(40):
        (tmp_path / f"{number:02d}.md").write_text(text, "utf-8")
    process = started(tmp_path, "check", ".", "--jobs", jobs)
    assert process.poll() is None, "it was over before it could be stopped"
    code, err = stopped(process)
    assert code == 130
    assert "Traceback" not in err

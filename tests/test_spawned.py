# SPDX-License-Identifier: MIT
"""Processes that work for ours end without a trace, whoever is stopped before them."""

from __future__ import annotations

import os
import subprocess
import sys
from multiprocessing import spawn
from pathlib import Path

import pytest

from diptych.worker import Worker

BEGUN = """
import os, signal, sys
from pathlib import Path
from diptych.library.isolation import IsolatedReader
reader, page = IsolatedReader(), Path(sys.argv[1])
reader.expect(page)
"""
HALF = """
import os, struct
from multiprocessing import Pipe
from diptych.worker import _serve
ours, theirs = Pipe()
os.write(ours.fileno(), struct.pack("!i", 100) + b"half of it")
ours.close()
_serve(theirs)
"""
GONE = "os._exit(0)"
CTRL_C = """
signal.signal(signal.SIGINT, lambda *_: None)  # ours answers it in its own way
os.killpg(0, signal.SIGINT)
print(reader.read(page).title)
reader.close()
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="asks a system of the Unix kind")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text("<h1>Wall</h1><p>The council met on Tuesday.</p>")
    return path


def ran(*command: str) -> subprocess.CompletedProcess[str]:
    """Run to the end of the last process that holds its output, in a group of its own."""
    return subprocess.run(
        command, capture_output=True, text=True, check=False, start_new_session=True
    )


def test_whoever_starts_one_may_be_gone_before_its_order() -> None:
    worker = Worker("tested")
    worker.call(abs, -1)
    worker.close()
    read_end, write_end = os.pipe()
    os.close(write_end)

    command = spawn.get_command_line(tracker_fd=read_end, pipe_handle=read_end)
    ended = subprocess.run(command, pass_fds=[read_end], capture_output=True, check=False)

    os.close(read_end)
    assert (ended.returncode, ended.stderr) == (1, b"")


def test_whoever_asked_may_be_gone_before_the_answer(page: Path) -> None:
    ended = ran(sys.executable, "-c", BEGUN + GONE, str(page))

    assert ended.stderr == ""


def test_ctrl_c_is_not_for_one_that_has_only_begun(page: Path) -> None:
    ended = ran(sys.executable, "-c", BEGUN + CTRL_C, str(page))

    assert (ended.stdout, ended.stderr) == ("Wall\n", "")


def test_whoever_asks_may_be_gone_in_the_middle_of_a_large_question() -> None:
    ended = ran(sys.executable, "-c", HALF)

    assert ended.stderr == ""

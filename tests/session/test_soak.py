# SPDX-License-Identifier: MIT
"""The soak, shortened: a monkey in the real window, and writers that are ended without warning.

`python3 dev.py soak` does the same for as long as one likes.
"""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from session.application import ROOT
from session.screen import Screen

LONGEST_S = 1_800  # on a machine with much else to do; it takes a minute of its own


def soak(*arguments: str, display: str = "") -> subprocess.CompletedProcess[str]:
    """Run the soak as dev.py does."""
    paths = os.pathsep.join(str(ROOT / folder) for folder in ("src", "tests"))
    surroundings = {**os.environ, "PYTHONPATH": paths, "DISPLAY": display}
    command = [sys.executable, "-m", "soak", *arguments]
    return subprocess.run(
        command, env=surroundings, cwd=ROOT, capture_output=True, text=True, check=False
    )


@pytest.mark.timeout(LONGEST_S)
def test_a_monkey_in_the_window_breaks_and_loses_nothing(screen: Screen) -> None:
    bounds = ("--articles", "24", "--actions", "100", "--minutes", "0", "--walk", "12")
    done = soak("--seed", "1", *bounds, display=screen.name)

    assert done.returncode == 0, done.stdout + done.stderr
    assert " 100 actions" in done.stdout
    assert ", 0 wrong jumps" in done.stdout


@pytest.mark.timeout(LONGEST_S)
def test_writers_ended_without_warning_lose_nothing_they_said_was_done() -> None:
    done = soak("--kills", "2", "--seed", "1")

    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("2 kills") == 22

# SPDX-License-Identifier: MIT
"""On a terminal a command says what it is busy with, and leaves nothing of it there."""

from __future__ import annotations

import io
from types import SimpleNamespace

import pytest

from cli.samples import Files, Run
from diptych.cli import working as module
from diptych.cli.working import working


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True

    def seen(self) -> str:
        """Return the last line as a terminal shows it."""
        shown = ""
        for written in self.getvalue().split("\r"):
            shown = written + shown[len(written) :]
        return shown.rstrip()


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    terminal = Terminal()
    # Not sys.stderr itself, which pytest sets between a fixture and its test.
    monkeypatch.setattr(module, "sys", SimpleNamespace(stderr=terminal))
    return terminal


def test_what_is_done_stands_there_while_it_is_done(terminal: Terminal) -> None:
    with working("Reading the harbour vote"):
        during = terminal.seen()
    assert during == "Reading the harbour vote… (Ctrl+C stops it)"
    assert terminal.seen() == ""


@pytest.mark.parametrize("name", ["a" * 300, "港" * 300])
def test_a_long_line_leaves_the_next_one_alone(
    terminal: Terminal, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    with working(name):
        shown = terminal.seen()
    assert sum(2 if c == "港" else 1 for c in shown) in (58, 59)


def test_files_are_named_while_they_are_read(terminal: Terminal, run: Run, files: Files) -> None:
    run("compare", *files, "--without-meaning")
    told = [line for line in terminal.getvalue().split("\r") if line.strip()]
    stops = "… (Ctrl+C stops it)"
    assert told == [f"Reading {path.name}{stops}" for path in files] + [f"Comparing{stops}"]


def test_no_terminal_is_told_nothing(run: Run, files: Files) -> None:
    assert run("add", *files)[2] == ""

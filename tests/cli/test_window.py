# SPDX-License-Identifier: MIT
"""What the command line does when a window is asked for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli.samples import Files, Run
from diptych.cli import main as cli
from diptych.cli.unseen import nobody_reads


@pytest.mark.parametrize("count", [1, 2, 3])
def test_articles_are_handed_to_the_window_that_is_open(
    run: Run, files: Files, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    handed: list[tuple[Path, ...]] = []
    monkeypatch.setattr(
        "diptych.ui.shell.open_windows.hand_over",
        lambda _, wanted: handed.append(wanted.files) or True,
    )
    names = [str(files[0]), files[1].as_uri(), str(files[0].parent)][:count]
    assert run(*names)[0] == 0
    assert handed == [(files[0], files[1], files[0].parent)[:count]]


def test_no_display_is_said_and_not_crashed_over(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    status, _, err = run()
    assert status == cli.WRONG_USE
    assert "--screenshot" in err


def test_a_program_without_a_console_ends_as_any_other(tmp_path: Path) -> None:
    # As on Windows, started from the menu: Python has no streams there.
    script = (
        "import sys; sys.stdout = sys.stderr = None; from diptych.__main__ import main;"
        f"sys.argv = ['diptych', 'list', '--profile', {str(tmp_path)!r}]; sys.exit(main())"
    )

    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


@pytest.mark.parametrize(
    ("surroundings", "unread"),
    [
        ({}, False),
        ({"DESKTOP_STARTUP_ID": "menu_TIME0"}, True),
        ({"XDG_ACTIVATION_TOKEN": "x"}, True),
    ],
)
def test_what_a_menu_starts_has_no_terminal_to_speak_to(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, surroundings: dict[str, str], unread: bool
) -> None:
    monkeypatch.setattr(os, "environ", surroundings)
    with (tmp_path / "session-errors").open("w") as errors:
        monkeypatch.setattr(sys, "stderr", errors)

        assert nobody_reads() == unread

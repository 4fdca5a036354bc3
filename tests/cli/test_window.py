# SPDX-License-Identifier: MIT
"""What the command line does when a window is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.samples import Files, Run
from diptych.cli import main as cli


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

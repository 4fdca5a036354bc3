# SPDX-License-Identifier: MIT
"""A start where no window can be opened: one sentence, no abort."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from diptych.ui.shell.screen_at_start import launch_no_bus, sentence


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
@pytest.mark.parametrize(
    ("surroundings", "cause"),
    [
        ({"DISPLAY": ":987"}, "could not connect to display :987"),
        # Without a library of Wayland Qt gives up a step earlier.
        ({"WAYLAND_DISPLAY": "no such screen"}, 'Failed to create wl_display|plugin "wayland"'),
        ({"QT_QPA_PLATFORM": "nosuch"}, 'Could not find the Qt platform plugin "nosuch"'),
    ],
)
def test_a_screen_that_is_not_there_is_named(
    surroundings: dict[str, str], cause: str, tmp_path: Path
) -> None:
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    command = [sys.executable, "-m", "diptych", "--profile", str(tmp_path / "profile")]

    done = subprocess.run(
        command,
        env={**kept, "XDG_RUNTIME_DIR": str(tmp_path), **surroundings},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert any(each in done.stderr for each in cause.split("|"))
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "always", ["xcb-cursor0 is needed to load the plugin.", 'Detected locale "C", not UTF-8.\nSee']
)
def test_what_qt_says_whatever_is_wrong_is_not_the_cause(always: str) -> None:
    said = [always, "Could not load libfoo."]

    assert sentence(said).startswith("No window can be opened here (Could not load libfoo);")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a bus is a matter of Linux")
@pytest.mark.parametrize(
    ("is_there", "known", "asked"),
    [(False, None, "disabled:"), (True, None, None), (False, "unix:path=/x", "unix:path=/x")],
)
def test_where_a_desktop_has_no_bus_none_is_launched(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    is_there: bool,
    known: str | None,
    asked: str | None,
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    # Set first, so that whatever becomes of it is undone.
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", known or "")
    if known is None:
        monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    if is_there:
        (tmp_path / "bus").touch()

    launch_no_bus()

    assert os.environ.get("DBUS_SESSION_BUS_ADDRESS") == asked

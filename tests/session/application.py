# SPDX-License-Identifier: MIT
"""Diptych in a real window, seen and moved from outside only."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import psutil
from Xlib.xobject.drawable import Window as XWindow

from diptych import settings
from diptych.paths import profile_in
from session.screen import PATIENCE_SECONDS, NeverHappenedError, Screen, wait_for

ROOT = Path(__file__).parents[2]


class Diptych:
    """The application in a process of its own, on a screen."""

    def __init__(self, screen: Screen, folder: Path, arguments: Sequence[str] = ()) -> None:
        self.screen = screen
        self.profile = folder / "profile"
        self.errors_file = folder / "errors.txt"
        self._want_no_briefs()
        command = [sys.executable, "-m", "diptych", "--profile", str(self.profile), *arguments]
        with self.errors_file.open("wb") as errors:
            self.process = subprocess.Popen(
                command, env=self._surroundings(folder), cwd=folder, stderr=errors
            )

    def _want_no_briefs(self) -> None:
        """Let each new pair open with its lists, unless a test has written other settings."""
        settings_file = profile_in(self.profile).create().settings_file
        if not settings_file.exists():
            settings.save(
                settings.Settings(brief_at_first=False, versions_at_once=False), settings_file
            )

    def _surroundings(self, folder: Path) -> dict[str, str]:
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("QT_", "XDG_", "WAYLAND", "DBUS"))
        }
        return {
            **kept,
            "DISPLAY": self.screen.name,
            "QT_QPA_PLATFORM": "xcb",
            "PYTHONPATH": str(ROOT / "src"),
            "FONTCONFIG_FILE": str(ROOT / "tests" / "fonts.conf"),
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
            "LC_ALL": "C.UTF-8",
            "NO_AT_BRIDGE": "1",
        }

    def windows(self) -> list[XWindow]:
        """Return the application's visible windows: main window, dialogs, menus."""
        screen = self.screen
        return [w for w in screen.windows() if screen.process_id(w) == self.process.pid]

    def window(self, title: str = "Diptych") -> XWindow:
        """Return the window whose title holds ``title``, waiting for it."""
        return wait_for(f"a window titled {title!r}", lambda: self._window_now(title))

    def _window_now(self, title: str) -> XWindow | None:
        if self.process.poll() is not None:
            raise NeverHappenedError(f"Diptych ended ({self.process.returncode}): {self.errors()}")
        fitting = [w for w in self.windows() if title in self.screen.title(w)]
        return fitting[-1] if fitting else None

    def focus(self, title: str = "Diptych") -> None:
        """Give a window the keyboard; no window manager is there to do it."""
        self.screen.xdotool("windowfocus", "--sync", str(self.window(title).id))

    def titled(self, title: str) -> int:
        """Return how many windows have a title that holds ``title``."""
        return sum(title in self.screen.title(window) for window in self.windows())

    def come_back_from(self, title: str) -> None:
        """Wait until a dialog has ended, and give the window behind it the keyboard.

        Before that the window takes no keys: Qt hands them to the dialog that goes.
        """
        wait_for(f"the end of {title!r}", lambda: not self.titled(title))
        self.focus()

    def press(self, *keys: str) -> None:
        """Press key combinations one after the other: ``press("alt+Down", "n")``."""
        self.screen.xdotool("key", "--clearmodifiers", "--delay", "30", *keys)

    def write(self, text: str) -> None:
        """Type a text into whatever has the keyboard."""
        self.screen.xdotool("type", "--clearmodifiers", "--delay", "15", text)

    def click(self, x: int, y: int, *, title: str = "Diptych", button: int = 1) -> None:
        """Click into a window, at a place counted from its own corner."""
        place = ("--window", str(self.window(title).id), str(x), str(y))
        self.screen.xdotool("mousemove", *place, "click", str(button))

    def close(self) -> int:
        """Close the main window politely and return the exit status."""
        self.screen.ask_to_close(self.window())
        return self.process.wait(PATIENCE_SECONDS)

    def kill(self) -> None:
        """End the application and its workers without asking."""
        if self.process.poll() is not None:
            return
        family = [psutil.Process(self.process.pid)]
        family += family[0].children(recursive=True)
        for member in family:
            member.kill()
        psutil.wait_procs(family, timeout=PATIENCE_SECONDS)
        self.process.wait(PATIENCE_SECONDS)

    def errors(self) -> str:
        """Return what the application wrote to standard error."""
        return self.errors_file.read_text(encoding="utf-8", errors="replace").strip()

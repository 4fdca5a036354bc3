# SPDX-License-Identifier: MIT
"""A virtual screen of one's own."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QImage
from Xlib import X, display, error
from Xlib.protocol import event
from Xlib.xobject.drawable import Window as XWindow

# Without -noreset the server starts over when its last client leaves.
_OPTIONS = ("-noreset", "-nolisten", "tcp", "-dpi", "96")
PATIENCE_SECONDS = 90.0  # a loaded machine is slow, a broken window never comes

Found = TypeVar("Found")


class NeverHappenedError(AssertionError):
    """What was waited for did not come."""


def wait_for(what: str, look: Callable[[], Found], seconds: float = PATIENCE_SECONDS) -> Found:
    """Call ``look`` until it returns something true, and return that."""
    deadline = time.monotonic() + seconds
    while not (found := look()):
        if time.monotonic() > deadline:
            raise NeverHappenedError(f"{what} did not happen within {seconds:.0f} s")
        time.sleep(0.02)
    return found


class Screen:
    """A fresh Xvfb; nothing else is on it, not even a window manager."""

    def __init__(self, width: int = 1440, height: int = 900, folder: Path | None = None) -> None:
        """With ``folder`` the server keeps its pixels there, in a file ``Xvfb_screen0``."""
        read_end, write_end = os.pipe()
        size = f"{width}x{height}x24"
        kept = ["-fbdir", str(folder)] if folder else []
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write_end), "-screen", "0", size, *kept, *_OPTIONS],
            pass_fds=[write_end],
            stderr=subprocess.DEVNULL,
        )
        os.close(write_end)
        with os.fdopen(read_end) as answers:
            self.name = f":{answers.readline().strip()}"
        if self.name == ":":
            raise NeverHappenedError("Xvfb did not start")
        self._display = display.Display(self.name)
        self.root: XWindow = self._display.screen().root

    def close(self) -> None:
        """Take the screen away."""
        self._display.close()
        self._server.terminate()
        self._server.wait(PATIENCE_SECONDS)

    def windows(self) -> list[XWindow]:
        """Return the visible top-level windows, topmost last."""
        shown = []
        for window in self.root.query_tree().children:
            try:
                if window.get_attributes().map_state == X.IsViewable:
                    shown.append(window)
            except error.BadWindow:
                continue
        return shown

    def title(self, window: XWindow) -> str:
        """Return the title of a window, which may be empty."""
        name = self._display.intern_atom("_NET_WM_NAME")
        try:
            found = window.get_full_property(name, X.AnyPropertyType)
        except error.BadWindow:
            return ""
        return found.value.decode("utf-8") if found else ""

    def process_id(self, window: XWindow) -> int:
        """Return the process that says the window is its own, or 0."""
        name = self._display.intern_atom("_NET_WM_PID")
        try:
            found = window.get_full_property(name, X.AnyPropertyType)
        except error.BadWindow:
            return 0
        return int(found.value[0]) if found else 0

    def ask_to_close(self, window: XWindow) -> None:
        """Send what the close button of a title bar sends."""
        protocols = self._display.intern_atom("WM_PROTOCOLS")
        delete = self._display.intern_atom("WM_DELETE_WINDOW")
        words = (32, [delete, X.CurrentTime, 0, 0, 0])
        window.send_event(event.ClientMessage(window=window, client_type=protocols, data=words))
        self._display.sync()

    def picture(self) -> QImage:
        """Return what the screen shows."""
        size = self.root.get_geometry()
        pixels = self.root.get_image(0, 0, size.width, size.height, X.ZPixmap, 0xFFFFFFFF).data
        image = QImage(pixels, size.width, size.height, QImage.Format.Format_RGB32)
        return image.copy()  # the pixels are only lent

    def still_picture(self) -> QImage:
        """Return what the screen shows once it is painted and has stopped changing."""
        last = QImage()

        def look() -> QImage | None:
            nonlocal last
            time.sleep(0.1)
            before, last = last, self.picture()
            return last if last == before and _is_painted(last) else None

        return wait_for("a still screen", look)

    def xdotool(self, *words: str) -> str:
        """Move, click or type; see xdotool(1)."""
        command = ["xdotool", *words]
        surroundings = {**os.environ, "DISPLAY": self.name}
        done = subprocess.run(
            command, env=surroundings, capture_output=True, text=True, check=False, timeout=60
        )
        if done.returncode:
            raise NeverHappenedError(f"xdotool {' '.join(words)}: {done.stderr.strip()}")
        return done.stdout


def _is_painted(picture: QImage) -> bool:
    """Tell a drawn window from one that is merely there: it has more than a few colours."""
    places = ((x, y) for y in range(4, picture.height(), 16) for x in range(4, picture.width(), 16))
    return len({picture.pixel(x, y) for x, y in places}) > 3

# SPDX-License-Identifier: MIT
"""Where Qt finds no screen a sentence and no abort, and where it finds no bus none is started."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

# Qt names that library whatever is wrong with the screen, and any locale but UTF-8.
_NO_CAUSE = ("xcb-cursor0 is needed", "Detected locale")


@contextmanager
def saying_why_there_is_none() -> Iterator[None]:
    """End the program with a sentence if Qt gives up while its application is made."""
    said: list[str] = []

    def keep(kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
        if kind is not QtMsgType.QtFatalMsg:
            said.append(words.strip())
            return
        # Past this call Qt aborts, so nothing may be left to an exception or to exit().
        sys.stderr.write(f"diptych: {sentence(said)}\n")
        sys.stderr.flush()
        os._exit(1)

    before = qInstallMessageHandler(keep)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
        # Kept back for the sentence; said late rather than not at all.
        for words in said:
            sys.stderr.write(f"{words}\n")


def sentence(said: list[str]) -> str:
    """Return what to tell of the words that Qt said before it gave up; the first is the cause."""
    causes = [words for words in said if not any(part in words for part in _NO_CAUSE)]
    cause = causes[0].removesuffix(".") if causes else "Qt does not say why"
    return (
        f"No window can be opened here ({cause}); look at DISPLAY, WAYLAND_DISPLAY, "
        "QT_QPA_PLATFORM and QT_PLUGIN_PATH, or use the commands of “diptych --help”."
    )


def launch_no_bus() -> None:
    """Let Qt speak to the bus of the desktop, by which a screen reader hears, and start none.

    Where there is none Qt has ``dbus-launch`` start one, which stays when the window has gone.
    """
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if sys.platform.startswith("linux") and not (runtime and Path(runtime, "bus").exists()):
        os.environ.setdefault("DBUS_SESSION_BUS_ADDRESS", "disabled:")

# SPDX-License-Identifier: MIT
"""What the system asks of a running window: to end in order, to open a file."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent, QGuiApplication, QSessionManager

from diptych.ui.shell.open_windows import Asked

_ENDING = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")  # as far as the system has them
_LOOK_MS = 300  # how often Python may run where no pipe can wake it


class EndedFromOutside(QObject):
    """Says when the window is to close: Ctrl+C in a terminal, kill, the end of the session.

    Qt's loop runs no Python while nothing happens, so that a signal would wait for
    the next event; a pipe that Python writes to at once is one. On Windows, where
    it would have to be a network socket, Python gets a moment now and then.
    """

    asked = Signal()

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__(application)
        self._application = application
        self._before = {
            name: signal.signal(getattr(signal, name), self._take)
            for name in _ENDING
            if hasattr(signal, name)
        }
        self._ends: tuple[int, ...] = ()
        self._woken: QSocketNotifier | None = None
        if sys.platform == "win32":
            self._moments = QTimer(self)
            self._moments.timeout.connect(lambda: None)
            self._moments.start(_LOOK_MS)
        else:
            self._wake_by_pipe()
        application.commitDataRequest.connect(self._session_ends)

    def close(self) -> None:
        """Leave signals to whoever had them before."""
        for name, handler in self._before.items():
            signal.signal(getattr(signal, name), handler)
        self._application.commitDataRequest.disconnect(self._session_ends)
        if self._ends:
            signal.set_wakeup_fd(-1)
            if self._woken is not None:
                self._woken.setEnabled(False)
            for end in self._ends:
                os.close(end)
            self._ends = ()

    def _wake_by_pipe(self) -> None:
        if sys.platform == "win32":
            return
        self._ends = os.pipe()
        # Python demands it of the end it writes to; at the other we must not wait.
        for end in self._ends:
            os.set_blocking(end, False)
        # A pipe that is full wakes us as well.
        signal.set_wakeup_fd(self._ends[1], warn_on_full_buffer=False)
        self._woken = QSocketNotifier(self._ends[0], QSocketNotifier.Type.Read, self)
        self._woken.activated.connect(self._empty)

    def _empty(self) -> None:
        with suppress(BlockingIOError):
            # Each signal writes its number; that there is one is enough.
            os.read(self._ends[0], 64)

    def _take(self, _number: int, _frame: FrameType | None) -> None:
        QTimer.singleShot(0, self.asked.emit)  # not in the middle of whatever Python did

    def _session_ends(self, _session: QSessionManager) -> None:
        self.asked.emit()


class FilesFromDesktop(QObject):
    """Says which file is to be opened where the desktop tells a running program (macOS)."""

    asked = Signal(object)  # Asked

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__(application)
        self._application = application
        application.installEventFilter(self)

    def close(self) -> None:
        """Listen no longer."""
        self._application.removeEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QFileOpenEvent):
            return False
        wanted = _asked_by(event)
        if wanted is not None:
            self.asked.emit(wanted)
        return True


def _asked_by(event: QFileOpenEvent) -> Asked | None:
    from diptych.errors import DiptychError
    from diptych.notes.link import note_in_link

    if event.file():
        return Asked(files=(Path(event.file()),))
    try:
        return Asked(note_id=note_in_link(event.url().toString()))
    except DiptychError:
        return None

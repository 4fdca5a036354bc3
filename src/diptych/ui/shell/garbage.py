# SPDX-License-Identifier: MIT
"""Keeps the rounds of Python's garbage collector short while somebody reads."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

SETTLED_MS = 2_000  # after a change, until what it brought is there to stay


class ShortRounds(QObject):
    """Takes what is loaded out of the rounds, which look at every object there is.

    With a pair of two thousand matches a full round took 66 ms, in the middle of
    whatever the reader did. All is looked through while another application has
    the reader.
    """

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__(application)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLED_MS)
        self._settling.timeout.connect(gc.freeze)
        application.applicationStateChanged.connect(self._look_through_when_away)
        self.loaded()

    def loaded(self) -> None:
        """Set aside, in a moment, what has just been loaded."""
        self._settling.start()

    def _look_through_when_away(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            return
        gc.unfreeze()
        gc.collect()
        gc.freeze()
